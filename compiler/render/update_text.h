// Updates as text, Markdown, a message and a mail.
#pragma once

#include <string>

#include "render/update.h"

namespace milepost {

inline constexpr size_t kUpdateColumns = 72;
inline constexpr size_t kMostMessageBytes = 3900;  // what Slack takes as one

// Each ends with a line feed and is the same for the same update. Names of records lead to their
// pages where the site says where it is served; elsewhere their ids stand behind them. Whatever a
// title holds, it is text: no mark-up, no tag, no terminal sequence, nothing that cannot be seen.

/// Plain, at most kUpdateColumns wide but for words that are longer.
std::string update_as_text(const Outline& outline, const Update& update);

struct MarkdownOptions {
  bool marks = true;    // ✅ before a heading
  bool links = true;    // else ids alone, which the compiler resolves
  bool heading = true;  // the title and period above the sections
};
std::string update_as_markdown(const Outline& outline, const Update& update,
                               const MarkdownOptions& options = {});

/// Slack's own mark-up, in one message of at most kMostMessageBytes: of what is more than fits,
/// each section says how many are left out.
std::string update_as_slack(const Outline& outline, const Update& update);

/// A whole document with its styles in attributes, as mail programs want them: no script, no image,
/// no table, nothing that is fetched.
std::string update_as_mail(const Outline& outline, const Update& update);

}  // namespace milepost
