// search.js: its words, its columns, and what must not be in it.
#include "render/search_index.h"

#include <string>
#include <vector>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "compose/compose.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

using Strings = std::vector<std::string>;

Outline outline_of(Linked& linked) {
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  return compose_site(
      redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, {}), Words());
}

// The index of a site whose texts are read in runs of `run`.
std::string index_of(const Outline& outline, size_t run = 1000) {
  const size_t texts = outline.view.records.size() + outline.view.pages.size();
  std::vector<TextWords> parts;
  for (size_t first = 0; first < texts; first += run) {
    parts.push_back(read_texts(outline, first, std::min(texts, first + run), text_limits(texts)));
  }
  return search_index(outline, std::move(parts));
}

// What stands behind `"name":` up to the end of the line.
std::string column(const std::string& index, const std::string& name) {
  const size_t begin = index.find("\n\"" + name + "\":");
  REQUIRE(begin != std::string::npos);
  const size_t from = begin + name.size() + 4;
  std::string text = index.substr(from, index.find('\n', from) - from);
  if (text.ends_with(',')) text.pop_back();
  return text;
}

TEST_CASE("search words: runs of letters and digits, folded", "[search]") {
  CHECK(words_of("Cut-over, 2nd TRY (v1.2)") == Strings{"cut", "over", "2nd", "try", "v1", "2"});
  CHECK(words_of("Straße CAFÉ naïve Ørsted") == Strings{"strasse", "cafe", "naive", "orsted"});
  CHECK(words_of("ﬁne Ｆｕｌｌ“quoted”—dash") == Strings{"fine", "full", "quoted", "dash"});
  CHECK(words_of("Ёлка ΣΊΣΥΦΟΣ") == Strings{"елка", "σισυφοσ"});
  CHECK(words_of("…") == Strings{});
  CHECK(words_of("a\u00ADb") == Strings{"a", "b"});
}

TEST_CASE("search words: scripts without spaces are cut into pairs", "[search]") {
  CHECK(words_of("決済障害") == Strings{"決済", "済障", "障害", "害"});
  CHECK(words_of("Q3の計画") == Strings{"q3", "の計", "計画", "画"});
  CHECK(words_of("決") == Strings{"決"});
  // Korean has spaces.
  CHECK(words_of("결제 오류") == Strings{"결제", "오류"});
}

TEST_CASE("search words: a long word keeps its beginning", "[search]") {
  CHECK(words_of(std::string(500, 'x')) == Strings{std::string(kLongestWord, 'x')});
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "д";
  REQUIRE(words_of(accents).size() == 1);
  CHECK(words_of(accents)[0].size() == kLongestWord);
}

TEST_CASE("search index: records by kind and id, in columns", "[search]") {
  Linked linked({
      {"risks/R-002.md", "---\nid: R-002\ntitle: Second\nstatus: open\n---\nBody words.\n"},
      {"risks/R-001.md",
       "---\nid: R 001\ntitle: First one\nowner: Asha Rao\nlikelihood: high\nimpact: high\n"
       "---\nHello there.\n"},
      {"docs/setup.md", "# Set up\n\nWords of a page.\n\n## Next\n\nMore.\n"},
  });
  const std::string index = index_of(outline_of(linked));
  CHECK(column(index, "ids").starts_with("\"R-001\\n\\n"));
  CHECK(column(index, "titles").starts_with("\"First one\\nSecond\\n"));
  CHECK(column(index, "aliases").starts_with("\"R 001\\n\\n"));
  CHECK(column(index, "leads").starts_with("\"Hello there.\\nBody words.\\n"));
  CHECK(column(index, "party_list").starts_with("\"Asha Rao"));
  CHECK(column(index, "fact_list").find("docs/setup.md, 2 headings") != std::string::npos);
  CHECK(column(index, "groups").find("[\"risk\",\"Risk\",\"Risks\",\"risks/\",\"risks/") !=
        std::string::npos);
  CHECK(column(index, "aliases").find("\\nsetup\\n") != std::string::npos);
  // The address follows from the id.
  CHECK(column(index, "paths").starts_with("\"\\n\\ndocs/setup.html\\n"));
}

