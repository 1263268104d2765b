// Items first, then who signed, then what stands in the way.
#include "analyze/judge_readiness.h"

#include <utility>

#include "analyze/gate_items.h"
#include "analyze/sign_offs.h"

namespace milepost {

std::vector<Readiness> judge_readiness(const Program& program, const Analysis& analysis,
                                       const EvidenceFiles& evidence, const ReadinessMask& mask) {
  std::vector<Readiness> all;
  const KindId release = program.kinds().find_kind("release");
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const RecordIndex record{i};
    if (!mask.shows(record) || !program.kinds().is(program.record(record).kind, release)) continue;
    Readiness one;
    one.record = record;
    one.release = true;
    one.target = analysis.of(record).due;
    read_gates(program, analysis, evidence, mask, one);
    read_sign_offs(program, analysis, mask, one);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace milepost
