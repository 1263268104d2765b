// What compose/ gives: the pages of the site, their names, and what stands on each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "markup/url.h"
#include "redact/view.h"

namespace milepost {

inline constexpr uint32_t kNoPage = 0xFFFFFFFF;

enum class OutlineKind : uint8_t {
  overview,
  kind,    // the table of one kind; subject: ViewKindId
  record,  // subject: ViewRecordId
  page,    // a plain page; subject: ViewPageId
  pages,   // all plain pages as a tree
  people,  // people and teams
  findings,
  not_found,  // 404.html
  moved,      // a former name of a record; subject: ViewRecordId
};

struct OutlinePage {
  OutlineKind kind = OutlineKind::overview;
  uint32_t subject = 0;
  SitePath path;
};

/// An entry of the navigation beside every page.
struct NavEntry {
  std::string label;
  uint32_t page = kNoPage;  // kNoPage: a folder without a page of its own
  uint32_t count = 0;       // records behind it; 0: shown without a number
  uint8_t depth = 0;        // plain pages: how deep below the first level
  bool begins_group = false;
};

enum class ColumnKind : uint8_t {
  id,
  title,
  score,
  priority,
  status,
  health,
  owner,
  team,
  checks,
  date,   // `date` says which
  field,  // the values of `field`
};

struct Column {
  ColumnKind kind = ColumnKind::id;
  std::string label;
  ViewFieldId field = kNoViewField;
  std::optional<Date> ViewFacts::*date = nullptr;
  bool right = false;  // figures and dates
};

struct RowGroup {
  std::string label;  // empty: the only one
  std::vector<ViewRecordId> rows;
};

struct KindTable {
  std::vector<Column> columns;
  std::vector<RowGroup> groups;
};

/// Records of one heading of the overview, the most pressing first.
struct Picked {
  std::vector<ViewRecordId> records;  // as many as are shown
  uint32_t total = 0;                 // as many as there are
};

struct Overview {
  Picked milestones, overdue, due_next, decisions, escalations, blockers, risks;
  ViewRecordId charter = kNoViewRecord;
};

/// Which headings and named places a page has, so that a link never leads to one that is not there.
struct PageAnchor {
  ViewTapeId tape = kNoViewTape;
  uint32_t node = 0;
  std::string written;  // as a link in the sources spells it
  std::string anchor;   // the id in the page
};

/// Immutable once made; any number of threads may read it.
struct Outline {
  View view;
  std::vector<OutlinePage> pages;      // the large ones first, then in source order
  std::vector<uint32_t> record_pages;  // by ViewRecordId: into `pages`
  std::vector<uint32_t> kind_pages;    // by ViewKindId; kNoPage: no record of it
  std::vector<uint32_t> plain_pages;   // by ViewPageId
  std::vector<SitePath> assets;        // by ViewAssetId
  uint32_t overview_page = kNoPage, people_page = kNoPage, findings_page = kNoPage,
           pages_page = kNoPage;
  std::vector<NavEntry> nav;        // the same beside every page
  std::vector<NavEntry> page_tree;  // all plain pages, folder by folder
  std::vector<KindTable> tables;    // by ViewKindId
  Overview overview;
  /// Plain pages that name a record: sorted pairs.
  std::vector<std::pair<ViewRecordId, ViewPageId>> page_mentions;
  std::unordered_map<uint32_t, std::vector<PageAnchor>> anchors;  // of pages that links lead into

  const SitePath& path_of(ViewRecordId id) const { return pages[record_pages[number(id)]].path; }
  std::span<const std::pair<ViewRecordId, ViewPageId>> mentions_of(ViewRecordId id) const;
};

}  // namespace milepost
