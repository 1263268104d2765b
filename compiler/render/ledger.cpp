// Writes what explains a date.
#include "render/ledger.h"

#include <algorithm>
#include <span>
#include <vector>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

class Ledger {
 public:
  Ledger(HtmlWriter& out, const PageScope& scope) : out_(out), scope_(scope) {}

  void lines(std::span<const ViewSlipPart> parts) {
    for (const ViewSlipPart& part : parts) line(part);
  }

  void sum(const ViewExplanation& why) {
    out_.put("<li class=\"sum\">");
    amount(why.slip);
    out_.put("<div>");
    const Word word = why.slip > 0   ? "ledger.after"_word
                      : why.slip < 0 ? "ledger.before"_word
                                     : "ledger.on"_word;
    say(out_, scope_, word,
        {[&] { write_day(out_, scope_, why.committed, DayForm::with_weekday); }});
    out_.put("</div></li>\n");
  }

  // Working days in ink: the state word says how bad it is.
  void amount(int32_t days) {
    out_.put("<b class=\"nw\">");
    const Word word = days > 0   ? "slip.later"_word
                      : days < 0 ? "slip.earlier"_word
                                 : "slip.none"_word;
    say(out_, scope_, word, {days < 0 ? -int64_t{days} : int64_t{days}});
    out_.put("</b>");
  }

 private:
  void line(const ViewSlipPart& part) {
    out_.put("<li>");
    amount(part.days);
    out_.put("<div>");
    say_slip_cause(out_, scope_, part);
    if (part.was && part.now && *part.was != *part.now) {
      out_.put(", ");
      out_.put("<s>");
      write_day(out_, scope_, *part.was, DayForm::brief);
      out_.put("</s> <b>");
      write_day(out_, scope_, *part.now, DayForm::brief);
      out_.put("</b>");
    }
    if (part.item != kNotInPlan) facts(part);
    out_.put("</div></li>\n");
  }

  void facts(const ViewSlipPart& part) {
    const ViewRecord& record = scope_.view().record(part.item);
    out_.put("<span class=\"sub\">");
    write_id(out_, scope_, part.item);
    if (!record.owners.empty()) {
      out_.put(" ");
      write_party(out_, scope_, record.owners[0], record.owner_names[0]);
    }
    if (part.because != kNotInPlan) {
      out_.put(", ");
      say(out_, scope_, "slip_cause.because"_word, {[&] { write_id(out_, scope_, part.because); }});
    }
    out_.put("</span>");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
};

// The open work of a path, the milestone itself left out.
std::vector<ViewRecordId> open_steps(const View& view, const ViewExplanation& why) {
  std::vector<ViewRecordId> steps;
  for (const ViewRecordId id : why.path) {
    const ViewScheduleItem* item = view.schedule.item(id);
    if (id == why.milestone || item == nullptr || item->state == ViewPlanState::done) continue;
    steps.push_back(id);
  }
  return steps;
}

}  // namespace

void write_ledger(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why,
                  size_t most) {
  if (why.parts.empty()) return;
  Ledger ledger(out, scope);
  const std::span<const ViewSlipPart> parts = why.parts;
  const size_t shown = parts.size() <= most + 1 ? parts.size() : most;
  out.put("<ul class=\"ledger\">\n");
  ledger.lines(parts.first(shown));
  if (shown < parts.size()) {
    // The rest adds up to one line of the sum, and unfolds.
    int64_t rest = 0;
    for (const ViewSlipPart& part : parts.subspan(shown)) rest += part.days;
    out.put("<li>");
    ledger.amount(static_cast<int32_t>(rest));
    out.put("<details><summary>");
    say_count(out, scope, "overview.more"_word, parts.size() - shown);
    out.put("</summary>\n<ul class=\"ledger\">\n");
    ledger.lines(parts.subspan(shown));
    out.put("</ul>\n</details></li>\n");
  }
  ledger.sum(why);
  out.put("</ul>\n");
}

void write_explanation_notes(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why) {
  const View& view = scope.view();
  const auto title = [&](ViewRecordId id) {
    write_record_link(out, scope, id, view.record(id).title);
  };
  if (!why.with_float.empty()) {
    const auto list = [&] {
      for (const ViewItemFloat& one : why.with_float) {
        if (&one != why.with_float.data()) out.put(", ");
        say(out, scope, "explain.item_float"_word, {[&] { title(one.item); }, one.days});
      }
    };
    out.put("<p class=\"told\">");
    say(out, scope, "explain.with_float"_word, {list});
    out.put("</p>\n");
  }
  if (!why.contradicted.empty()) {
    const auto list = [&] {
      for (const ViewRecordId& id : why.contradicted) {
        if (&id != why.contradicted.data()) out.put(", ");
        title(id);
        const ViewRecord& record = view.record(id);
        if (!record.health_because.empty()) {
          out.put(" (").data(record.health_because).put(")");
        }
      }
    };
    out.put("<p class=\"told\">");
    say(out, scope, "explain.contradicted"_word, {list});
    out.put("</p>\n");
  }
  if (why.path_items > 0) {
    out.put("<p class=\"told\">");
    say(out, scope, "explain.estimated"_word, {why.path_estimated, why.path_items});
    out.put("</p>\n");
  }
}

void write_why(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why, bool chain) {
  const std::vector<ViewRecordId> steps = open_steps(scope.view(), why);
  if (chain && !steps.empty()) {
    out.put("<p>");
    say(out, scope, "explain.rests_on"_word, {[&] { say_chain(out, scope, steps); }});
    out.put("</p>\n");
  }
  if (why.parts.empty() && why.slip == 0) {
    out.put("<p>");
    say(out, scope, "explain.on_time"_word);
    out.put("</p>\n");
  }
  write_ledger(out, scope, why);
  write_explanation_notes(out, scope, why);
}

void write_explanation(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why,
                       bool chain) {
  out.put("<section class=\"part why\">\n<h2>");
  say(out, scope, "explain.why"_word,
      {[&] { out.data(scope.view().record(why.milestone).title); },
       [&] { write_day(out, scope, why.forecast, DayForm::with_weekday); }});
  out.put("</h2>\n");
  write_why(out, scope, why, chain);
  out.put("</section>\n");
}

void write_explanation_folds(HtmlWriter& out, const PageScope& scope, ViewRecordId except,
                             size_t most) {
  size_t written = 0;
  for (const ViewExplanation& why : scope.view().schedule.explanations) {
    if (why.milestone == except || written++ >= most) continue;
    const ViewScheduleItem* item = scope.view().schedule.item(why.milestone);
    out.put("<details class=\"g-why\"><summary>");
    out.data(scope.view().record(why.milestone).title).put(" ");
    if (item != nullptr) write_finish(out, scope, *item, DayForm::brief);
    out.put("</summary>\n");
    write_why(out, scope, why);
    out.put("</details>\n");
  }
}

}  // namespace milepost
