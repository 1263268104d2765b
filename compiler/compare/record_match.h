// Which record of one View is which of another.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "redact/view.h"

namespace milepost {

/// Records of two Views by id; else by an alias that one of them has of the other; else by kind and
/// title, if no other unmatched record has these. Borrows both.
class RecordMatch {
 public:
  /// Linear in both.
  RecordMatch(const View& before, const View& after);

  /// kNoViewRecord: it is not in the other View.
  ViewRecordId after(ViewRecordId before) const { return after_[number(before)]; }
  ViewRecordId before(ViewRecordId after) const { return before_[number(after)]; }

  /// Of the same two Views, the later as the earlier.
  RecordMatch reversed() const {
    RecordMatch other(*this);
    other.after_.swap(other.before_);
    return other;
  }

 private:
  void pair(uint32_t before, uint32_t after);
  void match_aliases(const View& before, const View& after);
  void match_titles(const View& before, const View& after);

  std::vector<ViewRecordId> after_, before_;
};

/// People and teams are the same if their keys are; what a View does not name has no key.
std::string_view party_key(const View& view, const ViewParty& party);

}  // namespace milepost
