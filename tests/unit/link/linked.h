// Programs written as files and taken through load, parse, shape and link.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "files/source_tree.h"
#include "link/link.h"
#include "link/print.h"
#include "load/load.h"
#include "parse/parse.h"
#include "shape/compile_kinds.h"
#include "shape/read_settings.h"
#include "shape/shape.h"

namespace milepost {

/// `files` are {path, text}; a program.yaml is supplied if there is none.
class Linked {
 public:
  using Files = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  explicit Linked(Files files, unsigned jobs = 1, std::vector<std::string> exclude = {}) {
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
  Linked(const Linked&) = delete;
  Linked& operator=(const Linked&) = delete;

  /// Codes of link's diagnostics, in order of place.
  std::vector<uint16_t> codes() const {
    std::vector<uint16_t> result;
    for (const Diagnostic& diagnostic : found) result.push_back(diagnostic.code);
    return result;
  }
  /// "notes.md:3:5-12" of a span.
  std::string place(Span span) const {
    const SourceText& text = sources.file(span.file).text;
    const LineColumn begin = text.position(span.begin);
    const LineColumn end = text.position(span.end);
    return text.path() + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column) +
           "-" + std::to_string(end.column);
  }
  /// "T-1 depends_on T-2, …" of the links of one type, or of all but mentions.
  std::string links(std::string_view type = {}) const {
    std::string out;
    for (const Link& link : program.links) {
      const std::string& name = program.kinds().link_type(link.type).name;
      if (type.empty() ? name == "mentions" : name != type) continue;
      if (!out.empty()) out += ", ";
      out += program.record(link.from).id + " " + name + " " + program.record(link.to).id;
    }
    return out;
  }
  RecordIndex id(std::string_view id) const { return program.find(id); }

  SourceSet sources;
  DiagnosticSink sink;
  Program program;
  std::vector<Diagnostic> found;  // of link
  std::vector<Diagnostic> all;
};

}  // namespace milepost
