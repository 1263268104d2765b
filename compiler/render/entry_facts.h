// The facts of one entry of a log: label and value, one under the other.
#pragma once

#include <string_view>
#include <vector>

#include "compose/words.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Records that links of a type lead to, or come from; not what is only mentioned. Each once.
std::vector<ViewRecordId> linked_records(const View& view, ViewRecordId id, std::string_view type,
                                         bool incoming);

/// `<dl class="told">`, opened by the first fact and closed by finish(). Facts that the record does
/// not have write nothing.
class EntryFacts {
 public:
  EntryFacts(HtmlWriter& out, PageScope& scope, ViewRecordId id)
      : out_(out), scope_(scope), id_(id) {}
  EntryFacts(const EntryFacts&) = delete;
  EntryFacts& operator=(const EntryFacts&) = delete;

  /// The caller writes the value, then end().
  HtmlWriter& begin(Word label);
  HtmlWriter& begin(std::string_view label);
  void end();

  void field(std::string_view name, Word label);
  void links(std::string_view type, bool incoming, Word label);
  void records(const std::vector<ViewRecordId>& ids, Word label);
  void owners(Word label);
  void due(Word label);
  void finish();

 private:
  HtmlWriter& out_;
  PageScope& scope_;
  ViewRecordId id_;
  bool open_ = false;
};

}  // namespace milepost
