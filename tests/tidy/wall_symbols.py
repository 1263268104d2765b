#!/usr/bin/env python3
"""Nothing behind the audience wall calls or reads anything from before it: what the objects say, whatever the sources do.

  wall_symbols.py BUILD_DIR

An object names what it needs of others. What is needed by an object of a stage behind the wall and is there only in objects of
stages before it (the View's own functions apart) is a way through: a function that gives `auto`, a template's, one that is
declared by hand. And no object behind the wall has a Program, a Record or a SourceSet in the name of any function it has made.
"""
import re
import subprocess
import sys
from pathlib import Path

from cpp_source import CppSource
from layers import left_of_wall, read_layers
from wall import types_before_the_wall

ROOT = Path(__file__).resolve().parents[2]
VIEW_SOURCES = {"redact/view.cpp"}
OBJECT = re.compile(r"compiler/((\w+)/.+\.cpp)\.o$")
UNITED = re.compile(r"Unity/unity_\w+\.cxx\.o$")


def symbols(path):
    """(needed, defined) names of an object; `defined` are those that the linker would take for others."""
    needed, defined = set(), set()
    text = subprocess.run(["nm", "--format=posix", str(path)], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        name, kind = line.split(" ")[:2]
        if kind == "U":
            needed.add(name)
        elif kind in "TDBRVWu":
            defined.add((name, kind in "TDBR"))
    return needed, defined


def sources_of(path):
    """The sources of an object, as compiler/ names them: one, those that were compiled together, or none of ours."""
    match = OBJECT.search(path.as_posix())
    if match is not None:
        return [match.group(1)] if (ROOT / "compiler" / match.group(1)).exists() else []
    if UNITED.search(path.as_posix()) is None or not path.with_suffix("").exists():
        return []
    included = re.findall(r'#include "[^"]*/compiler/([^"]+\.cpp)"', path.with_suffix("").read_text(encoding="utf-8"))
    return [source for source in included if (ROOT / "compiler" / source).exists()]


def side_of(layers, source):
    folder = source.split("/")[0]
    row = layers.folders.get(folder)
    if row is not None and row.behind_wall:
        return "behind"
    return "before" if left_of_wall(layers, folder) and source not in VIEW_SOURCES else "beside"


def main():
    build = Path(sys.argv[1])
    layers = read_layers((ROOT / "compiler/layers.txt").read_text(encoding="utf-8"))
    sources = {p.relative_to(ROOT): CppSource(p.read_text(encoding="utf-8")) for p in (ROOT / "compiler").rglob("*.h")}
    names = sorted(types_before_the_wall(layers, sources))
    # As the compiler writes a name into a symbol: its length before it.
    mangled = re.compile("8milepost(?:%s)" % "|".join(f"{len(name)}{name}(?![a-z_])" for name in names))
    own = re.compile(r"12_GLOBAL__N_1|Z\w*E")
    before, elsewhere, behind = {}, set(), []
    for path in sorted(build.rglob("*.o")):
        sources = sources_of(path)
        if not sources:
            continue
        needed, defined = symbols(path)
        sides = {side_of(layers, source) for source in sources}
        if len(sides) > 1:
            sys.exit(f"wall_symbols: {path} is made of both sides of the wall: {' '.join(sources)}")
        if sides == {"before"}:
            before.update({name: sources[0] for name, strong in defined if strong})
        else:
            elsewhere.update(name for name, _ in defined)
        if sides == {"behind"}:
            behind.append((sources[0], needed, {name for name, _ in defined}))
    if not behind or not before:
        sys.exit(f"wall_symbols: {build} holds no objects of both sides of the wall")
    breaches = 0
    for path, needed, defined in behind:
        for name in sorted(needed):
            if name in before and name not in elsewhere:
                breaches += 1
                print(f"compiler/{path}: needs `{name}` of compiler/{before[name]}, across the audience wall")
        for name in sorted(needed | defined):
            found = mangled.search(name)
            if found and not own.search(name[: found.start()]):
                breaches += 1
                print(f"compiler/{path}: `{name}` has a type from before the audience wall in its name")
    print(f"{len(behind)} objects behind the wall, {len(before)} names before it, {breaches} ways through")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
