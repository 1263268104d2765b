#!/usr/bin/env python3
"""Each version of a site is the site of a checkout of its commit, and git is only read: checkouts.py REPOSITORY WORDS [MOST [FOLDER]]

Builds the program of REPOSITORY (in FOLDER of it) with `--versions WORDS`. Of .git and the work tree nothing may change. Then each version
(MOST of them, spread) is checked out in a clone and built: its `latest/` is the folder of the version, byte for byte, but for version.js and
for what only the latest has (feed, site map, robots.txt). Then the history is built up to the last commit but one and to the last into one
folder: nothing in the folders of the versions may be touched, and what is touched is listed.
"""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
ONLY_LATEST = re.compile(r"version\.js|feed\.xml|robots\.txt|sitemap.*\.xml")


def run(*command, cwd=None, fine=(0,)):
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=3600, check=False)
    if done.returncode not in fine:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return done


def git(repository, *command):
    return run("git", "-C", repository, *command).stdout.strip()


def state(folder):
    """Names, bytes, times and kinds of all there is."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        info = path.lstat()
        data = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""
        found[path.relative_to(folder).as_posix()] = (data, info.st_mtime_ns, info.st_mode, info.st_size if data else 0)
    return found


def build(program, out, *more):
    return run(MILEPOST, "build", program, "-o", out, *more, fine=(0, 1))


def versions_of(site):
    text = (site / "versions.js").read_text(encoding="utf-8")
    return json.loads(text[text.index("=") + 1:].rstrip().rstrip(";"))["versions"]


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def commit_of(repository, folder):
    """The commit that a folder is named after: a tag, else the last one of that day."""
    if folder in git(repository, "tag").split("\n"):
        return git(repository, "rev-parse", folder + "^{commit}")
    day = folder[:10]
    for line in git(repository, "log", "--first-parent", "--format=%H %cs").split("\n"):
        commit, on = line.split()
        if on == day:
            return commit
    return None


def compare(version, checkout):
    left, right = files_of(version), files_of(checkout)
    differ = []
    for name in sorted(set(left) | set(right)):
        if ONLY_LATEST.fullmatch(name):
            continue
        if name not in left or name not in right or left[name].read_bytes() != right[name].read_bytes():
            differ.append(name)
    return differ, len(left)


def spread(versions, most):
    if len(versions) <= most:
        return versions
    step = (len(versions) - 1) / (most - 1)
    return [versions[round(i * step)] for i in range(most)]


def main():
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    repository, words = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    place = sys.argv[4] if len(sys.argv) > 4 else "."
    passed, failures = 0, []

    def demand(what, holds, why=""):
        nonlocal passed
        passed += bool(holds)
        if not holds:
            failures.append(f"FAIL {what}: {why}")

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        before = state(repository)
        told = build(repository / place, scratch / "site", "--versions", words)
        demand(".git and the work tree are as they were", state(repository) == before)
        site = scratch / "site"
        versions = versions_of(site)
        demand("there are versions", len(versions) > 1, told.stderr[-500:])
        listed = json.loads((site / "versions.json").read_text(encoding="utf-8"))
        demand("versions.json lists the same, as mike does", [one["version"] for one in listed] == [one["folder"] for one in versions] and
               all(sorted(one) == ["aliases", "title", "version"] for one in listed))

        clone = scratch / "clone"
        for version in spread([one for one in versions if one["folder"] != "latest"], most):
            folder = version["folder"]
            commit = commit_of(repository, folder)
            if commit is None:
                demand(folder, False, "no commit of that day")
                continue
            run("rm", "-rf", clone)
            run("git", "clone", "-q", "--no-local", repository, clone)
            git(clone, "checkout", "-q", "--detach", commit)
            # What it did not have then: later tags, and its own, since it is the working folder now.
            others = git(clone, "tag", "--no-merged", commit).split() + git(clone, "tag", "--points-at", commit).split()
            if others:
                git(clone, "tag", "-d", *others)
            build(clone / place, scratch / "checkout", "--versions", words, "--as-of", version["date"], "--label", folder)
            differ, count = compare(site / folder, scratch / "checkout/latest")
            demand(f"{folder} is its checkout", not differ, f"{len(differ)} of {count} files differ: {' '.join(differ[:8])}")

        # One more version in a site of many.
        run("rm", "-rf", clone, scratch / "checkout")
        run("git", "clone", "-q", "--no-local", repository, clone)
        tip = git(clone, "rev-parse", "HEAD")
        old = commit_of(repository, versions[1]["folder"])
        git(clone, "checkout", "-q", "--detach", git(clone, "rev-parse", old))
        later = git(clone, "tag", "--no-merged", "HEAD").split()
        if later:
            git(clone, "tag", "-d", *later)
        grown = scratch / "grown"
        build(clone / place, grown, "--versions", words, "--as-of", versions[1]["date"])
        kept = {name: path.stat() for name, path in files_of(grown).items()}
        git(clone, "checkout", "-q", tip)
        run("git", "-C", clone, "fetch", "-q", "--tags", repository)
        build(clone / place, grown, "--versions", words)
        touched, old_touched = [], []
        for name, info in kept.items():
            path = grown / name
            now = path.stat() if path.is_file() else None
            if now is None or (now.st_ino, now.st_mtime_ns) != (info.st_ino, info.st_mtime_ns):
                (touched if name.startswith("latest/") or "/" not in name or name.startswith("assets/") else old_touched).append(name)
        above = sorted(name for name in touched if not name.startswith("latest/"))
        demand("a new version touches no old one", not old_touched, f"{len(old_touched)}: {' '.join(old_touched[:8])}")
        print(f"a version more: of {len(kept)} files {len(touched)} were written anew, all in latest/ but {' '.join(above)}")
    print("\n".join(failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
