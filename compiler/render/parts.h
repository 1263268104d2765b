// The small pieces that pages are made of: state chips, dates, people, scores, meters.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "markup/html.h"
#include "render/links.h"
#include "render/page_scope.h"

namespace milepost {

/// Shape and word of a record's status; nothing if its kind has none.
void write_status(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);
/// Shape and word of a reported health, with the weight that its badness has.
void write_health(HtmlWriter& out, const PageScope& scope, ViewHealth health);
/// What matters more: a bad health of open work, else the status.
void write_state(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

// The same as write_state, in two halves: the class of the shape, for an element that has `st` too,
// and the words.
bool has_state(const View& view, const ViewRecord& record);
Markup state_class(const View& view, const ViewRecord& record);
std::string state_words(const Words& words, const View& view, const ViewRecord& record);
void write_state_words(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// `<time>`: "Mon 8 Jun", or "8 Jun" in tables.
enum class DayForm : uint8_t { with_weekday, brief };
void write_day(HtmlWriter& out, const PageScope& scope, Date date, DayForm form);
/// A due-like date of a record: marked if the record is open and the date is past or today.
void write_due(HtmlWriter& out, const PageScope& scope, const ViewRecord& record, Date date);

/// "From published items", in the build for an audience: beside what is computed.
void write_basis(HtmlWriter& out, const PageScope& scope);

/// The number in its band's fill and the band's word.
void write_score(HtmlWriter& out, const PageScope& scope, const ViewFacts& facts);

/// A person or team as a link to their page; `words` alone if they are nobody, or it is this page.
void write_party(HtmlWriter& out, const PageScope& scope, const ViewParty& party,
                 std::string_view words);
/// All owners, the accountable one first.
void write_owners(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// One segment for each item and "2 of 5".
void write_meter(HtmlWriter& out, const PageScope& scope, std::span<const ViewCheck> checks);

/// Breadcrumbs: links to pages, outermost first.
struct Crumb {
  std::string_view label;
  uint32_t page = kNoPage;
};
void write_breadcrumbs(HtmlWriter& out, const PageScope& scope, std::span<const Crumb> crumbs);

/// The tabs of the section that this page is in, the current one marked; nothing if there are none.
void write_tabs(HtmlWriter& out, const PageScope& scope);

/// "Written in risks/R-004.md, line 48" and the link to edit it; nothing if it is not told.
void write_source(HtmlWriter& out, const PageScope& scope, const std::string& path, uint32_t line);

/// The message of a finding, records and people in it as links.
void write_finding(HtmlWriter& out, const PageScope& scope, const ViewFinding& finding);

/// A day with its weekday beside which the site's script says how far away it is: for pages that do
/// not tell a moment.
void write_aged_day(HtmlWriter& out, const PageScope& scope, Date date);
/// What a rule is about, in the language of the site.
std::string rule_summary(const PageScope& scope, const RuleInfo& rule);
void write_severity(HtmlWriter& out, const PageScope& scope, Severity severity);

}  // namespace milepost
