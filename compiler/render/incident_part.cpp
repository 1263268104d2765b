// The page of an incident: its times, its post-mortem, its timeline and its actions.
#include <algorithm>
#include <array>
#include <string>
#include <variant>

#include "calendar/datetime.h"
#include "compose/response_clock.h"
#include "render/control_parts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/rows_table.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr std::array<Word, kViewPostMortemParts> kParts = {
    "incident.part_impact"_word,     "incident.part_timeline"_word,
    "incident.part_root_cause"_word, "incident.part_went_well"_word,
    "incident.part_went_wrong"_word, "incident.part_actions"_word,
    "incident.part_lessons"_word};

class IncidentPart {
 public:
  IncidentPart(HtmlWriter& out, PageScope& scope, const ViewIncident& incident)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        incident_(incident),
        record_(view_.record(incident.record)) {}

  void times() {
    steps();
    post_mortem();
  }

  void rest() {
    timeline();
    actions();
  }

 private:
  void open(Word heading) {
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, heading);
    out_.put("</h2>\n");
  }

  void steps() {
    constexpr std::array<std::string_view, 3> kFields = {"acknowledged", "mitigated", "resolved"};
    constexpr std::array<Word, 3> kSteps = {"incident.taken_up"_word, "incident.contained"_word,
                                            "incident.over"_word};
    const bool any = std::ranges::any_of(incident_.clocks, [](const ViewIncidentClock& clock) {
      return clock.took_minutes || clock.allowed_minutes;
    });
    if (!any) return;
    open("incident.times"_word);
    begin_rows(out_, scope_,
               {"incident.column_step"_word, "incident.column_at"_word, "incident.column_took"_word,
                "incident.column_allowed"_word, "record.state"_word});
    for (const ViewIncidentClock& clock : incident_.clocks) {
      const auto step = static_cast<size_t>(clock.step);
      out_.put("<tr><td>");
      say(out_, scope_, kSteps[step]);
      out_.put("</td><td>");
      if (const auto at = moment_of(view_, record_, kFields[step])) moment(*at);
      out_.put("</td><td>");
      if (clock.took_minutes) say_minutes(out_, scope_, *clock.took_minutes);
      out_.put("</td><td>");
      if (clock.allowed_minutes) {
        say_minutes(out_, scope_, *clock.allowed_minutes);
      } else {
        out_.put("<span class=\"aside\">");
        say(out_, scope_, "incident.no_limit"_word);
        out_.put("</span>");
      }
      out_.put("</td><td>");
      write_step_state(out_, scope_, clock);
      out_.put("</td></tr>\n");
    }
    end_rows(out_);
    out_.put("</section>\n");
  }

  // On the day it began the time alone.
  void moment(DateTime at) {
    const Zone& zone = view_.program.zone;
    const std::optional<DateTime> began = moment_of(view_, record_, "started");
    if (!began || date_in(*began, zone) != date_in(at, zone)) {
      return write_moment(out_, scope_, at);
    }
    const std::string text = to_text(to_local(at, zone));
    out_.text(text.substr(text.find(' ') + 1));
  }

  // Only once there is something to look back at.
  void post_mortem() {
    if (!incident_.over) return;
    const auto there = static_cast<size_t>(std::ranges::count(incident_.parts, true));
    if (there == 0 && !incident_.review_by) return;
    open("incident.post_mortem"_word);
    out_.put("<p>");
    if (there == kViewPostMortemParts) {
      out_.put("<span class=\"st s-done s-passed\">");
      say(out_, scope_, "incident.complete"_word);
    } else {
      const bool late = incident_.review_by && *incident_.review_by < scope_.as_of();
      out_.put(late ? Markup("<span class=\"st s-late\">") : Markup("<span class=\"st s-open\">"));
      say(out_, scope_, "incident.parts_count"_word, {there, kViewPostMortemParts});
      if (incident_.review_by) {
        out_.put("</span> <span>");
        say(out_, scope_, late ? "incident.review_late"_word : "incident.review_by"_word,
            {[&] { write_day(out_, scope_, *incident_.review_by, DayForm::with_weekday); }});
      }
    }
    out_.put("</span> <span class=\"aside\">");
    say(out_, scope_, "incident.blameless"_word);
    out_.put("</span></p>\n");
    if (there < kViewPostMortemParts) {
      out_.put("<ul class=\"gates\">\n");
      for (size_t i = 0; i < kViewPostMortemParts; ++i) {
        out_.put(incident_.parts[i] ? Markup("<li><span class=\"st s-done\">")
                                    : Markup("<li><span class=\"st s-stale\">"));
        say(out_, scope_, kParts[i]);
        out_.put("</span> <span class=\"aside\">");
        say(out_, scope_,
            incident_.parts[i] ? "incident.part_there"_word : "incident.part_missing"_word);
        out_.put("</span></li>\n");
      }
      out_.put("</ul>\n");
    }
    out_.put("</section>\n");
  }

  // Minutes since it began of "11:42" or of a whole moment; a time before the last one is of the
  // next day.
  std::optional<int64_t> minutes_of(const ViewValue& value, int64_t last) const {
    const std::optional<DateTime> began = moment_of(view_, record_, "started");
    if (!began) return std::nullopt;
    if (const auto* at = std::get_if<DateTime>(&value.data)) {
      return (at->utc_seconds - began->utc_seconds) / 60;
    }
    const std::string& text = value.text;
    const size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon > 2 || text.size() < colon + 3) return {};
    const auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    for (size_t i = 0; i < colon + 3; ++i) {
      if (i != colon && !digit(i)) return std::nullopt;
    }
    const int hour = colon == 1 ? text[0] - '0' : (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[colon + 1] - '0') * 10 + (text[colon + 2] - '0');
    if (hour > 23 || minute > 59) return std::nullopt;
    const int32_t start = to_local(*began, view_.program.zone).second_of_day / 60;
    constexpr int64_t kDay = 24 * 60;
    int64_t since = hour * 60 + minute - start;
    while (since < last) since += kDay;
    return since;
  }

  void timeline() {
    const ViewField* field = view_.find_field(record_, "timeline");
    if (field == nullptr || !std::holds_alternative<ViewObject>(field->values.front().data)) return;
    const bool who = std::ranges::any_of(field->values, [&](const ViewValue& value) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      return object != nullptr && view_.find_field(*object, "who") != nullptr;
    });
    open("incident.timeline"_word);
    if (who) {
      begin_rows(out_, scope_,
                 {"incident.column_time"_word, "incident.column_since"_word,
                  "incident.column_what"_word, "incident.column_who"_word});
    } else {
      begin_rows(
          out_, scope_,
          {"incident.column_time"_word, "incident.column_since"_word, "incident.column_what"_word});
    }
    int64_t last = 0;
    for (const ViewValue& value : field->values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) continue;
      const ViewField* at = view_.find_field(*object, "at");
      out_.put("<tr><td class=\"c-id\">");
      if (at != nullptr) write_field_phrase(out_, scope_, *at);
      out_.put("</td><td>");
      if (at != nullptr) {
        if (const auto since = minutes_of(at->values.front(), last)) {
          last = std::max(last, *since);
          if (*since > 0) say_minutes(out_, scope_, *since);
        }
      }
      out_.put("</td><td>");
      if (const ViewField* what = view_.find_field(*object, "what")) {
        write_field_phrase(out_, scope_, *what);
      }
      out_.put("</td>");
      if (who) {
        out_.put("<td>");
        if (const ViewField* by = view_.find_field(*object, "who")) {
          write_field_phrase(out_, scope_, *by);
        }
        out_.put("</td>");
      }
      out_.put("</tr>\n");
    }
    end_rows(out_);
    out_.put("</section>\n");
  }

  void actions() {
    if (incident_.actions.empty() && incident_.untracked.empty()) return;
    open("incident.follow_up"_word);
    if (!incident_.actions.empty()) {
      const auto done = std::ranges::count_if(
          incident_.actions, [&](ViewRecordId id) { return !view_.record(id).is_open(); });
      out_.put("<p class=\"note\">");
      say(out_, scope_, "incident.tracked_count"_word, {done, incident_.actions.size()});
      out_.put("</p>\n");
    }
    RecordLines lines(out_, scope_);
    for (const ViewRecordId id : incident_.actions) {
      const ViewRecord& record = view_.record(id);
      lines.begin(id, record.facts.due);
      lines.state();
      lines.owner();
      if (record.is_open()) lines.late(record.facts.due);
      lines.end();
    }
    lines.finish();
    if (!incident_.untracked.empty()) {
      out_.put("<h3><span class=\"st s-stale\">");
      say(out_, scope_, "incident.untracked"_word);
      out_.put("</span></h3>\n<p class=\"meta\">");
      say(out_, scope_, "incident.untracked_note"_word);
      out_.put("</p>\n<ul class=\"plain\">\n");
      for (const std::string& text : incident_.untracked) {
        out_.put("<li>").data(text).put("</li>\n");
      }
      out_.put("</ul>\n");
    }
    out_.put("</section>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewIncident& incident_;
  const ViewRecord& record_;
};

}  // namespace

