// Writes the critical path as a strip.
#include "render/path_strip.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/schedule_words.h"

namespace milepost {
namespace {

constexpr int64_t kWidths = 24;  // classes of the style sheet, one a working day
constexpr int64_t kPage = 1150;  // px a strip has at most
constexpr int64_t kLeast = 104;  // and a step at least

class PathStrip {
 public:
  PathStrip(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> path)
      : out_(out), scope_(scope), view_(scope.view()) {
    for (const ViewRecordId id : path) {
      const ViewScheduleItem* item = view_.schedule.item(id);
      if (item == nullptr || item->state == ViewPlanState::done) continue;
      steps_.push_back(item);
      days_.push_back(adds(*item));
      total_ += days_.back();
    }
  }

  // Working days from as-of to the end of the last step.
  int64_t total() const {
    return view_.working_time.count(view_.program.as_of, steps_.back()->finish);
  }
  // False if names ask for more room than days do, or nothing is done on some of the days.
  bool to_scale() const {
    const int64_t all = total();
    return total_ == all && std::ranges::all_of(days_, [&](int64_t days) {
             return days == 0 || (days <= kWidths && days * kPage >= kLeast * all);
           });
  }

  void write() {
    out_.put("<ol class=\"path\">\n");
    for (size_t i = 0; i < steps_.size(); ++i) step(*steps_[i], days_[i]);
    out_.put("</ol>\n");
  }

 private:
  // By how many working days the path is longer for this step: steps that overlap count once, so
  // that the widths add up to the way from as-of to the end.
  int64_t adds(const ViewScheduleItem& item) {
    const WorkingTime& time = view_.working_time;
    const int64_t until = time.count(view_.program.as_of, item.finish);
    const int64_t days = std::max<int64_t>(until - reached_, 0);
    reached_ = std::max(reached_, until);
    return is_event(item) ? 0 : days;
  }

  static bool is_event(const ViewScheduleItem& item) {
    return item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
  }

  void step(const ViewScheduleItem& item, int64_t days) {
    const ViewRecord& record = view_.record(item.record);
    if (is_event(item)) {
      out_.put("<li class=\"stone\">");
    } else {
      out_.put("<li class=\"w").number(std::clamp<int64_t>(days, 1, kWidths));
      const bool outside = item.outside || item.kind == ViewPlanKind::dependency;
      out_.put(outside ? Markup(" outside\">") : Markup("\">"));
    }
    out_.put("<b>");
    write_record_link(out_, scope_, item.record, record.title);
    out_.put("</b> <span class=\"sub\">").data(record.short_id);
    if (!record.owner_names.empty()) out_.put(", ").data(record.owner_names.front());
    out_.put("</span> <span class=\"sub\">");
    if (is_event(item)) {
      write_day(out_, scope_, item.finish, DayForm::with_weekday);
    } else {
      dates(item);
    }
    out_.put("</span> ");
    write_plan_state(out_, scope_, item.record);
    out_.put("</li>\n");
  }

  void dates(const ViewScheduleItem& item) {
    out_.put("<span class=\"nw\">");
    if (item.start == item.finish || item.kind != ViewPlanKind::task) {
      out_.text(short_day(scope_.words(), item.finish, scope_.as_of()));
    } else {
      out_.text(
          period_words(scope_.words(), {item.start, item.finish, Precision::day}, scope_.as_of()));
    }
    const bool left = item.state == ViewPlanState::started && item.remaining > 0;
    const int32_t days = left ? item.remaining : item.length;
    if (item.kind != ViewPlanKind::task || days == 0) {
      out_.put("</span>");
      return;
    }
    out_.put(",</span> <span class=\"nw\">");
    say(out_, scope_, "table.days"_word, {days});
    out_.put("</span>");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  std::vector<const ViewScheduleItem*> steps_;
  std::vector<int64_t> days_;
  int64_t total_ = 0, reached_ = 0;  // working days from as-of on
};

}  // namespace

bool has_path(const View& view) {
  if (view.schedule.target == kNotInPlan) return false;
  const auto open = std::ranges::count_if(view.schedule.critical_path, [&](ViewRecordId id) {
    const ViewScheduleItem* item = view.schedule.item(id);
    return item != nullptr && item->state != ViewPlanState::done;
  });
  return open > 1;
}

void write_path_strip(HtmlWriter& out, const PageScope& scope) {
  if (has_path(scope.view())) PathStrip(out, scope, scope.view().schedule.critical_path).write();
}

void write_path_length(HtmlWriter& out, const PageScope& scope) {
  if (!has_path(scope.view())) return;
  const PathStrip strip(out, scope, scope.view().schedule.critical_path);
  const Word word = strip.to_scale() ? "path.length"_word : "count.working_days"_word;
  say_count(out, scope, word, static_cast<uint64_t>(std::max<int64_t>(strip.total(), 0)));
}

void write_path_part(HtmlWriter& out, const PageScope& scope) {
  const View& view = scope.view();
  if (!has_path(view)) return;
  out.put("<section class=\"part\">\n<div class=\"head\"><h2>");
  say(out, scope, "path.to"_word, {[&] { out.data(view.record(view.schedule.target).title); }});
  out.put("</h2><span>");
  write_path_length(out, scope);
  out.put("</span></div>\n");
  write_path_strip(out, scope);
  out.put("</section>\n");
}

}  // namespace milepost
