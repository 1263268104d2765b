// Compiling from memory.
#include "spec/compile_in_memory.h"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/rule.h"
#include "driver/theme_run.h"

namespace milepost::testing {

std::vector<std::string> Compiled::lines(Severity least, uint16_t below) const {
  std::vector<const SourceText*> texts;
  for (const SourceFile& file : values.sources.files) texts.push_back(&file.text);
  for (const SourceText& text : theme) texts.push_back(&text);
  const Places places(std::move(texts), {});
  std::vector<std::string> out;
  for (const ReportItem& item : report.items) {
    if (static_cast<int>(item.severity) < static_cast<int>(least) || item.code >= below) continue;
    const std::string what = fmt::format("{}[{}]: {}", severity_name(item.severity),
                                         code_name(item.code), printable(item.message));
    if (!item.span.is_place()) {
      out.push_back(what);
      continue;
    }
    const LineColumn at = places.range(item.span).begin;
    out.push_back(
        fmt::format("{}:{}:{}: {}", places.path(item.span.file), at.line, at.column, what));
  }
  return out;
}

bool Compiled::has(uint16_t code) const {
  return std::any_of(report.items.begin(), report.items.end(),
                     [&](const ReportItem& i) { return i.code == code; });
}

void compile(const Files& files, Compiled& compiled, Stage last) {
  MemoryTree tree;
  bool has_program = false;
  for (const auto& [path, text] : files) {
    tree.add(path, text);
    has_program = has_program || path == "program.yaml";
  }
  if (!has_program) tree.add("program.yaml", "program: Example\nstart: 2026-01-05\n");
  StageOptions options;
  options.last = last;
  options.as_of = make_date(2026, 6, 1);
  run_stages(tree, options, compiled.values);
  StageValues& values = compiled.values;
  if (last == Stage::check) {
    compiled.theme = read_theme(tree, theme_of_program(values.program.set.settings), values.program,
                                values.sources.files.size(), values.sink)
                         .texts;
  }
  compiled.report = make_report(compiled.values.sink.take_sorted(), compiled.values.findings,
                                compiled.values.program, compiled.values.sources);
}

}  // namespace milepost::testing
