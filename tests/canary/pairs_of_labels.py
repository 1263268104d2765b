# Pairs with a label in another place or another spelling than the usual one. If it cannot be read, nothing is shown.
from pair import FIRST, LOGS, OPEN, front, pair, region

PAIRS = []


def add(*arguments, **more):
    PAIRS.append(pair(*arguments, **more))


# --- of records and pages ----------------------------------------------------------------------------------

NOT_A_WORD = ["[%s]", "{label: %s}", "[%s, public]", "true", "|\n  %s\n  x", "!!str %s", "!x %s", '"%s "', "~~", '"%s (legal)"', "9"]


def each(make, label):
    """A file for each way to write a label that is no plain word."""
    files = {}
    for index, spelling in enumerate(NOT_A_WORD):
        files.update(make(index, spelling.replace("%s", label)))
    return files


def record(index, label):
    return {f"t/T-{index + 10}.md": front(f"id: T-{index + 10}\nkind: task\ntitle: Zebra\nvisibility: {label}", "x\n")}


def page(index, label):
    return {f"guide/p{index}.md": front(f"visibility: {label}", "# Zebra\n\nx\n")}


def entry(index, label):
    return {f"x{index}.yaml": f"risks:\n- id: R-{index + 10}\n  title: Zebra\n  visibility: {label}\n".replace("\n  internal\n  x", "\n    internal\n    x")}


for name, make in (("fmvis", record), ("pgvis", page), ("yamlvis", entry)):
    add(name, "labels that are no words", each(make, "internal"), {}, settings=OPEN, words=["Zebra"])
both = front("id: T-8\nkind: task\ntitle: Zebra\nvisibility: internal", "- Visibility: public\n- Owner: bob\n\n## Notes\n\nx\n")
add("fmbody", "two labels that differ", {"t/T-8.md": both}, {}, settings=OPEN, words=["Zebra"])
labels = ["internal\nvisibility: public", "public\nvisibility: internal"]
add(
    "fmvistwice",
    "a label that is there twice",
    {k: v for i, label in enumerate(labels) for k, v in record(i, label).items()},
    {},
    settings=OPEN,
    refused=FIRST,
)
add(
    "pgvistwice",
    "a label that is there twice",
    {k: v for i, label in enumerate(labels) for k, v in page(i, label).items()},
    {},
    settings=OPEN,
    refused=FIRST,
)
spelled = {}
KEYS = ["Visibility: %s", "VISIBILITY: %s", "visiblity: %s", "confidentiality: %s", "visibility: %s\n\tbad: ["]
for index, key in enumerate(KEYS):
    text = key % "internal"
    spelled[f"t/T-{index + 10}.md"] = front(f"id: T-{index + 10}\nkind: task\ntitle: Zebra\n{text}", "x\n")
    spelled[f"guide/p{index}.md"] = front(text, "# Zebra\n\nx\n")
add("fieldname", "how `visibility` is written", spelled, {}, settings=OPEN, words=["Zebra"])
# A front matter that is none: Markdown reads it as a line between two rules, or as a heading.
TOPS = [
    "\n---\nvisibility: internal\n---\n",
    "<!-- note -->\n---\ntitle: x\nvisibility: internal\n---\n",
    '+++\nvisibility = "internal"\n+++\n',
    "----\nvisibility: internal\n----\n",
    " ---\nvisibility: internal\n---\n",
    "---\ntitle: x\n...\nvisibility: internal\n---\n",
    "Some words.\n\n---\nvisibility: internal\n---\n",
]
misplaced = {}
for index, top in enumerate(TOPS):
    misplaced[f"guide/p{index}.md"] = top + "\n# Zebra\n\nx\n"
    misplaced[f"decisions/D-{index + 10}.md"] = top + "\n# Zebra\n\n## Status\n\naccepted\n"
