// Fuzzes load/ and parse/: any bytes as a Markdown file, a YAML file and a list of patterns.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "files/source_tree.h"
#include "load/load.h"
#include "parse/parse.h"
#include "parse/print.h"

namespace milepost {
namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

void check_tape(const Tape& tape, uint32_t size) {
  for (uint32_t i = 0; i < tape.nodes.size(); ++i) {
    const TapeNode& node = tape.nodes[i];
    demand(node.size >= 1 && i + node.size <= tape.nodes.size());
    demand(node.begin <= node.end && node.end <= size);
  }
}

void check_yaml(const YamlTree& tree, uint32_t size) {
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const YamlNode& node = tree.nodes[i];
    demand(node.size >= 1 && tree.after(i) <= tree.nodes.size());
    demand(node.span.begin <= node.span.end && node.span.end <= size);
  }
}

}  // namespace
}  // namespace milepost

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  using namespace milepost;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  MemoryTree tree;
  tree.add(".milepostignore", bytes.substr(0, 200));
  tree.add("a.md", bytes);
  tree.add("b.yaml", bytes);
  tree.add("c.md", "---\n" + bytes + "\n---\n");
  DiagnosticSink sink;
  const SourceSet sources = load_program(tree, {}, sink);
  const DocumentSet documents = parse_documents(sources, {}, sink);
  for (const Document& document : documents.documents) {
    const uint32_t length = sources.file(document.file).text.size();
    check_tape(document.body, length);
    check_yaml(document.yaml, length);
  }
  for (const Diagnostic& diagnostic : sink.take_sorted()) {
    demand(!diagnostic.message.empty());
    if (!diagnostic.span.is_place()) continue;
    demand(diagnostic.span.begin <= diagnostic.span.end);
    demand(diagnostic.span.end <= sources.file(diagnostic.span.file).text.size());
  }
  print_documents(sources, documents);
  return 0;
}
