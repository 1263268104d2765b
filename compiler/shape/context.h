// What every part of shape/ works with: the facts of the program, and what one file gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/duration.h"
#include "calendar/zone.h"
#include "diagnostics/diagnostic.h"
#include "load/source_set.h"
#include "shape/kinds.h"
#include "shape/record.h"
#include "shape/settings.h"
#include "shape/string_store.h"

namespace milepost {

/// The same for every file; threads share it. Borrows what it was made of.
struct ProgramFacts {
  ProgramFacts(const SourceSet& source_set, const Kinds& program_kinds,
               const Settings& program_settings);

  const SourceSet& sources;
  const Kinds& kinds;
  const Settings& settings;
  DurationContext durations;
  Zone zone;
};

/// Tapes that a file's values make are numbered from here until the files are joined.
inline constexpr uint32_t kMadeTape = 0x80000000u;

/// What one file gives, owned by the thread that shapes it.
struct FileWork {
  FileWork(const ProgramFacts& program, FileId id, DiagnosticSink& diagnostic_sink)
      : facts(program), file(id), sink(diagnostic_sink), source(program.sources.file(id).text) {}

  const ProgramFacts& facts;
  FileId file;
  DiagnosticSink& sink;
  const SourceText& source;
  StringStore strings;
  std::vector<Tape> made_tapes;
  std::vector<Record> records;
  std::optional<Page> page;

  /// Suggestions cost time; a file that has thousands of misspellings gets them for the first ones.
  int suggestions_left = 200;

  /// `text` itself if it stands in the file, else a copy that lives as long as the records.
  std::string_view lasting(std::string_view text) {
    return stands_in_file(text) ? text : strings.keep(text);
  }
  bool stands_in_file(std::string_view text) const {
    const char* begin = source.bytes().data();
    return text.data() >= begin && text.data() + text.size() <= begin + source.bytes().size();
  }
  /// Takes the tape of a value; references to earlier ones are no longer good.
  uint32_t add_tape(Tape tape) {
    made_tapes.push_back(std::move(tape));
    return kMadeTape + static_cast<uint32_t>(made_tapes.size() - 1);
  }
  /// The number of a tape that comes later.
  uint32_t reserve_tape() { return add_tape({}); }
};

}  // namespace milepost
