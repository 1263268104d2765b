// The update of a stakeholder: what stands on his page, as items.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compose/options.h"
#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "compose/reports.h"
#include "compose/status_page.h"
#include "compose/verdict.h"
#include "render/overview_parts.h"
#include "render/ready_words.h"
#include "render/schedule_words.h"
#include "render/slip.h"
#include "render/status_parts.h"
#include "render/update_head.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMostAsks = 8, kMostChanges = 10;
constexpr size_t kMostMeaning = 200;  // bytes

class AudienceUpdate {
 public:
  AudienceUpdate(const Outline& outline, const PeriodFacts& period, uint32_t page)
      : outline_(outline),
        view_(outline.view),
        words_(outline.words),
        period_(period),
        items_(outline),
        page_(make_status_page(outline, page)) {}

  Update make() {
    const bool quoted = page_.words.report != kNoViewRecord;
    const ViewRecordId report = quoted ? page_.words.report : period_.report;
    made_ = update_head(outline_, period_, report, items_);
    if (!page_.summary) {
      made_.overall.clear();
      made_.state_words.clear();
      made_.verdict.clear();
    }
    quote();
    for (const StatusSection& section : page_.sections) add(section);
    if (!view_.program.insider) made_.note = text("update.from_published"_word);
    return std::move(made_);
  }

 private:
  std::string text(Word word) const { return std::string(words_.text(word)); }

  // The words that his page quotes.
  void quote() {
    made_.quote = {};
    if (page_.words.report == kNoViewRecord) return;
    for (const TapeSlice& slice : page_.words.paragraphs) {
      made_.quote.paragraphs.push_back(plain_text(view_.tape(page_.words.tape), slice));
    }
    if (!page_.words.text.empty()) made_.quote.paragraphs.push_back(page_.words.text);
    if (!made_.quote.paragraphs.empty()) {
      made_.quote.by = quoted_by(outline_, page_.words.report, items_);
    }
  }

  bool has_scores(const StatusSection& risks) const {
    return risk_order(view_, risks) == RiskOrder::score;
  }

  std::string title_of(const StatusSection& section) const {
    if (!section.asked->title.empty()) return section.asked->title;
    if (section.block == StatusBlock::changes) return text("update.changes"_word);
    if (section.block == StatusBlock::risks && !has_scores(section))
      return text("reader.risks"_word);
    if (section.block == StatusBlock::budget) {
      return text(section.total > 0 ? "reader.budget"_word : "reader.time"_word);
    }
    return text(status_heading(section.block));
  }

  // The marks of a weekly report for the same things.
  static std::string_view name_of(StatusBlock block) {
    switch (block) {
      case StatusBlock::asks:
        return "asks";
      case StatusBlock::risks:
        return "risks";
      case StatusBlock::issues:
        return "issues";
      case StatusBlock::completed:
        return "completed";
      case StatusBlock::in_progress:
        return "in_progress";
      case StatusBlock::next:
      case StatusBlock::coming:
        return "next";
      case StatusBlock::blocked:
        return "blockers";
      case StatusBlock::metrics:
        return "metrics";
      default:
        return {};
    }
  }

  void add_since(UpdateSection& made) {
    if (period_.now && !outline_.since.consequences.items.empty()) {
      made.paragraphs.push_back(items_.since());
    }
  }

  UpdateSection& begin(const StatusSection& section) {
    made_.sections.push_back({});
    made_.sections.back().name = name_of(section.block);
    made_.sections.back().title = title_of(section);
    return made_.sections.back();
  }

  void paragraph(std::string words) {
    if (words.empty()) return;
    made_.sections.back().paragraphs.push_back({{std::move(words), kNoViewRecord}});
  }

