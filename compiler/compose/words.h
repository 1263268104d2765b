// Words: everything that Milepost itself says on a page, in the language of the site.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A text of themes/default/strings.yaml, by the hash of its key. The forms of a plural (`.zero
/// .one .few .many .other`) are one Word. Sources name it as "overview.asks"_word;
/// tests/tidy/tidy.py finds keys that are not there. A hash and no list of names: a new text
/// compiles one source.
enum class Word : uint64_t {};

/// FNV-1a, 64 bits; a test holds that no two keys have one hash.
constexpr Word word_for(std::string_view key) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : key) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3u;
  return Word{hash};
}
/// The one of a numbered family: 3 of "month.short." is "month.short.3". Numbers from 0 to 99.
constexpr Word word_for(std::string_view family, int number) {
  uint64_t hash = static_cast<uint64_t>(word_for(family));
  const auto add = [&](int digit) {
    hash = (hash ^ static_cast<uint8_t>('0' + digit)) * 0x100000001B3u;
  };
  if (number >= 10) add(number / 10);
  add(number % 10);
  return Word{hash};
}
consteval Word operator""_word(const char* key, size_t size) {
  return word_for({key, size});
}

/// The forms a count can ask for, as CLDR names them.
enum class PluralForm : uint8_t { zero, one, few, many, other };
inline constexpr size_t kPluralForms = static_cast<size_t>(PluralForm::other) + 1;

/// How a language counts. `none` has one form, `english` one and other, `french` counts 0 as one,
/// `russian` (with Ukrainian, Serbian) and `polish` have one, few, many, `czech` one, few, other.
enum class PluralRule : uint8_t { none, english, french, russian, polish, czech };
/// The form of a count of things; never `zero`, which is a form that words may give for 0.
PluralForm plural_form(PluralRule rule, uint64_t count);

/// The texts by Word. Texts hold `{0}` … `{9}` where say() and fill() put values; a plural's `{0}`
/// is the count. Copying costs a copy of some 20 KB.
class Words {
 public:
  /// English, as built in.
  Words();

  std::string_view text(Word word) const { return forms_of(word)[kPluralForms - 1]; }
  std::string_view plural(Word word, uint64_t count) const;

  /// Every word, in the order of strings.yaml. O(1) after the first call.
  static std::span<const Word> all();
  /// The key of a word as strings.yaml has it, without the form of a plural; empty if it is none.
  static std::string_view key(Word word);
  static std::optional<Word> word_of(std::string_view key);

  /// Empty if the word has no such form; a word that is no plural has `other` alone.
  std::string_view form(Word word, PluralForm form) const {
    return forms_of(word)[static_cast<size_t>(form)];
  }
  bool is_plural(Word word) const;

  void set(Word word, PluralForm form, std::string text);
  /// Forgets the forms of a plural, so that another language does not keep those it lacks.
  void clear_forms(Word word);
  PluralRule plural_rule() const { return rule_; }
  void set_plural_rule(PluralRule rule) { rule_ = rule; }

  /// Words for what programs name themselves, by open keys: `kind.risk.one`, `field.likelihood`,
  /// `finding.MP310`. Nothing if the site's language has none; then the name's own label stands.
  std::optional<std::string_view> find(std::string_view open_key) const;
  void set_open(std::string key, std::string text);
  /// True if some open key begins so.
  bool has_open(std::string_view prefix) const;

 private:
  using Forms = std::array<std::string, kPluralForms>;  // empty: the form `other`
  const Forms& forms_of(Word word) const;

  std::vector<Forms> forms_;  // in the order of all(), then those of a word that is none
  std::map<std::string, std::string, std::less<>> open_;
  PluralRule rule_ = PluralRule::english;
};

/// A line of a strings file: `key: "text"`, where `\"` and `\\` are a quote and a backslash.
/// Nothing for blank lines, comments, and what is not such a line.
struct WordLine {
  std::string_view key;
  std::string text;
};
std::optional<WordLine> read_word_line(std::string_view line);

/// `text` with its `{0}` … replaced, in one pass: a value that holds `{1}` stays as it is.
std::string fill(std::string_view text, std::initializer_list<std::string_view> values);

}  // namespace milepost
