// The manual entries of the diagnostics of program.yaml: its settings and its kinds.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        140,
        "unknown-setting",
        Severity::warning,
        "A key of `program.yaml` is none that Milepost knows",
        {},
        R"(The key is ignored. Most often it is a misspelling; the message names the nearest key that there is. A key that names a kind (`milestones:`) holds records and is never reported.)",
        R"(=== program.yaml
program: Example
calender: {timezone: Europe/London}
)",
        R"(=== program.yaml
program: Example
calendar: {timezone: Europe/London}
)"},
    RuleInfo{
        141,
        "wrong-setting-shape",
        Severity::error,
        "A setting is a list, a mapping or a single value where another of these is wanted",
        {},
        R"(The message says what is wanted at the place. [Configuration](configuration.md) has an example of every key.)",
        R"(=== program.yaml
program: Example
people: [asha, li]
)",
        R"(=== program.yaml
program: Example
people: {asha: {name: Asha Rao}, li: {name: Li Wei}}
)"},
    RuleInfo{
        142,
        "unknown-field-type",
        Severity::error,
        "A field of a kind has a type that does not exist",
        {},
        R"(The type says how what people write in the field is read. A field whose type is unknown is read as text.)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: day}}}
)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: date}}}
)"},
    RuleInfo{
        143,
        "unknown-field-role",
        Severity::error,
        "A field of a kind has a role that does not exist",
        {},
        R"(The role tells the compiler what a field means whatever it is called: the field with the role `due` puts its records into the schedule.)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: {type: date, role: deu}}}}
)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: {type: date, role: due}}}}
)"},
    RuleInfo{
        144,
        "no-such-kind",
        Severity::error,
        "A setting names a kind that does not exist",
        {},
        R"(In `is_a`, in the targets of a link, or in `records:`. Kinds are those that are built in and those under `kinds:`.)",
        R"(=== program.yaml
program: Example
records: [{path: "logs/*.md", kind: riks}]
)",
        R"(=== program.yaml
program: Example
records: [{path: "logs/*.md", kind: risk}]
)"},
    RuleInfo{
        145,
        "kind-cycle",
        Severity::error,
        "A kind is, by way of others, a kind of itself",
        {},
        R"(`is_a` takes over everything of another kind, so there has to be a first one. One of the kinds is taken to be a plain record.)",
        R"(=== program.yaml
program: Example
kinds: {epic: {is_a: story, prefix: EP}, story: {is_a: epic, prefix: ST}}
)",
        R"(=== program.yaml
program: Example
kinds: {epic: {is_a: task, prefix: EP}, story: {is_a: epic, prefix: ST}}
)"},
    RuleInfo{
        146,
        "duplicate-prefix",
        Severity::error,
        "Two kinds have the same prefix of ids",
        {},
        R"(The prefix tells of which kind a record is, as `R` in `R-007`. Give the kind another one. If you want the prefix of a built-in kind, give that kind another: `task: {prefix: TASK}`.)",
        R"(=== program.yaml
program: Example
kinds: {trial: {prefix: T}}
)",
        R"(=== program.yaml
program: Example
kinds: {trial: {prefix: TR}}
)"},
    RuleInfo{
        147,
        "unknown-phase",
        Severity::error,
        "A status has no phase, or one that does not exist",
        {},
        R"(Rules use only the phase of a status: `waiting`, `doing`, `done` or `dropped`. Statuses that are built in (`open`, `complete` …) have one.)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, statuses: {signed: waiting, moved: finished}}}
)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, statuses: {signed: waiting, moved: done}}}
)"},
    RuleInfo{
        148,
        "bad-name",
        Severity::error,
        "A kind, field, status or prefix has a name that cannot be used",
        {},
        R"(Names are keys in YAML and JSON and parts of addresses: small letters, digits and `_`, beginning with a letter. What readers see is the `label:`.)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {Monthly Orders: number}}}
)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {monthly_orders: number}}}
)"},
    RuleInfo{149,
             "role-given-twice",
             Severity::error,
             "Two fields of a kind have the same role",
             {},
             R"(Only one field can be the due date of a record. The first one keeps the role.)",
             R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: {type: date, role: due}, retire: {type: date, role: due}}}}
)",
             R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, fields: {move: {type: date, role: due}, retire: date}}}
)"},
    RuleInfo{
        150,
        "bad-setting",
        Severity::error,
        "The value of a setting cannot be read",
        {},
        R"(A number, a duration, days of the week, an address or a word out of a short list: the message says which. The setting keeps its default.)",
        R"(=== program.yaml
program: Example
calendar: {hours_per_day: eight}
)",
        R"(=== program.yaml
