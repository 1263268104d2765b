// Builds the versions of a program into one site.
#include "driver/version_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "compare/changes.h"
#include "compare/history.h"
#include "compose/change_words.h"
#include "compose/localize.h"
#include "compose/phrases.h"
#include "driver/audience_report.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "driver/version_run.h"
#include "redact/now_labels.h"
#include "render/versions_files.h"
#include "text/ascii.h"
#include "text/sha256.h"

namespace milepost {
namespace {

constexpr const char* kLatest = "latest";

// The folder of a theme's files above the versions: the same for the same files.
std::string theme_folder(const Theme& theme) {
  std::string all;
  for (const StaticFile& file : theme_files(theme, {"", kLatest})) {
    all += fmt::format("{} {}\n", file.path, sha256_hex(file.bytes));
  }
  return "assets/" + sha256_hex(all).substr(0, 16) + "/";
}

std::string base_url_of(const CommandLine& line, const Settings& settings) {
  std::string base = line.base_url.empty() ? settings.base_url : line.base_url;
  if (base.empty()) return base;
  if (base.back() != '/') base += '/';
  return base + kLatest + "/";
}

// What is kept of an audience's versions while later ones are built.
struct Line {
  VersionedSite* site = nullptr;
  History history;
  std::optional<Outline> before;  // the version before; of one without a folder only its View
  std::map<std::string, GonePage> known;  // by path: where a page was last
  std::vector<VersionEntry> entries;
  std::vector<std::string> themes;  // folders that are written
};

class VersionsBuild {
 public:
  VersionsBuild(ProgramRun& now, const Report& report, const Theme& theme,
                const VersionTools& tools, std::vector<VersionedSite>& sites)
      : now_(now), labels_(labels_of_now(now)), report_(report), theme_(theme), tools_(tools) {
    for (VersionedSite& site : sites) {
      site.publisher->share_equal_files();
      lines_.emplace_back().site = &site;
    }
  }

  // `published`: it has a folder. The history of the later ones is told from all that were, so that
  // they stay as they are when this one is no longer kept.
  void version(const VersionSource& source, bool published) {
    published_ = published;
    std::vector<size_t> all, outsiders;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const bool told = lines_[i].site->audience.insider || source.kind != VersionKind::cadence;
      (told ? all : outsiders).push_back(i);
    }
    if (!all.empty()) version(source, all);
    if (!outsiders.empty()) version(of_period(source), outsiders);
    published_ = true;
  }

  void latest() {
    // Called what a version of this moment is called, so that it is the same site.
    const std::string& label = tools_.line.label;
    const bool says_more = !label.empty() && label != to_iso(now_.values.as_of);
    const ViewEdition edition{
        label.empty() ? kLatest : label, says_more ? label : std::string(), now_.values.as_of, {}};
    for (size_t i = 0; i < lines_.size(); ++i) {
      add(lines_[i], now_, report_, lines_[i].site->audience, theme_, {kLatest, edition, {}, false},
          true, i + 1 == lines_.size());
    }
  }

  void finish() {
    for (Line& line : lines_) {
      Publisher& publisher = *line.site->publisher;
      for (const StaticFile& file : versions_files(*line.before, line.entries)) {
        publisher.write(file.path, file.bytes);
      }
      line.site->built.result = publisher.finish();
    }
  }

 private:
  // A version of an audience: its folder, what it is called, the folders that lead to it.
  struct Edition {
    std::string folder;
    ViewEdition edition;
    std::vector<std::string> aliases;
    bool only_if_changed = false;  // it is none if no record changed
  };

  // On which day of a week somebody committed tells an audience of commits that it may know nothing
  // of: to them a version of a cadence is of the end of its period.
  VersionSource of_period(VersionSource source) {
    const Settings& settings = now_settings();
    const VersionCadence cadence = versions_of(tools_.line, settings).cadence;
    if (cadence == VersionCadence::weekly) {
      source.date = add_days(week_begin(source.date, settings.dates.week_start), 6);
    } else if (cadence == VersionCadence::monthly) {
      source.date = last_of_month(source.date);
    }
    source.label = to_iso(source.date);
    return source;
  }

  void version(const VersionSource& source, const std::vector<size_t>& wanted) {
    ProgramRun run;
    if (!run_version(source, now_, Stage::check, run, labels_)) {
      for (const size_t i : wanted) {
        tell(lines_[i], source.label,
             lacks_files(*source.repository, source.label) + "; it is left out");
      }
      return;
    }
    std::optional<ThemeRun> theme;
    if (const std::string problem = open_theme(tools_.line, run, theme); !problem.empty()) {
      for (const size_t i : wanted) tell(lines_[i], source.label, problem + "; it is left out");
      return;
    }
    const std::vector<Audience> audiences = audiences_then(run);
    const std::vector<bool> unread = labels_unread(run.values, audiences);
    std::vector<bool> leaks(audiences.size());
    if (!tools_.line.audience.empty()) leaks = report_leaks(run.values, audiences, run.jobs);
    const Report report = report_of(run);
    const auto errors = static_cast<size_t>(
        std::ranges::count(report.items, Severity::error, &ReportItem::severity));
    const ViewEdition edition{source.label, source.title, source.date, source.revision};
    for (const size_t i : wanted) {
      if (unread[i] || leaks[i]) {
        tell(lines_[i], source.label,
             "it would tell what its audience may not know, or a label in it cannot be read; it is "
             "left out");
        continue;
      }
      if (errors > 0) {
        tell(lines_[i], source.label,
             fmt::format("{} in its own files; {} not count",
                         errors == 1 ? "one error" : fmt::format("{} errors", errors),
                         errors == 1 ? "it does" : "they do"));
      }
      const bool insider = lines_[i].site->audience.insider;
      Edition one{source.label, edition, source.aliases,
                  !insider && source.kind == VersionKind::cadence};
      // Of others an audience is told only what is chosen by name.
      if (!insider) std::erase(one.aliases, to_iso(source.date));
      add(lines_[i], run, report, audiences[i], theme->theme, one, false, i == wanted.back());
    }
  }

