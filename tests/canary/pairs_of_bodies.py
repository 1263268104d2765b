# Pairs that differ in a hidden region of a body, or in a hidden row or list entry of a page.
from pair import LOGS, OPEN, front, pair, region

PAIRS = []


def add(*arguments, **more):
    PAIRS.append(pair(*arguments, **more))


# --- titles ------------------------------------------------------------------------------------------------


def page(body):
    return {"docs/p.md": front("visibility: public", body)}


def risk(body, title=""):
    return {"risks/R-7.md": front(f"id: R-7\nkind: risk\n{title}likelihood: high\nimpact: high\nvisibility: public", body)}


SEEN = "\nVisible text.\n\n## Part\n\nMore.\n"
add("pagetitle", "the title of a page", page(region("\n# Zebra plans\n") + SEEN), page(region("\n# Other\n") + SEEN), words=["Zebra"])
add(
    "plaintitle",
    "the title of a page",
    {"docs/p.md": region("# Zebra", "restricted") + "\n# Seen\n\nText\n"},
    {"docs/p.md": region("# Other", "restricted") + "\n# Seen\n\nText\n"},
    audience="",
    words=["Zebra"],
)
decision = "id: D-7\nkind: decision\nstatus: accepted\ndate: 2026-05-01\nvisibility: public"
add(
    "rectitle",
    "the title of a record",
    {"decisions/D-7.md": front(decision, region("\n# Zebra plans\n") + "\n# Use oak\n" + SEEN)},
    {"decisions/D-7.md": front(decision, "\n# Use oak\n" + SEEN)},
    words=["Zebra"],
)
CHAIRS = "\n# Seven chairs\n\nBody.\n\n## Mitigation\n\nBuy.\n"
add("sectitle2", "the title of a record", risk(region("\n# Zebra\n\nhid\n") + CHAIRS), risk(CHAIRS), words=["Zebra"])
add(
    "sectitle3",
    "a hidden heading before the title",
    risk("Intro.\n\n" + region("\n## Zebra\n\nhid\n") + CHAIRS),
    risk("Intro.\n\n" + CHAIRS),
    words=["Zebra"],
)
add(
    "sectitle4",
    "the title of a record whose only heading is hidden",
    risk(region("\n# Zebra\n\nhid\n") + "\nBody.\n"),
    risk(region("\n# Other\n\nhid\n") + "\nBody.\n"),
    words=["Zebra"],
)

# --- sections that are fields ------------------------------------------------------------------------------

SEVEN = "title: Seven\n"


def mitigation(hidden):
    return risk("Body.\n\n## Mitigation\n\nBuy more.\n\n" + hidden + "\nAnd wait.\n\n## Notes\n\nx\n", SEVEN)


add("secregion", "a section goes on after a region", mitigation(region("\nhid\n")), mitigation(""))
add("secregion2", "a hidden heading ends a section", mitigation(region("\n## Zebra\n\nhid\n")), mitigation(""), words=["Zebra"])
deep = "Body.\n\n### Mitigation\n\nBuy more.\n\n"
add("seclevel", "a hidden heading sets the level of sections", risk(deep + region("\n## Zebra\n\nhid\n"), SEVEN), risk(deep, SEVEN))
add("regstatus", "a hidden status section of a page", page("# Note\n\nText.\n\n" + region("\n## Status\n\nAccepted\n")), page("# Note\n\nText.\n\n"))
oak = "# Use oak\n\nText.\n\n"
add(
    "regstatus2",
    "a hidden status section of a decision",
    {"decisions/n.md": oak + region("\n## Status\n\nAccepted\n")},
    {"decisions/n.md": oak},
    settings=OPEN,
)
eight = "id: T-8\nkind: task\ntitle: Eight\nvisibility: public"
odd = region("\n## Odd section\n\n| Field | Value |\n| --- | --- |\n| Zfoo | Zebra |\n\nOwner: Zebra\n")
add(
    "unkregion",
    "hidden fields in a body",
    {"t/T-8.md": front(eight, "Text.\n\n" + odd)},
    {"t/T-8.md": front(eight, "Text.\n\n")},
    words=["Zebra", "Zfoo"],
)
dated = "\n- **Date:** 2026-05-05\n- **Status:** accepted\n\n## Context\n\nx\n"
use = "id: D-8\nkind: decision\nvisibility: public"
add(
    "leadregion",
    "a region before the lines with the fields",
    {"d/D-8.md": front(use, region("\nhid\n") + dated)},
    {"d/D-8.md": front(use, dated)},
)
add(
    "regkind",
    "a hidden heading names the kind of a table",
    *(
        {
            "raid/raid.md": front("visibility: public", "# Raid\n\n## Risks\n\nText.\n\n")
            + hidden
            + "\n| ID | Title | Owner | Impact |\n| --- | --- | --- | --- |\n| X-1 | Chairs | bob | High |\n"
        }
        for hidden in (region("\n## Issues\n\nhid\n"), "")
    ),
    settings=LOGS,
)

