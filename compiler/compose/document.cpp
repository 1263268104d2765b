// Puts the pages of a site in the order of a document.
#include "compose/document.h"

#include <algorithm>
#include <string>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view kFile = "index.html";

class DocumentMaker {
 public:
  explicit DocumentMaker(Outline& outline)
      : outline_(outline), told_(outline.pages.size(), false) {}

  void make() {
    name_parts();
    told_[outline_.overview_page] = true;
    charter();
    for (const NavSection& section : outline_.nav) {
      chapter_of(section.label, section.page, section.tabs.empty() ? section.count : 0);
      for (const NavTab& tab : section.tabs) chapter_of(tab.label, tab.page, tab.count);
    }
    // Kinds that the navigation leads to on another page.
    for (const uint32_t page : outline_.kind_pages) {
      if (page != kNoPage) chapter_of(label_of_kind(page), page, 0);
    }
    // Pages that only other pages lead to: an agenda, a list behind a table.
    for (uint32_t i = 0; i < outline_.pages.size() && !outline_.chapters.empty(); ++i) {
      if (!is_last(outline_.pages[i].kind)) tell(outline_.chapters.back(), i, 1);
    }
    plain_pages();
    if (outline_.findings_page != kNoPage) {
      DocumentChapter chapter{section_label(outline_.findings_page), 0, {}, false};
      tell_page(chapter, outline_.findings_page, 1);
      finish(std::move(chapter));
    }
    outline_.document_page = static_cast<uint32_t>(outline_.pages.size());
    outline_.pages.push_back({OutlineKind::document, 0, SitePath(std::string(kFile))});
  }

 private:
  // Findings and plain pages stand at the end; the rest of these has no place in a document.
  static bool is_last(OutlineKind kind) {
    return kind == OutlineKind::findings || kind == OutlineKind::page ||
           kind == OutlineKind::pages || kind == OutlineKind::not_found ||
           kind == OutlineKind::moved;
  }

  void name_parts() {
    for (OutlinePage& page : outline_.pages) {
      std::string part = page.path.file();
      // risks/R-004, and risks/ for the page of the folder: two pages never have one name.
      for (const std::string_view end : {".html", "index"}) {
        if (part.ends_with(end)) part.resize(part.size() - end.size());
      }
      if (page.kind == OutlineKind::overview) part = "overview";
      if (page.kind == OutlineKind::moved) continue;
      if (page.kind == OutlineKind::pages || page.kind == OutlineKind::not_found) {
        part = "mp:contents";
      }
      page.path = SitePath(std::string(kFile), std::move(part));
    }
    for (OutlinePage& page : outline_.pages) {
      if (page.kind == OutlineKind::moved) page.path = outline_.path_of(ViewRecordId{page.subject});
    }
  }

  std::string label_of_kind(uint32_t page) const {
    return outline_.view.kinds[outline_.pages[page].subject].plural_label;
  }

  std::string section_label(uint32_t page) const {
    const auto at = std::ranges::find(outline_.nav, page, &NavSection::page);
    return at == outline_.nav.end() ? std::string() : at->label;
  }

  void chapter_of(const std::string& label, uint32_t page, uint32_t count) {
    if (page == kNoPage || is_last(outline_.pages[page].kind)) return;
    // The label of a section is that of its first tab's table, where that is its page.
    const bool table = outline_.pages[page].kind == OutlineKind::kind;
    DocumentChapter chapter{table ? label_of_kind(page) : label, count, {}, false};
    tell_page(chapter, page, 1);
    finish(std::move(chapter));
  }

  void tell(DocumentChapter& chapter, uint32_t page, uint8_t levels) {
    if (told_[page]) return;
    told_[page] = true;
    chapter.parts.push_back({page, levels});
  }

  // A page, and the records behind it if it is the table of a kind.
  void tell_page(DocumentChapter& chapter, uint32_t page, uint8_t levels) {
    tell(chapter, page, levels);
    if (outline_.pages[page].kind != OutlineKind::kind) return;
    const KindTable& table = outline_.tables[outline_.pages[page].subject];
    for (const RowGroup& group : table.groups) {
      for (const ViewRecordId id : group.rows) {
        tell(chapter, outline_.record_pages[number(id)], static_cast<uint8_t>(levels + 1));
      }
    }
  }

  void charter() {
    for (uint32_t i = 0; i < outline_.view.records.size(); ++i) {
      const ViewRecordId id{i};
      const ViewRecord& record = outline_.view.record(id);
      if (!outline_.view.kind_of(record).is("charter")) continue;
      DocumentChapter chapter{record.title, 0, {}, false};
      tell(chapter, outline_.record_pages[i], 1);
      // The table of charters says nothing that they do not.
      const uint32_t table = outline_.kind_pages[number(record.kind)];
      outline_.pages[table].path = outline_.path_of(id);
      told_[table] = true;
      finish(std::move(chapter));
    }
  }

  void plain_pages() {
    DocumentChapter chapter{section_label(outline_.pages_page), 0, {}, true};
    for (const NavEntry& entry : outline_.page_tree) {
      if (entry.page != kNoPage) tell(chapter, entry.page, 2);
    }
    finish(std::move(chapter));
  }

  void finish(DocumentChapter chapter) {
    if (!chapter.parts.empty()) outline_.chapters.push_back(std::move(chapter));
  }

  Outline& outline_;
  std::vector<bool> told_;  // by page
};

}  // namespace

void make_document(Outline& outline) {
  DocumentMaker(outline).make();
}

}  // namespace milepost
