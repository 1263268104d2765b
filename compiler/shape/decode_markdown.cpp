// Turns Markdown structure into values: lists into lists, tables into objects.
#include "shape/decode_markdown.h"

#include <algorithm>

#include "shape/body_blocks.h"
#include "shape/label_line.h"
#include "shape/tree_builder.h"
#include "shape/unset.h"
#include "text/words.h"

namespace milepost {
namespace {

bool is_block(NodeKind kind) {
  return kind <= NodeKind::region;
}

uint32_t slice_end(TapeSlice slice) {
  return slice.first + slice.count;
}

// The first block of the slice that has one of the kinds; slice_end if none has.
uint32_t find_block(const Tape& tape, TapeSlice slice, NodeKind a, NodeKind b) {
  uint32_t i = slice.first;
  for (; i < slice_end(slice); i += tape.nodes[i].size) {
    if (tape.nodes[i].kind == a || tape.nodes[i].kind == b) break;
  }
  return i;
}

bool is_plain(const Tape& tape, TapeSlice slice) {
  for (uint32_t i = slice.first; i < slice_end(slice); ++i) {
    const NodeKind kind = tape.nodes[i].kind;
    if (kind != NodeKind::text && kind != NodeKind::soft_break && kind != NodeKind::paragraph) {
      return false;
    }
  }
  return true;
}

void append_text(Decoding& d, const Written& written, const BodyPart& part,
                 std::vector<Value>& values) {
  const std::string plain = plain_text(*part.tape, part.slice);
  const std::string_view text = trim_spaces(plain);
  const Unset unset = unset_word(written.text);
  d.leftover |= unset == Unset::leftover;
  d.to_be_decided |= unset == Unset::to_be_decided;
  if (text.empty() || unset != Unset::no) return;
  Value value;
  value.span = written.span;
  value.text = text == written.text ? written.text : d.work.strings.keep(text);
  if (!is_plain(*part.tape, part.slice)) value.data = MarkdownText{part.index, part.slice};
  values.push_back(std::move(value));
}

void append_markdown(Decoding& d, const Written& written, const BodyPart& part,
                     std::vector<Value>& values) {
  const Unset unset = unset_word(written.text);
  d.leftover |= unset == Unset::leftover;
  d.to_be_decided |= unset == Unset::to_be_decided;
  if (written.text.empty() || unset != Unset::no) return;
  Value value;
  value.text = d.work.lasting(written.text);
  value.span = written.span;
  value.data = MarkdownText{part.index, part.slice};
  values.push_back(std::move(value));
}

// References: links by their node, since a reference-style link does not show its target in the
// source, and the words between them as text.
void append_references(Decoding& d, const Field& field, const BodyPart& part,
                       std::vector<Value>& values) {
  const Tape& tape = *part.tape;
  TapeSlice words{part.slice.first, 0};
  const auto flush = [&] {
    if (words.count == 0) return;
    const Written w = written_slice(d.work, tape, words);
    if (!w.text.empty()) decode_references(d, field, w, values);
  };
  for (uint32_t i = part.slice.first; i < slice_end(part.slice);) {
    const TapeNode& node = tape.nodes[i];
    const Written w = node.kind == NodeKind::link ? written_node(d.work, tape, i) : Written{};
    // An inline link reads the same from its source; an autolink does, too.
    const bool by_name =
        node.kind == NodeKind::link && w.text.starts_with('[') && !w.text.ends_with(')');
    if (!by_name) {
      words.count += node.size;
      i += node.size;
      continue;
    }
    flush();
    Value value;
    value.text = d.work.lasting(w.text);
    value.span = w.span;
    Reference reference;
    reference.target = d.work.lasting(tape.text_of(node));
    reference.label = d.work.strings.keep(plain_text(tape, children(tape, i)));
    reference.form = RefForm::link;
    value.data = reference;
    values.push_back(std::move(value));
    i += node.size;
    words = {i, 0};
  }
  flush();
}

void append_inlines(Decoding& d, const Field& field, const Written& written, const BodyPart& part,
                    std::vector<Value>& values) {
  switch (field.type) {
    case ValueType::markdown:
      append_markdown(d, written, part, values);
      return;
    case ValueType::text:
      if (field.list) break;
      append_text(d, written, part, values);
      return;
    case ValueType::ref: {
      const bool named_link =
          std::any_of(part.tape->nodes.begin() + part.slice.first,
                      part.tape->nodes.begin() + slice_end(part.slice),
                      [](const TapeNode& node) { return node.kind == NodeKind::link; });
      if (!named_link || unset_word(written.text) == Unset::empty) break;
      append_references(d, field, part, values);
      return;
    }
    default:
      break;
  }
  decode_text(d, field, written, values);
}

// Adds a list's items as a sequence, or its labelled items as a mapping. Nested lists are read one
// level deep: the item's own text under an empty key, labelled items below it as entries.
class ListReader {
 public:
  ListReader(const FileWork& work, const Tape& tape, TreeBuilder& out)
      : work_(work), tape_(tape), out_(out) {}

