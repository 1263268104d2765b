// The manual entries of the diagnostics of shape/: values, keys, ids and spellings of records.
#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr RuleInfo kEntries[] = {
    {160, "unreadable-date", Severity::error, "a date cannot be read", "",
     R"(Dates drive the plan, so one that cannot be read is an error in YAML and front matter and a warning in a table or in prose, where the
words stay on the page as they were written.

Accepted are `2026-06-30`, `30 Jun 2026`, `June 30, 2026`, and coarse dates that keep their precision: `2026-06`, `Q3 2026`, `H2 2026`,
`mid-June 2026`, `Week 12`, `2026-W12`, `Sprint 9`. `Week 12` counts from `start:` in `program.yaml`, `Sprint 9` from `calendar: {sprints: …}`.
A date that moved is written `~~2026-06-15~~ 2026-06-30`.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: 2026-02-30}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: 2026-02-28}
)"},
    {161, "ambiguous-date", Severity::error, "a date may be read in two ways", "",
     R"(`03/04/2026` is the third of April to one reader and the fourth of March to another. Milepost does not choose.

Write the date as `2026-04-03`, or say once for the whole program how such dates are meant: `date_order: dmy` or `date_order: mdy` in
`program.yaml`. In a table it is a warning and the words stay on the page as they were written.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: 03/04/2026}
)",
     R"(=== program.yaml
program: Example
date_order: dmy
=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: 03/04/2026}
)"},
    {162, "weekday-mismatch", Severity::warning, "a date and what is said about it disagree", "",
     R"(`Tuesday 8 June 2026` is a Monday: the weekday or the day is a slip. The date counts. The same is said of a time of day that the clocks skip
in the program's zone.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: Tuesday 8 June 2026}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: Monday 8 June 2026}
)"},
    {163, "unreadable-duration", Severity::error, "a length of time or an effort cannot be read",
     "",
     R"(A length of time has a unit: `3d`, `2w`, `1.5d`, `16h`, `1mo` (four weeks), `sprint`. It is working time; `24h wall` is elapsed time. An
estimate may be a range, `3w..6w`, or `{optimistic: 3w, likely: 4w, pessimistic: 6w}`. Effort is in person-days.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, estimate: 5 fortnights}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, estimate: 10w}
)"},
    {164, "unknown-level", Severity::error, "a level is none of the words or numbers for one", "",
     R"(Levels go from very low (1) over low, medium and high to critical (5); `L`, `M`, `H`, ranges such as `Medium-High` and numbers from 1 to 5
mean the same. On another scale, say so: `scale: 1-10` beside the value or at the top of a YAML file, `Impact (1-10)` in a table's header.
A level may begin a sentence: `High, slips the pilot day for day`.)",
     R"(=== issues.yaml
issues:
- {id: I-1, title: Token expired, severity: hihg}
)",
     R"(=== issues.yaml
issues:
- {id: I-1, title: Token expired, severity: high}
)"},
    {165, "unknown-status", Severity::warning, "a status is not of the kind's vocabulary", "",
     R"(Rules and pages need to know whether a record waits, is under way, is done or was dropped. A status that is not known counts as under way.

Use one of the kind's words or their synonyms (see the record reference); a comment may follow (`Mitigated — retries set to 5`). A program
may add statuses of its own: `kinds: {task: {statuses: {in_qa: doing}}}`.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, status: in progres}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, status: in_progress}
)"},
    {166, "unknown-health", Severity::error, "a health is none of the words for one", "",
     R"(Health says how work goes: `not_started` ⚪, `on_track` 🟢, `at_risk` 🟡, `off_track` 🔴, `blocked` ⛔ or `complete` 🔵. `green`, `amber` and
`red` mean the same. With a reason: `{value: at_risk, because: contractors start 8 Jun, until: 2026-06-12}`.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, health: purple}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, health: at_risk}
)"},
    {167, "unknown-choice", Severity::error, "a value is none of the field's words", "",
     R"(Some fields have a few words to choose from, such as a blocker's severity (`p0` to `p3`). The record reference lists them.)",
     R"(=== blockers.yaml
blockers:
- {id: B-1, title: No staging data, severity: p9}
)",
     R"(=== blockers.yaml
blockers:
- {id: B-1, title: No staging data, severity: p1}
)"},
    {168, "unreadable-number", Severity::error,
     "a number, percentage or amount of money cannot be read", "",
     R"(Numbers are digits with an optional decimal point; thousands may be parted (`1,250`). Money has a currency before or behind it:
`USD 12,500`, `€1.2m`. A remark may follow a number.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, percent: almost all}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, percent: 90}
)"},
    {169, "unreadable-url", Severity::error, "an address cannot be read", "",
     R"(A field that holds an address wants one that begins with `https://`, `http://` or `mailto:`, or a path to a file of the program. Words
may stand before it: `Original proposal: https://…`.)",
     R"(=== program.yaml
program: Example
kinds: {proposal: {prefix: PRO, fields: {discussion: url}}}
=== proposals.yaml
proposals:
- {id: PRO-1, title: One login, discussion: ask in the channel}
)",
     R"(=== program.yaml
program: Example
kinds: {proposal: {prefix: PRO, fields: {discussion: url}}}
=== proposals.yaml
proposals:
- {id: PRO-1, title: One login, discussion: "https://chat.example.com/one-login"}
)"},
    {170, "unreadable-range", Severity::error, "a range of ids is too long", "",
     R"(`R-001..R-015` stands for fifteen records. A range of more than a thousand is taken for a slip.)",
     R"(=== meetings.yaml
meetings:
- {id: MTG-1, title: RAID review, held: 2026-06-01, reviewed: [R-1..R-5000]}
)",
     R"(=== meetings.yaml
