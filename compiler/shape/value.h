// A typed value of a field: what was written, where, and what it means.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "calendar/when.h"
#include "markup/tape.h"
#include "shape/kinds.h"
#include "text/span.h"

namespace milepost {

struct Value;

/// A field that a record has: values in the order written; exactly one unless the field is a list.
struct FieldValue {
  FieldId field = kNoField;
  Span key;  // the key, header cell or heading that brought it
  std::vector<Value> values;
};

struct DateField {
  DateValue date;
  std::optional<DateValue> moved_from;  // ~~old~~ new
};

struct Level {
  uint8_t level = 0;         // 1 very low .. 5 critical
  std::string_view comment;  // the rest of the prose, may be empty
};

struct StatusWord {
  StatusId status = kNoStatus;   // kNoStatus: not of the vocabulary (counts as doing)
  Health health = Health::none;  // a health word in a status column
  std::string_view comment;
  int percent = -1;  // `67%`
};

struct HealthWord {
  Health health = Health::none;
  std::string_view because;
  std::optional<DateValue> until;
};

/// A person, team or role as written, one of possibly several; link/ finds out who it is.
struct PersonName {
  std::string_view name;    // "asha", "Platform EM", without @
  std::string_view detail;  // "Alice" of "Platform EM (Alice)", may be empty
};

enum class RefForm : uint8_t { id, link, wiki, title };

/// A reference as written: link/ resolves it. Depends_on may have a type and lag, threatens a
/// delay.
struct Reference {
  std::string_view target;  // an id, a path with optional #fragment, or a title
  std::string_view label;   // text of a Markdown link
  RefForm form = RefForm::id;
  std::string_view dependency;  // "FS" (default when empty), "SS", "FF", "SF"
  std::optional<Duration> lag;
  std::optional<Estimate> delay;
  bool tentative = false;  // `CIP-0113?`
};

struct Money {
  std::string_view currency;  // "USD", may be empty
  int64_t hundredths = 0;
};

struct Effort {
  double person_days = 0;
};

struct Choice {
  uint16_t index = 0;  // into Field::choices
};

/// Markdown of a YAML value, table cell, section or list item: a run of nodes of one tape.
struct MarkdownText {
  uint32_t tape = 0;  // index into RecordSet::tapes
  TapeSlice slice;
};

struct Object {
  std::vector<FieldValue> fields;
};

/// `text` is what was written, trimmed (views into the sources or the RecordSet's strings). The
/// variant's monostate is plain text, or a value that could not be read (`unreadable`, reported
/// already).
struct Value {
  std::string_view text;
  Span span;
  bool unreadable = false;
  std::variant<std::monostate, DateField, DateTime, When, Duration, Estimate, Effort, Level,
               StatusWord, HealthWord, PersonName, Reference, Money, double, bool, Choice,
               MarkdownText, Object>
      data;
};

}  // namespace milepost
