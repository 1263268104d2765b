// Names, words and packing of the scripts.
#include "render/scripts.h"

#include <algorithm>
#include <array>

#include "text/json_writer.h"

namespace milepost {
namespace {

// The first one runs before the page is painted, the others once it stands.
constexpr std::string_view kEarly = "early.js";
constexpr std::array<std::string_view, 3> kLate = {"words.js", "site.js", "search-box.js"};
constexpr std::string_view kPlan = "plan.js";
constexpr std::string_view kPrefix = "js.";

}  // namespace

void write_scripts(HtmlWriter& out, const SitePath& page,
                   const std::map<std::string, std::string, std::less<>>& files, bool plan) {
  const auto write = [&](std::string_view name, Markup end) {
    if (!files.contains(name)) return;
    out.put("<script").link("src", page, SitePath("theme/" + std::string(name))).put(end);
  };
  write(kEarly, "></script>\n");
  for (const std::string_view name : kLate) write(name, " defer></script>\n");
  if (plan) write(kPlan, " defer></script>\n");
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
