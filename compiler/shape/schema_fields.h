// Writes the schemas of kinds and their fields as definitions that schemas refer to.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "shape/kinds.h"
#include "text/json_writer.h"

namespace milepost {

class FieldSchemas {
 public:
  FieldSchemas(const Kinds& kinds, JsonWriter& json);

  /// The member `definitions` with the types, with `wanted` kinds and all their fields, and with
  /// what `more` writes.
  void definitions(const std::vector<KindId>& wanted, const std::function<void()>& more = {});

  /// `{"$ref": "#/definitions/<name>"}`.
  void reference(std::string_view name);
  /// A record of the kind; it has to be among those of definitions().
  void record(KindId kind);
  /// A list of such records.
  void list_of(KindId kind);
  /// A schema of these JSON types, each a word of draft-07.
  void types(std::initializer_list<std::string_view> names);

 private:
  void type_definitions();
  void kind_definition(const Kind& kind);
  void shared_definition(const std::vector<KindId>& wanted);
  void field_definition(const Field& field, const Kind& kind);
  void field_schema(const Field& field, std::string_view status_of);
  void value_schema(const Field& field, std::string_view status_of);
  void object_schema(const Field& field, size_t first);
  void words(const std::vector<std::string>& words);
  std::string definition_name(FieldId field) const;

  const Kinds& kinds_;
  JsonWriter& json_;
  std::vector<KindId> owners_;  // by FieldId: the first kind that has the field
  std::vector<bool> shared_;    // by FieldId: in the definition that all kinds refer to
  bool has_shared_ = false;
};

}  // namespace milepost
