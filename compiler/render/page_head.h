// The part of <head> that speaks to whoever is no reader: search engines, chats, feed readers.
#pragma once

#include <string>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A description, whether robots may list the page, and, if the site has a base URL, the canonical
/// address, Open Graph and the feed. `title` is that of the page without the program's; `picture`
/// is a file of the theme for previews, may be empty. Costs the size of what it writes.
void write_page_head(HtmlWriter& out, const PageScope& scope, std::string_view title,
                     std::string_view picture);

/// The words of a record's summary in one line of at most `most` bytes, cut at the end of a word;
/// empty if it has none.
std::string summary_of(const View& view, const ViewRecord& record, size_t most);

}  // namespace milepost
