// Chooses what stands above a table, and the pieces that several logs share.
#include "render/log_leads.h"

#include <string>

#include "compose/raid.h"
#include "compose/response_clock.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/say.h"

namespace milepost {

void write_kind_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind_id) {
  const ViewKind& kind = scope.view().kind(kind_id);
  if (is_raid_kind(kind)) return write_raid_lead(out, scope, kind_id);
  if (kind.is("blocker")) return write_blocker_lead(out, scope, kind_id);
  if (kind.is("escalation")) return write_escalation_lead(out, scope, kind_id);
  if (kind.is("change")) return write_change_lead(out, scope, kind_id);
  if (kind.is("incident")) return write_incident_lead(out, scope, kind_id);
  if (kind.is("release")) return write_release_lead(out, scope, kind_id);
}

void say_minutes(HtmlWriter& out, const PageScope& scope, int64_t minutes) {
  constexpr int64_t kHour = 60;
  constexpr int64_t kDay = 24 * kHour;
  if (minutes < 2 * kHour) return say(out, scope, "time.minutes"_word, {minutes});
  if (minutes >= 2 * kDay) return say(out, scope, "time.days"_word, {minutes / kDay});
  if (minutes % kHour == 0) return say(out, scope, "time.hours"_word, {minutes / kHour});
  say(out, scope, "time.hours_minutes"_word, {minutes / kHour, minutes % kHour});
}

void write_moment(HtmlWriter& out, const PageScope& scope, DateTime moment) {
  const LocalTime local = to_local(moment, scope.view().program.zone);
  write_day(out, scope, local.date, DayForm::with_weekday);
  const int32_t minutes = local.second_of_day / 60;
  if (minutes == 0) return;
  std::string clock = minutes / 60 < 10 ? "0" : "";
  clock += std::to_string(minutes / 60);
  clock += minutes % 60 < 10 ? ":0" : ":";
  clock += std::to_string(minutes % 60);
  out.put(", <span class=\"nw\">").text(clock).put("</span>");
}

namespace {

void write_bar(HtmlWriter& out, const PageScope& scope, const ResponseClock& clock) {
  if (!clock.percent) return;
  const bool past = clock.state == ClockState::past || clock.answered_late;
  out.put(past ? Markup("<progress class=\"clock past\"") : Markup("<progress class=\"clock\""));
  out.put(" max=\"100\"").attribute("value", int64_t{*clock.percent});
  out.attribute("aria-label", scope.words().text("clock.bar"_word)).put("></progress>");
}

}  // namespace

void say_clock(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  const ResponseClock clock = response_clock(scope.view(), record);
  const auto by = [&] { write_moment(out, scope, *record.facts.respond_by); };
  switch (clock.state) {
    case ClockState::none:
      out.put("<span class=\"aside\">");
      say(out, scope, "clock.none"_word);
      out.put("</span>");
      break;
    case ClockState::answered:
      out.put(clock.answered_late ? Markup("<span class=\"st s-late\">")
                                  : Markup("<span class=\"st s-done\">"));
      if (clock.took_minutes) {
        say(out, scope, "clock.answered_after"_word,
            {[&] { say_minutes(out, scope, *clock.took_minutes); }});
      } else if (clock.answered_at) {
        say(out, scope, "clock.answered_on"_word,
            {[&] { write_moment(out, scope, *clock.answered_at); }});
      } else {
        say(out, scope, "clock.answered"_word);
      }
      out.put("</span>");
      break;
    case ClockState::running:
      out.put("<span class=\"st s-open\">");
      say(out, scope, "clock.due"_word, {by});
      out.put("</span>");
      break;
    case ClockState::past:
      out.put("<span class=\"st s-late\">");
      say(out, scope, "clock.past"_word, {by});
      out.put("</span>");
      break;
  }
}

void write_clock(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  out.put("<div class=\"clock-part\">");
  say_clock(out, scope, record);
  write_bar(out, scope, response_clock(scope.view(), record));
  out.put("</div>\n");
}

void write_entry_head(HtmlWriter& out, const PageScope& scope, ViewRecordId id,
                      std::string_view tag) {
  const ViewRecord& record = scope.view().record(id);
  out.put("<div class=\"entry-head\"><h3>");
  if (!tag.empty()) out.put("<span class=\"tag\">").data(tag).put("</span> ");
  write_record_link(out, scope, id, record.title);
  out.put(" ");
  write_id(out, scope, id);
  out.put("</h3>");
  write_state(out, scope, record);
  out.put("</div>\n");
}

}  // namespace milepost
