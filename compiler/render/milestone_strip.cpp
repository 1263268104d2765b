// The milestones as a strip: a stone each, a heavy line behind what is past.
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "compose/recent.h"
#include "compose/verdict.h"
#include "render/links.h"
#include "render/overview_parts.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

class Strip {
 public:
  Strip(HtmlWriter& out, const PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()), as_of_(scope.as_of()) {}

  void write(std::span<const ViewRecordId> ids) {
    if (ids.empty()) return;
    // The tick of today stands behind the last that is past.
    size_t past = 0;
    while (past < ids.size() && date_of(ids[past]) < as_of_) ++past;
    out_.put("<ol class=\"strip\">\n");
    for (size_t i = 0; i < ids.size(); ++i) {
      const ViewRecord& record = view_.record(ids[i]);
      if (!record.is_open()) {
        out_.put("<li class=\"met\">");
      } else if (i < past) {
        out_.put("<li class=\"past\">");
      } else {
        out_.put("<li>");
      }
      out_.put("<b>");
      day(date_of(ids[i]));
      out_.put("</b> ");
      write_record_link(out_, scope_, ids[i], record.title);
      out_.put(" <span class=\"sub\">");
      milestone_state(ids[i], record);
      out_.put("</span>");
      if (i + 1 == past && past < ids.size()) {
        out_.put(" <span class=\"now\">");
        day(as_of_);
        out_.put("</span>");
      }
      out_.put("</li>\n");
    }
    out_.put("</ol>\n");
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  // Only milestones with a date are picked.
  Date date_of(ViewRecordId id) const { return expected_on(view_, id).value_or(as_of_); }

  void milestone_state(ViewRecordId id, const ViewRecord& record) {
    const ViewFacts& facts = record.facts;
    if (record.phase == ViewPhase::done) {
      say(out_, scope_, "overview.met"_word);
      if (!facts.finished) return;
      out_.put(" ");
      write_met(out_, scope_, record);
      return;
    }
    if (const ViewScheduleItem* item = forecast_item(view_, id)) {
      forecast_state(id, *item);
      return;
    }
    const std::vector<DateMove> moves = date_moves(view_, id);
    if (!moves.empty()) {
      const int64_t slip = view_.working_time.between(moves.front().from, *facts.due);
      out_.put("<s>");
      write_day(out_, scope_, moves.front().from, DayForm::brief);
      out_.put("</s> <strong>");
      if (slip > 0) say(out_, scope_, "overview.days"_word, {slip});
      if (slip < 0) say(out_, scope_, "overview.days_less"_word, {-slip});
      out_.put("</strong> ");
    }
    if (facts.due && *facts.due < as_of_) {
      write_days_late(out_, scope_, *facts.due);
    } else {
      write_state(out_, scope_, record);
    }
  }

  // What was committed, struck, and how many working days later it is.
  void forecast_state(ViewRecordId id, const ViewScheduleItem& item) {
    if (const std::optional<Date> struck = struck_date(item)) {
      out_.put("<s>");
      write_day(out_, scope_, *struck, DayForm::brief);
      out_.put("</s> <strong>");
      say(out_, scope_, item.slip > 0 ? "overview.days"_word : "overview.days_less"_word,
          {item.slip > 0 ? item.slip : -item.slip});
      out_.put("</strong> ");
    }
    write_plan_state(out_, scope_, id);
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  Date as_of_;
};

}  // namespace

void write_milestone_strip(HtmlWriter& out, const PageScope& scope) {
  write_milestone_strip(out, scope, scope.outline().overview.milestones.records);
}

void write_milestone_strip(HtmlWriter& out, const PageScope& scope,
                           std::span<const ViewRecordId> milestones) {
  Strip(out, scope).write(milestones);
}

void write_days_late(HtmlWriter& out, const PageScope& scope, Date due) {
  const int64_t days = scope.view().working_time.between(due, scope.as_of());
  out.put("<span class=\"st s-late\">");
  say_count(out, scope, "overview.late"_word, static_cast<uint64_t>(std::max<int64_t>(days, 0)));
  out.put("</span>");
}

}  // namespace milepost
