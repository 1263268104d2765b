// Finds the commits that were the last of their days, weeks and months.
#include "driver/git_moments.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "calendar/date_parse.h"
#include "calendar/datetime.h"
#include "driver/clock.h"
#include "driver/commit_times.h"

namespace milepost {
namespace {

constexpr size_t kMostCommits = 200'000;
constexpr size_t kWrittenDay = 10;
constexpr uint32_t kMostPeriods = 10'000;  // more than there are days in a history

Date period_of(Date day, VersionCadence cadence, Weekday week_start) {
  if (cadence == VersionCadence::weekly) return week_begin(day, week_start);
  if (cadence == VersionCadence::monthly) return first_of_month(day);
  return day;
}

Date last_day(Date period, VersionCadence cadence) {
  if (cadence == VersionCadence::weekly) return add_days(period, 6);
  if (cadence == VersionCadence::monthly) return last_of_month(period);
  return period;
}

}  // namespace

GitMoments::GitMoments(const Settings& settings, const Located& located,
                       std::shared_ptr<const GitRepository> repository)
    : repository_(std::move(repository)),
      zone_(Zone::find(settings.timezone).value_or(Zone())),
      week_start_(settings.dates.week_start),
      main_file_(located.only_file) {
  if (main_file_.empty() && settings.file != kNoFile) main_file_ = "program.yaml";
}

const std::vector<GitRef>& GitMoments::tags() const {
  if (!tags_) tags_ = repository_->tags();
  return *tags_;
}

const std::vector<GitRef>& GitMoments::branches() const {
  if (!branches_) branches_ = repository_->branches();
  return *branches_;
}

std::optional<GitCommit> GitMoments::commit(std::string_view revision) const {
  return repository_->commit(revision);
}

std::optional<int64_t> GitMoments::tagged(const GitRef& tag) const {
  return repository_->tagged(tag);
}

const std::vector<GitCommit>& GitMoments::history() const {
  if (history_) return *history_;
  history_.emplace();
  if (const auto head = repository_->commit("HEAD")) {
    FirstParents found = repository_->first_parents(head->id, kMostCommits);
    history_ = std::move(found.commits);
    cut_ = found.cut || history_->size() == kMostCommits;
  }
  std::vector<int64_t> written;
  for (auto commit = history_->rbegin(); commit != history_->rend(); ++commit) {
    written.push_back(commit->committed);
  }
  const std::vector<int64_t> times = plausible_times(written, clock_now().utc_seconds);
  for (size_t i = 0; i < times.size(); ++i) {
    if (times[i] != written[i]) times_.emplace((*history_)[times.size() - 1 - i].id, times[i]);
  }
  return *history_;
}

bool GitMoments::cut() const {
  history();
  return cut_;
}

const GitCommit* GitMoments::head() const {
  return history().empty() ? nullptr : &history().front();
}

int64_t GitMoments::time_of(const GitCommit& commit) const {
  history();
  const auto other = times_.find(commit.id);
  return other == times_.end() ? commit.committed : other->second;
}

Date GitMoments::day_of(const GitCommit& commit) const {
  return date_in({time_of(commit)}, zone_);
}

Date GitMoments::written_day(const GitCommit& commit) const {
  return date_in({commit.committed}, zone_);
}

const GitCommit* GitMoments::off_clock() const {
  constexpr int64_t kDay = 86'400;
  const auto found = std::ranges::find_if(history(), [&](const GitCommit& commit) {
    return std::abs(time_of(commit) - commit.committed) > kDay;
  });
  return found == history().end() ? nullptr : &*found;
}

std::optional<Date> GitMoments::day(std::string_view text) const {
  if (text.size() != kWrittenDay || text[4] != '-' || text[7] != '-') return std::nullopt;
  const DateParse parsed = parse_whole_date(text, {});
  if (!parsed.value || parsed.error || !parsed.value->is_day()) return std::nullopt;
  return parsed.value->first;
}

const GitCommit* GitMoments::last_of(Date day) const {
  const auto at = std::ranges::find_if(
      history(), [&](const GitCommit& commit) { return day_of(commit) <= day; });
  return at == history().end() ? nullptr : &*at;
}

std::vector<const GitCommit*> GitMoments::last_of_each(VersionCadence cadence) const {
  std::vector<const GitCommit*> found;
  if (history().empty()) return found;
  const Date last = period_of(day_of(history().front()), cadence, week_start_);
  for (const auto& [commit, end] : last_of_each_before(cadence, last)) found.push_back(commit);
  return found;
}

std::vector<std::pair<const GitCommit*, Date>> GitMoments::last_of_each_before(
    VersionCadence cadence, Date day) const {
  std::vector<std::pair<const GitCommit*, Date>> found;
  Date period = period_of(day, cadence, week_start_);
  for (const GitCommit& commit : history()) {
    const Date own = period_of(day_of(commit), cadence, week_start_);
    if (own >= period || program_of(commit) == nullptr) continue;
    period = own;
    found.emplace_back(&commit, last_day(own, cadence));
  }
  std::ranges::reverse(found);
  return found;
}

Date GitMoments::oldest_kept(VersionCadence cadence, Date day, uint32_t keep) const {
  const Date period = period_of(day, cadence, week_start_);
  const auto count = static_cast<int>(std::min(keep, kMostPeriods));
  if (cadence == VersionCadence::monthly) return add_months(period, -count);
  return add_days(period, cadence == VersionCadence::weekly ? -7 * count : -count);
}

std::shared_ptr<const SourceTree> GitMoments::program_of(const GitCommit& commit) const {
  auto tree = GitRepository::tree_of(repository_, commit.tree, repository_->prefix());
  if (!tree || main_file_.empty()) return tree;
  const Listing listing = tree->list("");
  const bool there = std::ranges::any_of(listing.entries, [&](const TreeEntry& entry) {
    return entry.kind == EntryKind::file && entry.name == main_file_;
  });
  return there ? tree : nullptr;
}

std::string GitMoments::content_of(const GitCommit& commit) const {
  return repository_->folder_id(commit.tree, repository_->prefix());
}

std::string GitMoments::place() const {
  std::string place = repository_->prefix();
  if (place.ends_with('/')) place.pop_back();
  return place.empty() ? std::string("the repository") : place;
}

}  // namespace milepost
