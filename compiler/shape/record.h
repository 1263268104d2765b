// What shape/ gives: typed records from the five spellings, and the pages that are no records.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tape.h"
#include "shape/kinds.h"
#include "shape/settings.h"
#include "shape/value.h"
#include "text/span.h"

namespace milepost {

enum class Spelling : uint8_t { file, yaml, table, block, list_item };
enum class IdOrigin : uint8_t { written, key, path, heading, column, block, generated };

/// A key that no field of the kind has: kept and shown.
struct UnknownField {
  std::string_view key;
  Span key_span;
  std::string_view text;  // the value as written (source text for a nested one)
  Span span;
};

/// A check item (`- [ ] …`) of a record's body. Entries of `acceptance:` are values of that field.
struct CheckItem {
  Span span;
  uint32_t tape = 0;
  uint32_t node = 0;  // the item's node
  bool checked = false;
  bool advisory = false;
  std::string_view group;   // nearest heading above it, may be empty
  std::string_view text;    // its own words in one line, without mark-up and attributes
  std::string_view key;     // its `id:`, else a slug of its text; unique in the record or page
  std::string_view region;  // label of the audience region it stands in, may be empty
  /// What the parenthesis at its end says: sub-fields of the kind's acceptance field, of that of a
  /// release if the kind has none. None on a page. Values keep their addresses when the item moves.
  std::vector<FieldValue> attributes = {};
};

struct Record {
  KindId kind = kNoKind;
  Spelling spelling = Spelling::file;
  IdOrigin id_origin = IdOrigin::generated;
  /// Canonical, unique in the program once duplicates are reported; `short_id` is what readers see
  /// and what the same file may use (differs only for an id local to its file).
  std::string id;
  std::string short_id;
  std::vector<std::string> aliases;  // what was written, if it differs from id
  std::string_view title;
  Span span;                 // of the whole record's head: first line or row
  Span id_span, title_span;  // of what was written; else the head
  /// In Kind::fields order. What has the role id or title is not among them; the visibility is if
  /// the record has a label of its own.
  std::vector<FieldValue> fields;
  std::vector<UnknownField> unknown;
  std::vector<CheckItem> checks;
  /// The body: a run of nodes of RecordSet::tapes (count 0: no body). For a file it is the whole
  /// body but for the title heading and sections that gave a non-Markdown field.
  MarkdownText body;
  std::vector<TapeSlice>
      body_cuts;                   // runs of `body`'s tape that are not shown (fields made of them)
  std::string_view visibility;     // its own label, or the enclosing region's; empty: default
  bool template_leftover = false;  // some value was an unfilled template

  const FieldValue* find(FieldId field) const;
  /// First value of the field, or nullptr.
  const Value* value(FieldId field) const;
};

/// A Markdown file that is a page. Records written inside it keep their own entries.
struct Page {
  FileId file = kNoFile;
  std::string title;  // title key, first level-1 heading, or the file's name
  uint32_t tape = 0;
  std::string_view visibility;
  std::vector<CheckItem> checks = {};  // check boxes of the page, as a record has them
};

/// All records in file order, then order in the file. Borrows the SourceSet; owns all tapes (moved
/// from the DocumentSet: tape i of document i first, then those of YAML values) and made strings.
struct RecordSet {
  std::shared_ptr<const Kinds> kinds;
  Settings settings;
  std::vector<Record> records;
  std::vector<Page> pages;
  std::deque<Tape> tapes;
  std::deque<std::string> strings;
};

}  // namespace milepost
