// Open blockers with their clocks, and open escalations with what is asked.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/pressing.h"
#include "render/entry_facts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostBlockers = 12;
constexpr size_t kMostEscalations = 6;

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
    facts.links("blocks", false, Word::blocker_stops);
    facts.field("impact_text", Word::blocker_impact);
    facts.field("root_cause", Word::blocker_cause);
    facts.field("resolution", Word::blocker_way_out);
    facts.field("escalated_to", Word::blocker_path);
    facts.links("escalates", true, Word::blocker_escalation);
    facts.owners(Word::blocker_owner);
    facts.due(Word::blocker_until);
    facts.finish();
    out_.put("</div>\n");
    write_clock(out_, scope_, record);
    out_.put("</li>\n");
  }

  void escalation(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li class=\"entry\">\n");
    write_entry_head(out_, scope_, id, level_word(scope_.words(), record.facts.severity));
    by_when(record);
    if (const ViewField* situation = view_.find_field(record, "situation")) {
      out_.put("<p class=\"situation\">");
      write_field_phrase(out_, scope_, *situation);
      out_.put("</p>\n");
    }
    options(record);
    EntryFacts facts(out_, scope_, id);
    facts.field("recommendation", Word::escalation_recommended);
    facts.links("blocks", false, Word::escalation_waits);
    facts.field("by", Word::escalation_by);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
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
      say(out_, scope_, Word::escalation_answer_from_by, {who, when});
    } else if (day) {
      say(out_, scope_, Word::escalation_answer_by, {when});
    } else {
      say(out_, scope_, Word::escalation_answer_from, {who});
    }
    if (day && *day < scope_.as_of()) {
      out_.put(" <span class=\"st s-late\">");
      const int64_t late = view_.working_time.between(*day, scope_.as_of());
      say_count(out_, scope_, Word::raid_late, static_cast<uint64_t>(std::max<int64_t>(late, 0)));
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
  write_entries(out, scope, kind, Word::blocker_open, kMostBlockers,
                [](EntryWriter& entries, ViewRecordId id) { entries.blocker(id); });
}

void write_escalation_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  write_entries(out, scope, kind, Word::escalation_open, kMostEscalations,
                [](EntryWriter& entries, ViewRecordId id) { entries.escalation(id); });
}

}  // namespace milepost
