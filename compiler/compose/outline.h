// What compose/ gives: the pages of the site, their names, and what stands on each.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compose/overview_data.h"
#include "compose/people.h"
#include "compose/raci.h"
#include "compose/since.h"
#include "compose/status_data.h"
#include "compose/words.h"
#include "markup/url.h"
#include "redact/view.h"

namespace milepost {

/// Where a site stands among others.
struct SiteFrame {
  /// The folder of the theme's files as seen from the front page, with a slash at its end.
  std::string theme = "theme/";
  /// The folder lies beside those of other versions, beneath versions.html; its name. Empty: the
  /// site is all there is.
  std::string folder;

  bool versions() const { return !folder.empty(); }
};

struct Past;

inline constexpr uint32_t kNoPage = 0xFFFFFFFF;

enum class OutlineKind : uint8_t {
  overview,
  kind,           // the table of one kind; subject: ViewKindId
  record,         // subject: ViewRecordId
  page,           // a plain page; subject: ViewPageId
  pages,          // all plain pages as a tree
  people,         // people and teams
  agenda,         // of the next review of the logs; subject: the ViewKindId of one of them
  person,         // subject: ViewPersonId
  team,           // subject: ViewTeamId
  raci,           // who does what
  plan,           // the work on a calendar, and the milestones
  critical_path,  // what drives the target, in words
  breakdown,      // the work as a tree
  dependencies,   // what the target rests on, who waits for whom
  graph,          // one of `graphs`; subject: its index
  go_no_go,       // the sheet for the meeting about a release; subject: ViewRecordId
  runbook,        // the day of its launch; subject: ViewRecordId
  status,         // of a stakeholder; subject: its index in View::status_pages
  findings,
  changes,    // since the version before: Past::changes
  trends,     // over the versions: Past::history
  not_found,  // 404.html; or what an earlier version had: subject is one more than in Past::gone
  moved,      // a former name of a record; subject: ViewRecordId
  document,   // the page that holds all others
};

struct OutlinePage {
  OutlineKind kind = OutlineKind::overview;
  uint32_t subject = 0;
  SitePath path;
};

/// One of the pages of a section of the navigation.
struct NavTab {
  std::string label;
  uint32_t page = kNoPage;
  uint32_t count = 0;  // 0: shown without a number
};

/// An entry of the navigation beside every page. A page may be a tab of one section and the page
/// of another: decisions are part of the RAID log, and a log of their own.
struct NavSection {
  std::string label;
  uint32_t page = kNoPage;
  uint32_t count = 0;  // 0: shown without a number
  bool begins_group = false;
  std::vector<NavTab> tabs;  // none if its page is the only one
};

/// An entry of the list of plain pages.
struct NavEntry {
  std::string label;
  uint32_t page = kNoPage;  // kNoPage: a folder without a page of its own
  uint8_t depth = 0;        // how deep below the first level
};

enum class ColumnKind : uint8_t {
  id,
  title,
  score,
  exposure,  // likelihood × impact
  priority,
  status,
  health,
  owner,
  team,
  checks,
  date,   // `date` says which
  field,  // the values of `field`
  links,  // the records that links of `link_type` lead to
  age,    // working days since it was raised, while it is open
  chain,  // what it replaced and what replaced it
  // Of the schedule:
  finish,       // when it ends, with the slip if it is not when it was promised
  total_float,  // or that it is on the critical path
  computed,     // the health that the facts give it
};

struct TableColumn {
  ColumnKind kind = ColumnKind::id;
  std::string label;
  ViewFieldId field = kNoViewField;
  std::optional<Date> ViewFacts::*date = nullptr;
  bool right = false;      // figures and dates
  uint32_t link_type = 0;  // into View::link_types
};

struct RowGroup {
  std::string_view name;  // "all", "open", "closed", "decided"
  std::string label;      // empty: needs no heading
  std::vector<ViewRecordId> rows;
};

/// What a graph of the plan shows.
enum class GraphScope : uint8_t {
  program,     // all work that waits for other work
  workstream,  // subject: its ViewRecordId
  team,        // subject: its ViewTeamId
  milestone,   // everything a milestone or release rests on; subject: its ViewRecordId
};

struct GraphPage {
  GraphScope scope = GraphScope::program;
  uint32_t subject = 0;
  uint32_t page = kNoPage;
};

/// The pages for paper that a release has beside its own.
struct ReleasePages {
  ViewRecordId release = kNoViewRecord;
  uint32_t sheet = kNoPage;
  uint32_t runbook = kNoPage;  // kNoPage: nothing is planned for the day
};

struct KindTable {
  std::vector<TableColumn> columns;
  std::vector<RowGroup> groups;
  std::optional<ColumnKind> sorted;  // by which column the rows of the first group stand
};

/// A page as a part of a document, its headings so many levels below those it has as a page.
struct DocumentPart {
  uint32_t page = kNoPage;
  uint8_t levels = 0;
};

struct DocumentChapter {
  std::string label;
  uint32_t count = 0;  // records in it; 0: told without a number
  std::vector<DocumentPart> parts;
  bool has_heading = false;  // false: the heading of its first part is the chapter's
};

/// A heading or a named place of a page and the id it has there.
struct PageAnchor {
  ViewTapeId tape = kNoViewTape;
  uint32_t node = 0;
  std::string anchor;
  std::string written;  // as a link in the sources spells it; only in Outline::anchors
};

/// Where a link leads: a page or file of the site.
struct SiteTarget {
  const SitePath* path = nullptr;  // null: nowhere in the site
  std::string_view fragment;
};

/// Immutable once made; any number of threads may read it.
struct Outline {
  // Made in compose.cpp: every source that has one would compile them anew.
  Outline();
  Outline(Outline&&) noexcept;
  Outline& operator=(Outline&&) noexcept;
  ~Outline();

