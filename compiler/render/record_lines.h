// Lists of records as a date, what it is about, and a line of facts: what a log's page opens with.
#pragma once

#include <cstdint>
#include <optional>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// `<ul class="lines">`. For each record begin(), then what the line of facts says, each fact()
/// before it, then end(). The list is opened by the first record and closed by finish().
class RecordLines {
 public:
  RecordLines(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope) {}
  RecordLines(const RecordLines&) = delete;
  RecordLines& operator=(const RecordLines&) = delete;

  /// The day, title and id; "No date" if there is none.
  void begin(ViewRecordId id, std::optional<Date> when);
  /// Sets the next fact apart from the one before it.
  HtmlWriter& fact();
  // Facts that many logs have; each writes nothing if the record has none.
  void state();
  void owner();
  void late(std::optional<Date> due);             // "3 working days late"
  void field(std::string_view name, Word label);  // short text of a field, its label before it
  void end();
  void finish();

 private:
  HtmlWriter& out_;
  PageScope& scope_;
  ViewRecordId id_ = kNoViewRecord;
  bool open_ = false;
};

/// "and 4 more", a link to `page` if it is one; nothing for 0.
void write_more(HtmlWriter& out, const PageScope& scope, uint64_t more, uint32_t page = kNoPage);

/// A field in one line: a text as a phrase, other values with commas between.
void write_field_phrase(HtmlWriter& out, PageScope& scope, const ViewField& field);

}  // namespace milepost
