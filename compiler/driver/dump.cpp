// `milepost dump`: the value between two stages as text.
#include <fmt/format.h>

#include "analyze/print.h"
#include "analyze/print_control.h"
#include "analyze/print_readiness.h"
#include "analyze/print_schedule.h"
#include "driver/command_pages.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/rule_pages.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_names.h"
#include "link/print.h"
#include "parse/print.h"
#include "render/theme_reference.h"
#include "shape/compile_kinds.h"
#include "shape/gate_reference.h"
#include "shape/gate_settings.h"
#include "shape/print.h"
#include "shape/reference.h"

namespace milepost {
namespace {

/// Diagnostics and findings, one a line, as the specification tests write them.
std::string report_lines(ProgramRun& run) {
  const Report report = report_of(run);
  const Places places = places_of(run.values.sources);
  std::string out;
  for (const ReportItem& item : report.items) {
    if (item.span.is_place()) {
      const LineColumn at = places.range(item.span).begin;
      out += fmt::format("{}:{}:{}: ", places.text(item.span.file)->path(), at.line, at.column);
    }
    out += fmt::format("{}[{}]: {}\n", severity_name(item.severity), code_name(item.code),
                       printable(item.message));
  }
  return out;
}

std::optional<Stage> stage_of(const std::string& name) {
  static constexpr std::pair<std::string_view, Stage> stages[] = {
      {"load", Stage::load}, {"parse", Stage::parse},     {"shape", Stage::shape},
      {"link", Stage::link}, {"analyze", Stage::analyze}, {"check", Stage::check}};
  for (const auto& [word, stage] : stages) {
    if (word == name) return stage;
  }
  return std::nullopt;
}

}  // namespace

int run_dump(const CommandLine& line, const Environment& environment) {
  // The generated pages of docs/ need no program.
  if (line.stage == "rules") {
    print_out(rules_reference());
    return kDone;
  }
  if (line.stage == "gates") {
    print_out(gates_reference(builtin_gates()));
    return kDone;
  }
  if (line.stage == "templates") {
    print_out(theme_reference(theme_names(*builtin_kinds())));
    return kDone;
  }
  if (line.stage == "commands") {
    print_out(command_reference());
    return kDone;
  }
  ProgramRun run;
  const Stage last = stage_of(line.stage).value_or(Stage::check);
  if (const int status = open_program(line, environment, last, run); status != kDone) return status;
  StageValues& values = run.values;
  if (line.stage == "load") {
    print_out(print_sources(values.sources));
  } else if (line.stage == "parse") {
    print_out(print_documents(values.sources, values.documents));
  } else if (line.stage == "shape") {
    print_out(print_records(values.records, values.sources));
  } else if (line.stage == "link") {
    print_out(print_program(values.program, values.sources));
  } else if (line.stage == "analyze") {
    print_out(print_analysis(values.program, values.analysis));
    print_out("\n" + print_schedule(values.program, values.analysis));
    print_out("\n" + print_readiness(values.program, values.analysis));
    const std::string control = print_control(values.program, values.analysis);
    if (!control.empty()) print_out("\n" + control);
  } else if (line.stage == "check") {
    print_out(report_lines(run));
  } else {
    print_out(kinds_reference(values.program.kinds()));
  }
  return kDone;
}

}  // namespace milepost
