#!/usr/bin/env python3
"""What is hidden changes no byte: builds of one program, with hidden things added and edited, are compared byte for byte.

  interference.py [VARIANT...]   all of them, or those whose names begin so; prints a `counts:` line
"""
import os
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hidden_variants
from outputs import PLAIN, files_below, refused, tell, write_program

# Who looks, and the labels that are hidden from them.
LOOKERS = {PLAIN: ("restricted",), "staff": ("restricted", "board"), "customers": ("internal", "restricted", "board")}
# Those who see one of the program's own labels, and not the other.
BESIDE = {"partners": ("board",), "board": ("partner",)}
# What the visible things of a program are for each of them; behind `+` what else he sees.
VISIBLE = {PLAIN: "internal", "staff": "internal", "customers": "public", "partners": "public+partner", "board": "public+board"}


# A plain build tells where in the files things stand, for those who have the files: the lines move, and nothing else.
LINE = re.compile(rb'("line":)\d+|((?:#L|:)\d+(?=["<]))|(, line )\d+')


def difference(first, second, inside):
    """The first difference between two folders in words, or nothing. `inside`: lines of sources may move. What is beside the site
    counts if the second has it."""
    here, there = set(files_below(first)), set(files_below(second))
    here = {path for path in here if path in there or path.startswith("site/")}
    for path in sorted(here ^ there):
        return f"{path} is only in the build {'without' if path in here else 'with'}"
    for path in sorted(here, key=lambda path: (path.endswith("manifest"), path)):
        a, b = (Path(first) / path).read_bytes(), (Path(second) / path).read_bytes()
        if inside and path.endswith((".json", ".html")):
            a, b = LINE.sub(rb"\1\3", a), LINE.sub(rb"\1\3", b)
        if inside and path.endswith(".milepost-manifest"):
            continue  # it has the hashes of files that are compared themselves
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            cut = slice(max(0, at - 60), at + 90)
            return f"{path} at {at}:\n      {a[cut]!r}\n      {b[cut]!r}"
    return ""


class Proof:
    def __init__(self, scratch):
        self.scratch = Path(scratch)
        self.passed, self.failures = 0, []

    def told(self, name, files, looker, beside=True):
        place = self.scratch / name
        program = write_program(files, place / "program")
        # The site has the JSON, the tables and the calendar, too; formats of an update are one text.
        out = tell(program, place / "out", looker, exports=("csv", "dot") if beside else (), updates=("markdown",) if beside else ())
        shutil.rmtree(program)
        return out

    def compare(self, job):
        variant, looker, label = job
        try:
            return self.compared(variant, looker, label)
        except SystemExit as problem:
            return f"{variant.name} ({looker or 'plain build'}, {label})", str(problem)

    def compared(self, variant, looker, label):
        visible = VISIBLE[looker]
        name = f"{variant.name}-{looker or 'plain'}-{label}"
        base = self.bases[(looker, variant.base)]
        files = variant.apply(variant.program(visible), label)
        if variant.refused and looker != PLAIN:
            program = write_program(files, self.scratch / name / "program")
            found = "" if refused(program, self.scratch / name / "out", looker) else "something was written"
            shutil.rmtree(self.scratch / name)
            return f"{variant.name} ({looker}, {label})", found
        out = self.told(name, files, looker, variant.every_label or variant.beside)
        found = difference(base, out, looker == PLAIN and variant.moves_lines)
        shutil.rmtree(self.scratch / name)
        return f"{variant.name} ({looker or 'plain build'}, {label})", found

    def run(self, wanted):
        variants = [v for v in hidden_variants.all_variants() if not wanted or v.name.startswith(tuple(wanted))]
        jobs = [
            (variant, looker, label)
            for variant in variants
            for looker, labels in (BESIDE if variant.beside else LOOKERS).items()
            for label in (labels if variant.every_label else labels[:1])
        ]
        bases = {(looker, variant.base): variant.without(VISIBLE[looker]) for variant, looker, _ in jobs}
        with ThreadPoolExecutor(2) as pool:
            made = pool.map(lambda key: self.told(f"base-{key[0] or 'plain'}-{key[1]}", bases[key], key[0]), bases)
            self.bases = dict(zip(bases, made))
            for name, found in pool.map(self.compare, jobs):
                if found:
                    self.failures.append(name)
                    print(f"FAIL {name}: {found}")
                else:
                    self.passed += 1


def main():
    # In memory if there is a place for that: thousands of small files are written and looked at once.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="interference-", dir=memory) as scratch:
        proof = Proof(scratch)
        proof.run(sys.argv[1:])
    print(f"counts: {proof.passed} passed, {len(proof.failures)} failed")
    return 1 if proof.failures else 0


if __name__ == "__main__":
    sys.exit(main())
