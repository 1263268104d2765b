// Chooses the versions of a program.
#include "driver/version_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "calendar/datetime.h"
#include "compose/names.h"
#include "driver/codes_versions.h"
#include "driver/git_moments.h"
#include "driver/snapshot_version.h"
#include "files/disk.h"
#include "render/versions_files.h"
#include "shape/coverage.h"
#include "text/ascii.h"
#include "text/natural_order.h"

namespace milepost {
namespace {

constexpr std::string_view kLatest = "latest";
constexpr size_t kShortId = 10;

bool is_pattern(std::string_view word) {
  return word.find_first_of("*?[{") != std::string_view::npos;
}

class VersionFinder {
 public:
  VersionFinder(const Settings& settings, const Located& located, const GitRepository::Opened& git,
                Date as_of, DiagnosticSink& sink)
      : settings_(settings),
        versions_(settings.versions),
        root_(located.root),
        git_(git),
        as_of_(as_of),
        sink_(sink) {
    if (git.repository) moments_.emplace(settings, located, git.repository);
  }

  std::vector<VersionSource> find() {
    if (wants_git() && can_read_git()) {
      tell_if_cut();
      find_refs(versions_.tags, moments_->tags(), VersionKind::tag, "tag");
      find_names();
      find_refs(versions_.branches, moments_->branches(), VersionKind::branch, "branch");
      for (const VersionWord& word : versions_.commits) find_commit(word);
      for (const VersionWord& word : versions_.dates) find_day(word);
      find_cadence();
      tell_of_clocks();
    }
    find_snapshots();
    leave_out_later();
    sort();
    keep_one_of_each(&VersionSource::for_insiders);
    keep_one_of_each(&VersionSource::for_others);
    std::erase_if(found_, [](const VersionSource& version) {
      return !version.for_insiders && !version.for_others;
    });
    leave_out_same();
    keep_newest();
    return std::move(found_);
  }

 private:
  bool wants_git() const {
    return !versions_.tags.empty() || !versions_.branches.empty() || !versions_.names.empty() ||
           !versions_.commits.empty() || !versions_.dates.empty() ||
           versions_.cadence != VersionCadence::none;
  }

  void say(uint16_t code, Span span, std::string message, std::string help) {
    sink_.report({code, Severity::warning, span, std::move(message), std::move(help), {}});
  }

  bool can_read_git() {
    const GitRepository::Opened& git = git_;
    switch (git.problem) {
      case GitProblem::no_git:
        say(version_code::no_git, versions_.span,
            "there is no git here: versions cannot be read from the history",
            "install git, or build with `--versions none`");
        return false;
      case GitProblem::no_repository:
        say(version_code::no_repository, versions_.span,
            "the program is in no git repository: it has no versions",
            "check it out with git, or build with `--versions none`");
        return false;
      case GitProblem::failed:
        say(version_code::repository_unreadable, versions_.span,
            git.detail.empty() ? "git cannot read the repository"
                               : fmt::format("git cannot read the repository: {}", git.detail),
            "`git status` in the program's folder says more");
        return false;
      case GitProblem::none:
        break;
    }
    if (git.repository->shallow()) {
      say(version_code::shallow_clone, versions_.span,
          "this clone of the repository is shallow: versions that it lacks are left out",
          std::string(kUnshallow));
    }
    return true;
  }

  void nothing_fits(const VersionWord& word, std::string message, std::string help) {
    // A shallow clone has been named as the reason.
    if (git_.repository->shallow()) return;
    if (help.empty()) help = "name one that is there (`git tag`, `git branch -a`), or take it out";
    say(version_code::nothing_fits, word.span, std::move(message), std::move(help));
  }

  // False: that commit has no such program.
  bool add(VersionKind kind, const std::string& name, const GitCommit& commit, Date date) {
    VersionSource version;
    version.tree = moments_->program_of(commit);
    if (!version.tree) return false;
    version.content = moments_->content_of(commit);
    version.kind = kind;
    version.date = date;
    version.revision = commit.id;
    version.repository = git_.repository;
    if (kind == VersionKind::date || kind == VersionKind::cadence) {
      version.label = to_iso(date);
    } else {
      const bool id = kind == VersionKind::commit && commit.id.starts_with(ascii_lower(name));
      version.title = id ? commit.id.substr(0, kShortId) : name;
      version.label = safe_part(version.title);
    }
    times_[version.revision] = moments_->time_of(commit);
    found_.push_back(std::move(version));
    return true;
  }

