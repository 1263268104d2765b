// Prints change requests and incidents.
#include "analyze/print_control.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace milepost {
namespace {

constexpr std::array<std::string_view, 4> kApprovals = {"missing", "waiting", "agreed", "refused"};
constexpr std::array<std::string_view, 4> kMoves = {"unknown", "waiting", "applied", "otherwise"};
constexpr std::array<std::string_view, 3> kSteps = {"acknowledged", "mitigated", "resolved"};
constexpr std::array<std::string_view, 6> kStates = {"none",    "in_time", "late",
                                                     "running", "overdue", "untold"};
constexpr std::array<std::string_view, kPostMortemParts> kParts = {
    "impact", "timeline", "root_cause", "went_well", "went_wrong", "actions", "lessons"};

template <typename Names, typename Value>
std::string_view name_of(const Names& names, Value value) {
  return names[static_cast<size_t>(value)];
}

std::string ids(const Program& program, const std::vector<RecordIndex>& records) {
  std::string text;
  for (const RecordIndex record : records) text += " " + program.record(record).id;
  return text;
}

std::string print(const Program& program, const ChangeControl& change) {
  std::string text = program.record(change.record).id + " change";
  text += change.implemented ? " implemented"
          : change.approved  ? " approved"
          : change.open      ? " open"
                             : "";
  text += "\n";
  for (const ChangeApproval& one : change.approvals) {
    text += fmt::format("  approval: {}{} {}", one.required ? "" : "(not asked for) ", one.role,
                        name_of(kApprovals, one.state));
    if (one.by != kNoPerson) text += " by " + program.person(one.by).key;
    if (one.on) text += " on " + to_iso(*one.on);
    if (one.not_held) text += " [does not hold the role]";
    text += "\n";
  }
  for (const ImpactArea& area : change.impact) {
    text += fmt::format("  impact: {}{}{}\n", area.area, area.required ? " required" : "",
                        area.assessed ? "" : " [not assessed]");
  }
  for (const ChangeMove& move : change.moves) {
    text +=
        fmt::format("  moves: {} {} from {} to {}, {} days, {}\n",
                    move.record == kNoRecord ? move.record_text : program.record(move.record).id,
                    move.field_text, move.from, move.to, move.days, name_of(kMoves, move.state));
  }
  return text;
}

std::string print(const Program& program, const Incident& incident) {
  std::string text =
      fmt::format("{} incident sev{}{}{}\n", program.record(incident.record).id, incident.severity,
                  incident.over ? " over" : "", incident.out_of_order ? " [out of order]" : "");
  for (const IncidentClock& clock : incident.clocks) {
    if (clock.state == StepState::none && !clock.took_minutes) continue;
    text += fmt::format("  {}: {}", name_of(kSteps, clock.step), name_of(kStates, clock.state));
    if (clock.took_minutes) text += fmt::format(", {} min", *clock.took_minutes);
    if (clock.allowed_minutes) text += fmt::format(" of {}", *clock.allowed_minutes);
    text += "\n";
  }
  std::string parts;
  for (size_t i = 0; i < kPostMortemParts; ++i) {
    if (incident.parts[i]) parts += " " + std::string(kParts[i]);
  }
  if (!parts.empty()) text += "  post-mortem:" + parts + "\n";
  if (incident.review_by) text += "  review by: " + to_iso(*incident.review_by) + "\n";
  if (!incident.causes.empty()) text += "  caused by:" + ids(program, incident.causes) + "\n";
  if (!incident.releases.empty()) text += "  releases:" + ids(program, incident.releases) + "\n";
  if (!incident.actions.empty()) text += "  actions:" + ids(program, incident.actions) + "\n";
  for (const Incident::Untracked& one : incident.untracked) {
    text += "  not tracked: " + one.text + "\n";
  }
  return text;
}

}  // namespace

std::string print_control(const Program& program, const Analysis& analysis) {
  std::string text;
  for (const ChangeControl& change : analysis.changes) text += print(program, change);
  for (const Incident& incident : analysis.incidents) text += print(program, incident);
  return text;
}

}  // namespace milepost
