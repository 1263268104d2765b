#!/usr/bin/env python3
"""Writes a program of so many tasks, always the same one: plan-program.py DIR TASKS [bare]. `bare`: owners and due dates alone."""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

WORDS = "alpha gateway billing ledger migration portal settlement customer reporting security audit training rollout".split()


def day(offset):
    return (date(2026, 3, 2) + timedelta(days=offset)).isoformat()


def task(number, tasks, streams, milestones, bare, dice):
    start, length = dice.randrange(170), dice.choice([2, 3, 5, 8, 10, 15])
    end = start + length * 7 // 5
    title = f"{dice.choice(WORDS).title()} {dice.choice(WORDS)} {number}"
    if number % 9 == 0:
        title += " with the long name that people give when they are careful"
    parts = [f"id: T-{number}", f"title: {title}", f"owner: {dice.choice(['ann', 'bo', 'cy'])}", f"due: {day(end)}"]
    if dice.random() < 0.93:
        parts.append(f"part_of: WS-{number * streams // tasks}")
    if not bare:
        parts.append(f"estimate: {length}d" if dice.random() < 0.5 else f"estimate: {length}d..{length * 2}d")
    if end < 85:
        parts += ["status: done", f"started: {day(start)}", f"finished: {day(end + dice.choice([0, 0, 1, 3]))}"]
    elif start < 91:
        parts += ["status: in_progress", f"started: {day(start)}", f"percent: {dice.randrange(5, 90)}"]
    elif not bare:
        parts.append(f"start: {day(start)}")
    if number > 5 and (not bare or dice.random() < 0.15):
        needs = sorted({number - dice.randrange(1, 6) for _ in range(dice.choice([0, 1, 1, 2]))})
        if needs:
            parts.append("depends_on: [" + ", ".join(f"T-{one}" for one in needs) + "]")
    if dice.random() < 0.3:
        parts.append(f"delivers: M-{min(milestones - 1, max(0, (end - 100) * milestones // 150))}")
    return "- {" + ", ".join(parts) + "}"


def main():
    folder, tasks, bare = Path(sys.argv[1]), int(sys.argv[2]), len(sys.argv) > 3
    dice = random.Random(tasks)
    streams, milestones = max(2, min(40, tasks // 12)), max(2, tasks // 15)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.yaml").write_text(
        "program: Generated\nas_of: 2026-06-01\ntarget: M-GA\n"
        "calendar: {week: mon-fri, holidays: [2026-05-25, 2026-08-31], freezes: [2026-07-20..2026-07-26]}\n"
        "people: {ann: {name: Ann}, bo: {name: Bo Longerlastname-Example}, cy: {name: Cy}}\n",
        encoding="utf-8",
    )
    lines = ["workstreams:"]
    for i in range(streams):
        lines.append(f"- {{id: WS-{i}, title: {WORDS[i % len(WORDS)].title()} {'stream with a rather long name' if i % 3 == 0 else 'stream'}}}")
    lines.append("milestones:")
    for i in range(milestones):
        lines.append(f"- {{id: M-{i}, title: Milestone {i}, owner: bo, due: {day(100 + i * 150 // milestones)}}}")
    lines.append(f"- {{id: M-GA, title: General availability, owner: ann, due: {day(220)}, depends_on: [M-{milestones - 1}]}}")
    lines.append("dependencies:")
    for i in range(max(1, tasks // 20)):
        lines.append(f"- {{id: DEP-{i}, title: Delivery {i}, owner: cy, promised: {day(95 + dice.randrange(60))}, blocks: T-{dice.randrange(tasks)}}}")
    lines.append("tasks:")
    lines += [task(i, tasks, streams, milestones, bare, dice) for i in range(tasks)]
    (folder / "plan.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
