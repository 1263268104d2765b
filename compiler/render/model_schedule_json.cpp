// Writes the schedule of the model.
#include "render/model_schedule_json.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "render/model_words.h"

namespace milepost {
namespace {

template <typename Enum, size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, Enum value) {
  const auto at = static_cast<size_t>(value);
  return at < N ? words[at] : std::string_view();
}

// By the enumerations of view_schedule.h.
constexpr std::array<std::string_view, 6> kKinds = {"task",       "milestone", "release",
                                                    "dependency", "blocker",   "other"};
constexpr std::array<std::string_view, 3> kStates = {"waiting", "started", "done"};
constexpr std::array<std::string_view, 5> kLengths = {"none", "event", "remaining", "estimate",
                                                      "dates"};
constexpr std::array<std::string_view, 4> kRelations = {"FS", "SS", "FF", "SF"};
constexpr std::array<std::string_view, 8> kHealthCauses = {
    "late_to_commitment", "breaks_commitment", "blocked_by",      "overdue_start",
    "child_off_track",    "past_response",     "decision_missed", "no_dates"};
constexpr std::array<std::string_view, 9> kSlipCauses = {
    "promised_later", "finished_late", "takes_longer", "not_started", "overdue",
    "blocked",        "own_date",      "longer_path",  "absorbed"};

class ScheduleWriter {
 public:
  ScheduleWriter(JsonWriter& json, const View& view)
      : json_(json), view_(view), schedule_(view.schedule) {}

  void write() {
    json_.begin_object();
    const bool reckoned = schedule_.target != kNotInPlan;
    id_or_null("target", reckoned ? schedule_.target : view_.program.target);
    nodes();
    edges();
    ids("critical_path", schedule_.critical_path);
    json_.member("near_critical_days", int64_t{schedule_.near_critical_days});
    if (view_.program.shows.probabilities) forecast();
    explanations();
    gains();
    json_.end_object();
  }

 private:
  void id(ViewRecordId record) { json_.string(view_.record(record).id); }

  void id_or_null(std::string_view key, ViewRecordId record) {
    json_.key(key);
    if (record == kNotInPlan) {
      json_.null();
    } else {
      id(record);
    }
  }

  void id_if(std::string_view key, ViewRecordId record) {
    if (record == kNotInPlan) return;
    json_.key(key);
    id(record);
  }

  void ids(std::string_view key, std::span<const ViewRecordId> records) {
    json_.key(key).begin_array();
    for (const ViewRecordId record : records) id(record);
    json_.end_array();
  }

  void date_or_null(std::string_view key, bool known, Date date) {
    json_.key(key);
    if (known) {
      json_.string(to_iso(date));
    } else {
      json_.null();
    }
  }

  void date_if(std::string_view key, const std::optional<Date>& date) {
    if (date) json_.member(key, to_iso(*date));
  }

  void float_or_null(std::string_view key, int32_t days) {
    json_.key(key);
    if (days == kNoViewFloat) {
      json_.null();
    } else {
      json_.integer(days);
    }
  }

  void days(std::string_view key, int32_t count) { json_.member(key, int64_t{count}); }

  void share(std::string_view key, int64_t per_mille) {
    json_.key(key).number(static_cast<double>(per_mille) / 1000);
  }

  void nodes() {
    json_.key("nodes").begin_array();
    for (const ViewScheduleItem& item : schedule_.items) node(item);
    json_.end_array();
  }

  void node(const ViewScheduleItem& item) {
    json_.begin_object().key("id");
    id(item.record);
    const bool measured = item.dated && item.total_float != kNoViewFloat;
    date_or_null("early_start", item.dated && item.start_known, item.start);
    date_or_null("early_finish", item.dated, item.finish);
    date_or_null("late_start", measured && item.start_known, item.late_start);
    date_or_null("late_finish", measured, item.late_finish);
    float_or_null("total_float_days", item.total_float);
    float_or_null("free_float_days", item.free_float);
    json_.member("critical", item.critical);
    json_.member("near_critical", item.near_critical);
    id_or_null("driver", item.driver);
    json_.member("kind", word_of(kKinds, item.kind));
    json_.member("state", word_of(kStates, item.state));
    json_.member("length_from", word_of(kLengths, item.source));
    days("length_days", item.length);
    days("remaining_days", item.remaining);
    json_.member("percent", int64_t{item.percent});
    if (item.summary) json_.member("summary", true);
    if (item.outside) json_.member("outside", true);
    id_if("part_of", item.parent);
    id_if("workstream", item.workstream);
    if (item.commitment_float != kNoViewFloat) {
      days("commitment_float_days", item.commitment_float);
      id_if("bound_by", item.bound_by);
    }
    date_if("commitment", item.commitment);
    date_if("baseline", item.baseline);
    date_if("first_baseline", item.first_baseline);
    if (item.rebaselines > 0) json_.member("rebaselines", int64_t{item.rebaselines});
    if (item.baseline) {
      days("slip_days", item.slip);
      days("slip_from_first_days", item.slip_from_first);
    }
    if (item.computed != ViewHealth::none) json_.member("health", health_key(item.computed));
    if (!item.reasons.empty()) reasons(item.reasons);
    if (item.rosier) json_.member("rosier", true).member("explained", item.explained);
    json_.end_object();
  }

