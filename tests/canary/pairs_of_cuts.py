# Pairs that differ in what is cut out of the sources: its place among what is seen, and how it is written.
from pair import LOGS, OPEN, front, pair, region

PAIRS = []


def add(*arguments, **more):
    PAIRS.append(pair(*arguments, **more))


SEEN = "- {id: R-20, title: Seen twenty, likelihood: high, impact: high}\n"


# entry(NAME, WHAT, HIDDEN): an entry of a list that is there, or not.
def entry(name, what, hidden, seen=SEEN, head="risks:\n", **more):
    add(name, what, {"x.yaml": head + hidden + seen}, {"x.yaml": head + seen}, settings=OPEN, words=["Zebra"], **more)


REST = "  visibility: internal\n  id: R-10\n  title: Zebra\n"
entry("cut-dash", "a dash that stands alone", "-\n" + REST)
entry("cut-dashcomment", "a comment behind a dash", "- # note\n" + REST)
entry("cut-dashanchor", "an anchor behind a dash", "- &a\n" + REST)
entry("cut-dashdeep", "a dash that stands alone and deeper", "  -\n    visibility: internal\n    id: R-10\n    title: Zebra\n", "  " + SEEN)
keyed = "    visibility: internal\n    title: Zebra\n"
entry("cut-keyed", "an entry with its id for a key", "  R-10:\n" + keyed, "  R-20:\n    title: Seen twenty\n")
entry("cut-keyedquoted", "an entry with its id in quotes for a key", '  "R-10":\n' + keyed, "  R-20:\n    title: Seen twenty\n")
entry("cut-keyedcomment", "a comment behind a key", "  R-10: # c\n" + keyed, "  R-20:\n    title: Seen twenty\n")
entry("cut-flow0", "brackets that go on left of it", "- {visibility: internal, id: R-10,\ntitle: Zebra}\n")
entry("cut-flow1", "brackets that go on below the dash", "  - {visibility: internal, id: R-10,\n  title: Zebra}\n", "  " + SEEN)
entry("cut-flowcomment", "a comment in brackets", "- {id: R-10, title: Zebra,\n# Zebra\nvisibility: internal}\n")
entry("cut-tab", "a tab before a key", "- id: R-10\n  visibility: internal\n\ttitle: Zebra\n")
entry("cut-alias", "a hidden entry that an alias repeats", "- &r\n" + REST.replace("visibility", "visibility") + "- *r\n")
shown = "{id: R-20, title: Seen twenty}\n"
entry("cut-beside", "another entry in its line", "  {id: R-10, title: Zebra, visibility: internal}, ", shown + "  ]\n", "risks: [\n")
json = "  {\n    visibility: internal,\n    id: R-10,\n    title: Zebra\n  },\n  "
entry("cut-json", "an entry in brackets, a line each", json, shown + "]\n", "risks: [\n")
quoted = '  {\n    "visibility": "internal",\n    "id": "R-10",\n    "title": "Zebra"\n  },\n  '
entry("cut-jsonquoted", "an entry of JSON", quoted, '{"id": "R-20", "title": "Seen twenty"}\n]}\n', '{"risks": [\n')
task = "tasks:\n- {id: T-20, title: Seen task}\n"
add(
    "cut-bracket",
    "the last of a list in brackets",
    {"x.yaml": "risks: [\n{id: R-20, title: Seen twenty},\n{id: R-10, title: Zebra, visibility: internal}]\n" + task},
    {"x.yaml": "risks: [\n{id: R-20, title: Seen twenty}]\n" + task},
    settings=OPEN,
    words=["Zebra"],
)

# --- names -------------------------------------------------------------------------------------------------

HID = {"h.yaml": "risks:\n- {id: R-4, title: Bank refuses Zebra terms, visibility: internal}\n- {id: R-44, title: Seen, visibility: public}\n"}
ELSE = {"h.yaml": HID["h.yaml"].replace("Zebra", "Yak")}
TOLD = ["R-4 ", "R-4.", "R-4<", "R-4,", "Zebra"]


def names(name, what, files, audience="customers", settings=""):
    add(name, what, {**files, **HID}, {**files, **ELSE}, audience=audience, settings=settings, words=TOLD)


