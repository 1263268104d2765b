#!/usr/bin/env python3
"""Which sources one compiler run may take together: groups.py [--most N] FILE...

Prints `GROUP FILE` a line; a file that stands alone has no line. Most of what a source takes to compile is the
headers, so a dozen sources at once take a third of the time. Two sources go together if nothing that one of them
declares for itself (in an anonymous namespace, or as static) is named anywhere in the other, or declared in a header
that the other includes: then neither can mean something else for the company it is in. Run it where the names of
included files are relative to one of ROOTS.
"""
import argparse
import functools
import re
import sys
from pathlib import Path

ROOTS = ("compiler", "tests")

# Words that stand where a declared name could.
NOT_NAMES = {"const", "noexcept", "override", "final", "class", "struct", "operator", "static_assert", "constexpr",
             "consteval", "return", "if", "for", "while", "switch", "TEST_CASE", "SECTION"}


def without_texts(code):
    """The code without comments, texts and characters."""
    code = re.sub(r'R"(\w*)\((.*?)\)\1"', '""', code, flags=re.DOTALL)
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", code, flags=re.DOTALL)
    code = re.sub(r'"(\\.|[^"\\\n])*"', '""', code)
    return re.sub(r"'(\\.|[^'\\\n])+'", "0", code)


def outline_of(code, start):
    """What stands in a namespace beside the insides of braces and parentheses, from behind its brace to its end."""
    braces = parentheses = 0
    kept = []
    for character in code[start:]:
        if character == "{":
            if braces == 0 and parentheses == 0:
                kept.append("{")
            braces += 1
        elif character == "}":
            if braces == 0:
                break
            braces -= 1
            if braces == 0 and parentheses == 0:
                kept.append(";")
        elif braces == 0 and character == "(":
            if parentheses == 0:
                kept.append("(")
            parentheses += 1
        elif braces == 0 and character == ")":
            parentheses -= 1
        elif braces == 0 and parentheses == 0:
            kept.append(character)
    return "".join(kept)


def declared_in(code, namespace):
    """What stands in the namespaces whose heads the expression finds."""
    code = re.sub(r"^\s*#.*$", "", code, flags=re.MULTILINE)
    names = set()
    for match in re.finditer(namespace, code):
        body = outline_of(code, match.end())
        names.update(re.findall(r"\b(?:class|struct|union|using|enum(?:\s+class)?)\s+(\w+)", body))
        names.update(re.findall(r"(\w+)\s*(?:\(|=(?!=)|\{|;|\[)", body))
    return names - NOT_NAMES


def declared_names(code):
    """What a source declares that no other one is meant to see."""
    static = re.findall(r"^static\s[^;({=]*?(\w+)\s*[({=;]", code, re.MULTILINE)
    return declared_in(code, r"\bnamespace\s*\{") | set(static)


def included_in(text):
    return re.findall(r'^\s*#\s*include\s+"([^"]+)"', text, re.MULTILINE)


@functools.lru_cache(maxsize=None)
def header_names(header):
    """What a header declares for all, and which headers it includes; nothing of one that is made by the build."""
    for root in ROOTS:
        path = Path(root) / header
        if path.exists():
            text = path.read_text(encoding="utf-8")
            return declared_in(without_texts(text), r"\bnamespace\s+\w+\s*\{"), included_in(text)
    return set(), []


def names_of_headers(headers):
    names, seen, todo = set(), set(), list(headers)
    while todo:
        header = todo.pop()
        if header not in seen:
            seen.add(header)
            declared, further = header_names(header)
            names |= declared
            todo.extend(further)
    return names


class Source:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        code = without_texts(text)
        self.path = path
        self.declares = declared_names(code)
        self.names = set(re.findall(r"[A-Za-z_]\w*", code)) | names_of_headers(included_in(text))
        # A macro changes whatever comes after it, headers too.
        self.alone = re.search(r"^\s*#\s*(define|undef|pragma)\b", code, re.MULTILINE) is not None

    def bears(self, other):
        return not (self.declares & other.names) and not (other.declares & self.names)


def make_groups(sources, most):
    """First fit: each source into the first group that has room and bears it."""
    groups = []
    for source in sources:
        if source.alone:
            continue
        for group in groups:
            if len(group) < most and all(source.bears(other) for other in group):
                group.append(source)
                break
        else:
            groups.append([source])
    return groups


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--most", type=int, default=12)
    arguments.add_argument("files", nargs="+")
    said = arguments.parse_args()
    for number, group in enumerate(make_groups([Source(path) for path in said.files], said.most)):
        for source in group if len(group) > 1 else []:
            print(number, source.path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
