// Follows records through the commits of a repository.
#include "driver/lifelines_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyze/meaning.h"
#include "calendar/zone.h"
#include "driver/clock.h"
#include "driver/commit_times.h"
#include "driver/file_versions.h"
#include "driver/version_source.h"
#include "files/git_repository.h"

namespace milepost {
namespace {

constexpr size_t kMostCommits = 20'000;  // looked at
constexpr size_t kMostTouching = 5'000;  // of these
constexpr size_t kMostAgain = 100'000;   // files shaped again because program.yaml changed
constexpr std::string_view kProgramFile = "program.yaml";

struct Event {
  uint32_t commit = 0;
  bool typed = false;            // before and after
  LabelNumber field = 0;         // the later one
  LabelNumber was = 0, now = 0;  // of the record
};

struct Life {
  uint32_t first = 0;
  std::vector<std::pair<uint32_t, LabelNumber>> labels;  // from that commit on
  std::vector<Event> events;
  std::vector<SeenPart> parts;  // as of the last commit
};

struct Commit {
  std::string id;
  int64_t committed = 0;
};

/// The commits that touch the program up to a head, the earliest first, and what they did.
struct Chain {
  std::vector<Commit> commits;
  std::unordered_map<std::string, uint32_t> after;  // by any commit's id: how many count up to it
  std::unordered_map<std::string, Life> lives;
};

/// Puts one commit after the other on the lives of records.
class Follower {
 public:
  explicit Follower(std::unordered_map<std::string, Life>& lives) : lives_(lives) {}

  void commit(uint32_t number, const std::vector<const SeenRecord*>& before,
              const std::vector<const SeenRecord*>& after) {
    std::unordered_set<std::string_view> there;
    for (const SeenRecord* seen : after) there.insert(seen->id);
    // What is gone, by id, and by title where only one had it.
    std::unordered_set<std::string_view> gone;
    std::unordered_map<uint64_t, const SeenRecord*> titles;
    for (const SeenRecord* seen : before) {
      if (there.contains(seen->id) || !gone.insert(seen->id).second) continue;
      const auto [at, fresh] = titles.try_emplace(title_of(*seen), seen);
      if (!fresh) at->second = nullptr;
    }
    for (const SeenRecord* seen : after) {
      if (gone.empty() || lives_.contains(seen->id)) continue;
      const auto former = std::ranges::find_if(
          seen->aliases, [&](const std::string& alias) { return gone.contains(alias); });
      if (former != seen->aliases.end()) {
        rename(*former, seen->id);
      } else if (const auto same = titles.find(title_of(*seen));
                 same != titles.end() && same->second != nullptr) {
        rename(same->second->id, seen->id);
      }
    }
    for (const SeenRecord* seen : after) put(number, *seen);
  }

  /// What a record says by the rules of another program.yaml: nobody changed it.
  void say(uint32_t number, const SeenRecord& seen) {
    const auto at = lives_.find(seen.id);
    if (at == lives_.end()) return put(number, seen);
    if (at->second.labels.back().second != seen.label) {
      at->second.labels.emplace_back(number, seen.label);
    }
    at->second.parts = seen.parts;
  }

 private:
  static uint64_t title_of(const SeenRecord& record) {
    static const uint64_t title = part_named("title");
    const auto at = std::ranges::lower_bound(record.parts, title, {}, &SeenPart::name);
    return at == record.parts.end() || at->name != title ? 0 : at->meaning;
  }

  void rename(const std::string& from, const std::string& to) {
    auto node = lives_.extract(from);
    if (!node.empty()) lives_.emplace(to, std::move(node.mapped()));
  }

  void put(uint32_t number, const SeenRecord& seen) {
    const auto [at, fresh] = lives_.try_emplace(seen.id);
    Life& life = at->second;
    if (fresh) {
      life.first = number;
      life.labels = {{number, seen.label}};
      life.parts = seen.parts;
      return;
    }
    const LabelNumber was = life.labels.back().second;
    if (was != seen.label) life.labels.emplace_back(number, seen.label);
    for (size_t i = 0, j = 0; i < life.parts.size() || j < seen.parts.size();) {
      const SeenPart* a = i < life.parts.size() ? &life.parts[i] : nullptr;
      const SeenPart* b = j < seen.parts.size() ? &seen.parts[j] : nullptr;
      if (a != nullptr && b != nullptr && a->name == b->name) {
        if (a->meaning != b->meaning) {
          life.events.push_back({number, a->typed && b->typed, b->label, was, seen.label});
        }
        ++i;
        ++j;
      } else if (b == nullptr || (a != nullptr && a->name < b->name)) {
        life.events.push_back({number, a->typed, a->label, was, seen.label});
        ++i;
      } else {
        life.events.push_back({number, b->typed, b->label, was, seen.label});
        ++j;
      }
    }
    life.parts = seen.parts;
  }