TEXTS = {
    "amp": "A &amp; B: R-4 and R-4.",
    "star": "A \\* B: R-4 and R-4.",
    "escape": "See R\\-4 and R-4.",
    "entity": "See R&#45;4 and R-4.",
    "longer": "A &amp; R-44 then R-4.",
    "cell": "| a | b |\n|---|---|\n| R-4 \\| R-4 | &amp; R-4 R-4 |",
    "heading": "## On R-4 &amp; R-4\n\nx",
    "setext": "On R-4 &amp; R-4\nmore R-4\n---\n\nx",
    "note": "x[^1] y\n\n[^1]: See R-4 &amp; R-4.",
    "accents": "Zürich e\u0301 R-4 é R-4 &eacute; R-4 R-4.",
    "many": "&lt; " + "R-4 " * 5,
    "break": "a R-4  \nR-4\\\nR-4 &amp; R-4",
    "crlf": "a R-4\r\nR-4 &amp; R-4\r\n\r\nR-4\r",
    "box": "- [ ] R-4 &amp; R-4\n  - [x] R-4 R-4 &amp;",
    "space": "See\u00a0R-4\u00a0R-4 &nbsp;R-4",
}
for name, text in TEXTS.items():
    names("cut-name-" + name, "a name beside an escape", {"docs/p.md": front("visibility: public", f"# P\n\n{text}\n")})


def notes(text):
    return {"x.yaml": f"tasks:\n- id: T-8\n  title: Eight\n  visibility: public\n  notes: {text}\n"}


names("cut-name-block", "a name in a block", notes("|\n    First R-44 then R-4 there"))
names("cut-name-hex", "a name with an escape of YAML", notes('"See R\\x2D4 it and R-4"'))
names("cut-name-slash", "a name with an escape of Markdown", notes("'See R\\-4 it and R-4'"))


def dotted(title):
    return {
        "x.yaml": f"risks:\n- {{id: R-1.2, title: {title}, visibility: internal}}\n- {{id: R-20, title: Seen}}\n",
        "t.yaml": "tasks:\n- {id: T-8, title: Ei, relates_to: [R-1.2], notes: see R-1.2 x}\n",
        "docs/p.md": "# P\n\nSee R-1.2 here.\n",
    }


add("cut-dotted", "an id with a dot, in a file of which something is seen", dotted("Hid"), dotted("Else"), settings=OPEN, words=["R-1.2"])
HEAD = "# A\n\n## Risks\n\n| ID | Risk | Likelihood | Impact | Owner | Related | Visibility |\n|---|---|---|---|---|---|---|\n"


def local(title):
    return {
        "raid/a.md": HEAD + f"| R1 | {title} | High | High | bob | | internal |\n| R2 | Seen chairs | High | Low | bob | R1 | |\n",
        "raid/b.md": HEAD + "| R1 | Seen b | High | High | bob | | |\n",
        "docs/p.md": "# P\n\nSee raid-a.R1 and raid-b.R1.\n",
    }


add("cut-local", "an id of another file", local("Hid"), local("Else"), settings=LOGS, words=["raid-a.R1"])
SECRET = front("visibility: internal", "# Hid\n\n## Part\n")
guide = {"docs/p.md": "# P\n\n[f](Guide.md#part)\n", "docs/guide.md": "# G\n\n## Part\n\nx\n"}
add("cut-caseanchor", "a heading of a page in another case", {**guide, "docs/GUIDE.md": SECRET}, guide, settings=OPEN)
folder = {"docs/p.md": "# P\n\n[f](sub/#part)\n", "docs/sub/index.md": "# G\n\n## Part\n\nx\n"}
add("cut-folderanchor", "a heading of the page of a folder", {**folder, "docs/sub/README.md": SECRET}, folder, settings=OPEN)

# --- fields ------------------------------------------------------------------------------------------------

PRICE = "kinds:\n  task: {fields: {price: {type: text, visibility: partner}, memo: {type: markdown, visibility: partner}}}\n" + OPEN
AFTER = "- {id: T-20, title: Seen twenty}\n"


def field(name, what, hidden, seen="- id: T-8\n  title: Seen eight\n  owner: Seen owner\n"):
    add(name, what, {"x.yaml": "tasks:\n" + hidden + AFTER}, {"x.yaml": "tasks:\n" + seen + AFTER}, settings=PRICE, words=["Zebra"])


