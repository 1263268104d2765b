// Writes the head of an update.
#include "render/update_head.h"

#include <vector>

#include "compose/phrases.h"
#include "compose/reports.h"
#include "render/verdict_words.h"

namespace milepost {
namespace {

constexpr size_t kMostQuoted = 1200;  // bytes

// The heading says it.
void leave_out_state(Update& made) {
  if (made.state_words.empty() || made.verdict.empty()) return;
  std::string& words = made.verdict.front();
  if (!words.starts_with(made.state_words)) return;
  words.erase(0, made.state_words.size());
  words.erase(0, words.find_first_not_of(". "));
}

}  // namespace

std::string quoted_by(const Outline& outline, ViewRecordId report, const UpdateItems& items) {
  const ViewRecord& record = outline.view.record(report);
  if (!record.facts.held) return {};
  const std::string on = items.day(*record.facts.held);
  if (record.owner_names.empty()) return on;
  return fill(outline.words.text("update.quoted"_word), {record.owner_names.front(), on});
}

Update update_head(const Outline& outline, const PeriodFacts& period, ViewRecordId report,
                   UpdateItems& items) {
  const View& view = outline.view;
  const Words& words = outline.words;
  Update made;
  std::string name = items.day(period.to);
  if (report != kNoViewRecord && !view.record(report).title.empty()) {
    name = view.record(report).title;
  }
  made.title = fill(words.text("update.title"_word), {view.program.title, name});
  made.period = fill(words.text("update.period"_word),
                     {items.day(add_days(period.from, 1)), items.day(period.to)});
  made.overall = words.text("update.overall"_word);
  made.state = report == kNoViewRecord ? ViewHealth::none : view.record(report).health;
  if (period.now) made.state = outline.overview.verdict.state;
  if (made.state != ViewHealth::none) {
    made.state_words = word_label(health_word(words, made.state));
  }
  if (period.now) {
    made.verdict.push_back(words_said([&](HtmlWriter& out) { write_verdict(out, items.scope()); }));
    made.verdict.push_back(words_said([&](HtmlWriter& out) {
      write_verdict_before(out, items.scope());
      write_verdict_lead(out, items.scope());
    }));
    leave_out_state(made);
    // Where nothing can be judged the verdict is the name of the program.
    std::erase_if(made.verdict, [&](const std::string& said) {
      return said.empty() || said == view.program.title;
    });
  }
  if (report == kNoViewRecord) return made;
  std::string quoted = report_summary(view, view.record(report), kMostQuoted);
  if (quoted.empty()) return made;
  made.quote.paragraphs.push_back(std::move(quoted));
  made.quote.by = quoted_by(outline, report, items);
  return made;
}

}  // namespace milepost
