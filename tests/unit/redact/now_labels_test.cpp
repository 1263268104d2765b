// Tests of who may see what of an old version: by the stricter of then and now.
#include "redact/now_labels.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "driver/program_run.h"
#include "driver/site_run.h"
#include "driver/version_run.h"

namespace milepost {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kProgram =
    "program: P\nlabels: [partner]\naudiences:\n  customers: {sees: [public]}\n  partners: {sees: "
    "[public, partner]}\n";

void run(ProgramRun& run, const Files& files) {
  auto tree = std::make_shared<MemoryTree>();
  bool own = false;
  for (const auto& [path, bytes] : files) {
    own = own || path == "program.yaml";
    tree->add(path, bytes);
  }
  if (!own) tree->add("program.yaml", kProgram);
  run.tree = tree;
  run.options.as_of = *make_date(2026, 6, 1);
  run_stages(*run.tree, run.options, run.values);
}

/// What an audience of now is shown of `then`: "R-1 R-2 page.md".
struct Shown {
  Shown(const Files& then, const Files& now, const std::string& audience) {
    ProgramRun old, current;
    run(old, then);
    run(current, now);
    const auto labels = labels_of_now(current);
    labels->apply(old.values.program, old.values.sources);
    old.now = labels;
    ViewOptions options;
    options.audience = *audience_named(current.values.program, audience);
    options.last = false;
    options.readers = true;
    view = view_of(old, Report{}, options);
    for (const ViewRecord& record : view.records) names += std::string(record.id) + " ";
    for (const ViewPage& page : view.pages) names += page.path + " ";
  }
  View view;
  std::string names;
};

/// What the page about the customers shows of `then`, in the site for everybody inside.
std::string shown_of_customers(const Files& then, const Files& now) {
  const Shown all(then, now, "");
  const auto page = std::ranges::find(all.view.status_pages, "customers", &ViewStatusPage::key);
  if (page == all.view.status_pages.end() || page->seen == nullptr) return "no page";
  std::string names;
  for (const ViewRecord& record : page->seen->records) names += std::string(record.id) + " ";
  return names;
}

std::string shown(const Files& then, const Files& now, const std::string& audience) {
  return Shown(then, now, audience).names;
}

Files risk(const std::string& label, const std::string& id = "R-1") {
  return {{"raid.yaml", "risks:\n- {id: " + id + ", title: Rain, owner: Asha, visibility: " +
                            label + "}\n- {id: R-2, title: Snow, visibility: public}\n"}};
}

TEST_CASE("the page about an audience in the plain site is what it was", "[redact][versions]") {
  CHECK(shown_of_customers(risk("public"), risk("public")) == "R-1 R-2 ");
  CHECK(shown_of_customers(risk("public"), risk("internal")) == "R-1 R-2 ");
  CHECK(shown_of_customers(risk("internal"), risk("public")) == "R-2 ");
  // But nothing is on it that those inside may not see.
  CHECK(shown_of_customers(risk("public"), risk("restricted")) == "R-2 ");
  const Files now = {{"raid.yaml", "risks:\n- {id: R-2, title: Snow, visibility: public}\n"},
                     {"R-1.md",
                      "---\nid: R-1\nkind: risk\ntitle: Wet\nvisibility: public\n---\n\n"
                      "<!-- audience: internal -->\nIt was rain.\n<!-- /audience -->\n"}};
  CHECK(shown(risk("public"), now, "customers") == "R-2 ");
  CHECK(shown_of_customers(risk("public"), now) == "R-1 R-2 ");
}

TEST_CASE("a record is shown of a version if it was then and is now", "[redact][versions]") {
  const std::vector<std::string> labels = {"public", "internal", "restricted", "partner"};
  const auto sees = [](const std::string& audience, const std::string& label) {
    if (audience == "customers") return label == "public";
    if (audience == "partners") return label == "public" || label == "partner";
    if (audience.empty()) return label == "public" || label == "internal";
    return true;
  };
  for (const std::string audience : {"", "customers", "partners", "program_office"}) {
    for (const std::string& then : labels) {
      for (const std::string& now : labels) {
        INFO(audience << ": " << then << ", now " << now);
        const bool both = sees(audience, then) && sees(audience, now);
        const std::string expected = both ? "R-1 R-2 " : "R-2 ";
        CHECK(shown(risk(then), risk(now), audience) == expected);
      }
    }
  }
}

TEST_CASE("what was hidden leaves no word in an old version", "[redact][versions]") {
  Files then = risk("public");
  then.push_back({"notes.md", "---\nvisibility: public\n---\n\n# Notes\n\nSee R-1 and R-2.\n"});
  const Shown customers(then, risk("internal"), "customers");
  CHECK(customers.names == "R-2 notes.md ");
  std::string words;
  for (const Tape& tape : customers.view.tapes) words += tape.text;
  CHECK(words.find("R-1") == std::string::npos);
  CHECK(words.find("R-2") != std::string::npos);
}

TEST_CASE("records are followed by their ids, however they are written", "[redact][versions]") {
  CHECK(shown(risk("public"), risk("internal", "r-1"), "customers") == "R-2 ");
  CHECK(shown(risk("public", "R-001"), risk("internal"), "customers") == "R-2 ");
  CHECK(shown(risk("public"), {{"raid.yaml", "risks: []\n"}}, "customers") == "R-1 R-2 ");
  CHECK(shown(risk("internal"), {{"raid.yaml", "risks: []\n"}}, "customers") == "R-2 ");
}

TEST_CASE("a kind that became stricter hides what had no label of its own", "[redact][versions]") {
  const std::string kinds = "kinds: {risk: {visibility: internal}}\n";
  const Files then = {
      {"program.yaml", std::string(kProgram) + "kinds: {risk: {visibility: public}}\n"},
      {"raid.yaml", "risks:\n- {id: R-1, title: Rain}\n"}};
  CHECK(shown(then, {{"program.yaml", kProgram + kinds}}, "customers").empty());
  CHECK(shown(then, then, "customers") == "R-1 ");
}

TEST_CASE("pages are known by their path", "[redact][versions]") {
  const auto page = [](const std::string& label) -> Files {
    return {{"plan.md", "---\nvisibility: " + label + "\n---\n\n# Plan\n\nWords.\n"}};
  };
  CHECK(shown(page("public"), page("public"), "customers") == "plan.md ");
  CHECK(shown(page("public"), page("internal"), "customers").empty());
  CHECK(shown(page("internal"), page("public"), "customers").empty());
  CHECK(shown(page("public"), {}, "customers") == "plan.md ");
}

TEST_CASE("fields are hidden by what their kind says then or now", "[redact][versions]") {
  const auto program = [](const std::string& label) -> Files {
    return {{"program.yaml", std::string(kProgram) +
                                 "kinds: {risk: {fields: {cost: {type: text, "
                                 "visibility: " +
                                 label + "}}}}\n"},
            {"raid.yaml", "risks:\n- {id: R-1, title: Rain, cost: much, visibility: public}\n"}};
  };
  const auto tells_cost = [&](const std::string& then, const std::string& now) {
    const Shown one(program(then), program(now), "customers");
    REQUIRE(one.view.records.size() == 1);
    return std::ranges::any_of(one.view.records[0].fields, [&](const ViewField& field) {
      return one.view.fields[static_cast<size_t>(field.field)].name == "cost";
    });
  };
  CHECK(tells_cost("public", "public"));
  CHECK_FALSE(tells_cost("public", "internal"));
  CHECK_FALSE(tells_cost("internal", "public"));
}

// Two kinds have the field, and each may have been given a label of its own.
TEST_CASE("a field that kinds share has the strictest label of now", "[redact][versions]") {
  const auto fields = [](const std::string& kinds) {
    const Files then = {
        {"program.yaml", std::string(kProgram) + "kinds: {epic: {is_a: task}}\n"},
        {"plan.yaml",
         "tasks:\n- {id: T-1, title: Dig, notes: deep, visibility: public}\nepics:\n"
         "- {id: EP-1, title: All, notes: wide, visibility: public}\n"}};
    Files now = then;
    now[0].second = std::string(kProgram) + "kinds: {epic: {is_a: task" + kinds + "}\n";
    const Shown one(then, now, "customers");
    REQUIRE(one.view.records.size() == 2);
    return one.view.records[0].fields.size() + one.view.records[1].fields.size();
  };
  const size_t open = fields("}");
  CHECK(open > 0);
  CHECK(fields("}, task: {fields: {notes: {visibility: internal}}}") < open);
  CHECK(fields(", fields: {notes: {visibility: internal}}}, task: {fields: {notes: {visibility: "
               "restricted}}}") < open);
}

TEST_CASE("a key that is a hidden field now is hidden", "[redact][versions]") {
  const auto words = [](const std::string& kinds) {
    const Files then = {
        {"raid.yaml", "risks:\n- {id: R-1, title: Rain, price: much, visibility: public}\n"}};
    Files now = then;
    now.push_back({"program.yaml", std::string(kProgram) + kinds});
    const Shown one(then, now, "customers");
    REQUIRE(one.view.records.size() == 1);
    return one.view.records[0].unknown.size();
  };
  CHECK(words("") == 1);
  CHECK(words("kinds: {risk: {fields: {price: {type: text, visibility: internal}}}}\n") == 0);
  CHECK(words("kinds: {risk: {fields: {cost: {type: text, synonyms: [price], visibility: "
              "internal}}}}\n") == 0);
  CHECK(words("kinds: {risk: {fields: {price: {type: text, visibility: public}}}}\n") == 1);
}

TEST_CASE("what has no id is followed by its path, bytes and title", "[redact][versions]") {
  const auto record = [](const std::string& folder, const std::string& more) -> Files {
    return {
        {"program.yaml", std::string(kProgram) +
                             "records:\n- {path: \"recs/*.md\", kind: risk, visibility: public}\n"
                             "- {path: \"int/*.md\", kind: risk, visibility: internal}\n"},
        {folder + "/noid.md",
         "---\nlikelihood: low\n---\n\n# Rain in the summer\n\n" + more + "\n"}};
  };
  CHECK(Shown(record("recs", "a"), record("recs", "b"), "customers").view.records.size() == 1);
  CHECK(Shown(record("recs", "a"), record("int", "a"), "customers").view.records.empty());
  CHECK(Shown(record("recs", "a"), record("int", "b"), "customers").view.records.empty());
  // Another id, the same title.
  CHECK(shown(risk("public"), risk("internal", "R-7"), "customers") == "R-2 ");
  const auto page = [](const std::string& path, const std::string& label) -> Files {
    return {{path, "---\nvisibility: " + label + "\n---\n\n# The plan of it\n\nWords.\n"}};
  };
  CHECK(shown(page("pages/p.md", "public"), page("int/q.md", "internal"), "customers").empty());
}

TEST_CASE("lines that stand in a hidden region now are cut", "[redact][versions]") {
  const std::string head =
      "---\nid: D-1\nkind: decision\nvisibility: public\n---\n\n# Which way\n\n";
  const Files then = {{"d.md", head + "Open words.\n\nSecret words.\n\nMore words.\n"}};
  const Files now = {{"moved.md", head +
                                      "Open words.\n\n<!-- audience: internal -->\nSecret words.\n"
                                      "<!-- /audience -->\n\nMore words.\n"}};
  const auto words = [&](const std::string& audience) {
    const Shown one(then, now, audience);
    std::string all;
    for (const Tape& tape : one.view.tapes) all += tape.text;
    return all;
  };
  CHECK(words("customers").find("Open words") != std::string::npos);
  CHECK(words("customers").find("More words") != std::string::npos);
  CHECK(words("customers").find("Secret") == std::string::npos);
  CHECK(words("").find("Secret words") != std::string::npos);
}

// All that a View says of records and pages in words.
std::string words_of(const Files& then, const Files& now, const std::string& audience) {
  const Shown one(then, now, audience);
  std::string all = one.names;
  for (const Tape& tape : one.view.tapes) all += tape.text + "\n";
  for (const ViewRecord& record : one.view.records) {
    all += record.title + "\n";
    for (const ViewField& field : record.fields) {
      for (const ViewValue& value : field.values) all += value.text + "\n";
    }
    for (const ViewUnknownField& field : record.unknown) all += field.text + "\n";
  }
  return all;
}

TEST_CASE("what was written anew while it was put into a region is told of no version",
          "[redact][versions]") {
  const std::string head = "---\nid: R-1\nkind: risk\nvisibility: public\nowner: Asha\n";
  const std::string title = "---\n\n# It rains\n\n";
  const std::string open = "Open words stay.\n\n";
  const auto hidden = [](const std::string& text) {
    return "<!-- audience: internal -->\n\n" + text + "\n<!-- /audience -->\n";
  };
  // Then, and what of it stands in the region now.
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"The SECRET price is 4 million\npounds for the SECRET vendor.\n",
       "The SECRET\nprice is 4 million pounds for the SECRET\nvendor.\n"},
      {"- SECRET one\n- SECRET two\n", "* SECRET one\n* SECRET two\n"},
      {"| what | price |\n| --- | --- |\n| SECRET | 4 |\n",
       "| what | price | when |\n| --- | --- | --- |\n| SECRET | 4 | May |\n"},
      {"## SECRET costs\n\nMuch SECRET money.\n", "### SECRET costs\n\nMuch SECRET money, too.\n"},
      {"```\nSECRET\n\nSECRET code\n```\n", "    SECRET\n    SECRET code\n"},
      {"Half a SECRET sentence.\n", "They ask for four millions.\n"},
      {"Mitigation: SECRET plan\n", "Ask the SECRET vendor.\n"},
  };
  for (const auto& [was, is] : cases) {
    INFO(was);
    const Files then = {{"r.md", head + title + open + was + "\nMore words.\n"}};
    const Files now = {{"r.md", head + title + open + hidden(is) + "\nMore words.\n"}};
    const std::string told = words_of(then, now, "customers");
    CHECK(told.find("SECRET") == std::string::npos);
    CHECK(told.find("It rains") != std::string::npos);
    CHECK(told.find("Open words stay") != std::string::npos);
    CHECK(told.find("More words") != std::string::npos);
    CHECK(words_of(then, now, "").find("SECRET") != std::string::npos);
    // In a file of another name, and with another id.
    Files moved = {{"other.md", now[0].second}};
    CHECK(words_of(then, moved, "customers").find("SECRET") == std::string::npos);
    moved[0].second.replace(moved[0].second.find("R-1"), 3, "R-9");
    CHECK(words_of(then, moved, "customers").find("SECRET") == std::string::npos);
    // It was in a region already.
    const Files before = {{"r.md", head + title + open + hidden(is) + "\nOther words.\n"}};
    const std::string as_it_was = words_of(before, now, "customers");
    CHECK(as_it_was.find("SECRET") == std::string::npos);
    CHECK(as_it_was.find("Other words") != std::string::npos);
  }
}

