// Draws the map of stakeholders.
#include "draw/stakeholder_map.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "compose/phrases.h"
#include "compose/words.h"
#include "draw/svg_chart.h"

namespace milepost {
namespace {

constexpr int32_t kTop = 26;     // below the name of the upright axis
constexpr int32_t kBelow = 46;   // the names of the columns and of their axis
constexpr int32_t kHead = 30;    // the words of a field
constexpr int32_t kName = 24;    // a name
constexpr int32_t kStep = 18;    // now and wanted, under it
constexpr int32_t kEmpty = 28;   // a row of the cross that holds nobody
constexpr size_t kLongest = 30;  // bytes of a name that fit a third of a page
constexpr size_t kMost = 40;     // names in one field

size_t index(StakeBand band) {
  return static_cast<size_t>(band);
}

// At most kLongest bytes, cut between characters.
std::string short_name(std::string_view name) {
  if (name.size() <= kLongest) return std::string(name);
  size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  const size_t space = name.rfind(' ', end);
  if (space != std::string_view::npos && space > kLongest / 2) end = space;
  return std::string(name.substr(0, end)) + "…";
}

class StakeholderDrawing {
 public:
  StakeholderDrawing(const Outline& outline, uint32_t page, const StakeholderMap& map)
      : outline_(outline), words_(outline.words), page_(page), map_(map) {
    for (const StakeholderPlace& place : map.places) {
      cell(place.influence, place.interest).push_back(&place);
    }
    step_ = map.engagement ? kName + kStep : kName;
    int32_t y = kTop;
    for (size_t row = kStakeBands; row-- > 0;) {
      size_t most = 0;
      for (const auto& places : cells_[row]) most = std::max(most, std::min(places.size(), kMost));
      const bool cross = row == index(StakeBand::medium);
      tops_[row] = y;
      heights_[row] =
          cross && most == 0
              ? kEmpty
              : (cross ? 12 : kHead + 10) + static_cast<int32_t>(std::max<size_t>(most, 1)) * step_;
      y += heights_[row];
    }
    bottom_ = y;
    const bool middle = std::ranges::any_of(map.places, [](const StakeholderPlace& place) {
      return place.interest == StakeBand::medium;
    });
    const int32_t width = middle ? 3333 : 400;
    lefts_ = {Across{0}, Across{(10000 - width) / 2}, Across{(10000 + width) / 2}, percent(100)};
  }

  Html draw() {
    if (map_.places.empty()) return {};
    SvgChart chart(out_, "stakes", "stakes", bottom_ + kBelow, words_.text("stakes.map_title"_word),
                   description());
    fields(chart);
    axes(chart);
    for (size_t row = kStakeBands; row-- > 0;) {
      for (size_t column = 0; column < kStakeBands; ++column) names(chart, row, column);
    }
    chart.finish();
    return out_.take();
  }

 private:
  using Cell = std::vector<const StakeholderPlace*>;
  Cell& cell(StakeBand influence, StakeBand interest) {
    return cells_[index(influence)][index(interest)];
  }

  Across width(size_t column) const {
    return {lefts_[column + 1].hundredths - lefts_[column].hundredths};
  }

  // The four corners; nothing for the cross between them.
  std::string_view advice(size_t row, size_t column) const {
    const size_t high = index(StakeBand::high);
    const size_t low = index(StakeBand::low);
    if (row == high && column == high) return words_.text("stakes.manage"_word);
    if (row == high && column == low) return words_.text("stakes.satisfy"_word);
    if (row == low && column == high) return words_.text("stakes.inform"_word);
    if (row == low && column == low) return words_.text("stakes.monitor"_word);
    return {};
  }

  std::string_view band(size_t band) const {
    if (band == index(StakeBand::high)) return words_.text("level.4"_word);
    return words_.text(band == index(StakeBand::low) ? "level.2"_word : "level.3"_word);
  }

  std::string description() const {
    std::string text = count_words(words_, "stakes.on_map"_word, map_.places.size());
    const size_t closely = cells_[index(StakeBand::high)][index(StakeBand::high)].size();
    return text + " " + count_words(words_, "stakes.closely"_word, closely);
  }

