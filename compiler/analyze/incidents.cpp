// Reads incidents against the times and the post-mortem they have to have.
#include "analyze/incidents.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "analyze/named_values.h"
#include "calendar/zone.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr int64_t kMinute = 60;

class IncidentReader {
 public:
  IncidentReader(const Program& program, const Analysis& analysis, const ReadinessMask& mask)
      : program_(program),
        kinds_(program.kinds()),
        analysis_(analysis),
        values_(program, mask),
        zone_(Zone::find(program.set.settings.timezone).value_or(Zone())),
        causes_(kinds_.find_link_type("causes")),
        delivers_(kinds_.find_link_type("delivers")) {}

  Incident read(RecordIndex index) {
    Incident made;
    made.record = index;
    made.severity = severity_of(index);
    const Phase phase = analysis_.of(index).phase;
    moments_ = {moment(index, "started"), moment(index, "detected"), moment(index, "acknowledged"),
                moment(index, "mitigated"), moment(index, "resolved")};
    made.over = phase == Phase::done || phase == Phase::dropped || moments_[kResolved].has_value();
    made.out_of_order = contradict();
    read_clocks(made);
    read_actions(index, made);
    read_causes(index, made);
    read_parts(index, made);
    return made;
  }

 private:
  enum Moment : size_t { kStarted, kDetected, kAcknowledged, kMitigated, kResolved };

  uint8_t severity_of(RecordIndex index) const {
    const Value* value = values_.first(index, "severity");
    const auto* choice = value == nullptr ? nullptr : std::get_if<Choice>(&value->data);
    return choice == nullptr || choice->index > 3 ? 0 : static_cast<uint8_t>(choice->index + 1);
  }

  std::optional<DateTime> moment(RecordIndex index, std::string_view field) const {
    const Value* value = values_.first(index, field);
    const auto* at = value == nullptr ? nullptr : std::get_if<DateTime>(&value->data);
    return at == nullptr ? std::nullopt : std::optional(*at);
  }

  // A day that was given without a time says nothing about minutes.
  bool has_time(const std::optional<DateTime>& at) const {
    return at && to_local(*at, zone_).second_of_day != 0;
  }

  bool contradict() const {
    constexpr std::array<std::pair<Moment, Moment>, 7> kOrder = {{{kStarted, kDetected},
                                                                  {kDetected, kAcknowledged},
                                                                  {kStarted, kMitigated},
                                                                  {kStarted, kResolved},
                                                                  {kMitigated, kResolved},
                                                                  {kDetected, kResolved},
                                                                  {kAcknowledged, kResolved}}};
    return std::ranges::any_of(kOrder, [&](const auto& pair) {
      const auto& [first, then] = pair;
      if (!moments_[first] || !moments_[then]) return false;
      if (has_time(moments_[first]) && has_time(moments_[then]))
        return *moments_[then] < *moments_[first];
      return date_in(*moments_[then], zone_) < date_in(*moments_[first], zone_);
    });
  }

  // --- times ------------------------------------------------------------------------------------

  DateTime after(DateTime from, Duration length, const WorkingTime& time) const {
    if (length.kind == TimeKind::wall) return {from.utc_seconds + length.minutes * kMinute};
    LocalTime local = to_local(from, zone_);
    local.date = time.shift(local.date, length);
    return to_utc(local, zone_);
  }