  void tell(Line& line, std::string_view label, std::string_view what) {
    line.site->told += fmt::format("milepost: version `{}`: {}\n", label, what);
  }

  // What each audience was meant to see then, and is meant to see now.
  std::vector<Audience> audiences_then(const ProgramRun& run) const {
    std::vector<Audience> audiences;
    for (const Line& line : lines_) {
      audiences.push_back(labels_->of_then(line.site->audience, run.values.program));
    }
    return audiences;
  }

  void add(Line& line, ProgramRun& run, const Report& report, const Audience& audience,
           const Theme& theme, const Edition& one, bool last_version, bool last_site) {
    const bool taken =
        std::ranges::find(line.entries, one.folder, &VersionEntry::folder) != line.entries.end();
    if (taken) return tell(line, one.folder, "another version has that folder; it is left out");
    const Settings settings = run.values.program.set.settings;
    ViewOptions options{audience,
                        base_url_of(tools_.line, now_settings()),
                        last_site,
                        hidden_words_of(theme.words()),
                        theme.layout() != SiteLayout::document,
                        one.edition};
    View view = view_of(run, report, options);
    localize(view, theme.words());
    auto past = std::make_unique<Past>();
    if (line.before)
      past->changes = compare_views(line.before->view, view, change_words(theme.words()));
    if (one.only_if_changed && past->changes && past->changes->records.empty()) return;
    static const std::vector<RecordChange> none;
    add_version(line.history, view, past->changes ? past->changes->records : none);
    if (!published_) {
      // It has no pages; the version after it is compared with it.
      line.before.emplace();
      line.before->view = std::move(view);
      return;
    }
    past->history = line.history;
    for (const auto& [path, page] : line.known) past->gone.push_back(page);

    const std::string& folder = one.folder;
    SiteFrame frame{theme_folder(theme), folder};
    Publisher& publisher = *line.site->publisher;
    if (std::ranges::find(line.themes, frame.theme) == line.themes.end()) {
      for (const StaticFile& file : theme_files(theme, frame)) {
        publisher.write(file.path, file.bytes);
      }
      line.themes.push_back(frame.theme);
    }
    frame.theme = "../" + frame.theme;
    const SiteTools tools{theme,          *run.tree, settings.limits,
                          tools_.layouts, run.jobs,  tools_.progress};
    Outline outline = compose_pages(std::move(view), tools, frame, std::move(past));
    write_pages(outline, publisher, tools, {folder + "/", last_version}, line.site->built,
                [](const char*) {});
    line.entries.push_back(version_entry(outline));
    line.entries.back().aliases = one.aliases;
    for (const std::string& alias : one.aliases) {
      for (const StaticFile& file : alias_files(outline, alias)) {
        publisher.write(file.path, file.bytes);
      }
    }
    remember(line, outline);
    line.before = std::move(outline);
  }

  const Settings& now_settings() {
    if (!settings_) settings_ = now_.values.program.set.settings;
    return *settings_;
  }

  static void remember(Line& line, const Outline& outline) {
    const std::string name = version_entry(outline).name;
    for (uint32_t i = 0; i < outline.pages.size(); ++i) {
      const OutlinePage& page = outline.pages[i];
      if (page.kind == OutlineKind::not_found || !outline.is_written(i)) continue;
      std::string title = title_of_page(outline, i);
      if (title.empty()) title = outline.view.program.title;
      line.known[page.path.file()] = {page.path.file(), std::move(title), outline.frame.folder,
                                      name};
    }
  }

  ProgramRun& now_;
  std::shared_ptr<const NowLabels> labels_;
  const Report& report_;
  const Theme& theme_;
  const VersionTools& tools_;
  std::optional<Settings> settings_;
  bool published_ = true;  // the version that is built has a folder
  std::vector<Line> lines_;
};

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

void build_versions(const std::vector<VersionSource>& versions, uint32_t keep, ProgramRun& now,
                    const Report& report, const Theme& theme, const VersionTools& tools,
                    std::vector<VersionedSite>& sites) {
  VersionsBuild build(now, report, theme, tools, sites);
  // The newest of the cadence have a folder.
  auto old =
      static_cast<size_t>(std::ranges::count(versions, VersionKind::cadence, &VersionSource::kind));
  old = keep == 0 || old < keep ? 0 : old - keep;
  for (const VersionSource& version : versions) {
    const bool published = version.kind != VersionKind::cadence || old == 0;
    if (!published) --old;
    build.version(version, published);
  }
  build.latest();
  build.finish();
}

}  // namespace milepost
