// The head of an update: what it is of, how it stands, the author's words.
#pragma once

#include <string>
#include <utility>

#include "markup/html.h"
#include "render/plain_words.h"
#include "render/update.h"
#include "render/update_items.h"

namespace milepost {

/// An update without sections. Of a period that runs now with the verdict in words.
Update update_head(const Outline& outline, const PeriodFacts& period, ViewRecordId report,
                   UpdateItems& items);

/// "Dana Okafor, Fri 29 May": who wrote a report, and when.
std::string quoted_by(const Outline& outline, ViewRecordId report, const UpdateItems& items);

/// The update of a stakeholder: the sections of his page (compose/status_page.h), in its order.
Update audience_update(const Outline& outline, const PeriodFacts& period, uint32_t page);

/// What a function writes as HTML, as words.
template <typename Write>
std::string words_said(Write&& write) {
  HtmlWriter html;
  std::forward<Write>(write)(html);
  return plain_words(html.view());
}

}  // namespace milepost
