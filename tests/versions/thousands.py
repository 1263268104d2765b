#!/usr/bin/env python3
"""A repository of thousands of commits, made from edits to the sample: thousands.py FOLDER [--commits N] [--hostile]

The program is in the folder `plans/checkout` of the repository, beside files of others. Each commit changes a line or two of a few of its
files (a date, a state, a percentage, a sentence), so that many versions share most of what they hold; every hundredth comes from a branch
that was merged. Three commits a working day up to the sample's as-of date, ten weekly tags `week-N` and ten at other places (`v0.N`), some of
them tags of tags. The same repository whoever makes it, wherever and whenever, in a few seconds (git fast-import).

--hostile gives its configuration commands that leave a file `pwned` beside the repository if anything runs them.
"""
import argparse
import datetime
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PLACE = "plans/checkout"
LAST_DAY = datetime.date(2026, 6, 1)
A_DAY = 3

ENV = {
    "PATH": os.environ.get("PATH", os.defpath),
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "TZ": "UTC",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder, *words, given=None):
    done = subprocess.run(["git", "-C", str(folder), *words], env=ENV, input=given, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"git {' '.join(words)}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode().strip()


class Numbers:
    """The same on every machine, whatever its random numbers are."""

    def __init__(self, seed):
        self.state = seed

    def below(self, most):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % most


def edited(text, path, number, numbers):
    """The text with a line changed: a percentage or a number of days in YAML, else a sentence at its end."""
    if path.endswith(".yaml"):
        places = list(re.finditer(r"\b(percent|estimate|remaining): (\d+)", text))
        if places:
            place = places[numbers.below(len(places))]
            value = 1 + numbers.below(90 if place.group(1) == "percent" else 15)
            return text[: place.start(2)] + str(value) + text[place.end(2):]
        line = f"# As of commit {number}.\n"
        return re.sub(r"\A(# As of commit \d+\.\n)?", line, text, count=1)
    note = f"\nThe text was read again at commit {number}.\n"
    return re.sub(r"\n(The text was read again at commit \d+\.\n)?\Z", note, text, count=1)


def working_days(count):
    """The last `count` working days, the earliest first."""
    days, day = [], LAST_DAY
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day -= datetime.timedelta(days=1)
    return days[::-1]


class Stream:
    """What fast-import is told. Mark N is commit N."""

    def __init__(self):
        self.parts = []

    def data(self, content):
        self.parts.append(b"data %d\n" % len(content))
        self.parts.append(content + b"\n")

    def line(self, text):
        self.parts.append(text.encode() + b"\n")

    def commit(self, branch, mark, when, message, files, parents):
        self.line(f"commit {branch}")
        self.line(f"mark :{mark}")
        self.line(f"committer A. Writer <writer@example.org> {when} +0000")
        self.data(message.encode())
        for word, parent in zip(["from"] + ["merge"] * len(parents), parents):
            self.line(f"{word} :{parent}")
        for path, content in files.items():
            self.line(f"M 100644 inline {path}")
            self.data(content)


def program_files():
    files = {}
    for path in sorted((ROOT / "sample-program").rglob("*")):
        name = path.relative_to(ROOT / "sample-program").as_posix()
        if path.is_file() and not name.startswith(".history"):
            files[f"{PLACE}/{name}"] = path.read_bytes()
    return files


def write_history(stream, commits):
    files = program_files()
    # Seals tell of every change of a release, and a repository of edits is to have none broken.
    may_change = [path for path in files if path.endswith((".md", ".yaml")) and "/releases/" not in path and
                  not path.endswith(("/program.yaml", "README.md")) and "/approvals/" not in path]
    numbers = Numbers(2026)
    days = working_days((commits + A_DAY - 1) // A_DAY)
    tags = {}
    everything = dict(files)
    everything["README.md"] = b"Plans of several teams.\n"
    everything["src/main.c"] = b"int main(void) { return 0; }\n"
    parent = []
    mark = 0
    for number in range(1, commits + 1):
        day = days[(number - 1) // A_DAY]
        moment = datetime.datetime(day.year, day.month, day.day, 9 + (number - 1) % A_DAY, tzinfo=datetime.timezone.utc)
        when = int(moment.timestamp())
        changed = everything if number == 1 else {}
        if number > 1:
            for _ in range(1 + numbers.below(3)):
                path = may_change[numbers.below(len(may_change))]
                text = edited(files[path].decode("utf-8"), path, number, numbers)
                changed[path] = files[path] = text.encode("utf-8")
            if number % 7 == 0:
                changed["src/main.c"] = b"int main(void) { return %d; }\n" % (number % 2)
        mark += 1
        if number % 100 == 0:
            stream.commit("refs/heads/side", mark, when - 60, f"Work on the side, {number}\n", changed, parent)
            side, mark = mark, mark + 1
            stream.commit("refs/heads/main", mark, when, f"Merge of the side, {number}\n", changed, parent + [side])
        else:
            stream.commit("refs/heads/main", mark, when, f"Edit {number}\n", changed, parent)
        parent = [mark]
        tags[number] = (mark, when)
    return tags


def write_tags(stream, marks, commits):
    for i in range(10):
        number = max(1, commits - 60 * (10 - i))
        stream.line(f"reset refs/tags/week-{i + 1:02}")
        stream.line(f"from :{marks[number][0]}")
        stream.line("")
        mark, when = marks[max(1, (i + 1) * commits // 11)]
        stream.line(f"tag v0.{i + 1}")
        stream.line(f"from :{mark}")
        stream.line(f"tagger A. Writer <writer@example.org> {when} +0000")
        stream.data(b"A version\n")


def make(folder, commits):
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", ".")
    stream = Stream()
    marks = write_history(stream, commits)
    write_tags(stream, marks, commits)
    stream.line("done")
    git(folder, "fast-import", "--quiet", "--done", given=b"".join(stream.parts))
    git(folder, "-c", "core.hooksPath=/dev/null", "reset", "--quiet", "--hard", "main")


COMMANDS = [
    ("core", "fsmonitor"), ("core", "pager"), ("core", "editor"), ("core", "sshCommand"), ("core", "gitProxy"), ("core", "askPass"),
    ("core", "alternateRefsCommand"), ("sequence", "editor"), ("pager", "log"), ("pager", "rev-list"), ("alias", "cat-file"),
    ("alias", "rev-list"), ("alias", "for-each-ref"), ("alias", "merge-file"), ('filter "evil"', "smudge"), ('filter "evil"', "clean"),
    ('filter "evil"', "process"), ('diff "evil"', "textconv"), ('diff "evil"', "command"), ('merge "evil"', "driver"), ("diff", "external"),
    ("gpg", "program"), ('gpg "ssh"', "program"), ("credential", "helper"), ("uploadpack", "packObjectsHook"), ("gc", "recentObjectsHook"),
    ("interactive", "diffFilter"), ("difftool", "prompt"), ('remote "evil"', "uploadpack"), ("http", "proxy"),
]


def make_hostile(folder):
    """Everything in .git that names a command names one that leaves `pwned` beside the repository."""
    pwned = folder.parent / "pwned"
    touch = f"sh -c 'touch {pwned}'"
    hooks = folder / ".git/evil-hooks"
    hooks.mkdir()
    for name in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction", "post-rewrite", "pre-auto-gc", "post-merge"):
        hook = hooks / name
        hook.write_text(f"#!/bin/sh\ntouch {pwned}\n")
        hook.chmod(0o755)
    lines = []
    for section, key in COMMANDS:
        lines += [f"[{section}]", f'\t{key} = "{touch}"', f'\t{key} = "!{touch}"']
    lines += [
        "[core]", f"\thooksPath = {hooks}", f"\tattributesFile = {folder}/.git/evil-attributes",
        "[log]", "\tshowSignature = true", "[merge]", "\tverifySignatures = true", "\tconflictStyle = zdiff3", "\tdefault = evil",
        "[protocol]", "\tallow = always", '[protocol "ext"]', "\tallow = always", '[protocol "file"]', "\tallow = always",
        "[extensions]", "\tpartialClone = evil",
        '[remote "evil"]', f'\turl = "ext::{touch}"', "\tpromisor = true", "\tpartialclonefilter = blob:none",
        "[fetch]", "\trecurseSubmodules = true", "[gc]", "\tauto = 1", "[maintenance]", "\tauto = true",
        "[include]", f"\tpath = {folder}/.git/evil-more", '[includeIf "gitdir:**"]', f"\tpath = {folder}/.git/evil-more",
    ]
    config = folder / ".git/config"
    config.write_text(config.read_text().replace("repositoryformatversion = 0", "repositoryformatversion = 1") + "\n".join(lines) + "\n")
    (folder / ".git/evil-more").write_text(f'[core]\n\tfsmonitor = "{touch}"\n\tsshCommand = "{touch}"\n')
    (folder / ".git/evil-attributes").write_text("* filter=evil diff=evil merge=evil\n")
    (folder / ".git/info").mkdir(exist_ok=True)
    (folder / ".git/info/attributes").write_text("* filter=evil diff=evil merge=evil\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--commits", type=int, default=2000)
    options.add_argument("--hostile", action="store_true")
    said = options.parse_args()
    folder = said.folder.resolve()
    make(folder, said.commits)
    if said.hostile:
        make_hostile(folder)
    print(folder / PLACE)


if __name__ == "__main__":
    main()