  View view;
  Words words;
  SiteFrame frame;                     // set by who builds several; compose_site() leaves it
  std::vector<OutlinePage> pages;      // the large ones first, then in source order
  std::vector<uint32_t> record_pages;  // by ViewRecordId: into `pages`
  std::vector<uint32_t> kind_pages;    // by ViewKindId; kNoPage: no record of it
  std::vector<uint32_t> plain_pages;   // by ViewPageId
  std::vector<uint32_t> person_pages;  // by ViewPersonId
  std::vector<uint32_t> team_pages;    // by ViewTeamId
  std::vector<SitePath> assets;        // by ViewAssetId
  uint32_t overview_page = kNoPage, people_page = kNoPage, findings_page = kNoPage,
           pages_page = kNoPage, agenda_page = kNoPage, raci_page = kNoPage, plan_page = kNoPage,
           critical_path_page = kNoPage, breakdown_page = kNoPage, dependencies_page = kNoPage,
           changes_page = kNoPage, trends_page = kNoPage;
  /// What earlier versions tell; null: there are none, or the site has one version only.
  std::unique_ptr<const Past> past;
  std::vector<NavSection> nav;        // the same beside every page
  std::vector<NavEntry> page_tree;    // all plain pages, folder by folder
  std::vector<uint32_t> tree_places;  // by ViewPageId: into page_tree
  std::vector<KindTable> tables;      // by ViewKindId
  Overview overview;
  Since since;                       // what became of the version before; of `past`
  std::vector<ViewRecordId> series;  // see series.h
  /// Program, workstreams, teams, milestones: those with at least one edge. See graphs.h.
  std::vector<GraphPage> graphs;
  std::vector<ReleasePages> release_pages;  // in the order of the records; none in a document
  std::vector<uint32_t> status_pages;       // by number of View::status_pages
  /// Likewise: what the page is made of if that is less than this View, with the page as its only
  /// status page; its paths are those of this site. Null: the page is made of this.
  std::vector<std::unique_ptr<Outline>> seen;
  std::vector<PeriodFacts> periods;  // of the status reports with a day, the earliest first
  PeriodFacts period;                // since the newest sent report, or a week; up to now
  Roster roster;
  Raci raci;
  /// Plain pages that name a record: sorted pairs.
  std::vector<std::pair<ViewRecordId, ViewPageId>> page_mentions;
  std::vector<uint32_t> record_findings;        // numbers of findings, record by record
  std::vector<uint32_t> record_findings_begin;  // offsets into it, records + 1
  /// Of the pages that some link leads into, sorted by `written`.
  std::unordered_map<uint32_t, std::vector<PageAnchor>> anchors;

  /// Layout `document`: the one page that is written, and what stands on it after the overview.
  /// All other pages are parts of it then: their paths have a part().
  uint32_t document_page = kNoPage;
  std::vector<DocumentChapter> chapters;

  /// The page with the graph of a workstream, team or milestone; kNoPage if there is none. Linear
  /// in the graphs.
  uint32_t graph_page_of(GraphScope scope, uint32_t subject) const;
  /// Null if it has none. Logarithmic.
  const ReleasePages* release_pages_of(ViewRecordId release) const;
  /// A page about how things stand on the as-of date: it says so, and may count from it. All other
  /// pages say nothing that would change on a day on which nothing else did: the as-of date, counts
  /// and ages are put there from version.js.
  bool is_of_moment(uint32_t page) const;
  /// A page that is a file of its own.
  bool is_written(uint32_t page) const { return document_page == kNoPage || page == document_page; }
  const SitePath& path_of(ViewRecordId id) const { return pages[record_pages[number(id)]].path; }
  const SitePath& path_of(ViewPageId id) const { return pages[plain_pages[number(id)]].path; }
  /// The page of the navigation that a page belongs to: of a record the page of its kind.
  uint32_t nav_page_of(uint32_t page) const;
  /// The section of `nav` that is current on a page; null for pages that none leads to.
  const NavSection* section_of(uint32_t page) const;
  /// The tabs above a page of the navigation; none on other pages, a record's among them.
  std::span<const NavTab> tabs_of(uint32_t page) const;
  /// For targets of kind record, page and asset. A fragment that its page does not have is left
  /// out.
  SiteTarget resolve(const ViewTarget& target) const;
  std::span<const std::pair<ViewRecordId, ViewPageId>> mentions_of(ViewRecordId id) const;
  /// Numbers into View::findings.
  std::span<const uint32_t> findings_of(ViewRecordId id) const;
};

}  // namespace milepost
