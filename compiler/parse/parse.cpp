// Front matter off the Markdown, then each part to its own reader; files in parallel.
#include "parse/parse.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "parse/body_memory.h"
#include "parse/codes.h"
#include "parse/front_matter.h"
#include "parse/markdown_builder.h"
#include "parse/yaml.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

class DocumentReader {
 public:
  DocumentReader(const SourceSet& sources, const ParseOptions& options, DiagnosticSink& sink)
      : sources_(sources), options_(options), sink_(sink) {}

  void read(FileId id, Document& document) {
    const SourceFile& source = sources_.file(id);
    document.file = id;
    document.kind = source.kind;
    const std::string_view text = source.text.bytes();
    switch (source.kind) {
      case SourceKind::program:
      case SourceKind::yaml: {
        YamlOptions yaml;
        yaml.max_nodes = options_.limits.yaml_nodes;
        document.yaml = parse_yaml(text, id, 0, yaml, sink_);
        break;
      }
      case SourceKind::markdown:
        read_markdown(text, document);
        break;
      case SourceKind::asset:
      case SourceKind::unread:
        break;
    }
  }

 private:
  void read_markdown(std::string_view text, Document& document) {
    const FrontMatter front = find_front_matter(text);
    uint32_t body = 0;
    if (front.present) {
      body = front.body;
      document.front_matter = Span{document.file, 0, front.closed ? front.body : front.yaml_end};
      read_front_matter(text, front, document, body);
    }
    const auto file = static_cast<size_t>(document.file);
    if (file < options_.bodies.size() && options_.bodies[file] != nullptr) {
      document.body = *options_.bodies[file];
      return;
    }
    const std::string& content = sources_.file(document.file).content;
    // What is within the limit is the same within another one.
    const bool fits = text.size() - body <= options_.limits.body_bytes;
    if (options_.memory == nullptr || content.empty() || !fits) {
      document.body = build(text, document.file, body, sink_);
    } else {
      read_known_body(content, text, body, document);
    }
  }

  Tape build(std::string_view text, FileId file, uint32_t body, DiagnosticSink& sink) {
    return markdown_.build(text.substr(body), file, body, sink, options_.limits.body_bytes);
  }

  void read_known_body(const std::string& content, std::string_view text, uint32_t body,
                       Document& document) {
    if (const auto known = options_.memory->find(content, body)) {
      document.body = *known;
      document.body.file = document.file;
      return;
    }
    DiagnosticSink own;
    document.body = build(text, document.file, body, own);
    std::vector<Diagnostic> problems = own.take_sorted();
    if (problems.empty()) options_.memory->keep(content, body, document.body);
    for (Diagnostic& problem : problems) sink_.report(std::move(problem));
  }

  void read_front_matter(std::string_view text, const FrontMatter& front, Document& document,
                         uint32_t& body) const {
    if (!front.closed) {
      report(parse_code::front_matter_end, Span{document.file, 0, 3},
             "the front matter that starts here has no closing `---`",
             "put a line `---` behind its last `key: value` line");
    }
    YamlOptions yaml;
    yaml.aliases = false;
    yaml.max_nodes = options_.limits.front_matter_nodes;
    const std::string_view part = text.substr(front.yaml_begin, front.yaml_end - front.yaml_begin);
    document.yaml = parse_yaml(part, document.file, front.yaml_begin, yaml, sink_);
    if (document.yaml.empty() || document.yaml.nodes[0].kind == YamlKind::mapping) return;
    report(parse_code::front_matter_shape, document.yaml.nodes[0].span,
           "what stands between the `---` lines is no list of `key: value` lines",
           "write `key: value` lines; if the `---` is a rule across the page, write `***`");
    // Nothing is lost: all of it is the body then.
    document.yaml = YamlTree();
    document.front_matter = Span{};
    body = 0;
  }

  void report(uint16_t code, Span span, std::string message, std::string help) const {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = span;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    sink_.report(std::move(diagnostic));
  }

  const SourceSet& sources_;
  const ParseOptions& options_;
  DiagnosticSink& sink_;
  MarkdownBuilder markdown_;
};

}  // namespace

DocumentSet parse_documents(const SourceSet& sources, const ParseOptions& options,
                            DiagnosticSink& sink) {
  DocumentSet result;
  result.documents.resize(sources.files.size());
  for_each_range(options.jobs, sources.files.size(), [&](std::size_t first, std::size_t last) {
    DocumentReader reader(sources, options, sink);
    for (std::size_t i = first; i < last; ++i) {
      reader.read(FileId{static_cast<uint32_t>(i)}, result.documents[i]);
    }
  });
  return result;
}

}  // namespace milepost
