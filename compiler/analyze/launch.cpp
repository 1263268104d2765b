// Reads the lists of a launch plan, gives each step its time, and looks for what does not fit.
#include "analyze/launch.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "analyze/launch_prose.h"
#include "calendar/working_time.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

class PlanReader {
 public:
  PlanReader(const NamedValues& values, const Analysis& analysis, Readiness& readiness)
      : values_(values),
        record_(readiness.record),
        target_(readiness.target),
        time_(analysis.program_time()),
        clock_(values.program().set.settings, time_),
        plan_(readiness.launch) {}

  void read() {
    launch_ = values_.first(record_, "launch");
    read_start();
    read_rollout();
    read_cutover();
    read_decisions();
    read_communication();
    read_rest();
    mark();
    std::stable_sort(plan_.steps.begin(), plan_.steps.end(),
                     [](const LaunchStep& a, const LaunchStep& b) {
                       if (!a.begins || !b.begins)
                         return a.begins.has_value() > b.begins.has_value();
                       return *a.begins < *b.begins;
                     });
  }

 private:
  // The list inside `launch:`, then the one beside it.
  template <typename F>
  void each(std::string_view name, F&& f) {
    if (launch_ != nullptr) {
      for (const Value& value : values_.parts(*launch_, name)) f(value);
    }
    for (const Value& value : values_.all(record_, name)) f(value);
  }

  // `launch: {start:}`; of a day alone, or of none, the first time of day that a step says.
  void read_start() {
    std::optional<Date> day = target_;
    const Value* start = launch_ == nullptr ? nullptr : values_.part(*launch_, "start");
    if (start != nullptr) {
      if (const DateTime* moment = std::get_if<DateTime>(&start->data)) {
        clock_.begin(*moment, {});
        plan_.start = *moment;
        return;
      }
      if (const std::optional<Date> said = values_.day(start, time_, target_)) day = said;
    }
    clock_.begin({}, day);
    std::optional<std::int32_t> first;
    each("rollout", [&](const Value& value) {
      for (const std::string_view part : {std::string_view("at"), std::string_view("do")}) {
        const Value* text = values_.part(value, part);
        if (first || text == nullptr || !clock_.is_time(text->text)) continue;
        first = LaunchClock::time_of_day(text->text);
      }
    });
    if (!first && !values_.all(record_, "rollout").empty()) {
      first = LaunchClock::time_of_day(said_in_body("hour 0"));
    }
    if (!day || !first) return;
    plan_.start = to_utc(LocalTime{*day, *first}, clock_.zone());
    clock_.begin(plan_.start, {});
  }

