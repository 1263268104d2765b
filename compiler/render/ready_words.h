// Readiness in words and shapes: how a release stands, an item, a gate, a sign-off.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"
#include "render/parts.h"

namespace milepost {

/// Shape and word: "No-go". Of a milestone or a delivery "Not met".
void write_ready_state(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
std::string_view verdict_word(const Words& words, ViewReadyVerdict verdict);

/// "No-go. Five things stand in the way. The last can be cleared on Wed 17 Jun, 3 working days
/// before the target." Of what went out or was dropped its status and what was said.
void write_ready_verdict(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
/// The sentences of write_ready_verdict after the state.
void write_ready_sentence(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
/// "5 things in the way" or "12 things to do", for lists; empty if there is nothing to tell.
std::string ready_fact(const Words& words, const ViewReadiness& ready);

/// A person or team as a link, else the words that stand there; nothing for nobody.
void write_ready_who(HtmlWriter& out, const PageScope& scope, const ViewWho& who);
/// "Thu 4 Jun, 09:00" in the zone of the program, or without the time.
void write_ready_moment(HtmlWriter& out, const PageScope& scope, DateTime moment, bool all_day);

/// What is not required is not missing.
ViewItemState shown_state(const ViewGateItem& item);
/// " s-off": the class of the shape of an item, for an element that has `st` too.
Markup item_class(ViewItemState state);
Word item_word(ViewItemState state);
Markup gate_class(ViewGateState state);
Word gate_word(ViewGateState state);
Markup sign_off_class(ViewSignOffState state);
Word sign_off_word(ViewSignOffState state);

/// The items of gate `gate` by state, or of all gates for kNoViewItem: a segment for each required
/// one, and "2 of 5, 1 waived". Linear in the items.
void write_ready_meter(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                       uint32_t gate = kNoViewItem);

/// The id of an item on the page of its release: its key, or its number if that is no id.
std::string item_anchor(const ViewReadiness& ready, uint32_t item);

}  // namespace milepost
