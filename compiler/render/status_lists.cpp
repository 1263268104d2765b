// The lists of a stakeholder's page.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "compose/options.h"
#include "compose/phrases.h"
#include "compose/verdict.h"
#include "render/control_parts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/markdown.h"
#include "render/overview_parts.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"
#include "render/status_parts.h"

namespace milepost {
namespace {

constexpr size_t kMostToRead = 4;
constexpr size_t kMostMoves = 3;

class LineWriter {
 public:
  LineWriter(HtmlWriter& out, PageScope& scope, StatusBlock block)
      : out_(out), scope_(scope), view_(scope.view()), lines_(out, scope), block_(block) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    if (block_ == StatusBlock::needs) return need(id, record);
    lines_.begin(id, status_day(view_, id));
    if (kind.is("issue") && record.facts.severity > 0) {
      lines_.fact().put("<b>").text(level_word(scope_.words(), record.facts.severity)).put("</b>");
    } else if (kind.is("incident")) {
      const ViewField* severity = view_.find_field(record, "severity");
      if (severity != nullptr) {
        lines_.fact().put("<b>").data(words_of(view_, severity->values.front())).put("</b>");
      }
    }
    if (block_ == StatusBlock::in_progress) percent(id);
    slip(id, record);
    if (view_.schedule.item(id) != nullptr && record.is_open()) {
      lines_.fact().put("<span>");
      write_plan_state(out_, scope_, id);
      out_.put("</span>");
    } else if (has_state(view_, record)) {
      lines_.state();
    }
    if (kind.is("change")) moves(id);
    lines_.owner();
    lines_.end();
  }

  void finish() { lines_.finish(); }

 private:
  // The day it is needed, who gives it, and the day that was promised if it is another.
  void need(ViewRecordId id, const ViewRecord& record) {
    const ViewFacts& facts = record.facts;
    lines_.begin(id, needed_day(record));
    if (facts.promised && facts.needed_by && *facts.needed_by < *facts.promised) {
      lines_.fact().put("<span>");
      const auto day = [&] { write_day(out_, scope_, *facts.promised, DayForm::with_weekday); };
      say(out_, scope_, "reader.promised"_word, {day});
      out_.put(" ");
      write_slip_days(out_, scope_, view_.working_time.between(*facts.needed_by, *facts.promised),
                      ViewHealth::off_track);
      out_.put("</span>");
    }
    if (has_state(view_, record)) lines_.state();
    HtmlWriter giver;
    write_giver(giver, scope_, record);
    if (!giver.empty()) lines_.fact().put("<span>").put(giver.html()).put("</span>");
    lines_.end();
  }

  void percent(ViewRecordId id) {
    const ViewScheduleItem* item = view_.schedule.item(id);
    if (item == nullptr || item->percent == 0) return;
    lines_.fact().put("<span>");
    say(out_, scope_, "reader.percent"_word, {item->percent});
    out_.put("</span>");
  }

  // What is planned for another day than it was promised for.
  void slip(ViewRecordId id, const ViewRecord& record) {
    const ViewScheduleItem* item = record.is_open() ? forecast_item(view_, id) : nullptr;
    const std::optional<Date> struck = item == nullptr ? std::nullopt : struck_date(*item);
    if (!struck) return;
    lines_.fact().put("<span><s>");
    write_day(out_, scope_, *struck, DayForm::brief);
    out_.put("</s> ");
    write_slip_days(out_, scope_, item->slip, item->computed);
    out_.put("</span>");
  }

  void moves(ViewRecordId id) {
    const ViewChange* change = view_.change_of(id);
    if (change == nullptr) return;
    size_t told = 0;
    for (const ViewChangeMove& move : change->moves) {
      if (move.record == kReleaseItself || ++told > kMostMoves) continue;
      lines_.fact().put("<span>");
      write_id(out_, scope_, move.record);
      out_.put(" ");
      write_move_values(out_, scope_, move);
      out_.put("</span>");
    }
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  RecordLines lines_;
  StatusBlock block_;
};

Word verb_of(ChangeVerb verb) {
  switch (verb) {
    case ChangeVerb::met:
      return "change.met"_word;
    case ChangeVerb::decided:
      return "change.decided"_word;
    case ChangeVerb::finished:
      return "change.finished"_word;
    default:
      return "change.closed"_word;
  }
}

class ComingWriter {
 public:
  ComingWriter(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {
    for (const ViewRecord& record : view_.records) {
      if (record.source.line > 0) logs_.insert(view_.files[record.source.file]);
    }
  }

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li><span class=\"when\">");
    when(id, record);
    out_.put("</span><div><h3>");
    write_record_link(out_, scope_, id, record.title);
    out_.put("</h3>\n");
    meaning(record);
    to_read(id);
    out_.put("</div></li>\n");
  }

