#!/usr/bin/env python3
"""A site that is built again over the one that is there is what a build into an empty folder makes.

Versions whose pages are made of what they were made of are left alone; whatever an edit may reach has to be made anew. Each case edits a program,
its repository or its site, builds over the site, for insiders and for customers, and compares every byte with a clean build. Without an edit
nothing is written, and where nothing an old version is made of was touched its files are those that were there (by inode).
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from later import MILEPOST, git  # noqa: E402

AUDIENCES = ((), ("--audience", "customers"))
PROGRAM = """program: Example
people: {asha: Asha}
audiences: {customers: {sees: [public]}}
records: [{path: "**", visibility: public}]
versions: {tags: ["v*"], cadence: weekly}
"""


def record(program, name, text):
    (program / name).parent.mkdir(exist_ok=True)
    (program / name).write_text(text, encoding="utf-8")


def commit(program, day):
    git(program, "add", "-A")
    git(program, "commit", "-q", "-m", f"Of {day}", day=day)


def make(program):
    """Three weeks of five records, an attachment and a theme."""
    program.mkdir()
    git(program, "init", "-q", "-b", "main")
    record(program, "program.yaml", PROGRAM)
    record(program, "theme/strings.yaml", "nav.overview: Start\n")
    record(program, "attachments/plan.txt", "The plan.\n")
    record(program, "R-1.md", "---\nid: R-1\nkind: risk\ntitle: One\nowner: asha\nlikelihood: 3\nimpact: 3\n---\n\nSee [the plan](attachments/plan.txt) and T-1.\n")
    record(program, "R-2.md", "---\nid: R-2\nkind: risk\ntitle: Two\nowner: asha\n---\n\nWords of two.\n")
    for number in range(1, 4):
        record(program, f"T-{number}.md", f"---\nid: T-{number}\nkind: task\ntitle: Work {number}\nowner: asha\nestimate: {number + 4}d\n---\n\nWork.\n")
    record(program, "T-4.md", "---\nid: T-4\nkind: task\ntitle: Work that goes\nowner: asha\nestimate: 1d\n---\n\nWork.\n")
    commit(program, "2026-03-02")
    git(program, "tag", "v1")
    (program / "T-4.md").unlink()
    record(program, "R-2.md", "---\nid: R-2\nkind: risk\ntitle: Two\nowner: asha\nstatus: mitigating\n---\n\nOther words.\n")
    commit(program, "2026-03-10")
    record(program, "T-2.md", "---\nid: T-2\nkind: task\ntitle: Work 2\nowner: asha\nestimate: 9d\nstatus: done\n---\n\nWork.\n")
    commit(program, "2026-03-17")


def edit(name, old, new):
    def apply(program, *_):
        path = program / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return apply


def nothing(*_):
    pass


def week(program, *_):
    record(program, "T-3.md", "---\nid: T-3\nkind: task\ntitle: Work 3\nowner: asha\nestimate: 12d\n---\n\nMore.\n")
    commit(program, "2026-03-24")


def moved_tag(program, *_):
    git(program, "tag", "-f", "v1", "HEAD~1")


def no_tag(program, *_):
    git(program, "tag", "-d", "v1")


def other_attachment(program, *_):
    """The tag moves to a commit that is the same but for what is in an attachment."""
    git(program, "checkout", "-q", "v1")
    record(program, "attachments/plan.txt", "Another plan.\n")
    commit(program, "2026-03-02")
    git(program, "tag", "-f", "v1")
    git(program, "checkout", "-q", "main")


def in_site(change):
    def apply(_program, site, _):
        path = site / "v1/risks/R-1.html"
        change(path)
    return apply


def add_words(path):
    text = path.read_bytes()
    path.unlink()
    path.write_bytes(text + b"<!-- tampered -->")


def false_keys(_program, site, _):
    """Somebody who may write the site names other keys: those of the second version for the first."""
    path = site / ".milepost-versions"
    lines = path.read_text(encoding="ascii").splitlines()
    keys = [line.split()[0] for line in lines]
    path.unlink()
    path.write_text("".join(f"{key} {line.split()[1]}\n" for key, line in zip(keys[1:] + keys[:1], lines)), encoding="ascii")


def keep_two(program, _site, build_again):
    """The first week has no folder any more after the fourth; what it had has a page that says so in all that are kept."""
    edit("program.yaml", "cadence: weekly", "cadence: weekly, keep: 2")(program)
    git(program, "tag", "-d", "v1")
    build_again()
    week(program)


# Each: name, the edit, whether the files of the first version stay those that were there.
CASES = [
    ("nothing", nothing, True),
    ("a week more", week, True),
    ("a record of now", edit("R-1.md", "likelihood: 3", "likelihood: 5"), True),
    ("a record hidden now", edit("R-2.md", "owner: asha", "owner: asha\nvisibility: internal"), None),
    ("words hidden now", edit("R-1.md", "See ", "<!-- audience: internal -->\nThe price.\n<!-- /audience -->\n\nSee "), None),
    ("words that were open hidden now", edit("R-2.md", "Other words.", "<!-- audience: internal -->\nOther words.\n<!-- /audience -->"), None),
    ("another meaning of an audience", edit("program.yaml", "sees: [public]", "sees: [public, internal]"), None),
    ("another name of the program", edit("program.yaml", "Example", "Other"), True),
    ("an address", edit("program.yaml", "people:", "site: {base_url: https://example.org/p/}\npeople:"), None),
    ("words of the theme of now", edit("theme/strings.yaml", "Start", "Begin"), True),
    ("a tag moved", moved_tag, None),
    ("a tag gone", no_tag, None),
    ("weeks that are kept no longer", keep_two, None),
    ("another attachment at a tag", other_attachment, None),
    ("a page that somebody edited", in_site(add_words), None),
    ("a page that somebody deleted", in_site(pathlib.Path.unlink), None),
    ("keys that somebody edited", false_keys, True),
]


def build(program, site, audience):
    done = subprocess.run([MILEPOST, "build", str(program), "-o", str(site), "--as-of", "2026-03-31", *audience], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode > 1:
        sys.exit(f"the build ended with {done.returncode}\n{done.stderr[-2000:]}")
    return done.returncode


def files_of(site):
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def try_case(scratch, start, name, change, stays, audience):
    """What is wrong, in words; nothing if all is well."""
    program, site, clean = scratch / "program", scratch / "site", scratch / "clean"
    for folder in (program, site, clean):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, program)
    build(program, site, audience)
    before = {path: file.stat().st_ino for path, file in files_of(site).items() if path.startswith("v1/")}
    if not before:
        return "there is no v1/"
    change(program, site, lambda: build(program, site, audience))
    again, clean_one = build(program, site, audience), build(program, clean, audience)
    if again != clean_one:
        return f"ends with {again}, and clean with {clean_one}"
    one, other = files_of(site), files_of(clean)
    for path in sorted(one.keys() | other.keys()):
        if path not in one or path not in other:
            return f"{path} is in one of them only"
        if one[path].read_bytes() != other[path].read_bytes():
            return f"{path} differs"
    same = all(path in one and one[path].stat().st_ino == inode for path, inode in before.items())
    if stays and not same:
        return "the files of v1/ were made anew"
    return None


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        start = scratch / "start"
        make(start)
        for name, change, stays in CASES:
            for audience in AUDIENCES:
                wrong = try_case(scratch, start, name, change, stays, audience)
                if wrong is None:
                    passed += 1
                else:
                    failed += 1
                    print(f"again: {name} {' '.join(audience)}: {wrong}")
    print(f"counts: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
