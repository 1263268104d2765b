#!/usr/bin/env python3
"""Writes a program of N records in N files, the same for the same N: generate.py N FOLDER"""
import datetime
import sys
from pathlib import Path

AS_OF = datetime.date(2026, 6, 1)
FIRST_DUE = datetime.date(2026, 1, 5)
PEOPLE = ["asha", "bob", "chen", "dana", "emil", "fay", "goran", "hana", "ines", "jo", "kofi", "li"]
TEAMS = ["platform", "payments", "web", "data"]
WORDS = """the a service record plan cut over window team needs before release pilot customer data migration test load
result owner review weekly change request approved budget risk path critical milestone date moved because vendor contract
signed interface version staging production rollback script checked twice runbook alert threshold dashboard metric agreed
scope reduced later phase handover training support document updated decision option cost effort days estimate""".split()

# Of a hundred records, how many are of each kind; the folder, the prefix.
KINDS = [
    ("task", "tasks", "T", 50),
    ("risk", "risks", "R", 14),
    ("action", "actions", "A", 10),
    ("decision", "decisions", "D", 9),
    ("issue", "issues", "I", 9),
    ("milestone", "milestones", "M", 8),
]


class Dice:
    """A linear congruential generator: the corpus must not depend on the version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def pick(self, items):
        return items[self.below(len(items))]


def kind_of(index):
    at = (index * 37) % 100
    for kind in KINDS:
        if at < kind[3]:
            return kind
        at -= kind[3]
    raise AssertionError("the shares of the kinds add up to 100")


def sentence(dice, words):
    text = " ".join(dice.pick(WORDS) for _ in range(words))
    return text[0].upper() + text[1:] + "."


def paragraph(dice, words):
    sentences = []
    while words > 0:
        length = 7 + dice.below(9)
        sentences.append(sentence(dice, length))
        words -= length
    return " ".join(sentences)


def body(dice, earlier):
    """150 to 300 words of GFM: paragraphs, lists, a table, code, emphasis, links to other records."""
    words = 130 + dice.below(120)
    out = [paragraph(dice, words // 3), "", "## What is to be done", ""]
    for _ in range(3 + dice.below(3)):
        out.append(f"- {sentence(dice, 6)}")
    out += ["", f"{paragraph(dice, words // 4)} **{sentence(dice, 3)}** *{sentence(dice, 3)}* `{dice.pick(WORDS)}`", ""]
    shape = dice.below(4)
    if shape == 0:
        out += ["| Step | Who | Days |", "| --- | --- | ---: |"]
        out += [f"| {sentence(dice, 4)} | {dice.pick(PEOPLE)} | {1 + dice.below(9)} |" for _ in range(4)]
    elif shape == 1:
        out += [f"1. {sentence(dice, 7)}" for _ in range(4)]
    elif shape == 2:
        out += ["```sh", f"migrate --batch {dice.below(900)} --dry-run", "```"]
    else:
        out += [f"> {sentence(dice, 12)}", "", f"It was ~~{dice.pick(WORDS)}~~ {dice.pick(WORDS)} before."]
    out += ["", "### Notes", "", paragraph(dice, words // 4)]
    if earlier:
        identifier, path = dice.pick(earlier[-200:])
        out.append(f"See [{identifier}](../{path}) and https://example.com/{dice.pick(WORDS)}.")
    return "\n".join(out) + "\n"


def front_matter(dice, index, count, kind, identifier, earlier_work):
    """Work is done up to a fifth of the way; due dates grow with the index, so that nothing depends on later work."""
    done = index < count // 5
    due = AS_OF + datetime.timedelta(days=20 + index * 400 // count)
    if done:
        due = FIRST_DUE + datetime.timedelta(days=index * 100 // max(1, count // 5))
    out = [f"id: {identifier}", f"kind: {kind}", f"title: {sentence(dice, 4 + dice.below(4))[:-1]} {index}"]
    out.append(f"owner: {dice.pick(PEOPLE)}")
    if kind == "risk":
        out.append("status: open")
        out.append(f"likelihood: {dice.pick(['low', 'medium'])}")
        out.append(f"impact: {dice.pick(['low', 'medium', 'high'])}")
        out.append(f"mitigation: {sentence(dice, 9)}")
        out.append("identified: 2026-05-20")
        out.append("last_reviewed: 2026-05-29")
        out.append("next_review: 2026-06-08")
    elif kind == "decision":
        out.append("status: accepted")
        out.append("date: 2026-04-15")
        out.append(f"rationale: {sentence(dice, 9)}")
    elif kind == "issue":
        out.append("status: open")
        out.append("severity: p2")
        out.append("raised: 2026-05-26")
        out.append(f"due: {AS_OF + datetime.timedelta(days=30)}")
    else:
        out.append(f"status: {'done' if done else 'not started'}")
        if done:
            out.append(f"completed: {due}")
        out.append(f"due: {due}")
        if kind == "task":
            out.append(f"estimate: {1 + dice.below(20)}d")
            out.append(f"team: {dice.pick(TEAMS)}")
    wanted = dice.below(4) if kind in ("task", "milestone") else dice.below(2)
    found = sorted({dice.pick(earlier_work[-500:]) for _ in range(wanted)}) if earlier_work else []
    if found and kind in ("task", "milestone", "action"):
        out.append(f"depends_on: [{', '.join(found)}]")
    elif found:
        out.append(f"relates_to: [{', '.join(found)}]")
    return out


def generate(count, folder):
    root = Path(folder)
    for _, name, _, _ in KINDS:
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / "program.yaml").write_text(program(), encoding="utf-8")
    numbers = {}
    earlier, earlier_work = [], []
    for index in range(count):
        kind, name, prefix, _ = kind_of(index)
        numbers[kind] = numbers.get(kind, 0) + 1
        identifier = f"{prefix}-{numbers[kind]:05}"
        path = f"{name}/{identifier}.md"
        dice = Dice(index * 2654435761 + 12345)
        head = front_matter(dice, index, count, kind, identifier, earlier_work)
        text = "---\n" + "\n".join(head) + "\n---\n\n" + body(dice, earlier)
        (root / path).write_text(text, encoding="utf-8")
        earlier.append((identifier, path))
        if kind in ("task", "milestone"):
            earlier_work.append(identifier)
        del earlier[:-200], earlier_work[:-500]


def program():
    out = ["program: A generated program", "id: GEN", f"as_of: {AS_OF}", "start: 2026-01-05", "teams:"]
    out += [f"  {team}: {{name: {team.title()}}}" for team in TEAMS]
    out.append("people:")
    out += [f"  {who}: {{name: {who.title()}, team: {TEAMS[at % 4]}}}" for at, who in enumerate(PEOPLE)]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    generate(int(sys.argv[1]), sys.argv[2])
