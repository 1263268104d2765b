#!/usr/bin/env python3
"""Two histories that differ in hidden edits only give an audience the same bytes, findings about age among them.

  hidden_edits.py   prints a `counts:` line

The program office is told of those edits, or the histories would prove nothing.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from outputs import audience_flag, files_below, run

PROGRAM = """program: Example
versions: weekly
audiences:
  partners: {sees: [public, internal], shows: all}
"""
# A decision that waits since the first commit that has it: it says of no day itself.
DECISION = "- {{id: {}, title: {}, status: proposed, visibility: {}, context: {}}}\n"
OLD = DECISION.format("D-2", "Roof", "internal", "Rain")
DAYS = ("2026-01-05", "2026-01-12", "2026-02-20", "2026-02-26")


def history_of(name):
    """What stands in the decisions on each of DAYS. The last is the same in all."""
    now = OLD + DECISION.format("D-1", "Door", "internal", "Wood")
    return {
        "new": ("", OLD, now, now),
        # It was there all the time, and hidden.
        "hidden": ("", OLD + DECISION.format("D-1", "Door", "restricted", "Iron"), now, now),
        # And it was edited meanwhile, and named something hidden.
        "edited": ("", OLD + DECISION.format("D-1", "Lock", "restricted", "See R-77"), now, now),
    }[name]


def git(folder, day, *words):
    env = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_AUTHOR_DATE": day + "T12:00:00+00:00",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example", "GIT_COMMITTER_DATE": day + "T12:00:00+00:00",
    }
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def history(place, name):
    folder = place / name / "program"
    folder.mkdir(parents=True)
    git(folder, DAYS[0], "init", "-q", "-b", "main", "--template=")
    (folder / "program.yaml").write_text(PROGRAM)
    (folder / "risks.yaml").write_text("risks:\n- {id: R-77, title: Flood, visibility: restricted, owner: Asha}\n")
    for day, rows in zip(DAYS, history_of(name)):
        (folder / "decisions.yaml").write_text("decisions:\n" + rows if rows else "")
        git(folder, day, "add", "-A")
        git(folder, day, "commit", "-q", "--allow-empty", "-m", day)
    return folder.parent


def site(place, audience):
    made = run(["build", "program", "-o", "site", "--as-of", "2026-03-02", *audience_flag(audience)], place)
    if not (place / "site").exists():
        raise SystemExit(f"{place.name}: there is no site: {made.stderr[-300:]!r}")
    # The program office may know the names of commits; that they differ is no news.
    told = {path: (place / "site" / path).read_bytes() for path in files_below(place / "site") if not path.endswith("manifest")}
    subprocess.run(["rm", "-rf", str(place / "site")], check=True)
    return told


def pending(told, record):
    """Whether some page of the newest version tells that the decision waits."""
    return any(b"open since" in content for path, content in told.items()
               if path.endswith(f"decisions/{record}.html") and (path.startswith("latest/") or "/" not in path.replace("decisions/", "")))


def main():
    passed, failures = 0, []

    def expect(right, why):
        nonlocal passed
        if right:
            passed += 1
        else:
            failures.append(why)

    with tempfile.TemporaryDirectory() as scratch:
        places = {name: history(Path(scratch), name) for name in ("new", "hidden", "edited")}
        wanted = site(places["new"], "partners")
        expect(pending(wanted, "D-2"), "the audience is told of no decision that waits")
        expect(not pending(wanted, "D-1"), "the audience is told that a new decision waits")
        for name in ("hidden", "edited"):
            told = site(places[name], "partners")
            different = sorted(path for path in wanted.keys() | told.keys() if wanted.get(path) != told.get(path))
            expect(not different, f"{name}: {different[:1]} tells of what was hidden")
        expect(pending(site(places["hidden"], "program_office"), "D-1"), "nobody is told, so that it proves nothing")
    print("\n".join(f"FAIL {line}" for line in failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
