// Runs load, parse and shape over files in memory.
#include "unit/shape/shaped.h"

#include "catch.h"
#include "diagnostics/rule.h"
#include "files/source_tree.h"
#include "load/load.h"
#include "parse/parse.h"
#include "shape/compile_kinds.h"
#include "shape/print.h"
#include "shape/read_settings.h"
#include "shape/shape.h"

namespace milepost {

const Record& Shaped::record(std::string_view id) const {
  for (const Record& record : set.records) {
    if (record.id == id) return record;
  }
  FAIL("no record " << id << " among " << ids());
  return set.records.front();
}

std::string Shaped::field(std::string_view id, std::string_view name) const {
  const Record& r = record(id);
  std::string text;
  for (const FieldValue& value : r.fields) {
    const Field& field = kinds().field(value.field);
    if (field.name != name) continue;
    for (const Value& one : value.values) {
      if (!text.empty()) text += " | ";
      text += print_value(set, r.kind, field, one);
    }
  }
  return text.empty() ? "-" : text;
}

std::string Shaped::ids() const {
  std::string text;
  for (const Record& record : set.records) {
    if (!text.empty()) text += ", ";
    text += kinds().kind(record.kind).name + " " + record.id;
  }
  return text;
}

std::string Shaped::problems() const {
  std::string text;
  for (const Diagnostic& d : diagnostics) {
    if (!text.empty()) text += "\n";
    const SourceText& source = sources.file(d.span.file).text;
    const LineColumn at = source.position(d.span.begin);
    text += source.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
            code_name(d.code);
  }
  return text;
}

std::string_view Shaped::pointed(const Diagnostic& d) const {
  return sources.file(d.span.file).text.slice(d.span.begin, d.span.end);
}

Shaped shape_files(const Files& files, unsigned jobs) {
  MemoryTree tree;
  bool has_program = false;
  for (const auto& [path, bytes] : files) {
    tree.add(std::string(path), std::string(bytes));
    has_program |= path == "program.yaml";
  }
  if (!has_program) tree.add("program.yaml", "program: Test\nstart: 2026-01-05\n");
  Shaped result;
  DiagnosticSink sink;
  result.sources = load_program(tree, LoadOptions{}, sink);
  DocumentSet documents = parse_documents(result.sources, ParseOptions{}, sink);
  const YamlTree none;
  const YamlTree* program = &none;
  FileId file = kNoFile;
  for (const Document& document : documents.documents) {
    if (document.kind != SourceKind::program) continue;
    program = &document.yaml;
    file = document.file;
  }
  std::shared_ptr<const Kinds> kinds = compile_kinds(*program, sink);
  Settings settings = read_settings(*program, file, *kinds, sink);
  ShapeOptions options;
  options.jobs = jobs;
  result.set = shape_records(std::move(documents), result.sources, std::move(kinds),
                             std::move(settings), options, sink);
  result.diagnostics = sink.take_sorted();
  return result;
}

Shaped shape_value(std::string_view kind, std::string_view line) {
  const std::string file =
      "kind: " + std::string(kind) + "\nid: X-1\ntitle: Something\n" + std::string(line) + "\n";
  return shape_files({{"record.yaml", file}});
}

}  // namespace milepost
