// The contexts of HtmlWriter: what data can become in each of them.
#include "markup/html.h"

#include <string>
#include <type_traits>

#include "catch.h"

namespace milepost {
namespace {

std::string text_of(std::string_view text) {
  HtmlWriter writer;
  writer.text(text);
  return std::string(writer.view());
}

std::string data_of(std::string_view text) {
  HtmlWriter writer;
  writer.data(text);
  return std::string(writer.view());
}

std::string attribute_of(std::string_view text) {
  HtmlWriter writer;
  writer.attribute("title", text);
  return std::string(writer.view());
}

static_assert(!std::is_constructible_v<Markup, std::string_view>);
static_assert(!std::is_constructible_v<Markup, std::string>);
static_assert(!std::is_constructible_v<Html, std::string_view>);
static_assert(!std::is_constructible_v<Html, std::string>);

TEST_CASE("html: element text is escaped and otherwise kept byte for byte", "[markup]") {
  CHECK(text_of("") == "");
  CHECK(text_of("plain") == "plain");
  CHECK(text_of("a < b && c > d") == "a &lt; b &amp;&amp; c &gt; d");
  CHECK(text_of("AT&amp;T") == "AT&amp;amp;T");
  CHECK(text_of("\"quoted\" 'too'") == "\"quoted\" 'too'");
  CHECK(text_of("C:\\New {{x}} `y`") == "C:\\New {{x}} `y`");
  CHECK(text_of("</script><script>alert(1)</script>") ==
        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(text_of("tab\tline\nreturn\r") == "tab\tline\nreturn\r");
  CHECK(text_of("Größe 日本語 😀 ❤️ – … „x“") ==
        "Größe 日本語 😀 ❤️ – … „x“");
}

TEST_CASE("html: an attribute cannot be left", "[markup]") {
  CHECK(attribute_of("a") == " title=\"a\"");
  CHECK(attribute_of("\" onclick=\"x") == " title=\"&quot; onclick=&quot;x\"");
  CHECK(attribute_of("a&b<c>") == " title=\"a&amp;b&lt;c&gt;\"");
}

TEST_CASE("html: what cannot be seen is written out", "[markup]") {
  CHECK(text_of("a\xE2\x80\xAE<b") == "a⟨U+202E⟩&lt;b");
  CHECK(text_of("zero\xE2\x80\x8Bwidth") == "zero⟨U+200B⟩width");
  CHECK(text_of("bell\x07") == "bell⟨U+0007⟩");
  CHECK(text_of(std::string_view("nul\0!", 5)) == "nul⟨U+0000⟩!");
  CHECK(text_of("c1\xC2\x85") == "c1⟨U+0085⟩");
  CHECK(text_of("soft\xC2\xADhyphen") == "soft⟨U+00AD⟩hyphen");
  CHECK(text_of("tag\xF3\xA0\x81\xA1") == "tag⟨U+E0061⟩");
  CHECK(text_of("bom\xEF\xBB\xBF") == "bom⟨U+FEFF⟩");
  CHECK(text_of("non\xEF\xBF\xBF \xF0\x9F\xBF\xBE \xEF\xB7\x90") ==
        "non⟨U+FFFF⟩ ⟨U+1FFFE⟩ ⟨U+FDD0⟩");
  CHECK(attribute_of("a\xE2\x81\xA6\"") == " title=\"a⟨U+2066⟩&quot;\"");
  // Joiners inside an emoji belong to it.
  CHECK(text_of("👨‍👩‍👧 family") == "👨‍👩‍👧 family");
}

TEST_CASE("html: right-to-left data is isolated, other data is not", "[markup]") {
  CHECK(data_of("Asha Rao – 日本") == "Asha Rao – 日本");
  CHECK(data_of("שלום") == "<bdi>שלום</bdi>");
  CHECK(data_of("مرحبا (a)") == "<bdi>مرحبا (a)</bdi>");
  CHECK(data_of("ﷺ") == "<bdi>ﷺ</bdi>");
  CHECK(data_of("<b>") == "&lt;b&gt;");
  CHECK_FALSE(has_right_to_left("Ж Ω ա"));
  CHECK(has_right_to_left("𐤀"));
}

TEST_CASE("html: numbers, markup and pieces", "[markup]") {
  HtmlWriter writer;
  writer.put("<td").attribute("colspan", 3).put(">").number(-42).put("</td>");
  const Html cell = writer.take();
  CHECK(cell.view() == "<td colspan=\"3\">-42</td>");
  CHECK(writer.empty());
  writer.put("<tr>").put(cell).put("</tr>");
  CHECK(writer.view() == "<tr><td colspan=\"3\">-42</td></tr>");
  writer.clear();
  CHECK(writer.empty());
}

TEST_CASE("html: urls and links go into quoted attributes", "[markup]") {
  HtmlWriter writer;
  writer.put("<a").url("href", *Url::from_data("https://example.com/?a=1&b=\"x'")).put(">");
  CHECK(writer.view() == "<a href=\"https://example.com/?a=1&amp;b=%22x%27\">");
  writer.clear();
  writer.put("<a")
      .link("href", SitePath("risks/R-1.html"), SitePath("index.html"), "top\"")
      .put(">");
  CHECK(writer.view() == "<a href=\"../index.html#top%22\">");
}

}  // namespace
}  // namespace milepost
