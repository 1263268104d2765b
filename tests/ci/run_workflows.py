#!/usr/bin/env python3
"""Runs the steps of our workflows on a small repository as GitHub would: `run_workflows.py MILEPOST PROGRAM SCRATCH`."""
import os
import subprocess
import sys
from pathlib import Path

from fake_runner import Runner

milepost, program, scratch = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
workflows = Path(__file__).resolve().parents[2] / ".github" / "workflows"
passed = failed = 0


def check(name, held, more=""):
    global passed, failed
    passed, failed = (passed + 1, failed) if held else (passed, failed + 1)
    if not held:
        print(f"FAIL {name}" + ("\n    " + more[-1500:].replace("\n", "\n    ") if more else ""))


def git(*words):
    env = {"PATH": os.environ["PATH"], "HOME": str(scratch), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    for who in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{who}_NAME": "t", f"GIT_{who}_EMAIL": "t@example.com", f"GIT_{who}_DATE": "2026-06-01T09:00:00Z"}
    return subprocess.run(["git", "-C", str(repository), *words], env=env, check=True, capture_output=True, text=True).stdout.strip()


# The merge that a pull request would make, as actions/checkout leaves it.
repository = scratch / "repository"
repository.mkdir(parents=True)
subprocess.run(["cp", "-R", str(program), str(repository / "program")], check=True)
git("init", "-q", "-b", "main")
git("add", "-A")
git("commit", "-q", "-m", "program")
base = git("rev-parse", "HEAD")
git("checkout", "-q", "-b", "change")
(repository / "program" / "risks-of-the-change.md").write_text("---\nid: R-990\nkind: risk\ntitle: The bank may say no\ndepends_on: [NOBODY-1]\n---\n\nWhat then?\n")
(repository / "program" / "::add-mask::name.md").write_text("# A name\n\nSee ##[add-mask]x and [nothing](##[add-mask]nothing.md).\n")
git("add", "-A")
git("commit", "-q", "-m", "change")
git("checkout", "-q", "main")
git("merge", "-q", "--no-ff", "-m", "merge", "change")
other = scratch / "no-merge"
git("clone", "-q", "-b", "change", str(repository), str(other))
if os.getuid() == 0:
    subprocess.run(["chown", "-R", "12345", str(repository), str(other)], check=True)  # a runner's files are another user's

tools = scratch / "tools"
tools.mkdir()
(tools / "milepost").symlink_to(milepost)
calls = scratch / "gh-calls"
(tools / "gh").write_text('#!/bin/sh\nprintf "%%s\\n" "$*" >>"%s"\ncase $* in *--paginate*) cat "%s" 2>/dev/null ;; esac\nexit 0\n' % (calls, scratch / "gh-ids"))
(tools / "gh").chmod(0o755)


def event(name, fork=False):
    return {
        "event_name": name, "repository": "acme/checkout", "ref": "refs/pull/7/merge", "actor": "ana",
        "event": {"pull_request": {"number": 7, "base": {"sha": base}, "head": {"repo": {"full_name": "ana/checkout" if fork else "acme/checkout"}}}},
    }


def run(workflow, name, inputs, fork=False):
    place = scratch / f"run-{name}-{len(list(scratch.iterdir()))}"
    (place / "home").mkdir(parents=True)
    return Runner(workflows / workflow, repository, place, tools, event(name, fork), inputs)


# --- publishing ------------------------------------------------------------------------------------------

runner = run("milepost-publish.yml", "push", {"program": "program"})
steps = runner.run("site")
check("the site is built", runner.results["site"]["result"] == "success", "\n".join(step.log for step in steps))
check("the whole history is fetched", runner.checkout == {"fetch-depth": "0", "persist-credentials": "false"}, str(runner.checkout))
check("it is that of the public audience", any("for `public`" in step.log for step in steps), steps[2].log)
check("problems do not hold it back, and are told", any("::warning title=milepost::" in step.log for step in steps))
runner.run("deploy")
check("and published", runner.results["deploy"] == {"result": "success", "outputs": {"page_url": "https://acme.example/checkout/"}}, str(runner.results))
check("files that begin with a dot, too", (runner.pages / ".nojekyll").exists())
runner = run("milepost-publish.yml", "push", {"program": "nowhere"})
runner.run("site")
runner.run("deploy")
check("no program, no site", [runner.results[job]["result"] for job in ("site", "deploy")] == ["failure", "skipped"], str(runner.results))
runner = run("milepost-publish.yml", "push", {"program": "program", "package": "http://x.example/a.deb", "package_sha256": "0" * 64})
check("a package comes by https", "::error" in runner.run("site")[0].log)

# --- a pull request --------------------------------------------------------------------------------------

if "\n  diff " in subprocess.run([milepost, "--help"], capture_output=True, text=True).stdout:
    runner = run("milepost.yml", "pull_request", {"program": "program"})
    steps = {step.name: step for step in runner.run("program")}
    logs = "\n".join(step.log for step in steps.values())
    check("an error that it brings fails the check", steps["Check"].outcome == "failure" and "::error" in steps["Check"].log, logs)
    check("and is all that is told", steps["Check"].log.count("::error") == 1, steps["Check"].log)
    check("the preview is built all the same", steps["Build the preview"].outcome == "success", logs)
    check("what changes is told", steps["Tell what changes"].outcome == "success" and "R-990" in (runner.scratch / "summary.md").read_text(), logs)
    check("the preview is an artifact", (runner.artifacts / "milepost-preview-program" / "index.html").exists())
    runner.run("code-scanning")
    check("problems go to code scanning", runner.results["code-scanning"]["result"] == "success", str(runner.results))
    runner.run("comment")
    check("a comment is made", "-X POST repos/acme/checkout/issues/7/comments" in calls.read_text(), calls.read_text())
    (scratch / "gh-ids").write_text("41\n42\n")
    runner.run("comment")
    check("and mended the next time", "-X PATCH repos/acme/checkout/issues/comments/41 " in calls.read_text(), calls.read_text())
    # What strangers call their files is in the log of each step, and none of it is a command.
    obeyed = [line for line in logs.splitlines() if line.lstrip().startswith("::add-mask") or ("##[" in line and not line.startswith("::"))]
    check("no file name gives a command in the log of a step", not obeyed, "\n".join(obeyed))
    for words in (["check", "--all"], ["build", "-o", str(scratch / "of-the-log")]):
        ran = subprocess.run([milepost, *words], cwd=repository / "program", env={"PATH": os.environ["PATH"], "GITHUB_ACTIONS": "true"},
                             text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        obeyed = [line for line in ran.stdout.splitlines() if line.lstrip().startswith("::") or "##[" in line]
        check(f"nor in that of {words[0]}", not obeyed, "\n".join(obeyed))
        check(f"and {words[0]} names it all the same", ": :add-mask::name.md:3:" in ran.stdout and "# #[add-mask]nothing.md" in ran.stdout, ran.stdout)
    runner = run("milepost.yml", "push", {"program": "program"}, fork=True)
    find = {step.name: step for step in runner.run("program")}["Find the base"]
    check("a merge on another event has a base", find.outcome == "success", find.log)
    runner = run("milepost.yml", "push", {"program": "program"}, fork=True)
    runner.workspace = other
    runner.contexts["github"]["event"] = {}
    find = {step.name: step for step in runner.run("program")}["Find the base"]
    check("without a base it says so", find.outcome == "failure" and "not on push" in find.log and "fatal" not in find.log, find.log)
    runner.contexts["github"]["event"] = {"pull_request": {"base": {"sha": "1" * 40}}}
    find = {step.name: step for step in runner.run("program")}["Find the base"]
    check("a base that is not there is named", "1" * 40 + ", is not in this checkout" in find.log, find.log)
    runner = run("milepost.yml", "pull_request", {"program": "program", "fail_on": "MP311,\n  release:NONE-1\n"})
    log = {step.name: step for step in runner.run("program")}["Check"].log
    check("each line of fail_on is asked", "NONE-1" in log, log)
    runner = run("milepost.yml", "pull_request", {"program": "program", "strict": True, "fail_on": "MP311, release:REL-0"}, fork=True)
    runner.run("program")
    for job in ("code-scanning", "comment"):
        runner.run(job)
        check(f"{job} does not run for a fork", runner.results[job]["result"] == "skipped")

print(f"counts: {passed} passed, {failed} failed")
sys.exit(failed > 0)
