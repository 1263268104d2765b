// Puts the facts of a period in the order of a status report.
#include "render/update.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compose/period.h"
#include "compose/phrases.h"
#include "render/update_head.h"
#include "render/update_items.h"

namespace milepost {
namespace {

// A report is read in a minute: what is beyond is counted.
constexpr size_t kMostDone = 12, kMostWork = 10, kMostChanged = 8, kMostRisks = 5, kMostIssues = 5,
                 kMostMetrics = 6, kMostBlockers = 6, kMostNext = 8, kMostAsks = 8;

// Open blockers on a day; nothing if some blocker does not say since or until when.
std::optional<uint64_t> blockers_on(const View& view, Date day) {
  uint64_t count = 0;
  for (const ViewRecord& record : view.records) {
    if (!view.kind_of(record).is("blocker")) continue;
    if (!record.facts.raised) return std::nullopt;
    if (*record.facts.raised > day) continue;
    if (!record.is_open() && !record.facts.finished) return std::nullopt;
    if (record.is_open() || *record.facts.finished > day) ++count;
  }
  return count;
}

class PeriodUpdate {
 public:
  PeriodUpdate(const Outline& outline, const PeriodFacts& period)
      : outline_(outline),
        view_(outline.view),
        words_(outline.words),
        period_(period),
        items_(outline) {}

  Update make_sent(ViewRecordId report, const ViewField& as_sent) {
    made_ = update_head(outline_, period_, report, items_);
    made_.overall.clear();
    made_.state_words.clear();
    made_.verdict.clear();
    read_sent_facts(view_, as_sent, made_);
    return std::move(made_);
  }

  Update make(ViewRecordId report) {
    made_ = update_head(outline_, period_, report, items_);
    completed();
    if (period_.now) {
      list("in_progress", "update.in_progress"_word, tasks(), kMostWork,
           [&](ViewRecordId id) { return items_.work(id); });
    }
    changed();
    if (!period_.now) {
      made_.note = text("update.dates_only"_word);
      return std::move(made_);
    }
    list("risks", "update.risks"_word, period_.risks, kMostRisks,
         [&](ViewRecordId id) { return items_.risk(id); });
    if (!made_.sections.empty() && made_.sections.back().name == "risks") {
      made_.sections.back().numbered = true;
    }
    list("issues", "update.issues"_word, period_.issues, kMostIssues,
         [&](ViewRecordId id) { return items_.issue(id); });
    metrics();
    list("blockers", "update.blockers"_word, period_.blockers, kMostBlockers,
         [&](ViewRecordId id) { return items_.blocker(id); });
    list("next", "update.next"_word, goals(), kMostNext,
         [&](ViewRecordId id) { return items_.upcoming(id); });
    asks();
    if (!view_.program.insider) made_.note = text("update.from_published"_word);
    return std::move(made_);
  }

 private:
  std::string text(Word word) const { return std::string(words_.text(word)); }
  std::string day(Date date) const { return items_.day(date); }

  UpdateSection& section(std::string name, Word title) {
    made_.sections.push_back({});
    made_.sections.back().name = std::move(name);
    made_.sections.back().title = text(title);
    return made_.sections.back();
  }

  // What others deliver is work of theirs.
  std::vector<ViewRecordId> tasks() const {
    std::vector<ViewRecordId> ids = period_.in_progress;
    std::erase_if(
        ids, [&](ViewRecordId id) { return view_.kind_of(view_.record(id)).is("dependency"); });
    return ids;
  }

  // A milestone more than what the target waits for, that more than other work.
  int weight(ViewRecordId id) const {
    const ViewKind& kind = view_.kind_of(view_.record(id));
    if (kind.is("milestone") || kind.is("release")) return 0;
    const ViewScheduleItem* item = view_.schedule.item(id);
    if (item != nullptr && item->critical) return 1;
    return kind.is_work ? 2 : 3;
  }

  // What comes that matters most, in order of time.
  std::vector<ViewRecordId> goals() {
    std::vector<ViewRecordId> ids = period_.upcoming;
    std::vector<ViewRecordId> chosen = ids;
    std::ranges::stable_sort(chosen, {}, [&](ViewRecordId id) { return weight(id); });
    chosen.resize(std::min(chosen.size(), kMostNext));
    const auto is_chosen = [&](ViewRecordId id) {
      return std::ranges::find(chosen, id) != chosen.end();
    };
    std::ranges::stable_partition(ids, is_chosen);
    return ids;
  }

  template <typename Make>
  void list(std::string name, Word title, const std::vector<ViewRecordId>& ids, size_t most,
            Make make) {
    if (ids.empty()) return;
    UpdateSection& made = section(std::move(name), title);
    const size_t shown = std::min(ids.size(), most);
    for (size_t i = 0; i < shown; ++i) made.items.push_back(make(ids[i]));
    made.more = ids.size() - shown;
  }

