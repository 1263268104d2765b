// Builds the versions of a program into one site.
#include "driver/version_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "compare/changes.h"
#include "compare/history.h"
#include "compose/change_words.h"
#include "driver/tool_identity.h"
#include "driver/version_change.h"
#include "driver/version_views.h"
#include "render/versions_files.h"
#include "text/ascii.h"
#include "text/sha256.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

// The folder of a theme's files above the versions: the same for the same files.
std::string theme_folder(const Theme& theme) {
  std::string all;
  for (const StaticFile& file : theme_files(theme, {"", kLatest})) {
    all += fmt::format("{} {}\n", file.path, sha256_hex(file.bytes));
  }
  return "assets/" + sha256_hex(all).substr(0, 16) + "/";
}

// What is kept of an audience's versions while later ones are built.
struct Line {
  VersionedSite* site = nullptr;
  History history;
  std::optional<Outline> before;          // the version before
  VersionSource source;                   // of that one
  std::map<std::string, GonePage> known;  // by path: where a page was last
  std::vector<VersionEntry> entries;
  std::vector<std::string> themes;  // folders that are written
  std::string place;                // of the pages that were written last
  /// What the pages of each folder of the site that is there were made of, by folder, and of those
  /// that were built so far.
  std::map<std::string, std::string, std::less<>> old_keys, keys;
  /// Of all versions so far; empty: no later one can be known again.
  std::string chain;
};

// The keys, in the site: "key folder" a line. Nobody reads it but the next build.
constexpr const char* kKeys = ".milepost-versions";

std::map<std::string, std::string, std::less<>> read_keys(const Publisher& publisher) {
  std::map<std::string, std::string, std::less<>> keys;
  const std::string text = publisher.old_file(kKeys).value_or(std::string());
  for (const std::string_view line : split(text, '\n')) {
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    keys.emplace(line.substr(space + 1), line.substr(0, space));
  }
  return keys;
}

class VersionsBuild {
 public:
  VersionsBuild(VersionReader& reader, unsigned jobs, const VersionTools& tools,
                std::vector<VersionedSite>& sites)
      : reader_(reader), jobs_(jobs), tools_(tools) {
    for (VersionedSite& site : sites) {
      site.publisher->share_equal_files();
      Line& line = lines_.emplace_back();
      line.site = &site;
      line.chain = tool_identity();
      line.old_keys = read_keys(*site.publisher);
    }
  }

  // `published`: it has a folder. The history of the later ones is told from all that were, so that
  // they stay as they are when this one is no longer kept.
  void place(VersionViews version, bool published, bool last) {
    for (size_t i = 0; i < version.views.size(); ++i) {
      VersionView& one = version.views[i];
      Line& line = lines_[one.site];
      line.site->told += one.told;
      if (one.view) add(line, version, one, published, last);
    }
  }

  void finish() {
    for (Line& line : lines_) {
      Publisher& publisher = *line.site->publisher;
      for (const StaticFile& file : versions_files(*line.before, line.entries)) {
        publisher.write(file.path, file.bytes);
      }
      std::string keys;
      for (const auto& [folder, key] : line.keys) keys += key + " " + folder + "\n";
      if (!keys.empty()) publisher.write(kKeys, keys);
      line.site->built.result = publisher.finish();
    }
  }

 private:
  // `last`: no version comes after it.
  void add(Line& line, const VersionViews& version, VersionView& one, bool published, bool last) {
    const Theme& theme = *version.theme;
    const std::string& folder = one.folder;
    const bool taken =
        std::ranges::find(line.entries, folder, &VersionEntry::folder) != line.entries.end();
    if (taken) {
      line.site->told += fmt::format(
          "milepost: version `{}`: another version has that folder; it is left out\n", folder);
      return;
    }
    View view = std::move(*one.view);
    auto past = std::make_unique<Past>();
    if (line.before)
      past->changes = compare_views(line.before->view, view, change_words(theme.words()));
    const SiteTools tools = tools_of(version);
    if (one.only_if_changed && past->changes && past->changes->records.empty() &&
        is_same(line, version, one, view, tools)) {
      return;
    }
    line.source = version.source;
    static const std::vector<RecordChange> none;
    add_version(line.history, view, past->changes ? past->changes->records : none);
    const bool stays = reader_.stays(version.source);
    const std::string key = next_key(line, one, stays);
    past->history = line.history;
    for (const auto& [path, page] : line.known) past->gone.push_back(page);

    // Nearly all versions have one theme; its name is made of all of its files.
    std::string& shared = theme_folders_[theme.digest()];
    if (shared.empty()) shared = theme_folder(theme);
    SiteFrame frame{shared, folder};
    Publisher& publisher = *line.site->publisher;
    if (published && std::ranges::find(line.themes, frame.theme) == line.themes.end()) {
      for (const StaticFile& file : theme_files(theme, frame)) {
        publisher.write(file.path, file.bytes);
      }
      line.themes.push_back(frame.theme);
    }
    frame.theme = "../" + frame.theme;
    Outline outline = compose_pages(std::move(view), tools, frame, std::move(past));
    remember(line, outline, stays);
    if (published) write(line, outline, tools, one, key, last);
    line.before = std::move(outline);
  }

