#!/usr/bin/env python3
"""What somebody hides later, in whatever way people do that, is in no version that outsiders get.

Each way is a program as it was in two versions and as it is now. Words with SECRET were open then and are hidden now: they may be in no byte
and no file name of the site for `customers`, pages of what is gone and histories among them. Words with OPEN have to be in the old version: an
empty site keeps every secret.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
HEAD = "program: Example\npeople: {asha: Asha Rao}\naudiences: {customers: {sees: [public]}}\n"
RULE = "records:\n- {path: \"**\", visibility: public}\n"
RISK = "---\nid: R-1\ntitle: Rain OPENTITLE\nlikelihood: 2\nimpact: 3\n---\n\n"


def price(settings):
    return f"kinds: {{task: {{fields: {{{settings}}}}}}}\n"


def risks(text):
    return {"risks/R-1.md": RISK + text}


def internal(text):
    return f"<!-- audience: internal -->\n{text}\n<!-- /audience -->\n"


def hidden_file(path):
    return RULE + f"- {{path: \"{path}\", visibility: internal}}\n"


def kinds(**labels):
    """Labels of kinds instead of the rule that makes all public."""
    return "kinds: {" + ", ".join(f"{kind}: {{visibility: {label}}}" for kind, label in labels.items()) + "}\n"


# (name, more of program.yaml then, files then, more of program.yaml now, files now)
TASK = {"tasks/T-1.md": "---\nid: T-1\ntitle: Work OPENWORK\nprice: SECRETFIELD\n---\n\nText OPENTEXT.\n"}
NOTE = "---\ntitle: Notes SECRETTITLE\n---\n\n# Notes SECRETTITLE\n\nWhat SECRETTEXT says.\n"
NO_ID = "---\ntitle: Flood SECRETTITLE\nlikelihood: 2\nimpact: 4\n---\n\nBecause SECRETTEXT.\n"
OPEN = risks("Text OPENTEXT.\n")
PROSE = "Text OPENTEXT.\n\n"
LISTED = "- {id: R-1, title: Rain OPENTITLE}\n"
RISK_PRICE = "kinds: {risk: {fields: {price: {type: text, visibility: internal}}}}\n"
BLOCK = "# Log OPENLOG\n\n```\nR-014: Storm OPENBLOCK\nOwner: asha\nLikelihood: 3\nPrice: SECRETP\n```\n"
WAYS = [
    ("a field that was none", "", TASK, price("price: {type: text, visibility: internal}"), TASK),
    ("a field that is hidden now", price("price: {type: text}"), TASK, price("price: {type: text, visibility: internal}"), TASK),
    ("a field that has another name now", price("price: {type: text}"), TASK, price("cost: {type: text, visibility: internal, synonyms: [price]}"),
     {"tasks/T-1.md": TASK["tasks/T-1.md"].replace("price", "cost")}),
    ("a field that is called by its label", price("price: {type: text, label: What it costs}"), TASK,
     price("cost: {type: text, visibility: internal, label: What it costs, synonyms: [price]}"),
     {"tasks/T-1.md": TASK["tasks/T-1.md"].replace("price", "What it costs")}),
    ("a record that is hidden now", "", OPEN | {"risks/R-2.md": "---\nid: R-2\ntitle: Flood SECRETTITLE\n---\n\nText SECRETTEXT.\n"}, "",
     OPEN | {"risks/R-2.md": "---\nid: R-2\nvisibility: internal\ntitle: Flood SECRETTITLE\n---\n\nText SECRETTEXT.\n"}),
    ("a record without id in a hidden folder", "", OPEN | {"risks/flood.md": NO_ID}, hidden_file("inside/*"),
     OPEN | {"inside/flood.md": NO_ID.replace("---\n", "---\nkind: risk\n", 1)}),
    ("a record without id, moved and edited", "", OPEN | {"risks/flood.md": NO_ID}, hidden_file("inside/*"),
     OPEN | {"inside/other.md": NO_ID.replace("---\n", "---\nkind: risk\n", 1).replace("impact: 4", "impact: 5") + "\nMore.\n"}),
    ("a record that got an id and another title", "", OPEN | {"risks/flood.md": NO_ID}, "",
     OPEN | {"risks/flood.md": NO_ID.replace("title: Flood SECRETTITLE", "id: R-9\nvisibility: internal\ntitle: Water in the cellar")}),
    ("a record with another id", "", OPEN | {"risks/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\n", 1)}, "",
     OPEN | {"risks/R-22.md": NO_ID.replace("---\n", "---\nid: R-22\nvisibility: internal\n", 1)}),
    ("a record whose id is written otherwise", "", OPEN | {"risks/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\n", 1)}, "",
     OPEN | {"secret/all.yaml": "risks:\n- {id: R-002, title: Water, visibility: internal}\n"}),
    ("a record of a list, in a hidden list now", "", OPEN | {"more.yaml": "risks:\n- {title: Flood SECRETTITLE, description: Text SECRETTEXT}\n"},
     hidden_file("hidden.yaml"), OPEN | {"hidden.yaml": "risks:\n- {title: Flood SECRETTITLE, description: Text SECRETTEXT}\n"}),
    ("a record that was split off a list", "", {"more.yaml": "risks:\n- {id: R-1, title: Rain OPENTITLE}\n- {id: R-2, title: Flood SECRETTITLE}\n"}, "",
     {"more.yaml": "risks:\n- {id: R-1, title: Rain OPENTITLE}\n",
      "risks/R-2.md": "---\nid: r-2\nvisibility: internal\ntitle: Flood SECRETTITLE\n---\n"}),
    ("a kind that is hidden now", kinds(risk="public", decision="public"), OPEN | {"decisions/D-1.md": "---\nid: D-1\ntitle: Whether SECRETTITLE\n---\n\nBecause SECRETTEXT.\n"},
     kinds(risk="public", decision="internal"),
     OPEN | {"decisions/D-1.md": "---\nid: D-1\ntitle: Whether SECRETTITLE\n---\n\nBecause SECRETTEXT.\n"}),
    ("a record of another kind now, which is hidden", kinds(risk="public", issue="public"), OPEN | {"risks/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\n", 1)},
     kinds(risk="public", issue="internal"), OPEN | {"issues/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\nkind: issue\n", 1)}),
    ("a page in a hidden folder", "", OPEN | {"guide/notes.md": NOTE}, hidden_file("inside/**"), OPEN | {"inside/notes.md": NOTE}),
    ("a page, moved and edited", "", OPEN | {"guide/notes.md": NOTE}, hidden_file("inside/**"), OPEN | {"inside/notes.md": NOTE + "\nMore.\n"}),
    ("a page with a label", "", OPEN | {"guide/notes.md": NOTE}, "", OPEN | {"guide/notes.md": NOTE.replace("---\n", "---\nvisibility: internal\n", 1)}),
    ("a page that became a record", "", OPEN | {"guide/notes.md": NOTE}, "",
     OPEN | {"guide/notes.md": NOTE.replace("---\n", "---\nid: D-1\nkind: decision\nvisibility: internal\n", 1)}),
    ("a region", "", risks(PROSE + "The SECRETPRICE of it.\n"), "", risks(PROSE + internal("The SECRETPRICE of it."))),
    ("a region that was wrapped anew", "", risks(PROSE + "Their SECRETPRICE price is four million\npounds for the SECRETSECOND vendor.\n"), "",
     risks(PROSE + internal("Their SECRETPRICE price is\nfour million pounds for\nthe SECRETSECOND vendor."))),
    ("a region with other bullets", "", risks(PROSE + "- SECRETONE one\n- SECRETTWO two\n"), "",
     risks(PROSE + internal("* SECRETONE one\n* SECRETTWO two"))),
    ("a region with another heading", "", risks(PROSE + "## About SECRETHEAD\n\nIt is.\n"), "", risks(PROSE + internal("### About SECRETHEAD\n\nIt is."))),
    ("a region with a wider table", "", risks(PROSE + "| a | b |\n| --- | --- |\n| SECRETCELL | 2 |\n"), "",
     risks(PROSE + internal("| a | b | c |\n| --- | --- | --- |\n| SECRETCELL | 2 | 3 |"))),
    ("a region with another emphasis", "", risks(PROSE + "It is *SECRETWORD*, of course.\n"), "", risks(PROSE + internal("It is **SECRETWORD**, of course."))),
    ("a region that was edited", "", risks(PROSE + "It costs the SECRETSUM of four million.\n"), "",
     risks(PROSE + internal("It costs the SECRETSUM of five million, we hear."))),
    ("a region of a page", "", OPEN | {"guide/notes.md": "# Notes\n\nThe SECRETPART of it.\n"}, "",
     OPEN | {"guide/notes.md": "# Notes\n\n" + internal("The SECRETPART\nof it.")}),
    ("a region of a moved page", "", OPEN | {"guide/notes.md": "# Notes\n\nThe SECRETPART of it.\n"}, "",
     OPEN | {"other/notes.md": "# Notes\n\n" + internal("The SECRETPART\nof it.")}),
    ("a region of a record with another id", "", {"risks/R-1.md": RISK + "The SECRETPART of it.\n"}, "",
     {"risks/R-7.md": RISK.replace("R-1", "R-7") + internal("The SECRETPART of it.")}),
    ("a region in a list", "", {"more.yaml": "risks:\n" + LISTED + "- {id: R-2, title: Flood, description: It is SECRETPART}\n"}, "",
     {"more.yaml": "risks:\n" + LISTED + "- id: R-2\n  title: Flood\n  description: |\n    Nothing.\n\n    <!-- audience: internal -->\n    It is SECRETPART\n    <!-- /audience -->\n"}),
    ("a field that stands in a region now", "", {"risks/R-1.md": RISK.replace("impact: 3\n", "impact: 3\nmitigation: The SECRETPLAN it is\n") + PROSE}, "",
     risks(PROSE + internal("## Mitigation\n\nThe SECRETPLAN it is"))),
    ("a section that is a hidden field now", "", risks(PROSE + "## Mitigation\n\nThe SECRETPLAN it is\n"),
     "kinds: {risk: {fields: {mitigation: {type: prose, visibility: internal}}}}\n",
     {"risks/R-1.md": RISK.replace("impact: 3\n", "impact: 3\nmitigation: The SECRETPLAN it is\n") + PROSE}),
    ("a label line that is a field now", "", risks("**Price:** SECRETP one\n\nText OPENTEXT.\n"), RISK_PRICE, risks("**Price:** SECRETP one\n\nText OPENTEXT.\n")),
    ("lines of a label that is a field now", "", risks("- **Price:** SECRETP\n  and SECRETQ\n\n  SECRETR\n- **Open:** OPENTEXT\n"), RISK_PRICE,
     risks("- **Open:** OPENTEXT\n")),
    ("a section that is a field now", "", risks("Text OPENTEXT.\n\n## Price\n\nSECRETP one\n\n### Or\n\nSECRETQ\n\n## More\n\nOPENMORE\n"), RISK_PRICE,
     risks("Text OPENTEXT.\n\nOPENMORE\n")),
    ("a section with a line below its heading", "", risks("Text OPENTEXT.\n\nPrice\n-----\n\nSECRETP one\n\nMore\n----\n\nOPENMORE\n"), RISK_PRICE, risks("Text OPENTEXT.\n")),
    ("a row of two cells", "", risks("| What | How |\n| --- | --- |\n| Price | SECRETP |\n| Where | OPENTEXT |\n"), RISK_PRICE, risks("None.\n")),
    ("a block that is a record now", "", {"log.md": BLOCK.replace("Likelihood: 3\n", "")}, RISK_PRICE, {"log.md": BLOCK}),
    ("a record of its own file that is a block now, with a region beside it", "", {"risks/R-014.md": RISK.replace("R-1", "R-014") + "It is SECRETPART plan.\n"}, "",
     {"log.md": BLOCK.replace("Price: SECRETP\n", "") + "\n" + internal("It is\nSECRETPART plan.")}),
    ("a field of what is of another kind now", price("price: {type: text}"), TASK, "kinds: {issue: {fields: {price: {type: text, visibility: internal}}}}\n",
     {"issues/T-1.md": "---\nid: T-1\nkind: issue\ntitle: Work OPENWORK\nprice: SECRETFIELD\n---\n\nText OPENTEXT.\n"}),
    ("the title of a page", "", OPEN | {"guide/notes.md": "# Notes of SECRETNAME\n\nWords.\n"}, "", OPEN | {"guide/notes.md": "# Notes\n\nWords.\n\n" + internal("of SECRETNAME")}),
    ("a record with a new number, whose old one another has", "", OPEN | {"risks/flood.md": NO_ID.replace("---\n", "---\nid: R-2\n", 1)}, "",
     OPEN | {"risks/flood.md": NO_ID.replace("---\n", "---\nid: R-3\nvisibility: internal\n", 1), "risks/new.md": "---\nid: R-2\ntitle: New\n---\n\nNew.\n"}),
    ("a record that is a page now", "", OPEN | {"risks/flood.md": NO_ID.replace("---\n", "---\nid: R-2\n", 1)}, "",
     OPEN | {"notes/flood.md": "---\ntitle: Flood SECRETTITLE\nvisibility: internal\n---\n\nBecause SECRETTEXT.\n"}),
    ("a file in another case, with another title", "", OPEN | {"risks/Flood.md": NO_ID}, "", OPEN | {"risks/flood.md": "---\ntitle: Water\nlikelihood: 1\nvisibility: internal\n---\n"}),
    ("a label that was public", "labels: [partner]\n", OPEN | {"risks/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\nvisibility: public\n", 1)}, "labels: [partner]\n",
     OPEN | {"risks/R-2.md": NO_ID.replace("---\n", "---\nid: R-2\nvisibility: partner\n", 1)}),
]


def git(folder, *command, day):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"], env[f"GIT_{who}_EMAIL"], env[f"GIT_{who}_DATE"] = "Asha", "asha@example.org", f"{day}T09:00:00Z"
    subprocess.run(["git", "-C", folder, *command], check=True, env=env, stdout=subprocess.DEVNULL)


def write(folder, settings, files):
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and ".git" not in path.parts:
            path.unlink()
    rule = "" if "records:" in settings or ": {visibility:" in settings else RULE
    for name, text in {**files, "program.yaml": HEAD + rule + settings}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def main():
    passed, failures = 0, []

    def demand(what, holds, why=""):
        nonlocal passed
        passed += bool(holds)
        if not holds:
            failures.append(f"FAIL {what}: {why}")

    with tempfile.TemporaryDirectory() as scratch:
        for number, (name, then, files_then, now, files_now) in enumerate(WAYS):
            program, site = pathlib.Path(scratch) / str(number), pathlib.Path(scratch) / f"{number}-site"
            program.mkdir()
            git(program, "init", "-q", "-b", "main", day="2026-03-02")
            for at, (settings, files) in enumerate([(then, files_then), (then, files_then), (now, files_now)]):
                write(program, settings, files)
                git(program, "add", "-A", day=f"2026-0{3 + at}-02")
                git(program, "commit", "-q", "--allow-empty", "-m", str(at), day=f"2026-0{3 + at}-02")
                if at < 2:
                    git(program, "tag", f"v{at + 1}", day="2026-03-02")
            done = subprocess.run([MILEPOST, "build", str(program), "-o", str(site), "--audience", "customers", "--versions", "v*", "--as-of", "2026-06-01"],
                                  capture_output=True, text=True, timeout=60, check=False)
            if done.returncode > 1:
                demand(name, False, f"the build ended with {done.returncode}: {done.stderr[-300:]}")
                continue
            told = {}
            for path in sorted(site.rglob("*")):
                if path.is_file():
                    text = path.relative_to(site).as_posix() + "\n" + path.read_bytes().decode("utf-8", "replace")
                    for word in re.findall(r"(?:SECRET|OPEN)[A-Z]+|secret-?(?:title|text)", text):
                        told.setdefault(word, []).append(path.relative_to(site).as_posix())
            secrets = {word: files for word, files in told.items() if word.upper().startswith("SECRET")}
            demand(name, not secrets, "; ".join(f"{word} is in {' '.join(files[:3])}" for word, files in secrets.items()))
            texts = " ".join([*files_then.values()])
            for word in sorted(set(re.findall(r"OPEN[A-Z]+", texts))):
                demand(f"{name}: {word} is told", any(file.startswith("v1/") for file in told.get(word, [])), done.stderr[-300:])
    print("\n".join(failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