TEST_CASE("a field that stands in a region now is told of no version", "[redact][versions]") {
  const std::string rest = "---\n\n# It rains\n\nOpen words.\n";
  const std::string head = "---\nid: R-1\nkind: risk\nvisibility: public\n";
  const auto region = [](const std::string& text) {
    return "\n<!-- audience: internal -->\n\n" + text + "\n\n<!-- /audience -->\n";
  };
  const auto told = [&](const std::string& field, const std::string& text) {
    return words_of({{"r.md", head + field + rest}}, {{"r.md", head + rest + region(text)}},
                    "customers");
  };
  CHECK(told("mitigation: SECRET plan\n", "## Mitigation\n\nThe SECRET plan.").find("SECRET") ==
        std::string::npos);
  CHECK(told("mitigation: SECRET plan\n", "## Mitigation\n\nOther words.").find("SECRET") ==
        std::string::npos);
  CHECK(told("mitigation: SECRET plan\n", "We have a SECRET plan.").find("SECRET") ==
        std::string::npos);
  CHECK(told("cost: SECRET millions\n", "Cost: a lot").find("SECRET") == std::string::npos);
  CHECK(told("cost: 4000123\n", "It costs 4000123 pounds.").find("4000123") == std::string::npos);
  CHECK(told("title: A SECRET vendor\n", "It was called SECRET.").find("SECRET") ==
        std::string::npos);
  // What has nothing to do with it stays.
  CHECK(told("mitigation: Umbrellas\n", "We have a SECRET plan.").find("Umbrellas") !=
        std::string::npos);
  const auto list = [](const std::string& fields) -> Files {
    return {
        {"raid.yaml", "risks:\n- {id: R-1, title: Rain, visibility: public" + fields +
                          "}\n- {id: R-2, title: Snow, visibility: public, mitigation: Salt}\n"}};
  };
  const std::string now_in_file =
      "---\nid: R-1\nkind: risk\ntitle: Rain\nvisibility: public\n---\n" +
      region("## Mitigation\n\nA SECRET plan.");
  Files now = list("");
  now[0].second = "risks:\n- {id: R-2, title: Snow, visibility: public, mitigation: Salt}\n";
  now.emplace_back("r.md", now_in_file);
  const std::string words = words_of(list(", mitigation: SECRET"), now, "customers");
  CHECK(words.find("SECRET") == std::string::npos);
  CHECK(words.find("Rain") != std::string::npos);
  CHECK(words.find("Salt") != std::string::npos);
}

TEST_CASE("an audience sees what it saw then and sees now", "[redact][versions]") {
  const Files then = risk("partner");
  Files wider = risk("partner");
  wider.push_back(
      {"program.yaml",
       "program: P\nlabels: [partner]\naudiences:\n  customers: {sees: [public, partner]}\n"});
  CHECK(shown(then, wider, "customers") == "R-2 ");
  CHECK(shown(wider, then, "customers") == "R-2 ");
  CHECK(shown(wider, wider, "customers") == "R-1 R-2 ");
}

TEST_CASE("a label that cannot be read now hides every old version", "[redact][versions]") {
  Files now = risk("public");
  now.push_back(
      {"page.md", "---\nvisibility: public\n---\n\n# P\n\n<!-- audience: internal\n\nx\n"});
  CHECK(shown(risk("public"), now, "customers").empty());
}

}  // namespace
}  // namespace milepost
