// Takes mentions of hidden records out of the words of an item.
#include "analyze/visible_words.h"

#include <algorithm>
#include <functional>
#include <set>

#include "text/ascii.h"
#include "text/left_out.h"
#include "text/words.h"

namespace milepost {
namespace {

bool in_word(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii_alnum(text[at]) || text[at] == '-' || text[at] == '_');
}

// Every `words` in the text that is no part of a longer word.
void hide_words(std::string& text, std::string_view words, std::string_view instead) {
  if (words.empty()) return;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
    const bool part = (in_word(words, 0) && at > 0 && in_word(text, at - 1)) ||
                      (in_word(words, words.size() - 1) && in_word(text, at + words.size()));
    if (part) {
      ++at;
      continue;
    }
    if (!instead.empty()) {
      text.replace(at, words.size(), instead);
      at += instead.size();
      continue;
    }
    const std::string_view whole = text;
    const Gap gap = close_gap(whole.substr(0, at), whole.substr(at + words.size()));
    text.erase(at - gap.before, gap.before + words.size() + gap.after);
    at -= gap.before;
  }
}

}  // namespace

std::string visible_words(const Program& program, const CheckItem& item, std::string_view written,
                          const ReadinessMask& mask) {
  std::string text(written);
  if (mask.records.empty() || item.tape >= program.references.size()) return text;
  const Tape& tape = program.set.tapes[item.tape];
  const uint32_t end = item.node + tape.nodes[item.node].size;
  const std::vector<TapeReference>& references = program.references[item.tape];
  std::set<std::string, std::greater<>> hidden;
  auto reference =
      std::lower_bound(references.begin(), references.end(), item.node,
                       [](const TapeReference& r, uint32_t node) { return r.node < node; });
  for (; reference != references.end() && reference->node < end; ++reference) {
    const RecordIndex record = reference->target.record();
    if (record == kNoRecord || mask.shows(record)) continue;
    const TapeNode& node = tape.nodes[reference->node];
    hidden.insert(reference->length > 0
                      ? std::string(tape.text_of(node).substr(reference->offset, reference->length))
                      : normalize_spaces(plain_text(tape, {reference->node, node.size})));
  }
  // Nobody writes a thousand hidden names into one item; who does is told less.
  constexpr std::size_t kMostWork = std::size_t{1} << 22;
  if (hidden.size() * text.size() > kMostWork) return mask.instead;
  for (const std::string& words : hidden) hide_words(text, words, mask.instead);
  return text;
}

}  // namespace milepost
