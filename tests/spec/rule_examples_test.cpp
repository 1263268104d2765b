// Every code of the catalog and every rule: its failing example brings it, its passing example does
// not.
#include <algorithm>
#include <set>

#include "catch.h"
#include "driver/rule_pages.h"
#include "driver/run_report.h"
#include "redact/leaks.h"
#include "spec/compile_in_memory.h"

namespace milepost::testing {
namespace {

Files files_of(std::string_view example) {
  Files files;
  for (ExampleFile& file : example_files(example))
    files.emplace_back(std::move(file.path), std::move(file.text));
  return files;
}

// What an audience would be told is looked for only where somebody asks.
bool leaks(uint16_t code, const Compiled& compiled) {
  const Program& program = compiled.values.program;
  std::vector<Audience> audiences;
  for (const std::string& name : own_audiences(program)) {
    audiences.push_back(*audience_named(program, name));
  }
  const Leaks found = find_leaks(program, compiled.values.sources, audiences);
  return std::ranges::find(found.diagnostics, code, &Diagnostic::code) != found.diagnostics.end();
}

bool reports(uint16_t code, const Compiled& compiled) {
  const bool asked = code == kReferenceToHidden || code == kHiddenWords;
  return asked ? leaks(code, compiled) : compiled.has(code);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("codes and names are unique and documented", "[rules]") {
  std::set<uint16_t> codes;
  std::set<std::string_view> names;
  for (const RuleInfo* info : all_codes()) {
    INFO(code_name(info->code) << " " << info->name);
    CHECK(codes.insert(info->code).second);
    CHECK(names.insert(info->name).second);
    CHECK(!info->summary.empty());
    CHECK(!info->summary.ends_with('.'));
    CHECK(info->explanation.size() > 40);
  }
}

TEST_CASE("every rule's examples do what they say", "[rules]") {
  for (const RuleInfo* info : all_codes()) {
    INFO(code_name(info->code) << " " << info->name);
    // A fault of the environment cannot be written as files; those codes have tests of their own.
    if (info->fails.empty()) continue;
    {
      Compiled failing;
      compile(files_of(info->fails), failing);
      INFO("the failing example reports:\n" << joined(failing.lines()));
      CHECK(reports(info->code, failing));
    }
    REQUIRE(!info->passes.empty());
    Compiled passing;
    compile(files_of(info->passes), passing);
    INFO("the passing example reports:\n" << joined(passing.lines()));
    CHECK(!reports(info->code, passing));
  }
}

}  // namespace milepost::testing
