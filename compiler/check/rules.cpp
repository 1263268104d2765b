// The list of rules.
#include "check/rules.h"

#include <array>

namespace milepost {

std::span<const Rule> all_rules() {
  static const std::array rules = {
      overdue_rule,
      date_order_rule,
      missing_required_field_rule,
      no_owner_rule,
      owner_not_on_roster_rule,
      risk_without_mitigation_rule,
      high_risk_unreviewed_rule,
      stale_rule,
      realized_without_issue_rule,
      past_response_rule,
      escalation_incomplete_rule,
      decision_pending_rule,
      decision_without_rationale_rule,
      superseded_dependency_rule,
      done_with_open_checks_rule,
      done_before_dependency_rule,
      promised_after_needed_rule,
      dependency_not_agreed_rule,
      nothing_delivers_rule,
      finishes_after_needed_rule,
      due_cannot_be_kept_rule,
      moved_without_decision_rule,
      long_task_rule,
      rosier_than_facts_rule,
      no_dates_rule,
      plan_circle_rule,
      override_without_reason_rule,
      launch_in_freeze_rule,
      launch_steps_clash_rule,
      launch_on_day_off_rule,
      launch_step_without_time_rule,
      no_way_back_rule,
      waiver_not_valid_rule,
      item_overdue_rule,
      release_not_ready_rule,
      orphan_rule,
      unused_asset_rule,
      suspicious_character_rule,
      left_over_placeholder_rule,
      generated_id_rule,
      evidence_unreadable_rule,
      evidence_contradicts_rule,
      evidence_without_threshold_rule,
      evidence_old_rule,
      slip_not_escalated_rule,
      capacity_short_rule,
      critical_dependency_blocked_rule,
      critical_owner_away_rule,
      promise_at_risk_rule,
      security_not_escalated_rule,
      escalation_overdue_rule,
      next_step_overdue_rule,
      rests_on_rejected_rule,
      critical_waits_for_decision_rule,
      superseded_by_undecided_rule,
      sign_off_stale_rule,
      sign_off_not_valid_rule,
      sign_off_seal_broken_rule,
      sign_off_pending_rule,
  };
  return rules;
}

}  // namespace milepost
