# Pairs that differ in a hidden field of a visible record.
from pair import front, hidden_field, pair

PAIRS = []


def add(*arguments, **more):
    PAIRS.append(pair(*arguments, **more))


def one(kind, **fields):
    """A file with one record of a kind; a field without a value is not written."""
    text = ", ".join(f"{name}: {value}" for name, value in fields.items() if value)
    return {"b.yaml": f"{kind}s:\n- {{{text}, visibility: public}}\n"}


# hides(NAME, WHAT, KIND, FIELD, MAKE, A, B): the field of the kind is hidden, and has one value or another (or none).
def hides(name, what, kind, field, make, a, b, **more):
    add(name, what, make(**{field: a}), make(**{field: b}), settings=hidden_field(kind, field), **more)


# --- on pages of a thing itself ----------------------------------------------------------------------------


def blocker(**fields):
    values = {"id": "B-1", "title": "No crane", "severity": "p0", "raised": "2026-05-28", "status": "open", "owner": "bob"}
    return one("blocker", **{**values, **fields})


hides("bsev", "the severity of a blocker", "blocker", "severity", blocker, "p0", "p2")
hides("bsevnone", "that a blocker has a severity", "blocker", "severity", blocker, "p0", "")
hides("bres", "that a blocker is resolved", "blocker", "resolved", blocker, "2026-05-30", "", words=["2026-05-30", "30 May"])
hides("bstatus", "the status of a blocker", "blocker", "status", blocker, "open", "resolved")


def incident(**fields):
    return {
        **one("incident", **{"id": "INC-1", "title": "Out", "started": "2026-05-28 10:00", "severity": "sev1", "owner": "bob", "status": "open", **fields}),
        "a.yaml": "actions:\n- {id: A-5, title: Do, visibility: public}\n",
    }


hides("incstatus", "the status of an incident", "incident", "status", incident, "resolved", "open")
hides("caused", "what caused an incident", "incident", "caused_by", incident, "[T-1]", "")
hides("increl", "an action of an incident", "incident", "relates_to", incident, "[A-5]", "")


def change(**fields):
    values = {"id": "CR-1", "title": "Move it", "requested": "2026-05-28", "status": "proposed", "type": "timeline", "owner": "bob"}
    return one("change", **{**values, **fields})


def moved(status):
    return change(status=status, applies="[{to: M-1, field: due, from: 2026-06-01, to_value: 2026-07-17}]")


hides("chstatus2", "whether a change is approved", "change", "status", moved, "approved", "proposed")


def inner(field, part):
    return f"kinds:\n  change: {{fields: {{{field}: {{fields: {{{part}: {{visibility: restricted}}}}}}}}}}\n"


def approved(notes):
    return change(approvals=f"[{{role: sponsor, by: bob, on: 2026-05-20, notes: {notes}}}]")


add("nested", "a field inside of a field", approved("Zebra"), approved("Other"), settings=inner("approvals", "notes"), words=["Zebra"])
cost = (change(impact="{scope: x, cost: much}"), change(impact="{scope: x}"))
add("nestimpact", "a field inside of a field", *cost, settings=inner("impact", "cost"))


def task(**fields):
    return one("task", **{"id": "T-8", "title": "Eight", "status": "in_progress", **fields})


def eighth(fields):
    return {"t/T-8.md": front(f"id: T-8\nkind: task\ntitle: Eight\nvisibility: public{fields}", "See T-1.\n")}


add("mentionerase", "a link that is a mention, too", eighth("\nrelates_to: [T-1]"), eighth(""), settings=hidden_field("task", "relates_to"))


def lagging(nine):
    return {
        "t.yaml": "tasks:\n- {id: T-8, title: Eight, visibility: public, estimate: 2d, depends_on: [T-9]}\n"
        f"- {{id: T-9, title: Nine, visibility: public, estimate: 2d{nine}}}\n"
    }


add(
    "farlag",
    "the lag of a link of the other side",
    lagging(", required_by: [{to: T-8, lag: 10d}]"),
    lagging(", required_by: [{to: T-8, lag: 2w}]"),  # the date it moves may be told, and what follows from it
    settings=hidden_field("task", "required_by"),
    words=["10d"],
)


