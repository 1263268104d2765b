// What stands above the first section of a record's file: labelled lines, lists and a table.
#include <algorithm>
#include <optional>

#include "shape/decode.h"
#include "shape/file_draft.h"
#include "shape/label_line.h"
#include "text/words.h"

namespace milepost {
namespace {

class LeadReader {
 public:
  explicit LeadReader(FileDraft& file) : f_(file) {}

  void read() {
    for (uint32_t i = 0; i < f_.first_section; ++i) {
      const BodyBlock& block = f_.body.blocks.blocks[i];
      if (!block.region.empty()) continue;
      switch (f_.tape.nodes[block.node].kind) {
        case NodeKind::paragraph:
          read_lines(i, block.node);
          break;
        case NodeKind::list:
          read_list(i, block.node);
          break;
        case NodeKind::table:
          read_table(i, block.node);
          break;
        default:
          break;
      }
    }
  }

 private:
  DraftField lead_field(const Written& label) const {
    DraftField field;
    field.key = label.text;
    field.key_span = label.span;
    field.field = f_.kinds.find_field(f_.draft.kind, label.text);
    field.hint = label_hint(label.text);
    field.severity = Severity::warning;
    return field;
  }

  void read_lines(uint32_t block, uint32_t node) {
    const Written whole = written_node(f_.work, f_.tape, node);
    std::vector<DraftField> fields;
    bool known = false;
    bool prose = true;
    for (std::size_t begin = 0; begin < whole.text.size();) {
      std::size_t end = whole.text.find_first_of("\r\n", begin);
      if (end == std::string_view::npos) end = whole.text.size();
      Written line = trimmed(piece(whole, begin, end - begin));
      begin = end + 1;
      if (line.text.ends_with('\\')) line = trimmed(piece(line, 0, line.text.size() - 1));
      if (line.text.ends_with("<br>")) line = trimmed(piece(line, 0, line.text.size() - 4));
      if (line.text.empty()) continue;
      const std::optional<LabelLine> label = label_line(line);
      if (!label) return;
      DraftField field = lead_field(label->label);
      field.written = label->value;
      if (field.field != kNoField) {
        known = true;
        prose &= is_prose_type(f_.kinds.field(field.field)) && !line.text.starts_with('*') &&
                 f_.kinds.field(field.field).role != Role::visibility;
      }
      fields.push_back(field);
    }
    // "Note: …" alone is a sentence.
    if (!known || (prose && fields.size() == 1)) return;
    f_.draft.fields.insert(f_.draft.fields.end(), fields.begin(), fields.end());
    f_.taken[block] = true;
  }

  void read_list(uint32_t block, uint32_t node) {
    f_.trees.push_back(tree_of_block(f_.work, f_.tape, node, /*as_mapping=*/true));
    const YamlTree& tree = f_.trees.back();
    std::vector<DraftField> fields;
    std::size_t known = 0;
    bool labels = true;
    for_each_entry(tree, 0, [&](uint32_t key, uint32_t value) {
      // An item without a label stands under itself.
      labels &= tree.nodes[key].span != tree.nodes[value].span;
      Written label = written_scalar(f_.work, tree, key);
      DraftField field = lead_field(label);
      field.tree = &tree;
      field.node = value;
      field.tree_is_markdown = true;
      if (field.field != kNoField) ++known;
      fields.push_back(field);
    });
    if (!labels || known == 0 || known * 2 < fields.size()) return;
    f_.draft.fields.insert(f_.draft.fields.end(), fields.begin(), fields.end());
    f_.taken[block] = true;
  }

  // | Field | Value |
  void read_table(uint32_t block, uint32_t table) {
    std::vector<DraftField> fields;
    std::size_t known = 0;
    bool hides = false;
    const uint32_t end = table + f_.tape.nodes[table].size;
    for (uint32_t row = table + 1; row < end; row += f_.tape.nodes[row].size) {
      const uint32_t name = row + 1;
      const uint32_t row_end = row + f_.tape.nodes[row].size;
      if (name >= row_end) return;
      const uint32_t value = name + f_.tape.nodes[name].size;
      if (value >= row_end || value + f_.tape.nodes[value].size != row_end) return;
      const Written label =
          without_emphasis(written_slice(f_.work, f_.tape, children(f_.tape, name)));
      DraftField field = lead_field(label);
      const bool head = (f_.tape.nodes[row].flags & kHead) != 0;
      if (head && (field.field == kNoField || is_value_header(value))) continue;
      // `| Owner | Due date |`: two columns of a log, not a key and its value.
      if (head && names_field(value)) return;
      if (label.text.empty()) continue;
      field.part = {&f_.tape, f_.body.tape_index, children(f_.tape, value)};
      field.written = written_slice(f_.work, f_.tape, field.part.slice);
      if (field.field != kNoField) {
        ++known;
        hides |= f_.kinds.field(field.field).role == Role::visibility;
      }
      fields.push_back(field);
    }
    if (known == 0 || (!hides && known * 2 < fields.size())) return;
    f_.draft.fields.insert(f_.draft.fields.end(), fields.begin(), fields.end());
    f_.taken[block] = true;
  }

  bool names_field(uint32_t cell) const {
    const std::string_view text = written_slice(f_.work, f_.tape, children(f_.tape, cell)).text;
    return f_.kinds.find_field(f_.draft.kind, text) != kNoField;
  }

  bool is_value_header(uint32_t cell) const {
    const std::string word =
        normalize_label(written_slice(f_.work, f_.tape, children(f_.tape, cell)).text);
    return word == "value" || word == "details" || word == "detail" || word == "description";
  }

  FileDraft& f_;
};

}  // namespace

void read_lead(FileDraft& file) {
  LeadReader(file).read();
}

}  // namespace milepost
