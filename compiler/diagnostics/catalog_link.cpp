// The manual entries of the diagnostics of link/: ids, references, links between files, mentions.
#include <array>
#include <iterator>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

// --- references in fields and ids
// -----------------------------------------------------------------

constexpr RuleInfo kReferences[] = {
    {201, "unknown-reference", Severity::error, "a field names a record that is not there", "",
     R"(A typed link such as `depends_on` or `delivers` is what the plan is computed from. One that names nothing is a
dependency nobody sees.

A reference may be an id (`DEP-14`), a path to a record's file (`../dependencies/DEP-14.md`), a wiki link (`[[DEP-14]]`)
or a title. Correct it, or add the record that is missing. An id that is local to a file (`R1`) is only known in that
file; elsewhere write the whole one, with the file's name in front.)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
tasks:
- {id: T-1, title: Migrate, depends_on: [DEP-41]}
)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
tasks:
- {id: T-1, title: Migrate, depends_on: [DEP-14]}
)"},
    {202, "duplicate-id", Severity::error, "two records have the same id", "",
     R"(An id is the record's name everywhere: in links, in addresses of pages, in the history. With two of one name nobody can
say which is meant. References lead to the first of the two; the second is kept under a name made from it.

Give one of the two another id. `milepost new` always takes a free one.)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Database migration fails}
- {id: R-001, title: Pilot customer drops out}
)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Database migration fails}
- {id: R-002, title: Pilot customer drops out}
)"},
    {203, "colliding-ids", Severity::error, "two ids differ only in case or normal form", "",
     R"(`R-001` and `r-001` are two files on one computer and the same file on another. The site must be the same everywhere, so
they may not both be there.)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Database migration fails}
- {id: r-001, title: Pilot customer drops out}
)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Database migration fails}
- {id: R-002, title: Pilot customer drops out}
)"},
    {204, "equal-generated-ids", Severity::error,
     "two records without an id have the same kind, file and title", "",
     R"(A record without an id gets one made of its kind, its file and its title. Two that agree in all three would be the same.

Give them ids, or titles that say what is different.)",
     R"(=== actions.yaml
actions:
- {title: Call the vendor, owner: asha}
- {title: Call the vendor, owner: li}
)",
     R"(=== actions.yaml
actions:
- {title: Call the vendor about prices, owner: asha}
- {title: Call the vendor about dates, owner: li}
)"},
    {205, "ambiguous-reference", Severity::error, "a reference fits several records", "",
     R"(A title, an alias or a short id that several records have does not say which of them is meant. If the field takes only
records of certain kinds, those alone are counted.

Write the id of the one you mean.)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Load test}
- {id: T-2, title: Load test}
- {id: T-3, title: Launch, depends_on: [Load test]}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Load test}
- {id: T-2, title: Load test}
- {id: T-3, title: Launch, depends_on: [T-1]}
)"},
    {206, "text-for-reference", Severity::warning,
     "a cell or section that should name a record has other words", "",
     R"(In tables, blocks and sections people write what comes to mind: "security model", "the SRE team". Words that are the title of a record are
a link to it. Other words are shown as they are written, but the plan knows nothing of them.

Write the record's id or title, add the record, or `-` if there is nothing to name.)",
     R"(=== tasks/plan.md
# Plan

| ID | Task | Owner | Depends on |
| --- | --- | --- | --- |
| T-1 | Security model | Asha | - |
| T-2 | Network isolation | Li | A security concept |
)",
     R"(=== tasks/plan.md
# Plan

