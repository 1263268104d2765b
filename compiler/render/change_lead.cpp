// Change requests: what each would change, what it costs, and who has agreed.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date_parse.h"
#include "compose/phrases.h"
#include "compose/pressing.h"
#include "render/entry_facts.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMostChanges = 8;
constexpr size_t kMostApplied = 8;

// What was said at one approval: nothing written means yes.
enum class Said : uint8_t { yes, no, not_yet };

class ChangeWriter {
 public:
  ChangeWriter(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  void write(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li class=\"entry\">\n");
    const ViewField* type = view_.find_field(record, "type");
    write_entry_head(out_, scope_, id, type == nullptr ? "" : type->values.front().text);
    applied(record);
    EntryFacts facts(out_, scope_, id);
    facts.field("rationale", Word::change_why);
    impact(record, facts);
    approvals(record, facts);
    facts.links("decides", true, Word::change_decided_by);
    facts.field("requested_by", Word::change_asked_by);
    facts.finish();
    out_.put("</li>\n");
  }

 private:
  // "Timeline 10 d · Cost GBP 0"
  void impact(const ViewRecord& record, EntryFacts& facts) {
    const ViewField* field = view_.find_field(record, "impact");
    if (field == nullptr) return;
    const auto* object = std::get_if<ViewObject>(&field->values.front().data);
    facts.begin(Word::change_impact);
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

  Said said(const ViewObject& approval) const {
    const ViewField* decision = view_.find_field(approval, "decision");
    const bool dated = view_.find_field(approval, "on") != nullptr;
    const bool named = view_.find_field(approval, "by") != nullptr;
    if (decision == nullptr) return dated || named ? Said::yes : Said::not_yet;
    const std::string& text = decision->values.front().text;
    constexpr std::array<std::string_view, 5> no = {"rejected", "denied", "declined", "refused",
                                                    "no"};
    constexpr std::array<std::string_view, 4> open = {"pending", "open", "waiting", "requested"};
    const auto begins = [&](std::string_view word) { return istarts_with(text, word); };
    if (std::ranges::any_of(no, begins)) return Said::no;
    return std::ranges::any_of(open, begins) ? Said::not_yet : Said::yes;
  }

  void approvals(const ViewRecord& record, EntryFacts& facts) {
    const ViewField* field = view_.find_field(record, "approvals");
    if (field == nullptr) return;
    facts.begin(Word::change_approvals);
    bool first = true;
    for (const ViewValue& value : field->values) {
      const auto* approval = std::get_if<ViewObject>(&value.data);
      if (!first) out_.put(", ");
      first = false;
      if (approval == nullptr) {
        out_.data(value.text);
        continue;
      }
      switch (said(*approval)) {
        case Said::yes:
          out_.put("<span class=\"st s-done\">");
          say(out_, scope_, Word::change_agreed);
          break;
        case Said::no:
          out_.put("<span class=\"st s-dropped\">");
          say(out_, scope_, Word::change_refused);
          break;
        case Said::not_yet:
          out_.put("<span class=\"st s-open\">");
          say(out_, scope_, Word::change_waiting);
          break;
      }
      out_.put("</span> ");
      const ViewField* who = view_.find_field(*approval, "by");
      if (who == nullptr) who = view_.find_field(*approval, "role");
      if (who != nullptr) write_field_phrase(out_, scope_, *who);
    }
    facts.end();
  }

  static std::optional<Date> day_of(const ViewField* field) {
    if (field == nullptr) return std::nullopt;
    const std::string& text = field->values.front().text;
    const DateParse parsed = parse_date(text, DateContext{});
    if (!parsed.value || !parsed.value->is_day() || parsed.consumed != text.size()) {
      return std::nullopt;
    }
    return parsed.value->first;
  }

  // "M-GA due ~~30 Jun~~ 14 Jul +10 d"
  void applied(const ViewRecord& record) {
    const ViewField* field = view_.find_field(record, "applies");
    if (field == nullptr) return;
    out_.put("<ul class=\"slips\">\n");
    size_t shown = 0;
    for (const ViewValue& value : field->values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr || shown == kMostApplied) continue;
      ++shown;
      out_.put("<li>");
      const auto part = [&](std::string_view name) { return view_.find_field(*object, name); };
      if (const ViewField* to = part("to")) write_field_phrase(out_, scope_, *to);
      if (const ViewField* what = part("field")) {
        out_.put(" ");
        write_field_phrase(out_, scope_, *what);
      }
      slip(part("from"), part("to_value"));
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
    write_more(out_, scope_, field->values.size() - shown);
  }

  void slip(const ViewField* from, const ViewField* to) {
    const std::optional<Date> before = day_of(from);
    const std::optional<Date> after = day_of(to);
    const auto one = [&](const ViewField* field, std::optional<Date> day) {
      if (day) {
        write_day(out_, scope_, *day, DayForm::brief);
      } else {
        write_field_phrase(out_, scope_, *field);
      }
    };
    if (from != nullptr) {
      out_.put(" <s>");
      one(from, before);
      out_.put("</s>");
    }
    if (to != nullptr) {
      out_.put(" <b>");
      one(to, after);
      out_.put("</b>");
    }
    if (!before || !after || *before == *after) return;
    const bool later = *after > *before;
    const int64_t days = later ? view_.working_time.between(*before, *after)
                               : view_.working_time.between(*after, *before);
    out_.put(later ? Markup(" <span class=\"slip\">") : Markup(" <span class=\"slip ok\">"));
    say(out_, scope_, later ? Word::raid_slip : Word::change_gain, {days});
    out_.put("</span>");
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
  write_part(out, scope, Word::change_open, asked);
  write_part(out, scope, Word::change_carried_out, agreed);
}

}  // namespace milepost
