# Kinds and their fields, as the compiler itself tells of them: what is new there is covered by itself.
import re
import subprocess
from dataclasses import dataclass, field

from outputs import compiler


@dataclass
class FieldInfo:
    name: str
    type: str
    visibility: str  # its own label; public: that of its record
    inner: list = field(default_factory=list)


@dataclass
class KindInfo:
    label: str
    plural: str  # the key of its lists in YAML
    prefix: str
    fields: list = field(default_factory=list)
    statuses: list = field(default_factory=list)


def read_kinds():
    """(kinds, links): every kind with the fields it may have, and the names of links at either end."""
    text = subprocess.run([compiler(), "dump", "--stage", "kinds"], capture_output=True, text=True, check=True).stdout
    by_label, common, links, kind = {}, [], [], None
    section = ""
    for line in text.splitlines():
        if line.startswith("#"):
            section = line.strip("# ")
            if line.startswith("## "):
                kind = by_label.get(section)
            continue
        if not line.startswith("| "):
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        named = re.fullmatch(r"\[(.+)\]\(#.+\)", cells[0])
        if named and len(cells) == 4:
            by_label[named.group(1)] = KindInfo(named.group(1), cells[2].strip("`:"), cells[1].strip("`").rpartition("-")[0])
        elif section == "Links" and cells[0].startswith("`"):
            links += [cell.strip("`") for cell in cells[:2]]
        elif cells[0].startswith("`") and len(cells) == 4 and section in ("Every record", *by_label):
            made = FieldInfo(cells[0].strip("`"), cells[1], "restricted" if "Restricted." in cells[2] else "public")
            add(kind.fields if kind else common, made)
        elif cells[0].startswith("`") and len(cells) == 3 and kind and cells[1] in ("waiting", "doing", "done", "dropped"):
            kind.statuses.append(cells[0].strip("`"))
    kinds = [kind for kind in by_label.values() if kind.label != "Page"]
    for one in kinds:
        own = {f.name for f in one.fields}
        one.fields += [f for f in common if f.name not in own]
    return kinds, sorted(set(links) - {"mentions", "mentioned_in"})


def add(fields, made):
    outer, _, inner = made.name.rpartition(".")
    if not outer:
        fields.append(made)
        return
    for one in fields:
        if one.name == outer.split(".")[0]:
            made.name = made.name.partition(".")[2]
            add(one.inner, made)
            return


if __name__ == "__main__":
    for each in read_kinds()[0]:
        print(each.plural, each.prefix, len(each.fields), each.statuses)
