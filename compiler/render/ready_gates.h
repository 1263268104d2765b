// Gates with their meters and items, and what an item rests on in one line.
#pragma once

#include <functional>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// "Li Wei, T-33, due Mon 15 Jun, 96 of 98 tests pass": who, evidence, date, numbers. Nothing if
/// none of it is known. `brief`, for paper: of what passed only what proves it, of the rest who and
/// when.
void write_item_facts(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                      const ViewGateItem& item, bool brief = false);

/// The id that the heading of a gate has on its page, by the gate's title; may be empty.
using GateAnchor = std::function<std::string_view(std::string_view title)>;

/// All gates side by side.
void write_gate_list(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                     const GateAnchor& anchor);
/// The same as a part, with what its shapes mean; nothing without items.
void write_gates(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready, Word heading,
                 const GateAnchor& anchor);

/// What the shapes of meters and items mean.
void write_gate_key(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
