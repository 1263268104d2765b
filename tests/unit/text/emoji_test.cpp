// Where an emoji begins and ends.
#include "text/emoji.h"

#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;

TEST_CASE("one emoji at the start is found whole", "[text][emoji]") {
  const std::vector<std::string_view> whole{
      "🟢",
      "⚠️",
      "⚠",
      "✅",
      "✓",
      "✗",
      "☐",
      "⬜",
      "⏳",
      "⏸",
      "⛔",
      "📋",
      "🇬🇧",
      "1️⃣",
      "#️⃣",
      "👍🏽",
      "👩‍💻",
      "👨‍👩‍👧‍👦",
      "🏳️‍🌈",
      "❤️‍🔥",
      "↔️",
      "ℹ️",
      "■",
      "○",
      "▶️",
      "⭐",
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
  };
  for (const std::string_view emoji : whole) {
    INFO(emoji);
    CHECK(leading_emoji(emoji) == emoji.size());
    CHECK(leading_emoji(std::string(emoji) + " open") == emoji.size());
    CHECK(leading_emoji(std::string(emoji) + "🔴") == emoji.size());
  }
}

TEST_CASE("what is no emoji is left alone", "[text][emoji]") {
  const std::vector<std::string_view> none{"",  "a",  "1", "#",     "→",   "—",
                                           "é", "漢", "©", " 🟢", "\xFF"};
  for (const std::string_view text : none) {
    INFO(text);
    CHECK(leading_emoji(text) == 0);
  }
}

TEST_CASE("an emoji takes no hidden load with it", "[text][emoji]") {
  CHECK(leading_emoji("🟢\uFE0F\uFE0F") == 7);
  CHECK(leading_emoji("🏴\U000E0061\U000E007F") == 4);
  CHECK(leading_emoji("🟢\u200Dx") == 4);
}

TEST_CASE("emoji are removed and compared", "[text][emoji]") {
  CHECK(remove_emoji("🟢 On ⚠️track🔴") == " On track");
  CHECK(remove_emoji("plain") == "plain");
  CHECK(leading_emoji_key("⚠️ At risk") == "⚠");
  CHECK(leading_emoji_key("👍🏽") == "👍");
  CHECK(leading_emoji_key("x").empty());
}
