// Change requests: what each would change, what it costs, and who has agreed.
#include <algorithm>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/pressing.h"
#include "render/control_parts.h"
#include "render/entry_facts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostChanges = 8;
constexpr size_t kMostApplied = 8;

class ChangeWriter {
 public:
  ChangeWriter(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li class=\"entry\">\n");
    const ViewField* type = view_.find_field(record, "type");
    write_entry_head(out_, scope_, id, type == nullptr ? "" : type->values.front().text);
    const ViewChange* change = view_.change_of(id);
    if (change != nullptr) applied(*change);
    EntryFacts facts(out_, scope_, id);
    facts.field("rationale", "change.why"_word);
    impact(record, facts);
    if (change != nullptr) {
      not_assessed(*change, facts);
      approvals(*change, facts);
    }
    facts.links("decides", true, "change.decided_by"_word);
    facts.field("requested_by", "change.asked_by"_word);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  // "Timeline 10 d · Cost GBP 0"
  void impact(const ViewRecord& record, EntryFacts& facts) {
    const ViewField* field = view_.find_field(record, "impact");
    if (field == nullptr) return;
    const auto* object = std::get_if<ViewObject>(&field->values.front().data);
    facts.begin("change.impact"_word);
    if (object == nullptr) {
      write_field_phrase(out_, scope_, *field);
    } else {
      bool first = true;
      for (const ViewField& part : object->fields) {
        if (part.values.empty()) continue;
        if (!first) out_.put("; ");
        first = false;
        out_.put("<span class=\"aside\">").data(view_.field(part.field).label).put("</span> ");
        write_field_phrase(out_, scope_, part);
      }
    }
    facts.end();
  }

  // Who has agreed, who has not, and who was not asked; each role once.
  void approvals(const ViewChange& change, EntryFacts& facts) {
    if (change.approvals.empty()) return;
    facts.begin("change.approvals"_word);
    bool first = true;
    for (const ViewChangeApproval& one : change.approvals) {
      if (!first) out_.put(", ");
      first = false;
      write_approval_state(out_, scope_, one);
      out_.put(" ").data(one.role);
      if (one.by.empty()) continue;
      if (!one.role.empty()) out_.put(" ");
      write_who(out_, scope_, one.by);
      if (one.not_held) {
        out_.put(" <span class=\"aside\">");
        say(out_, scope_, "change.not_held"_word);
        out_.put("</span>");
      }
    }
    facts.end();
  }

  // What has to be assessed and was not.
  void not_assessed(const ViewChange& change, EntryFacts& facts) {
    bool open = false;
    for (const ViewImpactArea& area : change.impact) {
      if (!area.required || area.assessed) continue;
      if (!open) facts.begin("change.assessment"_word).put("<span class=\"st s-stale\">");
      if (!open) say(out_, scope_, "change.not_assessed"_word);
      if (!open) out_.put("</span> ");
      if (open) out_.put(", ");
      out_.data(area.label);
      open = true;
    }
    if (open) facts.end();
  }

  // "M-GA due ~~30 Jun~~ 14 Jul +10 d"
  void applied(const ViewChange& change) {
    if (change.moves.empty()) return;
    out_.put("<ul class=\"slips\">\n");
    const size_t shown = std::min(change.moves.size(), kMostApplied);
    for (size_t i = 0; i < shown; ++i) {
      const ViewChangeMove& move = change.moves[i];
      out_.put("<li>");
      if (move.record == kReleaseItself) {
        out_.data(move.text);
      } else {
        write_id(out_, scope_, move.record);
      }
      out_.put(" ").data(move.field).put(" ");
      write_move_values(out_, scope_, move);
      if (change.approved && move.state != ViewMoveState::applied) {
        out_.put(" ");
        write_move_state(out_, scope_, move);
      }
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
    write_more(out_, scope_, change.moves.size() - shown);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

void write_part(HtmlWriter& out, PageScope& scope, Word heading,
                const std::vector<ViewRecordId>& ids) {
  if (ids.empty()) return;
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, heading);
  out.put("</h2>\n<ul class=\"entries\">\n");
  ChangeWriter writer(out, scope);
  const size_t shown = std::min(ids.size(), kMostChanges);
  for (size_t i = 0; i < shown; ++i) writer.write(ids[i]);
  out.put("</ul>\n");
  write_more(out, scope, ids.size() - shown);
  out.put("</section>\n");
}

}  // namespace

// What waits for an answer first, then what was agreed and is being carried out.
void write_change_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  const View& view = scope.view();
  std::vector<ViewRecordId> asked, agreed;
  for (const ViewRecordId id : pressing_of(scope.outline(), kind)) {
    const ViewRecord& record = view.record(id);
    const std::vector<ViewStatus>& statuses = view.kind_of(record).statuses;
    const bool approved =
        record.status < statuses.size() && statuses[record.status].name == "approved";
    (approved ? agreed : asked).push_back(id);
  }
  if (asked.empty() && agreed.empty()) return write_empty_log(out, scope, kind);
  write_part(out, scope, "change.open"_word, asked);
  write_part(out, scope, "change.carried_out"_word, agreed);
}

}  // namespace milepost
