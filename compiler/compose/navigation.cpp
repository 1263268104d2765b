// Orders the navigation.
#include "compose/navigation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compose/phrases.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMostKinds = 6;

// A section: the kinds that are its tabs, in order; and its name. Without a name it has that of the
// kind. A section that is `only` of kinds which have sections of their own too is left out.
struct Section {
  int group;
  std::array<std::string_view, kMostKinds> kinds;
  std::optional<Word> name;   // if it has several tabs
  bool always_named = false;  // with one tab, too
  size_t own = kMostKinds;    // the kinds that make it a section
};

constexpr std::array<Section, 18> kSections = {{
    {0, {"milestone", "workstream", "task", "objective", "requirement"}, "nav.plan"_word},
    {0, {"dependency"}, "nav.dependencies"_word},
    {0,
     {"risk", "assumption", "issue", "action", "dependency", "decision"},
     "nav.raid"_word,
     true,
     4},
    {0, {"decision"}, std::nullopt},
    {0, {"blocker", "escalation"}, "nav.blockers"_word},
    {0, {"change"}, "nav.changes"_word, true},
    {0, {"incident", "lesson"}, "nav.incidents"_word},
    {0, {"release", "sign_off"}, std::nullopt, false, 1},
    {1, {"stakeholder", "raci", "communication"}, "nav.stakeholders"_word},
    {1, {"capacity"}, std::nullopt},
    {1, {"vendor"}, std::nullopt},
    {1, {"record"}, std::nullopt},
    {2, {"status_report", "meeting"}, "nav.status"_word, true},
    {2, {"metric", "budget"}, "nav.metrics"_word},
    {2, {"charter"}, std::nullopt},
    {3, {"document"}, "nav.documents"_word},
    {3, {"page"}, std::nullopt},
}};

bool has_place(std::string_view kind) {
  return std::ranges::any_of(kSections, [&](const Section& section) {
    return !kind.empty() && std::ranges::find(section.kinds, kind) != section.kinds.end();
  });
}

// The nearest of its family that has a place; every other kind counts as a record.
std::string_view place_of(const ViewKind& kind) {
  for (const std::string& name : kind.family) {
    if (has_place(name)) return name;
  }
  return "record";
}

// Whose tables show all records at once: a decision that is taken is what a log is for.
bool is_log(const ViewKind& kind) {
  return std::ranges::any_of(
      std::array<std::string_view, 8>{"decision", "status_report", "meeting", "lesson", "document",
                                      "incident", "change", "stakeholder"},
      [&](std::string_view name) { return kind.is(name); });
}

std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

uint8_t depth_of(std::string_view folder) {
  if (folder.empty()) return 0;
  return static_cast<uint8_t>(std::min<std::ptrdiff_t>(std::ranges::count(folder, '/') + 1, 200));
}

}  // namespace

bool is_folder_page(std::string_view path) {
  const std::string_view name = name_of(path);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return iequals(stem, "readme") || iequals(stem, "index");
}

std::vector<NavEntry> make_page_tree(const Outline& outline) {
  // By folder, its own page first, then by path: so that a folder stands before what is in it.
  struct Entry {
    std::string_view folder;
    bool own;
    std::string_view path;
    uint32_t page;
  };
  std::vector<Entry> entries;
  for (uint32_t i = 0; i < outline.view.pages.size(); ++i) {
    const std::string_view path = outline.view.pages[i].path;
    entries.push_back({folder_of(path), is_folder_page(path), path, outline.plain_pages[i]});
  }
  std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
    if (a.folder != b.folder) {
      return std::ranges::lexicographical_compare(split(a.folder, '/'), split(b.folder, '/'));
    }
    if (a.own != b.own) return a.own;
    return natural_less(a.path, b.path);
  });
  std::vector<NavEntry> tree;
  std::string_view open;  // the folder whose entries stand at the end of the tree
  for (const Entry& entry : entries) {
    const ViewPage& page = outline.view.pages[outline.pages[entry.page].subject];
    if (entry.folder != open) {
      // Folders on the way down that have no page of their own get an entry without a link.
      size_t common = 0;
      const auto now = split(entry.folder, '/');
      const auto before = open.empty() ? std::vector<std::string_view>() : split(open, '/');
      while (common < now.size() && common < before.size() && now[common] == before[common]) {
        ++common;
      }
      const size_t last = entry.folder.empty() ? 0 : now.size();
      for (size_t level = common; level < last; ++level) {
        if (level + 1 == last && entry.own) break;
        tree.push_back({word_label(now[level]), kNoPage, static_cast<uint8_t>(level)});
      }
      open = entry.folder;
    }
    const uint8_t inside = depth_of(entry.folder);
    const auto depth = static_cast<uint8_t>(entry.own && inside > 0 ? inside - 1 : inside);
    tree.push_back({page.title, entry.page, depth});
  }
  return tree;
}