  void sequence(uint32_t list) {
    const uint32_t opened = out_.open(YamlKind::sequence, tape_.span_of(tape_.nodes[list]));
    for_each_child(list, [&](uint32_t item) { add_item(item); });
    out_.close(opened);
  }

  void mapping(uint32_t list) {
    const uint32_t opened = out_.open(YamlKind::mapping, tape_.span_of(tape_.nodes[list]));
    for_each_child(list, [&](uint32_t item) { add_entry(item); });
    out_.close(opened);
  }

 private:
  template <typename F>
  void for_each_child(uint32_t node, F&& f) {
    const uint32_t end = node + tape_.nodes[node].size;
    for (uint32_t i = node + 1; i < end; i += tape_.nodes[i].size) f(i);
  }

  // The text of the item's first paragraph, and the list under it (0: none).
  Written item_text(uint32_t item, uint32_t& nested) {
    Written text{{}, tape_.span_of(tape_.nodes[item]), true, true};
    bool found = false;
    nested = 0;
    for_each_child(item, [&](uint32_t child) {
      const NodeKind kind = tape_.nodes[child].kind;
      if (kind == NodeKind::list && nested == 0) nested = child;
      if (kind == NodeKind::paragraph && !found) {
        text = written_slice(work_, tape_, children(tape_, child));
        found = true;
      }
    });
    return text;
  }

  void add_item(uint32_t item) {
    uint32_t nested = 0;
    const Written text = item_text(item, nested);
    if (nested == 0) {
      out_.scalar(text);
      return;
    }
    const uint32_t opened = out_.open(YamlKind::mapping, tape_.span_of(tape_.nodes[item]));
    out_.unnamed(text.span);
    out_.scalar(without_colon(text));
    for_each_child(nested, [&](uint32_t child) { add_entry(child); });
    out_.close(opened);
  }

  void add_entry(uint32_t item) {
    uint32_t nested = 0;
    const Written text = item_text(item, nested);
    const std::optional<LabelLine> line = label_line(text);
    if (line) {
      out_.scalar(line->label);
      if (line->value.text.empty() && nested != 0)
        add_flat(nested);
      else
        out_.scalar(line->value);
    } else if (nested != 0) {
      // "Pros" with a list below it.
      out_.scalar(without_emphasis(without_colon(text)));
      add_flat(nested);
    } else if (!text.text.empty()) {
      // Words without a label: kept under themselves.
      out_.scalar(text);
      out_.scalar(text);
    }
  }

  void add_flat(uint32_t list) {
    const uint32_t opened = out_.open(YamlKind::sequence, tape_.span_of(tape_.nodes[list]));
    for_each_child(list, [&](uint32_t item) {
      uint32_t nested = 0;
      out_.scalar(item_text(item, nested));
    });
    out_.close(opened);
  }

  static Written without_colon(const Written& w) {
    return w.text.ends_with(':') ? trimmed(piece(w, 0, w.text.size() - 1)) : w;
  }

