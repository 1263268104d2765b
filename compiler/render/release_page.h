// The parts of the page of a release that a launch is decided from.
#pragma once

#include "render/page_writers.h"
#include "render/release_body.h"

namespace milepost {

/// "Target Mon 22 Jun, 09:00, in 14 working days", as of when, and links to the pages for paper but
/// the one that is written.
void write_release_meta(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
/// The verdict, and under it what was said against it.
void write_release_verdict(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);

/// Fills the slots meta, lead, opening, gates, signoffs, meeting, launch and after. The headings of
/// `body` that are not shown keep their ids here.
void write_release_parts(PageSlots& slots, PageScope& scope, const ViewReadiness& ready,
                         const ReleaseBody& body);

}  // namespace milepost
