#!/usr/bin/env python3
"""Which commits become versions: what an audience may not see makes none for it, and two names of one commit are one version.

Two repositories differ in commits that change a hidden record only, or what stands beside the program, or nothing that is shown; of a site for
customers with a version a week not a byte may differ, whenever it is built.
"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
PROGRAM = "program: {id: EX, title: Example}\ntimezone: UTC\naudiences: {customers: {sees: [public]}}\n"


def git(folder, *command, day="2026-05-01"):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"], env[f"GIT_{who}_EMAIL"], env[f"GIT_{who}_DATE"] = "Asha", "asha@example.org", f"{day}T09:00:00Z"
    subprocess.run(["git", "-C", folder, *command], check=True, env=env, stdout=subprocess.DEVNULL)


def write(program, what, value):
    """R-1, the guide and who Asha is are public; R-2 is internal; a comment and what is beside the program are shown to nobody."""
    if what in ("R-1", "R-2"):
        label = {"R-1": "public", "R-2": "internal"}[what]
        text = f"---\nid: {what}\nkind: risk\ntitle: Risk {what}\nowner: asha\nlikelihood: 2\nimpact: {value}\nvisibility: {label}\n---\n"
        (program / f"{what}.md").write_text(text, encoding="utf-8")
    elif what == "guide":
        (program / "guide.md").write_text(f"---\nvisibility: public\n---\n\n# Guide\n\nWords {value}.\n", encoding="utf-8")
    elif what == "beside":
        (program.parent / "code.txt").write_text(f"{value}\n", encoding="utf-8")
    else:
        text = (program / "program.yaml").read_text(encoding="utf-8")
        text += f"# {value}\n" if what == "comment" else f"people: {{asha: Asha {value}}}\n"
        (program / "program.yaml").write_text(text, encoding="utf-8")


def repository(folder, commits):
    """The program is in `plan`; commits are (day, what, value)."""
    program = folder / "plan"
    program.mkdir(parents=True)
    (program / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    for day, what, value in commits:
        write(program, what, value)
        git(folder, "add", "-A", day=day)
        git(folder, "commit", "-q", "--allow-empty", "-m", day, day=day)


def build(folder, out, *more, day="2026-06-01"):
    done = subprocess.run([MILEPOST, "build", str(folder / "plan"), "-o", str(out), "--as-of", day, *more], capture_output=True, text=True,
                          timeout=60, check=False)
    if done.returncode > 1:
        sys.exit(f"the build ended with {done.returncode}\n{done.stderr[-2000:]}")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def main():
    passed, failures = 0, []

    def demand(what, holds, why=""):
        nonlocal passed
        passed += bool(holds)
        if not holds:
            failures.append(f"FAIL {what}: {why}")

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        told = [("2026-05-04", "R-1", 1), ("2026-05-12", "R-1", 2), ("2026-05-27", "R-1", 3)]
        hidden = [("2026-05-06", "R-2", 1), ("2026-05-20", "R-2", 2), ("2026-05-21", "beside", 1), ("2026-05-28", "R-2", 3)]
        repository(scratch / "told", told)
        repository(scratch / "more", sorted(told + hidden))
        customers = ["--audience", "customers", "--versions"]
        # The last week ends with the 31st, whatever the last commit is.
        weeks = {"2026-05-28": 2, "2026-05-31": 2, "2026-06-01": 3, "2026-06-10": 3}
        for (day, many), words in itertools.product(weeks.items(), ("weekly", "daily", "monthly", "weekly 2026-05-29 v1 v2")):
            for name in ("told", "more"):
                git(scratch / name, "tag", "-f", "v1", "main~1" if name == "told" else "main~4")
            sites = [build(scratch / name, scratch / f"{name}-site", *customers, words, day=day) for name in ("told", "more")]
            differ = sorted(name for name in set(sites[0]) | set(sites[1]) if sites[0].get(name) != sites[1].get(name))
            demand(f"commits of hidden records are not seen on {day}, {words}", not differ, " ".join(differ[:8]))
            if words != "weekly":
                continue
            folders = [one["version"] for one in json.loads(sites[0]["versions.json"])]
            ends = ["2026-05-31", "2026-05-17", "2026-05-10"]
            demand("versions are of the ends of weeks", folders == ["latest"] + ends[3 - many:], folders)
        # What is no record is seen, too; and what nobody is shown is nothing.
        parts = [("2026-05-04", "R-1", 1), ("2026-05-06", "guide", 1), ("2026-05-11", "guide", 2), ("2026-05-18", "comment", 1), ("2026-05-25", "asha", 1)]
        repository(scratch / "parts", parts)
        site = build(scratch / "parts", scratch / "parts-site", *customers, "weekly")
        folders = [one["version"] for one in json.loads(site["versions.json"])]
        demand("a page or a name that changed makes a version", folders == ["latest", "2026-05-31", "2026-05-17", "2026-05-10"], folders)
        # A version is kept by the calendar: how many weeks had commits tells of them.
        kept = []
        for name in ("told", "more"):
            program = scratch / name / "plan/program.yaml"
            program.write_text(PROGRAM + "versions: {cadence: weekly, keep: 2}\n", encoding="utf-8")
            kept.append(build(scratch / name, scratch / f"{name}-site", "--audience", "customers"))
            program.write_text(PROGRAM, encoding="utf-8")
        folders = [one["version"] for one in json.loads(kept[0]["versions.json"])]
        demand("those of the newest weeks are kept", kept[0] == kept[1] and folders == ["latest", "2026-05-31"], folders)
        plain = build(scratch / "more", scratch / "plain-site", "--versions", "weekly")
        folders = [one["version"] for one in json.loads(plain["versions.json"])]
        demand("the plain site has one for each week with a commit", folders == ["latest", "2026-05-21", "2026-05-12", "2026-05-06"], folders)

        # What is no longer kept is still told of by the others.
        weeks = [(f"2026-04-{day:02}", "R-1", 1 + day % 3) for day in (2, 9, 16, 23, 30)]
        repository(scratch / "kept", weeks)
        program = scratch / "kept/plan/program.yaml"
        program.write_text(PROGRAM + "versions: {cadence: weekly, keep: 2}\n", encoding="utf-8")
        before = build(scratch / "kept", scratch / "kept-site")
        git(scratch / "kept", "commit", "-q", "--allow-empty", "-m", "one more", day="2026-05-07")
        after = build(scratch / "kept", scratch / "kept-site")
        folders = [[one["version"] for one in json.loads(site["versions.json"])] for site in (before, after)]
        demand("the newest two are kept", folders == [["latest", "2026-04-23", "2026-04-16"], ["latest", "2026-04-30", "2026-04-23"]], folders)
        differ = sorted(name for name in before if name.startswith("2026-04-23/") and name in after and before[name] != after[name])
        demand("one that goes changes no other", not differ, " ".join(differ))
        demand("and its pages tell of those before", b"2026-04-09" in after["2026-04-23/risks/R-1.html"])

        # A tag that is called like a day takes no day's folder; what is later than all is judged by is no past of it.
        repository(scratch / "days", told)
        plain = build(scratch / "days", scratch / "days-site", "--versions", "weekly")
        git(scratch / "days", "tag", "2026-05-12", "HEAD~2")
        tagged = build(scratch / "days", scratch / "days-site", "--versions", "weekly 2026-*")
        page = "2026-05-12/risks/R-1.html"
        demand("a day stays what it was", page in plain and plain[page] == tagged.get(page), sorted(tagged)[:8])
        site = build(scratch / "days", scratch / "days-site", "--versions", "weekly", day="2026-05-10")
        folders = [one["version"] for one in json.loads(site["versions.json"])]
        demand("no version is later than the latest", folders == ["latest", "2026-05-04"], folders)

        repository(scratch / "tags", told)
        for tag in ("v1", "v3"):
            git(scratch / "tags", "tag", tag, "HEAD~1")
        site = build(scratch / "tags", scratch / "tags-site", "--versions", "v* weekly")
        listed = {one["version"]: one["aliases"] for one in json.loads(site["versions.json"])}
        demand("two tags of one commit are one version", listed == {"latest": [], "v1": ["2026-05-12", "v3"], "2026-05-04": []} or
               listed == {"latest": [], "v1": ["v3", "2026-05-12"], "2026-05-04": []}, listed)
        stub = site.get("v3/risks/R-1.html", b"")
        demand("what had an address has it still", b'content="0; url=../../v1/risks/R-1.html"' in stub and b"Risk R-1" in stub, stub[:300])

        # Where no case is told apart nothing takes the place of anything; and what is left out says why.
        folder = scratch / "cases"
        repository(folder, [("2026-05-04", "guide", 1)])
        plan = folder / "plan"
        (plan / "raid.yaml").write_text("risks:\n- {id: r-1, title: Rain, visibility: public}\n", encoding="utf-8")
        (plan / "Notes.md").write_text("---\nvisibility: public\n---\n\n# Notes\n", encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "one", day="2026-05-05")
        git(folder, "tag", "v1")
        (plan / "raid.yaml").write_text("risks:\n- {id: R-1, title: Rain, visibility: public}\n- {id: X-77, title: Vendor, visibility: internal}\n",
                                        encoding="utf-8")
        (plan / "Notes.md").rename(plan / "notes.md")
        (plan / "guide.md").write_text("---\nvisibility: public\n---\n\n# Guide\n\nSee `X-77`.\n", encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "two", day="2026-05-12")
        git(folder, "tag", "v2")
        (plan / "guide.md").unlink()
        site = build(folder, scratch / "cases-site", "--versions", "v1")
        names = [name.lower() for name in site]
        demand("no page is there twice but for its case", len(set(names)) == len(names), sorted(site)[:20])
        demand("what was written in another case is there", b"Rain" in site.get("latest/risks/R-1.html", b""))
        done = subprocess.run([MILEPOST, "build", str(plan), "-o", str(scratch / "cases-site"), "--audience", "customers", "--versions", "v1 v2"],
                              capture_output=True, text=True, timeout=60, check=False)
        demand("a version that is left out says where", "version `v2`: v2:guide.md:7:6: MP402: `X-77`" in done.stderr,
               done.stderr[-600:])
        (plan / "program.yaml").write_text("program: {id: EX, title: Example}\naudiences: {public: {sees: [public, internal]}}\n", encoding="utf-8")
        done = subprocess.run([MILEPOST, "build", str(plan), "-o", str(scratch / "published"), "--publish", "--versions", "none"], capture_output=True,
                              text=True, timeout=60, check=False)
        demand("nothing is published for a `public` that sees more", done.returncode == 1 and "access_controlled" in done.stderr and
               not (scratch / "published").exists(), done.stderr[-600:])
    print("\n".join(failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
