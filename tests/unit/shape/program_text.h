// A program.yaml given as text, and what is said about it.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/rule.h"
#include "parse/yaml.h"
#include "text/source_text.h"

namespace milepost {

struct ProgramText {
  explicit ProgramText(std::string yaml) : source("program.yaml", std::move(yaml)) {
    tree = parse_yaml(source.bytes(), FileId{0}, 0, {}, sink);
  }

  /// "MP140 2:1 `calender`" for each diagnostic, in order.
  std::vector<std::string> said() {
    std::vector<std::string> lines;
    diagnostics = sink.take_sorted();
    for (const Diagnostic& d : diagnostics) {
      const LineColumn at = source.position(d.span.begin);
      lines.push_back(code_name(d.code) + " " + std::to_string(at.line) + ":" +
                      std::to_string(at.column) + " " +
                      std::string(source.slice(d.span.begin, d.span.end)));
    }
    return lines;
  }

  SourceText source;
  DiagnosticSink sink;
  YamlTree tree;
  std::vector<Diagnostic> diagnostics;  // of the last said()
};

}  // namespace milepost
