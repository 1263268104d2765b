// Reads the words of a theme and checks them against the built-in ones.
#include "render/theme_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <optional>
#include <set>

#include "files/embedded.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

constexpr std::string_view kFolder = "themes/default/strings.";

struct RuleName {
  std::string_view name;
  PluralRule rule;
};
constexpr auto kRules = std::to_array<RuleName>({
    {"none", PluralRule::none},
    {"english", PluralRule::english},
    {"french", PluralRule::french},
    {"russian", PluralRule::russian},
    {"polish", PluralRule::polish},
    {"czech", PluralRule::czech},
});
constexpr std::array<std::string_view, kPluralForms> kForms = {"zero", "one", "few", "many",
                                                               "other"};

struct KeyAndForm {
  std::string_view key;
  std::optional<PluralForm> form;
};

KeyAndForm split_key(std::string_view key) {
  const size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return {key, std::nullopt};
  const auto at = std::ranges::find(kForms, key.substr(dot + 1));
  if (at == kForms.end()) return {key, std::nullopt};
  return {key.substr(0, dot), static_cast<PluralForm>(at - kForms.begin())};
}

std::bitset<10> placeholders(std::string_view text) {
  std::bitset<10> found;
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && is_ascii_digit(text[i + 1]) && text[i + 2] == '}') {
      found.set(static_cast<size_t>(text[i + 1] - '0'));
    }
  }
  return found;
}

std::string quoted(std::string_view text) {
  return fmt::format("`{}`", text);
}

std::string listed(const std::bitset<10>& numbers) {
  std::string out;
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i]) out += fmt::format("{}`{{{}}}`", out.empty() ? "" : ", ", i);
  }
  return out;
}

const std::bitset<kPluralForms>& asked_for(PluralRule rule) {
  static const auto all = [] {
    std::array<std::bitset<kPluralForms>, kRules.size()> forms;
    for (const RuleName& one : kRules) {
      auto& set = forms[static_cast<size_t>(one.rule)];
      for (uint64_t n = 0; n < 200; ++n) set.set(static_cast<size_t>(plural_form(one.rule, n)));
    }
    return forms;
  }();
  return all[static_cast<size_t>(rule)];
}

class WordReader {
 public:
  WordReader(Words& words, std::span<const ThemeName> names, DiagnosticSink& sink)
      : words_(words), names_(names), sink_(sink) {}

  void read(std::span<const ThemeEntry> entries) {
    for (const ThemeEntry& entry : entries) {
      if (entry.key == "language.plural") plural_rule(entry);
    }
    for (const ThemeEntry& entry : entries) read_one(entry);
    for (const auto& [word, first] : plurals_) check_forms(word, *first);
    if (!entries.empty()) tell_missing(entries);
  }

 private:
  void report(uint16_t code, Severity severity, Span span, std::string message, std::string help) {
    sink_.report({code, severity, span, std::move(message), std::move(help), {}});
  }

  void plural_rule(const ThemeEntry& entry) {
    const auto at = std::ranges::find(kRules, entry.value, &RuleName::name);
    if (at != kRules.end()) {
      words_.set_plural_rule(at->rule);
      return;
    }
    std::string names;
    for (const RuleName& rule : kRules) names += (names.empty() ? "" : ", ") + quoted(rule.name);
    report(567, Severity::error, entry.value_span,
           fmt::format("{} is no way of counting", quoted(entry.value)), "it is one of " + names);
  }

  void read_one(const ThemeEntry& entry) {
    const KeyAndForm key = split_key(entry.key);
    if (const std::optional<Word> whole = Words::word_of(entry.key)) {
      fixed(entry, *whole, std::nullopt);
    } else if (const std::optional<Word> word = Words::word_of(key.key); word && key.form) {
      fixed(entry, *word, key.form);
    } else if (const ThemeName* name = find_name(entry.key)) {
      if (fits(entry, placeholders(name->text), false)) words_.set_open(entry.key, entry.value);
    } else {
      unknown(entry);
    }
  }

