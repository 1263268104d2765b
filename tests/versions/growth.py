#!/usr/bin/env python3
"""A year of weekly publications, one after the other into one branch: growth.py [RECORDS [WEEKS [--pack] [--cost]]]

A program in which 2 % of the records change a week is built anew after each week's commit, with a version for each week before it, into the
site of the week before; what is there then is committed to a branch, as a pipeline that publishes does. Nothing in a folder that an earlier
week published may change; what else changes, besides the new folder and `latest/`, is counted, and may only be what the root is allowed.

--pack: all weeks' commits, packed as git packs them, may grow by at most 10 % of one version's pack a week.
--cost: the last build may take at most 0.3 times the processor time of a build of one version for each version more.
"""
import argparse
import collections
import datetime
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import weeks as history  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/release/milepost"))
MOST_GROWTH = 0.10
MOST_COST = 0.3
# What a version more may change above the folders: the list of versions in its three forms, and the one of all files.
LISTS = {"versions.js", "versions.json", "versions.html", ".milepost-manifest", ".milepost-versions"}


def build(program, site, *more):
    """Builds, and gives the seconds of processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([MILEPOST, "build", str(program), "-o", str(site), *more], capture_output=True, text=True, timeout=900, check=False)
    if done.returncode > 1:
        sys.exit(f"the build ended with {done.returncode}\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Branch:
    """A branch whose work tree is the site itself."""

    def __init__(self, folder, site):
        self.folder, self.site = folder, site
        subprocess.run(["git", "init", "-q", "--bare", "-b", "pages", folder], check=True)
        self.git("config", "gc.auto", "0")

    def git(self, *words):
        env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
        for who in ("AUTHOR", "COMMITTER"):
            env[f"GIT_{who}_NAME"], env[f"GIT_{who}_EMAIL"], env[f"GIT_{who}_DATE"] = "Asha", "asha@example.org", "2026-01-05T09:00:00Z"
        return subprocess.run(["git", f"--git-dir={self.folder}", f"--work-tree={self.site}", *words], check=True, env=env, capture_output=True,
                              text=True).stdout

    def publish(self, message):
        self.git("add", "-A", "--force")
        self.git("commit", "-q", "-m", message)

    def changed(self):
        """(letter, path) of what the last commit added, changed or took away."""
        words = self.git("diff", "--name-status", "--no-renames", "-z", "HEAD~1", "HEAD").split("\0")
        return list(zip(words[0::2], words[1::2]))

    def pack(self):
        self.git("repack", "-adfq", "--depth=50", "--window=50")
        return sum(path.stat().st_size for path in (self.folder / "objects/pack").glob("*.pack"))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("records", type=int, nargs="?", default=1000)
    options.add_argument("weeks", type=int, nargs="?", default=52)
    options.add_argument("--pack", action="store_true")
    options.add_argument("--cost", action="store_true")
    said = options.parse_args()
    passed, failures = 0, []

    def demand(what, holds, why=""):
        nonlocal passed
        passed += bool(holds)
        if not holds:
            failures.append(f"FAIL {what}: {why}")

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        program, site = scratch / "program", scratch / "site"
        history.make(said.records, said.weeks, str(program))
        commits = subprocess.run(["git", "-C", program, "rev-list", "--reverse", "main"], check=True, capture_output=True, text=True).stdout.split()
        branch = Branch(scratch / "branch.git", site)
        published, first, last = set(), 0, 0.0
        above, whole = collections.Counter(), []
        for week, commit in enumerate(commits):
            subprocess.run(["git", "-C", program, "checkout", "-q", "--detach", commit], check=True)
            day = history.FIRST + datetime.timedelta(days=7 * week)
            last = build(program, site, "--versions", "weekly", "--as-of", str(day))
            branch.publish(f"Week {week}")
            folders = {path.name for path in site.iterdir() if (path / "version.js").is_file()} - {"latest"}
            if week == 0:
                first = branch.pack() if said.pack else 0
                demand("the first week has no version before it", not folders, folders)
                continue
            new = folders - published
            demand(f"week {week}: one version more", len(new) == 1 and published < folders | new, f"{sorted(new)} of {len(folders)}")
            changed = branch.changed()
            old = [path for _, path in changed if path.split("/")[0] in published]
            demand(f"week {week}: no file of the {len(published)} versions changed", not old, f"{len(old)}: {' '.join(old[:6])}")
            root = [path for _, path in changed if path.split("/")[0] not in folders | {"latest"}]
            above.update(root)
            if week > 1:
                demand(f"week {week}: above the folders only the lists changed", set(root) <= LISTS, " ".join(root))
            if new:
                whole.append(sum(1 for _, path in changed if path.split("/")[0] == "latest") / len(branch.git("ls-files", "latest").splitlines()))
            published = folders
        told = ", ".join(f"{name} {count} times" for name, count in sorted(above.items()))
        print(f"{len(published)} versions of {said.records} records, built one after the other; above their folders changed {told};")
        print(f"    in latest/ {sum(whole) / len(whole):.0%} of the files a week")
        if said.pack:
            all_of_it = branch.pack()
            growth = (all_of_it - first) / len(published) / first
            print(f"    one version is {first:,} bytes packed, all weeks {all_of_it:,}: {growth:.1%} of one a week")
            demand("the pack grows little", growth <= MOST_GROWTH, f"{growth:.1%} a week")
        if said.cost:
            one = min(build(program, scratch / f"one{i}", "--versions", "none", "--as-of", str(day)) for i in range(3))
            cost = (last - one) / len(published) / one
            print(f"    one version takes {one:.2f} s of processor, {len(published) + 1} take {last:.2f}: {cost:.2f} of one for each")
            demand("a version more costs little", cost <= MOST_COST, f"{cost:.2f} of one version's build")
    print("\n".join(failures[:20]))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
