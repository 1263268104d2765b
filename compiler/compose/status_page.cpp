// Decides what stands on a stakeholder's page.
#include "compose/status_page.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "compose/options.h"
#include "compose/phrases.h"
#include "compose/status_rows.h"
#include "compose/status_words.h"
#include "compose/verdict.h"
#include "text/ascii.h"

namespace milepost {
namespace {

struct BlockInfo {
  std::string_view name;
  StatusWidth width;
  uint32_t most;     // rows by default
  uint32_t by_team;  // rows by default on a page that is by team
};

// Of a team, where nobody asks for another number: the rest stands on its own page.
constexpr size_t kMostOfTeam = 4;

// By StatusBlock.
constexpr std::array<BlockInfo, static_cast<size_t>(StatusBlock::own_kind) + 1> kBlocks = {{
    {"summary", StatusWidth::wide, 0, 0},      {"asks", StatusWidth::narrow, 3, 6},
    {"why", StatusWidth::narrow, 3, 3},        {"milestones", StatusWidth::wide, 7, 7},
    {"risks", StatusWidth::wide, 3, 6},        {"issues", StatusWidth::narrow, 5, 8},
    {"releases", StatusWidth::wide, 2, 3},     {"changes", StatusWidth::narrow, 6, 8},
    {"completed", StatusWidth::narrow, 8, 12}, {"in_progress", StatusWidth::wide, 8, 48},
    {"next", StatusWidth::narrow, 6, 48},      {"blocked", StatusWidth::wide, 6, 12},
    {"needs", StatusWidth::wide, 6, 48},       {"dependencies", StatusWidth::wide, 10, 24},
    {"decisions", StatusWidth::narrow, 5, 5},  {"scope", StatusWidth::narrow, 4, 6},
    {"incidents", StatusWidth::narrow, 4, 6},  {"metrics", StatusWidth::narrow, 6, 6},
    {"budget", StatusWidth::narrow, 4, 4},     {"coming", StatusWidth::wide, 8, 8},
    {"reports", StatusWidth::wide, 5, 5},      {"", StatusWidth::narrow, 0, 0},
    {"", StatusWidth::narrow, 0, 0},           {"", StatusWidth::wide, 8, 12},
}};

// A page with one of these is for those who do the work.
bool is_of_the_work(StatusBlock block) {
  return block == StatusBlock::needs || block == StatusBlock::dependencies;
}

StatusBlock block_of(const ViewStatusSection& section) {
  if (!section.name.empty()) {
    const auto at = std::ranges::find(kBlocks, section.name, &BlockInfo::name);
    return static_cast<StatusBlock>(at - kBlocks.begin());
  }
  if (section.record != kNoViewRecord) return StatusBlock::own_field;
  return section.kind != kNoViewKind ? StatusBlock::own_kind : StatusBlock::own_text;
}

class PageMaker {
 public:
  PageMaker(const Outline& outline, uint32_t index)
      : outline_(outline), view_(outline.view), rows_(outline, page_) {
    page_.of = &view_.status_pages[index];
  }

  StatusPage make() {
    std::vector<StatusSection> asked;
    for (const ViewStatusSection& section : page_.of->sections) {
      const StatusBlock block = block_of(section);
      if (static_cast<size_t>(block) >= kBlocks.size()) continue;
      if (is_of_the_work(block)) page_.by_team = !view_.teams.empty();
      if (block == StatusBlock::summary) page_.summary = can_sum_up();
      if (block == StatusBlock::summary) continue;
      asked.push_back({block, info(block).width, &section, {}, {}, 0});
    }
    page_.words = status_words(outline_, page_);
    // What a block shows can depend on which others there are.
    page_.sections = std::move(asked);
    std::vector<StatusSection> filled = page_.sections;
    for (StatusSection& section : filled) fill(section);
    std::erase_if(filled, [&](const StatusSection& section) { return !stands(section); });
    page_.sections = std::move(filled);
    return std::move(page_);
  }

 private:
  static const BlockInfo& info(StatusBlock block) { return kBlocks[static_cast<size_t>(block)]; }

  bool can_sum_up() const {
    const Overview& overview = outline_.overview;
    return overview.verdict.state != ViewHealth::none || overview.verdict.target != kNoViewRecord ||
           overview.next_milestone != kNoViewRecord;
  }

  size_t most(const StatusSection& section) const {
    if (section.asked->most > 0) return section.asked->most;
    return page_.by_team ? info(section.block).by_team : info(section.block).most;
  }

  bool is_by_team(StatusBlock block) const {
    return page_.by_team && (block == StatusBlock::in_progress || block == StatusBlock::next ||
                             is_of_the_work(block));
  }

