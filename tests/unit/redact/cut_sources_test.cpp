// What is left of files for an audience that may not know all of them.
#include "redact/cut_sources.h"

#include <map>
#include <string>
#include <utility>

#include "catch.h"
#include "unit/redact/cut.h"

namespace milepost {
namespace {

/// A file beside these: R-1 is public, R-9 and the page notes.md are not.
struct Case {
  std::string_view path;
  std::string before, after;
};

std::string left(const Case& one, std::string_view audience) {
  const WholeProgram program(std::map<std::string, std::string>{
      {"R-1.md", "---\nid: R-1\nkind: risk\ntitle: Rain\nvisibility: public\n---\n\nWet.\n"},
      {"R-9.md",
       "---\nid: R-9\nkind: risk\ntitle: The bank may refuse\nvisibility: internal\n"
       "decision_needed_by: 2026-07-03\n---\n\nMoney.\n"},
      {"M-9.md",
       "---\nid: M-9\nkind: milestone\ntitle: Quiet end\ndue: 2026-07-10\nvisibility: internal\n"
       "---\n\nx\n"},
      {"notes.md", "---\nvisibility: internal\n---\n\n# Notes\n"},
      {std::string(one.path), std::string(one.before)},
  });
  return program.left(audience, one.path);
}

void check_all(std::initializer_list<Case> cases, std::string_view audience = "customers") {
  for (const Case& one : cases) {
    CAPTURE(one.before);
    CHECK(left(one, audience) == one.after);
  }
}

TEST_CASE("cut: records of YAML lists and mappings", "[redact][cut]") {
  check_all({
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n- id: T-2\n  title: Hidden\n"
       "- {id: T-3, title: Also, visibility: public}\n- {id: T-4, title: Not}\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n"
       "- {id: T-3, title: Also, visibility: public}\n"},
      {"plan.yaml",
       "tasks:\n  T-1:\n    title: Seen\n    visibility: public\n  T-2:\n    title: Hidden\n",
       "tasks:\n  T-1:\n    title: Seen\n    visibility: public\n"},
      {"plan.yaml",
       "visibility: public\ntasks:\n  T-1: {title: Seen}\n"
       "  T-2: {title: Hidden, visibility: internal}\n",
       "visibility: public\ntasks:\n  T-1: {title: Seen}\n"},
      // All of a file: nothing of it is left, not even its comments.
      {"plan.yaml", "# Ours\ntasks:\n- {id: T-1, title: One}\n- {id: T-2, title: Two}\n",
       "dropped"},
  });
}

TEST_CASE("cut: files of hidden records and pages are dropped", "[redact][cut]") {
  check_all({
      {"T-2.md", "---\nid: T-2\nkind: task\ntitle: Hidden\n---\n\nx\n", "dropped"},
      {"page.md", "# A page\n\nText.\n", "dropped"},
      {"page.md", "---\nvisibility: public\n---\n\n# A page\n\nText.\n",
       "---\nvisibility: public\n---\n\n# A page\n\nText.\n"},
  });
}

TEST_CASE("cut: rows of tables and items of lists", "[redact][cut]") {
  const std::string_view head = "---\nvisibility: public\n---\n\n# Raid\n\n";
  const std::string_view table =
      "## Risks\n\n| ID | Risk | Owner | Visibility |\n| --- | --- | --- | --- |\n";
  const auto raid = [&](std::string_view text, std::string_view after) {
    return Case{"raid/raid.md", std::string(head) + std::string(text),
                std::string(head) + std::string(after)};
  };
  const std::string rows(table);
  check_all({
      raid(rows + "| R-2 | Seen | bob | |\n| R-3 | Hidden | ben | internal |\n| R-4 | Also | | |\n",
           rows + "| R-2 | Seen | bob | |\n| R-4 | Also | | |\n"),
      // A tight list stays tight, and a loose entry does not make it loose.
      raid("## Assumptions\n\n1. The hall is free (High) - Owner: bob\n"
           "1. Hidden (High) - Owner: ben - Visibility: internal\n   More of it.\n"
           "1. The band comes (Medium) - Owner: bob\n",
           "## Assumptions\n\n1. The hall is free (High) - Owner: bob\n"
           "1. The band comes (Medium) - Owner: bob\n"),
      raid("## Assumptions\n\n1. The hall is free (High) - Owner: bob\n"
           "1. Hidden (High) - Owner: ben - Visibility: internal\n\n   More of it.\n\n"
           "1. The band comes (Medium) - Owner: bob\n",
           "## Assumptions\n\n1. The hall is free (High) - Owner: bob\n"
           "1. The band comes (Medium) - Owner: bob\n"),
  });
}

TEST_CASE("cut: fields in front matter, lists and bodies", "[redact][cut]") {
  check_all({
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nprice: high\nowner: Asha\n"
       "---\n\nx\n",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nowner: Asha\n---\n\nx\n"},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nprice: >\n  very\n  high\n"
       "owner: Asha\n---\n\nx\n",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nowner: Asha\n---\n\nx\n"},
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  price: high\n  owner: Asha\n"
       "- {id: T-2, title: Also, price: low, visibility: public}\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  owner: Asha\n"
       "- {id: T-2, title: Also, price: ~, visibility: public}\n"},
      // The key that an entry begins with cannot go, its value can.
      {"plan.yaml", "tasks:\n- price: high\n  id: T-1\n  title: Seen\n  visibility: public\n",
       "tasks:\n- price: ~\n  id: T-1\n  title: Seen\n  visibility: public\n"},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n---\n\nPrice: high\n"
       "Owner: Asha\n\nx\n",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n---\n\nOwner: Asha\n\nx\n"},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n---\n\nx\n\n## Price\n\nhigh\n\n"
       "## Notes\n\ny\n",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n---\n\nx\n\n## Notes\n\ny\n"},
  });
}

