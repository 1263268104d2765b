// Opens versions that somebody names.
#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "compose/names.h"
#include "driver/clock.h"
#include "driver/git_moments.h"
#include "driver/snapshot_version.h"
#include "driver/stages.h"
#include "driver/version_source.h"
#include "files/disk.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {

std::string meant_ref(std::string_view word, const std::vector<GitRef>& refs) {
  std::vector<std::string_view> names;
  for (const GitRef& ref : refs) names.push_back(ref.name);
  const std::vector<std::size_t> near = nearest(word, names, 1);
  return near.empty() ? std::string() : fmt::format("did you mean `{}`?", names[near.front()]);
}

namespace {

namespace fs = std::filesystem;

bool names_path(const std::string& said) {
  std::error_code error;
  if (!fs::exists(said, error)) return false;
  return said.find('/') != std::string::npos || iends_with(said, ".zip") ||
         fs::is_regular_file(fs::path(said) / "program.yaml", error);
}

OpenedVersion failed(std::string problem) {
  OpenedVersion opened;
  opened.problem = std::move(problem);
  return opened;
}

OpenedVersion open_folder(const std::string& said, bool needs_program) {
  auto tree = std::make_shared<DiskTree>(said);
  if (tree->error() != TreeError::none) {
    return failed(fmt::format("cannot read the folder `{}`: {}", said, tree->detail()));
  }
  if (needs_program && tree->read("program.yaml", 0).error == TreeError::not_found) {
    return failed(fmt::format("the folder `{}` has no program.yaml", said));
  }
  StageOptions options;
  options.now = clock_now();
  VersionSource version;
  version.kind = VersionKind::folder;
  version.title = said;
  std::error_code error;
  const fs::path real = fs::canonical(said, error);
  version.label = safe_part(real.filename().string());
  version.date = as_of_date(options, settings_of_tree(*tree, options));
  version.tree = std::move(tree);
  OpenedVersion opened;
  opened.version = std::move(version);
  return opened;
}

OpenedVersion open_commit(const std::string& said, const GitMoments& moments,
                          const GitRepository::Opened& git, const GitCommit& commit,
                          VersionKind kind, Date date) {
  OpenedVersion opened;
  opened.commit = commit.id;
  VersionSource version;
  version.tree = moments.program_of(commit);
  if (!version.tree) {
    opened.problem = fmt::format("the program was not in `{}` at `{}`; name a later revision",
                                 moments.place(), said);
    return opened;
  }
  version.kind = kind;
  version.date = date;
  version.revision = commit.id;
  version.repository = git.repository;
  if (kind == VersionKind::date) {
    version.label = to_iso(date);
  } else {
    version.title = said;
    version.label = safe_part(said);
  }
  opened.version = std::move(version);
  return opened;
}

}  // namespace

std::string git_problem(const GitRepository::Opened& git) {
  switch (git.problem) {
    case GitProblem::no_git:
      return "there is no git here; install it, or name a folder or a snapshot";
    case GitProblem::no_repository:
      return "the program is in no git repository; name a folder or a snapshot";
    case GitProblem::failed:
      return git.detail.empty() ? "git cannot read the repository"
                                : fmt::format("git cannot read the repository: {}", git.detail);
    case GitProblem::none:
      break;
  }
  return {};
}

std::string lacks_files(const GitRepository& repository, std::string_view what) {
  if (repository.partial()) {
    return fmt::format(
        "this clone is partial, and lacks files of `{}`; fetch them: `git fetch "
        "--refetch --no-filter`, or no `filter:` for actions/checkout",
        what);
  }
  return fmt::format("git cannot read all files of `{}`; `git fsck` says more", what);
}

OpenedVersion open_version(const std::string& said, const Settings& settings,
                           const Located& located, const GitRepository::Opened& git, Date as_of) {
  if (names_path(said)) {
    const bool needs_program = settings.file != kNoFile && located.only_file.empty();
    return iends_with(said, ".zip") ? open_snapshot(nullptr, said)
                                    : open_folder(said, needs_program);
  }
  if (!git.repository) {
    return failed(fmt::format("cannot look for `{}`: {}", said, git_problem(git)));
  }
  const GitMoments moments(settings, located, git.repository);
  const std::optional<Date> day = moments.day(said);
  if (day) {
    if (moments.head() != nullptr && *day > as_of && *day > moments.day_of(*moments.head())) {
      return failed(
          fmt::format("`{}` is after the last commit, of {}, and after {}: what the program was on "
                      "that day may "
                      "still change; name a day up to then",
                      said, to_iso(moments.day_of(*moments.head())), to_iso(as_of)));
    }
    const GitCommit* commit = moments.last_of(*day);
    if (commit != nullptr) return open_commit(said, moments, git, *commit, VersionKind::date, *day);
  } else if (const auto commit = moments.commit(said)) {
    return open_commit(said, moments, git, *commit, VersionKind::commit, moments.day_of(*commit));
  }
  if (git.repository->shallow()) {
    return failed(
        fmt::format("there is no `{}` in this clone of the repository, which is shallow; {}", said,
                    kUnshallow));
  }
  if (moments.head() == nullptr) {
    return failed(fmt::format("there is no `{}`: HEAD of the repository has no commit yet", said));
  }
  if (day) {
    return failed(fmt::format("there is no commit of `{}` or before: the first one is of {}", said,
                              to_iso(moments.day_of(moments.history().back()))));
  }
  std::vector<GitRef> refs = moments.tags();
  refs.insert(refs.end(), moments.branches().begin(), moments.branches().end());
  const std::string near = meant_ref(said, refs);
  return failed(fmt::format("`{}` is no folder, snapshot, day or revision of this repository{}{}",
                            said, near.empty() ? "" : "; ", near));
}

}  // namespace milepost
