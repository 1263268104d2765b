// docs/kinds.md is what the compiler makes of its kinds.
#include "shape/reference.h"

#include <fstream>
#include <sstream>

#include "catch.h"
#include "shape/compile_kinds.h"
#include "unit/shape/program_text.h"

namespace milepost {
namespace {

TEST_CASE("docs/kinds.md is up to date", "[shape][reference]") {
  std::ifstream file(MILEPOST_SOURCE_DIR "/docs/kinds.md", std::ios::binary);
  std::stringstream written;
  written << file.rdbuf();
  INFO("renew it: build/dev/milepost dump --stage kinds > docs/kinds.md");
  const bool same = written.str() == kinds_reference(*builtin_kinds());
  CHECK(same);
}

TEST_CASE("the reference tells of every kind, field and status", "[shape][reference]") {
  const auto kinds = builtin_kinds();
  const std::string text = kinds_reference(*kinds);
  for (const Kind& kind : kinds->kinds) {
    INFO(kind.name);
    CHECK(text.find(kind.doc) != std::string::npos);
    for (const FieldId field : kind.fields) {
      CHECK(text.find("`" + kinds->field(field).name + "`") != std::string::npos);
    }
    for (const Status& status : kind.statuses) {
      CHECK((kind.abstract || text.find("| `" + status.name + "` |") != std::string::npos));
    }
  }
}

TEST_CASE("the reference has a program's own kinds", "[shape][reference]") {
  ProgramText text("program: P\nkinds: {epic: {is_a: task, prefix: EP, doc: A large one.}}\n");
  const std::string reference = kinds_reference(*compile_kinds(text.tree, text.sink));
  CHECK(reference.find("## Epic\n\nA large one. Ids begin with `EP`. It has everything a "
                       "[Task](#task) has.") != std::string::npos);
}

}  // namespace
}  // namespace milepost
