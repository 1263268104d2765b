// Writes descriptions, canonical addresses and Open Graph.
#include "render/page_head.h"

#include <optional>
#include <variant>

#include "compose/phrases.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr size_t kMostDescription = 200;

std::string in_one_line(std::string_view text, size_t most) {
  std::string line = normalize_spaces(text);
  if (line.size() <= most) return line;
  std::string_view cut = truncate_bytes(line, most - 3);
  const size_t space = cut.rfind(' ');
  if (space != std::string_view::npos && space > most / 2) cut = cut.substr(0, space);
  return std::string(cut) + "…";
}

// The first paragraph of a page.
std::string first_words(const Tape& tape, size_t most) {
  for (uint32_t i = 1; i < tape.nodes.size(); i += tape.nodes[i].size) {
    if (tape.nodes[i].kind != NodeKind::paragraph) continue;
    return in_one_line(plain_text(tape, TapeSlice{i, tape.nodes[i].size}), most);
  }
  return {};
}

std::string record_description(const View& view, const ViewRecord& record) {
  std::string words = summary_of(view, record, kMostDescription);
  if (!words.empty()) return words;
  const ViewKind& kind = view.kind_of(record);
  words = kind.label;
  if (record.status < kind.statuses.size()) words += ", " + kind.statuses[record.status].label;
  if (!record.owner_names.empty()) words += ", " + record.owner_names.front();
  return words;
}

std::string description_of(const PageScope& scope) {
  const View& view = scope.view();
  const uint32_t subject = scope.page().subject;
  switch (scope.page().kind) {
    case OutlineKind::overview:
      return in_one_line(view.program.description, kMostDescription);
    case OutlineKind::record:
      return record_description(view, view.records[subject]);
    case OutlineKind::page: {
      const ViewTapeId tape = view.pages[subject].tape;
      return tape == kNoViewTape ? std::string() : first_words(view.tape(tape), kMostDescription);
    }
    default:
      return {};
  }
}

void write_property(HtmlWriter& out, Markup name, std::string_view value) {
  if (value.empty()) return;
  out.put("<meta property=\"").put(name).put("\"").attribute("content", value).put(">\n");
}

}  // namespace

std::string summary_of(const View& view, const ViewRecord& record, size_t most) {
  for (const ViewField& field : record.fields) {
    if (view.field(field.field).role != ViewRole::summary || field.values.empty()) continue;
    const ViewValue& value = field.values.front();
    if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
      return in_one_line(plain_text(view.tape(markdown->tape), markdown->slice), most);
    }
    return in_one_line(value.text, most);
  }
  return {};
}

void write_page_head(HtmlWriter& out, const PageScope& scope, std::string_view title,
                     std::string_view picture) {
  const ViewProgram& program = scope.view().program;
  const OutlineKind kind = scope.page().kind;
  const std::string description = description_of(scope);
  if (!description.empty()) {
    out.put("<meta name=\"description\"").attribute("content", description).put(">\n");
  }
  const bool nothing = kind == OutlineKind::not_found || kind == OutlineKind::moved;
  if (!program.robots || nothing) out.put("<meta name=\"robots\" content=\"noindex, nofollow\">\n");
  if (!program.base_url) return;
  // Old versions have no feed of their own.
  const char* feed = scope.outline().frame.versions() ? "../latest/feed.xml" : "feed.xml";
  out.put("<link rel=\"alternate\" type=\"application/atom+xml\"");
  out.attribute("title", program.title).link("href", scope.path(), SitePath(feed));
  out.put(">\n");
  if (kind == OutlineKind::not_found) return;
  const SitePath& path = kind == OutlineKind::moved
                             ? scope.outline().path_of(ViewRecordId{scope.page().subject})
                             : scope.path();
  const std::string address = program.base_url->of(path);
  out.put("<link rel=\"canonical\"").attribute("href", address).put(">\n");
  write_property(out, "og:title", title.empty() ? std::string_view(program.title) : title);
  write_property(
      out, "og:type",
      kind == OutlineKind::overview ? std::string_view("website") : std::string_view("article"));
  write_property(out, "og:url", address);
  write_property(out, "og:site_name", program.title);
  write_property(out, "og:description", description);
  if (!picture.empty()) {
    write_property(out, "og:image", program.base_url->of(scope.theme_file(picture)));
  }
}

}  // namespace milepost
