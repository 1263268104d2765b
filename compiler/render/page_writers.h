// One function for each kind of page: it fills the slots of the page's template.
#pragma once

#include <span>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"
#include "render/template.h"

namespace milepost {

/// The slots of a page, and a buffer that goes from slot to slot.
class PageSlots {
 public:
  explicit PageSlots(SlotValues& values) : values_(values) {}

  HtmlWriter& out() { return out_; }
  /// What was written since the last call becomes the slot.
  void finish(Slot slot) {
    values_.html(slot, out_.html());
    out_.clear();
  }
  void text(Slot slot, std::string_view value) { values_.text(slot, value); }

 private:
  SlotValues& values_;
  HtmlWriter out_;
};

// Each finds its subject by scope.page() and sets every slot of its own template but `title`.
void write_overview(PageSlots& slots, PageScope& scope);
void write_kind_page(PageSlots& slots, PageScope& scope);
void write_record_page(PageSlots& slots, PageScope& scope);
void write_plain_page(PageSlots& slots, PageScope& scope);
void write_pages_page(PageSlots& slots, PageScope& scope);
void write_people_page(PageSlots& slots, PageScope& scope);
void write_agenda_page(PageSlots& slots, PageScope& scope);
void write_person_page(PageSlots& slots, PageScope& scope);
void write_team_page(PageSlots& slots, PageScope& scope);
void write_raci_page(PageSlots& slots, PageScope& scope);
void write_plan_page(PageSlots& slots, PageScope& scope);
void write_critical_path_page(PageSlots& slots, PageScope& scope);
void write_breakdown_page(PageSlots& slots, PageScope& scope);
void write_dependencies_page(PageSlots& slots, PageScope& scope);
void write_graph_page(PageSlots& slots, PageScope& scope);
void write_go_no_go_page(PageSlots& slots, PageScope& scope);
void write_runbook_page(PageSlots& slots, PageScope& scope);
void write_status_page(PageSlots& slots, PageScope& scope);
void write_trends_page(PageSlots& slots, PageScope& scope);
void write_changes_page(PageSlots& slots, PageScope& scope);
void write_findings_page(PageSlots& slots, PageScope& scope);
void write_not_found_page(PageSlots& slots, PageScope& scope);
void write_moved_page(PageSlots& slots, PageScope& scope);

/// All plain pages as nested lists.
void write_page_tree(HtmlWriter& out, const PageScope& scope);

/// Findings (numbers into View::findings) as a list, each with its severity and rule.
void write_finding_list(HtmlWriter& out, const PageScope& scope,
                        std::span<const uint32_t> findings);

}  // namespace milepost
