#!/usr/bin/env python3
"""Small programs with something hidden: what is seen beside it stays whole, and what was signed stays signed.

  kept.py [NAME...]   all, or those whose names begin so; prints a `counts:` line
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

from kept_words import KEPT
from outputs import audience_flag, files_below, run, write_program
from pair import BASE, PROGRAM


def mistakes(files, audience, settings, words, forbidden, links, place, signed):
    """What is wrong with the site of the program, in words."""
    write_program({"m.yaml": BASE, "program.yaml": PROGRAM + settings, **files}, place / "program")
    if signed:
        made = run(["sign", "REL-1", "--role", "security", "--as", "bob", "--on", "2026-05-25"], place / "program")
        if made.returncode != 0:
            return [f"it cannot be signed: {made.stderr[-200:]!r}"]
    made = run(["build", "program", "-o", "site", *audience_flag(audience)], place)
    model = place / "site" / "program.json"
    if not model.exists():
        return [f"there is no site: {made.stderr[-300:]!r}"]
    told = model.read_text(encoding="utf-8")
    texts = told + "".join((place / "site" / path).read_text(encoding="utf-8") for path in files_below(place / "site") if path.endswith(".html"))
    found = {link["to"] for link in json.loads(told)["links"] if link["from"] == "T-8" and link["type"] != "mentions"}
    return (
        [f"`{word}` is gone" for word in words if word not in texts]
        + [f"`{word}` is told" for word in forbidden if word in texts]
        + [f"the link to {link} is gone" for link in links if link not in found]
    )


def main():
    wanted = tuple(sys.argv[1:])
    passed = failed = 0
    scratch = Path(tempfile.mkdtemp(prefix="milepost-kept-"))
    try:
        for name, files, audience, settings, words, forbidden, links in KEPT:
            if wanted and not name.startswith(wanted):
                continue
            place = scratch / name
            place.mkdir()
            wrong = mistakes(files, audience, settings, words, forbidden, links, place, name.startswith("sign"))
            passed += not wrong
            failed += bool(wrong)
            for line in wrong:
                print(f"FAIL {name}: {line}")
    finally:
        shutil.rmtree(scratch)
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
