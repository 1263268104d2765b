// Incidents: how long each stage took, what caused it, what is still to be done, what was learned.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "compose/phrases.h"
#include "compose/response_clock.h"
#include "render/entry_facts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostIncidents = 8;

class IncidentWriter {
 public:
  IncidentWriter(HtmlWriter& out, PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li class=\"entry\">\n");
    const ViewField* severity = view_.find_field(record, "severity");
    write_entry_head(out_, scope_, id, severity == nullptr ? "" : severity->values.front().text);
    stages(record);
    EntryFacts facts(out_, scope_, id);
    facts.field("impact_text", Word::incident_impact);
    facts.links("causes", true, Word::incident_caused_by);
    related(id, facts);
    facts.owners(Word::incident_owner);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  // Each stage with the time since it began. The width of a bar would say nothing that the words do
  // not.
  void stages(const ViewRecord& record) {
    constexpr std::array<std::tuple<std::string_view, Word>, 5> kStages = {{
        {"started", Word::incident_began},
        {"detected", Word::incident_noticed},
        {"acknowledged", Word::incident_taken_up},
        {"mitigated", Word::incident_contained},
        {"resolved", Word::incident_over},
    }};
    std::optional<DateTime> first;
    for (const auto& [name, word] : kStages) {
      const std::optional<DateTime> at = moment_of(view_, record, name);
      if (!at) continue;
      out_.put(first ? Markup("<li><b>") : Markup("<ol class=\"stages\">\n<li><b>"));
      say(out_, scope_, word);
      out_.put("</b> <span>");
      stage_time(*at, first);
      out_.put("</span></li>\n");
      if (!first) first = at;
    }
    if (first) out_.put("</ol>\n");
  }

  // "14 May, 11:42"; on the same day the time alone, and how long after the beginning.
  void stage_time(DateTime at, std::optional<DateTime> first) {
    const Zone& zone = view_.program.zone;
    if (!first || date_in(at, zone) != date_in(*first, zone)) {
      write_moment(out_, scope_, at);
    } else {
      const int32_t minutes = to_local(at, zone).second_of_day / 60;
      std::string clock = std::to_string(minutes / 60 + 100).substr(1) + ":" +
                          std::to_string(minutes % 60 + 100).substr(1);
      out_.text(clock);
    }
    if (!first || at < *first) return;
    out_.put(" <span class=\"aside\">");
    say(out_, scope_, Word::incident_after,
        {[&] { say_minutes(out_, scope_, (at.utc_seconds - first->utc_seconds) / 60); }});
    out_.put("</span>");
  }

  // Actions and lessons that belong to it, by a link or because one names the other.
  void related(ViewRecordId id, EntryFacts& facts) {
    std::vector<ViewRecordId> others;
    for (const ViewLink& link : view_.outgoing(id)) others.push_back(link.to);
    for (const uint32_t number : view_.incoming_links(id)) {
      others.push_back(view_.links[number].from);
    }
    std::ranges::sort(others);
    const auto repeated = std::ranges::unique(others);
    others.erase(repeated.begin(), repeated.end());
    std::vector<ViewRecordId> actions, lessons;
    uint64_t done = 0;
    for (const ViewRecordId other : others) {
      const ViewRecord& record = view_.record(other);
      const ViewKind& kind = view_.kind_of(record);
      if (kind.is("lesson")) lessons.push_back(other);
      if (!kind.is("action")) continue;
      if (record.is_open()) {
        actions.push_back(other);
      } else {
        ++done;
      }
    }
    facts.records(actions, Word::incident_to_do);
    if (done > 0) {
      facts.begin(Word::incident_done);
      say_count(out_, scope_, Word::incident_actions, done);
      facts.end();
    }
    facts.records(lessons, Word::incident_learned);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

}  // namespace

void write_incident_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  const View& view = scope.view();
  std::vector<ViewRecordId> ids;
  for (const RowGroup& group : scope.outline().tables[number(kind)].groups) {
    ids.insert(ids.end(), group.rows.begin(), group.rows.end());
  }
  std::ranges::stable_partition(ids, [&](ViewRecordId id) { return view.record(id).is_open(); });
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, Word::incident_latest);
  out.put("</h2>\n<ul class=\"entries\">\n");
  IncidentWriter writer(out, scope);
  const size_t shown = std::min(ids.size(), kMostIncidents);
  for (size_t i = 0; i < shown; ++i) writer.write(ids[i]);
  out.put("</ul>\n");
  write_more(out, scope, ids.size() - shown);
  out.put("</section>\n");
}

}  // namespace milepost
