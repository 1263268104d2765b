// Says what drives a plan and what it leaves open.
#include "render/plan_lead.h"

#include <algorithm>
#include <array>
#include <span>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/schedule_words.h"

namespace milepost {
namespace {

constexpr size_t kMostNamed = 40;

bool is_open_item(const View& view, const ViewScheduleItem& item) {
  return item.state != ViewPlanState::done && view.record(item.record).is_open();
}

class Gaps {
 public:
  Gaps(HtmlWriter& out, const PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()), linked_(view_.records.size()) {
    for (const ViewScheduleEdge& edge : view_.schedule.edges) {
      linked_[number(edge.from)] = linked_[number(edge.to)] = true;
    }
  }

  void write() {
    for (const ViewScheduleItem& item : view_.schedule.items) note(item);
    if (dates_.empty() && estimates_.empty() && links_.empty() && owners_.empty()) return;
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, "plan.gaps"_word);
    out_.put("</h2>\n");
    gap("plan.gap_date"_word, dates_);
    gap("plan.gap_estimate"_word, estimates_);
    gap("plan.gap_link"_word, links_);
    gap("plan.gap_owner"_word, owners_);
    out_.put("</section>\n");
  }

 private:
  void note(const ViewScheduleItem& item) {
    const bool is_task = item.kind == ViewPlanKind::task;
    const bool is_event =
        item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
    const bool counts = is_task || is_event || item.kind == ViewPlanKind::dependency;
    if (!counts || item.summary || !is_open_item(view_, item)) return;
    if (!item.dated) dates_.push_back(item.record);
    const bool guessed =
        item.source == ViewLengthSource::none || item.source == ViewLengthSource::dates;
    if (is_task && guessed) estimates_.push_back(item.record);
    if (is_task && !linked_[number(item.record)]) links_.push_back(item.record);
    if (view_.record(item.record).owners.empty()) owners_.push_back(item.record);
  }

  void gap(Word word, std::span<const ViewRecordId> ids) {
    if (ids.empty()) return;
    out_.put("<details class=\"g-out\"><summary>");
    say_count(out_, scope_, word, ids.size());
    out_.put("</summary>\n<ul class=\"g-list\">\n");
    for (const ViewRecordId id : ids.first(std::min(ids.size(), kMostNamed))) {
      out_.put("<li>");
      write_record_link(out_, scope_, id, view_.record(id).title);
      out_.put(" <span class=\"id\">").data(view_.record(id).short_id).put("</span></li>\n");
    }
    out_.put("</ul>\n");
    if (ids.size() > kMostNamed) {
      write_more(out_, scope_, ids.size() - kMostNamed, scope_.outline().breakdown_page);
    }
    out_.put("</details>\n");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  std::vector<bool> linked_;
  std::vector<ViewRecordId> dates_, estimates_, links_, owners_;
};

// How much else is near the path.
void say_near(HtmlWriter& out, const PageScope& scope) {
  const ViewSchedule& schedule = scope.view().schedule;
  uint64_t near = 0;
  for (const ViewScheduleItem& item : schedule.items) {
    if (item.near_critical && !item.critical && item.state != ViewPlanState::done) ++near;
  }
  const auto days = static_cast<uint64_t>(std::max(schedule.near_critical_days, 0));
  if (near == 0) {
    say_count(out, scope, "plan.near_none"_word, days);
    return;
  }
  const uint32_t page = scope.outline().critical_path_page;
  const bool link = page != kNoPage && page != scope.page_number();
  if (link) {
    out.put("<a");
    out.link("href", scope.path(), scope.outline().pages[page].path, "mp:near").put(">");
  }
  say_count(out, scope, "plan.near_some"_word, near, {days});
  if (link) out.put("</a>");
}

}  // namespace

std::vector<ViewRecordId> open_path(const View& view) {
  std::vector<ViewRecordId> steps;
  for (const ViewRecordId id : view.schedule.critical_path) {
    const ViewScheduleItem* item = view.schedule.item(id);
    if (item == nullptr || item->state == ViewPlanState::done) continue;
    if (id != view.schedule.target) steps.push_back(id);
  }
  return steps;
}

void write_plan_meta(HtmlWriter& out, const PageScope& scope) {
  const Date as_of = scope.as_of();
  say(out, scope, "frame.as_of"_word, {day_words(scope.words(), as_of, add_months(as_of, 12))});
  const ViewSchedule& schedule = scope.view().schedule;
  const ViewExplanation* why =
      schedule.target == kNotInPlan ? nullptr : schedule.explanation(schedule.target);
  if (why == nullptr || why->path_items == 0) return;
  out.put(" · ");
  say(out, scope, "plan.estimated"_word, {why->path_estimated, why->path_items});
}

void write_path_sentence(HtmlWriter& out, const PageScope& scope) {
  const View& view = scope.view();
  const ViewSchedule& schedule = view.schedule;
  const ViewScheduleItem* target =
      schedule.target == kNotInPlan ? nullptr : schedule.item(schedule.target);
  out.put("<p class=\"lead g-lead\">");
  if (target == nullptr || !target->dated) {
    say(out, scope, "plan.no_target"_word);
    out.put("</p>\n");
    return;
  }
  const auto title = [&] {
    out.put("<b class=\"st ").put(plan_state_class(view, target->record)).put("\">");
    write_record_link(out, scope, target->record, view.record(target->record).title);
  };
  const auto day = [&] {
    write_day(out, scope, target->finish, DayForm::with_weekday);
    out.put("</b>");
  };
  const std::vector<ViewRecordId> steps = open_path(view);
  if (target->state == ViewPlanState::done) {
    say(out, scope, "plan.target_met"_word, {title, day});
  } else if (steps.empty()) {
    say(out, scope, "plan.driven_by_nothing"_word, {title, day});
  } else {
    say(out, scope, "plan.driven"_word, {title, day, [&] { say_chain(out, scope, steps); }});
    out.put(" ");
    say_near(out, scope);
  }
  const ViewExplanation* why = schedule.explanation(schedule.target);
  if (why != nullptr && why->path_items > 0 && why->path_estimated == 0) {
    out.put(" ");
    say(out, scope, "plan.unestimated"_word);
  }
  out.put("</p>\n");
}

void write_plan_gaps(HtmlWriter& out, const PageScope& scope) {
  Gaps(out, scope).write();
}

}  // namespace milepost
