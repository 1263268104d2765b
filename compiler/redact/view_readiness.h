// What an audience may know of readiness: analyze/readiness.h without what is hidden.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "evidence/report.h"

namespace milepost {

enum class ViewRecordId : uint32_t;
enum class ViewPersonId : uint32_t;
enum class ViewTeamId : uint32_t;
enum class ViewAssetId : uint32_t;
inline constexpr ViewRecordId kReleaseItself{0xFFFFFFFF};
inline constexpr uint32_t kNoViewItem = 0xFFFFFFFF;

// The meaning of each is that of the enum of the same name in analyze/readiness.h.

enum class ViewReadyVerdict : uint8_t { none, go, conditional_go, no_go };
enum class ViewItemState : uint8_t { passed, waived, open, missing, failed, not_applicable };
enum class ViewEvidenceKind : uint8_t { none, record, file, link, text };
enum class ViewGateState : uint8_t { passed, in_progress, not_passed, not_applicable };
enum class ViewSignOffState : uint8_t {
  current,
  stale,
  unsealed,
  conditional,
  not_signed,
  refused,
  invalid
};
enum class ViewReasonKind : uint8_t {
  item_missing,
  item_failed,
  item_open,
  waiver_expired,
  waiver_ends_early,
  sign_off_refused,
  sign_off_stale,
  sign_off_invalid,
  sign_off_missing,
  sign_off_conditional,
  blocker_open,
  issue_open,
  risk_unmitigated,
  work_late,
  work_open,
  dependency_late,
  dependency_open,
  target_passed,
  no_target,
  condition_said,
};
enum class ViewStepKind : uint8_t { rollout, cutover, communication, decision };

/// Somebody with a name: a person or team of the View, else the words that stand there.
struct ViewWho {
  ViewPersonId person{0xFFFFFFFF};
  ViewTeamId team{0xFFFFFFFF};
  std::string text;  // how it reads; empty: nobody

  bool empty() const { return text.empty(); }
};

struct ViewGateItem {
  std::string key, text;
  uint32_t gate = 0;
  bool required = true;
  bool from_template = false;
  std::string condition;
  ViewWho owner;
  std::optional<Date> due, expected;
  ViewEvidenceKind evidence = ViewEvidenceKind::none;
  ViewRecordId evidence_record = kReleaseItself;
  ViewAssetId evidence_file{0xFFFFFFFF};  // if it is published
  std::string evidence_text;              // of a link: an address, not yet safe
  bool evidence_there = false;
  std::string evidence_problem;
  std::optional<EvidenceReport> report;
  std::string expects, measured, notes;
  ViewItemState state = ViewItemState::open;
  uint32_t waiver = kNoViewItem;
};

struct ViewGate {
  std::string key, title;
  std::optional<Date> due;
  ViewWho owner;
  std::string condition;
  ViewGateState state = ViewGateState::in_progress;
  uint32_t passed = 0, waived = 0, required = 0;
};

struct ViewCoveredField {
  ViewRecordId record = kReleaseItself;
  std::string field;  // `target`
  std::string label;  // "Target date"
  std::string was, now;
};

struct ViewSignOff {
  std::string role, role_label;
  ViewWho by;
  std::optional<Date> on;
  ViewReadyVerdict decision = ViewReadyVerdict::none;
  ViewSignOffState state = ViewSignOffState::not_signed;
  std::vector<ViewCoveredField> changed;
  uint32_t covers = 0;  // fields it covers that may be told
  std::string via;      // an address as written, not yet safe
  std::string notes;
  std::optional<Date> due;
  bool required = true;
};

struct ViewWaiver {
  std::string item;
  uint32_t of = kNoViewItem;
  ViewWho by;
  std::string reason;
  std::optional<Date> until;
  bool valid = false, expired = false, ends_early = false;
};

struct ViewReadyReason {
  ViewReasonKind kind = ViewReasonKind::item_missing;
  bool blocks = true;
  ViewRecordId about = kReleaseItself;
  uint32_t index = kNoViewItem;
  ViewRecordId through = kReleaseItself;
  bool general = false;
  ViewWho who;
  std::optional<Date> by;
  std::string how;
  int64_t days = 0;
};

struct ViewVote {
  ViewWho by;
  std::string role, vote;
  ViewReadyVerdict said = ViewReadyVerdict::none;
};

struct ViewCondition {
  std::string text;
  bool met = false;
};

struct ViewGoNoGo {
  ViewReadyVerdict decision = ViewReadyVerdict::none;
  std::optional<Date> on;
  std::vector<ViewVote> votes;
  std::vector<ViewCondition> conditions;
  std::string reason;
  std::string minutes;  // an address or words, not yet safe
  ViewRecordId minutes_of = kReleaseItself;
  bool overrides = false;
};

struct ViewLaunchStep {
  ViewStepKind kind = ViewStepKind::rollout;
  std::string what;
  std::optional<DateTime> begins, ends;
  bool all_day = false;
  ViewWho owner, decides;
  std::string at;
  std::vector<std::string> go_if;
  std::string check, back_out, channel, audience;
  bool clashes = false, frozen = false, off_hours = false;
};

struct ViewStandby {
  ViewWho who;
  std::string role, shift;
};

struct ViewLaunchPlan {
  std::optional<DateTime> start;
  std::vector<ViewLaunchStep> steps;
  std::vector<std::string> rollback_if;
  std::string war_room;
  std::vector<ViewStandby> roster;
};

struct ViewMeasure {
  ViewRecordId metric = kReleaseItself;
  std::string name, target, result;
  bool met = false, missed = false;
};

struct ViewPostLaunch {
  std::vector<ViewMeasure> measures;
  std::optional<Date> review, hand_over_on;
  ViewWho hand_over_to;
  std::string notes;
};

struct ViewReadiness {
  ViewRecordId record = kReleaseItself;
  bool release = false;
  ViewReadyVerdict verdict = ViewReadyVerdict::none;
  std::optional<Date> target;
  int64_t days_to_target = 0;
  std::vector<ViewGate> gates;
  std::vector<ViewGateItem> items;
  std::vector<ViewSignOff> sign_offs;
  std::vector<ViewWaiver> waivers;
  std::vector<ViewReadyReason> reasons;
  std::optional<Date> last_clear;
  ViewGoNoGo said;
  ViewLaunchPlan launch;
  ViewPostLaunch after;
  uint32_t passed = 0, waived = 0, required = 0;

  uint32_t blocking() const {
    uint32_t count = 0;
    for (const ViewReadyReason& reason : reasons) count += reason.blocks ? 1 : 0;
    return count;
  }
};

}  // namespace milepost
