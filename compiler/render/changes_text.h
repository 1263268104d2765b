// What changed between two versions, for a terminal, for a comment and for other programs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "compose/change_report.h"
#include "compose/outline.h"

namespace milepost {

struct ChangesTextOptions {
  size_t width = 80;   // columns; less than 40 counts as 40, more than 160 as 160
  bool color = false;  // ANSI colours: what was is struck out, what is now is bold
};

/// Plain, as wide as asked but for words that are longer; an arrow between what was and what is
/// now. Nothing in it that a terminal would obey but our colours.
std::string changes_as_text(const ChangeReport& report, const Words& words,
                            const ChangesTextOptions& options);

/// What a comment of GitHub and GitLab holds is 65,536; the rest is for a line of whoever puts it
/// there.
inline constexpr size_t kMostCommentCharacters = 65'000;

/// Markdown as GitHub reads it, at most `most` characters: of what is more each group says how many
/// are left out. Titles lead to the pages of the site if it says where it is served (`outline` is
/// that of the later version). Whatever a record holds is text: no tag, no mark-up, no mention of a
/// person or an issue that would notify or link.
std::string changes_as_markdown(const ChangeReport& report, const Outline& outline,
                                size_t most = kMostCommentCharacters);

/// As docs/changes.schema.json says: values, no sentences.
std::string changes_as_json(const Changes& changes, const View& after);

/// The page of changes as a document of its own: its styles are in it, nothing is fetched.
/// `outline` is that of the later version, whose changes page it is; its links lead into the site
/// if it says where it is served, and are left out otherwise.
std::string changes_as_html(const Outline& outline, std::string_view page, std::string_view styles);

}  // namespace milepost
