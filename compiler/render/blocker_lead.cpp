// Open blockers with their clocks, and open escalations with what is asked.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "compose/cycle_time.h"
#include "compose/downstream.h"
#include "compose/phrases.h"
#include "compose/pressing.h"
#include "compose/raid.h"
#include "compose/response_clock.h"
#include "render/entry_facts.h"
#include "render/escalation_parts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostBlockers = 12;
constexpr size_t kMostEscalations = 6;
constexpr size_t kMostHeld = 3;

class EntryWriter {
 public:
  EntryWriter(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  void blocker(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const bool rated = record.facts.priority <= 3;
    const std::string tag = rated ? "P" + std::to_string(record.facts.priority) : std::string();
    out_.put("<li class=\"entry clocked\">\n<div>\n");
    write_entry_head(out_, scope_, id, tag);
    EntryFacts facts(out_, scope_, id);
    facts.links("blocks", false, "blocker.stops"_word);
    facts.field("impact_text", "blocker.impact"_word);
    facts.field("root_cause", "blocker.cause"_word);
    facts.field("resolution", "blocker.way_out"_word);
    held(facts, id, "downstream.heading"_word);
    path(facts, id);
    facts.links("escalates", true, "blocker.escalation"_word);
    facts.owners("blocker.owner"_word);
    facts.due("blocker.until"_word);
    facts.finish();
    out_.put("</div>\n<div>\n");
    write_clock(out_, scope_, record);
    age(record);
    out_.put("</div>\n</li>\n");
  }

  void escalation(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li class=\"entry\">\n");
    write_entry_head(out_, scope_, id, level_word(scope_.words(), record.facts.severity));
    by_when(record);
    age(record);
    if (const ViewField* situation = view_.find_field(record, "situation")) {
      out_.put("<p class=\"situation\">");
      write_field_phrase(out_, scope_, *situation);
      out_.put("</p>\n");
    }
    options(record);
    EntryFacts facts(out_, scope_, id);
    facts.field("recommendation", "escalation.recommended"_word);
    facts.links("blocks", false, "escalation.waits"_word);
    held(facts, id, "downstream.milestone"_word);
    facts.field("by", "escalation.by"_word);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  void age(const ViewRecord& record) {
    if (!record.facts.raised || *record.facts.raised > scope_.as_of()) return;
    out_.put("<p class=\"aside age\">");
    say_age(out_, scope_, record);
    out_.put("</p>\n");
  }

  // The milestones behind it with their days, and how much room there is.
  void held(EntryFacts& facts, ViewRecordId id, Word label) {
    const std::vector<HeldMilestone> held = held_by(view_, id);
    if (held.empty()) return;
    facts.begin(label).put("<ul class=\"held-line\">");
    const size_t shown = std::min(held.size(), kMostHeld);
    for (size_t i = 0; i < shown; ++i) {
      out_.put("<li>");
      write_id(out_, scope_, held[i].record);
      out_.put(" ").data(view_.record(held[i].record).title).put(", ");
      write_finish(out_, scope_, *view_.schedule.item(held[i].record), DayForm::with_weekday);
      out_.put(", ");
      if (held[i].room == 0) {
        out_.put("<b>");
        say(out_, scope_, "float.none"_word);
        out_.put("</b>");
      } else {
        say(out_, scope_, "float.days"_word, {held[i].room});
      }
      out_.put("</li>");
    }
    out_.put("</ul>");
    if (shown < held.size()) say_count(out_, scope_, "list.more"_word, held.size() - shown);
    facts.end();
  }

  // The path of its severity, else who was told.
  void path(EntryFacts& facts, ViewRecordId id) {
    if (view_.path_place_of(id) == nullptr) {
      facts.field("escalated_to", "blocker.path"_word);
      return;
    }
    facts.begin("escalate.path"_word);
    write_path(out_, scope_, id);
    facts.end();
  }

  // The one thing that is asked, and of whom: "By Wed 3 Jun from Bob Hale".
  void by_when(const ViewRecord& record) {
    const std::optional<Date> day = pressing_day(record.facts);
    const ViewField* to = view_.find_field(record, "to");
    if (!day && to == nullptr) return;
    out_.put("<p class=\"ask\">");
    const auto when = [&] {
      out_.put("<b>");
      write_day(out_, scope_, *day, DayForm::with_weekday);
      out_.put("</b>");
    };
    const auto who = [&] { write_field_phrase(out_, scope_, *to); };
    if (day && to != nullptr) {
      say(out_, scope_, "escalation.answer_from_by"_word, {who, when});
    } else if (day) {
      say(out_, scope_, "escalation.answer_by"_word, {when});
    } else {
      say(out_, scope_, "escalation.answer_from"_word, {who});
    }
    if (day && *day < scope_.as_of()) {
      out_.put(" <span class=\"st s-late\">");
      const int64_t late = view_.working_time.between(*day, scope_.as_of());
      say_count(out_, scope_, "raid.late"_word, static_cast<uint64_t>(std::max<int64_t>(late, 0)));
      out_.put("</span>");
    }
    out_.put("</p>\n");
  }

  void options(const ViewRecord& record) {
    const ViewField* field = view_.find_field(record, "options");
    if (field == nullptr) return;
    out_.put("<ol class=\"options\">\n");
    for (const ViewValue& value : field->values) {
      out_.put("<li>");
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) {
        out_.data(value.text);
      } else {
        option(*object);
      }
      out_.put("</li>\n");
    }
    out_.put("</ol>\n");
  }

