// Writes verdicts with their reasons, gates, sign-offs and launch plans.
#include "analyze/print_readiness.h"

#include <array>

#include "calendar/datetime.h"

namespace milepost {
namespace {

template <std::size_t N, typename Enum>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < N ? words[at] : std::string_view();
}

constexpr std::array<std::string_view, 4> kVerdicts = {"none", "go", "conditional_go", "no_go"};
constexpr std::array<std::string_view, 6> kItemStates = {"passed",  "waived", "open",
                                                         "missing", "failed", "not_applicable"};
constexpr std::array<std::string_view, 4> kGateStates = {"passed", "in_progress", "not_passed",
                                                         "not_applicable"};
constexpr std::array<std::string_view, 7> kSignOffStates = {
    "current", "stale", "unsealed", "conditional", "not_signed", "refused", "invalid"};
constexpr std::array<std::string_view, 20> kReasons = {"item_missing",      "item_failed",
                                                       "item_open",         "waiver_expired",
                                                       "waiver_ends_early", "sign_off_refused",
                                                       "sign_off_stale",    "sign_off_invalid",
                                                       "sign_off_missing",  "sign_off_conditional",
                                                       "blocker_open",      "issue_open",
                                                       "risk_unmitigated",  "work_late",
                                                       "work_open",         "dependency_late",
                                                       "dependency_open",   "target_passed",
                                                       "no_target",         "condition_said"};
static_assert(static_cast<std::size_t>(ReasonKind::condition_said) + 1 == kReasons.size());
constexpr std::array<std::string_view, 4> kSteps = {"rollout", "cutover", "communication",
                                                    "decision"};

std::string person_name(const Program& program, PersonIndex person, const std::string& text) {
  return person == kNoPerson ? text : program.person(person).key;
}

class ReadinessPrinter {
 public:
  ReadinessPrinter(const Program& program, const Analysis& analysis)
      : program_(program),
        analysis_(analysis),
        zone_(Zone::find(program.set.settings.timezone).value_or(Zone())) {}

  std::string print() {
    for (const Readiness& one : analysis_.readiness) print(one);
    return std::move(out_);
  }

 private:
  void line(std::string_view indent, const std::string& text) {
    out_.append(indent).append(text).append("\n");
  }

  void print(const Readiness& one) {
    if (!out_.empty()) out_ += '\n';
    line("", program_.record(one.record).id + " readiness");
    line("  ", "verdict: " + std::string(verdict_name(one.verdict)));
    if (one.target) {
      line("  ", "target: " + to_iso(*one.target) + ", " + std::to_string(one.days_to_target) +
                     " working days");
    }
    if (one.last_clear) line("  ", "last_clear: " + to_iso(*one.last_clear));
    line("  ", "items: " + count(one.passed, one.waived, one.required));
    for (const ReadyReason& reason : one.reasons) line("  ", print_reason(program_, one, reason));
    print_gates(one);
    for (const SignOff& sign_off : one.sign_offs) {
      line("  ", "sign_off " + sign_off.role + ": " +
                     std::string(sign_off_state_name(sign_off.state)) +
                     tail(person_name(program_, sign_off.by, sign_off.by_text)));
    }
    for (const Waiver& waiver : one.waivers) {
      line("  ", "waiver " + waiver.item + ": " +
                     (waiver.of == kNoItem ? "names no item"
                      : waiver.valid       ? "valid"
                      : waiver.expired     ? "expired"
                                           : "not valid") +
                     (waiver.until ? " until " + to_iso(*waiver.until) : std::string()));
    }
    print_said(one.said);
    print_launch(one.launch);
    print_after(one.after);
  }

  static std::string tail(const std::string& text) { return text.empty() ? "" : ", " + text; }

  static std::string count(uint32_t passed, uint32_t waived, uint32_t required) {
    std::string text = std::to_string(passed) + " of " + std::to_string(required);
    if (waived > 0) text += ", " + std::to_string(waived) + " waived";
    return text;
  }

  void print_gates(const Readiness& one) {
    for (uint32_t g = 0; g < one.gates.size(); ++g) {
      const Gate& gate = one.gates[g];
      line("  ", "gate " + (gate.key.empty() ? gate.title : gate.key) + ": " +
                     std::string(gate_state_name(gate.state)) + " " +
                     count(gate.passed, gate.waived, gate.required));
      for (const GateItem& item : one.items) {
        if (item.gate != g) continue;
        std::string text = (item.key.empty() ? item.text : item.key) + ": " +
                           std::string(item_state_name(item.state));
        if (!item.required) text += ", advisory";
        if (item.due) text += ", due " + to_iso(*item.due);
        if (item.expected) text += ", expected " + to_iso(*item.expected);
        text += tail(person_name(program_, item.owner, item.owner_text));
        line("    ", text);
      }
    }
  }

  void print_said(const GoNoGo& said) {
    if (said.decision != ReadyVerdict::none) {
      line("  ", "said: " + std::string(verdict_name(said.decision)) +
                     (said.on ? " on " + to_iso(*said.on) : std::string()) +
                     (said.overrides ? ", overrides" : "") + tail(said.reason));
    }
    for (const GoNoGo::Vote& vote : said.votes) {
      line("    ", "vote: " + person_name(program_, vote.by, vote.name) + tail(vote.role) + ": " +
                       std::string(verdict_name(vote.said)));
    }
    for (const GoNoGo::Condition& condition : said.conditions) {
      line("    ", "condition: " + condition.text + (condition.met ? " (met)" : ""));
    }
  }

