// Lays a site out: its pages, their names, and how they lead to each other.
#include "compose/compose.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "compose/anchors.h"
#include "compose/document.h"
#include "compose/graphs.h"
#include "compose/localize.h"
#include "compose/names.h"
#include "compose/navigation.h"
#include "compose/overview.h"
#include "compose/period.h"
#include "compose/recent.h"
#include "compose/record_layout.h"
#include "compose/seen.h"
#include "compose/series.h"
#include "compose/status_page.h"
#include "compose/tables.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// Files of ours, now or to come, that no page may stand in for.
constexpr std::array<std::string_view, 25> kOurFiles = {
    "index.html",       "404.html",          "findings.html",      "people.html",
    "pages.html",       "program.json",      "search.js",          "calendar.ics",
    "feed.xml",         "sitemap.xml",       "robots.txt",         "versions.json",
    "version.js",       "theme/style.css",   "theme/icon.svg",     "theme/search-box.js",
    "raci.html",        "plan.html",         "critical-path.html", "work-breakdown.html",
    "theme/plan.css",   "theme/release.css", "theme/status.css",   "theme/versions.css",
    "what-changed.html"};

class Composer {
 public:
  Composer(View&& view, Words words, SiteLayout layout, std::unique_ptr<const Past> past)
      : layout_(layout) {
    outline_.view = std::move(view);
    outline_.words = std::move(words);
    outline_.past = std::move(past);
  }

  Outline compose() {
    for (const std::string_view name : kOurFiles) names_.reserve(name);
    sort_by_kind();
    add_fixed_pages();
    add_kind_pages();
    add_plain_pages();
    add_record_pages();
    add_former_names();
    name_assets();
    add_people_pages();
    add_plan_pages();
    add_past_pages();
    if (outline_.past != nullptr && outline_.past->history.editions.size() > 1) {
      outline_.trends_page = add(OutlineKind::trends, 0, names_.take("trends", ".html"));
    }
    if (layout_ != SiteLayout::document) add_release_pages();
    for (uint32_t i = 0; i < view().kinds.size(); ++i) {
      outline_.tables.push_back(kind_table(view(), outline_.words, ViewKindId{i}, by_kind_[i]));
    }
    outline_.overview = make_overview(view());
    if (outline_.past != nullptr && outline_.past->changes) {
      outline_.overview.recent = recent_changes(*outline_.past->changes, view());
      outline_.since =
          since_version(*outline_.past->changes, outline_.overview.recent, view(), outline_.words);
    }
    add_periods(outline_);
    if (readme_ != kNoPage) outline_.overview.readme = outline_.plain_pages[readme_];
    if (layout_ != SiteLayout::document) add_status_pages();
    outline_.nav = make_navigation(outline_);
    outline_.page_tree = make_page_tree(outline_);
    outline_.tree_places.resize(view().pages.size());
    for (uint32_t i = 0; i < outline_.page_tree.size(); ++i) {
      const uint32_t page = outline_.page_tree[i].page;
      if (page != kNoPage) outline_.tree_places[outline_.pages[page].subject] = i;
    }
    add_gone_pages();
    find_mentions();
    sort_findings();
    find_anchors();
    for (const std::unique_ptr<Outline>& less : outline_.seen) {
      if (less != nullptr) lead_into(outline_, *less);
    }
    return std::move(outline_);
  }

 private:
  const View& view() const { return outline_.view; }

  uint32_t add(OutlineKind kind, uint32_t subject, std::string file) {
    outline_.pages.push_back({kind, subject, SitePath(std::move(file))});
    return static_cast<uint32_t>(outline_.pages.size() - 1);
  }

  void sort_by_kind() {
    by_kind_.resize(view().kinds.size());
    for (uint32_t i = 0; i < view().records.size(); ++i) {
      by_kind_[number(view().records[i].kind)].push_back(ViewRecordId{i});
    }
  }

