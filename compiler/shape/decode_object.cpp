// Objects: fields with fields of their own, in all the forms people write them.
#include <fmt/format.h>

#include <algorithm>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/item_attributes.h"
#include "shape/option_sides.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

const Field& sub_field(const Decoding& d, const Field& field, std::size_t index) {
  return d.work.facts.kinds.field(field.fields[index]);
}

// Sub-fields are decoded with the record's context but their own marks.
void decode_sub_text(Decoding& d, const Field& field, Span key, const Written& w, Object& object) {
  FieldValue value{field.id, key, {}};
  decode_text(d, field, w, value.values);
  if (!value.values.empty()) object.fields.push_back(std::move(value));
}

void decode_sub_yaml(Decoding& d, const Field& field, Span key, const YamlTree& tree, uint32_t node,
                     Object& object) {
  FieldValue value{field.id, key, {}};
  decode_yaml(d, field, tree, node, value.values);
  if (!value.values.empty()) object.fields.push_back(std::move(value));
}

// What the parenthesis at the end of an item says fills the sub-fields that nothing else does.
void merge_attributes(std::vector<FieldValue>&& attributes, Object& object) {
  for (FieldValue& attribute : attributes) {
    const bool given =
        std::any_of(object.fields.begin(), object.fields.end(),
                    [&](const FieldValue& field) { return field.field == attribute.field; });
    if (!given) object.fields.push_back(std::move(attribute));
  }
}

void append_object(Decoding& d, const Written& whole, Object object, std::vector<Value>& values) {
  if (object.fields.empty()) return;
  Value value;
  value.text = d.work.lasting(whole.text);
  value.span = whole.span;
  value.data = std::move(object);
  values.push_back(std::move(value));
}

// `name: the rest`: where the name ends; npos if the text has no such form.
std::size_t head_end(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon != std::string_view::npos && colon > 0) return colon;
  return std::string_view::npos;
}

// The sub-field that takes what stands behind the name.
const Field* rest_field(const Decoding& d, const Field& field) {
  static constexpr std::string_view kNames[] = {"notes",       "note",    "description",
                                                "detail",      "details", "summary",
                                                "explanation", "comment", "text"};
  for (const std::string_view name : kNames) {
    for (std::size_t i = 1; i < field.fields.size(); ++i) {
      const Field& sub = sub_field(d, field, i);
      if (sub.name == name) return &sub;
    }
  }
  return field.fields.size() > 1 ? &sub_field(d, field, 1) : nullptr;
}

// The first sub-field of an item, and what stands in the parenthesis at its end.
void decode_item_text(Decoding& d, const Field& field, Span key, Written w, Object& object,
                      std::vector<FieldValue>& attributes) {
  take_item_attributes(d, field, w, attributes);
  decode_sub_text(d, sub_field(d, field, 0), key, w, object);
}

// What stands behind the name: of an option its sides, else one sub-field.
void decode_rest(Decoding& d, const Field& field, const Field& rest, const Written& w,
                 Object& object) {
  const std::vector<OptionSide> sides = split_sides(d.work.facts.kinds, field, w.text);
  for (const OptionSide& side : sides) {
    const Field& into = side.field == kNoField ? rest : d.work.facts.kinds.field(side.field);
    decode_sub_text(d, into, w.span, piece(w, side.text), object);
  }
  if (sides.empty()) decode_sub_text(d, rest, w.span, w, object);
}

// The text of an item of a list: its first sub-field, and another for what stands behind a colon.
void decode_first(Decoding& d, const Field& field, Span key, Written w, bool may_split,
                  Object& object) {
  std::vector<FieldValue> attributes;
  if (is_item_list(d.work.facts.kinds, field)) take_item_attributes(d, field, w, attributes);
  const std::size_t head =
      may_split && field.fields.size() > 1 ? head_end(w.text) : std::string_view::npos;
  const Field* rest = head == std::string_view::npos ? nullptr
                      : field.keyed                  ? &sub_field(d, field, 1)
                                                     : rest_field(d, field);
  if (rest != nullptr) {
    decode_sub_text(d, sub_field(d, field, 0), key, without_emphasis(trimmed(piece(w, 0, head))),
                    object);
    decode_rest(d, field, *rest, trimmed(piece(w, head + 1, w.text.size() - head - 1)), object);
  } else {
    decode_sub_text(d, sub_field(d, field, 0), key, w, object);
  }
  merge_attributes(std::move(attributes), object);
}

