// Readiness as text, for `milepost dump --stage analyze` and tests.
#pragma once

#include <string>
#include <string_view>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// The canonical words of program.json: "conditional_go", "item_missing". "none" where there is
/// none.
std::string_view verdict_name(ReadyVerdict verdict);
std::string_view item_state_name(ItemState state);
std::string_view gate_state_name(GateState state);
std::string_view sign_off_state_name(SignOffState state);
std::string_view reason_name(ReasonKind kind);

/// What a reason is about: the id of a record, the key of an item, a role, the text of a condition;
/// empty for the target.
std::string reason_subject(const Program& program, const Readiness& readiness,
                           const ReadyReason& reason);
/// Who can clear it, by key; empty if nobody is known.
std::string reason_who(const Program& program, const ReadyReason& reason);

/// One line: `blocks: item_missing load-test, 3 days, by 2026-06-12, li`.
std::string print_reason(const Program& program, const Readiness& readiness,
                         const ReadyReason& reason);
/// A release or other record with items a paragraph.
std::string print_readiness(const Program& program, const Analysis& analysis);

}  // namespace milepost
