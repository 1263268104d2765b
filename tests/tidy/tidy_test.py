#!/usr/bin/env python3
"""Each rule of tidy.py catches a breach of it and lets the decent neighbour pass."""
import sys
import tempfile
import unittest
from pathlib import Path

from tidy import Tidy

LAYERS = """
foundations
  text   | -    | all
stages
  load   | text | set.h
  link   | load text | program.h
  redact | link text | view.h
  ==== the wall ====
  compose | redact text | outline.h
beside the row
  driver | all | all
doors
  toml   | toml/ | 1
"""


def header(*lines):
    return "\n".join(["// A header with a purpose.", "#pragma once", *lines]) + "\n"


def source(*lines):
    return "\n".join(["// A source with a purpose.", *lines]) + "\n"


DECENT = {
    "compiler/layers.txt": LAYERS,
    "compiler/text/span.h": header(),
    "compiler/load/load.h": header('#include "load/set.h"'),
    "compiler/load/set.h": header('#include "text/span.h"'),
    "compiler/load/own.h": header(),
    "compiler/link/program.h": header('#include "load/set.h"'),
    "compiler/redact/view.h": header('#include "text/span.h"'),
    "compiler/redact/redact.cpp": source('#include "link/program.h"'),
    "compiler/compose/outline.h": header('#include "redact/view.h"'),
    "compiler/driver/main.h": header('#include "load/load.h"'),
    "compiler/main.cpp": source('#include "driver/main.h"'),
}


def breaches(changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**DECENT, **changes}.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Tidy(folder).run()


WORDS = {
    "themes/default/strings.yaml": 'a.b: "One"\nc.1: "Two"\nd.one: "{0} thing"\nd.other: "{0} things"\nf: "Three"\n',
    "compiler/compose/says.cpp": source('constexpr Word w[] = {"a.b"_word, word_for("c.", 1), "d"_word};'),
    "templates/page.html": "{{words.f}}",
}


