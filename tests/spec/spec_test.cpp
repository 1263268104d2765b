// Runs the specification: tests/spec/*.md, prose with input files and what must be said about them.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analyze/print.h"
#include "analyze/print_readiness.h"
#include "analyze/print_schedule.h"
#include "catch.h"
#include "link/print.h"
#include "shape/print.h"
#include "spec/compile_in_memory.h"
#include "spec/diff_text.h"
#include "spec/item_text.h"
#include "spec/marks.h"
#include "spec/record_text.h"
#include "spec/seen_text.h"
#include "spec/verdict_text.h"
#include "text/ascii.h"

namespace milepost::testing {
namespace {

/// A case begins at a `## ` heading; README.md beside this file says what its fences mean.
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

/// Codes from here on are findings and what stands right of the wall.
constexpr uint16_t kFirstFinding = 300;

void check_diagnostics(const Fence& fence, const Compiled& compiled, const Marks& marks) {
  const bool read = fence.info == "diagnostics read";
  const bool one = fence.info.starts_with("diagnostics of ");
  const bool all = read || one || fence.info == "diagnostics all";
  std::vector<std::string> actual =
      compiled.lines(all ? Severity::note : Severity::warning, read ? kFirstFinding : kNoCode);
  constexpr std::string_view only = "diagnostics of ";
  if (fence.info.starts_with(only)) {
    const std::string code = "[" + fence.info.substr(only.size()) + "]";
    std::erase_if(actual,
                  [&](const std::string& line) { return line.find(code) == std::string::npos; });
  }
  std::vector<std::string> expected;
  for (const std::string_view line : split_lines(fence.text)) {
    if (!trim(line).empty()) expected.push_back(with_place(trim(line), marks));
  }
  std::string seen;
  for (const std::string& line : actual) seen += line + "\n";
  std::string wanted;
  for (const std::string& line : expected) wanted += line + "\n";
  INFO("expected:\n" << wanted << "reported:\n" << seen);
  bool same = actual.size() == expected.size();
  for (size_t i = 0; same && i < actual.size(); ++i) same = actual[i].starts_with(expected[i]);
  CHECK(same);
}

bool is_input(const Fence& fence) {
  return fence.info.find(' ') != std::string::npos && !fence.info.starts_with("diagnostics") &&
         !fence.info.starts_with("dump ") && !fence.info.starts_with("verdict") &&
         !fence.info.starts_with("items") && !fence.info.starts_with("seen ") &&
         !fence.info.starts_with("leaks ") && !fence.info.starts_with("diff ");
}

void check_fence(const Fence& fence, const Files& files, const Marks& marks) {
  Compiled compiled;
  if (fence.info.starts_with("diagnostics")) {
    compile(files, compiled);
    check_diagnostics(fence, compiled, marks);
  } else if (fence.info == "records") {
    compile(files, compiled, Stage::shape);
    CHECK(records_text(compiled.values.records) == sorted_fields(fence.text));
  } else if (fence.info == "pages") {
    compile(files, compiled, Stage::shape);
    CHECK(pages_text(compiled.values.records, compiled.values.sources) == sorted_lines(fence.text));
  } else if (fence.info == "links") {
    compile(files, compiled, Stage::link);
    CHECK(links_text(compiled.values.program) == sorted_lines(fence.text));
  } else if (fence.info == "dump shape") {
    compile(files, compiled, Stage::shape);
    CHECK(print_records(compiled.values.records, compiled.values.sources) == fence.text);
  } else if (fence.info == "dump link") {
    compile(files, compiled, Stage::link);
    CHECK(print_program(compiled.values.program, compiled.values.sources) == fence.text);
  } else if (fence.info == "dump analyze") {
    compile(files, compiled, Stage::analyze);
    CHECK(print_analysis(compiled.values.program, compiled.values.analysis) == fence.text);
  } else if (fence.info == "dump schedule") {
    compile(files, compiled, Stage::analyze);
    CHECK(print_schedule(compiled.values.program, compiled.values.analysis) == fence.text);
  } else if (fence.info == "dump readiness") {
    compile(files, compiled, Stage::analyze);
    CHECK(print_readiness(compiled.values.program, compiled.values.analysis) == fence.text);
  } else if (fence.info.starts_with("seen ")) {
    compile(files, compiled, Stage::analyze);
    CHECK(seen_text(compiled.values, trim(fence.info.substr(5))) == fence.text);
  } else if (fence.info.starts_with("leaks ")) {
    compile(files, compiled, Stage::analyze);
    CHECK(leaks_text(compiled.values, trim(fence.info.substr(6))) == fence.text);
  } else if (fence.info == "diff" || fence.info.starts_with("diff ")) {
    CHECK(diff_text(files, std::string(trim(fence.info.substr(4)))) == fence.text);
  } else if (fence.info.starts_with("items")) {
    compile(files, compiled, Stage::analyze);
    CHECK(item_text(compiled.values, std::string(trim(fence.info.substr(5)))) == fence.text);
  } else if (fence.info.starts_with("verdict")) {
    compile(files, compiled, Stage::analyze);
    CHECK(verdict_text(compiled.values, std::string(trim(fence.info.substr(7)))) == fence.text);
  } else {
    FAIL_CHECK("no such fence: " << fence.info);
  }
}

void run_case(const Case& one) {
  Files files;
  Marks marks;
  for (const Fence& fence : one.fences) {
    if (!is_input(fence)) continue;
    const std::string path = fence.info.substr(fence.info.find(' ') + 1);
    files.emplace_back(path, with_characters(path, fence.text, marks));
  }
  size_t demands = 0;
  for (const Fence& fence : one.fences) {
    if (is_input(fence)) continue;
    ++demands;
    INFO("fence at line " << fence.line);
    check_fence(fence, files, marks);
  }
  CHECK(demands > 0);
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
