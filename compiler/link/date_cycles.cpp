// Follows dates that count from each other.
#include "link/date_cycles.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "link/chain.h"
#include "link/codes.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;

}  // namespace

void find_date_cycles(const Program& program, const std::vector<DatedValue>& dated,
                      DiagnosticSink& sink) {
  std::unordered_map<const Value*, uint32_t> number;
  number.reserve(dated.size());
  for (uint32_t i = 0; i < dated.size(); ++i) number.emplace(dated[i].value, i);
  const auto next = [&](uint32_t i) {
    const auto anchor = program.when_anchor.find(dated[i].value);
    if (anchor == program.when_anchor.end()) return kNone;
    const auto found = number.find(anchor->second.date);
    return found == number.end() ? kNone : found->second;
  };
  // Each date counts from one other at most, so a walk meets either its end or itself.
  std::vector<uint32_t> walk_of(dated.size(), kNone);
  for (uint32_t start = 0; start < dated.size(); ++start) {
    uint32_t at = start;
    while (at != kNone && walk_of[at] == kNone) {
      walk_of[at] = start;
      at = next(at);
    }
    if (at == kNone || walk_of[at] != start) continue;
    std::vector<Related> related;
    std::vector<std::string> steps;
    uint32_t step = at;
    do {
      const DatedValue& date = dated[step];
      const std::string name =
          program.record(date.record).id + "." + program.kinds().field(date.field).name;
      steps.push_back("`" + name + "`");
      related.push_back(
          {date.value->span, "`" + name + "` is `" + std::string(date.value->text) + "`"});
      step = next(step);
    } while (step != at);
    steps.push_back(steps.front());
    report(sink, kDateCycle, Severity::error, dated[at].value->span,
           "dates count from each other in a circle: " + chain(steps),
           "write one of them as a date", std::move(related));
  }
}

}  // namespace milepost
