// The row of stages left of the audience wall.
#include "driver/stages.h"

#include <algorithm>
#include <utility>

#include "analyze/ages.h"
#include "analyze/analyze.h"
#include "check/check.h"
#include "driver/attachments.h"
#include "driver/evidence_files.h"
#include "driver/lifelines_run.h"
#include "driver/limits.h"
#include "driver/run_report.h"
#include "driver/theme_run.h"
#include "link/link.h"
#include "load/load.h"
#include "parse/parse.h"
#include "shape/compile_kinds.h"
#include "shape/read_settings.h"
#include "shape/shape.h"

namespace milepost {
namespace {

class Stopwatch {
 public:
  explicit Stopwatch(std::vector<StageTime>& times) : times_(times) {}
  void lap(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({name, std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }

 private:
  std::vector<StageTime>& times_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

constexpr std::string_view kProgramFile = "program.yaml";

LoadOptions load_options(const StageOptions& options, const Settings& settings) {
  LoadOptions load;
  load.display_prefix = options.display_prefix;
  load.jobs = options.jobs;
  load.exclude = settings.exclude;
  // What a theme says is no record of the program.
  const std::string folder = theme_of_program(settings).folder;
  for (const char* name : {"theme.yaml", "strings.yaml"}) {
    load.exclude.push_back("/" + folder + "/" + name);
  }
  // Versions of the program are no files of it.
  for (const VersionWord& word : settings.versions.snapshots) {
    load.exclude.push_back("/" + word.text);
  }
  load.limits.file_bytes = settings.limits.file_bytes;
  load.limits.total_bytes = settings.limits.total_bytes;
  load.limits.files = settings.limits.files;
  return load;
}

/// What parse must know: program.yaml's limits. Its problems are reported when it is read again
/// with the others.
Settings settings_of(const SourceSet& program) {
  DiagnosticSink quiet;
  const DocumentSet documents = parse_documents(program, {}, quiet);
  if (documents.documents.empty()) return {};
  const Document& document = documents.documents.front();
  return read_settings(document.yaml, document.file, *compile_kinds(document.yaml, quiet), quiet);
}

const Document& program_document(const DocumentSet& documents) {
  static const Document none;
  for (const Document& document : documents.documents) {
    if (document.kind == SourceKind::program) return document;
  }
  return none;
}

void run_loaded(const SourceTree& tree, const StageOptions& options, const Settings& early,
                const std::function<Whole(Program&)>& whole, Stopwatch& watch,
                StageValues& values) {
  ParseOptions parse;
  parse.jobs = options.jobs;
  parse.bodies = options.bodies;
  parse.memory = options.memory.get();
  parse.limits.front_matter_nodes = early.limits.front_matter_nodes;
  parse.limits.yaml_nodes = early.limits.yaml_nodes;
  parse.limits.body_bytes = static_cast<uint32_t>(early.limits.body_bytes);
  values.documents = parse_documents(values.sources, parse, values.sink);
  watch.lap("parse");
  if (options.last == Stage::parse) return;

  const Document& program = program_document(values.documents);
  values.kinds = compile_kinds(program.yaml, values.sink);
  Settings settings = read_settings(program.yaml, program.file, *values.kinds, values.sink);
  resolve_rules(settings, all_codes(), values.sink);
  for (const std::string& limit : options.limits) set_limit(settings.limits, limit);
  values.as_of = as_of_date(options, settings);
  values.records = shape_records(std::move(values.documents), values.sources, values.kinds,
                                 std::move(settings), ShapeOptions{options.jobs}, values.sink);
  watch.lap("shape");
  if (options.last == Stage::shape) return;

  values.program = link_program(std::move(values.records), values.sources,
                                LinkOptions{options.jobs}, values.sink);
  watch.lap("link");
  if (options.last == Stage::link) return;

  values.evidence = read_evidence_files(tree, values.sources, values.program);
  watch.lap("evidence");
  values.analysis = analyze_program(values.program, values.as_of, options.jobs, values.evidence,
                                    whole ? whole(values.program) : Whole());
  watch.lap("analyze");
  if (options.last == Stage::analyze) return;

  const Settings& shaped = values.program.set.settings;
  if (options.lifelines != nullptr && shaped.versions.written && asks_history(values.program)) {
    const Lifelines lines =
        options.lifelines->upto({options.revision, shaped.timezone, options.sees});
    if (lines.read) values.analysis.ages = ages_of(values.program, lines, values.as_of);
    watch.lap("lifelines");
  }
  values.findings = check_program(values.sources, values.program, values.analysis, values.sink);
  values.refused_attachments =
      refuse_attachments(tree, values.sources, values.program, values.sink);
  watch.lap("check");
}

}  // namespace

Settings settings_of_tree(const SourceTree& tree, const StageOptions& options) {
  DiagnosticSink quiet;
  if (!options.only_file.empty()) return {};
  return settings_of(load_one(tree, kProgramFile, load_options(options, {}), quiet));
}

PublishSettings publish_settings_of(const SourceTree& tree, const StageOptions& options) {
  DiagnosticSink quiet;
  if (!options.only_file.empty()) return {};
  const SourceSet program = load_one(tree, kProgramFile, load_options(options, {}), quiet);
  const DocumentSet documents = parse_documents(program, {}, quiet);
  if (documents.documents.empty()) return {};
  const YamlTree& yaml = documents.documents.front().yaml;
  const uint32_t node = yaml.find(0, "publish");
  const std::vector<AudienceEntry> audiences = settings_of(program).audiences;
  if (node == 0) return default_publish_settings(audiences);
  return read_publish_settings(SettingValues(yaml, quiet), node, audiences);
}

Date as_of_date(const StageOptions& options, const Settings& settings) {
  if (options.as_of) return *options.as_of;
  if (settings.as_of) return *settings.as_of;
  return date_in(options.now, Zone::find(settings.timezone).value_or(Zone()));
}

void run_stages(const SourceTree& tree, const StageOptions& options, StageValues& values) {
  Stopwatch watch(values.times);
  // Load must know its exclude and limits before it walks.
  Settings early = settings_of_tree(tree, options);
  for (const std::string& limit : options.limits) set_limit(early.limits, limit);
  const LoadOptions load = load_options(options, early);
  values.sources = options.only_file.empty() ? load_program(tree, load, values.sink)
                                             : load_one(tree, options.only_file, load, values.sink);
  watch.lap("load");
  if (options.last != Stage::load) run_loaded(tree, options, early, {}, watch, values);
}

void run_stages_of(const SourceTree& tree, const StageOptions& options, SourceSet sources,
                   const std::function<Whole(Program&)>& whole, StageValues& values) {
  Stopwatch watch(values.times);
  Settings early;
  const FileId program = sources.find(kProgramFile);
  if (program != kNoFile) {
    SourceSet alone;
    alone.files.push_back(sources.file(program));
    early = settings_of(alone);
  }
  for (const std::string& limit : options.limits) set_limit(early.limits, limit);
  values.sources = std::move(sources);
  run_loaded(tree, options, early, whole, watch, values);
}

}  // namespace milepost
