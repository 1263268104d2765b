#!/usr/bin/env python3
"""Every way through the audience wall that C++ knows is found, and what may stand behind it is not."""
import unittest

from tidy_test import DECENT, breaches, header, source

PROGRAM = {"compiler/link/program.h": header('#include "load/set.h"', "namespace m {", "struct Program {", "  int n;", "};",
                                               "enum class RecordIndex : int {", "  none", "};", "}")}  # fmt: skip


class WallTest(unittest.TestCase):
    def found(self, files):
        return [b for b in breaches({**PROGRAM, **files}) if b[2] == "wall"]

    def assert_found(self, *lines, path="compiler/compose/page.cpp", files=None, words=""):
        text = header(*lines) if path.endswith(".h") else source(*lines)
        found = self.found({path: text, **(files or {})})
        self.assertEqual({b[0] for b in found}, {path}, found)
        self.assertTrue(any(words in b[3] for b in found), found)

    def assert_clean(self, *lines, path="compiler/compose/page.cpp", files=None):
        text = header(*lines) if path.endswith(".h") else source(*lines)
        self.assertEqual(self.found({path: text, **(files or {})}), [])

    def test_forward_declarations(self):
        for line in ("struct Program;", "class Program;", "enum class RecordIndex : int;", "namespace m { struct Program; }"):
            self.assert_found(line, words="stands before the audience wall")
            self.assert_found(line, path="compiler/redact/view.h", words="names")

    def test_names_in_any_place(self):
        for line in ("int f(const Program& p);", "using X = const ::Program*;",
                     "template <typename T = Program> int f();", "  auto p = static_cast<const Program*>(q);",
                     "  return sizeof(RecordIndex);", "friend struct Program;"):  # fmt: skip
            self.assert_found(line, words="`")

    def test_a_foundation_does_not_carry_a_name_through(self):
        self.assert_found("struct Program;", path="compiler/text/span.h", words="names `Program`")
        self.assert_found("template <typename F>", "int with(const Program& p, F f);", path="compiler/text/with.h", words="Program")

    def test_a_foundation_includes_no_stage(self):
        found = breaches({**PROGRAM, "compiler/text/span.h": header('#include "link/program.h"')})
        self.assertTrue(any(b[0] == "compiler/text/span.h" and b[2] == "layers" for b in found), found)
        # And what includes the foundation is told, too.
        self.assertTrue(any(b[0] == "compiler/compose/outline.h" and b[2] == "wall" for b in found), found)

    def test_a_stage_of_its_own_in_the_table(self):
        for used in ("link", "load"):
            files = {**PROGRAM, "compiler/layers.txt": DECENT["compiler/layers.txt"].replace("compose | redact text", f"compose | {used} redact text")}
            self.assertTrue(any("across the audience wall" in b[3] for b in breaches(files)))

    def test_redact_offers_the_view_alone(self):
        files = {**PROGRAM, "compiler/redact/redact.h": header('#include "link/program.h"'),
                 "compiler/compose/page.cpp": source('#include "redact/redact.h"')}  # fmt: skip
        found = breaches(files)
        self.assertTrue(any(b[0].endswith("page.cpp") and b[2] == "layers" for b in found), found)
        self.assertTrue(any(b[0].endswith("page.cpp") and b[2] == "wall" for b in found), found)
        offered = DECENT["compiler/layers.txt"].replace("| view.h", "| view.h redact.h")
        self.assertTrue(any("nothing else" in b[3] for b in breaches({**files, "compiler/layers.txt": offered})))

    def test_includes_that_hide_what_they_are(self):
        self.assert_found("#define THE_HEADER <map>", "#include THE_HEADER", words="in letters")
        self.assert_found("#include <link/program.h>", files={}, words="in quotes")
        self.assert_found('#include "../link/program.h"', words="goes round")
        self.assert_found("#include_next NEXT", words="in letters")

    def test_sources_are_not_read(self):
        layers = DECENT["compiler/layers.txt"].replace("stages\n", "  files | text | all\nstages\n").replace("compose | redact text", "compose | redact files text")
        files = {"compiler/layers.txt": layers, "compiler/files/disk.h": header(), "compiler/files/embedded.h": header()}
        self.assert_found('#include "files/disk.h"', files=files, words="reads no files")
        self.assert_clean('#include "files/embedded.h"', files=files)

    def test_a_function_of_a_stage_declared_here(self):
        self.assert_found("std::string secret_of(unsigned record);", words="declared here")
        self.assert_found("extern int the_record;", words="`extern`")
        self.assert_clean("std::string own(unsigned n);", "", "std::string own(unsigned n) {", '  return "";', "}")

    def test_what_has_the_same_name(self):
        self.assert_clean("namespace {", "struct Program {", "  int own;", "};", "}")
        self.assert_clean("  return other::Program();")
        self.assert_clean('// A Program is not named in "Program" or here.')
        self.assert_clean("struct Page {", "  int n;", "};", "int f(const Page& page) {", "  return page.n;", "}")
        self.assert_clean("const Program& p = load();", path="compiler/driver/build.cpp")


if __name__ == "__main__":
    unittest.main()
