#!/usr/bin/env python3
"""Canaries: a generated program and a planted copy of the sample, told to each audience and looked through.

  canary.py [generated] [sample] [AUDIENCE...] [--records N] [--keep DIR]   prints a `counts:` line
"""
import argparse
import json
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generate import Generator, seen_by
from outputs import PLAIN, tell, write_program
from plant import plant
from scan import report

# The generated program names `staff`, who see as much as the built-in `internal` and are shown what is computed, and readers of
# labels of its own: `board` sees one of them and what is computed, `partners` the other, `both` both and nothing internal.
AUDIENCES = {
    "generated": ("customers", "staff", "partners", "board", "both", PLAIN, "program_office"),
    "sample": ("customers", "internal", PLAIN, "program_office"),
}
# Who is given everything that can be given: the site, every export and every form of the update. The others have the site, and of the
# rest what is made in another way than pages.
WHOLE = ("customers", "staff", "internal", PLAIN)
TOLD_NOTHING_COMPUTED = ("customers", "partners", "both")


def told_and_not(tokens, audience):
    """({word: where} that must not be there, {word: where} that must)."""
    forbidden, required = {}, {}
    for label, words in tokens.items():
        must = label.startswith("must ")
        if must and seen_by(audience, label):
            required.update({word: f"{label}: {where}" for where, word in words.items()})
        elif not must and not seen_by(audience, label):
            forbidden.update({word: f"{label}: {where}" for where, word in words.items()})
    return forbidden, required


# What only `shows` turns on, by its key in program.json. `health` of a record is what its author reports.
COMPUTED = ("score", "band", "rosier", "reasons", "forecast_basis", "schedule.forecast", "verdict", "schedule.nodes.health")


def computed_in(model):
    """What program.json tells of what is computed. Fields are what their author wrote."""
    found = [name for name in ("findings", "releases") if model.get(name)]
    rest = [("", {key: value for key, value in model.items() if key not in found})]
    while rest:
        where, value = rest.pop()
        if isinstance(value, list):
            rest += [(where, one) for one in value]
        elif isinstance(value, dict):
            paths = {key: f"{where}.{key}".strip(".") for key in value if key != "fields"}
            found += [path for key, path in paths.items() if key in COMPUTED or path in COMPUTED]
            rest += [(path, value[key]) for key, path in paths.items()]
    return sorted(set(found))


def prove(name, program, tokens, place, audience):
    less = {} if audience in WHOLE else {"exports": ("csv", "dot"), "updates": ("slack",)}
    out = tell(program, place, audience, packed=True, **less)
    forbidden, required = told_and_not(tokens, audience)
    failed = report(out, forbidden, required, f"{name} for {audience or 'a plain build'}")
    if name == "generated" and audience in TOLD_NOTHING_COMPUTED:
        told = computed_in(json.loads((out / "site" / "program.json").read_text(encoding="utf-8")))
        if told:
            print(f"COMPUTED {name} for {audience}: {', '.join(told)}", flush=True)
            failed = 1
    return failed


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("words", nargs="*")
    arguments.add_argument("--records", type=int, default=500)
    arguments.add_argument("--keep")
    given = arguments.parse_args()
    wanted = [name for name in AUDIENCES if name in given.words] or list(AUDIENCES)
    readers = set(given.words) - set(AUDIENCES)
    scratch = Path(given.keep or tempfile.mkdtemp(prefix="canary-"))
    jobs = []
    for name in wanted:
        program = scratch / name
        if name == "generated":
            made = Generator(given.records, 1)
            write_program(made.make(), program)
            tokens = made.tokens
        else:
            tokens = plant(program)
        (scratch / f"{name}.json").write_text(json.dumps(tokens, indent=1), encoding="utf-8")
        jobs += [(name, program, tokens, scratch / f"{name}-{one or 'plain'}", one) for one in AUDIENCES[name] if not readers or one in readers]
    with ProcessPoolExecutor(2) as pool:
        failed = sum(pool.map(prove, *zip(*jobs)))
    if not given.keep:
        shutil.rmtree(scratch)
    print(f"counts: {len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
