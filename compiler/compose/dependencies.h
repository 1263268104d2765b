// Dependencies as handshakes: what is needed against what is promised, and which team waits for
// which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "redact/view.h"

namespace milepost {

/// Where the promise stands, by the `commitment` of the dependency; a date that is promised is
/// agreed if nothing else is said.
enum class Handshake : uint8_t { none, requested, agreed, declined, at_risk };

/// A dependency that is open.
struct DependencyLine {
  ViewRecordId record = kNoViewRecord;
  Handshake handshake = Handshake::none;
  std::optional<Date> needed, promised;
  std::optional<int64_t> gap;  // working days from needed to promised
};

/// All open dependencies: those with a gap first, the largest first, then by the day they are
/// needed.
std::vector<DependencyLine> dependency_lines(const View& view);

/// Of these the ones that ask for a talk: not agreed, declined, at risk, promised too late, or not
/// there on the promised day. By the day they are needed.
std::vector<DependencyLine> handshakes_to_make(const View& view,
                                               const std::vector<DependencyLine>& lines);

/// The one that is told of two; the first if they are equally bad.
ViewHealth worse_health(ViewHealth a, ViewHealth b);

/// A team, or somebody else who delivers or needs.
struct WaitingParty {
  ViewParty party;
  std::string name;  // empty: all that found no place of their own
};

struct WaitingCell {
  uint32_t count = 0;
  std::optional<Date> next;             // the first that is promised
  ViewHealth worst = ViewHealth::none;  // of the things waited for, as reported or computed
};

/// Who waits for whom: open dependencies, and open work of one team that depends on open work of
/// another.
struct TeamMatrix {
  std::vector<WaitingParty> needs, provides;  // rows and columns
  std::vector<WaitingCell> cells;             // row by row
  uint32_t total = 0;

  const WaitingCell& cell(size_t row, size_t column) const {
    return cells[row * provides.size() + column];
  }
};

/// At most `most` rows and columns, the teams of the program first; the others are one more, which
/// has no name. Linear in links.
TeamMatrix make_team_matrix(const View& view, size_t most = 12);

}  // namespace milepost
