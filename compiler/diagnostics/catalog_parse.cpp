// The manual entries of the diagnostics of parse/: YAML and front matter. Markdown's are in
// catalog_markdown.cpp.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        101,
        "yaml-syntax",
        Severity::error,
        "A line cannot be read as YAML",
        {},
        R"(The message says what was found and, where one can be computed, what to write. The most common causes are a missing space after a colon (`title:Foo`) and a list that starts on the line of its key (`tags: - a`).

The rest of the file is read as if the mistake were mended, so that one run shows all mistakes.)",
        R"(=== tasks.yaml
tasks:
- id: T-1
  title:Move the data
)",
        R"(=== tasks.yaml
tasks:
- id: T-1
  title: Move the data
)"},
    RuleInfo{
        102,
        "duplicate-key",
        Severity::error,
        "A key is given twice in one mapping",
        {},
        R"(YAML does not say which of the two counts. Milepost takes the first and names both places. Remove one.)",
        R"(=== risks/R-1.md
---
title: Vendor is late
owner: ana
owner: li
---
)",
        R"(=== risks/R-1.md
---
title: Vendor is late
owner: [ana, li]
---
)"},
    RuleInfo{
        103,
        "yaml-alias",
        Severity::error,
        "An anchor or alias stands where none may stand, or names nothing",
        {},
        R"(`*` and `&` mean something to YAML. In front matter they are nearly always text (`title: *urgent* fix`), so there they are refused: quote the value. In YAML files anchors and aliases work, as long as what they stand for is defined before them and does not hold itself.)",
        R"(=== risks/R-1.md
---
title: *Vendor* is late
---
)",
        R"(=== risks/R-1.md
---
title: "*Vendor* is late"
---
)"},
    RuleInfo{
        104,
        "second-document",
        Severity::error,
        "A YAML file holds a second document",
        {},
        R"(A line `---` in a YAML file starts a new document; only the first one is read. Put the second in a file of its own, or remove the line.)",
        R"(=== tasks.yaml
tasks:
- {id: T-1, title: Move the data}
---
tasks:
- {id: T-2, title: Test it}
)",
        R"(=== tasks.yaml
tasks:
- {id: T-1, title: Move the data}
- {id: T-2, title: Test it}
)"},
    RuleInfo{
        105,
        "complex-key",
        Severity::error,
        "A key is no plain text",
        {},
        R"(YAML allows lists and mappings as keys; records have no use for them, and one that occurs is a mistake in brackets or a stray `?`. Quote it if it is text.)",
        R"(=== tasks.yaml
? tasks
: - {id: T-1, title: Move the data}
)",
        R"(=== tasks.yaml
tasks:
- {id: T-1, title: Move the data}
)"},
    RuleInfo{106,
             "yaml-too-deep",
             Severity::error,
             "Values are nested more than 32 levels deep",
             {},
             R"(No record needs that many levels. What is deeper is not read.)",
             {},
             {}},
    RuleInfo{
        107,
        "yaml-too-large",
        Severity::error,
        "A document has too many keys and values",
        {},
        R"(Front matter may have 10,000, a YAML file 200,000; aliases count as what they stand for. What follows is not read. Split the file.)",
        {},
        {}},
    RuleInfo{
        108,
        "control-character",
        Severity::error,
        "There is a control character in YAML",
        {},
        R"(Control characters cannot be seen and YAML does not allow them. Remove the character.)",
        "=== tasks.yaml\ntasks:\n- {id: T-1, title: \"Move\x01 it\"}\n",
        "=== tasks.yaml\ntasks:\n- {id: T-1, title: \"Move it\"}\n"},
    RuleInfo{
        109,
        "tab-indentation",
        Severity::error,
        "A line of YAML is indented with a tab",
        {},
        R"(YAML is indented with spaces only. Most editors can be told to write spaces in `.yaml` files.)",
        "=== tasks.yaml\ntasks:\n- id: T-1\n\ttitle: Move the data\n",
        "=== tasks.yaml\ntasks:\n- id: T-1\n  title: Move the data\n"},
    RuleInfo{
        110,
        "quotes-needed",
        Severity::error,
        "A value must be in quotes",
        {},
        R"(YAML gives a meaning to some characters: `@` and a backtick start nothing valid; `[` and `{` start a list or mapping; `>` and `|` announce text on the lines below; `: ` in the middle makes a key. A value that is meant as text and has one of them is put in double quotes, or in single quotes if it has double quotes or backslashes itself.

The message has the line as it should be.)",
        R"(=== risks/R-1.md
---
title: Vendor: contract is late
owner: @ana
---
)",
        R"(=== risks/R-1.md
