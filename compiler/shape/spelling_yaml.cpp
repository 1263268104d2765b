// Records in YAML: lists under plural kinds, several kinds a file, or one mapping.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "parse/markdown.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/spellings.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/words.h"

namespace milepost {
namespace {

// Keys that stand beside the lists and are no records.
constexpr std::array<std::string_view, 3> kFileKeys{"scale", "kind", "version"};

bool is_file_key(std::string_view key) {
  return std::find(kFileKeys.begin(), kFileKeys.end(), key) != kFileKeys.end();
}

// The kind a top-level key names: its plural or its name, not a prefix or alias.
KindId listed_kind(const Kinds& kinds, std::string_view key) {
  const KindId id = kinds.find_kind(key);
  if (id == kNoKind) return kNoKind;
  const Kind& kind = kinds.kind(id);
  const std::string word = normalize_label(key);
  const bool named = word == normalize_label(kind.plural) || word == normalize_label(kind.name);
  return named ? id : kNoKind;
}

}  // namespace

void say_unknown_kind(FileWork& work, const Written& word) {
  std::vector<std::string_view> names;
  for (const Kind& kind : work.facts.kinds.kinds) {
    if (!kind.abstract) names.push_back(kind.name);
  }
  work.sink.report({code::unknown_kind,
                    Severity::error,
                    word.span,
                    fmt::format("{} is no kind of record", quoted(word.text)),
                    suggestion(work, word.text, names,
                               "write one of the built-in kinds (`risk`, `task`, `milestone` …) or "
                               "add yours to `kinds:` in program.yaml"),
                    {}});
}

namespace {

// The label that the file says of all its records, as if each said so; `node` 0: it says none.
void add_label(const FileWork& work, const YamlTree& tree, uint32_t node, Draft& draft) {
  if (node == 0) return;
  DraftField field;
  field.key = "visibility";
  field.key_span = tree.nodes[node].span;
  field.field = work.facts.kinds.field_of(draft.kind, Role::visibility);
  field.tree = &tree;
  field.node = node;
  field.silent = true;
  draft.fields.push_back(field);
}

// One mapping as a record of `kind`, unless it has a `kind:` of its own.
void shape_mapping(FileWork& work, const YamlTree& tree, uint32_t node, KindId kind,
                   const FoundId& found, const Coverage& coverage, int level_scale,
                   uint32_t label_of_file = 0) {
  const Kinds& kinds = work.facts.kinds;
  if (const uint32_t own = tree.find(node, "kind"); own != 0) {
    const Written word = written_scalar(work, tree, own);
    const KindId named = kinds.find_kind(word.text);
    if (named != kNoKind)
      kind = named;
    else if (!word.text.empty())
      say_unknown_kind(work, word);
  }
  if (kind == kNoKind) {
    // The id's prefix, or a key that is a prefix.
    for_each_entry(tree, node, [&](uint32_t key, uint32_t value) {
      const std::string_view name = tree.nodes[key].text;
      if (kind != kNoKind) return;
      if (name == "id") {
        const std::string_view id = written_scalar(work, tree, value).text;
        kind = kinds.find_prefix(id.substr(0, id.find('-')));
      } else if (const KindId by_key = kinds.find_prefix(name);
                 by_key != kNoKind && kinds.kind(by_key).prefix == name) {
        kind = by_key;
      }
    });
    if (kind == kNoKind) {
      work.sink.report({code::unknown_kind,
                        Severity::error,
                        tree.nodes[node].span,
                        "nothing says what kind of record this is",
                        "put the list under a kind's plural (`risks:`) or add `kind: risk`",
                        {}});
      return;
    }
  }
  Draft draft;
  draft.kind = kind;
  draft.spelling = Spelling::yaml;
  draft.id = found;
  draft.visibility = coverage.visibility;
  draft.level_scale = level_scale_of(work, tree, node, level_scale);
  const YamlNode& mapping = tree.nodes[node];
  draft.head = {mapping.span.file, mapping.span.begin, mapping.span.begin};
  const uint32_t body = add_yaml_fields(work, tree, node, draft);
  if (label_of_file != 0 && file_label_node(kinds, tree, node) == 0) {
    add_label(work, tree, label_of_file, draft);
  }
  if (mapping.size > 1) {
    // The head is the first line of the record, up to the end of its first value.
    const YamlNode& first = tree.nodes[node + 1];
    draft.head = join(first.span, tree.nodes[tree.after(node + 1)].kind == YamlKind::scalar
                                      ? tree.nodes[tree.after(node + 1)].span
                                      : first.span);
  }
  Record& record = add_record(work, draft);
  if (body != 0) {
    const Written w = written_scalar(work, tree, body);
    Tape tape = w.exact ? parse_markdown(w.text, work.file, w.span.begin, work.sink)
                        : parse_markdown_value(w.text, w.span, work.sink);
    const uint32_t count = tape.nodes.empty() ? 0 : tape.nodes[0].size - 1;
    // The tape joins the others once its items have made theirs.
    const uint32_t index = work.reserve_tape();
    record.body = {index, {1, count}};
    record.checks = check_items(work, tape, index, body_blocks(tape), kind);
    work.made_tapes[index - kMadeTape] = std::move(tape);
  }
}

// The reader of one YAML file.
class YamlFile {
 public:
  YamlFile(FileWork& work, const Document& document)
      : work_(work), tree_(document.yaml), coverage_(coverage_of(work)) {}

