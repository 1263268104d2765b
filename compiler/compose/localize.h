// Names of kinds, fields, statuses and relations in the language of the site.
#pragma once

#include "compose/words.h"
#include "redact/view.h"

namespace milepost {

/// Puts the words that the site's language has for names in their places: `kind.risk.one`,
/// `kind.risk.other`, `kind.risk.doc`, `field.needed_by`, `status.open`, `choice.type.security`,
/// `link.depends_on`. A name without one keeps its label. Linear in kinds and fields; in the values
/// of records only if there is a word for some choice.
void localize(View& view, const Words& words);

}  // namespace milepost
