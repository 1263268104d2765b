// Dumps of SourceSet, YamlTree and Tape: one line a thing, stable from version to version.
#include "parse/print.h"

#include <array>
#include <string_view>
#include <vector>

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

namespace {

std::string_view node_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::document:
      return "document";
    case NodeKind::paragraph:
      return "paragraph";
    case NodeKind::heading:
      return "heading";
    case NodeKind::block_quote:
      return "block_quote";
    case NodeKind::list:
      return "list";
    case NodeKind::item:
      return "item";
    case NodeKind::code_block:
      return "code_block";
    case NodeKind::thematic_break:
      return "thematic_break";
    case NodeKind::table:
      return "table";
    case NodeKind::table_row:
      return "table_row";
    case NodeKind::table_cell:
      return "table_cell";
    case NodeKind::footnote:
      return "footnote";
    case NodeKind::region:
      return "region";
    case NodeKind::text:
      return "text";
    case NodeKind::soft_break:
      return "soft_break";
    case NodeKind::line_break:
      return "line_break";
    case NodeKind::code:
      return "code";
    case NodeKind::emphasis:
      return "emphasis";
    case NodeKind::strong:
      return "strong";
    case NodeKind::strike:
      return "strike";
    case NodeKind::link:
      return "link";
    case NodeKind::image:
      return "image";
    case NodeKind::footnote_reference:
      return "footnote_reference";
    case NodeKind::element:
      return "element";
    case NodeKind::attribute:
      return "attribute";
    case NodeKind::title:
      return "title";
    case NodeKind::info:
      return "info";
  }
  return {};
}

constexpr std::array<std::string_view, 20> kElements = {
    "br",    "hr",      "sub",      "sup", "kbd",   "mark",  "details", "summary", "a",  "img",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot",   "tr",      "th", "td"};

bool has_number(NodeKind kind) {
  return kind == NodeKind::list || kind == NodeKind::footnote ||
         kind == NodeKind::footnote_reference;
}

}  // namespace

std::string print_tape(const Tape& tape, const SourceText& text) {
  constexpr std::array<std::string_view, 8> kFlags = {"ordered", "tight", "task",   "checked",
                                                      "head",    "left",  "center", "right"};
  std::string result;
  std::vector<uint32_t> ends;
  for (uint32_t i = 0; i < tape.nodes.size(); ++i) {
    const TapeNode& node = tape.nodes[i];
    while (!ends.empty() && i >= ends.back()) ends.pop_back();
    result.append(ends.size() * 2, ' ');
    ends.push_back(i + node.size);
    result += node_name(node.kind);
    if (node.kind == NodeKind::heading) result += " " + std::to_string(node.level);
    if (node.kind == NodeKind::element) result += " " + std::string(kElements[node.level]);
    for (std::size_t bit = 0; bit < kFlags.size(); ++bit) {
      if ((node.flags >> bit & 1) != 0) result += " " + std::string(kFlags[bit]);
    }
    if (has_number(node.kind) && (node.kind != NodeKind::list || (node.flags & kOrdered) != 0)) {
      result += " " + std::to_string(node.text_length);
    } else if (!has_number(node.kind) && node.text_length > 0) {
      result += " " + quoted(tape.text_of(node));
    }
    result += " " + place(text, node.begin, node.end) + "\n";
  }
  return result;
}

std::string print_documents(const SourceSet& sources, const DocumentSet& documents) {
  std::string result;
  const auto indented = [&result](std::string_view part) {
    for (const std::string_view line : split_lines(part)) {
      result += "  ";
      result += line;
      result += '\n';
    }
  };
  for (const Document& document : documents.documents) {
    const SourceText& text = sources.file(document.file).text;
    result += std::string(kind_name(document.kind)) + " " + text.path() + "\n";
    if (document.front_matter.is_place()) {
      result += "  front matter " +
                place(text, document.front_matter.begin, document.front_matter.end) + "\n";
    }
    indented(print_yaml(document.yaml, text));
    indented(print_tape(document.body, text));
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
