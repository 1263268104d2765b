// Durations, estimates of elapsed time, and effort in person-days.
#include <fmt/format.h>

#include <charconv>

#include "calendar/duration.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::string_view kDurationForms =
    "write `3d`, `2w`, `16h`, `1mo` or `sprint` for working time, `24h wall` for elapsed time";

void complain_duration(Decoding& d, const Field& field, const Written& w,
                       const DurationError& error) {
  const Written wrong = error.length == 0 ? w : piece(w, error.offset, error.length);
  std::string message;
  std::string help(kDurationForms);
  switch (error.problem) {
    case DurationProblem::unreadable:
      message = fmt::format("{} is no length of time", quoted(w.text));
      break;
    case DurationProblem::missing_unit:
      message = fmt::format("{} has no unit", quoted(wrong.text));
      help = fmt::format("write `{}d` for working days, `{}w` for weeks or `{}h` for hours",
                         wrong.text, wrong.text, wrong.text);
      break;
    case DurationProblem::unknown_unit:
      message = fmt::format("{} has a unit that is not known", quoted(wrong.text));
      break;
    case DurationProblem::ambiguous_unit:
      message = fmt::format("{} may be months or minutes", quoted(wrong.text));
      help = "write `mo` for months, `min` for minutes";
      break;
    case DurationProblem::too_large:
      message = fmt::format("{} is more than a hundred years", quoted(wrong.text));
      break;
    case DurationProblem::needs_sprints:
      message =
          fmt::format("{} needs the program's sprints, which are not given", quoted(wrong.text));
      help = "add `calendar: {sprints: {first: 2026-01-05, length: 2w}}` to program.yaml";
      break;
    case DurationProblem::wrong_order:
      message = fmt::format("{} does not go from the shortest to the longest", quoted(w.text));
      help = "write the optimistic value first: `3d..10d`";
      break;
    case DurationProblem::mixed_kinds:
      message = fmt::format("{} mixes working time with elapsed time", quoted(w.text));
      help = "write both ends in the same way: `3d..5d` or `24h wall..48h wall`";
      break;
  }
  complain(d, field, code::unreadable_duration, wrong.span, std::move(message), std::move(help));
}

// The unit that a header says in parentheses: `Estimate (weeks)`; empty if it says none.
std::string_view unit_of_hint(std::string_view hint) {
  struct Unit {
    std::string_view word;
    std::string_view unit;
  };
  static constexpr Unit kUnits[] = {
      {"d", "d"},     {"day", "d"},      {"days", "d"},        {"working days", "d"},
      {"pd", "d"},    {"man days", "d"}, {"person days", "d"}, {"w", "w"},
      {"wk", "w"},    {"wks", "w"},      {"week", "w"},        {"weeks", "w"},
      {"h", "h"},     {"hr", "h"},       {"hrs", "h"},         {"hour", "h"},
      {"hours", "h"}, {"months", "mo"},  {"mo", "mo"},         {"sprints", "sprints"}};
  const std::string key = normalize_label(hint);
  for (const Unit& unit : kUnits) {
    if (key == unit.word) return unit.unit;
  }
  return {};
}

bool ends_in_digit(std::string_view text) {
  return !text.empty() && is_ascii_digit(text.back());
}

bool is_comment(std::string_view tail) {
  tail = trim_spaces(tail);
  return tail.empty() || comment_begin(tail) == 0 || comment_begin(tail) == 1;
}

// `5 person-days`, `3 person weeks`, `25 pd` with the word for people taken out.
std::string without_people(std::string_view text) {
  std::string lower = ascii_lower(text);
  for (const std::string_view word : {"person-", "person ", "people ", "man-", "man ", "engineer-",
                                      "engineer ", "dev-", "fte-", "fte "}) {
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word)) {
      lower.erase(at, word.size());
    }
  }
  if (lower.ends_with("pd")) lower.replace(lower.size() - 2, 2, "d");
  if (lower.ends_with("pw")) lower.replace(lower.size() - 2, 2, "w");
  return lower;
}

}  // namespace