add("nofront", "a front matter that does not begin the file", misplaced, {}, settings=OPEN, words=["Zebra"])
add("listrestr", "a list of labels", {"x.yaml": "risks:\n- {id: R-1, title: Zebra, visibility: [restricted]}\n"}, {}, audience="", words=["Zebra"])
add(
    "listrestrmd",
    "a list of labels",
    {"x/R-1.md": front("id: R-1\nkind: risk\ntitle: Zebra\nvisibility: [restricted]", "x\n")},
    {},
    audience="",
    words=["Zebra"],
)
add("pgrestr", "a list of labels", {"guide/p.md": front("visibility: [restricted]", "# Zebra\n\nx\n")}, {}, audience="", words=["Zebra"])
crossing = "risks:\n- {id: R-1, title: Zebra crossing}\n"
add("yamlfilevis", "a label of a whole list", {"x.yaml": "visibility: internal\n" + crossing}, {}, settings=OPEN, words=["Zebra"])
add("yamlfilevis2", "a label of a whole list", {"x.yaml": crossing + "visibility: restricted\n"}, {}, audience="", words=["Zebra"])
add("yamlfilevis3", "a label of a whole list", {"x.yaml": "visibility: [internal]\n" + crossing}, {}, settings=OPEN, words=["Zebra"])

# --- in a body ---------------------------------------------------------------------------------------------


def decision(lines, front_matter="id: D-8\nkind: decision"):
    return {"decisions/D-8.md": front(front_matter, f"# Zebra\n\n{lines}\n\n## Context\n\nx\n")}


LINES = {
    "plain": "Visibility: internal",
    "bold": "**Visibility:** internal",
    "list": "- **Visibility:** internal",
    "table": "| Field | Value |\n| --- | --- |\n| Visibility | internal |",
    "section": "## Visibility\n\ninternal",
    "lines": "Visibility: internal\nStatus: accepted",
    "unknown": "Visibility: interal",
    "several": "Visibility: internal, public",
}
for name, lines in LINES.items():
    add("bodyvis-" + name, "a label in a body", decision(lines), {}, settings=OPEN, words=["Zebra"])
    found = {"decisions/D-8.md": f"# D-8: Zebra\n\n{lines}\n\n## Status\n\naccepted\n\n## Context\n\nx\n"}
    add("bodyvis-found-" + name, "a label in a body without front matter", found, {}, settings=OPEN, words=["Zebra"])
# Of a page: in a line above its first section.
for name, lines in LINES.items():
    if name not in ("table", "section"):
        add("bodyvis-page-" + name, "a label in a page", {"guide/p.md": f"# Zebra\n\n{lines}\n\n## Context\n\nx\n"}, {}, settings=OPEN, words=["Zebra"])
lone = "# D-8: Zebra\n\nVisibility: restricted\n\n## Status\n\naccepted\n\n## Context\n\nx\n"
add("bodyvis1l", "a label in a body without front matter", {"decisions/D-8.md": lone}, {}, audience="", words=["Zebra"])
block = "# Log\n\n```\nR-8: Zebra\nVisibility: restricted\nImpact: high\n```\n"
add("blockvis", "a label in a block of fields", {"r/log.md": block}, {"r/log.md": block.replace("Zebra", "Other")}, audience="", words=["Zebra"])

# --- in a row ----------------------------------------------------------------------------------------------

HEAD = "# Raid\n\n## Risks\n\n| ID | Risk | Likelihood | Impact | Owner | Visibility |\n| --- | --- | --- | --- | --- | --- |\n"
ROW = "| R-%d | %s | High | High | bob | %s |\n"
entry_of = "# Raid\n\n## Issues\n\n- %s - Owner: bob - %s: internal\n"
misspelled = {"raid/raid.md": entry_of % ("Zebra", "Visiblity")}
add("listkey", "a misspelled label of an entry", misspelled, {"raid/raid.md": entry_of % ("Other", "Visibility")}, settings=LOGS, words=["Zebra"])
misnamed = {"raid/raid.md": HEAD.replace("Visibility", "Visiblity") + ROW % (1, "Zebra", "internal") + ROW % (2, "Wet", "")}
add("rowkey", "a misspelled label of a row", misnamed, {"raid/raid.md": HEAD.replace("Visibility", "Visiblity") + ROW % (2, "Wet", "")}, settings=LOGS, words=["Zebra"])
CELLS = ["**internal**", "`internal`", "Internal only", "internal (legal)", "internal, restricted", "! internal", "[internal](x.md)", "internal?"]
add(
    "rowvis",
    "how a label is written in a cell",
    {"raid/raid.md": HEAD + "".join(ROW % (index + 10, "Zebra", cell) for index, cell in enumerate(CELLS)) + ROW % (2, "Wet", "")},
    {"raid/raid.md": HEAD + ROW % (2, "Wet", "")},
    settings=LOGS,
    words=["Zebra"],
)