  // Who has the folder where several names are one commit: the first to be asked for; by one
  // pattern the tag that was made first, as far as tags say when; else by name. So another name
  // that is put on a commit later does not take its folder.
  struct Rank {
    size_t word = 0;
    int64_t tagged = std::numeric_limits<int64_t>::max();  // who says nothing comes last
  };

  void rank(const VersionSource& version, const GitRef& ref) {
    const auto [at, is_new] = ranks_.try_emplace({version.kind, version.title});
    if (!is_new) return;
    Rank& own = at->second;
    own.word = words_;
    if (version.kind != VersionKind::tag) return;
    if (const auto made = moments_->tagged(ref)) own.tagged = *made;
  }

  // How many fit.
  size_t add_refs(const VersionWord& word, const std::vector<GitRef>& refs, VersionKind kind) {
    size_t fitting = 0, with_program = 0;
    ++words_;
    for (const GitRef& ref : refs) {
      if (!matches_glob(word.text, ref.name)) continue;
      ++fitting;
      const auto commit = moments_->commit(ref.commit);
      if (!commit || !add(kind, ref.name, *commit, moments_->day_of(*commit))) continue;
      rank(found_.back(), ref);
      ++with_program;
    }
    if (fitting > 0 && with_program == 0) no_program(word);
    return fitting;
  }

  void no_program(const VersionWord& word) {
    say(version_code::no_program_then, word.span,
        fmt::format("`{}` is of a time when the program was not in `{}`", word.text,
                    moments_->place()),
        "choose later ones; a folder that was renamed is followed no further than its name");
  }

  void find_refs(const std::vector<VersionWord>& words, const std::vector<GitRef>& refs,
                 VersionKind kind, std::string_view what) {
    for (const VersionWord& word : words) {
      if (add_refs(word, refs, kind) > 0) continue;
      nothing_fits(word,
                   is_pattern(word.text) ? fmt::format("no {} fits `{}`", what, word.text)
                                         : fmt::format("there is no {} `{}`", what, word.text),
                   meant_ref(word.text, refs));
    }
  }

  void find_names() {
    for (const VersionWord& word : versions_.names) {
      if (add_refs(word, moments_->tags(), VersionKind::tag) > 0) continue;
      if (add_refs(word, moments_->branches(), VersionKind::branch) > 0) continue;
      std::vector<GitRef> all = moments_->tags();
      all.insert(all.end(), moments_->branches().begin(), moments_->branches().end());
      nothing_fits(word, fmt::format("no tag and no branch fits `{}`", word.text),
                   meant_ref(word.text, all));
    }
  }

  void find_commit(const VersionWord& word) {
    const auto commit = moments_->commit(word.text);
    if (!commit) {
      nothing_fits(word, fmt::format("`{}` is no commit of this repository", word.text),
                   "write a revision as git knows it: `git log --oneline` lists them");
    } else if (!add(VersionKind::commit, word.text, *commit, moments_->day_of(*commit))) {
      no_program(word);
    }
  }

  void find_day(const VersionWord& word) {
    const auto day = moments_->day(word.text);
    if (!day) {
      // What program.yaml says was told where it was read.
      if (!word.span.is_place()) {
        say(version_code::nothing_fits, word.span, fmt::format("there is no day `{}`", word.text),
            "write it as in 2026-06-30");
      }
      return;
    }
    const GitCommit* head = moments_->head();
    if (head != nullptr && *day >= as_of_ && *day >= moments_->day_of(*head)) {
      say(version_code::day_not_over, word.span,
          fmt::format("`{}` is not over: the last commit is of {}, and it is built as of {}",
                      word.text, to_iso(moments_->day_of(*head)), to_iso(as_of_)),
          "it is a version from the next day on; name one before it");
      return;
    }
    const GitCommit* commit = moments_->last_of(*day);
    if (commit == nullptr) {
      nothing_fits(word, fmt::format("there is no commit of `{}` or before", word.text),
                   "name a later day");
    } else if (!add(VersionKind::date, word.text, *commit, *day)) {
      no_program(word);
    } else {
      // That a later day is over shows in commits alone.
      found_.back().for_others = *day < as_of_;
    }
  }

