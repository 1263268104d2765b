// feed.xml: what happened in a program, as a feed that people follow.
#pragma once

#include <string>

#include "compose/outline.h"

namespace milepost {

inline constexpr size_t kMostFeedEntries = 50;

/// Atom (RFC 4287): the newest events of the records, at most kMostFeedEntries. Empty if the site
/// has no base URL: a feed is nothing without addresses. Its dates are those of the records, at the
/// beginning of the day in the program's zone; an entry's id is the address of its record and what
/// happened, so that it stays the same when a title changes.
std::string atom_feed(const Outline& outline);

}  // namespace milepost
