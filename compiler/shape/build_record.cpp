// From a draft to a record: keys to fields, text to values, id, title and label.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/item_attributes.h"
#include "shape/status_relation.h"
#include "shape/unset.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/words.h"

namespace milepost {
namespace {

Written written_of(const FileWork& work, const DraftField& field) {
  if (field.tree == nullptr) return field.written;
  Written w = written_scalar(work, *field.tree, field.node);
  w.markdown = field.tree_is_markdown;
  return w;
}

class RecordBuilder {
 public:
  RecordBuilder(FileWork& work, const Draft& draft)
      : work_(work), kinds_(work.facts.kinds), draft_(draft), found_(draft.id) {}

  Record build() {
    record_.kind = draft_.kind;
    record_.spelling = draft_.spelling;
    record_.span = draft_.head;
    record_.title_span = draft_.head;
    record_.fields.reserve(draft_.fields.size());
    for (const DraftField& field : draft_.fields) take(field);
    set_title();
    set_visibility();
    set_id(work_, found_, record_);
    sort_fields();
    return std::move(record_);
  }

 private:
  void take(const DraftField& field) {
    if (field.field == kNoField) {
      const FieldId label = kinds_.field_of(draft_.kind, Role::visibility);
      if (label != kNoField && is_label_key(kinds_, field.key)) take_visibility(field, label);
      keep_unknown(field);
      return;
    }
    switch (kinds_.field(field.field).role) {
      case Role::id:
        take_id(field);
        return;
      case Role::title:
        take_title(field);
        return;
      case Role::visibility:
        take_visibility(field, field.field);
        return;
      default:
        take_value(field, kinds_.field(field.field));
        return;
    }
  }

  void take_id(const DraftField& field) {
    Written w = without_emphasis(written_of(work_, field));
    // [R-001](r1.md)
    if (w.text.starts_with('[')) {
      const std::size_t close = w.text.find("](");
      if (close != std::string_view::npos) w = without_emphasis(piece(w, 1, close - 1));
    }
    if (w.text.empty() || unset_word(w.text) != Unset::no) return;
    const bool column = draft_.spelling == Spelling::table ||
                        draft_.spelling == Spelling::list_item ||
                        draft_.spelling == Spelling::block;
    if (found_.origin == IdOrigin::path && !found_.written.text.empty() &&
        !same_id(found_.written.text, w.text)) {
      work_.sink.report({code::ids_disagree,
                         Severity::warning,
                         w.span,
                         fmt::format("the id is {}, the file's name says {}", quoted(w.text),
                                     quoted(found_.written.text)),
                         fmt::format("rename the file, or write `id: {}`", found_.written.text),
                         {}});
    }
    w.text = work_.lasting(w.text);
    found_ = {w, column ? IdOrigin::column : IdOrigin::written};
  }

  static bool same_id(std::string_view a, std::string_view b) { return iequals(a, b); }

  void take_title(const DraftField& field) {
    if (!record_.title.empty()) {
      say_twice(field, record_.title_span, "title");
      return;
    }
    Written w = written_of(work_, field);
    std::vector<Value> values;
    Decoding d = decoding(field);
    Field plain = kinds_.field(field.field);
    plain.type = ValueType::text;
    plain.list = false;
    if (field.part.tape != nullptr) {
      decode_body(d, plain, w, field.part, values);
    } else if (w.markdown) {
      if (unset_word(w.text) == Unset::no) decode_text(d, plain, w, values);
    } else if (!w.text.empty() && unset_word(w.text) == Unset::no) {
      values.emplace_back().text = w.text;
    }
    record_.template_leftover |= unset_word(w.text) == Unset::leftover;
    if (values.empty()) return;
    record_.title = work_.lasting(values.front().text);
    record_.title_span = w.span;
  }

  void take_visibility(const DraftField& field, FieldId id) {
    const bool list =
        field.tree != nullptr && field.tree->nodes[field.node].kind != YamlKind::scalar;
    const Written w = list ? written_label(work_, *field.tree, field.node)
                           : without_emphasis(written_of(work_, field));
    Value value;
    value.text = kept_label(work_, w.text);
    if (value.text.empty()) return;
    value.span = w.span;
    if (!label_.values.empty()) {
      // Two that say different things: whatever was meant, nobody sees it who may not by both.
      const std::string_view before = label_.values.front().text;
      if (before != value.text) say_twice(field, label_.key, kinds_.field(id).name);
      const std::string_view both = both_labels(before, value.text);
      if (both == before) return;
      value.text = both;
    }
    label_ = {id, field.key_span, {value}};
  }

  Decoding decoding(const DraftField& field) {
    Decoding d(work_);
    d.kind = draft_.kind;
    d.severity = field.severity;
    d.key = field.key;
    d.hint = field.hint;
    d.level_scale = draft_.level_scale;
    d.markdown = field.tree_is_markdown;
    return d;
  }

