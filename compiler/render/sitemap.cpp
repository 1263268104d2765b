// Writes the site map of a View and its robots.txt.
#include "render/sitemap.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "markup/html.h"
#include "render/record_events.h"

namespace milepost {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

void append_entry(std::string& out, std::string_view name, std::string_view address,
                  const std::optional<Date>& day) {
  out.append("<").append(name).append("><loc>");
  append_escaped_text(out, address);
  out.append("</loc>");
  if (day) out.append("<lastmod>").append(to_iso(*day)).append("</lastmod>");
  out.append("</").append(name).append(">\n");
}

std::string begin(std::string_view name) {
  std::string out(kHead);
  out.append("<").append(name).append(" xmlns=\"").append(kNamespace).append("\">\n");
  return out;
}

/// By page: the last day that something happened to a record that stands there.
std::vector<std::optional<Date>> last_days(const Outline& outline) {
  const View& view = outline.view;
  std::vector<std::optional<Date>> days(outline.pages.size());
  const auto tell = [&](uint32_t page, Date day) {
    if (page != kNoPage && (!days[page] || *days[page] < day)) days[page] = day;
  };
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    const std::optional<Date> day = last_event(view, record);
    if (!day) continue;
    tell(outline.record_pages[i], *day);
    tell(outline.kind_pages[number(record.kind)], *day);
    tell(outline.overview_page, *day);
  }
  return days;
}

}  // namespace

std::vector<StaticFile> sitemap_files(const Outline& outline, size_t most) {
  std::vector<StaticFile> files;
  const std::optional<BaseUrl>& base = outline.view.program.base_url;
  if (!base) return files;
  const std::vector<std::optional<Date>> days = last_days(outline);
  std::vector<uint32_t> pages;
  for (uint32_t i = 0; i < outline.pages.size(); ++i) {
    const OutlineKind kind = outline.pages[i].kind;
    if (!outline.is_written(i)) continue;  // a part of another
    if (kind != OutlineKind::not_found && kind != OutlineKind::moved) pages.push_back(i);
  }
  const size_t parts = (pages.size() + most - 1) / most;
  std::string index = begin("sitemapindex");
  for (size_t part = 0; part < parts; ++part) {
    std::string out = begin("urlset");
    std::optional<Date> last;
    const size_t end = std::min(pages.size(), (part + 1) * most);
    for (size_t i = part * most; i < end; ++i) {
      const std::optional<Date>& day = days[pages[i]];
      append_entry(out, "url", base->of(outline.pages[pages[i]].path), day);
      if (day && (!last || *last < *day)) last = day;
    }
    out += "</urlset>\n";
    if (parts == 1) {
      files.push_back({"sitemap.xml", std::move(out)});
      return files;
    }
    const std::string name = "sitemap-" + std::to_string(part + 1) + ".xml";
    append_entry(index, "sitemap", base->text() + name, last);
    files.push_back({name, std::move(out)});
  }
  index += "</sitemapindex>\n";
  files.push_back({"sitemap.xml", std::move(index)});
  return files;
}

std::string robots_txt(const Outline& outline) {
  const ViewProgram& program = outline.view.program;
  std::string out = "User-agent: *\n";
  out += program.robots ? "Allow: /\n" : "Disallow: /\n";
  if (program.robots && program.base_url) {
    out += "\nSitemap: " + program.base_url->text() + "sitemap.xml\n";
  }
  return out;
}

}  // namespace milepost
