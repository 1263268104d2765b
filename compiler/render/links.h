// Links of a page: into the site, and out of it if they are allowed.
#pragma once

#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Writes `<a href=…>` for a target inside the site and returns true; writes nothing and returns
/// false if it leads nowhere, or to the page itself. The caller writes the words and, if true,
/// `</a>`. `tape` is that of the link, for a target that is a heading of the same text.
bool open_link(HtmlWriter& out, const PageScope& scope, ViewTapeId tape, const ViewTarget& target,
               std::string_view title = {});

/// The same for an id in the text, which does not break across lines.
bool open_mention(HtmlWriter& out, const PageScope& scope, ViewTapeId tape,
                  const ViewTarget& target);

/// The same for an address that somebody wrote: only what Url lets pass and what has a scheme.
bool open_foreign_link(HtmlWriter& out, std::string_view address, std::string_view title);

/// ` href="…"`: where a record stands. Every link to a record is made here, because a theme may put
/// all records on one page.
void write_record_href(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

/// `<a href="…">words</a>`, or the words alone.
void write_record_link(HtmlWriter& out, const PageScope& scope, ViewRecordId record,
                       std::string_view words);
/// The id as a link, with the class that sets it in the id's small type.
void write_id(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

}  // namespace milepost
