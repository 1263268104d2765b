// Renders one page: its writer fills the slots, its template puts them in their places.
#include "render/render.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "compare/past.h"
#include "compose/graph_model.h"
#include "compose/phrases.h"
#include "render/atom_feed.h"
#include "render/calendar_ics.h"
#include "render/document_part.h"
#include "render/page_head.h"
#include "render/page_styles.h"
#include "render/page_writers.h"
#include "render/scripts.h"
#include "render/sitemap.h"
#include "render/template.h"
#include "render/theme_parts.h"
#include "render/versions_files.h"

namespace milepost {
namespace {

constexpr Markup kSecurity =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">";

constexpr Markup kCoverMark = "<!--mp:cover-->";
constexpr Markup kPartsMark = "<!--mp:parts-->";

// The contents of a document: its chapters, each a link to its first part.
void write_document_frame(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  out.put(kCoverMark);
  slots.finish(Slot::cover);
  out.put("<ol>\n");
  for (const DocumentChapter& chapter : scope.outline().chapters) {
    const uint32_t first = chapter.parts.front().page;
    out.put("<li><a").link("href", scope.path(), scope.outline().pages[first].path);
    out.put("><span>").data(chapter.label).put("</span>");
    if (chapter.count > 0) out.put(" <span class=\"n\">").number(chapter.count).put("</span>");
    out.put("</a></li>\n");
  }
  out.put("</ol>");
  slots.finish(Slot::contents);
  out.put(kPartsMark);
  slots.finish(Slot::parts);
}

struct PageKind {
  TemplateId page_template;
  void (*write)(PageSlots&, PageScope&);
};

PageKind page_kind(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::overview:
      return {TemplateId::overview, write_overview};
    case OutlineKind::kind:
      return {TemplateId::table, write_kind_page};
    case OutlineKind::record:
      return {TemplateId::record, write_record_page};
    case OutlineKind::page:
      return {TemplateId::page, write_plain_page};
    case OutlineKind::pages:
      return {TemplateId::pages, write_pages_page};
    case OutlineKind::people:
      return {TemplateId::people, write_people_page};
    case OutlineKind::agenda:
      return {TemplateId::agenda, write_agenda_page};
    case OutlineKind::person:
      return {TemplateId::person, write_person_page};
    case OutlineKind::team:
      return {TemplateId::person, write_team_page};
    case OutlineKind::raci:
      return {TemplateId::table, write_raci_page};
    case OutlineKind::plan:
      return {TemplateId::table, write_plan_page};
    case OutlineKind::critical_path:
      return {TemplateId::table, write_critical_path_page};
    case OutlineKind::breakdown:
      return {TemplateId::table, write_breakdown_page};
    case OutlineKind::dependencies:
      return {TemplateId::table, write_dependencies_page};
    case OutlineKind::graph:
      return {TemplateId::table, write_graph_page};
    case OutlineKind::go_no_go:
      return {TemplateId::sheet, write_go_no_go_page};
    case OutlineKind::runbook:
      return {TemplateId::sheet, write_runbook_page};
    case OutlineKind::status:
      return {TemplateId::status, write_status_page};
    case OutlineKind::trends:
      return {TemplateId::table, write_trends_page};
    case OutlineKind::findings:
      return {TemplateId::findings, write_findings_page};
    case OutlineKind::changes:
      return {TemplateId::table, write_changes_page};
    case OutlineKind::not_found:
      return {TemplateId::not_found, write_not_found_page};
    case OutlineKind::document:
      return {TemplateId::document, write_document_frame};
    default:
      return {TemplateId::moved, write_moved_page};
  }
}

// The words before the program's title in <title>.
std::string page_title(const Outline& outline, const OutlinePage& page) {
  const View& view = outline.view;
  if (page.kind == OutlineKind::not_found && page.subject > 0) {
    return outline.past->gone[page.subject - 1].title;
  }
  switch (page.kind) {
    case OutlineKind::overview:
    case OutlineKind::document:
      return "";
    case OutlineKind::kind:
      return view.kinds[page.subject].plural_label;
    case OutlineKind::record:
    case OutlineKind::moved:
      return view.records[page.subject].short_id + " " + view.records[page.subject].title;
    case OutlineKind::page:
      return view.pages[page.subject].title;
    case OutlineKind::pages:
      return std::string(outline.words.text("nav.pages"_word));
    case OutlineKind::people:
      return std::string(outline.words.text("nav.people"_word));
    case OutlineKind::agenda:
      return std::string(outline.words.text("agenda.title"_word));
    case OutlineKind::person:
      return view.people[page.subject].name;
    case OutlineKind::team:
      return view.teams[page.subject].name;
    case OutlineKind::raci:
      return std::string(outline.words.text("raci.title"_word));
    case OutlineKind::plan:
      return std::string(outline.words.text("plan.title"_word));
    case OutlineKind::critical_path:
      return std::string(outline.words.text("path.title"_word));
    case OutlineKind::breakdown:
      return std::string(outline.words.text("breakdown.title"_word));
    case OutlineKind::dependencies:
      return std::string(outline.words.text("nav.dependencies"_word));
    case OutlineKind::graph:
      return graph_title(outline, outline.graphs[page.subject]);
    case OutlineKind::go_no_go:
      return fill(outline.words.text("sheet.of"_word), {view.records[page.subject].title});
    case OutlineKind::runbook:
      return fill(outline.words.text("runbook.of"_word), {view.records[page.subject].title});
    case OutlineKind::status:
      return fill(outline.words.text("reader.title"_word), {view.status_pages[page.subject].title});
    case OutlineKind::trends:
      return std::string(outline.words.text("trends.title"_word));
    case OutlineKind::findings:
      return std::string(outline.words.text("nav.findings"_word));
    case OutlineKind::changes:
      return std::string(outline.words.text("changes.title"_word));
    default:
      return std::string(outline.words.text("page.not_found"_word));
  }
}

/// The theme's own picture for previews of links; empty if it has none.
std::string preview_of(const Theme& theme) {
  for (const std::string_view name : {"preview.png", "preview.jpg", "preview.webp"}) {
    if (theme.parts().files.contains(name)) return std::string(name);
  }
  return {};
}

// A release with something to check has a template of its own.
bool is_release_page(const PageScope& scope) {
  if (scope.page().kind != OutlineKind::record) return false;
  const ViewReadiness* ready = scope.view().readiness_of(ViewRecordId{scope.page().subject});
  return ready != nullptr && ready->release;
}

bool is_language(std::string_view text) {
  if (text.empty() || text.size() > 20) return false;
  for (const char c : text) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!fine && c != '-') return false;
  }
  return true;
}

