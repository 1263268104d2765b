// Front matter, bodies and YAML files to documents, in parallel.
#include "parse/parse.h"

#include "parse/markdown.h"
#include "parse/yaml.h"
#include "text/ascii.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

void parse_one(const SourceSet& sources, uint32_t index, const ParseOptions& options,
               DiagnosticSink& sink, Document& document) {
  const SourceFile& source = sources.files[index];
  const std::string_view text = source.text.bytes();
  document.file = FileId{index};
  document.kind = source.kind;
  if (source.kind == SourceKind::yaml || source.kind == SourceKind::program) {
    YamlOptions yaml;
    yaml.max_nodes = options.limits.yaml_nodes;
    document.yaml = parse_yaml(text, document.file, 0, yaml, sink);
    return;
  }
  if (source.kind != SourceKind::markdown) return;
  size_t body = 0;
  if (text.starts_with("---\n") || text.starts_with("---\r\n")) {
    const size_t first = text.find('\n') + 1;
    for (size_t at = first; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = trim_right(text.substr(at, end - at));
      if (line == "---" || line == "...") {
        YamlOptions yaml;
        yaml.aliases = false;
        yaml.max_nodes = options.limits.front_matter_nodes;
        document.yaml = parse_yaml(text.substr(first, at - first), document.file,
                                   static_cast<uint32_t>(first), yaml, sink);
        body = std::min(end + 1, text.size());
        document.front_matter = Span{document.file, 0, static_cast<uint32_t>(body)};
        break;
      }
      at = end + 1;
    }
  }
  document.body =
      parse_markdown(text.substr(body), document.file, static_cast<uint32_t>(body), sink);
}

}  // namespace

DocumentSet parse_documents(const SourceSet& sources, const ParseOptions& options,
                            DiagnosticSink& sink) {
  DocumentSet set;
  set.documents.resize(sources.files.size());
  for_each_index(options.jobs, sources.files.size(), [&](size_t i) {
    parse_one(sources, static_cast<uint32_t>(i), options, sink, set.documents[i]);
  });
  return set;
}

}  // namespace milepost