  const ThemeName* find_name(std::string_view key) const {
    const auto at = std::ranges::lower_bound(names_, key, {}, &ThemeName::key);
    return at != names_.end() && at->key == key ? &*at : nullptr;
  }

  void unknown(const ThemeEntry& entry) {
    std::vector<std::string> keys;
    for (const Word word : Words::all()) {
      const std::string key(Words::key(word));
      if (!english_.is_plural(word)) {
        keys.push_back(key);
        continue;
      }
      for (size_t form = 0; form < kPluralForms; ++form) {
        if (asked_for(words_.plural_rule())[form])
          keys.push_back(fmt::format("{}.{}", key, kForms[form]));
      }
    }
    for (const ThemeName& name : names_) keys.push_back(name.key);
    const std::vector<std::string_view> views(keys.begin(), keys.end());
    const std::vector<size_t> near = nearest(entry.key, views, 1);
    report(
        565, Severity::error, entry.key_span, fmt::format("there is no text {}", quoted(entry.key)),
        near.empty() ? std::string("`milepost init --theme` writes a strings.yaml with all of them")
                     : fmt::format("did you mean {}?", quoted(keys[near.front()])));
  }

  void fixed(const ThemeEntry& entry, Word word, std::optional<PluralForm> form) {
    const bool plural = english_.is_plural(word);
    if (plural != form.has_value()) {
      report(567, Severity::error, entry.key_span,
             plural ? fmt::format("{} counts something and has several forms", quoted(entry.key))
                    : fmt::format("{} has one form only", quoted(Words::key(word))),
             plural ? fmt::format("write {}", forms_of(word))
                    : fmt::format("write {}", quoted(Words::key(word))));
      return;
    }
    std::bitset<10> wanted = placeholders(english_.text(word));
    // "tomorrow" for "in 1 day": the count may be in the words.
    const bool may_lack_count =
        form && (*form == PluralForm::zero || *form == PluralForm::one || !wanted[0]);
    if (!fits(entry, wanted, may_lack_count)) return;
    if (!form) {
      words_.set(word, PluralForm::other, entry.value);
      said_.insert(word);
      return;
    }
    if (said_.insert(word).second) {
      words_.clear_forms(word);
      plurals_.emplace_back(word, &entry);
    }
    words_.set(word, *form, entry.value);
    given_[word].set(static_cast<size_t>(*form));
  }

  bool fits(const ThemeEntry& entry, std::bitset<10> wanted, bool may_lack_count) {
    const std::bitset<10> has = placeholders(entry.value);
    std::bitset<10> missing = wanted & ~has;
    if (may_lack_count) missing.reset(0);
    const std::bitset<10> extra = has & ~wanted;
    if (missing.none() && extra.none()) return true;
    const Span span = entry.value_span.is_place() ? entry.value_span : entry.key_span;
    const KeyAndForm key = split_key(entry.key);
    const std::optional<Word> word = Words::word_of(key.form ? key.key : entry.key);
    const ThemeName* name = find_name(entry.key);
    std::string_view english;  // borrows from the words or the name, which a conditional would copy
    if (word) {
      english = english_.text(*word);
    } else if (name != nullptr) {
      english = name->text;
    }
    report(
        566, Severity::error, span,
        missing.any() ? fmt::format("{} lacks {}", quoted(entry.key), listed(missing))
                      : fmt::format("{} has no value for {}", quoted(entry.key), listed(extra)),
        fmt::format(
            "the English text is \"{}\"; every {{…}} of it stands in this one, too, in any order",
            english));
    return false;
  }

  std::string forms_of(Word word) const {
    std::string out;
    for (size_t form = 0; form < kPluralForms; ++form) {
      if (!asked_for(words_.plural_rule())[form]) continue;
      out += fmt::format("{}`{}.{}`", out.empty() ? "" : ", ", Words::key(word), kForms[form]);
    }
    return out;
  }

