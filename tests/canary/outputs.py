# Runs the compiler for audiences and gathers every byte that each of them is given.
import os
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

BASE_URL = "https://canary.example/program/"
EXPORTS = ("json", "csv", "ics", "dot", "mermaid")
PLAIN = ""  # the build without --audience


def compiler():
    return os.environ.get("MILEPOST", str(Path(__file__).resolve().parents[2] / "build/release/milepost"))


def run(arguments, cwd, allowed=(0, 1)):
    made = subprocess.run([compiler(), *arguments], cwd=cwd, capture_output=True, check=False)
    if made.returncode not in allowed:
        sys.stderr.write(made.stderr.decode("utf-8", "replace")[-2000:])
        raise SystemExit(f"milepost {' '.join(arguments)}: exit status {made.returncode}")
    return made


def audience_flag(audience):
    return ["--audience", audience] if audience else []


@lru_cache
def offers(command, option):
    """Whether `milepost COMMAND` has the option."""
    made = subprocess.run([compiler(), command, "--help"], capture_output=True, check=False)
    return option in made.stdout.decode()


@lru_cache
def formats_of(command):
    made = subprocess.run([compiler(), command, "--help"], capture_output=True, check=False)
    found = re.search(r"--format FORMAT:\{([^}]+)\}", made.stdout.decode())
    return found.group(1).split(",") if found else []


def write_program(files, folder):
    folder = Path(folder)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def refused(program, out, audience):
    """Whether the audience is given nothing at all."""
    out = Path(out)
    out.mkdir(parents=True)
    flag = audience_flag(audience)
    run(["build", str(program), "-o", str(out / "site"), *flag], out, (1,))
    run(["export", str(program), "--to", "json", "-o", str(out / "export.json"), *flag], out, (1,))
    (out / "status").write_bytes(run(["status", str(program), *flag], out, (1,)).stdout)
    if not (out / "status").read_bytes():
        (out / "status").unlink()
    return not any(files_below(out))


def tell(program, out, audience, exports=EXPORTS, updates=None, packed=False):
    """Everything the audience can be given, below `out`: the site, its packed form, the exports, the update (all formats of it)."""
    out = Path(out)
    out.mkdir(parents=True)
    program = str(program)
    flag = audience_flag(audience)
    build = ["build", program, "-o", str(out / "site"), "--base-url", BASE_URL, *flag]
    if packed and offers("build", "--zip"):
        build += ["--zip", str(out / "site.zip")]
    made = run(build, out)
    if not (out / "site" / "index.html").exists():
        sys.stderr.write(made.stderr.decode("utf-8", "replace")[-2000:])
        raise SystemExit(f"milepost {' '.join(build)}: no site")
    for form in exports:
        # Of a graph without anything in it there is nothing to write: that is a wrong usage.
        allowed = (0, 1, 2) if form in ("dot", "mermaid") else (0, 1)
        run(["export", program, "--to", form, "-o", str(out / f"export.{form}"), *flag], out, allowed)
    if offers("status", "--audience"):
        for form in formats_of("status") if updates is None else updates:
            made = run(["status", program, "--format", form, *flag], out)
            (out / f"status.{form}").write_bytes(made.stdout)
    return out


def files_below(folder):
    folder = Path(folder)
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield (Path(root) / name).relative_to(folder).as_posix()
