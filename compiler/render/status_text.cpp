// Writes the status as text.
#include "render/status_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/phrases.h"
#include "compose/response_clock.h"
#include "compose/verdict.h"
#include "draw/drawings.h"
#include "markup/html.h"
#include "render/change_lines.h"
#include "render/links.h"
#include "render/log_leads.h"
#include "render/parts.h"
#include "render/plain_words.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"
#include "render/verdict_words.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kLeast = 40, kMost = 120;
constexpr size_t kMostParts = 6, kMostSteps = 12, kMostRows = 5;

enum class Ink : uint8_t { plain, bold, quiet, ok, risk, bad };

std::string_view ansi(Ink ink) {
  constexpr std::array<std::string_view, 6> codes = {"",         "\x1b[1m",    "\x1b[2m",
                                                     "\x1b[32m", "\x1b[1;33m", "\x1b[1;31m"};
  return codes[static_cast<size_t>(ink)];
}

Ink ink_of(ViewHealth health) {
  switch (health) {
    case ViewHealth::on_track:
      return Ink::ok;
    case ViewHealth::at_risk:
      return Ink::risk;
    case ViewHealth::off_track:
    case ViewHealth::blocked:
      return Ink::bad;
    default:
      return Ink::plain;
  }
}

// One of several columns of a line; the last wraps.
struct Cell {
  std::string text;
  Ink ink = Ink::plain;
  bool right = false;
};

class StatusWriter {
 public:
  StatusWriter(const Outline& outline, const StatusOptions& options)
      : outline_(outline),
        view_(outline.view),
        words_(outline.words),
        scope_(outline, drawings_, outline.overview_page == kNoPage ? 0 : outline.overview_page),
        width_(std::clamp(options.width, kLeast, kMost)),
        color_(options.color) {}

  std::string write() {
    head();
    if (outline_.view.records.empty()) return std::move(out_);
    verdict();
    since();
    why();
    path();
    milestones();
    releases();
    risks();
    blockers();
    escalations();
    return std::move(out_);
  }

 private:
  template <typename Write>
  std::string said(Write&& write) const {
    HtmlWriter html;
    write(html);
    return plain_words(html.view());
  }
  std::string data(std::string_view text) const {
    return said([&](HtmlWriter& out) { out.text(text); });
  }
  std::string text(Word word) const { return std::string(words_.text(word)); }
  std::string short_date(Date date) const { return short_day(words_, date, view_.program.as_of); }
  std::string day(Date date) const { return day_words(words_, date, view_.program.as_of); }

  void put(std::string_view words, Ink ink) {
    const bool colored = color_ && ink != Ink::plain && !words.empty();
    if (colored) out_ += ansi(ink);
    out_ += words;
    if (colored) out_ += "\x1b[0m";
  }

  void paragraph(std::string_view words, std::string_view state, Ink ink) {
    for (const std::string& line : wrapped_lines(words, width_)) {
      std::string_view rest = line;
      if (!state.empty() && rest.starts_with(state)) {
        put(state, ink);
        rest.remove_prefix(state.size());
      }
      state = {};
      out_.append(rest).append("\n");
    }
  }

  void head() {
    const Date as_of = view_.program.as_of;
    const std::string title = data(view_.program.title);
    const std::string dated =
        fill(words_.text("frame.as_of"_word), {day_words(words_, as_of, add_months(as_of, 12))});
    put(title, Ink::bold);
    const size_t used = display_width(title) + display_width(dated);
    if (used + 2 > width_) {
      out_ += '\n';
    } else {
      out_.append(width_ - used, ' ');
    }
    put(dated, Ink::quiet);
    out_ += "\n\n";
  }