  const FileWork& work_;
  const Tape& tape_;
  TreeBuilder& out_;
};

void add_table(const FileWork& work, const Tape& tape, uint32_t table, TreeBuilder& out) {
  std::vector<Written> headers;
  const uint32_t opened = out.open(YamlKind::sequence, tape.span_of(tape.nodes[table]));
  const uint32_t end = table + tape.nodes[table].size;
  for (uint32_t row = table + 1; row < end; row += tape.nodes[row].size) {
    const bool head = (tape.nodes[row].flags & kHead) != 0;
    const uint32_t row_end = row + tape.nodes[row].size;
    const uint32_t mapping = head ? 0 : out.open(YamlKind::mapping, tape.span_of(tape.nodes[row]));
    std::size_t column = 0;
    for (uint32_t cell = row + 1; cell < row_end; cell += tape.nodes[cell].size, ++column) {
      const Written w = written_slice(work, tape, children(tape, cell));
      if (head) {
        headers.push_back(w);
      } else if (column < headers.size() && !headers[column].text.empty() && !w.text.empty()) {
        out.scalar(headers[column]);
        out.scalar(w);
      }
    }
    if (!head) out.close(mapping);
  }
  out.close(opened);
}

// Check boxes under `## Acceptance` are check items of the body, where their marks are kept.
bool is_check_list(const Field& field, const Tape& tape, uint32_t node) {
  return field.role == Role::acceptance && tape.nodes[node].kind == NodeKind::list &&
         tape.nodes[node].size > 1 && (tape.nodes[node + 1].flags & kTask) != 0;
}

}  // namespace

YamlTree tree_of_block(const FileWork& work, const Tape& tape, uint32_t node, bool as_mapping) {
  TreeBuilder out;
  if (tape.nodes[node].kind == NodeKind::table) {
    add_table(work, tape, node, out);
  } else if (as_mapping) {
    ListReader(work, tape, out).mapping(node);
  } else {
    ListReader(work, tape, out).sequence(node);
  }
  return out.take();
}

bool takes_all(const Field& field, const BodyPart& part) {
  const Tape& tape = *part.tape;
  if (part.slice.count == 0) return true;
  if (field.type == ValueType::markdown || field.type == ValueType::text) return true;
  const TapeNode& first = tape.nodes[part.slice.first];
  const bool one = part.slice.first + first.size == slice_end(part.slice);
  if (!one || is_check_list(field, tape, part.slice.first)) return false;
  return first.kind == NodeKind::paragraph || first.kind == NodeKind::list ||
         (first.kind == NodeKind::table && field.type == ValueType::object);
}

void decode_body(Decoding& d, const Field& field, const Written& written, const BodyPart& part,
                 std::vector<Value>& values) {
  const Tape& tape = *part.tape;
  if (part.slice.count == 0) return;
  if (!is_block(tape.nodes[part.slice.first].kind)) {
    append_inlines(d, field, written, part, values);
    return;
  }
  if (field.type == ValueType::markdown) {
    append_markdown(d, written, part, values);
    return;
  }
  const uint32_t listed = find_block(tape, part.slice, NodeKind::list, NodeKind::table);
  const bool several = field.list || field.keyed || field.type == ValueType::object ||
                       field.type == ValueType::person || field.type == ValueType::team ||
                       field.type == ValueType::role;
  if (listed < slice_end(part.slice) && is_check_list(field, tape, listed)) return;
  if (listed < slice_end(part.slice) && several &&
      (tape.nodes[listed].kind == NodeKind::list || field.type == ValueType::object)) {
    const bool as_mapping = field.type == ValueType::object && (!field.list || field.keyed);
    const YamlTree tree = tree_of_block(d.work, tape, listed, as_mapping);
    d.markdown = true;
    decode_yaml(d, field, tree, 0, values);
    return;
  }
  if (field.type == ValueType::text && !field.list) {
    append_text(d, written, part, values);
    return;
  }
  const uint32_t paragraph = find_block(tape, part.slice, NodeKind::paragraph, NodeKind::paragraph);
  if (paragraph == slice_end(part.slice)) return;
  const TapeSlice inner = children(tape, paragraph);
  append_inlines(d, field, written_slice(d.work, tape, inner), {part.tape, part.index, inner},
                 values);
}

}  // namespace milepost
