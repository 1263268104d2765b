#!/usr/bin/env python3
"""groups.py keeps apart what would mean something else together."""
import os
import tempfile
import unittest
from pathlib import Path

from groups import Source, header_names, make_groups


def groups_of(*sources, most=12):
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for number, text in enumerate(sources):
            path = Path(folder) / f"{number}.cpp"
            path.write_text(text, encoding="utf-8")
            made.append(Source(str(path)))
        return [[int(Path(s.path).stem) for s in group] for group in make_groups(made, most)]


class GroupsTest(unittest.TestCase):
    def test_strangers_go_together(self):
        self.assertEqual(groups_of("namespace { int a() { return 1; } }", "namespace { int b = 2; }"), [[0, 1]])

    def test_one_name_for_two_things(self):
        self.assertEqual(groups_of("namespace { struct Copier { int x; }; }", "namespace { class Copier {}; }"), [[0], [1]])

    def test_a_name_that_the_other_means_otherwise(self):
        for declared in ("namespace { int row(int x) { return x; } }", "namespace { constexpr int row = 1; }",
                         "namespace { enum class row { a }; }", "static int row() { return 1; }",
                         "namespace { using row = int; }", "namespace { int row[3]; }"):
            self.assertEqual(groups_of(declared, "void f() { int row = 1; }"), [[0], [1]])

    def test_inside_and_in_texts_nothing_is_declared(self):
        self.assertEqual(groups_of('namespace { void f() { int row = 1; } struct S { int col; }; } // row col',
                                   'const char* g() { return "f S"; } // f\nint row, col;'), [[0, 1]])

    def test_a_header_of_the_other_declares_it(self):
        with tempfile.TemporaryDirectory() as folder:
            before = os.getcwd()
            os.chdir(folder)
            try:
                header_names.cache_clear()
                Path("compiler/shape").mkdir(parents=True)
                Path("compiler/shape/far.h").write_text("namespace m {\nstruct Page {\n  int row;\n};\n}\n", encoding="utf-8")
                Path("compiler/shape/near.h").write_text('#include "shape/far.h"\n', encoding="utf-8")
                with_it = '#include "shape/near.h"\nint a;'
                self.assertEqual(groups_of("namespace { struct Page {}; }", with_it), [[0], [1]])
                self.assertEqual(groups_of("namespace { struct row {}; }", with_it), [[0, 1]])
            finally:
                os.chdir(before)

    def test_a_macro_stands_alone(self):
        self.assertEqual(groups_of("#define A 1\nint a;", "int b;"), [[1]])

    def test_no_group_is_larger_than_told(self):
        self.assertEqual(groups_of("int a;", "int b;", "int c;", most=2), [[0, 1], [2]])


if __name__ == "__main__":
    unittest.main()
