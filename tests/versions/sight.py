#!/usr/bin/env python3
"""What is hidden then or now is hidden in every version, from three audiences over three versions.

Each record says in its text which labels it had in the versions `one`, `two` and now; its words may stand in the folder of a version only for
who sees both what it was then and what it is now. Every byte of every file is searched, the history and what is gone among them.

What stands in a hidden region now is in no byte either, however its author wrote it anew while he put it there.
"""
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/dev/milepost"))
LABELS = ["public", "internal", "restricted", "absent"]
SEES = {"customers": ["public"], "staff": ["public", "internal"], "office": ["public", "internal", "restricted"]}
PROGRAM = "program: {id: EX, title: Example}\ntimezone: UTC\npeople:\n  asha: {name: Asha Rao}\naudiences:\n" + "".join(
    f"  {name}: {{sees: [{', '.join(labels)}]}}\n" for name, labels in SEES.items())
VERSIONS = ["one", "two", "latest"]


# By file: what was there in the open, the same as it stands in a region now, and what is there both times. Words in capitals are hidden.
REGIONS = {
    "R-900.md": ("---\nid: R-900\nkind: risk\ntitle: Rain\nowner: asha\nvisibility: public\nmitigation: SECRETFIELD here\n---\n\nWords that stay.\n\n",
                 "The SECRETWRAP price is 4 million\npounds for the SECRETSECOND vendor.\n\n- SECRETITEM one\n- two\n\n"
                 "| what | price |\n| --- | --- |\n| SECRETROW | 4 |\n\n## SECRETHEAD\n\nMuch.\n",
                 "The SECRETWRAP\nprice is 4 million pounds for the SECRETSECOND\nvendor.\n\n* SECRETITEM one\n* two\n\n"
                 "| what | price | when |\n| --- | --- | --- |\n| SECRETROW | 4 | May |\n\n### SECRETHEAD\n\nMuch.\n\n"
                 "## Mitigation\n\nSECRETFIELD here\n"),
    "page.md": ("---\nvisibility: public\n---\n\n# Page\n\nWords that stay.\n\n",
                "The SECRETPAGE plan\nis to go on.\n\n| Risk | Likelihood | Impact |\n| --- | --- | --- |\n| SECRETRISK fails | low | high |\n",
                "The SECRETPAGE plan is to go on.\n\n| Risk | Likelihood |\n| --- | --- |\n| SECRETRISK fails | low |\n"),
    "list.yaml": ("risks:\n- id: R-901\n  title: Snow\n  owner: asha\n  visibility: public\n  description: |\n    Words of a list.\n",
                  "    The SECRETYAML price\n    is high.\n", "    The SECRETYAML price is high.\n"),
}


