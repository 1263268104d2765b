// Splits an expression into its anchor and its duration.
#include "calendar/when.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

WhenParse fail(WhenProblem problem, std::size_t offset, std::size_t length) {
  WhenParse result;
  result.error = WhenError{};
  result.error->problem = problem;
  result.error->offset = offset;
  result.error->length = length;
  return result;
}

// Whether a text that is no date was meant as one: `2026-06-xx`, `30 Jnu 2026`. An id or a title
// is neither.
bool was_meant_as_date(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
  if (digits == 4 && text.size() > 5 && (text[4] == '-' || text[4] == '/')) {
    return is_ascii_digit(text[5]);
  }
  if (digits == 0 || digits > 2 || text.size() < 8) return false;
  const std::string_view end = text.substr(text.size() - 5);
  return end[0] == ' ' && std::all_of(end.begin() + 1, end.end(), is_ascii_digit) &&
         text[digits] == ' ';
}

// One way to cut the text: an anchor and a signed duration's text.
struct Cut {
  std::string_view anchor;
  std::string_view duration;
  std::size_t shift_offset = 0;
  bool negative = false;
};

// `3d before M-GA`, `30 days after ATO`.
std::optional<Cut> cut_before_after(std::string_view text, const DurationContext& durations) {
  const DurationParse duration = parse_duration(text, durations);
  if (!duration.value) return std::nullopt;
  const std::string_view rest = trim_spaces(text.substr(duration.consumed));
  struct Word {
    std::string_view name;
    bool negative;
  };
  for (const Word& word : {Word{"before ", true}, Word{"prior to ", true}, Word{"ahead of ", true},
                           Word{"after ", false}, Word{"from ", false}}) {
    if (!istarts_with(rest, word.name)) continue;
    const std::string_view anchor = trim_spaces(rest.substr(word.name.size()));
    if (anchor.empty()) return std::nullopt;
    return Cut{anchor, trim_spaces(text.substr(0, duration.consumed)), offset_in(text, text),
               word.negative};
  }
  return std::nullopt;
}

struct Operator {
  std::size_t size = 0;  // 0: none here
  bool negative = false;
};

// A minus or a dash needs a space before it.
Operator operator_at(std::string_view text, std::size_t at) {
  if (text[at] == '+') return {1, false};
  const std::string_view rest = text.substr(at);
  for (const std::string_view sign : {"-", "−", "–"}) {
    if (!rest.starts_with(sign)) continue;
    const std::string_view before = text.substr(0, at);
    if (trim_spaces(before).size() == before.size()) return {};
    return {sign.size(), true};
  }
  return {};
}

bool begins_with_number(std::string_view text) {
  return !text.empty() && is_ascii_digit(text.front());
}

}  // namespace

WhenParse parse_when(std::string_view text, const DateContext& dates,
                     const DurationContext& durations) {
  const std::string_view all = trim_spaces(text);
  const std::size_t all_at = all.empty() ? 0 : offset_in(text, all);
  if (all.empty()) return fail(WhenProblem::empty, 0, text.size());

  Cut cut{all, {}, 0, false};
  if (const auto words = cut_before_after(all, durations)) {
    cut = *words;
    cut.shift_offset += all_at;
  } else {
    // The last sign that a duration follows; earlier ones belong to the anchor.
    for (std::size_t at = all.size(); at-- > 1;) {
      const Operator sign = operator_at(all, at);
      if (sign.size == 0) continue;
      const std::string_view right = trim_spaces(all.substr(at + sign.size));
      const std::string_view left = trim_spaces(all.substr(0, at));
      if (left.empty()) continue;
      const DurationParse duration = parse_whole_duration(right, durations);
      if (duration.value) {
        cut = {left, right, all_at + at, sign.negative};
        break;
      }
      // `M-GA - 5x` is a slip; `Phase 2 - 3 pilots` is a title and `2026-06-08 - 2026-06-12` a
      // range.
      const DurationProblem problem = duration.error->problem;
      const bool slip = problem != DurationProblem::unreadable && begins_with_number(right) &&
                        right.find(' ') == std::string_view::npos &&
                        !parse_date(right, dates).value;
      const bool needs_sprints = problem == DurationProblem::needs_sprints;
      if (slip || needs_sprints) {
        const std::size_t right_at = offset_in(text, right);
        WhenParse result =
            fail(WhenProblem::duration, right_at + duration.error->offset, duration.error->length);
        result.error->duration_error = duration.error;
        result.error->duration_error->offset += right_at;
        return result;
      }
      break;
    }
  }

  When when;
  when.anchor_offset = offset_in(text, cut.anchor);
  when.anchor_length = cut.anchor.size();
  if (!cut.duration.empty()) {
    when.shift = parse_whole_duration(cut.duration, durations).value;
    if (when.shift && cut.negative) when.shift->minutes = -when.shift->minutes;
    when.shift_offset = cut.shift_offset;
    const std::size_t duration_end = offset_in(text, cut.duration) + cut.duration.size();
    when.shift_length = duration_end - cut.shift_offset;
  }
  WhenParse result;
  const DateParse date = parse_whole_date(cut.anchor, dates);
  const bool is_date =
      date.value || date.error->problem != DateProblem::unreadable || was_meant_as_date(cut.anchor);
  if (is_date && date.error) {
    result = fail(WhenProblem::date, when.anchor_offset + date.error->offset, date.error->length);
    result.error->date_error = date.error;
    result.error->date_error->offset += when.anchor_offset;
  }
  if (is_date && !date.value) return result;
  if (is_date) {
    when.date = *date.value;
  } else {
    when.anchor = WhenAnchor::reference;
    when.reference = cut.anchor;
  }
  result.value = when;
  return result;
}

}  // namespace milepost
