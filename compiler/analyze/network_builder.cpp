// Nodes from records, edges from links, and up to three events for each summary.
#include "analyze/network_builder.h"

#include <algorithm>
#include <array>

#include "analyze/plan_dates.h"

namespace milepost {
namespace {

Relation relation_of(DependencyType type) {
  switch (type) {
    case DependencyType::start_start:
      return Relation::start_start;
    case DependencyType::finish_finish:
      return Relation::finish_finish;
    case DependencyType::start_finish:
      return Relation::start_finish;
    case DependencyType::finish_start:
      break;
  }
  return Relation::finish_start;
}

// A link as it holds the plan: `to` waits for `from`.
struct Wait {
  uint32_t link = 0;
  RecordIndex from = kNoRecord, to = kNoRecord;
  Relation relation = Relation::finish_start;
};

class NetworkBuilder {
 public:
  NetworkBuilder(const Program& program, const Analysis& analysis, Schedule& schedule)
      : program_(program),
        analysis_(analysis),
        schedule_(schedule),
        network_(schedule.network),
        depends_on_(program.kinds().find_link_type("depends_on")),
        delivers_(program.kinds().find_link_type("delivers")),
        blocks_(program.kinds().find_link_type("blocks")),
        part_of_(program.kinds().find_link_type("part_of")),
        blocker_(program.kinds().find_kind("blocker")),
        blocking_{program.kinds().find_kind("issue"), program.kinds().find_kind("decision"),
                  program.kinds().find_kind("action")} {}

  PlanOutline build() {
    find_members();
    make_items();
    find_parts();
    order_parts();
    make_nodes();
    find_states();
    make_structure();
    make_edges();
    return std::move(outline_);
  }

 private:
  std::size_t count() const { return program_.set.records.size(); }
  const Kind& kind_of(RecordIndex r) const {
    return program_.kinds().kind(program_.record(r).kind);
  }
  bool is(RecordIndex r, KindId kind) const {
    return kind != kNoKind && program_.kinds().is(program_.record(r).kind, kind);
  }
  bool dropped(RecordIndex r) const { return analysis_.of(r).phase == Phase::dropped; }
  uint32_t item_at(RecordIndex r) const { return schedule_.item_of[static_cast<uint32_t>(r)]; }
  ScheduleItem& item(uint32_t i) { return schedule_.items[i]; }

  // The three relations that hold dates. A blocker does while it is open; what only asks for help
  // or may happen (an escalation, a risk) does not.
  bool holds(const Link& link) const {
    const auto number = static_cast<uint32_t>(&link - program_.links.data());
    if (!schedule_.mask.sees_link(number)) return false;
    if (link.cut || link.from_prose || link.from == link.to) return false;
    if (link.type != blocks_) return link.type == depends_on_ || link.type == delivers_;
    if (analysis_.of(link.from).phase == Phase::done) return false;
    if (kind_of(link.from).is_work) return true;
    if (is(link.from, blocker_)) return stops_work(link.from);
    return std::any_of(blocking_.begin(), blocking_.end(),
                       [&](KindId kind) { return is(link.from, kind); });
  }

  // A P0 does, a P1 (or what has no severity) if there is no way round; P2 and P3 slow and annoy.
  bool stops_work(RecordIndex blocker) const {
    const uint8_t priority = analysis_.of(blocker).priority;
    if (priority == 0) return true;
    if (priority == 2 || priority == 3) return false;
    const Record& record = program_.record(blocker);
    const FieldId field = program_.kinds().find_field(record.kind, "workaround");
    const Value* value = field == kNoField ? nullptr : record.value(field);
    return value == nullptr || value->text.empty();
  }

