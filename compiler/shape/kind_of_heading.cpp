// Which kind a heading names: "Open risks", "5. RAID: Issues", "Stakeholder map".
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shape/kinds.h"
#include "shape/kinds_index.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMaxWords = 16;  // a longer heading is a sentence

constexpr std::array<std::string_view, 22> kPrepositions = {
    "for",  "of", "in",     "by",   "to",    "with",  "from",  "at",    "on",    "per",   "that",
    "this", "we", "during", "your", "after", "since", "until", "under", "about", "which", "as"};

// The parts of a heading that may each name a kind: "RAID: Issues", "Risks & mitigations".
std::vector<std::string_view> parts_of(std::string_view heading) {
  constexpr std::array<std::string_view, 9> kSeparators = {": ",  " - ", " – ", " — ",  " & ",
                                                           " = ", ", ",  " / ", " and "};
  std::vector<std::string_view> parts;
  while (true) {
    size_t cut = std::string_view::npos;
    size_t width = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t at = ifind(heading, separator);
      if (at < cut) {
        cut = at;
        width = separator.size();
      }
    }
    parts.push_back(heading.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    heading.remove_prefix(cut + width);
  }
}

std::string join(const std::vector<std::string_view>& words, size_t first, size_t last) {
  std::string text;
  for (size_t i = first; i < last; ++i) {
    if (i > first) text += ' ';
    text += words[i];
  }
  return text;
}

bool is_preposition(std::string_view word) {
  return std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
}

// "5", "2026", "q3", "a": what numbers a heading or dates it.
bool is_numbering(std::string_view word) {
  const auto digits = [](std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
  };
  return word.size() == 1 || digits(word) ||
         ((word[0] == 'q' || word[0] == 'h') && digits(word.substr(1)));
}

class HeadingReader {
 public:
  explicit HeadingReader(const WordTable& table) : table_(table) {}

  KindId read(std::string_view part) const {
    const std::string key = word_key(part);
    std::vector<std::string_view> words = split_trimmed(key, " ");
    size_t first = 0;
    size_t last = words.size();
    while (first < last && is_numbering(words[first])) ++first;
    while (last > first && is_numbering(words[last - 1])) --last;
    if (first == last || last - first > kMaxWords) return kNoKind;
    // "List of risks for Q3": the head stands before the preposition, but for a list of something.
    size_t cut = first;
    while (cut < last && !is_preposition(words[cut])) ++cut;
    if (cut > first && cut + 1 < last && words[cut] == "of" && is_collection(words[cut - 1])) {
      first = cut + 1;
      cut = first;
      while (cut < last && !is_preposition(words[cut])) ++cut;
    }
    return head(words, first, cut);
  }

 private:
  bool is_collection(std::string_view word) const {
    return table_.find(scope::collections, word).has_value();
  }

  KindId head(const std::vector<std::string_view>& words, size_t first, size_t last) const {
    if (first == last) return kNoKind;
    const std::string whole = join(words, first, last);
    if (table_.find(scope::no_kind, whole)) return kNoKind;
    if (const auto kind = table_.find(scope::heading_wholes, whole)) return KindId{*kind};
    const KindId plural = longest_end(words, first, last, scope::heading_heads);
    if (plural != kNoKind) return plural;
    if (last - first < 2 || !is_collection(words[last - 1])) return kNoKind;
    return longest_end(words, first, last - 1, scope::heading_singulars);
  }

  // The longest phrase at the end that the scope has.
  KindId longest_end(const std::vector<std::string_view>& words, size_t first, size_t last,
                     uint32_t scope) const {
    for (size_t begin = first; begin < last; ++begin) {
      if (const auto kind = table_.find(scope, join(words, begin, last))) return KindId{*kind};
    }
    return kNoKind;
  }

  const WordTable& table_;
};

}  // namespace

KindId Kinds::kind_of_heading(std::string_view heading) const {
  if (heading.size() > 300) return kNoKind;
  const HeadingReader reader(index->words);
  KindId found = kNoKind;
  for (const std::string_view part : parts_of(heading)) {
    const KindId kind = reader.read(part);
    if (kind == kNoKind) continue;
    if (found != kNoKind && found != kind) return kNoKind;
    found = kind;
  }
  return found;
}

}  // namespace milepost
