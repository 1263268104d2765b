#!/usr/bin/env python3
"""Pages that are not about a moment say nothing that changes on a day on which nothing else does.

A program without a plan is built as of two days; what may differ is named here, all else must be the same bytes.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
FILES = {
    "program.yaml": "program: {id: EX, title: Example}\npeople:\n  asha: {name: Asha Rao, team: core}\nteams:\n  core: {name: Core, lead: asha}\n",
    "README.md": "# Example\n\nWhat R-001 means for [the setup](docs/setup.md).\n",
    "docs/setup.md": "# Setup\n\nOne paragraph.\n",
    "risks/R-001.md": "---\nid: R-001\ntitle: The vendor is late\nowner: asha\nlikelihood: 4\nimpact: 4\nraised: 2026-03-02\n"
                      "next_review: 2026-04-01\ndue: 2026-04-10\n---\nThe first paragraph.\n",
    "raid.yaml": "blockers:\n- {id: BLK-001, title: No accounts, severity: P1, owner: asha, raised: 2026-04-02, due: 2026-04-03}\n"
                 "escalations:\n- {id: E-001, title: Accounts, severity: high, to: [asha], by: asha, raised: 2026-04-02, decision_needed_by: 2026-04-07}\n"
                 "decisions:\n- {id: D-001, title: Which vendor, owner: asha, status: proposed, raised: 2026-04-01, decision_needed_by: 2026-04-08}\n"
                 "actions:\n- {id: A-001, title: Ask them, owner: asha, due: 2026-04-03}\n",
    "metrics.yaml": "metrics:\n- id: MET-1\n  title: Orders\n  target: 10\n  readings:\n  - {on: 2026-03-01, value: 1}\n  - {on: 2026-05-09, value: 4}\n",
    "releases.yaml": "releases:\n- {id: REL-1, title: One, owner: asha, due: 2026-07-01}\n",
}
# About a moment, or lists of one.
MOMENT = ("index.html", "findings.html", "raid-agenda.html", "program.json", "search.js", "version.js", "calendar.ics", ".milepost-manifest",
          "plan.html", "critical-path.html", "work-breakdown.html", "releases/REL-1-go-no-go.html", "releases/REL-1-runbook.html")


def build(folder, out, day):
    done = subprocess.run([MILEPOST, "build", str(folder), "-o", str(out), "--as-of", day], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode > 1:
        sys.exit(f"the build as of {day} ended with {done.returncode}\n{done.stderr}")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def main():
    failures = []
    with tempfile.TemporaryDirectory() as scratch:
        program = pathlib.Path(scratch) / "program"
        for name, text in FILES.items():
            (program / name).parent.mkdir(parents=True, exist_ok=True)
            (program / name).write_text(text, encoding="utf-8")
        before = build(program, pathlib.Path(scratch) / "before", "2026-05-20")
        after = build(program, pathlib.Path(scratch) / "after", "2026-05-21")
    tried = 0
    for name in sorted(set(before) | set(after)):
        if name in MOMENT or name.startswith(("status/", "graphs/")):
            continue
        # The table of a kind is about the moment, too: what is late stands in it.
        if name.endswith("/index.html"):
            continue
        tried += 1
        if before.get(name) != after.get(name):
            failures.append(f"{name}: differs from one day to the next")
        elif b"20 May 2026" in before[name] or b'<span>2</span></a></li>' in before[name]:
            failures.append(f"{name}: holds the as-of date or a count of the navigation")
    for name in ("risks/R-001.html", "people/asha.html", "teams/core.html", "pages/docs/setup.html", "docs/setup.html"):
        if name in before and name.startswith("risks/") and b"data-age" not in before[name]:
            failures.append(f"{name}: has no day beside which its age is put")
    print("\n".join(failures))
    print(f"counts: {tried - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or tried < 12 else 0


if __name__ == "__main__":
    sys.exit(main())
