// Tells attributes of an item from prose in parentheses, and reads them by their type.
#include "shape/item_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/when.h"
#include "evidence/expectation.h"
#include "shape/codes.h"
#include "shape/record_id.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

struct AttributeWord {
  std::string_view word, field;
  bool weak;  // prose begins with it, too: counts only beside one that does not
};

// Synonyms of the sub-fields would take too much for an attribute: `(by: hand)`, `(link: below)`.
constexpr std::array<AttributeWord, 23> kWords{{
    {"owner", "owner", false},
    {"owners", "owner", false},
    {"owned by", "owner", false},
    {"assignee", "owner", false},
    {"dri", "owner", false},
    {"responsible", "owner", false},
    {"due", "due", false},
    {"due date", "due", false},
    {"deadline", "due", false},
    {"evidence", "evidence", false},
    {"proof", "evidence", false},
    {"expect", "expect", false},
    {"expects", "expect", false},
    {"threshold", "expect", false},
    {"id", "id", false},
    {"if", "if", true},
    {"only if", "if", false},
    {"applies if", "if", false},
    {"advisory", "advisory", false},
    {"required", "required", false},
    {"status", "status", true},
    {"notes", "notes", true},
    {"note", "notes", true},
}};

struct Parenthesis {
  Written outside;  // what stands before it
  Written inside;
};

bool is_mark(char c) {
  return c == '*' || c == '_';
}

// The parenthesis that ends `text`, emphasis and a full stop aside: the place of `(` and of `)`.
std::optional<std::pair<std::size_t, std::size_t>> last_parenthesis(std::string_view text) {
  std::size_t end = text.size();
  if (end > 0 && text[end - 1] == '.') --end;
  while (end > 0 && is_mark(text[end - 1])) --end;
  if (end == 0 || text[end - 1] != ')' || (end > 1 && text[end - 2] == '\\')) return {};
  int depth = 0;
  bool code = false;
  for (std::size_t i = end; i-- > 0;) {
    const char c = text[i];
    if (c == '`') code = !code;
    if (code || (i > 0 && text[i - 1] == '\\')) continue;
    if (c == ')') ++depth;
    if (c == '(' && --depth == 0) {
      // `[text](target)` ends with a parenthesis, too.
      if (i > 0 && text[i - 1] == ']') return {};
      return std::pair(i, end - 1);
    }
  }
  return {};
}

std::optional<Parenthesis> cut_parenthesis(const Written& w) {
  const auto found = last_parenthesis(w.text);
  if (!found) return {};
  std::size_t before = found->first;
  while (before > 0 && is_mark(w.text[before - 1]) &&
         w.text.substr(found->second).find(w.text[before - 1]) != std::string_view::npos) {
    --before;
  }
  return Parenthesis{trimmed(piece(w, 0, before)),
                     trimmed(piece(w, found->first + 1, found->second - found->first - 1))};
}

const Field* sub_field_named(const Kinds& kinds, const Field& list, std::string_view name) {
  for (const FieldId id : list.fields) {
    if (kinds.field(id).name == name) return &kinds.field(id);
  }
  return nullptr;
}

// One part between commas, and what it is taken for.
struct Part {
  enum class Kind : uint8_t { more, attribute, unknown_key } kind = Kind::more;
  const Field* field = nullptr;
  bool weak = false;
  Written key, value;  // no value: `advisory`
  Written whole;
};

// `2026-06-01`, `1 Jun`, `start - 7d`, `M-GA - 5d`: something a due date is written as.
bool says_when(Decoding& d, std::string_view text) {
  const WhenParse when = parse_when(text, d.work.facts.settings.dates, d.work.facts.durations);
  if (!when.value) return when.error && when.error->problem != WhenProblem::empty;
  if (when.value->anchor == WhenAnchor::date || when.value->shift) return true;
  return looks_like_id(d.work.facts.kinds, text) || iequals(text, "start") ||
         iequals(text, "target");
}

bool says_date(Decoding& d, std::string_view text) {
  const WhenParse when = parse_when(text, d.work.facts.settings.dates, d.work.facts.durations);
  return when.value && when.value->anchor == WhenAnchor::date;
}

class AttributeReader {
 public:
  AttributeReader(Decoding& d, const Field& list)
      : d_(d), kinds_(d.work.facts.kinds), list_(list) {}

