// Definitions of value types, fields and kinds in JSON Schema.
#include "shape/schema_fields.h"

namespace milepost {

FieldSchemas::FieldSchemas(const Kinds& kinds, JsonWriter& json) : kinds_(kinds), json_(json) {
  owners_.assign(kinds.fields.size(), kNoKind);
  for (const Kind& kind : kinds.kinds) {
    for (const FieldId id : kind.fields) {
      KindId& owner = owners_[static_cast<uint16_t>(id)];
      if (owner == kNoKind) owner = kind.id;
    }
  }
}

std::string FieldSchemas::definition_name(FieldId field) const {
  return "field." + kinds_.kind(owners_[static_cast<uint16_t>(field)]).name + "." +
         kinds_.field(field).name;
}

void FieldSchemas::reference(std::string_view name) {
  json_.begin_object().member("$ref", "#/definitions/" + std::string(name)).end_object();
}

void FieldSchemas::types(std::initializer_list<std::string_view> names) {
  json_.begin_object().key("type").begin_array();
  for (const std::string_view name : names) json_.string(name);
  json_.end_array().end_object();
}

void FieldSchemas::record(KindId kind) {
  reference("kind." + kinds_.kind(kind).name);
}

void FieldSchemas::list_of(KindId kind) {
  json_.begin_object().key("type").begin_array().string("array").string("null").end_array();
  json_.key("items");
  record(kind);
  json_.end_object();
}

// One of the words, which editors offer, or any other text.
void FieldSchemas::words(const std::vector<std::string>& words) {
  json_.begin_object().key("anyOf").begin_array();
  json_.begin_object().key("enum").begin_array();
  for (const std::string& word : words) json_.string(word);
  json_.end_array().end_object();
  types({"string", "number", "boolean", "null"});
  json_.end_array().end_object();
}

void FieldSchemas::type_definitions() {
  const auto simple = [&](std::string_view name, std::initializer_list<std::string_view> names) {
    json_.key("value." + std::string(name));
    types(names);
  };
  for (const std::string_view name : {"text", "markdown"}) {
    simple(name, {"string", "number", "boolean", "null"});
  }
  for (const std::string_view name : {"date", "datetime", "when"}) {
    simple(name, {"string", "integer", "null"});
  }
  for (const std::string_view name : {"effort", "percent", "number", "money", "duration"}) {
    simple(name, {"string", "number", "null"});
  }
  simple("boolean", {"boolean", "string", "null"});
  for (const std::string_view name : {"person", "team", "role", "url"}) {
    simple(name, {"string", "null"});
  }
  json_.key("value.level");
  words({"very low", "low", "medium", "high", "critical"});
  json_.key("value.estimate").begin_object().key("anyOf").begin_array();
  types({"string", "number", "null"});
  json_.begin_object().member("type", "object").key("properties").begin_object();
  for (const std::string_view name : {"optimistic", "likely", "pessimistic"}) {
    json_.key(name);
    reference("value.duration");
  }
  json_.end_object().key("required").begin_array().string("optimistic").string("pessimistic");
  json_.end_array().end_object().end_array().end_object();
  json_.key("value.health").begin_object().key("anyOf").begin_array();
  const std::vector<std::string> healths = {"not_started", "on_track", "at_risk",
                                            "off_track",   "blocked",  "complete"};
  words(healths);
  json_.begin_object().member("type", "object").key("properties").begin_object();
  json_.key("value");
  words(healths);
  json_.key("because");
  reference("value.text");
  json_.key("until");
  reference("value.date");
  json_.end_object().key("required").begin_array().string("value").end_array().end_object();
  json_.end_array().end_object();
  json_.key("value.ref").begin_object().key("anyOf").begin_array();
  types({"string", "number", "null"});
  json_.begin_object().member("type", "object").key("properties").begin_object();
  json_.key("to");
  types({"string", "number"});
  json_.key("type");
  words({"FS", "SS", "FF", "SF"});
  json_.key("lag");
  reference("value.duration");
  json_.key("delay");
  reference("value.estimate");
  json_.end_object().key("required").begin_array().string("to").end_array().end_object();
  json_.end_array().end_object();
}

void FieldSchemas::object_schema(const Field& field, size_t first) {
  json_.begin_object().member("type", "object").key("properties").begin_object();
  for (size_t i = first; i < field.fields.size(); ++i) {
    const Field& part = kinds_.field(field.fields[i]);
    json_.key(part.name);
    field_schema(part, {});
  }
  json_.end_object().end_object();
}

// Objects nest as deep as kMaxObjectDepth.
void FieldSchemas::value_schema(const Field& field, std::string_view status_of) {
  switch (field.type) {
    case ValueType::status: {
      if (status_of.empty()) {
        reference("value.text");
      } else {
        reference("status." + std::string(status_of));
      }
      return;
    }
    case ValueType::choice: {
      std::vector<std::string> names;
      for (const ChoiceWord& choice : field.choices) names.push_back(choice.name);
      words(names);
      return;
    }
    case ValueType::object:
      json_.begin_object().key("anyOf").begin_array();
      object_schema(field, 0);
      types({"string", "number", "boolean", "null"});
      json_.end_array().end_object();
      return;
    default:
      reference("value." + std::string(type_name(field.type)));
  }
}

// The list, key and description around a value.
void FieldSchemas::field_schema(const Field& field, std::string_view status_of) {
  json_.begin_object();
  if (!field.doc.empty()) json_.member("description", field.doc);
  json_.key("anyOf").begin_array();
  if (field.keyed && !field.fields.empty()) {
    json_.begin_object().member("type", "object").key("additionalProperties");
    json_.begin_object().key("anyOf").begin_array();
    if (field.fields.size() > 1) {
      field_schema(kinds_.field(field.fields[1]), {});
    }
    object_schema(field, 1);
    if (field.list) types({"null", "string"});
    json_.end_array().end_object().end_object();
    types({"null"});
    // `[standard, {use: security, due: target - 7d}]`
    if (field.list) {
      value_schema(field, status_of);
      json_.begin_object().member("type", "array").key("items");
      value_schema(field, status_of);
      json_.end_object();
    }
  } else {
    value_schema(field, status_of);
  }
  // A keyed list may be written as a list, too: `gates: [standard]`.
  if (field.list) {
    json_.begin_object().member("type", "array").key("items");
    value_schema(field, status_of);
    json_.end_object();
  }
  json_.end_array().end_object();
}

void FieldSchemas::field_definition(const Field& field, const Kind& kind) {
  json_.key(definition_name(field.id));
  field_schema(field,
               field.type == ValueType::status ? std::string_view(kind.name) : std::string_view());
}

void FieldSchemas::kind_definition(const Kind& kind) {
  json_.key("status." + kind.name);
  std::vector<std::string> statuses;
  for (const Status& status : kind.statuses) statuses.push_back(status.name);
  words(statuses);
  json_.key("kind." + kind.name).begin_object().member("type", "object");
  json_.member("description", kind.doc).key("properties").begin_object();
  json_.key("kind");
  types({"string"});
  for (const FieldId id : kind.fields) {
    const Field& field = kinds_.field(id);
    if (shared_[static_cast<uint16_t>(id)]) continue;
    json_.key(field.name);
    if (field.type == ValueType::status) {
      field_schema(field, kind.name);
    } else {
      reference(definition_name(id));
    }
  }
  json_.end_object();
  if (has_shared_) {
    json_.key("allOf").begin_array();
    reference("shared");
    json_.end_array();
  }
  json_.end_object();
}

// The fields that every one of the kinds has.
void FieldSchemas::shared_definition(const std::vector<KindId>& wanted) {
  std::vector<size_t> count(kinds_.fields.size());
  for (const KindId id : wanted) {
    for (const FieldId field : kinds_.kind(id).fields) ++count[static_cast<uint16_t>(field)];
  }
  shared_.assign(kinds_.fields.size(), false);
  has_shared_ = wanted.size() > 1;
  if (!has_shared_) return;
  json_.key("shared").begin_object().member("type", "object").key("properties").begin_object();
  for (const Field& field : kinds_.fields) {
    const uint16_t index = static_cast<uint16_t>(field.id);
    if (count[index] != wanted.size() || field.type == ValueType::status) continue;
    shared_[index] = true;
    json_.key(field.name);
    reference(definition_name(field.id));
  }
  json_.end_object().end_object();
}

void FieldSchemas::definitions(const std::vector<KindId>& wanted,
                               const std::function<void()>& more) {
  json_.key("definitions").begin_object();
  type_definitions();
  std::vector<bool> written(kinds_.fields.size());
  for (const KindId id : wanted) {
    for (const FieldId field : kinds_.kind(id).fields) {
      if (written[static_cast<uint16_t>(field)]) continue;
      written[static_cast<uint16_t>(field)] = true;
      if (kinds_.field(field).type == ValueType::status) continue;
      field_definition(kinds_.field(field), kinds_.kind(id));
    }
  }
  shared_definition(wanted);
  for (const KindId id : wanted) kind_definition(kinds_.kind(id));
  if (more) more();
  json_.end_object();
}

}  // namespace milepost
