// From what was written to typed values, by the type the field declares and never by guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markup/tape.h"
#include "parse/yaml_tree.h"
#include "shape/context.h"
#include "shape/kinds.h"
#include "shape/record.h"
#include "shape/value.h"
#include "shape/written.h"

namespace milepost {

/// One field of one record being read. `work` takes what must last.
struct Decoding {
  explicit Decoding(FileWork& file_work) : work(file_work) {}

  FileWork& work;
  KindId kind = kNoKind;
  /// Of a value that cannot be read: error in YAML and front matter, warning elsewhere.
  Severity severity = Severity::error;
  /// The key as written: a column called `Done` answers yes or no.
  std::string_view key;
  /// What stands in parentheses in the header that brought the value: `1-10`, `days`. May be empty.
  std::string_view hint;
  /// The top of the scale that levels written as numbers are on.
  int level_scale = 5;
  /// Scalars of trees are Markdown: the tree was made of a list, a table or a field block.
  bool markdown = false;

  // What the readers say besides the value:
  bool leftover = false;       // some part was an unfilled template
  bool to_be_decided = false;  // some part was TBD
  bool prose = false;  // a level's text that does not begin with a level: Field::prose takes it
  /// Keys of mappings inside the value that no sub-field has.
  std::vector<UnknownField> unknown;
};

/// Reads all that one key brought and appends the values; none if it is unset. Problems are
/// reported, and such a value is kept as text.
void decode_text(Decoding& d, const Field& field, const Written& written,
                 std::vector<Value>& values);
void decode_yaml(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                 std::vector<Value>& values);

/// The scalar at `node` of `tree`, trimmed; empty if the node is none.
Written written_scalar(const FileWork& work, const YamlTree& tree, uint32_t node);
inline Written written_scalar(const Decoding& d, const YamlTree& tree, uint32_t node) {
  Written w = written_scalar(d.work, tree, node);
  w.markdown = d.markdown;
  return w;
}
/// The source text of a node and all below it, trimmed.
Written written_source(const FileWork& work, const YamlNode& node);

// --- the families -----------------------------------------------------------------------------
// Each reads one value that is not unset. True: `value.data` is set. False: it could not be read
// and was reported with `complain`.

bool read_date(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_datetime(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_when(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_duration(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_estimate(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_effort(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_level(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_status(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_health(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_person(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_reference(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_money(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_percent(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_number(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_boolean(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_url(Decoding& d, const Field& field, const Written& w, Value& value);
bool read_choice(Decoding& d, const Field& field, const Written& w, Value& value);

/// `Alice, @bob & Ops (Carol)`: one piece a person.
std::vector<Written> split_people(const Written& whole);
/// The references in one text, ranges expanded.
void decode_references(Decoding& d, const Field& field, const Written& w,
                       std::vector<Value>& values);

// Mappings: of objects (all their sub-fields), and of single values that say more than a word
// (`{to: T-12, type: SS, lag: 2d}`, `{value: at_risk, because: …}`, `{optimistic: 2d, …}`).
void decode_object(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                   std::vector<Value>& values);
/// An object that was written as one text: its first sub-field, or all of them if the text has
/// the form `name: the rest`.
void decode_object_text(Decoding& d, const Field& field, const Written& w,
                        std::vector<Value>& values);
bool read_reference_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                            Value& value);
bool read_health_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                         Value& value);
bool read_estimate_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                           Value& value);

// --- saying what is wrong ---------------------------------------------------------------------

/// Reports unless the field is loose. `message` has no final full stop.
void complain(Decoding& d, const Field& field, uint16_t code, Span span, std::string message,
              std::string help);
/// `text` in backticks, shortened, on one line.
std::string quoted(std::string_view text);
/// "did you mean `open`?", or the `otherwise` text.
std::string suggestion(FileWork& work, std::string_view word,
                       const std::vector<std::string_view>& words, std::string otherwise);

}  // namespace milepost
