// References: ids, ranges of ids, links, wiki links, titles, with what they say about the relation.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/record_id.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr uint64_t kLargestRange = 1000;

struct NumberTail {
  std::string_view stem;    // "R-", "4."
  std::string_view digits;  // "007"
  uint64_t number = 0;
};

std::optional<NumberTail> number_tail(std::string_view id) {
  std::size_t begin = id.size();
  while (begin > 0 && is_ascii_digit(id[begin - 1])) --begin;
  NumberTail tail{id.substr(0, begin), id.substr(begin), 0};
  const auto [end, problem] =
      std::from_chars(tail.digits.data(), tail.digits.data() + tail.digits.size(), tail.number);
  if (tail.digits.empty() || problem != std::errc()) return std::nullopt;
  return tail;
}

struct Range {
  NumberTail first, last;
};

// `R-001..R-015`, `4.1-4.11`, `R1 – R5`, `T-3 to T-7`: both ends have the same stem.
std::optional<Range> range_of(std::string_view text) {
  if (text.size() > 2 * kLongestId + 8) return std::nullopt;
  for (const std::string_view separator :
       {std::string_view(".."), std::string_view("…"), std::string_view("–"),
        std::string_view(" to "), std::string_view("-")}) {
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, at + 1)) {
      const std::string_view left = trim_spaces(text.substr(0, at));
      const std::string_view right = trim_spaces(text.substr(at + separator.size()));
      if (left.find(' ') != std::string_view::npos || right.find(' ') != std::string_view::npos) {
        continue;
      }
      const auto first = number_tail(left);
      const auto last = number_tail(right);
      if (!first || !last) continue;
      if (first->stem == last->stem || (last->stem.empty() && separator != "-")) {
        return Range{*first, *last};
      }
    }
  }
  return std::nullopt;
}

// `2026-06` has two numbers and is no range of ids; `4-7` is.
bool is_plausible(const Range& range) {
  return range.first.number < range.last.number;
}

void append_reference(Decoding& d, const Written& w, Reference reference,
                      std::vector<Value>& values) {
  Value value;
  value.text = d.work.lasting(w.text);
  value.span = w.span;
  value.data = reference;
  values.push_back(std::move(value));
}

// Expands a range into `values`; false if the text is none.
bool append_range(Decoding& d, const Field& field, const Written& w, std::vector<Value>& values) {
  const std::optional<Range> range = range_of(w.text);
  if (!range) return false;
  if (!is_plausible(*range)) {
    if (w.text.find("..") == std::string_view::npos) return false;
    complain(d, field, code::unreadable_range, w.span,
             fmt::format("{} ends before it begins", quoted(w.text)),
             "write the lower number first");
    return true;
  }
  if (range->last.number - range->first.number >= kLargestRange) {
    complain(d, field, code::unreadable_range, w.span,
             fmt::format("{} names more than {} records", quoted(w.text), kLargestRange),
             "write a shorter range, or a field that all of them have in common");
    return true;
  }
  for (uint64_t number = range->first.number; number <= range->last.number; ++number) {
    std::string digits = std::to_string(number);
    if (digits.size() < range->first.digits.size()) {
      digits.insert(0, range->first.digits.size() - digits.size(), '0');
    }
    Reference reference;
    reference.target = d.work.strings.keep(std::string(range->first.stem) + digits);
    append_reference(d, w, reference, values);
  }
  return true;
}

bool is_external(std::string_view target) {
  return target.find("://") != std::string_view::npos || target.starts_with("mailto:");
}

// What stands behind an id: `CPS-0010 | Wallet Connectors: https://…` says "Wallet Connectors".
std::string_view label_after(std::string_view tail) {
  tail = trim_spaces(tail);
  while (!tail.empty() && (tail.front() == '|' || tail.front() == ':')) {
    tail = trim_spaces(tail.substr(1));
  }
  tail = comment_text(tail);
  if (tail.starts_with('(') && tail.ends_with(')')) tail = tail.substr(1, tail.size() - 2);
  const std::size_t url = tail.find("://");
  if (url == std::string_view::npos) return tail;
  std::size_t begin = url;
  while (begin > 0 && is_ascii_alpha(tail[begin - 1])) --begin;
  tail = trim_spaces(tail.substr(0, begin));
  while (!tail.empty() && (tail.back() == ':' || tail.back() == '<')) {
    tail = trim_spaces(tail.substr(0, tail.size() - 1));
  }
  return tail;
}

// True if the words after an id only say more about it.
bool ends_id(std::string_view tail) {
  if (trim_spaces(tail).empty()) return true;
  const char c = tail.front();
  if (c == ':' || c == '(' || c == '|' || c == '.') return true;
  const std::string_view rest = trim_spaces(tail);
  return rest.front() == '|' || rest.front() == '(' || rest.starts_with("- ") ||
         rest.starts_with("—") || rest.starts_with("–");
}

