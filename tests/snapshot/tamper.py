#!/usr/bin/env python3
"""Tampers with a snapshot in every way, and makes hostile ones: `tamper.py MILEPOST BUNDLE SCRATCH`. Each must be refused with its code."""
import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

milepost, bundle, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
passed = failed = 0


def verify(name, data, status, *said):
    """Writes the bytes, verifies them, compares the exit status and what is said."""
    global passed, failed
    path = scratch / "tried.zip"
    path.write_bytes(data)
    ran = subprocess.run([milepost, "verify", str(path)], capture_output=True, text=True, timeout=120)
    missing = [text for text in said if text not in ran.stderr + ran.stdout]
    if ran.returncode == status and not missing:
        passed += 1
        return
    failed += 1
    print(f"FAIL {name}: ended with {ran.returncode}, not {status}; not said: {missing}")
    print("    " + (ran.stderr + ran.stdout)[:600].replace("\n", "\n    "))


def pack(files):
    """A zip of ours of these files, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(entry(name), files[name])
    return out.getvalue()


def entry(name, mode=0o100644):
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def mended(files, change=None):
    """The same with the manifest made to fit the files: what a careful forger would do."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = [
        {"path": name, "size": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
        for name in sorted(files, key=lambda one: one.encode()) if name != "manifest.json"
    ]
    if change:
        change(manifest)
    return files | {"manifest.json": written(manifest)}


def written(manifest):
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


with zipfile.ZipFile(bundle) as archive:
    good = {info.filename: archive.read(info) for info in archive.infolist()}
model = json.loads(good["manifest.json"])
verify("the bundle as it is", bundle.read_bytes(), 0, "the pages are what the records give")
verify("the same, packed by another tool", pack(good), 0, "the pages are what the records give")

# One of each kind of file.
kinds = {
    "a record": "program/" + next(n for n in sorted(good) if n.startswith("program/") and n.endswith(".md"))[8:],
    "program.yaml": "program/program.yaml",
    "a page": "site/index.html",
    "a page of a record": next(n for n in sorted(good) if n.startswith("site/") and n.count("/") > 1 and n.endswith(".html")),
    "a style sheet": next(n for n in sorted(good) if n.endswith(".css")),
    "a script": next(n for n in sorted(good) if n.endswith(".js")),
    "the site's model": "site/program.json",
    "the model": "program.json",
    "the text": "README.txt",
}
for kind, name in kinds.items():
    data = good[name]
    changed = data.replace(b"a", b"e", 1) if b"a" in data else data + b" "
    without = {n: d for n, d in good.items() if n != name}
    verify(f"{kind} changed", pack(good | {name: changed}), 1, "MP522", name)
    verify(f"{kind} missing", pack(without), 1, "MP523", name)
    verify(f"{kind} renamed", pack(without | {name + "x": data}), 1, "MP523", "MP524", name + "x")
    verify(f"{kind} added", pack(good | {name + ".more": data}), 1, "MP524", name + ".more")
    # With a manifest that fits, what is made of the records tells.
    if kind not in ("a record", "program.yaml"):
        verify(f"{kind} changed, and the manifest", pack(mended(good | {name: changed})), 1, "MP525", name)
        verify(f"{kind} missing, and the manifest", pack(mended(without)), 1, "MP525")
        verify(f"{kind} added, and the manifest", pack(mended(good | {name + ".more": data})), 1, "MP525", name + ".more")
title = good["program/program.yaml"].replace(b"program: ", b"program: Another ", 1)
verify("the title, and the manifest", pack(mended(good | {"program/program.yaml": title})), 1, "MP525", "site/index.html")
record = kinds["a record"]
verify("a record less, and the manifest", pack(mended({n: d for n, d in good.items() if n != record})), 1, "MP525")


def edit(path, value):
    def change(manifest):
        inner = manifest
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
    return change


for path, value, said in [
    (("program", "as_of"), "2026-06-02", "MP525"), (("program", "title"), "Other", "MP525"), (("program", "id"), "X", "MP525"),
    (("options", "label"), "v9", "MP525"), (("options", "base_url"), "https://x.example/", "MP525"),
    (("options", "audience"), "public", "MP524"), (("program", "as_of"), "someday", "MP521"), (("format",), "milepost-snapshot 9", "MP521"),
]:
    verify(f"{path} of the manifest", pack(mended(good, edit(path, value))), 1, said)
