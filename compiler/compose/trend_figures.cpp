// Picks figures out of a history and says what they show.
#include "compose/trend_figures.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compare/past.h"
#include "compose/phrases.h"

namespace milepost {
namespace {

using Count = uint32_t TrendPoint::*;

class Figures {
 public:
  Figures(const Outline& outline, const History& history)
      : outline_(outline), history_(history), words_(outline.words) {
    for (uint32_t i = 0; i < history.editions.size(); ++i) all_.push_back(i);
  }

  std::vector<TrendFigure> make() {
    const ViewShows& shows = outline_.view.program.shows;
    if (shows.metrics) {
      work();
      days_left();
    }
    if (shows.scores) exposure();
    if (shows.metrics) blockers();
    if (shows.verdict) readiness();
    path();
    return std::move(figures_);
  }

 private:
  std::string text(Word word) const { return std::string(words_.text(word)); }
  std::string day(uint32_t edition) const {
    return day_words(words_, history_.editions[edition].date, outline_.view.program.as_of);
  }
  static std::string digits(int64_t value) { return std::to_string(value); }

  std::vector<int64_t> values(Count count) const {
    std::vector<int64_t> values;
    for (const TrendPoint& point : history_.trends) values.push_back(point.*count);
    return values;
  }

  static bool ever(const TrendFigure& figure) {
    return std::ranges::any_of(figure.lines, [](const TrendLine& line) {
      return std::ranges::any_of(line.values, [](int64_t value) { return value != 0; });
    });
  }

  void keep(TrendFigure figure) {
    if (figure.editions.empty()) figure.editions = all_;
    if (ever(figure)) figures_.push_back(std::move(figure));
  }

  // The line of all work is above that of the finished work; what is between them is open.
  void work() {
    TrendFigure figure{TrendName::work, {}, text("trends.work"_word), {}, {}, {}};
    const std::vector<int64_t> done = values(&TrendPoint::work_done);
    std::vector<int64_t> scope = values(&TrendPoint::work_open);
    for (size_t i = 0; i < scope.size(); ++i) scope[i] += done[i];
    figure.said = fill(words_.text("trends.work_said"_word),
                       {digits(done.back()), digits(scope.back()), digits(done.front()),
                        digits(scope.front()), day(0)});
    figure.lines = {{text("trends.done"_word), done}, {text("trends.all"_word), std::move(scope)}};
    keep(std::move(figure));
  }

  void days_left() {
    TrendFigure figure{TrendName::days_left, {}, text("trends.days_left"_word), {}, {}, {}};
    std::vector<int64_t> days = values(&TrendPoint::days_left);
    figure.said = fill(words_.text("trends.days_left_said"_word),
                       {digits(days.back()), digits(days.front()), day(0)});
    figure.lines = {{text("trends.days"_word), std::move(days)}};
    keep(std::move(figure));
  }

  // The latest of the highest.
  static size_t peak(const std::vector<int64_t>& values) {
    size_t at = 0;
    for (size_t i = 0; i < values.size(); ++i) at = values[i] >= values[at] ? i : at;
    return at;
  }

  void exposure() {
    TrendFigure figure{TrendName::exposure, {}, text("trends.exposure"_word), {}, {}, {}};
    std::vector<int64_t> exposure = values(&TrendPoint::risk_exposure);
    const size_t highest = peak(exposure);
    const Word word =
        highest + 1 == exposure.size() ? "trends.exposure_now"_word : "trends.exposure_said"_word;
    figure.said =
        fill(words_.text(word), {digits(exposure.back()), digits(history_.trends.back().risks_open),
                                 digits(history_.trends.back().risks_high),
                                 digits(exposure[highest]), day(static_cast<uint32_t>(highest))});
    figure.lines = {{text("trends.score"_word), std::move(exposure)},
                    {text("trends.high"_word), values(&TrendPoint::risks_high)}};
    keep(std::move(figure));
  }

  void blockers() {
    TrendFigure figure{TrendName::blockers, {}, text("trends.blockers"_word), {}, {}, {}};
    std::vector<int64_t> open = values(&TrendPoint::blockers_open);
    std::vector<int64_t> issues = values(&TrendPoint::issues_open);
    const size_t highest = peak(open);
    figure.said = fill(words_.text("trends.blockers_said"_word),
                       {digits(open.back()), digits(issues.back()), digits(open[highest]),
                        day(static_cast<uint32_t>(highest))});
    figure.lines = {{text("trends.open_blockers"_word), std::move(open)},
                    {text("trends.open_issues"_word), std::move(issues)}};
    keep(std::move(figure));
  }

  // One for each release that is open now and was there in two versions.
  void readiness() {
    for (const ViewReadiness& ready : outline_.view.readiness) {
      const ViewRecord& record = outline_.view.record(ready.record);
      if (!ready.release || !record.is_open()) continue;
      TrendFigure figure{TrendName::readiness, ready.record, record.title, {}, {}, {}};
      TrendLine passed{text("trends.passed"_word), {}}, required{text("trends.required"_word), {}};
      for (const uint32_t edition : all_) {
        const std::vector<ReadinessPoint>& releases = history_.trends[edition].releases;
        const auto at = std::ranges::lower_bound(releases, record.id, {}, &ReadinessPoint::id);
        if (at == releases.end() || at->id != record.id) continue;
        figure.editions.push_back(edition);
        passed.values.push_back(at->passed + at->waived);
        required.values.push_back(at->required);
      }
      if (figure.editions.size() < 2) continue;
      figure.said = fill(words_.text("trends.readiness_said"_word),
                         {digits(passed.values.back()), digits(required.values.back()),
                          digits(passed.values.front()), digits(required.values.front()),
                          day(figure.editions.front())});
      figure.lines = {std::move(passed), std::move(required)};
      keep(std::move(figure));
    }
  }

