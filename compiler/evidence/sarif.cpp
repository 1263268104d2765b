// Counts the results of SARIF.
#include "evidence/sarif.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "evidence/json.h"
#include "evidence/reading.h"

namespace milepost {
namespace {

enum class Level : uint8_t { unsaid, none, note, warning, error };

Level level_of(std::string_view word) {
  if (word == "none") return Level::none;
  if (word == "note") return Level::note;
  if (word == "warning") return Level::warning;
  return word == "error" ? Level::error : Level::unsaid;
}

// The rules of a tool's driver, or of one of its extensions.
struct Component {
  std::vector<Level> by_index;
  std::unordered_map<std::string, Level> by_id;

  // `CA1000/1` is a part of the rule `CA1000`.
  Level find(std::string_view id) const {
    while (!id.empty()) {
      const auto found = by_id.find(std::string(id));
      if (found != by_id.end()) return found->second;
      const size_t slash = id.rfind('/');
      id = id.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
    return Level::unsaid;
  }
};

struct Result {
  Level level = Level::unsaid;
  bool fails = true, absent = false;
  bool suppressed = false, suppression_open = false;  // open: one that nobody has accepted
  std::string rule;
  std::optional<uint64_t> index, extension;  // of the rule
};

struct Run {
  Component driver;
  std::vector<Component> extensions;
  std::vector<Result> waiting;  // without a level; rules may come after results
};

class SarifReader : public JsonListener {
 public:
  void begin_object(std::string_view path) override {
    if (path.empty()) is_object_ = true;
    if (path == "runs/*") run_ = Run{};
    if (path == "runs/*/results/*") result_ = Result{};
    if (path == "runs/*/results/*/suppressions/*") result_.suppressed = true;
    if (path == "runs/*/tool/extensions/*") run_.extensions.emplace_back();
    if (is_rule(path)) {
      rule_.clear();
      rule_level_ = Level::unsaid;
    }
  }

  void end_object(std::string_view path) override {
    if (path == "runs/*") close_run();
    if (path == "runs/*/results/*") close_result();
    if (!is_rule(path)) return;
    const bool own = path == "runs/*/tool/driver/rules/*";
    Component& component = own ? run_.driver : run_.extensions.back();
    component.by_index.push_back(rule_level_);
    if (!rule_.empty()) component.by_id.emplace(rule_, rule_level_);
  }

  void begin_list(std::string_view path) override {
    if (path.empty()) refuse("is JSON, and no SARIF: it begins with a list");
    if (path == "runs") has_runs_ = true;
  }

  void value(std::string_view path, std::string_view text) override {
    if (path == "version") {
      version_ = text;
      if (text != "2.1.0") {
        refuse("is SARIF of version " + quoted_evidence(text) + "; 2.1.0 is read");
      }
    } else if (path.starts_with("runs/*/results/*/")) {
      result_value(path.substr(std::string_view("runs/*/results/*/").size()), text);
    } else if (path.starts_with("runs/*/tool/")) {
      rule_value(path, text);
    } else if (path == "runs/*/invocations/*/endTimeUtc") {
      const std::optional<Date> day = read_day(text, false);
      if (day && (!report_.written || *report_.written < *day)) report_.written = day;
    }
  }

  EvidenceReading finish() const {
    if (!is_object_ || version_.empty()) {
      return refuse_evidence("is JSON, and no SARIF: it has no `version`");
    }
    if (!has_runs_) return refuse_evidence("is no whole SARIF: it has no `runs`");
    EvidenceReading reading;
    reading.readable = true;
    reading.report = report_;
    reading.report.format = EvidenceFormat::sarif;
    return reading;
  }

 private:
  static bool is_rule(std::string_view path) {
    return path == "runs/*/tool/driver/rules/*" || path == "runs/*/tool/extensions/*/rules/*";
  }

  void rule_value(std::string_view path, std::string_view text) {
    const size_t rules = path.find("/rules/*/");
    if (rules == std::string_view::npos || !is_rule(path.substr(0, rules + 8))) return;
    const std::string_view name = path.substr(rules + 9);
    if (name == "id") rule_ = text;
    if (name == "defaultConfiguration/level") rule_level_ = level_of(text);
  }

  void result_value(std::string_view name, std::string_view text) {
    if (name == "level") {
      result_.level = level_of(text);
      if (result_.level == Level::unsaid) {
        refuse("has the level " + quoted_evidence(text) +
               "; SARIF has `error`, `warning`, `note` and `none`");
      }
    } else if (name == "kind") {
      result_.fails = text == "fail";
    } else if (name == "baselineState") {
      result_.absent = text == "absent";
    } else if (name == "ruleId" || name == "rule/id") {
      result_.rule = text;
    } else if (name == "ruleIndex" || name == "rule/index") {
      result_.index = read_count(text);
    } else if (name == "rule/toolComponent/index") {
      result_.extension = read_count(text);
    } else if (name == "suppressions/*/status") {
      result_.suppression_open = result_.suppression_open || text != "accepted";
    }
  }

  void close_result() {
    if (result_.absent) return;
    if (result_.level != Level::unsaid || !result_.fails) {
      count(result_, result_.fails ? result_.level : Level::none);
    } else {
      run_.waiting.push_back(std::move(result_));
    }
  }

  void close_run() {
    for (const Result& result : run_.waiting) {
      const Component* component = &run_.driver;
      if (result.extension && *result.extension < run_.extensions.size()) {
        component = &run_.extensions[*result.extension];
      }
      Level level = Level::unsaid;
      if (result.index && *result.index < component->by_index.size()) {
        level = component->by_index[*result.index];
      }
      if (level == Level::unsaid) level = component->find(result.rule);
      count(result, level == Level::unsaid ? Level::warning : level);
    }
  }

  void count(const Result& result, Level level) {
    if (level == Level::none || level == Level::unsaid) return;
    const bool suppressed = result.suppressed && !result.suppression_open;
    add_count(suppressed                ? report_.suppressed_results
              : level == Level::error   ? report_.error_results
              : level == Level::warning ? report_.warning_results
                                        : report_.note_results,
              1);
  }

  EvidenceReport report_;
  bool is_object_ = false, has_runs_ = false;
  std::string version_;
  Run run_;
  Result result_;
  std::string rule_;
  Level rule_level_ = Level::unsaid;
};

}  // namespace

EvidenceReading read_sarif(std::string_view bytes) {
  SarifReader reader;
  EvidenceReading walked = walk_json(bytes, reader);
  return walked.problem.empty() ? reader.finish() : walked;
}

}  // namespace milepost