risks:
- {id: R-1, title: Vendor is late}
- {id: R-2, title: Data loss}
meetings:
- {id: MTG-1, title: RAID review, held: 2026-06-01, reviewed: [R-1..R-2]}
)"},
    {171, "wrong-shape", Severity::error, "a value has a shape that its field does not take", "",
     R"(A mapping where one value is wanted, a list where a field holds one: the value is kept as text and nothing is read from it.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: {first: 2026-06-01, last: 2026-06-30}}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, due: 2026-06-30}
)"},
    {172, "given-twice", Severity::error, "a field has two values in two places", "",
     R"(The front matter says one thing and a section of the same name (or a second key that means the same field) another. The first counts, the
other is kept and shown.

Keep one of the two places.)",
     R"(=== risks/R-001.md
---
title: Vendor is late
mitigation: Weekly call
---
## Mitigation

A second source.
)",
     R"(=== risks/R-001.md
---
title: Vendor is late
---
## Mitigation

A second source.
)"},
    {173, "unknown-field", Severity::note, "a key is no field of the record's kind", "",
     R"(Nothing is dropped: the key and its value are kept and shown on the record's page. But no rule and no page knows what it means.

If it is misspelled, correct it. If your program needs it, add it to the kind: `kinds: {task: {fields: {cost_centre: text}}}`.)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, ownr: Asha}
)",
     R"(=== tasks.yaml
tasks:
- {id: T-1, title: Migrate, owner: Asha}
)"},
    {174, "unknown-kind", Severity::error, "a kind of record is not known", "",
     R"(`kind:` names one of the built-in kinds or one of the program's `kinds:`. In a YAML file the kind may also be said by the key of the list
(`risks:`), by the folder (`risks/`), by a `records:` rule or by the prefix of the id.)",
     R"(=== vendor-risk.md
---
kind: rsik
title: Vendor is late
---
)",
     R"(=== vendor-risk.md
---
kind: risk
title: Vendor is late
---
)"},
    {175, "invalid-id", Severity::error, "an id has characters that an id cannot have", "",
     R"(Ids stand in addresses, file names and links: a letter first, then letters, digits, `.`, `_` and `-`, at most 64 in all. What was written
is kept as another name of the record.)",
     R"(=== risks.yaml
risks:
- {id: "R 001", title: Vendor is late}
)",
     R"(=== risks.yaml
risks:
- {id: R-001, title: Vendor is late}
)"},
    {176, "unfilled-template", Severity::note, "a template of records is not filled in", "",
     R"(A fence that begins like a record (`DEP-[ID]: [Name]`) but still has its placeholders gives no record; nor does a table whose rows
have nothing else, or a file whose title is one (`# [short title]`).

Fill it in, or leave it as it is: a template is a good thing to keep. With an info string on the fence, or `kind: page` in the file, nobody will
ask again.)",
     R"(=== how-we-work.md
# How we work

```
DEP-[ID]: [Name]
Owner: [Who is responsible]
Needed By: [Date or milestone]
```
)",
     R"(=== how-we-work.md
# How we work

```
DEP-014: Payment API v2 in staging
Owner: Asha
Needed By: 2026-06-08
```
)"},
    {177, "table-not-read", Severity::note, "a table of a file with records gives none", "",
     R"(In a file that a `records:` rule or a kind's folder covers, the rows of a table are records if its headers fit a kind: one of them the title
or id, and one more field. The kind is said by the nearest heading that names one, else by the rule or folder. A table that does not
fit is shown as a table.

Rename a header to one the kind knows (the record reference lists them), move the table under a heading that names its kind, or leave it.)",
     R"(=== risks/log.md
# Risk log

| Colour | Meaning |
| --- | --- |
| Red | Act now |
)",
     R"(=== risks/log.md
# Risk log

| ID | Risk | Owner |
| --- | --- | --- |
| R-1 | Vendor is late | Asha |
)"},
    {178, "no-records", Severity::note, "a YAML file holds no records", "",
     R"(YAML files below the program's folder are read for records. One that has none was perhaps meant for another tool.

Put lists under a kind's plural (`risks:`), or leave the file out with `exclude:` in `program.yaml` or a line in `.milepostignore`.)",
     R"(=== settings.yaml
colour: blue
)",
     R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor is late}
)"},
    {179, "too-many-records", Severity::error, "the program has more records than allowed", "",
     R"(Milepost takes 100,000 records; `limits: {records: …}` in `program.yaml` may lower that. The rest is left out.)",
     R"(=== program.yaml
program: Example
limits: {records: 1}
=== risks.yaml
risks:
- {id: R-1, title: Vendor is late}
- {id: R-2, title: Data loss}
)",
     R"(=== program.yaml
program: Example
limits: {records: 2}
=== risks.yaml
risks:
- {id: R-1, title: Vendor is late}
- {id: R-2, title: Data loss}
)"},
    {180, "ids-disagree", Severity::warning, "a file's name says another id than the record in it",
     "",
     R"(`risks/R-004.md` with `id: R-005` was copied from somewhere or renamed. What the record says counts; readers look for the other.)",
     R"(=== risks/R-004.md
---
id: R-005
title: Vendor is late
---
)",
     R"(=== risks/R-004.md
---
id: R-004
title: Vendor is late
---
)"},
};

}  // namespace

std::span<const RuleInfo> shape_catalog() {
  return kEntries;
}

}  // namespace milepost
