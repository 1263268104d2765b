// Takes plain values out of the YAML of program.yaml and says what is wrong with them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "parse/yaml_tree.h"

namespace milepost {

/// Reads one tree. Every function that finds another shape than it wants reports MP141 and gives
/// nothing. `what` names the value in the message: "`prefix` of a kind".
class YamlValues {
 public:
  YamlValues(const YamlTree& tree, DiagnosticSink& sink) : tree_(tree), sink_(sink) {}

  const YamlTree& tree() const { return tree_; }
  const YamlNode& node(uint32_t i) const { return tree_.nodes[i]; }
  bool is_null(uint32_t i) const { return node(i).kind == YamlKind::null; }
  bool is_mapping(uint32_t i) const { return node(i).kind == YamlKind::mapping; }
  bool is_sequence(uint32_t i) const { return node(i).kind == YamlKind::sequence; }
  bool is_scalar(uint32_t i) const { return node(i).kind == YamlKind::scalar; }

  /// The text of a scalar, trimmed; empty for null.
  std::optional<std::string_view> text(uint32_t i, std::string_view what) const;
  /// `true`, `false`, `yes`, `no`, `on`, `off`.
  std::optional<bool> boolean(uint32_t i, std::string_view what) const;
  /// The scalars of a sequence, or the one scalar; nothing of null. Items that are no scalars are
  /// reported and left out.
  std::vector<uint32_t> scalars(uint32_t i, std::string_view what) const;
  /// True if it is a mapping; null passes for an empty one.
  bool mapping(uint32_t i, std::string_view what) const;

  void report(uint16_t code, Severity severity, Span span, std::string message,
              std::string help) const;
  /// MP140: `key` is none of `known`.
  void unknown_key(uint32_t key, std::string_view where,
                   std::span<const std::string_view> known) const;
  void unknown_key(uint32_t key, std::string_view where,
                   std::initializer_list<std::string_view> known) const;

 private:
  void wrong_shape(uint32_t i, std::string_view what, std::string_view wanted) const;

  const YamlTree& tree_;
  DiagnosticSink& sink_;
};

/// "did you mean `a` or `b`?", or `otherwise` if nothing is near.
std::string did_you_mean(std::string_view needle, std::span<const std::string_view> candidates,
                         std::string_view otherwise);
/// "`a`, `b` or `c`", at most `max` of them, then "…".
std::string quoted_list(std::span<const std::string_view> words, size_t max = 12);

}  // namespace milepost
