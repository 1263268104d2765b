# A program of which everything is to be seen, and what may be hidden in it: each variant adds or edits hidden things only.
from dataclasses import dataclass
from typing import Callable, Optional

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c6360f8ffff3f0005fe02fea7"
    "35819f0000000049454e44ae426082"
)

PROGRAM = """program: Lantern
id: LAN
as_of: 2026-06-01
start: 2026-01-05
target: M-END
calendar: {timezone: Europe/London, sprints: {first: 2026-01-05, length: 2w}}
labels: [board, partner]
roles: {sponsor: bea, tech_lead: [ada], product: pip, security: sol}
teams:
  core: {name: Core, lead: ada}
  shop: {name: Shop, lead: pip}
people:
  ada: {name: Ada Stone, team: core, role: Engineering Manager, email: ada@lantern.example}
  bea: {name: Bea Moss, team: core, role: VP, email: bea@lantern.example}
  pip: {name: Pip Reed, team: shop, role: Product Manager, email: pip@lantern.example}
  sol: {name: Sol Ford, team: shop, role: Security Lead, email: sol@lantern.example}
escalation:
  p0: {respond: 1h wall, path: [tech_lead, sponsor]}
  p1: {respond: 24h wall, path: [tech_lead]}
records:
- {path: "**", visibility: VISIBLE}
- {path: "hidden/**", visibility: HIDDEN}
- {path: "raid/*.md", kind: raid}
- {path: "**/secret-raid.md", kind: raid}
audiences:
  staff: {sees: [public, internal, partner], shows: [verdict, health, scores, probabilities, metrics, findings]}
  customers: {sees: [public]}
  partners: {sees: [public, partner], redaction: omit}
  board: {sees: [public, board], shows: all}
"""

TASKS = """tasks:
- {id: T-01, title: Draw the plans, owner: ada, estimate: 5d, status: done, started: 2026-05-04, finished: 2026-05-08}
- {id: T-02, title: Build the frame, owner: ada, estimate: 2w, depends_on: [T-01], delivers: M-END, status: in_progress, percent: 40, tags: [wood]}
- {id: T-03, title: Paint it, owner: Quinn Vale, team: Painters, estimate: 3d, depends_on: [T-02], delivers: M-END}
- {id: T-07, title: Invite people, owner: pip, due: 2026-06-19, delivers: REL-1, relates_to: [R-02]}
- {title: A task without an id, owner: quinn vale, due: 2026-06-12}
- {id: T-0010, title: The long number, owner: Sol, depends_on: [T-07], notes: "After T-7, see T-10 and R-1."}
"""

MILESTONES = """milestones:
- {id: M-MID, title: Half way, owner: ada, due: 2026-06-12}
- {id: M-END, title: The opening, owner: bea, due: 2026-07-17, health: {value: at_risk, because: the frame is late}}
"""

RISKS = """# Risks

What could go wrong, with the [guide](../pages/guide.md#paint) at hand.

## Risks

| ID | Risk | Likelihood | Impact | Mitigation | Owner | Status | Visibility |
| --- | --- | --- | --- | --- | --- | --- | --- |
| R-01 | Rain on the day | High | Medium | A tent, see T-02 | Ada Stone | Open | |
%(row)s| R-02 | Too few chairs | Medium | High | Rent more | Pip | Mitigating | |

## Issues

| ID | Issue | Severity | Owner | Status |
| --- | --- | --- | --- | --- |
| I-01 | The wood is wet | High | Quinn Vale | Open |

## Assumptions

1. The hall is free (High) - Owner: pip
%(item)s2. The band comes (Medium) - Owner: bea
"""

DECISION = """---
id: D-01
title: Use oak
status: accepted
date: 2026-05-11
owner: bea
relates_to: [R-01, Too few chairs]
---

Oak it is[^why], by R-01 and T-02.

## Context

Pine warps.[^pine]

%(region)s
## Options

- [x] Oak
- [ ] Pine

## Consequences

See [the picture](../pages/images/hall.png).

[^why]: It lasts.
[^pine]: Ask Ada.
"""

GUIDE = """# Guide

Begin with [the plans](#plans), then T-02. [Paint](#paint-1) dries; [[second]] says more, [the end](../plan/single.yaml) too.

## Plans

Text one.[^a]

%(region)s
## Paint

![The hall](images/hall.png) and [[T-03]].

## Paint

Twice the same heading.[^b]

- [ ] Buy brushes
- [x] Buy paint

| What | How many |
| --- | --- |
| Brushes | 3 |

[^a]: First note.
[^b]: Second note.
"""

