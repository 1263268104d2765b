"""Runs the jobs of a workflow on this machine: its scripts in bash with what GitHub would set, its actions as stand-ins."""
import os
import shutil
import subprocess
from pathlib import Path

from expressions import Expression, evaluate, expand
from workflow_rules import load


class Outcome:
    def __init__(self, name):
        self.name = name
        self.outcome = "skipped"
        self.outputs = {}
        self.log = ""


class Runner:
    """`workspace` is what actions/checkout would leave; `tools` come first in PATH. Nothing of our own environment is passed on."""

    def __init__(self, workflow, workspace, scratch, tools, event, inputs=None):
        self.data = load(Path(workflow).read_text(encoding="utf-8"))
        self.workspace = Path(workspace)
        self.scratch = Path(scratch)
        self.tools = tools
        self.artifacts = self.scratch / "artifacts"
        self.artifacts.mkdir(parents=True, exist_ok=True)
        self.pages = self.scratch / "pages"
        self.checkout = None  # the `with` of actions/checkout
        declared = self.data["on"]["workflow_call"]["inputs"]
        unknown = set(inputs or {}) - set(declared)
        assert not unknown, f"no inputs: {unknown}"
        self.contexts = {
            "inputs": {name: one.get("default") for name, one in declared.items()} | (inputs or {}),
            "github": event | {"token": "a-token-of-the-test", "workspace": str(self.workspace)},
            "runner": {"temp": "/the/path/of/the/host"},  # not the container's
        }
        self.results = {}

    def run(self, name):
        """A job: its steps by id or name, in `steps`; `result` as GitHub would tell it."""
        job = self.data["jobs"][name]
        needs = job.get("needs") or []
        needs = [needs] if isinstance(needs, str) else needs
        self.contexts["needs"] = {other: self.results[other] for other in needs}
        failed_before = any(self.results[other]["result"] != "success" for other in needs)
        if not self.wanted(job.get("if"), failed_before):
            self.results[name] = {"result": "skipped", "outputs": {}}
            return []
        self.contexts["steps"] = {}
        steps, failed = [], False
        job_env = self.values(job.get("env"))
        self.place = self.workspace
        if not any(str(step.get("uses", "")).startswith("actions/checkout@") for step in job["steps"]):
            self.place = self.scratch / f"empty-{name}"
            self.place.mkdir(exist_ok=True)
        for number, step in enumerate(job["steps"]):
            done = Outcome(step.get("name") or step.get("uses", "").split("@")[0] or f"step {number}")
            steps.append(done)
            if self.wanted(step.get("if"), failed):
                ok = self.script(step, job_env, done) if "run" in step else self.action(step, done)
                done.outcome = "success" if ok else "failure"
                failed = failed or not ok
            if "id" in step:
                self.contexts["steps"][step["id"]] = {"outcome": done.outcome, "outputs": done.outputs}
        outputs = self.values(job.get("outputs"))
        self.results[name] = {"result": "failure" if failed else "success", "outputs": outputs}
        return steps

    def functions(self, failed):
        return {
            "success": lambda: not failed, "failure": lambda: failed, "cancelled": lambda: False, "always": lambda: True,
            "contains": lambda a, b: b in a, "startsWith": lambda a, b: a.startswith(b),
        }

    def wanted(self, condition, failed):
        if condition is None:
            return not failed
        text = condition.strip()
        tree = Expression(text[3:-2] if text.startswith("${{") else text)
        asks = any(node[0] == "call" and node[1] in ("success", "failure", "cancelled", "always") for node in tree.walk())
        return bool(evaluate(tree.tree, self.contexts, self.functions(failed))) and (asks or not failed)

    def values(self, mapping):
        made = {}
        for key, value in (mapping or {}).items():
            text = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else str(value)
            made[key] = expand(text, self.contexts, self.functions(False))
        return made

    def script(self, step, job_env, done):
        temp = self.scratch / "temp"
        temp.mkdir(exist_ok=True)
        output, summary = self.scratch / "output", self.scratch / "summary.md"
        output.write_text("")
        summary.touch()
        env = {
            "PATH": f"{self.tools}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.scratch / "home"), "CI": "true", "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.place), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": self.contexts["github"]["repository"], "GITHUB_EVENT_NAME": self.contexts["github"]["event_name"],
            "GITHUB_BASE_REF": "main", "RUNNER_TEMP": str(temp),
        }
        env |= job_env | self.values(step.get("env"))
        script = self.scratch / "script.sh"
        script.write_text(step["run"])
        ran = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], cwd=self.place, env=env, text=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        done.log = ran.stdout
        for line in output.read_text().splitlines():
            key, _, value = line.partition("=")
            done.outputs[key] = value
        return ran.returncode == 0

    def action(self, step, done):
        name = step["uses"].split("@")[0]
        said = self.values(step.get("with"))
        if name == "actions/checkout":
            self.checkout = said
            return (self.workspace / ".git").exists()
        if name in ("actions/upload-artifact", "actions/upload-pages-artifact"):
            source = Path(said["path"])
            if not source.is_dir() or not any(source.iterdir()):
                done.log = f"there is nothing at {source}"
                return False
            target = self.pages if name.endswith("pages-artifact") else self.artifacts / said["name"]
            shutil.copytree(source, target, dirs_exist_ok=True)
            return True
        if name == "actions/download-artifact":
            source = self.artifacts / said["name"]
            if not source.is_dir():
                return False
            shutil.copytree(source, self.place / said["path"], dirs_exist_ok=True)
            return True
        if name == "github/codeql-action/upload-sarif":
            return os.path.getsize(self.place / said["sarif_file"]) > 0
        if name == "actions/deploy-pages":
            done.outputs["page_url"] = "https://acme.example/checkout/"
            return (self.pages / "index.html").exists()
        done.log = f"no stand-in for {name}"
        return False
