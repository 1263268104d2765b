// Writes slips.
#include "render/slip.h"

#include "render/say.h"

namespace milepost {

void write_slip_days(HtmlWriter& out, const PageScope& scope, int64_t days, ViewHealth health) {
  if (days == 0) return;
  if (days < 0) {
    out.put("<span class=\"slip ok\">");
  } else if (health == ViewHealth::off_track || health == ViewHealth::blocked) {
    out.put("<span class=\"slip\">");
  } else if (health == ViewHealth::at_risk) {
    out.put("<span class=\"slip risk\">");
  } else {
    out.put("<span class=\"slip calm\">");
  }
  say(out, scope, days < 0 ? "overview.days_less"_word : "overview.days"_word,
      {days < 0 ? -days : days});
  out.put("</span>");
}

std::optional<Date> struck_date(const ViewScheduleItem& item) {
  return item.slip == 0 ? std::nullopt : item.baseline;
}

void write_finish(HtmlWriter& out, const PageScope& scope, const ViewScheduleItem& item,
                  DayForm form) {
  const std::optional<Date> struck = struck_date(item);
  if (!struck) {
    write_day(out, scope, item.finish, form);
    return;
  }
  out.put("<s>");
  write_day(out, scope, *struck, DayForm::brief);
  out.put("</s> <b>");
  write_day(out, scope, item.finish, form);
  out.put("</b> ");
  write_slip_days(out, scope, item.slip, item.computed);
}

}  // namespace milepost