  std::unordered_map<std::string, Life>& lives_;
};

Date day_of(int64_t committed, const Zone& zone) {
  const int64_t local = committed + zone.offset_at_utc(committed);
  constexpr int64_t kDay = 86'400;
  const int64_t days = local >= 0 ? local / kDay : -((-local + kDay - 1) / kDay);
  return add_days(Date{}, days);
}

}  // namespace

struct LifelineSource::State {
  State(std::string in, unsigned with) : folder(std::move(in)), jobs(with) {}

  bool open() {
    if (tried) return repository != nullptr;
    tried = true;
    repository = GitRepository::open(folder).repository;
    if (repository == nullptr) return false;
    versions.emplace(*repository, jobs);
    const std::optional<GitCommit> commit = repository->commit("HEAD");
    if (commit) head = commit->id;
    return commit.has_value();
  }

  /// The chain that has a revision: that of HEAD, else its own.
  const Chain& chain_of(const std::string& revision) {
    const Chain& main = chain(head);
    return main.after.contains(revision) ? main : chain(revision);
  }

  const Chain& chain(const std::string& from) {
    const auto [at, fresh] = chains.try_emplace(from);
    if (fresh) follow(from, at->second);
    return at->second;
  }

  void follow(const std::string& from, Chain& chain) {
    FirstParents found = repository->first_parents(from, kMostCommits + 1);
    std::vector<GitCommit> commits = std::move(found.commits);
    cut = cut || found.cut || commits.size() > kMostCommits;
    commits.resize(std::min(commits.size(), kMostCommits));
    // The earliest first, each with what it did to the program.
    std::vector<std::vector<GitChange>> changes;
    std::vector<size_t> touching;  // of `commits`
    std::string before;
    std::reverse(commits.begin(), commits.end());
    std::vector<int64_t> written;
    for (const GitCommit& commit : commits) written.push_back(commit.committed);
    const std::vector<int64_t> times = plausible_times(written, clock_now().utc_seconds);
    for (size_t i = 0; i < commits.size(); ++i) {
      std::vector<GitChange> here =
          repository->changes(before, commits[i].tree, repository->prefix());
      before = commits[i].tree;
      if (here.empty()) continue;
      touching.push_back(i);
      changes.push_back(std::move(here));
    }
    if (touching.size() > kMostTouching) {
      cut = true;
      join_oldest(changes, touching);
    }
    std::vector<std::vector<FileVersions::Key>> keys(changes.size()), anew(changes.size());
    std::map<std::string, FileVersions::Key> current;  // by path
    std::string program = versions->program({});
    size_t again = 0;
    for (size_t i = 0; i < changes.size(); ++i) {
      std::string now = program;
      for (const GitChange& change : changes[i]) {
        if (change.path == kProgramFile) now = versions->program(change.id);
      }
      for (const GitChange& change : changes[i]) {
        if (!holds_records(change.path)) continue;
        keys[i].push_back({now, change.path, change.id});
        current.erase(change.path);
        if (!change.id.empty()) versions->want(keys[i].back());
      }
      // By other rules the same files may hold other records.
      const bool others = now != program && (again += current.size()) <= kMostAgain;
      for (auto& [path, key] : current) {
        if (!others) break;
        key.program = now;
        anew[i].push_back(key);
        versions->want(key);
      }
      for (const FileVersions::Key& key : keys[i]) {
        if (!key.blob.empty()) current[key.path] = key;
      }
      program = now;
    }
    versions->shape();
    std::unordered_map<std::string, std::shared_ptr<const FileSeen>> files;
    Follower follower(chain.lives);
    for (size_t i = 0; i < keys.size(); ++i) {
      std::vector<const SeenRecord*> old_records, records;
      std::vector<std::shared_ptr<const FileSeen>> kept;  // while they are pointed to
      for (const FileVersions::Key& key : keys[i]) {
        std::shared_ptr<const FileSeen>& file = files[key.path];
        if (file != nullptr) {
          for (const SeenRecord& seen : *file) old_records.push_back(&seen);
          kept.push_back(file);
        }
        file = key.blob.empty() ? nullptr : versions->get(key);
        if (file == nullptr) continue;
        for (const SeenRecord& seen : *file) records.push_back(&seen);
      }
      follower.commit(static_cast<uint32_t>(i), old_records, records);
      for (const FileVersions::Key& key : anew[i]) {
        files[key.path] = versions->get(key);
        for (const SeenRecord& seen : *files[key.path]) {
          follower.say(static_cast<uint32_t>(i), seen);
        }
      }
      chain.commits.push_back({commits[touching[i]].id, times[touching[i]]});
    }
    for (size_t i = 0, count = 0; i < commits.size(); ++i) {
      if (count < touching.size() && touching[count] == i) ++count;
      chain.after.emplace(commits[i].id, static_cast<uint32_t>(count));
    }
  }

