// What a stakeholder's page says in figures and in the program's own words; and what leads to
// each block.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compare/past.h"
#include "compose/options.h"
#include "compose/phrases.h"
#include "render/change_lines.h"
#include "render/links.h"
#include "render/markdown.h"
#include "render/overview_parts.h"
#include "render/overview_why.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/status_parts.h"
#include "render/values.h"
#include "text/ascii.h"

namespace milepost {
namespace {

const ViewMoney* money_in(const View& view, const ViewRecord& record, std::string_view name) {
  const ViewField* field = view.find_field(record, name);
  return field == nullptr ? nullptr : std::get_if<ViewMoney>(&field->values.front().data);
}

// Halves go up; nothing of nothing.
int64_t percent_of(int64_t part, int64_t whole) {
  return whole <= 0 ? 0 : (part * 200 + whole) / (2 * whole);
}

class BudgetWriter {
 public:
  BudgetWriter(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  // "Budget of the program, 2026: GBP 964,000 of GBP 2,100,000 spent, 46 %; forecast GBP 2,060,000"
  void budget(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    out_.put("<li>");
    write_record_link(out_, scope_, id, record.title);
    const ViewMoney* planned = money_in(view_, record, "planned");
    const ViewMoney* actual = money_in(view_, record, "actual");
    const ViewMoney* forecast = money_in(view_, record, "forecast");
    out_.put("<span class=\"sub\">");
    if (planned != nullptr && actual != nullptr) {
      say(out_, scope_, "reader.spent"_word,
          {[&] { value(record, "actual"); }, [&] { value(record, "planned"); },
           percent_of(actual->hundredths, planned->hundredths)});
    } else if (planned != nullptr) {
      say(out_, scope_, "reader.planned"_word, {[&] { value(record, "planned"); }});
    }
    if (forecast != nullptr) {
      out_.put(" ");
      say(out_, scope_, "reader.forecast"_word, {[&] { value(record, "forecast"); }});
    }
    out_.put("</span></li>\n");
  }

  void elapsed(const ElapsedTime& time) {
    const auto from = [&] { write_day(out_, scope_, time.from, DayForm::with_weekday); };
    const auto to = [&] { write_day(out_, scope_, time.to, DayForm::with_weekday); };
    const ViewRecordId target = scope_.outline().overview.verdict.target;
    const auto what = [&] { write_record_link(out_, scope_, target, view_.record(target).title); };
    out_.put("<li>");
    say_count(out_, scope_, "reader.elapsed"_word, static_cast<uint64_t>(time.of),
              {std::min(time.days, time.of), percent_of(std::min(time.days, time.of), time.of)});
    out_.put("<span class=\"sub\">");
    say(out_, scope_, "reader.elapsed_from"_word, {from, what, to});
    out_.put("</span></li>\n");
  }

 private:
  void value(const ViewRecord& record, std::string_view name) {
    write_values(out_, scope_, *view_.find_field(record, name), ValueForm::brief);
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

// The value of the last reading by the as-of date; null if there is none.
const ViewField* newest_reading(const View& view, const ViewRecord& record) {
  const ViewField* readings = view.find_field(record, "readings");
  const ViewField* newest = nullptr;
  std::optional<Date> day;
  if (readings == nullptr) return nullptr;
  for (const ViewValue& value : readings->values) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    const ViewField* on = object == nullptr ? nullptr : view.find_field(*object, "date");
    const ViewField* read = object == nullptr ? nullptr : view.find_field(*object, "value");
    if (on == nullptr || read == nullptr) continue;
    const auto* date = std::get_if<ViewDate>(&on->values.front().data);
    if (date == nullptr || view.program.as_of < date->point || (day && date->point < *day))
      continue;
    day = date->point;
    newest = read;
  }
  return newest;
}

void write_paragraphs(HtmlWriter& out, std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) out.put("<p>").data(trim(line)).put("</p>\n");
  }
}

}  // namespace

void write_status_block(HtmlWriter& out, PageScope& scope, const StatusPage& page,
                        const StatusSection& section) {
  const Outline& outline = scope.outline();
  const uint32_t most = section.asked->most;
  switch (section.block) {
    case StatusBlock::asks:
      return write_asks(out, scope, section.records(), most > 0 ? most : page.by_team ? 6 : 3);
    case StatusBlock::why: {
      const ViewExplanation* why =
          scope.view().schedule.explanation(outline.overview.verdict.target);
      return why != nullptr ? write_target_why(out, scope, *why) : write_causes(out, scope);
    }
    case StatusBlock::milestones:
      return write_milestone_strip(out, scope, section.records());
    case StatusBlock::risks:
      return write_status_risks(out, scope, section);
    case StatusBlock::releases:
      return write_status_releases(out, scope, section);
    case StatusBlock::changes:
      // Who reads his page in another site reads the same there, whatever versions that has.
      if (scope.view().program.insider && !outline.since.consequences.items.empty()) {
        SinceRow since = outline.since.consequences;
        // The period of the reports may have begun on another day.
        const bool same =
            !outline.period.now || outline.period.from == outline.past->changes->before.date;
        since.label = same ? std::string(scope.words().text("since.effects"_word))
                           : fill(scope.words().text("overview.since"_word), {outline.since.day});
        write_since(out, scope, {std::move(since)});
        if (section.changes.empty()) return;
      }
      return write_recent(out, scope, section.changes,
                          outline.period.now ? kNoPage : outline.overview_page);
    case StatusBlock::completed:
      return write_status_completed(out, scope, section);
    case StatusBlock::in_progress:
      return write_status_work(out, scope, section);
    case StatusBlock::blocked:
      if (section.total > 0) return write_blocker_table(out, scope, section.records(), "blocked");
      out.put("<p>");
      say(out, scope, "reader.nothing_blocked"_word);
      out.put("</p>\n");
      return;
    case StatusBlock::needs:
    case StatusBlock::dependencies:
      return write_status_needs(out, scope, section);
    case StatusBlock::metrics:
      return write_status_metrics(out, scope, section);
    case StatusBlock::budget:
      return write_status_budget(out, scope, section);
    case StatusBlock::coming:
      return write_status_coming(out, scope, section);
    case StatusBlock::reports:
      return write_status_reports(out, scope, section);
    case StatusBlock::own_text:
      return write_paragraphs(out, section.asked->text);
    case StatusBlock::own_kind:
      return write_status_kind(out, scope, section, "own");
    case StatusBlock::own_field:
      return write_status_field(out, scope, section);
    default:
      return write_status_lines(out, scope, section);
  }
}

void write_status_metrics(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const View& view = scope.view();
  out.put("<ul class=\"plain figures\">\n");
  for (const ViewRecordId id : section.records()) {
    const ViewRecord& record = view.record(id);
    out.put("<li>");
    write_record_link(out, scope, id, record.title);
    const ViewField* current = view.find_field(record, "current");
    const ViewField* reading = newest_reading(view, record);
    if (current == nullptr) current = reading;
    if (current != nullptr) {
      const ViewField* unit = view.find_field(record, "unit");
      out.put(" <b>");
      write_values(out, scope, *current, ValueForm::brief);
      if (unit != nullptr) out.put(" ").data(unit->values.front().text);
      out.put("</b>");
    }
    const ViewField* target = view.find_field(record, "target");
    const auto* wanted =
        target == nullptr ? nullptr : std::get_if<ViewObject>(&target->values.front().data);
    const ViewField* value = wanted == nullptr ? nullptr : view.find_field(*wanted, "value");
    if (value != nullptr) {
      out.put("<span class=\"sub\">");
      say(out, scope, "reader.wanted"_word,
          {[&] { write_values(out, scope, *value, ValueForm::brief); }});
      out.put("</span>");
    }
    out.put("</li>\n");
  }
  out.put("</ul>\n");
}

void write_status_budget(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  BudgetWriter writer(out, scope);
  out.put("<ul class=\"plain figures\">\n");
  for (const ViewRecordId id : section.records()) writer.budget(id);
  if (const std::optional<ElapsedTime> time = elapsed_time(scope.outline())) writer.elapsed(*time);
  out.put("</ul>\n");
}

void write_status_field(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const ViewField* field =
      scope.view().find_field(scope.view().record(section.asked->record), section.asked->field);
  const ViewValue& first = field->values.front();
  if (const auto* markdown = std::get_if<ViewMarkdown>(&first.data)) {
    out.put("<div class=\"prose\">\n");
    write_blocks(out, scope, {markdown->tape, markdown->slice, {}}, 3);
    out.put("</div>\n");
  } else if (std::holds_alternative<ViewObject>(first.data)) {
    write_objects(out, scope, *field);
  } else {
    out.put("<p>");
    write_values(out, scope, *field, ValueForm::full);
    out.put("</p>\n");
  }
}

void write_status_reports(HtmlWriter& out, PageScope& scope, const StatusSection& section) {
  const View& view = scope.view();
  const std::vector<ViewRecordId> ids = section.records();
  const auto list = [&] {
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out.put(", ");
      const Date day = *view.record(ids[i]).facts.held;
      const std::string words = i == 0 ? day_words(scope.words(), day, scope.as_of())
                                       : short_day(scope.words(), day, scope.as_of());
      out.put("<span class=\"nw\">");
      write_record_link(out, scope, ids[i], words);
      out.put("</span>");
    }
    const uint32_t archive = scope.outline().kind_pages[number(view.record(ids.front()).kind)];
    if (ids.size() >= section.total || archive == kNoPage) return;
    out.put(", <a").link("href", scope.path(), scope.outline().pages[archive].path).put(">");
    say(out, scope, "reader.archive"_word);
    out.put("</a>");
  };
  out.put("<p class=\"earlier\">");
  say(out, scope, "reader.earlier_reports"_word, {list});
  out.put("</p>\n");
}

}  // namespace milepost
