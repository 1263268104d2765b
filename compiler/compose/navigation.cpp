// Orders the navigation.
#include "compose/navigation.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "compose/phrases.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// Built-in kinds in the order a reader looks for them; an empty name begins the next group.
constexpr std::array<std::string_view, 32> kOrder = {
    "milestone", "workstream", "task",          "dependency",    "release",
    "",          "risk",       "assumption",    "issue",         "action",
    "decision",  "blocker",    "escalation",    "change",        "incident",
    "",          "objective",  "requirement",   "metric",        "budget",
    "capacity",  "vendor",     "stakeholder",   "communication", "record",
    "",          "charter",    "status_report", "meeting",       "lesson",
    "document",  "page",
};

struct Place {
  int group = 0;
  size_t rank = 0;
};

// By the nearest of its family that has a place; every other kind counts as a record.
Place place_of(const ViewKind& kind) {
  const auto find = [](std::string_view name) { return std::ranges::find(kOrder, name); };
  auto at = kOrder.end();
  for (const std::string& name : kind.family) {
    at = find(name);
    if (at != kOrder.end()) break;
  }
  if (at == kOrder.end()) at = find("record");
  const auto group = std::count(kOrder.begin(), at, std::string_view());
  return {static_cast<int>(group), static_cast<size_t>(at - kOrder.begin())};
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
        tree.push_back({word_label(now[level]), kNoPage, 0, static_cast<uint8_t>(level), false});
      }
      open = entry.folder;
    }
    const uint8_t inside = depth_of(entry.folder);
    const auto depth = static_cast<uint8_t>(entry.own && inside > 0 ? inside - 1 : inside);
    tree.push_back({page.title, entry.page, 0, depth, false});
  }
  return tree;
}

std::vector<NavEntry> make_navigation(const Outline& outline, std::span<const uint32_t> counts) {
  std::vector<NavEntry> nav;
  nav.push_back({"Overview", outline.overview_page, 0, 0, false});
  std::vector<uint32_t> kinds;
  for (uint32_t i = 0; i < outline.view.kinds.size(); ++i) {
    if (outline.kind_pages[i] != kNoPage) kinds.push_back(i);
  }
  std::ranges::stable_sort(kinds, {},
                           [&](uint32_t i) { return place_of(outline.view.kinds[i]).rank; });
  int group = 0;
  for (const uint32_t i : kinds) {
    const ViewKind& kind = outline.view.kinds[i];
    const int here = place_of(kind).group;
    NavEntry entry{kind.plural_label, outline.kind_pages[i], counts[i], 0, here != group};
    if (kind.is("charter") && counts[i] == 1 && outline.overview.charter != kNoViewRecord) {
      entry = {kind.label, outline.record_pages[number(outline.overview.charter)], 0, 0,
               here != group};
    }
    group = here;
    nav.push_back(std::move(entry));
  }
  bool begins = true;
  const auto add = [&](std::string label, uint32_t page, size_t count) {
    if (page == kNoPage) return;
    nav.push_back({std::move(label), page, static_cast<uint32_t>(count), 0, begins});
    begins = false;
  };
  const bool has_teams = !outline.view.teams.empty();
  add(has_teams ? "People and teams" : "People", outline.people_page, outline.view.people.size());
  add("Pages", outline.pages_page, outline.view.pages.size());
  add("Findings", outline.findings_page, outline.view.findings.size());
  return nav;
}

}  // namespace milepost
