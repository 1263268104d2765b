// Reads measures and compares figures with their targets.
#include "analyze/post_launch.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// The first number of a text in millionths; `1,250.5` is one.
std::optional<int64_t> number_in(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_ascii_digit(text[at])) ++at;
  if (at == text.size()) return {};
  const bool negative = at > 0 && text[at - 1] == '-';
  int64_t whole = 0, part = 0, scale = 1'000'000;
  int digits = 0;
  for (; at < text.size(); ++at) {
    const bool thousands = text[at] == ',' && at + 3 < text.size() && is_ascii_digit(text[at + 1]);
    if (thousands) continue;
    if (!is_ascii_digit(text[at])) break;
    if (++digits > 12) return {};
    whole = whole * 10 + (text[at] - '0');
  }
  if (at + 1 < text.size() && text[at] == '.' && is_ascii_digit(text[at + 1])) {
    for (++at; at < text.size() && is_ascii_digit(text[at]) && scale > 1; ++at) {
      scale /= 10;
      part += scale * (text[at] - '0');
    }
  }
  const int64_t value = whole * 1'000'000 + part;
  return negative ? -value : value;
}

enum class Sign : uint8_t { none, less, at_most, more, at_least };

Sign sign_of(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Sign>, 12> kSigns = {{
      {"<=", Sign::at_most},
      {">=", Sign::at_least},
      {"≤", Sign::at_most},
      {"≥", Sign::at_least},
      {"<", Sign::less},
      {">", Sign::more},
      {"at most", Sign::at_most},
      {"at least", Sign::at_least},
      {"under", Sign::less},
      {"below", Sign::less},
      {"over", Sign::more},
      {"above", Sign::more},
  }};
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  for (const auto& [word, sign] : kSigns) {
    if (lower.find(word) != std::string::npos) return sign;
  }
  return Sign::none;
}

class MeasureReader {
 public:
  // `since`: the day the release went out; nothing if it has not.
  MeasureReader(const NamedValues& values, const Analysis& analysis, std::optional<Date> since)
      : values_(values), analysis_(analysis), since_(since) {}

  std::optional<PostLaunch::Measure> read(const Value& value) const {
    PostLaunch::Measure measure;
    const Value* named = values_.part(value, "metric");
    measure.place = value.span;
    measure.metric = values_.record(named);
    const bool hidden = named != nullptr && measure.metric == kNoRecord &&
                        values_.program().record_of(*named) != kNoRecord;
    if (hidden) return {};
    measure.name = values_.words(named);
    measure.target = values_.words(values_.part(value, "target"));
    measure.result = values_.words(values_.part(value, "result"));
    bool up = false, down = false;
    if (measure.metric != kNoRecord) {
      fill_from(measure);
      const std::string direction = values_.words(values_.first(measure.metric, "direction"));
      const std::string word = normalize_label(direction);
      up = word == "up" || word == "higher is better" || word == "increase" || word == "higher";
      down = word == "down" || word == "lower is better" || word == "decrease" || word == "lower";
    }
    if (measure.name.empty()) return {};
    split_prose(measure);
    const int kept = keeps_target(measure.result, measure.target, up, down);
    measure.met = kept == 1;
    measure.missed = kept == 0;
    return measure;
  }

 private:
  // `Error rate < 1 %` in one line is a name and its target.
  static void split_prose(PostLaunch::Measure& measure) {
    if (!measure.target.empty() || measure.metric != kNoRecord) return;
    const std::size_t at = std::min({measure.name.find('<'), measure.name.find('>'),
                                     measure.name.find("≤"), measure.name.find("≥")});
    if (at == std::string::npos || at == 0 ||
        !number_in(std::string_view(measure.name).substr(at))) {
      return;
    }
    measure.target = std::string(trim_spaces(std::string_view(measure.name).substr(at)));
    measure.name = std::string(trim_spaces(std::string_view(measure.name).substr(0, at)));
  }

  void fill_from(PostLaunch::Measure& measure) const {
    const RecordIndex metric = measure.metric;
    measure.name = std::string(values_.program().record(metric).title);
    const std::string unit = values_.words(values_.first(metric, "unit"));
    const auto with_unit = [&](std::string figure) {
      if (figure.empty() || unit.empty()) return figure;
      return unit == "percent" || unit == "%" ? figure + " %" : figure + " " + unit;
    };
    if (measure.target.empty()) {
      if (const Value* target = values_.first(metric, "target")) {
        measure.target = with_unit(values_.words(values_.part(*target, "value")));
      }
    }
    // What was measured before a launch says nothing about it.
    if (!measure.result.empty() || !since_) return;
    std::optional<Date> newest;
    const Value* latest = nullptr;
    for (const Value& reading : values_.all(metric, "readings")) {
      const std::optional<Date> day =
          values_.day(values_.part(reading, "date"), analysis_.program_time(), {});
      const bool counts = day && *day >= *since_ && *day <= analysis_.as_of;
      if (!counts || (newest && *day < *newest)) continue;
      newest = day;
      latest = values_.part(reading, "value");
    }
    measure.result = with_unit(values_.words(latest));
  }

  const NamedValues& values_;
  const Analysis& analysis_;
  std::optional<Date> since_;
};

}  // namespace

int keeps_target(std::string_view result, std::string_view target, bool up, bool down) {
  const std::optional<int64_t> is = number_in(result), wanted = number_in(target);
  if (!is || !wanted) return -1;
  switch (sign_of(target)) {
    case Sign::less:
      return *is < *wanted ? 1 : 0;
    case Sign::at_most:
      return *is <= *wanted ? 1 : 0;
    case Sign::more:
      return *is > *wanted ? 1 : 0;
    case Sign::at_least:
      return *is >= *wanted ? 1 : 0;
    case Sign::none:
      break;
  }
  if (up) return *is >= *wanted ? 1 : 0;
  if (down) return *is <= *wanted ? 1 : 0;
  return -1;
}

void read_post_launch(const NamedValues& values, const Analysis& analysis, Readiness& readiness) {
  const RecordIndex record = readiness.record;
  const RecordFacts& facts = analysis.of(record);
  std::optional<Date> since;
  if (facts.phase == Phase::done) since = facts.finished ? facts.finished : readiness.target;
  const MeasureReader reader(values, analysis, since);
  PostLaunch& after = readiness.after;
  const auto add = [&](const std::vector<Value>& measures) {
    for (const Value& value : measures) {
      if (std::optional<PostLaunch::Measure> measure = reader.read(value)) {
        after.measures.push_back(std::move(*measure));
      }
    }
  };
  const WorkingTime& time = analysis.time_of(record);
  if (const Value* plan = values.first(record, "post_launch")) {
    add(values.parts(*plan, "metrics"));
    after.review = values.day(values.part(*plan, "review"), time, readiness.target);
    after.hand_over_on = values.day(values.part(*plan, "hand_over_on"), time, readiness.target);
    NamedParty party = values.party(values.part(*plan, "hand_over"));
    after.hand_over_to = party.person;
    after.hand_over_text = std::move(party.text);
    after.notes = values.words(values.part(*plan, "notes"));
  }
  add(values.all(record, "success_metrics"));
}

}  // namespace milepost
