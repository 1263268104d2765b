// UTF-8: every edge of validity, widths, folding, and files in other encodings.
#include "text/utf8.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;
using namespace std::string_view_literals;

TEST_CASE("valid and invalid sequences are told apart", "[text][utf8]") {
  constexpr auto npos = std::string_view::npos;
  struct Row {
    std::string_view text;
    std::size_t bad;
  };
  const std::vector<Row> rows{
      {"", npos},
      {"plain ascii that is longer than a word", npos},
      {"é ß 漢 🚨", npos},
      {"\xC2\x80", npos},
      {"\xDF\xBF", npos},
      {"\xE0\xA0\x80", npos},
      {"\xED\x9F\xBF", npos},
      {"\xEE\x80\x80", npos},
      {"\xF0\x90\x80\x80", npos},
      {"\xF4\x8F\xBF\xBF", npos},
      {"a\0b"sv, npos},
      {"\x80", 0},              // a continuation alone
      {"ab\xC0\x80", 2},        // overlong NUL
      {"\xC1\xBF", 0},          // overlong
      {"\xE0\x9F\xBF", 0},      // overlong
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},  // no such lead
      {"\xFF", 0},
      {"abcdefgh\xC3", 8},  // cut short
      {"abc\xE2\x82", 3},   // cut short
      {"\xF0\x9F\x9A", 0},  // cut short
      {"\xC3(", 0},
      {"é\xC3(", 2},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(find_invalid_utf8(row.text) == row.bad);
  }
}

TEST_CASE("every scalar value survives a round trip", "[text][utf8]") {
  std::string bytes;
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 97) {
    if (value >= 0xD800 && value < 0xE000) continue;
    bytes.clear();
    append_utf8(bytes, value);
    const CodePoint forward = code_point_at(bytes, 0);
    const CodePoint back = code_point_before(bytes, bytes.size());
    const bool same = forward.valid && forward.value == value && forward.size == bytes.size() &&
                      back.value == value && back.offset == 0 &&
                      find_invalid_utf8(bytes) == std::string_view::npos;
    if (!same) FAIL("U+" << std::hex << static_cast<unsigned>(value));
  }
}