namespace {

class Navigation {
 public:
  explicit Navigation(const Outline& outline) : outline_(outline), view_(outline.view) {
    counts_.assign(view_.kinds.size(), 0);
    for (const ViewRecord& record : view_.records) {
      const ViewKind& kind = view_.kind_of(record);
      if (kind.statuses.empty() || record.is_open() || is_log(kind)) {
        ++counts_[number(record.kind)];
      }
    }
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      if (outline.kind_pages[i] != kNoPage) places_.emplace_back(place_of(view_.kinds[i]), i);
    }
  }

  std::vector<NavSection> make() {
    add(outline_.words.text("nav.overview"_word), outline_.overview_page, 0);
    for (int group = 0; group < 4; ++group) {
      begins_ = group > 0;
      if (group == 1) add_people();
      for (const Section& section : kSections) {
        if (section.group != group) continue;
        if (section.kinds[0] == "record") {
          add_each(section);
        } else {
          add_section(section);
        }
      }
    }
    add(outline_.words.text("nav.pages"_word), outline_.pages_page, view_.pages.size());
    add(outline_.words.text("changes.title"_word), outline_.changes_page, 0);
    add(outline_.words.text("nav.findings"_word), outline_.findings_page,
        view_.findings.size() + view_.problems.size());
    return std::move(nav_);
  }

 private:
  void add(std::string_view label, uint32_t page, size_t count, std::vector<NavTab> tabs = {}) {
    if (page == kNoPage) return;
    nav_.push_back(
        {std::string(label), page, static_cast<uint32_t>(count), begins_, std::move(tabs)});
    begins_ = false;
  }

  void add_people() {
    add(outline_.words.text(view_.teams.empty() ? "nav.people"_word : "nav.people_and_teams"_word),
        outline_.people_page, view_.people.size() - outline_.roster.only_named.size());
  }

  NavTab tab_of(uint32_t kind) const {
    const ViewKind& info = view_.kinds[kind];
    // A program has one charter: the way leads to it and not to a list of one.
    if (info.is("charter") && counts_[kind] == 1 && outline_.overview.charter != kNoViewRecord) {
      return {info.label, outline_.record_pages[number(outline_.overview.charter)], 0};
    }
    return {info.plural_label, outline_.kind_pages[kind], counts_[kind]};
  }

  void add_section(const Section& section) {
    std::vector<NavTab> tabs;
    size_t own = 0;
    size_t count = 0;
    add_plan_tabs(section, tabs);
    own += tabs.size();
    for (size_t i = 0; i < section.kinds.size(); ++i) {
      if (section.kinds[i].empty()) continue;
      if (section.kinds[i] == "raci" && outline_.raci_page != kNoPage) {
        tabs.push_back({std::string(outline_.words.text("raci.tab"_word)), outline_.raci_page, 0});
        ++own;
      }
      for (const auto& [place, kind] : places_) {
        if (place != section.kinds[i]) continue;
        tabs.push_back(tab_of(kind));
        if (i >= section.own) continue;
        ++own;
        count += tabs.back().count;
      }
    }
    if (section.kinds[0] == "metric" && outline_.trends_page != kNoPage) {
      tabs.push_back(
          {std::string(outline_.words.text("trends.title"_word)), outline_.trends_page, 0});
      ++own;
    }
    if (own == 0) return;
    // Behind the pages of the audiences stands an archive: how large it is says nothing of them.
    if (outline_.pages[tabs.front().page].kind == OutlineKind::status) count = 0;
    const uint32_t page = tabs.front().page;
    const bool named = section.name && (tabs.size() > 1 || section.always_named);
    const std::string label =
        named ? std::string(outline_.words.text(*section.name)) : tabs.front().label;
    if (tabs.size() == 1) tabs.clear();
    add(label, page, count, std::move(tabs));
  }

