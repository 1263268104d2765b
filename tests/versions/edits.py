#!/usr/bin/env python3
"""A repository of N commits, made from small edits to the sample, with twenty tags: edits.py N FOLDER

Each commit changes one to three files of records: a paragraph more, a date moved, a status, a word of a title, a file renamed, a file gone.
The same for the same sample and N.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/bench"))
import generate  # noqa: E402  (lies in another folder)

FIRST = 1767603600  # Monday 5 January 2026, 09:00 UTC
TAGS = 20


def edit(dice, name, text):
    what = dice.below(6)
    if what == 0:
        dates = list(re.finditer(r"(?m)^(\s*(?:due|next_review|promised|needed_by): )(2026-\d\d)-(\d\d)$", text))
        if dates:
            found = dates[dice.below(len(dates))]
            return f"{text[:found.start(3)]}{1 + dice.below(28):02}{text[found.end(3):]}"
    if what == 1:
        titles = list(re.finditer(r"(?m)^(\s*title: )([A-Z][^\"'{}\n#:]*)$", text))
        if titles:
            found = titles[dice.below(len(titles))]
            return f"{text[:found.end(2)]} {dice.pick(generate.WORDS)}{text[found.end(2):]}"
    if name.endswith(".md"):
        return f"{text.rstrip()}\n\n{generate.sentence(dice, 9)}\n"
    return text + f"# {generate.sentence(dice, 6)}\n"


def make(count, folder):
    sample = ROOT / "sample-program"
    files = {}
    for path in sorted(sample.rglob("*")):
        name = path.relative_to(sample).as_posix()
        if path.is_file() and not name.startswith(".history"):
            files[name] = path.read_bytes()
    dice = generate.Dice(2000)
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    out = []

    def put(name, data):
        out.append(f"M 100644 inline {name}\ndata {len(data)}\n".encode() + data + b"\n")

    def begin(number):
        when = FIRST + number * 7200
        message = f"Edit {number}".encode()
        out.append(f"commit refs/heads/main\nmark :{number + 1}\ncommitter Asha <asha@example.org> {when} +0000\ndata {len(message)}\n".encode() + message + b"\n")

    begin(0)
    for name, data in files.items():
        put(name, data)
    edited = [name for name in files if name.endswith((".md", ".yaml")) and "/" in name and not name.startswith(("approvals/", "theme/"))]
    for number in range(1, count):
        begin(number)
        for _ in range(1 + dice.below(3)):
            name = dice.pick(edited)
            if dice.below(400) == 0 and name.endswith(".md"):
                del files[name]
                edited.remove(name)
                out.append(f"D {name}\n".encode())
                continue
            files[name] = edit(dice, name, files[name].decode()).encode()
            put(name, files[name])
    for tag in range(1, TAGS + 1):
        out.append(f"reset refs/tags/r{tag:02}\nfrom :{tag * count // (TAGS + 1)}\n\n".encode())
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=b"".join(out), check=True)
    subprocess.run(["git", "-C", folder, "checkout", "-q", "main"], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make(int(sys.argv[1]), sys.argv[2])
