// The one list of stages, from a tree of files to what is known about the program.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/whole.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/finding.h"
#include "evidence/report.h"
#include "files/source_tree.h"
#include "link/program.h"
#include "load/source_set.h"
#include "parse/document.h"
#include "shape/publish_settings.h"
#include "shape/settings.h"

namespace milepost {

class BodyMemory;
class LifelineSource;

enum class Stage : uint8_t { load, parse, shape, link, analyze, check };

struct StageOptions {
  Stage last = Stage::check;  // later ones are not run
  unsigned jobs = 1;
  std::string display_prefix;       // see SourceSet
  std::string only_file;            // not empty: the program is this one file of the tree
  std::optional<Date> as_of;        // --as-of
  std::vector<std::string> limits;  // --limit, checked before
  /// See ParseOptions; for sources that were compiled before, and cut since.
  std::vector<const Tape*> bodies = {};
  /// See ParseOptions; shared by runs over versions.
  std::shared_ptr<BodyMemory> memory = {};
  /// Where the git history of the program is read, if program.yaml asks for versions and a rule of
  /// Stage::check for ages; null: nowhere.
  LifelineSource* lifelines = nullptr;
  std::string revision;  // of git, in full, if the tree is of one; empty: it is the working folder
  /// Who may know what has a label, of sources that were cut; none: all of it may be known.
  std::function<bool(std::string_view)> sees = {};
  DateTime now;  // for programs that name no date; the only clock reading there is
};

/// How long each stage took, in the order they ran.
struct StageTime {
  const char* name;
  double seconds;
};

/// The values of a run as far as it went; earlier ones have moved into later ones where those own
/// them. Not movable, since later values borrow earlier ones.
struct StageValues {
  StageValues() = default;
  StageValues(const StageValues&) = delete;
  StageValues& operator=(const StageValues&) = delete;

  DiagnosticSink sink;
  SourceSet sources;
  DocumentSet documents;  // until shape
  std::shared_ptr<const Kinds> kinds;
  RecordSet records;  // until link
  Program program;
  EvidenceFiles evidence;
  Date as_of;
  Analysis analysis;
  std::vector<Finding> findings;
  std::set<std::string> refused_attachments;  // paths; see attachments.h
  std::vector<StageTime> times;
};

/// What the program.yaml of a tree says, before anything else is read; its problems are not
/// reported.
Settings settings_of_tree(const SourceTree& tree, const StageOptions& options);
/// Likewise of `publish:`, which Settings does not keep.
PublishSettings publish_settings_of(const SourceTree& tree, const StageOptions& options);
/// As-of: what the options say, else the program, else today where the program lives.
Date as_of_date(const StageOptions& options, const Settings& settings);

/// Runs the stages up to `options.last`. Never throws; problems of the input are in the sink.
void run_stages(const SourceTree& tree, const StageOptions& options, StageValues& values);

/// The same from sources that are loaded, with the limits of the program.yaml among them. `whole`
/// gives what they were cut from, once they are linked; none: they are all there is.
void run_stages_of(const SourceTree& tree, const StageOptions& options, SourceSet sources,
                   const std::function<Whole(Program&)>& whole, StageValues& values);

}  // namespace milepost
