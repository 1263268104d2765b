// The schedule in words: why a date slipped, why a health is what it is, how much float is left.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// "Payment API v2 promised later": the title is a link to the item.
void say_slip_cause(HtmlWriter& out, const PageScope& scope, const ViewSlipPart& part);

/// "3 working days later than the committed Fri 12 Jun", "blocked by BLK-002". Begins small: it
/// stands after a health or in a list.
void say_health_reason(HtmlWriter& out, const PageScope& scope, const ViewHealthReason& reason);
/// All of them, with commas between.
void say_health_reasons(HtmlWriter& out, const PageScope& scope,
                        std::span<const ViewHealthReason> reasons);

/// "critical", "6 d float", "no float", "3 d short"; empty for what is done or has no end that it
/// is measured by.
std::string float_words(const Words& words, const ViewScheduleItem& item);

/// Titles as links: "A, then B, C and D". Of a long chain the middle is "3 more steps". `chain` is
/// in order; done items are left out by the caller.
void say_chain(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> chain);

/// How it stands with an item of the plan (compose/plan_state.h): shape and word.
void write_plan_state(HtmlWriter& out, const PageScope& scope, ViewRecordId record);
/// Its shape alone, as the class of an element that has `st` too.
Markup plan_state_class(const View& view, ViewRecordId record);
/// Its words: "Off track", "In progress".
std::string plan_state_words(const Words& words, const View& view, ViewRecordId record);

}  // namespace milepost
