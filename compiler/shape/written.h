// A value as somebody wrote it: its text, where it stands, and pieces of it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace milepost {

struct Written {
  std::string_view text;
  Span span;
  /// The text stands in the file at `span`, byte for byte, so that a piece of it has a span of
  /// its own. Otherwise every piece has the span of the whole.
  bool exact = false;
  /// It is Markdown (a cell, a section, a list item): emphasis, code and links mean something.
  bool markdown = false;
};

/// The bytes [offset, offset + length) of `whole`.
Written piece(const Written& whole, std::size_t offset, std::size_t length);
/// The piece that `part`, a view into whole.text, is.
Written piece(const Written& whole, std::string_view part);

/// Without white space and zero-width characters at the ends.
Written trimmed(const Written& whole);
/// Without the emphasis that encloses all of it.
Written without_emphasis(const Written& whole);

/// Where a comment begins after a value: at ` — `, ` - `, `;`, `:`, `(`, `,`, `. `, a line end or
/// `<br>`, the first at or after byte `from`; npos if nowhere.
std::size_t comment_begin(std::string_view text, std::size_t from = 0);
/// The comment without the dash, colon or parentheses around it. Borrows.
std::string_view comment_text(std::string_view tail);

/// The bytes of a Markdown line break written as `<br>`, `<br/>` or `<br />` at `at`, else 0.
std::size_t html_break_at(std::string_view text, std::size_t at);

/// The pieces between commas, semicolons and line breaks that stand outside of brackets, quotes
/// and code, trimmed, empty ones left out. If `prose`, commas separate only where there is neither
/// a semicolon nor a line break.
std::vector<Written> list_pieces(const Written& whole, bool prose);

}  // namespace milepost
