// Sign-offs with what changed under them, waivers, and what the go/no-go meeting said.
#pragma once

#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A part each; nothing for none. `anchor`: the id of the heading, may be empty.
void write_sign_offs(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                     std::string_view anchor);
void write_waivers(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
void write_meeting(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);

/// "Target date ~~Fri 12 Jun~~ **Mon 22 Jun**; Required items ~~3~~ **4**, added **PCI
/// attestation**"; fields of other records than `release` have their id.
void write_changed_fields(HtmlWriter& out, const PageScope& scope, ViewRecordId release,
                          const ViewSignOff& sign_off);

}  // namespace milepost