  void path() {
    TrendFigure figure{TrendName::path, {}, text("trends.path"_word), {}, {}, {}};
    TrendLine stable{text("trends.stable"_word), {}};
    std::optional<uint32_t> changed;
    size_t changes = 0;
    for (const uint32_t edition : all_) {
      const TrendPoint& point = history_.trends[edition];
      if (!point.path.empty()) figure.editions.push_back(edition);
      if (point.path.empty()) continue;
      stable.values.push_back(point.path_stability / 10);
      if (figure.editions.size() < 2 || point.path_stability == 1000) continue;
      changed = edition;
      ++changes;
    }
    if (figure.editions.size() < 2) return;
    figure.said =
        changed ? fill(words_.text("trends.path_said"_word),
                       {digits(static_cast<int64_t>(changes)),
                        digits(static_cast<int64_t>(figure.editions.size() - 1)), day(*changed)})
                : text("trends.path_same"_word);
    figure.lines = {std::move(stable)};
    keep(std::move(figure));
  }

  const Outline& outline_;
  const History& history_;
  const Words& words_;
  std::vector<uint32_t> all_;
  std::vector<TrendFigure> figures_;
};

const History* history_of(const Outline& outline) {
  if (outline.past == nullptr || outline.past->history.editions.size() < 2) return nullptr;
  return &outline.past->history;
}

// The milestones whose lines are drawn, most wanted first.
std::vector<ViewRecordId> shown_milestones(const View& view) {
  std::vector<const ViewScheduleItem*> items;
  const ViewRecordId target = view.schedule.target;
  for (const ViewScheduleItem& item : view.schedule.items) {
    const bool wanted = item.kind == ViewPlanKind::milestone || item.record == target;
    if (item.dated && wanted && view.record(item.record).phase != ViewPhase::dropped) {
      items.push_back(&item);
    }
  }
  const auto rank = [&](const ViewScheduleItem* item) {
    if (item->record == target) return 0;
    return item->state == ViewPlanState::done ? 2 : 1;
  };
  std::ranges::stable_sort(items, [&](const ViewScheduleItem* a, const ViewScheduleItem* b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return rank(a) == 2 ? b->finish < a->finish : a->finish < b->finish;
  });
  std::vector<ViewRecordId> shown;
  for (const ViewScheduleItem* item : items) {
    if (shown.size() < kMostSlipLines) shown.push_back(item->record);
  }
  return shown;
}

}  // namespace

std::vector<TrendFigure> trend_figures(const Outline& outline) {
  const History* history = history_of(outline);
  return history == nullptr ? std::vector<TrendFigure>() : Figures(outline, *history).make();
}

SlipFigure slip_figure(const Outline& outline) {
  SlipFigure figure;
  const History* history = history_of(outline);
  if (history == nullptr) return figure;
  const View& view = outline.view;
  for (const ViewRecordId id : shown_milestones(view)) {
    figure.lines.push_back({id, id == view.schedule.target, {}});
  }
  std::unordered_map<std::string_view, SlipLine*> lines;
  for (SlipLine& line : figure.lines) lines.emplace(view.record(line.record).id, &line);
  for (uint32_t edition = 0; edition < history->editions.size(); ++edition) {
    for (const MilestonePoint& point : history->trends[edition].milestones) {
      const auto at = lines.find(point.id);
      if (at == lines.end()) continue;
      std::vector<SlipLine::Point>& points = at->second->points;
      // A milestone may be taken back; what stands then is the last of it.
      if (point.met && !points.empty() && points.back().met) continue;
      points.push_back({edition, point.finish, point.met});
    }
  }
  std::erase_if(figure.lines, [](const SlipLine& line) { return line.points.empty(); });
  if (figure.lines.empty()) return figure;
  const auto last = [](const SlipLine& line) { return line.points.back().finish; };
  std::ranges::stable_sort(figure.lines, [&](const SlipLine& a, const SlipLine& b) {
    return a.target != b.target ? a.target : last(a) < last(b);
  });
  const SlipLine& first = figure.lines.front();
  const Date was = first.points.front().finish, now = last(first);
  const Date as_of = view.program.as_of;
  const Word word = was == now ? "trends.slip_same"_word : "trends.slip_said"_word;
  figure.said =
      fill(outline.words.text(word),
           {view.record(first.record).title, day_words(outline.words, now, as_of),
            day_words(outline.words, was, as_of),
            day_words(outline.words, history->editions[first.points.front().edition].date, as_of)});
  return figure;
}

std::string edition_words(const Outline& outline, uint32_t edition) {
  const ViewEdition& made = outline.past->history.editions[edition];
  std::string words = short_day(outline.words, made.date, outline.view.program.as_of);
  if (!made.title.empty()) words += ", " + made.title;
  return words;
}

}  // namespace milepost