def regions(scratch):
    """What is wrong in the site of a program whose secrets went into regions."""
    program, out = scratch / "regions", scratch / "regions-site"
    program.mkdir()
    out.mkdir()
    (program / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    git(program, "init", "-q", "-b", "main")
    for at, day in enumerate(("2026-03-02", "2026-04-02")):
        for name, (both, then, now) in REGIONS.items():
            indent = "    " if name.endswith(".yaml") else ""
            hidden = f"\n{indent}<!-- audience: internal -->\n\n{now}\n{indent}<!-- /audience -->\n"
            text = both.replace("mitigation: SECRETFIELD here\n", "") + hidden if at else both + then
            (program / name).write_text(text, encoding="utf-8")
        git(program, "add", "-A")
        git(program, "commit", "-q", "-m", str(at), day=day)
        if at == 0:
            git(program, "tag", "one")
    wrong = []
    for name in ("customers", "staff"):
        done = subprocess.run([MILEPOST, "build", str(program), "-o", str(out / name), "--audience", name, "--versions", "one", "--as-of", "2026-06-01"],
                              capture_output=True, text=True, timeout=120, check=False)
        files = {path.relative_to(out): path.read_bytes() for path in (out / name).rglob("*") if path.is_file()}
        told = sorted({word.decode() + f" in {path}" for path, text in files.items() for word in re.findall(rb"SECRET[A-Z]+", text)})
        if done.returncode > 1 or not (out / name / "one").is_dir():
            wrong.append(f"{name}: no version\n{done.stderr[-1000:]}")
            continue
        if name == "customers":
            wrong += [f"customers: {words}" for words in told]
            old = files[pathlib.Path("customers/one/risks/R-900.html")] + files[pathlib.Path("customers/one/page.html")]
            if old.count(b"Words that stay") < 2:
                wrong.append("customers: what stays in the open is lost")
        elif not told:
            wrong.append("staff: nothing is told")
    return wrong


def token(number, part):
    return f"zq{number:03}{part}qz"


def write(folder, cases, at):
    (folder / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    (folder / "risks").mkdir(exist_ok=True)
    rows = ["risks:"]
    for number, labels in enumerate(cases):
        label = labels[at]
        file = folder / f"risks/R-{number:03}.md"
        file.unlink(missing_ok=True)
        if label == "absent":
            continue
        if number % 2:
            file.write_text(f"---\nid: R-{number:03}\ntitle: Title {token(number, 't')}\nowner: asha\nlikelihood: {1 + at}\nimpact: 3\n"
                            f"visibility: {label}\n---\n\nText {token(number, 'b')} of version {at}.\n", encoding="utf-8")
        else:
            rows.append(f"- {{id: R-{number:03}, title: Title {token(number, 't')}, owner: asha, likelihood: {1 + at}, impact: 3, visibility: {label},\n"
                        f"   mitigation: Text {token(number, 'b')} of version {at}}}")
    (folder / "more.yaml").write_text("\n".join(rows) + "\n", encoding="utf-8")


def git(folder, *command, day=""):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"], env[f"GIT_{who}_EMAIL"], env[f"GIT_{who}_DATE"] = "Asha", "asha@example.org", f"{day}T09:00:00Z"
    subprocess.run(["git", "-C", folder, *command], check=True, env=env, stdout=subprocess.DEVNULL)


def main():
    cases = [labels for labels in itertools.product(LABELS, repeat=3) if set(labels) != {"absent"}]
    failures, tried, seen = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        program, out = pathlib.Path(scratch) / "program", pathlib.Path(scratch) / "sites"
        program.mkdir()
        git(program, "init", "-q", "-b", "main")
        for at, version in enumerate(VERSIONS):
            write(program, cases, at)
            git(program, "add", "-A")
            git(program, "commit", "-q", "-m", version, day=f"2026-0{3 + at}-02")
            if version != "latest":
                git(program, "tag", version)
        done = subprocess.run([MILEPOST, "build", str(program), "-o", str(out), "--audience", "all", "--versions", "one two", "--as-of", "2026-06-01"],
                              capture_output=True, text=True, timeout=120, check=False)
        if done.returncode > 1:
            sys.exit(f"the build ended with {done.returncode}\n{done.stderr[-2000:]}")
        failures += regions(pathlib.Path(scratch))
        seen += 3
        for name, sees in SEES.items():
            for at, version in enumerate(VERSIONS):
                folder = out / name / version
                if not folder.is_dir():
                    failures.append(f"{name}: no folder of {version}")
                    continue
                found = {}
                for path in sorted(folder.rglob("*")):
                    if path.is_file():
                        text = path.read_bytes().decode("utf-8", "replace") + path.as_posix()
                        for number in re.findall(r"zq(\d{3})[tb]qz|R-(\d{3})\b", text):
                            found.setdefault(int(number[0] or number[1]), path.relative_to(out).as_posix())
                for number, labels in enumerate(cases):
                    tried += 1
                    now = labels[2]
                    # Of each version up to this one: there, seen then, and not hidden now.
                    may = any(label in sees and (now == "absent" or now in sees) for label in labels[:at + 1] if label != "absent")
                    shown = labels[at] in sees and (now == "absent" or now in sees)
                    if number in found and not may:
                        failures.append(f"{name}, {version}: R-{number:03} ({', '.join(labels)}) is told in {found[number]}")
                    if shown:
                        seen += 1
                        if number not in found:
                            failures.append(f"{name}, {version}: R-{number:03} ({', '.join(labels)}) is missing")
    print("\n".join(failures[:20]))
    print(f"counts: {tried + seen - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
