// What an author is told before a site for an audience is written.
#include "redact/leaks.h"

#include <fmt/format.h>

#include <chrono>
#include <string>

#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram =
    "program: Example\nstart: 2026-01-05\naudiences:\n  customers: {sees: [public]}\n"
    "  partners: {sees: [public]}\n"
    "people:\n  asha: {name: Asha Rao, email: asha@example.org}\n";
constexpr std::string_view kHiddenRisk = "---\nid: R-1\ntitle: The bank may refuse\n---\nx\n";

std::string lines(const Linked& linked, std::initializer_list<std::string_view> names) {
  std::vector<Audience> audiences;
  for (const std::string_view name : names)
    audiences.push_back(*audience_named(linked.program, name));
  std::string out;
  for (const Diagnostic& one : find_leaks(linked.program, linked.sources, audiences).diagnostics) {
    CHECK(!one.help.empty());
    REQUIRE(one.related.size() == 1);
    out += fmt::format("{} MP{} {} > {}\n", linked.place(one.span), one.code, one.message,
                       linked.place(one.related.front().span));
  }
  return out;
}

std::string task_with(std::string_view body) {
  return fmt::format("---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n---\n{}\n", body);
}

TEST_CASE("leaks: a mention, a link and a field name both places", "[redact][leaks]") {
  Linked linked({
      {"program.yaml", kProgram},
      {"risks/R-1.md", kHiddenRisk},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\nrelates_to: [R-1]\n---\n"
       "Waits for R-1.\n\nAs [the risk](risks/R-1.md) says.\n"},
  });
  const std::string said = lines(linked, {"customers"});
  CHECK(said ==
        "T-1.md:6:14-17 MP401 this is shown to `customers`, and refers to `R-1`, which is not > "
        "risks/R-1.md:2:5-8\n"
        "T-1.md:8:11-14 MP401 this is shown to `customers`, and refers to `R-1`, which is not > "
        "risks/R-1.md:2:5-8\n"
        "T-1.md:10:4-28 MP401 this is shown to `customers`, and refers to `R-1`, which is not > "
        "risks/R-1.md:2:5-8\n");
}

TEST_CASE("leaks: several audiences are told of once", "[redact][leaks]") {
  const std::string body = task_with("Waits for R-1.");
  Linked linked({{"program.yaml", kProgram}, {"risks/R-1.md", kHiddenRisk}, {"T-1.md", body}});
  const std::string said = lines(linked, {"customers", "partners"});
  CHECK(said.find("`customers` and `partners`") != std::string::npos);
  CHECK(std::ranges::count(said, '\n') == 1);
}

TEST_CASE("leaks: names stand where nothing replaces them", "[redact][leaks]") {
  const auto said = [](std::string_view body) {
    const std::string text = task_with(body);
    Linked linked({{"program.yaml", kProgram},
                   {"risks/R-1.md", kHiddenRisk},
                   {"notes/margins.md", "# Our margins this year\n\nx\n"},
                   {"T-1.md", text}});
    return lines(linked, {"customers"});
  };
  const auto leaks = [&](std::string_view body) {
    INFO(body);
    return said(body).find("MP402") != std::string::npos;
  };
  CHECK(leaks("The branch `R-1-fix`."));
  CHECK(leaks("```text\nsee r-1\n```"));
  CHECK(leaks("[tracker](https://example.org/browse/R-1)"));
  CHECK(leaks("![R-1](https://example.org/x.png)"));
  CHECK(leaks("We know that the **bank may** refuse."));
  CHECK(leaks("See `notes/margins.md`."));
  CHECK(leaks("As in our margins this year."));
  CHECK(leaks("Write to asha@example.org."));
  CHECK(!leaks("The bank may not refuse."));
  CHECK(!leaks("R-12 and `R-2`."));
  CHECK(!leaks("Waits for R-1."));
  CHECK(!leaks("<!-- R-1 `R-1` -->"));
  CHECK(!leaks("<!-- audience: internal -->\n`R-1`\n<!-- /audience -->"));
}

TEST_CASE("leaks: of a person with an address the name is told", "[redact][leaks]") {
  Linked linked({{"program.yaml", kProgram},
                 {"T-1.md",
                  "---\nid: T-1\nkind: task\ntitle: Seen\nvisibility: public\n"
                  "owner: [Asha Rao <asha@example.org>, Bo Du <bo@example.org>]\n---\n"}});
  CHECK(lines(linked, {"customers"}).empty());
}

TEST_CASE("leaks: titles, comments after a status, files and roles", "[redact][leaks]") {
  Linked linked({
      {"program.yaml",
       "program: Example\nstart: 2026-01-05\naudiences:\n  customers: {sees: [public]}\n"
       "people:\n  asha: {name: Asha Rao, role: Owner of R-1}\n"},
      {"risks/R-1.md", kHiddenRisk},
      {"T-1.md",
       "---\nid: T-1\nkind: task\ntitle: Work around `R-1`\nvisibility: public\nowner: asha\n"
       "status: blocked (by R-1)\n---\nx\n"},
      {"about-R-1.md", "---\nvisibility: public\n---\n# About\n\nx\n"},
  });
  const std::string said = lines(linked, {"customers"});
  INFO(said);
  CHECK(said.find("T-1.md:4:") != std::string::npos);
  CHECK(said.find("T-1.md:7:") != std::string::npos);
  CHECK(said.find("about-R-1.md") != std::string::npos);
  CHECK(said.find("program.yaml:6:") != std::string::npos);
}

TEST_CASE("leaks: what something seen is called, too, is none", "[redact][leaks]") {
  Linked linked({
      {"program.yaml", kProgram},
      {"a/R-1.md", "---\nid: R-1\ntitle: Asha Rao and Company\n---\nx\n"},
      {"b/R-1-2.md",
       "---\nid: R-1-2\ntitle: Asha Rao and Company of Leeds\nvisibility: public\n---\n"
       "`R-1-2` is asha rao and company of leeds\n"},
  });
  CHECK(lines(linked, {"customers"}).empty());
}

TEST_CASE("leaks: the program office and the plain build find none of what they see",
          "[redact][leaks]") {
  const std::string body = task_with("`R-1` Waits for R-1.");
  Linked linked({{"program.yaml", kProgram}, {"risks/R-1.md", kHiddenRisk}, {"T-1.md", body}});
  CHECK(lines(linked, {"program_office"}).empty());
  CHECK(lines(linked, {""}).empty());
  CHECK(lines(linked, {"internal"}).empty());
}

}  // namespace
}  // namespace milepost