  // A program without records is a folder of documents: its README is the first page.
  void add_fixed_pages() {
    find_readme();
    if (!view().records.empty() || readme_ == kNoPage) {
      outline_.overview_page = add(OutlineKind::overview, 0, "index.html");
    }
    if (!view().findings.empty() || !view().problems.empty()) {
      outline_.findings_page = add(OutlineKind::findings, 0, "findings.html");
    }
    if (!view().people.empty()) outline_.people_page = add(OutlineKind::people, 0, "people.html");
    if (!view().pages.empty()) outline_.pages_page = add(OutlineKind::pages, 0, "pages.html");
    const uint32_t not_found = add(OutlineKind::not_found, 0, "404.html");
    if (const std::optional<BaseUrl>& base = view().program.base_url) {
      outline_.pages[not_found].path = SitePath::served_anywhere("404.html", base->path());
    }
  }

  // What an earlier version had has its place in each later one, so that links from there lead on.
  void add_gone_pages() {
    if (outline_.past == nullptr || layout_ == SiteLayout::document) return;
    // A file system may tell no case apart: there, what is written in another case is the same.
    std::unordered_set<std::string> there;
    for (const OutlinePage& page : outline_.pages) there.insert(ascii_lower(page.path.file()));
    std::vector<uint32_t> gone;
    for (uint32_t i = 0; i < outline_.past->gone.size(); ++i) {
      if (there.insert(ascii_lower(outline_.past->gone[i].path)).second) gone.push_back(i);
    }
    for (const uint32_t i : gone) add(OutlineKind::not_found, i + 1, outline_.past->gone[i].path);
  }

  void add_kind_pages() {
    outline_.kind_pages.assign(view().kinds.size(), kNoPage);
    folders_.resize(view().kinds.size());
    for (uint32_t i = 0; i < view().kinds.size(); ++i) {
      if (by_kind_[i].empty()) continue;
      folders_[i] = safe_part(view().kinds[i].plural);
      outline_.kind_pages[i] =
          add(OutlineKind::kind, i, names_.take(folders_[i] + "/index", ".html"));
    }
    add_agenda();
  }

  // It belongs to the log of risks, or to that of what comes nearest.
  void add_agenda() {
    std::optional<uint32_t> log;
    for (const std::string_view name :
         {"risk", "issue", "action", "assumption", "decision", "dependency"}) {
      for (uint32_t i = 0; i < view().kinds.size() && !log; ++i) {
        if (outline_.kind_pages[i] != kNoPage && view().kinds[i].is(name)) log = i;
      }
    }
    if (log)
      outline_.agenda_page = add(OutlineKind::agenda, *log, names_.take("raid-agenda", ".html"));
  }

  void add_record_pages() {
    outline_.record_pages.reserve(view().records.size());
    for (uint32_t i = 0; i < view().records.size(); ++i) {
      const ViewRecord& record = view().records[i];
      const std::string stem = folders_[number(record.kind)] + "/" + safe_part(record.id);
      outline_.record_pages.push_back(add(OutlineKind::record, i, names_.take(stem, ".html")));
    }
  }

  // docs/setup.md becomes docs/setup.html, docs/README.md docs/index.html if that is free.
  void add_plain_pages() {
    for (uint32_t i = 0; i < view().pages.size(); ++i) {
      const std::string& path = view().pages[i].path;
      if (i == readme_ && outline_.overview_page == kNoPage) {
        outline_.overview_page = add(OutlineKind::page, i, "index.html");
        outline_.plain_pages.push_back(outline_.overview_page);
        continue;
      }
      const size_t slash = path.rfind('/');
      const size_t dot = path.rfind('.');
      const bool has_extension =
          dot != std::string::npos && (slash == std::string::npos || dot > slash);
      const std::string stem = safe_path(has_extension ? path.substr(0, dot) : path);
      std::string file;
      if (is_folder_page(path) && slash != std::string::npos) {
        file = safe_path(path.substr(0, slash)) + "/index.html";
        if (!names_.reserve(file)) file.clear();
      }
      if (file.empty()) file = names_.take(stem, ".html");
      outline_.plain_pages.push_back(add(OutlineKind::page, i, std::move(file)));
    }
  }

