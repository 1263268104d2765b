// Reads commitments, baselines, lengths and progress of one record.
#include "analyze/plan_dates.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace milepost {
namespace {

const Value* value_of(const Program& program, RecordIndex record, Role role) {
  const Record& of = program.record(record);
  const FieldId field = program.kinds().field_of(of.kind, role);
  return field == kNoField ? nullptr : of.value(field);
}

std::optional<double> written_percent(const Program& program, RecordIndex record) {
  const Value* value = value_of(program, record, Role::percent);
  if (value != nullptr) {
    if (const double* percent = std::get_if<double>(&value->data)) {
      return std::clamp(*percent, 0.0, 100.0);
    }
  }
  const Value* status = value_of(program, record, Role::status);
  const StatusWord* word = status == nullptr ? nullptr : std::get_if<StatusWord>(&status->data);
  if (word != nullptr && word->percent >= 0) return std::min(word->percent, 100);
  return {};
}

PlanState state_of(const RecordFacts& facts, Date as_of, const std::optional<double>& percent) {
  if (facts.phase == Phase::done) return PlanState::done;
  const bool begun = facts.phase == Phase::doing || (facts.started && *facts.started <= as_of) ||
                     (percent && *percent > 0);
  return begun ? PlanState::started : PlanState::waiting;
}

Date finish_of_done(const RecordFacts& facts, const std::optional<Date>& commitment, Date as_of) {
  if (facts.finished) return *facts.finished;
  if (facts.decided) return *facts.decided;
  return commitment && *commitment <= as_of ? *commitment : as_of;
}

int32_t to_days(const Duration& duration, const WorkingTime& time) {
  const int64_t days = whole_days(duration, time.duration_context());
  return static_cast<int32_t>(std::clamp<int64_t>(days, 0, 100'000));
}

class LengthReader {
 public:
  LengthReader(const Program& program, const Analysis& analysis, RecordIndex record,
               const std::vector<WorkingTime>& times, NetworkNode& node)
      : program_(program),
        analysis_(analysis),
        facts_(analysis.of(record)),
        record_(record),
        times_(times),
        calendar_days_(static_cast<uint32_t>(times.size() - 1)),
        percent_(written_percent(program, record)),
        node_(node) {}

  void read() {
    const Value* estimated = value_of(program_, record_, Role::estimate);
    const Estimate* estimate =
        estimated == nullptr ? nullptr : std::get_if<Estimate>(&estimated->data);
    const Value* left = value_of(program_, record_, Role::remaining);
    const Duration* remaining = left == nullptr ? nullptr : std::get_if<Duration>(&left->data);
    if (estimate != nullptr && estimate->likely.minutes > 0) from_estimate(estimate->likely);
    if (node_.source == LengthSource::none) from_dates();
    if (remaining != nullptr) from_remaining(*remaining, estimate == nullptr);
    if (node_.state == PlanState::waiting) node_.remaining = node_.length;
    if (node_.state == PlanState::done) node_.remaining = 0;
  }

 private:
  const WorkingTime& time() const { return times_[node_.time]; }

  void from_estimate(const Duration& likely) {
    node_.source = LengthSource::estimate;
    if (likely.kind == TimeKind::wall) node_.time = calendar_days_;
    node_.length = to_days(likely, time());
    if (percent_) {
      // Hundredths of a per cent, so that a day's fraction is cut nowhere but at the end.
      const int64_t left = 10'000 - std::llround(*percent_ * 100);
      const Duration rest{(likely.minutes * left + 9'999) / 10'000, likely.kind};
      node_.remaining = std::max(1, to_days(rest, time()));
    } else {
      const Date begun = facts_.started.value_or(analysis_.as_of);
      const int64_t worked = time().count(begun, add_days(analysis_.as_of, -1));
      node_.remaining = static_cast<int32_t>(std::max<int64_t>(1, node_.length - worked));
    }
  }

  void from_dates() {
    const std::optional<Date>& begin = facts_.start ? facts_.start : facts_.started;
    if (!begin || !node_.commitment || *node_.commitment < *begin) return;
    node_.source = LengthSource::dates;
    const int64_t days = time().count(*begin, *node_.commitment);
    node_.length = static_cast<int32_t>(std::clamp<int64_t>(days, 1, 100'000));
    const int64_t left = time().count(analysis_.as_of, *node_.commitment);
    node_.remaining = static_cast<int32_t>(std::clamp<int64_t>(left, 1, node_.length));
  }

  void from_remaining(const Duration& remaining, bool alone) {
    if (node_.state == PlanState::done) return;
    const bool wall = remaining.kind == TimeKind::wall;
    if (wall != (node_.time == calendar_days_)) {
      // What is left counts, so its kind of days does; a length in other days is of no use to it.
      node_.time = wall ? calendar_days_ : facts_.time;
      alone = true;
    }
    node_.remaining = std::max(1, to_days(remaining, time()));
    if (alone || node_.state == PlanState::waiting || node_.length < node_.remaining) {
      node_.length = node_.remaining;
    }
    node_.source = LengthSource::remaining;
  }

  const Program& program_;
  const Analysis& analysis_;
  const RecordFacts& facts_;
  RecordIndex record_;
  const std::vector<WorkingTime>& times_;
  uint32_t calendar_days_;
  std::optional<double> percent_;
  NetworkNode& node_;
};

const Value* inner_value(const Kinds& kinds, const Object& object, std::string_view name) {
  for (const FieldValue& field : object.fields) {
    if (kinds.field(field.field).name == name && !field.values.empty())
      return &field.values.front();
  }
  return nullptr;
}

std::optional<Date> due_in(const Value* value, const WorkingTime& time) {
  const DateField* date = value == nullptr ? nullptr : std::get_if<DateField>(&value->data);
  if (date == nullptr) return {};
  return time.as_due(date->date);
}

}  // namespace

std::optional<Date> commitment_of(const RecordFacts& facts, PlanKind kind) {
  if (kind == PlanKind::dependency && facts.promised) return facts.promised;
  if (facts.due || kind != PlanKind::other) return facts.due;
  return facts.needed_by ? facts.needed_by : facts.decision_needed_by;
}

std::vector<Date> baselines_of(const Program& program, const Analysis& analysis, RecordIndex record,
                               PlanKind kind, const std::optional<Date>& of_program) {
  const WorkingTime& time = analysis.time_of(record);
  const Kinds& kinds = program.kinds();
  struct Entry {
    Date due;
    std::optional<Date> set;
  };
  std::vector<Entry> entries;
  bool all_set = true;
  const Record& of = program.record(record);
  const FieldId field = kinds.field_of(of.kind, Role::baseline);
  const FieldValue* written = field == kNoField ? nullptr : of.find(field);
  if (written != nullptr) {
    for (const Value& value : written->values) {
      const Object* object = std::get_if<Object>(&value.data);
      const Value* inner = object == nullptr ? &value : inner_value(kinds, *object, "due");
      const std::optional<Date> due = due_in(inner, time);
      if (!due) continue;
      const Value* on = object == nullptr ? nullptr : inner_value(kinds, *object, "set");
      entries.push_back({*due, due_in(on, time)});
      all_set = all_set && entries.back().set.has_value();
    }
  }
  if (all_set) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return *a.set < *b.set; });
  }
  std::vector<Date> result;
  if (of_program) result.push_back(*of_program);
  for (const Entry& entry : entries) result.push_back(entry.due);
  if (!result.empty()) return result;

  // `~~old~~ new`: the old date was a promise.
  const bool promised = kind == PlanKind::dependency && analysis.of(record).promised;
  const Value* value = value_of(program, record, promised ? Role::promised : Role::due);
  const DateField* date = value == nullptr ? nullptr : std::get_if<DateField>(&value->data);
  if (date != nullptr && date->moved_from) result.push_back(time.as_due(*date->moved_from));
  return result;
}

NetworkNode node_of(const Program& program, const Analysis& analysis, RecordIndex record,
                    PlanKind kind, const std::vector<WorkingTime>& times) {
  const RecordFacts& facts = analysis.of(record);
  NetworkNode node;
  node.kind = kind;
  node.time = facts.time;
  const bool work = kind == PlanKind::task;
  node.state = state_of(facts, analysis.as_of,
                        work ? written_percent(program, record) : std::optional<double>());
  node.commitment = commitment_of(facts, kind);
  if (kind != PlanKind::other) node.deadline = facts.needed_by;
  if (node.state == PlanState::done) {
    node.finished = finish_of_done(facts, node.commitment, analysis.as_of);
    if (facts.started) node.started = std::min(*facts.started, *node.finished);
  } else if (node.state == PlanState::started && facts.started) {
    node.started = std::min(*facts.started, analysis.as_of);
  }
  if (work) {
    node.not_before = facts.start;
    LengthReader(program, analysis, record, times, node).read();
  } else {
    node.source = LengthSource::event;
  }
  // Nobody has said when it comes: it is planned for the day it is needed, an open blocker for now.
  if (kind == PlanKind::dependency && !node.commitment) node.commitment = facts.needed_by;
  if (kind == PlanKind::blocker && !node.commitment) node.commitment = analysis.as_of;
  return node;
}

uint16_t percent_of(const Program& program, const Analysis& analysis, RecordIndex record,
                    const NetworkNode& node) {
  if (node.state == PlanState::done) return 100;
  if (const auto percent = written_percent(program, record)) {
    return static_cast<uint16_t>(std::llround(*percent));
  }
  const RecordFacts& facts = analysis.of(record);
  const bool counted = node.kind == PlanKind::task && node.state == PlanState::started &&
                       facts.started && node.length > 0 && node.source != LengthSource::dates;
  if (!counted) return 0;
  return static_cast<uint16_t>((node.length - node.remaining) * 100 / node.length);
}

}  // namespace milepost
