# The audience wall: what stands behind it can name nothing of what stands before it, by no means that C++ has.
import re

from cpp_source import line_of
from layers import VIEW_HEADERS, left_of_wall

TYPE = re.compile(r"^(?:struct|class|union|enum(?: class)?)[ ]+(\w+)\b(?!::)[^;{]*\{", re.MULTILINE)
# A name that a file defines for itself, within a class or for one source alone.
DEFINED = re.compile(r"\b(?:struct|class|union|enum(?: class)?)\s+(\w+)\b(?!::)[^;{}()]*\{|\busing\s+(\w+)\s*=")
NAME = re.compile(r"(?<![\w.>])(::|\w+::)?([A-Z]\w+)\b")
INCLUDE_LINE = re.compile(r"^[ \t]*#[ \t]*(?:include|include_next|import|embed)\b[ \t]*(.*)$", re.MULTILINE)
# Of files/ those behind the wall get what is compiled in, never a tree of sources.
FILES_OFFERED = {"files/embedded.h"}


def is_view(path):
    return path.parts[:2] == ("compiler", "redact") and path.name in VIEW_HEADERS


def is_behind(layers, path):
    if path.parts[0] != "compiler" or len(path.parts) < 3:
        return False
    row = layers.folders.get(path.parts[1])
    return row is not None and (row.behind_wall or is_view(path))


def types_before_the_wall(layers, sources):
    """Names of types that a header before the wall defines, with the header."""
    names = {}
    for path, source in sources.items():
        if path.parts[0] != "compiler" or path.suffix != ".h" or is_view(path):
            continue
        if left_of_wall(layers, path.parts[1]):
            for match in TYPE.finditer(source.code):
                names.setdefault(match.group(1), path)
    return names


def is_foundation(layers, path):
    row = layers.folders.get(path.parts[1]) if path.parts[0] == "compiler" and len(path.parts) > 2 else None
    return row is not None and row.group == "foundations"


def breaches(layers, sources):
    """(path, line, text) of each way through the wall that needs no #include the table would forbid."""
    before = types_before_the_wall(layers, sources)
    shared = set()
    for path, source in sources.items():
        if path.suffix == ".h" and (is_behind(layers, path) or is_foundation(layers, path)):
            shared.update(a or b for a, b in DEFINED.findall(source.code))
    for path, source in sorted(sources.items()):
        behind = is_behind(layers, path)
        if not behind and not is_foundation(layers, path):
            continue
        yield from named_types(path, source, before, shared)
        yield from odd_includes(layers, path, source)
        if behind:
            yield from declared_elsewhere(layers, path, source)


def named_types(path, source, before, shared):
    own = {a or b for a, b in DEFINED.findall(source.code)} | shared
    for match in NAME.finditer(source.code):
        scope, name = match.group(1) or "", match.group(2)
        if name not in before or name in own or scope not in ("", "::", "milepost::"):
            continue
        text = f"names `{name}` of {before[name].relative_to('compiler').as_posix()}, which stands before the audience wall"
        yield path, line_of(source.code, match.start(2)), text


def odd_includes(layers, path, source):
    for match in INCLUDE_LINE.finditer(source.text):
        written = re.sub(r"\s*(?://.*|/\*.*)?$", "", match.group(1))
        line = line_of(source.text, match.start())
        if not re.fullmatch(r'<[^>]+>|"[^"]+"', written):
            yield path, line, f"`{written}`: an include says its header in letters, so that one can see what it is"
            continue
        header = written[1:-1]
        folder = header.partition("/")[0]
        if written[0] == "<" and "/" in header and folder in layers.folders and header.endswith(".h"):
            yield path, line, f"<{header}> is ours: include it in quotes"
        if written[0] == '"' and ".." in header.split("/"):
            yield path, line, f'"{header}" goes round the table of layers'
        if folder == "files" and is_behind(layers, path) and header not in FILES_OFFERED:
            yield path, line, f"{header}: what stands behind the audience wall reads no files"


def declared_elsewhere(layers, path, source):
    """A function that a source declares for itself may be one from before the wall; only the door to a library may."""
    if any(name.startswith(door.prefix) for _, quoted, name in source.includes() for door in layers.doors if not quoted):
        return
    for match in re.finditer(r"\bextern\b", source.code):
        yield path, line_of(source.code, match.start()), "`extern`: include the header that offers it"
    if path.suffix != ".cpp":
        return
    for match in re.finditer(r"^(?!static\b|using\b|return\b|namespace\b|template\b)[A-Za-z_][\w:<>,&* ]*[ &*]\w+\([^;{}]*\)(?: const)?(?: noexcept)?;", source.code, re.MULTILINE):
        name = re.search(r"(\w+)\(", match.group()).group(1)
        if not re.search(rf"\b{name}\([^;]*\)[^;{{]*\{{", source.code[match.end():]):
            yield path, line_of(source.code, match.start()), f"`{name}` is declared here and defined elsewhere: include its header"