  void verdict() {
    const Verdict& verdict = outline_.overview.verdict;
    const std::string words = said([&](HtmlWriter& out) { write_verdict(out, scope_); });
    const std::string state = verdict.state == ViewHealth::none
                                  ? std::string()
                                  : word_label(health_word(words_, verdict.state));
    paragraph(words, state, ink_of(verdict.state));
    const std::string lead = said([&](HtmlWriter& out) {
      write_verdict_before(out, scope_);
      write_verdict_lead(out, scope_);
    });
    if (!lead.empty()) paragraph(lead, {}, Ink::plain);
  }

  void heading(std::string_view words) {
    out_ += '\n';
    put(words, Ink::bold);
    out_ += '\n';
  }

  // --- columns
  // -----------------------------------------------------------------------------------------

  // Columns as wide as their widest cell, two spaces between, the last one wraps under itself.
  void rows(const std::vector<std::vector<Cell>>& table) {
    std::vector<size_t> widths;
    for (const std::vector<Cell>& row : table) {
      widths.resize(std::max(widths.size(), row.size()));
      for (size_t i = 0; i + 1 < row.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(row[i].text));
      }
    }
    for (const std::vector<Cell>& row : table) line(row, widths);
  }

  void line(const std::vector<Cell>& row, const std::vector<size_t>& widths) {
    size_t at = 2;
    out_ += "  ";
    for (size_t i = 0; i + 1 < row.size(); ++i) {
      const size_t pad = widths[i] - display_width(row[i].text);
      if (row[i].right) out_.append(pad, ' ');
      put(row[i].text, row[i].ink);
      out_.append((row[i].right ? 0 : pad) + 2, ' ');
      at += widths[i] + 2;
    }
    // On a narrow screen the last column has a line of its own.
    const bool below = at + 20 > width_;
    if (below) {
      while (out_.ends_with(' ')) out_.pop_back();
      at = 4;
      out_.append("\n").append(at, ' ');
    }
    bool first = true;
    for (const std::string& part : wrapped_lines(row.back().text, width_ - at)) {
      if (!first) out_.append("\n").append(at, ' ');
      first = false;
      put(part, row.back().ink);
    }
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += '\n';
  }

  std::string id(ViewRecordId record) const { return data(view_.record(record).short_id); }
  std::string title(ViewRecordId record) const { return data(view_.record(record).title); }

  std::string owner(const ViewRecord& record) const {
    return record.owner_names.empty() ? std::string() : data(record.owner_names.front());
  }

  Cell state(ViewRecordId record) const {
    const Markup shape = plan_state_class(view_, record);
    Ink ink = Ink::plain;
    if (shape.view() == "s-risk") ink = Ink::risk;
    if (shape.view() == "s-off" || shape.view() == "s-blocked") ink = Ink::bad;
    if (shape.view() == "s-ok") ink = Ink::ok;
    return {data(plan_state_words(words_, view_, record)), ink};
  }

  std::string slip(int64_t days) const {
    if (days == 0) return text("slip.none"_word);
    return fill(words_.text(days > 0 ? "slip.later"_word : "slip.earlier"_word),
                {std::to_string(days > 0 ? days : -days)});
  }

  void more(uint64_t count) {
    if (count == 0) return;
    out_ += "  ";
    put(count_words(words_, "list.more"_word, count), Ink::quiet);
    out_ += '\n';
  }

  // --- parts
  // -----------------------------------------------------------------------------------------

  // What the version before did not say, if there is one.
  void since() {
    const Since& since = outline_.since;
    if (!since.known()) return;
    std::string head = fill(words_.text("overview.since"_word), {data(since.day)});
    if (!since.counts.empty()) head += ": " + since.counts;
    heading(head);
    std::vector<std::vector<Cell>> table;
    for (const SinceRow& row : since.rows) {
      std::string words;
      for (const ChangeLine& item : row.items) {
        if (!words.empty()) words += "; ";
        words += data(plain_change_line(item));
      }
      if (row.more > 0) words += "; " + count_words(words_, "overview.and_more"_word, row.more);
      table.push_back({{row.label, Ink::quiet}, {std::move(words)}});
    }
    if (table.empty()) table.push_back({{data(plain_change_line(since.headline))}});
    rows(table);
  }

  void why() {
    const ViewRecordId target = outline_.overview.verdict.target;
    if (target == kNoViewRecord) return;
    const ViewExplanation* why = view_.schedule.explanation(target);
    if (why == nullptr || why->parts.empty()) return;
    heading(text("overview.why"_word));
    std::vector<std::vector<Cell>> table;
    for (size_t i = 0; i < std::min(why->parts.size(), kMostParts); ++i) {
      const ViewSlipPart& part = why->parts[i];
      std::string words = said([&](HtmlWriter& out) { say_slip_cause(out, scope_, part); });
      if (part.was && part.now && *part.was != *part.now) {
        words += ", " + short_date(*part.was) + " → " + short_date(*part.now);
      }
      if (part.item != kNotInPlan) words += " (" + id(part.item) + ")";
      table.push_back({{slip(part.days), Ink::bold, true}, {std::move(words)}});
    }
    if (why->parts.size() > kMostParts) {
      int64_t rest = 0;
      for (size_t i = kMostParts; i < why->parts.size(); ++i) rest += why->parts[i].days;
      table.push_back(
          {{slip(rest), Ink::bold, true},
           {count_words(words_, "overview.more"_word, why->parts.size() - kMostParts)}});
    }
    const Word sum = why->slip > 0   ? "ledger.after"_word
                     : why->slip < 0 ? "ledger.before"_word
                                     : "ledger.on"_word;
    table.push_back({{slip(why->slip), Ink::bold, true},
                     {fill(words_.text(sum), {day(why->committed)}), Ink::bold}});
    rows(table);
  }

  void path() {
    std::vector<std::vector<Cell>> table;
    size_t steps = 0;
    for (const ViewRecordId step : view_.schedule.critical_path) {
      const ViewScheduleItem* item = view_.schedule.item(step);
      if (item == nullptr || !item->dated || item->state == ViewPlanState::done) continue;
      if (++steps > kMostSteps) continue;
      table.push_back({{short_date(item->finish), Ink::plain, true},
                       {id(step), Ink::quiet},
                       state(step),
                       {title(step)}});
    }
    if (table.empty()) return;
    heading(text("path.title"_word));
    rows(table);
    more(steps - std::min(steps, kMostSteps));
  }

  void milestones() {
    std::vector<std::vector<Cell>> table;
    for (const ViewRecordId milestone : outline_.overview.milestones.records) {
      const std::optional<Date> when = expected_on(view_, milestone);
      if (!when) continue;
      const ViewScheduleItem* item = view_.schedule.item(milestone);
      const bool slips = item != nullptr && struck_date(*item).has_value();
      Cell slipped;
      if (slips) {
        slipped.text = slip(item->slip);
        slipped.ink = item->slip > 0 ? ink_of(item->computed) : Ink::plain;
      }
      slipped.right = true;
      table.push_back({{day(*when), Ink::plain, true},
                       std::move(slipped),
                       state(milestone),
                       {id(milestone), Ink::quiet},
                       {title(milestone)}});
    }
    if (table.empty()) return;
    heading(text("overview.milestones"_word));
    rows(table);
  }

  // How far each release is that is still to be decided.
  void releases() {
    std::vector<std::vector<Cell>> table;
    uint64_t left_out = 0;
    for (const ViewReadiness& one : view_.readiness) {
      if (!one.release || one.verdict == ViewReadyVerdict::none) continue;
      if (table.size() == kMostRows) {
        ++left_out;
        continue;
      }
      const uint32_t blocking = one.blocking();
      const auto conditions = static_cast<uint32_t>(one.reasons.size()) - blocking;
      std::string words = title(one.record);
      if (one.target) words += ", " + short_date(*one.target);
      if (blocking > 0) words += ", " + count_words(words_, "ready.in_the_way"_word, blocking);
      if (conditions > 0) words += ", " + count_words(words_, "ready.to_do"_word, conditions);
      table.push_back(
          {verdict_cell(one.verdict), {id(one.record), Ink::quiet}, {std::move(words)}});
    }
    if (table.empty()) return;
    heading(text("overview.releases"_word));
    rows(table);
    more(left_out);
  }

  Cell verdict_cell(ViewReadyVerdict verdict) const {
    switch (verdict) {
      case ViewReadyVerdict::go:
        return {text("ready.go"_word), Ink::ok};
      case ViewReadyVerdict::conditional_go:
        return {text("ready.conditional_go"_word), Ink::risk};
      default:
        return {text("ready.no_go"_word), Ink::bad};
    }
  }

  void risks() {
    const Picked& risks = outline_.overview.risks;
    std::vector<std::vector<Cell>> table;
    for (size_t i = 0; i < std::min(risks.records.size(), kMostRows); ++i) {
      const ViewRecord& record = view_.record(risks.records[i]);
      const Ink ink = record.facts.band >= 4   ? Ink::bad
                      : record.facts.band == 3 ? Ink::risk
                                               : Ink::plain;
      table.push_back({{std::to_string(record.facts.score), ink, true},
                       {std::string(band_word(words_, record.facts.band))},
                       {id(risks.records[i]), Ink::quiet},
                       {title(risks.records[i])}});
    }
    if (table.empty()) return;
    heading(text("overview.top_risks"_word));
    rows(table);
    more(risks.total - table.size());
  }

  void blockers() {
    const Picked& blockers = outline_.overview.blockers;
    std::vector<std::vector<Cell>> table;
    for (size_t i = 0; i < std::min(blockers.records.size(), kMostRows); ++i) {
      const ViewRecord& record = view_.record(blockers.records[i]);
      Cell priority;
      if (record.facts.priority <= 3) priority.text = "P" + std::to_string(record.facts.priority);
      if (record.facts.priority == 0) priority.ink = Ink::bad;
      std::string words = title(blockers.records[i]);
      if (const std::string who = owner(record); !who.empty()) words += ", " + who;
      // Only what is loud: a P0 or P1 that nobody has answered in time.
      const bool past =
          record.facts.priority <= 1 && response_clock(view_, record).state == ClockState::past;
      if (past) {
        words += "; " + said([&](HtmlWriter& out) { say_clock(out, scope_, record); });
      }
      table.push_back(
          {std::move(priority), {id(blockers.records[i]), Ink::quiet}, {std::move(words)}});
    }
    if (table.empty()) return;
    heading(text("overview.blockers"_word));
    rows(table);
    more(blockers.total - table.size());
  }

  // Escalations whose answer is overdue; the others are among what is asked on the pages.
  void escalations() {
    std::vector<ViewRecordId> late;
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      const std::optional<Date> day = record.facts.decision_needed_by;
      if (!record.is_open() || !day || *day >= view_.program.as_of) continue;
      if (view_.kind_of(record).is("escalation")) late.push_back(ViewRecordId{i});
    }
    if (late.empty()) return;
    std::ranges::stable_sort(
        late, {}, [&](ViewRecordId one) { return *view_.record(one).facts.decision_needed_by; });
    heading(text("escalation.overdue"_word));
    std::vector<std::vector<Cell>> table;
    for (size_t i = 0; i < std::min(late.size(), kMostRows); ++i) {
      table.push_back({{day(*view_.record(late[i]).facts.decision_needed_by), Ink::bad, true},
                       {id(late[i]), Ink::quiet},
                       {title(late[i])}});
    }
    rows(table);
    more(late.size() - table.size());
  }

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  Drawings drawings_;
  PageScope scope_;
  size_t width_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string status_text(const Outline& outline, const StatusOptions& options) {
  return StatusWriter(outline, options).write();
}

}  // namespace milepost