  // False: it is prose. Nothing is said of prose.
  bool read(const Written& inside, std::vector<FieldValue>& attributes) {
    std::vector<Part> parts;
    for (const Written& one : list_pieces(inside, /*prose=*/false)) parts.push_back(part_of(one));
    join_parts(inside, parts);
    take_leading_name(parts);
    const bool strong = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
      return part.kind == Part::Kind::attribute && !part.weak;
    });
    if (!strong || parts.front().kind == Part::Kind::more) return false;
    for (const Part& part : parts) take(part, attributes);
    add_rest(attributes);
    return true;
  }

 private:
  Part part_of(const Written& w) {
    Part part;
    part.whole = part.value = w;
    if (w.text.starts_with('@') && w.text.size() > 1 &&
        w.text.find_first_of(" :") == std::string_view::npos) {
      set(part, "owner", {}, w);
      return part;
    }
    if (bare_flag(part, w)) return part;
    const std::size_t colon = w.text.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon <= 24 &&
        w.text.substr(colon).substr(0, 3) != "://") {
      labelled(part, trimmed(piece(w, 0, colon)),
               trimmed(piece(w, colon + 1, w.text.size() - colon - 1)));
      return part;
    }
    // `(@mo, 2026-07-01)`
    if (!w.text.empty() && is_ascii_digit(w.text.front()) && says_date(d_, w.text)) {
      set(part, "due", {}, w);
      part.weak = true;
      return part;
    }
    for (const std::string_view word : {"due by ", "due on ", "due ", "by "}) {
      if (!istarts_with(w.text, word)) continue;
      const Written rest = trimmed(piece(w, word.size(), w.text.size() - word.size()));
      if (word == "by " ? says_date(d_, rest.text) : says_when(d_, rest.text)) {
        set(part, "due", trimmed(piece(w, 0, word.size())), rest);
      }
      break;
    }
    return part;
  }

  bool bare_flag(Part& part, const Written& w) {
    for (const std::string_view word : {"advisory", "required", "optional", "mandatory"}) {
      if (!iequals(strip_emphasis(w.text), word)) continue;
      const bool may_fail = word == "advisory" || word == "optional";
      set(part, may_fail ? "advisory" : "required", w, {});
      return true;
    }
    return false;
  }

  void labelled(Part& part, const Written& key, const Written& value) {
    if (value.text.empty()) return;
    const std::string word = normalize_label(key.text);
    for (const AttributeWord& known : kWords) {
      if (known.word != word) continue;
      set(part, known.field, key, value);
      part.weak = known.weak;
      return;
    }
    const std::size_t words =
        1 + static_cast<std::size_t>(std::count(word.begin(), word.end(), ' '));
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
      return is_ascii_alnum(c) || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (words > 2 || !plain || word.empty()) return;
    // A sub-field that a program adds goes by its name.
    std::string name = word;
    std::replace(name.begin(), name.end(), ' ', '_');
    if (const Field* own = sub_field_named(kinds_, list_, name); own != nullptr) {
      if (own->id != list_.fields.front() && own->name != "gate") set(part, name, key, value);
      return;
    }
    part.kind = Part::Kind::unknown_key;
    part.key = key;
    part.value = value;
  }

  void set(Part& part, std::string_view name, const Written& key, const Written& value) {
    part.field = sub_field_named(kinds_, list_, name);
    if (part.field == nullptr) return;
    part.kind = Part::Kind::attribute;
    part.key = key;
    part.value = value;
  }

  // A part that says nothing itself goes on with the text before it: `notes: slow, but steady`.
  static void join_parts(const Written& inside, std::vector<Part>& parts) {
    std::vector<Part> joined;
    for (Part& part : parts) {
      Part* before = joined.empty() ? nullptr : &joined.back();
      const bool goes_on =
          part.kind == Part::Kind::more && before != nullptr && before->kind != Part::Kind::more &&
          before->field != nullptr &&
          (before->field->type == ValueType::text || before->field->type == ValueType::ref ||
           before->field->type == ValueType::person);
      if (!goes_on || before->value.text.empty()) {
        joined.push_back(std::move(part));
        continue;
      }
      const auto begin = static_cast<std::size_t>(before->value.text.data() - inside.text.data());
      const auto end = static_cast<std::size_t>(part.whole.text.data() - inside.text.data()) +
                       part.whole.text.size();
      before->value = trimmed(piece(inside, begin, end - begin));
    }
    parts = std::move(joined);
  }

  // `(Priya, due 2026-06-01)`: a name before a due date is who owes it.
  void take_leading_name(std::vector<Part>& parts) {
    if (parts.size() < 2 || parts[0].kind != Part::Kind::more) return;
    const bool dated = parts[1].kind == Part::Kind::attribute && parts[1].field->name == "due";
    const std::string_view name = parts[0].whole.text;
    const auto spaces = std::count(name.begin(), name.end(), ' ');
    const bool wordy = name.find_first_of(".:;!?/()[]\"0123456789") != std::string_view::npos;
    if (!dated || wordy || spaces > 2) return;
    set(parts[0], "owner", {}, parts[0].whole);
  }

  void take(const Part& part, std::vector<FieldValue>& attributes) {
    if (part.kind != Part::Kind::attribute) {
      keep(part);
      return;
    }
    const Field& field = *part.field;
    if (field.name == "evidence") {
      decode_evidence(d_, list_, part.key.span, part.value, attributes);
      return;
    }
    std::vector<Value>& values = values_of(attributes, field, part.key.span);
    if (part.value.text.empty()) {
      Value flag;
      flag.text = d_.work.lasting(part.key.text);
      flag.span = part.key.span;
      flag.data = true;
      values.push_back(std::move(flag));
      return;
    }
    if (field.name == "status" && values.empty()) {
      values.push_back(item_status(d_, part.value));
      return;
    }
    if (!values.empty() && !field.list && field.type != ValueType::person) {
      d_.work.sink.report({code::given_twice,
                           Severity::warning,
                           part.value.span,
                           fmt::format("`{}` is given twice; the first counts", field.name),
                           "keep one of the two",
                           {}});
      return;
    }
    decode_text(d_, field, without_emphasis(part.value), values);
    if (values.empty()) {
      attributes.pop_back();
    } else if (field.type == ValueType::text) {
      keep_words(values);
    }
  }

  // Nothing is dropped: what is no attribute is a note.
  void keep(const Part& part) {
    if (part.kind == Part::Kind::unknown_key) {
      std::vector<std::string_view> names;
      for (const FieldId id : list_.fields) names.push_back(kinds_.field(id).name);
      d_.work.sink.report(
          {code::unknown_field,
           Severity::note,
           part.key.span,
           fmt::format("{} is no attribute of an item; it is kept among its notes",
                       quoted(part.key.text)),
           suggestion(d_.work, ascii_lower(part.key.text), names,
                      "attributes are owner, due, evidence, expect, id, advisory, required, if "
                      "and notes"),
           {}});
    }
    if (rest_.empty()) rest_span_ = part.whole.span;
    if (!rest_.empty()) rest_ += ", ";
    rest_ += strip_emphasis(part.whole.text);
  }

  void add_rest(std::vector<FieldValue>& attributes) {
    const Field* notes = sub_field_named(kinds_, list_, "notes");
    if (rest_.empty() || notes == nullptr) return;
    std::vector<Value>& values = values_of(attributes, *notes, rest_span_);
    if (values.empty()) {
      Value& value = values.emplace_back();
      value.span = rest_span_;
    } else {
      rest_ = std::string(values.front().text) + ", " + rest_;
    }
    values.front().text = d_.work.strings.keep(normalize_spaces(rest_));
    rest_.clear();
  }

  // The item's own tape has its mark-up and its links; a tape of the attribute's would have them
  // looked at twice.
  void keep_words(std::vector<Value>& values) {
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      const MarkdownText* text = std::get_if<MarkdownText>(&value->data);
      if (text == nullptr) continue;
      if (text->tape == kMadeTape + d_.work.made_tapes.size() - 1) d_.work.made_tapes.pop_back();
      value->data = std::monostate{};
    }
  }

  static std::vector<Value>& values_of(std::vector<FieldValue>& attributes, const Field& field,
                                       Span key) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const FieldValue& one) { return one.field == field.id; });
    if (found != attributes.end()) return found->values;
    attributes.push_back({field.id, key, {}});
    return attributes.back().values;
  }

  Decoding& d_;
  const Kinds& kinds_;
  const Field& list_;
  std::string rest_;  // what is no attribute
  Span rest_span_;
};