  // What a paragraph of the text says that begins so: "**Hour 0 (9am):** it goes to production",
  // "**War room:** the channel". Empty if none does. Parts for one audience are left out.
  std::string said_in_body(std::string_view label) const {
    const MarkdownText& body = values_.program().record(record_).body;
    if (body.slice.count == 0) return {};
    const Tape& tape = values_.program().set.tapes[body.tape];
    const uint32_t end = body.slice.first + body.slice.count;
    for (uint32_t i = body.slice.first; i < end;) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::document) {
        ++i;
        continue;
      }
      if (node.kind == NodeKind::paragraph) {
        const std::string text = normalize_spaces(plain_text(tape, {i, node.size}));
        if (iequals(std::string_view(text).substr(0, label.size()), label)) {
          return text.substr(label.size());
        }
      }
      i += node.size;
    }
    return {};
  }

  struct Line {
    std::string what;
    const Value* at = nullptr;
    std::string at_text;
  };

  // What is done and when. In a list of lines the time may stand first (`09:00: Deploy`), and what
  // stands behind a colon may be no time at all.
  Line line_of(const Value& step, std::string_view what) const {
    Line line;
    line.what = values_.words(values_.part(step, what));
    line.at = values_.part(step, "at");
    line.at_text = values_.words(line.at);
    if (line.at_text.empty() || std::holds_alternative<DateTime>(line.at->data)) return line;
    if (clock_.is_time(line.at_text)) return line;
    if (clock_.is_time(line.what)) {
      std::swap(line.what, line.at_text);
      line.at = nullptr;
    } else if (!names_day(line)) {
      // One line of a list: the second half of its sentence.
      const Value* first = values_.part(step, what);
      if (first != nullptr && step.text.starts_with(first->text)) {
        line.what += ": " + line.at_text;
        line.at = nullptr;
        line.at_text.clear();
      }
    }
    return line;
  }

  bool names_day(const Line& line) const {
    return line.at != nullptr && values_.day(line.at, time_, target_).has_value();
  }

  // `before`: the step before it in its list, which a time of day counts on from.
  void set_begin(const Line& line, const LaunchStep* before, LaunchStep& step) const {
    step.at = line.at_text;
    if (line.at_text.empty()) {
      step.begins = before == nullptr ? plan_.start : before->ends;
      return;
    }
    if (line.at != nullptr) {
      if (const DateTime* moment = std::get_if<DateTime>(&line.at->data)) {
        step.begins = *moment;
        return;
      }
    }
    if (const std::optional<LaunchMoment> moment = clock_.read(line.at_text)) {
      step.begins = moment->at;
      step.all_day = moment->all_day;
      // A message goes out some days before, not on the minute.
      if (moment->by_days && step.kind == LaunchStepKind::communication) {
        const Date day = date_in(*moment->at, clock_.zone());
        step.begins = to_utc(LocalTime{day, 0}, clock_.zone());
        step.all_day = true;
      }
      // After 23:30 comes 00:15 of the next day.
      if (moment->bare_time && before != nullptr && before->begins &&
          *step.begins < *before->begins) {
        const LocalTime local = to_local(*step.begins, clock_.zone());
        step.begins =
            to_utc(LocalTime{add_days(local.date, 1), local.second_of_day}, clock_.zone());
      }
    } else if (line.at != nullptr && !clock_.is_time(line.at_text)) {
      if (const std::optional<Date> day = values_.day(line.at, time_, target_)) {
        step.begins = to_utc(LocalTime{*day, 0}, clock_.zone());
        step.all_day = true;
      }
    }
  }

  void set_end(const Value* length, std::optional<Duration> said, LaunchStep& step) const {
    if (length != nullptr) {
      if (const std::optional<Duration> read = clock_.length(length->text)) said = read;
    }
    if (said && step.begins && !step.all_day) step.ends = clock_.later(*step.begins, *said);
  }

  void set_owner(const Value& value, std::string_view part, PersonIndex& person,
                 std::string& text) const {
    NamedParty party = values_.party(values_.part(value, part));
    person = party.person;
    text = std::move(party.text);
  }

  void read_rollout() {
    std::size_t before = kNone;
    each("rollout", [&](const Value& value) {
      LaunchStep step;
      const Line line = line_of(value, "do");
      StepLine said = read_step_line(line.what, clock_);
      step.what = std::move(said.what);
      set_begin(line, at(before), step);
      set_end(values_.part(value, "watch"), said.watch, step);
      set_owner(value, "owner", step.owner, step.owner_text);
      set_owner(value, "decides", step.decides, step.decides_text);
      step.go_if = values_.words(values_.parts(value, "go_if"));
      step.check = values_.words(values_.part(value, "check"));
      step.back_out = values_.words(values_.part(value, "back_out"));
      before = keep(value, std::move(step));
    });
  }

  void read_cutover() {
    std::size_t before = kNone;
    each("cutover", [&](const Value& value) {
      LaunchStep step;
      step.kind = LaunchStepKind::cutover;
      const Line line = line_of(value, "do");
      step.what = line.what;
      set_begin(line, at(before), step);
      set_end(values_.part(value, "takes"), {}, step);
      set_owner(value, "owner", step.owner, step.owner_text);
      step.check = values_.words(values_.part(value, "check"));
      step.back_out = values_.words(values_.part(value, "back_out"));
      before = keep(value, std::move(step));
    });
  }

  // What belongs to a step stands at it; else it is a step of its own.
  void read_decisions() {
    each("decision_points", [&](const Value& value) {
      LaunchStep step;
      step.kind = LaunchStepKind::decision;
      const Line line = line_of(value, "after");
      step.what = line.what;
      step.go_if = values_.words(values_.parts(value, "go_if"));
      set_owner(value, "decides", step.decides, step.decides_text);
      if (line.at_text.empty()) {
        // A launch has a handful of steps; what is far down in a list of thousands is none of them.
        for (std::size_t i = 0; i < std::min(plan_.steps.size(), kMostNamed); ++i) {
          LaunchStep& other = plan_.steps[i];
          if (other.kind != LaunchStepKind::rollout || !speaks_of(step.what, other.what)) continue;
          for (std::string& criterion : step.go_if) other.go_if.push_back(std::move(criterion));
          if (other.decides == kNoPerson && other.decides_text.empty()) {
            other.decides = step.decides;
            other.decides_text = step.decides_text;
          }
          return;
        }
      } else {
        set_begin(line, nullptr, step);
      }
      keep(value, std::move(step));
    });
  }

  void read_communication() {
    each("communication", [&](const Value& value) {
      LaunchStep step;
      step.kind = LaunchStepKind::communication;
      const Line line = line_of(value, "message");
      step.what = line.what;
      if (!line.at_text.empty()) set_begin(line, nullptr, step);
      step.audience = values_.words(values_.part(value, "audience"));
      step.channel = values_.words(values_.part(value, "channel"));
      set_owner(value, "owner", step.owner, step.owner_text);
      keep(value, std::move(step));
    });
  }

  void read_rest() {
    std::unordered_set<std::string> known;
    const auto triggers = [&](const std::vector<Value>& from) {
      for (std::string& trigger : values_.words(from)) {
        if (known.insert(trigger).second) plan_.rollback_if.push_back(std::move(trigger));
      }
    };
    if (launch_ != nullptr) {
      triggers(values_.parts(*launch_, "rollback_if"));
      plan_.war_room = values_.words(values_.part(*launch_, "war_room"));
    }
    triggers(values_.all(record_, "rollback_triggers"));
    if (plan_.war_room.empty()) plan_.war_room = values_.words(values_.first(record_, "war_room"));
    if (plan_.war_room.empty()) {
      plan_.war_room = std::string(trim_spaces(said_in_body("war room:")));
    }
    each("on_call", [&](const Value& value) {
      LaunchPlan::Standby standby;
      NamedParty party = values_.party(values_.part(value, "person"));
      standby.person = party.person;
      standby.name = std::move(party.text);
      standby.role = values_.words(values_.part(value, "role"));
      standby.shift = values_.words(values_.part(value, "shift"));
      const std::string contact = values_.words(values_.part(value, "contact"));
      if (!contact.empty()) standby.shift += (standby.shift.empty() ? "" : ", ") + contact;
      plan_.roster.push_back(std::move(standby));
    });
  }

  // A step of a list may not begin before the one before it is over.
  void mark() {
    std::array<std::optional<DateTime>, 2> over;
    const std::vector<DateRange>& freezes = values_.program().set.settings.freezes;
    for (LaunchStep& step : plan_.steps) {
      if (!step.begins || step.kind == LaunchStepKind::communication) continue;
      const Date first = date_in(*step.begins, clock_.zone());
      // A step that ends at midnight does not touch the day after.
      const DateTime last_moment = step.ends && *step.begins < *step.ends
                                       ? DateTime{step.ends->utc_seconds - 1}
                                       : *step.begins;
      const Date last = date_in(last_moment, clock_.zone());
      step.off_hours = !time_.is_working(first);
      step.frozen = std::any_of(freezes.begin(), freezes.end(), [&](const DateRange& freeze) {
        return freeze.first <= last && first <= freeze.last;
      });
      if (step.all_day || step.kind == LaunchStepKind::decision) continue;
      std::optional<DateTime>& before = over[step.kind == LaunchStepKind::cutover ? 1 : 0];
      step.clashes = before && *step.begins < *before;
      const DateTime end = step.ends.value_or(*step.begins);
      if (!before || *before < end) before = end;
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kMostNamed = 100;

  const LaunchStep* at(std::size_t index) const {
    return index == kNone ? nullptr : &plan_.steps[index];
  }

  std::size_t keep(const Value& value, LaunchStep step) {
    step.place = value.span;
    plan_.steps.push_back(std::move(step));
    return plan_.steps.size() - 1;
  }

  const NamedValues& values_;
  RecordIndex record_;
  std::optional<Date> target_;
  const WorkingTime& time_;
  LaunchClock clock_;
  LaunchPlan& plan_;
  const Value* launch_ = nullptr;
};

}  // namespace

void LaunchReader::read(Readiness& readiness) const {
  PlanReader(values_, analysis_, readiness).read();
}

}  // namespace milepost