// Of our words if they are not English, else of the program's texts.
std::string_view page_language(const Outline& outline) {
  const std::string_view ours = outline.words.text("language.code"_word);
  const std::string& program = outline.view.program.language;
  if (ours != "en" && is_language(ours)) return ours;
  return is_language(program) ? std::string_view(program) : "en";
}

bool is_right_to_left(std::string_view language) {
  constexpr auto codes = std::to_array<std::string_view>(
      {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"});
  return std::ranges::find(codes, language.substr(0, language.find('-'))) != codes.end();
}

}  // namespace

struct Renderer::State {
  State(const Outline& the_outline, const Drawings& the_drawings, const Theme& theme)
      : outline(the_outline),
        drawings(the_drawings),
        sources(theme.parts().templates),
        files(theme.parts().files),
        settings(theme.parts().settings),
        slots(values),
        picture(preview_of(theme)) {
    write_footer();
  }

  // The same on every page.
  void write_footer() {
    if (!settings.footer.empty()) footer.put("<p>").data(settings.footer).put("</p>\n");
    for (const FooterLink& link : settings.links) {
      footer.put("<p><a").url("href", link.url).put(">").data(link.text).put("</a></p>\n");
    }
  }

  Template& compiled(TemplateId id) {
    std::optional<Template>& slot = templates[static_cast<size_t>(id)];
    if (!slot) slot.emplace(sources[static_cast<size_t>(id)]);
    return *slot;
  }

  // Records of one kind have the same navigation; it is written once for a run of them.
  void navigation(const PageScope& scope) {
    const std::string& file = scope.path().file();
    const size_t slash = file.rfind('/');
    std::string folder = slash == std::string::npos ? std::string() : file.substr(0, slash);
    const NavSection* current = outline.section_of(scope.page_number());
    const bool self = current != nullptr && current->page == scope.page_number();
    const bool counts = scope.is_of_moment();
    // From wherever the host serves it, its links begin at the root; there may be other pages
    // beside it.
    const bool anywhere = scope.path().encoded().starts_with('/');
    const auto key = std::tuple(std::move(folder), current, self, counts, anywhere);
    if (!nav_key || *nav_key != key) {
      nav_key = key;
      write_navigation(scope, current);
    }
    values.html(Slot::navigation, nav.html());
  }

  /// Both leave the page in `page`.
  void write(uint32_t number_of_page);
  void write_document(uint32_t number_of_page);

  void write_navigation(const PageScope& scope, const NavSection* current) {
    nav.clear();
    nav.put("<ul>\n");
    for (const NavSection& section : outline.nav) {
      if (section.begins_group) nav.put("</ul>\n<ul>\n");
      nav.put("<li><a");
      if (&section == current) {
        nav.put(section.page == scope.page_number() ? Markup(" aria-current=\"page\"")
                                                    : Markup(" aria-current=\"true\""));
      }
      nav.link("href", scope.path(), outline.pages[section.page].path).put(">").data(section.label);
      if (section.count > 0 && scope.is_of_moment())
        nav.put(" <span>").number(section.count).put("</span>");
      nav.put("</a></li>\n");
    }
    nav.put("</ul>");
  }

  const Outline& outline;
  const Drawings& drawings;
  const std::array<std::string, kTemplates>& sources;
  const std::map<std::string, std::string, std::less<>>& files;  // of the theme
  const ThemeSettings& settings;
  std::array<std::optional<Template>, kTemplates> templates;
  SlotValues values;
  PageSlots slots;
  std::string picture;  // of previews, if the theme has one
  HtmlWriter nav, footer;
  std::optional<std::tuple<std::string, const NavSection*, bool, bool, bool>> nav_key;
  std::string page;
};

Renderer::Renderer(const Outline& outline, const Drawings& drawings, const Theme& theme)
    : state_(std::make_unique<State>(outline, drawings, theme)) {}
Renderer::~Renderer() = default;

void Renderer::State::write(uint32_t number_of_page) {
  const ViewProgram& program = outline.view.program;
  PageScope scope(outline, drawings, number_of_page);
  values.clear();

  HtmlWriter security;
  security.put(kSecurity);
  values.html(Slot::security, security.html());
  const std::string title = page_title(outline, scope.page());
  const std::string_view language = page_language(outline);
  values.text(Slot::language, language);
  values.text(Slot::direction, is_right_to_left(language) ? "rtl" : "ltr");
  values.text(Slot::built_by, fill(scope.words().text("frame.built_by"_word), {program.version}));
  values.text(Slot::title, title.empty() ? program.title : title + " · " + program.title);
  values.text(Slot::program, program.title);
  values.link(Slot::home, scope.path(), outline.pages[outline.overview_page].path);
  values.link(Slot::style, scope.path(), scope.theme_file("style.css"));
  HtmlWriter scripts;
  write_scripts(scripts, scope, files, shows_plan(scope));
  values.html(Slot::scripts, scripts.html());
  values.link(Slot::icon, scope.path(), scope.theme_file("icon.svg"));
  if (scope.is_of_moment()) {
    const std::string as_of =
        day_words(scope.words(), program.as_of, add_months(program.as_of, 12));
    values.text(Slot::as_of, as_of);
    values.text(Slot::dated, fill(scope.words().text("frame.as_of"_word), {as_of}));
  }
  values.text(Slot::label, !settings.audience.empty() ? settings.audience
                           : program.audience.empty()
                               ? std::string(scope.words().text("frame.internal"_word))
                               : word_label(program.audience));
  values.text(Slot::brand, settings.program.empty() ? program.title : settings.program);
  // Everywhere else the script puts it there.
  if (outline.document_page != kNoPage) values.text(Slot::edition, program.edition.label);
  if (!settings.logo[0].empty()) {
    values.link(Slot::logo, scope.path(), scope.theme_file(settings.logo[0]));
  }
  if (settings.logo[1] != settings.logo[0] && !settings.logo[1].empty()) {
    values.link(Slot::logo_dark, scope.path(), scope.theme_file(settings.logo[1]));
  }
  HtmlWriter foot;
  foot.put(footer.html());
  if (outline.frame.versions()) write_version_links(foot, scope);
  values.html(Slot::footer, foot.html());
  values.text(Slot::part, scope.path().part());
  values.text(Slot::version, program.version);
  values.link(Slot::calendar, scope.path(), SitePath("calendar.ics"));
  HtmlWriter head;
  write_page_head(head, scope, title, picture);
  write_style_links(head, scope);
  values.html(Slot::head, head.html());
  if (outline.document_page == kNoPage) navigation(scope);

  PageKind kind = page_kind(scope.page().kind);
  if (is_release_page(scope)) kind.page_template = TemplateId::release;
  kind.write(slots, scope);
  page.clear();
  compiled(kind.page_template).render(values, page);
}

// The frame of the document holds marks where its parts go: what was rendered once is not escaped
// or checked again.
void Renderer::State::write_document(uint32_t number_of_page) {
  write(number_of_page);
  const std::string frame = std::move(page);
  std::string whole;
  std::string_view rest = frame;
  const auto copy_before = [&](Markup mark) {
    const size_t at = std::min(rest.find(mark.view()), rest.size());
    whole += rest.substr(0, at);
    rest.remove_prefix(std::min(at + mark.view().size(), rest.size()));
  };
  const auto part = [&](DocumentPart of) {
    write(of.page);
    append_part(whole, page, outline.pages[of.page].path.part(), of.levels);
  };
  copy_before(kCoverMark);
  part({outline.overview_page, 0});
  copy_before(kPartsMark);
  for (const DocumentChapter& chapter : outline.chapters) {
    HtmlWriter heading;
    heading.put("<section class=\"chapter\">\n");
    if (chapter.has_heading) heading.put("<h2>").data(chapter.label).put("</h2>\n");
    whole += heading.view();
    for (const DocumentPart& of : chapter.parts) part(of);
    whole += "</section>\n";
  }
  whole += rest;
  page = std::move(whole);
}

std::string title_of_page(const Outline& outline, uint32_t page) {
  return page_title(outline, outline.pages[page]);
}

const std::string& Renderer::render(uint32_t page) {
  if (page == state_->outline.document_page) {
    state_->write_document(page);
  } else {
    state_->write(page);
  }
  return state_->page;
}

std::vector<StaticFile> theme_files(const Theme& theme, const SiteFrame& frame) {
  std::vector<StaticFile> files;
  for (const auto& [name, bytes] : theme.parts().files) {
    if (frame.versions() || !is_for_versions(name)) files.push_back({frame.theme + name, bytes});
  }
  return files;
}

std::vector<StaticFile> site_files(const Outline& outline, bool addressed) {
  std::vector<StaticFile> files;
  files.push_back({"version.js", version_script(outline)});
  files.push_back({"calendar.ics", calendar_ics(outline)});
  if (outline.frame.versions()) files.push_back({"paths.js", paths_script(outline)});
  if (!addressed) return files;
  files.push_back({"robots.txt", robots_txt(outline)});
  if (std::string feed = atom_feed(outline); !feed.empty()) {
    files.push_back({"feed.xml", std::move(feed)});
  }
  for (StaticFile& file : sitemap_files(outline)) files.push_back(std::move(file));
  return files;
}

}  // namespace milepost
