// Writes ages, paths and what is held up.
#include "render/escalation_parts.h"

#include <algorithm>
#include <array>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/rows_table.h"
#include "render/say.h"
#include "render/slip.h"

namespace milepost {
namespace {

void write_who(HtmlWriter& out, const PageScope& scope, const ViewPathStep& step) {
  out.put("<span>");
  bool first = true;
  for (const ViewWho& who : step.people) {
    if (!first) out.put(", ");
    first = false;
    write_party(out, scope, {who.person, who.team}, who.text);
  }
  if (!step.role.empty()) {
    if (first) {
      out.data(step.role);
    } else {
      out.put(" <span class=\"aside\">").data(step.role).put("</span>");
    }
  }
  out.put("</span>");
}

// Whose turn it is, and since when.
void write_turn_of_step(HtmlWriter& out, const PageScope& scope, const ViewPathPlace& place) {
  const auto when = [&] { write_moment(out, scope, *place.next_by); };
  if (!place.next_by) {
    out.put(" <b>");
    say(out, scope, "escalate.next"_word);
    out.put("</b>");
  } else if (place.overdue) {
    out.put(" <span class=\"st s-late\">");
    say(out, scope, "escalate.next_past"_word, {when});
    out.put("</span>");
  } else {
    out.put(" <b>");
    say(out, scope, "escalate.next_by"_word, {when});
    out.put("</b>");
  }
}

}  // namespace

void say_age(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  if (!record.is_open() || !record.facts.raised || *record.facts.raised > scope.as_of()) return;
  const int64_t days = scope.view().working_time.between(*record.facts.raised, scope.as_of());
  say_count(out, scope, "entry.age"_word, static_cast<uint64_t>(std::max<int64_t>(days, 0)));
}

void write_path(HtmlWriter& out, const PageScope& scope, ViewRecordId id) {
  const ViewPathPlace* place = scope.view().path_place_of(id);
  const uint8_t priority = scope.view().record(id).facts.priority;
  if (place == nullptr || priority > 3) return;
  const std::vector<ViewPathStep>& path = scope.view().program.escalation[priority].path;
  out.put("<ol class=\"esc-path\">\n");
  for (size_t i = 0; i < path.size(); ++i) {
    const bool next = i == place->next;
    const bool told = i < place->told.size() && place->told[i];
    out.put(next   ? Markup("<li class=\"next\">")
            : told ? Markup("<li class=\"told\">")
                   : Markup("<li>"));
    write_who(out, scope, path[i]);
    if (next) {
      write_turn_of_step(out, scope, *place);
    } else if (told) {
      out.put(" <span class=\"st s-done\">");
      say(out, scope, "escalate.told"_word);
      out.put("</span>");
    }
    out.put("</li>\n");
  }
  out.put("</ol>\n");
  if (place->next < path.size()) return;
  out.put("<p class=\"note\">");
  say(out, scope, "escalate.all_told"_word);
  out.put("</p>\n");
}

void write_held(HtmlWriter& out, const PageScope& scope, std::span<const HeldMilestone> held,
                size_t most) {
  if (held.empty()) {
    out.put("<p class=\"note\">");
    say(out, scope, "downstream.none"_word);
    out.put("</p>\n");
    return;
  }
  begin_rows(out, scope,
             {"downstream.milestone"_word, "downstream.expected"_word, "downstream.room"_word},
             "rows held");
  const size_t shown = std::min(held.size(), most);
  for (size_t i = 0; i < shown; ++i) {
    const HeldMilestone& one = held[i];
    const ViewScheduleItem* item = scope.view().schedule.item(one.record);
    out.put("<tr><th scope=\"row\">");
    write_id(out, scope, one.record);
    out.put(" ").data(scope.view().record(one.record).title).put("</th><td>");
    if (item != nullptr) write_finish(out, scope, *item, DayForm::with_weekday);
    out.put("</td><td>");
    if (one.room == 0) {
      out.put("<b>");
      say(out, scope, "downstream.day_by_day"_word);
      out.put("</b>");
    } else {
      say_count(out, scope, "downstream.days"_word, static_cast<uint64_t>(one.room));
    }
    out.put("</td></tr>\n");
  }
  end_rows(out);
  if (shown == held.size()) return;
  out.put("<p class=\"more\">");
  say_count(out, scope, "list.more"_word, held.size() - shown);
  out.put("</p>\n");
}

std::string tenths_words(const PageScope& scope, int64_t tenths) {
  std::string words = std::to_string(tenths / 10);
  if (tenths % 10 != 0) {
    const std::string_view code = scope.words().text("language.code"_word);
    words += code.starts_with("en") ? "." : ",";
    words += std::to_string(tenths % 10);
  }
  return words;
}

void write_escalation_rules(HtmlWriter& out, const PageScope& scope) {
  const std::array<ViewEscalationLevel, 4>& levels = scope.view().program.escalation;
  const bool any = std::ranges::any_of(levels, [](const auto& one) { return !one.path.empty(); });
  if (!any) return;
  const int64_t day = std::max<int64_t>(scope.view().working_time.minutes_per_day(), 1);
  out.put("<section class=\"part esc-rules\">\n<h2>");
  say(out, scope, "escalate.rules"_word);
  out.put("</h2>\n<dl class=\"told\">\n");
  for (size_t level = 0; level < levels.size(); ++level) {
    const ViewEscalationLevel& one = levels[level];
    if (!one.respond && !one.sprint && one.path.empty()) continue;
    out.put("<div><dt>P").number(static_cast<int64_t>(level)).put("</dt><dd>");
    if (one.respond && one.respond->kind == TimeKind::wall) {
      const int64_t minutes = one.respond->minutes;
      say(out, scope, "escalate.within"_word, {[&] {
            if (minutes == 60) return say(out, scope, "time.hours"_word, {1});
            say_minutes(out, scope, minutes);
          }});
    } else if (one.respond && one.respond->minutes % day == 0) {
      say(out, scope, "escalate.within_working"_word,
          {[&] { say(out, scope, "time.days"_word, {one.respond->minutes / day}); }});
    } else if (one.respond) {
      say(out, scope, "escalate.within_working"_word,
          {[&] { say_minutes(out, scope, one.respond->minutes); }});
    } else {
      say(out, scope, one.sprint ? "escalate.sprint"_word : "escalate.no_clock"_word);
    }
    out.put("; ");
    if (one.path.empty()) say(out, scope, "escalate.no_path"_word);
    for (size_t i = 0; i < one.path.size(); ++i) {
      if (i > 0) out.put(" <span aria-hidden=\"true\">→</span> ");
      write_who(out, scope, one.path[i]);
    }
    out.put("</dd></div>\n");
  }
  out.put("</dl>\n</section>\n");
}

}  // namespace milepost
