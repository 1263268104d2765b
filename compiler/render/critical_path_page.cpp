// What drives the target.
#include "render/forecast_part.h"
#include "render/ledger.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/path_steps.h"
#include "render/path_strip.h"
#include "render/plan_lead.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostExplained = 60;

}  // namespace

void write_critical_path_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const ViewSchedule& schedule = scope.view().schedule;
  say(out, scope, "path.title"_word);
  slots.finish(Slot::heading);
  write_plan_meta(out, scope);
  slots.finish(Slot::summary);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  write_path_sentence(out, scope);
  slots.finish(Slot::opening);
  write_path_part(out, scope);
  const ViewExplanation* why =
      schedule.target == kNotInPlan ? nullptr : schedule.explanation(schedule.target);
  if (why != nullptr) write_explanation(out, scope, *why, false);
  write_path_steps(out, scope);
  write_near_path(out, scope);
  write_gains_part(out, scope);
  write_forecast_part(out, scope);
  if (schedule.explanations.size() > (why != nullptr ? 1 : 0)) {
    out.put("<section class=\"part\">\n<h2>");
    say(out, scope, "overview.milestones"_word);
    out.put("</h2>\n");
    write_explanation_folds(out, scope, schedule.target, kMostExplained);
    out.put("</section>\n");
  }
  write_figure_meanings(out, scope);
  slots.finish(Slot::tables);
}

}  // namespace milepost
