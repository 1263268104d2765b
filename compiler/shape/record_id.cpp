// Gives records their ids; the form of an id never depends on other records.
#include "shape/record_id.h"

#include <fmt/format.h>

#include <algorithm>

#include "shape/codes.h"
#include "shape/decode.h"
#include "text/ascii.h"
#include "text/sha256.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::size_t kHashDigits = 6;

bool is_id_character(char c) {
  return is_ascii_alnum(c) || c == '.' || c == '_' || c == '-';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

std::string_view file_stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

std::string_view parent_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  path = path.substr(0, slash);
  const std::size_t before = path.rfind('/');
  return before == std::string_view::npos ? path : path.substr(before + 1);
}

bool is_index_name(std::string_view stem) {
  return iequals(stem, "readme") || iequals(stem, "index");
}

// What can be an id, made of what cannot.
std::string mended(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (is_id_character(c)) {
      id.push_back(c);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  while (!id.empty() && !is_ascii_alnum(id.back())) id.pop_back();
  while (!id.empty() && !is_ascii_alnum(id.front())) id.erase(0, 1);
  if (id.size() > kLongestId) id.resize(kLongestId);
  return id;
}

std::string generated_id(const FileWork& work, const Record& record) {
  const Kind& kind = work.facts.kinds.kind(record.kind);
  std::string key = kind.name;
  key.push_back('\0');
  key += work.source.path();
  key.push_back('\0');
  key += record.title;
  const std::string prefix = kind.prefix.empty() ? kind.name : kind.prefix;
  const std::size_t room = kLongestId - prefix.size() - kHashDigits - 2;
  return fmt::format("{}-{}-{}", prefix, slug(record.title, std::min<std::size_t>(room, 40)),
                     sha256_hex(key).substr(0, kHashDigits));
}

std::string local_id(std::string_view path, std::string_view id) {
  std::string place = file_slug(path);
  const std::size_t room = kLongestId - 1 - std::min(id.size(), kLongestId - 9);
  if (place.size() > room) place.resize(room);
  while (!place.empty() && place.back() == '-') place.pop_back();
  return fmt::format("{}.{}", place, id);
}

// An id of a table, list or block is the file's own unless it has the form PREFIX-….
bool is_local(IdOrigin origin, std::string_view id) {
  if (!is_canonical_id(id)) return true;
  if (origin != IdOrigin::column) return false;
  return id.find('-') == std::string_view::npos;
}

void add_alias(Record& record, std::string alias) {
  if (alias.empty() || alias == record.id) return;
  if (std::find(record.aliases.begin(), record.aliases.end(), alias) == record.aliases.end()) {
    record.aliases.push_back(std::move(alias));
  }
}

// `ADR-0004` is also `D-0004`, `ADR-4` and `D-4`: one number under each prefix of the kind.
void add_number_aliases(const Kind& kind, std::string_view number, Record& record) {
  const auto add = [&](std::string_view prefix) {
    add_alias(record, fmt::format("{}-{}", prefix, number));
    add_alias(record, fmt::format("{}-{}", prefix, without_zeros(number)));
  };
  add(kind.prefix);
  for (const std::string& alias : kind.aliases) {
    const bool capitals = std::all_of(alias.begin(), alias.end(), is_ascii_upper);
    if (capitals) add(alias);
  }
}

// The digits at the end of PREFIX-NNNN.
std::string_view number_of(std::string_view id) {
  const std::size_t hyphen = id.rfind('-');
  if (hyphen == std::string_view::npos) return {};
  const std::string_view number = id.substr(hyphen + 1);
  return all_digits(number) ? number : std::string_view();
}

}  // namespace

std::size_t id_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_id_character(text[length])) ++length;
  return length;
}

bool is_canonical_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId && is_ascii_alpha(text.front()) &&
         id_length(text) == text.size();
}

bool looks_like_id(const Kinds& kinds, std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.empty() || text.size() > kLongestId || id_length(text) != text.size()) return false;
  if (!is_ascii_alnum(text.front()) || !is_ascii_alnum(text.back())) return false;
  if (std::any_of(text.begin(), text.end(), is_ascii_digit)) return true;
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && kinds.find_prefix(text.substr(0, hyphen)) != kNoKind &&
         is_ascii_upper(text[hyphen + 1]);
}

std::string file_slug(std::string_view path) {
  std::string_view place = path.substr(0, path.size());
  const std::string_view stem = file_stem(path);
  const std::size_t slash = path.rfind('/');
  if (is_index_name(stem) && slash != std::string_view::npos) {
    place = path.substr(0, slash);
  } else {
    place = path.substr(0, (slash == std::string_view::npos ? 0 : slash + 1) + stem.size());
  }
  std::string name = slug(place, 48);
  if (!is_ascii_alpha(name.front())) name.insert(0, "f-");
  return name;
}