  void find_members() {
    std::vector<bool> in(count(), false);
    std::vector<uint32_t> open;
    const auto add = [&](RecordIndex r) {
      if (in[static_cast<uint32_t>(r)] || dropped(r) || !schedule_.mask.sees(r)) return;
      in[static_cast<uint32_t>(r)] = true;
      open.push_back(static_cast<uint32_t>(r));
    };
    for (uint32_t r = 0; r < count(); ++r) {
      if (kind_of(RecordIndex{r}).is_work) add(RecordIndex{r});
    }
    while (!open.empty()) {
      const RecordIndex r{open.back()};
      open.pop_back();
      for (const Link& link : program_.outgoing(r)) {
        if (holds(link)) add(link.to);
      }
      for (const uint32_t number : program_.incoming_links(r)) {
        if (holds(program_.links[number])) add(program_.links[number].from);
      }
    }
    schedule_.item_of.assign(count(), kNoNode);
    for (uint32_t r = 0; r < count(); ++r) {
      if (!in[r]) continue;
      schedule_.item_of[r] = static_cast<uint32_t>(schedule_.items.size());
      schedule_.items.emplace_back().record = RecordIndex{r};
    }
  }

  void make_items() {
    const Kinds& kinds = program_.kinds();
    const std::array<std::pair<KindId, PlanKind>, 4> events = {
        std::pair{kinds.find_kind("milestone"), PlanKind::milestone},
        {kinds.find_kind("release"), PlanKind::release},
        {kinds.find_kind("dependency"), PlanKind::dependency},
        {kinds.find_kind("blocker"), PlanKind::blocker}};
    for (ScheduleItem& item : schedule_.items) {
      item.kind = kind_of(item.record).is_work ? PlanKind::task : PlanKind::other;
      for (const auto& [kind, plan_kind] : events) {
        if (is(item.record, kind)) item.kind = plan_kind;
      }
    }
  }

  // `part_of` work that takes time makes a summary; of an event it is one more thing to deliver.
  void find_parts() {
    for (uint32_t number = 0; number < program_.links.size(); ++number) {
      const Link& link = program_.links[number];
      if (!schedule_.mask.sees_link(number)) continue;
      if (link.type != part_of_ || link.cut || link.from_prose || link.from == link.to) continue;
      const uint32_t part = item_at(link.from);
      const uint32_t whole = item_at(link.to);
      if (part == kNoNode || whole == kNoNode || !kind_of(link.to).is_work) continue;
      if (item(whole).kind != PlanKind::task) {
        waits_.push_back({number, link.from, link.to, Relation::finish_start});
      } else if (kind_of(link.from).is_work) {
        outline_.parts.push_back({part, whole});
        item(whole).summary = true;
        if (item(part).parent == kNoRecord) item(part).parent = link.to;
      }
    }
    std::sort(outline_.parts.begin(), outline_.parts.end(),
              [](const PlanPartOf& a, const PlanPartOf& b) {
                return std::pair(a.summary, a.part) < std::pair(b.summary, b.part);
              });
    first_part_.assign(schedule_.items.size() + 1, 0);
    for (const PlanPartOf& part : outline_.parts) ++first_part_[part.summary + 1];
    for (std::size_t i = 1; i < first_part_.size(); ++i) first_part_[i] += first_part_[i - 1];
  }

  // Each summary after its parts. `part_of` has no circles: link/ has cut them.
  void order_parts() {
    const auto items = static_cast<uint32_t>(schedule_.items.size());
    std::vector<uint32_t> open(items, 0);
    std::vector<std::vector<uint32_t>> above(items);
    for (const PlanPartOf& part : outline_.parts) {
      ++open[part.summary];
      above[part.part].push_back(part.summary);
    }
    for (uint32_t i = 0; i < items; ++i) {
      if (open[i] == 0) outline_.order.push_back(i);
    }
    for (std::size_t next = 0; next < outline_.order.size(); ++next) {
      for (const uint32_t summary : above[outline_.order[next]]) {
        if (--open[summary] == 0) outline_.order.push_back(summary);
      }
    }
    const KindId workstream = program_.kinds().find_kind("workstream");
    for (auto i = outline_.order.rbegin(); i != outline_.order.rend(); ++i) {
      ScheduleItem& part = item(*i);
      if (part.parent == kNoRecord) continue;
      part.workstream =
          is(part.parent, workstream) ? part.parent : item(item_at(part.parent)).workstream;
    }
  }