  void reasons(std::span<const ViewHealthReason> all) {
    json_.key("reasons").begin_array();
    for (const ViewHealthReason& reason : all) {
      json_.begin_object().member("cause", word_of(kHealthCauses, reason.cause));
      if (reason.days != 0) days("days", reason.days);
      id_if("about", reason.about);
      date_if("date", reason.date);
      json_.end_object();
    }
    json_.end_array();
  }

  void edges() {
    json_.key("edges").begin_array();
    for (const ViewScheduleEdge& edge : schedule_.edges) {
      json_.begin_object().key("from");
      id(edge.from);
      json_.key("to");
      id(edge.to);
      json_.member("type", word_of(kRelations, edge.relation));
      if (edge.lag != 0) {
        days("lag_days", edge.lag);
        if (edge.wall_lag) json_.member("calendar_days", true);
      }
      days("slack_days", edge.slack);
      if (edge.critical) json_.member("critical", true);
      if (edge.driving) json_.member("driving", true);
      if (edge.slipping) json_.member("slipping", true);
      json_.end_object();
    }
    json_.end_array();
  }

  void forecast() {
    json_.key("forecast").begin_array();
    for (const ViewForecastDates& one : schedule_.forecast) {
      json_.begin_object().key("id");
      id(one.item);
      json_.member("p20", to_iso(one.p20)).member("p50", to_iso(one.p50));
      json_.member("p80", to_iso(one.p80)).member("p95", to_iso(one.p95));
      if (one.on_time && !schedule_.indicative) {
        share("on_time_probability", *one.on_time);
      } else {
        json_.key("on_time_probability").null();
      }
      json_.end_object();
    }
    json_.end_array();
    json_.key("forecast_basis").begin_object();
    json_.member("trials", schedule_.trials).member("indicative", schedule_.indicative);
    json_.member("path_days", schedule_.path_work);
    json_.member("path_days_with_range", schedule_.path_ranged);
    json_.key("drivers").begin_array();
    for (const ViewForecastDriver& driver : schedule_.drivers) {
      json_.begin_object().key("id");
      id(driver.item);
      share("criticality", driver.criticality);
      share("sensitivity", driver.sensitivity);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  void explanations() {
    json_.key("explanations").begin_array();
    for (const ViewExplanation& why : schedule_.explanations) {
      json_.begin_object().key("id");
      id(why.milestone);
      json_.member("committed", to_iso(why.committed)).member("forecast", to_iso(why.forecast));
      days("slip_days", why.slip);
      json_.key("parts").begin_array();
      for (const ViewSlipPart& part : why.parts) slip_part(part);
      json_.end_array();
      ids("path", why.path);
      json_.key("with_float").begin_array();
      for (const ViewItemFloat& one : why.with_float) {
        json_.begin_object().key("id");
        id(one.item);
        days("days", one.days);
        json_.end_object();
      }
      json_.end_array();
      ids("contradicted", why.contradicted);
      json_.member("path_items", why.path_items);
      json_.member("path_items_estimated", why.path_estimated).end_object();
    }
    json_.end_array();
  }

  void slip_part(const ViewSlipPart& part) {
    json_.begin_object();
    id_or_null("id", part.item);
    days("days", part.days);
    json_.member("cause", word_of(kSlipCauses, part.cause));
    date_if("was", part.was);
    date_if("now", part.now);
    id_if("because", part.because);
    json_.end_object();
  }

  void gains() {
    json_.key("gains").begin_array();
    for (const ViewImpact& gain : schedule_.gains) {
      json_.begin_object().key("id");
      id(gain.item);
      days("days", gain.days);
      json_.member("target_finish", to_iso(gain.target_finish));
      days("target_days", gain.target_days);
      json_.end_object();
    }
    json_.end_array();
  }

  JsonWriter& json_;
  const View& view_;
  const ViewSchedule& schedule_;
};

}  // namespace

void write_model_schedule(JsonWriter& json, const View& view) {
  ScheduleWriter(json, view).write();
}

}  // namespace milepost
