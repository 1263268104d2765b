#!/usr/bin/env python3
"""What actionlint would say of our workflows, and what we promise of them. `workflow_rules.py FILE...` prints each breach."""
import re
import subprocess
import sys
from pathlib import Path

import yaml

from expressions import CONTEXTS, FUNCTIONS, BadExpression, Expression, embedded

TOP = {"name", "on", "permissions", "defaults", "env", "concurrency", "jobs"}
JOB = {
    "name", "needs", "if", "runs-on", "timeout-minutes", "permissions", "concurrency", "container", "env", "steps", "environment",
    "outputs", "continue-on-error", "defaults", "uses", "with",
}
STEP = {"name", "id", "if", "env", "run", "uses", "with", "shell", "working-directory", "continue-on-error", "timeout-minutes"}
EVENTS = {"push", "pull_request", "schedule", "workflow_dispatch", "workflow_call"}
SCOPES = {
    "actions": {"read"}, "contents": {"read"}, "pages": {"write"}, "id-token": {"write"}, "pull-requests": {"write"},
    "security-events": {"write"},
}
INPUT = {"description", "type", "default", "required"}
SET_BY_RUNNER = {
    "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_REPOSITORY", "GITHUB_ENV", "GITHUB_PATH", "RUNNER_TEMP",
    "PATH", "HOME", "PWD", "IFS",
}
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
CRON = re.compile(r"^(\S+ ){4}\S+$")