verify("the size of a file in the manifest", pack(good | {"manifest.json": written(edit(("files", 0, "size"), 7)(m := json.loads(good["manifest.json"])) or m)}), 1, "MP522")
verify("a limit that was not", pack(mended(good, edit(("options", "limits"), ["body_bytes=1MB"]))), 1, "MP526", "say the same")
for limit in ("rm -rf", "body_bytes=much", "body_bytes=-1"):
    verify(f"the limit {limit}", pack(mended(good, edit(("options", "limits"), [limit]))), 1, "MP521")
no_records = {n: d for n, d in good.items() if not n.startswith("program/")} | {"site/index.html": b"forged"}
verify("said to be for an audience, without records", pack(mended(no_records, edit(("options", "audience"), "customers"))), 1, "MP526")
verify("another version of the tool", pack(mended(good, edit(("generator", "version"), "9.9.9"))), 1, "MP526", "9.9.9")
verify("another version, a page and the manifest", pack(mended(good | {"site/index.html": b"forged"}, edit(("generator", "version"), "9.9.9"))), 1, "MP526")
verify("another version, and a page changed", pack(mended(good, edit(("generator", "version"), "9.9.9")) | {"site/index.html": b"x"}), 1, "MP522", "MP526")
for name, text in {
    "no manifest": None, "an empty one": b"", "no JSON": b"{", "spaces": good["manifest.json"] + b" ",
    "a key more": good["manifest.json"].replace(b'"format"', b'"more": 1,\n  "format"', 1),
    "a key twice": good["manifest.json"].replace(b'"label": ""', b'"label": "", "label": ""', 1),
    "depth": b"[" * 100000,
}.items():
    files = {n: d for n, d in good.items() if n != "manifest.json"}
    verify(f"manifest: {name}", pack(files | ({"manifest.json": text} if text is not None else {})), 1, "MP521")

# --- zips that mean harm ---------------------------------------------------------------------------------

small = {"manifest.json": good["manifest.json"]}


def raw(entries, directory=None, tail=b"", end=None):
    """A zip by hand: entries of (name bytes, packed bytes, fields that replace those of the directory)."""
    body, listing = b"", b""
    for name, data, fields in entries:
        packed = fields.get("packed")
        if packed is None:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(data) + packer.flush()
        values = {"flags": 0, "method": 8, "crc": zlib.crc32(data), "packed_size": len(packed), "size": len(data), "mode": 0o100644 << 16,
                  "offset": len(body), "local_name": name, "extra": b"", "version": 20} | fields
        body += struct.pack("<IHHHHHIIIHH", 0x04034B50, values["version"], values["flags"], values["method"], 0, 0x21, values["crc"],
                            values["packed_size"], values.get("local_size", values["size"]), len(values["local_name"]), len(values["extra"]))
        body += values["local_name"] + values["extra"] + packed
        listing += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 0x0300 | 20, values["version"], values["flags"], values["method"], 0, 0x21, values["crc"],
                               values["packed_size"], values["size"], len(name), len(values["extra"]), 0, 0, 0, values["mode"], values["offset"])
        listing += name + values["extra"]
    counted = len(entries) if directory is None else directory
    last = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, counted & 0xFFFF, counted & 0xFFFF, len(listing), len(body), len(tail))
    return body + listing + (end or b"") + last + tail


plain = (b"manifest.json", good["manifest.json"], {})
verify("a zip by hand is read", raw([plain]), 1, "MP523")
for what, name, said in [
    ("a way out", b"../evil", "leaves its folder"), ("a way out inside", b"program/../../evil", "leaves its folder"),
    ("an absolute name", b"/etc/evil", "is absolute"), ("a drive", b"C:/evil", "drive"), ("a backslash", b"..\\evil", "backslash"),
    ("a control character", b"program/a\nb", "control character"), ("a zero byte", b"program/a\0b", ""), ("no UTF-8", b"program/\xff", "UTF-8"),
    ("an empty part", b"program//a", "empty"), ("a dot", b"./a", "empty"), ("a folder", b"program/", "folder"), ("no name", b"", ""),
    ("a long name", b"a" * 2000, "too long"),
]:
    verify(f"zip: {what}", raw([plain, (name, b"x", {})]), 1, "MP520", said)
