#!/usr/bin/env python3
"""links.py finds each way in which a link can be broken, and nothing else."""
import sys
import tempfile
import unittest
from pathlib import Path

from links import Site

DECENT = {
    "index.html": '<a href="risks/R-1.html#top">x</a><a href="#here">x</a><p id="here"></p><img src="a%20b.png">'
    '<a href="https://example.com/">x</a><a href="mailto:a@b.example">x</a><link href="style.css" rel="stylesheet">',
    "risks/R-1.html": '<h1 id="top">x</h1><a href="../index.html">x</a><a href="R-1.html">x</a>',
    "a b.png": "",
    "style.css": "b{background:url(a%20b.png)} i{background:url('data:image/png;base64,')}",
    "program.json": '{"records": [{"url": "risks/R-1.html"}]}',
}


class LinksTest(unittest.TestCase):
    def mistakes(self, changes):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**DECENT, **changes}.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return Site(folder).check()

    def test_decent(self):
        self.assertEqual(self.mistakes({}), [])

    def test_broken(self):
        for text in (
            '<a href="missing.html">',
            '<a href="index.html#nowhere">',
            '<a href="#nowhere">',
            '<a href="/index.html">',
            '<a href="//example.com/x">',
            '<a href="javascript:x">',
            '<a href="../outside.html">',
            '<a href="risks/">',
            '<a href="">',
            '<img src="https://example.com/x.png">',
            '<img srcset="missing.png 2x">',
            '<p id="a"></p><p id="a"></p>',
        ):
            with self.subTest(text):
                self.assertEqual(len(self.mistakes({"more.html": text})), 1)

    def test_broken_elsewhere(self):
        self.assertEqual(len(self.mistakes({"style.css": "b{background:url(missing.png)}"})), 1)
        self.assertEqual(len(self.mistakes({"program.json": '{"records": [{"url": "risks/R-2.html"}]}'})), 1)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    sys.exit(0 if result.wasSuccessful() else 1)