void write_incident_times(HtmlWriter& out, PageScope& scope, const ViewIncident& incident) {
  IncidentPart(out, scope, incident).times();
}

void write_incident_part(HtmlWriter& out, PageScope& scope, const ViewIncident& incident) {
  IncidentPart(out, scope, incident).rest();
}

void write_step_state(HtmlWriter& out, const PageScope& scope, const ViewIncidentClock& clock) {
  switch (clock.state) {
    case ViewStepState::none:
      return;
    case ViewStepState::in_time:
      out.put("<span class=\"st s-done s-passed\">");
      say(out, scope, "incident.in_time"_word);
      break;
    case ViewStepState::late:
      out.put("<span class=\"st s-late\">");
      say(out, scope, "incident.late_by"_word,
          {[&] { say_minutes(out, scope, *clock.took_minutes - *clock.allowed_minutes); }});
      break;
    case ViewStepState::running:
      out.put("<span class=\"st s-open\">");
      say(out, scope, "incident.running_until"_word,
          {[&] { write_moment(out, scope, *clock.due); }});
      break;
    case ViewStepState::overdue:
      out.put("<span class=\"st s-late\">");
      say(out, scope, "incident.overdue_since"_word,
          {[&] { write_moment(out, scope, *clock.due); }});
      break;
    case ViewStepState::untold:
      out.put("<span class=\"st s-stale\">");
      say(out, scope, "incident.not_noted"_word);
      break;
  }
  out.put("</span>");
}

}  // namespace milepost
