// Field blocks: a fence whose first line is `[emoji] KIND[-ID]: title`, then labelled lines.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/label_line.h"
#include "shape/spellings.h"
#include "shape/tree_builder.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

bool is_capitals(std::string_view text) {
  bool letter = false;
  for (const char c : text) {
    if (is_ascii_lower(c)) return false;
    letter |= is_ascii_upper(c);
  }
  return letter;
}

// A label with the lines that stand under it.
struct LabelledPart {
  Written label;
  FieldId field = kNoField;
  std::vector<Written> lines;  // the first may stand behind the label; empty ones are kept inside
  bool under = false;          // something stands below the label's own line
};

struct Head {
  KindId kind = kNoKind;
  Written id;  // "DEP-014"; empty if the block has none
  Written title;
  bool template_id = false;  // `DEP-[ID]`
};

class BlockReader {
 public:
  BlockReader(FileWork& work, const BodyContext& body, const BodyBlock& block, uint32_t node)
      : work_(work), kinds_(work.facts.kinds), body_(body), block_(block), node_(node) {}

  void read() {
    read_lines();
    std::size_t first = 0;
    while (first < lines_.size() && trimmed(lines_[first]).text.empty()) ++first;
    if (first == lines_.size()) return;
    const std::optional<Head> head = head_of(trimmed(lines_[first]));
    if (!head) return;
    read_parts(first + 1, head->kind);
    if (!is_block()) return;
    if (is_template(*head)) {
      say_template(work_, head->kind, trimmed(lines_[first]).span,
                   fmt::format("fill in its title ({}), or give the fence an info string "
                               "(```` ```template ````) if it is to stay one",
                               quoted(head->title.text)));
      return;
    }
    add(*head, trimmed(lines_[first]).span);
  }

 private:
  // The lines of the fence where they stand in the file, without the indentation of what the fence
  // stands in.
  void read_lines() {
    const Tape& tape = body_.tape;
    const TapeNode& node = tape.nodes[node_];
    const std::string_view source = work_.source.slice(node.begin, node.end);
    std::size_t at = source.find('\n');
    for (const std::string_view line : split_lines(tape.text_of(node))) {
      if (at == std::string_view::npos) {
        lines_.push_back({work_.lasting(line), tape.span_of(node), false, true});
        continue;
      }
      const std::size_t begin = at + 1;
      std::size_t end = source.find('\n', begin);
      at = end;
      if (end == std::string_view::npos) end = source.size();
      std::string_view whole = source.substr(begin, end - begin);
      if (whole.ends_with('\r')) whole.remove_suffix(1);
      if (!whole.ends_with(line)) {
        lines_.push_back({work_.lasting(line), tape.span_of(node), false, true});
        continue;
      }
      const auto offset = static_cast<uint32_t>(begin + whole.size() - line.size()) + node.begin;
      lines_.push_back({work_.source.slice(offset, offset + static_cast<uint32_t>(line.size())),
                        {work_.file, offset, offset + static_cast<uint32_t>(line.size())},
                        true,
                        true});
    }
  }

  std::optional<Head> head_of(Written line) const {
    while (true) {
      const std::size_t emoji = leading_emoji(line.text);
      if (emoji == 0 || static_cast<unsigned char>(line.text.front()) < 0x80) break;
      line = trimmed(piece(line, emoji, line.text.size() - emoji));
    }
    const std::size_t colon = line.text.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    const Written label = trimmed(piece(line, 0, colon));
    Head head;
    head.title = trimmed(piece(line, colon + 1, line.text.size() - colon - 1));
    if (head.title.text.empty()) return std::nullopt;
    head.kind = is_capitals(label.text) ? kinds_.find_kind(label.text) : kNoKind;
    if (head.kind != kNoKind) return head;
    const std::size_t hyphen = label.text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const std::string_view word = label.text.substr(0, hyphen);
    const std::string_view number = label.text.substr(hyphen + 1);
    if (!is_capitals(word)) return std::nullopt;
    head.kind = kinds_.find_kind(word);
    if (head.kind == kNoKind) head.kind = kinds_.find_prefix(word);
    if (head.kind == kNoKind) return std::nullopt;
    head.template_id = is_template_text(number);
    if (!head.template_id) {
      if (!is_canonical_id(label.text)) return std::nullopt;
      head.id = label;
    }
    return head;
  }

