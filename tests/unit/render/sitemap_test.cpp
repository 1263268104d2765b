// The site map and robots.txt.
#include "render/sitemap.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "unit/render/composed.h"

namespace milepost {
namespace {

bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

constexpr std::string_view kRisks =
    "risks:\n- {id: R-1, title: Rain, raised: 2026-05-19, reviewed: 2026-05-25}\n"
    "- {id: R-2, title: Snow, raised: 2026-09-01}\n";

TEST_CASE("sitemap: pages with the last day their records tell of", "[sitemap]") {
  Linked linked({{"raid.yaml", kRisks}});
  const std::vector<StaticFile> files = sitemap_files(composed(linked, "https://example.org/a&b/"));
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "sitemap.xml");
  const std::string& text = files[0].bytes;
  CHECK(
      has(text, "<url><loc>https://example.org/a&amp;b/</loc><lastmod>2026-05-25</lastmod></url>"));
  CHECK(has(text, "/risks/R-1.html</loc><lastmod>2026-05-25</lastmod>"));
  CHECK(has(text, "/risks/R-2.html</loc></url>"));  // the future is no news
  CHECK_FALSE(has(text, "404.html"));
  Linked again({{"raid.yaml", kRisks}});
  CHECK(sitemap_files(composed(again)).empty());
}

TEST_CASE("sitemap: more pages than one file may list", "[sitemap]") {
  Linked linked({{"raid.yaml", kRisks}});
  const std::vector<StaticFile> files = sitemap_files(composed(linked, "https://example.org/"), 2);
  REQUIRE(files.size() > 2);
  CHECK(files.back().path == "sitemap.xml");
  CHECK(has(files.back().bytes, "<sitemapindex"));
  CHECK(has(files.back().bytes, "<sitemap><loc>https://example.org/sitemap-1.xml</loc>"));
  for (const StaticFile& file : files) CHECK(has(file.bytes, "xml version=\"1.0\""));
}

TEST_CASE("robots: nothing unless the program says so", "[sitemap]") {
  Linked closed({{"raid.yaml", kRisks}});
  CHECK(robots_txt(composed(closed, "https://example.org/")) == "User-agent: *\nDisallow: /\n");
  Linked open({{"program.yaml", "program: P\nsite: {robots: allow}\n"}, {"raid.yaml", kRisks}});
  CHECK(robots_txt(composed(open, "https://example.org/")) ==
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
}

}  // namespace
}  // namespace milepost
