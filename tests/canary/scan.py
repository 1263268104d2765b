#!/usr/bin/env python3
"""Looks for tokens in every byte of a folder, whatever they are wrapped in.

  scan.py DIR TOKENS.json --forbid LABEL... [--require LABEL...]

A token is found whole or in part (any 12 letters of it in a row, so that prefixes, stems and what is left of front-coded words
count), in names and contents, in any case, inside zip, gzip and zlib, behind url, HTML, JSON, base64, hex and UTF-16 encodings,
with tags, soft hyphens, zero-width characters, line folds or separators between its letters. Exit 1: a leak, or a token that is
required is nowhere.
"""
import argparse
import base64
import binascii
import gzip
import hashlib
import html
import io
import json
import re
import sys
import urllib.parse
import zipfile
import zlib
from pathlib import Path

WINDOW = 12
RUN = re.compile(rb"[bcdfghjkmnpqrstvwxz]{%d,}" % WINDOW)
TAG = re.compile(rb"<[^<>]{0,400}>")
ESCAPE = re.compile(rb"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|%u([0-9a-fA-F]{4})")
BETWEEN = re.compile(rb"\xc2\xad|\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xef\xbb\xbf|\r?\n[ \t]|[-_.\s]")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
HEX = re.compile(rb"[0-9a-fA-F]{24,}")
DEEPEST = 6


class Needles:
    def __init__(self, tokens):
        """`tokens`: {word: where}."""
        self.tokens = tokens
        self.windows = {}
        self.seen = set()  # runs of letters, and what may be base64: pages have most of theirs in common
        for word in tokens:
            data = word.encode()
            for i in range(len(data) - WINDOW + 1):
                self.windows.setdefault(data[i : i + WINDOW], []).append(word)

    def first(self, text):
        """Whether these bytes are looked at for the first time."""
        if text in self.seen:
            return False
        self.seen.add(text)
        return True

    def of(self, data):
        """(word, offset) of what is in the bytes as they are and was in none before."""
        for run in RUN.finditer(data.lower()):
            text = run.group()
            if not self.first(text):
                continue
            for i in range(len(text) - WINDOW + 1):
                for word in self.windows.get(text[i : i + WINDOW], ()):
                    yield word, run.start() + i


def unescape(match):
    return chr(int(next(group for group in match.groups() if group), 16)).encode("utf-8", "replace")


def readings(data, needles):
    """(name, bytes) of what the bytes say to those who read them in one way or another."""
    yield "as they are", data
    plain = data
    for _ in range(3):
        before = plain
        if b"%" in plain:
            plain = urllib.parse.unquote_to_bytes(plain)
        if b"&" in plain:
            plain = html.unescape(plain.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        if b"\\" in plain or b"%u" in plain:
            plain = ESCAPE.sub(unescape, plain)
        if plain == before:
            break
        yield "unescaped", plain
    bare = TAG.sub(b"", plain) if b"<" in plain else plain
    yield "without tags and separators", BETWEEN.sub(b"", bare)
    if data.count(b"\0") * 4 > len(data):
        yield "utf-16", data.replace(b"\0", b"")
    wrapped = []
    for run in BASE64.findall(data):
        if not needles.first(b"=" + run):
            continue
        text = run.replace(b"-", b"+").replace(b"_", b"/")
        for skip in range(4) if len(text) > 20 else (0,):
            part = text[skip : skip + (len(text) - skip) // 4 * 4]
            try:
                wrapped.append(base64.b64decode(part, validate=True))
            except binascii.Error:
                continue
    for run in HEX.findall(data):
        if needles.first(b"#" + run):
            wrapped += [bytes.fromhex(run[skip : skip + (len(run) - skip) // 2 * 2].decode()) for skip in (0, 1)]
    if wrapped:
        yield "base64 or hex", b"\n".join(wrapped)


def inside(data):
    """(name, bytes) of what is packed in the bytes."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield "zip comment", packed.comment
            for entry in packed.infolist():
                yield "entry name", entry.filename.encode() + b"\n" + entry.comment + b"\n" + entry.extra
                yield entry.filename, packed.read(entry)
    if data[:2] == b"\x1f\x8b":
        yield "gzip", gzip.decompress(data)
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        if b"\0" not in data[:4096]:
            break  # text
        try:
            yield "zlib", zlib.decompressobj().decompress(data[match.start() :], 1 << 26)
        except zlib.error:
            continue


def look(name, data, needles, found, looked, depth=0):
    """`looked`: digests of what was looked at: a zip has every file of the site once more."""
    digest = hashlib.sha256(data).digest()
    if digest in looked:
        return
    looked.add(digest)
    for reading, text in readings(data, needles):
        for word, at in needles.of(text):
            found.setdefault(word, []).append((name, reading, text[max(0, at - 50) : at + 40]))
    if depth < DEEPEST:
        for inner, text in inside(data):
            look(f"{name}!{inner}", text, needles, found, looked, depth + 1)


def look_below(folder, needles):
    """{word: [(file, reading, around)]} of everything below the folder."""
    found = {}
    looked = set()
    folder = Path(folder)
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        look("(a name)", relative.encode(), needles, found, looked, DEEPEST)
        if path.is_file():
            look(relative, path.read_bytes(), needles, found, looked)
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("tokens")
    arguments.add_argument("--forbid", action="append", default=[])
    arguments.add_argument("--require", action="append", default=[])
    given = arguments.parse_args()
    tokens = json.loads(Path(given.tokens).read_text(encoding="utf-8"))
    forbidden = {word: f"{label}: {where}" for label in given.forbid for where, word in tokens[label].items()}
    required = {word: f"{label}: {where}" for label in given.require for where, word in tokens[label].items()}
    return report(given.folder, forbidden, required)


def report(folder, forbidden, required, name="", most=12):
    """Says what leaks and what is missing; 1 if anything."""
    found = look_below(folder, Needles({**forbidden, **required}))
    leaks = [word for word in forbidden if word in found]
    missing = [word for word in required if word not in found]
    said = []
    for word in leaks[:most]:
        file, reading, around = found[word][0]
        said.append(f"LEAK {name} {forbidden[word]} in {file} ({reading}): {around!r}")
    said += [f"MISSING {name} {required[word]}: {word}" for word in missing[:most]]
    said.append(f"{name or folder}: {len(forbidden)} forbidden, {len(leaks)} leak; {len(required)} required, {len(missing)} missing")
    print("\n".join(said), flush=True)
    return 1 if leaks or missing else 0


if __name__ == "__main__":
    sys.exit(main())