---
title: "Vendor: contract is late"
owner: "@ana"
---
)"},
    RuleInfo{
        111,
        "open-quote",
        Severity::error,
        "A quoted value has no closing quote",
        {},
        R"(The place is that of the opening quote. Without its partner it would swallow the lines below. If the quote is an apostrophe at the start of a word, put the whole value in double quotes.)",
        R"(=== risks/R-1.md
---
title: "Vendor is late
owner: ana
---
)",
        R"(=== risks/R-1.md
---
title: "Vendor is late"
owner: ana
---
)"},
    RuleInfo{
        112,
        "comment-in-value",
        Severity::warning,
        "Part of a value is read as a comment",
        {},
        R"(In YAML a `#` behind a space starts a comment: `title: Issue #12 open` has the value `Issue`, and `title: #12` has none. Quote the value. Comments that start with a space (`# like this`) are not reported.)",
        R"(=== risks/R-1.md
---
title: Vendor is late, see #12
---
)",
        R"(=== risks/R-1.md
---
title: "Vendor is late, see #12"
---
)"},
    RuleInfo{
        113,
        "stray-content",
        Severity::error,
        "A line belongs to no list and no mapping",
        {},
        R"(A key beside list items, a list item beside keys, text that is neither: YAML readers drop such lines or stop. Usually the indentation is wrong or a key is missing.)",
        R"(=== tasks.yaml
tasks:
- {id: T-1, title: Move the data}
some text
)",
        R"(=== tasks.yaml
tasks:
- {id: T-1, title: Move the data}
# some text
)"},
    RuleInfo{
        114,
        "open-bracket",
        Severity::error,
        "A `[` or `{` is never closed",
        {},
        R"(The place is that of the bracket. Close it, or, if the value is text that begins with a bracket, quote it.)",
        R"(=== risks/R-1.md
---
title: Vendor is late
threatens: [T-1, T-2
---
)",
        R"(=== risks/R-1.md
---
title: Vendor is late
owner: [ana, li]
---
)"},
    RuleInfo{
        115,
        "bad-merge",
        Severity::error,
        "`<<` is given something that is no mapping",
        {},
        R"(The merge key takes over the entries of one mapping or of a list of mappings: `<<: *defaults`.)",
        R"(=== tasks.yaml
base: &base 1
tasks:
- {<<: *base, id: T-1, title: Move the data}
)",
        R"(=== tasks.yaml
tasks:
- &base {id: T-1, title: Move the data}
- {<<: *base, id: T-2}
)"},
    RuleInfo{
        116,
        "open-front-matter",
        Severity::error,
        "Front matter has no closing `---`",
        {},
        R"(A Markdown file whose first line is `---` begins with front matter, which ends at the next line that is `---` or `...`. Without one, where the body begins cannot be told: what looks like `key: value` lines is read as front matter.)",
        R"(=== risks/R-1.md
---
title: Vendor is late

The contract is not signed.
)",
        R"(=== risks/R-1.md
---
title: Vendor is late
---

The contract is not signed.
)"},
    RuleInfo{
        117,
        "front-matter-shape",
        Severity::error,
        "What stands between the `---` lines is no `key: value` list",
        {},
        R"(Front matter is a mapping. If the `---` was meant as a rule across the page, put an empty line before it or write `***`.)",
        R"(=== notes.md
---
- a list
---
)",
        R"(=== notes.md
---
title: A page
---
)"},
    RuleInfo{118,
             "yaml-tag",
             Severity::error,
             "A value starts with `!`",
             {},
             R"(YAML takes the word after a `!` for a tag and would drop it. Quote the value.)",
             R"(=== risks/R-1.md
---
title: !important Vendor is late
---
)",
             R"(=== risks/R-1.md
---
title: "!important Vendor is late"
---
)"},
    RuleInfo{
        119,
        "bad-indentation",
        Severity::error,
        "The indentation of a line fits none above it",
        {},
        R"(Entries of one list or mapping start at the same column. The message says how many spaces are expected.)",
        R"(=== tasks.yaml
tasks:
- id: T-1
   title: Move the data
)",
        R"(=== tasks.yaml
tasks:
- id: T-1
  title: Move the data
)"},
    RuleInfo{
        120,
        "bad-escape",
        Severity::error,
        "A backslash in double quotes starts no known escape",
        {},
        R"(In double quotes YAML reads `\n`, `\t`, `\u00E9` and the like. In single quotes a backslash is a backslash: use those for paths and patterns.)",
        R"(=== risks/R-1.md
---
title: "Backup of C:\Queue fails"
---
)",
        R"(=== risks/R-1.md
---
title: 'Backup of C:\Queue fails'
---
)"},
};

}  // namespace

std::span<const RuleInfo> parse_catalog() {
  return kEntries;
}

}  // namespace milepost