  uint32_t add_node(const NetworkNode& node, RecordIndex record) {
    network_.nodes.push_back(node);
    schedule_.node_records.push_back(record);
    return static_cast<uint32_t>(network_.nodes.size() - 1);
  }

  void make_nodes() {
    network_.as_of = analysis_.as_of;
    network_.commitments_first = !program_.set.settings.schedule.effort;
    network_.times = analysis_.times;
    network_.times.emplace_back(CalendarLayer{WeekPattern{0x7F}, {}, {}, true});
    for (ScheduleItem& item : schedule_.items) {
      const NetworkNode node = node_of(program_, analysis_, item.record, item.kind, network_.times);
      item.state = node.state;
      item.source = node.source;
      item.length = node.length;
      item.remaining = node.state == PlanState::done ? 0 : node.remaining;
      item.percent = percent_of(program_, analysis_, item.record, node);
      item.commitment = commitment_of(analysis_.of(item.record), item.kind);
      if (!item.summary) item.node = add_node(node, item.record);
    }
  }

  // A summary is done if it says so or all its parts are, and has begun if any of them has.
  void find_states() {
    finished_.resize(schedule_.items.size());
    for (const uint32_t i : outline_.order) {
      if (!item(i).summary) {
        finished_[i] = network_.nodes[item(i).node].finished;
        continue;
      }
      bool all = true, any = false;
      std::optional<Date> last;
      for (uint32_t p = first_part_[i]; p < first_part_[i + 1]; ++p) {
        const uint32_t part = outline_.parts[p].part;
        all = all && item(part).state == PlanState::done;
        any = any || item(part).state != PlanState::waiting;
        if (finished_[part] && (!last || *last < *finished_[part])) last = finished_[part];
      }
      const RecordFacts& facts = analysis_.of(item(i).record);
      if (all || facts.phase == Phase::done) {
        item(i).state = PlanState::done;
        finished_[i] = facts.finished ? facts.finished : last;
        if (!finished_[i]) finished_[i] = analysis_.as_of;
      } else if (any) {
        item(i).state = PlanState::started;
      }
    }
  }

  NetworkNode summary_node(uint32_t i, NodePart part) const {
    const ScheduleItem& summary = schedule_.items[i];
    const RecordFacts& facts = analysis_.of(summary.record);
    NetworkNode node;
    node.part = part;
    node.kind = summary.kind;
    node.source = LengthSource::event;
    node.time = facts.time;
    if (part == NodePart::begin && summary.state == PlanState::waiting) {
      node.not_before = facts.start;
    }
    if (part == NodePart::end) {
      node.deadline = summary.commitment;
      if (summary.state == PlanState::done) {
        node.state = PlanState::done;
        node.finished = finished_[i];
      }
    }
    return node;
  }

