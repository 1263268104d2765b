// Writing verdicts.
#include "spec/verdict_text.h"

#include "analyze/judge_readiness.h"
#include "analyze/print_readiness.h"

namespace milepost::testing {
namespace {

ReadinessMask mask_of(const Program& program, const std::string& label) {
  ReadinessMask mask;
  for (const std::string& known : program.labels) mask.labels.push_back(known == label);
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    mask.records.push_back(program.labels[static_cast<size_t>(program.label_of(RecordIndex{i}))] ==
                           label);
  }
  return mask;
}

std::string head_of(const Program& program, const Readiness& one) {
  std::string text = program.record(one.record).id + " " + std::string(verdict_name(one.verdict));
  text += one.target ? ", " + std::to_string(one.days_to_target) + " working days" : ", no target";
  text += ", " + std::to_string(one.passed) + " of " + std::to_string(one.required);
  if (one.waived > 0) text += ", " + std::to_string(one.waived) + " waived";
  return text + "\n";
}

std::string states_of(const Readiness& one) {
  std::string text;
  for (uint32_t g = 0; g < one.gates.size(); ++g) {
    const Gate& gate = one.gates[g];
    text += "  gate " + gate.key + " " + std::string(gate_state_name(gate.state)) + ", " +
            std::to_string(gate.passed) + " of " + std::to_string(gate.required);
    if (gate.waived > 0) text += ", " + std::to_string(gate.waived) + " waived";
    text += "\n";
    for (const GateItem& item : one.items) {
      if (item.gate != g) continue;
      text += "    " + item.key + " " + std::string(item_state_name(item.state)) + "\n";
    }
  }
  if (one.last_clear) text += "  last_clear " + to_iso(*one.last_clear) + "\n";
  return text;
}

std::string said_of(const GoNoGo& said) {
  if (said.decision == ReadyVerdict::none) return {};
  std::string text = "  said " + std::string(verdict_name(said.decision));
  if (said.on) text += " on " + to_iso(*said.on);
  if (said.overrides) text += ", overrides";
  if (said.overrides && !said.reason.empty()) text += ": " + said.reason;
  return text + "\n";
}

}  // namespace

std::string verdict_text(const StageValues& values, const std::string& how) {
  const Program& program = values.program;
  std::vector<Readiness> judged = values.analysis.readiness;
  const bool states = how == "states";
  if (!how.empty() && !states) {
    judged = judge_readiness(program, values.analysis, values.evidence, mask_of(program, how));
  }
  std::string text;
  for (const Readiness& one : judged) {
    text += head_of(program, one);
    for (const ReadyReason& reason : one.reasons) {
      text += "  " + print_reason(program, one, reason) + "\n";
    }
    if (states) text += states_of(one);
    text += said_of(one.said);
  }
  return text;
}

}  // namespace milepost::testing
