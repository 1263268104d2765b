// What is hidden from an audience, and where in the files it stands.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "link/program.h"
#include "redact/redact.h"

namespace milepost {

inline constexpr uint32_t kHidden = 0xFFFFFFFF;

/// Dense new numbers by old ones; kHidden where there is none.
struct Numbering {
  std::vector<uint32_t> to_new;
  std::vector<uint32_t> to_old;

  explicit Numbering(size_t size = 0) : to_new(size, kHidden) {}
  uint32_t take(size_t old) {
    if (to_new[old] == kHidden) {
      to_new[old] = static_cast<uint32_t>(to_old.size());
      to_old.push_back(static_cast<uint32_t>(old));
    }
    return to_new[old];
  }
  uint32_t operator[](size_t old) const { return to_new[old]; }
  bool has(size_t old) const { return to_new[old] != kHidden; }
};

/// Answers for one audience. Borrows the program. Every question costs O(1), those about places
/// O(log n) in the hidden places of the file.
class Redaction {
 public:
  Redaction(const Program& program, const Audience& audience);

  bool shows(LabelIndex label) const { return seen_[static_cast<size_t>(label)]; }
  bool shows(RecordIndex record) const { return shows(program_.label_of(record)); }
  bool shows_page(uint32_t page) const { return shows(program_.page_labels[page]); }
  bool shows(FieldId field) const;
  /// A key of a record that is no field of its kind, or that of a field that it has twice.
  bool shows_key(const Record& record, std::string_view key) const;
  bool shows(const Link& link) const;
  bool shows(const RawLink& link) const;
  /// What a link, reference or image leads to.
  bool shows(const Target& target) const;
  /// A place where the link was written that may be told; no place if there is none.
  Span place_of(const Link& link) const;

  /// Places of hidden records and fields in a file, sorted, disjoint. Regions are not among them.
  const std::vector<Span>& hidden_places(FileId file) const;
  /// The beginnings of hidden records that share their file with others, sorted.
  const std::vector<uint32_t>& hidden_rows(FileId file) const;
  /// True if `place` lies in something hidden.
  bool hides(Span place) const;

 private:
  bool shows(const LinkPlace& place) const;
  void hide(Span place);
  void hide_fields(const Record& record);
  void hide_sections(const Record& record);
  bool hides_fields_of(KindId kind);
  void merge_places();

  const Program& program_;
  std::shared_ptr<const NowWall> now_;
  std::vector<bool> seen_;  // by label
  bool sees_every_field_ = false;
  std::vector<uint8_t> kind_hides_;        // by kind, once it is asked: 1 no, 2 yes
  std::vector<std::vector<Span>> places_;  // by file
  std::vector<std::vector<uint32_t>> rows_;
};

}  // namespace milepost