  void find_cadence() {
    if (versions_.cadence == VersionCadence::none) return;
    for (const GitCommit* commit : moments_->last_of_each(versions_.cadence)) {
      if (!add(VersionKind::cadence, {}, *commit, moments_->day_of(*commit))) continue;
      found_.back().for_others = false;
    }
    for (const auto& [commit, end] : moments_->last_of_each_before(versions_.cadence, as_of_)) {
      if (!add(VersionKind::cadence, {}, *commit, end)) continue;
      found_.back().for_insiders = false;
    }
  }

  // What is of a day after that on which all is judged is no past of it.
  void leave_out_later() {
    const auto later = [&](const VersionSource& version) { return version.date > as_of_; };
    const auto first = std::ranges::find_if(found_, later);
    if (first == found_.end()) return;
    say(version_code::day_not_over, versions_.span,
        fmt::format(
            "the program is judged as of {}, and `{}` is of {}: versions that are later are "
            "left out",
            to_iso(as_of_), name_of(*first), to_iso(first->date)),
        "take `as_of:` out of program.yaml, or build with a later `--as-of`");
    std::erase_if(found_, later);
  }

  // Of those for others; so much is known without reading them.
  void leave_out_same() {
    std::string before;
    std::erase_if(found_, [&](const VersionSource& version) {
      if (!version.for_others) return false;
      const bool same = !version.content.empty() && version.content == before;
      before = version.content;
      return same && version.kind == VersionKind::cadence;
    });
  }

  // The newest of the cadence have a folder. For others by the calendar: how many weeks had a
  // commit is nothing that they know.
  void keep_newest() {
    if (versions_.keep == 0) return;
    const Date oldest =
        moments_ ? moments_->oldest_kept(versions_.cadence, as_of_, versions_.keep) : Date();
    uint32_t insiders = 0;
    for (auto version = found_.rbegin(); version != found_.rend(); ++version) {
      if (version->kind != VersionKind::cadence) continue;
      version->kept =
          version->for_insiders ? ++insiders <= versions_.keep : version->date >= oldest;
    }
  }

  void find_snapshots() {
    if (versions_.snapshots.empty()) return;
    const DiskTree tree(root_);
    for (const VersionWord& word : versions_.snapshots) {
      const std::vector<std::string> paths = snapshots_below(tree, word.text);
      if (paths.empty()) {
        say(version_code::nothing_fits, word.span,
            fmt::format("no snapshot of the program's folder fits `{}`", word.text),
            "`milepost snapshot -o` writes one there");
      }
      for (const std::string& path : paths) {
        OpenedVersion opened = open_snapshot(&tree, path);
        if (opened.version) {
          found_.push_back(std::move(*opened.version));
        } else {
          say(version_code::bad_snapshot, word.span, std::move(opened.problem),
              fmt::format("`milepost verify {}` says more", path));
        }
      }
    }
  }

  void tell_if_cut() {
    if (!moments_->cut()) return;
    say(version_code::repository_unreadable, versions_.span,
        fmt::format("the history is longer than is read: what is older than commit `{}` of {} is "
                    "left out",
                    moments_->history().back().id.substr(0, kShortId),
                    to_iso(moments_->day_of(moments_->history().back()))),
        "keep older versions as snapshots");
  }

  void tell_of_clocks() {
    const GitCommit* commit = moments_->off_clock();
    if (commit == nullptr) return;
    say(version_code::clock_wrong, versions_.span,
        fmt::format("commit `{}` says that it is of {}, which those around it cannot follow: it "
                    "counts as of {}",
                    commit->id.substr(0, kShortId), to_iso(moments_->written_day(*commit)),
                    to_iso(moments_->day_of(*commit))),
        "nothing has to be done; the clock of whoever made it was wrong");
  }

