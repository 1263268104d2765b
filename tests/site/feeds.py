#!/usr/bin/env python3
"""The calendar, feed, site map, robots.txt and heads of a site are as their standards say: feeds.py SITE BASE_URL

With `part` after it the site need not hold every kind of event that the sample has."""
import html.parser
import re
import sys
import urllib.parse
import xml.etree.ElementTree as xml
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import icalendar  # noqa: E402

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)$")


class Head(html.parser.HTMLParser):
    """Meta and link elements of a page, and every address in it."""

    def __init__(self, text):
        super().__init__()
        self.meta, self.links, self.addresses = {}, {}, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and ("name" in values or "property" in values):
            self.meta.setdefault(values.get("name") or values.get("property"), []).append(values.get("content", ""))
        if tag == "link":
            self.links.setdefault(values.get("rel"), []).append(values.get("href", ""))
        self.addresses += [values[name] for name in ("href", "src") if values.get(name)]


class Checks:
    def __init__(self, site, base, whole):
        self.site, self.base, self.whole = site, base, whole
        self.passed = self.failed = 0

    def check(self, good, text):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            if self.failed <= 30:
                print(f"FAILED {text}")

    def file_of(self, address):
        """The file that an address of the site shows; None if it is not of the site."""
        if not address.startswith(self.base):
            return None
        path = urllib.parse.unquote(address[len(self.base):].split("#")[0]) or "index.html"
        return self.site / path

    def exists(self, address):
        file = self.file_of(address)
        return file is not None and file.is_file()

    def calendar(self):
        data = (self.site / "calendar.ics").read_bytes()
        found = icalendar.problems(data)
        self.check(not found, f"calendar.ics: {found[:5]}")
        events = icalendar.events(data)
        self.check(not self.whole or len(events) > 20, f"calendar.ics has {len(events)} events")
        for event in events:
            if "URL" in event:
                self.check(self.exists(event["URL"]), f"calendar.ics leads to {event['URL']}")
        wanted = {"milestone", "due", "decision", "meeting", "release", "launch", "review"}
        kinds = {event["UID"].split("@")[0].rsplit(".", 1)[1] for event in events}
        self.check(not self.whole or wanted <= kinds, f"calendar.ics has no {wanted - kinds}")

    def feed(self):
        root = xml.parse(self.site / "feed.xml").getroot()
        self.check(root.tag == ATOM + "feed", f"feed.xml is {root.tag}")
        for name in ("id", "title", "updated"):
            self.check(len(root.findall(ATOM + name)) == 1, f"feed.xml: {name}")
        self.check(root.find(f"{ATOM}author/{ATOM}name") is not None, "feed.xml has no author")
        links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
        self.check(links.get("self") == self.base + "feed.xml", f"feed.xml: {links}")
        self.check(self.exists(links.get("alternate", "")), f"feed.xml: {links}")
        entries = root.findall(ATOM + "entry")
        self.check((10 if self.whole else 0) <= len(entries) <= 50, f"feed.xml has {len(entries)} entries")
        ids, updated = [], []
        for entry in entries:
            one = {name: entry.findall(ATOM + name) for name in ("id", "title", "updated")}
            self.check(all(len(found) == 1 and found[0].text for found in one.values()), "an entry of feed.xml lacks something")
            ids.append(one["id"][0].text)
            updated.append(one["updated"][0].text)
            self.check(MOMENT.match(updated[-1]), f"feed.xml: {updated[-1]}")
            link = entry.find(ATOM + "link")
            self.check(link is not None and self.exists(link.get("href")), f"{ids[-1]} leads nowhere")
        self.check(len(set(ids)) == len(ids), "feed.xml has an id twice")
        days = [moment[:10] for moment in updated]
        self.check(days == sorted(days, reverse=True), "feed.xml is not the newest first")
        self.check(not updated or root.find(ATOM + "updated").text == updated[0], "feed.xml: updated")

    def sitemap(self):
        root = xml.parse(self.site / "sitemap.xml").getroot()
        self.check(root.tag == MAP + "urlset", f"sitemap.xml is {root.tag}")
        listed = set()
        for url in root:
            address, day = url.findtext(MAP + "loc"), url.findtext(MAP + "lastmod")
            self.check(self.exists(address), f"sitemap.xml: {address}")
            self.check(day is None or re.match(r"^\d{4}-\d\d-\d\d$", day), f"sitemap.xml: {day}")
            listed.add(self.file_of(address))
        self.check(len(listed) == len(root), "sitemap.xml has an address twice")
        missing = [page for page in self.pages if page not in listed and page.name != "404.html"]
        moved = [page for page in missing if self.head(page).links.get("canonical") != [self.address_of(page)]]
        self.check(missing == moved, f"sitemap.xml lacks {[str(page) for page in missing if page not in moved][:3]}")

    def address_of(self, page):
        path = page.relative_to(self.site).as_posix()
        return self.base + ("" if path == "index.html" else urllib.parse.quote(path, safe="/~"))

    def head(self, page):
        return Head(page.read_text(encoding="utf-8"))

    def heads(self):
        for page in self.pages:
            name = page.relative_to(self.site).as_posix()
            head = self.head(page)
            self.check(head.meta.get("robots") == ["noindex, nofollow"], f"{name}: robots {head.meta.get('robots')}")
            self.check(len(head.meta.get("description", [])) <= 1, f"{name}: descriptions")
            if name == "404.html":
                root = urllib.parse.urlsplit(self.base).path
                for address in head.addresses:
                    here = address.startswith("#") or self.exists(self.base + address.removeprefix(root))
                    self.check(here and (address.startswith("#") or address.startswith(root)), f"404.html: {address}")
                self.check("canonical" not in head.links, "404.html is canonical")
                continue
            canonical = head.links.get("canonical", [])
            self.check(len(canonical) == 1 and self.exists(canonical[0]), f"{name}: canonical {canonical}")
            for key in ("og:title", "og:type", "og:url", "og:site_name"):
                self.check(len(head.meta.get(key, [])) == 1 and head.meta[key][0], f"{name}: {key}")
            self.check(head.meta.get("og:url") == canonical, f"{name}: og:url")
            alternate = head.links.get("alternate", [""])[0]
            self.check((page.parent / alternate).resolve() == (self.site / "feed.xml").resolve(), f"{name}: feed {alternate}")

    def robots(self):
        lines = (self.site / "robots.txt").read_text(encoding="ascii").splitlines()
        self.check(lines == ["User-agent: *", "Disallow: /"], f"robots.txt: {lines}")

    def run(self):
        self.pages = sorted(self.site.rglob("*.html"))
        for part in (self.calendar, self.feed, self.sitemap, self.heads, self.robots):
            part()
        print(f"counts: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["part"]):
        sys.exit(__doc__)
    sys.exit(Checks(Path(sys.argv[1]).resolve(), sys.argv[2], whole=len(sys.argv) == 3).run())
