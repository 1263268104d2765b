// Writes what presses in a log, with the facts that tell why.
#include <algorithm>
#include <vector>

#include "compose/downstream.h"
#include "compose/phrases.h"
#include "compose/pressing.h"
#include "render/entry_facts.h"
#include "render/escalation_parts.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

class PressingWriter {
 public:
  PressingWriter(HtmlWriter& out, PageScope& scope, const ViewKind& kind)
      : out_(out), scope_(scope), view_(scope.view()), kind_(kind), lines_(out, scope) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    lines_.begin(id, pressing_day(record.facts));
    if (kind_.is("dependency")) {
      dependency(record);
    } else if (kind_.is("decision") || kind_.is("escalation")) {
      decision(id, record);
    } else {
      if (kind_.is("risk") && record.facts.score > 0) {
        lines_.fact().put("<span>");
        write_score(out_, scope_, record.facts);
        out_.put("</span>");
      }
      if (kind_.is("issue")) severity(record);
      lines_.late(record.facts.due);
      if (!kind_.is("assumption")) lines_.state();
      lines_.owner();
      if (kind_.is("assumption")) {
        lines_.field("impact_text", "raid.if_wrong"_word);
        lines_.field("validation", "raid.found_out_by"_word);
      }
    }
    lines_.end();
  }

  void finish() { lines_.finish(); }

 private:
  void severity(const ViewRecord& record) {
    if (record.facts.severity == 0) return;
    lines_.fact().put("<b>").text(level_word(scope_.words(), record.facts.severity)).put("</b>");
  }

  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  // Who gives it to whom, and by how much the promise misses the need.
  void dependency(const ViewRecord& record) {
    const ViewFacts& facts = record.facts;
    if (facts.promised) {
      lines_.fact().put("<span>");
      say(out_, scope_, "raid.promised"_word, {[&] { day(*facts.promised); }});
      out_.put("</span>");
    } else {
      lines_.fact().put("<span class=\"st s-stale\">");
      say(out_, scope_, "raid.not_promised"_word);
      out_.put("</span>");
    }
    if (is_promised_late(facts)) {
      const int64_t days = view_.working_time.between(*facts.needed_by, *facts.promised);
      lines_.fact().put("<span class=\"slip\">");
      say(out_, scope_, "raid.slip"_word, {days});
      out_.put("</span>");
    } else if (facts.promised) {
      lines_.late(facts.promised);
    }
    const ViewField* provider = view_.find_field(record, "provider");
    const ViewField* consumer = view_.find_field(record, "consumer");
    if (provider != nullptr) {
      lines_.fact().put("<span>");
      write_field_phrase(out_, scope_, *provider);
      if (consumer != nullptr) {
        out_.put(" → ");
        write_field_phrase(out_, scope_, *consumer);
      }
      out_.put("</span>");
    }
    lines_.owner();
  }

  void decision(ViewRecordId id, const ViewRecord& record) {
    lines_.late(pressing_day(record.facts));
    if (record.facts.raised && *record.facts.raised <= scope_.as_of()) {
      lines_.fact().put("<span>");
      say_age(out_, scope_, record);
      out_.put("</span>");
    }
    lines_.state();
    lines_.owner();
    lines_.field("recommendation", "raid.recommended"_word);
    if (const ViewField* options = view_.find_field(record, "options")) {
      lines_.fact().put("<span>");
      say_count(out_, scope_, "raid.options"_word, options->values.size());
      out_.put("</span>");
    } else {
      lines_.field("alternatives", "raid.or"_word);
    }
    waits(id);
  }

  // The records that cannot go on, and the first milestone behind them.
  void waits(ViewRecordId id) {
    constexpr size_t kMost = 4;
    std::vector<ViewRecordId> work = linked_records(view_, id, "depends_on", true);
    for (const ViewRecordId one : held_work(view_, id)) work.push_back(one);
    std::erase_if(work, [&](ViewRecordId one) { return !view_.record(one).is_open(); });
    if (work.empty()) return;
    lines_.fact().put("<span>");
    say(out_, scope_, "escalation.waits"_word);
    out_.put(": ");
    for (size_t i = 0; i < std::min(work.size(), kMost); ++i) {
      if (i > 0) out_.put(", ");
      write_id(out_, scope_, work[i]);
    }
    if (work.size() > kMost) {
      out_.put(", ");
      say_count(out_, scope_, "list.more"_word, work.size() - kMost);
    }
    const std::vector<HeldMilestone> held = held_milestones(view_, work);
    if (!held.empty()) {
      out_.put(" → ");
      write_id(out_, scope_, held.front().record);
      out_.put(" ");
      write_day(out_, scope_, view_.schedule.item(held.front().record)->finish,
                DayForm::with_weekday);
    }
    out_.put("</span>");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewKind& kind_;
  RecordLines lines_;
};

}  // namespace

void write_pressing(HtmlWriter& out, PageScope& scope, ViewKindId kind, size_t most,
                    std::optional<Date> until) {
  std::vector<ViewRecordId> ids = pressing_of(scope.outline(), kind);
  if (until) {
    std::erase_if(ids, [&](ViewRecordId id) {
      const std::optional<Date> day = pressing_day(scope.view().record(id).facts);
      return !day || *day > *until;
    });
  }
  PressingWriter writer(out, scope, scope.view().kind(kind));
  const size_t shown = std::min(ids.size(), most);
  for (size_t i = 0; i < shown; ++i) writer.write(ids[i]);
  writer.finish();
  write_more(out, scope, ids.size() - shown);
}

}  // namespace milepost
