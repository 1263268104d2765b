// Records as CSV.
#include "render/records_csv.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "unit/render/composed.h"

namespace milepost {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

TEST_CASE("csv: cells are quoted where they must be", "[records_csv]") {
  CHECK(cell("plain") == "plain");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"so\"") == "\"say \"\"so\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("csv: no cell becomes a formula", "[records_csv]") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+1") == "'+1");
  CHECK(cell("-cmd|' /C calc'!A0") == "'-cmd|' /C calc'!A0");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(cell("＝1") == "'＝1");
  CHECK(cell("a=1") == "a=1");
}

constexpr std::string_view kRecords =
    "risks:\n- {id: R-1, title: \"Rain, then sun\", likelihood: high, impact: low, owner: Ana, "
    "raised: 2026-05-19}\n"
    "metrics:\n- {id: MET-1, title: Lag, current: -5, unit: \"-s\"}\n";

TEST_CASE("csv: one table of all records", "[records_csv]") {
  Linked linked({{"raid.yaml", kRecords}});
  const std::string csv = records_csv(composed(linked));
  CHECK(
      csv.starts_with("id,kind,title,status,phase,health,owner,team,priority,score,start,due,"
                      "finished,raised,decided,needed_by,url\r\n"));
  CHECK(csv.find("R-1,risk,\"Rain, then sun\",open,") != std::string::npos);
  CHECK(csv.find(",2026-05-19,,,risks/R-1.html\r\n") != std::string::npos);
}

TEST_CASE("csv: all fields of one kind, numbers as they are", "[records_csv]") {
  Linked linked({{"raid.yaml", kRecords}});
  const std::string csv = records_csv(composed(linked), "metric");
  CHECK(csv.starts_with("id,kind,title,status,phase,health,owner,team,unit,current,url\r\n"));
  CHECK(csv.find(",'-s,-5,metrics/MET-1.html\r\n") != std::string::npos);
  CHECK(csv.find("R-1") == std::string::npos);
}

TEST_CASE("csv: of a kind that no record has there is a head", "[records_csv]") {
  Linked linked({{"raid.yaml", kRecords}});
  CHECK(records_csv(composed(linked), "vendor") ==
        "id,kind,title,status,phase,health,owner,team,url\r\n");
}

}  // namespace
}  // namespace milepost
