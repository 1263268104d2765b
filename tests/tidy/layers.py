# Reads compiler/layers.txt: who may include whom, and which source is the door to which library.
from dataclasses import dataclass, field

# The value that crosses the audience wall, in its parts.
VIEW_HEADERS = ("view.h", "view_schedule.h", "view_readiness.h", "view_control.h")


@dataclass
class Folder:
    name: str
    group: str
    line: int
    uses: list
    exports: list
    behind_wall: bool = False

    def is_stage(self):
        return self.group == "stages"

    def entry(self):
        return f"{self.name}/{self.name}.h"

    def offers(self, header):
        return "all" in self.exports or header in self.exports


@dataclass
class Door:
    library: str
    prefix: str
    most: int


@dataclass
class Layers:
    folders: dict = field(default_factory=dict)
    doors: list = field(default_factory=list)
    mistakes: list = field(default_factory=list)  # (line, text)


GROUPS = ("foundations", "stages", "beside the row", "doors")


def read_layers(text):
    layers = Layers()
    group, behind_wall = None, False
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line in GROUPS:
            group, behind_wall = line, False
            continue
        if line.startswith("===="):
            behind_wall = True
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if group is None or len(cells) != 3:
            layers.mistakes.append((number, "expected a group's name or three cells between `|`"))
        elif group == "doors":
            layers.doors.append(Door(cells[0], cells[1], int(cells[2])))
        else:
            uses = [] if cells[1] == "-" else cells[1].split()
            exports = [] if cells[2] == "-" else cells[2].split()
            layers.folders[cells[0]] = Folder(cells[0], group, number, uses, exports, behind_wall)
    check_order(layers)
    return layers


def check_order(layers):
    """The table itself keeps the promise that makes cycles impossible, and the wall whole."""
    above = {name for name, folder in layers.folders.items() if folder.group == "foundations"}
    for name, folder in layers.folders.items():
        for used in folder.uses:
            if used == "all":
                continue
            if used not in layers.folders:
                layers.mistakes.append((folder.line, f"{name} uses {used}, which has no row"))
            elif folder.group == "foundations":
                if layers.folders[used].group != "foundations":
                    layers.mistakes.append((folder.line, f"the foundation {name} uses {used}, which is none"))
            elif used not in above:
                layers.mistakes.append((folder.line, f"{name} uses {used}, which stands below it"))
            elif folder.behind_wall and left_of_wall(layers, used) and used != "redact":
                layers.mistakes.append((folder.line, f"{name} uses {used} across the audience wall"))
        above.add(name)
    if "redact" in layers.folders and not set(layers.folders["redact"].exports) <= set(VIEW_HEADERS):
        layers.mistakes.append((layers.folders["redact"].line, "redact may offer view.h and its parts, nothing else"))
    for name, folder in layers.folders.items():
        cycle = path_back(layers, name) if folder.group == "foundations" else None
        if cycle:
            layers.mistakes.append((folder.line, "cycle: " + " -> ".join(cycle)))


def left_of_wall(layers, name):
    folder = layers.folders.get(name)
    return folder is not None and folder.is_stage() and not folder.behind_wall


def path_back(layers, start):
    """A way along `uses` from `start` to itself, or None."""
    todo = [(start, [start])]
    seen = set()
    while todo:
        name, path = todo.pop()
        for used in layers.folders[name].uses:
            if used == start:
                return path + [start]
            if used in layers.folders and used not in seen:
                seen.add(used)
                todo.append((used, path + [used]))
    return None