  void fill(StatusSection& section) {
    if (section.block == StatusBlock::changes || section.block == StatusBlock::completed) {
      fill_changes(section);
      return;
    }
    std::vector<ViewRecordId> ids = rows_.of(section);
    section.total = ids.size();
    // Those that are not listed can be unfolded, where the overview lists them likewise.
    const bool folds = section.block == StatusBlock::asks;
    if (!folds) ids.resize(std::min(ids.size(), most(section)));
    // What weighs most is picked, then stands in order of date.
    if (section.block == StatusBlock::next) {
      std::ranges::stable_sort(ids, {}, [&](ViewRecordId id) { return *status_day(view_, id); });
    }
    if (is_by_team(section.block)) {
      section.width = StatusWidth::wide;
      group(section, ids);
    } else if (!ids.empty()) {
      const size_t listed = ids.size();
      section.groups.push_back({kNoViewTeam, std::move(ids), listed});
    }
  }

  void group(StatusSection& section, const std::vector<ViewRecordId>& ids) {
    section.by_team = true;
    // The table of what is between teams is the matter of its page.
    const bool whole = section.asked->most > 0 || section.block == StatusBlock::dependencies;
    const size_t most_of_team = whole ? ids.size() : kMostOfTeam;
    for (const ViewRecordId id : ids) {
      const ViewTeamId team = section.block == StatusBlock::needs
                                  ? status_consumer(view_, id)
                                  : status_team(view_, view_.record(id));
      auto at = std::ranges::find(section.groups, team, &StatusGroup::team);
      if (at == section.groups.end()) at = section.groups.insert(at, {team, {}, 0});
      ++at->total;
      if (at->records.size() < most_of_team) at->records.push_back(id);
    }
    std::ranges::stable_sort(section.groups, [&](const StatusGroup& a, const StatusGroup& b) {
      if ((a.team == kNoViewTeam) != (b.team == kNoViewTeam)) return b.team == kNoViewTeam;
      if (a.team == kNoViewTeam || a.team == b.team) return false;
      return natural_less(view_.team(a.team).name, view_.team(b.team).name);
    });
  }

  static bool is_completed(ChangeVerb verb) {
    return verb == ChangeVerb::met || verb == ChangeVerb::finished || verb == ChangeVerb::decided ||
           verb == ChangeVerb::closed;
  }

  bool is_delivery(ViewRecordId id) const {
    const ViewKind& kind = view_.kind_of(view_.record(id));
    return kind.is("milestone") || kind.is("release") || kind.is("requirement");
  }

  // A page that has `completed` tells of it there and nowhere else.
  void fill_changes(StatusSection& section) {
    std::vector<ChangeEntry> all = outline_.overview.recent.entries;
    if (outline_.period.now) {
      all = outline_.period.completed;
      all.insert(all.end(), outline_.period.changed.begin(), outline_.period.changed.end());
    }
    const bool completed = section.block == StatusBlock::completed;
    const bool apart = page_.find(StatusBlock::completed) != nullptr;
    // Who is told what is coming is told what came, not what was done for it.
    const bool outside = page_.find(StatusBlock::coming) != nullptr && !page_.by_team;
    std::erase_if(all, [&](const ChangeEntry& entry) {
      if (completed && outside && !is_delivery(entry.record)) return true;
      return completed ? !is_completed(entry.verb) : apart && is_completed(entry.verb);
    });
    // Milestones before all else, then by what happened; what is completed by its day.
    const auto rank = [&](const ChangeEntry& entry) {
      if (entry.verb == ChangeVerb::met) return std::pair(0, int64_t{0});
      const int64_t day = entry.on ? -int64_t{entry.on->days} : int64_t{0};
      return completed ? std::pair(1, day)
                       : std::pair(static_cast<int>(entry.verb) + 1, int64_t{0});
    };
    std::ranges::stable_sort(all, {}, rank);
    section.total = all.size();
    if (completed) all.resize(std::min(all.size(), most(section)));
    section.changes = std::move(all);
  }

  // Whether it has something to say. That nothing is blocked and nothing is asked is news only to
  // those who are told everything.
  bool stands(const StatusSection& section) const {
    if (section.total > 0) return true;
    const ViewProgram& program = view_.program;
    switch (section.block) {
      case StatusBlock::why:
        return explains();
      case StatusBlock::asks:
        return program.insider && page_.summary;
      case StatusBlock::blocked:
        return program.insider && std::ranges::any_of(view_.records, [&](const ViewRecord& record) {
                 return record.is_open() && view_.kind_of(record).is_work;
               });
      case StatusBlock::changes:
        return program.insider && !outline_.since.consequences.items.empty();
      case StatusBlock::budget:
        return elapsed_time(outline_).has_value();
      case StatusBlock::own_text:
        return !section.asked->text.empty();
      case StatusBlock::own_field: {
        const ViewField* field =
            view_.find_field(view_.record(section.asked->record), section.asked->field);
        return field != nullptr && !field->values.empty();
      }
      default:
        return false;
    }
  }

  // Why the target is when it is; who is told no verdict is told of dates that moved alone.
  bool explains() const {
    const ViewRecordId target = outline_.overview.verdict.target;
    if (target == kNoViewRecord || !view_.record(target).is_open()) return false;
    const ViewExplanation* why = view_.schedule.explanation(target);
    return view_.program.shows.verdict || (why != nullptr && !why->parts.empty());
  }

