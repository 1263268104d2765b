// Plain pages, the list of them, and the page for addresses that do not exist.
#include <algorithm>
#include <string>
#include <vector>

#include "compare/past.h"
#include "compose/phrases.h"
#include "render/contents.h"
#include "render/markdown.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostSiblings = 60;

void write_entry(HtmlWriter& out, const PageScope& scope, const NavEntry& entry) {
  if (entry.page == kNoPage) {
    out.put("<span class=\"folder\">").data(entry.label).put("</span>");
  } else if (entry.page == scope.page_number()) {
    out.put("<b>").data(entry.label).put("</b>");
  } else {
    out.put("<a").link("href", scope.path(), scope.outline().pages[entry.page].path);
    out.put(">").data(entry.label).put("</a>");
  }
}

// The folders above an entry, outermost first.
std::vector<Crumb> crumbs_of(const Outline& outline, uint32_t place) {
  std::vector<Crumb> crumbs;
  uint8_t depth = outline.page_tree[place].depth;
  for (uint32_t i = place; i > 0 && depth > 0; --i) {
    const NavEntry& entry = outline.page_tree[i - 1];
    if (entry.depth >= depth) continue;
    depth = entry.depth;
    crumbs.push_back({entry.label, entry.page});
  }
  crumbs.push_back({outline.words.text("page.all"_word), outline.pages_page});
  std::ranges::reverse(crumbs);
  return crumbs;
}

// The entries of the same folder; of a folder's own page those inside it.
std::vector<const NavEntry*> beside(const Outline& outline, uint32_t place) {
  const std::vector<NavEntry>& tree = outline.page_tree;
  const bool has_inside = place + 1 < tree.size() && tree[place + 1].depth > tree[place].depth;
  const auto depth = static_cast<uint8_t>(tree[place].depth + (has_inside ? 1 : 0));
  uint32_t first = has_inside ? place + 1 : place;
  while (!has_inside && first > 0 && tree[first - 1].depth >= depth) --first;
  std::vector<const NavEntry*> entries;
  for (uint32_t i = first; i < tree.size() && tree[i].depth >= depth; ++i) {
    if (tree[i].depth == depth) entries.push_back(&tree[i]);
    if (entries.size() == kMostSiblings) break;
  }
  return entries;
}

}  // namespace

void write_plain_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const Outline& outline = scope.outline();
  const bool first_page = scope.page_number() == outline.overview_page;
  const ViewPage& page = scope.view().pages[scope.page().subject];
  const ShownSlice shown = shown_slice(scope.view(), page);
  const uint32_t place = outline.tree_places[scope.page().subject];
  scope.set_anchors(std::span(&shown, 1));
  if (!first_page) write_breadcrumbs(out, scope, crumbs_of(outline, place));
  slots.finish(Slot::breadcrumbs);
  out.data(page.title);
  slots.finish(Slot::heading);
  if (shown.tape != kNoViewTape) write_blocks(out, scope, shown);
  slots.finish(Slot::body);
  Contents contents(scope);
  if (shown.tape != kNoViewTape) contents.add(shown);
  contents.write(out);
  slots.finish(Slot::contents);
  write_footnotes(out, scope);
  slots.finish(Slot::footnotes);
  const std::vector<const NavEntry*> entries = beside(outline, place);
  if (entries.size() > 1 || (entries.size() == 1 && entries[0]->page != scope.page_number())) {
    out.put("<ul>\n");
    for (const NavEntry* entry : entries) {
      out.put("<li>");
      write_entry(out, scope, *entry);
      out.put("</li>\n");
    }
    out.put("</ul>\n");
  }
  slots.finish(Slot::tree);
  if (scope.view().program.insider) write_source(out, scope, page.path, 0);
  slots.finish(Slot::source);
}

void write_page_tree(HtmlWriter& out, const PageScope& scope) {
  size_t depth = 0;
  bool first = true;
  out.put("<ul class=\"tree\">\n");
  for (const NavEntry& entry : scope.outline().page_tree) {
    while (depth < entry.depth) {
      out.put(first ? Markup("<li><ul>\n") : Markup("\n<ul>\n"));
      first = true;
      ++depth;
    }
    while (depth > entry.depth) {
      out.put("</li>\n</ul>");
      --depth;
    }
    if (!first) out.put("</li>\n");
    first = false;
    out.put("<li>");
    write_entry(out, scope, entry);
  }
  for (; depth > 0; --depth) out.put("</li>\n</ul>");
  out.put(first ? Markup("</ul>\n") : Markup("</li>\n</ul>\n"));
}

void write_pages_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, "nav.pages"_word);
  slots.finish(Slot::heading);
  out.text(count_words(scope.words(), "count.pages"_word, scope.view().pages.size()));
  slots.finish(Slot::summary);
  write_page_tree(out, scope);
  slots.finish(Slot::tree);
}

void write_not_found_page(PageSlots& slots, PageScope& scope) {
  const uint32_t subject = scope.page().subject;
  if (subject > 0) {
    const GonePage& gone = scope.outline().past->gone[subject - 1];
    slots.out().data(gone.title);
    slots.finish(Slot::heading);
    HtmlWriter& out = slots.out();
    say(out, scope, "page.gone"_word, {[&] {
          if (gone.label.empty()) {
            out.data(gone.version);
            return;
          }
          out.put("<a").link("href", scope.path(), SitePath("../" + gone.label + "/" + gone.path));
          out.put(">").data(gone.version).put("</a>");
        }});
    slots.finish(Slot::lead);
    return;
  }
  say(slots.out(), scope, "page.not_found"_word);
  slots.finish(Slot::heading);
}

}  // namespace milepost
