#!/usr/bin/env python3
"""Pages, styles and scripts keep within their budgets: sizes.py SITE, or the folder of a version"""
import json
import sys
from pathlib import Path

RECORD_PAGE = 30 * 1024
# A release has all its checks on one page, because one decides from it.
RELEASE_PAGE = 48 * 1024
ALL_STYLES = 40 * 1024
ALL_SCRIPTS = 30 * 1024
# Only pages with a drawing of the plan load these.
PLAN_STYLES = 16 * 1024
PLAN_SCRIPTS = 10 * 1024
# Only pages about releases and the logs around them load this.
RELEASE_STYLES = 16 * 1024
# Only stakeholders' pages load this, and none of them is a book.
STATUS_STYLES = 12 * 1024
# Only sites of several versions have pages that load this.
VERSION_STYLES = 12 * 1024
STATUS_PAGE = 48 * 1024


# Only sites with versions have these.
VERSION_MENU = 6 * 1024

# Data, though they come as scripts, and scripts of some pages.
DATA = ("search.js", "plan.js", "version.js", "version-menu.js", "versions.js", "paths.js")
PAGE_STYLES = ("plan.css", "release.css", "status.css", "versions.css", "version-menu.css")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    site = Path(sys.argv[1])
    model = json.loads((site / "program.json").read_text(encoding="utf-8"))
    # The versions of a site share their theme files.
    shared = site.parent / "assets"
    failures = []
    urls = [record["url"].split("#")[0] for record in model["records"] if record.get("url")]
    for url in sorted(set(urls)):
        page = (site / url).read_bytes()
        limit = RELEASE_PAGE if b'<article class="release">' in page else RECORD_PAGE
        if len(page) > limit:
            failures.append(f"{url}: {len(page)} bytes, more than {limit}")
    for page in sorted((site / "status").glob("*.html")):
        if page.stat().st_size > STATUS_PAGE and b'<article class="status">' in page.read_bytes():
            failures.append(f"{page.name}: {page.stat().st_size} bytes, more than {STATUS_PAGE}")
    styles = sum(path.stat().st_size for path in site.rglob("*.css") if path.name not in PAGE_STYLES)
    # The search index and what is said of a version are data, though they come as scripts.
    scripts = sum(path.stat().st_size for path in site.rglob("*.js") if path.name not in DATA)
    for name, limit in (("plan.css", PLAN_STYLES), ("plan.js", PLAN_SCRIPTS), ("release.css", RELEASE_STYLES), ("status.css", STATUS_STYLES),
                        ("versions.css", VERSION_STYLES)):
        for file in [*site.glob(f"theme/{name}"), *shared.glob(f"*/{name}")]:
            if file.stat().st_size > limit:
                failures.append(f"{name}: {file.stat().st_size} bytes, more than {limit}")
    for file in [*site.rglob("version-menu.*"), *shared.rglob("version-menu.*")]:
        if file.stat().st_size > VERSION_MENU:
            failures.append(f"{file.name}: {file.stat().st_size} bytes, more than {VERSION_MENU}")
    if styles > ALL_STYLES:
        failures.append(f"styles: {styles} bytes, more than {ALL_STYLES}")
    if scripts > ALL_SCRIPTS:
        failures.append(f"scripts: {scripts} bytes, more than {ALL_SCRIPTS}")
    print("\n".join(failures[:20]))
    print(f"counts: {len(set(urls)) + 6 - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
