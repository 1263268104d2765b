// From a checked program to its View, and the theme it is shown with.
#include "driver/site_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "analyze/analyze.h"
#include "check/check.h"
#include "driver/output.h"
#include "driver/run_report.h"
#include "markup/base_url.h"
#include "parse/codes.h"
#include "redact/cut_sources.h"
#include "redact/forget.h"
#include "redact/now_labels.h"
#include "redact/redact.h"
#include "redact/visible_links.h"
#include "redact/whole_of.h"
#include "version.h"

namespace milepost {
int check_base_url(const CommandLine& line) {
  if (line.base_url.empty() || BaseUrl::from_data(line.base_url)) return kDone;
  print_error(
      fmt::format("milepost: --base-url `{}` is no address of a site; write where its front page "
                  "is: https://example.org/checkout/\n",
                  line.base_url));
  return kUsage;
}

std::string hidden_words_of(const Words& words) {
  return std::string(words.text("hidden.item"_word));
}

namespace {

/// What the next audience needs of the analysis, while this one is given its own. Nothing is
/// copied.
class Kept {
 public:
  explicit Kept(Analysis& analysis) : analysis_(analysis) {}
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  ~Kept() {
    if (schedule_) analysis_.schedule = std::move(*schedule_);
    if (!judged_) return;
    analysis_.readiness = std::move(readiness_);
    analysis_.changes = std::move(changes_);
    analysis_.incidents = std::move(incidents_);
  }

  void keep_schedule(Schedule whole) { schedule_ = std::move(whole); }
  void keep_judged() {
    judged_ = true;
    readiness_ = std::move(analysis_.readiness);
    changes_ = std::move(analysis_.changes);
    incidents_ = std::move(analysis_.incidents);
  }

