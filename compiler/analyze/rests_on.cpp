// A walk in order of distance; a record is met once.
#include "analyze/rests_on.h"

namespace milepost {
RestsOn::RestsOn(const Program& program, const Analysis& analysis, const ReadinessMask& mask)
    : program_(program),
      analysis_(analysis),
      mask_(mask),
      depends_on_(program.kinds().find_link_type("depends_on")),
      delivers_(program.kinds().find_link_type("delivers")),
      part_of_(program.kinds().find_link_type("part_of")),
      blocks_(program.kinds().find_link_type("blocks")),
      release_(program.kinds().find_kind("release")),
      seen_(program.set.records.size(), 0) {}

const std::vector<Supporter>& RestsOn::of(RecordIndex record) {
  ++walk_;
  found_.clear();
  add(record, Support::itself, true);
  for (std::size_t next = 0; next < found_.size() && !is_spent(); ++next) {
    follow(Supporter(found_[next]));
  }
  return found_;
}

void RestsOn::add(RecordIndex record, Support by, bool direct) {
  uint32_t& seen = seen_[static_cast<uint32_t>(record)];
  if (seen == walk_ || !mask_.shows(record)) return;
  seen = walk_;
  found_.push_back({record, by, direct});
}

void RestsOn::follow(const Supporter& from) {
  if (from.by != Support::itself) {
    const Phase phase = analysis_.of(from.record).phase;
    if (phase == Phase::done || phase == Phase::dropped) return;
    if (program_.kinds().is(program_.record(from.record).kind, release_)) return;
  }
  const bool itself = from.by == Support::itself;
  for (const Link& link : program_.outgoing(from.record)) {
    ++looks_;
    if (link.cut || link.from_prose || link.type != depends_on_) continue;
    add(link.to, Support::depends_on, itself);
  }
  for (const uint32_t number : program_.incoming_links(from.record)) {
    ++looks_;
    if (is_spent()) return;
    const Link& link = program_.links[number];
    if (link.cut || link.from_prose) continue;
    if (link.type == delivers_) {
      add(link.from, Support::delivers, itself);
    } else if (link.type == part_of_) {
      add(link.from, Support::part_of, itself);
    } else if (link.type == blocks_ &&
               program_.kinds().kind(program_.record(link.from).kind).is_work) {
      add(link.from, Support::blocks, itself);
    }
  }
}

}  // namespace milepost