  // A name that a record was written under leads to its page.
  void add_former_names() {
    for (uint32_t i = 0; i < view().records.size(); ++i) {
      const ViewRecord& record = view().records[i];
      for (const std::string& alias : record.aliases) {
        if (alias.empty() || safe_part(alias) != alias) continue;
        std::string file = folders_[number(record.kind)] + "/" + alias + ".html";
        if (names_.reserve(file)) add(OutlineKind::moved, i, std::move(file));
      }
    }
  }

  void name_assets() {
    for (const ViewAsset& asset : view().assets) {
      const std::string path = safe_path(asset.path);
      const size_t dot = path.rfind('.');
      const size_t slash = path.rfind('/');
      const bool has_extension =
          dot != std::string::npos && (slash == std::string::npos || dot > slash);
      const std::string stem = has_extension ? path.substr(0, dot) : path;
      const std::string extension = has_extension ? path.substr(dot) : "";
      outline_.assets.emplace_back(names_.take(stem, extension));
    }
  }

  // After all that has a file of its own, so that a page `people/asha.md` keeps its address.
  void add_people_pages() {
    for (uint32_t i = 0; i < view().people.size(); ++i) {
      const std::string stem = "people/" + safe_part(view().people[i].key);
      outline_.person_pages.push_back(add(OutlineKind::person, i, names_.take(stem, ".html")));
    }
    for (uint32_t i = 0; i < view().teams.size(); ++i) {
      const std::string stem = "teams/" + safe_part(view().teams[i].key);
      outline_.team_pages.push_back(add(OutlineKind::team, i, names_.take(stem, ".html")));
    }
    outline_.roster = make_roster(view());
    outline_.series = make_series(view());
    outline_.raci = find_raci(view(), outline_.plain_pages, outline_.record_pages);
    if (!outline_.raci.empty()) outline_.raci_page = add(OutlineKind::raci, 0, "raci.html");
  }

  // Pages of a plan stand only where there is one: something that has a date and is no lone fact.
  void add_plan_pages() {
    const ViewSchedule& schedule = view().schedule;
    if (std::ranges::any_of(schedule.items, &ViewScheduleItem::dated)) {
      outline_.plan_page = add(OutlineKind::plan, 0, "plan.html");
      outline_.breakdown_page = add(OutlineKind::breakdown, 0, "work-breakdown.html");
    }
    if (schedule.critical_path.size() > 1) {
      outline_.critical_path_page = add(OutlineKind::critical_path, 0, "critical-path.html");
    }
    for (GraphPage graph : plan_graphs(view())) {
      const auto subject = static_cast<uint32_t>(outline_.graphs.size());
      graph.page =
          add(OutlineKind::graph, subject, names_.take("graphs/" + graph_name(graph), ".html"));
      outline_.graphs.push_back(graph);
    }
    if (!outline_.graphs.empty()) {
      outline_.dependencies_page =
          add(OutlineKind::dependencies, 0, names_.take("dependencies/map", ".html"));
    }
  }

  void add_past_pages() {
    if (outline_.past != nullptr && outline_.past->changes && layout_ != SiteLayout::document) {
      outline_.changes_page = add(OutlineKind::changes, 0, "what-changed.html");
    }
  }

  // A document has what they say on the page of the release.
  void add_release_pages() {
    for (const ViewReadiness& ready : view().readiness) {
      if (!ready.release || !view().record(ready.record).is_open()) continue;
      const ViewRecord& record = view().record(ready.record);
      const std::string stem = folders_[number(record.kind)] + "/" + safe_part(record.id);
      ReleasePages made{ready.record};
      made.sheet = add(OutlineKind::go_no_go, number(ready.record),
                       names_.take(stem + "-go-no-go", ".html"));
      if (!ready.launch.steps.empty()) {
        made.runbook = add(OutlineKind::runbook, number(ready.record),
                           names_.take(stem + "-runbook", ".html"));
      }
      outline_.release_pages.push_back(made);
    }
  }

