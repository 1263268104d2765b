// One pass over a tape: its links resolved as far as files go, its mentions found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "link/ids.h"
#include "link/paths.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// Which record a run of a tape's nodes belongs to. Runs may lie inside others.
struct OwnedRun {
  uint32_t first = 0, end = 0;
  RecordIndex record = kNoRecord;
};

/// A link that needs a second look: a fragment to check, or nothing that it leads to.
struct OpenLink {
  uint32_t reference = 0;  // into TapeFindings::references
  PathHit hit;
  std::string_view destination;
  bool image = false;
};

struct FoundMention {
  RecordIndex from = kNoRecord, to = kNoRecord;
  Span span;
  LabelIndex label = kInternalLabel;
};

struct UnknownMention {
  std::string_view word;
  Span span;
};

struct TapeFindings {
  std::vector<TapeReference> references;
  std::vector<OpenLink> open;
  std::vector<FoundMention> mentions;
  std::vector<UnknownMention> unknown;
};

/// What a walk needs to know and does not change.
struct WalkContext {
  const Program& program;
  const SourceSet& sources;
  const IdTable& ids;
  const PathTable& paths;
};

/// `runs` in order of first, longer ones first. Linear in the tape.
TapeFindings walk_tape(const WalkContext& context, const Tape& tape,
                       const std::vector<OwnedRun>& runs);

/// The place of a node; of the nearest node around it that has one; or the whole file's start.
Span place_of(const Tape& tape, uint32_t node);

/// The destination within a link's place, if it stands there as written; else the whole place.
Span destination_place(const SourceSet& sources, Span link, std::string_view destination);

}  // namespace milepost