verify("zip: twice", raw([plain, (b"a.md", b"x", {}), (b"a.md", b"y", {})]), 1, "MP520")
verify("zip: but for case", raw([plain, (b"a.md", b"x", {}), (b"A.md", b"y", {})]), 1, "MP520", "one name")
verify("zip: but for accents", raw([plain, ("\u00e9.md".encode(), b"x", {}), ("e\u0301.md".encode(), b"y", {})]), 1, "MP520", "one name")
verify("zip: a link", raw([plain, (b"program/link", b"/etc/passwd", {"mode": 0o120777 << 16})]), 1, "MP520", "link")
verify("zip: a device", raw([plain, (b"program/device", b"", {"mode": 0o020666 << 16})]), 1, "MP520", "no regular file")
verify("zip: encrypted", raw([plain, (b"program/a", b"x" * 20, {"flags": 1})]), 1, "MP520")
verify("zip: another method", raw([plain, (b"program/a", b"x", {"method": 14})]), 1, "MP520")
zeros = b"\0" * (64 << 20)
verify("zip: a bomb", raw([plain, (b"program/bomb.md", zeros, {})]), 1, "MP520", "times as large")
verify("zip: a bomb that lies", raw([plain, (b"program/bomb.md", zeros, {"size": 100, "local_size": 100})]), 1)
verify("zip: a size too large", raw([plain, (b"program/a", b"x", {"size": 0xFFFFFFF0, "local_size": 0xFFFFFFF0})]), 1, "MP520")
verify("zip: a size too large by zip64", raw([plain, (b"program/a", b"x", {
    "size": 0xFFFFFFFF, "local_size": 0xFFFFFFFF, "version": 45, "extra": struct.pack("<HHQ", 1, 8, 1 << 62)})]), 1, "MP520")
verify("zip: many of 200 MB", raw([plain] + [(b"program/%d" % i, b"x", {"size": 200 << 20, "local_size": 200 << 20, "packed_size": 1 << 20}) for i in range(20)]), 1, "MP520")
verify("zip: more entries than there are", raw([plain], directory=60000), 1, "MP520")
verify("zip: fewer entries than there are", raw([plain, (b"a", b"x", {})], directory=1), 1, "MP520")
lie = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 60, 0)
verify("zip: zip64 that lies of the count", raw([plain], end=lie + struct.pack("<IIQI", 0x07064B50, 0, 0, 1)), 1, "MP520")
verify("zip: another checksum", raw([plain, (b"a", b"x", {"crc": 7})]), 1)
verify("zip: another name in front", raw([plain, (b"program/a", b"x", {"local_name": b"program/b"})]), 1, "MP520")
verify("zip: a comment behind", raw([plain], tail=b"hidden"), 1, "MP520")
verify("zip: something in front", b"#!/bin/sh\n" + raw([plain]), 1, "MP520")
verify("zip: something behind", raw([plain]) + b"more", 1, "MP520")
verify("zip: cut short", pack(good)[:-100], 1, "MP520")
verify("zip: one byte in the middle", (lambda b: b[: len(b) // 3] + bytes([b[len(b) // 3] ^ 0x55]) + b[len(b) // 3 + 1:])(bundle.read_bytes()), 1)
verify("no zip", b"hello", 1, "MP520")
verify("nothing", b"", 1, "MP520")
# An archive in it is bytes, and not opened. A file that no page is made of changes none of them.
inner = raw([(b"../evil", zeros, {})])
verify("zip in zip", pack(mended(good | {"program/inner.zip": inner})), 0, "the pages are what the records give")
verify("zip in zip, and the manifest as it was", pack(good | {"program/inner.zip": inner}), 1, "MP524")

for name, path, status in [("no such file", scratch / "nothing.zip", 3), ("a folder", scratch, 3)]:
    ran = subprocess.run([milepost, "verify", str(path)], capture_output=True, text=True)
    passed, failed = (passed + 1, failed) if ran.returncode == status else (passed, failed + 1)
    if ran.returncode != status:
        print(f"FAIL {name}: ended with {ran.returncode}")
os.mkfifo(scratch / "pipe.zip")
ran = subprocess.run([milepost, "verify", str(scratch / "pipe.zip")], capture_output=True, text=True, timeout=20)
if ran.returncode == 3:
    passed += 1
else:
    failed += 1
    print(f"FAIL a pipe: ended with {ran.returncode}")
print(f"tried {passed + failed}: {failed} wrong")
print(f"counts: {passed} passed, {failed} failed")
sys.exit(failed > 0)