# --- check lists -------------------------------------------------------------------------------------------


def release(body):
    return {
        "releases/REL-1.md": front(
            "id: REL-1\nkind: release\ntitle: Opening\ntarget: 2026-07-14\nstatus: in_progress\nvisibility: public", body
        )
    }


STEPS = "\n- [x] one\n- [ ] two\n"
add(
    "groupregion",
    "a hidden heading above a check list",
    release("Intro.\n\n" + region("\n## Zebra gate\n\nhid\n") + STEPS),
    release("Intro.\n\n" + STEPS),
    words=["Zebra"],
)
add("bold", "a hidden bold line above a check list", release(region("\n**Zebra items:**\n\nhid\n") + STEPS), release(STEPS), words=["Zebra"])


def secret_risk(title):
    return {"r.yaml": f"risks:\n- {{id: R-4, title: {title}, visibility: internal}}\n"}


for audience in ("customers", "full"):
    add(
        "groupref" + audience.replace("customers", ""),
        "a group that is named by a hidden record",
        {**release("## Steps of R-4\n" + STEPS), **secret_risk("Bank may refuse us all")},
        {**release("## Steps of R-4\n" + STEPS), **secret_risk("X")},
        audience=audience,
        words=["R-4", "Bank may"],
    )
frame = "\n- [x] Frame stands\n"
add(
    "itemkey",
    "the key of an item of which there is a hidden one",
    release("## G\n\n" + region(frame) + frame + "- [ ] two\n"),
    release("## G\n\n" + frame + "- [ ] two\n"),
    audience="full",
    words=["frame-stands-2"],
)
signed = "id: REL-1\nkind: release\ntitle: Opening\ntarget: 2026-07-14\nstatus: in_progress\nvisibility: public\n"
signed += "signoffs: [{role: product, by: bob, on: 2026-05-20, decision: approved}]"
add(
    "sobody",
    "a signed body with a region",
    {"releases/REL-1.md": front(signed, "Intro.\n\n" + region("\nhid words\n"))},
    {"releases/REL-1.md": front(signed, "Intro.\n\n")},
    audience="full",
)

# --- links, footnotes, anchors -----------------------------------------------------------------------------


def notes(hidden):
    return page("# P\n\nOne.[^a]\n\n" + hidden + "\n" + region("Two.[^b]\n\n[^b]: Bee.", "public") + "\n[^a]: Ay.\n")


add("regfoot", "footnotes of a region", notes(region("\nHid.[^x] Hid.[^y]\n\n[^x]: X\n[^y]: Y\n")), notes(""))


def parts(hidden):
    return page("# P\n\n[x](#part-1) [y](#part)\n\n" + hidden + "\n## Part\n\nA.\n\n## Part\n\nB.\n")


add("anchors", "anchors of headings", parts(region("\n## Part\n\nhid\n")), parts(""))


def eighth(body):
    return {"t/T-8.md": front(eight, body)}


add("mention2", "a mention in a region before a visible one", eighth(region("\nSee T-1 first.\n") + "\nSee T-1.\n"), eighth("\nSee T-1.\n"))
also = region("Also T-1.", "partner")
add(
    "partmention",
    "a mention in a region before a visible one",
    eighth("Text.\n\n" + region("See T-1.") + "\n" + also),
    eighth("Text.\n\n" + also),
    audience="partners",
)


def outage(body, label="visibility: public\n"):
    text = f"id: INC-1\nkind: incident\ntitle: Outage\nseverity: sev1\nstarted: 2026-05-20 10:00\n{label}"
    label = label and ", visibility: public"
    calls = f"actions:\n- {{id: A-5, title: Call them{label}}}\nlessons:\n- {{id: LES-1, title: Learn{label}}}\n"
    return {"i/INC-1.md": front(text, "Text.\n\n" + body), "a.yaml": calls}


add("incact", "actions that a region of an incident names", outage(region("\nSee A-5 and LES-1.\n")), outage(""))
add("plainincact", "actions that a region of an incident names", outage(region("\nSee A-5\n", "restricted"), ""), outage("", ""), audience="")
things = "".join("  " + line + "\n" for line in region("\n- Zebra secret\n").splitlines())
fix = "id: INC-1\nkind: incident\ntitle: Outage\nseverity: sev1\nstarted: 2026-05-20 10:00\nvisibility: public\naction_items: |\n  - Fix it\n\n"
add(
    "untrackedregion",
    "actions of an incident in a region of a field",
    {"i/INC-1.md": front(fix + things, "Text.\n")},
    {"i/INC-1.md": front(fix, "Text.\n")},
    words=["Zebra"],
)

