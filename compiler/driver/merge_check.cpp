// Evaluates a merge in memory.
#include "driver/merge_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "driver/codes_versions.h"
#include "driver/known_items.h"
#include "driver/merge_slips.h"
#include "driver/merge_trees.h"
#include "driver/output.h"
#include "driver/release_gate.h"
#include "driver/run_report.h"
#include "driver/version_run.h"

namespace milepost {
namespace {

int refuse(const GitRepository::Opened& git, const std::string& problem) {
  print_error(fmt::format("milepost: --merge: {}\n", problem));
  const bool lacks = !git.repository || git.repository->shallow();
  return lacks ? kEnvironment : kUsage;
}

/// What a merge can do to a program, and the codes by which that is said of one.
struct MergeProblem {
  uint16_t code;
  std::array<uint16_t, 8> of;
};

constexpr std::array<MergeProblem, 3> kProblems = {{
    {version_code::merge_duplicate, {202, 203, 204, 215}},
    {version_code::merge_cycle, {211, 213, 340}},
    {version_code::merge_broken_link, {201, 205, 209, 212, 220, 221, 222, 230}},
}};

void name_as_merge(ReportItem& item) {
  for (const MergeProblem& problem : kProblems) {
    if (std::ranges::find(problem.of, item.code) == problem.of.end()) continue;
    const RuleInfo* info = find_diagnostic(problem.code);
    const std::string code = code_name(item.code);
    item.code = problem.code;
    item.rule = info->name;
    item.summary = info->summary;
    item.finding = false;
    // `rules:` may have made what it is called otherwise a note.
    if (item.severity == Severity::warning) item.severity = info->severity;
    const std::string_view between = item.help.empty() ? "" : item.help.ends_with('?') ? " " : "; ";
    item.help = fmt::format("{}{}neither side has this alone ({})", item.help, between, code);
    return;
  }
}

std::string_view words_of(MergeConflictKind kind) {
  switch (kind) {
    case MergeConflictKind::lines:
      return "both sides changed these lines; what is checked are those of the working folder";
    case MergeConflictKind::bytes:
      return "both sides changed this file, and it cannot be merged by lines; what is checked is "
             "that of the working folder";
    case MergeConflictKind::changed_here:
      return "this file is changed here and deleted there";
    case MergeConflictKind::deleted_here:
      return "this file is deleted here and changed there";
    case MergeConflictKind::both_added:
      return "both sides added a file of this name, and they are not the same; what is checked is "
             "that of the working folder";
  }
  return {};
}

void report_conflicts(const MergedTree& merged, StageValues& values) {
  for (const MergeConflict& conflict : merged.conflicts) {
    const FileId file = values.sources.find(conflict.path);
    if (file == kNoFile) continue;  // nothing that the program is made of
    Span span{file, conflict.offset, conflict.offset};
    values.sink.report({version_code::merge_conflict,
                        Severity::error,
                        span,
                        std::string(words_of(conflict.kind)),
                        "merge it by hand (`git merge`), then check again",
                        {}});
  }
}

}  // namespace

int check_merge(const CommandLine& line, const Environment& environment, ProgramRun& run) {
  const GitRepository::Opened git = open_repository(run.located);
  const Settings& settings = run.values.program.set.settings;
  const OpenedVersion theirs =
      open_version(line.merge, settings, run.located, git, run.values.as_of);
  if (!theirs.version) return refuse(git, theirs.problem);
  if (!theirs.commit) {
    return refuse(git, fmt::format("`{}` is no revision; name a branch or a commit", line.merge));
  }
  const auto head = git.repository->commit("HEAD");
  const auto base = head ? git.repository->merge_base(head->id, *theirs.commit) : std::nullopt;
  if (!base) {
    return refuse(git, git.repository->shallow()
                           ? fmt::format("this clone is shallow, and lacks the commit where HEAD "
                                         "and `{}` part; {}",
                                         line.merge, kUnshallow)
                           : fmt::format("HEAD and `{}` have no commit in common", line.merge));
  }
  // Where the program was not yet there both sides added it.
  std::shared_ptr<const SourceTree> before =
      GitRepository::tree(git.repository, *base, git.repository->prefix());
  if (!before) before = std::make_shared<MemoryTree>();

  auto merged = std::make_shared<MergedTree>(*run.tree);
  merge_trees(*run.tree, *before, *theirs.version->tree, settings.limits.attachment_bytes, *merged);

  // All as of one day: nothing is late because time went by.
  VersionSource side = *theirs.version;
  side.date = run.values.as_of;
  ProgramRun other;
  const bool complete = run_version(side, run, Stage::check, other);
  if (!complete || git.repository->lacked() > 0) {
    print_error(fmt::format("milepost: --merge: {}\n", lacks_files(*git.repository, line.merge)));
    return kEnvironment;
  }
  ProgramRun result;
  result.located = run.located;
  result.options = run.options;
  result.options.as_of = run.values.as_of;
  result.tree = std::shared_ptr<const SourceTree>(merged, &merged->tree);
  run_stages(*result.tree, result.options, result.values);
  report_conflicts(*merged, result.values);
  report_slips(run.values, other.values, result.values);

  Report report = report_of(result);
  const Places places = places_of(result.values.sources);
  const ReleaseGate gate = judge_release_gate(line, result.values, places);
  if (gate.status == kUsage) {
    print_error(gate.message);
    return kUsage;
  }
  KnownItems alone;
  alone.add(report_of(run), places_of(run.values.sources),
            renamed_files(run.values, result.values));
  alone.add(report_of(other), places_of(other.values.sources),
            renamed_files(other.values, result.values));
  alone.leave_out(report, places);
  for (ReportItem& item : report.items) name_as_merge(item);
  finish_report(report);
  if (line.format == "text") {
    print_report(line, environment, report, places);
    print_out(fmt::format("{} in the merge of `{}`, beside what either side has alone\n",
                          report_totals(report), line.merge));
  } else {
    print_data(print_as(line.format, report, places));
  }
  print_error(gate.message);
  return std::max(status_of(report, line.strict, line.fail_on), gate.status);
}

}  // namespace milepost
