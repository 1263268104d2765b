// What a release rests on, so that one knows what stands in its way.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// How a record holds another one up.
enum class Support : uint8_t { itself, depends_on, delivers, part_of, blocks };

struct Supporter {
  RecordIndex record = kNoRecord;
  Support by = Support::itself;
  bool direct = false;  // of the release itself
};

/// Walks the links that hold dates, from a release down to what it needs: what it depends on, what
/// delivers it, its parts, the work that blocks it, and all of these of them. What is done or
/// dropped rests on nothing more, and another release answers for what is below it.
class RestsOn {
 public:
  static constexpr uint64_t kMostLooks = 10'000'000;
  static constexpr std::size_t kLeastFound = 200;

  RestsOn(const Program& program, const Analysis& analysis, const ReadinessMask& mask);

  /// The record itself first, then the others in order of distance and number. Valid until the next
  /// call. Linear in the links of what is found; once all answers together have looked
  /// at `kMostLooks` links, each has no more than the nearest `kLeastFound`.
  const std::vector<Supporter>& of(RecordIndex record);
  /// Whether the last answer has it. O(1).
  bool holds(RecordIndex record) const { return seen_[static_cast<uint32_t>(record)] == walk_; }

 private:
  void add(RecordIndex record, Support by, bool direct);
  void follow(const Supporter& from);
  bool is_spent() const { return looks_ > kMostLooks && found_.size() > kLeastFound; }

  const Program& program_;
  const Analysis& analysis_;
  const ReadinessMask& mask_;
  LinkTypeId depends_on_, delivers_, part_of_, blocks_;
  KindId release_;
  std::vector<uint32_t> seen_;  // by record: the walk that met it
  uint64_t looks_ = 0;
  uint32_t walk_ = 0;
  std::vector<Supporter> found_;
};

}  // namespace milepost
