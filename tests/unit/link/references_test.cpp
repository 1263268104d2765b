// Tests of references in fields: what they find and what is said of those that find nothing.
#include "link/references.h"

#include "catch.h"
#include "link/codes.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

using Codes = std::vector<uint16_t>;

TEST_CASE("a reference finds an id, a title, a path and a wiki link", "[link]") {
  const Linked linked({{"plan.yaml", R"yaml(dependencies:
- {id: DEP-014, title: Payment API v2}
tasks:
- {id: T-1, title: By id, depends_on: [DEP-014]}
- {id: T-2, title: By padding, depends_on: DEP-14}
- {id: T-3, title: By title, depends_on: ["Payment API v2"]}
- {id: T-4, title: By path, depends_on: ["tasks/T-9.md"]}
- {id: T-5, title: By wiki link, depends_on: "[[T-9]]"}
- {id: T-6, title: By Markdown link, depends_on: "[the last](tasks/T-9.md)"}
)yaml"},
                       {"tasks/T-9.md", "---\nid: T-9\ntitle: The last\n---\n"}});
  CHECK(linked.codes() == Codes{});
  CHECK(linked.links("depends_on") ==
        "T-1 depends_on DEP-014, T-2 depends_on DEP-014, T-3 depends_on DEP-014, "
        "T-4 depends_on T-9, T-5 depends_on T-9, T-6 depends_on T-9");
}