const Field* named_sub_field(const Decoding& d, const Field& field, std::string_view name) {
  for (std::size_t i = 0; i < field.fields.size(); ++i) {
    if (sub_field(d, field, i).name == name) return &sub_field(d, field, i);
  }
  return nullptr;
}

// Fills the sub-fields of one object from a mapping.
class ObjectFiller {
 public:
  ObjectFiller(Decoding& d, const Field& field, const YamlTree& tree, Object& object)
      : d_(d),
        field_(field),
        tree_(tree),
        object_(object),
        item_(is_item_list(d.work.facts.kinds, field)) {}

  void fill(uint32_t node) {
    const Kinds& kinds = d_.work.facts.kinds;
    for_each_entry(tree_, node, [&](uint32_t key, uint32_t entry) {
      const YamlNode& name = tree_.nodes[key];
      // The text of a list item that has more below it stands under an empty key.
      if (name.text.empty() && !field_.fields.empty()) {
        decode_first(d_, field_, name.span, written_scalar(d_, tree_, entry), true, object_);
        return;
      }
      const FieldId id = kinds.find_sub_field(field_.id, name.text);
      if (id != kNoField) {
        take(kinds.field(id), name.span, entry);
      } else if (!take_item(key, entry)) {
        d_.unknown.push_back({d_.work.lasting(name.text), name.span,
                              written_source(d_.work, tree_.nodes[entry]).text,
                              tree_.nodes[entry].span});
      }
    });
    merge_attributes(std::move(attributes_), object_);
  }

 private:
  void take(const Field& sub, Span key, uint32_t entry) {
    const bool scalar = tree_.nodes[entry].kind == YamlKind::scalar;
    if (item_ && scalar && sub.id == field_.fields.front()) {
      decode_item_text(d_, field_, key, written_scalar(d_, tree_, entry), object_, attributes_);
    } else if (item_ && scalar && sub.name == "status") {
      status(sub, key, entry);
    } else if (item_ && sub.name == "evidence" && !is_mapping(entry)) {
      evidence(key, entry);
    } else {
      decode_sub_yaml(d_, sub, key, tree_, entry, object_);
    }
  }

  void status(const Field& sub, Span key, uint32_t entry) {
    Value value = item_status(d_, written_scalar(d_, tree_, entry));
    if (!value.text.empty()) object_.fields.push_back({sub.id, key, {std::move(value)}});
  }

  void evidence(Span key, uint32_t entry) {
    std::vector<FieldValue> read;
    const auto one = [&](uint32_t node) {
      const Written w = written_scalar(d_, tree_, node);
      if (unset_word(w.text) == Unset::no) decode_evidence(d_, field_, key, w, read);
    };
    if (tree_.nodes[entry].kind == YamlKind::scalar) {
      one(entry);
    } else if (tree_.nodes[entry].kind == YamlKind::sequence) {
      for_each_item(tree_, entry, one);
    }
    merge_attributes(std::move(read), object_);
  }

  bool is_mapping(uint32_t node) const { return tree_.nodes[node].kind == YamlKind::mapping; }

  // `{Load test: passed}`, `Load test: {owner: li}`: an item under its own words. In a list of
  // items it is the only entry; under a gate it is one of several.
  bool take_item(uint32_t key, uint32_t entry) {
    const Written name = written_scalar(d_, tree_, key);
    const Written word = written_scalar(d_, tree_, entry);
    const bool said = is_mapping(entry) || tree_.nodes[entry].kind == YamlKind::null ||
                      d_.work.facts.kinds.find_check(word.text) != CheckWord::none;
    if (item_ && object_.fields.empty()) {
      decode_item_text(d_, field_, name.span, name, object_, attributes_);
      fill_item(field_, entry, object_);
      return true;
    }
    const Field* items =
        field_.role == Role::gates ? named_sub_field(d_, field_, "items") : nullptr;
    if (items == nullptr || !said) return false;
    Object made;
    decode_first(d_, *items, name.span, name, false, made);
    fill_item(*items, entry, made);
    const auto list =
        std::find_if(object_.fields.begin(), object_.fields.end(),
                     [&](const FieldValue& value) { return value.field == items->id; });
    FieldValue& value = list != object_.fields.end()
                            ? *list
                            : object_.fields.emplace_back(FieldValue{items->id, name.span, {}});
    Value item;
    item.text = name.text;
    item.span = name.span;
    item.data = std::move(made);
    value.values.push_back(std::move(item));
    return true;
  }

