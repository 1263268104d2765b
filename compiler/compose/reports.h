// Status reports in short: what each says, and how the health they report went.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "redact/view.h"

namespace milepost {

/// `text`, cut after a sentence if one ends late enough before `most` bytes, else after a word with
/// " …" behind it.
std::string cut_words(std::string text, size_t most);

/// One or two sentences of a report: its summary field, else the first paragraph of its text, cut
/// at a sentence's end near `most` bytes. Empty if it has neither.
std::string report_summary(const View& view, const ViewRecord& report, size_t most = 200);

/// The first paragraph of a value without its markup, that of a list's first item too, cut
/// likewise.
std::string first_words(const View& view, const ViewValue& value, size_t most);

/// The reports of `records` that say a health, the earliest first, at most the last `most`.
std::vector<ViewRecordId> health_trend(const View& view, std::span<const ViewRecordId> records,
                                       size_t most = 26);

}  // namespace milepost
