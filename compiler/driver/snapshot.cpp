// `milepost snapshot`: a program at one moment as one file that can be checked.
#include <fmt/format.h>
#include <sys/stat.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "compose/names.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/snapshot_bundle.h"
#include "driver/snapshot_manifest.h"
#include "driver/snapshot_site.h"
#include "driver/version_run.h"
#include "driver/zip_option.h"
#include "files/disk.h"
#include "load/load.h"
#include "publish/site_zip.h"
#include "text/ascii.h"
#include "text/sha256.h"
#include "text/utf8.h"
#include "version.h"

namespace milepost {
namespace {

using Files = std::map<std::string, std::string>;

/// A tree that keeps what was read of it.
class KeepingTree : public SourceTree {
 public:
  explicit KeepingTree(const SourceTree& tree) : tree_(tree) {}

  Listing list(std::string_view folder) const override { return tree_.list(folder); }
  FileBytes read(std::string_view path, uint64_t limit) const override {
    FileBytes file = tree_.read(path, limit);
    if (file.error == TreeError::none) {
      const std::lock_guard guard(mutex_);
      kept_.insert_or_assign(std::string(path), file.bytes);
    }
    return file;
  }

  Files take() { return std::move(kept_); }

 private:
  const SourceTree& tree_;
  mutable std::mutex mutex_;
  mutable Files kept_;
};

/// The records of a program: what a build reads, and what it only knows to be there.
struct Records {
  Files files;
  std::map<std::string, uint64_t> others;
};

Records gather(KeepingTree& kept, const ProgramRun& run) {
  Records records;
  records.files = kept.take();
  const Program& program = run.values.program;
  for (const Asset& asset : program.assets) {
    const SourceFile& file = run.values.sources.file(asset.file);
    const std::string& path = file.text.path();
    if (records.files.contains(path)) continue;
    const uint64_t limit = program.set.settings.limits.attachment_bytes;
    if (asset.used && file.asset_size <= limit) {
      FileBytes bytes = kept.read(path, limit);
      if (bytes.error == TreeError::none) {
        records.files.emplace(path, std::move(bytes.bytes));
        continue;
      }
    }
    // An earlier bundle in the folder is no part of the program, nor would this one be.
    if (!iends_with(path, ".zip")) records.others.emplace(path, file.asset_size);
  }
  return records;
}

std::shared_ptr<MemoryTree> tree_of(const Records& records) {
  auto tree = std::make_shared<MemoryTree>();
  for (const auto& [path, size] : records.others) tree->add_entry(path, EntryKind::file, size);
  for (const auto& [path, bytes] : records.files) tree->add(path, bytes);
  return tree;
}

/// The commit that holds exactly these records; empty if there is none.
std::string revision_of(const Located& located, const Records& records, const ProgramRun& run) {
  const GitRepository::Opened git = open_repository(located);
  if (!git.repository) return {};
  const auto head = git.repository->commit("HEAD");
  if (!head) return {};
  const auto tree = GitRepository::tree(git.repository, head->id, git.repository->prefix());
  if (!tree) return {};
  for (const auto& [path, bytes] : records.files) {
    const FileBytes then = tree->read(path, bytes.size());
    if (then.error != TreeError::none || then.bytes != bytes) return {};
  }
  // What is not there any more was there: the same files have to be found in the commit.
  StageOptions options = run.options;
  options.last = Stage::load;
  StageValues values;
  run_stages(*tree, options, values);
  std::set<std::string_view> names;
  for (const SourceFile& file : run.values.sources.files) names.insert(file.text.path());
  for (const SourceFile& file : values.sources.files) {
    if (!names.contains(file.text.path())) return {};
  }
  return head->id;
}

int not_bundled(const std::string& why, const std::string& help, int status) {
  print_error(
      fmt::format("error[MP{}]: {}\n      = help: {}\n", +snapshot_code::not_bundled, why, help));
  return status;
}

/// Two names that are one elsewhere could not be unpacked there; nothing if there are none.
std::optional<std::string> collision_in(const Records& records) {
  std::map<std::string, std::string_view> keys;
  for (const auto& [path, bytes] : records.files) {
    const auto [at, is_new] = keys.emplace(collision_key(path), path);
    if (!is_new) return fmt::format("`{}` and `{}`", at->second, path);
  }
  return std::nullopt;
}

std::string place_of(const CommandLine& line, const SnapshotManifest& manifest) {
  if (!line.file_output.empty()) return line.file_output;
  const std::string name = manifest.id.empty() ? manifest.title : manifest.id;
  return fmt::format("{}-{}.zip", safe_part(name.empty() ? "program" : name),
                     to_iso(manifest.as_of));
}

/// Whether something may be written there: nothing, or an earlier zip.
bool may_replace(const std::string& path) {
  struct stat info {};
  if (path == "-" || ::lstat(path.c_str(), &info) != 0) return true;
  std::string problem;
  const auto bytes =
      S_ISREG(info.st_mode) ? read_snapshot_file(nullptr, path, problem) : std::nullopt;
  return bytes && (bytes->empty() || bytes->starts_with("PK"));
}

}  // namespace

int run_snapshot_command(const CommandLine& said, const Environment& environment) {
  CommandLine line = said;
  if (const int status = check_base_url(line); status != kDone) return status;
  if (const int status = check_label(line); status != kDone) return status;
  // Checks the command line, finds the program and its day.
  ProgramRun first;
  if (const int status = open_program(line, environment, Stage::load, first); status != kDone)
    return status;
  if (!first.located.only_file.empty()) {
    return not_bundled("a snapshot is made of a folder, not of one file",
                       "name the folder that the file is in", kUsage);
  }
  Records records;
  SnapshotManifest manifest;
  {
    auto kept = std::make_shared<KeepingTree>(*first.tree);
    SnapshotRun read;
    if (const int status = run_snapshot(line, environment, kept, {}, read); status != kDone)
      return status;
    records = gather(*kept, read.run);
    manifest.as_of = read.run.values.as_of;
    manifest.id = read.run.values.program.set.settings.id;
    manifest.title = read.run.values.program.set.settings.title;
    if (line.audience.empty()) {
      manifest.revision = revision_of(first.located, records, read.run);
    }
  }
  if (const auto two = collision_in(records)) {
    return not_bundled(
        fmt::format("{} are one name where case and accents are not told apart", *two),
        "rename one of them", kProblems);
  }
  line.as_of = to_iso(manifest.as_of);
  manifest.tool = kVersion;
  manifest.audience = line.audience;
  manifest.label = line.label;
  manifest.base_url = line.base_url;
  manifest.limits = line.limits;

  // The site is made of what is in the bundle, not of what is on the disk.
  Files bundled;
  SnapshotRun built;
  const auto keep = [&](std::string_view path, std::string_view bytes) {
    bundled.emplace(std::string(kSnapshotSite) + std::string(path), bytes);
  };
  const std::shared_ptr<MemoryTree> tree = tree_of(records);
  if (const int status = run_snapshot(line, environment, tree, keep, built); status != kDone)
    return status;
  print_error(built.warnings + built.totals + "\n");
  bundled.emplace(kSnapshotModel, bundled.at(std::string(kSnapshotSite) + "program.json"));
  if (line.audience.empty()) {
    for (auto& [path, bytes] : records.files) {
      bundled.emplace(std::string(kSnapshotRecords) + path, std::move(bytes));
    }
    manifest.others = std::move(records.others);
  }
  bundled.emplace(kSnapshotText, snapshot_text(manifest));
  for (const auto& [path, bytes] : bundled) {
    manifest.files.emplace(path, SnapshotFile{bytes.size(), sha256_hex(bytes)});
  }
  bundled.emplace(kSnapshotManifest, print_snapshot_manifest(manifest));

  std::vector<ZipFile> files;
  for (const auto& [path, bytes] : bundled) files.push_back({path, bytes});
  std::string problem;
  const std::string zip = zip_of_files(files, problem);
  if (!problem.empty()) return not_bundled(problem, "make room", kEnvironment);
  const std::string place = place_of(line, manifest);
  if (!may_replace(place)) {
    return not_bundled(fmt::format("will not write to `{}`: it is there, and is no zip", place),
                       "delete it, or name another file", kUsage);
  }
  if (const int status = deliver(place, zip); status != kDone) return status;
  if (place != "-") {
    print_out(fmt::format("{}: {} files, {}, sha256 {}\n", place, files.size(),
                          manifest.revision.empty() ? std::string("of no commit")
                                                    : "of " + manifest.revision.substr(0, 12),
                          sha256_hex(zip)));
  }
  return status_of(built.report, false, {});
}

}  // namespace milepost
