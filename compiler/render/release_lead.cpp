// Releases: the day, the verdict, and a meter for each gate.
#include <algorithm>
#include <span>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "render/entry_facts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/ready_reasons.h"
#include "render/ready_words.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMostReleases = 8;
constexpr size_t kMostGates = 12;
constexpr size_t kMostReasons = 5;

class ReleaseWriter {
 public:
  ReleaseWriter(HtmlWriter& out, PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    ready_ = view_.readiness_of(id);
    out_.put("<li class=\"entry\">\n");
    if (ready_ == nullptr) {
      write_entry_head(out_, scope_, id, {});
      target(record);
    } else {
      write_release_head(out_, scope_, *ready_);
      target(record);
      verdict();
    }
    if (record.is_open() && !record.health_because.empty()) {
      out_.put("<p class=\"situation\">").data(record.health_because).put("</p>\n");
    }
    if (ready_ == nullptr || ready_->items.empty()) {
      gates(record);
    } else {
      gates();
    }
    EntryFacts facts(out_, scope_, id);
    if (ready_ == nullptr || ready_->sign_offs.empty()) {
      sign_offs(record, facts);
    } else {
      sign_offs(facts);
    }
    facts.field("decision", "release.decision"_word);
    facts.field("conditions", "release.conditions"_word);
    facts.owners("release.owner"_word);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  void target(const ViewRecord& record) {
    const ViewFacts& facts = record.facts;
    const bool out = record.phase == ViewPhase::done;
    const std::optional<Date> day = out && facts.finished ? facts.finished : facts.due;
    if (!day) return;
    out_.put("<p class=\"ask\">");
    const auto when = [&] {
      out_.put("<b>");
      write_day(out_, scope_, *day, DayForm::with_weekday);
      out_.put("</b>");
    };
    if (out) {
      say(out_, scope_, "release.went_out"_word, {when});
    } else {
      const std::string distance =
          distance_words(scope_.words(), *day, scope_.as_of(), view_.working_time);
      say(out_, scope_, "release.goes_out"_word, {when, distance});
    }
    out_.put("</p>\n");
  }

  void verdict() {
    if (ready_->verdict == ViewReadyVerdict::none) return;
    out_.put("<p class=\"ask\">");
    write_ready_sentence(out_, scope_, *ready_);
    out_.put("</p>\n");
    write_reason_lines(out_, scope_, *ready_, kMostReasons);
  }

  void gates() {
    out_.put("<ul class=\"gates\">\n");
    const size_t shown = std::min(ready_->gates.size(), kMostGates);
    for (uint32_t gate = 0; gate < shown; ++gate) {
      out_.put("<li><span>");
      if (ready_->gates[gate].title.empty()) {
        say(out_, scope_, "release.check_list"_word);
      } else {
        out_.data(ready_->gates[gate].title);
      }
      out_.put("</span> ");
      write_ready_meter(out_, scope_, *ready_, gate);
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

  // "1 of 6; waiting for Asha Rao, …"
  void sign_offs(EntryFacts& facts) {
    uint64_t current = 0;
    std::vector<const ViewSignOff*> waiting;
    for (const ViewSignOff& sign : ready_->sign_offs) {
      const bool holds = sign.state == ViewSignOffState::current ||
                         sign.state == ViewSignOffState::conditional ||
                         sign.state == ViewSignOffState::unsealed;
      current += holds ? 1 : 0;
      if (!holds) waiting.push_back(&sign);
    }
    facts.begin("release.signed"_word);
    say(out_, scope_, "release.of"_word, {current, ready_->sign_offs.size()});
    if (!waiting.empty() && ready_->verdict != ViewReadyVerdict::none) {
      out_.put("; ");
      say(out_, scope_, "release.waiting_for"_word, {[&] {
            for (size_t i = 0; i < waiting.size(); ++i) {
              if (i > 0) out_.put(", ");
              if (waiting[i]->by.empty()) {
                out_.data(waiting[i]->role_label);
              } else {
                write_ready_who(out_, scope_, waiting[i]->by);
              }
            }
          }});
    }
    facts.end();
  }

  void gates(const ViewRecord& record) {
    const std::span<const ViewCheck> checks = record.checks;
    if (checks.empty()) return;
    out_.put("<ul class=\"gates\">\n");
    size_t shown = 0;
    for (size_t from = 0; from < checks.size() && shown < kMostGates; ++shown) {
      size_t to = from + 1;
      while (to < checks.size() && checks[to].group == checks[from].group) ++to;
      out_.put("<li><span>");
      if (checks[from].group.empty()) {
        say(out_, scope_, "release.check_list"_word);
      } else {
        out_.data(checks[from].group);
      }
      out_.put("</span> ");
      write_meter(out_, scope_, checks.subspan(from, to - from));
      out_.put("</li>\n");
      from = to;
    }
    out_.put("</ul>\n");
  }

  // "1 of 6; waiting for Asha Rao, …"
  void sign_offs(const ViewRecord& record, EntryFacts& facts) {
    const ViewField* field = view_.find_field(record, "signoffs");
    if (field == nullptr) return;
    std::vector<const ViewField*> waiting;
    uint64_t said = 0;
    for (const ViewValue& value : field->values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) continue;
      const ViewField* decision = view_.find_field(*object, "decision");
      const bool open = decision == nullptr
                            ? view_.find_field(*object, "on") == nullptr
                            : istarts_with(decision->values.front().text, "pending") ||
                                  istarts_with(decision->values.front().text, "open");
      if (!open) {
        ++said;
        continue;
      }
      const ViewField* who = view_.find_field(*object, "by");
      if (who == nullptr) who = view_.find_field(*object, "role");
      if (who != nullptr) waiting.push_back(who);
    }
    facts.begin("release.signed"_word);
    say(out_, scope_, "release.of"_word, {said, field->values.size()});
    if (!waiting.empty() && record.is_open()) {
      out_.put("; ");
      say(out_, scope_, "release.waiting_for"_word, {[&] {
            for (size_t i = 0; i < waiting.size(); ++i) {
              if (i > 0) out_.put(", ");
              write_field_phrase(out_, scope_, *waiting[i]);
            }
          }});
    }
    facts.end();
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const ViewReadiness* ready_ = nullptr;  // of the release that is written
};

}  // namespace

// What is to come by its day, then what went out.
void write_release_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "release.heading"_word);
  out.put("</h2>\n<ul class=\"entries\">\n");
  ReleaseWriter writer(out, scope);
  size_t shown = 0;
  size_t all = 0;
  for (const RowGroup& group : scope.outline().tables[number(kind)].groups) {
    all += group.rows.size();
    for (const ViewRecordId id : group.rows) {
      if (shown == kMostReleases) break;
      ++shown;
      writer.write(id);
    }
  }
  out.put("</ul>\n");
  write_more(out, scope, all - shown);
  out.put("</section>\n");
}

}  // namespace milepost
