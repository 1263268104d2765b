# What a cut must not take along, in programs with something hidden beside something seen: (name, files, audience, settings, words that
# must be told, words that must not, links of T-8 that must be there).
from pair import LOGS, OPEN, front

HID = {"h.yaml": "risks:\n- {id: R-9, title: Zebra terms, visibility: restricted}\ntasks:\n- {id: T-90, title: Hid, estimate: 30d, start: 2026-06-01, visibility: restricted}\n"}
RISKS = {"r.yaml": "risks:\n" + "".join(f"- {{id: R-00{i}, title: Seen {i}{', visibility: internal' if i == 3 else ''}}}\n" for i in range(1, 6))}
TASKS = OPEN.replace("records:\n", 'records:\n- {path: "tl/*.md", kind: task}\n')
PRICE = "kinds:\n  task: {fields: {price: {type: text, visibility: partner}, memo: {type: markdown, visibility: partner}}}\n" + OPEN
AFTER = "- {id: T-20, title: Seen twenty}\n"
SEEN = ["T-8", "Seen eight", "Seen owner", "Seen twenty"]
KEPT = []


def keep(name, files, words, audience="customers", settings=OPEN, no=(), links=()):
    KEPT.append((name, files, audience, settings, list(words), list(no), list(links)))


# entries and fields
keep("beside", {"x.yaml": "risks: [\n  {id: R-10, title: Zebra, visibility: internal}, {id: R-20, title: Seen twenty}\n  ]\n"}, ["Seen twenty"], no=["Zebra"])
keep("bracket", {"x.yaml": "risks: [\n{id: R-20, title: Seen twenty},\n{id: R-10, title: Zebra, visibility: internal}]\ntasks:\n" + AFTER.replace("twenty", "task")}, ["Seen twenty", "Seen task"])
for name, text in {
    "firstblock": "- memo: |\n    Zebra\n  id: T-8\n  title: Seen eight\n  owner: Seen owner\n",
    "firstnext": "- price:\n    Zebra\n  id: T-8\n  title: Seen eight\n  owner: Seen owner\n",
    "firstlist": "- price:\n  - Zebra\n  id: T-8\n  title: Seen eight\n  owner: Seen owner\n",
    "flowfield": "- {id: T-8,\n   price: Zebra, title: Seen eight, owner: Seen owner}\n",
    "flowlast": "- {id: T-8, title: Seen eight, owner: Seen owner,\n   price: Zebra}\n",
    "flownext": "- {id: T-8, title: Seen eight, price:\n    Zebra, owner: Seen owner}\n",
}.items():
    keep(name, {"x.yaml": "tasks:\n" + text + AFTER}, SEEN, settings=PRICE, no=["Zebra", "T-seen-eight"])
# lists in words: the links to those that are seen
for name, text in {"range": "R-001..R-005", "rangelist": "[R-001..R-005]"}.items():
    keep(name, {**RISKS, "x.yaml": f"tasks:\n- id: T-8\n  title: Seen eight\n  mitigates: {text}\n"}, [], links=["R-001", "R-002", "R-004", "R-005"], no=["R-003"])
for name, text in {"cellrange": "R-001..R-005"}.items():
    row = f"# Tl\n\n## Tasks\n\n| ID | Task | Estimate | Owner | Mitigates |\n|---|---|---|---|---|\n| T-8 | Seen eight | 2d | bob | {text} |\n"
    keep(name, {**RISKS, "tl/x.md": row}, [], settings=TASKS, links=["R-001"])
# references in quotes leave no `~`
for name, text in {"quoted": '"R-9"', "wiki": '"[[R-9]]"', "listed": "[\"R-9\", 'R-900']", "commas": "R-9, R-900"}.items():
    more = {"v.yaml": "risks:\n- {id: R-900, title: Seen nine}\n"}
    keep(name, {**HID, **more, "x.yaml": f"tasks:\n- id: T-8\n  title: Seen eight\n  relates_to: {text}\n"}, ["Seen eight"], no=[">~<", '"~"'])
# plain build: the told date is 2026-07-14 and not 2026-06-02 (program.json, schedule.nodes, T-8)
keep("told", {**HID, "t/T-8.md": "---\nid: T-8\nkind: task\nestimate: 2d\ndepends_on: [T-90]\n---\n# Fix R-9 now\n\nText of R-9\n"}, ['"id":"T-8","early_start":"2026-07-13","early_finish":"2026-07-14"'], audience="", settings="")
# plain build: first `milepost sign REL-1 --role security --as bob --on 2026-05-25`; must not be stale
SIGN = "roles: [security]\npeople:\n  bob: {name: Bob Li, roles: [security]}\n"
for name, scope, text in (
    ("signscope", "Some words of R-9 there", "- [ ] a one\n"),
    ("signitem", "Some", "- [ ] a one for R-9\n- [x] b two (evidence: T-90)\n"),
    ("signregion", "Some", "- [ ] a one\n\n<!-- audience: restricted -->\n- [ ] hid item\n<!-- /audience -->\n"),
):
    rel = front(f"id: REL-1\nkind: release\ntarget: 2026-07-14\nstatus: in_progress\ntitle: Opening\nscope: {scope}", "Intro\n\n## Code\n\n" + text)
    keep(name, {**HID, "releases/REL-1.md": rel}, [], audience="", settings=SIGN, no=["what was signed has changed"])
