// Writes links.
#include "render/links.h"

namespace milepost {

namespace {

bool open(HtmlWriter& out, const PageScope& scope, ViewTapeId tape, const ViewTarget& target,
          std::string_view title, Markup begin) {
  SiteTarget found;
  if (target.kind == ViewTargetKind::heading) {
    // Node 0 is the whole text: the top of the page.
    found = {&scope.path(), target.index == 0 ? "mp:main" : scope.anchor_of(tape, target.index)};
    if (found.fragment.empty()) return false;
  } else {
    found = scope.outline().resolve(target);
  }
  if (found.path == nullptr) return false;
  if (found.path == &scope.path() && found.fragment.empty()) return false;
  out.put(begin).link("href", scope.path(), *found.path, found.fragment);
  if (!title.empty()) out.attribute("title", title);
  out.put(">");
  return true;
}

}  // namespace

bool open_link(HtmlWriter& out, const PageScope& scope, ViewTapeId tape, const ViewTarget& target,
               std::string_view title) {
  return open(out, scope, tape, target, title, "<a");
}

bool open_mention(HtmlWriter& out, const PageScope& scope, ViewTapeId tape,
                  const ViewTarget& target) {
  return open(out, scope, tape, target, {}, "<a class=\"m\"");
}

bool open_foreign_link(HtmlWriter& out, std::string_view address, std::string_view title) {
  const std::optional<Url> url = Url::from_data(address);
  if (!url || !url->is_absolute()) return false;
  out.put("<a").url("href", *url);
  if (!title.empty()) out.attribute("title", title);
  out.put(">");
  return true;
}

void write_record_href(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  out.link("href", scope.path(), scope.outline().path_of(record));
}

void write_record_link(HtmlWriter& out, const PageScope& scope, ViewRecordId record,
                       std::string_view words) {
  const SitePath& path = scope.outline().path_of(record);
  if (&path == &scope.path()) {
    out.data(words);
    return;
  }
  out.put("<a");
  write_record_href(out, scope, record);
  out.put(">").data(words).put("</a>");
}

void write_id(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  const std::string& id = scope.view().record(record).short_id;
  const SitePath& path = scope.outline().path_of(record);
  if (&path == &scope.path()) {
    out.put("<span class=\"id\">").data(id).put("</span>");
    return;
  }
  out.put("<a class=\"id\"");
  write_record_href(out, scope, record);
  out.put(">").data(id).put("</a>");
}

}  // namespace milepost
