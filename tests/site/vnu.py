#!/usr/bin/env python3
"""The W3C's checker finds no error in any page of sites: vnu.py SITE...

All in one run: most of what the checker takes for a small site is its own start.
"""
import collections
import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
CHECKER = TESTS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sites = [Path(site).resolve() for site in sys.argv[1:]]
    pages = [path for site in sites for path in site.rglob("*") if path.suffix in (".html", ".svg", ".css")]
    # It does not live long enough for the optimizing compiler to pay; without that its calls take more of the stack.
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]
    command += ["--also-check-css", "--also-check-svg", "--skip-non-html", *map(str, sites)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError):
        print(done.stderr[-2000:])
        print("counts: 0 passed, 1 failed")
        return 1
    errors = collections.defaultdict(list)
    for message in messages:
        if message["type"] == "info":
            continue
        path = message.get("url", "").removeprefix("file:")
        if len(sites) == 1:
            path = path.removeprefix(f"{sites[0]}/")
        errors[path].append(f"{path}:{message.get('lastLine', 0)}: {message['message']}")
    for lines in list(errors.values())[:30]:
        print("\n".join(lines[:3]))
    empty = [site for site in sites if not any(site.rglob("*.html"))]
    for site in empty:
        print(f"there is no page in {site}")
    print(f"{len(pages)} files, {sum(len(lines) for lines in errors.values())} errors")
    print(f"counts: {len(pages) - len(errors)} passed, {len(errors)} failed")
    return 1 if errors or empty else 0


if __name__ == "__main__":
    sys.exit(main())
