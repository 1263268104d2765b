// Reads levels, scores and priorities.
#include "analyze/levels.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

std::string_view word_of(const Field& field, const Value& value) {
  if (const Choice* choice = std::get_if<Choice>(&value.data)) {
    return choice->index < field.choices.size()
               ? std::string_view(field.choices[choice->index].name)
               : std::string_view();
  }
  return value.text;
}

// "P1", "p2 - slowed".
int p_number(std::string_view word) {
  if (word.size() < 2 || ascii_lower(word.front()) != 'p' || !is_ascii_digit(word[1])) return -1;
  if (word.size() > 2 && is_ascii_alnum(word[2])) return -1;
  return word[1] - '0';
}

int leading_number(std::string_view text) {
  int number = 0;
  std::size_t i = 0;
  while (i < text.size() && i < 4 && is_ascii_digit(text[i]))
    number = number * 10 + text[i++] - '0';
  return i == 0 ? -1 : number;
}

uint8_t band_of_level(uint8_t level) {
  return level <= 2 ? (level == 0 ? 0 : 1) : static_cast<uint8_t>(level - 1);
}

}  // namespace

uint8_t level_of(const Kinds& kinds, const Field& field, const Value& value) {
  if (const Level* level = std::get_if<Level>(&value.data)) return level->level;
  const std::string_view word = word_of(field, value);
  const int p = p_number(word);
  if (p >= 0) return static_cast<uint8_t>(p > 3 ? 1 : 5 - p);
  return value.unreadable ? uint8_t{0} : kinds.find_level(word);
}

uint8_t priority_of(const Kinds& kinds, const Field& field, const Value& value) {
  constexpr uint8_t kNone = 255;
  constexpr std::array<std::pair<std::string_view, uint8_t>, 4> kWords = {
      {{"must", 0}, {"should", 1}, {"could", 2}, {"wont", 3}}};
  const std::string_view word = word_of(field, value);
  const int p = p_number(word);
  if (p >= 0) return static_cast<uint8_t>(p > 3 ? 3 : p);
  for (const auto& [name, priority] : kWords) {
    if (iequals(word, name)) return priority;
  }
  const uint8_t level = level_of(kinds, field, value);
  if (level == 0) return kNone;
  return static_cast<uint8_t>(level <= 2 ? 3 : 5 - level);
}

WrittenScore score_of(const Kinds& kinds, const Value& value) {
  WrittenScore result;
  if (const double* number = std::get_if<double>(&value.data)) {
    if (*number >= 1 && *number <= 25) result.score = static_cast<uint8_t>(std::lround(*number));
    return result;
  }
  const std::string_view text = trim(value.text);
  const int number = leading_number(text);
  if (number >= 1 && number <= 25) {
    result.score = static_cast<uint8_t>(number);
    return result;
  }
  const std::size_t slash = text.find_first_of("/x");
  if (slash != std::string_view::npos && slash > 0) {
    const uint8_t likelihood = kinds.find_level(trim(text.substr(0, slash)));
    const uint8_t impact = kinds.find_level(trim(text.substr(slash + 1)));
    if (likelihood > 0 && impact > 0) {
      result.likelihood = likelihood;
      result.impact = impact;
      return result;
    }
  }
  result.band = band_of_level(kinds.find_level(text));
  return result;
}

uint8_t band_of(uint8_t score, const Thresholds& thresholds) {
  if (score == 0) return 0;
  if (score < thresholds.risk_medium) return 1;
  if (score < thresholds.risk_high) return 2;
  return score < thresholds.risk_very_high ? 3 : 4;
}

}  // namespace milepost
