// One page among many in a document: its ids made its own, its headings one below the chapter's.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// Appends `html`, a page that our templates made, as the part `part` of a document. An id `x`
/// becomes `part.x`, and with it every attribute of this page that names it; the id that is `part`
/// itself stays. Addresses that lead to other parts have their names already (append_link).
/// Headings go down by `levels`, to h6 at most. Linear.
void append_part(std::string& out, std::string_view html, std::string_view part, int levels);

}  // namespace milepost