  // A stakeholder of whose matters nothing is recorded has no page. A document says all of it once.
  void add_status_pages() {
    std::vector<uint32_t>& pages = outline_.status_pages;
    pages.assign(view().status_pages.size(), kNoPage);
    outline_.seen.resize(view().status_pages.size());
    for (uint32_t i = 0; i < view().status_pages.size(); ++i) {
      if (const std::shared_ptr<View> less = std::move(outline_.view.status_pages[i].seen)) {
        outline_.seen[i] =
            std::make_unique<Outline>(compose_site(std::move(*less), Words(outline_.words)));
        if (outline_.seen[i]->status_pages.front() == kNoPage) continue;
      } else if (view().records.empty() || make_status_page(outline_, i).empty()) {
        continue;
      }
      const std::string stem = "status/" + safe_part(view().status_pages[i].key);
      pages[i] = add(OutlineKind::status, i, names_.take(stem, ".html"));
    }
  }

  std::string graph_name(const GraphPage& graph) const {
    switch (graph.scope) {
      case GraphScope::workstream:
      case GraphScope::milestone:
        return safe_part(view().records[graph.subject].id);
      case GraphScope::team:
        return "team-" + safe_part(view().teams[graph.subject].key);
      default:
        return "program";
    }
  }

  void find_readme() {
    for (uint32_t i = 0; i < view().pages.size(); ++i) {
      const std::string& path = view().pages[i].path;
      if (path.find('/') == std::string::npos && is_folder_page(path)) {
        readme_ = i;
        return;
      }
    }
  }

  void find_mentions() {
    for (uint32_t i = 0; i < view().pages.size(); ++i) {
      if (view().pages[i].tape == kNoViewTape) continue;
      for (const ViewTapeReference& reference : view().references[number(view().pages[i].tape)]) {
        if (reference.target.kind != ViewTargetKind::record) continue;
        // A page whose own rows and blocks are the records does not mention them.
        const ViewSource source = view().records[reference.target.index].source;
        if (source.line > 0 && view().files[source.file] == view().pages[i].path) continue;
        outline_.page_mentions.emplace_back(ViewRecordId{reference.target.index}, ViewPageId{i});
      }
    }
    std::ranges::sort(outline_.page_mentions);
    const auto repeated = std::ranges::unique(outline_.page_mentions);
    outline_.page_mentions.erase(repeated.begin(), repeated.end());
  }

