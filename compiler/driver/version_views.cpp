// Reads versions for audiences.
#include "driver/version_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compose/localize.h"
#include "compose/phrases.h"
#include "driver/audience_report.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "driver/version_build.h"
#include "driver/version_run.h"
#include "parse/body_memory.h"
#include "redact/now_labels.h"
#include "redact/view_digest.h"
#include "text/sha256.h"

namespace milepost {
namespace {

std::string base_url_of(const CommandLine& line, const Settings& settings) {
  std::string base = line.base_url.empty() ? settings.base_url : line.base_url;
  if (base.empty()) return base;
  if (base.back() != '/') base += '/';
  return base + kLatest + "/";
}

void tell(VersionView& view, std::string_view label, std::string_view what) {
  view.told += fmt::format("milepost: version `{}`: {}\n", label, what);
}

// See VersionView::made_of.
std::string made_of(const View& view, const Theme& theme, const SourceSet& sources,
                    const Limits& limits) {
  std::string all =
      fmt::format("{}\n{}\n{}\n", view_digest(view), theme.digest(), limits.attachment_bytes);
  // A View has the names of attachments, and not what is in them.
  for (const ViewAsset& asset : view.assets) {
    const FileId file = asset.copied ? sources.find(asset.path) : kNoFile;
    if (file == kNoFile) continue;
    const std::string& content = sources.file(file).content;
    if (content.empty()) return {};
    all += content + "\n";
  }
  return sha256_hex(all);
}

}  // namespace

VersionReader::VersionReader(ProgramRun& now, const Report& report, const Theme& theme,
                             const CommandLine& line, std::vector<Audience> audiences)
    : now_(now),
      report_(report),
      theme_(theme),
      line_(line),
      settings_(now.values.program.set.settings),
      audiences_(std::move(audiences)),
      labels_(labels_of_now(now)) {
  now_.options.memory = std::make_shared<BodyMemory>();
}

bool VersionReader::stays(const VersionSource& version) const {
  return version.kind != VersionKind::cadence || versions_of(line_, settings_).keep == 0;
}

std::vector<size_t> VersionReader::readers_of(const VersionSource& version) const {
  std::vector<size_t> readers;
  for (size_t i = 0; i < audiences_.size(); ++i) {
    if (audiences_[i].insider ? version.for_insiders : version.for_others) readers.push_back(i);
  }
  return readers;
}

View VersionReader::make_view(ProgramRun& run, const Report& report, const Audience& audience,
                              const Theme& theme, const ViewEdition& edition, bool last) const {
  View view =
      view_of(run, report,
              {audience, base_url_of(line_, settings_), last, hidden_words_of(theme.words()),
               theme.layout() != SiteLayout::document, edition});
  localize(view, theme.words());
  return view;
}

VersionViews VersionReader::read(const VersionSource& version, const std::vector<size_t>& wanted) {
  const std::lock_guard guard(mutex_);
  return read_in_turn(version, wanted);
}

VersionViews VersionReader::read_again(const VersionSource& before, const VersionSource& now,
                                       size_t audience) {
  const std::lock_guard guard(mutex_);
  VersionSource again = before;
  again.date = now.date;
  again.label = now.label;
  again.title = now.title;
  return read_in_turn(again, {audience});
}

VersionViews VersionReader::read_in_turn(const VersionSource& version,
                                         const std::vector<size_t>& wanted) {
  VersionViews result;
  result.source = version;
  for (const size_t i : wanted) result.views.emplace_back().site = i;
  const auto leave_out = [&](const std::string& why) {
    for (VersionView& view : result.views) tell(view, version.label, why + "; it is left out");
    return std::move(result);
  };
  now_.options.memory->next_version();
  ProgramRun run;
  if (!run_version(version, now_, Stage::check, run, labels_)) {
    return leave_out(lacks_files(*version.repository, version.label));
  }
  std::optional<ThemeRun> theme;
  if (const std::string problem = open_theme(line_, run, theme); !problem.empty()) {
    return leave_out(problem);
  }
  // What each audience was meant to see then, and is meant to see now.
  std::vector<Audience> then;
  for (const Audience& audience : audiences_) {
    then.push_back(labels_->of_then(audience, run.values.program));
  }
  const std::vector<bool> unread = labels_unread(run.values, then);
  std::vector<bool> leaks(then.size());
  if (!line_.audience.empty()) leaks = report_leaks(run.values, then, run.jobs);
  const Report report = report_of(run);
  const auto errors =
      static_cast<size_t>(std::ranges::count(report.items, Severity::error, &ReportItem::severity));
  const ViewEdition edition{version.label, version.title, version.date, version.revision};
  result.limits = run.values.program.set.settings.limits;
  for (VersionView& one : result.views) {
    if (unread[one.site] || leaks[one.site]) {
      const std::string why =
          why_untold(run.values, report, places_of(run.values.sources), then[one.site]);
      const std::string& name = audiences_[one.site].name;
      tell(one, version.label,
           fmt::format("{}; it is left out for {} (what a commit says stays; `versions:` or "
                       "`--versions` may name others)",
                       why.empty() ? "it would tell what its audience may not know" : why,
                       name.empty() ? std::string("a plain build") : "`" + name + "`"));
      continue;
    }
    if (errors > 0) {
      tell(one, version.label,
           fmt::format("{} in its own files; {} not count",
                       errors == 1 ? "one error" : fmt::format("{} errors", errors),
                       errors == 1 ? "it does" : "they do"));
    }
    const bool insider = audiences_[one.site].insider;
    one.folder = version.label;
    one.aliases = insider ? version.aliases : version.aliases_for_others;
    one.only_if_changed = !insider && version.kind == VersionKind::cadence;
    one.view =
        make_view(run, report, then[one.site], theme->theme, edition, one.site == wanted.back());
    one.made_of = made_of(*one.view, theme->theme, run.values.sources, result.limits);
  }
  result.tree = run.tree;
  result.theme = theme->theme;
  return result;
}

VersionViews VersionReader::read_now() {
  const std::lock_guard guard(mutex_);
  // Called what a version of this moment is called, so that it is the same site.
  const std::string& label = line_.label;
  const Date as_of = now_.values.as_of;
  const bool says_more = !label.empty() && label != to_iso(as_of);
  const ViewEdition edition{
      label.empty() ? kLatest : label, says_more ? label : std::string(), as_of, {}};
  VersionViews result;
  result.theme = theme_;
  result.tree = now_.tree;
  result.limits = settings_.limits;
  for (size_t i = 0; i < audiences_.size(); ++i) {
    VersionView& one = result.views.emplace_back();
    one.site = i;
    one.folder = kLatest;
    one.view = make_view(now_, report_, audiences_[i], theme_, edition, i + 1 == audiences_.size());
  }
  return result;
}

}  // namespace milepost
