#!/usr/bin/env python3
"""What hidden work may change: dates of visible items that it drives, and what follows from dates. Nothing else.

  driven.py   a hidden task is edited, all of it, so that it takes twice as long; prints a `counts:` line

Both times the visible work is late, so that what is said stays and only dates, slips, floats and places in drawings move. These are
masked, and then the two outputs are the same, byte for byte. And they do differ before that.
"""
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hidden_variants import bare
from outputs import files_below, tell, write_program

LOOKERS = {"customers": "public", "internal": "internal", "partners": "public"}
SHORT = "title: Hidden at first\nowner: Zoe Hidden\nteam: Zebra\nestimate: 40d\nstatus: open\ntags: [dark]\n"
LONG = "title: Another title\nowner: [Yan Unseen, ada]\nteam: Yak\nestimate: 80d\nstatus: in_progress\npercent: 0\nnotes: Of T-02.\nrelates_to: [R-01]\n"

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MASKS = [
    (r"\d{4}-\d{2}(-\d{2})?", "<date>"),
    (r"(VALUE=DATE:)\d{8}", r"\1<date>"),
    (rf"((Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(\d{{1,2}}–)?\d{{1,2}} ({MONTHS})\w*( \d{{4}})?", "<date>"),
    (r"[+-]?\d+ (d|w|(working )?days?|weeks?)\b", "<days>"),
    (r'(data-l="(?:Float|Days between|Slip)" data-v=")-?\d+(">)-?\d*', r"\1<days>\2"),
    (r'("(?:\w*_days|days)":)-?\d+', r"\1<days>"),
    (r'class="w\d+"', "<width>"),  # how long an item of the critical path is drawn
]  # fmt: skip
MASKS = [(re.compile(pattern.encode()), to.replace("<", "\x01").replace(">", "\x02").encode()) for pattern, to in MASKS]
NUMBER = re.compile(rb"-?\d+(\.\d+)?%?|\b(" + MONTHS.encode() + rb")\w*")
DRAWING = re.compile(rb"<svg\b|</svg>")


def without_drawings(data):
    """The bytes with each drawing reduced to what stands in it, wherever and however often: weeks and days are drawn one by one."""
    out, at, depth, begin = [], 0, 0, 0
    for tag in DRAWING.finditer(data):
        if tag.group() == b"</svg>":
            depth -= 1
            if depth == 0:
                parts = re.split(rb"(?=<)", data[begin : tag.start()])
                out += sorted({NUMBER.sub(b"", part).strip() for part in parts})
                at = tag.start()
            continue
        if depth == 0:
            out.append(data[at : tag.start()])
            begin = tag.start()
        depth += 1
    return b"".join(out) + data[at:]


def masked(path, data):
    for pattern, to in MASKS:
        data = pattern.sub(to, data)
    return without_drawings(data) if path.endswith(".html") else data


def files_for(looker, more):
    files = bare(LOOKERS[looker])
    files["hidden/T-90.md"] = f"---\nid: T-90\nkind: task\nvisibility: restricted\nrequired_by: [T-03]\n{more}---\nx\n"
    return files


def told(scratch, name, looker, more):
    place = scratch / f"{looker}-{name}"
    program = write_program(files_for(looker, more), place / "program")
    return tell(program, place / "out", looker, exports=("csv", "dot"), updates=("markdown",))


def compare(first, second):
    """(what else differs, how many files differ at all)"""
    here, there = set(files_below(first)), set(files_below(second))
    if here != there:
        return f"files {sorted(here ^ there)}", 0
    moved = 0
    for path in sorted(here):
        a, b = (first / path).read_bytes(), (second / path).read_bytes()
        if a == b or path.endswith("manifest"):
            continue
        moved += 1
        a, b = masked(path, a), masked(path, b)
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            cut = slice(max(0, at - 60), at + 90)
            return f"{path}: not only dates:\n      {a[cut]!r}\n      {b[cut]!r}", moved
    return "", moved


def main():
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory(prefix="driven-") as folder, ThreadPoolExecutor(2) as pool:
        scratch = Path(folder)
        jobs = [(scratch, name, looker, more) for looker in LOOKERS for name, more in (("short", SHORT), ("long", LONG))]
        made = list(pool.map(told, *zip(*jobs)))
        for looker, first, second in zip(LOOKERS, made[::2], made[1::2]):
            found, moved = compare(first, second)
            if not found and moved < 5:
                found = f"only {moved} files have another date"
            if found:
                failed += 1
                print(f"FAIL driven ({looker}): {found}")
            else:
                passed += 1
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
