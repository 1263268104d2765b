// Numbers, percentages, money, yes and no, urls and the words of a choice.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "parse/markdown.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

// An exact decimal: digits × 10^-places.
struct Decimal {
  int64_t digits = 0;
  int places = 0;
  bool too_large = false;
  std::size_t consumed = 0;  // 0: no number
};

// `1,234.50`, `1 234`, `-3`, `.5`; groups of three digits may be parted by a comma, space, `_` or
// `'`.
Decimal parse_decimal(std::string_view text) {
  Decimal result;
  std::size_t at = 0;
  bool negative = false;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  if (text.substr(at).starts_with("−")) {
    negative = true;
    at += std::string_view("−").size();
  }
  bool digits = false;
  bool point = false;
  const auto is_group = [&](std::size_t from) {
    for (std::size_t i = from; i < from + 3; ++i) {
      if (i >= text.size() || !is_ascii_digit(text[i])) return false;
    }
    return from + 3 >= text.size() || !is_ascii_digit(text[from + 3]);
  };
  while (at < text.size()) {
    const char c = text[at];
    if (is_ascii_digit(c)) {
      digits = true;
      if (result.digits > (std::numeric_limits<int64_t>::max() - 9) / 10 / 100) {
        result.too_large = true;
      } else {
        result.digits = result.digits * 10 + (c - '0');
        if (point) ++result.places;
      }
      ++at;
    } else if (c == '.' && !point && at + 1 < text.size() && is_ascii_digit(text[at + 1])) {
      point = true;
      ++at;
    } else if (digits && !point && (c == ',' || c == ' ' || c == '_' || c == '\'') &&
               is_group(at + 1)) {
      ++at;
    } else {
      break;
    }
  }
  if (!digits) return result;
  if (negative) result.digits = -result.digits;
  result.consumed = at;
  return result;
}

double to_double(const Decimal& decimal) {
  double value = static_cast<double>(decimal.digits);
  for (int i = 0; i < decimal.places; ++i) value /= 10;
  return value;
}

// True if a remark may stand there after a number: `20 customers`, `95% of plan`, `3 (max)`.
bool is_remark(std::string_view tail) {
  tail = trim_spaces(tail);
  return tail.empty() || is_ascii_alpha(tail.front()) || tail.front() == '(' ||
         static_cast<unsigned char>(tail.front()) >= 0x80 || comment_begin(tail) == 0 ||
         tail.starts_with("- ");
}

struct Currency {
  std::string_view mark;
  std::string_view code;
};

constexpr std::array<Currency, 10> kCurrencies{{{"US$", "USD"},
                                                {"A$", "AUD"},
                                                {"C$", "CAD"},
                                                {"S$", "SGD"},
                                                {"R$", "BRL"},
                                                {"$", "USD"},
                                                {"€", "EUR"},
                                                {"£", "GBP"},
                                                {"¥", "JPY"},
                                                {"₹", "INR"}}};

// A currency at the start of `text`: its code and its length there; 0 if there is none.
std::size_t currency_at(std::string_view text, std::string_view& code) {
  for (const Currency& currency : kCurrencies) {
    if (text.starts_with(currency.mark)) {
      code = currency.code;
      return currency.mark.size();
    }
  }
  if (text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, is_ascii_upper) &&
      (text.size() == 3 || !is_ascii_alnum(text[3]) || is_ascii_digit(text[3]))) {
    code = text.substr(0, 3);
    return 3;
  }
  return 0;
}

// k, m, bn: the power of ten and the length; 0 if there is none.
int magnitude_at(std::string_view text, std::size_t& length) {
  struct Magnitude {
    std::string_view word;
    int power;
  };
  static constexpr Magnitude kWords[] = {{"thousand", 3}, {"million", 6}, {"billion", 9},
                                         {"bn", 9},       {"mio", 6},     {"mm", 6},
                                         {"k", 3},        {"m", 6},       {"b", 9}};
  for (const Magnitude& magnitude : kWords) {
    if (!istarts_with(text, magnitude.word)) continue;
    const std::size_t end = magnitude.word.size();
    if (end < text.size() && is_ascii_alpha(text[end])) continue;
    length = end;
    return magnitude.power;
  }
  length = 0;
  return 0;
}

bool complain_number(Decoding& d, const Field& field, const Written& text, std::string_view noun,
                     std::string_view help) {
  complain(d, field, code::unreadable_number, text.span,
           fmt::format("{} is no {}", quoted(text.text), noun), std::string(help));
  return false;
}

