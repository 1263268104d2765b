// Records of what is left, and the same ones of the whole.
#include "redact/whole_of.h"

#include <memory>
#include <string>

#include "catch.h"
#include "unit/redact/cut.h"

namespace milepost {
namespace {

// "T-1=T-1 T-2=none" of the records of `left`, in their order.
std::string pairs(const WholeProgram& program, const StageValues& left, const Whole& whole) {
  std::string out;
  for (uint32_t i = 0; i < left.program.set.records.size(); ++i) {
    if (!out.empty()) out += ' ';
    const RecordIndex of = whole.of(RecordIndex{i});
    out += left.program.set.records[i].id + "=";
    out += of == kNoRecord ? "none" : program.values.program.record(of).id;
  }
  return out;
}

std::string pairs(const WholeProgram& program, std::string_view audience) {
  const auto left = program.compiled(audience);
  const Whole whole = whole_of(program.values.program, program.values.analysis,
                               program.audience(audience), program.cut(audience), left->program);
  CHECK(whole.is_there());
  return pairs(program, *left, whole);
}

TEST_CASE("whole of: each record is itself", "[redact][cut]") {
  const WholeProgram program({
      {"plan.yaml",
       "tasks:\n- {id: T-1, title: One, visibility: public}\n- {id: T-2, title: Two}\n"
       "- {id: T-3, title: Three, visibility: public}\n"},
  });
  CHECK(pairs(program, "customers") == "T-1=T-1 T-3=T-3");
  CHECK(pairs(program, "program_office") == "T-1=T-1 T-2=T-2 T-3=T-3");
}

TEST_CASE("whole of: an id that something hidden had is no reason to be it", "[redact][cut]") {
  // Both say T-1: the second one is renamed while the first is there.
  const WholeProgram program({
      {"a.yaml",
       "tasks:\n- {id: T-1, title: Hidden}\n- {id: T-7, title: Seen, visibility: public}\n"},
      {"b.yaml", "tasks:\n- {id: T-1, title: Mine, visibility: public}\n"},
  });
  const auto left = program.compiled("customers");
  const Whole whole =
      whole_of(program.values.program, program.values.analysis, program.audience("customers"),
               program.cut("customers"), left->program);
  const RecordIndex mine = left->program.find("T-1");
  REQUIRE(mine != kNoRecord);
  CHECK(left->program.record(mine).title == "Mine");
  REQUIRE(whole.of(mine) != kNoRecord);
  CHECK(program.values.program.record(whole.of(mine)).title == "Mine");
}

TEST_CASE("whole of: without a program there is no whole", "[redact][cut]") {
  const Whole none;
  CHECK(!none.is_there());
  CHECK(none.of(RecordIndex{3}) == kNoRecord);
}

}  // namespace
}  // namespace milepost