  void write(Line& line, const Outline& outline, const SiteTools& tools, const VersionView& one,
             const std::string& key, bool last) {
    const std::string& folder = one.folder;
    Publisher& publisher = *line.site->publisher;
    const SiteFolder place{folder + "/", last, std::exchange(line.place, folder + "/")};
    const auto old = line.old_keys.find(folder);
    if (!last && !key.empty() && old != line.old_keys.end() && old->second == key &&
        publisher.keep_folder(place.path)) {
      // What its pages are made of is what they were made of.
      line.site->built.pages += outline.document_page == kNoPage ? outline.pages.size() : 1;
      line.keys.emplace(folder, key);
    } else {
      BuiltSite& built = line.site->built;
      const size_t troubles = built.warnings.size();
      write_pages(outline, publisher, tools, place, built, [](const char*) {});
      // A drawing that took too long may be there the next time.
      if (!last && !key.empty() && built.warnings.size() == troubles)
        line.keys.emplace(folder, key);
    }
    line.entries.push_back(version_entry(outline));
    line.entries.back().aliases = one.aliases;
    for (const std::string& alias : one.aliases) {
      for (const StaticFile& file : alias_files(outline, alias)) {
        publisher.write(file.path, file.bytes);
      }
    }
  }

  // A name for all that the pages of a version are made of: it, and those before it; empty: there
  // is none.
  static std::string next_key(Line& line, const VersionView& one, bool stays) {
    if (line.chain.empty() || one.made_of.empty()) {
      line.chain.clear();
    } else {
      line.chain =
          sha256_hex(fmt::format("{}\n{}\n{}\n{}\n", line.chain, one.made_of, one.folder, stays));
    }
    return line.chain;
  }

  SiteTools tools_of(const VersionViews& version) const {
    return {*version.theme, *version.tree, version.limits, tools_.layouts, jobs_, tools_.progress};
  }

  // Whether a version tells an audience nothing that the one before did not. What is computed moves
  // with the day: that of before is judged as of this one.
  bool is_same(const Line& line, const VersionViews& version, const VersionView& one, View& view,
               const SiteTools& tools) {
    if (version.source.revision == line.source.revision) return true;
    VersionViews before = reader_.read_again(line.source, version.source, one.site);
    VersionView& was = before.views.front();
    if (!was.view) return false;
    // What differs may be nothing that a page shows.
    return (!one.made_of.empty() && was.made_of == one.made_of) ||
           digest_of_site(*was.view, tools_of(before)) == digest_of_site(view, tools);
  }

  static void remember(Line& line, const Outline& outline, bool stays) {
    const std::string name = version_entry(outline).name;
    for (uint32_t i = 0; i < outline.pages.size(); ++i) {
      const OutlinePage& page = outline.pages[i];
      if (page.kind == OutlineKind::not_found || !outline.is_written(i)) continue;
      std::string title = title_of_page(outline, i);
      if (title.empty()) title = outline.view.program.title;
      line.known[page.path.file()] = {page.path.file(), std::move(title),
                                      stays ? outline.frame.folder : std::string(), name};
    }
  }

  VersionReader& reader_;
  unsigned jobs_;
  const VersionTools& tools_;
  std::map<std::string, std::string> theme_folders_;  // by Theme::digest()
  std::vector<Line> lines_;
};

// Whether what one thread asks of the repository may be told from what another asks: of a clone
// that lacks files only the count of those that were asked for is known.
bool may_overlap(const std::vector<VersionSource>& versions) {
  return std::ranges::none_of(versions, [](const VersionSource& version) {
    const auto& repository = version.repository;
    return repository != nullptr && (repository->partial() || repository->shallow());
  });
}

}  // namespace

bool wants_versions(const CommandLine& line, const Settings& settings) {
  if (line.versions.empty()) return settings.versions.written;
  return line.versions != "none";
}

VersionSettings versions_of(const CommandLine& line, const Settings& settings) {
  if (line.versions.empty()) return settings.versions;
  VersionSettings versions;
  versions.written = true;
  std::string_view rest = line.versions;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(", "), rest.size());
    if (end > 0) add_version_word(versions, rest.substr(0, end), Span{});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return versions;
}

void build_versions(const std::vector<VersionSource>& all, ProgramRun& now, const Report& report,
                    const Theme& theme, const VersionTools& tools,
                    std::vector<VersionedSite>& sites) {
  std::vector<Audience> audiences;
  for (const VersionedSite& site : sites) audiences.push_back(site.audience);
  VersionReader reader(now, report, theme, tools.line, std::move(audiences));
  std::vector<VersionSource> versions;
  std::ranges::copy_if(all, std::back_inserter(versions), [&](const VersionSource& version) {
    return !reader.readers_of(version).empty();
  });

  // While one version is made into pages the next is read: much of both is the work of one thread.
  VersionsBuild build(reader, now.jobs, tools, sites);
  const unsigned threads = may_overlap(versions) ? std::min(now.jobs, 2u) : 1;
  std::optional<VersionViews> next;
  const auto read = [&](size_t i) {
    next = i < versions.size() ? reader.read(versions[i], reader.readers_of(versions[i]))
                               : reader.read_now();
  };
  read(0);
  for (size_t i = 0; i <= versions.size(); ++i) {
    std::optional<VersionViews> ready = std::exchange(next, std::nullopt);
    for_each_index(threads, 2, [&](size_t task) {
      if (task == 0) {
        const bool last = i == versions.size();
        build.place(std::move(*ready), last || versions[i].kept, last);
      } else if (i < versions.size()) {
        read(i + 1);
      }
    });
  }
  build.finish();
}

}  // namespace milepost
