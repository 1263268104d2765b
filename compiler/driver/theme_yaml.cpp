// Flattens the YAML of a theme.
#include "driver/theme_yaml.h"

#include <fmt/format.h>

#include <string>

#include "parse/yaml.h"

namespace milepost {
namespace {

constexpr uint32_t kMostNodes = 10'000;

class Flattener {
 public:
  Flattener(const YamlTree& tree, std::vector<ThemeEntry>& out) : tree_(tree), out_(out) {}

  // The depth of the tree is bounded by its reader.
  void walk(uint32_t node, const std::string& key, Span key_span) {
    const YamlNode& here = tree_.nodes[node];
    if (here.kind == YamlKind::mapping) {
      for_each_entry(tree_, node, [&](uint32_t k, uint32_t v) {
        const std::string name(tree_.nodes[k].text);
        walk(v, key.empty() ? name : key + "." + name, tree_.nodes[k].span);
      });
    } else if (here.kind == YamlKind::sequence) {
      uint32_t number = 0;
      for_each_item(tree_, node, [&](uint32_t item) {
        walk(item, fmt::format("{}.{}", key, number++), tree_.nodes[item].span);
      });
    } else {
      const bool null = here.kind == YamlKind::null;
      out_.push_back({key, null ? std::string() : std::string(here.text), key_span, here.span});
    }
  }

 private:
  const YamlTree& tree_;
  std::vector<ThemeEntry>& out_;
};

}  // namespace

std::vector<ThemeEntry> read_theme_yaml(std::string_view text, FileId file, DiagnosticSink& sink) {
  std::vector<ThemeEntry> entries;
  YamlOptions options;
  options.aliases = false;
  options.max_nodes = kMostNodes;
  const YamlTree tree = parse_yaml(text, file, 0, options, sink);
  if (tree.empty() || tree.nodes[0].kind == YamlKind::null) return entries;
  if (tree.nodes[0].kind != YamlKind::mapping) {
    sink.report({563,
                 Severity::error,
                 tree.nodes[0].span,
                 "this file holds no `key: value` lines",
                 "write `accent: navy`, or remove the file",
                 {}});
    return entries;
  }
  Flattener(tree, entries).walk(0, {}, {});
  return entries;
}

ThemeYaml take_theme_yaml(std::vector<ThemeFile>& files, DiagnosticSink& sink) {
  ThemeYaml found;
  std::erase_if(files, [&](const ThemeFile& file) {
    const bool settings = file.path == "theme.yaml";
    if (!settings && file.path != "strings.yaml") return false;
    (settings ? found.settings : found.strings) = read_theme_yaml(file.text, file.file, sink);
    return true;
  });
  return found;
}

}  // namespace milepost
