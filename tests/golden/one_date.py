#!/usr/bin/env python3
"""The sample's schedule: its path and sums, and what changes when one promise moves by two days, and nothing else.

expected in tests/golden/one-date: path.txt is what `dump --stage analyze` says of the whole plan (without its forecast), moved.txt
every line that differs once DEP-014 is promised for 11 June instead of 9 June, under the heading of its paragraph. --update writes both anew; read the
difference before you commit it.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXPECTED = ROOT / "tests/golden/one-date"
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
FILE, OLD, NEW = "dependencies/DEP-014.md", "promised: ~~2026-05-29~~ 2026-06-09", "promised: ~~2026-05-29~~ 2026-06-11"


def dump(folder):
    done = subprocess.run([MILEPOST, "dump", "--stage", "analyze", str(folder)], capture_output=True, text=True,
                          timeout=60, check=False)
    paragraphs = [part.splitlines() for part in done.stdout.split("\n\n")]
    # What chance and health make of it is another matter (tests/unit/analyze).
    drawn = re.compile(r"  (forecast|drives|trials|path_ranged|computed|because|rosier|contradicted): ")
    return {part[0]: [line for line in part[1:] if not drawn.match(line)] for part in paragraphs if part}


def path_of(dump_of):
    told = [name for name in dump_of if name == "schedule" or name.startswith("why ")]
    return "".join(f"{name}\n" + "".join(f"{line}\n" for line in dump_of[name]) for name in told)


def changes(before, after):
    text = ""
    for name in [*before, *(name for name in after if name not in before)]:
        lines = list(difflib.ndiff(before.get(name, []), after.get(name, [])))
        changed = [line for line in lines if line[0] in "+-"]
        if changed:
            text += f"{name}\n" + "".join(f"{line}\n" for line in changed)
    return text


def main():
    before = dump(ROOT / "sample-program")
    with tempfile.TemporaryDirectory() as scratch:
        moved = pathlib.Path(scratch) / "program"
        shutil.copytree(ROOT / "sample-program", moved)
        text = (moved / FILE).read_text()
        if OLD not in text:
            sys.exit(f"{FILE} no longer says `{OLD}`")
        (moved / FILE).write_text(text.replace(OLD, NEW))
        after = dump(moved)
    wrong = 0
    for name, text in [("path.txt", path_of(before)), ("moved.txt", changes(before, after))]:
        expected = EXPECTED / name
        if "--update" in sys.argv:
            expected.write_text(text)
        known = expected.read_text() if expected.exists() else ""
        wrong += known != text
        sys.stdout.writelines(difflib.unified_diff(known.splitlines(True), text.splitlines(True), "expected", "actual", n=1))
    sys.exit(1 if wrong else 0)


main()
