#!/usr/bin/env python3
"""The W3C's checker finds no error in any page of a site: vnu.py SITE"""
import collections
import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
CHECKER = TESTS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    site = Path(sys.argv[1]).resolve()
    pages = [path for path in site.rglob("*") if path.suffix in (".html", ".svg", ".css")]
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]
    command += ["--also-check-css", "--also-check-svg", "--skip-non-html", str(site)]
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
        path = message.get("url", "").removeprefix("file:").removeprefix(str(site)).lstrip("/")
        errors[path].append(f"{path}:{message.get('lastLine', 0)}: {message['message']}")
    for lines in list(errors.values())[:30]:
        print("\n".join(lines[:3]))
    if not pages:
        print("there is no page")
    print(f"{len(pages)} files, {sum(len(lines) for lines in errors.values())} errors")
    print(f"counts: {len(pages) - len(errors)} passed, {len(errors)} failed")
    return 1 if errors or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