# --- limits ------------------------------------------------------------------------------------------------

add(
    "bodylimit",
    "how long a body may be",
    page("# P\n\nOne.\n\n" + region("\n" + "hid " * 2000 + "\n") + "\nTwo.\n"),
    page("# P\n\nOne.\n\n\nTwo.\n"),
    settings="limits: {body_bytes: 4000}\n",
)
many = "".join(f"[a{i}]: https://x.y/{i}\n" for i in range(6000)) + "".join(f"[a{i}] " for i in range(6000))
add(
    "reglimit",
    "how many links a body may define",
    page("# P\n\nOne.\n\n" + region("\n" + many + "\n") + "\nTwo.\n"),
    page("# P\n\nOne.\n\n\nTwo.\n"),
)

# --- reports -----------------------------------------------------------------------------------------------


def report(body, label="visibility: public\n"):
    text = f"id: SR-1\nkind: status_report\ntitle: Week 22\nperiod: 2026-W22\ndate: 2026-05-29\nhealth: on_track\nowner: bob\n{label}"
    return {"s/SR-1.md": front(text, "## Done\n\nThings.\n\n" + body + "\n")}


claim = "\nT-1 80 % and T-1 due 2026-09-09 zebra\n"
add("claimregion", "claims of a region of a report", report(region(claim, "restricted")), report(""), audience="", words=["zebra"])
add("claimregionfull", "claims of a region of a report", report(region(claim)), report(""), audience="full", words=["zebra"])
add(
    "claim2",
    "claims of a region of a report",
    report(region("\nT-1 80 %, hidden words.\n", "restricted"), "status: sent\n"),
    report("", "status: sent\n"),
    audience="",
    words=["says 80"],
)

# --- rows and list entries ---------------------------------------------------------------------------------


def raid(body):
    return {"raid/raid.md": front("visibility: public", "# Raid\n\n" + body)}


def assumptions(entry, intro="", after=""):
    first = "1. The hall is free (High) - Owner: bob\n"
    last = "1. The band comes (Medium) - Owner: bob\n"
    return raid(intro + "## Assumptions\n\n" + first + entry + last + after)


HIDDEN_ENTRY = "1. Hidden thing%s (High) - Owner: bob - Visibility: internal\n"
see = "Intro [foo] and note.[^v]\n\n"
note = "\n[^v]: Visible note.\n"
entry = HIDDEN_ENTRY % ""
add(
    "listdef",
    "a link definition of a hidden entry",
    assumptions(entry + "\n   [foo]: https://hidden.example/x\n\n", see, note),
    assumptions("", see, note),
    settings=LOGS,
    words=["hidden.example"],
)
add("listloose", "a loose hidden entry makes its list loose", assumptions(entry + "\n   More hidden.\n\n"), assumptions(""), settings=LOGS)
add("listitem", "a hidden entry", assumptions(entry), assumptions(""), settings=LOGS, words=["Hidden"])
add(
    "listsub",
    "a hidden entry with a list of its fields",
    assumptions("1. Hidden (High)\n   - Owner: bob\n   - Visibility: internal\n   - Impact: Zebra sub\n"),
    assumptions(""),
    settings=LOGS,
    words=["Zebra"],
)
add(
    "listfoot",
    "a footnote of a hidden entry",
    assumptions(entry + "\n   [^h]: Zebra note.\n\n", "See.[^h]\n\n"),
    assumptions("", "See.[^h]\n\n"),
    settings=LOGS,
    words=["Zebra"],
)
add(
    "listfoot3",
    "a footnote of a hidden entry",
    assumptions(HIDDEN_ENTRY % "[^h]" + "\n   [^h]: Zebra note.\n\n"),
    assumptions(""),
    settings=LOGS,
    words=["Zebra"],
)
plain = "## Assumptions\n\n- The hall is free\n%s- The band comes\n"
add(
    "listsays",
    "only a hidden entry of a list says more than its words",
    raid(plain % "- Hidden thing - Visibility: internal\n"),
    raid(plain % ""),
    settings=LOGS,
)

HEAD = "## Risks\n\n| ID | Risk | Likelihood | Impact | Owner | Related | Visibility |\n| --- | --- | --- | --- | --- | --- | --- |\n"


def risks(rows, intro="", after=""):
    return raid(intro + HEAD + rows + after)