| ID | Task | Owner | Depends on |
| --- | --- | --- | --- |
| T-1 | Security model | Asha | - |
| T-2 | Network isolation | Li | Security model |
)"},
    {207, "tentative-reference", Severity::note,
     "a reference with a question mark names nothing yet", "",
     R"(`CIP-0113?` says that there may be such a record one day. Nobody is told off for it, but it is kept in sight until the
record is there or the reference gone.)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: ["T-2?"]}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2]}
- {id: T-2, title: Dry run}
)"},
    {208, "id-written-differently", Severity::note,
     "an id is written in other letters than its own", "",
     R"(`dep-14` finds `DEP-14`, because there is nothing else it can mean. Searching the files for the id does not find it,
though.)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
tasks:
- {id: T-1, title: Migrate, depends_on: [dep-14]}
)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
tasks:
- {id: T-1, title: Migrate, depends_on: [DEP-14]}
)"},
    {209, "wrong-kind", Severity::warning, "a field names a record of a kind it is not made for",
     "",
     R"(A link of a program's own kind may say which kinds it leads to: `supplies: [dependency]`. A record of another kind there
is most often a slip of the pen. The link is kept.

`relates_to` takes records of any kind.)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
kinds: {supplier: {is_a: record, prefix: SUP, links: {supplies: [dependency]}}}
=== plan.yaml
risks:
- {id: R-1, title: Data loss}
suppliers:
- {id: SUP-1, title: Acme, supplies: [R-1]}
)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
kinds: {supplier: {is_a: record, prefix: SUP, links: {supplies: [dependency]}}}
=== plan.yaml
dependencies:
- {id: DEP-1, title: Payment API}
suppliers:
- {id: SUP-1, title: Acme, supplies: [DEP-1]}
)"},
    {210, "self-reference", Severity::error, "a record names itself", "",
     R"(Nothing can wait for itself or be part of itself. The reference is left out.)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-1]}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2]}
- {id: T-2, title: Dry run}
)"},
    {211, "cycle", Severity::error, "links of one type go round in a circle", "",
     R"(If T-1 waits for T-2 and T-2 waits for T-1, neither will ever start. The same holds for `part_of`, `supersedes` and every
link type that is `acyclic`. Each step of the circle is shown with its place; one diagnostic is given for each circle.

Remove the link that is not true. Until then the rest of the plan is computed without the one that sorts last.)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2]}
- {id: T-2, title: Dry run, depends_on: [T-3]}
- {id: T-3, title: Freeze the schema, depends_on: [T-1]}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2]}
- {id: T-2, title: Dry run, depends_on: [T-3]}
- {id: T-3, title: Freeze the schema}
)"},
    {212, "unknown-date-anchor", Severity::error, "a date counts from something that is not there",
     "",
     R"(`needed_by: M-GA - 10d` counts from the date of M-GA. What stands there must be a date or a record: an id, a title or
a link. In a table this is a warning, and the cell is shown as written.)",
     R"(=== plan.yaml
milestones:
- {id: M-PILOT, title: Pilot, due: 2026-06-30}
dependencies:
- {id: DEP-1, title: Payment API, needed_by: M-PILOTS - 10d}
)",
     R"(=== plan.yaml
milestones:
- {id: M-PILOT, title: Pilot, due: 2026-06-30}
dependencies:
- {id: DEP-1, title: Payment API, needed_by: M-PILOT - 10d}
)"},
    {213, "date-cycle", Severity::error, "dates count from each other in a circle", "",
     R"(None of these dates can be told, because each waits for another of them. Write one of them as a date.)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-1, title: Payment API, needed_by: DEP-2 + 5d}
- {id: DEP-2, title: Test data, needed_by: DEP-1 - 5d}
)",
     R"(=== plan.yaml
dependencies:
- {id: DEP-1, title: Payment API, needed_by: DEP-2 + 5d}
- {id: DEP-2, title: Test data, needed_by: 2026-06-01}
)"},
    {214, "anchor-without-date", Severity::warning, "a date counts from a record that has no date",
     "", R"(`needed_by: M-GA - 10d` says nothing as long as M-GA has no date.)",
     R"(=== plan.yaml
milestones:
- {id: M-GA, title: General availability}
dependencies:
- {id: DEP-1, title: Payment API, needed_by: M-GA - 10d}
)",
     R"(=== plan.yaml
milestones:
- {id: M-GA, title: General availability, due: 2026-06-30}
dependencies:
- {id: DEP-1, title: Payment API, needed_by: M-GA - 10d}
)"},
    {215, "named-twice", Severity::note, "the same link is written twice", "",
     R"(Writing a link at both ends is fine (`depends_on` here, `required_by` there). Twice at the same end it is a left-over.)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2, T-2]}
- {id: T-2, title: Dry run}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [T-2]}
- {id: T-2, title: Dry run, required_by: [T-1]}
)"},
    {216, "ends-disagree", Severity::warning, "the two ends of a link say different things of it",
     "",
     R"(A link may be written at both ends, but its lag or delay is one. The forward end is believed (`depends_on` before
`required_by`).)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [{to: T-2, lag: 2d}]}
- {id: T-2, title: Dry run, required_by: [{to: T-1, lag: 5d}]}
)",
     R"(=== plan.yaml
