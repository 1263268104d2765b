// Writes new records with a prompt beside each field.
#include "shape/record_template.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kCommentColumn = 28;

// What a value looks like.
std::string_view shape_of(const Field& field) {
  switch (field.type) {
    case ValueType::date:
      return "2026-06-30";
    case ValueType::datetime:
      return "2026-06-22 09:00";
    case ValueType::when:
      return "2026-06-30, or M-GA - 5d";
    case ValueType::duration:
      return "3d, 2w";
    case ValueType::estimate:
      return "5d, 3w..6w";
    case ValueType::effort:
      return "10d";
    case ValueType::health:
      return "on_track, at_risk, off_track, blocked";
    case ValueType::percent:
      return "40%";
    case ValueType::money:
      return "USD 40,000";
    case ValueType::ref:
      return field.list ? "ids: [T-1, DEP-2]" : "an id";
    default:
      return {};
  }
}

std::string prompt(const Kinds& kinds, const Field& field) {
  std::string text = field.doc;
  if (field.type == ValueType::choice && text.find(':') == std::string::npos &&
      text.find(',') == std::string::npos) {
    std::string words;
    for (const ChoiceWord& choice : field.choices) {
      words += (words.empty() ? "" : ", ") + choice.name;
    }
    return text + " " + words;
  }
  if (field.type == ValueType::object) {
    std::string keys;
    for (const FieldId part : field.fields) {
      keys += (keys.empty() ? "" : ", ") + kinds.field(part).name + ": …";
    }
    return text + (field.list ? " [{" + keys + "}]" : " {" + keys + "}");
  }
  // Where the sentence shows a value, another one would only confuse.
  const std::string_view shape = text.find('`') == std::string::npos ? shape_of(field) : "";
  return shape.empty() ? text : text + " " + std::string(shape);
}

// Sets that begin a release.
constexpr std::string_view kGateSet = "standard";

// A section a gate, its items as boxes. What sign-offs give is no box to be ticked.
void add_gates(const GateLibrary& gates, const GateSet& set, std::string& out) {
  for (const std::string& key : set.gates) {
    const GateTemplate* gate = gates.gate(key);
    if (gate == nullptr || gate->signed_off) continue;
    out += "\n## " + gate->title + "\n\n";
    for (const GateItemTemplate& item : gate->items) {
      out += "- [ ] " + item.text + " (id: " + item.key;
      if (item.advisory) out += ", advisory";
      if (!item.condition.empty()) out += ", if: " + item.condition;
      out += ")\n";
    }
  }
}

bool is_section(const Field& field) {
  return field.type == ValueType::markdown;
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  constexpr std::array<std::string_view, 9> words = {"null", "true", "false", "yes", "no",
                                                     "on",   "off",  "~",     ""};
  bool plain = std::none_of(words.begin(), words.end(),
                            [&](std::string_view word) { return iequals(word, text); });
  if (plain) {
    const char first = text.front();
    plain = is_ascii_alpha(first) || static_cast<unsigned char>(first) >= 0x80;
    plain = plain && text.back() != ' ' && text.back() != ':';
    for (size_t i = 0; i < text.size() && plain; ++i) {
      const char c = text[i];
      const char next = i + 1 < text.size() ? text[i + 1] : ' ';
      if (is_ascii_control(c) || (c == ':' && next == ' ') || (c == ' ' && next == '#'))
        plain = false;
    }
  }
  if (plain) return std::string(text);
  std::string quoted = "\"";
  constexpr std::string_view hex = "0123456789abcdef";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (is_ascii_control(c)) {
      quoted += "\\x";
      quoted += hex[static_cast<unsigned char>(c) >> 4];
      quoted += hex[static_cast<unsigned char>(c) & 15];
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string record_template(const Kinds& kinds, KindId kind_id, std::string_view id,
                            std::string_view title, const GateLibrary& gates) {
  const Kind& kind = kinds.kind(kind_id);
  std::string out = "---\n";
  const auto line = [&](std::string_view key, std::string_view value, std::string_view comment) {
    std::string text = std::string(key) + ":";
    if (!value.empty()) text += " " + std::string(value);
    if (!comment.empty()) {
      text.resize(std::max(kCommentColumn, text.size() + 2), ' ');
      text += "# " + std::string(comment);
    }
    out += text + "\n";
  };
  line("id", id, {});
  line("kind", kind.name, {});
  line("title", yaml_scalar(title), {});
  if (!kind.statuses.empty() && kinds.field_of(kind_id, Role::status) != kNoField) {
    std::string words;
    for (const Status& status : kind.statuses) {
      words += (words.empty() ? "" : ", ") + status.name;
    }
    line("status", kind.statuses.front().name, words);
  }
  for (const FieldId field : kind.asks) {
    const Field& asked = kinds.field(field);
    if (!is_section(asked)) line(asked.name, {}, prompt(kinds, asked));
  }
  const GateSet* set =
      kinds.field_of(kind_id, Role::gates) == kNoField ? nullptr : gates.set(kGateSet);
  if (set != nullptr) {
    line("gates", "[" + std::string(kGateSet) + "]", "its items are below; docs/gates.md has more");
  }
  out += "---\n";
  for (const FieldId field : kind.asks) {
    const Field& asked = kinds.field(field);
    if (is_section(asked)) out += "\n## " + asked.label + "\n\n<!-- " + asked.doc + " -->\n";
  }
  if (set != nullptr) add_gates(gates, *set, out);
  return out;
}

}  // namespace milepost
