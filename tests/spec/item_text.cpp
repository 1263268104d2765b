// Writing gates and items.
#include "spec/item_text.h"

#include "analyze/gate_items.h"
#include "analyze/judge_readiness.h"

namespace milepost::testing {
namespace {

constexpr std::string_view kEvidence[] = {"none", "record", "file", "link", "text"};

std::string owner_text(const Program& program, const GateItem& item) {
  if (item.owner != kNoPerson) return program.person(item.owner).key;
  if (item.team != kNoTeam) return "team " + program.team(item.team).key;
  return item.owner_text.empty() ? "" : "`" + item.owner_text + "`";
}

std::string gate_line(const Program& program, const Gate& gate) {
  std::string text = "  gate " + gate.key + " \"" + gate.title + "\"";
  if (gate.owner != kNoPerson) text += ", " + program.person(gate.owner).key;
  if (gate.due) text += ", due " + to_iso(*gate.due);
  if (!gate.condition.empty()) text += ", if " + gate.condition;
  return text + (gate.applies ? "\n" : ", not applicable\n");
}

std::string item_line(const Program& program, const GateItem& item) {
  std::string text = item.checked ? "    [x] " : item.said_failed ? "    [!] " : "    [ ] ";
  text += item.key + " \"" + item.text + "\"";
  const auto add = [&](std::string_view word, const std::string& value) {
    if (!value.empty()) text += ", " + std::string(word) + value;
  };
  if (!item.required) text += ", advisory";
  if (item.from_template) text += ", of the template";
  add("", owner_text(program, item));
  if (item.due) add("due ", to_iso(*item.due));
  if (item.evidence != EvidenceKind::none) {
    add(std::string(kEvidence[static_cast<size_t>(item.evidence)]) + " ", item.evidence_text);
    if (item.evidence_there) text += " is there";
    if (item.expected) text += " expected " + to_iso(*item.expected);
  }
  add("expects ", item.expects);
  add("if ", item.condition);
  if (!item.applies) text += ", not applicable";
  add("notes: ", item.notes);
  return text + "\n";
}

}  // namespace

std::string item_text(const StageValues& values, const std::string& label) {
  const Program& program = values.program;
  std::vector<Readiness> judged = values.analysis.readiness;
  if (!label.empty()) {
    ReadinessMask mask;
    for (const std::string& known : program.labels) mask.labels.push_back(known == label);
    for (uint32_t i = 0; i < program.set.records.size(); ++i) {
      mask.records.push_back(
          program.labels[static_cast<size_t>(program.label_of(RecordIndex{i}))] == label);
    }
    judged = judge_readiness(program, values.analysis, values.evidence, mask);
  }
  std::string text;
  for (const Readiness& one : judged) {
    text += program.record(one.record).id + "\n";
    for (uint32_t gate = 0; gate < one.gates.size(); ++gate) {
      text += gate_line(program, one.gates[gate]);
      for (const GateItem& item : one.items) {
        if (item.gate == gate) text += item_line(program, item);
      }
    }
  }
  return text;
}

}  // namespace milepost::testing
