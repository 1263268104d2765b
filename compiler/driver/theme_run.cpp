// Finds, reads and makes the theme of a run.
#include "driver/theme_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "driver/theme_names.h"
#include "driver/theme_yaml.h"
#include "files/disk.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

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

// The built-in theme that the files of a folder are made for.
std::string_view made_for(const ThemeYaml& yaml, std::string_view otherwise) {
  for (const ThemeEntry& entry : yaml.settings) {
    if (entry.key == "extends" && is_builtin_theme(entry.value)) return entry.value;
  }
  return otherwise.empty() ? "default" : otherwise;
}

void report_no_theme(const ThemeChoice& choice, DiagnosticSink& sink) {
  std::vector<std::string_view> names;
  for (const BuiltinTheme& theme : builtin_themes()) names.push_back(theme.name);
  const std::vector<size_t> near = nearest(choice.folder, names, 1);
  sink.report(
      {568,
       Severity::error,
       choice.span,
       fmt::format("there is no theme `{}`", choice.folder),
       near.empty()
           ? std::string("name a built-in theme (`default`, `print`) or a folder of the program")
           : fmt::format("did you mean `{}`?", names[near.front()]),
       {}});
}

}  // namespace

ThemeChoice theme_of_program(const Settings& settings) {
  ThemeChoice choice;
  choice.span = settings.theme_span;
  choice.folder = settings.theme;
  if (settings.theme.empty() || is_builtin_theme(settings.theme)) {
    choice.name = settings.theme;
    choice.folder = "theme";
  }
  while (choice.folder.ends_with('/')) choice.folder.pop_back();
  return choice;
}

ThemeRun read_theme(const SourceTree& tree, const ThemeChoice& choice, const Program& program,
                    size_t first_file, DiagnosticSink& sink) {
  std::vector<SourceText> texts;
  std::vector<ThemeFile> files;
  for (const std::string& path : files_below(tree, choice.folder)) {
    const std::string full = choice.folder.empty() ? path : choice.folder + "/" + path;
    FileBytes file = tree.read(full, kThemeFileBytes);
    if (file.error != TreeError::none) continue;
    const auto id = static_cast<FileId>(first_file + texts.size());
    texts.emplace_back(full, replace_invalid_utf8(file.bytes));
    files.push_back({path, std::move(file.bytes), id});
  }
  const bool named = choice.span.is_place() && choice.name.empty();
  if (files.empty() && named) report_no_theme(choice, sink);
  ThemeYaml yaml = take_theme_yaml(files, sink);
  const std::string own(made_for(yaml, choice.trusted ? std::string() : choice.name));
  const std::string base = choice.name.empty() ? own : choice.name;
  if (base != own) {
    std::erase_if(files, [](const ThemeFile& file) {
      return file.path.ends_with(".html") || file.path.ends_with(".css");
    });
    std::erase_if(yaml.settings, [](const ThemeEntry& entry) { return entry.key == "extends"; });
  }
  const std::vector<ThemeName> names = theme_names(program.kinds(), program.set.settings.gates);
  Theme theme = load_theme({base, files, yaml.settings, yaml.strings, names,
                            program.set.settings.language, choice.trusted},
                           sink);
  return {std::move(texts), std::move(theme)};
}

std::string open_theme(const CommandLine& line, ProgramRun& run, std::optional<ThemeRun>& theme) {
  const size_t first = run.values.sources.files.size();
  ThemeChoice choice = theme_of_program(run.values.program.set.settings);
  if (is_builtin_theme(line.theme)) {
    choice.name = line.theme;
    choice.folder = "theme";
  } else if (!line.theme.empty()) {
    const DiskTree own(line.theme);
    if (own.error() != TreeError::none) {
      return fmt::format("cannot read the theme `{}`: {}", line.theme, own.detail());
    }
    theme = read_theme(own, {{}, {}, true, {}}, run.values.program, first, run.values.sink);
    return {};
  }
  if (!run.located.only_file.empty()) choice.folder = "theme";
  const MemoryTree nothing;
  const SourceTree& tree =
      run.located.only_file.empty() ? static_cast<const SourceTree&>(*run.tree) : nothing;
  theme = read_theme(tree, choice, run.values.program, first, run.values.sink);
  return {};
}

Places places_of(const ProgramRun& run, const ThemeRun& theme) {
  std::vector<const SourceText*> texts;
  for (const SourceFile& file : run.values.sources.files) texts.push_back(&file.text);
  for (const SourceText& text : theme.texts) texts.push_back(&text);
  return Places(std::move(texts), run.located.display_prefix);
}

}  // namespace milepost
