// Whether a name of something hidden is that of something shown, too.
#include "redact/shown_names.h"

#include <string>

#include "catch.h"
#include "unit/redact/cut.h"

namespace milepost {
namespace {

struct Asked {
  std::string_view written, hidden;  // the id of a record, or the path of a page
};

class Names {
 public:
  Names()
      : program_({
            {"one/README.md", "---\nvisibility: public\n---\n\n# Seen page\n"},
            {"two/README.md", "# Ours\n"},
            {"three/INDEX.md", "---\nvisibility: public\n---\n\n# Three\n"},
            {"three/readme.md", "# Other of three\n"},
            {"T-1.md",
             "---\nid: T-1\nkind: task\ntitle: Dig\n"
             "visibility: public\n---\n\nx\n"},
            {"T-2.md", "---\nid: T-2\nkind: task\ntitle: dig\n---\n\nx\n"},
            {"T-3.md", "---\nid: T-3\nkind: task\ntitle: Fill\n---\n\nx\n"},
            {"plan.yaml",
             "tasks:\n- {id: T-4, title: Wait, visibility: public}\n- {id: T-5, title: Go}\n"},
        }),
        customers_(program_.audience("customers")),
        redaction_(program_.values.program, customers_),
        names_(program_.values.program, program_.values.sources, redaction_) {}

  bool meant(Asked asked) {
    const Program& program = program_.values.program;
    Target target;
    const RecordIndex record = program.find(asked.hidden);
    if (record != kNoRecord) {
      target.kind = TargetKind::record;
      target.index = static_cast<uint32_t>(record);
    } else {
      target.kind = TargetKind::page;
      const FileId file = program_.values.sources.find(asked.hidden);
      while (program.set.pages[target.index].file != file) ++target.index;
    }
    return names_.may_be_meant(asked.written, target, [&](FileId file) {
      return program_.values.sources.file(file).text.path() != "plan.yaml";
    });
  }

 private:
  WholeProgram program_;
  Audience customers_;
  Redaction redaction_;
  ShownNames names_;
};

TEST_CASE("shown names: ids and titles, in any case", "[redact][cut]") {
  Names names;
  CHECK(names.meant({"Dig", "T-2"}));
  CHECK(names.meant({"DIG", "T-2"}));
  CHECK(!names.meant({"Fill", "T-3"}));
  CHECK(!names.meant({"T-2", "T-2"}));
  CHECK(!names.meant({"T-2.md", "T-2"}));
}

TEST_CASE("shown names: paths of files of which something is left", "[redact][cut]") {
  Names names;
  CHECK(names.meant({"plan.yaml", "T-5"}));
  CHECK(!names.meant({"plan.yaml#T-5", "T-5"}));
  CHECK(!names.meant({"T-5", "T-5"}));
}

TEST_CASE("shown names: the page of a folder may be another one", "[redact][cut]") {
  Names names;
  CHECK(names.meant({"three/", "three/readme.md"}));
  CHECK(!names.meant({"three/readme.md", "three/readme.md"}));
  CHECK(!names.meant({"two/", "two/README.md"}));
}

}  // namespace
}  // namespace milepost