bool read_duration(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Written text = without_emphasis(w);
  const DurationContext& context = d.work.facts.durations;
  const std::string_view unit = ends_in_digit(text.text) ? unit_of_hint(d.hint) : "";
  const std::string with_unit =
      unit.empty() ? std::string() : std::string(text.text) + " " + std::string(unit);
  const DurationParse parse =
      parse_duration(unit.empty() ? text.text : std::string_view(with_unit), context);
  if (parse.value && (!unit.empty() || is_comment(text.text.substr(parse.consumed)))) {
    value.data = *parse.value;
    return true;
  }
  complain_duration(d, field, text, parse.error.value_or(DurationError{}));
  return false;
}

bool read_estimate(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Written text = without_emphasis(w);
  const DurationContext& context = d.work.facts.durations;
  const std::string_view unit = ends_in_digit(text.text) ? unit_of_hint(d.hint) : "";
  const std::string with_unit =
      unit.empty() ? std::string() : std::string(text.text) + " " + std::string(unit);
  const EstimateParse parse =
      parse_estimate(unit.empty() ? text.text : std::string_view(with_unit), context);
  if (parse.value && (!unit.empty() || is_comment(text.text.substr(parse.consumed)))) {
    value.data = *parse.value;
    return true;
  }
  complain_duration(d, field, text, parse.error.value_or(DurationError{}));
  return false;
}

bool read_effort(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Written text = without_emphasis(w);
  const DurationContext& context = d.work.facts.durations;
  std::string plain = without_people(text.text);
  if (ends_in_digit(plain)) {
    // Effort without a unit is in person-days: that is what the column of a plan holds.
    const std::string_view unit = unit_of_hint(d.hint);
    plain += unit.empty() ? " d" : " " + std::string(unit);
  }
  const DurationParse parse = parse_duration(plain, context);
  if (parse.value && parse.value->kind == TimeKind::working &&
      is_comment(std::string_view(plain).substr(parse.consumed))) {
    value.data = Effort{static_cast<double>(parse.value->minutes) / context.minutes_per_day};
    return true;
  }
  complain(d, field, code::unreadable_duration, text.span,
           fmt::format("{} is no effort", quoted(text.text)),
           "write person-days: `25d`, `1.5d`, or `16h`");
  return false;
}

bool read_estimate_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                           Value& value) {
  std::optional<Duration> ends[3];
  bool good = true;
  for_each_entry(tree, node, [&](uint32_t key, uint32_t entry) {
    static constexpr std::string_view kNames[] = {"optimistic", "likely", "pessimistic"};
    static constexpr std::string_view kShort[] = {"min", "most likely", "max"};
    const std::string name = normalize_label(tree.nodes[key].text);
    for (int i = 0; i < 3; ++i) {
      if (name != kNames[i] && name != kShort[i]) continue;
      Value one;
      const Written w = written_scalar(d, tree, entry);
      if (!read_duration(d, field, w, one))
        good = false;
      else
        ends[i] = std::get<Duration>(one.data);
      return;
    }
    d.unknown.push_back({d.work.lasting(tree.nodes[key].text), tree.nodes[key].span,
                         written_source(d.work, tree.nodes[entry]).text, tree.nodes[entry].span});
  });
  if (!good) return false;
  const Span span = written_source(d.work, tree.nodes[node]).span;
  if (!ends[0] || !ends[2]) {
    complain(d, field, code::unreadable_duration, span,
             "an estimate in three parts needs `optimistic` and `pessimistic`",
             "write `{optimistic: 3d, likely: 5d, pessimistic: 10d}`, or `3d..10d`");
    return false;
  }
  const std::optional<Estimate> estimate = make_estimate(*ends[0], ends[1], *ends[2]);
  if (!estimate) {
    complain(d, field, code::unreadable_duration, span,
             "the estimate does not go from the shortest to the longest",
             "write optimistic ≤ likely ≤ pessimistic, all working time or all `wall`");
    return false;
  }
  value.data = *estimate;
  return true;
}

}  // namespace milepost
