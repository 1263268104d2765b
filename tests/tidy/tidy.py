#!/usr/bin/env python3
"""The house rules that no compiler knows. `tidy.py [--root DIR]` prints each breach and exits 1."""
import argparse
import os
import re
import statistics
import sys
from pathlib import Path

from cpp_source import CppSource, line_of
from layers import VIEW_HEADERS, left_of_wall, read_layers
from wall import breaches as wall_breaches

VIEWS = {"compiler/redact/" + name for name in VIEW_HEADERS}

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", "site", ".cache"}
BANNED_NAMES = {"util", "utils", "common", "helper", "helpers", "misc", "manager"}
BANNED_WORDS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
CONTRIBUTOR_DOCUMENTS = ("CONTRIBUTING.md", "docs/architecture.md", "docs/security.md", "docs/contributing.md")
LONGEST_FILE = 600
MEDIAN_HEADER = 80

CTYPE = (
    "isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper"
)
NUMBERS = "stod stof stold stoi stol stoll stoul stoull strtod strtof strtol strtoul strtoll strtoull atoi atol atof"


def call(names):
    """A call of one of these functions, not of a member or of our own function whose name ends alike."""
    return re.compile(r"(?<![\w.>:])(?:std::|::)?(" + "|".join(names.split()) + r")\s*\(")


# (pattern in the code, why not, folders and sources of compiler/ that may)
BANNED_CODE = [
    (call("system popen"), "no shell: posix_spawn with an argv", ()),
    # A worker has one thread.
    (call("fork vfork"), "no fork beside live threads: posix_spawn", ("draw/layout_worker.cpp",)),
    (call(CTYPE), "depends on the locale: text/ascii.h", ()),
    (call(NUMBERS), "depends on the locale and throws or hides errors: std::from_chars", ()),
    (re.compile(r"\b(setlocale|std::locale)\b"), "the answer must not depend on a locale", ()),
    (re.compile(r"(?<![\w.>:])(?:std::|::)?time\s*\(\s*(nullptr|NULL|0|&)"), "only driver/ reads the clock", ("driver",)),
    (re.compile(r"\bsystem_clock\b|\bgettimeofday\b|\bclock_gettime\b"), "only driver/ reads the clock", ("driver",)),
    (call("localtime localtime_r gmtime gmtime_r strftime mktime"), "depends on the machine: calendar/", ()),
    (re.compile(r"\b(secure_)?getenv\s*\(|\benviron\b"), "only driver/ reads the environment", ("driver",)),
    (re.compile(r"\b(random_device|srand)\b|(?<![\w.>:])(?:std::)?rand\s*\("), "same input, same bytes", ()),
    (re.compile(r"\bstd::w?regex\b|#\s*include\s*<regex>"), "recurses over its input: write a scanner", ()),
    (re.compile(r"\bconst_cast\b"), "values between stages do not change", ()),
]

# A variable that outlives its function and is not constant: in a function or class, or at the margin of a file. A mutex may:
# it guards a library that has state of its own.
MUTABLE = re.compile(
    r"""^[ \t]*(?:inline[ ]+)?(?:static|thread_local)[ ]+(?!const\b|constexpr\b|constinit[ ]const\b|std::mutex\b|std::once_flag\b|_)[\w:<>,*& ]+?[ *&]\w+[ ]*(?:=|\{|;)
      | ^(?!using\b|namespace\b|struct\b|class\b|enum\b|union\b|template\b|typedef\b|extern\b|const\b|constexpr\b|inline\b|static\b
           |friend\b|return\b|goto\b|case\b|public\b|private\b|protected\b)
        [A-Za-z_][\w:<>,*& ]*[ *&]\w+[ ]*(?:=(?!=)|;|\{[^\n]*;)""",
    re.MULTILINE | re.VERBOSE,
)


# A type that is defined at the margin, which is where those of a namespace stand.
TYPE = re.compile(r"^(?:struct|class|union|enum(?: class)?)[ ]+(\w+)\b(?!::)[^;{]*\{", re.MULTILINE)