tasks:
- {id: T-1, title: Migrate, depends_on: [{to: T-2, lag: 2d}]}
- {id: T-2, title: Dry run, required_by: [T-1]}
)"},
    {217, "unknown-gate", Severity::error, "`gates:` names no gate", "",
     R"(A release names sets of gates and gates of the library, those that program.yaml defines under `gates:`, or
headings of its own. Until the name is one of them nothing is asked for under it.)",
     R"(=== releases/REL-1.md
---
id: REL-1
gates: [standrad]
---
# Checkout 1.0
)",
     R"(=== releases/REL-1.md
---
id: REL-1
gates: [standard]
---
# Checkout 1.0
)"},
    {218, "unknown-gate-item", Severity::warning,
     "`without` names an item that the gate does not have", "",
     R"(Items of a template are left out by their key or their words. One that is not there leaves nothing out, so that the
release is asked for more than its author thinks.)",
     R"(=== releases/REL-1.md
---
id: REL-1
gates: [{use: security, without: [pentest]}]
---
# Checkout 1.0
)",
     R"(=== releases/REL-1.md
---
id: REL-1
gates: [{use: security, without: [penetration-test]}]
---
# Checkout 1.0
)"},
};

// --- links in texts
// ---------------------------------------------------------------------------------

constexpr RuleInfo kBodies[] = {
    {220, "broken-link", Severity::warning, "a link leads to a file that is not there", "",
     R"(Relative links are followed from the file they stand in, as on GitHub: `../risks/R-001.md`, `notes.md#heading`,
`folder/` if that has a README.md or index.md. `%20` stands for a space. A path that begins with `/` is looked for from
the program's folder on.)",
     R"(=== notes.md
# Notes

See [the plan](plan.md).
)",
     R"(=== notes.md
# Notes

See [the plan](plan.md).
=== plan.md
# Plan
)"},
    {221, "broken-anchor", Severity::warning, "a link leads to a heading that is not there", "",
     R"(The part after `#` is made from a heading as GitHub makes it: lower case, spaces as hyphens, punctuation left out, `-1`
after the second of the same words. `<a id="…">` and `<a name="…">` are anchors, too. Most often the heading was reworded.)",
     R"(=== notes.md
# Notes

See [what is open](#open-question).

## Open questions
)",
     R"(=== notes.md
# Notes

See [what is open](#open-questions).

## Open questions
)"},
    {222, "missing-asset", Severity::warning, "an image or attachment is not there", "",
     R"(Images and other files are copied into the site if a page refers to them. This one is not in the program's folder.)",
     R"(=== notes.md
# Notes

![The plan](images/plan.png)
)",
     R"(=== notes.md
# Notes

![The plan](images/plan.png)
=== images/plan.png
not really a picture
)"},
    {223, "link-outside", Severity::off, "a link leads out of the program's folder", "",
     R"(The site holds what is in the program's folder and nothing else, so that it can be published as a whole. Where a program
stands in a folder of a larger repository, links to the rest of it (`../../src/main.c`) work on the code host, but they cannot
be followed or checked here: the site shows them as text. `rules: {link-outside: note}` lists them.

Copy the file into the folder, or link to the place where it is published.)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
rules: {link-outside: note}
=== notes.md
# Notes

See [the code](../src/main.c).
)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
rules: {link-outside: note}
=== notes.md
# Notes

See [the code](https://example.com/src/main.c).
)"},
    {224, "link-to-excluded", Severity::warning, "a link leads to a file that is left out", "",
     R"(The file is there, but `exclude:` in program.yaml, a `.milepostignore` or its hidden name keeps it out of the site, so
the link would lead nowhere.)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
exclude: [drafts/]
=== notes.md
# Notes

See [the draft](drafts/idea.md).
=== drafts/idea.md
# Idea
)",
     R"(=== notes.md
# Notes

See [the draft](drafts/idea.md).
=== drafts/idea.md
# Idea
)"},
    {225, "link-to-folder", Severity::note, "a link leads to a folder that has no page", "",
     R"(GitHub shows a list of files there; the site has pages only. Add a README.md to the folder, or link to a file in it.)",
     R"(=== notes.md
# Notes

See [the plans](plans/).
=== plans/q1.md
# Plan of the first quarter
)",
     R"(=== notes.md
