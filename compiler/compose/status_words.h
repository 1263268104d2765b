// The author's own words on a stakeholder's page.
#pragma once

#include "compose/status_page.h"

namespace milepost {

/// The words of the newest report that names the audience, if it is not older than the newest one
/// for everybody by more than a week; else, on a page with a summary, of that one. Of a report its
/// summary, else what it quotes before its first heading, else its first paragraph. Linear in the
/// records.
StatusWords status_words(const Outline& outline, const StatusPage& page);

}  // namespace milepost
