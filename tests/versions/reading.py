#!/usr/bin/env python3
"""`check --since` and `check --merge` against repositories made here, and that nothing but reading happens to any of them.

Two branches that are each without a problem, and whose merge makes a circle, an id used twice and a slip; what a branch did not do; a file
that was renamed; a shallow clone; no git; a folder of thousands of files with a long history; and a repository of 2,000 commits whose configuration runs commands wherever it can.
"""
import hashlib
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import thousands

ROOT = thousands.ROOT
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))

counts = {"passed": 0, "failed": 0}


def expect(what, good, more=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print(f"FAIL {what}\n    {str(more).strip()[-1500:]}")


def state(folder):
    """A hash of all names, bytes, modes and times beneath a folder."""
    sum_of = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        info = path.lstat()
        sum_of.update(f"{path} {info.st_mode} {info.st_mtime_ns} {info.st_ino}\n".encode())
        if path.is_file() and not path.is_symlink():
            sum_of.update(path.read_bytes())
    return sum_of.hexdigest()


def check(program, *words, env=None):
    done = subprocess.run([MILEPOST, "check", str(program), *words], capture_output=True, text=True, env=env, check=False)
    return done.returncode, done.stdout + done.stderr


def codes(program, *words):
    status, out = check(program, *words, "--format", "json", "--all")
    found = json.loads(out) if out.startswith("[") else []
    return status, sorted(item["code"] for item in found), out


class Repository:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        thousands.git(folder, "init", "--quiet", "--template=", "--initial-branch=main", ".")
        self.day = 0

    def git(self, *words):
        when = f"2026-05-{1 + self.day:02}T12:00:00Z"
        who = {"NAME": "A. Writer", "EMAIL": "a@example.org", "DATE": when}
        thousands.ENV.update({f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()})
        return thousands.git(self.folder, *words)

    def commit(self, files, message="A commit"):
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.day += 1
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", message)
        return self.git("rev-parse", "HEAD")


PROGRAM = """program: Two branches
as_of: 2026-06-01
start: 2026-05-01
target: M-1
people: {asha: Asha}
"""
MILESTONES = """milestones:
- id: M-1
  title: All is done
  owner: asha
  due: 2026-07-10
  depends_on: [T-2, T-3]
"""


def tasks(build="5d", write="5d", build_after="", sell_after=""):
    return f"""tasks:
- id: T-1
  title: Build it
  owner: asha
  estimate: {build}
{build_after}
- id: T-2
  title: Test it
  owner: asha
  estimate: 5d
  depends_on: [T-1]

- id: T-3
  title: Write it
  owner: asha
  estimate: {write}

- id: T-4
  title: Sell it
  owner: asha
  estimate: 5d
  blocks: [M-1]
{sell_after}"""


def risk(title):
    return f"risks:\n- {{id: R-9, title: {title}, owner: asha, status: closed, related: [T-1]}}\n"


def two_branches(scratch):
    repository = Repository(scratch / "two")
    repository.commit({"program.yaml": PROGRAM, "milestones.yaml": MILESTONES, "tasks.yaml": tasks()})
    repository.git("checkout", "--quiet", "-b", "theirs")
    # They make writing long, let selling wait for testing, and know of a risk.
    repository.commit({"tasks.yaml": tasks(write="30d", sell_after="  depends_on: [T-2]\n"), "rain.yaml": risk("Rain")})
    repository.git("checkout", "--quiet", "main")
    # We let building wait for selling and testing for writing, and know of another.
    ours = tasks(build_after="  depends_on: [T-4]\n").replace("depends_on: [T-1]", "depends_on: [T-1, T-3]")
    repository.commit({"tasks.yaml": ours, "snow.yaml": risk("Snow")})
    before = state(repository.folder)
    for side in ("theirs", "main"):
        there = scratch / f"side-{side}"
        thousands.git(scratch, "clone", "--quiet", "--branch", side, str(repository.folder), str(there))
        status, out = check(there, "--all")
        expect(f"{side} alone has no error", status == 0, out)
        _, found, out = codes(there)
        expect(f"{side} alone is clean", not [code for code in found if code in ("MP202", "MP211", "MP335")], out)
    status, found, out = codes(repository.folder, "--merge", "theirs")
    expect("the merge fails", status == 1, out)
    for code in ("MP071", "MP072", "MP074"):
        expect(f"the merge makes {code}", code in found, out)
    expect("no conflict", "MP070" not in found, out)
    slip = [item for item in json.loads(out) if item["code"] == "MP074"]
    expect("the slip names days and records", slip and "M-1" in slip[0]["message"] and "working day" in slip[0]["message"], out)
    expect("git says the texts merge", not conflicts(repository, "theirs"))
    expect("nothing was written", state(repository.folder) == before)

    # The same file, the same lines; and what is not committed counts.
    (repository.folder / "tasks.yaml").write_text(tasks(write="40d"), encoding="utf-8")
    status, found, out = codes(repository.folder, "--merge", "theirs")
    expect("a conflict is told with its place", "MP070" in found and "tasks.yaml" in out, out)
    repository.git("checkout", "--quiet", "--", ".")
    status, out = check(repository.folder, "--merge", "nothing")
    expect("no such revision: wrong usage", status == 2 and "nothing" in out, out)
    status, out = check(repository.folder, "--merge", "HEAD")
    expect("merging oneself makes nothing", status == 0 and "no problems" in out, out)
    return repository


def conflicts(repository, other):
    there = repository.folder.parent / "merged"
    thousands.git(repository.folder.parent, "clone", "--quiet", str(repository.folder), str(there))
    done = subprocess.run(["git", "-C", str(there), "merge", "--quiet", "--no-edit", f"origin/{other}"], env=thousands.ENV,
                          capture_output=True, check=False)
    return done.returncode != 0


def broken_links(scratch):
    repository = Repository(scratch / "links")
    repository.commit({"program.yaml": PROGRAM.replace("target: M-1\n", ""), "a.md": "# A\n\nWords.\n", "b.md": "# B\n\nWords.\n"})
    repository.git("checkout", "--quiet", "-b", "renames")
    repository.commit({"a.md": None, "c.md": "# A\n\nWords.\n"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"b.md": "# B\n\nSee [A](a.md).\n"})
    status, found, out = codes(repository.folder, "--merge", "renames")
    expect("a link to what the other side renamed", status == 1 and found == ["MP073"], out)
    repository.git("checkout", "--quiet", "renames")
    repository.commit({"b.md": None})
    repository.git("checkout", "--quiet", "main")
    status, found, out = codes(repository.folder, "--merge", "renames")
    expect("changed here, deleted there", "MP070" in found, out)


def renamed_folder(scratch):
    repository = Repository(scratch / "folder")
    text = "# Page {0}\n\nFirst words of {0}.\n\nMiddle.\n\nLast words of {0}.\n"
    repository.commit({"program.yaml": PROGRAM.replace("target: M-1\n", ""), **{f"old/{i}.md": text.format(i) for i in range(300)}})
    repository.git("checkout", "--quiet", "-b", "changes")
    repository.commit({f"old/{i}.md": text.format(i).replace("First", "Other") for i in range(300)})
    repository.git("checkout", "--quiet", "main")
    repository.git("mv", "old", "new")
    repository.commit({})
    for here, there in (("main", "changes"), ("changes", "main")):
        repository.git("checkout", "--quiet", here)
        status, found, out = codes(repository.folder, "--merge", there)
        expect(f"a folder renamed on one side and changed on the other ({here})", status == 0 and not found, out)
    status, out = check(repository.folder, "--merge", "main", "--since", "main")
    expect("--merge excludes --since", status == 2, out)


def partial_clone(scratch):
    repository = Repository(scratch / "whole")
    plain = PROGRAM.replace("target: M-1\n", "")
    repository.commit({"program.yaml": plain, "a.md": "# A\n\nSee [nothing](nothing.md).\n"})
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({"a.md": "# A\n\nSee nothing.\n"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"a.md": "# A\n\nOne more.\n\nSee [nothing](nothing.md).\n", "b.md": "# B\n\nWords.\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = scratch / "partial"
    thousands.git(scratch, "clone", "--quiet", "--filter=blob:none", f"file://{repository.folder}", str(clone))
    for words in (("--since", "HEAD~1"), ("--merge", "origin/other")):
        status, out = check(clone, *words)
        expect(f"{words} in a partial clone: status 3 and the cure", status == 3 and "--refetch" in out, out)
    repository.git("mv", "a.md", "sub.md")
    repository.commit({})
    (repository.folder / "neu").mkdir()
    for name in ("program.yaml", "sub.md", "b.md"):
        repository.git("mv", name, "neu/")
    repository.commit({})
    status, out = check(repository.folder / "neu", "--since", "HEAD~1")
    expect("a program that was not there says that all is new", status == 0 and "counts as new" in out, out)


def since(scratch):
    repository = Repository(scratch / "since")
    broken = "# A\n\nSee [nothing](nothing.md).\n"
    repository.commit({"program.yaml": PROGRAM.replace("target: M-1\n", ""), "a.md": broken, "b.md": "# B\n\nWords.\n"})
    first = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "-b", "work")
    status, out = check(repository.folder, "--strict")
    expect("broken before", status == 1, out)
    # Lines above it, and a file of another name.
    repository.commit({"a.md": "# A\n\nOne more.\n\nSee [nothing](nothing.md).\n"})
    status, out = check(repository.folder, "--strict", "--since", "main")
    expect("what was there is left out, wherever it stands now", status == 0 and "1 that were there" in out, out)
    repository.commit({"a.md": None, "sub/renamed.md": "# A\n\nOne more.\n\nSee [nothing](nothing.md).\n"})
    status, out = check(repository.folder, "--strict", "--since", "HEAD~1")
    expect("a renamed file is followed", status == 0, out)
    repository.commit({"b.md": "# B\n\nSee [nowhere](nowhere.md).\n"})
    status, found, out = codes(repository.folder, "--strict", "--since", "HEAD~1")
    expect("what is new fails", status == 1 and found == ["MP220"] and "nowhere" in out, out)
    # Others fix it and break something else meanwhile: neither is of this branch.
    repository.git("checkout", "--quiet", "main")
    repository.commit({"a.md": "# A\n\nWords.\n"})
    repository.git("checkout", "--quiet", "-b", "quiet", first)
    repository.commit({"c.md": "# C\n\nWords.\n"})
    status, out = check(repository.folder, "--strict", "--since", "main")
    expect("since the history parted, not since their last commit", status == 0, out)
    status, out = check(repository.folder, "--since", "2026-05-01")
    expect("a day may be meant", status in (0, 2), out)
    status, out = check(repository.folder, "--since", "nothing")
    expect("no such revision: wrong usage", status == 2, out)
    # Words of `versions:` that choose nothing are told at their place, as a build does, unless the clone is to blame.
    settings = "program: Two\nas_of: 2026-06-01\nversions:\n  tags: [\"v*\"]\n  dates: [2020-01-01, 2026-05-20]\n  commits: [nothing-1]\n"
    before = (repository.folder / "program.yaml").read_text(encoding="utf-8") if (repository.folder / "program.yaml").exists() else None
    (repository.folder / "program.yaml").write_text(settings, encoding="utf-8")
    status, out = check(repository.folder, "--all")
    for place in ("program.yaml:4:10", "program.yaml:5:11", "program.yaml:6:13"):
        expect(f"{place} is told", f"{place}: " in out and "MP064" in out, out)
    expect("and no other", out.count("MP064") == 3 and "shallow" not in out, out)
    (repository.folder / "risks.yaml").write_text("risks:\n- {id: R-1, title: Rain, owner: Ana, raised: 2026-05-01}\n", encoding="utf-8")
    bare = scratch / "cut-off"
    thousands.git(scratch, "clone", "--quiet", "--depth", "1", "--branch", "quiet", f"file://{repository.folder}", str(bare))
    for name in ("program.yaml", "risks.yaml"):
        (bare / name).write_text((repository.folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    status, out = check(bare)
    expect("a shallow clone: ages are told by its commits alone", "this clone is shallow: how long records are there" in out and "MP064" not in out, out)
    (repository.folder / "risks.yaml").unlink()
    if before is None:
        (repository.folder / "program.yaml").unlink()
    else:
        (repository.folder / "program.yaml").write_text(before, encoding="utf-8")
    # In a shallow clone, and without git.
    shallow = scratch / "shallow"
    thousands.git(scratch, "clone", "--quiet", "--depth", "1", "--branch", "quiet", f"file://{repository.folder}", str(shallow))
    for option in ("--since", "--merge"):
        status, out = check(shallow, option, "main")
        expect(f"{option} in a shallow clone: status 3 and the cure", status == 3 and "fetch-depth: 0" in out, out)
        status, out = check(shallow, option, "main", env={"PATH": "/nonexistent"})
        expect(f"{option} without git: status 3", status == 3 and "no git" in out, out)


def seconds(*words):
    """The processor time of a command and what it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([str(word) for word in words], capture_output=True, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def large_folder(scratch):
    """A thousand commits of one file each, in a folder of four thousand: what did not change costs no more than git itself needs."""
    folder = scratch / "large"
    folder.mkdir()
    thousands.git(folder, "init", "--quiet", "--template=", "--initial-branch=main", ".")
    out = []

    def commit(number, files):
        out.append(f"commit refs/heads/main\ncommitter A. Writer <a@example.org> {1767000000 + 6000 * number} +0000\ndata 1\nx\n")
        out.extend(f"M 100644 inline {name}\ndata {len(text)}\n{text}\n" for name, text in files.items())

    def risk_of(number, impact):
        return {f"risks/R-{number}.md": f"---\nid: R-{number}\ntitle: It rains\nowner: asha\nlikelihood: 1\nimpact: {impact}\n---\n"}

    start = {"program.yaml": "program: Large\nas_of: 2026-06-01\npeople: {asha: Asha}\nversions: [none]\n"}
    for number in range(4000):
        start |= risk_of(number, 1)
    commit(0, start)
    for number in range(1, 1000):
        commit(number, risk_of(number * 7919 % 4000, 2))
    thousands.git(folder, "fast-import", "--quiet", given="".join(out).encode())
    thousands.git(folder, "reset", "--quiet", "--hard")
    with_history = seconds(MILEPOST, "check", folder)
    program = folder / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("versions: [none]\n", ""), encoding="utf-8")
    without = seconds(MILEPOST, "check", folder)
    by_git = seconds("git", "-C", folder, "log", "--raw", "--first-parent")
    expect("a large folder with a long history", with_history - without < 4.5 * by_git + 0.2,
           f"{with_history:.2f} s, without a history {without:.2f} s; git itself {by_git:.2f} s")


def hostile(scratch):
    folder = scratch / "hostile/repo"
    thousands.make(folder, 2000)
    thousands.make_hostile(folder)
    program = folder / thousands.PLACE
    before = state(folder)
    for words in (("--since", "week-05"), ("--since", "2026-03-31"), ("--merge", "side"), ("--merge", "v0.5")):
        status, out = check(program, *words)
        expect(f"{words} is answered", status in (0, 1), out)
    expect("nothing of .git was run", not (folder.parent / "pwned").exists())
    expect("2,000 commits read, .git and the folder are what they were", state(folder) == before)
    # As in a hook of another repository.
    env = {"PATH": os.environ["PATH"], "GIT_DIR": str(scratch / "two/.git"), "GIT_WORK_TREE": str(scratch / "two")}
    status, out = check(program, "--since", "week-05", env=env)
    expect("the environment of a hook changes nothing", status in (0, 1), out)


def main():
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder).resolve()
        two_branches(scratch)
        broken_links(scratch)
        renamed_folder(scratch)
        partial_clone(scratch)
        since(scratch)
        large_folder(scratch)
        hostile(scratch)
    print(f"counts: {counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
