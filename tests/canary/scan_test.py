#!/usr/bin/env python3
"""The scanner finds a token in every wrapping it speaks of, and nothing where there is none."""
import base64
import gzip
import io
import random
import tempfile
import unittest
import zipfile
import zlib
from pathlib import Path

from scan import Needles, look_below

TOKEN = "kvzqbcdfghjkmnpqrs"


def packed(name, data):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, data)
    return made.getvalue()


class ScanTest(unittest.TestCase):
    def found(self, data, name="file.bin"):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / name).write_bytes(data)
            return TOKEN in look_below(folder, Needles({TOKEN: "here"}))

    def test_wrappings(self):
        raw = TOKEN.encode()
        self.assertTrue(all(self.found(data) for data in (raw, raw.upper(), b"x " + raw + b" y")))
        for data in (
            raw[:12], raw[:14] + b"...", raw[-12:], raw[4:17],
            "".join(f"%{ord(c):02X}" for c in TOKEN).encode(), "".join(f"%25{ord(c):02x}" for c in TOKEN).encode(),
            "".join(f"&#{ord(c)};" for c in TOKEN).encode(), "".join(f"&amp;#x{ord(c):x};" for c in TOKEN).encode(),
            "".join(f"\\u{ord(c):04x}" for c in TOKEN).encode(), "".join(f"\\x{ord(c):02x}" for c in TOKEN).encode(),
            b"kvzqb<mark>cdfg</mark>hjkmn&shy;pqrs", "kvzqbcd\u200bfghjk\u00admnpqrs".encode(), b"kvzqbcdf\r\n ghjkmnpqrs",
            b"kvzqbc-dfghjk-mnpqrs", raw.hex().encode(), b"a" + raw.hex().encode() + b"b", TOKEN.encode("utf-16"),
            *(base64.b64encode(b"a" * n + raw + b"tail") for n in range(4)), base64.urlsafe_b64encode(b"\xff\xfe" + raw),
            gzip.compress(raw), packed("a/b.txt", raw), packed(TOKEN + ".txt", b""), packed("in.zip", packed("x", gzip.compress(raw))),
            b"\x89PNG\r\n\0\0" + zlib.compress(b"Comment\0" + raw),
        ):  # fmt: skip
            self.assertTrue(self.found(data), data)

    def test_names(self):
        self.assertTrue(self.found(b"", TOKEN + ".html"))
        self.assertTrue(self.found(b"", TOKEN[:13].upper() + ".html"))

    def test_nothing(self):
        dice = random.Random(3)
        noise = " ".join("".join(dice.choice("bcdfghjkmnpqrstvwxz") for _ in range(18)) for _ in range(20000))
        self.assertFalse(self.found(noise.encode()))
        self.assertFalse(self.found(TOKEN[:11].encode()))


if __name__ == "__main__":
    unittest.main()
