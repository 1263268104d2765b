// Writes verdicts, their reasons, and what they are made of.
#include "render/model_readiness_json.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {
namespace {

template <typename Enum, size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, Enum value) {
  const auto at = static_cast<size_t>(value);
  return at < N ? words[at] : std::string_view();
}

// By the enumerations of view_readiness.h.
constexpr std::array<std::string_view, 4> kVerdicts = {"none", "go", "conditional_go", "no_go"};
constexpr std::array<std::string_view, 6> kItemStates = {"passed",  "waived", "open",
                                                         "missing", "failed", "not_applicable"};
constexpr std::array<std::string_view, 4> kGateStates = {"passed", "in_progress", "not_passed",
                                                         "not_applicable"};
constexpr std::array<std::string_view, 4> kGateVerdicts = {"go", "conditional_go", "no_go", "none"};
constexpr std::array<std::string_view, 7> kSignOffStates = {
    "current", "stale", "unsealed", "conditional", "not_signed", "refused", "invalid"};
constexpr std::array<std::string_view, 5> kEvidence = {"none", "record", "file", "link", "text"};
constexpr std::array<std::string_view, 4> kSteps = {"rollout", "cutover", "communication",
                                                    "decision"};
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
static_assert(static_cast<size_t>(ViewReasonKind::condition_said) + 1 == kReasons.size());

// What a reason counts in: the name of the member that says where.
std::string_view list_of(ViewReasonKind kind) {
  switch (kind) {
    case ViewReasonKind::item_missing:
    case ViewReasonKind::item_failed:
    case ViewReasonKind::item_open:
      return "item";
    case ViewReasonKind::waiver_expired:
    case ViewReasonKind::waiver_ends_early:
      return "waiver";
    case ViewReasonKind::sign_off_refused:
    case ViewReasonKind::sign_off_stale:
    case ViewReasonKind::sign_off_invalid:
    case ViewReasonKind::sign_off_missing:
    case ViewReasonKind::sign_off_conditional:
      return "sign_off";
    case ViewReasonKind::condition_said:
      return "condition";
    default:
      return {};
  }
}

class ReadinessWriter {
 public:
  ReadinessWriter(JsonWriter& json, const View& view) : json_(json), view_(view) {}

  void write(bool releases) {
    json_.begin_array();
    for (const ViewReadiness& one : view_.readiness) {
      if (one.release == releases) write(one);
    }
    json_.end_array();
  }

 private:
  void write(const ViewReadiness& one) {
    json_.begin_object().member("id", view_.record(one.record).id);
    json_.member("verdict", word_of(kVerdicts, one.verdict));
    date_or_null("target", one.target);
    json_.key("days_to_target");
    if (one.target) {
      json_.integer(one.days_to_target);
    } else {
      json_.null();
    }
    date_or_null("last_clear", one.last_clear);
    counts(one.passed, one.waived, one.required);
    json_.key("reasons").begin_array();
    for (const ViewReadyReason& reason : one.reasons) write(one, reason);
    json_.end_array();
    gates(one);
    waivers(one);
    if (one.release) {
      sign_offs(one);
      decision(one.said);
      launch(one.launch);
      after(one.after);
    }
    json_.end_object();
  }

  void date_or_null(std::string_view key, const std::optional<Date>& date) {
    json_.key(key);
    if (date) {
      json_.string(to_iso(*date));
    } else {
      json_.null();
    }
  }
  void date_if(std::string_view key, const std::optional<Date>& date) {
    if (date) json_.member(key, to_iso(*date));
  }
  void moment_if(std::string_view key, const std::optional<DateTime>& time) {
    if (time) json_.member(key, to_iso(*time, view_.program.zone));
  }
  void text_if(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.member(key, text);
  }
  void flag_if(std::string_view key, bool flag) {
    if (flag) json_.member(key, true);
  }
  // The key of a person or team, else the words.
  void who_if(std::string_view key, const ViewWho& who) {
    if (who.person != ViewPersonId{0xFFFFFFFF}) {
      json_.member(key, view_.person(who.person).key);
    } else if (who.team != ViewTeamId{0xFFFFFFFF}) {
      json_.member(key, view_.team(who.team).key);
    } else {
      text_if(key, who.text);
    }
  }
  void record_if(std::string_view key, ViewRecordId record) {
    if (record != kReleaseItself) json_.member(key, view_.record(record).id);
  }
  void texts(std::string_view key, const std::vector<std::string>& all) {
    if (all.empty()) return;
    json_.key(key).begin_array();
    for (const std::string& text : all) json_.string(text);
    json_.end_array();
  }
  void counts(uint32_t passed, uint32_t waived, uint32_t total) {
    json_.member("passed", passed).member("waived", waived).member("total", total);
  }

