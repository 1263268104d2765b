// Html: text that is already safe, and HtmlWriter, the only way to make it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "markup/url.h"

namespace milepost {

/// Markup as it stands in our own source code. Made at compile time only, so that no byte of a
/// record can become one.
class Markup {
 public:
  template <std::size_t N>
  consteval Markup(const char (&literal)[N]) : text_(literal, N - 1) {}  // NOLINT: meant to convert

  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

/// A piece of HTML in which every byte of data was escaped for the place it stands in.
class Html {
 public:
  Html() = default;
  explicit Html(Markup markup) : bytes_(markup.view()) {}

  std::string_view view() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

 private:
  friend class HtmlWriter;
  std::string bytes_;
};

/// Appends to one buffer. Each method is a context; data can enter through them only:
///
///   writer.put("<li").attribute("title", note).put(">").data(record.title).put("</li>");
///
/// What cannot be seen (bidi controls, zero-width and control characters) is written out as
/// ⟨U+202E⟩ in every context. Costs one scan of the text and one append per run.
class HtmlWriter {
 public:
  HtmlWriter& put(Markup markup) {
    html_.bytes_.append(markup.view());
    return *this;
  }
  HtmlWriter& put(const Html& html) {
    html_.bytes_.append(html.view());
    return *this;
  }

  /// Element text made by us or known to read in one direction only.
  HtmlWriter& text(std::string_view text);
  /// Element text of a record: like `text`, in <bdi> if it holds right-to-left letters.
  HtmlWriter& data(std::string_view text);
  HtmlWriter& number(std::int64_t value);

  /// ` name="value"`, a space before it.
  HtmlWriter& attribute(Markup name, std::string_view value);
  HtmlWriter& attribute(Markup name, std::int64_t value);
  /// ` name="url"`.
  HtmlWriter& url(Markup name, const Url& url);
  /// ` name="../risks/R-004.html#fragment"`: from one page of the site to another, or to a place
  /// in the page itself. `fragment` is an id, not encoded.
  HtmlWriter& link(Markup name, const SitePath& from, const SitePath& to,
                   std::string_view fragment = {});

  const Html& html() const { return html_; }
  std::string_view view() const { return html_.bytes_; }
  bool empty() const { return html_.bytes_.empty(); }
  std::size_t size() const { return html_.bytes_.size(); }
  /// Empties the buffer and keeps its memory.
  void clear() { html_.bytes_.clear(); }
  Html take() { return std::exchange(html_, Html()); }

 private:
  Html html_;
};

/// `text` as a page shows it, not escaped: what cannot be seen is written out as ⟨U+202E⟩.
std::string visible_text(std::string_view text);

/// True if `text` has letters of a script that is written from right to left.
bool has_right_to_left(std::string_view text);

/// For the writer and its tests: `text` escaped and appended.
void append_escaped_text(std::string& out, std::string_view text);
void append_escaped_attribute(std::string& out, std::string_view text);

}  // namespace milepost
