// Reads the facts that a report keeps.
#include "check/sent_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr int32_t kYearBegins = 200;  // days before the report: a date without a year is after that

bool ends_clause(std::string_view rest) {
  return rest.empty() || rest.front() == '.' || rest.front() == ',' || rest.front() == ';' ||
         rest.front() == ')' || rest.front() == '|' || rest.starts_with(" |");
}

class SentReader {
 public:
  SentReader(const CheckContext& context, Date day)
      : context_(context), dates_(dates_of_report(day)) {}

  SentFacts read(const MarkdownText& kept) {
    if (kept.slice.count == 0) return {};
    const Tape& tape = context_.program.set.tapes[kept.tape];
    const uint32_t end = kept.slice.first + kept.slice.count;
    for (uint32_t i = kept.slice.first; i < end;) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind != NodeKind::paragraph) {
        ++i;
        continue;
      }
      unit(plain_text(tape, {i, node.size}), tape.span_of(node));
      i += node.size;
    }
    return std::move(facts_);
  }

 private:
  // "Payment API v2 (T-16): 65 %, target Tue 9 Jun, was Fri 5 Jun, at risk, Lee Chan"
  void unit(std::string_view words, Span place) {
    if (blockers(words, place)) return;
    for (size_t open = words.find('('); open != std::string_view::npos;
         open = words.find('(', open + 1)) {
      const size_t close = words.find(')', open);
      if (close == std::string_view::npos) return;
      const RecordIndex record = context_.program.find(words.substr(open + 1, close - open - 1));
      if (record == kNoRecord) continue;
      SentFact& fact = facts_.of[static_cast<uint32_t>(record)];
      if (!fact.place.is_place()) fact.place = place;
      if (const size_t colon = words.substr(0, open).find(": "); colon != std::string_view::npos) {
        day(words.substr(0, colon), true, fact);  // "Fri 19 Jun: Pilot live (M-PILOT)"
      }
      told(words.substr(close + 1), fact);
      return;
    }
  }

  void told(std::string_view rest, SentFact& fact) {
    if (rest.starts_with(":")) rest.remove_prefix(1);
    for (std::string_view part : split(rest, ',')) {
      part = trim(part);
      if (const std::optional<int64_t> percent = percent_at(part)) {
        if (!fact.percent) fact.percent = percent;
        continue;
      }
      if (const Health state = state_at(context_.program.kinds(), part); state != Health::none) {
        if (fact.state == Health::none) fact.state = state;
        continue;
      }
      constexpr std::array<std::string_view, 5> kOwed = {"target ", "due ", "by ", "needed ",
                                                         "promised "};
      const auto owed = std::ranges::find_if(
          kOwed, [&](std::string_view word) { return istarts_with(part, word); });
      if (owed != kOwed.end()) {
        day(part.substr(owed->size()), true, fact);
        continue;
      }
      // "moved from Fri 5 Jun to Tue 9 Jun", "was Fri 5 Jun"
      for (size_t at = 0; at < part.size();) {
        const size_t used = day(part.substr(at), false, fact);
        at = part.find(' ', at + used);
        if (at == std::string_view::npos) break;
        ++at;
      }
    }
  }

  // A day at the beginning of `words`; how many bytes it has.
  size_t day(std::string_view words, bool due, SentFact& fact) const {
    const DateParse parse = parse_date(words, dates_);
    if (!parse.value || parse.value->first != parse.value->last) return 0;
    fact.dates.push_back(parse.value->first);
    if (due && !fact.due) fact.due = parse.value->first;
    return parse.consumed;
  }

  // "Blockers: 3 open, up from 2 on Fri 22 May"
  bool blockers(std::string_view words, Span place) {
    for (const std::string_view head : {"Blockers: ", "Hindernisse: "}) {
      if (!words.starts_with(head)) continue;
      const std::string_view rest = words.substr(head.size());
      size_t digits = 0;
      int64_t number = 0;
      while (digits < rest.size() && digits < 6 && is_ascii_digit(rest[digits])) {
        number = number * 10 + (rest[digits++] - '0');
      }
      const bool none = rest == "none open" || rest.starts_with("none open,") ||
                        rest == "keins offen" || rest.starts_with("keins offen,");
      if (digits == 0 && !none) return false;
      facts_.blockers = number;
      facts_.blockers_place = place;
      return true;
    }
    return false;
  }

  const CheckContext& context_;
  DateContext dates_;
  SentFacts facts_;
};

}  // namespace

SentFacts read_sent(const CheckContext& context, Date day, const MarkdownText& kept) {
  return SentReader(context, day).read(kept);
}

DateContext dates_of_report(Date day) {
  DateContext dates;
  dates.program_start = add_days(day, -kYearBegins);
  return dates;
}

std::optional<int64_t> percent_at(std::string_view rest) {
  size_t digits = 0;
  int64_t number = 0;
  while (digits < rest.size() && digits < 3 && is_ascii_digit(rest[digits])) {
    number = number * 10 + (rest[digits++] - '0');
  }
  if (digits == 0 || number > 100) return std::nullopt;
  rest.remove_prefix(digits);
  for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
    if (rest.starts_with(space)) rest.remove_prefix(space.size());
  }
  if (!rest.starts_with("%")) return std::nullopt;
  rest = rest.substr(1);
  // "40 % more", "10 % of traffic": a share of something else.
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  const bool ends = rest.empty() || rest.front() == ',' || rest.front() == '.' ||
                    rest.front() == ';' || rest.front() == ')' || rest.front() == '|' ||
                    istarts_with(rest, "complete") || istarts_with(rest, "done");
  return ends ? std::optional(number) : std::nullopt;
}

Health state_at(const Kinds& kinds, std::string_view rest) {
  size_t end = 0;
  while (end < rest.size() && !ends_clause(rest.substr(end))) ++end;
  const std::string_view words = trim(rest.substr(0, end));
  if (words.size() < 3) return Health::none;  // "r", "g"
  const Health state = kinds.find_health(words);
  if (state == Health::complete || state == Health::not_started) return Health::none;
  const bool is_word = is_ascii_alnum(words.front());
  return is_word && kinds.find_level(words) > 0 ? Health::none : state;
}

}  // namespace milepost
