// A tape without what is hidden: nodes cut out, references to hidden things replaced by words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "link/program.h"
#include "markup/tape.h"
#include "redact/redaction.h"

namespace milepost {

/// A reference of a tape. The target still has the Program's numbers; its fragment may borrow from
/// a tape that has moved, so a copy stands beside it.
struct CutReference {
  TapeReference reference;
  std::string fragment;
};

/// A tape of the View, its references in the same order as before, and where each node went.
struct CutTape {
  Tape tape;
  std::vector<CutReference> references;
  std::vector<uint32_t> kept_before;  // by old node, and one more; empty: nothing moved

  /// The slice after the cut; count 0 if nothing of it is left.
  TapeSlice slice(TapeSlice old) const;
  /// kHidden if the node was cut.
  uint32_t node(uint32_t old) const;
};

/// Cuts regions of labels that are not seen, rows, items and blocks of hidden records, everything
/// in a hidden place, and what is left empty by that. A link to something hidden becomes `instead`,
/// so does its mention; if `instead` is empty they leave no gap. The text of the result holds no
/// byte of what was cut. If there is nothing to do the tape is moved from `movable`, which is the
/// same one, or copied if that is null. Linear in the tape, but for a binary search a node.
CutTape cut_tape(const Tape& tape, Tape* movable, std::vector<CutReference>&& references,
                 const Program& program, const Redaction& redaction, std::string_view instead);

/// The nodes of a tape that an audience does not see, as cut_tape cuts them; empty: it sees all.
std::vector<bool> hidden_nodes(const Tape& tape, const Program& program,
                               const Redaction& redaction);

}  // namespace milepost
