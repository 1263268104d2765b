// Fills the lookup tables of Kinds.
#include "shape/kinds_index.h"

#include "text/ascii.h"

namespace milepost {
namespace {

bool is_capitals(std::string_view word) {
  for (const char c : word) {
    if (!is_ascii_upper(c) && !is_ascii_digit(c)) return false;
  }
  return !word.empty() && is_ascii_upper(word[0]);
}

uint16_t number(KindId kind) {
  return static_cast<uint16_t>(kind);
}

void add_kind_words(WordTable& table, const Kinds& kinds, const std::vector<KindId>& order) {
  const auto add = [&](uint32_t scope, std::string_view word, KindId kind) {
    if (word.empty()) return;
    table.add(scope, word, number(kind));
    if (scope == scope::kinds) table.add(scope, word_key(word), number(kind));
  };
  for (const KindId id : order) {
    const Kind& kind = kinds.kind(id);
    add(scope::kinds, kind.name, id);
    add(scope::kinds, kind.plural, id);
    add(scope::prefixes, kind.prefix, id);
    add(scope::folded_prefixes, ascii_lower(kind.prefix), id);
  }
  for (const KindId id : order) {
    const Kind& kind = kinds.kind(id);
    for (const std::string_view word : {kind.label, kind.plural_label, kind.prefix}) {
      add(scope::kinds, word, id);
    }
    for (const std::string& prefix : kind.more_prefixes) {
      add(scope::prefixes, prefix, id);
      add(scope::folded_prefixes, ascii_lower(prefix), id);
    }
  }
  for (const KindId id : order) {
    const Kind& kind = kinds.kind(id);
    for (const std::string& alias : kind.aliases) {
      add(scope::kinds, alias, id);
      if (!is_capitals(alias) || alias.size() > 2) add(scope::kinds, plural_of(alias), id);
    }
  }
}

void add_heading_words(WordTable& table, const Kinds& kinds, const std::vector<KindId>& order) {
  const auto add = [&](uint32_t scope, std::string_view word, KindId kind) {
    table.add(scope, word_key(word), number(kind));
  };
  for (const KindId id : order) {
    const Kind& kind = kinds.kind(id);
    for (const std::string& plural : {kind.plural, kind.plural_label}) {
      add(scope::heading_heads, plural, id);
      add(scope::heading_singulars, plural, id);
    }
    add(scope::heading_singulars, kind.name, id);
    add(scope::heading_singulars, kind.label, id);
  }
  for (const KindId id : order) {
    for (const std::string& alias : kinds.kind(id).aliases) {
      if (alias.size() < 3) continue;
      add(scope::heading_heads, plural_of(alias), id);
      add(scope::heading_singulars, alias, id);
      if (alias.find(' ') != std::string::npos) add(scope::heading_wholes, alias, id);
    }
  }
}

// Words of an object's sub-fields or of a choice: names, then labels, then synonyms.
void add_parts(WordTable& table, const Kinds& kinds) {
  for (const Field& field : kinds.fields) {
    const uint32_t of_object = scope::sub_fields + static_cast<uint16_t>(field.id);
    for (const FieldId id : field.fields) {
      table.add(of_object, kinds.field(id).name, static_cast<uint16_t>(id));
      table.add(of_object, word_key(kinds.field(id).name), static_cast<uint16_t>(id));
    }
    for (const FieldId id : field.fields) {
      table.add(of_object, word_key(kinds.field(id).label), static_cast<uint16_t>(id));
    }
    for (const FieldId id : field.fields) {
      for (const std::string& word : kinds.field(id).synonyms) {
        table.add(of_object, word_key(word), static_cast<uint16_t>(id));
      }
    }
    const uint32_t of_choice = scope::choices + static_cast<uint16_t>(field.id);
    for (uint16_t i = 0; i < field.choices.size(); ++i) {
      table.add(of_choice, field.choices[i].name, i);
      table.add(of_choice, word_key(field.choices[i].name), i);
      table.add(of_choice, word_key(field.choices[i].label), i);
    }
    for (uint16_t i = 0; i < field.choices.size(); ++i) {
      for (const std::string& word : field.choices[i].synonyms) {
        table.add(of_choice, word_key(word), i);
      }
    }
  }
}

// A kind's scope has its own words only: find_field goes on to those of its parents.
void add_kind_vocabulary(WordTable& table, const Kinds& kinds, const IndexParts& parts) {
  for (const Kind& kind : kinds.kinds) {
    for (const FieldWord& word : parts.field_words[number(kind.id)]) {
      table.add(scope::fields + number(kind.id), word.key, static_cast<uint16_t>(word.field));
    }
    for (const StatusWordEntry& word : parts.status_words[number(kind.id)]) {
      table.add(scope::statuses + number(kind.id), word.key, word.status);
    }
  }
}

}  // namespace

std::string plural_of(std::string_view words) {
  std::string plural(words);
  if (plural.empty()) return plural;
  const char last = ascii_lower(plural.back());
  const char before = plural.size() > 1 ? ascii_lower(plural[plural.size() - 2]) : ' ';
  const bool vowel = before == 'a' || before == 'e' || before == 'o' || before == 'u';
  if (last == 's') return plural;
  if (last == 'y' && !vowel) {
    plural.pop_back();
    return plural + "ies";
  }
  if (last == 'x' || (last == 'h' && (before == 'c' || before == 's'))) return plural + "es";
  return plural + "s";
}

std::shared_ptr<const Kinds::Index> make_index(const Kinds& kinds, const IndexParts& parts) {
  size_t words = 2000 + parts.general.size();
  for (const Kind& kind : kinds.kinds) {
    words += parts.field_words[number(kind.id)].size();
    words += parts.status_words[number(kind.id)].size() + kind.aliases.size() * 6;
  }
  for (const Field& field : kinds.fields) words += field.choices.size() * 4;
  auto index = std::make_shared<Kinds::Index>(Kinds::Index{WordTable(words)});
  add_kind_words(index->words, kinds, parts.precedence);
  add_heading_words(index->words, kinds, parts.precedence);
  add_parts(index->words, kinds);
  add_kind_vocabulary(index->words, kinds, parts);
  for (uint16_t i = 0; i < kinds.link_types.size(); ++i) {
    const LinkType& type = kinds.link_types[i];
    index->words.add(scope::links, type.name, static_cast<uint16_t>(2 * i));
    index->words.add(scope::links, word_key(type.name), static_cast<uint16_t>(2 * i));
    if (type.inverse.empty()) continue;
    index->words.add(scope::links, type.inverse, static_cast<uint16_t>(2 * i + 1));
    index->words.add(scope::links, word_key(type.inverse), static_cast<uint16_t>(2 * i + 1));
  }
  for (const IndexParts::General& word : parts.general) {
    index->words.add(word.scope, word.key, word.value);
  }
  return index;
}

}  // namespace milepost
