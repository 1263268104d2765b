// The base of every drawing: an SVG whose text is text, whose links are links and whose colours
// come from the style sheet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "markup/html.h"

namespace milepost {

/// A place or a length across a chart: hundredths of a percent of its width.
struct Across {
  int32_t hundredths = 0;
};
constexpr Across percent(int32_t whole) {
  return {whole * 100};
}
/// `part` of `whole` equal parts; `whole` is at least 1.
constexpr Across share(int64_t part, int64_t whole) {
  return {static_cast<int32_t>(part * 10000 / whole)};
}

/// "12.5%"
std::string percent_text(Across value);

enum class Anchor : uint8_t { start, middle, end };

/// Writes one <svg> without a viewBox: across, places are percents, so that the chart is as wide as
/// the page lets it be; down, they are px, and type stays at the size of the style sheet (13 px at
/// least). Nothing has a style or a colour of its own, only classes, so that light, dark and paper
/// each draw it in their own way; every byte of data passes through HtmlWriter, so that a drawing
/// is as safe as a page, and well-formed XML when it is taken out of one.
///
/// The constructor opens the element, finish() closes it. Links and groups may not be left open.
class SvgChart {
 public:
  /// `name` ([a-z0-9-]+) is one of a kind on its page. `title` says what is drawn in a few words,
  /// `description` what it shows, for those who cannot see it.
  SvgChart(HtmlWriter& out, std::string_view name, std::string_view css_class, int32_t height,
           std::string_view title, std::string_view description);
  SvgChart(const SvgChart&) = delete;
  SvgChart& operator=(const SvgChart&) = delete;

  // `css_class` is a literal of ours in each.
  void rect(Across x, int32_t y, Across width, int32_t height, Markup css_class);
  void line(Across x1, int32_t y1, Across x2, int32_t y2, Markup css_class);
  void circle(Across x, int32_t y, int32_t radius, Markup css_class);
  /// A shape of its own size in px, its origin at the place.
  void mark(Across x, int32_t y, Markup shape);
  /// `y` is the base line; the text stands `dx` px beside `x`.
  void text(Across x, int32_t y, Anchor anchor, Markup css_class, std::string_view words,
            int32_t dx = 0);

  void begin_group(Markup css_class);
  /// What only repeats for the eye what a label says in words.
  void begin_hidden_group(Markup css_class);
  void end_group();

  /// `<a`; attributes may follow on the writer, then begin_link_content() closes the tag. What is
  /// said of the link is its label: what it holds is not read out.
  HtmlWriter& begin_link(const SitePath& from, const SitePath& to, std::string_view fragment,
                         std::string_view label);
  void begin_link_content();
  void end_link();

  void finish();

 private:
  void length(Markup name, Across value);

  HtmlWriter& out_;
};

}  // namespace milepost
