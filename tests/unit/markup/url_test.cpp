// Which addresses pass, and how they are written.
#include "markup/url.h"

#include <string>
#include <utility>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

std::string written(std::string_view text) {
  const std::optional<Url> url = Url::from_data(text);
  return url ? url->text() : "(refused)";
}

std::string link(const char* from, const char* to, std::string_view fragment = {}) {
  std::string out;
  append_link(out, SitePath(from), SitePath(to), fragment);
  return out;
}

TEST_CASE("url: what people write passes", "[markup]") {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"https://example.com", "https://example.com"},
      {"HTTPS://Example.com/a", "https://Example.com/a"},
      {"http://localhost:8080/x?y=1&z=2#f", "http://localhost:8080/x?y=1&z=2#f"},
      {"https://example.com/a b", "https://example.com/a%20b"},
      {"https://example.com/é", "https://example.com/%C3%A9"},
      {"https://bücher.example/", "https://bücher.example/"},
      {"https://example.com/%2F100%", "https://example.com/%2F100%25"},
      {"https://example.com/a#b#c", "https://example.com/a#b%23c"},
      {"https://example.com/?next=javascript:alert(1)",
       "https://example.com/?next=javascript:alert(1)"},
      {"https://example.com/[x]|y", "https://example.com/%5Bx%5D%7Cy"},
      {"https://[2001:db8::1]:443/", "https://[2001:db8::1]:443/"},
      {"  https://example.com/\n", "https://example.com/"},
      {"mailto:asha@example.com?subject=Go no go", "mailto:asha@example.com?subject=Go%20no%20go"},
      {"tel:+44 20 7946 0000", "tel:+44%2020%207946%200000"},
      {"docs/setup.md#install", "docs/setup.md#install"},
      {"../a/b.html", "../a/b.html"},
      {"/rooted", "/rooted"},
      {"?q=a:b", "?q=a:b"},
      {"#a:b", "#a:b"},
      {"./a:b", "./a:b"},
      {"C++ guide.md", "C++%20guide.md"},
  };
  for (const auto& [text, expected] : same) {
    INFO(text);
    CHECK(written(text) == expected);
  }
  CHECK(Url::from_data("https://example.com")->is_absolute());
  CHECK(Url::from_data("mailto:a@b")->is_absolute());
  CHECK_FALSE(Url::from_data("a/b")->is_absolute());
}

TEST_CASE("url: a script does not pass in any disguise", "[markup]") {
  const std::vector<std::string> disguises = {
      "javascript:alert(1)",
      "JavaScript:alert(1)",
      "JAVASCRIPT:alert(1)",
      " javascript:alert(1)",
      "\tjavascript:alert(1)",
      "\njavascript:alert(1)",
      "\x01javascript:alert(1)",
      "\x1Fjavascript:alert(1)",
      std::string("\0javascript:alert(1)", 20),
      "java\nscript:alert(1)",
      "java\rscript:alert(1)",
      "java\tscript:alert(1)",
      std::string("java\0script:alert(1)", 20),
      "javascript\n:alert(1)",
      "javascript :alert(1)",
      "javascript\t:alert(1)",
      "java\x0Bscript:alert(1)",
      "java\x0Cscript:alert(1)",
      "java script:alert(1)",
      "java\xC2\xA0script:alert(1)",
      "java\xE2\x80\x8Bscript:alert(1)",
      "java\xC2\xADscript:alert(1)",
      "\xE2\x80\xAEjavascript:alert(1)",
      "\xEF\xBB\xBFjavascript:alert(1)",
      "java\xE2\x80\xA8script:alert(1)",
      "javascript&colon;alert(1)",
      "javascript&#58;alert(1)",
      "javascript&#x3a;alert(1)",
      "javascript&#x3A;alert(1)",
      "javascript&#0000058alert(1)",
      "javascript&#58alert(1)",
      "&#106;avascript:alert(1)",
      "&#x6a;avascript:alert(1)",
      "&#x0006A&#x00061&#x00076avascript:alert(1)",
      "java&Tab;script:alert(1)",
      "java&NewLine;script:alert(1)",
      "java&#10;script:alert(1)",
      "java&#x0A;script:alert(1)",
      "java&#x09;script:alert(1)",
      "&#1;javascript:alert(1)",
      "&#14;  javascript:alert(1)",
      "javascript%3Aalert(1)",
      "javascript%3aalert(1)",
      "%6Aavascript:alert(1)",
      "%6a%61%76%61script:alert(1)",
      "java%0Ascript:alert(1)",
      "java%09script:alert(1)",
      "%01javascript:alert(1)",
      "javascript%253Aalert(1)",
      "javascript%25253Aalert(1)",
      "javascript%26colon;alert(1)",
      "javascript%26%2358;alert(1)",
      "javascript&percnt;3Aalert(1)",
      "javascript&amp;colon;alert(1)",
      "javascript&amp;amp;colon;alert(1)",
      "javascript://example.com/%0Aalert(1)",
      "javascript:https://example.com",
      "jav&#x61;script:alert(1)",
      "vbscript:msgbox(1)",
      "VBScript:msgbox(1)",
      "livescript:x",
      "mocha:x",
      "data:text/html,<script>alert(1)</script>",
      "data:text/html;base64,PHNjcmlwdD4=",
      "data:image/svg+xml,<svg onload=alert(1)>",
      "data:,x",
      "DATA:text/html,x",
      "blob:https://example.com/x",
      "filesystem:https://example.com/x",
      "file:///etc/passwd",
      "file:x",
      "ftp://example.com/",
      "view-source:https://example.com",
      "jar:https://example.com!/x",
      "about:blank",
      "chrome://settings",
      "ws://example.com",
      "intent://x#Intent;end",
      "ms-word:ofe|u|x",
      "x:y",
      "1:y",
      ":y",
      "a b:c",
  };
  for (const std::string& text : disguises) {
    INFO(text);
    CHECK(written(text) == "(refused)");
  }
}