  void add(const StatusSection& section) {
    switch (section.block) {
      case StatusBlock::why:
        begin(section);
        return why();
      case StatusBlock::changes:
      case StatusBlock::completed: {
        UpdateSection& made = begin(section);
        if (section.block == StatusBlock::changes) add_since(made);
        const size_t most = section.asked->most > 0 ? section.asked->most : kMostChanges;
        const size_t shown = std::min(section.changes.size(), most);
        for (size_t i = 0; i < shown; ++i) made.items.push_back(items_.change(section.changes[i]));
        made.more = section.total - std::min(section.total, shown);
        return;
      }
      case StatusBlock::budget:
        begin(section);
        return lines_of(
            [&](HtmlWriter& out) { write_status_budget(out, items_.scope(), section); });
      case StatusBlock::own_field:
        begin(section);
        return lines_of([&](HtmlWriter& out) { write_status_field(out, items_.scope(), section); });
      case StatusBlock::own_text:
        begin(section);
        for (const std::string_view line : split(section.asked->text, '\n')) {
          paragraph(std::string(trim(line)));
        }
        return;
      default:
        return rows(section);
    }
  }

  void rows(const StatusSection& section) {
    if (section.groups.empty()) {
      begin(section);
      return paragraph(text(section.block == StatusBlock::asks ? "overview.no_asks"_word
                                                               : "reader.nothing_blocked"_word));
    }
    size_t shown = 0, counted = 0;
    const size_t most = section.block == StatusBlock::asks ? kMostAsks : section.total;
    for (const StatusGroup& group : section.groups) {
      UpdateSection& made = begin(section);
      if (section.block == StatusBlock::risks) {
        made.numbered = has_scores(section);
        if (!made.numbered) paragraph(text(risk_order_word(risk_order(view_, section))));
      }
      if (group.team != kNoViewTeam) {
        made.title =
            fill(words_.text("update.of_team"_word), {made.title, view_.team(group.team).name});
      }
      for (const ViewRecordId id : group.records) {
        if (shown == most) break;
        ++shown;
        made.items.push_back(item(section.block, id));
      }
      made.more = group.total - std::min(group.total, made.items.size());
      counted += group.total;
    }
    made_.sections.back().more += section.total - std::min(section.total, counted);
  }

  UpdateItem item(StatusBlock block, ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    switch (block) {
      case StatusBlock::asks:
        return items_.ask(id);
      case StatusBlock::risks:
        return items_.risk(id);
      case StatusBlock::issues:
        return items_.issue(id);
      case StatusBlock::blocked:
        return kind.is("blocker") ? items_.blocker(id) : items_.work(id);
      case StatusBlock::in_progress:
        return items_.work(id);
      case StatusBlock::metrics:
        return items_.metric(id, period_.from);
      case StatusBlock::next:
        return items_.upcoming(id);
      case StatusBlock::milestones:
        return milestone(id);
      case StatusBlock::coming:
        return coming(id);
      case StatusBlock::releases:
        return release(id);
      case StatusBlock::needs:
      case StatusBlock::dependencies:
        return kind.is("dependency") ? dependency(id) : items_.ask(id);
      case StatusBlock::decisions:
        return record.is_open() ? items_.ask(id) : with_state(id);
      default:
        return with_state(id);
    }
  }

  // "Fri 19 Jun: Pilot live, at risk, was Fri 5 Jun, +10 d"
  UpdateItem milestone(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const std::optional<Date> day = expected_on(view_, id);
    UpdateItem made;
    made.line = items_.line("update.on_day"_word, id,
                            {day ? items_.day(*day) : text("overview.no_date"_word)});
    std::string facts = ", " + noun(words_, state_shape_words(words_, view_, id));
    const ViewScheduleItem* planned = record.is_open() ? forecast_item(view_, id) : nullptr;
    const std::optional<Date> struck = planned == nullptr ? std::nullopt : struck_date(*planned);
    if (struck) {
      facts += ", " + fill(words_.text("update.was"_word), {items_.day(*struck)});
      facts += ", " + slip(planned->slip);
    }
    made.line.push_back({std::move(facts), kNoViewRecord});
    return made;
  }

  std::string slip(int64_t days) const {
    if (days == 0) return text("slip.none"_word);
    return fill(words_.text(days > 0 ? "slip.later"_word : "slip.earlier"_word),
                {std::to_string(days > 0 ? days : -days)});
  }

  // What it means: its summary, else the first paragraph of its text.
  UpdateItem coming(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    UpdateItem made = milestone(id);
    std::string meaning = report_summary(view_, record, kMostMeaning);
    if (!meaning.empty()) made.below.push_back({{std::move(meaning), kNoViewRecord}});
    return made;
  }