def building(first, second="due: 2026-06-20"):
    return {
        "w.yaml": "workstreams:\n- {id: WS-1, title: Building, visibility: public, contains: [T-8, T-9]}\n"
        f"tasks:\n- {{id: T-8, title: Eight, visibility: public, {first}}}\n- {{id: T-9, title: Nine, visibility: public, {second}}}\n"
    }


# What is left decides the dates, which may follow from hidden fields: they are the same here.
def started(percent):
    return building(f"start: 2026-06-01, status: in_progress, remaining: 4d, percent: {percent}", "estimate: 4d, start: 2026-06-01")


add("rollup", "how much of a whole is done", started(80), started(20), settings=hidden_field("task", "percent"))
whole = hidden_field("task", "status")
add("rollstatus", "how much of a whole is done", building("status: done"), building("status: open"), settings=whole)

# --- in what is computed -----------------------------------------------------------------------------------

RELEASE = {
    "releases/REL-1.md": front(
        "id: REL-1\nkind: release\ntitle: Opening\ntarget: 2026-07-14\nstatus: in_progress\nvisibility: public",
        "Intro.\n\n## Code\n\n- [ ] a (owner: zed, due: 2026-06-10)\n",
    ),
    "t9.yaml": "tasks:\n- {id: T-8, title: Eight, owner: zed, visibility: public}\n- {id: T-7, title: Seven, owner: amy, visibility: public}\n",
}


def for_release(**fields):
    return {**RELEASE, **blocker(**{"owner": "", "relates_to": "[REL-1]", **fields})}


hides("rdue", "a blocker of a release", "blocker", "due", for_release, "2026-06-20", "2026-06-25", audience="full", words=["2026-06-20"])
hides("rowner", "a blocker of a release", "blocker", "owner", for_release, "zed", "amy", audience="full")
hides("rsev", "a blocker of a release", "blocker", "severity", for_release, "p0", "p2", audience="full")
hides("rstatus", "a blocker of a release", "blocker", "status", for_release, "open", "resolved", audience="full")
hides("rraised", "a blocker of a release", "blocker", "raised", for_release, "2026-05-28", "2026-05-20", audience="full")
hides("plainsev", "a blocker of a release", "blocker", "severity", for_release, "p0", "p3", audience="")
hides("plaindue", "a blocker of a release", "blocker", "due", for_release, "2026-06-20", "2026-06-25", audience="")


def rain(**fields):
    values = {"id": "R-1", "title": "Rain", "likelihood": "high", "impact": "very high", "status": "open"}
    return {**RELEASE, **one("risk", **{**values, "relates_to": "[REL-1]", "owner": "zed", **fields})}


hides("rlik", "a risk of a release", "risk", "likelihood", rain, "very high", "low", audience="full")
hides("rlikscores", "the score of a risk", "risk", "likelihood", rain, "very high", "low")


def opening(target):
    return {**RELEASE, "releases/REL-1.md": RELEASE["releases/REL-1.md"].replace("2026-07-14", target)}


hides("rtarget", "the day of a release", "release", "target", opening, "2026-07-14", "2026-07-21", audience="full", words=["2026-07-14"])


def long_task(health):
    return task(estimate="20d", due="2026-06-05", health=health)


hides("rosier", "a report that is rosier than the facts", "task", "health", long_task, "on_track", "", audience="full")


def proposed(decision_needed_by):
    return one("decision", id="D-1", title="A", status="proposed", raised="2026-01-05", decision_needed_by=decision_needed_by)


hides("alarm", "a decision that is late", "decision", "decision_needed_by", proposed, "2026-05-02", "2026-09-09", audience="full")


def stops(due):
    return blocker(severity="p2", blocks="[T-1]", due=due)


hides("hblock", "the day of a blocker of work", "blocker", "due", stops, "2026-06-20", "2026-06-25", audience="full", words=["2026-06-25"])