// A dependency's type and lag in parentheses: `(SS)`, `(FF + 2d)`, `(+3d)`.
void take_dependency(Decoding& d, std::string_view label, Reference& reference) {
  static constexpr std::string_view kTypes[] = {"FS", "SS", "FF", "SF"};
  std::string_view rest = trim_spaces(label);
  for (const std::string_view type : kTypes) {
    if (!istarts_with(rest, type)) continue;
    if (rest.size() > 2 && is_ascii_alnum(rest[2])) continue;
    reference.dependency = type;
    rest = trim_spaces(rest.substr(2));
    break;
  }
  if (rest.empty() || (rest.front() != '+' && !rest.starts_with("- "))) return;
  const bool negative = rest.front() == '-';
  const DurationParse lag =
      parse_whole_duration(trim_spaces(rest.substr(1)), d.work.facts.durations);
  if (!lag.value) return;
  reference.lag = *lag.value;
  if (negative) reference.lag->minutes = -reference.lag->minutes;
}

Reference reference_of(Decoding& d, std::string_view text) {
  FileWork& work = d.work;
  Reference reference;
  const auto lasting = [&](std::string_view part) { return work.lasting(part); };
  if (text.starts_with("[[") && text.ends_with("]]")) {
    // [[id]], [[id|label]]
    const std::string_view inside = text.substr(2, text.size() - 4);
    const std::size_t bar = inside.find('|');
    reference.target = lasting(trim_spaces(inside.substr(0, bar)));
    if (bar != std::string_view::npos) {
      reference.label = lasting(trim_spaces(inside.substr(bar + 1)));
    }
    reference.form = RefForm::wiki;
    return reference;
  }
  if (text.starts_with('[')) {
    const std::size_t close = text.find("](");
    const std::size_t end = close == std::string_view::npos ? close : text.find(')', close);
    if (end != std::string_view::npos) {
      const std::string_view label = strip_emphasis(text.substr(1, close - 1));
      std::string_view target = trim_spaces(text.substr(close + 2, end - close - 2));
      const std::size_t title = target.find(' ');
      target = target.substr(0, title);
      if (target.size() > 1 && target.front() == '<' && target.back() == '>') {
        target = target.substr(1, target.size() - 2);
      }
      // A link to the tracker that shows the id: the id is what is meant.
      if (is_external(target) && looks_like_id(work.facts.kinds, label)) {
        reference.target = lasting(label);
        return reference;
      }
      reference.target = lasting(target);
      reference.label = lasting(label);
      reference.form = RefForm::link;
      return reference;
    }
  }
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    text = trim_spaces(text.substr(1, text.size() - 2));
  }
  if (text.starts_with('#') && text.size() > 1) text.remove_prefix(1);
  // `ADR 12`: the prefix and the number of an id, as people say it.
  if (const std::size_t word = id_length(text);
      word > 0 && word + 1 < text.size() && text[word] == ' ' &&
      work.facts.kinds.find_prefix(text.substr(0, word)) != kNoKind &&
      std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(word), is_ascii_upper) &&
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(word) + 1, text.end(),
                  is_ascii_digit)) {
    reference.target =
        work.strings.keep(fmt::format("{}-{}", text.substr(0, word), text.substr(word + 1)));
    return reference;
  }
  // An id, perhaps in doubt, perhaps with words behind it.
  const std::size_t length = id_length(text);
  std::string_view id = text.substr(0, length);
  std::string_view tail = text.substr(length);
  // Punctuation that an id may hold but does not end with.
  while (!id.empty() && (id.back() == '.' || id.back() == '-' || id.back() == '_')) {
    id.remove_suffix(1);
    tail = text.substr(id.size());
  }
  if (!id.empty() && looks_like_id(work.facts.kinds, id)) {
    if (tail.starts_with('?')) {
      reference.tentative = true;
      tail.remove_prefix(1);
    }
    if (ends_id(tail)) {
      reference.target = lasting(id);
      reference.label = lasting(label_after(tail));
      take_dependency(d, reference.label, reference);
      return reference;
    }
    reference.tentative = false;
  }
  reference.target = lasting(text);
  reference.form = length == text.size() ? RefForm::id : RefForm::title;
  return reference;
}

// True if every piece has the form of an id, a range or a link.
bool all_are_ids(const Kinds& kinds, const std::vector<Written>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), [&](const Written& part) {
    const std::string_view text = strip_emphasis(part.text);
    if (text.starts_with('[') || text.starts_with('#')) return true;
    return looks_like_id(kinds, text) || range_of(text).has_value();
  });
}

// `A and B`, `A & B`: one piece each if both are ids.
void split_pairs(const Kinds& kinds, std::vector<Written>& pieces) {
  std::vector<Written> result;
  for (const Written& part : pieces) {
    std::vector<Written> pair;
    for (const std::string_view word :
         {std::string_view(" and "), std::string_view(" & "), std::string_view(" + "),
          std::string_view(" / "), std::string_view("/"), std::string_view(" ")}) {
      pair.clear();
      std::size_t begin = 0;
      for (std::size_t at = part.text.find(word); at != std::string_view::npos;
           at = part.text.find(word, begin)) {
        pair.push_back(trimmed(piece(part, begin, at - begin)));
        begin = at + word.size();
      }
      pair.push_back(trimmed(piece(part, begin, part.text.size() - begin)));
      if (pair.size() > 1 && all_are_ids(kinds, pair)) break;
      pair.clear();
    }
    if (pair.empty())
      result.push_back(part);
    else
      result.insert(result.end(), pair.begin(), pair.end());
  }
  pieces = std::move(result);
}

}  // namespace

