// Counts, days and places of reports.
#include "evidence/reading.h"

#include <charconv>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

EvidenceReading refuse_evidence(std::string problem, uint32_t line, uint32_t column) {
  EvidenceReading refused;
  refused.problem = std::move(problem);
  refused.line = line;
  refused.column = column;
  return refused;
}

EvidenceReading refuse_evidence_at(std::string problem, std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  uint32_t line = 1;
  size_t begin = 0;
  for (size_t i = 0; i < before.size(); ++i) {
    if (before[i] != '\n') continue;
    ++line;
    begin = i + 1;
  }
  const size_t column = count_code_points(before.substr(begin)) + 1;
  return refuse_evidence(std::move(problem), line, static_cast<uint32_t>(column));
}

std::optional<uint64_t> read_count(std::string_view text) {
  text = trim(text);
  const size_t dot = text.find('.');
  if (dot != std::string_view::npos) {
    const std::string_view fraction = text.substr(dot + 1);
    if (fraction.empty() || fraction.find_first_not_of('0') != std::string_view::npos) return {};
    text = text.substr(0, dot);
  }
  uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || at != end || value > kMostCount) return std::nullopt;
  return value;
}

std::optional<uint64_t> read_rate(std::string_view text) {
  constexpr uint64_t kWhole = 10'000;
  text = trim(text);
  const size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  if (whole != "0" && whole != "1") return std::nullopt;
  if (dot == std::string_view::npos) return whole == "1" ? kWhole : 0;
  const std::string_view fraction = text.substr(dot + 1);
  uint64_t value = whole == "1" ? kWhole : 0;
  uint64_t unit = kWhole / 10;
  for (const char c : fraction) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value += unit * static_cast<uint64_t>(c - '0');
    unit /= 10;
  }
  if (value > kWhole) return std::nullopt;
  return value;
}

std::optional<Date> read_day(std::string_view text, bool epoch) {
  text = trim(text);
  if (epoch) {
    constexpr uint64_t kSecondsOfDay = 86'400;
    // Later than any day in seconds: it is milliseconds.
    constexpr uint64_t kFirstMilliseconds = 100'000'000'000;
    const std::string_view whole = text.substr(0, text.find('.'));
    uint64_t value = 0;
    const char* end = whole.data() + whole.size();
    const auto [at, error] = std::from_chars(whole.data(), end, value);
    if (whole.empty() || error != std::errc() || at != end || value == 0) return std::nullopt;
    if (value >= kFirstMilliseconds) value /= 1000;
    const uint64_t days = value / kSecondsOfDay;
    if (days > static_cast<uint64_t>(kLastDate.days)) return std::nullopt;
    return Date{static_cast<int32_t>(days)};
  }
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

void add_count(uint64_t& to, uint64_t count) {
  to = std::min(kMostCount, to + std::min(count, kMostCount));
}

std::string quoted_evidence(std::string_view text) {
  constexpr size_t kMostCharacters = 40;
  const std::string clean = replace_invalid_utf8(text.substr(0, 4 * kMostCharacters));
  const std::string_view shown = truncate_characters(clean, kMostCharacters);
  std::string quoted = "`";
  for (const char c : shown) quoted += is_ascii_control(c) || c == '`' ? '?' : c;
  if (shown.size() < clean.size() || text.size() > 4 * kMostCharacters) quoted += "…";
  return quoted + "`";
}

}  // namespace milepost