seen_row = "| R-2 | Chairs | High | Low | bob | | |\n"
foot = "| R-1 | Hidden%s | High | High | bob | | internal |\n"
add(
    "rowfoot",
    "a footnote of a hidden row",
    risks(foot % "[^h]" + seen_row, "Intro.\n\n", "\nAfter.[^v]\n\n[^v]: Visible.\n[^h]: Zebra.\n"),
    risks(seen_row, "Intro.\n\n", "\nAfter.[^v]\n\n[^v]: Visible.\n"),
    settings=LOGS,
    words=["Zebra"],
)
clause = "\n[^h]: Zebra clause of a contract.\n"
add(
    "rowfoot2",
    "a footnote that only a hidden row has",
    risks(foot % "[^h]" + seen_row, after=clause),
    risks(foot % "" + seen_row, after=clause),
    settings=LOGS,
    words=["Zebra"],
)


def typed(row, head="| ID | Type | Title | Owner | Visibility |\n| --- | --- | --- | --- | --- |\n"):
    return raid("## Items\n\n" + head + row + "| R-1 | Risk | Chairs | bob | |\n| I-2 | Issue | Wet | bob | |\n")


add("kindcol", "the kinds in a column, one of a hidden row", typed("| X-9 | Mystery | Hid | bob | internal |\n"), typed(""), settings=LOGS)
add("kindfirst", "the kind of the first row", typed("| I-9 | Issue | Hid | bob | internal |\n"), typed(""), settings=LOGS)
log = "# Log\n\n| ID | Title | Owner | Impact | Visibility |\n| --- | --- | --- | --- | --- |\n%s| R-1 | Chairs | bob | High | |\n| R-2 | Wet | bob | Low | |\n"
add(
    "kindrow",
    "the kind of a table by the ids of its rows",
    {"log.md": front("visibility: public", log % "| D-9 | Hid | bob | High | internal |\n")},
    {"log.md": front("visibility: public", log % "")},
    settings=LOGS.replace("raid/*.md", "log.md"),
)
SHORT = "tasks:\n- {id: T1, title: Short}\n"
for_t1 = "| R5 | Chairs | High | Low | bob | T1 | |\n"
add(
    "localid",
    "a short id, and a hidden row of that id",
    {**risks("| T1 | Hid | High | Low | bob | | internal |\n" + for_t1, after="\nSee T1 too.\n"), "t.yaml": SHORT},
    {**risks(for_t1, after="\nSee T1 too.\n"), "t.yaml": SHORT},
    settings=LOGS,
)
pricing = "tasks:\n- {id: T-8, title: Pricing}\n"
to_pricing = risks("| R-2 | Chairs | High | Low | bob | Pricing | |\n")
add(
    "idtitle",
    "a title that is the id of a hidden record",
    {**to_pricing, "t.yaml": pricing, "x.yaml": "tasks:\n- {id: pricing, title: Hid, visibility: internal}\n"},
    {**to_pricing, "t.yaml": pricing},
    settings=LOGS,
)
shown_row = "| R-1 | Seen | High | High | bob | | public |\n"
add(
    "rowinpage",
    "a public row of a hidden page",
    {"raid/raid.md": front("visibility: internal", "# Zebra log\n\n## Zebra part\n\nZebra words.\n\n" + HEAD.split("\n\n", 1)[1] + shown_row)},
    {"raid/raid.md": front("visibility: internal", "# Other\n\n" + HEAD + shown_row)},
    settings='records:\n- {path: "raid/*.md", kind: risk}\n',
    words=["Zebra"],
)


def noting(hidden):
    """A block of YAML that names something hidden in both of its lines: it knows no places of its own."""
    return {
        "n.yaml": f"tasks:\n- id: T-7\n  title: Noted\n  notes: |\n    Waits for {hidden} and\n    for {hidden}.\n",
        "h.yaml": f"tasks:\n- {{id: {hidden}, title: Hid, visibility: internal}}\n",
    }


add("namedtwice", "a hidden id that a block names twice", noting("T-98"), noting("T-97"), settings=OPEN, words=["T-98", "T-97"])


def counted(hidden):
    """A day that counts from one that is hidden."""
    item = f"gates: [security]\n---\n\n## Security\n\n- [ ] Look at it (due: {hidden} - 2d)\n"
    return {
        "REL-1.md": "---\nid: REL-1\ntitle: One\ntarget: 2026-07-17\n" + item,
        "h.yaml": f"milestones:\n- {{id: {hidden}, title: Hid, due: 2026-07-10, visibility: internal}}\n",
    }


add("countedfrom", "the hidden day that a visible one counts from", counted("M-98"), counted("M-97"), settings=OPEN, words=["M-98", "M-97"])