TEST_CASE("cut: references in prose give way to words, or to nothing", "[redact][cut]") {
  const std::string_view head = "---\nvisibility: public\n---\n\n# Page\n\n";
  const auto body = [&](std::string_view text, std::string_view audience) {
    const std::string before = std::string(head) + std::string(text) + "\n";
    const std::string after = left({"page.md", before, {}}, audience);
    REQUIRE(after.starts_with(head));
    return after.substr(head.size(), after.size() - head.size() - 1);
  };
  CHECK(body("Waits for R-9.", "customers") == "Waits for an internal item.");
  CHECK(body("Waits for R-9.", "omitting") == "Waits for.");
  CHECK(body("Late (R-9).", "omitting") == "Late.");
  CHECK(body("See R-1, R-9 and more.", "omitting") == "See R-1 and more.");
  CHECK(body("See R-1.", "customers") == "See R-1.");
  CHECK(body("See [the bank](R-9.md).", "customers") == "See an internal item.");
  CHECK(body("See [notes](notes.md) too.", "omitting") == "See too.");
  CHECK(body("- one\n- R-9 in a list\n", "customers") == "- one\n- an internal item in a list\n");
}

TEST_CASE("cut: references in fields lead to nothing", "[redact][cut]") {
  check_all({
      {"plan.yaml",
       "tasks:\n- {id: T-1, title: Seen, visibility: public, relates_to: [R-1, R-9]}\n",
       "tasks:\n- {id: T-1, title: Seen, visibility: public, relates_to: [R-1, ~]}\n"},
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  depends_on:\n"
       "  - {to: M-9, lag: 2d}\n  - R-1\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  depends_on:\n"
       "  - ~\n  - R-1\n"},
  });
}

TEST_CASE("cut: days that count from something hidden are told", "[redact][cut]") {
  const std::string_view head =
      "---\nid: REL-1\nkind: release\ntitle: Seen\nvisibility: public\ntarget: 2026-06-30\n"
      "gates: [security]\n---\n\n## Security\n\n";
  const Case both{"REL-1.md",
                  std::string(head) + "- [ ] One (due: M-9 - 2d)\n- [ ] Two (due: REL-1 - 2d)\n",
                  {}};
  CHECK(left(both, "customers") ==
        std::string(head) + "- [ ] One (due: 2026-07-08)\n- [ ] Two (due: REL-1 - 2d)\n");
}

TEST_CASE("cut: regions of bodies and of values", "[redact][cut]") {
  check_all({
      {"page.md",
       "---\nvisibility: public\n---\n\n# Page\n\nSeen.\n\n<!-- audience: internal -->\nR-9\n"
       "<!-- /audience -->\n\nMore.\n",
       "---\nvisibility: public\n---\n\n# Page\n\nSeen.\n\n<!---->\n\n\nMore.\n"},
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  notes: |\n    Seen.\n\n"
       "    <!-- audience: internal -->\n    Hidden.\n    <!-- /audience -->\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  notes: |\n    Seen.\n\n"
       "    <!---->\n"},
  });
  // Of two regions each reader has his own.
  const Case two{"page.md",
                 "---\nvisibility: public\n---\n\n# Page\n\n<!-- audience: partner -->\nTheirs.\n"
                 "<!-- /audience -->\n\n<!-- audience: internal -->\nOurs.\n<!-- /audience -->\n",
                 {}};
  CHECK(left(two, "partners") ==
        "---\nvisibility: public\n---\n\n# Page\n\n<!-- audience: partner -->\nTheirs.\n"
        "<!-- /audience -->\n\n<!---->\n\n");
}

TEST_CASE("cut: what names a hidden record in YAML texts", "[redact][cut]") {
  check_all({
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  notes: Waits for R-9 alone.\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n"
       "  notes: Waits for an internal item alone.\n"},
      // However often it is named, in a text that knows no places of its own.
      {"plan.yaml",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  notes: |\n    See R-9,\n"
       "    R-1 and\n    [[R-9]].\n",
       "tasks:\n- id: T-1\n  title: Seen\n  visibility: public\n  notes: |\n"
       "    See an internal item,\n    R-1 and\n    an internal item.\n"},
  });
}