  void sort_findings() {
    std::vector<uint32_t>& begin = outline_.record_findings_begin;
    begin.assign(view().records.size() + 1, 0);
    for (const ViewFinding& finding : view().findings) {
      for (const ViewRecordId id : finding.subjects) ++begin[number(id) + 1];
    }
    for (size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    outline_.record_findings.resize(begin.back());
    std::vector<uint32_t> next(begin.begin(), begin.end() - 1);
    for (uint32_t i = 0; i < view().findings.size(); ++i) {
      for (const ViewRecordId id : view().findings[i].subjects) {
        outline_.record_findings[next[number(id)]++] = i;
      }
    }
  }

  void want_anchors(const ViewTarget& target) {
    if (target.fragment.empty()) return;
    uint32_t page = kNoPage;
    if (target.kind == ViewTargetKind::record) page = outline_.record_pages[target.index];
    if (target.kind == ViewTargetKind::page) page = outline_.plain_pages[target.index];
    if (page == kNoPage || outline_.anchors.contains(page)) return;
    std::vector<PageAnchor> anchors;
    if (target.kind == ViewTargetKind::record) {
      anchors = assign_anchors(view(), shown_slices(view(), view().records[target.index]));
    } else {
      const ShownSlice slice = shown_slice(view(), view().pages[target.index]);
      anchors = assign_anchors(view(), std::span(&slice, 1));
    }
    add_written_anchors(view(), anchors);
    std::ranges::stable_sort(anchors, {}, &PageAnchor::written);
    outline_.anchors.emplace(page, std::move(anchors));
  }

  void want_anchors(const std::vector<ViewField>& fields) {
    for (const ViewField& field : fields) {
      for (const ViewValue& value : field.values) {
        if (const auto* reference = std::get_if<ViewReference>(&value.data)) {
          want_anchors(reference->target);
        } else if (const auto* object = std::get_if<ViewObject>(&value.data)) {
          for (const ViewField& part : object->fields) {
            for (const ViewValue& inner : part.values) {
              const auto* inside = std::get_if<ViewReference>(&inner.data);
              if (inside != nullptr) want_anchors(inside->target);
            }
          }
        }
      }
    }
  }

  void find_anchors() {
    for (const auto& references : view().references) {
      for (const ViewTapeReference& reference : references) want_anchors(reference.target);
    }
    for (const ViewRecord& record : view().records) want_anchors(record.fields);
  }

  SiteLayout layout_;
  Outline outline_;
  OutputNames names_;
  uint32_t readme_ = kNoPage;  // the ViewPageId of the README at the root
  std::vector<std::vector<ViewRecordId>> by_kind_;
  std::vector<std::string> folders_;
};

}  // namespace

Outline compose_site(View&& view, Words words, SiteLayout layout,
                     std::unique_ptr<const Past> past) {
  localize(view, words);
  Outline outline = Composer(std::move(view), std::move(words), layout, std::move(past)).compose();
  if (layout == SiteLayout::document) make_document(outline);
  return outline;
}

Outline::Outline() = default;
Outline::Outline(Outline&&) noexcept = default;
Outline& Outline::operator=(Outline&&) noexcept = default;
Outline::~Outline() = default;

uint32_t Outline::graph_page_of(GraphScope scope, uint32_t subject) const {
  for (const GraphPage& graph : graphs) {
    if (graph.scope == scope && graph.subject == subject) return graph.page;
  }
  return kNoPage;
}

const ReleasePages* Outline::release_pages_of(ViewRecordId release) const {
  const auto at = std::ranges::lower_bound(release_pages, release, {}, &ReleasePages::release);
  return at == release_pages.end() || at->release != release ? nullptr : &*at;
}

std::span<const std::pair<ViewRecordId, ViewPageId>> Outline::mentions_of(ViewRecordId id) const {
  const auto range = std::ranges::equal_range(page_mentions, id, {},
                                              [](const auto& mention) { return mention.first; });
  return {range.begin(), range.end()};
}

std::span<const uint32_t> Outline::findings_of(ViewRecordId id) const {
  const uint32_t first = record_findings_begin[number(id)];
  return std::span(record_findings).subspan(first, record_findings_begin[number(id) + 1] - first);
}

SiteTarget Outline::resolve(const ViewTarget& target) const {
  uint32_t page = kNoPage;
  switch (target.kind) {
    case ViewTargetKind::record:
      page = record_pages[target.index];
      break;
    case ViewTargetKind::page:
      page = plain_pages[target.index];
      break;
    case ViewTargetKind::asset:
      if (!view.assets[target.index].copied) return {};
      return {&assets[target.index], {}};
    default:
      return {};
  }
  SiteTarget found{&pages[page].path, {}};
  if (target.fragment.empty()) return found;
  const auto at = anchors.find(page);
  if (at == anchors.end()) return found;
  const auto anchor =
      std::ranges::lower_bound(at->second, std::string_view(target.fragment), {},
                               [](const PageAnchor& a) { return std::string_view(a.written); });
  if (anchor != at->second.end() && anchor->written == target.fragment) {
    found.fragment = anchor->anchor;
  }
  return found;
}

}  // namespace milepost