 private:
  Analysis& analysis_;
  std::optional<Schedule> schedule_;
  bool judged_ = false;
  std::vector<Readiness> readiness_;
  std::vector<ChangeControl> changes_;
  std::vector<Incident> incidents_;
};

// Rules judge what is visible, too: what they found in the whole may rest on what is hidden. What
// they say of files has been said.
std::vector<Finding> findings_for(StageValues& values, const Audience& audience,
                                  bool hidden_links) {
  if (!audience.shows.findings) return {};
  const Forgotten forgotten(values.program, values.analysis, audience);
  if (!forgotten.anything() && !hidden_links) return values.findings;
  DiagnosticSink said;
  return check_program(values.sources, values.program, values.analysis, said);
}

std::vector<Diagnostic> problems_of(const Report& report) {
  std::vector<Diagnostic> problems;
  for (const ReportItem& item : report.items) {
    if (item.finding) continue;
    problems.push_back({item.code, item.severity, item.span, item.message, {}, {}});
  }
  return problems;
}

// Where nothing was cut a body is what it was. Tapes of bodies stand in the order of files.
std::vector<const Tape*> bodies_of(const Program& program, const CutSources& cut) {
  std::vector<const Tape*> bodies(cut.sources.files.size());
  for (size_t i = 0; i < bodies.size(); ++i) {
    if (cut.sources.files[i].kind != SourceKind::markdown || cut.texts[i]) continue;
    bodies[i] = &program.set.tapes[i];
  }
  return bodies;
}

// What is said of a body when it is parsed.
bool is_of_body(uint16_t code) {
  return (code >= parse_code::body_too_large && code <= parse_code::row_too_long) ||
         (code >= parse_code::region_open && code <= parse_code::region_misspelled);
}

// Problems of what is left, but for those that the cuts made: the whole has them, too, on that
// line. Of bodies that were not parsed again they are those of the whole.
std::vector<Diagnostic> problems_of_both(const Report& whole, const SourceSet& sources,
                                         const Report& left, const SourceSet& left_sources,
                                         const CutSources& cut,
                                         const std::vector<const Tape*>& bodies) {
  using Place = std::tuple<uint16_t, FileId, uint32_t>;
  std::vector<Place> known;
  std::vector<Diagnostic> kept;
  for (const Diagnostic& one : problems_of(whole)) {
    if (!one.span.is_place()) continue;
    if (is_of_body(one.code) && bodies[static_cast<size_t>(one.span.file)] != nullptr) {
      kept.push_back(one);
      continue;
    }
    const uint32_t line = sources.file(one.span.file).text.position(one.span.begin).line;
    known.emplace_back(one.code, one.span.file, line);
  }
  std::ranges::sort(known);
  std::vector<Diagnostic> problems = problems_of(left);
  std::erase_if(problems, [&](const Diagnostic& one) {
    if (!one.span.is_place()) return true;
    const Place place{one.code, one.span.file, cut.line(left_sources, one.span)};
    return !std::ranges::binary_search(known, place);
  });
  problems.insert(problems.end(), kept.begin(), kept.end());
  std::ranges::stable_sort(problems, {},
                           [](const Diagnostic& one) { return std::tie(one.span, one.code); });
  return problems;
}

RedactOptions redact_options(const ProgramRun& run, const ViewOptions& wanted) {
  RedactOptions options;
  options.audience = wanted.audience;
  options.jobs = run.jobs;
  options.version = kVersion;
  options.base_url = wanted.base_url;
  options.edition = wanted.edition;
  options.hidden_words = wanted.hidden_words;
  return options;
}

// What could not be cut out of the sources is masked.
View redact_values(StageValues& values, const Whole& whole, const RedactOptions& options,
                   bool last) {
  const Audience& audience = options.audience;
  Analysis& analysis = values.analysis;
  const VisibleFacts visible_facts(values.program, analysis, audience);
  const VisibleLinks visible_links(values.program, analysis, audience);
  Kept kept(analysis);
  PlanMask visible = visible_plan(values.program, analysis.schedule, audience);
  if (!visible.records.empty()) {
    kept.keep_schedule(keep_visible(values.program, analysis, std::move(visible), options.jobs));
  }
  const ReadinessMask judged =
      visible_readiness(values.program, analysis, audience, options.hidden_words);
  if (!judged.records.empty()) {
    kept.keep_judged();
    keep_visible(values.program, analysis, values.evidence, judged, whole);
  }
  const std::vector<Finding> findings = findings_for(values, audience, visible_links.anything());
  const std::vector<const RuleInfo*> codes = all_codes();
  Program& program = values.program;
  View view =
      last ? redact_program(std::move(program), values.sources, analysis, findings, codes, options)
           : redact_program(std::as_const(program), values.sources, analysis, findings, codes,
                            options);
  return view;
}

// Most audiences are not meant to know something: then their program is compiled from the sources
// without it.
View one_view(ProgramRun& run, const Report& report, const ViewOptions& wanted) {
  StageValues& values = run.values;
  const Audience& audience = wanted.audience;
  RedactOptions options = redact_options(run, wanted);
  CutSources cut =
      cut_sources(values.program, values.sources, values.analysis, audience, wanted.hidden_words);
  View view;
  std::vector<Diagnostic> problems;
  if (cut.anything) {
    StageOptions stages = run.options;
    stages.as_of = values.as_of;
    stages.last = audience.shows.findings ? Stage::check : Stage::analyze;
    stages.bodies = bodies_of(values.program, cut);
    stages.memory.reset();  // a file that was cut is not what its name stands for
    stages.sees = [&](std::string_view label) {
      return std::ranges::find(audience.sees, label) != audience.sees.end();
    };
    StageValues left;
    Whole whole;
    const auto find_whole = [&](Program& program) {
      if (run.now) run.now->apply(program, left.sources);
      whole = whole_of(values.program, values.analysis, audience, cut, program);
      return whole;
    };
    run_stages_of(*run.tree, stages, std::move(cut.sources), find_whole, left);
    if (audience.insider) {
      const Report own = make_report(left.sink.take_sorted(), {}, left.program, left.sources);
      problems = problems_of_both(report, values.sources, own, left.sources, cut, stages.bodies);
    }
    options.diagnostics = problems;
    options.cut = &cut;
    view = redact_values(left, whole, options, true);
  } else {
    if (audience.insider) problems = problems_of(report);
    options.diagnostics = problems;
    view = redact_values(values, {}, options, wanted.last);
  }
  for (ViewAsset& asset : view.assets) {
    if (values.refused_attachments.contains(asset.path)) asset.copied = false;
  }
  return view;
}

}  // namespace

View view_of(ProgramRun& run, const Report& report, const ViewOptions& said) {
  ViewOptions wanted = said;
  if (run.now) wanted.audience = run.now->of_then(said.audience, run.values.program);
  std::vector<std::pair<std::string, std::shared_ptr<View>>> seen;
  if (wanted.readers) {
    ViewOptions less = wanted;
    less.last = false;  // before the program is taken
    for (const Audience& reader : readers_of_less(run.values.program, wanted.audience)) {
      // What they were shown then: whoever reads this site may know it, and it stays what it was.
      less.audience =
          run.now ? run.now->seen_then(reader, run.values.program, wanted.audience) : reader;
      seen.emplace_back(less.audience.name, std::make_shared<View>(one_view(run, report, less)));
    }
  }
  View view = one_view(run, report, wanted);
  for (auto& [key, less] : seen) {
    const auto page = std::ranges::find(view.status_pages, key, &ViewStatusPage::key);
    if (page != view.status_pages.end()) page->seen = std::move(less);
  }
  return view;
}

}  // namespace milepost