  void entries(UpdateSection& made, const std::vector<ChangeEntry>& changes, size_t most) {
    const size_t shown = std::min(changes.size(), most);
    for (size_t i = 0; i < shown; ++i) made.items.push_back(items_.change(changes[i]));
    made.more = changes.size() - shown;
  }

  void completed() {
    UpdateSection& made = section("completed", "update.completed"_word);
    entries(made, period_.completed, kMostDone);
    if (made.items.empty()) {
      made.paragraphs.push_back({{text("update.nothing_done"_word), kNoViewRecord}});
    }
  }

  void changed() {
    const bool since = period_.now && !outline_.since.consequences.items.empty();
    if (period_.changed.empty() && !since) return;
    UpdateSection& made = section("changes", "update.changes"_word);
    if (since) made.paragraphs.push_back(items_.since());
    entries(made, period_.changed, kMostChanged);
  }

  void metrics() {
    const bool counted = view_.program.shows.metrics;
    if (period_.metrics.empty() && !counted) return;
    UpdateSection& made = section("metrics", "update.metrics"_word);
    for (size_t i = 0; i < std::min(period_.metrics.size(), kMostMetrics); ++i) {
      made.items.push_back(items_.metric(period_.metrics[i], period_.from));
    }
    made.more = period_.metrics.size() - std::min(period_.metrics.size(), kMostMetrics);
    if (!counted) return;
    const uint64_t now = period_.blockers.size();
    std::string words = count_words(words_, "update.blockers_open"_word, now);
    if (const std::optional<uint64_t> before = blockers_on(view_, period_.from)) {
      const Word word = now < *before   ? "update.blockers_less"_word
                        : now > *before ? "update.blockers_more"_word
                                        : "update.blockers_same"_word;
      words += fill(words_.text(word), {std::to_string(*before), day(period_.from)});
    }
    made.items.push_back({{{std::move(words), kNoViewRecord}}, {}});
  }

  void asks() {
    UpdateSection& made = section("asks", "update.asks"_word);
    const size_t shown = std::min(period_.asks.size(), kMostAsks);
    for (size_t i = 0; i < shown; ++i) made.items.push_back(items_.ask(period_.asks[i]));
    made.more = period_.asks.size() - shown;
    if (made.items.empty()) {
      made.paragraphs.push_back({{text("update.nothing_asked"_word), kNoViewRecord}});
    }
  }

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  const PeriodFacts& period_;
  UpdateItems items_;
  Update made_;
};

}  // namespace

Update period_update(const Outline& outline, const PeriodFacts& period, ViewRecordId report) {
  return PeriodUpdate(outline, period).make(report);
}

Update update_of(const Outline& outline, const PeriodFacts& period, ViewRecordId report) {
  const ViewField* kept =
      report == kNoViewRecord ? nullptr : facts_as_sent(outline.view, outline.view.record(report));
  if (kept != nullptr) return PeriodUpdate(outline, period).make_sent(report, *kept);
  const std::vector<ViewStatusPage>& pages = outline.view.status_pages;
  const auto page = std::ranges::find(pages, outline.view.program.audience, &ViewStatusPage::key);
  if (period.now && page != pages.end()) {
    return audience_update(outline, period, static_cast<uint32_t>(page - pages.begin()));
  }
  return period_update(outline, period, report);
}

std::string_view mark_of(std::string_view section) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> marks = {
      {{"overall", "🎯"},
       {"completed", "✅"},
       {"in_progress", "🚧"},
       {"risks", "🚨"},
       {"issues", "🔥"},
       {"blockers", "⛔"},
       {"metrics", "📊"},
       {"next", "🎯"},
       {"asks", "❓"}}};
  const auto at =
      std::ranges::find(marks, section, &std::pair<std::string_view, std::string_view>::first);
  return at == marks.end() ? std::string_view() : at->second;
}

std::string_view mark_of(ViewHealth state) {
  switch (state) {
    case ViewHealth::on_track:
      return "🟢";
    case ViewHealth::at_risk:
      return "🟡";
    case ViewHealth::off_track:
    case ViewHealth::blocked:
      return "🔴";
    case ViewHealth::complete:
      return "🔵";
    case ViewHealth::not_started:
      return "⚪";
    default:
      return {};
  }
}

std::optional<std::string> address_of(const Outline& outline, ViewRecordId record) {
  const std::optional<BaseUrl>& base = outline.view.program.base_url;
  if (!base || record == kNoViewRecord) return std::nullopt;
  return base->of(outline.path_of(record));
}

}  // namespace milepost
