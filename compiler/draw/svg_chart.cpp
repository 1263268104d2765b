// Writes SVG.
#include "draw/svg_chart.h"

#include <string>

namespace milepost {
std::string percent_text(Across value) {
  const int32_t whole = value.hundredths / 100;
  const int32_t rest = value.hundredths < 0 ? -(value.hundredths % 100) : value.hundredths % 100;
  std::string text = std::to_string(whole);
  if (value.hundredths < 0 && whole == 0) text.insert(0, "-");
  if (rest != 0) {
    text += rest < 10 ? ".0" : ".";
    text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  }
  return text + "%";
}

// It is a group and not an image: what stands inside an image cannot be reached as links.
SvgChart::SvgChart(HtmlWriter& out, std::string_view name, std::string_view css_class,
                   int32_t height, std::string_view title, std::string_view description)
    : out_(out) {
  const std::string id(name);
  out_.put("<svg xmlns=\"http://www.w3.org/2000/svg\"");
  out_.attribute("class", "chart " + std::string(css_class));
  out_.put(" width=\"100%\"").attribute("height", height);
  out_.put(" role=\"group\"").attribute("aria-labelledby", "mp:" + id + "-title");
  out_.attribute("aria-describedby", "mp:" + id + "-desc").put(">\n<title");
  out_.attribute("id", "mp:" + id + "-title").put(">").text(title).put("</title>\n<desc");
  out_.attribute("id", "mp:" + id + "-desc").put(">").text(description).put("</desc>\n");
}

void SvgChart::length(Markup name, Across value) {
  out_.attribute(name, percent_text(value));
}

void SvgChart::rect(Across x, int32_t y, Across width, int32_t height, Markup css_class) {
  out_.put("<rect");
  length("x", x);
  out_.attribute("y", y);
  length("width", width);
  out_.attribute("height", height).attribute("class", css_class.view()).put("/>");
}

void SvgChart::line(Across x1, int32_t y1, Across x2, int32_t y2, Markup css_class) {
  out_.put("<line");
  length("x1", x1);
  out_.attribute("y1", y1);
  length("x2", x2);
  out_.attribute("y2", y2).attribute("class", css_class.view()).put("/>");
}

void SvgChart::circle(Across x, int32_t y, int32_t radius, Markup css_class) {
  out_.put("<circle");
  length("cx", x);
  out_.attribute("cy", y).attribute("r", radius).attribute("class", css_class.view()).put("/>");
}

void SvgChart::mark(Across x, int32_t y, Markup shape) {
  out_.put("<svg");
  length("x", x);
  out_.attribute("y", y).put(" overflow=\"visible\">").put(shape).put("</svg>\n");
}

void SvgChart::text(Across x, int32_t y, Anchor anchor, Markup css_class, std::string_view words,
                    int32_t dx) {
  out_.put("<text");
  length("x", x);
  out_.attribute("y", y);
  if (dx != 0) out_.attribute("dx", dx);
  if (anchor == Anchor::middle) out_.put(" text-anchor=\"middle\"");
  if (anchor == Anchor::end) out_.put(" text-anchor=\"end\"");
  // Not data(): <bdi> is HTML; SVG orders the letters of a <text> by themselves.
  out_.attribute("class", css_class.view()).put(">").text(words).put("</text>\n");
}

void SvgChart::begin_group(Markup css_class) {
  out_.put("<g").attribute("class", css_class.view()).put(">\n");
}

void SvgChart::begin_hidden_group(Markup css_class) {
  out_.put("<g").attribute("class", css_class.view()).put(" aria-hidden=\"true\">\n");
}

void SvgChart::end_group() {
  out_.put("</g>\n");
}

HtmlWriter& SvgChart::begin_link(const SitePath& from, const SitePath& to,
                                 std::string_view fragment, std::string_view label) {
  return out_.put("<a").link("href", from, to, fragment).attribute("aria-label", label);
}

void SvgChart::begin_link_content() {
  out_.put(">");
}

void SvgChart::end_link() {
  out_.put("</a>\n");
}

void SvgChart::finish() {
  out_.put("</svg>\n");
}

}  // namespace milepost
