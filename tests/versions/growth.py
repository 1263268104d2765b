#!/usr/bin/env python3
"""How fast a published branch grows: growth.py [RECORDS [WEEKS]]

A program in which 2 % of the records change a week is built with a version for each week. Then the branch is made that a weekly publication
would have made: each week a commit that adds the folder of the week and has it as `latest/`, too. All of it is packed as git packs it.
The pack may grow by at most 10 % of the pack of one version a week.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import weeks as history  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MILEPOST = os.environ.get("MILEPOST", str(ROOT / "build/release/milepost"))
MOST = 0.10


def pack(branch):
    subprocess.run(["git", "-C", branch, "repack", "-adfq", "--depth=50", "--window=50"], check=True)
    return sum(path.stat().st_size for path in (branch / ".git/objects/pack").glob("*.pack"))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    weeks = int(sys.argv[2]) if len(sys.argv) > 2 else 52
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        program, site, branch = scratch / "program", scratch / "site", scratch / "branch"
        history.make(count, weeks, str(program))
        subprocess.run([MILEPOST, "build", str(program), "-o", str(site), "--versions", "weekly",
                        "--as-of", str(history.FIRST + history.datetime.timedelta(days=7 * weeks))], check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        versions = sorted(path.name for path in site.iterdir() if (path / "version.js").is_file() and path.name != "latest")
        branch.mkdir()
        subprocess.run(["git", "init", "-q", "-b", "pages", branch], check=True)
        subprocess.run(["git", "-C", branch, "config", "gc.auto", "0"], check=True)
        shutil.copytree(site / "assets", branch / "assets")
        sizes = []
        for number, version in enumerate(versions):
            shutil.copytree(site / version, branch / version)
            shutil.rmtree(branch / "latest", ignore_errors=True)
            shutil.copytree(site / version, branch / "latest")
            # What the root says of each version, as far as it has come.
            listed = "\n".join(f"{one} {(site / one / 'version.js').stat().st_size}" for one in versions[:number + 1])
            for name in ("versions.js", "versions.json", "versions.html", "index.html"):
                (branch / name).write_text(f"{name}\n{listed}\n", encoding="utf-8")
            history.commit(str(branch), history.FIRST + history.datetime.timedelta(days=7 * number), version)
            if number in (0, len(versions) - 1):
                sizes.append(pack(branch))
    growth = (sizes[1] - sizes[0]) / (len(versions) - 1) / sizes[0]
    print(f"{len(versions)} versions of {count} records: the first {sizes[0]:,} bytes packed, all {sizes[1]:,}; {growth:.1%} a week")
    print(f"counts: {int(growth <= MOST)} passed, {int(growth > MOST)} failed")
    return int(growth > MOST)


if __name__ == "__main__":
    sys.exit(main())
