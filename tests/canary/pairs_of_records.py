# Pairs that differ in a hidden record or page: there, not there, or called otherwise.
from pair import MAY, front, pair

PAIRS = []


def add(*arguments, **more):
    PAIRS.append(pair(*arguments, **more))


def hidden(title="Hid"):
    return {
        "h.yaml": f"tasks:\n- {{id: T-90, title: {title}, due: 2026-06-20, visibility: internal}}\n"
        f"decisions:\n- {{id: D-90, title: {title}, visibility: internal}}\n"
    }


def release(body):
    text = "id: REL-1\nkind: release\ntitle: Opening\ntarget: 2026-07-14\nstatus: in_progress\nvisibility: public"
    return {"releases/REL-1.md": front(text, body)}


# A visible text that names a hidden record says "an internal item", and with it that there is one: what it is must not matter.
# renamed(NAME, WHAT, FILES): a hidden record that these name is called otherwise.
def renamed(name, what, files, **more):
    add(name, what, {**files, **hidden()}, {**files, **hidden("Else")}, **more)


# --- what names it -----------------------------------------------------------------------------------------

applied = "changes:\n- {id: CR-1, title: Move it, requested: 2026-05-28, status: approved, type: timeline, visibility: public, owner: bob, "
applied += "applies: [{to: T-90, field: due, from: 2026-06-01, to_value: 2026-06-20}]}\n"
renamed("applies", "a change that moves it", {"b.yaml": applied}, words=["T-90", "2026-06-20"])
outage = "id: INC-1\nkind: incident\ntitle: Outage\nseverity: sev1\nstarted: 2026-05-20 10:00\nvisibility: public"
asks = {"i/INC-1.md": front(outage, "Text.\n\n## Action items\n\n- Ask D-90 people about it\n- Fix it\n")}
renamed("untracked", "an action of an incident in words", asks, words=["D-90"])
war = release("Intro.\n\nWar room: see D-90 there.\n\n## Code\n\n- [ ] a\n")
renamed("warroom", "the war room of a launch", war, audience="full", words=["D-90"])
items = release("## Code\n\n- [x] a (evidence: T-90)\n- [ ] b (notes: see T-90)\n")
renamed("evrec", "evidence", items, audience="full", words=["T-90"])
done = hidden()["h.yaml"].replace("due:", "status: done, due:")
add("evrec2", "whether evidence is done", {**items, "h.yaml": done}, {**items, **hidden()}, audience="full")
renamed("pagetitleref", "the title of a page", {"docs/p.md": front("visibility: public", "# Plan of D-90\n\nText.\n")}, words=["D-90"], refused=MAY)
oak = "decisions:\n- {id: D-1, title: Use oak, date: 2026-05-01, visibility: public, status: superseded by D-90}\n"
renamed("supers", "what superseded a decision", {"d.yaml": oak}, words=["D-90"], refused=MAY)
why = 'tasks:\n- {id: T-8, title: Use oak, visibility: public, health: {value: at_risk, because: "D-90 hit us"}}\n'
renamed("because", "why a health is as it is", {"d.yaml": why}, words=["D-90"], refused=MAY)
level = 'risks:\n- {id: R-1, title: Use oak, visibility: public, impact: high, likelihood: "high - since D-90 hit"}\n'
renamed("levelcomment", "a comment to a level", {"d.yaml": level}, words=["D-90"], refused=MAY)

# --- names and ids that it takes ---------------------------------------------------------------------------


def for_partners(**more):
    return {"z.yaml": "tasks:\n- {id: T-8, title: For partners, visibility: partner, %s}\n" % ", ".join(f"{k}: {v}" for k, v in more.items())}


def beside(name, what, visible, more, **options):
    """The hidden things that `more` has are there, or not."""
    add(name, what, {**visible, **more}, visible, **options)


def internal(*tasks):
    return {"a.yaml": "tasks:\n" + "".join(f"- {{{task}, visibility: internal}}\n" for task in tasks)}