bool read_reference(Decoding& d, const Field&, const Written& w, Value& value) {
  value.data = reference_of(d, without_emphasis(w).text);
  return true;
}

void decode_references(Decoding& d, const Field& field, const Written& w,
                       std::vector<Value>& values) {
  const Kinds& kinds = d.work.facts.kinds;
  std::vector<Written> pieces{w};
  // A single field holds one title, whatever commas are in it.
  std::vector<Written> parts = list_pieces(w, /*prose=*/false);
  if (field.list || all_are_ids(kinds, parts)) pieces = std::move(parts);
  split_pairs(kinds, pieces);
  for (const Written& whole : pieces) {
    const Written part = without_emphasis(whole);
    const Unset unset = unset_word(part.text);
    if (unset == Unset::leftover &&
        looks_like_id(kinds, part.text.substr(1, part.text.size() - 2))) {
      // [DEP-014] is a reference in brackets.
    } else if (unset != Unset::no) {
      d.leftover |= unset == Unset::leftover;
      d.to_be_decided |= unset == Unset::to_be_decided;
      continue;
    }
    if (append_range(d, field, part, values)) continue;
    append_reference(d, part, reference_of(d, part.text), values);
  }
}

bool read_reference_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                            Value& value) {
  const YamlNode& mapping = tree.nodes[node];
  // `- CPS-0016: https://…`: the key is the reference.
  const uint32_t first = node + 1;
  if (first < tree.after(node) && tree.after(tree.after(first)) == tree.after(node)) {
    const Written key = written_scalar(d, tree, first);
    const std::string name = normalize_label(key.text);
    if (name != "to" && name != "id" && name != "ref" && name != "target") {
      Reference reference = reference_of(d, key.text);
      const uint32_t entry = tree.after(first);
      const Written link = written_scalar(d, tree, entry);
      if (tree.nodes[entry].kind == YamlKind::scalar && is_external(link.text)) {
        value.text = written_source(d.work, mapping).text;
        value.span = key.span;
        value.data = reference;
        return true;
      }
    }
  }
  Reference reference;
  bool found = false;
  bool good = true;
  for_each_entry(tree, node, [&](uint32_t key, uint32_t entry) {
    const std::string name = normalize_label(tree.nodes[key].text);
    const Written w = written_scalar(d, tree, entry);
    Value one;
    if (name == "to" || name == "id" || name == "ref" || name == "target" || name == "record" ||
        name == "for" || name == "item") {
      found = !w.text.empty();
      if (found) {
        const Reference target = reference_of(d, w.text);
        reference.target = target.target;
        reference.form = target.form;
        reference.tentative = target.tentative;
        if (!target.label.empty()) reference.label = target.label;
        value.span = w.span;
      }
    } else if (name == "type" || name == "dependency") {
      const std::string type = ascii_upper(w.text);
      if (type == "FS" || type == "SS" || type == "FF" || type == "SF") {
        reference.dependency = d.work.lasting(w.text);
      } else {
        complain(d, field, code::unknown_choice, w.span,
                 fmt::format("{} is no type of dependency", quoted(w.text)),
                 "write FS (finish to start), SS, FF or SF");
      }
    } else if (name == "lag" || name == "lead") {
      const bool negative = w.text.starts_with('-') || name == "lead";
      const Written length = w.text.starts_with('-') ? trimmed(piece(w, 1, w.text.size() - 1)) : w;
      if (read_duration(d, field, length, one)) {
        reference.lag = std::get<Duration>(one.data);
        if (negative) reference.lag->minutes = -reference.lag->minutes;
      } else {
        good = false;
      }
    } else if (name == "delay") {
      if (tree.nodes[entry].kind == YamlKind::mapping
              ? read_estimate_mapping(d, field, tree, entry, one)
              : read_estimate(d, field, w, one)) {
        reference.delay = std::get<Estimate>(one.data);
      }
    } else if (name == "label" || name == "title" || name == "note" || name == "notes") {
      reference.label = d.work.lasting(w.text);
    } else {
      d.unknown.push_back({d.work.lasting(tree.nodes[key].text), tree.nodes[key].span,
                           written_source(d.work, tree.nodes[entry]).text, tree.nodes[entry].span});
    }
  });
  if (!found) {
    complain(d, field, code::wrong_shape, written_source(d.work, mapping).span,
             fmt::format("`{}` does not say which record it means", field.name),
             "write `{to: T-12, type: SS, lag: 2d}`, or just the id");
    return false;
  }
  value.text = written_source(d.work, mapping).text;
  value.data = reference;
  return good;
}

}  // namespace milepost
