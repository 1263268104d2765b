// Names, words and packing of the scripts.
#include "render/scripts.h"

#include <algorithm>
#include <array>

#include "compose/phrases.h"
#include "text/json_writer.h"

namespace milepost {
namespace {

// The first one runs before the page is painted, the others once it stands.
constexpr std::string_view kEarly = "early.js";
constexpr std::array<std::string_view, 3> kLate = {"words.js", "site.js", "search-box.js"};
constexpr std::string_view kVersion = "version.js";
constexpr std::string_view kMenu = "version-menu.js", kMenuStyle = "version-menu.css";
constexpr std::string_view kPlan = "plan.js";
constexpr std::string_view kPrefix = "js.";

}  // namespace

void write_scripts(HtmlWriter& out, const PageScope& scope,
                   const std::map<std::string, std::string, std::less<>>& files, bool plan) {
  const auto write = [&](std::string_view name, Markup end) {
    if (!files.contains(name)) return;
    out.put("<script").link("src", scope.path(), scope.theme_file(name)).put(end);
  };
  write(kEarly, "></script>\n");
  if (files.contains(kLate[1])) {
    out.put("<script").link("src", scope.path(), SitePath(std::string(kVersion)));
    out.put(" defer></script>\n");
  }
  if (scope.outline().frame.versions() && files.contains(kMenu)) {
    out.put("<script").link("src", scope.path(), SitePath("../versions.js"));
    out.put(" defer></script>\n");
  }
  for (const std::string_view name : kLate) write(name, " defer></script>\n");
  if (plan) write(kPlan, " defer></script>\n");
  if (scope.outline().frame.versions()) write(kMenu, " defer></script>\n");
}

std::string words_script(const Words& words) {
  std::string script = "milepostWords=";
  JsonWriter json(script);
  json.begin_object();
  for (const Word word : Words::all()) {
    const std::string_view key = Words::key(word);
    if (key.starts_with(kPrefix)) json.member(key.substr(kPrefix.size()), words.text(word));
  }
  json.end_object();
  return script + ";\n";
}

std::string version_script(const Outline& outline) {
  const ViewProgram& program = outline.view.program;
  std::string script = "milepostVersion=";
  JsonWriter json(script);
  json.begin_object();
  json.member("label", outline.frame.versions() ? std::string() : program.edition.label);
  if (outline.frame.versions()) json.member("folder", outline.frame.folder);
  json.member("as_of", to_iso(program.as_of));
  const std::string day = day_words(outline.words, program.as_of, add_months(program.as_of, 12));
  json.member("dated", fill(outline.words.text("frame.as_of"_word), {day}));
  json.key("counts").begin_object();
  for (const NavSection& section : outline.nav) {
    if (section.count > 0) json.member(outline.pages[section.page].path.encoded(), section.count);
  }
  json.end_object().end_object();
  return script + ";\n";
}

std::string paths_script(const Outline& outline) {
  std::string script = "milepostPaths=";
  JsonWriter json(script);
  json.begin_array();
  for (uint32_t i = 0; i < outline.pages.size(); ++i) {
    const OutlinePage& page = outline.pages[i];
    if (page.kind != OutlineKind::not_found && outline.is_written(i)) {
      json.string(page.path.encoded());
    }
  }
  json.end_array();
  return script + ";\n";
}

bool is_for_versions(std::string_view name) {
  return name == kMenu || name == kMenuStyle;
}

std::string shipped_script(std::string_view source) {
  std::string out;
  out.reserve(source.size());
  while (!source.empty()) {
    const size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty() || line.starts_with("//")) continue;
    out.append(line).append("\n");
  }
  return out;
}

}  // namespace milepost
