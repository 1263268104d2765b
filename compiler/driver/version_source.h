// The versions of a program: moments of its git history, snapshot bundles, folders.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "diagnostics/diagnostic.h"
#include "driver/locate.h"
#include "files/git_repository.h"
#include "files/source_tree.h"
#include "shape/settings.h"

namespace milepost {

enum class VersionKind : uint8_t { tag, branch, commit, date, cadence, snapshot, folder };

/// A program at one moment, not yet read.
struct VersionSource {
  VersionKind kind = VersionKind::commit;
  std::string label;  // safe as the name of a folder everywhere, unique: "v1.0", "2026-05-26"
  std::string title;  // what stands beside its date, as "v1.0"; empty: its date says all
  /// Its as-of date: of the commit, in the program's zone; of a day that was asked for, that day;
  /// of a bundle the stored one; of a folder what its program.yaml says, else today.
  Date date;
  /// Whose version it is. On which day somebody committed tells of commits that may be about hidden
  /// things only: those who are not insiders have versions of a cadence, and of days, of their own.
  bool for_insiders = true, for_others = true;
  /// Labels of others that are the same moment of one commit, for either.
  std::vector<std::string> aliases = {}, aliases_for_others = {};
  /// False: a version of the cadence that is older than those that are kept: it has no folder, and
  /// what it tells is in the history of the later ones.
  bool kept = true;
  std::string revision;                    // in full; empty: none is known
  std::string content;                     // name of the folder's tree in git; empty: none is known
  std::shared_ptr<const SourceTree> tree;  // the program's folder at that moment
  std::shared_ptr<const GitRepository> repository = {};  // that it is of; null: of none
};

/// What `settings.versions` chooses, the earliest first. Of two that are the same moment of one
/// commit one stays, the tag. Does not read the programs. What cannot be had is reported at its
/// word: a pattern that fits nothing, a revision that is none, a commit without the program, no
/// git, no repository, a shallow clone (once, with its cure). `latest` is no label of theirs; of
/// two labels that are the same folder somewhere the earlier stays. A cadence takes the last commit
/// of each day, week or month (by first parents of HEAD, in the program's zone) that was over
/// before that of HEAD, so that its versions never move. Those who are not insiders have one of the
/// last day of each that was over before `as_of`, the as-of date of the working folder, whatever
/// HEAD is; which of them say nothing new is for the caller to find out.
std::vector<VersionSource> find_versions(const Settings& settings, const Located& located,
                                         const GitRepository::Opened& git, Date as_of,
                                         DiagnosticSink& sink);

struct OpenedVersion {
  std::optional<VersionSource> version;
  /// Of git: the commit that was meant, even if the program was not there yet.
  std::optional<std::string> commit;
  std::string problem;  // why there is none, and what would help; a sentence
};

/// A version that somebody names on the command line: a folder, a bundle (`*.zip`), a date, or a
/// revision of the repository that holds the program. `said` is looked for in this order: an
/// existing path that has a `/`, ends in `.zip` or holds a program.yaml; a day (the last commit of
/// it or before); a revision. A folder is no version of a program that has a program.yaml if it has
/// none, and no day is that is after the last commit and after `as_of`, the as-of date of the
/// working folder.
OpenedVersion open_version(const std::string& said, const Settings& settings,
                           const Located& located, const GitRepository::Opened& git, Date as_of);

/// Why nothing can be had from git, and what would help: a sentence; empty if it can.
std::string git_problem(const GitRepository::Opened& git);

/// That the clone lacks files that `what` needs, and what would help; a sentence.
std::string lacks_files(const GitRepository& repository, std::string_view what);

/// "did you mean `v1.0`?", or nothing.
std::string meant_ref(std::string_view word, const std::vector<GitRef>& refs);

/// What to do about a clone that lacks history.
inline constexpr std::string_view kUnshallow =
    "fetch all of it: `git fetch --unshallow`, `fetch-depth: 0` for actions/checkout, "
    "`GIT_DEPTH: 0` in GitLab";

}  // namespace milepost
