// Writes when a record is, and what that rests on.
#include "render/record_when.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "compose/recent.h"
#include "render/ledger.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostMoved = 4;

bool is_bad(ViewHealth health) {
  return health == ViewHealth::at_risk || health == ViewHealth::off_track ||
         health == ViewHealth::blocked;
}

class WhenWriter {
 public:
  WhenWriter(HtmlWriter& out, const PageScope& scope, const ViewScheduleItem& item)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        schedule_(scope.view().schedule),
        item_(item),
        open_(item.state != ViewPlanState::done) {}

  void write() {
    start();
    finish();
    baseline();
    likely();
    length();
    slack();
    driver();
    if (open_) moves();
  }

 private:
  void begin(Word label) {
    out_.put("<div><dt>");
    say(out_, scope_, label);
    out_.put("</dt><dd>");
  }
  void end() { out_.put("</dd></div>\n"); }
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  void start() {
    if (!item_.start_known || item_.source == ViewLengthSource::event) return;
    // Its own fields have it, unless the plan says another day.
    const ViewFacts& facts = view_.record(item_.record).facts;
    if (facts.started == item_.start || facts.start == item_.start) return;
    begin(item_.state == ViewPlanState::waiting ? "when.start"_word : "when.started"_word);
    day(item_.start);
    end();
  }

  void finish() {
    const ViewFacts& facts = view_.record(item_.record).facts;
    if (!open_ && facts.finished == item_.finish && !struck_date(item_)) return;
    // Nobody says when it was finished: the plan only knows that it was before its as-of date.
    if (!open_ && !facts.finished && item_.finish == scope_.as_of()) return;
    begin(open_ ? "when.forecast"_word : "when.finished"_word);
    write_finish(out_, scope_, item_, DayForm::with_weekday);
    end();
  }

  // What was promised, how often that was set anew, and by what.
  void baseline() {
    const bool told = item_.rebaselines > 0 || item_.first_baseline;
    if (!told || !item_.baseline) return;
    begin("when.baseline"_word);
    day(*item_.baseline);
    out_.put("<span class=\"sub\">");
    if (item_.rebaselines > 0) {
      say_count(out_, scope_, "when.rebaselined"_word, item_.rebaselines);
      const std::vector<DateMove> moves = date_moves(view_, item_.record);
      const auto by = std::ranges::find_if(
          moves, [](const DateMove& move) { return move.by != kNoViewRecord; });
      if (by != moves.end()) {
        out_.put(" ");
        // The newest that is known.
        ViewRecordId newest = by->by;
        for (const DateMove& move : moves) newest = move.by == kNoViewRecord ? newest : move.by;
        say(out_, scope_, "when.by"_word, {[&] { write_id(out_, scope_, newest); }});
      }
    }
    if (item_.first_baseline) {
      if (item_.rebaselines > 0) out_.put(", ");
      say(out_, scope_, "when.first_baseline"_word, {[&] {
            out_.put("<s>");
            write_day(out_, scope_, *item_.first_baseline, DayForm::brief);
            out_.put("</s>");
          }});
      if (item_.slip_from_first != 0) {
        out_.put(" ");
        write_slip_days(out_, scope_, item_.slip_from_first, item_.computed);
      }
    }
    out_.put("</span>");
    end();
  }

  void likely() {
    // Work has none, and there is much of it.
    if (item_.kind == ViewPlanKind::task) return;
    const ViewForecastDates* dates = schedule_.forecast_of(item_.record);
    if (!open_ || dates == nullptr || schedule_.trials == 0 || dates->p20 == dates->p80) return;
    begin("when.likely"_word);
    say(out_, scope_, "when.likely_range"_word,
        {[&] { write_day(out_, scope_, dates->p20, DayForm::brief); },
         [&] { write_day(out_, scope_, dates->p80, DayForm::brief); }});
    end();
  }

  void length() {
    if (item_.source == ViewLengthSource::event || item_.summary || !open_) return;
    begin("when.length"_word);
    switch (item_.source) {
      case ViewLengthSource::estimate:
        if (item_.state == ViewPlanState::started) {
          say(out_, scope_, "when.left"_word, {item_.remaining, item_.length});
        } else {
          say(out_, scope_, "when.estimated"_word, {item_.length});
        }
        break;
      case ViewLengthSource::remaining:
        say(out_, scope_, "when.remaining"_word, {item_.remaining});
        break;
      case ViewLengthSource::dates:
        say(out_, scope_, "when.from_dates"_word, {item_.length});
        break;
      default:
        say(out_, scope_, "when.not_estimated"_word);
        break;
    }
    end();
  }