TEST_CASE("an unknown reference is an error with the nearest ids", "[link]") {
  const Linked linked({{"plan.yaml", R"(dependencies:
- {id: DEP-14, title: Payment API v2}
tasks:
- {id: T-1, title: Migrate, depends_on: [DEP-41]}
)"}});
  REQUIRE(linked.found.size() == 1);
  const Diagnostic& diagnostic = linked.found[0];
  CHECK(diagnostic.code == kUnknownReference);
  CHECK(diagnostic.severity == Severity::error);
  CHECK(linked.place(diagnostic.span) == "plan.yaml:4:42-48");
  CHECK(diagnostic.message == "`depends_on` names `DEP-41`, which no record has");
  CHECK(diagnostic.help == "did you mean `DEP-14` (plan.yaml:2, \"Payment API v2\")?");
}

TEST_CASE("of a row of numbered ids only slips of the pen are suggested", "[link]") {
  std::string plan = "tasks:\n";
  for (int i = 1001; i < 1040; ++i) {
    plan += "- {id: T-" + std::to_string(i) + ", title: Task number " + std::to_string(i) + "}\n";
  }
  const auto help = [&](const std::string& word) {
    const Linked linked(
        {{"plan.yaml", plan + "- {id: X-1, title: Last, depends_on: [" + word + "]}\n"}});
    REQUIRE(linked.found.size() == 1);
    return linked.found[0].help;
  };
  CHECK(help("T-0113") == "did you mean `T-1013` (plan.yaml:14, \"Task number 1013\")?");
  CHECK(help("T-10133").starts_with("did you mean `T-1013` (plan.yaml:14"));
  CHECK(help("T-1049") == "write the id, title or path of a record, or add the record");
  CHECK(help("T-9999") == "write the id, title or path of a record, or add the record");
}

TEST_CASE("an unknown title is answered with the nearest titles", "[link]") {
  const Linked linked({{"plan.yaml", R"(tasks:
- {id: T-1, title: Network isolation}
- {id: T-2, title: Migrate, depends_on: [Network isolaton]}
)"}});
  REQUIRE(linked.found.size() == 1);
  CHECK(linked.found[0].help == "did you mean `T-1` (plan.yaml:2, \"Network isolation\")?");
}

TEST_CASE("a link is one whichever end it is written at", "[link]") {
  const Linked linked({{"plan.yaml", R"(tasks:
- {id: T-1, title: One, depends_on: [{to: T-2, type: SS, lag: 2d}]}
- {id: T-2, title: Two, required_by: [T-1, T-3]}
- {id: T-3, title: Three}
)"}});
  CHECK(linked.codes() == Codes{});
  CHECK(linked.links("depends_on") == "T-1 depends_on T-2, T-3 depends_on T-2");
  const Link& link = linked.program.links.front();
  CHECK(link.dependency == DependencyType::start_start);
  REQUIRE(link.lag);
  CHECK(link.lag->minutes == 960);
  CHECK(linked.place(link.at.span).starts_with("plan.yaml:2:"));
  CHECK(linked.place(link.also_at.span).starts_with("plan.yaml:3:"));
}

TEST_CASE("words in a table are a title or a warning", "[link]") {
  const Linked linked({{"tasks/plan.md", R"(# Plan

| ID | Task | Owner | Depends on |
| --- | --- | --- | --- |
| T-1 | Security model | Asha | None |
| T-2 | Network isolation | Li | Security model |
| T-3 | Portal | Mo | The usual things |
| T-4 | Launch | Mo | T-99 |
)"}});
  CHECK(linked.links("depends_on") == "T-2 depends_on T-1");
  REQUIRE(linked.codes() == Codes{kTextForReference, kUnknownReference});
  CHECK(linked.found[0].severity == Severity::warning);
  CHECK(linked.place(linked.found[0].span) == "tasks/plan.md:7:23-39");
  CHECK(linked.place(linked.found[1].span) == "tasks/plan.md:8:23-27");
}

TEST_CASE("a broken link in a table is a broken link, once", "[link]") {
  const Linked linked({{"decisions/log.md", R"yaml(# Decisions

| ID | Decision | Rationale | More information |
| --- | --- | --- | --- |
| D-1 | Use queues | Fast | [study](studies/queues.md) |
)yaml"}});
  REQUIRE(linked.codes() == Codes{kBrokenLink});
  CHECK(linked.found[0].severity == Severity::warning);
}

constexpr const char* kSuppliers = R"(program: X
start: 2026-01-05
kinds: {supplier: {is_a: record, prefix: SUP, links: {supplies: [dependency]}}}
)";

TEST_CASE("a title that several records have names none, unless the field knows kinds", "[link]") {
  const Linked linked({{"program.yaml", kSuppliers}, {"plan.yaml", R"(tasks:
- {id: T-1, title: Payment API}
- {id: T-2, title: Rehearse, depends_on: [Load test]}
- {id: T-3, title: Load test}
- {id: T-4, title: Load test}
dependencies:
- {id: DEP-1, title: Payment API}
suppliers:
- {id: SUP-1, title: Acme, supplies: [Payment API]}
)"}});
  CHECK(linked.links("supplies") == "SUP-1 supplies DEP-1");
  REQUIRE(linked.codes() == Codes{kAmbiguousReference});
  CHECK(linked.found[0].related.size() == 2);
  CHECK(linked.links("depends_on").empty());
}

TEST_CASE("a title behind the audience fence is not found", "[link]") {
  const char* open = R"(tasks:
- {id: T-1, title: Open, visibility: public, depends_on: [Secret plan]}
- {id: T-2, title: Closed, visibility: restricted, depends_on: [Secret plan]}
- {id: T-3, title: Secret plan, visibility: restricted}
)";
  const Linked linked({{"plan.yaml", open}});
  CHECK(linked.links("depends_on") == "T-2 depends_on T-3");
  CHECK(linked.codes() == Codes{kUnknownReference});
}

TEST_CASE("a record of a wrong kind is linked and warned of", "[link]") {
  const Linked linked({{"program.yaml", kSuppliers}, {"plan.yaml", R"(risks:
- {id: R-1, title: Data loss}
suppliers:
- {id: SUP-1, title: Acme, supplies: [R-1]}
)"}});
  REQUIRE(linked.codes() == Codes{kWrongKind});
  CHECK(linked.found[0].message ==
        "`supplies` names `R-1` (plan.yaml:2, \"Data loss\"), which is a risk");
  CHECK(linked.links("supplies") == "SUP-1 supplies R-1");
}

TEST_CASE("a record that names itself is reported", "[link]") {
  const Linked linked({{"plan.yaml", "tasks:\n- {id: T-1, title: One, depends_on: [T-1]}\n"}});
  CHECK(linked.codes() == Codes{kSelfReference});
  CHECK(linked.program.links.empty());
}

TEST_CASE("a tentative reference that names nothing is a note", "[link]") {
  const Linked linked({{"plan.yaml", R"(tasks:
- {id: T-1, title: One, depends_on: ["T-2?", "T-9?"]}
- {id: T-2, title: Two}
)"}});
  CHECK(linked.codes() == Codes{kTentativeReference});
  CHECK(linked.found[0].severity == Severity::note);
  CHECK(linked.links("depends_on") == "T-1 depends_on T-2");
}

TEST_CASE("a local id is known in its file; elsewhere the whole one is told", "[link]") {
  const Linked linked(
      {{"program.yaml",
        "program: X\nstart: 2026-01-05\nrecords: [{path: \"raid/*.md\", kind: raid}]\n"},
       {"raid/log.md", R"(# RAID

## Risks

| ID | Risk | Likelihood | Impact | Owner |
| --- | --- | --- | --- | --- |
| R1 | Data loss | High | High | Asha |
| R2 | Late vendor | Low | High | Asha |
)"},
       {"plan.yaml", R"(tasks:
- {id: T-1, title: One, mitigates: [R1]}
)"}});
  REQUIRE(linked.codes() == Codes{kUnknownReference});
  REQUIRE(linked.program.set.records.size() == 3);
  const RecordIndex first{0};
  REQUIRE(linked.program.record(first).short_id == "T-1");
  const std::string& whole = linked.program.record(RecordIndex{1}).id;
  CHECK(linked.found[0].help.starts_with("`R1` is an id of another file: write `" + whole + "`"));
}

TEST_CASE("dates count from records", "[link]") {
  const Linked linked({{"plan.yaml", R"(milestones:
- {id: M-GA, title: General availability, due: 2026-06-30}
- {id: M-SOME, title: Some day}
dependencies:
- {id: DEP-1, title: One, needed_by: M-GA - 10d}
- {id: DEP-2, title: Two, needed_by: General availability + 2w}
- {id: DEP-3, title: Three, needed_by: M-SOME}
- {id: DEP-4, title: Four, needed_by: M-XX - 5d}
- {id: DEP-5, title: Five, needed_by: "[GA](plan.yaml#M-GA) - 5d"}
)"}});
  REQUIRE(linked.codes() == Codes{kAnchorWithoutDate, kUnknownDateAnchor});
  CHECK(linked.place(linked.found[1].span) == "plan.yaml:8:39-43");
  CHECK(linked.program.when_anchor.size() == 4);
}

TEST_CASE("dates that count from each other are one diagnostic", "[link]") {
  const Linked linked({{"plan.yaml", R"(dependencies:
- {id: DEP-1, title: One, needed_by: DEP-2 + 1d}
- {id: DEP-2, title: Two, needed_by: DEP-3 + 1d}
- {id: DEP-3, title: Three, needed_by: DEP-1 + 1d}
- {id: DEP-4, title: Four, needed_by: DEP-1 + 1d}
)"}});
  REQUIRE(linked.codes() == Codes{kDateCycle});
  CHECK(linked.found[0].related.size() == 3);
}

TEST_CASE("the program's target is a record", "[link]") {
  const Linked linked({{"program.yaml", "program: X\nstart: 2026-01-05\ntarget: M-1\n"},
                       {"plan.yaml", "milestones:\n- {id: M-1, title: Pilot}\n"}});
  CHECK(linked.program.target == linked.id("M-1"));
  const Linked wrong({{"program.yaml", "program: X\nstart: 2026-01-05\ntarget: M-2\n"},
                      {"plan.yaml", "milestones:\n- {id: M-1, title: Pilot}\n"}});
  CHECK(wrong.codes() == Codes{kUnknownReference});
}

}  // namespace
}  // namespace milepost