  void sort() {
    std::ranges::stable_sort(found_, [this](const VersionSource& a, const VersionSource& b) {
      if (a.date != b.date) return a.date < b.date;
      if (a.for_insiders != b.for_insiders) return a.for_insiders;
      const int64_t a_time = times_[a.revision], b_time = times_[b.revision];
      if (a_time != b_time) return a_time < b_time;
      if (a.revision != b.revision) return a.revision < b.revision;
      if (a.kind != b.kind) return a.kind < b.kind;
      const Rank a_rank = ranks_[{a.kind, a.title}], b_rank = ranks_[{b.kind, b.title}];
      if (a_rank.word != b_rank.word) return a_rank.word < b_rank.word;
      if (a_rank.tagged != b_rank.tagged) return a_rank.tagged < b_rank.tagged;
      if (natural_less(a.label, b.label)) return true;
      return !natural_less(b.label, a.label) && a.label < b.label;
    });
  }

  // Others are not told of days, by folders that lead on, on which somebody committed.
  static bool is_of_day(const VersionSource& version) {
    return version.kind == VersionKind::date || version.kind == VersionKind::cadence;
  }

  // Of those that are for `readers`.
  void keep_one_of_each(bool VersionSource::*readers) {
    const bool insiders = readers == &VersionSource::for_insiders;
    const auto aliases = insiders ? &VersionSource::aliases : &VersionSource::aliases_for_others;
    std::map<std::pair<std::string, Date>, VersionSource*> moments;
    std::map<std::string, const VersionSource*> labels, days;
    for (const VersionSource& version : found_) {
      if (version.*readers && is_of_day(version)) days.emplace(version.label, &version);
    }
    for (VersionSource& version : found_) {
      if (!(version.*readers)) continue;
      version.*readers = false;
      const std::string key = ascii_lower(version.label);
      if (key == kLatest) {
        same_folder(version, "the working folder");
        continue;
      }
      if (is_above_versions(key)) {
        name_of_file(version);
        continue;
      }
      // What is called like a day takes no other day's folder, which may be there already.
      if (const auto day = days.find(version.label);
          !is_of_day(version) && day != days.end() &&
          (day->second->revision != version.revision || day->second->date != version.date)) {
        same_folder(version, "the version of that day");
        continue;
      }
      const bool has_moment = !version.revision.empty() && (insiders || !is_of_day(version));
      const auto same = has_moment ? moments.find({version.revision, version.date}) : moments.end();
      if (same != moments.end()) {
        // Its links lead on to the one that stays.
        if (labels.emplace(key, same->second).second) {
          (same->second->*aliases).push_back(version.label);
        }
        continue;
      }
      const auto [at, is_new] = labels.emplace(key, &version);
      if (!is_new) {
        // A day that was asked for is the last of a week.
        if (!is_of_day(version)) same_folder(version, fmt::format("`{}`", name_of(*at->second)));
        continue;
      }
      version.*readers = true;
      if (has_moment) moments.emplace(std::pair(version.revision, version.date), &version);
    }
  }

  static const std::string& name_of(const VersionSource& version) {
    return version.title.empty() ? version.label : version.title;
  }

  void same_folder(const VersionSource& version, std::string_view other) {
    if (!said_.insert(version.label).second) return;
    say(version_code::same_folder, versions_.span,
        fmt::format("`{}` and {} would both be in the folder `{}/` of the site; it is left out",
                    name_of(version), other, ascii_lower(version.label)),
        "choose by a pattern that one of them does not fit");
  }

  void name_of_file(const VersionSource& version) {
    if (!said_.insert(version.label).second) return;
    say(version_code::same_folder, versions_.span,
        fmt::format("`{}` would be in the folder `{}/` of the site, where something else has that "
                    "name; it is left out",
                    name_of(version), ascii_lower(version.label)),
        "choose by a pattern that it does not fit");
  }

  const Settings& settings_;
  const VersionSettings& versions_;
  const std::string& root_;
  const GitRepository::Opened& git_;
  Date as_of_;
  DiagnosticSink& sink_;
  std::optional<GitMoments> moments_;
  std::vector<VersionSource> found_;
  std::map<std::string, int64_t> times_;                       // of commits
  size_t words_ = 0;                                           // that were looked for
  std::map<std::pair<VersionKind, std::string>, Rank> ranks_;  // by name
  std::set<std::string> said_;  // labels that are the folder of another
};

}  // namespace

std::vector<VersionSource> find_versions(const Settings& settings, const Located& located,
                                         const GitRepository::Opened& git, Date as_of,
                                         DiagnosticSink& sink) {
  return VersionFinder(settings, located, git, as_of, sink).find();
}

}  // namespace milepost
