// Plain values of YAML, with one wording for every value of the wrong shape.
#include "shape/yaml_values.h"

#include <utility>

#include "shape/codes_program.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

std::string_view shape_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::null:
      return "nothing";
    case YamlKind::scalar:
      return "a single value";
    case YamlKind::sequence:
      return "a list";
    case YamlKind::mapping:
      return "a mapping";
  }
  return "";
}

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

}  // namespace

std::optional<std::string_view> YamlValues::text(uint32_t i, std::string_view what) const {
  if (is_null(i)) return std::string_view{};
  if (is_scalar(i)) return trim(node(i).text);
  wrong_shape(i, what, "a single value");
  return std::nullopt;
}

std::optional<bool> YamlValues::boolean(uint32_t i, std::string_view what) const {
  if (is_scalar(i)) {
    const std::string_view word = trim(node(i).text);
    for (const std::string_view yes : {"true", "yes", "on"}) {
      if (iequals(word, yes)) return true;
    }
    for (const std::string_view no : {"false", "no", "off"}) {
      if (iequals(word, no)) return false;
    }
  }
  wrong_shape(i, what, "`true` or `false`");
  return std::nullopt;
}

std::vector<uint32_t> YamlValues::scalars(uint32_t i, std::string_view what) const {
  std::vector<uint32_t> items;
  if (is_scalar(i)) {
    items.push_back(i);
  } else if (is_sequence(i)) {
    for_each_item(tree_, i, [&](uint32_t item) {
      if (is_scalar(item)) {
        items.push_back(item);
      } else if (!is_null(item)) {
        wrong_shape(item, "an item of " + std::string(what), "a single value");
      }
    });
  } else if (!is_null(i)) {
    wrong_shape(i, what, "a list of values");
  }
  return items;
}

bool YamlValues::mapping(uint32_t i, std::string_view what) const {
  if (is_mapping(i)) return true;
  if (!is_null(i)) wrong_shape(i, what, "a mapping (`key: value`)");
  return false;
}

void YamlValues::report(uint16_t code, Severity severity, Span span, std::string message,
                        std::string help) const {
  sink_.report({code, severity, span, std::move(message), std::move(help), {}});
}

void YamlValues::unknown_key(uint32_t key, std::string_view where,
                             std::span<const std::string_view> known) const {
  const std::string_view word = node(key).text;
  report(code::unknown_setting, Severity::warning, node(key).span,
         quoted(word) + " is no key of " + std::string(where),
         did_you_mean(word, known, "the keys are " + quoted_list(known, known.size())));
}

void YamlValues::unknown_key(uint32_t key, std::string_view where,
                             std::initializer_list<std::string_view> known) const {
  unknown_key(key, where, std::span(known.begin(), known.size()));
}

void YamlValues::wrong_shape(uint32_t i, std::string_view what, std::string_view wanted) const {
  std::string found(shape_name(node(i)));
  if (is_scalar(i)) found = quoted(node(i).text);
  report(code::wrong_setting_shape, Severity::error, node(i).span,
         "expected " + std::string(wanted) + " for " + std::string(what) + ", found " + found,
         "write " + std::string(wanted) + " here");
}

std::string did_you_mean(std::string_view needle, std::span<const std::string_view> candidates,
                         std::string_view otherwise) {
  // A list as long as this was not written by hand; to look through it for each mistake takes long.
  constexpr size_t kMaxCandidates = 500;
  if (candidates.size() > kMaxCandidates) candidates = candidates.first(kMaxCandidates);
  std::vector<std::string_view> near;
  for (const size_t index : nearest(needle, candidates, 2)) near.push_back(candidates[index]);
  if (near.empty()) return std::string(otherwise);
  return "did you mean " + quoted_list(near) + "?";
}

std::string quoted_list(std::span<const std::string_view> words, size_t max) {
  std::string text;
  const size_t count = words.size() < max ? words.size() : max;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += quoted(words[i]);
  }
  if (count < words.size()) text += " …";
  return text;
}

}  // namespace milepost
