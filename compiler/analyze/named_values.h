// Values of a record's fields by their names, as far as an audience may see them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/readiness.h"
#include "calendar/date.h"
#include "link/program.h"

namespace milepost {

/// Somebody a value names: a person, a team, or words that name neither.
struct NamedParty {
  PersonIndex person = kNoPerson;
  TeamIndex team = kNoTeam;
  std::string text;  // as written

  bool empty() const { return person == kNoPerson && team == kNoTeam && text.empty(); }
};

/// Reads the values of records. Borrows all it is given; each answer costs as much as it reads.
class NamedValues {
 public:
  NamedValues(const Program& program, const ReadinessMask& mask) : program_(program), mask_(mask) {}

  const Program& program() const { return program_; }
  const ReadinessMask& mask() const { return mask_; }

  /// The values of a field of the record; none if it has no such field or it is not shown.
  const std::vector<Value>& all(RecordIndex record, std::string_view field) const;
  const Value* first(RecordIndex record, std::string_view field) const;
  /// A part of an object by the name of the sub-field; nullptr if it has none.
  const Value* part(const Value& object, std::string_view name) const;
  const std::vector<Value>& parts(const Value& object, std::string_view name) const;

  /// The visible words of a value: of Markdown those of its first block. Empty for nullptr, and if
  /// the words name a record that is hidden.
  std::string words(const Value* value) const;
  std::vector<std::string> words(const std::vector<Value>& values) const;
  NamedParty party(const Value* value) const;
  /// The record it names, if it may be seen.
  RecordIndex record(const Value* value) const;
  /// A day: of a date, of a moment, or of a date some way from another (`target - 5d`); a period
  /// counts to its last working day.
  std::optional<Date> day(const Value* value, const WorkingTime& time,
                          std::optional<Date> target) const {
    return day_within(value, time, target, 0);
  }

 private:
  std::optional<Date> day_within(const Value* value, const WorkingTime& time,
                                 std::optional<Date> target, int depth) const;
  bool names_hidden(const MarkdownText& text) const;

  const Program& program_;
  const ReadinessMask& mask_;
};

/// What a word of a vote or a sign-off comes to: `Go`, `approved`, `No-Go`, `Go with condition`;
/// none if it says nothing (`Pending`, `abstain`).
ReadyVerdict verdict_of_word(std::string_view text);

}  // namespace milepost
