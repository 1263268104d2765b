// The theme of a run: which one, its files, and the theme made of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/report.h"
#include "driver/program_run.h"
#include "files/source_tree.h"
#include "render/theme.h"

namespace milepost {

struct ThemeRun {
  std::vector<SourceText> texts;  // of the files of the theme's folder, numbered after the sources
  Theme theme;
};

struct ThemeChoice {
  std::string name;    // of a built-in theme; empty: what the folder is made for
  std::string folder;  // of the tree; may not exist
  bool trusted = false;
  Span span;  // where program.yaml says it
};

/// What `site: {theme: …}` of program.yaml asks for: a built-in theme by its name, else a folder of
/// the program. The folder `theme` is laid over a built-in one.
ThemeChoice theme_of_program(const Settings& settings);

/// Reads the folder below `tree` and makes the theme, in the language of the program; its files get
/// numbers from `first_file` on. Of a folder made for another built-in theme than the one chosen,
/// only the settings, the words and the pictures count. What is wrong goes to `sink`.
ThemeRun read_theme(const SourceTree& tree, const ThemeChoice& choice, const Program& program,
                    size_t first_file, DiagnosticSink& sink);

/// The theme of `--theme` if that was said, else the program's; its problems go to the run's sink.
/// Gives the reason, and no theme, if --theme names what cannot be read.
std::string open_theme(const CommandLine& line, ProgramRun& run, std::optional<ThemeRun>& theme);

/// Places in the sources and in the theme.
Places places_of(const ProgramRun& run, const ThemeRun& theme);

}  // namespace milepost
