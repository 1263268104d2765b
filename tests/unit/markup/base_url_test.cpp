// Where a site is served.
#include "markup/base_url.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("base url: a slash at the end, a host and a path", "[base_url]") {
  const auto base = BaseUrl::from_data("https://example.org:8443/checkout");
  REQUIRE(base);
  CHECK(base->text() == "https://example.org:8443/checkout/");
  CHECK(base->host() == "example.org:8443");
  CHECK(base->path() == "/checkout/");
  CHECK(base->of(SitePath("index.html")) == "https://example.org:8443/checkout/");
  CHECK(base->of(SitePath("risks/R 1.html")) ==
        "https://example.org:8443/checkout/risks/R%201.html");
  const auto root = BaseUrl::from_data("http://example.org");
  REQUIRE(root);
  CHECK(root->text() == "http://example.org/");
  CHECK(root->path() == "/");
}

TEST_CASE("base url: what is no address of a site", "[base_url]") {
  for (const char* text :
       {"", "example.org", "/checkout/", "ftp://example.org/", "https://", "javascript:alert(1)",
        "https://a@b.example/", "mailto:a@example.org", "https://example.org/?x=1",
        "https://example.org/#x", "//example.org/"}) {
    CAPTURE(text);
    CHECK_FALSE(BaseUrl::from_data(text));
  }
}

TEST_CASE("base url: links of a page that is served anywhere begin at the root", "[base_url]") {
  const SitePath page = SitePath::served_anywhere("404.html", "/checkout/");
  CHECK(page.file() == "404.html");
  std::string out;
  append_link(out, page, SitePath("theme/style.css"));
  CHECK(out == "/checkout/theme/style.css");
  out.clear();
  append_link(out, page, SitePath("risks/R-1.html"), "why");
  CHECK(out == "/checkout/risks/R-1.html#why");
  out.clear();
  append_link(out, page, page, "main");
  CHECK(out == "#main");
}

}  // namespace
}  // namespace milepost