  void decode(Decoding& d, const Field& field, const DraftField& source,
              std::vector<Value>& values) {
    if (source.tree != nullptr) {
      decode_yaml(d, field, *source.tree, source.node, values);
    } else if (source.part.tape != nullptr) {
      decode_body(d, field, source.written, source.part, values);
    } else {
      decode_text(d, field, source.written, values);
    }
  }

  void take_value(const DraftField& source, const Field& field) {
    const auto twice = std::find_if(record_.fields.begin(), record_.fields.end(),
                                    [&](const FieldValue& v) { return v.field == field.id; });
    const bool prose_spelling =
        draft_.spelling == Spelling::block || draft_.spelling == Spelling::list_item;
    // Two lines of one list (`TOTAL:` under each table), or sealed sign-offs above a table of the
    // others.
    const bool in_body = source.tree == nullptr && source.part.tape != nullptr;
    const bool adds = prose_spelling || (field.role == Role::signoffs && in_body);
    if (twice != record_.fields.end() && field.list && adds) {
      Decoding more = decoding(source);
      decode(more, field, source, twice->values);
      return;
    }
    if (twice != record_.fields.end()) {
      say_twice(source, twice->key, field.name);
      return;
    }
    Decoding d = decoding(source);
    FieldValue value{field.id, source.key_span, {}};
    decode(d, field, source, value.values);
    if (d.prose && value.values.empty() && field.prose != kNoField) {
      const Field& prose = kinds_.field(field.prose);
      const bool given = std::any_of(record_.fields.begin(), record_.fields.end(),
                                     [&](const FieldValue& v) { return v.field == prose.id; }) ||
                         std::any_of(draft_.fields.begin(), draft_.fields.end(),
                                     [&](const DraftField& f) { return f.field == prose.id; });
      if (given) {
        keep_unknown(source, /*note=*/false);
        return;
      }
      value.field = prose.id;
      decode(d, prose, source, value.values);
    }
    record_.template_leftover |= d.leftover;
    for (UnknownField& unknown : d.unknown) note_unknown(unknown, field.id, true);
    if (d.to_be_decided && field.required) record_.template_leftover = true;
    if (!value.values.empty()) record_.fields.push_back(std::move(value));
    if (field.role == Role::status) take_relation(source);
  }

  // A status that names another record: `Superseded by [ADR-12](0012-dns.md)`.
  void take_relation(const DraftField& source) {
    const Written w = written_of(work_, source);
    const auto relation = status_relation(kinds_, draft_.kind, without_emphasis(w));
    if (!relation) return;
    const auto is_field = [&](const auto& f) { return f.field == relation->field; };
    if (std::any_of(record_.fields.begin(), record_.fields.end(), is_field) ||
        std::any_of(draft_.fields.begin(), draft_.fields.end(), is_field)) {
      return;
    }
    Decoding d = decoding(source);
    FieldValue value{relation->field, source.key_span, {}};
    decode_references(d, kinds_.field(relation->field), relation->targets, value.values);
    if (!value.values.empty()) record_.fields.push_back(std::move(value));
  }

  void say_twice(const DraftField& field, Span first, std::string_view name) {
    const bool strict = draft_.spelling == Spelling::file || draft_.spelling == Spelling::yaml;
    work_.sink.report({code::given_twice,
                       strict ? Severity::error : Severity::warning,
                       field.key_span,
                       fmt::format("`{}` is given twice; the first counts", name),
                       "keep one of the two",
                       {{first, fmt::format("`{}` is given here", name)}}});
    keep_unknown(field, /*note=*/false);
  }

  void keep_unknown(const DraftField& field, bool note = true) {
    UnknownField unknown;
    unknown.key = work_.lasting(field.key);
    unknown.key_span = field.key_span;
    const Written w = field.tree != nullptr ? written_source(work_, field.tree->nodes[field.node])
                                            : field.written;
    unknown.text = work_.lasting(w.text);
    unknown.span = w.span;
    if (unset_word(unknown.text) != Unset::no) {
      record_.template_leftover |= unset_word(unknown.text) == Unset::leftover;
      if (field.tree == nullptr) return;
    }
    note_unknown(unknown, kNoField,
                 note && !field.silent && !is_condition(unknown.key, unknown.text));
  }

  // `touches_pii: yes`: what an `if:` of a gate or an item asks for.
  bool is_condition(std::string_view key, std::string_view text) const {
    if (item_list_of(kinds_, draft_.kind) == nullptr) return false;
    static constexpr std::array<std::string_view, 6> kAnswers = {"yes",   "no", "true",
                                                                 "false", "on", "off"};
    if (std::none_of(kAnswers.begin(), kAnswers.end(),
                     [&](std::string_view word) { return iequals(word, trim(text)); })) {
      return false;
    }
    const std::string wanted = normalize_label(key);
    for (const GateTemplate& gate : work_.facts.settings.gates.gates) {
      if (names_condition(gate.condition, wanted)) return true;
      for (const GateItemTemplate& item : gate.items) {
        if (names_condition(item.condition, wanted)) return true;
      }
    }
    // One of the record's own stands in the same file.
    const std::string_view source = work_.source.bytes();
    for (std::size_t at = source.find("if: "); at != std::string_view::npos;
         at = source.find("if: ", at + 1)) {
      if (names_condition(source.substr(at + 4, source.find_first_of(",)}\r\n", at) - at - 4),
                          wanted)) {
        return true;
      }
    }
    return false;
  }

