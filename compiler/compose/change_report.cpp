// Puts changes into sentences.
#include "compose/change_report.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "compose/change_words.h"
#include "compose/changed_records.h"
#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr size_t kMostOnPath = 6;

class Reporter {
 public:
  Reporter(const Changes& changes, const View& after, const Words& words)
      : changes_(changes), view_(after), words_(words) {}

  ChangeReport summary() {
    heads();
    headline();
    dates();
    parts();
    effects();
    return std::move(out_);
  }

 private:
  ChangeLine say(Word word, std::initializer_list<ChangeLine> inserts) const {
    return change_line(words_.text(word), inserts);
  }
  static ChangeLine plain(std::string text) { return {{std::move(text)}}; }
  static ChangeLine was(std::string text) { return {{std::move(text), ChangeInk::was}}; }
  static ChangeLine now(std::string text) { return {{std::move(text), ChangeInk::now}}; }
  static ChangeLine title(const ChangeSubject& subject) {
    return {{subject.title, ChangeInk::title, subject.after}};
  }
  static ChangeLine id(const ChangeSubject& subject) {
    return {{subject.shown_id, ChangeInk::id, subject.after}};
  }

  std::string day(Date date) const { return day_words(words_, date, changes_.after.date); }
  std::string brief(Date date) const { return short_day(words_, date, changes_.after.date); }

  std::string edition(const ViewEdition& one) const {
    const std::string on = day(one.date);
    return one.title.empty() ? on : on + ", " + one.title;
  }

  void heads() {
    out_.between = fill(words_.text("changes.between"_word),
                        {edition(changes_.before), edition(changes_.after)});
    out_.was_label = brief(changes_.before.date);
    out_.now_label = brief(changes_.after.date);
    if (out_.was_label == out_.now_label) {
      out_.was_label = words_.text("changes.before"_word);
      out_.now_label = words_.text("changes.after"_word);
    }
    const size_t records = changes_.records.size() - changes_.reworded;
    size_t edits = 0;
    for (const RecordChange& change : changes_.records) {
      if (change.verb != RecordVerb::reworded) edits += std::max<size_t>(1, told_fields(change));
    }
    out_.counts = count_words(words_, "changes.count_edits"_word, edits) + " " +
                  count_words(words_, "changes.count_records"_word, records);
    if (records == 0) out_.counts.clear();
    if (records > 0 && changes_.people > 0) {
      out_.counts += ", " + count_words(words_, "changes.count_people"_word, changes_.people);
    }
  }

  void headline() {
    const DateShift* target = nullptr;
    if (!changes_.shifts.empty() && changes_.shifts.front().target) {
      target = &changes_.shifts.front();
    }
    if (changes_.empty()) {
      out_.headline = say("changes.nothing"_word, {});
    } else if (target != nullptr && target->days != 0) {
      const auto days = static_cast<uint64_t>(std::abs(int64_t{target->days}));
      out_.tone = target->days > 0 ? ChangeTone::worse : ChangeTone::better;
      out_.headline = say(
          "changes.moved"_word,
          {title(target->subject), was(day(*target->was)), now(day(*target->now)),
           plain(count_words(
               words_, target->days > 0 ? "changes.later"_word : "changes.sooner"_word, days))});
    } else if (target != nullptr && target->was && target->now && target->was != target->now) {
      // Over a weekend or a holiday.
      out_.headline = say("changes.moved"_word,
                          {title(target->subject), was(day(*target->was)), now(day(*target->now)),
                           plain(std::string(words_.text("changes.no_day"_word)))});
    } else if (target != nullptr && target->was && !target->now) {
      out_.headline = say("changes.undated"_word, {title(target->subject), was(day(*target->was))});
    } else if (target != nullptr && !target->was && target->now) {
      out_.headline = say("changes.dated"_word, {title(target->subject), now(day(*target->now))});
    } else if (const ViewScheduleItem* item = kept_target()) {
      const ViewRecord& record = view_.record(item->record);
      const ChangeSubject subject{record.id, record.short_id, record.title, item->record};
      out_.headline = say("changes.kept"_word, {title(subject), now(day(item->finish))});
    } else if (changes_.records.size() == changes_.reworded && changes_.consequences.empty() &&
               !changes_.pages.empty()) {
      out_.headline =
          plain(count_words(words_, "changes.headline_pages"_word, changes_.pages.size()));
    } else if (changes_.records.size() == changes_.reworded && changes_.consequences.empty()) {
      out_.headline = say("changes.only_wording"_word, {});
    } else {
      out_.headline = plain(count_words(words_, "changes.headline_records"_word,
                                        changes_.records.size() - changes_.reworded));
    }
  }