  /// The oldest become one, so that the others are what they were.
  static void join_oldest(std::vector<std::vector<GitChange>>& changes,
                          std::vector<size_t>& touching) {
    const size_t extra = changes.size() - kMostTouching;
    std::map<std::string, std::string> joined;
    for (size_t i = 0; i <= extra; ++i) {
      for (const GitChange& change : changes[i]) joined[change.path] = change.id;
    }
    changes[extra].clear();
    for (const auto& [path, id] : joined) changes[extra].push_back({path, id});
    changes.erase(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(extra));
    touching.erase(touching.begin(), touching.begin() + static_cast<std::ptrdiff_t>(extra));
  }

  std::string folder;
  unsigned jobs;
  std::mutex mutex;
  bool tried = false, cut = false;
  std::shared_ptr<const GitRepository> repository;
  std::optional<FileVersions> versions;
  std::string head;
  std::map<std::string, Chain> chains;  // by head
};

LifelineSource::LifelineSource(std::string folder, unsigned jobs)
    : state_(std::make_unique<State>(std::move(folder), jobs)) {}
LifelineSource::~LifelineSource() = default;

std::string LifelineSource::cut_off() const {
  const std::lock_guard lock(state_->mutex);
  if (state_->chains.empty()) return {};
  constexpr std::string_view what = "how long records are there and when they changed is told by";
  if (state_->repository->shallow()) {
    return fmt::format("this clone is shallow: {} its commits alone; {}", what, kUnshallow);
  }
  if (!state_->cut) return {};
  return fmt::format("{} the newest {} commits that touch the program, and by no older ones", what,
                     kMostTouching);
}

Lifelines LifelineSource::upto(const Asked& asked) {
  const std::lock_guard lock(state_->mutex);
  Lifelines told;
  if (!state_->open()) return told;
  const std::string& revision = asked.revision.empty() ? state_->head : asked.revision;
  const Chain& chain = state_->chain_of(revision);
  const auto end = chain.after.find(revision);
  if (end == chain.after.end()) return told;
  told.read = true;
  told.before_commit = asked.revision.empty();
  told.typed_only = asked.sees != nullptr;
  const Zone zone = Zone::find(asked.timezone).value_or(Zone());
  const auto day = [&](uint32_t commit) { return day_of(chain.commits[commit].committed, zone); };
  std::vector<bool> seen;
  for (const std::string& label : state_->versions->labels()) {
    seen.push_back(label.empty() || asked.sees == nullptr || asked.sees(label));
  }
  for (const auto& [id, life] : chain.lives) {
    if (life.first >= end->second) continue;
    Lifeline line;
    const auto shown =
        std::ranges::find_if(life.labels, [&](const auto& label) { return seen[label.second]; });
    if (shown == life.labels.end() || shown->first >= end->second) continue;
    line.first_seen = day(shown->first);
    for (const Event& event : life.events) {
      if (event.commit >= end->second) break;
      const bool may = seen[event.field] && seen[event.was] && seen[event.now];
      if (told.typed_only && (!event.typed || !may)) continue;
      line.last_changed = day(event.commit);
    }
    if (told.before_commit && seen[life.labels.back().second]) {
      for (const SeenPart& part : life.parts) {
        if (told.typed_only && (!part.typed || !seen[part.label])) continue;
        line.said.emplace_back(part.name, part.meaning);
      }
    }
    told.records.emplace(id, std::move(line));
  }
  return told;
}

}  // namespace milepost
