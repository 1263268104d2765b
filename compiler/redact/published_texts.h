// What an audience would be given to read, with its places: the texts before they are copied.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"
#include "redact/redaction.h"

namespace milepost {

/// A piece of a text, and where it was written.
struct TextPart {
  uint32_t offset = 0;  // into the words
  Span span;
};

/// The words of one block, value, name or address.
struct PublishedText {
  std::string words;  // what is replaced is a byte that belongs to no name
  bool prose = true;  // false: a path or an address, in which titles do not stand
  std::vector<TextPart> parts;
};

/// A reference from what is seen to what is hidden.
struct PublishedReference {
  Span span;
  Target target;
  bool in_prose = false;  // words stand in its place; else the value is left out
};

/// Borrows all that it is made of. Linear.
class PublishedTexts {
 public:
  PublishedTexts(const Program& program, const SourceSet& sources, const Redaction& redaction,
                 const Audience& audience);

  const std::vector<PublishedText>& texts() const { return texts_; }
  const std::vector<PublishedReference>& to_hidden() const { return to_hidden_; }
  bool shows_asset(uint32_t asset) const { return assets_[asset]; }
  /// Where bytes of a text were written, as closely as can be said.
  Span place(const PublishedText& text, uint32_t begin, uint32_t end) const;

 private:
  void read_record(RecordIndex index);
  void read_fields(const std::vector<FieldValue>& fields);
  void read_value(const Value& value);
  void read_target(const Target& target, Span span, bool in_prose);
  void read_party(const Party& party);
  void read_settings(const Audience& audience);
  void take_slice(const MarkdownText& text);
  void read_tape(uint32_t tape);
  void read_people();
  void read_files();
  void add(std::string_view words, Span span, bool prose = true);

  const Program& program_;
  const SourceSet& sources_;
  const Redaction& redaction_;
  std::vector<PublishedText> texts_;
  std::vector<PublishedReference> to_hidden_;
  std::vector<bool> assets_, people_, teams_;
  std::vector<std::vector<bool>> read_;  // by tape: the nodes that somebody is shown
};

}  // namespace milepost
