// The blocks of a stakeholder's page, below their headings.
#pragma once

#include <string>
#include <string_view>

#include "compose/status_page.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What stands below the heading of a section, whatever its block.
void write_status_block(HtmlWriter& out, PageScope& scope, const StatusPage& page,
                        const StatusSection& section);

// Lists: a day, the title, and what matters beside it.
void write_status_lines(HtmlWriter& out, PageScope& scope, const StatusSection& section);
void write_status_completed(HtmlWriter& out, PageScope& scope, const StatusSection& section);
/// Milestones and releases by date, what each means, and what there is to read about it.
void write_status_coming(HtmlWriter& out, PageScope& scope, const StatusSection& section);

// Tables.
void write_status_risks(HtmlWriter& out, PageScope& scope, const StatusSection& section);
void write_status_work(HtmlWriter& out, PageScope& scope, const StatusSection& section);
/// What is needed by when and what is promised, by who needs it or by who gives it.
void write_status_needs(HtmlWriter& out, PageScope& scope, const StatusSection& section);
/// Records of a kind in the columns of its own table.
void write_status_kind(HtmlWriter& out, PageScope& scope, const StatusSection& section,
                       std::string_view name);
void write_status_releases(HtmlWriter& out, PageScope& scope, const StatusSection& section);

// Facts.
void write_status_metrics(HtmlWriter& out, PageScope& scope, const StatusSection& section);
/// What was spent, where it is told, and how much of the time has gone.
void write_status_budget(HtmlWriter& out, PageScope& scope, const StatusSection& section);
void write_status_field(HtmlWriter& out, PageScope& scope, const StatusSection& section);
/// "Earlier reports: Fri 22 May, Fri 15 May, all 8", in one line.
void write_status_reports(HtmlWriter& out, PageScope& scope, const StatusSection& section);

/// What stands over a block that the program gives no title; of `changes` and `budget` it depends
/// on what they tell, of a program's own it is never asked.
Word status_heading(StatusBlock block);

/// What risks without scores stand by, as a sentence.
Word risk_order_word(RiskOrder order);

/// The id of a section on its page: `mp:asks`, `mp:own-2`. `index` is its place.
std::string status_anchor(const StatusPage& page, size_t index);

}  // namespace milepost
