// Open blockers, issues and risks that stand in the way of a release.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"
#include "analyze/rests_on.h"
#include "link/program.h"

namespace milepost {

/// Knows once what stands in the way at all: open blockers that are P0 or P1 (or not rated), open
/// critical issues, and open risks that are high or very high without a mitigation.
class Obstacles {
 public:
  static constexpr std::size_t kMostReasons = 100'000;

  Obstacles(const NamedValues& values, const Analysis& analysis);

  /// Adds the reasons of a record that rests on `supporters`: obstacles that block, threaten or
  /// relate to one of them, and the gravest of those that name nothing at all. Linear in the links
  /// of the supporters. All calls together give no more than `kMostReasons`, and ten each if they
  /// would: those that block first.
  void add(RecordIndex record, const std::vector<Supporter>& supporters,
           std::vector<ReadyReason>& reasons);
  bool empty() const { return obstacles_.empty(); }

 private:
  struct Obstacle {
    RecordIndex record = kNoRecord;
    ReasonKind kind = ReasonKind::blocker_open;
    bool blocks = true;
    bool general = false;
  };

  void judge(RecordIndex record);
  bool names_nothing(RecordIndex record) const;
  bool is_mitigated(RecordIndex record) const;
  ReadyReason reason_of(const Obstacle& obstacle, RecordIndex release, RecordIndex through) const;

  const NamedValues& values_;
  const Program& program_;
  const Analysis& analysis_;
  LinkTypeId blocks_, threatens_, relates_to_, mitigates_;
  KindId release_;
  std::vector<Obstacle> obstacles_;  // in record order
  std::vector<uint32_t> of_;         // by record: into obstacles_, or kNoItem
  std::vector<uint32_t> general_;    // into obstacles_
  std::vector<uint32_t> said_;       // by obstacle: the last call that said it
  uint32_t call_ = 0;
  std::size_t given_ = 0;
};

}  // namespace milepost
