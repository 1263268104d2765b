// Sentences about changes as HTML.
#pragma once

#include <string>
#include <vector>

#include "compose/change_line.h"
#include "compose/since.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What was is struck out, what is now is bold; titles and ids lead to their records.
void write_change_line(HtmlWriter& out, const PageScope& scope, const ChangeLine& line);

/// The same without mark-up: an arrow stands between what was and what is now.
std::string plain_change_line(const ChangeLine& line);

/// A change log of what happened since the version before; what is not named leads to the page of
/// all changes.
void write_since(HtmlWriter& out, const PageScope& scope, const std::vector<SinceRow>& rows);

}  // namespace milepost
