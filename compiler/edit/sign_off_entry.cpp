// Writes a sign-off as YAML, over several lines or in one.
#include "edit/sign_off_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace milepost {
namespace {

bool is_plain(std::string_view text) {
  constexpr std::array<std::string_view, 10> kOther = {"yes", "no",  "y",    "n", "true",
                                                       "on",  "off", "null", "~", "false"};
  if (text.empty() || text.size() > 100) return false;
  const bool safe = std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == ' ';
  });
  if (!safe || !(is_ascii_alpha(text.front()) || is_ascii_digit(text.front()))) return false;
  if (text.back() == ' ') return false;
  return std::none_of(kOther.begin(), kOther.end(),
                      [&](std::string_view word) { return iequals(word, text); });
}

// A day, or a word with letters only a person would write: no number, no other time.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_digit(c) || c == '-'; });
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
}

std::string flow_cover(const SealedField& field) {
  std::string text = fmt::format("{{hash: \"{}\"", field.hash);
  if (field.keep_value && !field.value.empty()) {
    text += fmt::format(", value: {}", entry_scalar(field.value));
  }
  return text + "}";
}

void add_cover(const SealedField& field, std::vector<std::string>& lines) {
  const std::string key = entry_scalar(field.what);
  const bool block =
      field.keep_value && field.value.find('\n') != std::string::npos && !has_control(field.value);
  if (!block) {
    lines.push_back(fmt::format("  {}: {}", key, flow_cover(field)));
    return;
  }
  lines.push_back(fmt::format("  {}:", key));
  lines.push_back(fmt::format("    hash: \"{}\"", field.hash));
  lines.push_back("    value: |-");
  for (std::size_t begin = 0; begin < field.value.size();) {
    const std::size_t end = std::min(field.value.find('\n', begin), field.value.size());
    lines.push_back("      " + field.value.substr(begin, end - begin));
    begin = end + 1;
  }
}

template <typename F>
void for_each_pair(const SignOffEntry& entry, F&& f) {
  f("release", entry.release);
  f("role", entry.role);
  f("by", entry.by);
  f("on", entry.on);
  f("decision", entry.decision);
  f("conditions", entry.condition);
  f("via", entry.via);
}

}  // namespace

std::string entry_scalar(std::string_view text) {
  const bool number = !text.empty() && !is_day(text) &&
                      (is_ascii_digit(text.front()) || text.front() == '-' || text.front() == '.');
  if (is_plain(text) && !number) return std::string(text);
  return double_quoted(text);
}

std::vector<EntryPart> entry_parts(const SignOffEntry& entry) {
  std::vector<EntryPart> parts;
  for_each_pair(entry, [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    parts.push_back({std::string(key), {fmt::format("{}: {}", key, entry_scalar(value))}});
  });
  if (entry.covers.empty()) return parts;
  EntryPart covers{"covers", {"covers:"}};
  for (const SealedField& field : entry.covers) add_cover(field, covers.lines);
  parts.push_back(std::move(covers));
  return parts;
}

std::string flow_pairs(const SignOffEntry& entry) {
  std::string text;
  for_each_pair(entry, [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    if (!text.empty()) text += ", ";
    text += fmt::format("{}: {}", key, entry_scalar(value));
  });
  if (entry.covers.empty()) return text;
  text += ", covers: {";
  for (std::size_t i = 0; i < entry.covers.size(); ++i) {
    const SealedField& field = entry.covers[i];
    text +=
        fmt::format("{}{}: {}", i == 0 ? "" : ", ", entry_scalar(field.what), flow_cover(field));
  }
  return text + "}";
}

bool is_signature_key(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys = {"by",         "on",     "decision",
                                                     "conditions", "covers", "via"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

}  // namespace milepost
