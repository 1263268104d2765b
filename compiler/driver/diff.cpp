// `milepost diff`: what changed between two versions.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "compare/past.h"
#include "compose/change_report.h"
#include "compose/change_words.h"
#include "compose/compose.h"
#include "compose/localize.h"
#include "draw/drawings.h"
#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "driver/version_run.h"
#include "driver/version_source.h"
#include "files/disk.h"
#include "markup/html.h"
#include "redact/now_labels.h"
#include "render/changes_text.h"
#include "render/render.h"
#include "render/theme_parts.h"

namespace milepost {
namespace {

bool is_folder(const std::string& said) {
  if (said.empty() || said.ends_with(".zip")) return false;
  if (said.find('/') != std::string::npos || said == "." || said == "..") {
    return DiskTree(said).error() == TreeError::none;
  }
  const DiskTree tree(said);
  // Whatever it holds; it is not read.
  return tree.error() == TreeError::none &&
         tree.read("program.yaml", 0).error != TreeError::not_found;
}

/// One of the two: the program as it lies here, or a version that was opened beside it.
struct Side {
  ProgramRun* run = nullptr;
  ViewEdition edition;
};

/// The exit status. `own` is where a version that is not `here` is kept.
int open_side(const std::string& said, const CommandLine& line, ProgramRun& here, bool is_here,
              const std::shared_ptr<const NowLabels>& labels, ProgramRun& own, Side& side) {
  if (is_here) {
    side.run = &here;
    side.edition.date = here.values.as_of;
    return kDone;
  }
  OpenedVersion opened = open_version(said, here.values.program.set.settings, here.located,
                                      open_repository(here.located), here.values.as_of);
  if (!opened.version) {
    print_error(fmt::format("milepost: {}\n", opened.problem));
    return kUsage;
  }
  VersionSource& version = *opened.version;
  if (!line.as_of.empty()) version.date = here.values.as_of;
  if (!run_version(version, here, Stage::check, own, labels)) {
    print_error(fmt::format("milepost: {}\n", lacks_files(*version.repository, version.label)));
    return kEnvironment;
  }
  side.run = &own;
  side.edition = {version.label, version.title, version.date, version.revision};
  return kDone;
}

// What the files of a version get wrong is no reason to say nothing.
void tell_errors(const std::string& said, const Report& report) {
  const auto errors = std::ranges::count_if(report.items, [](const ReportItem& item) {
    return item.severity == Severity::error && !item.finding;
  });
  if (errors == 0) return;
  print_error(
      fmt::format("milepost: {} has {}; what could be read is compared\n",
                  said.empty() ? std::string("the program") : "`" + visible_text(said) + "`",
                  errors == 1 ? "an error" : fmt::format("{} errors", errors)));
}

std::string written(const CommandLine& line, const Environment& environment, const Outline& outline,
                    const Theme& theme) {
  const Changes& changes = *outline.past->changes;
  if (line.format == "json") return changes_as_json(changes, outline.view);
  if (line.format == "html") {
    const Drawings drawings;
    Renderer renderer(outline, drawings, theme);
    std::string styles;
    for (const char* sheet : {"style.css", "versions.css"}) {
      const auto found = theme.parts().files.find(sheet);
      if (found != theme.parts().files.end()) styles += found->second;
    }
    return changes_as_html(outline, renderer.render(outline.changes_page), styles);
  }
  const ChangeReport report = change_report(changes, outline.view, outline.words);
  if (line.format == "markdown") return changes_as_markdown(report, outline);
  ChangesTextOptions options;
  options.color =
      line.color == "always" || (line.color == "auto" && line.file_output.empty() &&
                                 environment.output_is_terminal && !environment.no_color);
  options.width = line.width > 0 ? line.width : environment.output_width;
  return changes_as_text(report, outline.words, options);
}

}  // namespace

int run_diff(const CommandLine& said, const Environment& environment) {
  CommandLine line = said;
  if (const int status = check_base_url(line); status != kDone) return status;
  // A later version that is a folder is a program of its own.
  const bool later_is_here =
      line.new_version.empty() || (line.program.empty() && is_folder(line.new_version));
  if (later_is_here && line.program.empty()) line.program = line.new_version;
  ProgramRun here;
  ProgramRun own_later;
  ProgramRun own_earlier;
  if (const int status = open_program(line, environment, Stage::check, here, false);
      status != kDone) {
    return status;
  }
  // What is hidden now is hidden in versions, too.
  const std::shared_ptr<const NowLabels> labels = labels_of_now(here);
  Side earlier;
  Side later;
  if (const int status =
          open_side(line.new_version, line, here, later_is_here, labels, own_later, later);
      status != kDone) {
    return status;
  }
  if (const int status =
          open_side(line.old_version, line, here, false, labels, own_earlier, earlier);
      status != kDone) {
    return status;
  }
  const auto is_program = [](const Side& side) {
    return side.run->values.program.set.settings.file != kNoFile;
  };
  if (!is_program(later) && is_program(earlier) && here.located.only_file.empty()) {
    const std::string& folder = line.new_version.empty() ? here.located.root : line.new_version;
    print_error(
        fmt::format("milepost: the folder `{}` has no program.yaml\n", visible_text(folder)));
    return kUsage;
  }
  const std::optional<Audience> audience = audience_of(line, later.run->values.program);
  if (!audience) return kUsage;
  for (const Side* side : {&earlier, &later}) {
    const ProgramRun& run = *side->run;
    const Audience told = run.now ? run.now->of_then(*audience, run.values.program) : *audience;
    if (!may_be_told(side->run->values, line, told)) return kProblems;
  }
  Words words;
  std::optional<ThemeRun> theme;
  const std::string no_theme = open_theme(line, *later.run, theme);
  if (!no_theme.empty()) {
    print_error(fmt::format("milepost: {}\n", no_theme));
    return kUsage;
  }
  words = theme->theme.words();
  const auto view_of_side = [&](const Side& side, const std::string& name) {
    const Report report = report_of(*side.run);
    tell_errors(name, report);
    View view =
        view_of(*side.run, report,
                {*audience, line.base_url, true, hidden_words_of(words), false, side.edition});
    localize(view, words);
    return view;
  };
  const View before = view_of_side(earlier, line.old_version);
  View after = view_of_side(later, line.new_version);
  auto past = std::make_unique<Past>();
  past->changes = compare_views(before, after, change_words(words));
  const bool changed = !past->changes->empty();
  const Outline outline = compose_site(std::move(after), std::move(words), SiteLayout::pages,
                                       std::unique_ptr<const Past>(std::move(past)));
  const std::string text = written(line, environment, outline, theme->theme);
  const bool on_screen =
      line.format == "text" && (line.file_output.empty() || line.file_output == "-");
  if (on_screen) print_out(text);
  const int delivered = on_screen ? kDone : deliver(line.file_output, text);
  if (delivered != kDone) return delivered;
  return line.exit_code && changed ? kProblems : kDone;
}

}  // namespace milepost