  // Splits the lines into labels and what stands under them.
  void read_parts(std::size_t first, KindId kind) {
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const Written line = trimmed(lines_[i]);
      const bool indented = !lines_[i].text.empty() && is_ascii_blank(lines_[i].text.front());
      const bool item = list_marker(line.text) != 0 || line.text.starts_with('|');
      std::optional<LabelLine> label;
      if (!indented && !item && !line.text.empty()) label = label_line(line);
      if (label) {
        const FieldId field = field_of(kind, label->label.text);
        // Inside a paragraph, or on the first line under a shouted label, only a known or shouted
        // label begins something new.
        const bool open = !parts_.empty() &&
                          (parts_.back().under ||
                           (parts_.back().lines.empty() && is_capitals(parts_.back().label.text)));
        if (field != kNoField || is_capitals(label->label.text) || !open) {
          parts_.push_back({label->label, field, {}, false});
          if (!label->value.text.empty()) parts_.back().lines.push_back(label->value);
          continue;
        }
      }
      if (parts_.empty()) {
        if (!line.text.empty()) loose_.push_back(line);
        continue;
      }
      if (!line.text.empty()) parts_.back().under = true;
      parts_.back().lines.push_back(lines_[i]);
    }
    for (LabelledPart& part : parts_) {
      while (!part.lines.empty() && trimmed(part.lines.back()).text.empty()) part.lines.pop_back();
    }
  }

  // `TOTAL:` below `AVAILABLE CAPACITY:` is its total.
  FieldId field_of(KindId kind, std::string_view label) const {
    if (!parts_.empty()) {
      const std::string within =
          fmt::format("{} {}", normalize_label(parts_.back().label.text), normalize_label(label));
      if (const FieldId field = kinds_.find_field(kind, within); field != kNoField) return field;
    }
    return kinds_.find_field(kind, label);
  }

  // At least two lines that are fields, or a list or table under one.
  bool is_block() const {
    std::size_t fields = 0;
    for (const LabelledPart& part : parts_) {
      if (part.field == kNoField) continue;
      fields += part.under && has_structure(part) ? 2 : 1;
    }
    return fields >= 2;
  }

  static bool has_structure(const LabelledPart& part) {
    return std::any_of(part.lines.begin(), part.lines.end(), [](const Written& line) {
      const std::string_view text = trim_spaces(line.text);
      return text.starts_with('|') || list_marker(text) != 0;
    });
  }

  bool is_template(const Head& head) const {
    if (head.template_id || is_template_text(head.title.text)) return true;
    return std::all_of(parts_.begin(), parts_.end(), [](const LabelledPart& part) {
      return std::all_of(part.lines.begin(), part.lines.end(), [](const Written& line) {
        const std::string_view text = trim_spaces(line.text);
        return unset_word(text) != Unset::no || is_template_text(text);
      });
    });
  }

  void add(const Head& head, Span span) {
    Draft draft;
    draft.kind = head.kind;
    draft.spelling = Spelling::block;
    draft.head = span;
    draft.title = head.title;
    draft.id = {head.id, IdOrigin::block};
    draft.visibility = block_.region.empty() ? body_.visibility : block_.region;
    draft.in_region = !block_.region.empty();
    std::deque<YamlTree> trees;
    for (const LabelledPart& part : parts_) {
      DraftField field;
      field.key = part.label.text;
      field.key_span = part.label.span;
      field.field = part.field;
      field.hint = label_hint(part.label.text);
      field.severity = Severity::warning;
      field.tree_is_markdown = true;
      if (part.lines.empty()) continue;
      if (const std::optional<YamlTree> tree = structure_of(part)) {
        trees.push_back(*tree);
        field.tree = &trees.back();
        field.node = 0;
      } else {
        field.written = text_of(part);
      }
      draft.fields.push_back(field);
    }
    for (const Written& line : loose_) {
      // Words without a label say what the record is about.
      DraftField field;
      field.key = "text";
      field.key_span = line.span;
      field.written = line;
      field.silent = true;
      draft.fields.push_back(field);
    }
    add_record(work_, draft);
  }

  // All lines of the part as one text.
  Written text_of(const LabelledPart& part) {
    const Written& first = part.lines.front();
    const Written& last = part.lines.back();
    Written whole = trimmed(first);
    if (part.lines.size() == 1) return whole;
    if (first.exact && last.exact) {
      const Span span = join(whole.span, trimmed(last).span);
      // A fence inside a list has indentation between its lines, which Markdown does not mind.
      return {work_.source.slice(span.begin, span.end), span, true, true};
    }
    std::string text;
    for (const Written& line : part.lines) {
      if (!text.empty()) text.push_back('\n');
      text += line.text;
    }
    return {work_.strings.keep(text), first.span, false, true};
  }

  // A list or a table under the label; nothing if it is a text or its field takes one.
  std::optional<YamlTree> structure_of(const LabelledPart& part) {
    if (part.field == kNoField) return std::nullopt;
    const Field& field = kinds_.field(part.field);
    const bool prose = field.type == ValueType::markdown || field.type == ValueType::text;
    if (prose && !field.list) return std::nullopt;
    std::size_t first = 0;
    while (first < part.lines.size() && trimmed(part.lines[first]).text.empty()) ++first;
    if (first == part.lines.size()) return std::nullopt;
    const std::string_view text = trimmed(part.lines[first]).text;
    if (text.starts_with('|')) return table_of_lines(part, first);
    if (list_marker(text) != 0 && part.under) return list_of_lines(part, first);
    return std::nullopt;
  }

  std::vector<Written> cells(const Written& row) const {
    std::vector<Written> result;
    std::string_view text = row.text;
    std::size_t begin = text.starts_with('|') ? 1 : 0;
    const std::size_t end = text.ends_with('|') && text.size() > 1 ? text.size() - 1 : text.size();
    for (std::size_t i = begin; i <= end; ++i) {
      if (i != end && (text[i] != '|' || text[i - 1] == '\\')) continue;
      result.push_back(trimmed(piece(row, begin, i - begin)));
      begin = i + 1;
    }
    return result;
  }

  std::optional<YamlTree> table_of_lines(const LabelledPart& part, std::size_t first) {
    TreeBuilder out;
    const uint32_t list = out.open(YamlKind::sequence, trimmed(part.lines[first]).span);
    const std::vector<Written> headers = cells(trimmed(part.lines[first]));
    for (std::size_t i = first + 1; i < part.lines.size(); ++i) {
      const Written line = trimmed(part.lines[i]);
      if (!line.text.starts_with('|')) continue;
      if (line.text.find_first_not_of("|-: ") == std::string_view::npos) continue;
      const std::vector<Written> row = cells(line);
      const uint32_t mapping = out.open(YamlKind::mapping, line.span);
      for (std::size_t column = 0; column < row.size() && column < headers.size(); ++column) {
        if (headers[column].text.empty() || row[column].text.empty()) continue;
        out.scalar(headers[column]);
        out.scalar(row[column]);
      }
      out.close(mapping);
    }
    out.close(list);
    return out.take();
  }

  std::optional<YamlTree> list_of_lines(const LabelledPart& part, std::size_t first) {
    const Field* field = part.field == kNoField ? nullptr : &kinds_.field(part.field);
    const bool as_mapping =
        field != nullptr && field->type == ValueType::object && (!field->list || field->keyed);
    struct Item {
      Written text;
      std::vector<Written> nested;
    };
    std::vector<Item> items;
    std::size_t indent = 0;
    for (std::size_t i = first; i < part.lines.size(); ++i) {
      const Written line = trimmed(part.lines[i]);
      if (line.text.empty()) continue;
      const std::size_t depth = part.lines[i].text.find_first_not_of(" \t");
      const std::size_t marker = list_marker(line.text);
      const Written text = trimmed(piece(line, marker, line.text.size() - marker));
      if (items.empty()) indent = depth;
      if (marker != 0 && (items.empty() || depth <= indent)) {
        items.push_back({text, {}});
      } else if (marker != 0 || label_line(line)) {
        items.back().nested.push_back(text);
      } else if (items.back().nested.empty() && items.back().text.exact && text.exact) {
        // The item goes on.
        const Span span = join(items.back().text.span, text.span);
        items.back().text = {work_.source.slice(span.begin, span.end), span, true, true};
      }
    }
    TreeBuilder out;
    const uint32_t list =
        out.open(as_mapping ? YamlKind::mapping : YamlKind::sequence, items.front().text.span);
    for (const Item& item : items) {
      if (as_mapping) {
        add_entry(out, item.text);
      } else if (item.nested.empty()) {
        out.scalar(item.text);
      } else {
        const uint32_t mapping = out.open(YamlKind::mapping, item.text.span);
        out.unnamed(item.text.span);
        out.scalar(item.text);
        for (const Written& line : item.nested) add_entry(out, line);
        out.close(mapping);
      }
    }
    out.close(list);
    return out.take();
  }

  static void add_entry(TreeBuilder& out, const Written& line) {
    if (const std::optional<LabelLine> label = label_line(line)) {
      out.scalar(label->label);
      out.scalar(label->value);
    } else {
      out.scalar(line);
      out.scalar(line);
    }
  }

  FileWork& work_;
  const Kinds& kinds_;
  const BodyContext& body_;
  const BodyBlock& block_;
  uint32_t node_;
  std::vector<Written> lines_;
  std::vector<LabelledPart> parts_;
  std::vector<Written> loose_;
};

// A fence without an info string, or one that says what it is. Indented code is code.
bool may_be_block(const FileWork& work, const Tape& tape, uint32_t node) {
  const TapeNode& code = tape.nodes[node];
  const std::string_view source = work.source.slice(code.begin, code.end);
  if (!source.starts_with("```") && !source.starts_with("~~~")) return false;
  if (code.size < 2 || tape.nodes[node + 1].kind != NodeKind::info) return true;
  const std::string_view info = trim(tape.text_of(tape.nodes[node + 1]));
  return info.empty() || iequals(info, "text") || iequals(info, "record");
}

}  // namespace

void shape_blocks(FileWork& work, const BodyContext& body) {
  const Tape& tape = body.tape;
  for (const BodyBlock& block : body.blocks.blocks) {
    const uint32_t end = block.node + tape.nodes[block.node].size;
    for (uint32_t i = block.node; i < end;) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::block_quote || node.kind == NodeKind::table) {
        i += node.size;
        continue;
      }
      if (node.kind == NodeKind::code_block && may_be_block(work, tape, i)) {
        BlockReader(work, body, block, i).read();
      }
      ++i;
    }
  }
}

}  // namespace milepost
