#!/usr/bin/env python3
"""Kills a build at N moments; the site is the old or the new one, whole, each time: kill.py MILEPOST N

Half of the moments are spread over the whole build, half over the time in which files are written. After each kill the next
build must succeed and give the new site.
"""
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def program(folder, generation, records):
    """Two generations differ in every record, and each has one that the other lacks."""
    (folder / "tasks").mkdir(parents=True)
    (folder / "program.yaml").write_text(f"program: Generation {generation}\nid: KIL\nas_of: 2026-06-01\n", encoding="utf-8")
    for number in list(range(1, records)) + [records + generation]:
        text = f"---\nid: T-{number}\nkind: task\ntitle: Task {number} of {generation}\nstatus: in progress\n---\n\n"
        text += f"Generation {generation}. " * 50
        (folder / "tasks" / f"T-{number}.md").write_text(text + "\n", encoding="utf-8")


def tree(folder):
    """Every file with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(milepost, source, site):
    site.parent.mkdir(exist_ok=True)
    done = subprocess.run([milepost, "build", source, "-o", site], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"a build ended with {done.returncode}: {done.stderr[-2000:]}")


def restore(spare, place):
    """Puts the old site back as it was, with whatever the compiler keeps beside it."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(spare, place, symlinks=True)


class Victim:
    def __init__(self, milepost, source, place, dice):
        self.milepost, self.source, self.place, self.dice = milepost, source, place, dice

    def start(self):
        command = [self.milepost, "build", self.source, "-o", self.place / "site"]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill_after(self, seconds):
        child = self.start()
        time.sleep(seconds)
        return self.finish(child)

    def kill_while_writing(self, span):
        """Waits until something appears beside the site, then a random part of the writing time."""
        before = {path.name for path in self.place.iterdir()}
        child = self.start()
        while child.poll() is None:
            if {path.name for path in self.place.iterdir()} != before:
                time.sleep(self.dice.random() * span)
                break
        return self.finish(child)

    def finish(self, child):
        child.send_signal(signal.SIGKILL)
        return child.wait() == -signal.SIGKILL


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    milepost, points = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    dice = random.Random(20260601)
    failures, killed, outcomes = [], 0, {"old": 0, "new": 0}
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        for generation in (1, 2):
            program(base / f"source{generation}", generation, 300)
            build(milepost, base / f"source{generation}", base / f"spare{generation}" / "site")
        old, new = tree(base / "spare1" / "site"), tree(base / "spare2" / "site")
        if old == new or len(old) < 100:
            sys.exit("the two generations should be two sites of a hundred files or more")
        place = base / "place"
        restore(base / "spare1", place)
        began = time.perf_counter()
        build(milepost, base / "source2", place / "site")
        whole = time.perf_counter() - began
        victim = Victim(milepost, base / "source2", place, dice)
        for point in range(points):
            restore(base / "spare1", place)
            if point % 2 == 0:
                hit = victim.kill_after(whole * (point + dice.random()) / points)
            else:
                hit = victim.kill_while_writing(whole)
            killed += hit
            found = tree(place / "site") if (place / "site").is_dir() else None
            if found == old or found == new:
                outcomes["old" if found == old else "new"] += 1
            else:
                there = "no site" if found is None else f"{len(found)} files"
                failures.append(f"point {point}: neither the old site nor the new one, but {there}")
            build(milepost, base / "source2", place / "site")
            if tree(place / "site") != new:
                failures.append(f"point {point}: the next build does not give the new site")
            strays = [path.name for path in place.iterdir() if path.name not in ("site", ".site.milepost")]
            if strays:
                failures.append(f"point {point}: the next build leaves {', '.join(strays)}")
    if killed < points // 4:
        failures.append(f"only {killed} of {points} builds were still running when they were killed")
    print("\n".join(failures[:20]))
    print(f"{killed} of {points} builds killed while running; left {outcomes['old']} old and {outcomes['new']} new sites")
    print(f"counts: {points - min(points, len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
