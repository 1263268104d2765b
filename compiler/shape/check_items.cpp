// Check boxes of a body, each under the heading above it, with what the parenthesis at its end
// says.
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "shape/item_attributes.h"
#include "shape/spellings.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

bool is_inner_block(NodeKind kind) {
  return kind <= NodeKind::region && kind != NodeKind::paragraph && kind != NodeKind::heading;
}

// The item's own words: its first paragraph, without what stands below it.
TapeSlice own_words(const Tape& tape, uint32_t item) {
  const uint32_t end = item + tape.nodes[item].size;
  TapeSlice words{item + 1, 0};
  for (uint32_t i = item + 1; i < end; i += tape.nodes[i].size) {
    const NodeKind kind = tape.nodes[i].kind;
    if (is_inner_block(kind)) break;
    const bool block = kind == NodeKind::paragraph || kind == NodeKind::heading;
    if (block && words.count > 0) break;
    if (block) return children(tape, i);
    words.count += tape.nodes[i].size;
  }
  return words;
}

class ItemReader {
 public:
  ItemReader(FileWork& work, const Tape& tape, KindId kind)
      : work_(work), tape_(tape), decoding_(work), list_(item_list_of(work.facts.kinds, kind)) {
    decoding_.kind = kind;
    decoding_.severity = Severity::warning;
    decoding_.markdown = true;
  }

  void read(uint32_t node, CheckItem& item) {
    const TapeSlice slice = own_words(tape_, node);
    const std::string plain = normalize_spaces(plain_text(tape_, slice));
    item.advisory = ifind(plain, "(advisory)") != std::string_view::npos;
    std::size_t taken = 0;
    if (list_ != nullptr && !plain.empty() && plain.find(')') != std::string::npos) {
      Written words = written_slice(work_, tape_, slice);
      // A place that is not known has no source to read: the words are all there is.
      if (words.text.empty()) words = {work_.strings.keep(plain), item.span, false, false};
      take_item_attributes(decoding_, *list_, words, item.attributes, &taken);
    }
    const std::string_view text = without_parentheses(plain, taken);
    item.text = work_.strings.keep(text.empty() ? plain : text);
    take_flags(item);
    item.key = work_.strings.keep(free_key(item));
  }

 private:
  const Field* field(const FieldValue& value) const {
    return &work_.facts.kinds.field(value.field);
  }

  void take_flags(CheckItem& item) const {
    for (const FieldValue& value : item.attributes) {
      const bool* flag = std::get_if<bool>(&value.values.front().data);
      if (flag == nullptr) continue;
      if (field(value)->name == "advisory") item.advisory = *flag;
      if (field(value)->name == "required") item.advisory = !*flag;
    }
  }

  std::string free_key(const CheckItem& item) {
    std::string key;
    for (const FieldValue& value : item.attributes) {
      if (field(value)->name == "id") key = slug(value.values.front().text, kLongestKey);
    }
    if (key.empty()) key = slug(item.text.empty() ? "item" : item.text, kLongestKey);
    std::string fresh = key;
    uint32_t& last = last_[key];  // so that a thousand equal items are not counted up from two
    while (!keys_.insert(fresh).second) {
      last = last < 2 ? 2 : last + 1;
      fresh = key + "-" + std::to_string(last);
    }
    return fresh;
  }

  FileWork& work_;
  const Tape& tape_;
  Decoding decoding_;
  const Field* list_;
  std::unordered_set<std::string> keys_;
  std::unordered_map<std::string, uint32_t> last_;  // number of a key that was taken
};

}  // namespace

std::vector<CheckItem> check_items(FileWork& work, const Tape& tape, uint32_t tape_index,
                                   const BodyBlocks& blocks, KindId kind) {
  std::vector<CheckItem> items;
  std::optional<ItemReader> reader;
  for (const BodyBlock& block : blocks.blocks) {
    const uint32_t end = block.node + tape.nodes[block.node].size;
    std::optional<std::string_view> group;
    std::string_view region;
    for (uint32_t i = block.node; i < end;) {
      const TapeNode& node = tape.nodes[i];
      // What is quoted is somebody else's list.
      if (node.kind == NodeKind::block_quote) {
        i += node.size;
        continue;
      }
      if (node.kind == NodeKind::item && (node.flags & kTask) != 0) {
        if (!group) {
          group = block.heading == kNoHeading
                      ? std::string_view()
                      : work.strings.keep(blocks.headings[block.heading].text);
          if (!block.region.empty()) region = work.strings.keep(block.region);
        }
        if (!reader) reader.emplace(work, tape, kind);
        CheckItem item;
        item.span = tape.span_of(node);
        item.tape = tape_index;
        item.node = i;
        item.checked = (node.flags & kChecked) != 0;
        item.group = *group;
        item.region = region;
        reader->read(i, item);
        items.push_back(std::move(item));
      }
      ++i;
    }
  }
  return items;
}

}  // namespace milepost
