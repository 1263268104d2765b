# One pair of programs that differ in hidden things only, and what all of them have.
from dataclasses import dataclass

PROGRAM = """program: Demo
id: DEM
as_of: 2026-06-01
start: 2026-01-05
target: M-1
labels: [board, partner]
audiences:
  customers: {sees: [public]}
  full: {sees: [public], shows: all}
  partners: {sees: [public, partner]}
"""

# Settings that several pairs have: everything is public unless it says otherwise, and what is below raid/ is a log.
OPEN = 'records:\n- {path: "**", visibility: public}\n'
LOGS = 'records:\n- {path: "raid/*.md", kind: raid}\n- {path: "**", visibility: public}\n'

# Something to be seen by everybody.
BASE = """milestones:
- {id: M-1, title: The end, due: 2026-07-17, visibility: public}
tasks:
- {id: T-1, title: Dig, estimate: 5d, delivers: M-1, visibility: public}
- {id: T-2, title: Paint, estimate: 5d, depends_on: [T-1], delivers: M-1, visibility: public}
"""


# Whether the audience is given nothing at all, so that the author mends the words: never, of the first program, or of both if so.
NO, FIRST, MAY = range(3)


@dataclass(frozen=True)
class Pair:
    name: str
    what: str  # what could tell of the hidden thing
    a: dict
    b: dict
    audience: str = "customers"
    words: tuple = ()  # none of these may be told
    refused: int = NO


def pair(name, what, a, b, audience="customers", settings="", words=(), refused=NO):
    common = {"m.yaml": BASE, "program.yaml": PROGRAM + settings}
    return Pair(name, what, {**common, **a}, {**common, **b}, audience, tuple(words), refused)


def region(text, label="internal"):
    return f"<!-- audience: {label} -->\n{text}\n<!-- /audience -->\n"


def front(text, body=""):
    return f"---\n{text.strip()}\n---\n{body}"


def hidden_field(kind, field, label="restricted"):
    return f"kinds:\n  {kind}: {{fields: {{{field}: {{visibility: {label}}}}}}}\n"
