// Front matter off the Markdown, then each part to its own reader; files in parallel.
#include "parse/parse.h"

#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "parse/markdown_builder.h"
#include "parse/yaml.h"
#include "text/ascii.h"
#include "text/byte_set.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

struct FrontMatter {
  bool present = false;
  bool closed = false;
  uint32_t yaml_begin = 0;
  uint32_t yaml_end = 0;
  uint32_t body = 0;  // where the body begins
};

constexpr ByteSet kLineEnds("\r\n");

// The line that starts at `at`, without its end; `next` is where the one after it starts.
std::string_view line_at(std::string_view text, std::size_t at, std::size_t& next) {
  std::size_t end = std::min(kLineEnds.find_in(text, at), text.size());
  next = std::min(end + (text.substr(end).starts_with("\r\n") ? 2u : 1u), text.size());
  return text.substr(at, end - at);
}

// "title: x", "Solution To:", "\"k\": v": what a line of front matter looks like.
bool looks_like_entry(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (!is_ascii_alpha(line[0]) && line[0] != '"' && line[0] != '\'') return false;
  return colon + 1 == line.size() || is_ascii_blank(line[colon + 1]);
}

FrontMatter find_front_matter(std::string_view text) {
  FrontMatter result;
  std::size_t next = 0;
  if (trim_right(line_at(text, 0, next)) != "---") return result;
  result.yaml_begin = static_cast<uint32_t>(next);
  std::size_t last_entry = next;
  bool entries_only = true;
  for (std::size_t at = next; at < text.size(); at = next) {
    const std::string_view line = trim_right(line_at(text, at, next));
    if (line == "---" || line == "...") {
      result.present = result.closed = true;
      result.yaml_end = static_cast<uint32_t>(at);
      result.body = static_cast<uint32_t>(next);
      return result;
    }
    if (line.empty() || line[0] == '#') entries_only = false;
    if (entries_only) last_entry = next;
  }
  // Never closed: a rule across the page, unless what follows is plainly meant as front matter.
  std::size_t after = 0;
  result.present = looks_like_entry(line_at(text, result.yaml_begin, after));
  result.yaml_end = result.body = static_cast<uint32_t>(last_entry);
  return result;
}

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
    document.body =
        markdown_.build(text.substr(body), document.file, body, sink_, options_.limits.body_bytes);
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
