#!/usr/bin/env python3
"""Small programs in pairs that differ in hidden things only: both give the same bytes, and neither tells a hidden word.

  pairs.py [NAME...]   all pairs, or those whose names begin so; prints a `counts:` line

Each pair was once a leak, or is the neighbour of one. `KNOWN` names those that still are: whoever mends one takes its name out.
"""
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pairs_of_bodies
import pairs_of_cuts
import pairs_of_fields
import pairs_of_labels
import pairs_of_records
from outputs import audience_flag, files_below, run, write_program
from pair import FIRST, MAY

TABLES = (pairs_of_bodies, pairs_of_cuts, pairs_of_fields, pairs_of_labels, pairs_of_records)

KNOWN = set(
    """

    """.split()
)


def told(folder):
    return {path: (folder / path).read_bytes() for path in files_below(folder)}


class Proof:
    """Each program is built once for each audience, however many pairs it stands in."""

    def __init__(self, scratch):
        self.scratch = Path(scratch)
        self.sites = {}

    def site(self, name, files, audience):
        key = (audience, tuple(sorted(files.items())))
        if key not in self.sites:
            self.sites[key] = self.built(name, files, audience)
        return self.sites[key]

    def built(self, name, files, audience):
        """What is written, by path; nothing if the build is refused, which has to be said."""
        # Both are called `program`: a path is no difference between them.
        place = self.scratch / name
        write_program(files, place / "program")
        made = run(["build", "program", "-o", "site", *audience_flag(audience)], place)
        site = told(place / "site") if (place / "site").exists() else {}
        shutil.rmtree(place)
        if not site and b"nothing was written" not in made.stderr:
            raise SystemExit(f"{name}: there is no site, and no word about it: {made.stderr[-300:]!r}")
        return site

    def changes(self, pair):
        """What `milepost diff` tells the audience of the way from one to the other: nothing of it, if all is well."""
        place = self.scratch / f"{pair.name}-changes"
        for side, files in (("a", pair.a), ("b", pair.b)):
            write_program(files, place / side)
        said = run(["diff", "a/", "b/", *audience_flag(pair.audience)], place).stdout
        shutil.rmtree(place)
        return "" if said.startswith(b"Nothing changed.") else f"diff tells {said[:150]!r}"

    def difference(self, pair):
        """What is wrong with the pair in words, or nothing."""
        sites = [self.site(f"{pair.name}-{side}", files, pair.audience) for side, files in zip("ab", (pair.a, pair.b))]
        if pair.refused == FIRST:
            return "something was written" if sites[0] else ""
        if not any(sites) and pair.refused == MAY:
            return ""
        if not all(sites):
            return "it is refused"
        for site in sites:
            for path, content in sorted(site.items()):
                for word in () if path.endswith("manifest") else pair.words:  # hashes hold anything
                    if word.encode() in content or word in path:
                        return f"{path} has {word}"
        a, b = sites
        for path in sorted(a.keys() ^ b.keys()):
            return f"{path} is written for one of them only"
        for path in sorted(a, key=lambda path: (path.endswith("manifest"), path)):
            if a[path] != b[path]:
                first = next((i for i, (x, y) in enumerate(zip(a[path], b[path])) if x != y), 0)
                cut = slice(max(0, first - 60), first + 90)
                return f"{path} at {first}:\n      {a[path][cut]!r}\n      {b[path][cut]!r}"
        return ""

    def tried(self, pair):
        try:
            found = self.difference(pair)
            return found if found or pair.refused else self.changes(pair)
        except SystemExit as problem:
            return str(problem)


def main():
    wanted = tuple(sys.argv[1:])
    pairs = [pair for table in TABLES for pair in table.PAIRS if not wanted or pair.name.startswith(wanted)]
    names = [pair.name for pair in pairs]
    if len(set(names)) != len(names):
        raise SystemExit("two pairs have one name")
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory(prefix="pairs-") as scratch, ThreadPoolExecutor(2) as pool:
        proof = Proof(scratch)
        for pair, found in zip(pairs, pool.map(proof.tried, pairs)):
            if bool(found) == (pair.name in KNOWN):
                passed += 1
                continue
            failed += 1
            why = found or "it is mended: take it out of KNOWN"
            print(f"FAIL {pair.name} ({pair.what}; {pair.audience or 'plain build'}): {why}")
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
