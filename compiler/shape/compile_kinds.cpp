// The built-in kinds, read from the embedded kinds.yaml once, and a program's on top of them.
#include "shape/compile_kinds.h"

#include "files/embedded.h"
#include "parse/yaml.h"
#include "shape/kind_compiler.h"
#include "shape/kind_definitions.h"

namespace milepost {
namespace {

// The definitions borrow the tree, the tree the embedded text.
struct BuiltIn {
  YamlTree tree;
  KindDefinitions definitions;
  std::shared_ptr<const Kinds> kinds;
};

BuiltIn read_built_in() {
  BuiltIn built_in;
  DiagnosticSink sink;  // a test holds that nothing is said
  const EmbeddedFile* file = find_embedded("compiler/shape/kinds.yaml");
  if (file != nullptr) built_in.tree = parse_yaml(file->bytes, kNoFile, 0, {}, sink);
  built_in.definitions = read_kind_library(built_in.tree, sink);
  built_in.kinds = compile_definitions(built_in.definitions, {}, sink);
  return built_in;
}

const BuiltIn& built_in() {
  static const BuiltIn value = read_built_in();
  return value;
}

}  // namespace

std::shared_ptr<const Kinds> builtin_kinds() {
  return built_in().kinds;
}

std::shared_ptr<const Kinds> compile_kinds(const YamlTree& program, DiagnosticSink& sink) {
  if (program.empty() || program.nodes[0].kind != YamlKind::mapping) return builtin_kinds();
  const uint32_t node = program.find(0, "kinds");
  if (node == 0) return builtin_kinds();
  const std::vector<KindDefinition> own = read_kind_definitions(program, node, sink);
  if (own.empty()) return builtin_kinds();
  return compile_definitions(built_in().definitions, own, sink);
}

}  // namespace milepost