  static bool names_condition(std::string_view condition, std::string_view wanted) {
    const std::string words = " " + normalize_label(condition) + " ";
    return words.find(" " + std::string(wanted) + " ") != std::string::npos;
  }

  // Keeps the key; `inside` is the object it stands in.
  void note_unknown(UnknownField& unknown, FieldId inside, bool note) {
    if (note) {
      std::vector<std::string_view> names;
      const Kind& kind = kinds_.kind(draft_.kind);
      for (const FieldId id : inside == kNoField ? kind.fields : kinds_.field(inside).fields) {
        names.push_back(kinds_.field(id).name);
      }
      std::string what = inside == kNoField ? fmt::format("the kind `{}`", kind.name)
                                            : fmt::format("`{}`", kinds_.field(inside).name);
      std::string key = ascii_lower(unknown.key);
      std::replace(key.begin(), key.end(), ' ', '_');
      work_.sink.report(
          {code::unknown_field,
           Severity::note,
           unknown.key_span,
           fmt::format("{} is no field of {}; it is kept and shown as it is", quoted(unknown.key),
                       what),
           suggestion(work_, key, names,
                      inside == kNoField
                          ? fmt::format("to make it one, add it to `kinds: {{{}: {{fields: …}}}}` "
                                        "in program.yaml",
                                        kind.name)
                          : std::string("see the record reference for what may stand here")),
           {}});
    }
    record_.unknown.push_back(unknown);
  }

  void set_title() {
    if (!record_.title.empty()) return;
    if (!draft_.title.text.empty()) {
      record_.title = work_.lasting(draft_.title.text);
      record_.title_span = draft_.title.span;
      return;
    }
    for (auto field = record_.fields.begin(); field != record_.fields.end(); ++field) {
      if (!kinds_.field(field->field).title_like) continue;
      const Value& value = field->values.front();
      record_.title_span = value.span;
      record_.title = title_of(value);
      // One line that became the title need not be said twice.
      if (field->values.size() == 1 && record_.title == value.text) record_.fields.erase(field);
      return;
    }
  }

  // The words of a value, in one line.
  std::string_view title_of(const Value& value) {
    const MarkdownText* markdown = std::get_if<MarkdownText>(&value.data);
    if (markdown == nullptr) return value.text;
    const Tape* tape = tape_of(markdown->tape);
    if (tape == nullptr) return value.text;
    const std::string words = normalize_spaces(plain_text(*tape, markdown->slice));
    return words == value.text ? value.text : work_.strings.keep(words);
  }

  const Tape* tape_of(uint32_t index) const {
    if (index >= kMadeTape) return &work_.made_tapes[index - kMadeTape];
    for (const DraftField& field : draft_.fields) {
      if (field.part.tape != nullptr && field.part.index == index) return field.part.tape;
    }
    return nullptr;
  }

  void set_visibility() {
    record_.visibility = draft_.visibility;
    if (draft_.in_region) {
      // What is restricted by kind stays so in a region for everybody within.
      const std::string& by_kind = kinds_.kind(draft_.kind).visibility;
      const bool common = draft_.visibility == "public" || draft_.visibility == "internal" ||
                          draft_.visibility == "restricted";
      if (by_kind != "internal" || common)
        record_.visibility = both_labels(draft_.visibility, by_kind);
    }
    if (label_.values.empty()) return;
    const std::string_view own = label_.values.front().text;
    // A region hides what is in it: a row may hide more, never less.
    const std::string_view label = draft_.in_region ? both_labels(record_.visibility, own) : own;
    if (label != own && label == record_.visibility) return;
    record_.visibility = label;
    record_.fields.push_back(std::move(label_));
  }

  void sort_fields() {
    const std::vector<FieldId>& order = kinds_.kind(draft_.kind).fields;
    const auto position = [&](const FieldValue& value) {
      return std::find(order.begin(), order.end(), value.field) - order.begin();
    };
    std::stable_sort(
        record_.fields.begin(), record_.fields.end(),
        [&](const FieldValue& a, const FieldValue& b) { return position(a) < position(b); });
  }

  FileWork& work_;
  const Kinds& kinds_;
  const Draft& draft_;
  Record record_;
  FoundId found_;
  FieldValue label_;
};

}  // namespace

bool is_unset(const FileWork& work, const DraftField& field) {
  if (field.tree != nullptr && field.tree->nodes[field.node].kind != YamlKind::scalar) {
    return field.tree->nodes[field.node].size == 1;
  }
  const std::string_view text = written_of(work, field).text;
  return text.empty() || unset_word(text) != Unset::no || is_template_text(text);
}

Record& add_record(FileWork& work, const Draft& draft) {
  work.records.push_back(RecordBuilder(work, draft).build());
  return work.records.back();
}

}  // namespace milepost
