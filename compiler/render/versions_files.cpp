// Writes the files above the folders of versions.
#include "render/versions_files.h"

#include <algorithm>
#include <array>
#include <optional>

#include "compose/phrases.h"
#include "render/sitemap.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

constexpr Markup kBegin =
    "<!doctype html>\n<html><head>\n<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src "
    "'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action "
    "'none'\">\n<meta charset=\"utf-8\">\n";

std::string day_of(const Outline& outline) {
  const Date date = outline.view.program.as_of;
  return day_words(outline.words, date, add_months(date, 12));
}

// When the target comes, as that version saw it.
std::string said_of_target(const Outline& outline) {
  const View& view = outline.view;
  if (view.program.target == kNoViewRecord) return {};
  const ViewScheduleItem* item = view.schedule.item(view.program.target);
  if (item == nullptr || !item->dated) return {};
  return view.record(view.program.target).short_id + " " +
         short_day(outline.words, item->finish, view.program.as_of);
}

void head(HtmlWriter& out, std::string_view title) {
  out.put(kBegin).put("<title>").text(title).put("</title>\n");
  out.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  out.put("<meta name=\"color-scheme\" content=\"light dark\">\n");
  out.put("<meta name=\"referrer\" content=\"no-referrer\">\n");
  out.put("<meta name=\"robots\" content=\"noindex\">\n");
}

std::string with_language(std::string html, const Outline& outline) {
  const std::string_view code = outline.words.text("language.code"_word);
  const size_t at = html.find("<html>");
  return html.insert(at + 5, " lang=\"" + std::string(code) + "\"");
}

// A page that leads on, and has a link for who is not led.
std::string redirect_page(const Outline& outline, const SitePath& from, const SitePath& to,
                          std::string_view title) {
  HtmlWriter out;
  head(out, title);
  std::string address = "0; url=";
  append_link(address, from, to);
  out.put("<meta http-equiv=\"refresh\"").attribute("content", address).put(">\n");
  if (outline.view.program.base_url && from.file() == "index.html") {
    out.put("<link rel=\"canonical\"")
        .attribute("href", outline.view.program.base_url->text())
        .put(">\n");
  }
  out.put("</head><body>\n<p><a").link("href", from, to).put(">");
  out.data(title).put("</a></p>\n</body></html>\n");
  return with_language(std::string(out.view()), outline);
}

class Files {
 public:
  Files(const Outline& latest, std::span<const VersionEntry> entries)
      : latest_(latest), words_(latest.words), entries_(entries) {}

  std::vector<StaticFile> make() {
    add(".nojekyll", "");
    add("versions.json", mike());
    add("versions.js", script());
    add("versions.html", list());
    add("index.html", redirect());
    add("404.html", not_found());
    if (latest_.view.program.base_url) add("robots.txt", robots_txt(latest_));
    return std::move(files_);
  }

 private:
  void add(const char* path, std::string bytes) { files_.push_back({path, std::move(bytes)}); }

  const VersionEntry& entry(size_t i) const { return entries_[entries_.size() - 1 - i]; }
  static SitePath front(const VersionEntry& entry) {
    return SitePath(entry.folder + "/index.html");
  }

  std::string mike() const {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (size_t i = 0; i < entries_.size(); ++i) {
      json.begin_object().member("version", entry(i).folder);
      json.member("title", entry(i).folder == "latest" ? entry(i).folder : entry(i).name);
      json.key("aliases").begin_array();
      for (const std::string& alias : entry(i).aliases) json.string(alias);
      json.end_array().end_object();
    }
    json.end_array();
    return out + "\n";
  }

  // The newest first.
  std::string script() const {
    std::string out = "milepostVersions=";
    JsonWriter json(out);
    json.begin_object().key("versions").begin_array();
    for (size_t i = 0; i < entries_.size(); ++i) {
      const VersionEntry& one = entry(i);
      json.begin_object().member("folder", one.folder).member("name", one.name);
      if (!one.dated.empty()) json.member("dated", one.dated);
      json.member("date", one.date);
      if (!one.said.empty()) json.member("said", one.said);
      if (!one.changes.empty()) json.member("changes", one.changes);
      json.end_object();
    }
    json.end_array().key("words").begin_object();
    const auto word = [&](std::string_view name, Word text) {
      json.member(name, words_.text(text));
    };
    word("version", "versions.menu"_word);
    word("here", "versions.here"_word);
    word("latest", "versions.latest"_word);
    word("all", "versions.all"_word);
    word("changes", "versions.changes"_word);
    word("next", "versions.next"_word);
    word("before", "versions.before"_word);
    word("old", "versions.old"_word);
    word("days.one", "versions.day_before"_word);
    word("days.other", "versions.days_before"_word);
    word("same", "versions.same"_word);
    word("this", "versions.this_page"_word);
    json.end_object().end_object();
    return out + ";\n";
  }

  SitePath theme_file(std::string_view name) const {
    std::string folder = latest_.frame.theme;
    if (folder.starts_with("../")) folder.erase(0, 3);
    return SitePath(folder + std::string(name));
  }

  std::string redirect() const {
    return redirect_page(latest_, SitePath("index.html"), SitePath("latest/index.html"),
                         latest_.view.program.title);
  }

