// Looks words up in a program's kinds.
#include "shape/kinds.h"

#include <algorithm>
#include <utility>

#include "shape/kinds_index.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// As the definition writes it, else normalized.
std::optional<uint16_t> find_word(const WordTable& table, uint32_t scope, std::string_view word) {
  if (const auto found = table.find(scope, word)) return found;
  const std::string key = word_key(word);
  if (key == word) return std::nullopt;
  return table.find(scope, key);
}

bool is_number_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

// "status 2026 07 19" gives "status"; empty if no whole date was cut ("week 19" is a title).
std::string_view without_date(std::string_view key) {
  std::string_view rest = key;
  for (int part = 0; part < 3; ++part) {
    const size_t space = rest.rfind(' ');
    if (space == std::string_view::npos || !is_number_word(rest.substr(space + 1))) return {};
    rest = rest.substr(0, space);
  }
  return rest;
}

FieldId find_in(const WordTable& table, uint32_t scope, std::string_view word) {
  if (const auto found = find_word(table, scope, word)) return FieldId{*found};
  const std::string key = word_key(word);
  const std::string_view shorter = without_date(key);
  if (!shorter.empty()) {
    if (const auto found = table.find(scope, shorter)) return FieldId{*found};
  }
  return kNoField;
}

}  // namespace

KindId Kinds::find_kind(std::string_view word) const {
  const auto found = find_word(index->words, scope::kinds, word);
  return found ? KindId{*found} : kNoKind;
}

KindId Kinds::find_prefix(std::string_view prefix) const {
  if (const auto found = index->words.find(scope::prefixes, prefix)) return KindId{*found};
  const auto found = index->words.find(scope::folded_prefixes, ascii_lower(prefix));
  return found ? KindId{*found} : kNoKind;
}

FieldId Kinds::find_field(KindId kind, std::string_view word) const {
  const auto find_at = [&](KindId from, std::string_view key) {
    KindId level = from;
    std::optional<uint16_t> found;
    while (level != kNoKind && !found) {
      found = index->words.find(scope::fields + static_cast<uint16_t>(level), key);
      if (!found) level = this->kind(level).is_a;
    }
    return std::pair(level, found);
  };
  const auto find_key = [&](std::string_view key) {
    const auto [level, found] = find_at(kind, key);
    if (!found || level == kind) return found;
    // The nearest kind on the way that says something of the field has its own version of it.
    return find_at(kind, fields[*found].name).second;
  };
  std::optional<uint16_t> found = find_key(word);
  if (found) return FieldId{*found};
  const std::string key = word_key(word);
  if (key != word) found = find_key(key);
  const std::string_view shorter = found ? std::string_view() : without_date(key);
  if (!shorter.empty()) found = find_key(shorter);
  return found ? FieldId{*found} : kNoField;
}

FieldId Kinds::find_sub_field(FieldId object, std::string_view word) const {
  return find_in(index->words, scope::sub_fields + static_cast<uint16_t>(object), word);
}

StatusId Kinds::find_status(KindId kind, std::string_view word) const {
  const auto found = find_word(index->words, scope::statuses + static_cast<uint16_t>(kind), word);
  return found ? StatusId{*found} : kNoStatus;
}

std::optional<uint16_t> Kinds::find_choice(FieldId field, std::string_view word) const {
  return find_word(index->words, scope::choices + static_cast<uint16_t>(field), word);
}

LinkTypeId Kinds::find_link_type(std::string_view name, bool* inverse) const {
  const auto found = find_word(index->words, scope::links, name);
  if (!found) return kNoLinkType;
  if (inverse != nullptr) *inverse = *found % 2 == 1;
  return LinkTypeId{static_cast<uint16_t>(*found / 2)};
}

bool Kinds::is(KindId kind, KindId ancestor) const {
  for (KindId level = kind; level != kNoKind; level = this->kind(level).is_a) {
    if (level == ancestor) return true;
  }
  return false;
}

Health Kinds::find_health(std::string_view word) const {
  const auto found = find_word(index->words, scope::health, word);
  return found ? static_cast<Health>(*found) : Health::none;
}

uint8_t Kinds::find_level(std::string_view word) const {
  const auto found = find_word(index->words, scope::levels, word);
  return found ? static_cast<uint8_t>(*found) : uint8_t{0};
}

CheckWord Kinds::find_check(std::string_view word) const {
  const auto found = find_word(index->words, scope::checks, word);
  return found ? static_cast<CheckWord>(*found) : CheckWord::none;
}

}  // namespace milepost