class OneOfEach(yaml.SafeLoader):
    """Refuses two equal keys, and takes `on` for a word."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.YAMLError(f"line {key.start_mark.line + 1}: `{key.value}` is there twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


OneOfEach.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
OneOfEach.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def load(text):
    return yaml.load(text, Loader=OneOfEach)


class Workflow:
    def __init__(self, text):
        self.text = text
        self.breaches = []
        try:
            self.data = load(text)
        except yaml.YAMLError as error:
            self.data = None
            self.say("yaml", str(error))

    def say(self, place, what):
        self.breaches.append(f"{place}: {what}")

    def check(self):
        if not isinstance(self.data, dict):
            self.say("workflow", "it is no mapping")
            return self.breaches
        self.keys("workflow", self.data, TOP)
        self.events()
        top = self.data.get("permissions")
        if top is None:
            self.say("workflow", "without `permissions` the token has what the repository says")
        self.permissions("workflow", top or {}, may_write=False)
        for name, job in (self.data.get("jobs") or {}).items():
            self.job(name, job)
        if not self.data.get("jobs"):
            self.say("workflow", "it has no job")
        if re.search(r"\bsecrets\b", self.text):
            self.say("workflow", "it names secrets; nothing here needs one")
        if any(getattr(event, "anchor", None) for event in yaml.parse(self.text)):
            self.say("workflow", "it has anchors, which not every version of GitHub's runner reads")
        self.pins()
        return self.breaches

    def keys(self, place, mapping, known):
        for key in mapping:
            if key not in known:
                self.say(place, f"`{key}` is unknown, or nothing that we use")

    # --- when it runs ----------------------------------------------------------------------------------

    def events(self):
        on = self.data.get("on")
        on = {on: None} if isinstance(on, str) else {one: None for one in on} if isinstance(on, list) else on or {}
        self.inputs = {}
        for event, options in on.items():
            if event not in EVENTS:
                self.say("on", f"`{event}` may run a stranger's change with our rights, or is unknown")
            if event == "schedule":
                for one in options or []:
                    if not CRON.match(one.get("cron", "")):
                        self.say("on", f"`{one}` is no schedule")
            if event == "workflow_call":
                self.inputs = (options or {}).get("inputs") or {}
        for name, one in self.inputs.items():
            self.keys(f"inputs.{name}", one, INPUT)
            if one.get("type") not in ("string", "boolean", "number"):
                self.say(f"inputs.{name}", "its type is not string, boolean or number")
            elif "default" in one and not isinstance(one["default"], {"string": str, "boolean": bool, "number": (int, float)}[one["type"]]):
                self.say(f"inputs.{name}", "its default is of another type")
            if not one.get("description"):
                self.say(f"inputs.{name}", "it is not described")
            if f"inputs.{name}" not in self.text.split("\njobs:", 1)[-1]:
                self.say(f"inputs.{name}", "nothing reads it")

    # --- what it may -----------------------------------------------------------------------------------

    def permissions(self, place, said, may_write=True):
        if not isinstance(said, dict):
            self.say(place, f"`permissions: {said}` is more than anything here needs")
            return
        for scope, level in said.items():
            if level == "write" and not may_write:
                self.say(place, f"`{scope}: write` belongs to the one job that needs it")
            elif level not in SCOPES.get(scope, set()):
                self.say(place, f"`{scope}: {level}` is more than anything here needs")

    def job(self, name, job):
        self.keys(name, job, JOB)
        called = isinstance(self.data.get("on"), dict) and "workflow_call" in self.data["on"]
        if "permissions" in job:
            self.permissions(name, job["permissions"])
        elif called or "uses" in job:
            self.say(name, "it does not say its permissions")
        writes = "write" in (job.get("permissions") or {}).values()
        self.known_steps = {}
        needs = job.get("needs") or []
        self.needs = [needs] if isinstance(needs, str) else needs
        for other in self.needs:
            if other not in self.data["jobs"]:
                self.say(name, f"it needs `{other}`, which is no job")
        if "uses" in job:
            if not PINNED.match(job["uses"]) and not job["uses"].startswith("./"):
                self.say(name, f"`{job['uses']}` is not pinned to a commit")
            self.expressions_in(name, {key: value for key, value in job.items()})
            return
        for key in ("runs-on", "timeout-minutes", "steps"):
            if key not in job:
                self.say(name, f"it has no `{key}`")
        self.expressions_in(name, {key: value for key, value in job.items() if key not in ("steps", "outputs", "environment")})
        env = set(self.data.get("env") or {}) | set(job.get("env") or {})
        for number, step in enumerate(job.get("steps") or [], 1):
            place = f"{name}, step {number}" + (f" ({step['name']})" if "name" in step else "")
            self.step(place, step, env, writes)
            if "id" in step:
                if step["id"] in self.known_steps:
                    self.say(place, f"the id `{step['id']}` is there twice")
                self.known_steps[step["id"]] = step
        self.expressions_in(name, {"outputs": job.get("outputs"), "environment": job.get("environment")})

    def step(self, place, step, env, writes):
        self.keys(place, step, STEP)
        if ("run" in step) == ("uses" in step):
            self.say(place, "a step has either `run` or `uses`")
        self.expressions_in(place, {key: value for key, value in step.items() if key != "run"})
        if "uses" in step:
            if not PINNED.match(step["uses"]):
                self.say(place, f"`{step['uses']}` is not pinned to a commit")
            if step["uses"].startswith("actions/checkout@"):
                if (step.get("with") or {}).get("persist-credentials") is not False:
                    self.say(place, "the token stays in the checkout: `persist-credentials: false`")
                if writes:
                    self.say(place, "a job whose token writes checks nothing out")
            return
        script = step.get("run", "")
        if "${{" in script:
            self.say(place, "an expression in a script is code of whoever chose the value: hand it over by `env`")
        if writes and re.search(r"\bmilepost\b(?! *[:\"])", re.sub(r"::\w+ title=milepost::", "", script)):
            self.say(place, "a job whose token writes runs milepost")
        self.shell(place, script, env, set(step.get("env") or {}))

    def shell(self, place, script, env, own):
        said = subprocess.run(["shellcheck", "-s", "bash", "-S", "style", "-f", "gcc", "-"], input=script, text=True, capture_output=True)
        for line in said.stdout.splitlines():
            self.say(place, "shellcheck: " + line.split(":", 1)[1])
        code = re.sub(r"'[^']*'", "''", re.sub(r"(?m)(^|\s)#.*", "", script))
        made = set(re.findall(r"(?:^|[\s;({])(\w+)\+?=", code)) | set(re.findall(r"\bfor (\w+) in", code)) | set(re.findall(r"\bread [^<\n]*?(\w+)\s*(?:<|$|;)", code))
        for name in sorted(set(re.findall(r"\$\{?([A-Za-z_]\w*)", code))):
            if name not in env | own | made | SET_BY_RUNNER:
                self.say(place, f"nothing sets ${name}")
        for name in own:
            if not re.search(rf"\b{name}\b", script) and name != "GH_TOKEN":
                self.say(place, f"the script does not read ${name}")

    # --- what it refers to -----------------------------------------------------------------------------

    def expressions_in(self, place, value, key=""):
        if isinstance(value, dict):
            for inner_key, inner in value.items():
                self.expressions_in(place, inner, inner_key)
        elif isinstance(value, list):
            for inner in value:
                self.expressions_in(place, inner, key)
        elif isinstance(value, str):
            if value.count("${{") != len(embedded(value)):
                self.say(place, f"`{value}` has an expression without an end")
            whole = [value] if key == "if" and "${{" not in value else []
            for text in whole + embedded(value):
                self.expression(place, text)

    def expression(self, place, text):
        try:
            parsed = Expression(text)
        except BadExpression as error:
            self.say(place, f"`{text.strip()}`: {error}")
            return
        for node in parsed.walk():
            if node[0] == "call":
                most = FUNCTIONS.get(node[1], -1)
                if most == -1 or (most is not None and most != len(node[2])):
                    self.say(place, f"`{node[1]}()` is no such function")
            elif node[0] == "path":
                self.path(place, node[1])

    def path(self, place, path):
        head, name = path[0], path[1] if len(path) > 1 else None
        if head not in CONTEXTS:
            self.say(place, f"`{'.'.join(path)}` is nothing that there is")
        elif head == "inputs" and name not in self.inputs:
            self.say(place, f"there is no input `{name}`")
        elif head == "steps" and name not in self.known_steps:
            self.say(place, f"no step before this one is called `{name}`")
        elif head == "steps" and len(path) > 3 and path[2] == "outputs":
            script = self.known_steps[name].get("run")
            if script is not None and not re.search(rf'"?{re.escape(path[3])}=[^\n]*>>\s*"\$GITHUB_OUTPUT"', script):
                self.say(place, f"the step `{name}` writes no output `{path[3]}`")
        elif head == "needs" and name not in self.needs:
            self.say(place, f"the job does not need `{name}`")

    def pins(self):
        for number, line in enumerate(self.text.splitlines(), 1):
            match = re.match(r"\s*(?:- )?uses:\s*(\S+)(.*)", line)
            if match and not match.group(1).startswith("./") and not re.match(r"\s+# v\d+(\.\d+)*$", match.group(2)):
                self.say(f"line {number}", "the commit's version does not stand beside it (# v1.2.3)")


def main():
    status = 0
    for name in sys.argv[1:]:
        for breach in Workflow(Path(name).read_text(encoding="utf-8")).check():
            print(f"{name}: {breach}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