 private:
  // As coarse as its author says it, unless the plan has it on another day.
  void when(ViewRecordId id, const ViewRecord& record) {
    const Date day = *expected_on(view_, id);
    const ViewField* due = field_with(view_, record, ViewRole::due);
    const auto* said = due == nullptr ? nullptr : std::get_if<ViewDate>(&due->values.front().data);
    if (said != nullptr && !said->date.is_day() && said->point == day) {
      out_.text(period_words(scope_.words(), said->date, scope_.as_of()));
      return;
    }
    write_day(out_, scope_, day, DayForm::with_weekday);
    out_.put("<span class=\"sub\">");
    const ViewScheduleItem* item = forecast_item(view_, id);
    const std::optional<Date> struck = item == nullptr ? std::nullopt : struck_date(*item);
    if (struck) {
      const auto old = [&] {
        out_.put("<s>");
        write_day(out_, scope_, *struck, DayForm::brief);
        out_.put("</s>");
      };
      say(out_, scope_, "reader.was"_word, {old});
    } else {
      out_.text(distance_words(scope_.words(), day, scope_.as_of(), view_.working_time));
    }
    out_.put("</span>");
  }

  // Its summary, else the first paragraph of its text.
  void meaning(const ViewRecord& record) {
    if (const ViewField* field = field_with(view_, record, ViewRole::summary)) {
      out_.put("<p>");
      write_field_phrase(out_, scope_, *field);
      out_.put("</p>\n");
      return;
    }
    if (record.body.tape == kNoViewTape) return;
    const Tape& tape = view_.tape(record.body.tape);
    const uint32_t end = record.body.slice.first + record.body.slice.count;
    for (uint32_t i = record.body.slice.first; i < end; i += tape.nodes[i].size) {
      const bool cut = std::ranges::any_of(record.body_cuts, [&](TapeSlice run) {
        return run.first <= i && i < run.first + run.count;
      });
      if (cut || tape.nodes[i].kind != NodeKind::paragraph) continue;
      out_.put("<p>");
      write_phrase(out_, scope_, record.body.tape, {i, tape.nodes[i].size});
      out_.put("</p>\n");
      return;
    }
  }

  // Pages that speak of it; not those that are made of records.
  void to_read(ViewRecordId id) {
    std::vector<ViewPageId> shown;
    for (const auto& [record, page] : scope_.outline().mentions_of(id)) {
      const bool log = logs_.contains(view_.pages[number(page)].path);
      if (!log && shown.size() < kMostToRead) shown.push_back(page);
    }
    if (shown.empty()) return;
    const auto pages = [&] {
      for (size_t i = 0; i < shown.size(); ++i) {
        if (i > 0) out_.put(", ");
        out_.put("<a").link("href", scope_.path(), scope_.outline().path_of(shown[i])).put(">");
        out_.data(view_.pages[number(shown[i])].title).put("</a>");
      }
    };
    out_.put("<p class=\"sub\">");
    say(out_, scope_, "reader.read"_word, {pages});
    out_.put("</p>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  std::unordered_set<std::string_view> logs_;  // files that hold records
};

}  // namespace

void write_status_lines(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const bool several =
      section.by_team && (section.groups.size() > 1 ||
                          (!section.groups.empty() && section.groups[0].team != kNoViewTeam));
  if (several) out.put("<div class=\"by-team\">\n");
  for (const StatusGroup& group : section.groups) {
    if (several) {
      out.put("<div><h3>");
      if (group.team == kNoViewTeam) {
        say(out, scope, "reader.no_team"_word);
      } else {
        write_party(out, scope, {kNoViewPerson, group.team}, scope.view().team(group.team).name);
      }
      out.put("</h3>\n");
    }
    LineWriter lines(out, scope, section.block);
    for (const ViewRecordId id : group.records) lines.write(id);
    lines.finish();
    if (section.by_team) {
      const std::vector<uint32_t>& pages = scope.outline().team_pages;
      write_more(out, scope, group.total - group.records.size(),
                 group.team == kNoViewTeam ? kNoPage : pages[number(group.team)]);
    }
    if (several) out.put("</div>\n");
  }
  if (several) out.put("</div>\n");
}

void write_status_completed(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  out.put("<ul class=\"lines\">\n");
  for (const ChangeEntry& entry : section.changes) {
    const ViewRecord& record = scope.view().record(entry.record);
    out.put("<li><span class=\"when\">");
    if (entry.on) write_day(out, scope, *entry.on, DayForm::with_weekday);
    out.put("</span><span class=\"what\">").data(record.title).put(" ");
    write_id(out, scope, entry.record);
    out.put("<span class=\"sub facts-row\"><span>");
    say(out, scope, verb_of(entry.verb));
    if (entry.verb == ChangeVerb::met && record.facts.due && record.facts.finished) {
      out.put(" ");
      write_met(out, scope, record);
    }
    out.put("</span>");
    if (!record.owners.empty()) {
      out.put(" <span>");
      write_party(out, scope, record.owners[0], record.owner_names[0]);
      out.put("</span>");
    }
    out.put("</span></span></li>\n");
  }
  out.put("</ul>\n");
}

void write_status_coming(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  out.put("<ol class=\"coming\">\n");
  ComingWriter writer(out, scope);
  for (const ViewRecordId id : section.records()) writer.write(id);
  out.put("</ol>\n");
}

}  // namespace milepost
