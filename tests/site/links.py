#!/usr/bin/env python3
"""Every link of a built site leads to a file that is there, and every fragment to a place in it: links.py SITE"""
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESS_ATTRIBUTES = {"href", "src", "poster", "data", "action", "cite", "background", "xlink:href"}
EXTERNAL = {"http", "https", "mailto", "tel"}
CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+['"]([^'"]+)""")


class Page(HTMLParser):
    """The places one can link to in a page, and the addresses it names with their lines."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.places, self.twice, self.addresses, self.fetched = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            value = value or ""
            if name == "id" or (tag == "a" and name == "name"):
                if name == "id" and value in self.places:
                    self.twice.append((self.getpos()[0], value))
                self.places.add(value)
            elif name == "srcset":
                for candidate in value.split(","):
                    self.note(tag, candidate.strip().split(" ")[0])
            elif name in ADDRESS_ATTRIBUTES:
                self.note(tag, value)

    def note(self, tag, address):
        self.addresses.append((self.getpos()[0], address))
        if tag not in ("a", "blockquote", "q", "del", "ins"):
            self.fetched.append((self.getpos()[0], address))


class Site:
    def __init__(self, root):
        self.root = Path(root).resolve()
        self.names = {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()}
        self.pages = {}
        self.mistakes = []
        self.checked = 0

    def page(self, name):
        if name not in self.pages:
            self.pages[name] = Page((self.root / name).read_text(encoding="utf-8"))
        return self.pages[name]

    def mistake(self, name, line, text):
        self.mistakes.append(f"{name}:{line}: {text}")

    def check(self):
        for path in self.root.rglob("*"):
            if path.is_symlink():
                self.mistake(path.relative_to(self.root), 0, "is a symbolic link")
        for name in sorted(self.names):
            if name.endswith((".html", ".svg")):
                page = self.page(name)
                for line, place in page.twice:
                    self.mistake(name, line, f"the id `{place}` is given twice")
                for line, address in page.addresses:
                    self.follow(name, line, address)
                for line, address in page.fetched:
                    if urlsplit(address).scheme in ("http", "https"):
                        self.mistake(name, line, f"fetches `{address}` from another site")
            elif name.endswith(".css"):
                text = (self.root / name).read_text(encoding="utf-8")
                for match in CSS_ADDRESS.finditer(text):
                    address = match.group(2) or match.group(3) or ""
                    if not address.startswith("data:"):
                        self.follow(name, text.count("\n", 0, match.start()) + 1, address)
        self.check_model()
        return self.mistakes

    def follow(self, name, line, address):
        self.checked += 1
        try:
            parts = urlsplit(address)
        except ValueError:
            self.mistake(name, line, f"`{address}` is not an address")
            return
        if parts.scheme in EXTERNAL or (parts.scheme == "data" and not name.endswith(".css")):
            return
        if parts.scheme or parts.netloc or address.startswith("/"):
            self.mistake(name, line, f"`{address}` is not relative")
            return
        if address == "":
            self.mistake(name, line, "an empty address")
            return
        target = name
        if parts.path:
            target = resolve(name, unquote(parts.path))
        if target is None or target not in self.names:
            self.mistake(name, line, f"`{address}` leads nowhere")
        elif parts.fragment and target.endswith((".html", ".svg")):
            if unquote(parts.fragment) not in self.page(target).places:
                self.mistake(name, line, f"`{address}` names no place in {target}")

    def check_model(self):
        """The addresses in program.json are pages."""
        if "program.json" not in self.names:
            return
        model = json.loads((self.root / "program.json").read_text(encoding="utf-8"))
        for record in model.get("records", []):
            if record.get("url"):
                self.follow("program.json", 1, record["url"])


def resolve(name, path):
    """`path` as seen from the file `name`; None if it leads out of the site or names a folder."""
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    site = Site(sys.argv[1])
    mistakes = site.check()
    for mistake in mistakes[:60]:
        print(mistake)
    if len(mistakes) > 60:
        print(f"and {len(mistakes) - 60} more")
    if not site.names:
        print("there is no site")
    good = site.checked - len(mistakes)
    print(f"counts: {max(0, good)} passed, {len(mistakes)} failed")
    return 1 if mistakes or not site.names else 0


if __name__ == "__main__":
    sys.exit(main())
