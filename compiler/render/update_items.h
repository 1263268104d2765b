// A record or a change as an item of an update.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "compose/outline.h"
#include "draw/drawings.h"
#include "render/page_scope.h"
#include "render/update.h"

namespace milepost {

/// Each takes what the View says; what it does not say is left out. Linear in the fields and links
/// of the record.
class UpdateItems {
 public:
  explicit UpdateItems(const Outline& outline);

  UpdateItem change(const ChangeEntry& entry) const;
  UpdateItem work(ViewRecordId id);     // how far, and until when
  UpdateItem risk(ViewRecordId id);     // how large, what is done about it
  UpdateItem issue(ViewRecordId id);    // how bad, and until when
  UpdateItem blocker(ViewRecordId id);  // since when, what it stops, the way out
  UpdateItem metric(ViewRecordId id, Date from);
  UpdateItem upcoming(ViewRecordId id);
  UpdateItem ask(ViewRecordId id);  // by when, of whom, what is recommended
  UpdateLine since() const;         // what moved since the version before; it has consequences

  /// "{0}: 65 %": {0} is the title of the record, which leads to it; the values are {1} and on.
  UpdateLine line(Word word, ViewRecordId id, std::initializer_list<std::string> values = {}) const;
  std::string day(Date date) const;  // "Mon 8 Jun"
  PageScope& scope() { return scope_; }

 private:
  const ViewRecord& record(ViewRecordId id) const { return view_.record(id); }
  std::string text(Word word) const { return std::string(words_.text(word)); }
  std::string owner(const ViewRecord& record) const;
  std::string words_of_field(const ViewField* field, size_t most) const;
  std::string values_of(const ViewField& field);
  void add_below(UpdateItem& item, Word word, const std::string& words) const;
  std::string stopped(ViewRecordId id) const;
  std::string asked_of(const ViewRecord& record) const;
  std::string recommended(const ViewRecord& record) const;

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  Drawings drawings_;
  PageScope scope_;
};

}  // namespace milepost