TEST_CASE("search index: the same, however the texts were shared out", "[search]") {
  std::string tasks = "tasks:\n";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    tasks += "- {id: T-" + n + ", title: Task " + n + ", notes: Word" + n + " and word" +
             std::to_string(i % 7) + "}\n";
  }
  Linked linked({{"tasks.yaml", tasks}});
  const Outline outline = outline_of(linked);
  const std::string whole = index_of(outline);
  CHECK(index_of(outline, 1) == whole);
  CHECK(index_of(outline, 7) == whole);
}

TEST_CASE("search index: hostile text stays text", "[search]") {
  Linked linked({{"risks/R-1.md",
                  "---\nid: R-1\ntitle: \"</script><script>alert(1)</script> \\u202E \\\"});//\"\n"
                  "---\nA \u2028 line and `\\u0022`.\n"}});
  const std::string index = index_of(outline_of(linked));
  const std::string data = index.substr(index.find("globalThis.milepostIndex="));
  CHECK(data.find('<') == std::string::npos);
  CHECK(data.find("\u2028") == std::string::npos);
  CHECK(data.find("\u202E") == std::string::npos);
  CHECK(data.find("⟨U+202E⟩") != std::string::npos);
}

TEST_CASE("search index: nothing hidden is in it", "[search]") {
  Linked linked({
      {"risks/R-1.md",
       "---\nid: R-1\ntitle: Seen\nrelates_to: [R-2]\n---\nWonderful words, see R-2.\n\n"
       "<!-- audience: restricted -->\nCANARYregion\n<!-- /audience -->\n"},
      {"risks/R-2.md",
       "---\nid: R-2\ntitle: CANARYtitle\nowner: CANARYowner\ntags: [CANARYtag]\nvisibility: "
       "restricted\n---\nCANARYbody\n"},
  });
  const std::string index = index_of(outline_of(linked));
  CHECK(index.find("CANARY") == std::string::npos);
  CHECK(index.find("canary") == std::string::npos);
  CHECK(index.find("R-2") == std::string::npos);
  CHECK(column(index, "terms").find("wonderful") != std::string::npos);
}

TEST_CASE("search index: leads share a budget, the short ones first", "[search]") {
  std::vector<TextWords> parts(1);
  parts[0].leads.assign(200, std::string(1400, 'x'));
  for (size_t i = 0; i < 100; ++i) parts[0].leads[i] = "short";
  shorten_leads(parts);
  size_t sum = 0;
  for (const std::string& lead : parts[0].leads) sum += lead.size();
  CHECK(parts[0].leads[0] == "short");
  CHECK(parts[0].leads[150].size() == 1400);
  parts[0].leads.assign(2000, std::string(1400, 'x'));
  shorten_leads(parts);
  CHECK(parts[0].leads[7].size() == kAllLeads / 2000);
  parts[0].leads.assign(50'000, "a lead of some words that is cut down to nothing");
  shorten_leads(parts);
  CHECK(parts[0].leads[7].empty());
}

TEST_CASE("search index: a huge site keeps fewer words of a text, but all of its title",
          "[search]") {
  CHECK(text_limits(100).words == 400);
  CHECK(text_limits(50'000).words == 60);
  CHECK(text_limits(50'000).lead_bytes == 0);
  Linked linked({{"risks/R-1.md",
                  "---\nid: R-1\ntitle: one two three four\n---\nfive six seven eight nine\n"}});
  const Outline outline = outline_of(linked);
  const TextWords words = read_texts(outline, 0, 1, {.words = 6, .lead_bytes = 0});
  CHECK(words.cut);
  CHECK(words.words.size() == 6);
  CHECK(read_texts(outline, 0, 1, {.words = 2, .lead_bytes = 0}).words.size() == 4);
  CHECK_FALSE(read_texts(outline, 0, 1, {.words = 9, .lead_bytes = 0}).cut);
}

}  // namespace
}  // namespace milepost