  std::string moment(DateTime time, bool all_day) const {
    const LocalTime local = to_local(time, zone_);
    return all_day ? to_iso(local.date) : to_text(local);
  }

  void print_launch(const LaunchPlan& launch) {
    if (launch.start) line("  ", "launch: " + moment(*launch.start, false));
    for (const LaunchStep& step : launch.steps) {
      std::string text = std::string(word(kSteps, step.kind)) + ": " +
                         (step.begins ? moment(*step.begins, step.all_day) : std::string("-"));
      if (step.ends) text += " to " + moment(*step.ends, false);
      text += " " + step.what;
      for (const std::string& criterion : step.go_if) text += "; go if " + criterion;
      text += tail(person_name(program_, step.owner, step.owner_text));
      const std::string decides = person_name(program_, step.decides, step.decides_text);
      if (!decides.empty()) text += ", " + decides + " decides";
      text += tail(step.audience) + tail(step.channel);
      if (!step.check.empty()) text += "; check " + step.check;
      if (!step.back_out.empty()) text += "; back out " + step.back_out;
      if (step.clashes) text += " [clashes]";
      if (step.frozen) text += " [frozen]";
      if (step.off_hours) text += " [off hours]";
      line("    ", text);
    }
    for (const std::string& trigger : launch.rollback_if) line("    ", "rollback if: " + trigger);
    if (!launch.war_room.empty()) line("    ", "war room: " + launch.war_room);
    for (const LaunchPlan::Standby& one : launch.roster) {
      line("    ", "on call: " + person_name(program_, one.person, one.name) + tail(one.role) +
                       tail(one.shift));
    }
  }

  void print_after(const PostLaunch& after) {
    for (const PostLaunch::Measure& measure : after.measures) {
      line("  ", "measure: " + measure.name + tail(measure.target) + " is " +
                     (measure.result.empty() ? "-" : measure.result) +
                     (measure.met      ? " (met)"
                      : measure.missed ? " (missed)"
                                       : ""));
    }
    if (after.review) line("  ", "review: " + to_iso(*after.review));
    const std::string to = person_name(program_, after.hand_over_to, after.hand_over_text);
    if (!to.empty()) {
      line("  ", "hand_over: " + to +
                     (after.hand_over_on ? ", " + to_iso(*after.hand_over_on) : std::string()));
    }
  }

  const Program& program_;
  const Analysis& analysis_;
  Zone zone_;
  std::string out_;
};

}  // namespace

std::string_view verdict_name(ReadyVerdict verdict) {
  return word(kVerdicts, verdict);
}
std::string_view item_state_name(ItemState state) {
  return word(kItemStates, state);
}
std::string_view gate_state_name(GateState state) {
  return word(kGateStates, state);
}
std::string_view sign_off_state_name(SignOffState state) {
  return word(kSignOffStates, state);
}
std::string_view reason_name(ReasonKind kind) {
  return word(kReasons, kind);
}

std::string reason_subject(const Program& program, const Readiness& readiness,
                           const ReadyReason& reason) {
  switch (reason.kind) {
    case ReasonKind::item_missing:
    case ReasonKind::item_failed:
    case ReasonKind::item_open: {
      const GateItem& item = readiness.items[reason.index];
      return item.key.empty() ? item.text : item.key;
    }
    case ReasonKind::waiver_expired:
    case ReasonKind::waiver_ends_early:
      return readiness.waivers[reason.index].item;
    case ReasonKind::sign_off_refused:
    case ReasonKind::sign_off_stale:
    case ReasonKind::sign_off_invalid:
    case ReasonKind::sign_off_missing:
    case ReasonKind::sign_off_conditional:
      return readiness.sign_offs[reason.index].role;
    case ReasonKind::condition_said:
      return readiness.said.conditions[reason.index].text;
    default:
      return reason.about == kNoRecord ? std::string() : program.record(reason.about).short_id;
  }
}

std::string reason_who(const Program& program, const ReadyReason& reason) {
  if (reason.who != kNoPerson) return program.person(reason.who).key;
  return reason.team != kNoTeam ? program.team(reason.team).key : reason.who_text;
}

std::string print_reason(const Program& program, const Readiness& readiness,
                         const ReadyReason& reason) {
  std::string text = reason.blocks ? "blocks: " : "condition: ";
  text += reason_name(reason.kind);
  const std::string subject = reason_subject(program, readiness, reason);
  if (!subject.empty()) text += " " + subject;
  if (reason.through != kNoRecord) text += " through " + program.record(reason.through).short_id;
  if (reason.general) text += ", names nothing";
  if (reason.days > 0) text += ", " + std::to_string(reason.days) + " days";
  if (reason.by) text += ", by " + to_iso(*reason.by);
  const std::string who = reason_who(program, reason);
  if (!who.empty()) text += ", " + who;
  return text;
}

std::string print_readiness(const Program& program, const Analysis& analysis) {
  return ReadinessPrinter(program, analysis).print();
}

}  // namespace milepost
