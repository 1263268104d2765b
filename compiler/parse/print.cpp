// Dumps of SourceSet, YamlTree and Tape: one line a thing, stable from version to version.
#include "parse/print.h"

#include <string_view>

#include "text/ascii.h"

namespace milepost {
namespace {

std::string_view kind_name(SourceKind kind) {
  switch (kind) {
    case SourceKind::program:
      return "program";
    case SourceKind::yaml:
      return "yaml";
    case SourceKind::markdown:
      return "markdown";
    case SourceKind::asset:
      return "asset";
    case SourceKind::unread:
      return "unread";
  }
  return {};
}

// On one line, in quotes.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (is_ascii_control(c)) {
      result += '?';
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string place(const SourceText& text, uint32_t begin, uint32_t end) {
  const LineColumn from = text.position(begin);
  const LineColumn to = text.position(end);
  return std::to_string(from.line) + ":" + std::to_string(from.column) + "-" +
         std::to_string(to.line) + ":" + std::to_string(to.column);
}

}  // namespace

std::string print_sources(const SourceSet& sources) {
  std::string result;
  for (const SourceFile& file : sources.files) {
    result += kind_name(file.kind);
    result += ' ';
    const bool is_asset = file.kind == SourceKind::asset;
    result += std::to_string(is_asset ? file.asset_size : file.text.size()) + " bytes ";
    if (!is_asset) result += std::to_string(file.text.line_count()) + " lines ";
    result += file.text.path();
    result += '\n';
  }
  return result;
}

std::string print_yaml(const YamlTree& tree, const SourceText& text) {
  std::string result;
  std::vector<uint32_t> ends;  // of the open collections
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const YamlNode& node = tree.nodes[i];
    while (!ends.empty() && i >= ends.back()) ends.pop_back();
    result.append(ends.size() * 2, ' ');
    switch (node.kind) {
      case YamlKind::null:
        result += "null";
        break;
      case YamlKind::sequence:
        result += "sequence";
        break;
      case YamlKind::mapping:
        result += "mapping";
        break;
      case YamlKind::scalar:
        result += node.style == YamlStyle::plain    ? "plain "
                  : node.style == YamlStyle::quoted ? "quoted "
                                                    : "block ";
        result += quoted(node.text);
        break;
    }
    result += " " + place(text, node.span.begin, node.span.end) + "\n";
    if (node.kind == YamlKind::sequence || node.kind == YamlKind::mapping) {
      ends.push_back(i + node.size);
    }
  }
  return result;
}

}  // namespace milepost
