#!/usr/bin/env python3
"""Golden programs: each folder here is a program, what the compiler makes of it, and what is on trial.

case.txt has a line of prose, then lines `FILE: ARGUMENTS`: what `milepost ARGUMENTS` prints, run in the case's folder, must be
expected/FILE. `FILE < PATH: ARGUMENTS` takes PATH below the folder that the command writes (`OUT` in the arguments) instead, and
`FILE < PATH#main: ARGUMENTS` only the <main> of that page.
--update writes what the compiler says now; read the difference before you commit it.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MILEPOST = os.environ.get("MILEPOST", str(HERE.parent.parent / "build/dev/milepost"))
LINE = re.compile(r"^(?P<file>[\w.-]+)(?: < (?P<path>[^:]+))?: (?P<arguments>.+)$")


def produce(case, path, arguments):
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch) / "out"
        words = [MILEPOST] + [word.replace("OUT", str(out)) for word in shlex.split(arguments)]
        done = subprocess.run(words, cwd=case, capture_output=True, timeout=60, check=False)
        if done.returncode not in (0, 1):
            return f"ended with {done.returncode}\n{done.stderr.decode()}"
        if path:
            name, _, part = path.partition("#")
            file = out / name
            if not file.exists():
                return f"there is no {name}\n{done.stderr.decode()}"
            text = file.read_text()
            return text[text.index(f"<{part}") : text.index(f"</{part}>")] if part else text
        return done.stdout.decode()


def main():
    update = "--update" in sys.argv
    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    passed = failed = 0
    for case in sorted(path for path in HERE.iterdir() if (path / "case.txt").exists()):
        if wanted and case.name not in wanted:
            continue
        lines = [LINE.match(line) for line in (case / "case.txt").read_text().splitlines()[1:]]
        for line in filter(None, lines):
            expected = case / "expected" / line["file"]
            actual = produce(case, line["path"], line["arguments"])
            if update:
                expected.parent.mkdir(exist_ok=True)
                expected.write_text(actual)
            before = expected.read_text() if expected.exists() else ""
            if before == actual and expected.exists():
                passed += 1
                continue
            failed += 1
            print(f"FAIL {case.name}: {line['file']} (`milepost {line['arguments']}`)")
            difference = difflib.unified_diff(before.splitlines(), actual.splitlines(), "expected", "actual", lineterm="", n=1)
            for number, text in enumerate(difference):
                if number == 60:
                    print("    …")
                    break
                print("    " + text)
    print(f"counts: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
