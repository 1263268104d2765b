// Finds reviews and what moved between them.
#include "compose/raid.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "compose/phrases.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 6> kRaidKinds = {"risk",   "assumption", "issue",
                                                        "action", "dependency", "decision"};
constexpr int64_t kWeek = 7;

// "RAID review", "Risk review", "Weekly RAID"; not "Raiders of …".
bool says_review(std::string_view title) {
  for (const std::string_view word : {"raid", "risk", "risks"}) {
    for (size_t at = 0; at + word.size() <= title.size(); ++at) {
      if (!iequals(title.substr(at, word.size()), word)) continue;
      const size_t end = at + word.size();
      const bool begins = at == 0 || !is_ascii_alnum(title[at - 1]);
      if (begins && (end == title.size() || !is_ascii_alnum(title[end]))) return true;
    }
  }
  return false;
}

uint32_t link_type(const View& view, std::string_view name) {
  const auto at = std::ranges::find(view.link_types, name, &ViewLinkType::name);
  return static_cast<uint32_t>(at - view.link_types.begin());
}

std::optional<Date> day_of(const ViewFacts& facts) {
  return facts.held ? facts.held : facts.due;
}

std::string_view status_name(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  return record.status < kind.statuses.size() ? std::string_view(kind.statuses[record.status].name)
                                              : std::string_view();
}

auto pressing(const View& view, ViewRecordId id) {
  const ViewFacts& facts = view.record(id).facts;
  return std::tuple(-int{facts.score}, facts.priority, -int{facts.severity},
                    facts.due ? facts.due->days : INT32_MAX);
}

bool less_pressing(const View& view, ViewRecordId a, ViewRecordId b) {
  const auto left = pressing(view, a);
  const auto right = pressing(view, b);
  if (left != right) return left < right;
  return natural_less(view.record(a).short_id, view.record(b).short_id);
}

}  // namespace

bool is_raid_kind(const ViewKind& kind) {
  return std::ranges::any_of(kRaidKinds, [&](std::string_view name) { return kind.is(name); });
}

Reviews find_reviews(const View& view) {
  const Date as_of = view.program.as_of;
  const uint32_t reviewed_in = link_type(view, "reviewed_in");
  Reviews titled;
  Reviews looked;
  const auto take = [&](Reviews& into, ViewRecordId id, Date day, bool to_come) {
    if (to_come) {
      if (into.next_day && *into.next_day <= day) return;
      into.next = id;
      into.next_day = day;
    } else {
      if (into.last_day && *into.last_day >= day) return;
      into.last = id;
      into.last_day = day;
    }
  };
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    if (!view.kind_of(record).is("meeting") || record.phase == ViewPhase::dropped) continue;
    const std::optional<Date> day = day_of(record.facts);
    if (!day) continue;
    const ViewRecordId id{i};
    const bool to_come = *day >= as_of && record.is_open();
    if (*day > as_of && !to_come) continue;
    if (says_review(record.title)) take(titled, id, *day, to_come);
    const bool looks = std::ranges::any_of(view.incoming_links(id), [&](uint32_t number) {
      return view.links[number].type == reviewed_in;
    });
    if (looks) take(looked, id, *day, to_come);
  }
  const bool has_titled = titled.last != kNoViewRecord || titled.next != kNoViewRecord;
  return has_titled ? titled : looked;
}

Date moved_since(const View& view, const Reviews& reviews) {
  const Date week_ago = add_days(view.program.as_of, -kWeek);
  return reviews.last_day ? std::min(*reviews.last_day, week_ago) : week_ago;
}

std::optional<Date> review_due(const View& view, const ViewRecord& record) {
  if (!record.is_open()) return std::nullopt;
  const ViewFacts& facts = record.facts;
  const ViewKind& kind = view.kind_of(record);
  const ViewRiskScale& scale = view.program.risk_scale;
  int days = 0;  // 0: the kind has no interval
  // A risk without its band has no interval: only what its author promised counts.
  if (kind.is("risk") && view.program.shows.scores) {
    days = facts.band >= 3   ? scale.review_high_days
           : facts.band == 2 ? scale.review_medium_days
                             : scale.review_low_days;
  } else if (kind.is("issue")) {
    days = scale.review_issue_days;
  }
  std::optional<Date> by = facts.next_review;
  // A review after the promised one begins the interval anew.
  if (facts.last_reviewed && (!by || *facts.last_reviewed >= *by)) {
    by = days > 0 ? std::optional(add_days(*facts.last_reviewed, days)) : std::nullopt;
  }
  if (!by && facts.raised && days > 0) by = add_days(*facts.raised, days);
  return by;
}

