// Characters that hide or pretend are found; honest writing in any script is not.
#include "text/suspicious.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;
using namespace std::string_view_literals;

TEST_CASE("what hides or pretends is found at its place", "[text][suspicious]") {
  struct Row {
    std::string_view text;
    Suspicious expected;
  };
  using Kind = SuspiciousKind;
  const std::vector<Row> rows{
      {"ab\u202Ecd", {2, 3, Kind::bidi_control, 0x202E, 0}},
      {"a\u2066b", {1, 3, Kind::bidi_control, 0x2066, 0}},
      {"a\u061Cb", {1, 2, Kind::bidi_control, 0x61C, 0}},
      {"ow\u200Bner", {2, 3, Kind::zero_width, 0x200B, 0}},
      {"a\uFEFF", {1, 3, Kind::zero_width, 0xFEFF, 0}},
      {"a\u200Db", {1, 3, Kind::zero_width, 0x200D, 0}},
      {"x\U000E0041", {1, 4, Kind::tag_character, 0xE0041, 0}},
      {"so\u00ADft", {2, 2, Kind::default_ignorable, 0xAD, 0}},
      {"a\uFE01", {1, 3, Kind::default_ignorable, 0xFE01, 0}},
      {"🟢\uFE0F\uFE02", {7, 3, Kind::default_ignorable, 0xFE02, 0}},
      {"a\U000E0101", {1, 4, Kind::default_ignorable, 0xE0101, 0}},
      {"é\uFE0F", {2, 3, Kind::default_ignorable, 0xFE0F, 0}},
      {"a\u00A0b", {1, 2, Kind::nbsp, 0xA0, 0}},
      {"a\x1B[0m", {1, 1, Kind::control, 0x1B, 0}},
      {"a\0b"sv, {1, 1, Kind::control, 0, 0}},
      {"a\x7F", {1, 1, Kind::control, 0x7F, 0}},
      {"a\u0085", {1, 2, Kind::control, 0x85, 0}},
      {"a\u2028", {1, 3, Kind::control, 0x2028, 0}},
      {"p\u0430ypal", {1, 2, Kind::look_alike, 0x430, 'a'}},
      {"\u0420ayment", {0, 2, Kind::look_alike, 0x420, 'P'}},
      {"scop\u0435", {4, 2, Kind::look_alike, 0x435, 'e'}},
      {"g\u03BF", {1, 2, Kind::look_alike, 0x3BF, 'o'}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(find_suspicious(row.text) == std::vector<Suspicious>{row.expected});
  }
}

TEST_CASE("honest text is left alone", "[text][suspicious]") {
  const std::vector<std::string_view> rows{
      "plain\ttext\r\nwith lines, long enough to be skipped in blocks of sixty-four bytes at once",
      "naïve façade, Łódź, Größe",
      "Это обычный текст",
      "Ελληνικά και English",
      "μs Δt Ω",
      "風險 管理",
      "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ⚠️ ❤️‍🔥 1️⃣ ↔️ "
      "©️",
      "می\u200Cخواهم",
      "क्\u200Dष",
      "ภาษา\u200Bไทย",
      "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
      "R-001 – “quoted” … →",
      "\xFF\xC3",
  };
  for (const std::string_view text : rows) {
    INFO(text);
    CHECK(find_suspicious(text).empty());
  }
}

TEST_CASE("finds are in order and bounded", "[text][suspicious]") {
  const std::string text = "p\u0430\u200Bl\u0430 " + std::string(200, 'x') + "\u202E";
  const auto found = find_suspicious(text);
  REQUIRE(found.size() == 4);
  CHECK(found[0].offset == 1);
  CHECK(found[1].offset == 3);
  CHECK(found[2].offset == 7);
  CHECK(found[3].offset == text.size() - 3);
  CHECK(find_suspicious(text, 2).size() == 2);
}

TEST_CASE("a long word is looked at once", "[text][suspicious]") {
  std::string text(200000, 'a');
  for (int i = 0; i < 50000; ++i) text += "\u0430";
  CHECK(find_suspicious(text, 100000).size() == 50000);
}

TEST_CASE("what cannot be seen is written out", "[text][suspicious]") {
  CHECK(describe_code_point(0x202E) == "U+202E RIGHT-TO-LEFT OVERRIDE");
  CHECK(describe_code_point(0x7) == "U+0007");
  CHECK(describe_code_point(0xE0041) == "U+E0041 TAG A");
  CHECK(describe_code_point(0x1F6A8) == "U+1F6A8");
  CHECK(show_invisible("a\u202Eb\u200B") == "a⟨U+202E⟩b⟨U+200B⟩");
  CHECK(show_invisible("\x1B[0m") == "⟨U+001B⟩[0m");
  CHECK(show_invisible("a\u00A0p\u0430") == "a\u00A0p\u0430");
  CHECK(suspicious_noun(SuspiciousKind::nbsp) == "no-break space");
}
