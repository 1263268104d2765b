// The files above the folders of versions.
#include "render/versions_files.h"

#include <algorithm>

#include "catch.h"

namespace milepost {
namespace {

Outline latest() {
  Outline outline;
  outline.view.program.title = "Checkout & <more>";
  outline.view.program.as_of = nearest_date(2026, 6, 2);
  outline.view.program.edition.label = "latest";
  outline.frame = {"../assets/0123/", "latest"};
  outline.pages.push_back({OutlineKind::record, 0, SitePath("risks/R-1.html")});
  return outline;
}

std::string file(const std::vector<StaticFile>& files, std::string_view path) {
  const auto at = std::ranges::find(files, path, &StaticFile::path);
  return at == files.end() ? "none" : at->bytes;
}

}  // namespace

TEST_CASE("versions: the list of them is as mike writes it, the newest first", "[versions]") {
  const Outline outline = latest();
  const std::vector<VersionEntry> entries = {
      {"v1.0", "v1.0", "Fri 17 Apr 2026", "2026-04-17", "M-GA 12 Jun", ""},
      version_entry(outline),
  };
  const std::vector<StaticFile> files = versions_files(outline, entries);
  CHECK(file(files, "versions.json") ==
        "[{\"version\":\"latest\",\"title\":\"latest\",\"aliases\":[]},"
        "{\"version\":\"v1.0\",\"title\":\"v1.0\",\"aliases\":[]}]\n");
  const std::string script = file(files, "versions.js");
  CHECK(script.starts_with(
      "milepostVersions={\"versions\":[{\"folder\":\"latest\",\"name\":\"Tue 2 Jun 2026\","
      "\"date\":\"2026-06-02\"},{\"folder\":\"v1.0\",\"name\":\"v1.0\","
      "\"dated\":\"Fri 17 Apr 2026\",\"date\":\"2026-04-17\",\"said\":\"M-GA 12 Jun\"}]"));
}

TEST_CASE("versions: what leads to the latest needs no script", "[versions]") {
  Outline outline = latest();
  std::vector<VersionEntry> entries = {version_entry(outline)};
  std::vector<StaticFile> files = versions_files(outline, entries);
  CHECK(file(files, "index.html").find("url=latest/index.html") != std::string::npos);
  CHECK(file(files, "index.html").find("Checkout &amp; &lt;more&gt;") != std::string::npos);
  CHECK(file(files, "versions.html").find("href=\"assets/0123/style.css\"") != std::string::npos);
  CHECK(file(files, "404.html").find("href=\"latest/index.html\"") != std::string::npos);
  CHECK(file(files, "robots.txt") == "none");
  outline.view.program.base_url = BaseUrl::from_data("https://example.org/x/latest/");
  files = versions_files(outline, entries);
  CHECK(file(files, "404.html").find("href=\"/x/latest/index.html\"") != std::string::npos);
  CHECK(file(files, "index.html").find("href=\"https://example.org/x/latest/\"") !=
        std::string::npos);
  CHECK(file(files, "robots.txt") != "none");
}

TEST_CASE("versions: each page leads to itself in the latest, and to the list", "[versions]") {
  const Outline outline = latest();
  const Drawings none;
  const PageScope scope(outline, none, 0);
  HtmlWriter out;
  write_version_links(out, scope);
  CHECK(out.view().find("href=\"../../latest/risks/R-1.html\"") != std::string_view::npos);
  CHECK(out.view().find("href=\"../../versions.html\"") != std::string_view::npos);
}

}  // namespace milepost
