// Tables and what stands above them on the pages of kinds that have more to say than a list.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Status reports: the trend of what they said, then all of them, the newest first.
void write_report_archive(HtmlWriter& out, PageScope& scope, ViewKindId kind);
/// Meetings with what was decided and reviewed in them, the newest first.
void write_meeting_archive(HtmlWriter& out, PageScope& scope, ViewKindId kind);

/// The map of stakeholders, if the audience may know their interest and influence, and the table of
/// how each is kept on board.
void write_stakeholders(HtmlWriter& out, PageScope& scope, ViewKindId kind);
/// Communications by rhythm, and who hears what.
void write_communications(HtmlWriter& out, PageScope& scope, ViewKindId kind);

/// Documents with their reviews, what the audit misses, and what releases ask for.
void write_documents(HtmlWriter& out, PageScope& scope, ViewKindId kind);

}  // namespace milepost