  // What is computed comes before the tables it is computed from.
  void add_plan_tabs(const Section& section, std::vector<NavTab>& tabs) const {
    const auto tab = [&](Word name, uint32_t page) {
      if (page != kNoPage) tabs.push_back({std::string(outline_.words.text(name)), page, 0});
    };
    if (section.kinds[0] == "milestone") {
      tab("plan.tab.timeline"_word, outline_.plan_page);
      tab("plan.tab.path"_word, outline_.critical_path_page);
      tab("plan.tab.breakdown"_word, outline_.breakdown_page);
    } else if (section.kinds[0] == "dependency" && section.group == 0) {
      tab("graph.tab.map"_word, outline_.dependencies_page);
      if (!outline_.graphs.empty()) tab("graph.tab.program"_word, outline_.graphs.front().page);
    } else if (section.kinds[0] == "status_report") {
      for (uint32_t i = 0; i < outline_.status_pages.size(); ++i) {
        if (outline_.status_pages[i] == kNoPage) continue;
        tabs.push_back({view_.status_pages[i].title, outline_.status_pages[i], 0});
      }
    }
  }

  // Kinds of a program's own have nothing to do with each other.
  void add_each(const Section& section) {
    for (const auto& [place, kind] : places_) {
      if (place != section.kinds[0]) continue;
      const NavTab tab = tab_of(kind);
      add(tab.label, tab.page, tab.count);
    }
  }

  const Outline& outline_;
  const View& view_;
  std::vector<uint32_t> counts_;                               // by ViewKindId
  std::vector<std::pair<std::string_view, uint32_t>> places_;  // of kinds that have a page
  std::vector<NavSection> nav_;
  bool begins_ = false;
};

}  // namespace

std::vector<NavSection> make_navigation(const Outline& outline) {
  return Navigation(outline).make();
}

bool Outline::is_of_moment(uint32_t page) const {
  if (document_page != kNoPage) return true;
  switch (pages[page].kind) {
    case OutlineKind::record:
    case OutlineKind::page:
    case OutlineKind::pages:
    case OutlineKind::people:
    case OutlineKind::person:
    case OutlineKind::team:
    case OutlineKind::raci:
    case OutlineKind::not_found:
    case OutlineKind::moved:
      return false;
    default:
      return true;
  }
}

uint32_t Outline::nav_page_of(uint32_t page) const {
  switch (pages[page].kind) {
    case OutlineKind::record:
    case OutlineKind::go_no_go:
    case OutlineKind::runbook:
    case OutlineKind::moved:
      return kind_pages[number(view.records[pages[page].subject].kind)];
    case OutlineKind::agenda:
      return kind_pages[pages[page].subject];
    case OutlineKind::person:
    case OutlineKind::team:
      return people_page;
    case OutlineKind::graph:
      return pages[page].subject == 0 ? page : dependencies_page;
    case OutlineKind::page:
      return page == overview_page ? page : pages_page;
    default:
      return page;
  }
}

const NavSection* Outline::section_of(uint32_t page) const {
  const auto own = std::ranges::find(nav, page, &NavSection::page);
  if (own != nav.end()) return &*own;
  const uint32_t leads = nav_page_of(page);
  const NavSection* first = nullptr;
  for (const NavSection& section : nav) {
    if (section.page == leads && section.tabs.empty()) return &section;
    if (first != nullptr) continue;
    if (section.page == leads ||
        std::ranges::find(section.tabs, leads, &NavTab::page) != section.tabs.end()) {
      first = &section;
    }
  }
  return first;
}

std::span<const NavTab> Outline::tabs_of(uint32_t page) const {
  for (const NavSection& section : nav) {
    if (std::ranges::find(section.tabs, page, &NavTab::page) != section.tabs.end()) {
      return section.tabs;
    }
  }
  return {};
}

}  // namespace milepost