LAST = "  id: T-8\n  title: Seen eight\n  owner: Seen owner\n"
IN_LINE = "- {id: T-8, title: Seen eight, owner: Seen owner}\n"
field("cut-firstblock", "a block that is first of an entry", "- memo: |\n    Zebra\n    more\n" + LAST)
field("cut-firstnext", "a value in the next line", "- price:\n    Zebra\n" + LAST)
field("cut-firstlist", "a list that is first of an entry", "- price:\n  - Zebra\n  - x\n" + LAST)
field("cut-flowfield", "a field that begins a line in brackets", "- {id: T-8,\n   price: Zebra, title: Seen eight, owner: Seen owner}\n", IN_LINE)
field("cut-flowlast", "a field that ends brackets", "- {id: T-8, title: Seen eight, owner: Seen owner,\n   price: Zebra}\n", IN_LINE)
field("cut-flownext", "a value in the next line in brackets", "- {id: T-8, title: Seen eight, price:\n    Zebra, owner: Seen owner}\n", IN_LINE)


def body(name, what, hidden, seen, audience="customers", settings=PRICE):
    top = front("id: T-8\nkind: task\ntitle: Seen eight\nvisibility: public")
    add(name, what, {"t/T-8.md": top + hidden}, {"t/T-8.md": top + seen}, audience=audience, settings=settings, words=["Zebra"])


NOTES = "\n## Notes\n\nEnd words\n"
owner = "**Owner:** Seen owner\n" + NOTES
body("cut-hardline", "a line with a hard break", "**Price:** Zebra\\\n" + owner, owner)
body("cut-numbered", "an entry of a numbered list", "1. **Price:** Zebra\n2. " + owner, "2. " + owner)
body(
    "cut-headrow",
    "the head of a table of fields",
    "| Price | Zebra |\n|---|---|\n| Owner | Seen owner |\n" + NOTES,
    "| Owner | Seen owner |\n|---|---|\n" + NOTES,
)
link = "\n## Notes\n\nEnd [r] words\n"
body("cut-linkdef", "a link definition at the end of a section", "x\n\n## Price\n\nZebra [r]\n\n[r]: http://secret.example\n" + link, "x\n" + link)
BOARD = PRICE.replace("visibility: partner", "visibility: board")
across = region("## Price\n\nZebra\n", "partner") + "\nZebra more.\n" + NOTES
body("cut-across", "a section that ends behind a region", "x\n\n" + across, "x\n" + NOTES, "partners", BOARD)
into = "## Price\n\nZebra\n\n" + region("more\n\n## Notes\n\nEnd words", "partner")
body("cut-into", "a region that begins in a section", "x\n\n" + into, "x\n\n" + region("## Notes\n\nEnd words", "partner"), "partners", BOARD)
body("cut-emptied", "a region with nothing but a part of a section", "x\n\n## Price\n\nZebra\n\n" + region("Zebra", "partner"), "x\n", "partners", BOARD)
RISK = "kinds:\n  risk: {fields: {price: {type: text, visibility: partner}, impact: {visibility: partner}, mitigation: {visibility: partner}}}\n" + LOGS


def item(name, what, hidden, seen):
    top, other = front("visibility: public", "# R\n\n## Risks\n\n"), "1. Seen other - Owner: bob\n"
    add(name, what, {"raid/x.md": top + hidden + other}, {"raid/x.md": top + seen + other}, settings=RISK, words=["Zebra"])


item("cut-itemlast", "the last field of an entry", "1. Seen - Owner: bob - Price: Zebra\n", "1. Seen - Owner: bob\n")
item("cut-itemlevel", "a level in parentheses", "1. Seen (High) - Owner: bob\n", "1. Seen - Owner: bob\n")
item("cut-itemmid", "a field between others", "1. Seen - Price: Zebra - Owner: bob\n", "1. Seen - Owner: bob\n")
item("cut-itemall", "all fields of an entry", "1. Seen (High) - Mitigation: Zebra\n   more Zebra\n", "1. Seen\n")

# --- dates -------------------------------------------------------------------------------------------------


def waits(due):
    return {"x.yaml": f"tasks:\n- {{id: T-8, title: Eight{due}}}\n- {{id: T-7, title: Seven, estimate: 2d, depends_on: [T-8]}}\n"}


DUE = "kinds:\n  task: {fields: {due: {visibility: restricted}}}\n" + OPEN
add("cut-due", "that there is a date", waits(", due: 2026-09-01"), waits(""), audience="", settings=DUE, words=["2026-09-01"])
PROMISED = "kinds:\n  dependency: {fields: {promised: {visibility: restricted}}}\n" + OPEN


def promised(day):
    return {"x.yaml": f"dependencies:\n- {{id: DEP-8, title: Eight, needed_by: 2026-07-01, promised: {day}}}\n"}


add("cut-promised", "a date in a finding", promised("2026-09-01"), promised("2026-10-01"), audience="", settings=PROMISED, words=["2026-09-01"])
