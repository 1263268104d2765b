// Reads the facts that a report keeps as they were sent.
#include <variant>

#include "compose/options.h"
#include "compose/period.h"
#include "compose/phrases.h"
#include "render/update.h"

namespace milepost {
namespace {

// Headings begin sections; what stands below is items and paragraphs. Words alone: whatever mark-up
// somebody put in by hand is read, not run.
class SentReader {
 public:
  SentReader(const Tape& tape, std::vector<UpdateSection>& out) : tape_(tape), out_(out) {}

  void read(TapeSlice slice) {
    const uint32_t end = slice.first + slice.count;
    for (uint32_t i = slice.first; i < end;) {
      const TapeNode& node = tape_.nodes[i];
      switch (node.kind) {
        case NodeKind::document:
        case NodeKind::region:
          ++i;
          continue;
        case NodeKind::heading:
          out_.push_back({});
          out_.back().title = words(i);
          break;
        case NodeKind::list:
          read_list(i);
          break;
        default:
          section().paragraphs.push_back({{words(i), kNoViewRecord}});
      }
      i += node.size;
    }
  }

 private:
  std::string words(uint32_t i) const { return plain_text(tape_, {i, tape_.nodes[i].size}); }

  UpdateSection& section() {
    if (out_.empty()) out_.push_back({});
    return out_.back();
  }

  void read_list(uint32_t list) {
    UpdateSection& made = section();
    made.numbered = (tape_.nodes[list].flags & kOrdered) != 0;
    const uint32_t end = list + tape_.nodes[list].size;
    for (uint32_t item = list + 1; item < end; item += tape_.nodes[item].size) {
      made.items.push_back(read_item(item));
    }
  }

  UpdateItem read_item(uint32_t item) const {
    UpdateItem made;
    const uint32_t end = item + tape_.nodes[item].size;
    for (uint32_t i = item + 1; i < end; i += tape_.nodes[i].size) {
      if (tape_.nodes[i].kind != NodeKind::list) {
        const UpdateWords one{words(i), kNoViewRecord};
        made.line.empty() ? made.line.push_back(one) : made.below.push_back({one});
        continue;
      }
      const uint32_t inner_end = i + tape_.nodes[i].size;
      for (uint32_t inner = i + 1; inner < inner_end; inner += tape_.nodes[inner].size) {
        made.below.push_back({{words(inner), kNoViewRecord}});
      }
    }
    return made;
  }

  const Tape& tape_;
  std::vector<UpdateSection>& out_;
};

}  // namespace

void read_sent_facts(const View& view, const ViewField& as_sent, Update& update) {
  for (const ViewValue& value : as_sent.values) {
    if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
      SentReader(view.tape(markdown->tape), update.sections).read(markdown->slice);
    } else if (!value.text.empty()) {
      update.sections.push_back({});
      update.sections.back().paragraphs.push_back({{value.text, kNoViewRecord}});
    }
  }
}

}  // namespace milepost
