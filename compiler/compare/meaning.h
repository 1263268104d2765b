// Values as what they mean, so that two spellings of one thing compare as one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/record_match.h"
#include "markup/tape.h"
#include "redact/view.h"

namespace milepost {

enum class Sameness : uint8_t { same, wording, different };

/// Compares values of an earlier View with those of a later one.
class Meanings {
 public:
  Meanings(const View& before, const View& after, const RecordMatch& match)
      : before_(before), after_(after), match_(match) {}

  /// What a value means, as text that equals that of every other spelling of it. `words`: with what
  /// its author says beside it, and exactly as he says it.
  std::string of_before(const ViewFieldInfo& info, const ViewValue& value, bool words) const;
  std::string of_after(const ViewFieldInfo& info, const ViewValue& value, bool words) const;

  Sameness compare(const ViewFieldInfo& info, const ViewValue& before,
                   const ViewValue& after) const;

  const View& before() const { return before_; }
  const View& after() const { return after_; }
  const RecordMatch& match() const { return match_; }

 private:
  const View& before_;
  const View& after_;
  const RecordMatch& match_;
};

/// From one day to another, by the program's calendar in that View whose as-of date is later.
int32_t working_days(const Meanings& meanings, Date from, Date to);

/// A text without case, white space and punctuation; one without letters as it is.
std::string plain_meaning(std::string_view text);

/// What is shown of a slice of a tape: its blocks and words, without how its lines are broken and
/// without what its boxes say.
std::string shown_meaning(const Tape& tape, TapeSlice slice, const std::vector<TapeSlice>& cuts);

/// Two slices are node for node the same, so that they show the same. False says nothing: spaces or
/// the breaks of lines may be all that differs. O(nodes), and makes nothing.
bool same_nodes(const Tape& before, TapeSlice was, const Tape& after, TapeSlice now);

}  // namespace milepost