  void read_clocks(Incident& made) const {
    const auto& all = program_.set.settings.incident_response;
    const IncidentEntry* agreed =
        made.severity > 0 && made.severity <= all.size() ? &all[made.severity - 1u] : nullptr;
    const WorkingTime& time = analysis_.time_of(made.record);
    const std::optional<DateTime>& from =
        has_time(moments_[kDetected]) ? moments_[kDetected] : moments_[kStarted];
    const auto add = [&](IncidentStep step, Moment at, std::optional<Duration> limit) {
      IncidentClock clock;
      clock.step = step;
      if (has_time(from)) {
        const std::optional<DateTime>& then = moments_[at];
        if (has_time(then) && *then >= *from) {
          clock.took_minutes = (then->utc_seconds - from->utc_seconds) / kMinute;
        }
        if (limit) {
          clock.due = after(*from, *limit, time);
          clock.allowed_minutes = (clock.due->utc_seconds - from->utc_seconds) / kMinute;
          clock.state = state_of(clock, made.over);
        }
      }
      made.clocks.push_back(clock);
    };
    const auto limit = [&](std::optional<Duration> IncidentEntry::*which) {
      return agreed == nullptr ? std::nullopt : agreed->*which;
    };
    add(IncidentStep::acknowledged, kAcknowledged, limit(&IncidentEntry::respond));
    add(IncidentStep::mitigated, kMitigated, limit(&IncidentEntry::mitigate));
    add(IncidentStep::resolved, kResolved, limit(&IncidentEntry::resolve));
    if (moments_[kResolved] && limit(&IncidentEntry::review)) {
      made.review_by = date_in(after(*moments_[kResolved], *agreed->review, time), zone_);
    }
  }

  StepState state_of(const IncidentClock& clock, bool over) const {
    if (clock.took_minutes) {
      return *clock.took_minutes <= *clock.allowed_minutes ? StepState::in_time : StepState::late;
    }
    if (over) return StepState::untold;
    const DateTime now = to_utc(LocalTime{analysis_.as_of, 0}, zone_);
    return *clock.due < now ? StepState::overdue : StepState::running;
  }

  // --- what follows from it ---------------------------------------------------------------------

  // A record that somebody is asked about again: an action, an issue, work.
  bool tracks(RecordIndex record) const {
    const KindId kind = program_.record(record).kind;
    if (kinds_.kind(kind).is_work && !kinds_.is(kind, kinds_.find_kind("release"))) return true;
    return std::ranges::any_of(std::array<std::string_view, 3>{"action", "issue", "risk"},
                               [&](std::string_view name) {
                                 const KindId known = kinds_.find_kind(name);
                                 return known != kNoKind && kinds_.is(kind, known);
                               });
  }

  void read_actions(RecordIndex index, Incident& made) {
    const KindId action = kinds_.find_kind("action");
    const auto linked = [&](RecordIndex other) {
      if (action != kNoKind && values_.mask().shows(other) &&
          kinds_.is(program_.record(other).kind, action)) {
        made.actions.push_back(other);
      }
    };
    for (const Link& link : program_.outgoing(index)) linked(link.to);
    for (const uint32_t number : program_.incoming_links(index))
      linked(program_.links[number].from);
    for (const Value& value : values_.all(index, "action_items")) {
      if (const auto* text = std::get_if<MarkdownText>(&value.data)) read_items(*text, made);
    }
    std::ranges::sort(made.actions);
    made.actions.erase(std::unique(made.actions.begin(), made.actions.end()), made.actions.end());
  }

  // Items of the outermost lists and rows of tables; a checked one is done.
  void read_items(const MarkdownText& text, Incident& made) const {
    const Tape& tape = program_.set.tapes[text.tape];
    const uint32_t end = text.slice.first + text.slice.count;
    for (uint32_t i = text.slice.first; i < end && i < tape.nodes.size();) {
      const TapeNode& node = tape.nodes[i];
      const bool row = node.kind == NodeKind::table_row && (node.flags & kHead) == 0;
      if (node.kind != NodeKind::item && !row) {
        ++i;
        continue;
      }
      const bool checked = (node.flags & kTask) != 0 && (node.flags & kChecked) != 0;
      if (!follow(text.tape, i, node.size, made) && !checked) {
        std::string words = normalize_spaces(plain_text(tape, TapeSlice{i, node.size}));
        if (!words.empty()) made.untracked.push_back({std::move(words), tape.span_of(node)});
      }
      i += node.size;
    }
  }

  // The records that stand for an item.
  bool follow(uint32_t tape, uint32_t node, uint32_t size, Incident& made) const {
    bool any = false;
    const std::vector<TapeReference>& references = program_.references[tape];
    for (auto at = std::ranges::lower_bound(references, node, {}, &TapeReference::node);
         at != references.end() && at->node < node + size; ++at) {
      const RecordIndex record = at->target.record();
      if (record == kNoRecord || !tracks(record)) continue;
      if (values_.mask().shows(record)) made.actions.push_back(record);
      any = true;
    }
    return any;
  }

