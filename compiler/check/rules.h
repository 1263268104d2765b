// The list of rules: one line for each file of rules/, in order of code.
#pragma once

#include <span>

#include "check/rule.h"

namespace milepost {

std::span<const Rule> all_rules();

// Each is defined in the file of rules/ that is named after it.
extern const Rule overdue_rule;
extern const Rule date_order_rule;
extern const Rule missing_required_field_rule;
extern const Rule no_owner_rule;
extern const Rule owner_not_on_roster_rule;
extern const Rule risk_without_mitigation_rule;
extern const Rule high_risk_unreviewed_rule;
extern const Rule stale_rule;
extern const Rule realized_without_issue_rule;
extern const Rule past_response_rule;
extern const Rule escalation_incomplete_rule;
extern const Rule decision_pending_rule;
extern const Rule decision_without_rationale_rule;
extern const Rule superseded_dependency_rule;
extern const Rule done_with_open_checks_rule;
extern const Rule done_before_dependency_rule;
extern const Rule promised_after_needed_rule;
extern const Rule dependency_not_agreed_rule;
extern const Rule nothing_delivers_rule;
extern const Rule finishes_after_needed_rule;
extern const Rule due_cannot_be_kept_rule;
extern const Rule moved_without_decision_rule;
extern const Rule long_task_rule;
extern const Rule rosier_than_facts_rule;
extern const Rule no_dates_rule;
extern const Rule plan_circle_rule;
extern const Rule override_without_reason_rule;
extern const Rule launch_in_freeze_rule;
extern const Rule launch_steps_clash_rule;
extern const Rule launch_on_day_off_rule;
extern const Rule launch_step_without_time_rule;
extern const Rule no_way_back_rule;
extern const Rule waiver_not_valid_rule;
extern const Rule item_overdue_rule;
extern const Rule release_not_ready_rule;
extern const Rule orphan_rule;
extern const Rule unused_asset_rule;
extern const Rule suspicious_character_rule;
extern const Rule left_over_placeholder_rule;
extern const Rule generated_id_rule;
extern const Rule evidence_unreadable_rule;
extern const Rule evidence_contradicts_rule;
extern const Rule evidence_without_threshold_rule;
extern const Rule evidence_old_rule;
extern const Rule slip_not_escalated_rule;
extern const Rule capacity_short_rule;
extern const Rule critical_dependency_blocked_rule;
extern const Rule critical_owner_away_rule;
extern const Rule promise_at_risk_rule;
extern const Rule security_not_escalated_rule;
extern const Rule escalation_overdue_rule;
extern const Rule next_step_overdue_rule;
extern const Rule change_without_approval_rule;
extern const Rule change_without_assessment_rule;
extern const Rule change_not_applied_rule;
extern const Rule change_undecided_rule;
extern const Rule incident_unanswered_rule;
extern const Rule post_mortem_missing_rule;
extern const Rule action_not_tracked_rule;
extern const Rule incident_out_of_order_rule;
extern const Rule rests_on_rejected_rule;
extern const Rule critical_waits_for_decision_rule;
extern const Rule superseded_by_undecided_rule;
extern const Rule sign_off_stale_rule;
extern const Rule sign_off_not_valid_rule;
extern const Rule sign_off_seal_broken_rule;
extern const Rule sign_off_pending_rule;
extern const Rule report_percent_differs_rule;
extern const Rule report_count_differs_rule;
extern const Rule report_date_differs_rule;
extern const Rule report_state_differs_rule;

}  // namespace milepost
