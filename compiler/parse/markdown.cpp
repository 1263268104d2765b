// The entry for Markdown: a body that stands in its file as it is, or a value that does not.
#include "parse/markdown.h"

#include "parse/markdown_builder.h"

namespace milepost {

Tape parse_markdown(std::string_view text, FileId file, uint32_t offset, DiagnosticSink& sink,
                    uint32_t most_bytes) {
  return MarkdownBuilder().build(text, file, offset, sink, most_bytes);
}

Tape parse_markdown_value(std::string_view text, Span whole, DiagnosticSink& sink) {
  DiagnosticSink own;
  Tape tape = MarkdownBuilder().build(text, whole.file, 0, own);
  for (TapeNode& node : tape.nodes) {
    node.begin = whole.begin;
    node.end = whole.end;
  }
  for (Diagnostic& diagnostic : own.take_sorted()) {
    diagnostic.span = whole;
    for (Related& related : diagnostic.related) related.span = whole;
    sink.report(std::move(diagnostic));
  }
  return tape;
}

}  // namespace milepost