  UpdateItem release(ViewRecordId id) {
    UpdateItem made = milestone(id);
    const ViewReadiness* ready = view_.readiness_of(id);
    if (ready == nullptr || ready->verdict == ViewReadyVerdict::none) return made;
    std::string words =
        words_said([&](HtmlWriter& out) { write_ready_verdict(out, items_.scope(), *ready); });
    if (!words.empty()) made.below.push_back({{std::move(words), kNoViewRecord}});
    return made;
  }

  // "Payment API v2: needed Fri 5 Jun, promised Tue 9 Jun, Payments"
  UpdateItem dependency(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewFacts& facts = record.facts;
    std::string words;
    const auto add = [&](const std::string& more) {
      if (more.empty()) return;
      words += words.empty() ? "" : ", ";
      words += more;
    };
    if (facts.needed_by)
      add(fill(words_.text("update.needed"_word), {items_.day(*facts.needed_by)}));
    if (facts.promised) {
      add(fill(words_.text("update.promised"_word), {items_.day(*facts.promised)}));
    } else {
      add(text("update.not_promised"_word));
    }
    const ViewTeamId from = status_team(view_, record), to = status_consumer(view_, id);
    if (from != kNoViewTeam && to != kNoViewTeam && from != to) {
      add(fill(words_.text("update.from_to"_word), {view_.team(from).name, view_.team(to).name}));
    } else if (from != kNoViewTeam) {
      add(view_.team(from).name);
    }
    UpdateItem made;
    made.line = items_.line("update.fact"_word, id, {words});
    return made;
  }

  // A day, and how it stands.
  UpdateItem with_state(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    std::string facts;
    if (record.status < kind.statuses.size()) {
      facts = noun(words_, kind.statuses[record.status].label);
    } else {
      facts = record.status_text;
    }
    std::optional<Date> day = status_day(view_, id);
    if (kind.is("status_report")) {
      facts.clear();
      day = record.facts.held;
    }
    if (day) facts += (facts.empty() ? "" : ", ") + items_.day(*day);
    UpdateItem made;
    made.line = facts.empty() ? items_.line("update.plain"_word, id)
                              : items_.line("update.fact"_word, id, {facts});
    return made;
  }

  // The parts of the slip, as on the screen of `milepost status`.
  void why() {
    const ViewRecordId target = outline_.overview.verdict.target;
    const ViewExplanation* why =
        target == kNoViewRecord ? nullptr : view_.schedule.explanation(target);
    if (why == nullptr || why->parts.empty()) return paragraph(text("overview.nothing_late"_word));
    for (const ViewSlipPart& part : why->parts) {
      std::string words = slip(part.days) + ": " + words_said([&](HtmlWriter& out) {
                            say_slip_cause(out, items_.scope(), part);
                          });
      if (part.was && part.now && *part.was != *part.now) {
        words += ", " + items_.day(*part.was) + " → " + items_.day(*part.now);
      }
      if (part.item != kNotInPlan) {
        words += " (" + view_.record(part.item).short_id + ")";
      }
      made_.sections.back().items.push_back({{{std::move(words), kNoViewRecord}}, {}});
    }
  }

  // Each list item and paragraph that a part of the page writes, as an item.
  template <typename Write>
  void lines_of(Write&& write) {
    HtmlWriter html;
    write(html);
    std::string_view rest = html.view();
    while (!rest.empty()) {
      size_t end = std::min({rest.find("</li>"), rest.find("</p>"), rest.find("</tr>"),
                             rest.find("<span class=\"sub\""), rest.size()});
      std::string words = plain_words(rest.substr(0, end));
      if (!words.empty()) {
        made_.sections.back().items.push_back({{{std::move(words), kNoViewRecord}}, {}});
      }
      end = rest.find('>', end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  const PeriodFacts& period_;
  UpdateItems items_;
  StatusPage page_;
  Update made_;
};

}  // namespace

Update audience_update(const Outline& outline, const PeriodFacts& period, uint32_t page) {
  return AudienceUpdate(outline, period, page).make();
}

}  // namespace milepost