  void fill_item(const Field& list, uint32_t entry, Object& object) {
    if (is_mapping(entry)) {
      ObjectFiller(d_, list, tree_, object).fill(entry);
    } else if (const Field* status = named_sub_field(d_, list, "status")) {
      const Written word = written_scalar(d_, tree_, entry);
      if (!word.text.empty()) decode_sub_text(d_, *status, word.span, word, object);
    }
  }

  Decoding& d_;
  const Field& field_;
  const YamlTree& tree_;
  Object& object_;
  bool item_;
  std::vector<FieldValue> attributes_;
};

void fill(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node, Object& object) {
  ObjectFiller(d, field, tree, object).fill(node);
}

// One entry of a keyed object: its key, and what stands under it.
void append_keyed(Decoding& d, const Field& field, const YamlTree& tree, uint32_t key,
                  uint32_t entry, std::vector<Value>& values) {
  Object object;
  const Written name = written_scalar(d, tree, key);
  if (field.fields.empty()) return;
  decode_sub_text(d, sub_field(d, field, 0), name.span, name, object);
  if (tree.nodes[entry].kind == YamlKind::mapping) {
    fill(d, field, tree, entry, object);
  } else if (field.fields.size() > 1) {
    decode_sub_yaml(d, sub_field(d, field, 1), name.span, tree, entry, object);
  }
  append_object(d, written_source(d.work, tree.nodes[entry]), std::move(object), values);
}

}  // namespace

void decode_object(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                   std::vector<Value>& values) {
  if (!field.keyed) {
    Object object;
    fill(d, field, tree, node, object);
    append_object(d, written_source(d.work, tree.nodes[node]), std::move(object), values);
    return;
  }
  // {key: …, value: …} is one entry written out.
  const Kinds& kinds = d.work.facts.kinds;
  if (!field.fields.empty()) {
    const std::string& first = sub_field(d, field, 0).name;
    bool written_out = false;
    bool named = false;
    std::size_t known = 0;
    for_each_entry(tree, node, [&](uint32_t key, uint32_t) {
      if (tree.nodes[key].text.empty()) written_out = true;
      const FieldId id = kinds.find_sub_field(field.id, tree.nodes[key].text);
      if (id == kNoField) return;
      ++known;
      named |= id == field.fields[0];
      written_out |= id == field.fields[0] && iequals(tree.nodes[key].text, first);
    });
    // `{gate: security, due: …}`: another word for the key, beside others that are known.
    written_out |= field.role == Role::gates && named && known > 1;
    if (written_out) {
      Object object;
      fill(d, field, tree, node, object);
      append_object(d, written_source(d.work, tree.nodes[node]), std::move(object), values);
      return;
    }
  }
  for_each_entry(tree, node, [&](uint32_t key, uint32_t entry) {
    append_keyed(d, field, tree, key, entry, values);
  });
}

void decode_object_text(Decoding& d, const Field& field, const Written& w,
                        std::vector<Value>& values) {
  if (field.fields.empty()) return;
  Object object;
  const Field& first = sub_field(d, field, 0);
  const bool person = first.type == ValueType::person || first.type == ValueType::role;
  // In YAML a text is the first sub-field and nothing else; Markdown has no other way to say more.
  const bool may_split = d.severity != Severity::error || field.keyed;
  if (may_split && head_end(w.text) == std::string_view::npos) {
    if (person) {
      // `Alice, TPM, Go`: one after the other.
      const std::vector<Written> parts = list_pieces(w, /*prose=*/false);
      if (parts.size() > 1 && parts.size() <= field.fields.size()) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
          decode_sub_text(d, sub_field(d, field, i), parts[i].span, parts[i], object);
        }
        append_object(d, w, std::move(object), values);
        return;
      }
    }
  }
  decode_first(d, field, w.span, w, may_split, object);
  append_object(d, w, std::move(object), values);
}

}  // namespace milepost
