// Forms of ids, and what paths and headings say about them.
#include "shape/record_id.h"

#include "catch.h"
#include "shape/compile_kinds.h"
#include "unit/shape/shaped.h"

using namespace milepost;

TEST_CASE("what has the form of an id", "[shape][id]") {
  const Kinds& kinds = *builtin_kinds();
  for (const std::string_view text :
       {"R-007", "M-GA", "API-01", "5.10", "1", "#12", "R1", "R01", "T_3", "REL-1.2"}) {
    INFO(text);
    CHECK(looks_like_id(kinds, text));
  }
  for (const std::string_view text : {"Security", "t-shirt", "Security model", "cross-team", "",
                                      "#", "a/b1", "-1", "1-", "M-", "x-y"}) {
    INFO(text);
    CHECK_FALSE(looks_like_id(kinds, text));
  }
  CHECK(is_canonical_id("A"));
  CHECK(is_canonical_id(std::string(64, 'a')));
  CHECK_FALSE(is_canonical_id(std::string(65, 'a')));
  CHECK_FALSE(is_canonical_id("1a"));
  CHECK_FALSE(is_canonical_id("a b"));
  CHECK_FALSE(is_canonical_id("é"));
}

TEST_CASE("ids in paths", "[shape][id]") {
  const Kinds& kinds = *builtin_kinds();
  struct Row {
    std::string_view path, prefix, number;
  };
  const Row rows[] = {
      {"risks/R-004-data-loss.md", "R", "004"},
      {"risks/R-004.md", "R", "004"},
      {"x/r-004.md", "r", "004"},
      {"adr/0012-order-events.md", "", "0012"},
      {"adr/12-order-events.md", "", "12"},
      {"adr/0012_order_events.md", "", "0012"},
      {"releases/REL-7-checkout/README.md", "REL", "7"},
      {"milestones/M-GA.md", "M", "GA"},
      {"notes/2026-06-30-meeting.md", "", ""},
      {"notes/2026-w14.md", "", ""},
      {"notes/20260630.md", "", ""},
      {"notes/meeting.md", "", ""},
      {"notes/covid-19.md", "", ""},
      {"notes/m-commerce.md", "", ""},
      {"notes/T-shirt.md", "", ""},
      {"notes/R-2d2.md", "", ""},
      {"README.md", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.path);
    const PathId id = path_id(kinds, row.path);
    CHECK(id.prefix == row.prefix);
    CHECK(id.number == row.number);
    CHECK(id.numbered() == !row.number.empty());
  }
}

TEST_CASE("ids in headings", "[shape][id]") {
  const Kinds& kinds = *builtin_kinds();
  const KindId decision = kinds.find_kind("decision");
  struct Row {
    std::string_view heading, id, title;
  };
  const Row rows[] = {
      {"4. DNS for hosts", "4", "DNS for hosts"},
      {"4: DNS for hosts", "4", "DNS for hosts"},
      {"ADR-12: Order events", "ADR-12", "Order events"},
      {"ADR 12 – Order events", "ADR 12", "Order events"},
      {"ADR 12: Order events", "ADR 12", "Order events"},
      {"D-007 Order events", "D-007", "Order events"},
      {"2 ways to go", "", ""},
      {"2026 plan", "", ""},
      {"Order events", "", ""},
      {"R-1: A risk is no decision", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    const HeadingId id = heading_id(kinds, decision, row.heading);
    CHECK(id.id == row.id);
    if (!id.id.empty()) CHECK(row.heading.substr(id.title) == row.title);
  }
}

TEST_CASE("a local id names its file", "[shape][id]") {
  CHECK(file_slug("raid-log.md") == "raid-log");
  CHECK(file_slug("logs/RAID log.md") == "logs-raid-log");
  CHECK(file_slug("logs/README.md") == "logs");
  CHECK(file_slug("README.md") == "readme");
  CHECK(file_slug("2026/raid.md") == "f-2026-raid");
}

TEST_CASE("a generated id depends on kind, file and title alone", "[shape][id]") {
  const auto id_in = [](std::string_view path, std::string_view title) {
    const std::string file = "risks:\n- title: " + std::string(title) + "\n";
    return shape_files({{path, file}}).set.records.at(0).id;
  };
  const std::string id = id_in("a.yaml", "Vendor is late");
  CHECK(id.starts_with("R-vendor-is-late-"));
  CHECK(id.size() == std::string("R-vendor-is-late-").size() + 6);
  CHECK(id == id_in("a.yaml", "Vendor is late"));
  CHECK(id != id_in("b.yaml", "Vendor is late"));
  CHECK(id != id_in("a.yaml", "Vendor is  Late"));
  const std::string long_id = id_in("a.yaml", std::string(300, 'x'));
  CHECK(long_id.size() <= kLongestId);
  CHECK(is_canonical_id(long_id));
  CHECK(is_canonical_id(id_in("a.yaml", "漢字だけ")));
}

TEST_CASE("aliases of a numbered file", "[shape][id]") {
  const Shaped s = shape_files({{"adr/0012-x.md", "# 12. X\n\n## Status\n\nAccepted\n"}});
  const Record& record = s.record("ADR-0012");
  const auto has = [&](std::string_view alias) {
    return std::find(record.aliases.begin(), record.aliases.end(), alias) != record.aliases.end();
  };
  CHECK(has("ADR-12"));
  CHECK(has("D-0012"));
  CHECK_FALSE(has("ADR-0012"));
  CHECK(record.id_origin == IdOrigin::path);
}
