// Finds the version before, for `milepost status`.
#include "driver/status_since.h"

#include <fmt/format.h>

#include <ranges>
#include <utility>
#include <vector>

#include "compare/changes.h"
#include "driver/output.h"
#include "driver/version_build.h"
#include "driver/version_run.h"
#include "driver/version_source.h"
#include "driver/version_views.h"

namespace milepost {
namespace {

VersionView read_one(VersionReader& reader, const VersionSource& version) {
  VersionViews views = reader.read(version, {0});
  return std::move(views.views.front());
}

int version_said(const CommandLine& line, const ProgramRun& now, VersionReader& reader,
                 std::optional<View>& before) {
  const GitRepository::Opened git = open_repository(now.located);
  const OpenedVersion opened =
      open_version(line.since, now.values.program.set.settings, now.located, git, now.values.as_of);
  if (!opened.version) {
    print_error(fmt::format("milepost: --since: {}\n", opened.problem));
    const bool lacks = !git.repository || git.repository->shallow();
    return lacks ? kEnvironment : kUsage;
  }
  VersionView view = read_one(reader, *opened.version);
  print_error(view.told);
  before = std::move(view.view);
  return before ? kDone : kEnvironment;
}

}  // namespace

int version_before(const CommandLine& line, ProgramRun& now, const Report& report,
                   const Theme& theme, const Audience& audience, const ChangeWords& words,
                   std::optional<View>& before) {
  const Settings& settings = now.values.program.set.settings;
  if (line.since.empty() && !wants_versions(line, settings)) return kDone;
  VersionReader reader(now, report, theme, line, {audience});
  if (!line.since.empty()) return version_said(line, now, reader, before);
  Settings chosen = settings;
  chosen.versions = versions_of(line, settings);
  DiagnosticSink sink;
  const std::vector<VersionSource> versions =
      find_versions(chosen, now.located, open_repository(now.located), now.values.as_of, sink);
  if (versions.empty()) {
    for (const Diagnostic& said : sink.take_sorted()) {
      print_error(fmt::format("milepost: {}{}{}\n", said.message, said.help.empty() ? "" : "; ",
                              said.help));
    }
  }
  // To an audience a version of a cadence is none if nothing changed for it, which only the one
  // before that tells.
  for (const VersionSource& version : std::views::reverse(versions)) {
    if (now.values.as_of < version.date || reader.readers_of(version).empty()) continue;
    VersionView one = read_one(reader, version);
    if (!one.view) continue;
    if (before && !compare_views(*one.view, *before, words).records.empty()) return kDone;
    before = std::move(one.view);
    if (!one.only_if_changed) return kDone;
  }
  return kDone;
}

}  // namespace milepost
