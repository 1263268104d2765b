// Who does, answers for, is asked and is told: the RACI matrices that the program's own pages and
// records hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redact/view.h"

namespace milepost {

enum class RaciPart : uint8_t { responsible, accountable, support, consulted, informed };
inline constexpr size_t kRaciParts = 5;

/// The parts in one cell, a bit each.
using RaciParts = uint8_t;
constexpr RaciParts raci_bit(RaciPart part) {
  return static_cast<RaciParts>(1u << static_cast<unsigned>(part));
}

/// A column's head, or an entry of a list: a person or team if one is meant, else the words alone.
struct RaciParty {
  std::string text;
  ViewParty party;
};

/// What is wrong with a row. One person answers for a thing, and somebody does it.
enum class RaciFault : uint8_t { none, nobody_accountable, several_accountable, nobody_does_it };

struct RaciRow {
  std::string work;
  ViewRecordId record = kNoViewRecord;  // the record that the work is
  std::vector<RaciParts> cells;         // by column
  RaciFault fault = RaciFault::none;
};

inline constexpr uint32_t kNowhere = 0xFFFFFFFF;

/// A table of letters, work by party.
struct RaciMatrix {
  std::string title;         // the heading above it, else its page's title
  uint32_t page = kNowhere;  // into Outline::pages: where it stands
  std::vector<RaciParty> columns;
  std::vector<RaciRow> rows;
  RaciParts used = 0;  // the parts that some cell has
};

/// One thing and who has which part in it, as a record's `raci:` or a table of names says.
struct RaciEntry {
  std::string work;
  ViewRecordId record = kNoViewRecord;
  uint32_t page = kNowhere;
  std::array<std::vector<RaciParty>, kRaciParts> who;  // by RaciPart
  RaciFault fault = RaciFault::none;
};

struct Raci {
  std::vector<RaciMatrix> matrices;
  std::vector<RaciEntry> entries;

  bool empty() const { return matrices.empty() && entries.empty(); }
};

/// What `A, R`, `R/A`, `AR` or `Responsible` says; 0 if the text is anything else or nothing.
RaciParts parse_raci(std::string_view text);

/// Looks at the top level of every plain page and body, which stand on the pages of the site that
/// `plain_pages` (by ViewPageId) and `record_pages` (by ViewRecordId) say. O(top level nodes), and
/// O(records) once if there is a matrix.
Raci find_raci(const View& view, std::span<const uint32_t> plain_pages,
               std::span<const uint32_t> record_pages);

}  // namespace milepost
