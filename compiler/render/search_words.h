// The words of the site's texts, as search compares them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// Different words, numbered from 0 in the order in which they came. One allocation for all.
class TermTable {
 public:
  TermTable();
  /// The number of `word`, which it has from now on.
  uint32_t number_of(std::string_view word);
  /// The same, with the word's FNV-1a hash.
  uint32_t number_of(std::string_view word, uint32_t hash);
  std::string_view word(uint32_t number) const {
    return std::string_view(bytes_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }
  uint32_t size() const { return static_cast<uint32_t>(begins_.size() - 1); }

 private:
  void grow();
  std::string bytes_;
  std::vector<uint32_t> begins_{0};
  std::vector<uint32_t> hashes_;  // by number
  std::vector<uint32_t> slots_;   // a number + 1, or 0; a power of two of them
};

/// The words of a run of texts: of each the different ones, as numbers of `table`.
struct TextWords {
  TermTable table;
  std::vector<uint32_t> words;     // text by text
  std::vector<uint32_t> ends;      // by text: into `words`
  std::vector<std::string> leads;  // by text: how it begins, for quotations
  bool cut = false;                // a text had more different words than were asked for
};

/// How much of a text is kept.
struct TextLimits {
  size_t words = 0;       // different ones; those of the title always are
  size_t lead_bytes = 0;  // at most
};

/// How much the index of a site of `texts` texts keeps of each: all of it in a site of usual size.
TextLimits text_limits(size_t texts);

/// Reads records and then plain pages, numbered in one row, [first, last) of them: their titles and
/// everything in words that their pages show. Any number of threads may read other ranges.
TextWords read_texts(const Outline& outline, size_t first, size_t last, TextLimits limits);

/// Shortens the longest leads until all together have at most kAllLeads bytes; none at all if there
/// were only stubs left.
inline constexpr size_t kAllLeads = 190'000;
void shorten_leads(std::vector<TextWords>& parts);

/// `text` as a page shows it, in one line; about `most` bytes of it, which may end inside a
/// character.
std::string shown_line(std::string_view text, size_t most = std::string_view::npos);

/// The words of `text`: runs of letters, marks and digits as search_key() gives
/// them, of scripts without spaces each pair of neighbours and the last character, at most
/// kLongestWord bytes of any. read_texts() does the same to what it reads.
inline constexpr size_t kLongestWord = 64;
std::vector<std::string> words_of(std::string_view text);

}  // namespace milepost