beside("partperson", "how a name is written", for_partners(owner="BO LI"), internal("id: T-90, title: Hid, owner: Bo Li"), audience="partners")
beside("partkey", "the key of a person", for_partners(owner="Bo-Li"), internal("id: T-90, title: Hid, owner: Bo Li"), audience="partners")
beside("partteam", "how a team is written", for_partners(team="Zebra"), internal("id: T-90, title: Hid, team: ZEBRA"), audience="partners")
beside("partid", "an id that is taken twice", for_partners(owner="Bo Li"), internal("id: T-8, title: Hid"), audience="partners")
add(
    "partgen",
    "the id of a record without one",
    {"a.yaml": "tasks:\n- {title: Same title, visibility: internal}\n- {title: Same title, visibility: partner}\n"},
    {"a.yaml": "tasks:\n- {title: Same title, visibility: partner}\n"},
    audience="partners",
)
guide = {"p/g.md": front("visibility: partner", "# G\n\n[x](../z.yaml)\n")}
alone = for_partners(owner="Bo Li")["z.yaml"]
add(
    "partalone",
    "a link to a file with one record",
    {**guide, "z.yaml": alone + "- {id: T-90, title: Hid, visibility: internal}\n"},
    {**guide, "z.yaml": alone},
    audience="partners",
)
named = {"z.yaml": "tasks:\n- {id: T-8, title: For, visibility: partner, relates_to: [Shared name]}\n- {id: T-7, title: Shared name, visibility: partner}\n"}
beside("parttitle", "a title that two have", named, internal("id: T-90, title: Shared name"), audience="partners")
beside(
    "pathname",
    "the name of who is asked of an escalation",
    {"b.yaml": "blockers:\n- {id: B-1, title: No, severity: p1, raised: 2026-05-28, owner: bob}\n"},
    {"h.yaml": "tasks:\n- {id: T-90, title: Hid, owner: Dana FOX, visibility: restricted}\n"},
    audience="",
    settings="escalation:\n  p1: {respond: 24h wall, path: [dana fox]}\n",
    words=["Dana FOX"],
)
utf = {"t/T-8.md": front("id: T-8\nkind: task\ntitle: Eight\nvisibility: public", "See UTF-8 and T-1.\n")}
add("mentionalias", "a word that is its id", {**utf, **internal("id: UTF-8, title: Hid")}, {**utf, **internal("id: UTF-8, title: Else")})

# --- where a link leads ------------------------------------------------------------------------------------

SECRET = front("visibility: internal", "# Hid\n")


def public_page(body):
    return front("visibility: public", body)


linked = {"p/one.md": public_page("# One\n\n[f](sub/) [g](sub/index.md)\n"), "p/sub/index.md": public_page("# Sub\n")}
beside("folderlink", "the page of a folder", linked, {"p/sub/README.md": SECRET})
wiki = {"p/one.md": public_page("# One\n\n[[second]] and [[two]]\n"), "p/x/second.md": public_page("# Second\n")}
beside("wiki", "a page by its name", wiki, {"p/second.md": SECRET})
beside("wiki2", "a page by its name", wiki, {"a/second.md": SECRET})
guides = {"p/one.md": public_page("# One\n\n[f](Guide.md)\n"), "p/guide.md": public_page("# Guide\n")}
# This link is exactly that of the hidden page; it says so, whatever the page is.
add("caselink", "a page in another case", {**guides, "p/Guide.md": SECRET}, {**guides, "p/Guide.md": SECRET.replace("Hid", "Else")})
beside("caselink2", "a page in another case", guides, {"p/GUIDE.md": SECRET})

# --- what it stops or answers ------------------------------------------------------------------------------