  const ViewScheduleItem* kept_target() const {
    const ViewRecordId target = view_.schedule.target;
    if (target == kNotInPlan) return nullptr;
    const ViewScheduleItem* item = view_.schedule.item(target);
    return item != nullptr && item->dated && item->state != ViewPlanState::done ? item : nullptr;
  }

  void dates() {
    for (const DateShift& shift : changes_.shifts) {
      const bool health = shift.health_was != shift.health_now &&
                          shift.health_was != ViewHealth::none &&
                          shift.health_now != ViewHealth::none;
      if (shift.was == shift.now && !health) continue;
      ChangeDate date;
      date.title = title(shift.subject).front();
      if (shift.was == shift.now) {
        date.now = plain(brief(*shift.now));
      } else {
        if (shift.was) date.was = was(brief(*shift.was));
        if (shift.now) date.now = now(brief(*shift.now));
      }
      if (shift.was && shift.now && shift.was != shift.now) {
        date.tone = shift.days > 0   ? ChangeTone::worse
                    : shift.days < 0 ? ChangeTone::better
                                     : ChangeTone::neutral;
        date.change = plain(slip_words(words_, shift.days));
      } else if (!shift.was) {
        date.change = say("changes.new_date"_word, {});
      } else if (!shift.now) {
        date.change = say("changes.gone_date"_word, {});
      }
      if (health) {
        date.health = {{std::string(health_word(words_, shift.health_was)), ChangeInk::was},
                       {" "},
                       {std::string(health_word(words_, shift.health_now)), ChangeInk::now}};
      }
      out_.dates.push_back(std::move(date));
    }
  }

  Word cause_word(const ShiftPart& part) const {
    struct Pair {
      Word later, sooner;
    };
    constexpr std::array<Pair, kShiftCauses> words = {{
        {"changes.cause.promised_later"_word, "changes.cause.promised_sooner"_word},
        {"changes.cause.dated_later"_word, "changes.cause.dated_sooner"_word},
        {"changes.cause.finished_later"_word, "changes.cause.finished_sooner"_word},
        {"changes.cause.not_begun"_word, "changes.cause.moved_on"_word},
        {"changes.cause.overdue"_word, "changes.cause.not_overdue"_word},
        {"changes.cause.blocked"_word, "changes.cause.unblocked"_word},
        {"changes.cause.longer"_word, "changes.cause.longer"_word},
        {"changes.cause.shorter"_word, "changes.cause.shorter"_word},
        {"changes.cause.joined"_word, "changes.cause.left"_word},
        {"changes.cause.reopened"_word, "changes.cause.reopened"_word},
        {"changes.cause.held"_word, "changes.cause.not_held"_word},
        {"changes.cause.has_float"_word, "changes.cause.had_float"_word},
        {"changes.cause.regained"_word, "changes.cause.reserve"_word},
        {"changes.cause.otherwise_later"_word, "changes.cause.otherwise_sooner"_word},
    }};
    const Pair& pair = words[static_cast<size_t>(part.cause)];
    return part.days < 0 ? pair.sooner : pair.later;
  }

  void parts() {
    for (const ShiftPart& part : changes_.because) {
      ChangePart line;
      line.days = part.days;
      line.why = say(cause_word(part), {title(part.item)});
      const bool own = part.cause != ShiftCause::had_float;
      if (own && part.was && part.now && *part.was != *part.now) {
        line.why.push_back({", "});
        line.why.push_back({brief(*part.was), ChangeInk::was});
        line.why.push_back({" "});
        line.why.push_back({brief(*part.now), ChangeInk::now});
      }
      line.facts = id(part.item);
      if (part.float_was && part.float_now) {
        append(line.facts, plain(" "));
        append(line.facts, say("changes.in_float"_word,
                               {was(days(*part.float_was)), now(days(*part.float_now))}));
      }
      if (part.because) {
        append(line.facts, plain(", "));
        append(line.facts, say("slip_cause.because"_word, {id(*part.because)}));
      }
      out_.sum += part.days;
      out_.parts.push_back(std::move(line));
    }
  }

  std::string days(int32_t count) const {
    return fill(words_.text("time.days"_word), {std::to_string(count)});
  }

  static void append(ChangeLine& line, ChangeLine more) {
    std::ranges::move(more, std::back_inserter(line));
  }

  void effects() {
    on_path(ConsequenceKind::joined_path, "changes.joined_path"_word);
    on_path(ConsequenceKind::left_path, "changes.left_path"_word);
    for (const Consequence& one : changes_.consequences) {
      if (one.kind == ConsequenceKind::joined_path || one.kind == ConsequenceKind::left_path) {
        continue;
      }
      const bool better = !one.worse && one.kind != ConsequenceKind::new_blocker;
      out_.effects.push_back({one.worse ? ChangeTone::worse
                              : better  ? ChangeTone::better
                                        : ChangeTone::neutral,
                              effect(one)});
    }
  }