  void write(const ViewReadiness& one, const ViewReadyReason& reason) {
    json_.begin_object().member("kind", word_of(kReasons, reason.kind));
    json_.member("blocks", reason.blocks);
    record_if("about", reason.about);
    const std::string_view list = list_of(reason.kind);
    if (!list.empty() && reason.index != kNoViewItem) {
      json_.key(list);
      if (list == "item") {
        json_.string(one.items[reason.index].key);
      } else if (list == "waiver") {
        json_.string(one.waivers[reason.index].item);
      } else if (list == "sign_off") {
        json_.string(one.sign_offs[reason.index].role);
      } else {
        json_.string(one.said.conditions[reason.index].text);
      }
    }
    record_if("through", reason.through);
    flag_if("general", reason.general);
    who_if("who", reason.who);
    date_if("by", reason.by);
    json_.member("days", reason.days);
    text_if("how", reason.how);
    json_.end_object();
  }

  void gates(const ViewReadiness& one) {
    std::vector<std::vector<uint32_t>> items(one.gates.size()), reasons(one.gates.size());
    for (uint32_t i = 0; i < one.items.size(); ++i) {
      if (one.items[i].gate < items.size()) items[one.items[i].gate].push_back(i);
    }
    for (uint32_t i = 0; i < one.reasons.size(); ++i) {
      const ViewReadyReason& reason = one.reasons[i];
      uint32_t item = kNoViewItem;
      if (list_of(reason.kind) == "item") item = reason.index;
      if (list_of(reason.kind) == "waiver") item = one.waivers[reason.index].of;
      if (item < one.items.size() && one.items[item].gate < reasons.size()) {
        reasons[one.items[item].gate].push_back(i);
      }
    }
    json_.key("gates").begin_array();
    for (size_t g = 0; g < one.gates.size(); ++g) {
      const ViewGate& gate = one.gates[g];
      json_.begin_object().member("id", gate.key);
      text_if("title", gate.title);
      json_.member("verdict", word_of(kGateVerdicts, gate.state));
      json_.member("state", word_of(kGateStates, gate.state));
      counts(gate.passed, gate.waived, gate.required);
      date_if("due", gate.due);
      who_if("owner", gate.owner);
      text_if("if", gate.condition);
      json_.key("reasons").begin_array();
      for (const uint32_t number : reasons[g]) json_.integer(number);
      json_.end_array().key("items").begin_array();
      for (const uint32_t number : items[g]) write(one, one.items[number]);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write(const ViewReadiness& one, const ViewGateItem& item) {
    json_.begin_object().member("id", item.key).member("text", item.text);
    json_.member("state", word_of(kItemStates, item.state));
    json_.member("required", item.required);
    flag_if("from_template", item.from_template);
    text_if("if", item.condition);
    who_if("owner", item.owner);
    date_if("due", item.due);
    date_if("expected", item.expected);
    if (item.evidence != ViewEvidenceKind::none) {
      json_.key("evidence").begin_object();
      json_.member("kind", word_of(kEvidence, item.evidence));
      record_if("record", item.evidence_record);
      text_if("text", item.evidence_text);
      json_.member("there", item.evidence_there);
      text_if("expects", item.expects);
      text_if("measured", item.measured);
      text_if("problem", item.evidence_problem);
      json_.end_object();
    }
    text_if("notes", item.notes);
    if (item.waiver != kNoViewItem && item.state == ViewItemState::waived) {
      json_.member("waived_by", one.waivers[item.waiver].by.text);
    }
    json_.end_object();
  }

  void waivers(const ViewReadiness& one) {
    json_.key("waivers").begin_array();
    for (const ViewWaiver& waiver : one.waivers) {
      json_.begin_object().member("item", waiver.item);
      json_.member("valid", waiver.valid && waiver.of != kNoViewItem);
      who_if("by", waiver.by);
      text_if("reason", waiver.reason);
      date_if("until", waiver.until);
      flag_if("expired", waiver.expired);
      flag_if("ends_early", waiver.ends_early);
      flag_if("names_nothing", waiver.of == kNoViewItem);
      json_.end_object();
    }
    json_.end_array();
  }

  void sign_offs(const ViewReadiness& one) {
    json_.key("sign_offs").begin_array();
    for (const ViewSignOff& sign_off : one.sign_offs) {
      json_.begin_object().member("role", sign_off.role);
      json_.member("state", word_of(kSignOffStates, sign_off.state));
      json_.member("required", sign_off.required);
      who_if("by", sign_off.by);
      date_if("on", sign_off.on);
      if (sign_off.decision != ViewReadyVerdict::none) {
        json_.member("decision", word_of(kVerdicts, sign_off.decision));
      }
      date_if("due", sign_off.due);
      json_.member("covers", sign_off.covers);
      if (!sign_off.changed.empty()) {
        json_.key("changed").begin_array();
        for (const ViewCoveredField& field : sign_off.changed) {
          json_.begin_object();
          record_if("record", field.record);
          json_.member("field", field.field).member("was", field.was).member("now", field.now);
          json_.end_object();
        }
        json_.end_array();
      }
      text_if("via", sign_off.via);
      text_if("notes", sign_off.notes);
      json_.end_object();
    }
    json_.end_array();
  }

  void decision(const ViewGoNoGo& said) {
    json_.key("decision");
    if (said.decision == ViewReadyVerdict::none && said.votes.empty() && said.conditions.empty()) {
      json_.null();
      return;
    }
    json_.begin_object().member("said", word_of(kVerdicts, said.decision));
    date_if("on", said.on);
    json_.member("overrides", said.overrides);
    text_if("reason", said.reason);
    if (said.minutes_of != kReleaseItself) {
      record_if("minutes", said.minutes_of);
    } else {
      text_if("minutes", said.minutes);
    }
    json_.key("votes").begin_array();
    for (const ViewVote& vote : said.votes) {
      json_.begin_object();
      who_if("who", vote.by);
      text_if("role", vote.role);
      text_if("vote", vote.vote);
      json_.member("said", word_of(kVerdicts, vote.said)).end_object();
    }
    json_.end_array().key("conditions").begin_array();
    for (const ViewCondition& condition : said.conditions) {
      json_.begin_object().member("text", condition.text).member("met", condition.met).end_object();
    }
    json_.end_array().end_object();
  }

  void launch(const ViewLaunchPlan& plan) {
    json_.key("launch");
    if (!plan.start && plan.steps.empty() && plan.rollback_if.empty() && plan.roster.empty() &&
        plan.war_room.empty()) {
      json_.null();
      return;
    }
    json_.begin_object();
    moment_if("start", plan.start);
    json_.key("steps").begin_array();
    for (const ViewLaunchStep& step : plan.steps) write(step);
    json_.end_array();
    texts("rollback_if", plan.rollback_if);
    text_if("war_room", plan.war_room);
    if (!plan.roster.empty()) {
      json_.key("on_call").begin_array();
      for (const ViewStandby& one : plan.roster) {
        json_.begin_object();
        who_if("who", one.who);
        text_if("role", one.role);
        text_if("shift", one.shift);
        json_.end_object();
      }
      json_.end_array();
    }
    json_.end_object();
  }

  void write(const ViewLaunchStep& step) {
    json_.begin_object().member("kind", word_of(kSteps, step.kind)).member("what", step.what);
    if (step.begins) {
      json_.member("begins", step.all_day ? to_iso(date_in(*step.begins, view_.program.zone))
                                          : to_iso(*step.begins, view_.program.zone));
    }
    moment_if("ends", step.ends);
    who_if("owner", step.owner);
    who_if("decides", step.decides);
    texts("go_if", step.go_if);
    text_if("check", step.check);
    text_if("back_out", step.back_out);
    text_if("audience", step.audience);
    text_if("channel", step.channel);
    flag_if("clashes", step.clashes);
    flag_if("frozen", step.frozen);
    flag_if("off_hours", step.off_hours);
    json_.end_object();
  }

  void after(const ViewPostLaunch& after) {
    json_.key("post_launch");
    if (after.measures.empty() && !after.review && after.hand_over_to.empty()) {
      json_.null();
      return;
    }
    json_.begin_object().key("metrics").begin_array();
    for (const ViewMeasure& measure : after.measures) {
      json_.begin_object();
      record_if("metric", measure.metric);
      json_.member("name", measure.name);
      text_if("target", measure.target);
      text_if("result", measure.result);
      json_.key("met");
      if (measure.met || measure.missed) {
        json_.boolean(measure.met);
      } else {
        json_.null();
      }
      json_.end_object();
    }
    json_.end_array();
    date_if("review", after.review);
    who_if("hand_over_to", after.hand_over_to);
    date_if("hand_over_on", after.hand_over_on);
    text_if("notes", after.notes);
    json_.end_object();
  }

  JsonWriter& json_;
  const View& view_;
};

}  // namespace

void write_model_releases(JsonWriter& json, const View& view) {
  ReadinessWriter(json, view).write(true);
}

void write_model_acceptance(JsonWriter& json, const View& view) {
  ReadinessWriter(json, view).write(false);
}

}  // namespace milepost
