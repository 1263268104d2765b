// Renders one page: its writer fills the slots, its template puts them in their places.
#include "render/render.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "compose/phrases.h"
#include "render/atom_feed.h"
#include "render/calendar_ics.h"
#include "render/page_head.h"
#include "render/page_writers.h"
#include "render/scripts.h"
#include "render/sitemap.h"
#include "render/template.h"
#include "render/theme_parts.h"

namespace milepost {
namespace {

constexpr Markup kSecurity =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">";

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
    case OutlineKind::findings:
      return {TemplateId::findings, write_findings_page};
    case OutlineKind::not_found:
      return {TemplateId::not_found, write_not_found_page};
    default:
      return {TemplateId::moved, write_moved_page};
  }
}

// The words before the program's title in <title>.
std::string page_title(const Outline& outline, const OutlinePage& page) {
  const View& view = outline.view;
  switch (page.kind) {
    case OutlineKind::overview:
      return "";
    case OutlineKind::kind:
      return view.kinds[page.subject].plural_label;
    case OutlineKind::record:
    case OutlineKind::moved:
      return view.records[page.subject].short_id + " " + view.records[page.subject].title;
    case OutlineKind::page:
      return view.pages[page.subject].title;
    case OutlineKind::pages:
      return "Pages";
    case OutlineKind::people:
      return std::string(outline.words.text(Word::nav_people));
    case OutlineKind::agenda:
      return std::string(outline.words.text(Word::agenda_title));
    case OutlineKind::person:
      return view.people[page.subject].name;
    case OutlineKind::team:
      return view.teams[page.subject].name;
    case OutlineKind::raci:
      return std::string(outline.words.text(Word::raci_title));
    case OutlineKind::findings:
      return "Findings";
    default:
      return "No such page";
  }
}

/// The theme's own picture for previews of links; empty if it has none.
std::string preview_of(const Theme& theme) {
  for (const std::string_view name : {"preview.png", "preview.jpg", "preview.webp"}) {
    if (theme.parts().files.contains(name)) return "theme/" + std::string(name);
  }
  return {};
}

bool is_language(std::string_view text) {
  if (text.empty() || text.size() > 20) return false;
  for (const char c : text) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!fine && c != '-') return false;
  }
  return true;
}

}  // namespace

struct Renderer::State {
  State(const Outline& the_outline, const Drawings& the_drawings, const Theme& theme)
      : outline(the_outline),
        drawings(the_drawings),
        sources(theme.parts().templates),
        files(theme.parts().files),
        slots(values),
        picture(preview_of(theme)) {}

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
    const auto key = std::tuple(std::move(folder), current, self);
    if (!nav_key || *nav_key != key) {
      nav_key = key;
      write_navigation(scope, current);
    }
    values.html(Slot::navigation, nav.html());
  }

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
      if (section.count > 0) nav.put(" <span>").number(section.count).put("</span>");
      nav.put("</a></li>\n");
    }
    nav.put("</ul>");
  }

  const Outline& outline;
  const Drawings& drawings;
  const std::array<std::string, kTemplates>& sources;
  const std::map<std::string, std::string, std::less<>>& files;  // of the theme
  std::array<std::optional<Template>, kTemplates> templates;
  SlotValues values;
  PageSlots slots;
  std::string picture;  // of previews, if the theme has one
  HtmlWriter nav;
  std::optional<std::tuple<std::string, const NavSection*, bool>> nav_key;
  std::string page;
};

Renderer::Renderer(const Outline& outline, const Drawings& drawings, const Theme& theme)
    : state_(std::make_unique<State>(outline, drawings, theme)) {}
Renderer::~Renderer() = default;

const std::string& Renderer::render(uint32_t page) {
  State& state = *state_;
  const Outline& outline = state.outline;
  const ViewProgram& program = outline.view.program;
  PageScope scope(outline, state.drawings, page);
  SlotValues& values = state.values;
  values.clear();

  HtmlWriter security;
  security.put(kSecurity);
  values.html(Slot::security, security.html());
  const std::string title = page_title(outline, scope.page());
  values.text(Slot::language, is_language(program.language) ? program.language : "en");
  values.text(Slot::title, title.empty() ? program.title : title + " · " + program.title);
  values.text(Slot::program, program.title);
  values.link(Slot::home, scope.path(), outline.pages[outline.overview_page].path);
  values.link(Slot::style, scope.path(), SitePath("theme/style.css"));
  HtmlWriter scripts;
  write_scripts(scripts, scope.path(), state.files);
  values.html(Slot::scripts, scripts.html());
  values.link(Slot::icon, scope.path(), SitePath("theme/icon.svg"));
  values.text(Slot::as_of, day_words(scope.words(), program.as_of, add_months(program.as_of, 12)));
  values.text(Slot::label, program.audience.empty() ? "Internal" : word_label(program.audience));
  values.text(Slot::version, program.version);
  values.link(Slot::calendar, scope.path(), SitePath("calendar.ics"));
  HtmlWriter head;
  write_page_head(head, scope, title, state.picture);
  values.html(Slot::head, head.html());
  state.navigation(scope);

  const PageKind kind = page_kind(scope.page().kind);
  kind.write(state.slots, scope);
  state.page.clear();
  state.compiled(kind.page_template).render(values, state.page);
  return state.page;
}

std::vector<StaticFile> static_files(const Theme& theme) {
  std::vector<StaticFile> files;
  files.push_back({".nojekyll", ""});
  for (const auto& [name, bytes] : theme.parts().files) files.push_back({"theme/" + name, bytes});
  return files;
}

std::vector<StaticFile> site_files(const Outline& outline) {
  std::vector<StaticFile> files;
  files.push_back({"calendar.ics", calendar_ics(outline)});
  files.push_back({"robots.txt", robots_txt(outline)});
  if (std::string feed = atom_feed(outline); !feed.empty()) {
    files.push_back({"feed.xml", std::move(feed)});
  }
  for (StaticFile& file : sitemap_files(outline)) files.push_back(std::move(file));
  return files;
}

}  // namespace milepost
