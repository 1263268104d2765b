#!/usr/bin/env python3
"""Builds every hostile program: no crash, no hang, bounded memory, and a diagnostic where one is due.

run.py MILEPOST [CASE...]
"""
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cases import CASES, PROGRAM, put

SECONDS = 10
MEGABYTES = 512
CRASH = re.compile(r"AddressSanitizer|LeakSanitizer|UndefinedBehaviorSanitizer|runtime error|terminate called|core dumped")
DIAGNOSTIC = re.compile(r"(error|warning|note)\[MP\d{3}\]")
BUILT = (0, 1)
REFUSED = (2, 3)


def attempt(milepost, root, site):
    """What is wrong with how the compiler took this program; also the seconds and megabytes it needed."""
    environment = dict(os.environ, ASAN_OPTIONS="quarantine_size_mb=8:detect_stack_use_after_return=0")
    log = site.parent / "log"
    began = time.perf_counter()
    with open(log, "wb") as output:
        child = subprocess.Popen(
            [milepost, "build", root, "-o", site], stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=environment
        )
        deadline = began + 3 * SECONDS
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() > deadline:
                child.kill()
                _, status, usage = os.wait4(child.pid, 0)
                break
            time.sleep(0.005)
    child.returncode = os.waitstatus_to_exitcode(status)
    # Of the processor: what else the machine is doing is not on trial. Who only waits meets the deadline.
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    said = log.read_bytes().decode("utf-8", errors="replace")
    wrong = []
    if child.returncode not in BUILT + REFUSED:
        wrong.append(f"ended with {child.returncode}")
    if CRASH.search(said):
        wrong.append(CRASH.search(said).group())
    if seconds > SECONDS:
        wrong.append(f"took {seconds:.1f} s")
    if megabytes > MEGABYTES:
        wrong.append(f"took {megabytes:.0f} MB")
    if child.returncode in BUILT and not (site / "index.html").is_file():
        wrong.append("says it built a site, and there is none")
    return wrong, said, seconds, megabytes


def escapes(base, before):
    """What the build left outside its output."""
    return sorted({path.name for path in base.iterdir()} - before - {"site", ".site.milepost", "log"})


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    milepost = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:] or CASES
    failures = 0
    slowest, largest = ("", 0.0), ("", 0.0)
    for name in wanted:
        writer, must_say = CASES[name]
        with tempfile.TemporaryDirectory() as scratch:
            base = Path(scratch)
            root = base / "program"
            put(root, "program.yaml", PROGRAM)
            writer(root)
            before = {path.name for path in base.iterdir()}
            wrong, said, seconds, megabytes = attempt(milepost, root, base / "site")
            if must_say and not DIAGNOSTIC.search(said):
                wrong.append("nothing was said about it")
            if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said):
                wrong.append("a control character came through in a message")
            stray = escapes(base, before)
            if stray:
                wrong.append(f"left {', '.join(stray)} behind")
            subprocess.run(["rm", "-rf", str(root)], check=False)
        slowest = max(slowest, (name, seconds), key=lambda pair: pair[1])
        largest = max(largest, (name, megabytes), key=lambda pair: pair[1])
        if wrong:
            failures += 1
            print(f"FAIL {name}: {'; '.join(wrong)}")
            print("\n".join("    " + line[:200] for line in said.splitlines()[:6]))
        elif len(sys.argv) > 2:
            print(f"{name}: {seconds:.2f} s, {megabytes:.0f} MB\n{said[:1500]}")
    print(f"slowest: {slowest[0]} {slowest[1]:.1f} s; largest: {largest[0]} {largest[1]:.0f} MB")
    print(f"counts: {len(wanted) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
