// Writes the reference of gates.
#include "shape/gate_reference.h"

namespace milepost {
namespace {

std::string code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

void add_gate(const GateTemplate& gate, std::string& out) {
  out += "\n## " + gate.title + "\n\nKey " + code(gate.key);
  if (!gate.owner.empty()) out += ", seen to by the role " + code(gate.owner);
  out += ". Headings that mean it: " + gate.title;
  for (const std::string& word : gate.synonyms) out += ", " + word;
  out += ".";
  if (gate.signed_off) out += " Where a release has sign-offs, these are its items.";
  out += "\n\n| Key | What has to hold | |\n| --- | --- | --- |\n";
  for (const GateItemTemplate& item : gate.items) {
    std::string more = item.advisory ? "advisory" : "";
    const auto add = [&](std::string_view word, const std::string& value) {
      if (value.empty()) return;
      more += (more.empty() ? "" : ", ") + std::string(word) + " " + code(value);
    };
    add("if", item.condition);
    add("owner", item.owner);
    add("due", item.due);
    add("expect", item.expect);
    out += "| " + code(item.key) + " | " + item.text + " |" + (more.empty() ? "" : " " + more) +
           " |\n";
  }
}

}  // namespace

std::string gates_reference(const GateLibrary& gates) {
  std::string out =
      "# Gates of the library\n\n"
      "The gates that a release may name in `gates:`, with their items. [Readiness](readiness.md) "
      "says how they are used, changed and added to. A heading of the release that means a gate is "
      "that gate; an item of the release is one of these if its `id:` is the key here or its words "
      "are the same.\n\n"
      "| Set | Gates |\n| --- | --- |\n";
  for (const GateSet& set : gates.sets) {
    out += "| " + code(set.key) + " | ";
    for (std::size_t i = 0; i < set.gates.size(); ++i) {
      out += (i == 0 ? "" : ", ") + code(set.gates[i]);
    }
    out += " |\n";
  }
  for (const GateTemplate& gate : gates.gates) add_gate(gate, out);
  return out;
}

}  // namespace milepost
