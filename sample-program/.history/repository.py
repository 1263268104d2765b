#!/usr/bin/env python3
"""Builds the git history of the sample program: python3 sample-program/.history/repository.py FOLDER

The sample is what it was on Monday 1 June 2026. The patches beside this file say how it came to be that: one a commit, in the
order of their names, each with who, when and why at its head. They are taken back from the sample one after the other, and then
made again as commits, so that the last one is the sample itself, byte for byte, but for one line: `versions:` in program.yaml
chooses what becomes a version of the site. Same sample, same commits, whoever runs this, wherever and whenever.

To change the sample change its files. If a patch does not fit any more, this says which; mend its lines.
"""
import os
import pathlib
import shutil
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
sample = here.parent

# Two tags, the paper of one meeting, and the last commit of each week.
VERSIONS = 'versions: {tags: [kickoff, plan-of-record, "steering-*"], cadence: weekly}\n'
BESIDE = "target: "  # the line of program.yaml after which it stands


class Patch:
    """One file: `Name: value` lines, an empty line, why (may be empty), `---`, a unified diff (may be empty)."""

    def __init__(self, path):
        self.path = path
        text = path.read_text(encoding="utf-8")
        head, self.diff = text.split("\n---\n", 1)
        fields, _, body = head.partition("\n\n")
        self.fields = dict(line.split(": ", 1) for line in fields.splitlines())
        self.message = self.fields["Subject"] + "\n" + (f"\n{body.strip()}\n" if body.strip() else "")
        self.author, address = self.fields["From"].rstrip(">").split(" <")
        self.address = address
        self.date = self.fields["Date"]


class Repository:
    """A new repository that listens to nobody's configuration."""

    def __init__(self, folder):
        self.folder = folder
        self.env = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(folder),
            "LC_ALL": "C",
            "TZ": "UTC",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        self.git("init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", ".")

    def git(self, *arguments, who=None, given=None):
        env = dict(self.env)
        if who:
            for role in ("AUTHOR", "COMMITTER"):
                env[f"GIT_{role}_NAME"], env[f"GIT_{role}_EMAIL"], env[f"GIT_{role}_DATE"] = who
        settings = ["core.autocrlf=false", "core.fileMode=false", "commit.gpgSign=false", "tag.gpgSign=false",
                    "gc.auto=0", "core.hooksPath=/dev/null", "core.safecrlf=false"]
        command = ["git"] + [word for setting in settings for word in ("-c", setting)] + list(arguments)
        done = subprocess.run(command, cwd=self.folder, env=env, input=given, stdin=None if given else subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        if done.returncode != 0:
            raise RuntimeError(f"git {arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def apply(self, patch, back=False):
        if not patch.diff.strip():
            return
        try:
            self.git("apply", "--whitespace=nowarn", *(["--reverse"] if back else []), "-", given=patch.diff)
        except RuntimeError as problem:
            raise SystemExit(f"{patch.path.name} does not fit the sample any more: {problem}") from None

    def commit(self, patch):
        who = (patch.author, patch.address, patch.date)
        self.git("add", "--all", "--force", ".")
        self.git("commit", "--quiet", "--no-verify", "--message", patch.message, who=who)
        if "Tag" in patch.fields:
            self.git("tag", patch.fields["Tag"])


def files_of(folder):
    """Paths and bytes of what is neither hidden nor in a hidden folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            found[str(inner)] = path.read_bytes()
    return found


def with_versions(text):
    lines = text.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(BESIDE))
    return "".join(lines[:at + 1] + [VERSIONS] + lines[at + 1:])


def build(folder):
    """Makes the repository in `folder`, which is new or empty. Its last tree is what the sample is."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    wanted = files_of(sample)
    wanted["program.yaml"] = with_versions(wanted["program.yaml"].decode("utf-8")).encode("utf-8")
    for name, content in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    repository = Repository(folder)
    patches = [Patch(path) for path in sorted(here.glob("*.patch"))]
    for patch in reversed(patches):
        repository.apply(patch, back=True)
    for patch in patches:
        repository.apply(patch)
        repository.commit(patch)
    if files_of(folder) != wanted:
        raise SystemExit("the patches do not lead back to the sample")
    return len(patches)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__.splitlines()[0])
    if shutil.which("git") is None:
        raise SystemExit("this needs git")
    count = build(pathlib.Path(sys.argv[1]).resolve())
    print(f"{count} commits in {sys.argv[1]}")