  void make_structure() {
    collect_waits();
    const std::size_t items = schedule_.items.size();
    begin_.assign(items, kNoNode);
    first_.assign(items, kNoNode);
    outline_.end_nodes.assign(items, kNoNode);
    std::vector<bool> begin(items, false), first(items, false), end(items, false);
    for (const Wait& wait : waits_) {
      const uint32_t from = item_at(wait.from);
      const uint32_t to = item_at(wait.to);
      if (item(from).summary) (from_start(wait.relation) ? first : end)[from] = true;
      if (item(to).summary) (to_start(wait.relation) ? begin : end)[to] = true;
    }
    for (auto i = outline_.order.rbegin(); i != outline_.order.rend(); ++i) {
      if (!item(*i).summary) continue;
      const bool starts =
          item(*i).state == PlanState::waiting && analysis_.of(item(*i).record).start.has_value();
      if (starts) begin[*i] = true;
      if (item(*i).commitment) end[*i] = true;
      if (begin[*i]) begin_[*i] = add_node(summary_node(*i, NodePart::begin), item(*i).record);
      if (first[*i]) first_[*i] = add_node(summary_node(*i, NodePart::first), item(*i).record);
      if (end[*i]) {
        outline_.end_nodes[*i] = add_node(summary_node(*i, NodePart::end), item(*i).record);
      }
      for (uint32_t p = first_part_[*i]; p < first_part_[*i + 1]; ++p) {
        const uint32_t part = outline_.parts[p].part;
        if (!item(part).summary) continue;
        if (begin[*i]) begin[part] = true;
        if (first[*i]) first[part] = true;
        if (end[*i]) end[part] = true;
      }
    }
    // These first: in a circle it is the link that is cut.
    for (const PlanPartOf& of : outline_.parts) {
      const bool whole = !item(of.part).summary;
      const uint32_t node = item(of.part).node;
      connect(begin_[of.summary], whole ? node : begin_[of.part], Relation::start_start);
      connect(whole ? node : first_[of.part], first_[of.summary], Relation::start_start);
      connect(whole ? node : outline_.end_nodes[of.part], outline_.end_nodes[of.summary],
              Relation::finish_finish);
    }
  }

  void connect(uint32_t from, uint32_t to, Relation relation) {
    if (from == kNoNode || to == kNoNode) return;
    network_.edges.push_back({from, to, relation, false, 0});
    schedule_.edge_links.push_back(kNoNode);
  }

  void collect_waits() {
    for (uint32_t number = 0; number < program_.links.size(); ++number) {
      const Link& link = program_.links[number];
      if (!holds(link) || item_at(link.from) == kNoNode || item_at(link.to) == kNoNode) continue;
      Wait wait{number, link.from, link.to, Relation::finish_start};
      if (link.type == depends_on_) {
        wait = {number, link.to, link.from, relation_of(link.dependency)};
      }
      waits_.push_back(wait);
    }
    std::sort(waits_.begin(), waits_.end(),
              [](const Wait& a, const Wait& b) { return a.link < b.link; });
  }

  void make_edges() {
    for (const Wait& wait : waits_) {
      const uint32_t from_item = item_at(wait.from);
      const uint32_t to_item = item_at(wait.to);
      uint32_t from = item(from_item).node;
      uint32_t to = item(to_item).node;
      if (from == kNoNode) {
        from = from_start(wait.relation) ? first_[from_item] : outline_.end_nodes[from_item];
      }
      if (to == kNoNode) {
        to = to_start(wait.relation) ? begin_[to_item] : outline_.end_nodes[to_item];
      }
      NetworkEdge edge{from, to, wait.relation, false, 0};
      if (const std::optional<Duration>& lag = program_.links[wait.link].lag) {
        const WorkingTime& time = network_.times[network_.nodes[to].time];
        edge.wall_lag = lag->kind == TimeKind::wall;
        edge.lag = static_cast<int32_t>(
            std::clamp<int64_t>(whole_days(*lag, time.duration_context()), -100'000, 100'000));
      }
      network_.edges.push_back(edge);
      schedule_.edge_links.push_back(wait.link);
    }
  }

  const Program& program_;
  const Analysis& analysis_;
  Schedule& schedule_;
  Network& network_;
  LinkTypeId depends_on_, delivers_, blocks_, part_of_;
  KindId blocker_;
  std::array<KindId, 3> blocking_;
  PlanOutline outline_;
  std::vector<Wait> waits_;           // in the order of links
  std::vector<uint32_t> first_part_;  // by item, into PlanOutline::parts; one more
  std::vector<uint32_t> begin_, first_;
  std::vector<std::optional<Date>> finished_;
};

}  // namespace

PlanOutline build_network(const Program& program, const Analysis& analysis, Schedule& schedule) {
  return NetworkBuilder(program, analysis, schedule).build();
}

}  // namespace milepost