TEST_CASE("url: a host is never taken from a path", "[markup]") {
  const std::vector<std::string> hosts = {
      "//evil.example/x",
      " //evil.example",
      "/\t/evil.example",
      "\\\\evil.example",
      "/\\evil.example",
      "\\/evil.example",
      "a\\b",
      "..\\secret",
      "&sol;&sol;evil.example",
      "&#47;/evil.example",
      "%2F%2Fevil.example",
      "/%2Fevil.example",
      "/%5Cevil.example",
      "https:evil.example",
      "https:/evil.example",
      "https:\\\\evil.example",
      "https:///evil.example",
      "https://",
      "https://\\evil.example",
      "https://bank.example@evil.example/",
      "https://bank.example\\@evil.example/",
      "https://evil .example/",
      "https://ev\til.example/",
      "https://evil%2eexample/",
      "https://evil.example:99999/",
      "https://evil.example:80x/",
      "https://.example/",
      "https://a..b/",
      "https://exa\xE2\x80\xAEmple.com/",
      "ht\ntps://example.com",
      "http://a\"b/",
      "http://[x]/",
      "mailto:",
      "",
      "   ",
      std::string(9000, 'a'),
  };
  for (const std::string& text : hosts) {
    INFO(text);
    CHECK(written(text) == "(refused)");
  }
}

TEST_CASE("url: links inside the site are short and relative", "[markup]") {
  CHECK(link("index.html", "risks/R-1.html") == "risks/R-1.html");
  CHECK(link("risks/R-1.html", "risks/R-2.html") == "R-2.html");
  CHECK(link("risks/R-1.html", "index.html") == "../index.html");
  CHECK(link("a/b/c.html", "a/d/e.html") == "../d/e.html");
  CHECK(link("a/b/c.html", "a.html") == "../../a.html");
  CHECK(link("risks/R-1.html", "risks/R-1.html") == "R-1.html");
  CHECK(link("risks/R-1.html", "risks/R-1.html", "links") == "#links");
  CHECK(link("risks/R-1.html", "risks/R-2.html", "größe <x>") ==
        "R-2.html#gr%C3%B6%C3%9Fe%20%3Cx%3E");
  CHECK(link("index.html", "docs/a b:ü.html") == "docs/a%20b%3A%C3%BC.html");
  CHECK(SitePath("docs/ü.html").file() == "docs/ü.html");
  CHECK(SitePath("docs/u.html").encoded() == "docs/u.html");
}

}  // namespace
}  // namespace milepost
