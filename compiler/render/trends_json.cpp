// Writes the history of figures.
#include "render/trends_json.h"

#include <array>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compare/past.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 4> kVerdicts = {"none", "go", "conditional_go", "no_go"};

// The points of each id, by version; only of what is there now.
template <typename Point>
using PointsById = std::map<std::string_view, std::vector<std::pair<uint32_t, const Point*>>>;

class TrendsWriter {
 public:
  TrendsWriter(JsonWriter& json, const Outline& outline)
      : json_(json), view_(outline.view), history_(outline.past->history) {}

  void write() {
    for (const ViewRecord& record : view_.records) ids_.insert(record.id);
    json_.key("trends").begin_object();
    json_.key("versions").begin_array();
    for (size_t i = 0; i < history_.editions.size(); ++i) {
      version(history_.editions[i], history_.trends[i]);
    }
    json_.end_array();
    json_.key("milestones");
    lives(&TrendPoint::milestones, [](const MilestonePoint& a, const MilestonePoint& b) {
      return a.finish == b.finish && a.committed == b.committed && a.met == b.met;
    });
    json_.key("releases");
    if (view_.program.shows.verdict) {
      lives(&TrendPoint::releases, [](const ReadinessPoint& a, const ReadinessPoint& b) {
        return a.verdict == b.verdict && a.passed == b.passed && a.waived == b.waived &&
               a.required == b.required && a.blocking == b.blocking;
      });
    } else {
      json_.begin_array().end_array();
    }
    json_.end_object();
  }

 private:
  void version(const ViewEdition& edition, const TrendPoint& point) {
    const ViewShows& shows = view_.program.shows;
    json_.begin_object().member("version", edition.label).member("date", to_iso(edition.date));
    if (shows.metrics) {
      json_.member("work_open", point.work_open).member("work_done", point.work_done);
      json_.member("days_left", point.days_left).member("risks_open", point.risks_open);
      json_.member("issues_open", point.issues_open);
      json_.member("blockers_open", point.blockers_open);
      json_.member("decisions_open", point.decisions_open);
      json_.member("actions_open", point.actions_open);
    }
    if (shows.scores) {
      json_.member("risks_high", point.risks_high).member("risk_exposure", point.risk_exposure);
    }
    json_.member("path_stability", static_cast<uint32_t>(point.path_stability));
    json_.end_object();
  }

  template <typename Point, typename Same>
  void lives(std::vector<Point> TrendPoint::*points, Same same) {
    PointsById<Point> all;
    for (uint32_t i = 0; i < history_.trends.size(); ++i) {
      for (const Point& point : history_.trends[i].*points) {
        if (!ids_.contains(point.id)) continue;
        auto& told = all[point.id];
        if (told.empty() || !same(*told.back().second, point)) told.emplace_back(i, &point);
      }
    }
    json_.begin_array();
    for (const auto& [id, told] : all) {
      json_.begin_object().member("id", id).key("points").begin_array();
      for (const auto& [version, point] : told) {
        json_.begin_object().member("version", history_.editions[version].label);
        json_.member("date", to_iso(history_.editions[version].date));
        values(*point);
        json_.end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void values(const MilestonePoint& point) {
    json_.member("finish", to_iso(point.finish));
    if (point.committed) json_.member("committed", to_iso(*point.committed));
    json_.member("met", point.met);
  }

  void values(const ReadinessPoint& point) {
    json_.member("verdict", kVerdicts[static_cast<size_t>(point.verdict)]);
    json_.member("passed", point.passed).member("waived", point.waived);
    json_.member("required", point.required).member("blocking", point.blocking);
  }

  JsonWriter& json_;
  const View& view_;
  const History& history_;
  std::unordered_set<std::string_view> ids_;
};

}  // namespace

void write_trends(JsonWriter& json, const Outline& outline) {
  if (outline.past == nullptr || outline.past->history.editions.size() < 2) return;
  TrendsWriter(json, outline).write();
}

}  // namespace milepost