RELEASE = """---
id: REL-1
kind: release
title: Opening day
owner: pip
target: 2026-07-14
status: in_progress
gates: [{use: standard, without: [unit-tests, integration-tests]}]
rollback_if: [storm > 8]
---

# Opening day

## Code complete

- [x] Frame stands (owner: ada, due: 2026-06-26)
%(item)s- [ ] Paint dry (owner: Quinn Vale, due: 2026-07-01)

%(region)s
## Sign-offs

| Role | Name | Status | Date |
| --- | --- | --- | --- |
| Product | Pip Reed | Approved | 2026-05-29 |
%(sign)s| Security | Sol Ford | Pending | - |
"""

STATUS = """---
id: SR-22
kind: status_report
title: Week 22
period: 2026-W22
owner: ada
date: 2026-05-29
health: at_risk
---

## Done

Plans, T-01.

## Next

Frame, T-02.
"""

REST = """blockers:
- {id: B-01, title: No crane, owner: ada, severity: p1, raised: 2026-05-28, blocks: [T-02], status: open}
- {id: B-02, title: No answer, owner: pip, severity: p1, raised: 2026-05-28, status: open}
actions:
- {id: A-01, title: Call the crane people, owner: pip, due: 2026-06-03, raised_in: MTG-01}
meetings:
- {id: MTG-01, title: Weekly, held: 2026-05-27, owner: ada, attendees: [ada, pip, Quinn Vale], reviewed: [R-01]}
decisions:
- {id: D-02, title: Which band, status: proposed, owner: bea, decision_needed_by: 2026-06-10}
dependencies:
- {id: DEP-01, title: Permit of the town, owner: sol, needed_by: M-END - 10d, status: on_track, required_by: [T-03]}
metrics:
- {id: MET-01, title: Guests, owner: pip, unit: people, direction: up, target: {value: 200, by: 2026-07-10}, readings: {2026-05-01: 10, 2026-05-29: 60}}
stakeholders:
- {id: STK-01, title: The neighbours, owner: bea, role: Neighbours}
workstreams:
- {id: WS-1, title: Building, owner: ada, contains: [T-01, T-02, T-03]}
budgets:
- {id: BUD-1, title: The whole, owner: bea}
lessons:
- {id: LES-1, title: Order wood early, owner: ada, relates_to: [I-01]}
documents:
- {id: DOC-1, title: Permit, owner: sol, status: draft}
escalations:
- {id: E-01, title: The crane, owner: ada, escalates: [B-01], escalated_to: bea, raised: 2026-05-29, decision_needed_by: 2026-06-05}
changes:
- {id: CR-01, type: scope, title: No roof, owner: ada, requested: 2026-05-12, requested_by: pip, status: approved, changes: [T-02], approvals: [{role: product, by: pip, on: 2026-05-14}], impact: {scope: no roof}}
incidents:
- {id: INC-1, title: The ladder fell, severity: sev3, owner: sol, status: resolved, started: 2026-05-14 11:42, detected: 2026-05-14 11:50, resolved: 2026-05-14 13:20, root_cause: A loose step, caused_by: [T-01]}
"""

SOFF = """kind: sign_off
id: SOFF-1
title: Security of the opening
release: REL-1
role: security
by: sol
on: 2026-05-28
decision: approved
"""


def program(visible, row="", item="", region_decision="", region_guide="", region_release="", check="", sign=""):
    return {
        "program.yaml": PROGRAM.replace("VISIBLE", visible.partition("+")[0]),
        "README.md": "# Lantern\n\nA feast, of M-END and R-02.\n",
        "plan/tasks.yaml": TASKS,
        "plan/milestones.yaml": MILESTONES,
        "plan/rest.yaml": REST,
        "plan/single.yaml": "vendors:\n- {id: VEN-1, title: The only vendor, owner: pip}\n",
        "raid/raid.md": RISKS % {"row": row, "item": item},
        "decisions/D-01-oak.md": DECISION % {"region": region_decision},
        "pages/guide.md": GUIDE % {"region": region_guide},
        "pages/images/hall.png": PNG + b"hall",
        "pages/second.md": "# Second\n\nMore, see [plans](guide.md#plans).\n",
        "releases/REL-1.md": RELEASE % {"item": check, "region": region_release, "sign": sign},
        "approvals/security.yaml": SOFF,
        "status/2026-W22.md": STATUS,
    }


