// Compiled once for the tests of the cut.
#include "unit/redact/cut.h"

#include "calendar/date.h"
#include "redact/whole_of.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram =
    "program: Example\nstart: 2026-01-05\nlabels: [partner]\naudiences:\n"
    "  customers: {sees: [public]}\n"
    "  omitting: {sees: [public], redaction: omit}\n"
    "  partners: {sees: [public, partner]}\n"
    "kinds:\n  task: {fields: {price: {type: text, visibility: internal}}}\n"
    "records:\n- {path: \"raid/*.md\", kind: raid}\n";

StageOptions options() {
  StageOptions made;
  made.last = Stage::analyze;
  made.as_of = make_date(2026, 6, 1);
  return made;
}

}  // namespace

WholeProgram::WholeProgram(Files files) {
  tree.add("program.yaml", std::string(kProgram));
  for (const auto& [path, text] : files) tree.add(std::string(path), std::string(text));
  run_stages(tree, options(), values);
}

WholeProgram::WholeProgram(const std::map<std::string, std::string>& files) {
  tree.add("program.yaml", std::string(kProgram));
  for (const auto& [path, text] : files) tree.add(path, text);
  run_stages(tree, options(), values);
}

Audience WholeProgram::audience(std::string_view name) const {
  return audience_named(values.program, name).value();
}

CutSources WholeProgram::cut(std::string_view name) const {
  return cut_sources(values.program, values.sources, values.analysis, audience(name),
                     "an internal item");
}

std::string WholeProgram::left(std::string_view name, std::string_view path) const {
  const CutSources cut = this->cut(name);
  const FileId file = values.sources.find(path);
  if (!cut.anything) return values.sources.file(file).text.bytes();
  const SourceFile& left = cut.sources.file(file);
  return left.kind == SourceKind::unread ? "dropped" : left.text.bytes();
}

std::unique_ptr<StageValues> WholeProgram::compiled(std::string_view name) const {
  auto left = std::make_unique<StageValues>();
  CutSources cut = this->cut(name);
  SourceSet sources = cut.anything ? std::move(cut.sources) : values.sources;
  const Audience who = audience(name);
  run_stages_of(
      tree, options(), std::move(sources),
      [&](Program& program) {
        return whole_of(values.program, values.analysis, who, cut, program);
      },
      *left);
  return left;
}

CutSources cut_again(const StageValues& left, const Audience& audience) {
  return cut_sources(left.program, left.sources, left.analysis, audience, "an internal item");
}

}  // namespace milepost
