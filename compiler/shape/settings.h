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
#include "text/span.h"

namespace milepost {

struct PersonEntry {
  std::string key, name, team, role, email, calendar;
  std::optional<std::string> week;  // "mon-thu"
  std::vector<DateRange> away;
  Span span;
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

struct AudienceEntry {
  std::string key;
  std::vector<std::string> sees, pages, shows;
  Span span;
};

/// `records:` — which files hold records of which kind. Later entries win.
struct RecordsRule {
  std::string pattern;     // glob relative to the program's root
  std::string kind;        // a kind, or "raid" (kind by heading), or "page"
  std::string visibility;  // optional
  Span span;
};

struct EscalationEntry {
  std::string level;  // p0 … p3
  std::optional<Duration> respond;
  std::vector<std::string> path;
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
  uint32_t files = 200'000;
};

/// Thresholds of defaults.md that rules read, by name ("review_high": working days …).
struct Thresholds {
  int review_high_days = 7, review_medium_days = 14, review_low_days = 30,
      issue_days = 7;                                               // calendar days
  int decision_pending_days = 10, decision_before_needed_days = 3;  // working days
  int dependency_agree_warn_days = 20, dependency_agree_days = 10;  // working days
  int near_due_days = 10;                                           // working days
  int health_quiet_days = 10;                                       // working days
};

/// The whole of program.yaml but its own records and `kinds:` (which Kinds takes). Defaults where
/// absent.
struct Settings {
  FileId file = kNoFile;  // kNoFile: no program.yaml
  std::string title, id;
  std::optional<Date> start, as_of;
  std::optional<std::string> description;
  DateContext dates;  // start, fiscal start, sprints, date order
  std::string timezone = "UTC";
  std::string week = "mon-fri";
  double hours_per_day = 8;
  std::vector<DateRange> holidays, freezes;
  std::map<std::string, std::vector<DateRange>> calendars;  // name -> holidays beside the program's
  std::vector<PersonEntry> people;                          // in key order as written
  std::vector<TeamEntry> teams;
  std::vector<RoleEntry> roles;
  std::vector<AudienceEntry> audiences;
  std::vector<std::string> labels;  // visibility labels beyond public, internal, restricted
  std::vector<RecordsRule> records;
  std::vector<EscalationEntry> escalation;
  std::map<uint16_t, Severity> rules;  // code -> severity (off allowed)
  Thresholds thresholds;
  Limits limits;
  std::vector<std::string> exclude;
  std::string findings_baseline;  // path of the baseline file, empty: none
  // site
  std::string base_url, edit_url, theme, language = "en";
  std::optional<std::string> target;  // milestone or release the program is judged by
};

}  // namespace milepost