  const Outline& outline_;
  const View& view_;
  StatusPage page_;
  StatusRows rows_;
};

}  // namespace

RiskOrder risk_order(const View& view, const StatusSection& risks) {
  RiskOrder order = RiskOrder::review;
  for (const ViewRecordId id : risks.records()) {
    const ViewFacts& facts = view.record(id).facts;
    if (facts.score > 0) return RiskOrder::score;
    if (facts.impact > 0) order = RiskOrder::levels;
  }
  return order;
}

namespace {

const ViewParty* party_in(const View& view, const ViewRecord& record, ViewRole role) {
  const ViewField* field = field_with(view, record, role);
  return field == nullptr ? nullptr : std::get_if<ViewParty>(&field->values.front().data);
}

// A change that was agreed to has the day of the last who did.
std::optional<Date> asked_or_answered(const View& view, ViewRecordId id) {
  const ViewFacts& facts = view.record(id).facts;
  if (const std::optional<Date> by = answer_by(facts)) return by;
  std::optional<Date> last;
  if (const ViewChange* change = view.change_of(id)) {
    for (const ViewChangeApproval& one : change->approvals) {
      if (one.on && (!last || *last < *one.on)) last = one.on;
    }
  }
  return last ? last : facts.raised;
}

ViewTeamId team_of(const View& view, const ViewParty& party) {
  if (party.team != kNoViewTeam) return party.team;
  return party.person == kNoViewPerson ? kNoViewTeam : view.person(party.person).team;
}

}  // namespace

StatusPage make_status_page(const Outline& outline, uint32_t index) {
  return PageMaker(outline, index).make();
}

std::vector<ViewRecordId> StatusSection::records() const {
  std::vector<ViewRecordId> all;
  for (const StatusGroup& group : groups) {
    all.insert(all.end(), group.records.begin(), group.records.end());
  }
  return all;
}

const StatusSection* StatusPage::find(StatusBlock block) const {
  const auto at = std::ranges::find(sections, block, &StatusSection::block);
  return at == sections.end() ? nullptr : &*at;
}

std::string status_reader(const Outline& outline, const ViewStatusPage& page) {
  return noun(outline.words, page.title);
}

std::optional<uint32_t> status_page_named(const Outline& outline, std::string_view words) {
  const std::string_view wanted = trim(words);
  for (uint32_t i = 0; i < outline.view.status_pages.size(); ++i) {
    const ViewStatusPage& page = outline.view.status_pages[i];
    if (iequals(page.key, wanted) || iequals(page.title, wanted) ||
        iequals(word_label(page.key), wanted)) {
      return i;
    }
  }
  return std::nullopt;
}

ViewTeamId status_team(const View& view, const ViewRecord& record) {
  if (view.kind_of(record).is("dependency")) {
    const ViewParty* provider = party_in(view, record, ViewRole::provider);
    if (provider != nullptr) return team_of(view, *provider);
  }
  if (record.team != kNoViewTeam) return record.team;
  return record.owners.empty() ? kNoViewTeam : team_of(view, record.owners.front());
}

ViewTeamId status_consumer(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  if (!view.kind_of(record).is("dependency")) return status_team(view, record);
  const ViewParty* consumer = party_in(view, record, ViewRole::consumer);
  if (consumer != nullptr) return team_of(view, *consumer);
  for (const uint32_t index : view.incoming_links(id)) {
    const ViewLink& link = view.links[index];
    if (link.mention || view.link_types[link.type].name != "depends_on") continue;
    const ViewTeamId team = status_team(view, view.record(link.from));
    if (view.record(link.from).is_open() && team != kNoViewTeam) return team;
  }
  return kNoViewTeam;
}

std::optional<Date> status_day(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  const ViewFacts& facts = record.facts;
  const ViewKind& kind = view.kind_of(record);
  if (!record.is_open() && !kind.is("change")) {
    return facts.decided ? facts.decided : expected_on(view, id);
  }
  if (kind.is("decision") || kind.is("escalation") || kind.is("change")) {
    return facts.decided ? facts.decided : asked_or_answered(view, id);
  }
  const std::optional<Date> ends = expected_on(view, id);
  return ends ? ends : owed_on(record);
}

std::optional<Date> needed_day(const ViewRecord& record) {
  const ViewFacts& facts = record.facts;
  return facts.needed_by ? facts.needed_by : facts.decision_needed_by;
}

std::optional<ElapsedTime> elapsed_time(const Outline& outline) {
  const View& view = outline.view;
  const ViewRecordId target = outline.overview.verdict.target;
  const std::optional<Date>& start = view.program.start;
  if (!start || target == kNoViewRecord || view.program.as_of < *start) return std::nullopt;
  const std::optional<Date> end = expected_on(view, target);
  if (!end || *end <= *start) return std::nullopt;
  ElapsedTime time{*start, *end, 0, 0};
  time.days = view.working_time.between(*start, view.program.as_of);
  time.of = view.working_time.between(*start, *end);
  if (time.of <= 0) return std::nullopt;
  return time;
}

}  // namespace milepost
