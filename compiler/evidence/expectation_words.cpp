// Splits a threshold into numbers, signs and the words that mean something in one.
#include "evidence/expectation_words.h"

#include <array>
#include <optional>
#include <string>

#include "text/ascii.h"

namespace milepost {
namespace {

using Kind = ThresholdWordKind;

struct Sign {
  std::string_view text;
  Comparison comparison;
};
// Longer ones first.
constexpr std::array<Sign, 11> kSigns = {{{">=", Comparison::at_least},
                                          {"=>", Comparison::at_least},
                                          {"<=", Comparison::at_most},
                                          {"=<", Comparison::at_most},
                                          {"==", Comparison::exactly},
                                          {"≥", Comparison::at_least},
                                          {"≤", Comparison::at_most},
                                          {">", Comparison::more_than},
                                          {"<", Comparison::less_than},
                                          {"=", Comparison::exactly},
                                          {"+", Comparison::at_least}}};

// Phrases, in words between single spaces; longer ones first.
struct Phrase {
  std::string_view text;
  Comparison comparison;
  bool after_number = false;
};
constexpr std::array<Phrase, 31> kPhrases = {
    {{"no less than", Comparison::at_least},    {"not less than", Comparison::at_least},
     {"no fewer than", Comparison::at_least},   {"no more than", Comparison::at_most},
     {"not more than", Comparison::at_most},    {"greater than", Comparison::more_than},
     {"more than", Comparison::more_than},      {"higher than", Comparison::more_than},
     {"less than", Comparison::less_than},      {"fewer than", Comparison::less_than},
     {"lower than", Comparison::less_than},     {"at least", Comparison::at_least},
     {"at most", Comparison::at_most},          {"up to", Comparison::at_most},
     {"equal to", Comparison::exactly},         {"or more", Comparison::at_least, true},
     {"or above", Comparison::at_least, true},  {"or higher", Comparison::at_least, true},
     {"or better", Comparison::at_least, true}, {"or less", Comparison::at_most, true},
     {"or fewer", Comparison::at_most, true},   {"or below", Comparison::at_most, true},
     {"minimum", Comparison::at_least},         {"min", Comparison::at_least},
     {"maximum", Comparison::at_most},          {"max", Comparison::at_most},
     {"above", Comparison::more_than},          {"over", Comparison::more_than},
     {"below", Comparison::less_than},          {"under", Comparison::less_than},
     {"exactly", Comparison::exactly}}};

struct Meaning {
  std::string_view word;
  Kind kind;
  EvidenceMeasure measure = EvidenceMeasure::any;
};
constexpr std::array<Meaning, 58> kMeanings = {{
    {"line", Kind::measure, EvidenceMeasure::line_coverage},
    {"lines", Kind::measure, EvidenceMeasure::line_coverage},
    {"statement", Kind::measure, EvidenceMeasure::line_coverage},
    {"statements", Kind::measure, EvidenceMeasure::line_coverage},
    {"branch", Kind::measure, EvidenceMeasure::branch_coverage},
    {"branches", Kind::measure, EvidenceMeasure::branch_coverage},
    {"coverage", Kind::coverage},
    {"covered", Kind::coverage},
    {"failure", Kind::measure, EvidenceMeasure::failures},
    {"failures", Kind::measure, EvidenceMeasure::failures},
    {"failed", Kind::measure, EvidenceMeasure::failures},
    {"failing", Kind::measure, EvidenceMeasure::failures},
    {"error", Kind::measure, EvidenceMeasure::errors},
    {"errors", Kind::measure, EvidenceMeasure::errors},
    {"skipped", Kind::measure, EvidenceMeasure::skipped},
    {"skips", Kind::measure, EvidenceMeasure::skipped},
    {"ignored", Kind::measure, EvidenceMeasure::skipped},
    {"warning", Kind::measure, EvidenceMeasure::warnings},
    {"warnings", Kind::measure, EvidenceMeasure::warnings},
    {"note", Kind::measure, EvidenceMeasure::notes},
    {"notes", Kind::measure, EvidenceMeasure::notes},
    {"finding", Kind::measure, EvidenceMeasure::results},
    {"findings", Kind::measure, EvidenceMeasure::results},
    {"result", Kind::measure, EvidenceMeasure::results},
    {"results", Kind::measure, EvidenceMeasure::results},
    {"alert", Kind::measure, EvidenceMeasure::results},
    {"alerts", Kind::measure, EvidenceMeasure::results},
    {"issues", Kind::measure, EvidenceMeasure::results},
    {"vulnerabilities", Kind::measure, EvidenceMeasure::results},
    {"violations", Kind::measure, EvidenceMeasure::results},
    {"test", Kind::tests},
    {"tests", Kind::tests},
    {"cases", Kind::tests},
    {"pass", Kind::pass},
    {"passes", Kind::pass},
    {"passed", Kind::pass},
    {"passing", Kind::pass},
    {"succeed", Kind::pass},
    {"success", Kind::pass},
    {"green", Kind::pass},
    {"all", Kind::all},
    {"rate", Kind::rate},
    {"percent", Kind::percent},
    {"pct", Kind::percent},
    {"no", Kind::none_of},
    {"zero", Kind::none_of},
    {"without", Kind::none_of},
    {"and", Kind::separator},
    {"the", Kind::filler},
    {"of", Kind::filler},
    {"is", Kind::filler},
    {"are", Kind::filler},
    {"be", Kind::filler},
    {"must", Kind::filler},
    {"code", Kind::filler},
    {"unit", Kind::filler},
    {"integration", Kind::filler},
    {"level", Kind::filler},
}};

bool is_word_byte(char c) {
  return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<ThresholdWord> split() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_space(c)) {
        ++at_;
      } else if (is_ascii_digit(c)) {
        number();
      } else if (!sign()) {
        if (c == '%') {
          take(Kind::percent, 1);
        } else if (c == ',' || c == ';' || c == '&') {
          take(Kind::separator, 1);
        } else if (text_.substr(at_).starts_with("\xC2\xA0")) {
          at_ += 2;  // a space that does not break
        } else if (is_word_byte(c)) {
          if (!phrase()) word();
        } else if (c == '-' && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1])) {
          take(Kind::other, 1);
        } else if (c == ':' || c == '-' || c == '*' || c == '`') {
          take(Kind::filler, 1);
        } else {
          take(Kind::other, 1);
        }
      }
    }
    return std::move(words_);
  }

 private:
  ThresholdWord& take(Kind kind, size_t length) {
    ThresholdWord made;
    made.kind = kind;
    made.begin = at_;
    made.end = at_ + length;
    at_ += length;
    words_.push_back(made);
    return words_.back();
  }

  bool sign() {
    for (const Sign& known : kSigns) {
      if (!text_.substr(at_).starts_with(known.text)) continue;
      ThresholdWord& made = take(Kind::comparison, known.text.size());
      made.comparison = known.comparison;
      made.after_number = known.text == "+";
      return true;
    }
    return false;
  }

  // `80`, `76.4`, `76,4`, `1,200`. What has letters or more digits than can be meant is another
  // word: `200ms`.
  void number() {
    constexpr size_t kMostDigits = 9;
    constexpr uint64_t kThousand = 1000;
    size_t end = at_;
    uint64_t whole = 0;
    size_t digits = 0;
    const auto run = [&](auto&& each) {
      while (end < text_.size() && is_ascii_digit(text_[end])) each(text_[end++]);
    };
    run([&](char c) {
      if (++digits <= kMostDigits) whole = whole * 10 + static_cast<uint64_t>(c - '0');
    });
    uint64_t thousandths = 0;
    while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
           is_ascii_digit(text_[end + 1])) {
      const bool comma = text_[end++] == ',';
      uint64_t fraction = 0;
      size_t places = 0;
      run([&](char c) {
        if (++places <= 3) fraction = fraction * 10 + static_cast<uint64_t>(c - '0');
      });
      if (comma && places == 3 && digits <= kMostDigits - 3) {
        whole = whole * kThousand + fraction;
        digits += 3;
        continue;
      }
      for (size_t i = places; i < 3; ++i) fraction *= 10;
      thousandths = fraction;
      break;
    }
    const bool glued = end < text_.size() && (is_word_byte(text_[end]) || text_[end] == '_');
    if (glued || digits > kMostDigits) {
      while (end < text_.size() && (is_word_byte(text_[end]) || is_ascii_digit(text_[end]))) ++end;
      take(Kind::other, end - at_);
      return;
    }
    take(Kind::number, end - at_).thousandths = whole * kThousand + thousandths;
  }

  size_t word_end(size_t from) const {
    while (from < text_.size() && (is_word_byte(text_[from]) || is_ascii_digit(text_[from]))) {
      ++from;
    }
    return from;
  }

  bool phrase() {
    for (const Phrase& known : kPhrases) {
      const std::optional<size_t> end = end_of(known.text);
      if (!end) continue;
      ThresholdWord& made = take(Kind::comparison, *end - at_);
      made.comparison = known.comparison;
      made.after_number = known.after_number;
      return true;
    }
    return false;
  }

  // Where the phrase ends if it stands here, whatever the space between its words.
  std::optional<size_t> end_of(std::string_view phrase) const {
    size_t at = at_;
    size_t from = 0;
    while (true) {
      const size_t to = phrase.find(' ', from);
      const std::string_view part = phrase.substr(from, to - from);
      const size_t end = word_end(at);
      if (!iequals(text_.substr(at, end - at), part)) return std::nullopt;
      if (to == std::string_view::npos) return end;
      from = to + 1;
      at = end;
      while (at < text_.size() && is_ascii_space(text_[at])) ++at;
    }
  }

  void word() {
    const size_t end = word_end(at_);
    const std::string_view word = text_.substr(at_, end - at_);
    for (const Meaning& known : kMeanings) {
      if (!iequals(word, known.word)) continue;
      take(known.kind, word.size()).measure = known.measure;
      return;
    }
    take(Kind::other, word.size());
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<ThresholdWord> words_;
};

}  // namespace

std::vector<ThresholdWord> threshold_words(std::string_view text) {
  return Splitter(text).split();
}

}  // namespace milepost
