// The manual entries of the diagnostics of audiences: regions, labels and leaks.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        410,
        "region-open",
        Severity::error,
        "A region for an audience is never closed",
        {},
        R"(`<!-- audience: internal -->` begins a part of a page that only those see who may see `internal`; `<!-- /audience -->` ends it. Without an end the region runs to the end of the text, so that nothing is shown by mistake.)",
        R"(=== notes.md
# Notes

<!-- audience: internal -->
Our margin is 12 %.
)",
        R"(=== notes.md
# Notes

<!-- audience: internal -->
Our margin is 12 %.
<!-- /audience -->
)"},
    RuleInfo{
        411,
        "region-not-open",
        Severity::error,
        "A region for an audience is closed that was not opened",
        {},
        R"(There is a `<!-- /audience -->` too many, or the opening mark above it is misspelled and its text is shown to everyone.)",
        R"(=== notes.md
# Notes

<!-- audience internal -->
Our margin is 12 %.
<!-- /audience -->
)",
        R"(=== notes.md
# Notes

<!-- audience: internal -->
Our margin is 12 %.
<!-- /audience -->
)"},
    RuleInfo{
        412,
        "region-nested",
        Severity::error,
        "A region for an audience begins inside another",
        {},
        R"(Regions are not nested: who may see the inner one but not the outer could not be said. What is inside both is shown only to those who may see both labels. Close the outer region first.)",
        R"(=== notes.md
<!-- audience: internal -->
One.
<!-- audience: restricted -->
Two.
<!-- /audience -->
<!-- /audience -->
)",
        R"(=== notes.md
<!-- audience: internal -->
One.
<!-- /audience -->
<!-- audience: restricted -->
Two.
<!-- /audience -->
)"},
    RuleInfo{
        413,
        "region-misplaced",
        Severity::error,
        "The mark of a region does not stand alone at the start of a line",
        {},
        R"(The text is cut at the marks before Markdown is read, so they cannot stand in lists, quotes, code blocks or lines of text. To show a mark as an example, put it into a fence that begins with ` ```markdown `, or into backticks.)",
        R"(=== notes.md
- One
  <!-- audience: internal -->
  Two
  <!-- /audience -->
)",
        R"(=== notes.md
- One

<!-- audience: internal -->
Two
<!-- /audience -->
)"},
    RuleInfo{
        414,
        "region-label",
        Severity::error,
        "The mark of a region names no label",
        {},
        R"(A label is one word: `public`, `internal`, `restricted`, or one that the program adds. A region whose label nobody may see is shown to nobody.)",
        R"(=== notes.md
<!-- audience: internal, restricted -->
Our margin is 12 %.
<!-- /audience -->
)",
        R"(=== notes.md
<!-- audience: restricted -->
Our margin is 12 %.
<!-- /audience -->
)"},
};

}  // namespace

std::span<const RuleInfo> audience_catalog() {
  return kEntries;
}

}  // namespace milepost
