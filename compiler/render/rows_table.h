// A table of a few rows inside a page, which scrolls for itself where the page is narrow. Logs and
// whatever is sorted or filtered are tables of data_table.h.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Opens the table and writes its heads; rows follow, then end_rows(). `class_names` are of the
/// table: "rows", "rows held".
void begin_rows(HtmlWriter& out, const PageScope& scope, std::initializer_list<Word> heads,
                std::string_view class_names = "rows");
/// The same with heads that the program has: names of its fields.
void begin_rows(HtmlWriter& out, std::span<const std::string_view> heads);
void end_rows(HtmlWriter& out);

}  // namespace milepost
