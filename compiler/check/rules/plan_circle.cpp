// MP340: work waits for itself over relations of several types.
#include <string>
#include <vector>

#include "check/rules.h"
#include "text/ascii.h"

namespace milepost {
namespace {

const RuleInfo info = {
    340,
    "plan-circle",
    Severity::error,
    "work waits for itself over relations of several types",
    "",
    R"(A task that waits for the milestone it delivers can never begin, nor can one that depends on the workstream it is part
of. `depends_on`, `delivers`, `blocks` and `part_of` all say what waits for what: what delivers a milestone comes before it, a
part comes before the end of the whole. Until one of the relations is gone, the last of them is left out of the schedule, and dates behind it are
too early.

Remove one of the relations named, or turn it round. (A circle of one type alone is `cycle`.))",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, due: 2026-06-19, depends_on: [M-1], delivers: [M-1]}
milestones:
- {id: M-1, title: It is built, owner: Asha, due: 2026-06-19}
)",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, due: 2026-06-19, delivers: [M-1]}
milestones:
- {id: M-1, title: It is built, owner: Asha, due: 2026-06-19}
)"};

// A step of a circle: the relation, and what stands at its ends.
struct Step {
  RecordIndex from = kNoRecord, to = kNoRecord;
  const Link* link = nullptr;
};

class CircleReport {
 public:
  CircleReport(CheckContext& context, const std::vector<uint32_t>& edges) : context_(context) {
    for (const uint32_t edge : edges) add(edge);
  }

  void report(uint32_t cut) const {
    if (steps_.empty()) return;
    std::vector<Related> related;
    std::string chain;
    for (const Step& step : steps_) {
      chain += code(step.from) + " → ";
      related.push_back({place(step), sentence(step)});
    }
    chain += code(steps_.front().from);
    const Step left_out = step_of(cut);
    context_.report(info, place(steps_.front()), "the plan goes round in a circle: " + chain,
                    "remove one of these relations; until then the schedule leaves out that " +
                        sentence(left_out),
                    std::move(related));
  }

 private:
  const Schedule& schedule() const { return context_.analysis.schedule; }
  std::string code(RecordIndex record) const {
    return "`" + context_.program.record(record).id + "`";
  }

  Step step_of(uint32_t number) const {
    const NetworkEdge& edge = schedule().network.edges[number];
    Step step{schedule().node_records[edge.from], schedule().node_records[edge.to], nullptr};
    const uint32_t link = schedule().edge_links[number];
    step.link = link == kNoNode ? part_link(step.from, step.to) : &context_.program.links[link];
    return step;
  }
  // Between a part and its summary, whichever of them comes first.
  const Link* part_link(RecordIndex a, RecordIndex b) const {
    const LinkTypeId part_of = context_.program.kinds().find_link_type("part_of");
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      for (const Link& link : context_.program.outgoing(from)) {
        if (link.type == part_of && link.to == to) return &link;
      }
    }
    return nullptr;
  }
  void add(uint32_t number) {
    const Step step = step_of(number);
    if (step.link != nullptr) steps_.push_back(step);
  }

  Span place(const Step& step) const {
    if (step.link == nullptr) return context_.program.record(step.to).span;
    return step.link->at.span.is_place() ? step.link->at.span : step.link->also_at.span;
  }
  std::string sentence(const Step& step) const {
    if (step.link == nullptr) return code(step.to) + " waits for " + code(step.from);
    const LinkType& type = context_.program.kinds().link_type(step.link->type);
    return code(step.link->from) + " " + ascii_lower(type.label) + " " + code(step.link->to);
  }

  CheckContext& context_;
  std::vector<Step> steps_;
};

void run(CheckContext& context) {
  const Passes& passes = context.analysis.schedule.passes;
  for (const std::vector<uint32_t>& circle : passes.circles) {
    uint32_t cut = circle.front();
    for (const uint32_t edge : circle) {
      if (edge > cut) cut = edge;
    }
    CircleReport(context, circle).report(cut);
  }
}

}  // namespace

const Rule plan_circle_rule = {&info, run};

}  // namespace milepost
