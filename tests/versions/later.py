#!/usr/bin/env python3
"""What comes later changes no version that is there: later commits, limits, tags on old commits, clocks that go wrong.

Each case is a small repository whose site is published again and again, as it grows. Every folder of a version that was there stays as it is,
byte for byte; and in the end they are what checkouts of their commits build. A tag that is put on an old commit gives its version another name:
then every address that was there leads on.
"""
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
PROGRAM = "program: Example\npeople: {asha: Asha}\n"


def git(folder, *command, day="2026-05-01"):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"], env[f"GIT_{who}_EMAIL"], env[f"GIT_{who}_DATE"] = "Asha", "asha@example.org", f"{day}T09:00:00Z"
    return subprocess.run(["git", "-C", folder, *command], check=True, env=env, capture_output=True, text=True).stdout.strip()


def commit(program, number, day):
    """Commit `number`, which its pages name."""
    for risk in range(1, 4):
        if number % risk == 0:
            (program / f"R-{risk}.md").write_text(f"---\nid: R-{risk}\nkind: risk\ntitle: Risk {risk}\nowner: asha\nlikelihood: {1 + number % 3}\nimpact: {risk}\n"
                                                  f"---\n\nAs of commit {number}.\n", encoding="utf-8")
    (program / "T-1.md").write_text(f"---\nid: T-1\nkind: task\ntitle: Work\nowner: asha\nestimate: {5 + number}d\ndue: 2026-07-31\n---\n\nCommit {number} of it.\n", encoding="utf-8")
    git(program, "add", "-A")
    git(program, "commit", "-q", "-m", f"Commit {number}", day=day)


