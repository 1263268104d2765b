// What of an old version stands in a hidden region of the working folder.
#pragma once

#include <string_view>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/moved_words.h"
#include "redact/now_labels.h"

namespace milepost {

/// Asks for each record and file of a version what it is now. Borrows all it is given.
class OldTexts {
 public:
  OldTexts(const Program& then, const SourceSet& sources, const NowWall& now);

  /// Nothing can take the place of a title: then nothing is told of the record, or page.
  bool hides_title(const Record& record);
  bool hides_title(const Page& page);
  /// A field, known or not, that may not be told. Those of a body go with its lines.
  struct Place {
    Span key;
    std::vector<Span> values;
  };
  std::vector<Place> hidden_fields(const Record& record);
  /// `body` is where Markdown begins, `hidden` are the regions that were hidden then.
  std::vector<TextRange> cuts(FileId file, uint32_t body, const std::vector<Replacement>& hidden);

 private:
  bool hides(const Record& record, const FieldValue& field);
  bool hides(const Record& record, std::string_view name, std::string_view written, bool is_text);

  const Program& then_;
  const SourceSet& sources_;
  MovedWords words_;
  std::vector<std::vector<const NowRecord*>> records_;  // by record
  std::vector<std::vector<uint32_t>> files_;            // by file, of NowRegions
  std::vector<std::string_view> titles_;                // by file: of its page, or record
};

/// Adds cuts, which are in order and apart: of two that overlap all goes, while of Replacements one
/// that begins inside another is dropped. Linear but for sorting.
void cut_whole(std::vector<Replacement>& cuts, const std::vector<TextRange>& ranges);

}  // namespace milepost
