// Levels: words, numbers on a scale, ranges between two words, prose that begins with a level.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "shape/codes.h"
#include "shape/decode.h"
#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

// The words that are a level wherever they begin a sentence. Others ("minor", "likely") are one
// only if nothing follows them.
constexpr std::array<std::string_view, 8> kLeadingWords{
    "very low", "very high", "low", "medium", "moderate", "high", "critical", "severe"};

// The top of the scale in `1-10`, `1 to 3`, `0–10`; 0 if the text is none.
int scale_of(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_ascii_digit(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
  const bool range = begin > 0 && (text.front() == '0' || text.front() == '1');
  int top = 0;
  std::from_chars(text.data() + begin, text.data() + end, top);
  return range && top >= 3 && top <= 100 ? top : 0;
}

// On a scale from 1 to `top`, to very low … critical.
std::optional<uint8_t> on_scale(double number, int top) {
  if (number < 0 || number > top) return std::nullopt;
  const double rounded = std::max(1.0, std::ceil(number));
  // Scales of three and four words begin with low: nobody writes "very low, low, medium".
  const double level = top == 3 || top == 4 ? rounded + 1 : std::ceil(rounded * 5 / top);
  return static_cast<uint8_t>(std::clamp(level, 1.0, 5.0));
}

struct NumberReading {
  std::optional<uint8_t> level;
  bool is_number = false;
};

// `3`, `2.5`, `7/10`, `60%`.
NumberReading level_of_number(std::string_view text, int scale) {
  text = trim_spaces(text);
  double number = 0;
  const auto [rest, problem] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (problem != std::errc() || text.empty() || text.front() == '-') return {};
  std::string_view tail = trim_spaces(text.substr(static_cast<std::size_t>(rest - text.data())));
  if (tail == "%") return {on_scale(number, 100), true};
  if (tail.starts_with('/')) {
    int top = 0;
    tail = trim_spaces(tail.substr(1));
    const auto [end, bad] = std::from_chars(tail.data(), tail.data() + tail.size(), top);
    if (bad != std::errc() || end != tail.data() + tail.size() || top < 3) return {};
    return {on_scale(number, top), true};
  }
  if (!tail.empty()) return {};
  if (number == 0 && scale == 5) return {std::nullopt, true};
  return {on_scale(number, scale), true};
}

// `Medium-High`, `medium to high`, `Low/Medium`: the upper of two neighbours, or what lies between.
std::optional<uint8_t> level_of_range(const Kinds& kinds, std::string_view text) {
  for (const std::string_view separator : {std::string_view("-"), std::string_view("–"),
                                           std::string_view("/"), std::string_view(" to ")}) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    const uint8_t low = kinds.find_level(text.substr(0, at));
    const uint8_t high = kinds.find_level(text.substr(at + separator.size()));
    if (low == 0 || high == 0) continue;
    // `High/Low` is a choice left in a template, `Low/Medium` a judgement.
    if (separator == "/" && high != low + 1) return std::nullopt;
    return static_cast<uint8_t>((low + high + 1) / 2);
  }
  return std::nullopt;
}

// The length of a level that begins the prose `text`, 0 if none does.
std::size_t leading_level(std::string_view text) {
  for (const std::string_view word : kLeadingWords) {
    if (!istarts_with(text, word)) continue;
    if (text.size() == word.size()) return word.size();
    const char next = text[word.size()];
    if (is_ascii_alnum(next) || next == '-' || next == '_' || next == '/') continue;
    return word.size();
  }
  return 0;
}

}  // namespace

bool read_level(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Kinds& kinds = d.work.facts.kinds;
  const int hinted = scale_of(d.hint);
  const int scale = hinted != 0 ? hinted : d.level_scale;
  Written text = without_emphasis(w);
  const auto set = [&](uint8_t level, std::string_view comment) {
    value.data = Level{level, d.work.lasting(comment)};
    return true;
  };

  if (const uint8_t level = kinds.find_level(text.text); level != 0) {
    return set(level, label_hint(text.text));
  }
  if (const std::size_t emoji = leading_emoji(text.text);
      emoji != 0 && static_cast<unsigned char>(text.text.front()) >= 0x80) {
    text = trimmed(piece(text, emoji, text.text.size() - emoji));
  }
  // `4 (High)`, `High — slips GA`, `3/5`: the value, then perhaps a comment.
  NumberReading number;
  for (std::size_t end = text.text.size();;) {
    const std::string_view head = trim_spaces(text.text.substr(0, end));
    const std::string_view comment =
        comment_text(text.text.substr(std::min(end, text.text.size())));
    if (const uint8_t level = kinds.find_level(head); level != 0) return set(level, comment);
    number = level_of_number(head, scale);
    if (number.level) return set(*number.level, comment);
    if (const auto level = level_of_range(kinds, head)) return set(*level, comment);
    const std::size_t cut = comment_begin(text.text);
    if (number.is_number || cut >= end) break;
    end = cut;
  }
  if (const std::size_t length = leading_level(text.text); length != 0) {
    const uint8_t level = kinds.find_level(text.text.substr(0, length));
    if (level != 0) return set(level, comment_text(text.text.substr(length)));
  }

  if (number.is_number) {
    complain(d, field, code::unknown_level, text.span,
             fmt::format("{} is not on the scale from 1 to {}", quoted(text.text), scale),
             "write 1 (very low) to 5 (critical), or say the scale: `scale: 1-10` beside it, "
             "`(1-10)` in a table's header");
    return false;
  }
  if (field.prose != kNoField) {
    d.prose = true;
    return false;
  }
  complain(d, field, code::unknown_level, text.span,
           fmt::format("{} is no level", quoted(text.text)),
           suggestion(d.work, text.text, {"very low", "low", "medium", "high", "critical"},
                      "write very low, low, medium, high or critical, or 1 to 5"));
  return false;
}

}  // namespace milepost
