// Finds the pages of a site that show the same as those of a part of it.
#include "compose/seen.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace milepost {
namespace {

using Places = std::unordered_map<std::string_view, uint32_t>;  // numbers by name

template <typename T, typename Name>
Places places_of(const std::vector<T>& all, Name name) {
  Places places;
  places.reserve(all.size());
  for (uint32_t i = 0; i < all.size(); ++i) {
    places.emplace(std::string_view(all[i].*name), i);
  }
  return places;
}

// kNoPage if there is none of the name.
uint32_t place_in(const Places& places, std::string_view name) {
  const auto at = places.find(name);
  return at == places.end() ? kNoPage : at->second;
}

uint32_t page_at(const std::vector<uint32_t>& pages, uint32_t place) {
  return place < pages.size() ? pages[place] : kNoPage;
}

class Leader {
 public:
  Leader(const Outline& site, Outline& seen)
      : site_(site),
        seen_(seen),
        records_(places_of(site.view.records, &ViewRecord::id)),
        kinds_(places_of(site.view.kinds, &ViewKind::name)),
        plain_(places_of(site.view.pages, &ViewPage::path)),
        people_(places_of(site.view.people, &ViewPerson::key)),
        teams_(places_of(site.view.teams, &ViewTeam::key)),
        assets_(places_of(site.view.assets, &ViewAsset::path)) {}

  void lead() {
    std::unordered_map<uint32_t, std::vector<PageAnchor>> anchors;
    std::vector<bool> has(seen_.pages.size(), true);
    for (uint32_t i = 0; i < seen_.pages.size(); ++i) {
      OutlinePage& page = seen_.pages[i];
      if (page.kind == OutlineKind::not_found || page.kind == OutlineKind::moved) continue;
      const uint32_t there = same_page(page);
      has[i] = there != kNoPage;
      if (!has[i]) continue;
      page.path = site_.pages[there].path;
      const auto at = site_.anchors.find(there);
      if (at != site_.anchors.end()) anchors.emplace(i, at->second);
    }
    seen_.anchors = std::move(anchors);
    for (uint32_t i = 0; i < seen_.assets.size(); ++i) {
      const uint32_t there = place_in(assets_, seen_.view.assets[i].path);
      if (there != kNoPage) seen_.assets[i] = site_.assets[there];
    }
    forget(has);
  }

 private:
  uint32_t record_there(ViewRecordId id) const {
    return place_in(records_, seen_.view.record(id).id);
  }

  uint32_t same_page(const OutlinePage& page) const {
    const View& view = seen_.view;
    const uint32_t of = page.subject;
    switch (page.kind) {
      case OutlineKind::kind:
        return page_at(site_.kind_pages, place_in(kinds_, view.kinds[of].name));
      case OutlineKind::record:
        return page_at(site_.record_pages, record_there(ViewRecordId{of}));
      case OutlineKind::page:
        return page_at(site_.plain_pages, place_in(plain_, view.pages[of].path));
      case OutlineKind::person:
        return page_at(site_.person_pages, place_in(people_, view.people[of].key));
      case OutlineKind::team:
        return page_at(site_.team_pages, place_in(teams_, view.teams[of].key));
      case OutlineKind::graph:
        return same_graph(seen_.graphs[of]);
      case OutlineKind::go_no_go:
      case OutlineKind::runbook: {
        const uint32_t there = record_there(ViewRecordId{of});
        const ReleasePages* pages =
            there == kNoPage ? nullptr : site_.release_pages_of(ViewRecordId{there});
        if (pages == nullptr) return kNoPage;
        return page.kind == OutlineKind::go_no_go ? pages->sheet : pages->runbook;
      }
      case OutlineKind::status: {
        const auto at = std::ranges::find(site_.view.status_pages, view.status_pages[of].key,
                                          &ViewStatusPage::key);
        return page_at(site_.status_pages,
                       static_cast<uint32_t>(at - site_.view.status_pages.begin()));
      }
      default:
        return only_page(page.kind);
    }
  }

  uint32_t same_graph(const GraphPage& graph) const {
    uint32_t subject = graph.subject;
    if (graph.scope == GraphScope::team) {
      subject = place_in(teams_, seen_.view.teams[subject].key);
    } else if (graph.scope != GraphScope::program) {
      subject = record_there(ViewRecordId{subject});
    }
    return subject == kNoPage ? kNoPage : site_.graph_page_of(graph.scope, subject);
  }

  uint32_t only_page(OutlineKind kind) const {
    const auto at = std::ranges::find(site_.pages, kind, &OutlinePage::kind);
    return at == site_.pages.end() ? kNoPage : static_cast<uint32_t>(at - site_.pages.begin());
  }

  void forget(const std::vector<bool>& has) {
    const auto look_at = [&](uint32_t& page) {
      if (page != kNoPage && !has[page]) page = kNoPage;
    };
    for (uint32_t Outline::*page :
         {&Outline::overview_page, &Outline::people_page, &Outline::findings_page,
          &Outline::pages_page, &Outline::agenda_page, &Outline::raci_page, &Outline::plan_page,
          &Outline::critical_path_page, &Outline::breakdown_page, &Outline::dependencies_page}) {
      look_at(seen_.*page);
    }
    std::ranges::for_each(seen_.kind_pages, look_at);
    for (GraphPage& graph : seen_.graphs) look_at(graph.page);
    for (ReleasePages& pages : seen_.release_pages) {
      look_at(pages.sheet);
      look_at(pages.runbook);
    }
  }

  const Outline& site_;
  Outline& seen_;
  Places records_, kinds_, plain_, people_, teams_, assets_;
};

}  // namespace

void lead_into(const Outline& site, Outline& seen) {
  Leader(site, seen).lead();
}

}  // namespace milepost
