// Writes the facts of a period into its status report.
#include "driver/freeze.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "analyze/covers.h"
#include "compose/compose.h"
#include "compose/period.h"
#include "driver/output.h"
#include "driver/overlay_tree.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/status_request.h"
#include "edit/set_text.h"
#include "edit/unified_diff.h"
#include "render/update_text.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kField = "as_sent";

// Who reads the report may be told this: what everybody sees who sees its label, and what is
// computed only if all of them are shown it.
Audience readers_of(const Program& program, LabelIndex label) {
  Audience readers;
  if (label == kInternalLabel) return readers;
  const std::string& name = program.labels[static_cast<size_t>(label)];
  readers.name = name;
  readers.insider = false;
  readers.sees.clear();
  for (size_t i = 0; i < program.labels.size(); ++i) {
    if (may_stand_in(static_cast<LabelIndex>(i), label)) readers.sees.push_back(program.labels[i]);
  }
  if (label == kRestrictedLabel) return readers;
  for (const std::string& one : all_audiences(program)) {
    const std::optional<Audience> audience = audience_named(program, one);
    if (!audience || std::ranges::find(audience->sees, name) == audience->sees.end()) continue;
    const Shows& shows = audience->shows;
    readers.shows.verdict = readers.shows.verdict && shows.verdict;
    readers.shows.health = readers.shows.health && shows.health;
    readers.shows.scores = readers.shows.scores && shows.scores;
    readers.shows.probabilities = readers.shows.probabilities && shows.probabilities;
    readers.shows.metrics = readers.shows.metrics && shows.metrics;
    readers.shows.findings = readers.shows.findings && shows.findings;
  }
  return readers;
}

class Freezing {
 public:
  Freezing(const CommandLine& line, const Environment& environment, ProgramRun& run,
           const Report& report, const Words& words)
      : line_(line),
        run_(run),
        report_(report),
        words_(words),
        program_(run.values.program),
        places_(places_of(run.values.sources)),
        color_(line.color == "always" ||
               (line.color == "auto" && environment.error_is_terminal && !environment.no_color)) {}

  int freeze() {
    const std::optional<std::string> asked = find_report(line_, run_);
    if (!asked) return kUsage;
    if (!find_period(*asked) || !make_facts() || !edit() || !try_it()) return kUsage;
    if (line_.dry_run) {
      print_out(unified_diff(shown(), before_, after_));
      return kDone;
    }
    if (const int status = write(); status != kDone) return status;
    const auto lines = std::count(facts_.begin(), facts_.end(), '\n');
    print_out(fmt::format("{}: facts of {} as sent, {} lines\n", shown(), record().id, lines));
    return kDone;
  }

 private:
  const Record& record() const { return program_.record(index_); }
  std::string shown() const { return run_.located.display_prefix + path_; }

  bool say(std::string message, std::string help, Span span = {}) {
    ReportItem item;
    item.severity = Severity::error;
    item.message = std::move(message);
    item.help = std::move(help);
    item.span = span;
    if (span.is_place()) {
      print_error(print_item(item, places_, color_));
    } else {
      print_error(fmt::format("milepost: {}\n", printable(item.message)));
      if (!item.help.empty()) print_error(fmt::format("  help: {}\n", printable(item.help)));
    }
    return false;
  }

  Outline outline_for(const Audience& audience) {
    View view = view_of(run_, report_, {audience, line_.base_url, false, hidden_words_of(words_)});
    return compose_site(std::move(view), Words(words_));
  }

  // Which report it is is asked of all that there is: an audience may not see it.
  bool find_period(const std::string& asked) {
    Audience all;
    all.name = "program_office";
    all.sees = program_.labels;
    const Outline outline = outline_for(all);
    const ViewRecordId report = report_in(outline, asked);
    if (report == kNoViewRecord) {
      return say(
          fmt::format("no status report is being written: the newest is sent, or there is "
                      "none of the days since {}",
                      to_iso(outline.period.from)),
          "begin one with `milepost new status_report \"Week 22\"`, or name it: --report ID");
    }
    const ViewRecord& found = outline.view.record(report);
    index_ = program_.find(found.id);
    if (facts_as_sent(outline.view, found) != nullptr) {
      return say(
          fmt::format("`{}` keeps its facts as sent; they are never computed anew", found.id),
          fmt::format("take `{}` out of it to freeze the facts of today", kField), record().span);
    }
    if (is_sent(outline.view, found)) {
      return say(fmt::format("`{}` is sent; the facts of today are not those that it was sent with",
                             found.id),
                 "if it is not sent yet, give it `status: draft`", record().span);
    }
    const PeriodFacts* period = facts_of_report(outline, report);
    if (period == nullptr) {
      return say(fmt::format("`{}` has no date", found.id), "write `date: 2026-06-05`",
                 record().span);
    }
    if (!period->now) {
      return say(fmt::format("the period of `{}` ended on {}; the facts of {} are others", found.id,
                             to_iso(period->to), to_iso(outline.view.program.as_of)),
                 "freeze a report on the day it is sent, or build as of that day: --as-of",
                 record().span);
    }
    return true;
  }