program: Example
calendar: {hours_per_day: 8}
)"},
    RuleInfo{151,
             "bad-setting-date",
             Severity::error,
             "A date in `program.yaml` cannot be read",
             {},
             R"(Dates are best written as `2026-06-30`, ranges as `2026-12-24..2027-01-01`.)",
             R"(=== program.yaml
program: Example
calendar: {holidays: [2026-02-30]}
)",
             R"(=== program.yaml
program: Example
calendar: {holidays: [2026-02-27]}
)"},
    RuleInfo{
        152,
        "unknown-time-zone",
        Severity::error,
        "The time zone does not exist",
        {},
        R"(Zones have IANA names, a region and a city: `Europe/London`, `Asia/Kolkata`, or `UTC`.)",
        R"(=== program.yaml
program: Example
calendar: {timezone: London}
)",
        R"(=== program.yaml
program: Example
calendar: {timezone: Europe/London}
)"},
    RuleInfo{
        153,
        "unknown-kind-visibility",
        Severity::error,
        "A kind, field or status has a visibility that does not exist",
        {},
        R"(A kind's visibility is `public`, `internal`, `restricted` or one of the program's own `labels:`. A field or a status is `restricted`, or as open as its record.)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, visibility: secret}}
)",
        R"(=== program.yaml
program: Example
kinds: {merchant: {prefix: MCH, visibility: restricted}}
)"},
    RuleInfo{
        154,
        "unknown-rule",
        Severity::warning,
        "`rules:` names a rule that does not exist",
        {},
        R"(A rule is named by its code (`MP331`) or by its name as messages print it. `milepost explain` lists all of them.)",
        R"(=== program.yaml
program: Example
rules: {overdu: off}
)",
        R"(=== program.yaml
program: Example
rules: {overdue: off}
)"},
    RuleInfo{
        155,
        "limit-raised",
        Severity::error,
        "`limits:` asks for more than Milepost allows",
        {},
        R"(Limits keep a file that is too large to be meant from taking all memory or time. `program.yaml` comes with the files, so it may only lower them.)",
        R"(=== program.yaml
program: Example
limits: {records: 1000000}
)",
        R"(=== program.yaml
program: Example
limits: {records: 5000}
)"},
    RuleInfo{
        156,
        "no-title",
        Severity::error,
        "The program has no title",
        {},
        R"(`program:` is the only key that is required: the title of the site, and of everything that is made of the program.)",
        R"(=== program.yaml
start: 2026-01-05
)",
        R"(=== program.yaml
program: Example
start: 2026-01-05
)"},
    RuleInfo{
        157,
        "no-such-entry",
        Severity::warning,
        "`program.yaml` names a team, calendar or role that it does not have",
        {},
        R"(A person's `team:` has to be one of `teams:`, where these are given; a `calendar:` one of `calendar: {calendars: …}`; an escalation's `path:` goes over `roles:` and `people:`.)",
        R"(=== program.yaml
program: Example
teams: {platform: {name: Platform}}
people: {asha: {name: Asha Rao, team: platfrom}}
)",
        R"(=== program.yaml
program: Example
teams: {platform: {name: Platform}}
people: {asha: {name: Asha Rao, team: platform}}
)"},
    RuleInfo{
        158,
        "too-many-kinds",
        Severity::error,
        "`kinds:` is larger than any program needs",
        {},
        R"(At most 10,000 keys and values in all and 100 statuses a kind. More cannot have been written by people, and reading it would take long.)",
        {},
        {}},
};

}  // namespace

std::span<const RuleInfo> program_catalog() {
  return kEntries;
}

}  // namespace milepost