TEST_CASE("what is no scalar value becomes the replacement character", "[text][utf8]") {
  std::string bytes;
  append_utf8(bytes, 0xD800);
  append_utf8(bytes, 0x110000);
  CHECK(bytes == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(replace_invalid_utf8("a\xFFz\xC3") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
  CHECK(replace_invalid_utf8("fine é") == "fine é");
}

TEST_CASE("walking steps over characters and single bad bytes", "[text][utf8]") {
  std::vector<std::uint32_t> sizes;
  for (const CodePoint point : CodePoints("aé\xFF漢🚨")) sizes.push_back(point.size);
  CHECK(sizes == std::vector<std::uint32_t>{1, 2, 1, 3, 4});
  CHECK(count_code_points("aé\xFF漢🚨") == 5);
  CHECK(code_point_before("a\x80\x80", 3).size == 1);
  CHECK_FALSE(code_point_before("a\x80\x80", 3).valid);
}

TEST_CASE("display width is what a terminal uses", "[text][utf8]") {
  struct Row {
    std::string_view text;
    std::size_t width;
  };
  const std::vector<Row> rows{
      {"", 0},         {"abc", 3},     {"é", 1},        {"e\u0301", 1}, {"漢字", 4},
      {"🚨", 2},        {"⚠\uFE0F", 2}, {"👩\u200D💻", 2}, {"🇬🇧", 2},      {"👍🏽", 2},
      {"a\u200Bb", 2}, {"\t", 4},      {"ab\tc", 5},    {"🟢 ok", 5},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(display_width(row.text) == row.width);
  }
  CHECK(display_width("\tx", 3) == 2);
}

TEST_CASE("cuts never split a character", "[text][utf8]") {
  CHECK(truncate_bytes("abc", 5) == "abc");
  CHECK(truncate_bytes("aé", 2) == "a");
  CHECK(truncate_bytes("🚨", 3).empty());
  CHECK(truncate_bytes("🚨x", 4) == "🚨");
  CHECK(truncate_characters("e\u0301e\u0301e", 2) == "e\u0301e\u0301");
  CHECK(truncate_characters("👩\u200D💻👍🏽x", 2) == "👩\u200D💻👍🏽");
  CHECK(truncate_characters("abc", 0).empty());
  CHECK(truncate_characters("abc", 3) == "abc");
}

TEST_CASE("keys fold case and normal form", "[text][utf8]") {
  CHECK(nfc("e\u0301") == "é");
  CHECK(nfc("\u212B") == "Å");
  CHECK(collision_key("R-001") == "r-001");
  CHECK(collision_key("E\u0301TÉ") == collision_key("été"));
  CHECK(collision_key("Straße") == collision_key("STRASSE"));
  CHECK(collision_key("Σίσυφος") == collision_key("ΣΊΣΥΦΟΣ"));
  CHECK(collision_key("a\xFF") == "a\uFFFD");
  CHECK(strip_marks("Crème brûlée ﬁn") == "Creme brulee fin");
}

TEST_CASE("characters have their classes", "[text][utf8]") {
  CHECK(is_letter(U'é'));
  CHECK(is_letter(U'漢'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_mark(0x301));
  CHECK(is_number(U'½'));
  CHECK_FALSE(is_word_character(U'½'));
  CHECK(is_word_character(U'_'));
  CHECK(is_space(0xA0));
  CHECK(is_space(0x2009));
  CHECK_FALSE(is_space(0x200B));
  CHECK(is_zero_width(0x200B));
  CHECK(is_zero_width(0xFEFF));
}

TEST_CASE("files are decoded by their byte order mark", "[text][utf8]") {
  CHECK(decode_text("plain").text == "plain");
  CHECK(decode_text("").text.empty());

  const DecodedText bom = decode_text("\xEF\xBB\xBFtext");
  CHECK(bom.text == "text");
  CHECK(bom.encoding == TextEncoding::utf8_bom);

  const DecodedText little = decode_text(std::string("\xFF\xFEh\0\xE9\0\x3D\xD8\xA8\xDE", 10));
  CHECK(little.text == "hé🚨");
  CHECK(little.encoding == TextEncoding::utf16_le);
  CHECK(little.bad_input_offset == std::string::npos);

  const DecodedText big = decode_text(std::string("\xFE\xFF\0h\0\xE9", 6));
  CHECK(big.text == "hé");
  CHECK(big.encoding == TextEncoding::utf16_be);
}

TEST_CASE("bytes that are no text are refused with their place", "[text][utf8]") {
  const DecodedText lone = decode_text(std::string("\xFF\xFEh\0\0\xD8x\0", 8));
  CHECK(lone.text == "h\uFFFDx");
  CHECK(lone.bad_input_offset == 4);
  CHECK(lone.bad_text_offset == 1);

  const DecodedText odd = decode_text(std::string("\xFE\xFF\0h\0", 5));
  CHECK(odd.bad_input_offset == 4);

  const DecodedText latin1 = decode_text(
      "\xEF\xBB\xBF"
      "caf\xE9 noir");
  CHECK(latin1.text == "caf\uFFFD noir");
  CHECK(latin1.bad_input_offset == 6);
  CHECK(latin1.bad_text_offset == 3);

  CHECK(decode_text(std::string("GIF\0x", 5)).encoding == TextEncoding::unreadable);
  CHECK(decode_text(std::string("\xFF\xFE\0\0h\0\0\0", 8)).encoding == TextEncoding::unreadable);
  CHECK(decode_text(std::string("h\0i\0", 4)).encoding == TextEncoding::unreadable);
}

TEST_CASE("utf8: search keys", "[text]") {
  CHECK(search_key("Cut-Over 2") == "cut-over 2");
  CHECK(search_key("Grüße, Ærøskøbing, Łódź, İstanbul, ısı") ==
        "grusse, aeroskobing, lodz, istanbul, isi");
  CHECK(search_key("Ｆｕｌｌ ﬁne ①") == "full fine 1");
  CHECK(search_key("Ёлка ΣΊΣΥΦΟΣ") == "елка σισυφοσ");
  CHECK(search_key("שָׁלוֹם خَطَر") == "שלום خطر");
  // Vowel signs and voicing are letters to those who read them; Hangul stays in syllables.
  CHECK(search_key("की") == "की");
  CHECK(search_key("ガ 한국") == "ガ 한국");
  CHECK(search_key("a\xff") == "a\uFFFD");
}