  bool make_facts() {
    const Outline outline = outline_for(readers_of(program_, program_.label_of(index_)));
    const PeriodFacts* period = period_in(outline, record().id);
    if (period == nullptr) return say("the report may not be seen by its own readers", "");
    Update update = update_of(outline, *period, report_in(outline, record().id));
    update.quote = {};
    facts_ = update_as_markdown(outline, update, {false, false, false});
    return true;
  }

  bool edit() {
    if (record().spelling != Spelling::file && record().spelling != Spelling::yaml) {
      return say(fmt::format("`{}` is written in a table or block, where the facts have no room",
                             record().id),
                 "give the report a file of its own", record().span);
    }
    const FileId file = record().span.file;
    path_ = run_.values.sources.file(file).text.path();
    const std::string& text = run_.values.sources.file(file).text.bytes();
    before_ = run_.tree->read(path_, uint64_t{1} << 30).bytes;
    const bool marked = before_.starts_with(kByteOrderMark);
    if (std::string_view(before_).substr(marked ? kByteOrderMark.size() : 0) != text) {
      return say(fmt::format("`{}` is not UTF-8, or has just changed", shown()),
                 "save it as UTF-8 and freeze again");
    }
    RecordPlace place;
    place.markdown = record().spelling == Spelling::file;
    if (!place.markdown) place.record = record().span.begin;
    SetTextEdit made = set_text(text, place, kField, facts_);
    if (!made.problem.empty()) {
      const uint32_t at = made.at.value_or(0);
      return say(std::move(made.problem), "give the report a file of its own", Span{file, at, at});
    }
    after_ = (marked ? std::string(kByteOrderMark) : "") + apply_edits(text, std::move(made.edits));
    return true;
  }

  // The program as it would be: the report keeps its facts, and nothing else is read otherwise.
  bool try_it() {
    const OverlayTree tree(*run_.tree, path_, after_);
    StageOptions options;
    options.last = Stage::link;
    options.jobs = run_.jobs;
    options.display_prefix = run_.located.display_prefix;
    options.only_file = run_.located.only_file;
    options.as_of = run_.values.as_of;
    options.limits = line_.limits;
    StageValues values;
    run_stages(tree, options, values);
    size_t errors = 0;
    for (const Diagnostic& diagnostic : values.sink.take_sorted()) {
      if (diagnostic.severity == Severity::error) ++errors;
    }
    size_t errors_before = 0;
    for (const ReportItem& item : report_.items) {
      if (!item.finding && item.severity == Severity::error) ++errors_before;
    }
    const RecordIndex there = values.program.find(record().id);
    const bool same = there != kNoRecord && errors <= errors_before &&
                      values.program.set.records.size() == program_.set.records.size() &&
                      values.program.record(there).fields.size() == record().fields.size() + 1 &&
                      values.program.record(there).value(values.program.kinds().find_field(
                          values.program.record(there).kind, kField)) != nullptr;
    if (same) return true;
    return say("the facts would not be read as they are meant", "give the report a file of its own",
               record().span);
  }

  static int refuse(const std::string& problem) {
    print_error(fmt::format("milepost: {}\n", problem));
    return kEnvironment;
  }

  int write() {
    const std::filesystem::path place = std::filesystem::path(run_.located.root) / path_;
    struct stat info {};
    if (::stat(place.c_str(), &info) == 0 && (info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0) {
      return refuse(fmt::format("`{}` is read-only", shown()));
    }
    const FileBytes now = run_.tree->read(path_, uint64_t{1} << 30);
    if (now.error != TreeError::none || now.bytes != before_) {
      return refuse(
          fmt::format("`{}` has changed meanwhile; nothing was written, freeze again", shown()));
    }
    std::string problem;
    if (!write_file(place.string(), after_, true, problem)) return refuse(problem);
    return kDone;
  }

  const CommandLine& line_;
  ProgramRun& run_;
  const Report& report_;
  const Words& words_;
  const Program& program_;
  Places places_;
  bool color_;
  RecordIndex index_ = kNoRecord;
  std::string path_, facts_, before_, after_;
};

}  // namespace

int freeze_report(const CommandLine& line, const Environment& environment, ProgramRun& run,
                  const Report& report, const Words& words) {
  return Freezing(line, environment, run, report, words).freeze();
}

}  // namespace milepost
