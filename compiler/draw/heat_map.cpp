// Draws the heat map.
#include "draw/heat_map.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "compose/risk_grid.h"
#include "compose/words.h"
#include "draw/svg_chart.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr int32_t kTop = 26;         // below the name of the upright axis
constexpr int32_t kRow = 52;         // the height of a cell
constexpr int32_t kBelow = 46;       // the names of the columns and of their axis
constexpr size_t kMostIds = 2;       // that a cell names
constexpr size_t kMostNamed = 12;    // that its label names
constexpr size_t kShortLine = 8;     // bytes that fit a cell of a page of any width
constexpr size_t kLongestLine = 13;  // that fit one of a wide page
constexpr int32_t kAxis = 66;        // px at the left that every page has for the upright axis

Markup fill_class(uint8_t band) {
  switch (band) {
    case 1:
      return "h1";
    case 2:
      return "h2";
    case 3:
      return "h3";
    default:
      return "h4";
  }
}

class HeatMap {
 public:
  HeatMap(const Outline& outline, uint32_t page, ViewKindId kind)
      : outline_(outline),
        page_(page),
        kind_(outline.view.kind(kind)),
        grid_(make_risk_grid(outline, kind)),
        scale_(outline.view.program.risk_scale),
        table_("mp:" + slug(kind_.plural)) {}

  Html draw() {
    if (grid_.placed == 0) return {};
    const Words& words = outline_.words;
    const int32_t height = kTop + grid_.levels() * kRow + kBelow;
    const std::string title = fill(words.text("raid.map_title"_word), {kind_.plural_label});
    SvgChart chart(out_, "heat", "heat", height, title, description());
    axes(chart);
    // Hairlines of the low band lie over the gaps of the others.
    for (const bool low : {false, true}) {
      for (uint8_t likelihood = grid_.last_level; likelihood >= grid_.first_level; --likelihood) {
        for (uint8_t impact = grid_.first_level; impact <= grid_.last_level; ++impact) {
          const uint8_t band = band_of_cell(scale_, likelihood, impact);
          if ((band == 1) == low) {
            chart.rect(left(impact), top(likelihood), share(1, grid_.levels()), kRow,
                       fill_class(band));
          }
        }
      }
    }
    out_.put("\n");
    contour(chart);
    for (uint8_t likelihood = grid_.last_level; likelihood >= grid_.first_level; --likelihood) {
      for (uint8_t impact = grid_.first_level; impact <= grid_.last_level; ++impact) {
        if (!grid_.at(likelihood, impact).empty()) cell(chart, likelihood, impact);
      }
    }
    chart.finish();
    return out_.take();
  }

 private:
  Across left(int impact) const { return share(impact - grid_.first_level, grid_.levels()); }
  int32_t top(int likelihood) const { return kTop + (grid_.last_level - likelihood) * kRow; }
  std::string level(uint8_t number) const {
    return std::string(level_word(outline_.words, number));
  }

  std::string description() const {
    const Words& words = outline_.words;
    size_t high = 0;
    for (uint8_t likelihood = 1; likelihood <= 5; ++likelihood) {
      for (uint8_t impact = 1; impact <= 5; ++impact) {
        if (likelihood * impact >= scale_.high) high += grid_.at(likelihood, impact).size();
      }
    }
    return fill(words.text("raid.map_description"_word),
                {count_words(words, kind_, grid_.placed), std::to_string(high),
                 std::to_string(scale_.high)});
  }

  // For the eye only: each cell says its levels in its label.
  void axes(SvgChart& chart) {
    const Words& words = outline_.words;
    chart.begin_hidden_group("axis");
    chart.text(percent(0), 14, Anchor::start, "name", words.text("raid.likelihood"_word), -kAxis);
    for (uint8_t i = grid_.last_level; i >= grid_.first_level; --i) {
      chart.text(percent(0), top(i) + kRow / 2 + 5, Anchor::end, "level", level(i), -8);
    }
    const int32_t bottom = kTop + grid_.levels() * kRow;
    for (uint8_t i = grid_.first_level; i <= grid_.last_level; ++i) {
      chart.text(share(2 * (i - grid_.first_level) + 1, 2 * grid_.levels()), bottom + 20,
                 Anchor::middle, "level", level(i));
    }
    chart.text(percent(50), bottom + 40, Anchor::middle, "name", words.text("raid.impact"_word));
    chart.end_group();
  }

  bool is_high(int likelihood, int impact) const { return likelihood * impact >= scale_.high; }