namespace {

class MoverFinder {
 public:
  MoverFinder(const Outline& outline, ViewKindId kind, Date since)
      : view_(outline.view),
        table_(outline.tables[number(kind)]),
        since_(since),
        realized_as_(link_type(view_, "realized_as")),
        escalates_(link_type(view_, "escalates")) {}

  std::vector<Mover> find() {
    for (const RowGroup& group : table_.groups) {
      for (const ViewRecordId id : group.rows) look_at(id);
    }
    std::ranges::stable_sort(movers_, [&](const Mover& a, const Mover& b) {
      if (a.move != b.move) return a.move < b.move;
      return less_pressing(view_, a.record, b.record);
    });
    return std::move(movers_);
  }

 private:
  bool lately(const std::optional<Date>& date) const {
    return date && *date >= since_ && *date <= view_.program.as_of;
  }

  void add(Move move, ViewRecordId id, std::optional<Date> date,
           ViewRecordId other = kNoViewRecord) {
    movers_.push_back({move, id, other, date});
  }

  void look_at(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewFacts& facts = record.facts;
    if (came_true(id, record)) return;
    if (!record.is_open()) {
      const std::optional<Date> date = facts.finished ? facts.finished : facts.decided;
      if (lately(date)) add(Move::closed, id, date);
      return;
    }
    if (escalated(id)) return;
    const bool seen_then = facts.last_reviewed && facts.raised == facts.last_reviewed;
    if (lately(facts.raised) && !(seen_then && *facts.raised == since_)) {
      add(Move::raised, id, facts.raised);
      return;
    }
    const std::optional<Date> due = review_due(view_, record);
    if (due && *due < view_.program.as_of) add(Move::unseen, id, due);
  }

  // When, if no date of its own says so, what it became was raised.
  bool came_true(ViewRecordId id, const ViewRecord& record) {
    ViewRecordId became = kNoViewRecord;
    std::optional<Date> date = record.facts.finished;
    for (const ViewLink& link : view_.outgoing(id)) {
      if (link.type != realized_as_ || link.mention) continue;
      became = link.to;
      if (!date) date = view_.record(link.to).facts.raised;
      break;
    }
    const std::string_view status = status_name(view_, record);
    const bool said = status == "realized" || status == "invalidated";
    if (!lately(date) || (!said && became == kNoViewRecord)) return false;
    add(Move::came_true, id, date, became);
    return true;
  }

  bool escalated(ViewRecordId id) {
    for (const uint32_t link_number : view_.incoming_links(id)) {
      const ViewLink& link = view_.links[link_number];
      if (link.type != escalates_ || link.mention) continue;
      const std::optional<Date>& raised = view_.record(link.from).facts.raised;
      if (!lately(raised)) continue;
      add(Move::escalated, id, raised, link.from);
      return true;
    }
    return false;
  }

  const View& view_;
  const KindTable& table_;
  Date since_;
  uint32_t realized_as_, escalates_;
  std::vector<Mover> movers_;
};

}  // namespace

std::vector<Mover> movers_of(const Outline& outline, ViewKindId kind, Date since) {
  return MoverFinder(outline, kind, since).find();
}

std::vector<ViewRecordId> due_for_review(const Outline& outline, ViewKindId kind, Date until) {
  const View& view = outline.view;
  std::vector<std::pair<Date, ViewRecordId>> due;
  for (const RowGroup& group : outline.tables[number(kind)].groups) {
    for (const ViewRecordId id : group.rows) {
      const std::optional<Date> by = review_due(view, view.record(id));
      if (by && *by >= view.program.as_of && *by <= until) due.emplace_back(*by, id);
    }
  }
  std::ranges::stable_sort(due, [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : less_pressing(view, a.second, b.second);
  });
  std::vector<ViewRecordId> ids;
  ids.reserve(due.size());
  for (const auto& [by, id] : due) ids.push_back(id);
  return ids;
}

}  // namespace milepost
