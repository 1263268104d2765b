#!/usr/bin/env python3
"""A program of N records with a commit a week, in which 2 % of them change: weeks.py N WEEKS FOLDER

The same for the same numbers. Records get a paragraph, a status, another due date or another owner, and one in a hundred weeks' changes is a
new record. Commits are on Mondays from 6 January 2025 on: a year of them is over, as commits are.
"""
import datetime
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/bench"))
import generate  # noqa: E402  (lies in another folder)

FIRST = datetime.date(2025, 1, 6)


def commit(folder, day, message):
    when = f"{day}T09:00:00+00:00"
    env = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        env[name] = "Asha"
    for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        env[name] = "asha@example.org"
    subprocess.run(["git", "-C", folder, "add", "-A"], check=True)
    subprocess.run(["git", "-C", folder, "commit", "-q", "--allow-empty", "-m", message], check=True, env=env)


def change(path, dice, day):
    text = path.read_text(encoding="utf-8")
    what = dice.below(4)
    if what == 0 and "status: not started" in text:
        text = text.replace("status: not started", "status: in progress", 1)
    elif what == 1 and re.search(r"^due: ", text, re.M):
        due = day + datetime.timedelta(days=30 + dice.below(200))
        text = re.sub(r"^due: .*$", f"due: {due}", text, count=1, flags=re.M)
    elif what == 2:
        text = re.sub(r"^owner: .*$", f"owner: {dice.pick(generate.PEOPLE)}", text, count=1, flags=re.M)
    else:
        text += f"\n{generate.paragraph(dice, 20)}\n"
    path.write_text(text, encoding="utf-8")


def make(count, weeks, folder):
    root = pathlib.Path(folder)
    generate.generate(count, folder)
    program = (root / "program.yaml").read_text(encoding="utf-8")
    (root / "program.yaml").write_text(re.sub(r"^as_of: .*\n", "", program, flags=re.M), encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    commit(folder, FIRST, "Week 0")
    dice = generate.Dice(20260105)
    records = sorted(root.rglob("*.md"))
    for week in range(1, weeks + 1):
        day = FIRST + datetime.timedelta(days=7 * week)
        for _ in range(max(1, count // 50)):
            change(dice.pick(records), dice, day)
        commit(folder, day, f"Week {week}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    make(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