  // Critical is to be on the longest path; negative float is told with whose date it breaks.
  void slack() {
    if (!open_ || item_.total_float == kNoViewFloat) return;
    begin("when.float"_word);
    if (item_.critical && schedule_.target != kNotInPlan) {
      say(out_, scope_, "when.critical"_word,
          {[&] { write_titled(schedule_.target, item_.record == schedule_.target); }});
    } else {
      say(out_, scope_, "when.float_days"_word, {std::max(item_.total_float, 0)});
      if (item_.near_critical) {
        out_.put(", ");
        say(out_, scope_, "when.near"_word);
      }
    }
    const bool is_short = item_.commitment_float != kNoViewFloat && item_.commitment_float < 0;
    if (is_short && item_.bound_by != kNotInPlan && item_.bound_by != item_.record) {
      out_.put("<span class=\"sub\"><span class=\"slip\">");
      say(out_, scope_, "when.short"_word,
          {-int64_t{item_.commitment_float}, [&] { write_id(out_, scope_, item_.bound_by); }});
      out_.put("</span></span>");
    }
    end();
  }

  void write_titled(ViewRecordId id, bool itself) {
    const ViewRecord& record = view_.record(id);
    if (itself) {
      out_.data(record.title);
    } else {
      write_record_link(out_, scope_, id, record.title);
    }
  }

  void driver() {
    if (item_.driver == kNotInPlan || !open_) return;
    begin("when.driver"_word);
    write_id(out_, scope_, item_.driver);
    out_.put(" ").data(view_.record(item_.driver).title);
    const ViewScheduleItem* before = schedule_.item(item_.driver);
    if (before != nullptr && before->dated) {
      out_.put(", ");
      write_day(out_, scope_, before->finish, DayForm::brief);
    }
    end();
  }

  // What waits for it with the least room between.
  void moves() {
    const auto [first, last] =
        std::ranges::equal_range(schedule_.edges, item_.record, {}, &ViewScheduleEdge::from);
    std::vector<ViewRecordId> moved;
    int32_t least = kNoViewFloat;
    for (auto edge = first; edge != last; ++edge) {
      const ViewScheduleItem* to = schedule_.item(edge->to);
      if (to == nullptr || !to->dated || to->state == ViewPlanState::done) continue;
      if (edge->slack < least) moved.clear();
      least = std::min(least, edge->slack);
      if (edge->slack == least && (moved.empty() || moved.back() != edge->to)) {
        moved.push_back(edge->to);
      }
    }
    if (moved.empty()) return;
    begin("when.moves"_word);
    const auto list = [&] {
      for (size_t i = 0; i < std::min(moved.size(), kMostMoved); ++i) {
        if (i > 0) out_.put(", ");
        write_id(out_, scope_, moved[i]);
      }
      if (moved.size() > kMostMoved) {
        out_.put(" ");
        say_count(out_, scope_, "overview.and_more"_word, moved.size() - kMostMoved);
      }
    };
    if (least > 0) {
      say(out_, scope_, "when.free"_word, {least, list});
    } else {
      say(out_, scope_, "when.at_once"_word, {list});
    }
    end();
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  const ViewSchedule& schedule_;
  const ViewScheduleItem& item_;
  bool open_;
};

}  // namespace

void write_when(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  const ViewScheduleItem* item = scope.view().schedule.item(id);
  if (item != nullptr && item->dated) WhenWriter(out, scope, *item).write();
}

void write_computed_health(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(id);
  const ViewScheduleItem* item = view.schedule.item(id);
  if (item == nullptr || !record.is_open() || item->computed == ViewHealth::none) return;
  const bool differs = record.health != ViewHealth::none && record.health != item->computed;
  if (!is_bad(item->computed) && !(differs && is_bad(record.health))) return;
  out.put("<span>");
  say(out, scope, "when.facts"_word);
  out.put(" ");
  write_health(out, scope, item->computed);
  write_basis(out, scope);
  if (!item->reasons.empty()) {
    out.put(" <span class=\"aside\">");
    say_health_reasons(out, scope, item->reasons);
    out.put("</span>");
  }
  out.put("</span>\n");
}

}  // namespace milepost
