// Pieces of written values: comments, lists, unset words, labels.
#include "shape/written.h"

#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "shape/label_line.h"
#include "shape/string_store.h"
#include "shape/unset.h"
#include "text/words.h"

using namespace milepost;

namespace {

Written at_seven(std::string_view text) {
  return {text, {FileId{0}, 7, 7 + static_cast<uint32_t>(text.size())}, true, false};
}

std::string pieces(std::string_view text, bool prose = false) {
  std::string out;
  for (const Written& w : list_pieces(at_seven(text), prose)) {
    if (!out.empty()) out += '|';
    out += std::string(w.text);
    CHECK(text.substr(w.span.begin - 7, w.span.size()) == w.text);
  }
  return out;
}

}  // namespace

TEST_CASE("a piece of an exact value has a place of its own", "[shape]") {
  const Written whole = at_seven("  **High** ");
  CHECK(trimmed(whole).span == Span{FileId{0}, 9, 17});
  CHECK(without_emphasis(whole).text == "High");
  CHECK(without_emphasis(whole).span == Span{FileId{0}, 11, 15});
  Written folded = whole;
  folded.exact = false;
  CHECK(without_emphasis(folded).span == whole.span);
}

TEST_CASE("lists are cut at commas, semicolons and line breaks", "[shape]") {
  CHECK(pieces("a, b ,c") == "a|b|c");
  CHECK(pieces("a; b, c") == "a|b|c");
  CHECK(pieces("a; b, c", /*prose=*/true) == "a|b, c");
  CHECK(pieces("one\ntwo<br>three<br/>four") == "one|two|three|four");
  CHECK(pieces("1,000 users, 2,500 orders") == "1,000 users|2,500 orders");
  CHECK(pieces("f(a, b), [c, d](e,f), `g, h`") == "f(a, b)|[c, d](e,f)|`g, h`");
  CHECK(pieces(", ,") == "");
}

TEST_CASE("a comment begins where a value ends", "[shape]") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"Done — by Ana", "by Ana"}, {"Done - by Ana", "by Ana"}, {"Done; by Ana", "by Ana"},
      {"Done (by Ana)", "by Ana"}, {"Done: by Ana", "by Ana"},  {"Done, by Ana", "by Ana"},
      {"Done. By Ana", "By Ana"},  {"Done—by Ana", "by Ana"},   {"Done<br>by Ana", "by Ana"},
  };
  for (const auto& [text, comment] : rows) {
    INFO(text);
    const std::size_t at = comment_begin(text);
    REQUIRE(at != std::string_view::npos);
    CHECK(trim_spaces(text.substr(0, at)) == "Done");
    CHECK(comment_text(text.substr(at)) == comment);
  }
  CHECK(comment_begin("in-progress") == std::string_view::npos);
  CHECK(comment_begin("v1.2") == std::string_view::npos);
}

TEST_CASE("words that mean nothing yet", "[shape][unset]") {
  for (const std::string_view text : {"", "-", "—", "–", "--", "n/a", "N/A", "na", "None", "none",
                                      "None (parallel)", "**N/A**", "not applicable"}) {
    INFO(text);
    CHECK(unset_word(text) == Unset::empty);
  }
  for (const std::string_view text :
       {"TBD", "tbc", "TBD (after the offsite)", "?", "???", "To be decided"}) {
    INFO(text);
    CHECK(unset_word(text) == Unset::to_be_decided);
  }
  for (const std::string_view text : {"[Name]", "<date>", "{owner}", "___", "________", "…", "...",
                                      "[Who is responsible]", "**[Name]**", "<dd-mm-yy>"}) {
    INFO(text);
    CHECK(unset_word(text) == Unset::leftover);
  }
  for (const std::string_view text :
       {"x", "[x]", "[ ]", "[[T-1]]", "[Ana](ana.md)", "<https://example.com>", "<ana@example.com>",
        "No", "0", "None of the vendors", "a - b", "< 3 days", "[Name] and more"}) {
    INFO(text);
    CHECK(unset_word(text) == Unset::no);
  }
}

TEST_CASE("a choice that nobody made", "[shape][unset]") {
  const auto word = [](std::string_view w) { return w == "Open" || w == "Closed" || w == "🟢"; };
  CHECK(is_unmade_choice("Open/Closed", word));
  CHECK(is_unmade_choice("[Open / Closed]", word));
  CHECK(is_unmade_choice("Open \\| Closed", word));
  CHECK(is_unmade_choice("**Open/🟢/Closed**", word));
  CHECK_FALSE(is_unmade_choice("Open", word));
  CHECK_FALSE(is_unmade_choice("Open/Later", word));
  CHECK_FALSE(is_unmade_choice("/", word));
}

TEST_CASE("text that is all template", "[shape][unset]") {
  for (const std::string_view text :
       {"[Name]", "[Name] v[Version]", "[X] - [Y]", "___", "<a> <b>"}) {
    INFO(text);
    CHECK(is_template_text(text));
  }
  for (const std::string_view text : {"Checkout", "Checkout [beta]", "[link](a.md)", "1.0", ""}) {
    INFO(text);
    CHECK_FALSE(is_template_text(text));
  }
}

TEST_CASE("labels in lines", "[shape]") {
  struct Row {
    std::string_view line, label, value;
  };
  const std::vector<Row> rows = {
      {"Status: accepted", "Status", "accepted"},
      {"- **Status:** accepted", "Status", "accepted"},
      {"* **Status**: accepted", "Status", "accepted"},
      {"1. Status: accepted", "Status", "accepted"},
      {"_Owner_: Ana", "Owner", "Ana"},
      {"📅 Due date: Week 12", "Due date", "Week 12"},
      {"IMPACT:", "IMPACT", ""},
      {"Conditions (if conditional): none", "Conditions (if conditional)", "none"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const auto line = label_line(at_seven(row.line));
    REQUIRE(line);
    CHECK(line->label.text == row.label);
    CHECK(line->value.text == row.value);
    CHECK(row.line.substr(line->label.span.begin - 7, line->label.span.size()) == row.label);
  }
  for (const std::string_view line :
       {"https://example.com", "09:00 start", "std::string", "no colon here", ": value", "",
        "A sentence that goes on, and on: then ends",
        "one two three four five six seven eight nine: x", "- [ ] a box", "`code`: x"}) {
    INFO(line);
    CHECK_FALSE(label_line(at_seven(line)));
  }
}

TEST_CASE("kept strings stay where they are when the store moves", "[shape]") {
  StringStore store;
  std::vector<std::string_view> views;
  std::vector<std::string> copies;
  for (int i = 0; i < 2000; ++i) {
    copies.push_back(std::string(static_cast<std::size_t>(i % 50), 'a') + std::to_string(i));
    views.push_back(store.keep(copies.back()));
  }
  std::deque<std::string> out;
  StringStore other = std::move(store);
  other.move_to(out);
  CHECK(views == std::vector<std::string_view>(copies.begin(), copies.end()));
  CHECK(other.keep("").empty());
}