  // A server shows it under every address: its link begins at the root of the server, if that is
  // known.
  std::string not_found() const {
    HtmlWriter out;
    SitePath here("404.html");
    if (const std::optional<BaseUrl>& base = latest_.view.program.base_url) {
      std::string_view path = base->path();
      constexpr std::string_view folder = "latest/";
      if (path.ends_with(folder)) path.remove_suffix(folder.size());
      here = SitePath::served_anywhere("404.html", path);
    }
    head(out, words_.text("page.not_found"_word));
    out.put("<link rel=\"stylesheet\"").link("href", here, theme_file("style.css"));
    out.put(">\n</head><body>\n<div class=\"page\"><main id=\"mp:main\">\n<h1>");
    out.text(words_.text("page.not_found"_word)).put("</h1>\n<p><a");
    out.link("href", here, SitePath("latest/index.html")).put(">");
    out.text(words_.text("page.to_overview"_word)).put("</a></p>\n</main></div>\n");
    out.put("</body></html>\n");
    return with_language(std::string(out.view()), latest_);
  }

  std::string list() const {
    HtmlWriter out;
    const SitePath here("versions.html");
    const std::string& program = latest_.view.program.title;
    head(out, std::string(words_.text("versions.title"_word)) + " · " + program);
    out.put("<link rel=\"icon\"").link("href", here, theme_file("icon.svg"));
    out.put(" type=\"image/svg+xml\">\n<link rel=\"stylesheet\"");
    out.link("href", here, theme_file("style.css")).put(">\n<link rel=\"stylesheet\"");
    out.link("href", here, theme_file("version-menu.css")).put(">\n</head><body>\n");
    out.put("<header class=\"masthead\"><a class=\"brand\"");
    out.link("href", here, SitePath("latest/index.html")).put(">").data(program);
    out.put("</a></header>\n<div class=\"page\"><main class=\"versions\" id=\"mp:main\">\n");
    out.put("<header class=\"title\"><h1>").text(words_.text("versions.title"_word));
    out.put("</h1></header>\n<p class=\"lead\">").text(words_.text("versions.lead"_word));
    out.put("</p>\n<ul class=\"version-list\">\n");
    for (size_t i = 0; i < entries_.size(); ++i) item(out, here, entry(i));
    out.put("</ul>\n</main></div>\n</body></html>\n");
    return with_language(std::string(out.view()), latest_);
  }

  void item(HtmlWriter& out, const SitePath& here, const VersionEntry& one) const {
    out.put("<li><a").link("href", here, front(one)).put(">").data(one.name).put("</a>");
    if (one.folder == "latest") {
      out.put(" <span class=\"aside\">").text(words_.text("versions.latest"_word)).put("</span>");
    }
    if (!one.dated.empty()) out.put(" <span class=\"aside\">").text(one.dated).put("</span>");
    if (!one.changes.empty()) {
      out.put(" <a class=\"away\"").link("href", here, SitePath(one.folder + "/" + one.changes));
      out.put(">").text(words_.text("versions.changes"_word)).put("</a>");
    }
    if (!one.said.empty()) out.put(" <span class=\"said-then\">").data(one.said).put("</span>");
    out.put("</li>\n");
  }

  const Outline& latest_;
  const Words& words_;
  std::span<const VersionEntry> entries_;
  std::vector<StaticFile> files_;
};

}  // namespace

bool is_above_versions(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {
      ".nojekyll",  "404.html",      "assets",      "index.html",
      "robots.txt", "versions.html", "versions.js", "versions.json"};
  return std::ranges::binary_search(kNames, name);
}

VersionEntry version_entry(const Outline& outline) {
  const ViewEdition& edition = outline.view.program.edition;
  VersionEntry entry;
  entry.folder = outline.frame.folder;
  entry.date = to_iso(outline.view.program.as_of);
  entry.name = edition.title.empty() ? day_of(outline) : edition.title;
  if (!edition.title.empty()) entry.dated = day_of(outline);
  entry.said = said_of_target(outline);
  if (outline.changes_page != kNoPage) {
    entry.changes = outline.pages[outline.changes_page].path.file();
  }
  return entry;
}

void write_version_links(HtmlWriter& out, const PageScope& scope) {
  if (scope.page().kind != OutlineKind::not_found || scope.page().subject > 0) {
    out.put("<p class=\"to-latest\"><a");
    out.link("href", scope.path(), SitePath("../latest/" + scope.path().file())).put(">");
    out.text(scope.words().text("versions.this_page"_word)).put("</a></p>\n");
  }
  out.put("<p><a");
  out.link("href", scope.path(), SitePath("../versions.html")).put(">");
  out.text(scope.words().text("versions.others"_word)).put("</a></p>\n");
}

std::vector<StaticFile> alias_files(const Outline& outline, const std::string& alias) {
  std::vector<StaticFile> files;
  for (uint32_t i = 0; i < outline.pages.size(); ++i) {
    const OutlinePage& page = outline.pages[i];
    if (!outline.is_written(i)) continue;
    const std::string path = alias + "/" + page.path.file();
    const std::string title = title_of_page(outline, i);
    files.push_back({path, redirect_page(outline, SitePath(path),
                                         SitePath(outline.frame.folder + "/" + page.path.file()),
                                         title.empty() ? outline.view.program.title : title)});
  }
  return files;
}

std::vector<StaticFile> versions_files(const Outline& latest,
                                       std::span<const VersionEntry> entries) {
  return Files(latest, entries).make();
}

}  // namespace milepost