@dataclass
class Variant:
    name: str
    change: Callable  # (files, label): adds and edits what is hidden
    base: str = "bare"
    every_label: bool = False  # hidden by each label that the looker does not see
    parts: Optional[dict] = None  # of program(), where LABEL stands for the label
    lines: bool = False  # lines of visible things move
    refused: bool = False  # visible words name what is hidden: an audience gets no site at all, and its author is told why
    beside: bool = False  # for those who see one of the program's own labels: hidden is the other

    @property
    def moves_lines(self):
        return self.lines or bool(self.parts)

    def program(self, visible):
        return visible

    def without(self, visible):
        return bases[self.base](visible)

    def apply(self, visible, label):
        parts = {key: value.replace("LABEL", label) for key, value in (self.parts or {}).items()}
        files = bases[self.base](visible, **parts)
        files["program.yaml"] = files["program.yaml"].replace("HIDDEN", label)
        self.change(files, label)
        return files


def bare(visible, **parts):
    files = program(visible, **parts)
    files["program.yaml"] = files["program.yaml"].replace("HIDDEN", "restricted") if not parts else files["program.yaml"]
    return files


# What visible words name may be hidden: then they read "an internal item", whatever else the hidden thing says.
def pointing(visible, **parts):
    files = bare(visible, **parts)
    files["plan/pointing.yaml"] = (
        "tasks:\n- {id: T-20, title: Points at what is hidden, owner: ada, due: 2026-06-24, relates_to: [T-90],"
        " depends_on: [T-90], notes: \"As T-90 says, and [this](../hidden/T-90.md).\"}\n"
        "dependencies:\n- {id: DEP-21, title: Counts from it, owner: pip, needed_by: T-90 - 3d}\n"
    )
    files["hidden/T-90.md"] = "---\nid: T-90\nkind: task\ntitle: Hidden at first\nowner: bea\nvisibility: restricted\n---\nx\n"
    return files


# Fields of visible records that are hidden by their definition, plan and dates apart.
FIELD_LABELS = """kinds:
  task: {fields: {depends_on: {visibility: restricted}, priority: {visibility: restricted}, health: {visibility: restricted}}}
  blocker: {fields: {severity: {visibility: restricted}, status: {visibility: restricted}, acknowledged: {visibility: restricted}}}
  decision: {fields: {relates_to: {visibility: restricted}, needed_by: {visibility: restricted}, rationale: {visibility: restricted}}}
  risk: {fields: {likelihood: {visibility: restricted}, status: {visibility: restricted}, reviewed: {visibility: restricted}}}
  milestone: {fields: {health: {visibility: restricted}}}
  action: {fields: {owner: {visibility: restricted}, team: {visibility: restricted}}}
  metric: {fields: {readings: {visibility: restricted}}}
"""


def fields(visible, **parts):
    files = bare(visible, **parts)
    files["program.yaml"] += FIELD_LABELS
    # Links that the other end tells of, too; a late milestone that the hidden fields could explain.
    swap(files, "plan/tasks.yaml", "finished: 2026-05-08}", "finished: 2026-05-08, required_by: [T-03]}")
    swap(files, "plan/tasks.yaml", "tags: [wood]}", "tags: [wood], required_by: [T-03]}")
    return files


# Nothing is alarming: what is hidden would be the only alarm, and the only reason.
def calm(visible, **parts):
    files = bare(visible, **parts)
    rest = files["plan/rest.yaml"]
    files["plan/rest.yaml"] = rest[rest.index("actions:") : rest.index("escalations:")] + rest[rest.index("changes:") :]
    swap(files, "raid/raid.md", "| I-01 | The wood is wet | High | Quinn Vale | Open |\n", "")
    return files


def late(visible, **parts):
    files = calm(visible, **parts)
    swap(files, "plan/milestones.yaml", "due: 2026-07-17", "due: 2026-06-05")
    files["plan/why.yaml"] = "issues:\n- {id: I-05, title: The wood was wet, severity: high, owner: ada, raised: 2026-05-20, relates_to: [T-02]}\n"
    return files


# Of two labels beside each other the reader sees one: what has the other changes nothing in what has his.
def beside(visible, **parts):
    mine = visible.partition("+")[2]
    theirs = {"board": "partner", "partner": "board"}[mine]
    files = bare(visible, **parts)
    files["program.yaml"] += "kinds: {task: {fields: {%s_says: {type: text, visibility: %s}, %s_says: {type: text, visibility: %s}}}}\n" % (mine, mine, theirs, theirs)
    files["plan/mine.yaml"] = (
        f"tasks:\n- {{id: T-30, title: Ours, owner: ada, visibility: {mine}, {mine}_says: Words of ours, status: done, finished: 2026-05-20}}\n"
        "- {id: T-31, title: Rests on it, owner: pip, depends_on: [T-30], due: 2026-08-28}\n"
        f"lessons:\n- {{id: LES-60, title: A part, part_of: [LES-61]}}\n- {{id: LES-61, title: The whole, visibility: {mine}}}\n"
    )
    files["pages/mine.md"] = f"---\nid: D-40\nkind: decision\ntitle: Of ours\nowner: ada\n---\nBegin.\n\n<!-- audience: {mine} -->\nOurs is T-30, and T-02.\n<!-- /audience -->\n"
    return files


