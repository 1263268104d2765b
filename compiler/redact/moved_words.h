// What an old version may not tell since it stands in a hidden region now.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "redact/block_of_lines.h"
#include "redact/now_regions.h"
#include "text/rewritten_text.h"

namespace milepost {

/// A text of then, and the files that it may be in now.
struct OldText {
  std::string_view bytes;
  uint32_t body = 0;  // from here on it is Markdown
  std::string_view title;
  const std::vector<Replacement>& hidden;  // regions that were hidden then
  const std::vector<uint32_t>& files;      // of NowRegions
};

/// For one audience. Whoever puts a text into a region writes it anew, more often than not: in
/// lines of another length, under another mark of a list, in other words. So a region of now that
/// is hidden has its text in an old version
/// - if it was hidden then, too: then there is nothing to do;
/// - if each of its lines stands there: then these lines go;
/// - or else nobody knows where: then of the body that is left which stands in the open now, by
///   paragraphs, items and rows; and of the fields of the record those that tell no word which only
///   hidden regions have now.
class MovedWords {
 public:
  /// Borrows the regions. `sees` are the labels that the audience sees now.
  MovedWords(const NowRegions& regions, std::vector<std::string> sees);

  /// What to cut, in order and apart. Linear.
  std::vector<TextRange> cuts(const OldText& then);
  /// Whether a record that is `now` may not tell a field: its name, its text as written then; of a
  /// field that is no text, only if it is said by number in a hidden region.
  bool hides_field(const NowRecord& now, std::string_view name, std::string_view written,
                   bool is_text);
  bool hides_words(const NowRecord& now, std::string_view words);
  /// Of a page that is in a file now.
  bool hides_words(uint32_t file, std::string_view words);

 private:
  struct File {
    std::string open;                            // its text without what is hidden
    std::unordered_set<std::string> lines;       // of that
    std::unordered_set<std::string> open_words;  // of that
  };
  const File& file(uint32_t number);
  bool hides(const NowRegion& region) const;
  std::string_view text_of(const NowFile& file, const NowRegion& region) const;

  const NowRegions& regions_;
  std::vector<std::string> sees_;
  std::map<uint32_t, File> files_;
};

}  // namespace milepost
