// Writes what the target rests on and is late, blocked or reported bad.
#include <algorithm>
#include <span>
#include <vector>

#include "compose/recent.h"
#include "compose/verdict.h"
#include "render/links.h"
#include "render/overview_why.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

class CauseWriter {
 public:
  CauseWriter(HtmlWriter& out, const PageScope& scope)
      : out_(out), scope_(scope), view_(scope.view()) {}

  void write() {
    std::vector<const Cause*> rows;
    std::vector<const Cause*> reported;
    for (const Cause& cause : scope_.outline().overview.verdict.causes) {
      (cause.kind == CauseKind::reported ? reported : rows).push_back(&cause);
    }
    if (rows.empty() && reported.empty()) {
      out_.put("<p>");
      say(out_, scope_, "overview.nothing_late"_word);
      out_.put("</p>\n");
      return;
    }
    constexpr size_t kShown = 3;
    constexpr size_t kMost = 60;
    const size_t shown = std::min(rows.size(), kShown);
    ledger(std::span(rows).first(shown));
    if (rows.size() > shown) {
      out_.put("<details><summary>");
      say_count(out_, scope_, "overview.more"_word, rows.size() - shown);
      out_.put("</summary>\n");
      ledger(std::span(rows).subspan(shown, std::min(rows.size() - shown, kMost)));
      out_.put("</details>\n");
    }
    for (const ViewHealth health :
         {ViewHealth::off_track, ViewHealth::blocked, ViewHealth::at_risk}) {
      reported_bad(reported, health);
    }
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  void ledger(std::span<const Cause* const> causes) {
    if (causes.empty()) return;
    out_.put("<ul class=\"ledger\">\n");
    for (const Cause* cause : causes) {
      const ViewRecord& record = view_.record(cause->record);
      out_.put("<li><b>");
      if (cause->kind == CauseKind::blocker) {
        if (record.facts.priority <= 3) out_.text("P").number(record.facts.priority);
      } else {
        say(out_, scope_, "overview.days"_word, {cause->days});
      }
      out_.put("</b><div>");
      cause_words(*cause, record);
      out_.put("<span class=\"sub\">");
      write_id(out_, scope_, cause->record);
      if (!record.owners.empty()) {
        out_.put(" ");
        write_party(out_, scope_, record.owners[0], record.owner_names[0]);
      }
      if (cause->feeds != kNoViewRecord) {
        out_.put(", ");
        say(out_, scope_,
            cause->kind == CauseKind::blocker ? "overview.blocks"_word : "overview.feeds"_word,
            {[&] { write_id(out_, scope_, cause->feeds); }});
      }
      out_.put("</span></div></li>\n");
    }
    out_.put("</ul>\n");
  }

  void cause_words(const Cause& cause, const ViewRecord& record) {
    const auto title = [&] { out_.data(record.title); };
    const auto date = [&] { day(cause.date); };
    if (cause.kind == CauseKind::blocker) {
      title();
    } else if (cause.kind == CauseKind::late) {
      say(out_, scope_, "overview.cause_late"_word, {title, date});
    } else {
      const auto promised = [&] {
        const std::vector<DateMove> moves = date_moves(view_, cause.record);
        if (!moves.empty()) {
          out_.put("<s>");
          write_day(out_, scope_, moves.back().from, DayForm::brief);
          out_.put("</s> ");
        }
        out_.put("<b>");
        date();
        out_.put("</b>");
      };
      say(out_, scope_, "overview.cause_promised"_word,
          {title, promised, [&] { day(*record.facts.needed_by); }});
    }
  }

  // "At risk as reported: Migration tool T-31; Pilot live with three merchants M-PILOT"
  void reported_bad(const std::vector<const Cause*>& causes, ViewHealth health) {
    constexpr size_t kShown = 4;
    std::vector<ViewRecordId> ids;
    for (const Cause* cause : causes) {
      if (view_.record(cause->record).health == health) ids.push_back(cause->record);
    }
    if (ids.empty()) return;
    const size_t shown = std::min(ids.size(), kShown);
    out_.put("<p class=\"told\">");
    write_health(out_, scope_, health);
    out_.put(" ");
    say(out_, scope_, "overview.as_reported"_word);
    out_.put(" ");
    titles(std::span(ids).first(shown));
    out_.put("</p>\n");
    if (shown == ids.size()) return;
    out_.put("<details class=\"told\"><summary>");
    say_count(out_, scope_, "overview.more"_word, ids.size() - shown);
    out_.put("</summary>\n<p>");
    titles(std::span(ids).subspan(shown));
    out_.put("</p></details>\n");
  }

  void titles(std::span<const ViewRecordId> ids) {
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out_.put("; ");
      out_.data(view_.record(ids[i]).title).put(" ");
      write_id(out_, scope_, ids[i]);
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
};

}  // namespace

void write_causes(HtmlWriter& out, const PageScope& scope) {
  CauseWriter(out, scope).write();
}

}  // namespace milepost
