// What stands on the page of a stakeholder: its blocks in the program's order, and their rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/outline.h"
#include "redact/view.h"

namespace milepost {

/// The built-in blocks by their names in `audiences:`, then the three sorts of a program's own.
enum class StatusBlock : uint8_t {
  summary,
  asks,
  why,
  milestones,
  risks,
  issues,
  releases,
  changes,
  completed,
  in_progress,
  next,
  blocked,
  needs,
  dependencies,
  decisions,
  scope,
  incidents,
  metrics,
  budget,
  coming,
  reports,
  own_text,
  own_field,
  own_kind,
};

/// How wide a block wants to be: up to three narrow ones stand side by side.
enum class StatusWidth : uint8_t { narrow, wide };

/// Rows of one team; of all that belong to none, or of a page that is not by team, kNoViewTeam.
struct StatusGroup {
  ViewTeamId team = kNoViewTeam;
  std::vector<ViewRecordId> records;
  size_t total = 0;  // rows there are of it; at least as many as are listed
};

/// A section that has something to say. Borrows the View.
struct StatusSection {
  StatusBlock block = StatusBlock::summary;
  StatusWidth width = StatusWidth::wide;
  const ViewStatusSection* asked = nullptr;
  std::vector<StatusGroup> groups;   // by name of the team, those without one last
  std::vector<ChangeEntry> changes;  // of `changes` and `completed`
  size_t total = 0;                  // rows there are, listed or not
  bool by_team = false;              // its groups are teams

  /// The rows of all groups.
  std::vector<ViewRecordId> records() const;
};

/// What an author says of the period, as he wrote it.
struct StatusWords {
  ViewRecordId report = kNoViewRecord;  // kNoViewRecord: nobody says anything
  ViewTapeId tape = kNoViewTape;
  std::vector<TapeSlice> paragraphs;  // of `tape`
  std::string text;                   // where it is no Markdown
};

/// Borrows the Outline.
struct StatusPage {
  const ViewStatusPage* of = nullptr;
  /// The page leads with the state of the target; else with what its first section is about.
  bool summary = false;
  bool by_team = false;  // for those who do the work: its lists stand by team
  StatusWords words;
  std::vector<StatusSection> sections;  // without `summary`

  bool empty() const { return !summary && sections.empty(); }
  const StatusSection* find(StatusBlock block) const;
};

/// The page of View::status_pages[index]. A block without rows is left out, but for those in which
/// nothing is news, where everything is told (`blocked`, `asks`). Linear in records and links; each
/// section has at most as many rows as it asks for, 1000 at the most.
StatusPage make_status_page(const Outline& outline, uint32_t index);

/// "executives", as it stands in a sentence.
std::string status_reader(const Outline& outline, const ViewStatusPage& page);

/// The number in View::status_pages of the audience that `words` names by its key or title, in any
/// case of its letters; nothing if they name none.
std::optional<uint32_t> status_page_named(const Outline& outline, std::string_view words);

/// Whom a status report says it is for, as numbers in View::status_pages; none: for everybody.
std::vector<uint32_t> report_readers(const Outline& outline, ViewRecordId report);

/// A report that is still being written, or was dropped.
bool is_draft(const View& view, const ViewRecord& report);

/// Working days of work ahead that `next` and `needs` tell of.
inline constexpr int64_t kStatusAhead = 10;

/// Who waits for a dependency: its consumer, else who owns what depends on it. Linear in its links.
ViewTeamId status_consumer(const View& view, ViewRecordId id);
/// The team that answers for a record: its own, else that of its first owner.
ViewTeamId status_team(const View& view, const ViewRecord& record);

/// The day that stands before a row of a section: when an open record ends or its answer is needed,
/// when a closed one was decided or finished.
std::optional<Date> status_day(const View& view, ViewRecordId id);

/// What the risks of a section stand by. Without scores nobody can tell which are the highest, but
/// their levels are reported.
enum class RiskOrder : uint8_t { score, levels, review };
RiskOrder risk_order(const View& view, const StatusSection& risks);

/// The day that somebody needs it by.
std::optional<Date> needed_day(const ViewRecord& record);

/// Of the time from the program's start to the end of its target: nothing if either is unknown, or
/// it has not begun.
struct ElapsedTime {
  Date from, to;
  int64_t days = 0, of = 0;  // working days; days > of: it should be over
};
std::optional<ElapsedTime> elapsed_time(const Outline& outline);

}  // namespace milepost
