#!/usr/bin/env python3
"""Canary over versions and audiences: what was hidden then or is hidden now is in no byte of an audience's site.

A program of three versions in git, and records, pages and fields that have every pair of labels over them, or are gone. Each title, text and
value carries a word of its own and of its version. A word may be in a site for an audience if the audience saw what carries it in that version
and sees it now; then it has to be there. Anywhere in the site: pages of the version, search, history, changes, feeds.
"""
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

import thousands

MILEPOST = os.environ.get("MILEPOST", str(thousands.ROOT / "build/dev/milepost"))
LABELS = ("public", "partner", "internal", "restricted")
SEES = {
    "customers": {"public"},
    "partners": {"public", "partner"},
    "": {"public", "internal"},
    "program_office": set(LABELS),
}
PROGRAM = """program: Versions
as_of: 2026-05-29
labels: [partner]
versions: ["v*"]
audiences:
  customers: {sees: [public], pages: [summary]}
  partners: {sees: [public, partner]}
people: {asha: Asha}
kinds:
  risk:
    fields:
"""


class Thing:
    """Something with a label in each version; None: it is not there."""

    def __init__(self, kind, number, labels):
        self.kind, self.number, self.labels = kind, number, labels

    def word(self, version):
        return f"canary{self.kind}{self.number}v{version}x"

    def may_be_seen(self, version, audience):
        label, now = self.labels[version], self.labels[-1]
        sees = SEES[audience]
        return label is not None and label in sees and (now is None or now in sees)


def things():
    """Records, pages and fields: every label then and now, with the one of now or none between, and gone."""
    made = []
    for kind in ("record", "file", "page"):
        for number, (then, now) in enumerate(itertools.product(LABELS, LABELS + (None,))):
            made.append(Thing(kind, number, (then, now if number % 2 else then, now)))
    for number, (then, now) in enumerate(itertools.product(LABELS, LABELS)):
        made.append(Thing("field", number, (then, then, now)))
    return made


def files_of(made, version):
    program, rows = PROGRAM, "risks:\n"
    fields = {}
    files = {}
    for thing in made:
        label, word = thing.labels[version], thing.word(version)
        if label is None:
            continue
        if thing.kind == "field":
            program += f"      value{thing.number}: {{type: text, visibility: {label}}}\n"
            fields[f"value{thing.number}"] = word
        elif thing.kind == "record":
            rows += f"- {{id: R-{thing.number + 1}, title: Rain {word}, owner: asha, description: It may {word}, visibility: {label}}}\n"
        elif thing.kind == "file":
            head = f"---\nid: D-{thing.number + 1}\nkind: decision\ntitle: Whether {word}\nvisibility: {label}\n---\n\n"
            files[f"decisions/{thing.number}.md"] = head + f"# Whether {word}\n\nBecause of {word}.\n"
        else:
            files[f"notes/{thing.number}.md"] = f"---\nvisibility: {label}\n---\n\n# Notes {word}\n\nSee {word}.\n"
    values = "".join(f", {name}: {word}" for name, word in fields.items())
    rows += f"- {{id: R-100, title: Fields, owner: asha, visibility: public{values}}}\n"
    files["program.yaml"] = program
    files["raid.yaml"] = rows
    # References to everything from what everybody sees.
    names = [f"R-{t.number + 1}" for t in made if t.kind == "record" and t.labels[version]]
    names += [f"D-{t.number + 1}" for t in made if t.kind == "file" and t.labels[version]]
    links = [f"[here](notes/{t.number}.md)" for t in made if t.kind == "page" and t.labels[version]]
    text = f"See {', '.join(names)} and {', '.join(links)}."
    files["all.md"] = f"---\nvisibility: public\n---\n\n# All of version {version}\n\n{text}\n"
    return files


def git(folder, day, *words):
    for role in ("AUTHOR", "COMMITTER"):
        thousands.ENV.update({f"GIT_{role}_NAME": "A. Writer", f"GIT_{role}_EMAIL": "a@example.org", f"GIT_{role}_DATE": f"{day}T12:00:00Z"})
    return thousands.git(folder, *words)


def make(folder, made):
    folder.mkdir()
    git(folder, "2026-05-01", "init", "--quiet", "--template=", "--initial-branch=main", ".")
    for version, day in enumerate(("2026-05-08", "2026-05-15", "2026-05-29")):
        for old in folder.rglob("*.*"):
            if ".git" not in old.parts and old.is_file():
                old.unlink()
        for name, text in files_of(made, version).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        git(folder, day, "add", "-A")
        git(folder, day, "commit", "--quiet", "-m", f"Version {version}")
        git(folder, day, "tag", f"v{version}")


def main():
    passed = failed = 0
    made = things()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        make(scratch / "program", made)
        for audience in SEES:
            out = scratch / f"site-{audience or 'plain'}"
            words = ["--audience", audience] if audience else []
            done = subprocess.run([MILEPOST, "build", str(scratch / "program"), "-o", str(out), *words], capture_output=True, text=True, check=False)
            folders = [name for name in ("v0", "v1", "latest") if (out / name).is_dir()]
            if done.returncode not in (0, 1) or len(folders) != 3:
                failed += 1
                print(f"FAIL {audience or 'plain'}: {folders}, status {done.returncode}\n{done.stderr[-1500:]}")
                continue
            site = b"\n".join(str(path.relative_to(out)).encode() + b"\n" + path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file())
            for thing, version in itertools.product(made, range(3)):
                there = thing.word(version).encode() in site
                wanted = thing.may_be_seen(version, audience)
                if there == wanted:
                    passed += 1
                    continue
                failed += 1
                where = [str(path.relative_to(out)) for path in sorted(out.rglob("*")) if path.is_file() and thing.word(version).encode() in path.read_bytes()]
                print(f"FAIL {audience or 'plain'}: {thing.kind} {thing.number} of version {version}, {thing.labels}: {'told' if there else 'lost'} {where[:4]}")
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