  void read() {
    if (tree_.empty() || coverage_.page) return;
    const YamlNode& root = tree_.nodes[0];
    if (root.kind == YamlKind::sequence) {
      read_list(0, file_kind(), 5);
    } else if (root.kind == YamlKind::mapping) {
      read_mapping(0);
    }
    if (work_.records.empty() && !said_ && root.kind != YamlKind::null) {
      say_no_records({work_.file, 0, 0});
    }
  }

  // program.yaml: its own keys are read elsewhere.
  void read_program() {
    if (tree_.empty() || tree_.nodes[0].kind != YamlKind::mapping) return;
    for_each_entry(tree_, 0, [&](uint32_t key, uint32_t value) {
      const std::string_view name = tree_.nodes[key].text;
      const KindId kind = listed_kind(work_.facts.kinds, name);
      if (kind != kNoKind && name == work_.facts.kinds.kind(kind).plural) {
        read_list(value, kind, 5);
      }
    });
  }

 private:
  KindId file_kind() const {
    if (coverage_.kind != kNoKind) return coverage_.kind;
    return path_id(work_.facts.kinds, work_.source.path()).kind;
  }

  // The kind whose records stand under the key, if any do. `signoffs:` in releases/REL-1.yaml is
  // the release's own.
  KindId list_at(uint32_t key, uint32_t value) const {
    if (tree_.nodes[value].kind == YamlKind::scalar) return kNoKind;
    const Kinds& kinds = work_.facts.kinds;
    const KindId kind = listed_kind(kinds, tree_.nodes[key].text);
    const KindId of_file = kind == kNoKind ? kNoKind : file_kind();
    if (of_file == kNoKind || of_file == kind) return kind;
    const FieldId field = kinds.find_field(of_file, tree_.nodes[key].text);
    const bool own = field != kNoField && kinds.field(field).type == ValueType::object;
    return own ? kNoKind : kind;
  }

  void read_mapping(uint32_t root) {
    const Kinds& kinds = work_.facts.kinds;
    const int scale = level_scale_of(work_, tree_, root, 5);
    const uint32_t own = tree_.find(root, "kind");
    KindId single = kNoKind;
    if (own != 0) {
      const Written word = written_scalar(work_, tree_, own);
      single = kinds.find_kind(word.text);
      if (single == kNoKind) {
        // Other tools' files have a `kind:`, too.
        if (tree_.find(root, "apiVersion") == 0) say_unknown_kind(work_, word);
        said_ = tree_.find(root, "apiVersion") == 0;
        return;
      }
    }
    std::size_t lists = 0;
    std::vector<uint32_t> others;
    for_each_entry(tree_, root, [&](uint32_t key, uint32_t value) {
      if (list_at(key, value) == kNoKind)
        others.push_back(key);
      else
        ++lists;
    });
    const bool is_record = single != kNoKind || (lists == 0 && file_kind() != kNoKind);
    if (is_record) {
      const KindId kind = single != kNoKind ? single : file_kind();
      shape_mapping(work_, tree_, root, kind, path_found(kind), coverage_, scale);
      return;
    }
    if (lists == 0) {
      say_near_miss(others);
      return;
    }
    said_ = true;  // a list may be empty
    label_ = file_label_node(kinds, tree_, root);
    for_each_entry(tree_, root, [&](uint32_t key, uint32_t value) {
      const KindId kind = list_at(key, value);
      if (kind != kNoKind && tree_.nodes[value].kind != YamlKind::null) {
        read_list(value, kind, scale);
      }
    });
    for (const uint32_t key : others) {
      if (is_label_key(kinds, tree_.nodes[key].text)) continue;
      if (!is_file_key(tree_.nodes[key].text)) say_unknown_list(key);
    }
  }

