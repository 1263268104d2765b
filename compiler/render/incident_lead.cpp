// Incidents: how long each stage took, what caused it, what is still to be done, what was learned.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "compose/phrases.h"
#include "compose/response_clock.h"
#include "render/control_parts.h"
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
    const ViewIncident* incident = view_.incident_of(id);
    stages(record, incident);
    EntryFacts facts(out_, scope_, id);
    facts.field("impact_text", "incident.impact"_word);
    facts.links("causes", true, "incident.caused_by"_word);
    if (incident != nullptr && incident->over) post_mortem(*incident, facts);
    related(id, facts);
    if (incident != nullptr) untracked(*incident, facts);
    facts.owners("incident.owner"_word);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  // Each stage with the time since it began. The width of a bar would say nothing that the words do
  // not.
  void stages(const ViewRecord& record, const ViewIncident* incident) {
    constexpr std::array<std::tuple<std::string_view, Word>, 5> kStages = {{
        {"started", "incident.began"_word},
        {"detected", "incident.noticed"_word},
        {"acknowledged", "incident.taken_up"_word},
        {"mitigated", "incident.contained"_word},
        {"resolved", "incident.over"_word},
    }};
    std::optional<DateTime> first;
    for (const auto& [name, word] : kStages) {
      const std::optional<DateTime> at = moment_of(view_, record, name);
      if (!at) continue;
      out_.put(first ? Markup("<li><b>") : Markup("<ol class=\"stages\">\n<li><b>"));
      say(out_, scope_, word);
      out_.put("</b> <span>");
      stage_time(*at, first);
      out_.put("</span>");
      if (incident != nullptr) beside_limit(*incident, name);
      out_.put("</li>\n");
      if (!first) first = at;
    }
    if (first && incident != nullptr) not_there(record, *incident);
    if (first) out_.put("</ol>\n");
  }

  // Steps that have a limit and did not happen yet, or that nobody wrote down.
  void not_there(const ViewRecord& record, const ViewIncident& incident) {
    constexpr std::array<std::tuple<std::string_view, Word>, 3> kSteps = {
        {{"acknowledged", "incident.taken_up"_word},
         {"mitigated", "incident.contained"_word},
         {"resolved", "incident.over"_word}}};
    for (const ViewIncidentClock& clock : incident.clocks) {
      const auto& [name, word] = kSteps[static_cast<size_t>(clock.step)];
      if (clock.state == ViewStepState::none || moment_of(view_, record, name)) continue;
      out_.put("<li><b>");
      say(out_, scope_, word);
      out_.put("</b> ");
      write_step_state(out_, scope_, clock);
      out_.put("</li>\n");
    }
  }

  void beside_limit(const ViewIncident& incident, std::string_view stage) {
    constexpr std::array<std::string_view, 3> kSteps = {"acknowledged", "mitigated", "resolved"};
    for (const ViewIncidentClock& clock : incident.clocks) {
      if (kSteps[static_cast<size_t>(clock.step)] != stage) continue;
      if (clock.state == ViewStepState::none) continue;
      out_.put(" ");
      write_step_state(out_, scope_, clock);
    }
  }

  void post_mortem(const ViewIncident& incident, EntryFacts& facts) {
    const auto there = static_cast<size_t>(std::ranges::count(incident.parts, true));
    if (there == 0 && !incident.review_by) return;
    facts.begin("incident.post_mortem"_word);
    if (there == kViewPostMortemParts) {
      out_.put("<span class=\"st s-done s-passed\">");
      say(out_, scope_, "incident.complete"_word);
    } else {
      const bool late = incident.review_by && *incident.review_by < scope_.as_of();
      out_.put(late ? Markup("<span class=\"st s-late\">") : Markup("<span class=\"st s-open\">"));
      say(out_, scope_, "incident.parts_count"_word, {there, kViewPostMortemParts});
    }
    out_.put("</span>");
    facts.end();
  }

  void untracked(const ViewIncident& incident, EntryFacts& facts) {
    if (incident.untracked.empty()) return;
    facts.begin("incident.untracked"_word);
    out_.put("<span class=\"st s-stale\">");
    say_count(out_, scope_, "incident.actions"_word, incident.untracked.size());
    out_.put("</span>");
    facts.end();
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
    say(out_, scope_, "incident.after"_word,
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
    facts.records(actions, "incident.to_do"_word);
    if (done > 0) {
      facts.begin("incident.done"_word);
      say_count(out_, scope_, "incident.actions"_word, done);
      facts.end();
    }
    facts.records(lessons, "incident.learned"_word);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

// Of the releases that went out, those that failed: with the names of both, so that one can ask.
void write_failure_rate(HtmlWriter& out, PageScope& scope) {
  const View& view = scope.view();
  std::vector<ViewRecordId> caused;
  for (const ViewIncident& incident : view.incidents) {
    caused.insert(caused.end(), incident.releases.begin(), incident.releases.end());
  }
  std::ranges::sort(caused);
  uint64_t gone = 0;
  std::vector<ViewRecordId> failed;
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    const ViewKind& kind = view.kind_of(record);
    if (!kind.is("release")) continue;
    const bool back =
        record.status < kind.statuses.size() && kind.statuses[record.status].name == "rolled_back";
    if (record.phase != ViewPhase::done && !back) continue;
    ++gone;
    if (back || std::ranges::binary_search(caused, ViewRecordId{i})) {
      failed.push_back(ViewRecordId{i});
    }
  }
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "incident.rate"_word);
  out.put("</h2>\n<p>");
  if (gone == 0) {
    say(out, scope, "incident.rate_none"_word);
  } else {
    out.put("<b>").text(std::to_string((failed.size() * 200 + gone) / (2 * gone))).put(" %</b> (");
    say_count(out, scope, "incident.rate_value"_word, gone, {failed.size()});
    out.put(")");
    for (size_t i = 0; i < failed.size(); ++i) {
      out.put(i == 0 ? Markup(": ") : Markup(", "));
      write_record_link(out, scope, failed[i], view.record(failed[i]).title);
      out.put(" ");
      write_id(out, scope, failed[i]);
    }
  }
  out.put("</p>\n<p class=\"more\">");
  say(out, scope, "incident.rate_note"_word);
  out.put("</p>\n</section>\n");
}

}  // namespace

void write_incident_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  const View& view = scope.view();
  std::vector<ViewRecordId> ids;
  for (const RowGroup& group : scope.outline().tables[number(kind)].groups) {
    ids.insert(ids.end(), group.rows.begin(), group.rows.end());
  }
  std::ranges::stable_partition(ids, [&](ViewRecordId id) { return view.record(id).is_open(); });
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "incident.latest"_word);
  out.put("</h2>\n<ul class=\"entries\">\n");
  IncidentWriter writer(out, scope);
  const size_t shown = std::min(ids.size(), kMostIncidents);
  for (size_t i = 0; i < shown; ++i) writer.write(ids[i]);
  out.put("</ul>\n");
  write_more(out, scope, ids.size() - shown);
  out.put("</section>\n");
  write_failure_rate(out, scope);
}

}  // namespace milepost
