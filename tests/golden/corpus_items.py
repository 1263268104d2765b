#!/usr/bin/env python3
"""The check lists of a folder of proposals (the Cardano Improvement Proposals): `corpus_items.py FOLDER`.

The documents are read as they are; only a program.yaml says what they are. Their boxes are counted twice, here in their lines and by
the compiler, and what the compiler says is held against the numbers that are known of the corpus of 2025.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MILEPOST = os.environ.get("MILEPOST", str(HERE.parent.parent / "build/dev/milepost"))
PROGRAM = """program: Proposals
start: 2020-01-06
kinds:
  proposal:
    is_a: record
    prefix: CIP
    statuses: {proposed: waiting, active: done, inactive: dropped}
  problem:
    is_a: record
    prefix: CPS
    statuses: {open: waiting, solved: done, inactive: dropped}
records:
- {path: "CIP-*/README.md", kind: proposal}
- {path: "CPS-*/README.md", kind: problem}
"""
KNOWN = {"files": 126, "items": 748, "done": 415, "complete": 53, "active with open items": 8}
CHECKS = re.compile(r"^  checks (\d+) of (\d+)")


def count(dump):
    """What `dump --stage shape` says: a record begins at the margin, its lists are counted by heading."""
    records, status = [], ""
    for line in dump.splitlines():
        if line and not line.startswith(" "):
            records.append([0, 0, ""])
        elif found := CHECKS.match(line):
            records[-1][0] += int(found[1])
            records[-1][1] += int(found[2])
        elif line.startswith("  status: status "):
            records[-1][2] = line.split()[2]
    lists = [record for record in records if record[1] > 0]
    return {
        "files": len(lists),
        "items": sum(all_of for _, all_of, _ in lists),
        "done": sum(done for done, _, _ in lists),
        "complete": sum(done == all_of for done, all_of, _ in lists),
        "active with open items": sum(done < all_of and status == "active" for done, all_of, status in lists),
    }


def main():
    if len(sys.argv) != 2 or not sys.argv[1] or not pathlib.Path(sys.argv[1]).is_dir():
        print("counts: 0 passed, 0 failed, 1 skipped: no folder of proposals")
        return 0
    corpus = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        program = pathlib.Path(scratch) / "program"
        for document in sorted(corpus.glob("C*-*/README.md")):
            place = program / document.relative_to(corpus)
            place.parent.mkdir(parents=True)
            shutil.copy(document, place)
        (program / "program.yaml").write_text(PROGRAM)
        done = subprocess.run([MILEPOST, "dump", "--stage", "shape", str(program)], capture_output=True, timeout=120, check=False)
        found = count(done.stdout.decode())
    failed = 0
    for name, number in KNOWN.items():
        if found[name] != number:
            failed += 1
            print(f"FAIL {name}: {found[name]}, not {number}")
    print(f"counts: {len(KNOWN) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