  // The ink line around all cells from `high` on, so that a band needs no colour.
  void contour(SvgChart& chart) {
    chart.begin_hidden_group("contour-line");
    for (int impact = grid_.first_level + 1; impact <= grid_.last_level; ++impact) {
      for (int i = grid_.last_level; i >= grid_.first_level; --i) {
        if (is_high(i, impact) == is_high(i, impact - 1)) continue;
        const int from = i;
        while (i > grid_.first_level && is_high(i - 1, impact) != is_high(i - 1, impact - 1)) --i;
        chart.line(left(impact), top(from), left(impact), top(i) + kRow, "edge");
      }
    }
    for (int likelihood = grid_.last_level; likelihood > grid_.first_level; --likelihood) {
      for (int i = grid_.first_level; i <= grid_.last_level; ++i) {
        if (is_high(likelihood, i) == is_high(likelihood - 1, i)) continue;
        const int from = i;
        while (i < grid_.last_level && is_high(likelihood, i + 1) != is_high(likelihood - 1, i + 1))
          ++i;
        chart.line(left(from), top(likelihood - 1), left(i + 1), top(likelihood - 1), "edge");
      }
    }
    chart.end_group();
  }

  std::string label(uint8_t likelihood, uint8_t impact) const {
    const Words& words = outline_.words;
    const std::vector<ViewRecordId>& ids = grid_.at(likelihood, impact);
    std::string names;
    for (size_t i = 0; i < std::min(ids.size(), kMostNamed); ++i) {
      // What stands in the cell has to stand in its name, word for word: "R-007, R-016 +1: R-017".
      if (i == kMostIds) {
        names += " +" + std::to_string(ids.size() - kMostIds) + ": ";
      } else if (i > 0) {
        names += ", ";
      }
      names += outline_.view.record(ids[i]).short_id;
    }
    if (ids.size() > kMostNamed) {
      names += ", " + count_words(words, "list.more"_word, ids.size() - kMostNamed);
    }
    return fill(words.text("raid.map_cell"_word),
                {noun(words, level(likelihood)), noun(words, level(impact)),
                 count_words(words, kind_, ids.size()), names});
  }

  void cell(SvgChart& chart, uint8_t likelihood, uint8_t impact) {
    const Words& words = outline_.words;
    const std::vector<ViewRecordId>& ids = grid_.at(likelihood, impact);
    const SitePath& path = outline_.pages[page_].path;
    HtmlWriter& link = chart.begin_link(path, path, table_, label(likelihood, impact));
    link.attribute("data-filter-table", table_);
    link.attribute("data-filter", "likelihood=" + std::to_string(likelihood) +
                                      "&impact=" + std::to_string(impact));
    link.attribute("data-filter-label",
                   fill(words.text("raid.map_filter"_word),
                        {noun(words, level(likelihood)), noun(words, level(impact))}));
    chart.begin_link_content();
    const Across x = left(impact);
    const Across width = share(1, grid_.levels());
    const int32_t y = top(likelihood);
    // The ring of a chosen cell, ink outside and paper inside; it also makes all of the cell the
    // link.
    chart.rect(x, y, width, kRow, "ring");
    chart.rect(x, y, width, kRow, "ring-in");
    std::vector<std::string> lines;
    size_t longest = 0;
    for (size_t i = 0; i < std::min(ids.size(), kMostIds); ++i) {
      lines.push_back(outline_.view.record(ids[i]).short_id);
      if (i + 1 == kMostIds && ids.size() > kMostIds) {
        lines.back() += " +" + std::to_string(ids.size() - kMostIds);
      }
      longest = std::max(longest, lines.back().size());
    }
    if (longest <= kLongestLine) {
      chart.begin_hidden_group(longest <= kShortLine ? Markup("ids") : Markup("ids long"));
      for (size_t i = 0; i < lines.size(); ++i) {
        chart.text(x, y + 21 + static_cast<int32_t>(i) * 19, Anchor::start, "id-in", lines[i], 9);
      }
      chart.end_group();
    }
    // What a narrow screen shows in their place.
    const Across middle = share(2 * (impact - grid_.first_level) + 1, 2 * grid_.levels());
    chart.text(middle, y + kRow / 2 + 5, Anchor::middle,
               longest <= kLongestLine ? Markup("n") : Markup("n always"),
               std::to_string(ids.size()));
    chart.end_link();
  }

  const Outline& outline_;
  uint32_t page_;
  const ViewKind& kind_;
  RiskGrid grid_;
  ViewRiskScale scale_;
  std::string table_;
  HtmlWriter out_;
};

}  // namespace

Html draw_heat_map(const Outline& outline, uint32_t page, ViewKindId kind) {
  if (!outline.view.program.shows.scores) return {};
  return HeatMap(outline, page, kind).draw();
}

}  // namespace milepost
