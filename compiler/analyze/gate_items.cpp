// Gates are the headings above check boxes.
#include "analyze/gate_items.h"

namespace milepost {

void read_gates(const Program& program, const Analysis&, const EvidenceFiles&,
                const ReadinessMask& mask, Readiness& readiness) {
  for (const CheckItem& check : program.record(readiness.record).checks) {
    if (!mask.shows(program.label_of(readiness.record))) continue;
    if (readiness.gates.empty() || readiness.gates.back().title != check.group) {
      Gate gate;
      gate.title = std::string(check.group);
      readiness.gates.push_back(std::move(gate));
    }
    GateItem item;
    item.gate = static_cast<uint32_t>(readiness.gates.size() - 1);
    item.checked = check.checked;
    item.required = !check.advisory;
    item.place = check.span;
    readiness.items.push_back(std::move(item));
  }
}

}  // namespace milepost