  // For the eye only: each name says where it stands in its label.
  void fields(SvgChart& chart) {
    chart.begin_hidden_group("fields");
    chart.rect(lefts_[1], kTop, width(1), bottom_ - kTop, "cross");
    const size_t medium = index(StakeBand::medium);
    chart.rect(percent(0), tops_[medium], percent(100), heights_[medium], "cross");
    chart.rect(percent(0), kTop, percent(100), bottom_ - kTop, "frame");
    for (size_t row = 0; row < kStakeBands; ++row) {
      for (size_t column = 0; column < kStakeBands; ++column) {
        const std::string_view words = advice(row, column);
        if (words.empty()) continue;
        // From the outer edge, so that a narrow field may reach into the cross.
        const bool right = column + 1 == kStakeBands;
        chart.text(right ? percent(100) : percent(0), tops_[row] + 22,
                   right ? Anchor::end : Anchor::start, "advice", words, right ? -12 : 12);
      }
    }
    chart.end_group();
  }

  void axes(SvgChart& chart) {
    chart.begin_hidden_group("axis");
    chart.text(percent(0), 14, Anchor::end, "name", words_.text("stakes.influence"_word), -8);
    for (size_t i = 0; i < kStakeBands; ++i) {
      chart.text(percent(0), tops_[i] + heights_[i] / 2 + 5, Anchor::end, "level", band(i), -8);
      const Across middle{(lefts_[i].hundredths + lefts_[i + 1].hundredths) / 2};
      const bool narrow = width(i).hundredths < 1000;
      if (!narrow) chart.text(middle, bottom_ + 20, Anchor::middle, "level", band(i));
    }
    chart.text(percent(50), bottom_ + 40, Anchor::middle, "name",
               words_.text("stakes.interest"_word));
    chart.end_group();
  }

  void names(SvgChart& chart, size_t row, size_t column) {
    const Cell& cell = cells_[row][column];
    const bool cross = row == index(StakeBand::medium);
    int32_t y = tops_[row] + (cross ? 6 : kHead);
    for (size_t i = 0; i < std::min(cell.size(), kMost); ++i, y += step_) {
      name(chart, *cell[i], lefts_[column], y, row, column);
    }
  }

  void name(SvgChart& chart, const StakeholderPlace& place, Across x, int32_t y, size_t row,
            size_t column) {
    const ViewRecord& record = outline_.view.record(place.record);
    const std::string step = engagement(place);
    // What one sees stands in it word for word, so that one can say it to the machine.
    const std::string seen =
        record.short_id + " " + record.title + (step.empty() ? step : " " + step);
    const std::string label =
        fill(words_.text("stakes.place"_word),
             {seen, noun(words_, std::string(band(column))), noun(words_, std::string(band(row)))});
    chart.begin_link(outline_.pages[page_].path, outline_.path_of(place.record), {}, label);
    chart.begin_link_content();
    chart.circle({x.hundredths + 80}, y + 12, 4, "dot");
    chart.text(x, y + 17, Anchor::start, "who", short_name(record.title), 22);
    chart.text(x, y + 17, Anchor::start, "code", record.short_id, 12);
    if (!step.empty()) chart.text(x, y + 34, Anchor::start, "step", step, 22);
    chart.end_link();
  }

  // "neutral → supportive"
  std::string engagement(const StakeholderPlace& place) const {
    if (place.now.empty() || place.wanted.empty() || place.now == place.wanted) {
      return noun(words_, place.now.empty() ? place.wanted : place.now);
    }
    return fill(words_.text("stakes.step"_word),
                {noun(words_, place.now), noun(words_, place.wanted)});
  }

  const Outline& outline_;
  const Words& words_;
  uint32_t page_;
  const StakeholderMap& map_;
  std::array<std::array<Cell, kStakeBands>, kStakeBands> cells_;  // by influence, interest
  std::array<int32_t, kStakeBands> tops_{}, heights_{};           // by influence
  std::array<Across, kStakeBands + 1> lefts_{};                   // by interest
  int32_t bottom_ = 0, step_ = 0;
  HtmlWriter out_;
};

}  // namespace

Html draw_stakeholder_map(const Outline& outline, uint32_t page, const StakeholderMap& map) {
  return StakeholderDrawing(outline, page, map).draw();
}

}  // namespace milepost