def build(program, site, day, *more):
    done = subprocess.run([MILEPOST, "build", str(program), "-o", str(site), "--as-of", day, *more], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode > 1:
        sys.exit(f"the build ended with {done.returncode}\n{done.stderr[-2000:]}")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def folders_of(site):
    """What each version's folder holds, by its name; without the latest."""
    found = {}
    for name, data in site.items():
        folder, _, path = name.partition("/")
        if path and folder not in ("latest", "assets"):
            found.setdefault(folder, {})[path] = data
    return found


# Each: name, `versions:`, what is done before each publication: a day (a commit of it, published then), a day of publication with the commit's own
# clock behind it, or a tag and the number of a commit. What else there is to be told, as folders in the end.
CASES = [
    ("weeks", "weekly", ["2026-03-02", "2026-03-04", "2026-03-11", "2026-03-17", "2026-03-25", "2026-03-31"], ["2026-03-04", "2026-03-11", "2026-03-17", "2026-03-25"]),
    ("the newest three weeks", "{cadence: weekly, keep: 3}", [f"2026-0{3 + n // 4}-{2 + 7 * (n % 4):02}" for n in range(8)],
     ["2026-04-02", "2026-04-09", "2026-04-16"]),
    ("days", "{dates: [2026-03-10, 2026-03-20, 2026-03-30]}", ["2026-03-02", "2026-03-09", "2026-03-12", "2026-03-19", "2026-03-25", "2026-04-02"],
     ["2026-03-10", "2026-03-20", "2026-03-30"]),
    ("the last day", "{dates: [2026-03-10]}", ["2026-03-02", "2026-03-10", "2026-03-10", "2026-03-12"], ["2026-03-10"]),
    ("a tag on a new commit", "{cadence: weekly, tags: [v*]}", ["2026-03-02", "2026-03-11", ("v1", 1), "2026-03-18", ("v2", 2), "2026-03-25"],
     ["2026-03-02", "v1", "v2"]),
    ("a tag on a commit that has a folder", "{cadence: weekly, tags: [v*]}", ["2026-03-02", "2026-03-11", "2026-03-18", "2026-03-25", ("v1", 1), "2026-04-01"],
     ["2026-03-02", "2026-03-18", "2026-03-25", "v1"]),
    ("a tag between", "{cadence: weekly, tags: [v*]}", ["2026-03-02", "2026-03-11", "2026-03-12", "2026-03-18", "2026-03-25", ("v1", 1), "2026-04-01"],
     ["2026-03-02", "2026-03-12", "2026-03-18", "2026-03-25", "v1"]),
    ("a clock that was set back", "weekly", ["2026-03-02", "2026-03-11", "2026-03-18", ("2026-03-25", "1999-06-02"), "2026-04-01", "2026-04-08"],
     ["2026-03-02", "2026-03-11", "2026-03-18", "2026-04-01"]),
    ("a clock that was set back, last", "weekly", ["2026-03-02", "2026-03-11", "2026-03-18", ("2026-03-25", "1999-06-02")], ["2026-03-02", "2026-03-11"]),
    ("a clock that was set ahead", "weekly", ["2026-03-02", "2026-03-11", ("2026-03-12", "2099-01-01"), "2026-03-18", "2026-03-25", "2026-04-01"],
     ["2026-03-02", "2026-03-11", "2026-03-18", "2026-03-25"]),
]


def is_day(word):
    return re.fullmatch(r"\d{4}-\d\d-\d\d", word) is not None


def main():
    passed, failures = 0, []

    def demand(what, holds, why=""):
        nonlocal passed
        passed += bool(holds)
        if not holds:
            failures.append(f"FAIL {what}: {why}")

    with tempfile.TemporaryDirectory() as scratch:
        for number, (name, versions, steps, wanted) in enumerate(CASES):
            program, out = pathlib.Path(scratch) / str(number), pathlib.Path(scratch) / f"{number}-site"
            program.mkdir()
            (program / "program.yaml").write_text(f"{PROGRAM}versions: {versions}\n", encoding="utf-8")
            git(program, "init", "-q", "-b", "main")
            commits, published, today = [], {}, ""
            for step in steps:
                first, second = (step, step) if isinstance(step, str) else step
                if is_day(first):
                    today = first
                    commit(program, len(commits) + 1, second)
                    commits.append(git(program, "rev-parse", "HEAD"))
                else:
                    git(program, "tag", first, commits[second])
                found = folders_of(build(program, out, today))
                for folder, files in published.items():
                    now = found.get(folder)
                    if now is None and "keep" in versions:
                        continue
                    if is_day(first):
                        differ = sorted(path for path in files if now is None or now.get(path) != files[path])
                        demand(f"{name}, {first}: {folder} stays as it was", not differ, "it is gone" if now is None else " ".join(differ[:6]))
                    else:
                        gone = sorted(path for path in files if path.endswith(".html") and (now is None or path not in now))
                        demand(f"{name}, {first}: all of {folder} has its address", not gone, "it is gone" if now is None else " ".join(gone[:6]))
                published.update(found)
            listed = json.loads((out / "versions.json").read_text(encoding="utf-8"))
            told = sorted(one["version"] for one in listed if one["version"] != "latest")
            demand(f"{name}: the versions", told == wanted, told)
            # The first and the last are their checkouts: what is before them, and what is after.
            text = (out / "versions.js").read_text(encoding="utf-8")
            days = {one["folder"]: one["date"] for one in json.loads(text[text.index("=") + 1:].rstrip().rstrip(";"))["versions"]}
            for folder in dict.fromkeys((told[0], told[-1])):
                page = (out / folder / "tasks/T-1.html").read_text(encoding="utf-8")
                of = commits[int(re.search(r"Commit (\d+) of it", page).group(1)) - 1]
                clone = pathlib.Path(scratch) / f"{number}-{folder}"
                git(scratch, "clone", "-q", "--no-local", str(program), str(clone))
                git(clone, "checkout", "-q", "--detach", of)
                later = git(clone, "tag", "--no-merged", of).split() + git(clone, "tag", "--points-at", of).split()
                if later:
                    git(clone, "tag", "-d", *later)
                made = build(clone, pathlib.Path(scratch) / f"{number}-{folder}-site", days[folder], "--label", folder)
                made = {path.removeprefix("latest/"): data for path, data in made.items() if path.startswith("latest/")} or made
                here = {path.relative_to(out / folder).as_posix(): path.read_bytes() for path in (out / folder).rglob("*") if path.is_file()}
                differ = sorted(path for path in set(made) | set(here) if not ONLY_LATEST.fullmatch(path) and made.get(path) != here.get(path))
                demand(f"{name}: {folder} is its checkout", not differ, f"{len(differ)} differ: {' '.join(differ[:6])}")
    print("\n".join(failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