// Something that leads to a file or an address: it is one, whatever stands in it.
bool is_place(std::string_view text) {
  if (text.find("://") != std::string_view::npos) return true;
  if (text.find_first_of(" \t[]()") != std::string_view::npos) return false;
  if (text.find('/') != std::string_view::npos) return true;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size()) return false;
  const std::string_view ending = text.substr(dot + 1);
  return ending.size() <= 8 && std::all_of(ending.begin(), ending.end(), is_ascii_alnum) &&
         std::any_of(ending.begin(), ending.end(), is_ascii_alpha);
}

}  // namespace

void decode_evidence(Decoding& d, const Field& list, Span key, const Written& w,
                     std::vector<FieldValue>& fields) {
  const Kinds& kinds = d.work.facts.kinds;
  const Field* evidence = sub_field_named(kinds, list, "evidence");
  const Field* expect = sub_field_named(kinds, list, "expect");
  if (evidence == nullptr) return;
  const auto values_of = [&](const Field& field) -> std::vector<Value>& {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldValue& one) { return one.field == field.id; });
    if (found != fields.end()) return found->values;
    fields.push_back({field.id, key, {}});
    return fields.back().values;
  };
  Written whole = trimmed(w);
  if (whole.text.starts_with('[') && whole.text.ends_with(']') &&
      whole.text.find("](") == std::string_view::npos && !whole.text.starts_with("[[")) {
    whole = trimmed(piece(whole, 1, whole.text.size() - 2));
  }
  for (const Written& one : list_pieces(whole, /*prose=*/false)) {
    Written part = one;
    const EvidenceWords words = split_evidence(one.text);
    if (!words.expects.empty() && is_place(strip_emphasis(words.path))) {
      part = trimmed(piece(one, words.path));
      const Written expects = trimmed(piece(one, words.expects));
      if (expect != nullptr) {
        std::vector<Value>& values = values_of(*expect);
        if (values.empty()) {
          Value value;
          value.text = d.work.lasting(expects.text);
          value.span = expects.span;
          values.push_back(std::move(value));
        }
      }
    }
    const Written plain = without_emphasis(part);
    std::vector<Value>& values = values_of(*evidence);
    if (is_place(plain.text)) {
      Value value;
      value.text = d.work.lasting(plain.text);
      value.span = plain.span;
      Reference reference;
      reference.target = value.text;
      value.data = reference;
      values.push_back(std::move(value));
    } else {
      decode_text(d, *evidence, plain, values);
    }
  }
  std::erase_if(fields, [](const FieldValue& field) { return field.values.empty(); });
}