constexpr std::array<std::string_view, 4> kSchemes{"https", "http", "mailto", "tel"};

bool has_scheme(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_ascii_alnum(text[at]) || text[at] == '+' || text[at] == '.')) ++at;
  return at > 1 && at + 1 < text.size() && text[at] == ':' && is_ascii_alpha(text[0]) &&
         !is_ascii_space(text[at + 1]);
}

// A scheme that a page may link to, or a path.
bool is_address(std::string_view text) {
  if (text.find_first_of(" \t\n") != std::string_view::npos) return false;
  if (!has_scheme(text)) return true;
  const std::string_view scheme = text.substr(0, text.find(':'));
  return std::any_of(kSchemes.begin(), kSchemes.end(),
                     [&](std::string_view known) { return iequals(scheme, known); });
}

}  // namespace

bool read_number(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Written text = without_emphasis(w);
  const Decimal decimal = parse_decimal(text.text);
  std::string_view tail = text.text.substr(decimal.consumed);
  if (tail.starts_with('%')) tail.remove_prefix(1);
  if (decimal.consumed == 0 || decimal.too_large || !is_remark(tail)) {
    return complain_number(d, field, text, "number", "write digits: `20`, `1,250` or `99.9`");
  }
  value.data = to_double(decimal);
  return true;
}

bool read_percent(Decoding& d, const Field& field, const Written& w, Value& value) {
  Written text = without_emphasis(w);
  if (text.text.starts_with('~')) text = trimmed(piece(text, 1, text.text.size() - 1));
  const Decimal decimal = parse_decimal(text.text);
  std::string_view tail = trim_spaces(text.text.substr(decimal.consumed));
  if (tail.starts_with('%')) tail.remove_prefix(1);
  if (decimal.consumed == 0 || decimal.too_large || !is_remark(tail)) {
    return complain_number(d, field, text, "percentage", "write `40` or `40%`");
  }
  value.data = to_double(decimal);
  return true;
}

bool read_money(Decoding& d, const Field& field, const Written& w, Value& value) {
  constexpr std::string_view kHelp = "write `USD 12,500`, `€1.2m` or `12,500.00 GBP`";
  const Written text = without_emphasis(w);
  Money money;
  std::string_view rest = text.text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  if (const std::size_t length = currency_at(rest, money.currency); length != 0) {
    rest = trim_spaces(rest.substr(length));
  }
  Decimal decimal = parse_decimal(rest);
  if (decimal.consumed == 0 || decimal.too_large) {
    return complain_number(d, field, text, "amount of money", kHelp);
  }
  rest = trim_spaces(rest.substr(decimal.consumed));
  std::size_t length = 0;
  int power = magnitude_at(rest, length) + 2;  // in hundredths
  rest = trim_spaces(rest.substr(length));
  if (money.currency.empty()) {
    if (const std::size_t code = currency_at(rest, money.currency); code != 0) {
      rest = trim_spaces(rest.substr(code));
    } else if (currency_at(trim_spaces(d.hint), money.currency) == 0) {
      // `Cost (USD)`; without one the amount has no currency.
      money.currency = {};
    }
  }
  if (!is_remark(rest)) return complain_number(d, field, text, "amount of money", kHelp);
  for (; power > decimal.places; --power) {
    if (decimal.digits > std::numeric_limits<int64_t>::max() / 10 ||
        decimal.digits < std::numeric_limits<int64_t>::min() / 10) {
      return complain_number(d, field, text, "amount of money", kHelp);
    }
    decimal.digits *= 10;
  }
  for (; power < decimal.places; --decimal.places) decimal.digits /= 10;
  money.hundredths = negative ? -decimal.digits : decimal.digits;
  money.currency = d.work.lasting(money.currency);
  value.data = money;
  return true;
}

