// The manual entries of the diagnostics of audiences: regions, labels and leaks.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        401,
        "reference-to-hidden",
        Severity::warning,
        "What an audience sees refers to what it does not see",
        {},
        R"(A field, a link or a mention names a record or page that the audience of `milepost check --audience` does not see. Nothing leaks: in prose the site says "an internal item", or nothing where the audience has `redaction: omit`, and a field is left out. But the sentence may read badly, or tell more than it should by what stands around the gap.

Give the target a label that the audience sees, move the sentence into a region (`<!-- audience: internal -->` … `<!-- /audience -->`), or drop the reference. See [audiences](audiences.md).)",
        R"(=== program.yaml
program: Example
start: 2026-01-05
audiences:
  customers: {sees: [public]}
=== tasks.md
---
id: T-1
kind: task
title: Move the first shop
visibility: public
---
Waits for R-1.
=== risks/R-1.md
---
id: R-1
title: The bank may refuse
---
)",
        R"(=== program.yaml
program: Example
start: 2026-01-05
audiences:
  customers: {sees: [public]}
=== tasks.md
---
id: T-1
kind: task
title: Move the first shop
visibility: public
---
The first of three.

<!-- audience: internal -->
Waits for R-1.
<!-- /audience -->
=== risks/R-1.md
---
id: R-1
title: The bank may refuse
---
)"},
    RuleInfo{
        402,
        "hidden-words",
        Severity::error,
        "The name of something hidden would be published",
        {},
        R"(References in fields, links and sentences are taken out of a site for an audience. Words that are no references stay as they are: an id in a code span, in the text of a link to somewhere else, in a title, an address, a file's name or a comment after a status; the whole title of a hidden record in a sentence; the path of a page or attachment that is not published; for audiences that do not see `internal` an e-mail address of the roster. Each tells that there is something, and often what.

A build for the audience writes nothing until they are gone. Ids count if they have a digit, titles if they have three words or two long ones, and nothing counts that something visible is called, too. Where the words mean something else, `rules: {hidden-words: warning}` in `program.yaml` lets the build go on. See [audiences](audiences.md).)",
        R"(=== program.yaml
program: Example
start: 2026-01-05
audiences:
  customers: {sees: [public]}
=== tasks.md
---
id: T-1
kind: task
title: Move the first shop
visibility: public
---
The branch is called `R-1-workaround`.
=== risks/R-1.md
---
id: R-1
title: The bank may refuse
---
)",
        R"(=== program.yaml
program: Example
start: 2026-01-05
audiences:
  customers: {sees: [public]}
=== tasks.md
---
id: T-1
kind: task
title: Move the first shop
visibility: public
---
The branch is called `second-bank`.
=== risks/R-1.md
---
id: R-1
title: The bank may refuse
---
)"},
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
        R"(There is a `<!-- /audience -->` too many, or the mark above it that should open a region is none and its text is shown to everyone. Nothing is written for an audience until it is mended.)",
        R"(=== notes.md
# Notes

<!-- internal -->
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
    RuleInfo{
        415,
        "region-misspelled",
        Severity::error,
        "A comment looks like the mark of a region and is none",
        {},
        R"(`<!-- visibility: internal -->`, `<!-- audience internal -->` and `<!-- audiance: internal -->` are remarks like any other: what stands below them is shown to everyone. Whoever wrote one meant to hide it, so nothing is written for an audience until it is mended. A remark in more than two words is left alone.)",
        R"(=== notes.md
# Notes

<!-- visibility: internal -->
Our margin is 12 %.
<!-- /visibility -->
)",
        R"(=== notes.md
# Notes

<!-- audience: internal -->
Our margin is 12 %.
<!-- /audience -->
)"},
};

}  // namespace

std::span<const RuleInfo> audience_catalog() {
  return kEntries;
}

}  // namespace milepost
