// Writes an Analysis, a record a paragraph.
#include "analyze/print.h"

namespace milepost {
namespace {

class Printer {
 public:
  Printer(const Program& program, const Analysis& analysis)
      : program_(program), analysis_(analysis) {}

  std::string print() {
    fact("as_of", to_iso(analysis_.as_of));
    if (analysis_.newest_report != kNoRecord) {
      fact("newest_report", program_.record(analysis_.newest_report).id);
    }
    if (analysis_.program_reported != Health::none) {
      fact("reported", std::string(health_name(analysis_.program_reported)));
    }
    if (analysis_.three_levels) fact("levels", "3");
    for (uint32_t i = 0; i < analysis_.facts.size(); ++i) record(RecordIndex{i});
    return std::move(out_);
  }

 private:
  void fact(std::string_view name, const std::string& value) {
    out_ += indent_;
    out_ += name;
    out_ += ": ";
    out_ += value;
    out_ += '\n';
  }
  void date(std::string_view name, const std::optional<Date>& date) {
    if (date) fact(name, to_iso(*date));
  }
  void number(std::string_view name, uint32_t value, uint32_t none = 0) {
    if (value != none) fact(name, std::to_string(value));
  }

  void record(RecordIndex index) {
    const Record& record = program_.record(index);
    const RecordFacts& facts = analysis_.of(index);
    const Kind& kind = program_.kinds().kind(record.kind);
    indent_ = {};
    out_ += "\n" + record.id + " " + kind.name + "\n";
    indent_ = "  ";
    if (facts.status != kNoStatus) {
      fact("status", kind.statuses[static_cast<std::size_t>(facts.status)].name);
    }
    fact("phase", std::string(phase_name(facts.phase)));
    if (facts.reported != Health::none) fact("reported", std::string(health_name(facts.reported)));
    if (facts.owner != kNoPerson) fact("owner", program_.person(facts.owner).key);
    if (facts.team != kNoTeam) fact("team", program_.team(facts.team).key);
    date("start", facts.start);
    date("started", facts.started);
    date("due", facts.due);
    date("finished", facts.finished);
    date("raised", facts.raised);
    date("decided", facts.decided);
    date("agreed", facts.agreed);
    date("held", facts.held);
    date("needed_by", facts.needed_by);
    date("promised", facts.promised);
    date("next_review", facts.next_review);
    date("last_reviewed", facts.last_reviewed);
    date("decision_needed_by", facts.decision_needed_by);
    if (facts.raised_at) fact("raised_at", to_iso(*facts.raised_at));
    if (facts.respond_by) fact("respond_by", to_iso(*facts.respond_by));
    if (facts.responded) fact("responded", "yes");
    number("likelihood", facts.likelihood);
    number("impact", facts.impact);
    number("severity", facts.severity);
    number("score", facts.score);
    number("band", facts.band);
    if (facts.priority != 255) fact("priority", "P" + std::to_string(facts.priority));
    if (facts.checks_total > 0) {
      fact("checks", std::to_string(facts.checks_done) + "/" + std::to_string(facts.checks_total));
    }
    number("time", facts.time);
  }

  const Program& program_;
  const Analysis& analysis_;
  std::string out_;
  std::string_view indent_;
};

}  // namespace

std::string print_analysis(const Program& program, const Analysis& analysis) {
  return Printer(program, analysis).print();
}

}  // namespace milepost
