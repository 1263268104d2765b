// The history of a program in its repository: commits by day, and the program at each.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calendar/date.h"
#include "calendar/zone.h"
#include "driver/locate.h"
#include "files/git_repository.h"
#include "files/source_tree.h"
#include "shape/settings.h"

namespace milepost {

/// Reads what it is asked for, once. Days are those of the program's zone. Not for threads at once.
class GitMoments {
 public:
  GitMoments(const Settings& settings, const Located& located,
             std::shared_ptr<const GitRepository> repository);

  const std::vector<GitRef>& tags() const;
  const std::vector<GitRef>& branches() const;
  std::optional<GitCommit> commit(std::string_view revision) const;
  /// When an annotated tag was made; nothing of one that is none.
  std::optional<int64_t> tagged(const GitRef& tag) const;
  /// HEAD and its first parents, the latest first.
  const std::vector<GitCommit>& history() const;
  const GitCommit* head() const;

  /// HEAD has so long a history that not all of it is read.
  bool cut() const;

  /// When a commit was made, and on which day. Of one of the history whose clock was wrong it is
  /// what plausible_times() says.
  int64_t time_of(const GitCommit& commit) const;
  Date day_of(const GitCommit& commit) const;
  Date written_day(const GitCommit& commit) const;
  /// The latest such commit, if it is off by more than a day; null: there is none.
  const GitCommit* off_clock() const;
  /// A day that is written as 2026-06-30.
  std::optional<Date> day(std::string_view text) const;
  /// The last commit of the history that is of this day or before; null: there is none.
  const GitCommit* last_of(Date day) const;
  /// The last commit of each period that was over before that of HEAD, the earliest first. Those
  /// without the program do not count.
  std::vector<const GitCommit*> last_of_each(VersionCadence cadence) const;
  /// The same of each that was over before a day, with the last day of the period.
  std::vector<std::pair<const GitCommit*, Date>> last_of_each_before(VersionCadence cadence,
                                                                     Date day) const;
  /// The first day of the newest `keep` periods that were over before `day`.
  Date oldest_kept(VersionCadence cadence, Date day, uint32_t keep) const;

  /// The program's folder at a commit; null if it was not there, or was no program.
  std::shared_ptr<const SourceTree> program_of(const GitCommit& commit) const;
  /// The name of its tree: the same for the same files. Empty if it was not there.
  std::string content_of(const GitCommit& commit) const;
  /// That folder, for messages: "plans/checkout".
  std::string place() const;

 private:
  std::shared_ptr<const GitRepository> repository_;
  Zone zone_;
  Weekday week_start_;
  std::string main_file_;  // that makes the folder the program; empty: any folder is
  mutable std::optional<std::vector<GitRef>> tags_, branches_;
  mutable std::optional<std::vector<GitCommit>> history_;
  mutable bool cut_ = false;
  mutable std::unordered_map<std::string, int64_t> times_;  // of those whose clock was wrong
};

}  // namespace milepost
