#!/usr/bin/env python3
"""A root with a Debian package and what it depends on, and nothing else: clean_root.py PACKAGE ROOT

What `apt-get install --no-install-recommends` would put there, taken from this machine, which has all of it since it compiled the program:
the files of each package that the dependencies name, and theirs. No script of a package runs; what such a script would have made of libraries
(their cache, the list of Graphviz's plugins) is copied, too. A dependency that is not installed here, or too old, is an error.
"""
import pathlib
import re
import shutil
import subprocess
import sys

# Made by scripts of packages, so no list of files has them.
MADE = ["/etc/ld.so.cache", "/etc/passwd", "/etc/group"]
MADE_OF_PLUGINS = re.compile(r"/graphviz/config\d+\w*$")


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def installed():
    """All packages here: their versions and dependencies, and who provides what."""
    packages, provided = {}, {}
    form = "${Package}\t${db:Status-Status}\t${Version}\t${Pre-Depends}, ${Depends}\t${Provides}\n"
    for line in said("dpkg-query", "-W", "-f", form).splitlines():
        name, status, version, depends, provides = line.split("\t")
        if status == "installed":
            packages[name] = (version, depends)
            for word in filter(None, (part.strip().split(" ")[0] for part in provides.split(","))):
                provided.setdefault(word, name)
    return packages, provided


def fits(version, wanted):
    if wanted is None:
        return True
    relation, least = wanted
    names = {">=": "ge", ">>": "gt", "=": "eq", "<=": "le", "<<": "lt"}
    return subprocess.run(["dpkg", "--compare-versions", version, names[relation], least], check=False).returncode == 0


def chosen(alternatives, packages, provided):
    """The first alternative that is here."""
    for one in alternatives.split("|"):
        match = re.fullmatch(r"\s*([a-z0-9.+-]+)(?::\w+)?\s*(?:\(([<>=]+)\s*([^)]+)\))?\s*", one)
        name, wanted = match.group(1), (match.group(2), match.group(3)) if match.group(2) else None
        if name in packages and fits(packages[name][0], wanted):
            return name
        if name in provided and wanted is None:
            return provided[name]
    return None


def main():
    package, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    packages, provided = installed()
    fields = dict(line.split(": ", 1) for line in said("dpkg-deb", "-f", str(package)).splitlines() if re.match(r"[A-Z][\w-]*: ", line))
    waiting, needed, missing = [fields.get("Pre-Depends", ""), fields["Depends"]], [], []
    while waiting:
        for alternatives in filter(str.strip, waiting.pop().split(",")):
            name = chosen(alternatives, packages, provided)
            if name is None:
                missing.append(alternatives.strip())
            elif name not in needed:
                needed.append(name)
                waiting.append(packages[name][1])
    if missing:
        sys.exit(f"not here: {', '.join(missing)}")
    # The places that links lead through (/lib -> usr/lib) come first.
    root.mkdir(parents=True)
    for link in ("bin", "sbin", "lib", "lib32", "lib64", "libx32"):
        if pathlib.Path("/", link).is_symlink():
            target = pathlib.Path("/", link).readlink()
            (root / target.relative_to("/") if target.is_absolute() else root / target).mkdir(parents=True, exist_ok=True)
            (root / link).symlink_to(target)
    files = 0
    listed = said("dpkg", "-L", *needed).splitlines()
    plugins = [str(path) for folder in pathlib.Path("/usr/lib").glob("*/graphviz") for path in folder.iterdir() if MADE_OF_PLUGINS.search(str(path))]
    for name in [*dict.fromkeys(listed), *MADE, *plugins]:
        # Manuals and the words of other languages are not needed to run anything.
        if not name.startswith("/") or name.startswith(("/usr/share/doc/", "/usr/share/man/", "/usr/share/locale/", "/usr/share/lintian/")):
            continue
        path, there = pathlib.Path(name), root / name[1:]
        if not path.exists() and not path.is_symlink():
            continue
        if path.is_dir() and not path.is_symlink():
            there.mkdir(parents=True, exist_ok=True)
        elif not there.exists() and not there.is_symlink():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, there, follow_symlinks=False)
            files += 1
    subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
    (root / "tmp").mkdir(mode=0o1777, exist_ok=True)
    # What every container has of the kernel, as far as the program wants it: these stand in for it, so that nothing need be mounted.
    (root / "dev").mkdir(exist_ok=True)
    (root / "dev/null").touch()
    (root / "dev/null").chmod(0o666)
    (root / "proc/self").mkdir(parents=True, exist_ok=True)
    (root / "proc/self/exe").symlink_to("/usr/bin/milepost")
    print(f"{len(needed)} packages, {files} files: {' '.join(sorted(needed))}")


if __name__ == "__main__":
    main()
