#!/usr/bin/env python3
"""Lets every step of publishing fail in turn; the site stays the old one or is the new one: write_failures.py MILEPOST

Uses strace to answer the Nth call of a kind with an error, as a full disk or a lost permission would.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kill import build, program, restore, tree

CALLS = [
    ("write", "ENOSPC"),
    ("openat", "EMFILE"),
    ("fsync", "EIO"),
    ("linkat,link", "EMLINK"),
    ("mkdir,mkdirat", "ENOSPC"),
    ("renameat2,rename,renameat", "EIO"),
    ("unlink,unlinkat,rmdir", "EACCES"),
    ("ftruncate,fallocate,copy_file_range", "ENOSPC"),
]
MOST_PER_CALL = 40


def count(milepost, source, site, calls):
    """How often a build makes these calls."""
    log = site.parent / "trace"
    command = ["strace", "-f", "-qq", "-e", f"trace={calls}", "-o", log, milepost, "build", source, "-o", site]
    subprocess.run(command, capture_output=True, check=False)
    lines = log.read_text(encoding="utf-8", errors="replace").count("\n")
    log.unlink()
    return lines


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not shutil.which("strace"):
        sys.exit("strace is not installed: ./dev setup proof")
    milepost = Path(sys.argv[1]).resolve()
    failures, tried = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        for generation in (1, 2):
            program(base / f"source{generation}", generation, 20)
            build(milepost, base / f"source{generation}", base / f"spare{generation}" / "site")
        old, new = tree(base / "spare1" / "site"), tree(base / "spare2" / "site")
        place = base / "place"
        for calls, error in CALLS:
            restore(base / "spare1", place)
            total = count(milepost, base / "source2", place / "site", calls)
            step = max(1, total // MOST_PER_CALL)
            for nth in range(1, total + 1, step):
                restore(base / "spare1", place)
                inject = f"inject={calls}:error={error}:when={nth}"
                command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e", inject]
                done = subprocess.run(
                    command + [milepost, "build", base / "source2", "-o", place / "site"],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                tried += 1
                found = tree(place / "site") if (place / "site").is_dir() else None
                name = f"{calls} number {nth} with {error}"
                if found not in (old, new):
                    failures.append(f"{name}: neither the old site nor the new one")
                if done.returncode == 0 and found != new:
                    failures.append(f"{name}: said it was done and was not")
                if done.returncode < 0 or done.returncode > 3:
                    failures.append(f"{name}: ended with {done.returncode}")
                build(milepost, base / "source2", place / "site")
                if tree(place / "site") != new:
                    failures.append(f"{name}: the next build does not give the new site")
    print("\n".join(failures[:20]))
    print(f"{tried} failures tried")
    print(f"counts: {max(0, tried - len(failures))} passed, {len(failures)} failed")
    return 1 if failures or tried == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
