// From a checked program to its View, and the theme it is shown with.
#include "driver/site_run.h"

#include <fmt/format.h>

#include <algorithm>

#include "driver/output.h"
#include "driver/run_report.h"
#include "markup/base_url.h"
#include "redact/redact.h"
#include "text/utf8.h"
#include "version.h"

namespace milepost {
namespace {

constexpr uint64_t kThemeFileBytes = 1u << 20;
constexpr size_t kThemeFiles = 500;
constexpr size_t kThemeDepth = 4;

/// Every file below `folder`, paths relative to it, in path order.
std::vector<std::string> files_below(const SourceTree& tree, const std::string& folder) {
  std::vector<std::string> found;
  std::vector<std::string> folders{""};
  while (!folders.empty() && found.size() < kThemeFiles) {
    const std::string inner = std::move(folders.back());
    folders.pop_back();
    const std::string path = folder.empty()  ? inner
                             : inner.empty() ? folder
                                             : fmt::format("{}/{}", folder, inner);
    for (const TreeEntry& entry : tree.list(path).entries) {
      const std::string name = inner.empty() ? entry.name : fmt::format("{}/{}", inner, entry.name);
      const auto depth = static_cast<size_t>(std::count(name.begin(), name.end(), '/'));
      if (entry.kind == EntryKind::directory && depth < kThemeDepth) folders.push_back(name);
      if (entry.kind == EntryKind::file) found.push_back(name);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

int check_base_url(const CommandLine& line) {
  if (line.base_url.empty() || BaseUrl::from_data(line.base_url)) return kDone;
  print_error(
      fmt::format("milepost: --base-url `{}` is no address of a site; write where its front page "
                  "is: https://example.org/checkout/\n",
                  line.base_url));
  return kUsage;
}

View view_of(ProgramRun& run, const std::string& base_url, const Report& report) {
  std::vector<Diagnostic> diagnostics;
  for (const ReportItem& item : report.items) {
    if (item.finding) continue;
    diagnostics.push_back({item.code, item.severity, item.span, item.message, {}, {}});
  }
  StageValues& values = run.values;
  RedactOptions options;
  options.jobs = run.jobs;
  options.version = kVersion;
  options.base_url = base_url;
  options.diagnostics = diagnostics;
  View view = redact_program(std::move(values.program), values.sources, values.analysis,
                             values.findings, all_codes(), options);
  for (ViewAsset& asset : view.assets) {
    if (values.refused_attachments.contains(asset.path)) asset.copied = false;
  }
  return view;
}

ThemeSources read_theme(const CommandLine& line, const ProgramRun& run) {
  ThemeSources theme;
  theme.trusted = !line.theme.empty();
  std::unique_ptr<DiskTree> own;
  const SourceTree* tree = run.tree.get();
  const std::string& said = run.values.program.set.settings.theme;
  std::string folder = said.empty() || said == "default" ? std::string("theme") : said;
  if (theme.trusted) {
    own = std::make_unique<DiskTree>(line.theme);
    if (own->error() != TreeError::none) {
      theme.problem = fmt::format("cannot read the theme `{}`: {}", line.theme, own->detail());
      return theme;
    }
    tree = own.get();
    folder.clear();
  } else if (!run.located.only_file.empty()) {
    return theme;
  }
  const size_t first = run.values.sources.files.size();
  for (const std::string& path : files_below(*tree, folder)) {
    const std::string full = folder.empty() ? path : fmt::format("{}/{}", folder, path);
    FileBytes file = tree->read(full, kThemeFileBytes);
    if (file.error != TreeError::none) continue;
    const auto id = static_cast<FileId>(first + theme.texts.size());
    theme.texts.emplace_back(full, replace_invalid_utf8(file.bytes));
    theme.files.push_back({path, std::move(file.bytes), id});
  }
  return theme;
}

}  // namespace milepost
