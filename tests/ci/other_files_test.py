#!/usr/bin/env python3
"""The template for GitLab, the hooks for pre-commit, and the workflow that docs/ci.md gives as an example."""
import re
import subprocess
import sys
from pathlib import Path

import yaml

from workflow_rules import Workflow

ROOT = Path(__file__).resolve().parents[2]
passed = failed = 0


def check(name, held, more=""):
    global passed, failed
    passed, failed = (passed + 1, failed) if held else (passed, failed + 1)
    if not held:
        print(f"FAIL {name}: {more}")


template = yaml.safe_load((ROOT / ".ci" / "gitlab.yml").read_text(encoding="utf-8"))
known = {"extends", "stage", "rules", "script", "artifacts", "image", "timeout", "interruptible", "variables"}
for name, job in template.items():
    if name == "variables":
        continue
    check(f"gitlab: keys of {name}", set(job) <= known, set(job) - known)
    for script in job.get("script", []):
        said = subprocess.run(["shellcheck", "-s", "bash", "-S", "style", "-f", "gcc", "-"], input=script, text=True, capture_output=True)
        check(f"gitlab: script of {name}", not said.stdout, said.stdout)
    if not name.startswith("."):
        check(f"gitlab: {name} has rules and artifacts", "rules" in job and "artifacts" in job and job["extends"] == ".milepost")

hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
for hook in hooks:
    check(f"hook {hook['id']}", {"id", "name", "entry", "language", "files"} <= set(hook) and hook["entry"].startswith("milepost check"), hook)
    check(f"files of {hook['id']}", re.search(hook["files"], "a/b.md") and re.search(hook["files"], "c.yaml") and not re.search(hook["files"], "c.cpp"))

fences = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
example = next(text for text in fences if text.startswith("name: program"))
check("the example of docs/ci.md", not Workflow(example).check(), Workflow(example).check())
calls = yaml.safe_load(example)["jobs"]
for job in calls.values():
    called = ROOT / job["uses"].split("@")[0].split("/", 2)[2]
    callee = Workflow(called.read_text(encoding="utf-8")).data
    check(f"{called.name} takes what the example gives", set(job["with"]) <= set(callee["on"]["workflow_call"]["inputs"]), job["with"])
    asked = {(scope, level) for inner in callee["jobs"].values() for scope, level in inner["permissions"].items()}
    given = set(job["permissions"].items())
    check(f"the example gives {called.name} what it asks for, and no more", asked == given, asked ^ given)

docker = (ROOT / ".ci" / "Dockerfile").read_text(encoding="utf-8")
check("the image has its base by argument, two stages and no root", docker.count("FROM ${BASE}") == 2 and re.search(r"^USER 1000$", docker, re.MULTILINE))
print(f"counts: {passed} passed, {failed} failed")
sys.exit(failed > 0)
