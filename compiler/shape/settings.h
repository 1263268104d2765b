// What program.yaml says: the program's own facts, calendar, people, rules and site options.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "calendar/date_parse.h"
#include "calendar/duration.h"
#include "calendar/working_time.h"
#include "diagnostics/diagnostic.h"
#include "shape/gate_templates.h"
#include "shape/version_settings.h"
#include "text/span.h"

namespace milepost {

struct PersonEntry {
  std::string key, name, team, role, email, calendar;
  std::optional<WeekPattern> week;
  std::vector<DateRange> away;
  Span span;  // of the key
};

struct TeamEntry {
  std::string key, name, lead, calendar;
  Span span;
};

struct RoleEntry {
  std::string key;                  // "sponsor"
  std::vector<std::string> people;  // as written
  Span span;
};

/// A section of a stakeholder's status page: a built-in block, or one of the program's own.
struct StatusSectionEntry {
  std::string name;           // of a block: "milestones"; empty: of its own
  std::string title;          // its heading; empty: that of the block
  std::string text;           // of its own: words
  std::string record, field;  // of its own: what a field of a record says
  std::string kind;           // of its own: the open records of a kind, as written
  uint32_t most = 0;          // rows at most; 0: as many as the block has by default
  Span span;
};

/// Who reads: what they may see, and what stands on their page.
struct AudienceEntry {
  std::string key;
  std::string title;               // "Executives"; empty: made from the key
  std::string cadence;             // "weekly"; empty: not said
  std::vector<std::string> sees;   // labels
  std::vector<std::string> shows;  // what is computed and may be told: names of kShownWords
  std::vector<StatusSectionEntry> pages;
  bool omit = false;      // a reference to something hidden leaves nothing, not "an internal item"
  bool built_in = false;  // program.yaml does not name it
  Span span;
};

/// `records:` — which files hold records of which kind. Later entries win.
struct RecordsRule {
  std::string pattern;     // glob relative to the program's root
  std::string kind;        // a word for a kind as written, or "raid" (kind by heading), or "page"
  std::string visibility;  // optional
  Span span;
};

/// A calendar of `calendar: {calendars: …}`. Its holidays come on top of the program's, unless it
/// says `inherits: no`.
struct CalendarEntry {
  std::string key;
  CalendarLayer days;
  Span span;
};

/// How fast a blocker of a level has to be answered, and to whom it goes next.
struct EscalationEntry {
  std::string level;                // p0 … p3
  std::optional<Duration> respond;  // nothing: the level's default
  std::vector<std::string> path;
  Span span;
};

/// Who has to agree to changes of a type, and what has to be assessed before.
struct ChangeControlEntry {
  std::string type;
  std::vector<std::string> approvals;  // roles
  std::vector<std::string> impact;     // sub-fields of the `impact` of a change
  bool written = false;                // by the program; else a default, for the roles it has
  Span span;
};

/// How fast an incident of a severity has to be answered, ended, and looked back at.
struct IncidentEntry {
  std::string severity;  // sev1 … sev4
  std::optional<Duration> respond, mitigate, resolve;
  std::optional<Duration> review;  // from its end to its post-mortem
  Span span;
};

/// Input limits (security.md); program.yaml may only lower them.
struct Limits {
  uint64_t file_bytes = 4u << 20;
  uint64_t body_bytes = 256u << 10;
  uint32_t front_matter_nodes = 10'000;
  uint32_t yaml_nodes = 200'000;
  uint32_t records = 100'000;
  uint64_t attachment_bytes = 10u << 20;
  uint64_t total_bytes = 500u << 20;
  uint64_t evidence_bytes = 10u << 20;         // a report
  uint64_t evidence_total_bytes = 100u << 20;  // all of them
  uint32_t files = 200'000;
};

/// A line of `rules:` by name or code.
struct NamedRule {
  std::string name;
  Severity severity = Severity::warning;
  Span span;
};

/// When rules speak. The key of each in `thresholds:` is its name without `_days`.
struct Thresholds {
  // Calendar days between two reviews.
  int review_high_days = 7, review_medium_days = 14, review_low_days = 30, issue_days = 7;
  // Working days.
  int decision_pending_days = 10, decision_before_needed_days = 3;
  // More working days than this of slip, and of absence, ask for an escalation.
  int escalate_slip_days = 5, escalate_away_days = 2;
  int dependency_agree_warn_days = 20, dependency_agree_days = 10;
  // Risk scores (likelihood times impact, 1 to 25) from which a risk is of the band.
  int risk_medium = 5, risk_high = 12, risk_very_high = 16;
  // Working days late from which computed health is at risk or off track.
  int task_at_risk_days = 1, task_off_track_days = 3;
  int milestone_at_risk_days = 1, milestone_off_track_days = 6;
  int long_task_days = 20;  // of work without a check point
  int evidence_days = 30;   // calendar days after which a report is old
  int sign_off_days = 5;    // before the target date, or the sign-off's own
};

/// `schedule:`.
struct ScheduleSettings {
  bool effort = false;          // `effort`: dates from lengths alone (critical path method)
  int near_critical_days = -1;  // -1: from the time that is left (docs/schedule.md)
  uint32_t trials = 10'000;     // of the forecast, 100 to 100,000; 0: none
  uint64_t seed = 1;
  Span span;
};

/// `sign_offs:`.
struct SignOffSettings {
  std::vector<std::string> roles;   // a release needs a sign-off of each, as written
  std::vector<std::string> covers;  // fields of the release; empty: the default (docs/sign-offs.md)
  std::string to;  // where `sign` writes, with {release} and {role}; empty: into the release
  Span span;
};

/// A line of `baseline:`: the date a record was promised for, beside the record's own `baseline:`.
struct BaselineEntry {
  std::string id;  // as written; after link/ that of the record, empty if there is none
  Date due;
  Span span;
};

/// The whole of program.yaml but its own records and `kinds:` (which Kinds takes). Defaults where
/// absent.
struct Settings {
  FileId file = kNoFile;  // kNoFile: no program.yaml
  std::string title, id;
  std::optional<Date> start, as_of;
  std::optional<std::string> description;
  DateContext dates;             // start, fiscal start, sprints, date order, first day of the week
  DurationContext durations;     // what a day, a week and a sprint are worth
  std::string timezone = "UTC";  // a name that Zone::find knows
  CalendarLayer calendar;        // week, minutes a day and holidays of the program
  std::vector<DateRange> freezes;
  std::vector<CalendarEntry> calendars;
  std::vector<PersonEntry> people;  // these and the next in the order written
  std::vector<TeamEntry> teams;
  std::vector<RoleEntry> roles;
  std::vector<AudienceEntry> audiences;  // those of program.yaml, then the built-in ones
  std::vector<std::string> labels;       // visibility labels beyond public, internal, restricted
  std::vector<RecordsRule> records;
  std::vector<EscalationEntry> escalation;         // p0 to p3, always all four
  std::vector<ChangeControlEntry> change_control;  // by type; defaults for the types not written
  std::vector<IncidentEntry> incident_response;    // sev1 to sev4, always all four
  std::map<uint16_t, Severity> rules;              // code -> severity (off allowed)
  std::vector<NamedRule> named_rules;  // until resolve_rules (read_settings.h) knows their codes
  Thresholds thresholds;
  ScheduleSettings schedule;
  SignOffSettings sign_offs;
  std::vector<BaselineEntry> baseline;
  GateLibrary gates;  // those of the library and the program's own
  Limits limits;
  std::vector<std::string> exclude;
  VersionSettings versions;
  std::string findings_baseline;  // path of the baseline file, empty: none
  // site
  std::string base_url, edit_url, theme, language = "en";
  bool robots = false;  // search engines may list the site
  Span theme_span;
  std::optional<std::string> target;  // milestone or release the program is judged by
  Span target_span;
};

}  // namespace milepost
