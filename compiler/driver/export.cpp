// `milepost export`: the model as data.
#include <fmt/format.h>

#include <optional>

#include "compose/compose.h"
#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "markup/html.h"
#include "render/calendar_ics.h"
#include "render/graph_text.h"
#include "render/model_json.h"
#include "render/records_csv.h"
#include "shape/yaml_values.h"

namespace milepost {
namespace {

/// The name of the kind that `word` means; empty, and said why, if there is none.
std::string kind_named(const Kinds& kinds, std::string_view word) {
  const KindId found = kinds.find_kind(word);
  if (found != kNoKind) return kinds.kind(found).name;
  std::vector<std::string_view> names;
  for (const Kind& kind : kinds.kinds) {
    if (!kind.abstract) names.push_back(kind.name);
  }
  print_error(fmt::format("milepost: `{}` is no kind; {}\n", word,
                          did_you_mean(word, names, "docs/kinds.md lists them")));
  return {};
}

bool is_graph(const CommandLine& line) {
  return line.to == "dot" || line.to == "mermaid";
}

/// Nothing, and said why, if there is no such graph.
std::optional<std::string> exported(const CommandLine& line, const std::string& kind,
                                    const Audience& audience, const Report& report,
                                    ProgramRun& run) {
  // What stands for something hidden, and what the calendar and graphs say, is in the language of
  // the site.
  Words words;
  std::optional<ThemeRun> theme;
  if (open_theme(line, run, theme).empty()) words = theme->theme.words();
  View view = view_of(run, report, {audience, line.base_url, true, hidden_words_of(words)});
  const bool spoken = line.to == "ics" || is_graph(line);
  const Outline outline = compose_site(std::move(view), spoken ? std::move(words) : Words());
  if (is_graph(line)) {
    const std::optional<GraphPage> graph = graph_named(outline, line.graph);
    if (!graph) {
      print_error(
          line.graph.empty()
              ? std::string("milepost: nothing in this program waits for anything\n")
              : fmt::format("milepost: there is no graph of `{}`: it is no workstream, team "
                            "or item of the plan, or nothing waits in it\n",
                            visible_text(line.graph)));
      return std::nullopt;
    }
    return line.to == "dot" ? graph_dot(outline, *graph) : graph_mermaid(outline, *graph);
  }
  if (line.to == "csv") return records_csv(outline, kind);
  return line.to == "ics" ? calendar_ics(outline) : model_json(outline);
}

}  // namespace

int run_export(const CommandLine& line, const Environment& environment) {
  if (!line.kind.empty() && line.to != "csv") {
    print_error("milepost: --kind is for `--to csv`\n");
    return kUsage;
  }
  if (!line.graph.empty() && !is_graph(line)) {
    print_error("milepost: --graph is for `--to dot` and `--to mermaid`\n");
    return kUsage;
  }
  if (const int status = check_base_url(line); status != kDone) return status;
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  const std::optional<Audience> audience = audience_of(line, run.values.program);
  if (!audience) return kUsage;
  if (!may_be_told(run.values, line, *audience)) return kProblems;
  std::string kind;
  if (!line.kind.empty()) {
    kind = kind_named(run.values.program.kinds(), line.kind);
    if (kind.empty()) return kUsage;
  }
  const Report report = report_of(run);
  const std::optional<std::string> made = exported(line, kind, *audience, report, run);
  if (!made) return kUsage;
  const int delivered = deliver(line.file_output, *made);
  if (delivered != kDone) return delivered;
  const int status = status_of(report, false, {});
  if (status != kDone)
    print_error("milepost: the program has errors; `milepost check` tells them\n");
  return status;
}

}  // namespace milepost
