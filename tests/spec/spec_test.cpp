// Runs the specification: tests/spec/*.md, prose with input files and what must be said about them.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analyze/print.h"
#include "catch.h"
#include "link/print.h"
#include "shape/print.h"
#include "spec/compile_in_memory.h"
#include "text/ascii.h"

namespace milepost::testing {
namespace {

/// A case begins at a `## ` heading. Its fences: ```` ```yaml path ```` is an input file; ````
/// ```diagnostics ```` lists every error and warning (with `all`: every note, too), each as
/// `path:line:column: severity[CODE]` with or without the message; ```` ```dump shape ```` (link,
/// analyze) is the whole text of that stage.
struct Fence {
  std::string info;
  std::string text;
  size_t line = 0;
};
struct Case {
  std::string title;
  size_t line = 0;
  std::vector<Fence> fences;
};

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<Case> cases_of(const std::string& text) {
  std::vector<Case> cases;
  std::string fence_mark;
  size_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (!fence_mark.empty()) {
      if (trim_right(line) == fence_mark) {
        fence_mark.clear();
      } else {
        cases.back().fences.back().text += std::string(line) + "\n";
      }
      continue;
    }
    if (line.starts_with("## ")) cases.push_back({std::string(trim(line.substr(3))), number, {}});
    const size_t ticks =
        std::min(line.find_first_not_of(line.starts_with("~") ? '~' : '`'), line.size());
    if (ticks >= 3 && !cases.empty() && (line.front() == '`' || line.front() == '~')) {
      fence_mark = std::string(line.substr(0, ticks));
      cases.back().fences.push_back({std::string(trim(line.substr(ticks))), {}, number});
    }
  }
  return cases;
}

/// Escapes that an editor or a formatter would spoil: {NBSP}, {ZWSP}, {TAB}, {CR}, {BOM}.
std::string with_characters(std::string text) {
  const std::pair<std::string_view, std::string_view> names[] = {{"{NBSP}", "\u00A0"},
                                                                 {"{ZWSP}", "\u200B"},
                                                                 {"{TAB}", "\t"},
                                                                 {"{CR}", "\r"},
                                                                 {"{BOM}", "\uFEFF"}};
  for (const auto& [name, character] : names) {
    for (size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      text.replace(at, name.size(), character);
    }
  }
  return text;
}

void check_diagnostics(const Fence& fence, const Compiled& compiled) {
  const bool all = fence.info == "diagnostics all";
  const std::vector<std::string> actual = compiled.lines(all ? Severity::note : Severity::warning);
  std::vector<std::string> expected;
  for (const std::string_view line : split_lines(fence.text)) {
    if (!trim(line).empty()) expected.emplace_back(trim(line));
  }
  std::string seen;
  for (const std::string& line : actual) seen += line + "\n";
  INFO("what was reported:\n" << seen);
  CHECK(actual.size() == expected.size());
  for (size_t i = 0; i < std::min(actual.size(), expected.size()); ++i) {
    INFO("expected: " << expected[i]);
    CHECK(actual[i].substr(0, expected[i].size()) == expected[i]);
  }
}

void run_case(const Case& one) {
  Files files;
  for (const Fence& fence : one.fences) {
    if (fence.info.starts_with("diagnostics") || fence.info.starts_with("dump ")) continue;
    const size_t space = fence.info.find(' ');
    REQUIRE(space != std::string::npos);
    files.emplace_back(fence.info.substr(space + 1), with_characters(fence.text));
  }
  for (const Fence& fence : one.fences) {
    INFO("fence at line " << fence.line);
    if (fence.info.starts_with("diagnostics")) {
      Compiled compiled;
      compile(files, compiled);
      check_diagnostics(fence, compiled);
    } else if (fence.info == "dump shape") {
      Compiled compiled;
      compile(files, compiled, Stage::shape);
      CHECK(print_records(compiled.values.records, compiled.values.sources) == fence.text);
    } else if (fence.info == "dump link") {
      Compiled compiled;
      compile(files, compiled, Stage::link);
      CHECK(print_program(compiled.values.program, compiled.values.sources) == fence.text);
    } else if (fence.info == "dump analyze") {
      Compiled compiled;
      compile(files, compiled, Stage::analyze);
      CHECK(print_analysis(compiled.values.program, compiled.values.analysis) == fence.text);
    }
  }
}

}  // namespace

TEST_CASE("the specification holds", "[spec]") {
  const std::filesystem::path folder = std::filesystem::path(MILEPOST_SOURCE_DIR) / "tests/spec";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE(!paths.empty());
  size_t count = 0;
  for (const std::filesystem::path& path : paths) {
    for (const Case& one : cases_of(read_text(path))) {
      if (one.fences.empty()) continue;
      ++count;
      INFO(path.filename().string() << ":" << one.line << ": " << one.title);
      run_case(one);
    }
  }
  REQUIRE(count > 0);
}

}  // namespace milepost::testing
