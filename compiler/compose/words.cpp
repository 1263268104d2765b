// Reads the built-in words, counts in many languages, and fills in values.
#include "compose/words.h"

#include <algorithm>
#include <utility>

#include "files/embedded.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, kPluralForms> kFormNames = {".zero", ".one", ".few", ".many",
                                                                   ".other"};

struct KeyForm {
  std::string_view key;
  PluralForm form = PluralForm::other;
};

KeyForm split_form(std::string_view key) {
  for (size_t i = 0; i < kFormNames.size(); ++i) {
    if (!key.ends_with(kFormNames[i])) continue;
    key.remove_suffix(kFormNames[i].size());
    return {key, static_cast<PluralForm>(i)};
  }
  return {key, PluralForm::other};
}

template <typename F>
void for_each_built_in(F&& f) {
  const EmbeddedFile* file = find_embedded("themes/default/strings.yaml");
  std::string_view rest = file == nullptr ? std::string_view() : file->bytes;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    if (std::optional<WordLine> line = read_word_line(rest.substr(0, end))) f(*line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

/// Where each word has its number, by the low bits of its hash.
class Numbers {
 public:
  Numbers() {
    for_each_built_in([&](const WordLine& line) {
      const std::string_view key = split_form(line.key).key;
      if (find(word_for(key)) < words.size()) return;
      words.push_back(word_for(key));
      keys.push_back(key);  // of the embedded file, which stays
      if (2 * words.size() > places_.size()) {
        grow();
      } else {
        place(words.size() - 1);
      }
    });
  }

  /// The number of words if it is none of them.
  size_t find(Word word) const {
    for (size_t at = slot(word); !places_.empty(); at = (at + 1) & (places_.size() - 1)) {
      if (places_[at] == kFree) break;
      if (words[places_[at]] == word) return places_[at];
    }
    return words.size();
  }

  std::vector<Word> words;
  std::vector<std::string_view> keys;

 private:
  static constexpr uint16_t kFree = 0xFFFF;

  size_t slot(Word word) const { return static_cast<uint64_t>(word) & (places_.size() - 1); }

  void place(size_t number) {
    size_t at = slot(words[number]);
    while (places_[at] != kFree) at = (at + 1) & (places_.size() - 1);
    places_[at] = static_cast<uint16_t>(number);
  }

  void grow() {
    places_.assign(std::max<size_t>(1024, 2 * places_.size()), kFree);
    for (size_t i = 0; i < words.size(); ++i) place(i);
  }

  std::vector<uint16_t> places_;
};

const Numbers& numbers() {
  static const Numbers made;
  return made;
}

}  // namespace

PluralForm plural_form(PluralRule rule, uint64_t count) {
  const uint64_t ten = count % 10;
  const uint64_t hundred = count % 100;
  const bool teen = hundred >= 11 && hundred <= 14;
  const bool few = ten >= 2 && ten <= 4 && !teen;
  switch (rule) {
    case PluralRule::none:
      return PluralForm::other;
    case PluralRule::english:
      return count == 1 ? PluralForm::one : PluralForm::other;
    case PluralRule::french:
      return count <= 1 ? PluralForm::one : PluralForm::other;
    case PluralRule::russian:
      if (ten == 1 && hundred != 11) return PluralForm::one;
      return few ? PluralForm::few : PluralForm::many;
    case PluralRule::polish:
      if (count == 1) return PluralForm::one;
      return few ? PluralForm::few : PluralForm::many;
    case PluralRule::czech:
      if (count == 1) return PluralForm::one;
      return count >= 2 && count <= 4 ? PluralForm::few : PluralForm::other;
  }
  return PluralForm::other;
}

std::optional<WordLine> read_word_line(std::string_view line) {
  const size_t colon = line.find(": \"");
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view key = line.substr(0, colon);
  const bool is_key = std::ranges::all_of(
      key, [](char c) { return is_ascii_alnum(c) || c == '_' || c == '.' || c == '-'; });
  if (!is_key) return std::nullopt;
  WordLine found{key, {}};
  for (size_t i = colon + 3; i < line.size(); ++i) {
    if (line[i] == '"') return found;
    if (line[i] == '\\' && i + 1 < line.size()) ++i;
    found.text += line[i];
  }
  return std::nullopt;
}

Words::Words() : forms_(numbers().words.size() + 1) {
  for_each_built_in([&](WordLine& line) {
    const KeyForm key = split_form(line.key);
    set(word_for(key.key), key.form, std::move(line.text));
  });
}

std::string_view Words::plural(Word word, uint64_t count) const {
  const Forms& forms = forms_of(word);
  if (count == 0 && !forms[0].empty()) return forms[0];
  const std::string& form = forms[static_cast<size_t>(plural_form(rule_, count))];
  return form.empty() ? forms.back() : form;
}

bool Words::is_plural(Word word) const {
  const Forms& forms = forms_of(word);
  return std::any_of(forms.begin(), forms.end() - 1,
                     [](const std::string& form) { return !form.empty(); });
}

std::span<const Word> Words::all() {
  return numbers().words;
}

std::string_view Words::key(Word word) {
  const size_t number = numbers().find(word);
  return number < numbers().keys.size() ? numbers().keys[number] : std::string_view();
}

std::optional<Word> Words::word_of(std::string_view key) {
  const Word word = word_for(key);
  // Another text with the same hash is not meant.
  if (Words::key(word) != key || key.empty()) return std::nullopt;
  return word;
}

const Words::Forms& Words::forms_of(Word word) const {
  return forms_[numbers().find(word)];
}

void Words::set(Word word, PluralForm form, std::string text) {
  const size_t number = numbers().find(word);
  if (number < numbers().words.size()) {
    forms_[number][static_cast<size_t>(form)] = std::move(text);
  }
}

void Words::clear_forms(Word word) {
  const size_t number = numbers().find(word);
  if (number < numbers().words.size()) forms_[number].fill({});
}

std::optional<std::string_view> Words::find(std::string_view open_key) const {
  const auto at = open_.find(open_key);
  if (at == open_.end()) return std::nullopt;
  return at->second;
}

bool Words::has_open(std::string_view prefix) const {
  const auto at = open_.lower_bound(prefix);
  return at != open_.end() && at->first.starts_with(prefix);
}

void Words::set_open(std::string key, std::string text) {
  open_.insert_or_assign(std::move(key), std::move(text));
}

std::string fill(std::string_view text, std::initializer_list<std::string_view> values) {
  std::string out;
  out.reserve(text.size() + 16);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && is_ascii_digit(text[i + 1]) &&
        text[i + 2] == '}') {
      const auto number = static_cast<size_t>(text[i + 1] - '0');
      if (number < values.size()) out += values.begin()[number];
      i += 2;
      continue;
    }
    out += text[i];
  }
  return out;
}

}  // namespace milepost
