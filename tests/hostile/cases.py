# Hostile programs: each case writes a folder that wants to crash, hang, fill the memory or leave its place.
import json
import os
import socket
import unicodedata

KB64 = 64 * 1024
PROGRAM = "program: Hostile\nid: HOS\nas_of: 2026-06-01\n"


def fill(piece, size=KB64):
    return (piece * (size // len(piece) + 1))[:size]


def put(root, name, content):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        content = content.encode("utf-8", errors="surrogateescape")
    path.write_bytes(content)


def record(front="", body="Text.\n", identifier="R-1"):
    return f"---\nid: {identifier}\nkind: risk\ntitle: A title\nstatus: open\n{front}---\n\n{body}"


def tasks(count, edges, titles=None):
    """A plan of `count` tasks; `edges` are pairs of numbers, first and then."""

    def write(root):
        waits = {}
        for first, then in edges:
            waits.setdefault(then, []).append(f"T-{first}")
        lines = ["tasks:"]
        for n in range(count):
            title = titles[n] if titles else f"Part {n}"
            on = f", depends_on: [{', '.join(waits[n])}]" if n in waits else ""
            lines.append(f"- {{id: T-{n}, title: {json.dumps(title)}, estimate: 1d{on}}}")
        put(root, "tasks.yaml", "\n".join(lines) + "\n")

    return write


def layers(counts):
    """Each of one layer before each of the next: nothing of it follows from anything else."""
    edges, first = [], 0
    for here, there in zip(counts, counts[1:]):
        edges += [(a, first + here + b) for a in range(first, first + here) for b in range(there)]
        first += here
    return edges


def front_matter(text):
    return lambda root: put(root, "risks/R-1.md", record(front=text))


def body(text):
    return lambda root: put(root, "risks/R-1.md", record(body=text))


def list_file(content):
    return lambda root: put(root, "risks.yaml", content)


def settings(text):
    return lambda root: put(root, "program.yaml", PROGRAM + text)


def wide_table(root):
    columns = 6000
    row = "|" + "a|" * columns + "\n"
    put(root, "risks/R-1.md", record(body=row + "|" + "-|" * columns + "\n" + row * 3))


def tall_table(root):
    head = "|" + "a|" * 120 + "\n|" + "-|" * 120 + "\n"
    put(root, "risks/R-1.md", record(body=head + "|\n" * 20000))


def reference_links(root):
    label = "a" * 900
    put(root, "risks/R-1.md", record(body=f"[{label}]: /x\n\n" + f"[{label}]\n" * 2000))


def backticks(root):
    put(root, "risks/R-1.md", record(body=" ".join("`" * n + "a" for n in range(1, 360))))


def definitions(root):
    put(root, "risks/R-1.md", record(body="".join(f"[a{n}]: /x\n" for n in range(6000)) + "[a1]" * 6000))


def nested_details(root):
    put(root, "risks/R-1.md", record(body="<details><summary>x</summary>" * 4000 + "</details>" * 4000))


def sparse(root):
    put(root, "risks/R-1.md", "")
    with open(root / "risks/R-1.md", "r+b") as file:
        file.truncate(2 * 1024**3)


def link_out(root):
    put(root, "risks/R-2.md", record())
    os.symlink("/etc/passwd", root / "risks/R-1.md")


def link_to_folder(root):
    put(root, "risks/R-2.md", record())
    os.symlink("/usr/share", root / "share")


def link_loop(root):
    put(root, "risks/R-2.md", record())
    os.symlink("..", root / "risks/up")


def pipe(root):
    put(root, "risks/R-2.md", record())
    os.mkfifo(root / "risks/R-1.md")


def listening(root):
    put(root, "risks/R-2.md", record())
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(root / "risks")
        server.bind("R-1.md")
        os.chdir(here)


def deep_folder(root):
    here = os.open(root, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open("R-1.md", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(file, record().encode())
    os.close(file)
    os.close(here)


def bytes_in_name(root):
    put(root, "risks/R-2.md", record())
    with open(os.fsencode(root / "risks") + b"/R-\xff\xfe.md", "wb") as file:
        file.write(record().encode())


def odd_names(root):
    for name in ("a\nb.md", "a\x1b[31mb.md", "::set-output name=x::y.md", "-rf.md", "%2e%2e%2f.md", "a\u202eb.md"):
        put(root, "risks/" + name, record(identifier="R-1"))


def colliding_names(root):
    for name in ("É", unicodedata.normalize("NFD", "É")):
        put(root, f"pages/{name}.md", "# A page\n")


def ids(*wanted):
    def write(root):
        for number, identifier in enumerate(wanted):
            put(root, f"risks/file-{number}.md", record(identifier=f'"{identifier}"'))

    return write


def chain(root):
    lines = ["tasks:"]
    for number in range(5000):
        lines.append(f"- {{id: T-{number}, title: Task, depends_on: [T-{(number + 1) % 5000}]}}")
    put(root, "tasks.yaml", "\n".join(lines) + "\n")


def dense(root):
    everything = ", ".join(f"T-{number}" for number in range(300))
    lines = ["tasks:"] + [f"- {{id: T-{number}, title: Task, depends_on: [{everything}]}}" for number in range(300)]
    put(root, "tasks.yaml", "\n".join(lines) + "\n")


def same_title(root):
    lines = ["risks:"] + [f"- {{id: R-{number}, title: The same, mitigates: [The same]}}" for number in range(5000)]
    put(root, "risks.yaml", "\n".join(lines) + "\n")


def near_ids(root):
    lines = ["risks:"] + [f"- {{id: RISK-AAAA-{number}, title: T, relates_to: [RISK-AAAB-{number}]}}" for number in range(5000)]
    put(root, "risks.yaml", "\n".join(lines) + "\n")


def ignore_globs(root):
    put(root, ".milepostignore", "\n".join(["*a" * 60 + "b", "**/" * 60 + "x", "[" * 5000, "{a,b}" * 200]) + "\n")
    for number in range(200):
        put(root, f"pages/{'a' * 200}{number}.md", "# A page\n")


def bomb(levels=9):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join(['*a' + str(n - 1)] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def program_is_a_folder(root):
    (root / "program.yaml").unlink()
    (root / "program.yaml").mkdir()
    put(root, "risks/R-1.md", record())


# name: (writer, whether something must be said about it)
HOSTILE_TITLES = ["\\N \\G", "a; b", "<b>x</b>", "]]> --> </title>", 'x" onload="y', "#quot; %%{init}%%"]
def evidence(name, content):
    """A release whose item names a report."""

    def write(root):
        put(root, f"releases/{name}", content() if callable(content) else content)
        put(
            root,
            "releases/REL-1.md",
            "---\nid: REL-1\ntitle: One\nowner: Asha\ntarget: 2026-06-22\n---\n## Testing\n\n"
            f"- [x] The report says so (evidence: {name}, owner: Asha, due: 2026-06-10)\n",
        )

    return write


def laughs(entities=12):
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, entities)]
    return f"<!DOCTYPE a [{''.join(lines)}]><testsuite name=\"&a{entities - 1};\">&a{entities - 1};</testsuite>"


def default_attributes():
    lines = "".join(f'<!ATTLIST testcase a{n} CDATA "{"x" * 1000}">' for n in range(1000))
    return f"<!DOCTYPE a [{lines}]><testsuite>{'<testcase/>' * 100000}</testsuite>"


def parameter_entity():
    return '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><testsuite>&x;</testsuite>'


MEGABYTE = 1024 * 1024
PASSWORDS = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="&x;">&x;</testsuite>'

CASES = {
    "evidence-laughs": (evidence("a.xml", laughs), True),
    "evidence-quadratic": (evidence("a.xml", lambda: f'<!DOCTYPE a [<!ENTITY x "{fill("x", MEGABYTE)}">]><testsuite>{fill("&x;", MEGABYTE)}</testsuite>'), True),
    "evidence-passwords": (evidence("a.xml", PASSWORDS), True),
    "evidence-parameter-entity": (evidence("a.xml", parameter_entity), True),
    "evidence-default-attributes": (evidence("a.xml", default_attributes), True),
    "evidence-far-dtd": (evidence("a.xml", '<!DOCTYPE coverage SYSTEM "http://127.0.0.1:9/x.dtd"><coverage line-rate="0.5"/>'), True),
    "evidence-deep-xml": (evidence("a.xml", lambda: fill("<testsuite>", 8 * MEGABYTE)), True),
    "evidence-deep-json": (evidence("a.sarif", lambda: '{"version":"2.1.0","runs":' + fill("[", 8 * MEGABYTE)), True),
    "evidence-wide": (evidence("a.xml", lambda: "<testsuite>" + fill("<testcase/>", 9 * MEGABYTE - 100) + "</testsuite>"), False),
    "evidence-attributes": (evidence("a.xml", lambda: "<testsuite " + " ".join(f'a{n}=""' for n in range(400000)) + "/>"), True),
    "evidence-long-name": (evidence("a.xml", lambda: f"<{fill('x', 9 * MEGABYTE)}/>"), True),
    "evidence-large-count": (evidence("a.xml", '<testsuite tests="1e308"/>'), True),
    "evidence-huge-count": (evidence("a.xml", f'<testsuite tests="{"9" * 100000}"/>'), True),
    "evidence-cut": (evidence("a.xml", '<testsuites><testsuite tests="2"><testcase name="'), True),
    "evidence-utf16": (evidence("a.xml", b"\xff\xfe" + "<testsuite>\u2028".encode("utf-16-le")[:-1]), True),
    "evidence-nul": (evidence("a.xml", b"<testsuite>\0</testsuite>"), True),
    "evidence-nul-json": (evidence("a.json", b'{"version":"2.1.0"\0}'), True),
    "evidence-markup": (evidence("a.xml", "<x><![CDATA[<script>alert(1)</script>]]></x>"), True),
    "evidence-empty": (evidence("a.xml", ""), True),
    "evidence-too-large": (evidence("a.info", lambda: fill("DA:1,1\n", 11 * MEGABYTE)), True),
    "evidence-lcov-lines": (evidence("a.info", lambda: "SF:a\n" + fill("DA:1,1\n", 9 * MEGABYTE - 100) + "\nend_of_record\n"), True),
    "evidence-lcov-backwards": (evidence("a.info", lambda: "SF:a\n" + "".join(f"DA:{n},1\n" for n in range(900000, 0, -1)) + "end_of_record\n"), True),
    "evidence-lcov-files": (evidence("a.info", lambda: "".join(f"SF:{n}\nend_of_record\n" for n in range(300000))), True),
    "graph-200-nodes-2000-edges": (tasks(200, layers([50, 10, 50, 10, 50])), True),
    "graph-complete-50": (tasks(50, [(a, b) for a in range(50) for b in range(a + 1, 50)]), False),
    "graph-100-nodes-1000-edges": (tasks(100, layers([20, 10, 20, 10, 20, 10])), True),
    "graph-long-chain": (tasks(1500, [(n, n + 1) for n in range(1499)]), True),
    "graph-star": (tasks(1500, [(0, n) for n in range(1, 1500)]), True),
    "graph-labels": (tasks(6, [(n, n + 1) for n in range(5)], HOSTILE_TITLES), False),
    "yaml-alias-bomb": (front_matter(bomb()), True),
    "yaml-alias-bomb-in-settings": (settings(bomb()), True),
    "yaml-alias-cycle": (front_matter("a: &a [*a]\n"), True),
    "yaml-alias-cycle-in-a-list": (list_file("risks: &a\n- title: x\n  tags: *a\n"), True),
    "yaml-merge-key": (front_matter("a: &a {b: c}\nd:\n  <<: *a\n"), True),
    "yaml-comma": (list_file(","), True),
    "yaml-comma-in-settings": (lambda root: put(root, "program.yaml", ","), True),
    "yaml-brackets": (list_file("[" * 100000), True),
    "yaml-brackets-in-front-matter": (front_matter("a: " + "[" * 100000 + "\n"), True),
    "yaml-braces": (list_file("{" * 100000), True),
    "yaml-nested-dashes": (list_file(fill("- ")), True),
    "yaml-nested-maps": (list_file("".join(" " * n + "a:\n" for n in range(2000))), True),
    "yaml-question-marks": (list_file(fill("? ")), True),
    "yaml-colons": (list_file(fill(": ")), True),
    "yaml-duplicate-keys": (front_matter("owner: a\nowner: b\n"), True),
    "yaml-two-documents": (list_file("risks: []\n---\nrisks: []\n"), True),
    "yaml-missing-quote": (front_matter('owner: "a\nimpact: b\n'), True),
    "yaml-tag": (front_matter("a: !!python/object/apply:os.system [ls]\n"), False),
    "yaml-directive": (list_file("%YAML 99.99\n---\nrisks: []\n"), False),
    "yaml-many-nodes": (front_matter("a: [" + "x," * 30000 + "]\n"), True),
    "yaml-many-keys": (front_matter("".join(f"k{n}: v\n" for n in range(20000))), True),
    "yaml-long-scalar": (front_matter("owner: " + "x" * 1000000 + "\n"), True),
    "yaml-bad-utf8": (lambda root: put(root, "risks/R-1.md", record().encode() + b"\xff\xfe\xc0\x80"), True),
    "yaml-bad-utf8-in-front-matter": (lambda root: put(root, "risks.yaml", b"risks:\n- title: \xc3\x28\n"), True),
    "yaml-nul": (front_matter("owner: a\0b\n"), True),
    "yaml-control": (front_matter("owner: a\x1b[31mb\n"), True),
    "yaml-no-end": (lambda root: put(root, "risks/R-1.md", "---\nid: R-1\ntitle: x\n"), True),
    "utf16-without-end": (lambda root: put(root, "risks/R-1.md", b"\xff\xfe" + "---\nid: R-1\n".encode("utf-16-le")[:-1]), True),
    "value-numbers": (front_matter("estimate: 1e999999d\ncost: USD 1e400\nlikelihood: 99999999999999999999\n"), True),
    "value-dates": (front_matter("due: 9999-99-99\nraised: Week 99999999999999\nnext_review: 0000-00-00\n"), True),
    "value-range": (front_matter("relates_to: R-1..R-999999999\n"), True),
    "value-offset": (front_matter("due: M-1 + 99999999999999999999d\n"), True),
    "settings-holidays": (settings("calendar: {holidays: [0001-01-01..9999-12-31]}\n"), False),
    "settings-globs": (settings('records: [{path: "' + "**/*a" * 200 + '", kind: risk}]\n'), False),
    "settings-scale": (settings("kinds: {k: {is_a: k, fields: {f: {type: level, scale: 1-99999999999}}}}\n"), True),
    "settings-kind-cycle": (settings("kinds: {a: {is_a: b}, b: {is_a: a}}\n"), True),
    "settings-is-a-folder": (program_is_a_folder, True),
    "markdown-wide-table": (wide_table, True),
    "markdown-tall-table": (tall_table, True),
    "markdown-quotes": (body(fill(">")), True),
    "markdown-dashes": (body(fill("- ")), True),
    "markdown-numbers": (body(fill("1. ")), True),
    "markdown-footnotes": (body(fill("[^1]:", 120 * 1024)), True),
    "markdown-instructions": (body(fill("<?")), True),
    "markdown-declarations": (body(fill("<!A ")), True),
    "markdown-comments": (body(fill("<!--")), True),
    "markdown-images": (body(fill("![")), True),
    "markdown-brackets": (body(fill("[")), False),
    "markdown-links": (body(fill("[a](<b")), False),
    "markdown-closers": (body(fill("a](")), False),
    "markdown-definitions": (definitions, True),
    "markdown-references": (reference_links, True),
    "markdown-emphasis": (body(fill("*a ")), False),
    "markdown-underscores": (body(fill("a_ _")), False),
    "markdown-strikes": (body(fill("~~a ~")), False),
    "markdown-backticks": (backticks, False),
    "markdown-addresses": (body(fill("www.a@")), False),
    "markdown-entities": (body(fill("&#x")), False),
    "markdown-wiki-links": (body(fill("[[a")), False),
    "markdown-check-boxes": (body(fill("- [ ] a (owner: b\n")), False),
    "markdown-details": (nested_details, False),
    "markdown-fences": (body(fill("```\n````\n")), False),
    "markdown-headings": (body(fill("# a\n")), False),
    "markdown-large": (body("word " * 100000), True),
    "file-sparse": (sparse, True),
    "file-link-out": (link_out, True),
    "file-link-to-folder": (link_to_folder, True),
    "file-link-loop": (link_loop, True),
    "file-pipe": (pipe, True),
    "file-socket": (listening, True),
    "file-deep": (deep_folder, True),
    "file-bytes-in-name": (bytes_in_name, True),
    "file-odd-names": (odd_names, True),
    "file-colliding-names": (colliding_names, True),
    "id-traversal": (ids("../../etc/passwd", "..", "/etc/x", "a/../../b", "R-1\\..\\x"), True),
    "id-reserved": (ids("con", "NUL", "aux", "index", "404"), True),
    "id-case": (ids("R-one", "r-ONE"), True),
    "id-long": (ids("R" * 5000), True),
    "id-control": (ids("R-\\x1b[31m", "R-\\u202e1"), True),
    "graph-chain": (chain, True),
    "graph-dense": (dense, True),
    "graph-same-title": (same_title, True),
    "graph-near-ids": (near_ids, True),
    "ignore-globs": (ignore_globs, False),
}