  void option(const ViewObject& object) {
    if (const ViewField* name = view_.find_field(object, "name")) {
      out_.put("<b>");
      write_field_phrase(out_, scope_, *name);
      out_.put("</b>");
    }
    bool first = true;
    for (const ViewField& part : object.fields) {
      if (view_.field(part.field).name == "name" || part.values.empty()) continue;
      out_.put(first ? Markup(": ") : Markup("; "));
      first = false;
      const bool prose = view_.field(part.field).name == "description";
      if (!prose) {
        out_.put("<span class=\"aside\">").data(view_.field(part.field).label).put("</span> ");
      }
      write_field_phrase(out_, scope_, part);
    }
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

// How many there were, how long they took, who is past a time: sentences above the list.
class LogFigures {
 public:
  LogFigures(HtmlWriter& out, const PageScope& scope, ViewKindId kind)
      : out_(out), scope_(scope), view_(scope.view()), kind_(kind) {}

  void write(Word average) {
    out_.put("<ul class=\"figures\">\n");
    const size_t empty = out_.size();
    if (view_.kind(kind_).is("blocker")) clocks();
    moved();
    took(average);
    if (out_.size() == empty) {
      out_.put("<li class=\"aside\">");
      say(out_, scope_, "raid.nothing_moved"_word);
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

 private:
  void clocks() {
    uint64_t past = 0;
    uint64_t next = 0;
    for (const RowGroup& group : scope_.outline().tables[number(kind_)].groups) {
      for (const ViewRecordId id : group.rows) {
        const ViewRecord& record = view_.record(id);
        if (!record.is_open()) continue;
        const bool is_past = response_clock(view_, record).state == ClockState::past;
        const ViewPathPlace* place = view_.path_place_of(id);
        past += is_past ? 1 : 0;
        // That nobody has answered at all is the first count.
        next += !is_past && place != nullptr && place->overdue ? 1 : 0;
      }
    }
    count("blocker.past_count"_word, past);
    count("blocker.next_count"_word, next);
  }

  void count(Word word, uint64_t value) {
    if (value == 0) return;
    out_.put("<li><span class=\"st s-late\">");
    say_count(out_, scope_, word, value);
    out_.put("</span></li>\n");
  }

  void moved() {
    const Date since = moved_since(view_, find_reviews(view_));
    const OpenedClosed counts = opened_and_closed(scope_.outline(), kind_, since);
    if (counts.opened + counts.closed == 0) return;
    out_.put("<li>");
    say(out_, scope_, "entry.moved"_word, {counts.opened, counts.closed, [&] {
                                             write_day(out_, scope_, since, DayForm::with_weekday);
                                           }});
    out_.put("</li>\n");
  }

  void took(Word average) {
    if (!view_.program.shows.metrics) return;
    const CycleTimes times = cycle_times(scope_.outline(), kind_);
    if (times.empty()) return;
    out_.put("<li>");
    say(out_, scope_, average,
        {tenths_words(scope_, times.mean_tenths()), times.days.back(),
         static_cast<int64_t>(times.days.size()), times.closed});
    write_basis(out_, scope_);
    out_.put("</li>\n");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  ViewKindId kind_;
};

template <typename Write>
void write_entries(HtmlWriter& out, PageScope& scope, ViewKindId kind, Word heading, size_t most,
                   Write write) {
  const std::vector<ViewRecordId> ids = pressing_of(scope.outline(), kind);
  if (ids.empty()) return write_empty_log(out, scope, kind);
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, heading);
  out.put("</h2>\n<ul class=\"entries\">\n");
  EntryWriter entries(out, scope);
  const size_t shown = std::min(ids.size(), most);
  for (size_t i = 0; i < shown; ++i) write(entries, ids[i]);
  out.put("</ul>\n");
  write_more(out, scope, ids.size() - shown);
  out.put("</section>\n");
}

}  // namespace

void write_blocker_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  LogFigures(out, scope, kind).write("blocker.average"_word);
  write_asks(out, scope);
  write_entries(out, scope, kind, "blocker.open"_word, kMostBlockers,
                [](EntryWriter& entries, ViewRecordId id) { entries.blocker(id); });
  write_escalation_rules(out, scope);
}

void write_escalation_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  LogFigures(out, scope, kind).write("escalation.average"_word);
  write_asks(out, scope);
  write_entries(out, scope, kind, "escalation.open"_word, kMostEscalations,
                [](EntryWriter& entries, ViewRecordId id) { entries.escalation(id); });
}

}  // namespace milepost
