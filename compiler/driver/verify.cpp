// `milepost verify`: whether a snapshot bundle is whole, and is what its records give.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "driver/commands.h"
#include "driver/limits.h"
#include "driver/output.h"
#include "driver/snapshot_bundle.h"
#include "driver/snapshot_site.h"
#include "markup/html.h"
#include "text/sha256.h"
#include "version.h"

namespace milepost {
namespace {

class Verifier {
 public:
  Verifier(const CommandLine& line, const Environment& environment, SnapshotBundle& bundle)
      : line_(line), environment_(environment), bundle_(bundle) {}

  /// Why the pages were not made anew; empty: they were, and `problems` of the bundle say how they
  /// differ.
  std::string rebuild() {
    if (!bundle_.manifest) return "it has no manifest";
    const SnapshotManifest& manifest = *bundle_.manifest;
    for (const std::string& limit : manifest.limits) {
      Limits tried;
      if (const std::string problem = set_limit(tried, limit); !problem.empty()) {
        bundle_.problems.push_back(
            {snapshot_code::no_manifest, fmt::format("`{}`: {}", kSnapshotManifest, problem)});
        return "it names a limit that is none";
      }
    }
    if (line_.hashes_only) return "--hashes-only";
    if (!manifest.audience.empty()) {
      return fmt::format("it is made for `{}` and holds no records", manifest.audience);
    }
    if (manifest.tool != kVersion) {
      return fmt::format("it was made by Milepost {}, and this is {}", manifest.tool, kVersion);
    }
    if (!bundle_.records) return "its records are not what they were";
    if (manifest.limits != line_.limits) {
      std::string said;
      for (const std::string& limit : manifest.limits) said += " --limit " + limit;
      return said.empty() ? "it was made without --limit"
                          : fmt::format("it was made with{}; say the same", said);
    }
    CommandLine line = line_;
    line.as_of = to_iso(manifest.as_of);
    line.label = manifest.label;
    line.base_url = manifest.base_url;
    std::map<std::string, std::string> made;
    std::string model;
    const auto keep = [&](std::string_view path, std::string_view bytes) {
      made.emplace(std::string(kSnapshotSite) + std::string(path), sha256_hex(bytes));
      if (path == kSnapshotModel) model = bytes;
    };
    SnapshotRun run;
    if (run_snapshot(line, environment_, bundle_.records, keep, run) != kDone) {
      return "its records could not be compiled";
    }
    for (const auto& [path, hash] : made) compare(manifest, path, hash);
    compare(manifest, std::string(kSnapshotModel), sha256_hex(model));
    for (const auto& [path, file] : manifest.files) {
      if (path.starts_with(kSnapshotSite) && !made.contains(path)) {
        differs(path, "is not made of the records");
      }
    }
    compare_manifest(manifest, run);
    return {};
  }

 private:
  void differs(std::string_view path, std::string_view how) {
    bundle_.problems.push_back({snapshot_code::other_site, fmt::format("`{}` {}", path, how)});
  }

  void compare(const SnapshotManifest& manifest, const std::string& path, const std::string& hash) {
    const auto listed = manifest.files.find(path);
    if (listed == manifest.files.end()) {
      differs(path, "is made of the records, and the manifest does not list it");
    } else if (listed->second.sha256 != hash) {
      differs(path, "is not what the records give");
    }
  }

  /// What the manifest says of the program must be what the program says; its revision is the one
  /// thing that the bundle itself cannot tell.
  void compare_manifest(const SnapshotManifest& manifest, const SnapshotRun& run) {
    const bool same = run.id == manifest.id && run.title == manifest.title;
    if (!same) differs(kSnapshotManifest, "says another name of the program than its records");
    if (bundle_.text != snapshot_text(manifest)) {
      differs(kSnapshotText, "is not what the manifest gives");
    }
    for (const auto& [path, file] : manifest.files) {
      const bool known = path.starts_with(kSnapshotRecords) || path.starts_with(kSnapshotSite) ||
                         path == kSnapshotModel || path == kSnapshotText;
      if (!known) differs(path, "is no part of a snapshot");
    }
  }

  const CommandLine& line_;
  const Environment& environment_;
  SnapshotBundle& bundle_;
};

}  // namespace

int run_verify(const CommandLine& line, const Environment& environment) {
  for (const std::string& limit : line.limits) {
    Limits tried;
    if (const std::string problem = set_limit(tried, limit); !problem.empty()) {
      print_error(fmt::format("milepost: {}\n", problem));
      return kUsage;
    }
  }
  std::string problem;
  std::optional<std::string> bytes = read_snapshot_file(nullptr, line.bundle, problem);
  const std::string name = visible_text(line.bundle);
  if (!bytes) {
    print_error(fmt::format("milepost: cannot read `{}`: {}\n", name, problem));
    return kEnvironment;
  }
  SnapshotBundle bundle = read_snapshot(std::move(*bytes), true);
  const std::string skipped = Verifier(line, environment, bundle).rebuild();
  for (const SnapshotProblem& one : bundle.problems) {
    print_error(fmt::format("{}: error[MP{}]: {}\n", name, one.code, visible_text(one.message)));
  }
  const size_t files = bundle.manifest ? bundle.manifest->files.size() : 0;
  // Whoever changes a bundle could say that it cannot be made anew: that proves nothing.
  const bool untold = !skipped.empty() && !line.hashes_only;
  if (untold && bundle.manifest) {
    print_error(fmt::format("{}: error[MP{}]: the pages were not made anew to compare: {}\n", name,
                            +snapshot_code::not_rebuilt, visible_text(skipped)));
    print_error("      = help: `--hashes-only` compares with the manifest alone\n");
  }
  if (!bundle.problems.empty()) {
    print_error(fmt::format("{}: {} problem{}: it is not what was made\n", name,
                            bundle.problems.size(), bundle.problems.size() == 1 ? "" : "s"));
    return kProblems;
  }
  if (untold) return kProblems;
  const SnapshotManifest& manifest = *bundle.manifest;
  print_out(fmt::format(
      "{}: {} files as the manifest says{}; as of {}, {}\n", name, files,
      skipped.empty() ? ", and the pages are what the records give"
                      : ", which is all that was compared",
      to_iso(manifest.as_of),
      manifest.revision.empty() ? "of no commit" : "by its own word of " + manifest.revision));
  return kDone;
}

}  // namespace milepost
