// Every code of the catalog and every rule: its failing example brings it, its passing example does
// not.
#include <set>

#include "catch.h"
#include "driver/rule_pages.h"
#include "driver/run_report.h"
#include "spec/compile_in_memory.h"

namespace milepost::testing {
namespace {

Files files_of(std::string_view example) {
  Files files;
  for (ExampleFile& file : example_files(example))
    files.emplace_back(std::move(file.path), std::move(file.text));
  return files;
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
      CHECK(failing.has(info->code));
    }
    REQUIRE(!info->passes.empty());
    Compiled passing;
    compile(files_of(info->passes), passing);
    INFO("the passing example reports:\n" << joined(passing.lines()));
    CHECK(!passing.has(info->code));
  }
}

}  // namespace milepost::testing
