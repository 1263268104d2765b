// Looks among what is linked to a record for what made it late.
#include <array>
#include <tuple>

#include "analyze/explain.h"

namespace milepost {
namespace {

class ReasonFinder {
 public:
  ReasonFinder(const Program& program, const Analysis& analysis)
      : program_(program),
        analysis_(analysis),
        kinds_{program.kinds().find_kind("issue"),  program.kinds().find_kind("incident"),
               program.kinds().find_kind("risk"),   program.kinds().find_kind("assumption"),
               program.kinds().find_kind("change"), program.kinds().find_kind("blocker")},
        realized_as_(program.kinds().find_link_type("realized_as")),
        threatens_(program.kinds().find_link_type("threatens")),
        mentions_(program.kinds().find_link_type("mentions")) {}

  RecordIndex best() const { return best_; }

  void look_at(RecordIndex record) {
    for (const Link& link : program_.outgoing(record)) {
      if (tells(link)) consider(link.to);
    }
    for (const uint32_t number : program_.incoming_links(record)) {
      const Link& link = program_.links[number];
      if (!tells(link)) continue;
      consider(link.from);
      if (link.type == threatens_) consider_what_came_of(link.from);
    }
  }

 private:
  // 0: it tells no reason. Issues and incidents before risks, changes and blockers.
  int rank(RecordIndex record) const {
    constexpr std::array<int, 6> kRanks = {4, 4, 3, 3, 2, 1};
    const KindId kind = program_.record(record).kind;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == kNoKind || !program_.kinds().is(kind, kinds_[i])) continue;
      const bool may_come = kRanks[i] == 3;
      return may_come && !came_true(record) ? 0 : kRanks[i];
    }
    return 0;
  }

  bool tells(const Link& link) const {
    const auto number = static_cast<uint32_t>(&link - program_.links.data());
    return link.type != mentions_ && !link.from_prose && analysis_.schedule.mask.sees_link(number);
  }

  // A risk or assumption that has become something, or whose status says so.
  bool came_true(RecordIndex record) const {
    for (const Link& link : program_.outgoing(record)) {
      if (link.type == realized_as_ && tells(link)) return true;
    }
    const RecordFacts& facts = analysis_.of(record);
    if (facts.status == kNoStatus) return false;
    const Kind& kind = program_.kinds().kind(program_.record(record).kind);
    const std::string& name = kind.statuses[static_cast<std::size_t>(facts.status)].name;
    return name == "realized" || name == "invalidated";
  }

  void consider_what_came_of(RecordIndex risk) {
    for (const Link& link : program_.outgoing(risk)) {
      if (link.type == realized_as_ && tells(link)) consider(link.to);
    }
  }

  void consider(RecordIndex record) {
    const int is = rank(record);
    const RecordFacts& facts = analysis_.of(record);
    if (is == 0 || facts.phase == Phase::dropped) return;
    if (facts.raised && *facts.raised > analysis_.as_of) return;
    const std::tuple key(is, facts.phase != Phase::done, facts.raised.value_or(kFirstDate));
    if (best_ != kNoRecord && key <= key_) return;
    best_ = record;
    key_ = key;
  }

  const Program& program_;
  const Analysis& analysis_;
  std::array<KindId, 6> kinds_;
  LinkTypeId realized_as_, threatens_, mentions_;
  RecordIndex best_ = kNoRecord;
  std::tuple<int, bool, Date> key_;
};

}  // namespace

RecordIndex reason_of(const Program& program, const Analysis& analysis,
                      std::span<const RecordIndex> records) {
  ReasonFinder finder(program, analysis);
  for (const RecordIndex record : records) finder.look_at(record);
  return finder.best();
}

}  // namespace milepost