def swap(files, path, old, new):
    assert old in files[path], old
    files[path] = files[path].replace(old, new)


bases = {"bare": bare, "pointing": pointing, "fields": fields, "calm": calm, "late": late, "beside": beside}


def add(**files):
    def change(all_files, label):
        for path, text in files.items():
            all_files[path] = text.replace("LABEL", label) if isinstance(text, str) else text

    return change


def yaml(path, text):
    return add(**{path: text})


def fifty(files, label):
    rows = [
        f"- {{id: T-{500 + n}, title: Hidden task {n}, owner: Hidden Person {n % 7}, team: Hidden Team {n % 3}, estimate: {1 + n % 9}d,"
        f" due: 2026-0{6 + n % 3}-1{n % 9}, status: {('open', 'in_progress', 'done')[n % 3]}, visibility: {label},"
        f" relates_to: [T-0{1 + n % 3}, R-0{1 + n % 2}], tags: [secret{n}]}}"
        for n in range(50)
    ]
    files["aaa-first.yaml"] = "tasks:\n" + "\n".join(rows[:25]) + "\n"
    files["plan/zzz-last.yaml"] = "tasks:\n" + "\n".join(rows[25:]) + "\n"


def every_kind(files, label):
    files["hidden/all.yaml"] = "\n".join(
        f"{plural}:\n- {{id: {prefix}-900, title: Hidden {plural}, owner: bea, relates_to: [T-02, M-END, REL-1]}}"
        for plural, prefix in (
            ("objectives", "OBJ"), ("requirements", "REQ"), ("workstreams", "WS"), ("milestones", "M"), ("dependencies", "DEP"),
            ("risks", "R"), ("assumptions", "ASM"), ("issues", "I"), ("actions", "A"), ("decisions", "D"), ("blockers", "B"),
            ("escalations", "E"), ("changes", "CR"), ("releases", "REL"), ("incidents", "INC"), ("status_reports", "SR"),
            ("stakeholders", "STK"), ("meetings", "MTG"), ("communications", "COM"), ("metrics", "MET"), ("budgets", "BUD"),
            ("capacity", "CAP"), ("vendors", "VEN"), ("lessons", "LES"), ("documents", "DOC"), ("charters", "CH"))
    )  # fmt: skip


def every_link(files, label):
    links = (
        "depends_on part_of mitigates threatens realized_as blocks escalates decides changes amends supersedes causes measures satisfies"
        " raised_in decided_in reviewed_in evidence supplies relates_to required_by contains delivers delivered_by mitigated_by"
        " threatened_by blocked_by escalated_by changed_by superseded_by caused_by measured_by satisfied_by"
    ).split()
    # Work that hidden work drives has dates of it; these links drive nothing.
    driving = {"required_by", "contains", "delivers", "part_of", "threatens", "blocks", "causes"}
    rows = [f"- {{id: X-{n}, kind: lesson, title: Hidden {link}, {link}: [T-01, I-01, R-02]}}" for n, link in enumerate(links) if link not in driving]
    files["hidden/links.yaml"] = "lessons:\n" + "\n".join(rows) + "\n"


FRONT = "---\nid: %s\nkind: %s\ntitle: %s\nvisibility: LABEL\n%s---\n%s\n"


def record(path, ident, kind, title, more="", body="x"):
    return add(**{path: FRONT % (ident, kind, title, more, body)})


def both(*changes):
    def change(files, label):
        for one in changes:
            one(files, label)

    return change


REGION = """<!-- audience: LABEL -->
## Paint

Hidden words[^hid] of T-01, ![hidden](images/secret.png) and [reference][ref] by Zoe Hidden.

## Plans

- [ ] Hidden box (owner: Zoe Hidden, due: 2026-06-05)

| ID | Risk | Likelihood | Impact |
| --- | --- | --- | --- |
| R-77 | Hidden row | High | High |

[^hid]: Hidden note. [^a]
[ref]: https://hidden.example/ "Hidden title"
[the plans]: https://hidden.example/plans
<!-- /audience -->
"""

CHECK_REGION = """<!-- audience: LABEL -->

- [ ] Hidden gate item (owner: Zoe Hidden, due: 2026-06-05, id: load-test)
- [x] Penetration test (id: security-review, owner: sol)

<!-- /audience -->

"""


