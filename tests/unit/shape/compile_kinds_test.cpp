// Kinds that a program adds, and the mistakes it makes with them.
#include "shape/compile_kinds.h"

#include <chrono>
#include <string>
#include <vector>

#include "catch.h"
#include "unit/shape/program_text.h"

namespace milepost {
namespace {

using Lines = std::vector<std::string>;

struct Compiled {
  explicit Compiled(const std::string& kinds_text) : text("program: P\nkinds:\n" + kinds_text) {
    kinds = compile_kinds(text.tree, text.sink);
  }
  const Kind& kind(std::string_view name) const {
    const KindId id = kinds->find_kind(name);
    REQUIRE(id != kNoKind);
    return kinds->kind(id);
  }
  const Field& field(std::string_view kind_name, std::string_view word) const {
    const FieldId id = kinds->find_field(kind(kind_name).id, word);
    INFO(kind_name << "." << word);
    REQUIRE(id != kNoField);
    return kinds->field(id);
  }
  ProgramText text;
  std::shared_ptr<const Kinds> kinds;
};

TEST_CASE("without kinds of its own a program has the built-in ones", "[shape][kinds]") {
  ProgramText text("program: P\n");
  CHECK(compile_kinds(text.tree, text.sink) == builtin_kinds());
  CHECK(compile_kinds(YamlTree(), text.sink) == builtin_kinds());
  CHECK(text.said().empty());
}

TEST_CASE("the example of the record language", "[shape][kinds]") {
  Compiled c(
      "  vendor: {is_a: record, prefix: VEN, fields: {contract_value: money, renewal: date, owner: "
      "person}, links: {supplies: [dependency]}}\n");
  CHECK(c.text.said().empty());
  // It adds to the built-in kind of that name.
  CHECK(c.kind("vendor").prefix == "VEN");
  CHECK(c.field("vendor", "Contract value").type == ValueType::money);
  CHECK(c.field("vendor", "Contract value").visibility == "restricted");
  CHECK(c.field("vendor", "owner").role == Role::owner);
  const Field& supplies = c.field("vendor", "Supplies");
  CHECK(supplies.targets == std::vector<KindId>{c.kind("dependency").id});
  CHECK(c.kinds->link_type(supplies.link).inverse == "supplied_by");
  CHECK(c.kinds->kinds.size() == builtin_kinds()->kinds.size());
}

TEST_CASE("a kind of one's own reaches roles, phases and words by is_a", "[shape][kinds]") {
  Compiled c(
      "  epic:\n"
      "    is_a: task\n"
      "    prefix: EP\n"
      "    aliases: [initiative, BIG]\n"
      "    doc: A large piece of work.\n"
      "    fields:\n"
      "      bet: {type: text, synonyms: [hypothesis], doc: What we believe.}\n"
      "      reviewers: [person]\n"
      "      size: {choices: {s: [small], l: [large]}}\n"
      "      scores: {fields: {reach: number, effort: {type: number}}}\n"
      "    links:\n"
      "      enables_market: {to: [objective], inverse: enabled_by_epic, acyclic: true}\n"
      "  saga: {is_a: epic}\n");
  CHECK(c.text.said().empty());
  const Kind& epic = c.kind("epic");
  const Kind& task = c.kind("task");
  CHECK(c.kinds->is(epic.id, task.id));
  CHECK(c.kinds->is(c.kind("saga").id, task.id));
  CHECK_FALSE(c.kinds->is(task.id, epic.id));
  CHECK(epic.is_work);
  CHECK(epic.plural == "epics");
  CHECK(epic.statuses.size() == task.statuses.size());
  CHECK(c.kinds->field_of(epic.id, Role::due) == c.kinds->field_of(task.id, Role::due));
  CHECK(c.kinds->find_status(epic.id, "✅") == c.kinds->find_status(task.id, "done"));
  CHECK(&c.kind("Initiatives") == &epic);
  CHECK(c.kinds->find_prefix("EP") == epic.id);
  CHECK(c.kinds->find_prefix("BIG") == epic.id);
  CHECK(c.kind("saga").prefix == "SAGA");
  CHECK(c.kinds->kind_of_heading("Open epics") == epic.id);
  CHECK(c.field("epic", "Hypothesis").name == "bet");
  CHECK(c.field("saga", "Hypothesis").id == c.field("epic", "bet").id);
  CHECK(c.field("epic", "reviewers").list);
  CHECK(c.field("epic", "reviewers").type == ValueType::person);
  const Field& size = c.field("epic", "size");
  CHECK(size.type == ValueType::choice);
  CHECK(c.kinds->find_choice(size.id, "Large") == 1);
  const Field& scores = c.field("epic", "scores");
  CHECK(scores.type == ValueType::object);
  REQUIRE(scores.fields.size() == 2);
  CHECK(c.kinds->field(scores.fields[0]).type == ValueType::number);
  const Field& link = c.field("epic", "enables_market");
  CHECK(link.list);
  CHECK(c.kinds->link_type(link.link).acyclic);
  // The other end is there without being asked for.
  const Field& end = c.field("objective", "Enabled by epic");
  CHECK(end.inverse);
  CHECK(end.link == link.link);
  // `epic` words lead to its id and title.
  CHECK(c.field("epic", "Epic").role == Role::title);
  CHECK(c.field("epic", "EP ID").role == Role::id);
  // Built-in kinds are as they were.
  CHECK(task.fields.size() == builtin_kinds()->kind(task.id).fields.size());
}

TEST_CASE("links by names of one's own, at both ends", "[shape][kinds]") {
  Compiled c(
      "  cip: {prefix: CIP, links: {solution_to: {to: [cps], inverse: proposed_solutions}}}\n"
      "  cps: {prefix: CPS, links: {proposed_solutions: [cip]}}\n");
  CHECK(c.text.said().empty());
  const Field& forward = c.field("cip", "Solution To");
  const Field& back = c.field("cps", "Proposed Solutions");
  CHECK(forward.link == back.link);
  CHECK_FALSE(forward.inverse);
  CHECK(back.inverse);
  CHECK(back.targets == std::vector<KindId>{c.kind("cip").id});
}

TEST_CASE("a field with the name of a common one has its meaning", "[shape][kinds]") {
  Compiled c(
      "  merchant: {prefix: MCH, fields: {due: date, severity: level, impact: money, mitigation: "
      "markdown}}\n");
  CHECK(c.text.said().empty());
  CHECK(c.field("merchant", "Target date").role == Role::due);
  CHECK(c.field("merchant", "severity").role == Role::severity);
  CHECK(c.field("merchant", "impact").role == Role::none);  // money is no level
  CHECK(c.field("merchant", "mitigation").role == Role::none);
}

TEST_CASE("statuses: a new kind's own, an addition to a built-in one", "[shape][kinds]") {
  Compiled c(
      "  merchant: {prefix: MCH, statuses: {signed: waiting, moving: {phase: doing, synonyms: [on "
      "its way]}, complete: ~}}\n"
      "  risk: {statuses: {parked: waiting, open: {synonyms: [lurking]}}}\n");
  CHECK(c.text.said().empty());
  const Kind& merchant = c.kind("merchant");
  REQUIRE(merchant.statuses.size() == 3);
  CHECK(merchant.statuses[0].name == "signed");
  CHECK(c.kinds->find_status(merchant.id, "On its way") == StatusId{1});
  CHECK(c.kinds->find_status(merchant.id, "✅") == StatusId{2});
  CHECK(merchant.statuses[2].phase == Phase::done);
  CHECK(c.kinds->find_status(merchant.id, "monitoring") == kNoStatus);
  const Kind& risk = c.kind("risk");
  CHECK(risk.statuses[0].name == "open");
  CHECK(c.kinds->find_status(risk.id, "lurking") == StatusId{0});
  CHECK(risk.statuses.back().name == "parked");
  CHECK(c.kinds->find_status(risk.id, "mitigated") != kNoStatus);
}

TEST_CASE("a program's words come before the built-in ones", "[shape][kinds]") {
  Compiled c(
      "  risk: {fields: {likelihood: {synonyms: [odds]}, response: text}}\n"
      "  adr: {prefix: XADR}\n"
      "  trial: {prefix: BUD}\n"
      "  budget: {prefix: MONEY}\n");
  CHECK(c.text.said().empty());
  CHECK(c.field("risk", "Odds").role == Role::likelihood);
  CHECK(c.field("risk", "Response").name == "response");
  CHECK(c.field("risk", "Mitigation plan").name == "mitigation");
  CHECK(c.kind("adr").prefix == "XADR");
  CHECK(c.kinds->find_prefix("BUD") == c.kind("trial").id);
  CHECK(c.kinds->find_prefix("MONEY") == c.kind("budget").id);
}

TEST_CASE("the stronger of two fields keeps a role", "[shape][kinds]") {
  Compiled c("  vendor: {fields: {goes_live: {type: date, role: due}}}\n");
  CHECK(c.text.said().empty());
  CHECK(c.kinds->field_of(c.kind("vendor").id, Role::due) == c.field("vendor", "goes_live").id);
  CHECK(c.field("vendor", "renewal").role == Role::none);
}

TEST_CASE("mistakes in kinds are reported at their place with a cure", "[shape][kinds]") {
  struct Case {
    std::string kinds;
    std::string said;
    std::string help;
  };
  const std::vector<Case> cases = {
      {"  x: {prefx: X}\n", "MP140 3:7 prefx", "`prefix`"},
      {"  x: {fields: {a: {typ: date}}}\n", "MP140 3:20 typ", "`type`"},
      {"  x: {statuses: {open: {phse: done}}}\n", "MP140 3:25 phse", "`phase`"},
      {"  x: {fields: {a: dat}}\n", "MP142 3:19 dat", "`date`"},
      {"  x: {fields: {a: {type: persn}}}\n", "MP142 3:26 persn", "`person`"},
      {"  x: {fields: {a: [prson]}}\n", "MP142 3:20 prson", "`person`"},
      {"  x: {fields: {a: {type: date, role: deu}}}\n", "MP143 3:38 deu", "`due`"},
      {"  x: {is_a: tsk}\n", "MP144 3:13 tsk", "`task`"},
      {"  x: {links: {y: [riks]}}\n", "MP144 3:19 riks", "`risk`"},
      {"  x: {is_a: x}\n", "MP145 3:13 x", "record"},
      {"  x: {prefix: R}\n", "MP146 3:15 R", "`risk: {prefix: RISK}`"},
      {"  x: {prefix: r}\n", "MP146 3:15 r", "another prefix"},
      {"  x: {statuses: {a: finished}}\n", "MP147 3:21 finished", "`done`"},
      {"  x: {statuses: {a: ~}}\n", "MP147 3:18 a", "`a: doing`"},
      {"  x: {fields: {Contract Value: money}}\n", "MP148 3:16 Contract Value", "`contract_value`"},
      {"  Big Thing: {}\n", "MP148 3:3 Big Thing", "`big_thing`"},
      {"  x: {prefix: X-Y}\n", "MP148 3:15 X-Y", "letter"},
      {"  x: {fields: {a: {type: date, role: due}, b: {type: date, role: due}}}\n", "MP149 3:44 b",
       "role"},
      {"  x: {fields: {a: {list: perhaps}}}\n", "MP141 3:26 perhaps", "`true` or `false`"},
      {"  x: [1, 2]\n", "MP141 3:6 [1, 2]", "mapping"},
      {"  x: {fields: 7}\n", "MP141 3:15 7", "mapping"},
      {"  x: {template: [titel]}\n", "MP157 3:18 titel", "`title`"},
  };
  for (const Case& c : cases) {
    Compiled compiled(c.kinds);
    INFO(c.kinds);
    CHECK(compiled.text.said() == Lines{c.said});
    REQUIRE(compiled.text.diagnostics.size() == 1);
    INFO(compiled.text.diagnostics[0].message << "; " << compiled.text.diagnostics[0].help);
    CHECK(compiled.text.diagnostics[0].help.find(c.help) != std::string::npos);
  }
}

TEST_CASE("a longer circle of kinds is cut once", "[shape][kinds]") {
  Compiled c(
      "  a: {is_a: b, prefix: AA}\n  b: {is_a: c, prefix: BB}\n  c: {is_a: a, prefix: CC}\n");
  CHECK(c.text.said() == Lines{"MP145 3:13 b"});
  CHECK(c.text.diagnostics[0].message == "`a` is a `b`, which is a `c`, which is a `a`");
  CHECK(c.kinds->is(c.kind("b").id, c.kind("a").id));
}

TEST_CASE("two kinds of a program with one prefix name each other", "[shape][kinds]") {
  Compiled c("  one: {prefix: ZZ}\n  two: {prefix: ZZ}\n");
  CHECK(c.text.said() == Lines{"MP146 4:17 ZZ"});
  REQUIRE(c.text.diagnostics[0].related.size() == 1);
  CHECK(c.text.source.position(c.text.diagnostics[0].related[0].span.begin).line == 3);
  CHECK(c.kind("two").prefix == "TWO");
}

TEST_CASE("kinds that nobody wrote are refused", "[shape][kinds]") {
  std::string many = "  x: {prefix: XX, fields: {";
  for (int i = 0; i < 6000; ++i) many += "f" + std::to_string(i) + ": text, ";
  Compiled c(many + "}}\n");
  REQUIRE(c.text.said().size() == 1);
  CHECK(c.text.diagnostics[0].code == 158);
  CHECK(c.kinds->kinds.size() == builtin_kinds()->kinds.size());
  std::string statuses = "  x: {prefix: XX, statuses: {";
  for (int i = 0; i < 120; ++i) statuses += "s" + std::to_string(i) + ": doing, ";
  Compiled d(statuses + "}}\n");
  REQUIRE(d.text.said().size() == 1);
  CHECK(d.text.diagnostics[0].code == 158);
  CHECK(d.kind("x").statuses.size() == 100);
}

TEST_CASE("a program as large as it may be is compiled soon", "[shape][kinds]") {
  const auto compile = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    const Compiled c(text);
    CHECK(c.kinds->kinds.size() >= builtin_kinds()->kinds.size());
    return std::chrono::steady_clock::now() - start;
  };
  std::string chain;  // each a kind of the next
  std::string wrong;  // each a kind of nothing
  std::string words = "  x: {prefix: XX, fields: {a: {type: text, synonyms: [";
  std::string links = "  x: {prefix: XX, links: {";
  for (int i = 0; i < 2400; ++i) {
    const std::string n = std::to_string(i);
    chain += "  k" + n + ": {is_a: k" + std::to_string(i + 1) + "}\n";
    wrong += "  k" + n + ": {is_a: kind" + n + "}\n";
    words += "word " + n + ", another " + n + ", third " + n + ", ";
    if (i < 900) links += "l" + n + ": {to: [task, risk, x], inverse: m" + n + "}, ";
  }
  for (const std::string& text : {chain, wrong, words + "]}}}\n", links + "}}\n"}) {
    CHECK(compile(text) < std::chrono::seconds(20));
  }
}

TEST_CASE("fields in fields end somewhere", "[shape][kinds]") {
  Compiled c(
      "  x: {fields: {a: {fields: {b: {fields: {c: {fields: {d: {fields: {e: text}}}}}}}}}}\n");
  CHECK(c.text.said().size() == 1);
  CHECK(c.text.diagnostics[0].code == 141);
}

}  // namespace
}  // namespace milepost