def rows(label):
    return HEAD.replace("# Raid\n\n", "") + ROW % (1, "Zebra", label) + ROW % (2, "Wet", "")


part = {"raid/raid.md": "# Raid\n\n" + region("\n" + rows("restricted"), "partner")}
wet = {"raid/raid.md": "# Raid\n\n" + region("\n" + rows("restricted").replace("Zebra", "Other"), "partner")}
add("partrow", "a stricter row in a region", part, wet, audience="partners", settings=LOGS, words=["Zebra"])
board = {"raid/raid.md": "# Raid\n\n" + region("\n" + rows("partner"), "board")}
other = {"raid/raid.md": board["raid/raid.md"].replace("Zebra", "Other")}
add("boardrow", "a row of one label in a region of another", board, other, audience="partners", settings=LOGS, words=["Zebra"])
freed = {"raid/raid.md": "# Raid\n\n" + region("\n" + rows("public"), "internal")}
unfree = {"raid/raid.md": freed["raid/raid.md"].replace("Zebra", "Other")}
add("freedrow", "a public row in a hidden region", freed, unfree, settings=LOGS, words=["Zebra"])
ruled = {"raid/raid.md": front("visibility: partner", "# Raid\n\n" + rows("restricted"))}
unruled = {"raid/raid.md": front("visibility: partner", "# Raid\n\n" + rows("restricted").replace("Zebra", "Other"))}
add("partrule", "a stricter row of a page", ruled, unruled, audience="partners", settings=LOGS, words=["Zebra"])

# --- of regions --------------------------------------------------------------------------------------------


def text(body):
    return {"docs/p.md": front("visibility: public", f"# P\n\n{body}\nEnd.\n")}


REGIONS = {
    "u3": "<!--audience:internal-->\nZebra\n<!--/audience-->\n",
    "u4": "<!-- Audience: Internal -->\nZebra\n<!-- /Audience -->\n",
    "u7": "<!-- audience: interal -->\nZebra\n<!-- /audience -->\n",
    "u14": "Text\n<!-- audience: internal -->\nZebra\n<!-- /audience -->\nmore\n",
}
for name, body in REGIONS.items():
    add(name, "how a region is marked", text(body), text(body.replace("Zebra", "Other")), words=["Zebra"])
MISMARKED = {
    "u1": "<!-- audience: internal -->\nZebra\n",
    "u2": "<!-- audience internal -->\nZebra\n<!-- /audience -->\n",
    "u5": "- item\n\n  <!-- audience: internal -->\n  Zebra\n  <!-- /audience -->\n",
    "u6": "> <!-- audience: internal -->\n> Zebra\n> <!-- /audience -->\n",
    "u8": "   <!-- audience: internal -->\nZebra\n   <!-- /audience -->\n",
    "u9": "<!-- audience: internal --> Zebra <!-- /audience -->\n",
    "u10": "<!-- audience: internal -->\nZ\n<!-- audience: public -->\nZebra\n<!-- /audience -->\nZebra\n<!-- /audience -->\n",
    "u11": "<!-- audience:\ninternal -->\nZebra\n<!-- /audience -->\n",
    "u11b": "<!--\naudience: internal\n-->\nZebra\n",
    "u12": "<!-- visibility: internal -->\nZebra\n<!-- /visibility -->\n",
    "u2b": "<!-- audience internal -->\nZebra\n",
    "u12b": "<!-- audiance: internal -->\nZebra\n<!-- /audiance -->\n",
    "u13": "    <!-- audience: internal -->\nZebra\n    <!-- /audience -->\n",
    "u15": "<!-- audience: internal, restricted -->\nZebra\n<!-- /audience -->\n",
    "u16": "<!-- audience: internal -->\nZ\n<!-- /audience -->\nok\n<!-- /audience -->\nZebra\n",
}
for name, body in MISMARKED.items():
    add(name, "a mark of a region that cannot be read", text(body), text(""), refused=FIRST)
