// The reasons of a verdict: what stands in the way, where, who can clear it, how, and by when.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// One reason of a release, a cell at a time. Borrows.
class ReasonWords {
 public:
  ReasonWords(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
              const ViewReadyReason& reason)
      : out_(out), scope_(scope), ready_(ready), reason_(reason) {}

  /// The name of what it is: "Load test at twice the peak".
  std::string name() const;
  /// Why it stands in the way: "late, was due Fri 12 Jun".
  void why();
  /// The gate, the log or the section, and the id of the record, with links.
  void where();
  void who();
  void how();
  /// The day, "Today"; nothing if none is known.
  void by();
  /// Where the item stands on the page of its release; empty if it is none.
  std::string anchor() const;
  /// The id of the record as a link; nothing if it has none.
  void id();

 private:
  const ViewGateItem* item() const;
  const ViewSignOff* sign_off() const;
  const ViewWaiver* waiver() const;
  ViewRecordId record() const;
  void item_why(const ViewGateItem& item);
  void priority_why();
  void through();
  Word to_clear() const;

  HtmlWriter& out_;
  const PageScope& scope_;
  const ViewReadiness& ready_;
  const ViewReadyReason& reason_;
};

/// Those that block, or those that do not, in their order.
std::vector<const ViewReadyReason*> reasons_of(const ViewReadiness& ready, bool blocking);

/// The table of reasons, numbered from 1. `name` as in DataTableHead; `boxes`: the last column is a
/// box to tick. Nothing for none.
void write_reason_table(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                        std::span<const ViewReadyReason* const> reasons, std::string_view name,
                        Word heading, bool boxes = false);

/// "Stands in the way" and "Still to be done" as a part each; conditions beyond 8 are folded.
void write_ready_opening(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);

/// Each reason that blocks in one line, at most `most`, and how many more: "Load test at twice the
/// peak: has no date. Li Wei". The names are links to the page of the release.
void write_reason_lines(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                        size_t most);

/// Head of the entry of a release in a list: title and id, and the verdict at the right.
void write_release_head(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);

/// Releases with their verdict, a meter that leads to their gates, and what stands in the way.
void write_release_entries(HtmlWriter& out, const PageScope& scope,
                           std::span<const ViewReadiness* const> releases);

}  // namespace milepost
