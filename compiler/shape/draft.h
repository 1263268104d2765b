// A record before its values are read: what every spelling makes, and the way from it to a Record.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/yaml_tree.h"
#include "shape/context.h"
#include "shape/decode_markdown.h"
#include "shape/record_id.h"
#include "shape/written.h"

namespace milepost {

/// One key and what it brought, in one of three forms.
struct DraftField {
  std::string_view key;  // as written
  Span key_span;
  FieldId field = kNoField;  // kNoField: the kind has none, the value is kept

  const YamlTree* tree = nullptr;  // a YAML value at `node`, or
  uint32_t node = 0;
  BodyPart part;    // Markdown of the body whose source is `written`, or
  Written written;  // text alone

  std::string_view hint;                // in parentheses in the key
  Severity severity = Severity::error;  // of a value that cannot be read
  bool tree_is_markdown = false;        // the tree was made of a list, table or block
  bool silent = false;                  // an unknown key that needs no note
};

struct Draft {
  KindId kind = kNoKind;
  Spelling spelling = Spelling::file;
  Span head;
  FoundId id;     // found beside an `id` field, which goes before it
  Written title;  // if no field says it
  Span title_span;
  std::string_view visibility;  // of the region or rule around it
  bool in_region = false;       // a record in a region is never less hidden than the region
  int level_scale = 5;
  std::vector<DraftField> fields;
};

/// Reads all values, sets id, title and visibility, and appends the record to `work.records`.
/// Problems are reported. The record's body and checks are the caller's to add.
Record& add_record(FileWork& work, const Draft& draft);

/// Adds the entries of a YAML mapping, and the id that a key equal to the kind's prefix says (`CIP:
/// 30`). Returns the node of a `body:` that no field takes, or 0. `kind` and `scale` are not
/// fields.
uint32_t add_yaml_fields(FileWork& work, const YamlTree& tree, uint32_t mapping, Draft& draft);

/// The top of the scale that `scale: 1-10` in the mapping says, else `otherwise`.
int level_scale_of(const FileWork& work, const YamlTree& tree, uint32_t mapping, int otherwise);

void say_unknown_kind(FileWork& work, const Written& word);

/// Notes that a block, table or file is a template of records of `kind` and gives none.
void say_template(FileWork& work, KindId kind, Span place, std::string help);

/// True if the key's value is unset or a template's left-over whatever its type.
bool is_unset(const FileWork& work, const DraftField& field);

}  // namespace milepost
