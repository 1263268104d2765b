// Tells the least of what changed.
#include "compose/since.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "compare/changes.h"
#include "compose/change_report.h"
#include "compose/changed_records.h"
#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr size_t kMostDates = 2, kMostEffects = 2;

class SinceReader {
 public:
  SinceReader(const Changes& changes, const RecentChanges& recent, const View& view,
              const Words& words)
      : changes_(changes),
        recent_(recent),
        view_(view),
        words_(words),
        report_(change_summary(changes, view, words)) {}

  Since read() {
    out_.day = edition();
    out_.counts = changes_.records.size() > changes_.reworded ? report_.counts : std::string();
    out_.headline = report_.headline;
    moved();
    effects(ChangeTone::worse, "since.worse"_word);
    effects(ChangeTone::better, "since.better"_word);
    events();
    return std::move(out_);
  }

 private:
  std::string brief(Date date) const { return short_day(words_, date, changes_.after.date); }

  std::string edition() const {
    const std::string on = day_words(words_, changes_.before.date, changes_.after.date);
    return changes_.before.title.empty() ? on : on + ", " + changes_.before.title;
  }

  // "Pilot live ~~8 Jun~~ 12 Jun +4 d M-PILOT"
  ChangeLine from_to(ChangePhrase title, Date was, Date now) const {
    const auto days = static_cast<int64_t>(view_.working_time.between(was, now));
    ChangeLine line = {std::move(title), {" "}, {brief(was), ChangeInk::was}, {" "}};
    line.push_back({brief(now), ChangeInk::now});
    if (days != 0) {
      line.push_back({" "});
      line.push_back({slip_words(words_, days), days > 0 ? ChangeInk::later : ChangeInk::sooner});
    }
    return line;
  }

  static void add(SinceRow& row, ChangeLine item, size_t most) {
    if (row.items.size() < most) {
      row.items.push_back(std::move(item));
    } else {
      ++row.more;
    }
  }

  void keep(SinceRow row) {
    if (!row.items.empty()) out_.rows.push_back(std::move(row));
  }

  // What it did to dates or verdicts is told by itself, too.
  void also(const SinceRow& row) {
    out_.consequences.more += row.more;
    for (const ChangeLine& item : row.items) out_.consequences.items.push_back(item);
  }

  // Milestones before what else moved; of one that has moved itself that is told once.
  void moved() {
    SinceRow row{std::string(words_.text(verb_word(ChangeVerb::moved))), {}, 0};
    std::vector<ViewRecordId> told;
    for (const DateShift& shift : changes_.shifts) {
      if (!shift.was || !shift.now || shift.was == shift.now) continue;
      const ChangePhrase title{shift.subject.title, ChangeInk::title, shift.subject.after};
      ChangeLine line = from_to(title, *shift.was, *shift.now);
      line.push_back({" "});
      line.push_back({shift.subject.shown_id, ChangeInk::id, shift.subject.after});
      add(row, std::move(line), kMostDates);
      told.push_back(shift.subject.after);
    }
    also(row);
    std::ranges::sort(told);
    for (const ChangeEntry& entry : recent_.entries) {
      if (entry.verb != ChangeVerb::moved) continue;
      if (std::ranges::binary_search(told, entry.record)) continue;
      ChangeLine line = from_to({view_.record(entry.record).title}, *entry.from, *entry.to);
      line.push_back({" "});
      line.push_back(id(entry.record));
      add(row, std::move(line), kMostDates);
    }
    keep(std::move(row));
  }

  void effects(ChangeTone tone, Word label) {
    SinceRow row{std::string(words_.text(label)), {}, 0};
    for (const ChangeEffect& effect : report_.effects) {
      if (effect.tone != tone) continue;
      add(row, effect.line, kMostEffects);
    }
    also(row);
    keep(std::move(row));
  }

  ChangePhrase id(ViewRecordId record) const {
    return {view_.record(record).short_id, ChangeInk::id, record};
  }

  void events() {
    const std::vector<ChangeEntry>& entries = recent_.entries;
    for (size_t from = 0; from < entries.size();) {
      const ChangeVerb verb = entries[from].verb;
      size_t to = from;
      SinceRow row{std::string(words_.text(verb_word(verb))), {}, 0};
      for (; to < entries.size() && entries[to].verb == verb; ++to) {
        if (to - from < most_named(verb)) row.items.push_back(event(entries[to]));
      }
      row.more = to - from - row.items.size();
      from = to;
      if (verb != ChangeVerb::moved) keep(std::move(row));
    }
  }

  // "Contract engineers start late R-011, now I-014"
  ChangeLine event(const ChangeEntry& entry) const {
    ChangeLine line = {{view_.record(entry.record).title}, {" "}, id(entry.record)};
    if (entry.verb != ChangeVerb::came_true || entry.other == kNoViewRecord) return line;
    line.push_back({", "});
    std::ranges::move(change_line(words_.text("change.now"_word), {{id(entry.other)}}),
                      std::back_inserter(line));
    return line;
  }

  const Changes& changes_;
  const RecentChanges& recent_;
  const View& view_;
  const Words& words_;
  ChangeReport report_;
  Since out_;
};

}  // namespace

Word verb_word(ChangeVerb verb) {
  constexpr std::array<Word, kChangeVerbs> words = {
      "change.moved"_word,       "change.came_true"_word, "change.escalated"_word,
      "change.reopened"_word,    "change.met"_word,       "change.decided"_word,
      "change.turned_down"_word, "change.finished"_word,  "change.closed"_word,
      "change.opened"_word};
  return words[static_cast<size_t>(verb)];
}

// Of what is plenty one is named; of what matters more, two.
size_t most_named(ChangeVerb verb) {
  return verb < ChangeVerb::finished ? 2 : 1;
}

Since since_version(const Changes& changes, const RecentChanges& recent, const View& view,
                    const Words& words) {
  return SinceReader(changes, recent, view, words).read();
}

}  // namespace milepost