  FoundId path_found(KindId kind) const {
    const Kinds& kinds = work_.facts.kinds;
    const PathId path = path_id(kinds, work_.source.path());
    if (!path.numbered() || (path.kind != kNoKind && !kinds.is(kind, path.kind))) return {};
    return {{work_.strings.keep(id_of_path(kinds, kind, path)), {work_.file, 0, 0}, false, false},
            IdOrigin::path};
  }

  void read_list(uint32_t node, KindId kind, int scale) {
    const YamlNode& list = tree_.nodes[node];
    if (list.kind == YamlKind::mapping) {
      // A mapping by id: {R-1: {title: …}}, or a single record.
      bool nested = true;
      for_each_entry(tree_, node, [&](uint32_t, uint32_t value) {
        nested &= tree_.nodes[value].kind == YamlKind::mapping;
      });
      if (!nested) {
        shape_mapping(work_, tree_, node, kind, {}, coverage_, scale, label_);
        return;
      }
      for_each_entry(tree_, node, [&](uint32_t key, uint32_t value) {
        shape_mapping(work_, tree_, value, kind,
                      {written_scalar(work_, tree_, key), IdOrigin::written}, coverage_, scale,
                      label_);
      });
      return;
    }
    for_each_item(tree_, node, [&](uint32_t item) {
      const YamlNode& one = tree_.nodes[item];
      if (one.kind == YamlKind::mapping) {
        shape_mapping(work_, tree_, item, kind, {}, coverage_, scale, label_);
      } else if (one.kind == YamlKind::scalar && kind != kNoKind) {
        // A list of titles.
        Draft draft;
        draft.kind = kind;
        draft.spelling = Spelling::yaml;
        draft.title = written_scalar(work_, tree_, item);
        draft.head = draft.title.span;
        draft.visibility = coverage_.visibility;
        add_label(work_, tree_, label_, draft);
        add_record(work_, draft);
      } else if (one.kind != YamlKind::null && kind != kNoKind) {
        work_.sink.report({code::wrong_shape,
                           Severity::error,
                           one.span,
                           fmt::format("an item of `{}` is a list, not a record",
                                       work_.facts.kinds.kind(kind).plural),
                           "write each record as a mapping: `- {title: …}`",
                           {}});
      }
    });
  }

  void say_unknown_list(uint32_t key) {
    const YamlNode& name = tree_.nodes[key];
    said_ = true;
    work_.sink.report({code::unknown_field,
                       Severity::note,
                       name.span,
                       fmt::format("{} is no list of records; it is left alone", quoted(name.text)),
                       suggestion(work_, name.text, plurals(),
                                  "lists of records stand under a kind's plural: `risks:`"),
                       {}});
  }

  std::vector<std::string_view> plurals() const {
    std::vector<std::string_view> names;
    for (const Kind& kind : work_.facts.kinds.kinds) {
      if (!kind.abstract) names.push_back(kind.plural);
    }
    return names;
  }

  void say_near_miss(const std::vector<uint32_t>& keys) {
    const std::vector<std::string_view> names = plurals();
    for (const uint32_t key : keys) {
      const YamlNode& value = tree_.nodes[tree_.after(key)];
      if (value.kind != YamlKind::sequence) continue;
      if (nearest(tree_.nodes[key].text, names, 1).empty()) continue;
      say_unknown_list(key);
    }
  }

  void say_no_records(Span place) {
    work_.sink.report({code::no_records,
                       Severity::note,
                       place,
                       "the file holds no records",
                       "put lists under a kind's plural (`risks:`), say `kind:`, or leave the file "
                       "out with `exclude:` in program.yaml",
                       {}});
  }

  FileWork& work_;
  const YamlTree& tree_;
  Coverage coverage_;
  bool said_ = false;
  uint32_t label_ = 0;  // where the file says a label of all its lists
};

}  // namespace

void shape_yaml_file(FileWork& work, const Document& document) {
  YamlFile reader(work, document);
  if (document.kind == SourceKind::program)
    reader.read_program();
  else
    reader.read();
}

}  // namespace milepost