  void on_path(ConsequenceKind kind, Word word) {
    ChangeLine names;
    size_t count = 0;
    for (const Consequence& one : changes_.consequences) {
      if (one.kind != kind) continue;
      if (++count > kMostOnPath) continue;
      if (count > 1) append(names, plain(", "));
      append(names, title(one.subject));
      append(names, plain(" "));
      append(names, id(one.subject));
    }
    if (count == 0) return;
    if (count > kMostOnPath) {
      append(names, plain(", "));
      append(names, plain(count_words(words_, "overview.and_more"_word, count - kMostOnPath)));
    }
    out_.effects.push_back({ChangeTone::neutral, say(word, {std::move(names)})});
  }

  std::string verdict(int32_t number) const {
    switch (static_cast<ViewReadyVerdict>(number)) {
      case ViewReadyVerdict::go:
        return std::string(words_.text("ready.go"_word));
      case ViewReadyVerdict::conditional_go:
        return std::string(words_.text("ready.conditional_go"_word));
      case ViewReadyVerdict::no_go:
        return std::string(words_.text("ready.no_go"_word));
      case ViewReadyVerdict::none:
        break;
    }
    return {};
  }

  std::string health(int32_t number) const {
    return std::string(health_word(words_, static_cast<ViewHealth>(number)));
  }

  // "41 %", "under 1 %", "over 99 %"
  std::string chance(int32_t per_mille) const {
    if (per_mille < 10) return fill(words_.text("changes.under"_word), {"1"});
    if (per_mille > 990) return fill(words_.text("changes.over"_word), {"99"});
    return std::to_string((per_mille + 5) / 10) + " %";
  }

  ChangeLine named(const ChangeSubject& subject) const {
    ChangeLine line = title(subject);
    append(line, plain(" "));
    append(line, id(subject));
    return line;
  }

  ChangeLine effect(const Consequence& one) const {
    switch (one.kind) {
      case ConsequenceKind::verdict:
        return say("changes.verdict"_word,
                   {named(one.subject), was(verdict(one.was)), now(verdict(one.now))});
      case ConsequenceKind::gate_reopened:
        return say("changes.gate_reopened"_word, {named(one.subject), now(one.what)});
      case ConsequenceKind::gate_passed:
        return say("changes.gate_passed"_word, {named(one.subject), now(one.what)});
      case ConsequenceKind::sign_off_stale:
        return say("changes.sign_off_stale"_word, {named(one.subject), now(one.what)});
      case ConsequenceKind::sign_off_given:
        return say("changes.sign_off_given"_word, {named(one.subject), now(one.what)});
      case ConsequenceKind::reasons:
        return say("changes.reasons"_word, {named(one.subject), was(std::to_string(one.was)),
                                            now(std::to_string(one.now))});
      case ConsequenceKind::chance:
        return say("changes.chance"_word,
                   {named(one.subject), was(chance(one.was)), now(chance(one.now))});
      case ConsequenceKind::health:
        return say("changes.health"_word, {was(health(one.was)), now(health(one.now))});
      case ConsequenceKind::reported_health:
        return say("changes.reported"_word, {was(health(one.was)), now(health(one.now))});
      case ConsequenceKind::rosier:
        return say("changes.rosier"_word,
                   {named(one.subject), plain(health(one.was)), now(health(one.now))});
      case ConsequenceKind::gloomier:
        return say("changes.gloomier"_word, {named(one.subject)});
      case ConsequenceKind::new_blocker:
        return say("changes.new_blocker"_word, {named(one.subject), now(one.what)});
      case ConsequenceKind::new_cycle:
        return say("changes.new_cycle"_word, {named(one.subject)});
      case ConsequenceKind::joined_path:
      case ConsequenceKind::left_path:
        break;
    }
    return {};
  }

  const Changes& changes_;
  const View& view_;
  const Words& words_;
  ChangeReport out_;
};

}  // namespace

ChangeReport change_report(const Changes& changes, const View& after, const Words& words) {
  ChangeReport report = change_summary(changes, after, words);
  add_changed_records(changes, after, words, report);
  return report;
}

ChangeReport change_summary(const Changes& changes, const View& after, const Words& words) {
  return Reporter(changes, after, words).summary();
}

std::string slip_words(const Words& words, int64_t days) {
  const Word word = days > 0   ? "slip.later"_word
                    : days < 0 ? "slip.earlier"_word
                               : "slip.none"_word;
  return fill(words.text(word), {std::to_string(days < 0 ? -days : days)});
}

}  // namespace milepost
