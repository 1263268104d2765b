// What stands above the table of a log: where to look first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// For a risk, assumption, issue, action, dependency or decision: the heat map or what is most
/// pressing, and beside it what moved since the last review. Nothing for a log in which nothing is
/// open and nothing moved.
void write_raid_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);

enum class MoverPart : uint8_t { all, moved, unseen };

/// What moved in a kind's log since a day as a list, `most` of each sort; returns how many were not
/// shown. Writes nothing if nothing moved.
uint64_t write_movers(HtmlWriter& out, PageScope& scope, ViewKindId kind, Date since, size_t most,
                      MoverPart part = MoverPart::all);

/// Open records of a kind in the order in which they press, each with the facts that tell why; at
/// most `most`, with how many more there are. With `until` only those whose day is not after it.
void write_pressing(HtmlWriter& out, PageScope& scope, ViewKindId kind, size_t most,
                    std::optional<Date> until = std::nullopt);

/// "Agenda for the review on Thu 4 Jun", without the day if the next review is not known.
void write_agenda_title(HtmlWriter& out, const PageScope& scope);

/// What is to be done with an empty log: what it is for and the command that begins one.
void write_empty_log(HtmlWriter& out, const PageScope& scope, ViewKindId kind);

}  // namespace milepost
