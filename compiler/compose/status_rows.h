// The rows of each block of a stakeholder's page.
#pragma once

#include <cstddef>
#include <vector>

#include "compose/status_page.h"

namespace milepost {

/// Finds rows for one page: what its blocks need to know of all records is found once.
class StatusRows {
 public:
  StatusRows(const Outline& outline, const StatusPage& page);

  /// All that could stand in the section, the most pressing first. Nothing for blocks that are not
  /// lists of records.
  std::vector<ViewRecordId> of(const StatusSection& section) const;

 private:
  std::vector<ViewRecordId> open_of(std::string_view kind) const;
  std::vector<ViewRecordId> risks() const;
  std::vector<ViewRecordId> issues() const;
  std::vector<ViewRecordId> releases() const;
  std::vector<ViewRecordId> in_progress() const;
  std::vector<ViewRecordId> next() const;
  std::vector<ViewRecordId> blocked() const;
  std::vector<ViewRecordId> needs() const;
  std::vector<ViewRecordId> decisions() const;
  std::vector<ViewRecordId> lately(std::string_view kind) const;
  std::vector<ViewRecordId> coming() const;
  std::vector<ViewRecordId> reports() const;
  std::vector<bool> kinds_that_are(std::string_view name) const;
  int weight(ViewRecordId id) const;
  bool is_told_elsewhere(const ViewKind& kind, ViewPhase phase) const;

  const Outline& outline_;
  const View& view_;
  const StatusPage& page_;
  Date as_of_;
};

}  // namespace milepost