void set_id(FileWork& work, const FoundId& found, Record& record) {
  const Written& written = found.written;
  record.id_origin = found.origin;
  record.id_span = written.span.is_place() ? written.span : record.span;
  const Kind& kind = work.facts.kinds.kind(record.kind);

  if (written.text.empty()) {
    record.id = generated_id(work, record);
    record.short_id = record.id;
    record.id_origin = IdOrigin::generated;
    return;
  }

  std::string_view text = written.text;
  if (text.starts_with('#')) text.remove_prefix(1);
  if (found.origin == IdOrigin::key || found.origin == IdOrigin::path ||
      found.origin == IdOrigin::heading) {
    // Made of a number and a prefix, or taken from the path as it is.
    record.id = std::string(text);
    record.short_id = record.id;
    if (const std::string_view number = number_of(record.id); !number.empty()) {
      add_number_aliases(kind, number, record);
    }
    return;
  }

  std::string id(text);
  const bool valid =
      id_length(text) == text.size() && text.size() <= kLongestId && is_ascii_alnum(text.front());
  if (!valid) {
    id = mended(text);
    const Severity severity =
        found.origin == IdOrigin::written ? Severity::error : Severity::warning;
    work.sink.report({code::invalid_id,
                      severity,
                      written.span,
                      fmt::format("{} cannot be an id", quoted(text)),
                      id.empty() ? std::string("write letters, digits, `.`, `_` and `-`, "
                                               "at most 64 of them")
                                 : fmt::format("write `{}`: letters, digits, `.`, `_` and `-`, "
                                               "at most 64 of them",
                                               id),
                      {}});
    if (id.empty()) {
      record.id = generated_id(work, record);
      record.short_id = record.id;
      return;
    }
  }
  if (is_local(found.origin, id)) {
    record.short_id = id;
    record.id = local_id(work.source.path(), id);
    return;
  }
  record.id = id;
  record.short_id = id;
  if (text != id) add_alias(record, std::string(text));
}

PathId path_id(const Kinds& kinds, std::string_view path) {
  std::string_view stem = file_stem(path);
  if (is_index_name(stem)) stem = parent_name(path);
  PathId result;
  std::size_t digits = 0;
  while (digits < stem.size() && is_ascii_digit(stem[digits])) ++digits;
  if (digits > 0) {
    // 0004-slug; a year (2026-06-30-notes, 2026-w14) is none.
    const std::string_view rest = stem.substr(digits);
    const bool year = digits == 4 && (stem.starts_with("19") || stem.starts_with("20"));
    const bool named = rest.empty() || rest[0] == '-' || rest[0] == '_' || rest[0] == '.';
    if (named && !year && digits >= 2 && digits <= 6) result.number = stem.substr(0, digits);
    return result;
  }
  std::size_t letters = 0;
  while (letters < stem.size() && is_ascii_alpha(stem[letters])) ++letters;
  if (letters == 0 || letters >= stem.size()) return result;
  const char joint = stem[letters];
  if (joint != '-' && joint != '_') return result;
  const std::string_view prefix = stem.substr(0, letters);
  std::string_view rest = stem.substr(letters + 1);
  std::size_t number = 0;
  while (number < rest.size() && is_ascii_digit(rest[number])) ++number;
  const bool ends = number == rest.size() || !is_ascii_alnum(rest[number]);
  if (number > 0 && ends) {
    result.kind = kinds.find_prefix(prefix);
    if (result.kind == kNoKind) return result;
    result.prefix = prefix;
    result.number = rest.substr(0, number);
    return result;
  }
  // M-GA: capitals all through, so that it cannot be taken for a word.
  const bool capitals = std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_ascii_upper(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
  });
  const bool prefix_capitals = std::all_of(prefix.begin(), prefix.end(), is_ascii_upper);
  if (capitals && prefix_capitals && joint == '-' && !rest.empty() &&
      is_ascii_upper(rest.front())) {
    result.kind = kinds.find_prefix(prefix);
    if (result.kind == kNoKind) return result;
    result.prefix = prefix;
    result.number = rest;
  }
  return result;
}

std::string id_of_path(const Kinds& kinds, KindId kind, const PathId& path) {
  std::string prefix = path.prefix;
  if (prefix.empty()) {
    prefix = kinds.kind(kind).prefix;
  } else {
    // r-004.md: the prefix as the kind writes it.
    const std::string capitals = ascii_upper(prefix);
    if (kinds.find_prefix(capitals) == path.kind) prefix = capitals;
  }
  return fmt::format("{}-{}", prefix, path.number);
}

HeadingId heading_id(const Kinds& kinds, KindId kind, std::string_view heading) {
  std::size_t end = 0;
  const auto title_after = [&](std::size_t at) {
    while (at < heading.size()) {
      const std::string_view rest = heading.substr(at);
      const char c = rest.front();
      if (c == ' ' || c == ':' || c == '-' || c == '.' || c == ')' || c == '|') {
        ++at;
      } else if (rest.starts_with("–") || rest.starts_with("—")) {
        at += std::string_view("–").size();
      } else {
        break;
      }
    }
    return at;
  };
  while (end < heading.size() && is_ascii_digit(heading[end])) ++end;
  if (end > 0) {
    if (end > 6 || end + 1 >= heading.size()) return {};
    const bool dotted = heading[end] == '.' || heading[end] == ')' || heading[end] == ':';
    if (!dotted || heading[end + 1] != ' ') return {};
    return {heading.substr(0, end), title_after(end)};
  }
  while (end < heading.size() && is_ascii_alpha(heading[end])) ++end;
  if (end == 0 || end >= heading.size()) return {};
  const KindId named = kinds.find_prefix(heading.substr(0, end));
  if (named == kNoKind || (kind != kNoKind && !kinds.is(kind, named) && !kinds.is(named, kind))) {
    return {};
  }
  std::size_t number = end;
  if (heading[number] == '-' || heading[number] == ' ') ++number;
  std::size_t last = number;
  while (last < heading.size() && is_ascii_digit(heading[last])) ++last;
  if (last == number || (last < heading.size() && is_ascii_alnum(heading[last]))) return {};
  const std::size_t title = title_after(last);
  // "Risk 3 of 10" is a title: something must part the id from it.
  if (title < heading.size() && title == last + 1 && heading[end] == ' ') return {};
  return {heading.substr(0, last), title};
}

}  // namespace milepost