TEST_CASE("cut: a value of YAML that loses its words stays one", "[redact][cut]") {
  const auto task = [](std::string_view notes) {
    return "tasks:\n- {id: T-1, visibility: public, notes: " + std::string(notes) +
           ", title: Seen}\n";
  };
  const std::pair<std::string_view, std::string_view> values[] = {
      {"R-9", "~"},
      {"(R-9)", "~"},
      {"Late (R-9)", "Late"},
      {"'R-9'", "''"},
      {"\"R-9 is late\"", "\"is late\""},
  };
  for (const auto& [before, after] : values) {
    CAPTURE(before);
    CHECK(left({"plan.yaml", task(before), {}}, "omitting") == task(after));
  }
}

TEST_CASE("cut: nothing is cut for those who see everything", "[redact][cut]") {
  const WholeProgram program({
      {"T-1.md", "---\nid: T-1\nkind: task\ntitle: One\nprice: high\n---\n\nSee T-2.\n"},
      {"T-2.md", "---\nid: T-2\nkind: task\ntitle: Two\nvisibility: restricted\n---\n\nx\n"},
      {"page.md", "# Page\n\n<!-- audience: partner -->\nx\n<!-- /audience -->\n"},
  });
  const CutSources office = program.cut("program_office");
  CHECK(!office.anything);
  CHECK(office.sources.files.empty());
  CHECK(program.cut("customers").anything);
  CHECK(program.cut("internal").anything);
}

TEST_CASE("cut: files keep their numbers, and lines the way back", "[redact][cut]") {
  const WholeProgram program({
      {"a.md", "---\nid: T-1\nkind: task\ntitle: Hidden\n---\n\nx\n"},
      {"b.md",
       "---\nid: T-2\nkind: task\ntitle: Seen\nprice: high\nvisibility: public\n---\n\nx\n\n"
       "<!-- audience: internal -->\ny\n<!-- /audience -->\n\nLast.\n"},
  });
  const CutSources cut = program.cut("customers");
  REQUIRE(cut.sources.files.size() == program.values.sources.files.size());
  const FileId a = program.values.sources.find("a.md"), b = program.values.sources.find("b.md");
  CHECK(cut.sources.file(a).kind == SourceKind::unread);
  CHECK(cut.sources.file(a).text.bytes().empty());
  const std::string& left = cut.sources.file(b).text.bytes();
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<uint32_t>(left.find(words));
    return cut.line(cut.sources, Span{b, begin, begin + 1});
  };
  CHECK(at("title") == 4);
  CHECK(at("visibility") == 6);
  CHECK(at("Last.") == 15);
}

TEST_CASE("cut: what is signed stays for those who count what was signed", "[redact][cut]") {
  const WholeProgram program({
      {"program.yaml",
       "program: Example\naudiences:\n  customers: {sees: [public]}\n"
       "kinds:\n  release: {visibility: public}\n"},
      {"releases/REL-1.md",
       "---\nid: REL-1\ntitle: Seen\nvisibility: public\ntarget: 2026-06-30\ngates: [security]\n"
       "sign_offs:\n- {gate: security, by: Asha, date: 2026-05-20, covers: mp1-0123456789ab}\n"
       "---\n\n## Security\n\n- [x] Reviewed\n"},
      {"T-1.md", "---\nid: T-1\nkind: task\ntitle: Hidden\n---\n\nx\n"},
  });
  CHECK(program.left("customers", "releases/REL-1.md").find("covers: mp1-0123456789ab") !=
        std::string::npos);
}

TEST_CASE("cut: the program compiled from what is left knows nothing more", "[redact][cut]") {
  const WholeProgram program({
      {"raid.yaml",
       "risks:\n- {id: R-1, title: Rain, visibility: public, relates_to: [R-9]}\n"
       "- {id: R-9, title: The bank may refuse, owner: Ben}\n"},
      {"plan.yaml",
       "tasks:\n- {id: T-1, title: Seen, visibility: public, estimate: 5d, depends_on: [T-9]}\n"
       "- {id: T-9, title: Hidden, estimate: 20d, owner: Ben}\n"},
      {"notes.md", "---\nvisibility: public\n---\n\n# Notes\n\nSee R-9 and R-1.\n"},
  });
  const auto left = program.compiled("customers");
  const Program& made = left->program;
  CHECK(made.find("R-9") == kNoRecord);
  CHECK(made.find("T-9") == kNoRecord);
  REQUIRE(made.find("R-1") != kNoRecord);
  REQUIRE(made.find("T-1") != kNoRecord);
  CHECK(made.people.empty());
  for (const Link& link : made.links) CHECK(made.record(link.to).id == "R-1");
  // The date of the visible task is the true one: hidden work drives it.
  const RecordIndex task = program.values.program.find("T-1");
  const ScheduleItem* whole = program.values.analysis.schedule.item(task);
  const ScheduleItem* own = left->analysis.schedule.item(made.find("T-1"));
  REQUIRE(whole != nullptr);
  REQUIRE(own != nullptr);
  CHECK(own->finish == whole->finish);
}

}  // namespace
}  // namespace milepost
