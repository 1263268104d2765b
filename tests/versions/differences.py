#!/usr/bin/env python3
"""`milepost diff` as a command: nothing from a version to itself, nothing for an audience of what it may not know, and never too long.

The canary of audiences.py (three versions, every pair of labels) is compared for each audience, both ways and in all formats; a list of
90,000 entries that are all other costs no more than reading it.
"""
import html
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import audiences
import thousands

MILEPOST = os.environ.get("MILEPOST", str(thousands.ROOT / "build/dev/milepost"))
FORMATS = ("text", "markdown", "json", "html")
MOST = 65536

counts = {"passed": 0, "failed": 0}


def expect(what, good, more=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print(f"FAIL {what}\n    {str(more).strip()[-1500:]}")


def run(command, *words, cwd=None):
    """The status, what it said, and the seconds of processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([MILEPOST, command, *map(str, words)], capture_output=True, text=True, cwd=cwd, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, done.stdout, done.stderr, after.ru_utime - before.ru_utime


def diff(program, old, new, form, *words):
    status, out, err, _ = run("diff", old, new, program, "--format", form, *words)
    if status != 0:
        expect(f"diff {old} {new} --format {form} {' '.join(words)}", False, err)
    return out


def says_nothing(out, form):
    if form == "json":
        said = json.loads(out)
        return not any(said[part] for part in ("shifts", "because", "consequences", "records", "pages", "reworded", "people"))
    if form == "html":
        main = re.search(r"<main.*?</main>", out, re.S)
        return main and "Nothing changed." in main[0] and "<li" not in main[0] and "<tr" not in main[0]
    return "Nothing changed." in out and len(out.splitlines()) <= 4


def check_same(program, editions):
    for edition in editions:
        for form in FORMATS:
            out = diff(program, edition, edition, form)
            expect(f"diff {edition} {edition} --format {form} is empty", says_nothing(out, form), out)
        status, _, _, _ = run("diff", edition, edition, program, "--exit-code")
        expect(f"diff {edition} {edition} --exit-code", status == 0, status)


def check_audiences(scratch):
    made = audiences.things()
    program = scratch / "program"
    audiences.make(program, made)
    check_same(program, ("v0", "HEAD"))
    for audience in audiences.SEES:
        words = ["--audience", audience] if audience else []
        for old, new in ((0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)):
            for form in FORMATS if old + new != 3 and (old, new) != (1, 0) else ("markdown", "json"):
                out = html.unescape(diff(program, f"v{old}", f"v{new}", form, *words))
                name = f"{form} from v{old} to v{new} for {audience or 'insiders'}"
                leaks = [(version, thing.kind, thing.labels) for thing in made for version in range(3)
                         if thing.word(version) in out and not (version in (old, new) and thing.may_be_seen(version, audience))]
                expect(f"{name}: nothing that is hidden then or now", not leaks, leaks[:5])
                lost = [(thing.kind, thing.labels) for thing in made if thing.kind in ("record", "file", "page") and
                        thing.word(new if thing.may_be_seen(new, audience) else old) not in out and
                        (thing.may_be_seen(new, audience) or thing.may_be_seen(old, audience))]
                expect(f"{name}: each record and page that may be told", not lost, lost[:5])


def check_long(scratch):
    for state, more in (("before", 0), ("after", 1)):
        folder = scratch / state
        folder.mkdir()
        (folder / "program.yaml").write_text("program: Long\nas_of: 2026-06-01\n", encoding="utf-8")
        rows = "".join(f"    {1000 + i // 336}-{1 + i // 28 % 12:02}-{1 + i % 28:02}: {i + more}\n" for i in range(90000))
        (folder / "metrics.yaml").write_text(f"metrics:\n- id: MET-1\n  title: Orders\n  readings:\n{rows}", encoding="utf-8")
        tasks = "".join(f"- {{id: T-{i}, title: Do it, owner: {'Ana' if more else 'Li'}, status: in progress}}\n" for i in range(1, 4001))
        (folder / "tasks.yaml").write_text(f"tasks:\n{tasks}", encoding="utf-8")
    old, new = f"{scratch}/before/", f"{scratch}/after/"
    _, _, _, reading = run("check", new)
    status, out, err, used = run("diff", old, new)
    expect("a long list", status == 0 and "and 89988 more" in out, err + out[-500:])
    expect("a long list is compared in the time that reading it takes", used < 8 * reading + 0.5, f"{used:.1f} s, reading {reading:.1f} s")
    comment = diff(new, old, new, "markdown")
    expect("a comment fits", MOST * 0.8 < len(comment) <= MOST, len(comment))
    expect("a comment tells the long record and others", "Orders" in comment and comment.count("\n- T-") > 500, comment[:300])
    more = re.findall(r"^- and (\d+) more$", comment, re.M)
    expect("a comment says what it leaves out", len(more) == 1 and int(more[0]) + comment.count("\n- ") - 1 == 4001, more)
    records = json.loads(diff(new, old, new, "json"))["records"]
    expect("JSON tells all records", len(records) == 4001, len(records))


def check_words(scratch):
    """What it says about words that name no version."""
    program = scratch / "words"
    program.mkdir()
    audiences.git(program, "2026-05-01", "init", "--quiet", "--template=", "--initial-branch=main", ".")
    (program / "program.yaml").write_text("program: Words\nas_of: 2026-06-01\n", encoding="utf-8")
    (program / "a.md").write_text("# A\n\nSee [nothing](nothing.md).\n", encoding="utf-8")
    status, out, err, _ = run("check", program, "--strict", "--since", "HEAD")
    expect("--since HEAD before the first commit: all is new", status == 1 and "MP220" in err + out and "no commit yet; all of it counts as new" in err, err)
    status, _, err, _ = run("check", program, "--since", "HEAD~1")
    expect("--since another revision before the first commit", status == 2 and "no commit yet" in err, err)
    status, _, err, _ = run("diff", "HEAD", cwd=program)
    expect("diff before the first commit", status == 2 and "no commit yet" in err, err)
    audiences.git(program, "2026-05-08", "add", "-A")
    audiences.git(program, "2026-05-08", "commit", "--quiet", "-m", "First")
    (scratch / "empty").mkdir()
    empty = f"{scratch}/empty/"
    for old, new, part in ((empty, f"{program}/", "has no program.yaml"), (f"{program}/", empty, "has no program.yaml"),
                           ("2026-05-07", "HEAD", "there is no commit of `2026-05-07` or before: the first one is of 2026-05-08"),
                           ("2026-05-08", "2026-06-02", "is after the last commit, of 2026-05-08, and after 2026-06-01")):
        status, out, err, _ = run("diff", old, new, cwd=program)
        expect(f"diff {old} {new}", status == 2 and part in err and not out, f"{status} {out} {err}")
    status, out, err, _ = run("check", program, "--since", empty)
    expect("--since an empty folder", status == 2 and "has no program.yaml" in err, err)
    status, out, err, _ = run("diff", "2026-05-08", "2026-06-01", cwd=program)
    expect("diff up to the as-of date", status == 0, err)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        check_audiences(scratch)
        check_long(scratch)
        check_words(scratch)
    print(f"counts: {counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
