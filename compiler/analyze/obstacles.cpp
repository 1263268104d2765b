// Rates what is open once, then finds it again from the records a release rests on.
#include "analyze/obstacles.h"

#include <algorithm>
#include <utility>

#include "analyze/reason_words.h"

namespace milepost {
namespace {

constexpr std::size_t kLeastReasons = 10, kMostGeneral = 1000;
constexpr uint8_t kHighBand = 3, kVeryHighBand = 4, kCritical = 5;

bool is_open(const RecordFacts& facts) {
  return facts.phase == Phase::waiting || facts.phase == Phase::doing;
}

}  // namespace

Obstacles::Obstacles(const NamedValues& values, const Analysis& analysis)
    : values_(values),
      program_(values.program()),
      analysis_(analysis),
      blocks_(program_.kinds().find_link_type("blocks")),
      threatens_(program_.kinds().find_link_type("threatens")),
      relates_to_(program_.kinds().find_link_type("relates_to")),
      mitigates_(program_.kinds().find_link_type("mitigates")),
      release_(program_.kinds().find_kind("release")),
      of_(program_.set.records.size(), kNoItem) {
  for (uint32_t i = 0; i < program_.set.records.size(); ++i) judge(RecordIndex{i});
  said_.assign(obstacles_.size(), 0);
}

void Obstacles::judge(RecordIndex record) {
  const Kinds& kinds = program_.kinds();
  const KindId kind = program_.record(record).kind;
  const RecordFacts& facts = analysis_.of(record);
  if (!is_open(facts) || !values_.mask().shows(record)) return;
  Obstacle obstacle{record, ReasonKind::blocker_open, true, false};
  bool grave = false;
  if (kinds.is(kind, kinds.find_kind("blocker"))) {
    // Nobody rated it: as bad as P1.
    const uint8_t priority = facts.priority == 255 ? 1 : facts.priority;
    if (priority > 1) return;
    grave = priority == 0;
    obstacle.blocks = grave || values_.words(values_.first(record, "workaround")).empty();
  } else if (kinds.is(kind, kinds.find_kind("issue"))) {
    if (facts.severity != kCritical && facts.priority != 0) return;
    obstacle.kind = ReasonKind::issue_open;
    grave = true;
  } else if (kinds.is(kind, kinds.find_kind("risk"))) {
    if (facts.band < kHighBand || is_mitigated(record)) return;
    obstacle.kind = ReasonKind::risk_unmitigated;
    obstacle.blocks = grave = facts.band == kVeryHighBand;
  } else {
    return;
  }
  obstacle.general = grave && names_nothing(record);
  if (obstacle.general && general_.size() < kMostGeneral) {
    general_.push_back(static_cast<uint32_t>(obstacles_.size()));
  }
  of_[static_cast<uint32_t>(record)] = static_cast<uint32_t>(obstacles_.size());
  obstacles_.push_back(obstacle);
}

bool Obstacles::names_nothing(RecordIndex record) const {
  const auto counts = [&](const Link& link) {
    return !link.from_prose &&
           (link.type == blocks_ || link.type == threatens_ || link.type == relates_to_);
  };
  for (const Link& link : program_.outgoing(record)) {
    if (counts(link)) return false;
  }
  for (const uint32_t number : program_.incoming_links(record)) {
    if (program_.links[number].type == relates_to_ && counts(program_.links[number])) return false;
  }
  return true;
}

bool Obstacles::is_mitigated(RecordIndex record) const {
  const Value* mitigation = values_.first(record, "mitigation");
  if (mitigation != nullptr && !mitigation->text.empty()) return true;
  for (const uint32_t number : program_.incoming_links(record)) {
    const Link& link = program_.links[number];
    if (link.type == mitigates_ && values_.mask().shows(link.from) &&
        analysis_.of(link.from).phase != Phase::dropped) {
      return true;
    }
  }
  return false;
}

void Obstacles::add(RecordIndex record, const std::vector<Supporter>& supporters,
                    std::vector<ReadyReason>& reasons) {
  if (obstacles_.empty()) return;
  ++call_;
  struct Found {
    uint32_t obstacle;
    RecordIndex through;
  };
  std::vector<Found> blocking, conditions;
  const auto say = [&](RecordIndex about, RecordIndex through) {
    const uint32_t at = of_[static_cast<uint32_t>(about)];
    if (at == kNoItem || said_[at] == call_ || about == record) return;
    said_[at] = call_;
    (obstacles_[at].blocks ? blocking : conditions).push_back({at, through});
  };
  for (const Supporter& supporter : supporters) {
    const RecordIndex through = supporter.record == record ? kNoRecord : supporter.record;
    // What is done needs nothing more, and another release answers for itself.
    if (through != kNoRecord && (!is_open(analysis_.of(through)) ||
                                 program_.kinds().is(program_.record(through).kind, release_))) {
      continue;
    }
    for (const Link& link : program_.outgoing(supporter.record)) {
      if (link.type == relates_to_ && !link.from_prose) say(link.to, through);
    }
    for (const uint32_t number : program_.incoming_links(supporter.record)) {
      const Link& link = program_.links[number];
      if (link.from_prose) continue;
      if (link.type == blocks_ || link.type == threatens_ || link.type == relates_to_) {
        say(link.from, through);
      }
    }
  }
  for (const uint32_t at : general_) say(obstacles_[at].record, kNoRecord);
  std::size_t left = std::max(kLeastReasons, kMostReasons - std::min(given_, kMostReasons));
  for (const std::vector<Found>* found : {&blocking, &conditions}) {
    for (std::size_t i = 0; i < found->size() && left > 0; ++i, --left, ++given_) {
      reasons.push_back(reason_of(obstacles_[(*found)[i].obstacle], record, (*found)[i].through));
    }
  }
}

ReadyReason Obstacles::reason_of(const Obstacle& obstacle, RecordIndex release,
                                 RecordIndex through) const {
  const RecordFacts& facts = analysis_.of(obstacle.record);
  const Date today = analysis_.as_of;
  ReadyReason reason;
  reason.kind = obstacle.kind;
  reason.blocks = obstacle.blocks;
  reason.about = obstacle.record;
  reason.through = through;
  reason.general = obstacle.general;
  set_who(values_, analysis_, obstacle.record, release, reason);
  const WorkingTime& time = analysis_.time_of(obstacle.record);
  // A date that has passed says nothing of when it will be cleared.
  if (facts.due && *facts.due >= today) {
    reason.by = facts.due;
  }
  if (facts.due && *facts.due < today) {
    reason.days = time.between(*facts.due, today);
  } else if (facts.raised && *facts.raised < today) {
    reason.days = time.between(*facts.raised, today);
  }
  reason.how = how_of(values_, obstacle.record);
  reason.place = program_.record(obstacle.record).span;
  return reason;
}

}  // namespace milepost
