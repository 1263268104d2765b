// Objects: fields with fields of their own, in all the forms people write them.
#include <fmt/format.h>

#include <algorithm>

#include "shape/codes.h"
#include "shape/decode.h"
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

// Fills the sub-fields of one object from a mapping.
void fill(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node, Object& object) {
  const Kinds& kinds = d.work.facts.kinds;
  for_each_entry(tree, node, [&](uint32_t key, uint32_t entry) {
    const YamlNode& name = tree.nodes[key];
    // The text of a list item that has more below it stands under an empty key.
    if (name.text.empty() && !field.fields.empty()) {
      const Written w = written_scalar(d, tree, entry);
      const std::size_t head = field.fields.size() > 1 ? head_end(w.text) : std::string_view::npos;
      const Field* rest = head == std::string_view::npos ? nullptr : rest_field(d, field);
      if (rest != nullptr) {
        decode_sub_text(d, sub_field(d, field, 0), w.span, trimmed(piece(w, 0, head)), object);
        decode_sub_text(d, *rest, w.span, trimmed(piece(w, head + 1, w.text.size() - head - 1)),
                        object);
      } else {
        decode_sub_yaml(d, sub_field(d, field, 0), name.span, tree, entry, object);
      }
      return;
    }
    const FieldId id = kinds.find_sub_field(field.id, name.text);
    if (id == kNoField) {
      d.unknown.push_back({d.work.lasting(name.text), name.span,
                           written_source(d.work, tree.nodes[entry]).text, tree.nodes[entry].span});
      return;
    }
    decode_sub_yaml(d, kinds.field(id), name.span, tree, entry, object);
  });
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
    for_each_entry(tree, node, [&](uint32_t key, uint32_t) {
      written_out |= tree.nodes[key].text.empty() ||
                     (kinds.find_sub_field(field.id, tree.nodes[key].text) == field.fields[0] &&
                      iequals(tree.nodes[key].text, first));
    });
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
  const std::size_t head = head_end(w.text);
  // In YAML a text is the first sub-field and nothing else; Markdown has no other way to say more.
  if (d.severity != Severity::error || field.keyed) {
    if (head != std::string_view::npos && field.fields.size() > 1) {
      const Field* rest = field.keyed ? &sub_field(d, field, 1) : rest_field(d, field);
      if (rest != nullptr) {
        decode_sub_text(d, first, w.span, without_emphasis(trimmed(piece(w, 0, head))), object);
        decode_sub_text(d, *rest, w.span, trimmed(piece(w, head + 1, w.text.size() - head - 1)),
                        object);
        append_object(d, w, std::move(object), values);
        return;
      }
    }
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
  decode_sub_text(d, first, w.span, w, object);
  append_object(d, w, std::move(object), values);
}

}  // namespace milepost
