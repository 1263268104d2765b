// Field by field, by what is meant.
#include <string>

#include "catch.h"
#include "compare/list_changes.h"
#include "unit/compare/two_versions.h"

namespace milepost {
namespace {

std::string changed(VersionFiles before, VersionFiles after) {
  const View old_view = version_of(before);
  const View new_view = version_of(after);
  CHECK(record_changes(old_view, old_view).empty());
  return text_of(record_changes(old_view, new_view));
}

TEST_CASE("record changes: what reads differently and means the same is no change", "[changes]") {
  CHECK(
      changed({{"tasks/T-1.md",
                "---\nid: T-1\ntitle: Fix it\ntags: [a, b]\nowner: Ana\ndue: 2026-06-12\n"
                "estimate: 5d\ndepends_on: [T-2, T-3]\n---\nOne line\nand another.\n"},
               {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\n---\n"},
               {"tasks/T-3.md", "---\nid: T-3\ntitle: Three\n---\n"}},
              {{"tasks/T-1.md",
                "---\ndepends_on: [T-3, T-2]\nestimate: 1w\ndue: 12 June 2026\ntitle:   'Fix it'\n"
                "owner: \"Ana\"\ntags:\n  - b\n  - a\nid: T-1\n---\n\nOne   line and\nanother.\n"},
               {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\n---\n"},
               {"tasks/T-3.md", "---\nid: T-3\ntitle: Three\n---\n"}})
          .empty());
  CHECK(changed({{"risks/R-1.md",
                  "---\nid: R-1\ntitle: It rains\nstatus: open\nowner: Ana\n"
                  "likelihood: high\nimpact: 3\n---\n"}},
                {{"raid.yaml",
                  "risks:\n- impact: medium\n  status: Open\n  id: R-1\n  title: It rains\n"
                  "  likelihood: H\n  owner: \"Ana\"\n"}}) == "");
}

TEST_CASE("record changes: each field is told as its page reads", "[changes]") {
  CHECK(changed(
            {{"tasks/T-1.md",
              "---\nid: T-1\ntitle: Fix it\nowner: Ana\ndue: 2026-06-12\npercent: 40\n---\nOld\n"},
             {"risks/R-1.md",
              "---\nid: R-1\ntitle: Rain\nstatus: open\nlikelihood: high\nimpact: 3\n---\n"}},
            {{"tasks/T-1.md",
              "---\nid: T-1\ntitle: Fix it\nowner: Li\ndue: 2026-06-16\npercent: 60\n"
              "tags: [new]\n---\nNew\n"},
             {"risks/R-1.md",
              "---\nid: R-1\ntitle: RAIN!\nstatus: open\nlikelihood: high\nimpact: 4\n---\n"}}) ==
        "moved T-1: Owner Ana -> Li; Due Fri 12 Jun -> Tue 16 Jun 2 d; Percent 40 % -> 60 %; "
        "Tags - -> new; Text ~\n"
        "changed R-1: Title ~ Rain -> RAIN!; Impact Medium -> High; Score 12 -> 16\n");
}

TEST_CASE("record changes: verbs", "[changes]") {
  CHECK(changed({{"risks/R-1.md", "---\nid: R-1\ntitle: Rain\nstatus: open\n---\n"},
                 {"milestones/M-1.md", "---\nid: M-1\ntitle: GA\nstatus: in progress\n---\n"},
                 {"tasks/T-1.md", "---\nid: T-1\ntitle: One\nstatus: done\n---\n"},
                 {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\nstatus: in progress\n---\n"},
                 {"decisions/D-1.md", "---\nid: D-1\ntitle: A?\nstatus: proposed\n---\n"},
                 {"decisions/D-2.md", "---\nid: D-2\ntitle: B?\nstatus: proposed\n---\n"},
                 {"issues/I-9.md", "---\nid: I-9\ntitle: Gone\nstatus: open\n---\n"},
                 {"issues/I-8.md", "---\nid: I-8\ntitle: Bad\nstatus: open\n---\n"}},
                {{"risks/R-1.md",
                  "---\nid: R-1\ntitle: Rain\nstatus: occurred\nrealized_as: I-1\n---\n"},
                 {"issues/I-1.md", "---\nid: I-1\ntitle: It rained\nstatus: open\n---\n"},
                 {"milestones/M-1.md", "---\nid: M-1\ntitle: GA\nstatus: complete\n---\n"},
                 {"tasks/T-1.md", "---\nid: T-1\ntitle: One\nstatus: in progress\n---\n"},
                 {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\nstatus: done\n---\n"},
                 {"decisions/D-1.md", "---\nid: D-1\ntitle: A?\nstatus: accepted\n---\n"},
                 {"decisions/D-2.md", "---\nid: D-2\ntitle: B?\nstatus: rejected\n---\n"},
                 {"issues/I-8.md", "---\nid: I-8\ntitle: Bad\nstatus: open\n---\n"},
                 {"escalations/E-1.md",
                  "---\nid: E-1\ntitle: Help\nescalates: [I-8]\nstatus: open\n---\n"}}) ==
        "came true R-1: Status Open -> Realized; Realized as - -> I-1\n"
        "met M-1: Status In progress -> Complete\n"
        "reopened T-1: Status Complete -> In progress\n"
        "escalated I-8: Links - -> Escalated by E-1\n"
        "decided D-1: Status Proposed -> Accepted\n"
        "turned down D-2: Status Proposed -> Rejected\n"
        "finished T-2: Status In progress -> Complete\n"
        "opened E-1\n"
        "opened I-1\n"
        "gone I-9\n");
}

TEST_CASE("record changes: a record is followed to another id and another file", "[changes]") {
  const VersionFiles before = {
      {"tasks/T-1.md", "---\nid: T-1\ntitle: One\nowner: Ana\n---\n"},
      {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\ndepends_on: [T-1]\n---\n"}};
  const VersionFiles after = {
      {"work/T-7.md", "---\nid: T-7\nkind: task\ntitle: One\nowner: Li\n---\n"},
      {"tasks/T-2.md", "---\nid: T-2\ntitle: Two\ndepends_on: [T-7]\n---\n"}};
  CHECK(changed(before, after) ==
        "changed T-7 (was T-1): ID T-1 -> T-7; Owner Ana -> Li; tasks/T-1.md -> work/T-7.md\n");
  CHECK(changed(after, before) ==
        "changed T-1 (was T-7): ID T-7 -> T-1; Owner Li -> Ana; work/T-7.md -> tasks/T-1.md\n");
}

TEST_CASE("record changes: objects are told part by part", "[changes]") {
  CHECK(changed({{"decisions/D-1.md",
                  "---\nid: D-1\ntitle: Which?\noptions:\n- {name: Buy, cost: 10 d}\n"
                  "- {name: Wait, cost: 3 d}\n- {name: Drop}\n---\n"}},
                {{"decisions/D-1.md",
                  "---\nid: D-1\ntitle: Which?\noptions:\n- {name: Wait, cost: 5 d}\n"
                  "- {name: Buy, cost: 10 d}\n- {name: Build}\n---\n"}}) ==
        "changed D-1: Options, Wait: Cost 3 -> 5; Options - -> Build; Options Drop -> -\n");
}

TEST_CASE("record changes: boxes are counted", "[changes]") {
  CHECK(changed({{"tasks/T-1.md", "---\nid: T-1\ntitle: One\n---\n- [ ] a\n- [ ] b\n"}},
                {{"tasks/T-1.md", "---\nid: T-1\ntitle: One\n---\n- [x] a\n- [ ] b\n"}}) ==
        "changed T-1: Check list 0/2 -> 1/2\n");
}

std::string readings(size_t count, size_t value) {
  std::string text = "metrics:\n- id: MET-1\n  title: Orders\n  readings:\n";
  for (size_t i = 0; i < count; ++i) {
    text += "    " + to_iso(add_days(*make_date(2000, 1, 1), static_cast<int>(i))) + ": " +
            std::to_string(value + i) + "\n";
  }
  return text;
}

TEST_CASE("record changes: of a long list some entries are told and the others counted",
          "[changes]") {
  constexpr size_t kCount = 1000;
  const View before = version_of({{"metrics.yaml", readings(kCount, 1)}});
  const View after = version_of({{"metrics.yaml", readings(kCount, 2)}});
  const std::vector<RecordChange> there = record_changes(before, after);
  const std::vector<RecordChange> back = record_changes(after, before);
  REQUIRE(there.size() == 1);
  REQUIRE(back.size() == 1);
  const std::vector<FieldChange>& fields = there[0].fields;
  REQUIRE(fields.size() == kMostTold + 1);
  CHECK(fields.front().more == 0);
  CHECK(fields.front().label.ends_with("Value"));
  CHECK(fields.front().was == "1");
  CHECK(fields.front().now == "2");
  CHECK(fields[kMostTold - 1].was == std::to_string(kMostTold));
  CHECK(fields.back().name == "readings");
  CHECK(fields.back().more == kCount - kMostTold);
  CHECK_FALSE(fields.back().wording);
  // The way back tells the same of them.
  REQUIRE(back[0].fields.size() == fields.size());
  for (size_t i = 0; i < fields.size(); ++i) {
    CHECK(back[0].fields[i].label == fields[i].label);
    CHECK(back[0].fields[i].was == fields[i].now);
    CHECK(back[0].fields[i].now == fields[i].was);
    CHECK(back[0].fields[i].more == fields[i].more);
  }
}

TEST_CASE("record changes: entries of one name are matched one by one", "[changes]") {
  CHECK(changed({{"decisions/D-1.md",
                  "---\nid: D-1\ntitle: Which?\noptions:\n- {name: Buy, cost: 1 d}\n"
                  "- {name: Buy, cost: 2 d}\n- {name: Buy, cost: 3 d}\n---\n"}},
                {{"decisions/D-1.md",
                  "---\nid: D-1\ntitle: Which?\noptions:\n- {name: Buy, cost: 3 d}\n"
                  "- {name: Buy, cost: 4 d}\n---\n"}}) ==
        "changed D-1: Options, Buy: Cost 1 -> 4; Options Buy, 2 -> -\n");
}

TEST_CASE("record changes: of many fields that its kind does not have some are told", "[changes]") {
  const auto task = [](std::string_view value) {
    std::string text = "---\nid: T-1\ntitle: One\nowner: " + std::string(value) + "\n";
    for (size_t i = 0; i < 300; ++i) {
      text += "own_" + std::to_string(i) + ": " + std::string(value) + "\n";
    }
    return text + "---\n";
  };
  const std::string old_task = task("Ana");
  const std::string new_task = task("Li");
  const View before = version_of({{"tasks/T-1.md", old_task}});
  const View after = version_of({{"tasks/T-1.md", new_task}});
  const std::vector<RecordChange> changes = record_changes(before, after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].fields.size() == 1 + kMostTold + 1);
  CHECK(changes[0].fields.front().label == "Owner");
  CHECK(changes[0].fields.back().more == 300 - kMostTold);
}

}  // namespace
}  // namespace milepost