crane = {"b.yaml": "blockers:\n- {id: B-1, title: No crane, severity: p0, raised: 2026-05-28, status: open, visibility: public, owner: bob}\n"}
open_release = release("Intro.\n\n- [ ] one\n")
beside(
    "obst",
    "a hidden action for a blocker",
    {**crane, **open_release},
    {"h.yaml": "actions:\n- {id: A-9, title: Hid, relates_to: [B-1], visibility: internal}\n"},
    audience="full",
)
beside(
    "obstplain",
    "a hidden action for a blocker",
    {**crane, **open_release},
    {"h.yaml": "actions:\n- {id: A-9, title: Hid, relates_to: [B-1], visibility: restricted}\n"},
    audience="",
)
beside(
    "blockerhid",
    "hidden work that a blocker stops",
    {**crane, **open_release},
    {"h.yaml": "tasks:\n- {id: T-90, title: Hid, blocked_by: [B-1], visibility: internal}\n"},
    audience="full",
)
answered = {"h.yaml": "escalations:\n- {id: E-1, title: Hid, escalates: [B-1], status: draft, raised: 2026-05-29}\n"}
beside("draftesc", "a draft escalation answers a blocker", {"b.yaml": crane["b.yaml"].replace("p0", "p1")}, answered, audience="")
beside("draftescfull", "a draft escalation answers a blocker", {"b.yaml": crane["b.yaml"].replace("p0", "p1")}, answered, audience="full")
rain = {"r.yaml": "risks:\n- {id: R-1, title: Rain, likelihood: high, impact: high, visibility: public, status: open}\n"}
beside("hidmit", "hidden work against a risk", rain, internal("id: T-90, title: Hid, mitigates: [R-1]"), audience="full")
delay = {"r.yaml": rain["r.yaml"].replace("status: open", "threatens: [{to: T-1, delay: 5d..15d}]")}
beside(
    "three",
    "a hidden risk among the gravest",
    delay,
    {"h.yaml": "risks:\n- {id: R-9, title: Hid, likelihood: very low, impact: critical, visibility: internal}\n"},
    audience="full",
)
one = {"d.yaml": "decisions:\n- {id: D-1, title: One, date: 2026-05-20, requested: 2026-05-01, status: accepted, visibility: public}\n"}
beside(
    "metrics",
    "a hidden decision that took long",
    one,
    {"h.yaml": "decisions:\n- {id: D-9, title: Hid, date: 2026-05-30, requested: 2026-01-01, status: accepted, visibility: internal}\n"},
    audience="full",
)
circle = {
    "t.yaml": "tasks:\n- {id: T-8, title: A, estimate: 2d, visibility: public, depends_on: [T-7]}\n"
    "- {id: T-7, title: B, estimate: 2d, visibility: public}\n"
}
beside("cyc", "a circle through it", circle, internal("id: T-90, title: H, estimate: 1d, depends_on: [T-8], required_by: [T-7]"), audience="full")
stream = {"w.yaml": "workstreams:\n- {id: WS-1, title: B, visibility: public}\n"}
beside("hidchild", "a hidden part of a whole", stream, internal("id: T-90, title: H, part_of: WS-1, percent: 50"))
wide = {"w.yaml": "workstreams:\n- {id: WS-1, title: B, visibility: public, contains: [T-8]}\ntasks:\n- {id: T-8, title: X, estimate: 3d, percent: 10, visibility: public}\n"}
beside("hidchild2", "a hidden part among others", wide, internal("id: T-90, title: H, part_of: WS-1, due: 2026-06-02, percent: 50"), audience="full")
whole = {
    "w.yaml": "workstreams:\n- {id: WS-1, title: B, visibility: public, contains: [T-91, T-7]}\n",
    "t.yaml": "tasks:\n- {id: T-8, title: X, estimate: 3d, visibility: public}\n- {id: T-7, title: Y, estimate: 9d, visibility: public}\n",
}
add(
    "hidparent",
    "a hidden whole between two",
    {**whole, **internal("id: T-91, title: H, contains: [T-8]")},
    {**whole, **internal("id: T-91, title: H")},
    audience="full",
)
PASSED = '<testsuite tests="3" failures="0"><testcase name="a"/></testsuite>' + " " * 3000
proved = {**release("## Code\n\n- [x] tests (evidence: ev/z.xml)\n"), "releases/ev/z.xml": PASSED}
proof = "id: REL-0\nkind: release\ntitle: Hid\ntarget: 2026-07-14\nstatus: in_progress\nvisibility: internal"
more = {"releases/REL-0.md": front(proof, "## Code\n\n- [x] tests (evidence: ev/a.xml)\n"), "releases/ev/a.xml": PASSED}
few = "limits: {evidence_total_bytes: 4000}\n"
beside("evtotal", "how much evidence is read in all", proved, more, audience="full", settings=few)
