// The manual entries of the diagnostics of parse/ about Markdown bodies.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{121,
             "body-too-large",
             Severity::error,
             "The body of a file has more than 256 KB",
             {},
             R"(Its front matter is read, its body is not. Split the file.)",
             {},
             {}},
    RuleInfo{
        122,
        "markdown-too-deep",
        Severity::error,
        "A line of Markdown opens more than 32 quotes and lists",
        {},
        R"(Nobody reads such a line, and Markdown parsers need very long for many of them. The body is shown as it was written.)",
        "=== notes.md\n# Notes\n\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > "
        "> > > "
        "> > > > > x\n",
        "=== notes.md\n# Notes\n\n> > > x\n"},
    RuleInfo{
        123,
        "table-too-large",
        Severity::error,
        "A table has more than 128 columns or 50,000 cells",
        {},
        R"(Short rows count as full ones. The body is shown as it was written. Put data of this size into a file beside the page and link it.)",
        {},
        {}},
    RuleInfo{
        124,
        "markdown-too-complex",
        Severity::error,
        "A body has more unfinished constructs than any text has",
        {},
        R"(Thousands of `<!`, `![` or `]:`, or references whose number times length passes 4 MB, are how Markdown parsers are made to run for hours. The body is shown as it was written.)",
        {},
        {}},
    RuleInfo{
        125,
        "html-as-text",
        Severity::note,
        "HTML is shown as text",
        {},
        R"(Of raw HTML only an inert set is understood: `br`, `hr`, `sub`, `sup`, `kbd`, `mark`, `details`, `summary`, `a`, `img` and the table family. All else is shown as it was written, because a page of records must not run what a stranger wrote. Write it in Markdown.)",
        R"(=== notes.md
# Notes

<div>Hello</div>
)",
        R"(=== notes.md
# Notes

Hello
)"},
    RuleInfo{
        126,
        "unbalanced-html",
        Severity::warning,
        "An HTML element is not closed, or closed unopened",
        {},
        R"(An element that is never closed is closed where the part of the text it stands in ends; a closing tag without an opening one is shown as text.)",
        R"(=== notes.md
# Notes

<details>
<summary>More</summary>

Text.
)",
        R"(=== notes.md
# Notes

<details>
<summary>More</summary>

Text.

</details>
)"},
    RuleInfo{
        127,
        "row-too-long",
        Severity::warning,
        "A table's row has more cells than its head",
        {},
        R"(Markdown shows as many cells as the head has and drops the rest. Usually a `|` in a cell was meant as text (write `\|`), or a column is missing in the head.)",
        R"(=== notes.md
| Name | Choice |
|------|--------|
| A    | yes | no |
)",
        R"(=== notes.md
| Name | Choice |
|------|--------|
| A    | yes \| no |
)"},
};

}  // namespace

std::span<const RuleInfo> markdown_catalog() {
  return kEntries;
}

}  // namespace milepost
