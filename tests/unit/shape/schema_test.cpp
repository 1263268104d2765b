// JSON Schemas made from kinds. That they are draft-07 and fit real files is tested with ajv.
#include "shape/schema.h"

#include <string>

#include "catch.h"
#include "shape/compile_kinds.h"
#include "unit/shape/program_text.h"

namespace milepost {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the schema of record files lists every kind under its plural", "[shape][schema]") {
  const auto kinds = builtin_kinds();
  const std::string schema = records_schema(*kinds);
  CHECK(schema.starts_with(R"({"$schema":"http://json-schema.org/draft-07/schema#")"));
  CHECK(schema.ends_with("}\n"));
  for (const Kind& kind : kinds->kinds) {
    INFO(kind.name);
    CHECK(has(schema, "\"" + kind.plural + "\":{\"type\":[\"array\",\"null\"]") != kind.abstract);
    CHECK(has(schema, R"("const":")" + kind.name + "\"") != kind.abstract);
  }
  CHECK(has(schema, R"("enum":["open","mitigating","monitoring")"));
  CHECK(has(schema, R"("enum":["technical","data","team","external")"));
}

TEST_CASE("the schema of front matter holds one kind", "[shape][schema]") {
  const auto kinds = builtin_kinds();
  const std::string schema = front_matter_schema(*kinds, kinds->find_kind("risk"));
  CHECK(has(schema, R"("kind.risk":{)"));
  CHECK_FALSE(has(schema, R"("kind.task":{)"));
  CHECK(has(schema, R"("likelihood":{"$ref":"#/definitions/field.risk.likelihood"})"));
}

TEST_CASE("kinds of a program are in its schemas", "[shape][schema]") {
  ProgramText text(
      "program: P\nkinds: {merchant: {prefix: MCH, fields: {segment: {choices: [big, small]}}}}\n");
  const auto kinds = compile_kinds(text.tree, text.sink);
  const std::string schema = records_schema(*kinds);
  CHECK(has(schema, R"("merchants":{)"));
  CHECK(has(schema, R"("field.merchant.segment":{)"));
  CHECK(has(schema, R"("enum":["big","small"])"));
  CHECK(has(program_schema(*kinds), R"("merchants":{)"));
}

TEST_CASE("the schema of program.yaml knows the settings and the language of kinds",
          "[shape][schema]") {
  const std::string schema = program_schema(*builtin_kinds());
  for (const std::string_view key : {"program", "calendar", "people", "escalation", "thresholds",
                                     "findings_baseline", "schedule", "baseline", "near_critical",
                                     "milestone_off_track", "limits", "language.kind"}) {
    INFO(key);
    CHECK(has(schema, "\"" + std::string(key) + "\":{"));
  }
}

}  // namespace
}  // namespace milepost