class TidyTest(unittest.TestCase):
    def test_words(self):
        self.assert_clean(WORDS)
        misspelt = {**WORDS, "compiler/compose/says.cpp": source('constexpr Word w[] = {"a.c"_word, word_for("c.", 1), "d"_word};')}
        self.assertEqual([b[2:] for b in breaches(misspelt)],
                         [("text", "`a.c` is not in strings.yaml"), ("text", "nothing says `a.b`")])

    def assert_clean(self, changes):
        self.assertEqual(breaches(changes), [])

    def assert_breach(self, rule, path, changes):
        found = breaches(changes)
        self.assertTrue(
            any(b[0] == path and b[2] == rule for b in found), f"no breach of {rule} in {path} among {found}"
        )

    def breaks(self, rule, path, text):
        self.assert_breach(rule, path, {path: text})

    def test_decent_tree(self):
        self.assert_clean({})

    def test_one_name_for_two_types(self):
        self.assert_breach(
            "type",
            "compiler/load/set.h",
            {
                "compiler/load/own.h": header("struct Column {};"),
                "compiler/load/set.h": header("class Column : public Base {", "};"),
            },
        )

    def test_a_type_that_is_only_named_again(self):
        self.assert_clean(
            {
                "compiler/load/own.h": header("struct Column {};"),
                "compiler/load/set.h": header("struct Column;"),
            }
        )

    # layers
    def test_include_of_a_stage_to_the_right(self):
        self.breaks("layers", "compiler/load/set.h", header('#include "link/program.h"'))

    def test_foundation_includes_a_stage(self):
        self.breaks("layers", "compiler/text/span.h", header('#include "load/set.h"'))

    def test_entry_header_outside_driver(self):
        self.breaks("layers", "compiler/link/program.h", header('#include "load/load.h"'))

    def test_private_header_of_another_stage(self):
        self.breaks("layers", "compiler/link/program.h", header('#include "load/own.h"'))

    def test_folder_without_a_row(self):
        self.breaks("layers", "compiler/extra/thing.h", header())

    def test_include_not_from_the_root(self):
        self.breaks("layers", "compiler/load/load.h", header('#include "set.h"'))

    def test_main_calls_only_driver(self):
        self.breaks("layers", "compiler/main.cpp", source('#include "load/load.h"'))

    def test_wall_direct(self):
        self.breaks("layers", "compiler/compose/outline.h", header('#include "link/program.h"'))

    def test_wall_through_another_header(self):
        changes = {"compiler/redact/view.h": header('#include "link/program.h"')}
        self.assert_breach("wall", "compiler/redact/view.h", changes)
        self.assert_breach("wall", "compiler/compose/outline.h", changes)

    def test_table_with_a_row_across_the_wall(self):
        self.breaks("layers", "compiler/layers.txt", LAYERS.replace("compose | redact", "compose | link"))

    def test_table_with_a_row_below(self):
        self.breaks("layers", "compiler/layers.txt", LAYERS.replace("load   | text", "load   | link"))

    def test_table_with_a_row_without_folder(self):
        self.breaks("layers", "compiler/layers.txt", LAYERS.replace("beside the row", "  render | text | -\nbeside the row"))

    def test_table_with_a_header_that_is_not_there(self):
        self.breaks("layers", "compiler/layers.txt", LAYERS.replace("| set.h", "| set.h sets.h"))

    def test_table_with_a_foundation_cycle(self):
        cycle = LAYERS.replace("text   | -    | all", "text   | deep | all\n  deep | text | all")
        self.breaks("layers", "compiler/layers.txt", cycle)

    def test_table_lets_redact_offer_more(self):
        self.breaks("layers", "compiler/layers.txt", LAYERS.replace("| view.h", "| view.h redact.h"))

    # doors
    def test_library_in_a_header(self):
        self.breaks("door", "compiler/load/own.h", header("#include <toml/toml.hpp>"))

    def test_library_in_two_sources(self):
        use = source("#include <toml/toml.hpp>")
        self.assert_clean({"compiler/load/a.cpp": use})
        self.assert_breach("door", "compiler/load/b.cpp", {"compiler/load/a.cpp": use, "compiler/load/b.cpp": use})

    # one file
    def test_name(self):
        self.breaks("name", "compiler/load/string_util.h", header())
        self.breaks("name", "tests/misc/thing.cpp", source())

    def test_purpose(self):
        self.breaks("purpose", "compiler/load/own.h", "#pragma once\n")

    def test_once(self):
        self.breaks("once", "compiler/load/own.h", "// A header with a purpose.\n")

    def test_length(self):
        self.breaks("length", "compiler/load/load.cpp", source(*[""] * 600))
        self.assert_clean({"compiler/load/load.cpp": source(*[""] * 599)})

    def test_word_in_comment_only(self):
        word = "TO" + "DO"
        self.breaks("word", "compiler/load/load.cpp", source(f"int x;  // {word}: more"))
        self.assert_clean({"compiler/load/load.cpp": source(f'const char* placeholder = "{word}";')})

    def test_functions(self):
        for code in (
            "system(command);",
            "std::system(command);",
            "if (fork() == 0) {}",
            "if (std::isalpha(c)) {}",
            "char c = tolower(d);",
            "double d = std::stod(s);",
            "int n = atoi(s);",
            'setlocale(LC_ALL, "");',
            "auto now = std::time(nullptr);",
            "auto now = std::chrono::system_clock::now();",
            'auto* home = std::getenv("HOME");',
            "std::regex pattern(text);",
        ):
            with self.subTest(code):
                self.breaks("function", "compiler/load/load.cpp", source(code))

    def test_neighbours_of_functions(self):
        self.assert_clean(
            {
                "compiler/load/load.cpp": source(
                    "// system(command) would start a shell; isalpha(c) asks the locale",
                    'const char* text = "fork()"; const char* raw = R"(system("x"))"; int n = 1\'000;',
                    "const bool b = is_alpha(c) && file.system(x) && clock->time(0) && subsystem(x);",
                )
            }
        )
        self.assert_clean({"compiler/driver/today.cpp": source("const auto now = std::chrono::system_clock::now();")})

        # The one source that may fork: the fixture has no row for its folder, and nothing else to say.
        changes = {"compiler/draw/layout_worker.cpp": source("const pid_t child = ::fork();")}
        self.assertEqual([breach[2] for breach in breaches(changes)], ["layers"])

    def test_mutable_globals(self):
        for code in (
            "int counter = 0;",
            "std::vector<int> seen;",
            "static int counter;",
            "  static std::map<int, std::string> cache;",
            "thread_local char buffer{};",
            "Registry* registry = nullptr;",
        ):
            with self.subTest(code):
                self.breaks("global", "compiler/load/load.cpp", source(code))
        self.assert_clean(
            {
                "compiler/load/load.cpp": source(
                    "constexpr int most = 3;",
                    "const Table table = {1, 2};",
                    "  static const Table local = make();",
                    "  static constexpr int step = 2;",
                    "struct Row { int number = 0; };",
                    "void f() {",
                    "  int count = 0;",
                    "  static_assert(sizeof(int) == 4);",
                    "}",
                    "static Row make(int a);",
                    "bool operator==(const Row&, const Row&) = default;",
                    "using A = B;",
                    "std::string g(int a) { return h; }",
                )
            }
        )

    # the whole
    def test_median(self):
        self.assert_breach(
            "median", "compiler", {name: header(*[""] * 90) for name in DECENT if name.endswith(".h")}
        )

    def test_mirror(self):
        self.breaks("mirror", "tests/unit/parse/document_test.cpp", source())

    def test_document(self):
        self.breaks("document", "docs/architecture.md", "The table is `compiler/layer.txt`.\n")
        self.assert_clean({"docs/architecture.md": "See `compiler/layers.txt:3`, `compiler/<stage>/`, `src/x.h`.\n"})


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    sys.exit(0 if result.wasSuccessful() else 1)