bool read_boolean(Decoding& d, const Field& field, const Written& w, Value& value) {
  static constexpr std::array<std::string_view, 8> kYes{"yes", "y",    "true", "on",
                                                        "x",   "done", "oui",  "ja"};
  static constexpr std::array<std::string_view, 6> kNo{"no", "n", "false", "off", "non", "nein"};
  const Written text = without_emphasis(w);
  if (text.text.starts_with("[x]") || text.text.starts_with("[X]")) {
    value.data = true;
    return true;
  }
  if (text.text.starts_with("[ ]")) {
    value.data = false;
    return true;
  }
  const std::size_t cut = std::min(comment_begin(text.text), text.text.size());
  const std::string key = normalize_label(text.text.substr(0, cut));
  const auto is_key = [&](std::string_view word) { return key == word; };
  if (std::any_of(kYes.begin(), kYes.end(), is_key)) {
    value.data = true;
    return true;
  }
  if (std::any_of(kNo.begin(), kNo.end(), is_key)) {
    value.data = false;
    return true;
  }
  const CheckWord check = d.work.facts.kinds.find_check(text.text);
  if (check == CheckWord::passed || check == CheckWord::failed || check == CheckWord::pending) {
    value.data = check == CheckWord::passed;
    return true;
  }
  complain(d, field, code::unknown_choice, text.span,
           fmt::format("{} is neither yes nor no", quoted(text.text)), "write `yes` or `no`");
  return false;
}

bool read_url(Decoding& d, const Field& field, const Written& w, Value& value) {
  Written text = without_emphasis(w);
  if (text.text.starts_with('<') && text.text.ends_with('>')) {
    text = trimmed(piece(text, 1, text.text.size() - 2));
  }
  if (is_address(text.text)) {
    value.text = d.work.lasting(text.text);
    return true;
  }
  // `[Board](https://…)`, `Board: https://…`: a link with words stays Markdown.
  const std::size_t scheme = text.text.find("://");
  if (scheme != std::string_view::npos) {
    std::string markdown(text.text);
    if (!text.text.starts_with('[')) {
      std::size_t begin = scheme;
      while (begin > 0 && is_ascii_alpha(text.text[begin - 1])) --begin;
      std::string_view label = trim_spaces(text.text.substr(0, begin));
      while (label.ends_with(':') || label.ends_with('<')) label.remove_suffix(1);
      std::string_view url = trim_spaces(text.text.substr(begin));
      if (url.ends_with('>')) url.remove_suffix(1);
      if (url.find_first_of(" \t\n<>") == std::string_view::npos && !label.empty()) {
        markdown = fmt::format("[{}](<{}>)", label, url);
      }
    }
    Tape tape = parse_markdown_value(markdown, text.span, d.work.sink);
    const uint32_t count = tape.nodes.empty() ? 0 : tape.nodes[0].size - 1;
    value.data = MarkdownText{d.work.add_tape(std::move(tape)), {1, count}};
    return true;
  }
  complain(d, field, code::unreadable_url, text.span,
           fmt::format("{} is no address", quoted(text.text)),
           "write an address that begins with `https://`, or a path to a file of the program");
  return false;
}

bool read_choice(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Kinds& kinds = d.work.facts.kinds;
  Written text = without_emphasis(w);
  const auto set = [&](std::optional<uint16_t> index) {
    if (index) value.data = Choice{*index};
    return index.has_value();
  };
  if (set(kinds.find_choice(field.id, text.text))) return true;
  const std::size_t cut = comment_begin(text.text);
  if (cut != std::string_view::npos && cut > 0 &&
      set(kinds.find_choice(field.id, strip_emphasis(text.text.substr(0, cut))))) {
    return true;
  }
  if (const std::size_t emoji = leading_emoji(text.text); emoji != 0 && emoji < text.text.size()) {
    const Written rest = trimmed(piece(text, emoji, text.text.size() - emoji));
    const std::size_t end = std::min(comment_begin(rest.text), rest.text.size());
    if (set(kinds.find_choice(field.id, rest.text.substr(0, end)))) return true;
  }
  // The value may say the field, too: `External dependency` for a dependency's type.
  if (const std::size_t space = text.text.find(' '); space != std::string_view::npos) {
    const std::string_view after = trim_spaces(text.text.substr(space));
    if (kinds.find_kind(after) == d.kind || iequals(after, field.label)) {
      if (set(kinds.find_choice(field.id, text.text.substr(0, space)))) return true;
    }
  }
  std::vector<std::string_view> words;
  std::string list;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    words.push_back(field.choices[i].name);
    const std::string_view joint = i == 0 ? "" : i + 1 == field.choices.size() ? " or " : ", ";
    list += fmt::format("{}`{}`", joint, field.choices[i].name);
  }
  complain(d, field, code::unknown_choice, text.span,
           fmt::format("{} is none of the words of `{}`", quoted(text.text), field.name),
           suggestion(d.work, text.text, words, "write " + list));
  return false;
}

}  // namespace milepost