def image(files, label):
    files["pages/images/secret.png"] = PNG + b"secret"


def field(path, old, new):
    """The value of a hidden field of something visible."""
    return lambda files, label: swap(files, path, old, new)


def in_region_of_others(files, label):
    swap(files, "pages/mine.md", "Begin.", f"Begin.\n\n<!-- audience: {label} -->\nTheirs is T-02 and T-30, not T-31.\n<!-- /audience -->")


def edit(old, new):
    def change(files, label):
        files["hidden/T-90.md"] = files["hidden/T-90.md"].replace("visibility: restricted", f"visibility: {label}").replace(old, new)

    return change


def all_variants():
    made = [
        Variant("nothing", lambda files, label: None),
        Variant("one-file", record("tasks/T-88.md", "T-88", "task", "Hidden", "owner: bea\ndue: 2026-06-03\n", "Words of T-01.")),
        Variant("second-record-of-a-file", lambda f, l: f.__setitem__("plan/single.yaml", f["plan/single.yaml"] + f"- {{id: VEN-2, title: Hidden vendor, visibility: {l}}}\n")),
        Variant("first-record-of-a-file", lambda f, l: f.__setitem__("plan/single.yaml", f["plan/single.yaml"].replace("- {", f"- {{id: VEN-2, title: Hidden vendor, visibility: {l}}}\n- {{", 1)), lines=True),
        Variant("page-of-the-same-name", add(**{"zz/second.md": "---\nvisibility: LABEL\n---\n# Hidden second\n", "0/second.md": "---\nvisibility: LABEL\n---\n# Hidden second\n"})),
        Variant("file-before-all", record("0-first.md", "T-88", "task", "Hidden", "owner: Zoe Hidden\nteam: Unseen team\n")),
        Variant("file-after-all", record("zz/last.md", "T-88", "task", "Hidden", "owner: Zoe Hidden\n")),
        Variant("fifty", fifty, every_label=True),
        Variant("every-kind", every_kind, every_label=True),
        Variant("every-link", every_link),
        Variant("folder-rule", add(**{"hidden/T-88.md": "---\nid: T-88\nkind: task\ntitle: By folder\n---\nx\n"})),
        Variant("hidden-pages", add(**{"hidden/page.md": "# A hidden page\n\nOf [guide](../pages/guide.md) and T-01.\n",
                                       "hidden/README.md": "# Hidden too\n"})),
        Variant("table-row", lambda f, l: None, parts={"row": "| R-55 | Hidden row | High | High | See T-02 | Zoe Hidden | Open | LABEL |\n" * 1}),
        Variant("table-row-without-id", lambda f, l: None, parts={"row": "| - | Hidden row | High | High | See T-02 | Zoe Hidden | Open | LABEL |\n"}),
        Variant("list-item", lambda f, l: None, parts={"item": "2. Hidden item (Low) - Owner: Zoe Hidden - Visibility: LABEL\n"}),
        Variant("region-in-page", image, parts={"region_guide": REGION}),
        Variant("region-in-record", image, parts={"region_decision": REGION.replace("images/", "../pages/images/")}),
        Variant("region-in-release", lambda f, l: None, parts={"region_release": CHECK_REGION}),
        Variant("same-id", record("0-first.md", "T-02", "task", "The same id", "owner: bea\n")),
        Variant("same-id-other-case", record("0-first.md", "t-02", "task", "The same id", "owner: bea\n")),
        Variant("same-id-after", record("zz/last.md", "R-02", "risk", "The same id")),
        Variant("same-loose-id", record("0-first.md", "T-7", "task", "T-07 is near"), refused=True),
        Variant("same-loose-id-of-mention", record("0-first.md", "T-010", "task", "T-0010 is near")),
        Variant("same-title", record("0-first.md", "R-88", "risk", "Too few chairs")),
        Variant("alias-taken", record("0-first.md", "R-88", "risk", "x", "aliases: [R-02, T-02, guide]\n")),
        Variant("same-generated-id", yaml("0.yaml", "tasks:\n- {title: A task without an id, visibility: LABEL}\n")),
        Variant("same-generated-id-in-file", lambda f, l: f.__setitem__("plan/tasks.yaml", f["plan/tasks.yaml"].replace(
            "- {title: A task", f"- {{title: A task without an id, visibility: {l}}}\n- {{title: A task")), lines=True),
        Variant("same-short-id", add(**{"raid/secret-raid.md": "---\nvisibility: LABEL\n---\n## Risks\n\n| ID | Risk | Likelihood | Impact |\n| --- | --- | --- | --- |\n| R1 | Hidden | High | High |\n"})),
        Variant("person-other-spelling", record("0-first.md", "T-88", "task", "x", "owner: QUINN VALE <quinn@hidden.example>\nteam: PAINTERS\n")),
        Variant("person-same-key", record("0-first.md", "T-88", "task", "x", "owner: Quinn  Vâle\nteam: Pâinters team\n")),
        Variant("person-same-first-name", record("0-first.md", "T-88", "task", "x", "owner: [Ada Hidden, Sol Hidden, Pip Hidden, Quinn Hidden]\n")),
        Variant("person-is-first-name", record("0-first.md", "T-88", "task", "x", "owner: [Sol, Pip, Quinn]\nteam: Quinn Vale\n")),
        Variant("team-of-a-persons-name", record("0-first.md", "T-88", "task", "x", "team: Quinn Vale\nowner: Painters\n")),
        Variant("new-person-and-team", record("0-first.md", "T-88", "task", "x", "owner: Zoe Hidden <zoe@hidden.example>\nteam: Zebra team\n")),
        Variant("later-milestone", record("0-first.md", "M-LAST", "milestone", "The real end", "due: 2027-03-01\nowner: bea\n")),
        Variant("newer-status-report", record("status/2026-W23.md", "SR-23", "status_report", "Week 23", "period: 2026-W23\ndate: 2026-06-01\nhealth: off_track\n")),
        Variant("older-status-report", record("status/2026-W21.md", "SR-21", "status_report", "Week 21", "period: 2026-W21\ndate: 2026-05-22\nhealth: on_track\n")),
        Variant("hidden-parent", record("0-first.md", "WS-9", "workstream", "Hidden whole", "contains: [WS-1, R-01, REL-1, M-MID]\n")),
        Variant("hidden-metric", record("0-first.md", "MET-9", "metric", "Hidden guests", "unit: people\ntarget: {value: 100, by: 2026-07-10}\nreadings: {2026-05-29: 5}\n")),
        Variant("hidden-capacity", record("0-first.md", "CAP-9", "capacity", "Hidden days", "period: 2026-Q2\nteam: core\navailable: 10d\nneeded: 80d\n")),
        Variant("hidden-sign-off", record("0-first.md", "SOFF-9", "sign_off", "Hidden no", "release: REL-1\nrole: security\nby: sol\non: 2026-05-30\ndecision: rejected\n")),
        Variant("hidden-sign-off-newer", add(**{"approvals/z.yaml": "kind: sign_off\nid: SOFF-9\ntitle: Hidden\nrelease: REL-1\nrole: product\nby: pip\non: 2026-05-31\ndecision: rejected\nvisibility: LABEL\n"})),
        Variant("hidden-incident", record("0-first.md", "INC-9", "incident", "Hidden fall", "severity: sev1\nowner: sol\nstarted: 2026-05-30 10:00\ncaused_by: [T-01, REL-1]\n")),
        Variant("hidden-lesson", record("0-first.md", "LES-9", "lesson", "Hidden", "relates_to: [INC-1]\n")),
        Variant("hidden-change", record("0-first.md", "CR-9", "change", "Hidden change", "type: scope\nchanges: [T-02, M-END]\nrequested: 2026-05-29\nstatus: approved\n")),
        Variant("hidden-change-applies", record("0-first.md", "CR-9", "change", "Hidden change", "type: timeline\nchanges: [M-END]\napplies: [{record: M-END, field: due, from: 2026-07-10, to: 2026-07-17}]\nstatus: approved\n")),
        Variant("hidden-blocker", record("0-first.md", "B-9", "blocker", "Hidden stop", "severity: p0\nraised: 2026-05-31\nrelates_to: [REL-1]\n")),
        Variant("hidden-risk", record("0-first.md", "R-9", "risk", "Hidden storm", "likelihood: critical\nimpact: critical\nrelates_to: [M-END, REL-1]\n")),
        Variant("hidden-escalation", record("0-first.md", "E-9", "escalation", "Hidden cry", "escalates: [B-01, B-02, DEP-01]\nescalated_to: bea\nraised: 2026-05-30\n")),
        Variant("hidden-decision", record("0-first.md", "D-9", "decision", "Hidden choice", "decides: [D-02]\nsupersedes: [D-01]\ndate: 2026-05-30\nstatus: accepted\n")),
        Variant("hidden-meeting", record("0-first.md", "MTG-9", "meeting", "Hidden talk", "held: 2026-06-08\nreviewed: [R-01, R-02]\ndecided: [D-01]\nraised: [A-01]\nattendees: [ada, Zoe Hidden]\n")),
        Variant("hidden-mitigation", record("0-first.md", "T-88", "task", "Hidden cure", "mitigates: [R-01, R-02]\nstatus: done\n")),
        Variant("hidden-evidence", record("0-first.md", "T-88", "task", "Hidden proof", "evidence_for: [D-01, REL-1]\n")),
        Variant("hidden-release", add(**{"releases/REL-0.md": "---\nid: REL-0\nkind: release\ntitle: Hidden first\nowner: bea\ntarget: 2026-06-20\ngates: [standard]\nvisibility: LABEL\n---\n\n## Code complete\n\n- [ ] Hidden (owner: Zoe Hidden)\n"})),
        Variant("hidden-gate-item-waiver", record("0-first.md", "D-9", "decision", "Hidden waiver", "relates_to: [REL-1]\n", "Waive load-test of REL-1.")),
        Variant("attachment-same-name", both(image, add(**{"hidden/images/hall.png": PNG + b"other", "hidden/p.md": "# P\n\n![x](images/hall.png) ![y](../pages/images/secret.png) ![z](../pages/images/hall.png)\n"}))),
        Variant("attachment-unused", add(**{"pages/images/aaa.png": PNG + b"unused"})),
        Variant("page-of-same-name", add(**{"hidden/guide.md": "# Guide\n\n[a](../pages/guide.md#paint)\n", "pages/guide/index.md": "---\nvisibility: LABEL\n---\n# Guide\n"})),
        Variant("page-clashes", add(**{"pages/Guide.md": "---\nvisibility: LABEL\n---\n# Guide\n", "pages/GUIDE.markdown": "---\nvisibility: LABEL\n---\n# G\n"})),
        Variant("unknown-keys-and-comments", record("0-first.md", "T-88", "task", "x", "hidden_key: 1 # comment\n", "<!-- T-02 -->")),
        Variant("broken", record("0-first.md", "T-88", "task", "x", "due: never\nowner: [\ndepends_on: [NOPE-1]\n")),
        Variant("broken-references", record("0-first.md", "T-88", "task", "x", "due: never\ndepends_on: [NOPE-1, T-888]\nrelates_to: [Nobody has this title]\n", "[x](nowhere.md) NOPE-2 ![y](no.png)")),
        Variant("cycle", both(record("0-first.md", "LES-8", "lesson", "x", "part_of: [LES-9]\n"), record("0-second.md", "LES-9", "lesson", "y", "part_of: [LES-8]\n"))),
        Variant("cycle-through-visible", record("0-first.md", "D-9", "decision", "x", "supersedes: [D-01]\nsuperseded_by: [D-01]\n")),
        Variant("cycle-of-work", record("0-first.md", "T-88", "task", "x", "depends_on: [T-03]\nrequired_by: [T-02]\n")),
        Variant("unknown-status", record("0-first.md", "T-88", "task", "x", "status: quite unheard of\nhealth: blocked\n")),
        Variant("own-kind-word", record("0-first.md", "Z-88", "risk", "x", "id_of: R-01\ntags: [wood, secret]\n")),
        Variant("prefix-of-its-own", record("0-first.md", "ZZZ-88", "risk", "x")),
        Variant("long-title", record("0-first.md", "T-88", "task", "Word " * 80)),
    ]  # fmt: skip
    made += [
        Variant("pointing-title", edit("Hidden at first", "Another title"), "pointing"),
        Variant("pointing-owner", edit("owner: bea", "owner: Zoe Hidden\nteam: Zebra team"), "pointing"),
        Variant("pointing-status", edit("owner: bea", "owner: bea\nstatus: in_progress\npercent: 70"), "pointing"),
        Variant("pointing-kind", edit("kind: task", "kind: lesson"), "pointing"),
        Variant("pointing-links", edit("owner: bea", "owner: bea\nrelates_to: [T-20, DEP-21, D-01]\nmitigates: [R-01]"), "pointing"),
        Variant("pointing-body", edit("---\nx", "---\n# Heading\n\nBody of T-20.\n\n- [ ] box"), "pointing"),
        Variant("pointing-alias", edit("owner: bea", "aliases: [T-91]"), "pointing"),
    ]
    rest, tasks = "plan/rest.yaml", "plan/tasks.yaml"
    made += [
        Variant("field-type-of-a-link", field(tasks, "depends_on: [T-02], delivers", "depends_on: [T-02, {to: T-01, type: SS}], delivers"), "fields"),
        Variant("field-lag-of-a-link", field(tasks, "depends_on: [T-02], delivers", "depends_on: [T-02, {to: T-01, lag: 3d}], delivers"), "fields"),
        Variant("field-link-alone", field(tasks, "due: 2026-06-19, delivers", "due: 2026-06-19, depends_on: [T-01], delivers"), "fields"),
        Variant("field-circle", field(tasks, "depends_on: [T-01], delivers: M-END, status", "depends_on: [T-01, T-03], delivers: M-END, status"), "fields"),
        Variant("field-beside-a-mention", field("decisions/D-01-oak.md", "relates_to: [R-01,", "relates_to: [R-01, T-02,"), "fields"),
        Variant("field-severity", field(rest, "title: No answer, owner: pip, severity: p1", "title: No answer, owner: pip, severity: p0"), "fields"),
        Variant("field-status", field(rest, "raised: 2026-05-28, status: open}", "raised: 2026-05-28, status: resolved}"), "fields"),
        Variant("field-answer", field(rest, "raised: 2026-05-28, status: open}", "raised: 2026-05-28, status: open, acknowledged: 2026-05-28}"), "fields"),
        Variant("field-missed", field(rest, "decision_needed_by: 2026-06-10", "needed_by: 2026-05-04, decision_needed_by: 2026-06-10"), "fields"),
        Variant("field-rationale", field("decisions/D-01-oak.md", "## Context", "## Rationale\n\nHidden words of T-02.\n\n## Context"), "fields", lines=True),
        Variant("field-of-a-column", field("raid/raid.md", "| Rain on the day | High |", "| Rain on the day | Low |"), "fields"),
        Variant("field-of-a-column-status", field("raid/raid.md", "| Ada Stone | Open | |", "| Ada Stone | Closed | |"), "fields"),
        Variant("field-health", field("plan/milestones.yaml", "health: {value: at_risk, because: the frame is late}", "health: {value: on_track, because: all is fine}"), "fields"),
        Variant("field-priority", field(tasks, "tags: [wood],", "tags: [wood], priority: critical, health: off_track,"), "fields"),
        Variant("field-owner", field(rest, "title: Call the crane people, owner: pip", "title: Call the crane people, owner: Zoe Hidden, team: Zebra"), "fields"),
        Variant("field-readings", field(rest, "2026-05-29: 60}", "2026-05-29: 10}"), "fields"),
        Variant("alarm-blocker", record("0-first.md", "B-9", "blocker", "Hidden stop", "severity: p0\nraised: 2026-05-25\n"), "calm"),
        Variant("alarm-decision", record("0-first.md", "D-9", "decision", "Hidden choice", "status: proposed\ndecision_needed_by: 2026-05-04\n"), "calm"),
        Variant("alarm-issue", record("0-first.md", "I-9", "issue", "Hidden cause", "severity: critical\nraised: 2026-04-01\nrelates_to: [T-02, M-END]\n"), "late"),
        Variant("alarm-blocked-late", record("0-first.md", "B-9", "blocker", "Hidden stop", "severity: p0\nraised: 2026-05-25\nrelates_to: [T-02]\n"), "late"),
        Variant("beside-record", record("0-first.md", "T-88", "task", "Theirs", "owner: Zoe Hidden\nrelates_to: [T-30, T-02, D-40]\n", "Words of T-30."), "beside", beside=True),
        Variant("beside-field", lambda f, l: (swap(f, "plan/mine.yaml", "status: done,", f"{l}_says: Words of theirs and T-02, status: done,"), swap(f, tasks, "tags: [wood]", f"tags: [wood], {l}_says: Theirs")), "beside", beside=True),
        Variant("beside-region", in_region_of_others, "beside", beside=True, lines=True),
        Variant("beside-row", lambda f, l: None, "beside", beside=True, parts={"row": "| R-55 | Theirs | High | High | See T-30 | Zoe Hidden | Open | LABEL |\n"}),
        Variant("beside-circle", yaml("0.yaml", "lessons:\n- {id: LES-62, title: Theirs, visibility: LABEL, contains: [LES-61], part_of: [LES-60]}\n"), "beside", beside=True),
        Variant("beside-circle-of-work", yaml("0.yaml", "tasks:\n- {id: T-62, title: Theirs, visibility: LABEL, required_by: [T-30], depends_on: [T-31]}\n"), "beside", beside=True),
        Variant("beside-same-title", record("0-first.md", "T-88", "task", "Ours", "aliases: [T-30]\n"), "beside", beside=True),
        Variant("beside-person", record("0-first.md", "T-88", "task", "x", "owner: [ADA, Quinn  Vale, Zoe Hidden]\nteam: Painters\n"), "beside", beside=True),
    ]
    return made
