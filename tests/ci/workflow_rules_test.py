#!/usr/bin/env python3
"""Each rule of workflow_rules.py finds what it is for: one change to a good workflow, one breach."""
import sys
from pathlib import Path

from workflow_rules import Workflow

ROOT = Path(__file__).resolve().parents[2]
GOOD = """on:
  pull_request:
permissions: {}
jobs:
  first:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - id: say
        env:
          TITLE: ${{ github.event.pull_request.title }}
        run: |
          echo "$TITLE"
          echo "title=$TITLE" >>"$GITHUB_OUTPUT"
      - if: ${{ !cancelled() && steps.say.outputs.title == 'x' }}
        run: echo finished
  second:
    needs: first
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      pull-requests: write
    steps:
      - env:
          GH_TOKEN: ${{ github.token }}
        run: gh --version
"""
CHANGES = [
    ("pull_request:", "pull_request_target:", "stranger's change"),
    ("pull_request:", "workflow_run:", "stranger's change"),
    ("pull_request:", "schedule: [{cron: daily}]", "no schedule"),
    ("permissions: {}\n", "", "without `permissions`"),
    ("permissions: {}\n", "permissions: write-all\n", "more than anything"),
    ("permissions: {}\n", "permissions: {contents: write}\n", "belongs to the one job"),
    ("contents: read", "contents: write", "more than anything"),
    ("contents: read", "packages: read", "more than anything"),
    ("pull-requests: write", "pull-requests: read", "more than anything"),
    ("11bd71901bbe5b1630ceea73d27597364c9af683", "v4", "not pinned"),
    ("11bd71901bbe5b1630ceea73d27597364c9af683", "11bd719", "not pinned"),
    (" # v4.2.2", "", "version does not stand beside"),
    ("persist-credentials: false", "persist-credentials: true", "token stays"),
    ('echo "$TITLE"', 'echo "${{ github.event.pull_request.title }}"', "expression in a script"),
    ('echo "$TITLE"', "echo $TITLE", "shellcheck"),
    ('echo "$TITLE"', "[ $TITLE = x ]", "shellcheck"),
    ('echo "$TITLE"', 'eval "$TITLE" "$OTHER"', "nothing sets $OTHER"),
    ("run: echo finished", "run: echo done\n        env: {LEFT: over}", "does not read $LEFT"),
    ("title=$TITLE", "name=$TITLE", "writes no output `title`"),
    ("steps.say.outputs", "steps.sy.outputs", "no step before"),
    ("!cancelled() &&", "!canceled() &&", "no such function"),
    ("!cancelled() &&", "!cancelled(", "missing"),
    ("== 'x' }}", "== 'x'", "without an end"),
    ("github.token", "secrets.TOKEN", "secrets"),
    ("github.token", "git.token", "nothing that there is"),
    ("github.token", "inputs.token", "no input"),
    ("github.token", "needs.other.result", "does not need"),
    ("needs: first", "needs: frist", "no job"),
    ("run: gh --version", "run: milepost build", "token writes runs milepost"),
    ("timeout-minutes: 5\n    permissions:\n      contents", "permissions:\n      contents", "no `timeout-minutes`"),
    ("    steps:\n      - env:", "    strategy: {}\n    steps:\n      - env:", "unknown"),
    ("run: echo finished", "run: echo done\n        shel: bash", "unknown"),
    ("run: echo finished", "run: echo done\n        run: echo", "there twice"),
    ("- id: say", "- id: say\n        uses: ./here", "either `run` or `uses`"),
    ("permissions: {}\n", "permissions: &none {}\nenv: *none\n", "anchors"),
    ("on:\n  pull_request:", "on:\n  workflow_call:\n    inputs:\n      x: {type: text, description: y}", "is not string"),
    ("on:\n  pull_request:", "on:\n  workflow_call:\n    inputs:\n      x: {type: string, default: 1, description: y}", "of another type"),
    ("on:\n  pull_request:", "on:\n  workflow_call:\n    inputs:\n      x: {type: string, description: y}", "nothing reads it"),
]


def main():
    passed = failed = 0
    if Workflow(GOOD).check():
        print("FAIL the good workflow:", Workflow(GOOD).check())
        failed += 1
    for old, new, expected in CHANGES:
        assert GOOD.count(old) >= 1, old
        breaches = Workflow(GOOD.replace(old, new, 1)).check()
        if any(expected in breach for breach in breaches):
            passed += 1
        else:
            failed += 1
            print(f"FAIL `{new}` instead of `{old}`: {breaches or 'no breach'}")
    # What a stranger could steer is in no workflow of ours, whatever the rules above say.
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        for word in ("pull_request_target", "workflow_run", "secrets.", "write-all", "self-hosted"):
            if word in text:
                failed += 1
                print(f"FAIL {path.name} names {word}")
    print(f"counts: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