  void check_forms(Word word, const ThemeEntry& first) {
    const std::bitset<kPluralForms>& given = given_[word];
    for (size_t form = 0; form < kPluralForms; ++form) {
      const bool zero = form == static_cast<size_t>(PluralForm::zero);
      const bool asked = asked_for(words_.plural_rule())[form];
      if (asked == given[form] || zero) continue;
      // Words that are the same for one and for many in English need no second form.
      if (asked && form == static_cast<size_t>(PluralForm::one) &&
          english_.form(word, PluralForm::one).empty()) {
        continue;
      }
      report(567, Severity::error, first.key_span,
             asked ? fmt::format("{} lacks the form `.{}`", quoted(Words::key(word)), kForms[form])
                   : fmt::format("nothing asks for {}.{}", quoted(Words::key(word)), kForms[form]),
             fmt::format("this way of counting (`language.plural`) has {}", forms_of(word)));
    }
    // Whatever is missing: a page never shows nothing.
    if (words_.form(word, PluralForm::other).empty()) {
      for (const PluralForm form : {PluralForm::many, PluralForm::few, PluralForm::one}) {
        const std::string text(words_.form(word, form));
        if (!text.empty()) {
          words_.set(word, PluralForm::other, text);
          break;
        }
      }
    }
  }

  // A file that changes a few words is not told that it leaves out the others.
  void tell_missing(std::span<const ThemeEntry> entries) {
    const bool whole = std::ranges::any_of(
        entries, [](const ThemeEntry& entry) { return entry.key == "language.code"; });
    if (!whole) return;
    std::string names;
    size_t missing = 0;
    for (const Word word : Words::all()) {
      if (said_.contains(word)) continue;
      if (++missing <= 6) names += (names.empty() ? "" : ", ") + quoted(Words::key(word));
    }
    if (missing == 0) return;
    report(569, Severity::note, entries.front().key_span,
           fmt::format("{} of {} texts are not in this file", missing, Words::all().size()),
           fmt::format("add {}{}", names, missing > 6 ? ", …" : ""));
  }

  Words& words_;
  const Words english_;
  std::span<const ThemeName> names_;  // sorted by key
  DiagnosticSink& sink_;
  std::set<Word> said_;
  std::vector<std::pair<Word, const ThemeEntry*>> plurals_;
  std::map<Word, std::bitset<kPluralForms>> given_;
};

std::vector<ThemeEntry> read_lines(std::string_view bytes) {
  std::vector<ThemeEntry> entries;
  for (const std::string_view line : split_lines(bytes)) {
    if (std::optional<WordLine> found = read_word_line(line)) {
      entries.push_back({std::string(found->key), std::move(found->text), {}, {}});
    }
  }
  return entries;
}

}  // namespace

std::vector<std::string_view> builtin_languages() {
  std::vector<std::string_view> codes;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kFolder) || !file.path.ends_with(".yaml")) continue;
    const std::string_view code = file.path.substr(kFolder.size());
    if (code != "yaml") codes.push_back(code.substr(0, code.size() - 5));
  }
  return codes;
}

bool use_language(Words& words, std::string_view language, std::span<const ThemeName> names,
                  DiagnosticSink& sink) {
  const std::string code = ascii_lower(language.substr(0, language.find_first_of("-_")));
  const EmbeddedFile* file = find_embedded(fmt::format("{}{}.yaml", kFolder, code));
  if (file == nullptr) return false;
  std::vector<ThemeEntry> entries = read_lines(file->bytes);
  std::erase_if(entries, [&](const ThemeEntry& entry) {
    const auto at =
        std::ranges::lower_bound(names, std::string_view(entry.key), {}, &ThemeName::key);
    return at != names.end() && at->key == entry.key && at->own;
  });
  WordReader(words, names, sink).read(entries);
  return true;
}

void override_words(Words& words, std::span<const ThemeEntry> entries,
                    std::span<const ThemeName> names, DiagnosticSink& sink) {
  WordReader(words, names, sink).read(entries);
}

}  // namespace milepost