  bool is_out(RecordIndex release) const {
    const RecordFacts& facts = analysis_.of(release);
    if (facts.phase == Phase::done) return true;
    return facts.finished && *facts.finished <= analysis_.as_of;
  }

  void read_causes(RecordIndex index, Incident& made) const {
    const KindId release = kinds_.find_kind("release");
    const auto is_release = [&](RecordIndex record) {
      return release != kNoKind && kinds_.is(program_.record(record).kind, release);
    };
    for (const uint32_t number : program_.incoming_links(index)) {
      const Link& link = program_.links[number];
      if (link.type != causes_ || link.from_prose || !values_.mask().shows(link.from)) continue;
      made.causes.push_back(link.from);
      if (is_release(link.from)) {
        made.releases.push_back(link.from);
        continue;
      }
      for (const Link& next : program_.outgoing(link.from)) {
        if (next.type == delivers_ && values_.mask().shows(next.to) && is_release(next.to) &&
            is_out(next.to)) {
          made.releases.push_back(next.to);
        }
      }
    }
    std::ranges::sort(made.releases);
    made.releases.erase(std::unique(made.releases.begin(), made.releases.end()),
                        made.releases.end());
  }

  // --- the post-mortem --------------------------------------------------------------------------

  bool has(RecordIndex index, std::initializer_list<std::string_view> fields) const {
    return std::ranges::any_of(fields, [&](std::string_view field) {
      return std::ranges::any_of(values_.all(index, field), [](const Value& value) {
        const auto* text = std::get_if<MarkdownText>(&value.data);
        return text != nullptr ? text->slice.count > 0
                               : !value.text.empty() || std::holds_alternative<Object>(value.data);
      });
    });
  }

  bool has_lesson(RecordIndex index) const {
    const KindId lesson = kinds_.find_kind("lesson");
    const auto is_lesson = [&](RecordIndex other) {
      return lesson != kNoKind && values_.mask().shows(other) &&
             kinds_.is(program_.record(other).kind, lesson);
    };
    return std::ranges::any_of(program_.outgoing(index),
                               [&](const Link& link) { return is_lesson(link.to); }) ||
           std::ranges::any_of(program_.incoming_links(index), [&](uint32_t number) {
             return is_lesson(program_.links[number].from);
           });
  }

  void read_parts(RecordIndex index, Incident& made) const {
    const auto set = [&](PostMortemPart part, bool there) {
      made.parts[static_cast<size_t>(part)] = there;
    };
    set(PostMortemPart::impact, has(index, {"impact_text", "summary", "affected"}));
    set(PostMortemPart::timeline, has(index, {"timeline"}));
    set(PostMortemPart::root_cause, has(index, {"root_cause", "contributing_factors"}));
    set(PostMortemPart::went_well, has(index, {"what_went_well"}));
    set(PostMortemPart::went_wrong, has(index, {"what_went_wrong"}));
    set(PostMortemPart::actions, !made.actions.empty() || has(index, {"action_items"}));
    set(PostMortemPart::lessons,
        has(index, {"lessons_learned", "recommendations"}) || has_lesson(index));
  }

  const Program& program_;
  const Kinds& kinds_;
  const Analysis& analysis_;
  NamedValues values_;
  Zone zone_;
  LinkTypeId causes_, delivers_;
  std::array<std::optional<DateTime>, 5> moments_;
};

}  // namespace

uint32_t Incident::parts_there() const {
  return static_cast<uint32_t>(std::ranges::count(parts, true));
}

std::vector<Incident> read_incidents(const Program& program, const Analysis& analysis,
                                     const ReadinessMask& mask) {
  std::vector<Incident> incidents;
  const KindId kind = program.kinds().find_kind("incident");
  if (kind == kNoKind) return incidents;
  IncidentReader reader(program, analysis, mask);
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    if (mask.shows(RecordIndex{i}) && program.kinds().is(program.set.records[i].kind, kind)) {
      incidents.push_back(reader.read(RecordIndex{i}));
    }
  }
  return incidents;
}

}  // namespace milepost
