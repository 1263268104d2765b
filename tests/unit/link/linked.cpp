// Compiled once: most tests need no more than the names.
#include "unit/link/linked.h"

namespace milepost {

Linked::Linked(Files files, unsigned jobs, std::vector<std::string> exclude) {
  MemoryTree tree;
  tree.add("program.yaml", "program: Example\nstart: 2026-01-05\n");
  for (const auto& [path, text] : files) tree.add(std::string(path), std::string(text));
  LoadOptions load;
  load.exclude = std::move(exclude);
  sources = load_program(tree, load, sink);
  DocumentSet documents = parse_documents(sources, ParseOptions{}, sink);
  const FileId file = sources.find("program.yaml");
  const YamlTree& yaml = documents.documents[static_cast<uint32_t>(file)].yaml;
  auto kinds = compile_kinds(yaml, sink);
  Settings settings = read_settings(yaml, file, *kinds, sink);
  RecordSet set = shape_records(std::move(documents), sources, std::move(kinds),
                                std::move(settings), ShapeOptions{}, sink);
  program = link_program(std::move(set), sources, LinkOptions{jobs}, sink);
  all = sink.take_sorted();
  for (const Diagnostic& diagnostic : all) {
    if (diagnostic.code >= 200 && diagnostic.code < 250) found.push_back(diagnostic);
  }
}

Linked::~Linked() = default;

std::vector<uint16_t> Linked::codes() const {
  std::vector<uint16_t> result;
  for (const Diagnostic& diagnostic : found) result.push_back(diagnostic.code);
  return result;
}

std::string Linked::place(Span span) const {
  const SourceText& text = sources.file(span.file).text;
  const LineColumn begin = text.position(span.begin);
  const LineColumn end = text.position(span.end);
  return text.path() + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" +
         std::to_string(end.column);
}

std::string Linked::links(std::string_view type) const {
  std::string out;
  for (const Link& link : program.links) {
    const std::string& name = program.kinds().link_type(link.type).name;
    if (type.empty() ? name == "mentions" : name != type) continue;
    if (!out.empty()) out += ", ";
    out += program.record(link.from).id + " " + name + " " + program.record(link.to).id;
  }
  return out;
}

}  // namespace milepost