Value item_status(Decoding& d, const Written& w) {
  Value value;
  const Written plain = without_emphasis(trimmed(w));
  value.text = d.work.lasting(plain.text);
  value.span = plain.span;
  return value;
}

bool take_item_attributes(Decoding& d, const Field& list, Written& words,
                          std::vector<FieldValue>& attributes, std::size_t* taken) {
  bool any = false;
  AttributeReader reader(d, list);
  while (true) {
    const std::optional<Parenthesis> found = cut_parenthesis(words);
    if (!found || found->outside.text.empty() || found->inside.text.empty()) return any;
    if (!reader.read(found->inside, attributes)) return any;
    words = found->outside;
    any = true;
    if (taken != nullptr) ++*taken;
  }
}

bool is_item_list(const Kinds& kinds, const Field& field) {
  if (field.type != ValueType::object || field.fields.size() < 3) return false;
  return field.role == Role::acceptance || (kinds.field(field.fields.front()).name == "item" &&
                                            sub_field_named(kinds, field, "evidence") != nullptr);
}

const Field* item_list_of(const Kinds& kinds, KindId kind) {
  if (kind == kNoKind) return nullptr;
  FieldId field = kinds.field_of(kind, Role::acceptance);
  if (field == kNoField) {
    const KindId release = kinds.find_kind("release");
    if (release != kNoKind) field = kinds.field_of(release, Role::acceptance);
  }
  if (field == kNoField || !is_item_list(kinds, kinds.field(field))) return nullptr;
  return &kinds.field(field);
}

std::string_view without_parentheses(std::string_view text, std::size_t count) {
  text = trim_spaces(text);
  for (; count > 0; --count) {
    const auto found = last_parenthesis(text);
    if (!found) break;
    text = trim_spaces(text.substr(0, found->first));
  }
  return text;
}

}  // namespace milepost