# Notes

See [the plans](plans/).
=== plans/README.md
# Plans
)"},
    {226, "link-written-differently", Severity::warning,
     "a link spells a file's name in other letters", "",
     R"(`Plan.md` and `plan.md` are the same file on some computers and two on others. The site's links follow the file, but the
link is broken on GitHub.)",
     R"(=== notes.md
# Notes

See [the plan](Plan.md).
=== plan.md
# Plan
)",
     R"(=== notes.md
# Notes

See [the plan](plan.md).
=== plan.md
# Plan
)"},
    {227, "link-to-source", Severity::note, "a link leads to a file that is only a list of records",
     "",
     R"(A YAML file with several records has no page of its own: each record has one. Link to a record by its id, as the file's
fragment: `risks.yaml#R-001`.)",
     R"(=== notes.md
# Notes

See [the risks](risks.yaml).
=== risks.yaml
risks:
- {id: R-001, title: Data loss}
- {id: R-002, title: Late vendor}
)",
     R"(=== notes.md
# Notes

See [the first risk](risks.yaml#R-001).
=== risks.yaml
risks:
- {id: R-001, title: Data loss}
- {id: R-002, title: Late vendor}
)"},
    {228, "empty-link", Severity::note, "a link has no destination", "",
     R"(`[to be written]()` leads to the page it stands on. Most often the address was to be filled in later.)",
     R"(=== notes.md
# Notes

See [the plan]().
)",
     R"(=== notes.md
# Notes

See [the plan](plan.md).
=== plan.md
# Plan
)"},
    {230, "unknown-mention", Severity::warning, "a text mentions an id that no record has", "",
     R"(A word such as `DEP-41` in a text is a link to the record of that id. Its prefix is one of the program's, so it was meant
as one, but there is no such record: it was renamed, removed or mistyped. Reported once for a word and file.

Code is left alone: put an id that is none of the program's between backticks.)",
     R"(=== notes.md
# Notes

We wait for DEP-41.
=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
)",
     R"(=== notes.md
# Notes

We wait for DEP-14, not for `DEP-41`.
=== plan.yaml
dependencies:
- {id: DEP-14, title: Payment API v2}
)"},
    {240, "unknown-label", Severity::error, "a visibility label that is none", "",
     R"(The labels are `public`, `internal`, `restricted`, and those that `labels:` in program.yaml adds. What has another label
counts as restricted, so that a slip of the pen never shows too much.)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Data loss, visibility: intern}
)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Data loss, visibility: internal}
)"},
    {241, "ambiguous-person", Severity::warning, "a first name that several people have", "",
     R"(A first name is enough if only one person in `people:` has it. Here it is not.)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
people: {asha: {name: Alex Rao}, li: {name: Alex Li}}
=== plan.yaml
tasks:
- {id: T-1, title: Migrate, owner: Alex}
)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
people: {asha: {name: Alex Rao}, li: {name: Alex Li}}
=== plan.yaml
tasks:
- {id: T-1, title: Migrate, owner: asha}
)"},
    {242, "no-such-cover", Severity::error, "a sign-off covers a field that is none", "",
     R"(A sign-off says what was signed: `REL-1.target`, or `target` alone for the release it stands in. The record has to have a
field of that name; `items` are its required items. What cannot be found covers nothing, so the sign-off would never go stale.)",
     R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  target: 2026-06-22
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go, covers: {REL-1.tarjet: {hash: "6ad521090b277191640960c8b806a7eb"}}}
)",
     R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  target: 2026-06-22
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go, covers: {REL-1.target: {hash: "6ad521090b277191640960c8b806a7eb"}}}
)"},
};

constexpr auto kAll = [] {
  std::array<RuleInfo, std::size(kReferences) + std::size(kBodies)> all{};
  std::size_t n = 0;
  for (const RuleInfo& rule : kReferences) all[n++] = rule;
  for (const RuleInfo& rule : kBodies) all[n++] = rule;
  return all;
}();

}  // namespace

std::span<const RuleInfo> link_catalog() {
  return kAll;
}

}  // namespace milepost