class Tidy:
    def __init__(self, root):
        self.root = Path(root)
        self.breaches = []
        self.sources = {}
        self.layers = None

    def breach(self, path, line, rule, text):
        self.breaches.append((str(path), line, rule, text))

    def run(self):
        for path in sorted(self.walk()):
            self.check_name(path)
            if path.suffix in (".h", ".cpp"):
                text = (self.root / path).read_text(encoding="utf-8")
                self.sources[path] = CppSource(text)
            elif path.suffix in (".py", ".mjs", ".sh", ".cmake") or path.name in ("CMakeLists.txt", "dev"):
                self.check_script(path)
        for path, source in self.sources.items():
            self.check_source(path, source)
        self.check_layers()
        self.check_doors()
        self.check_header_median()
        self.check_unit_folders()
        self.check_type_names()
        self.check_words()
        self.check_documents()
        return sorted(self.breaches)

    def walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
            for name in files:
                yield (Path(folder) / name).relative_to(self.root)

    # --- one file ------------------------------------------------------------------------------------

    def check_name(self, path):
        if path.parts[0] not in ("compiler", "tests"):
            return
        for part in path.parts:
            words = re.split(r"[-_.]", part.lower())
            if BANNED_NAMES & set(words):
                self.breach(path, 1, "name", f"`{part}` says nothing about what is inside")
                return

    def check_source(self, path, source):
        self.check_length(path, source.lines)
        first = source.text.split("\n", 1)[0]
        if not re.match(r"// \S.{9,}", first):
            self.breach(path, 1, "purpose", "the first line is not a `// ` comment that says what the file is for")
        if path.suffix == ".h" and "#pragma once" not in source.code:
            self.breach(path, 1, "once", "the header has no `#pragma once`")
        for match in BANNED_WORDS.finditer(source.comments):
            line = line_of(source.comments, match.start())
            self.breach(path, line, "word", f"`{match.group()}`: do it, or open an issue")
        if path.parts[0] == "compiler":
            folder = path.parts[1] if len(path.parts) > 2 else ""
            for pattern, why, allowed in BANNED_CODE:
                if folder in allowed or "/".join(path.parts[1:]) in allowed:
                    continue
                for match in pattern.finditer(source.code):
                    line = line_of(source.code, match.start())
                    self.breach(path, line, "function", f"`{match.group().strip()}`: {why}")
            for match in MUTABLE.finditer(source.code):
                line = line_of(source.code, match.start())
                self.breach(path, line, "global", f"`{match.group().strip()}`: no state outlives a call")

    def check_script(self, path):
        text = (self.root / path).read_text(encoding="utf-8")
        self.check_length(path, text.count("\n"))
        for number, line in enumerate(text.splitlines(), 1):
            comment = re.search(r"(?:^|\s)(?:#|//)(.*)", line)
            if comment and BANNED_WORDS.search(comment.group(1)):
                self.breach(path, number, "word", "do it, or open an issue")

    def check_length(self, path, lines):
        if lines > LONGEST_FILE:
            self.breach(path, lines, "length", f"{lines} lines; the most is {LONGEST_FILE}: it is about two things")

    # --- layers --------------------------------------------------------------------------------------

    def check_layers(self):
        table = self.root / "compiler" / "layers.txt"
        if not table.exists():
            self.breach("compiler/layers.txt", 1, "layers", "there is no table of layers")
            return
        self.layers = read_layers(table.read_text(encoding="utf-8"))
        for line, text in self.layers.mistakes:
            self.breach("compiler/layers.txt", line, "layers", text)
        for name, folder in self.layers.folders.items():
            there = self.root / "compiler" / name
            if not there.is_dir():
                self.breach("compiler/layers.txt", folder.line, "layers", f"there is no folder {name}/")
                continue
            for header in folder.exports:
                if header != "all" and not (there / header).exists():
                    self.breach("compiler/layers.txt", folder.line, "layers", f"{name}/{header} does not exist")
        for path, source in self.sources.items():
            if path.parts[0] == "compiler":
                self.check_includes(path, source)
        self.check_wall()

    def check_includes(self, path, source):
        here = path.parts[1] if len(path.parts) > 2 else "main"
        row = self.layers.folders.get(here)
        if here != "main" and row is None:
            self.breach(path, 1, "layers", f"the folder {here}/ has no row in layers.txt")
            return
        for line, quoted, included in source.includes():
            if not quoted or included == "version.h":
                continue
            there, _, header = included.partition("/")
            if there == here:
                continue
            target = self.layers.folders.get(there)
            if not header or target is None:
                self.breach(path, line, "layers", f'"{included}" is not named from compiler/, folder first')
            elif here == "main":
                if there != "driver":
                    self.breach(path, line, "layers", "main.cpp calls driver/ and nothing else")
            elif "all" not in row.uses and there not in row.uses:
                self.breach(path, line, "layers", f"{here}/ may not include {there}/ (layers.txt:{row.line})")
            elif here != "driver" and target.is_stage() and included == target.entry():
                self.breach(path, line, "layers", f"only driver/ includes the entry of a stage, {included}")
            elif here != "driver" and not target.offers(header):
                self.breach(path, line, "layers", f"{included} is not offered to others (layers.txt:{target.line})")

    def check_wall(self):
        """Nothing behind the wall reaches a header from before it, not even through another header."""
        for path in self.sources:
            row = self.layers.folders.get(path.parts[1]) if path.parts[0] == "compiler" else None
            if row is None or not (row.behind_wall or path.as_posix() in VIEWS):
                continue
            for chain in self.reachable(path):
                folder = chain[-1].split("/")[0]
                if left_of_wall(self.layers, folder) and "compiler/" + chain[-1] not in VIEWS:
                    self.breach(path, 1, "wall", "reaches across the audience wall: " + " -> ".join(chain))
                    break
        for path, line, text in wall_breaches(self.layers, self.sources):
            self.breach(path, line, "wall", text)

    def reachable(self, start):
        seen, todo = set(), [(start, [])]
        while todo:
            path, chain = todo.pop()
            source = self.sources.get(path)
            for _, quoted, included in source.includes() if source else ():
                if quoted and included not in seen:
                    seen.add(included)
                    yield chain + [included]
                    todo.append((Path("compiler") / included, chain + [included]))

    def check_doors(self):
        if self.layers is None:
            return
        for door in self.layers.doors:
            users = []
            for path, source in self.sources.items():
                lines = [line for line, _, name in source.includes() if name.startswith(door.prefix)]
                if not lines or path.parts[0] != "compiler":
                    continue
                if path.suffix == ".h":
                    self.breach(path, lines[0], "door", f"{door.library} is named in a header")
                else:
                    users.append((path, lines[0]))
            if len(users) > door.most:
                for path, line in users:
                    self.breach(path, line, "door", f"{door.library} is named in {len(users)} sources, not {door.most}")

    # --- the whole -----------------------------------------------------------------------------------

    def check_header_median(self):
        lengths = [s.lines for p, s in self.sources.items() if p.suffix == ".h" and p.parts[0] == "compiler"]
        if lengths and statistics.median(lengths) >= MEDIAN_HEADER:
            middle = statistics.median(lengths)
            self.breach("compiler", 1, "median", f"the median header has {middle} lines, not under {MEDIAN_HEADER}")

    def check_unit_folders(self):
        for path in self.sources:
            if path.parts[:2] == ("tests", "unit") and len(path.parts) > 3:
                if not (self.root / "compiler" / path.parts[2]).is_dir():
                    self.breach(path, 1, "mirror", f"there is no compiler/{path.parts[2]} that it could test")

    def check_type_names(self):
        """One namespace: two types of the same name in two headers would be one type to the linker, and neither."""
        seen = {}
        for path, source in sorted(self.sources.items()):
            if path.parts[0] != "compiler" or path.suffix != ".h":
                continue
            for match in TYPE.finditer(source.code):
                name = match.group(1)
                if name in seen and seen[name] != path:
                    line = line_of(source.code, match.start())
                    self.breach(path, line, "type", f"`{name}` is a type of {seen[name]}, too")
                seen.setdefault(name, path)

    def check_words(self):
        """A text that a source or template names is in strings.yaml, and each text there is named by one."""
        strings = self.root / "themes" / "default" / "strings.yaml"
        if not strings.exists():
            return
        lines = {}
        for number, line in enumerate(strings.read_text(encoding="utf-8").splitlines(), 1):
            key = re.match(r'([a-z][a-z0-9_.]*): "', line)
            if key:
                lines.setdefault(re.sub(r"\.(zero|one|few|many|other)$", "", key.group(1)), number)
        used, families = set(), {"language.", "js."}
        for path, source in self.sources.items():
            if path.parts[0] != "compiler":
                continue
            for match in re.finditer(r'"([^"\n]+)"_word\b', source.text):
                used.add(match.group(1))
                if match.group(1) not in lines:
                    line = line_of(source.text, match.start())
                    self.breach(path, line, "text", f"`{match.group(1)}` is not in strings.yaml")
            families.update(re.findall(r'\bword_for\("([a-z0-9_.]+\.)"', source.text))
        for path in sorted((self.root / "templates").rglob("*.html")):
            used.update(re.findall(r"\{\{words\.([a-z0-9_.]+)\}\}", path.read_text(encoding="utf-8")))
        for key, number in lines.items():
            if key not in used and not any(key.startswith(family) for family in families):
                self.breach("themes/default/strings.yaml", number, "text", f"nothing says `{key}`")

    def check_documents(self):
        """Every path of ours that a document for contributors names in backticks exists."""
        tops = {"compiler", "templates", "themes", "sample-program", "tests", "docs", ".ci", ".github"}
        for document in (self.root / name for name in CONTRIBUTOR_DOCUMENTS):
            if not document.exists():
                continue
            for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
                for named in re.findall(r"`([^`\s]+/[^`\s]*)`", line):
                    named = re.sub(r":\d+(:\d+)?$", "", named)
                    if named.split("/")[0] not in tops or re.search(r"[<>*{}…]", named):
                        continue
                    if not (self.root / named).exists():
                        where = document.relative_to(self.root)
                        self.breach(where, number, "document", f"`{named}` does not exist")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=Path(__file__).resolve().parents[2])
    breaches = Tidy(arguments.parse_args().root).run()
    for path, line, rule, text in breaches:
        print(f"{path}:{line}: {rule}: {text}")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
