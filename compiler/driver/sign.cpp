// `milepost sign`: writes a sealed sign-off and nothing else.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "analyze/canonical.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/overlay_tree.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/sign_place.h"
#include "driver/sign_request.h"
#include "edit/unified_diff.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Signing {
 public:
  Signing(const CommandLine& line, const Environment& environment, ProgramRun& run)
      : line_(line),
        run_(run),
        program_(run.values.program),
        places_(places_of(run.values.sources)),
        color_(line.color == "always" ||
               (line.color == "auto" && environment.error_is_terminal && !environment.no_color)) {}

  int sign() {
    if (const SignProblem problem = read_sign_request(line_, run_, request_)) return say(*problem);
    if (const SignProblem problem = find_sign_target(line_, run_, request_, target_)) {
      return say(*problem);
    }
    if (has_errors()) return kProblems;
    seal_covers();
    if (const SignProblem problem = edit()) return say(*problem);
    if (const SignProblem problem = try_it()) return say(*problem);
    if (line_.dry_run) {
      print_out(unified_diff(shown(target_.path), before_, after_));
      return kDone;
    }
    if (const int status = write(); status != kDone) return status;
    tell();
    return kDone;
  }

 private:
  int say(const ReportItem& problem) {
    if (problem.span.is_place()) {
      print_error(print_item(problem, places_, color_));
    } else {
      print_error(fmt::format("milepost: {}\n", printable(problem.message)));
      if (!problem.help.empty()) print_error(fmt::format("  help: {}\n", printable(problem.help)));
    }
    return kUsage;
  }

  std::string shown(const std::string& path) const { return run_.located.display_prefix + path; }

  // What is not read as it is meant cannot be signed.
  bool has_errors() {
    bool any = false;
    const FileId release = program_.record(request_.release).span.file;
    for (const Diagnostic& diagnostic : run_.values.sink.take_sorted()) {
      if (diagnostic.severity != Severity::error) continue;
      ++errors_;
      const bool here = diagnostic.span.is_place() &&
                        (diagnostic.span.file == release || diagnostic.span.file == target_.file);
      if (!here || stands_in_old_entry(diagnostic.span)) continue;
      ReportItem item = sign_problem(diagnostic.message, diagnostic.help, diagnostic.span);
      item.code = diagnostic.code;
      print_error(print_item(item, places_, color_));
      any = true;
    }
    if (any) print_error("milepost: nothing is signed while the file has errors\n");
    return any;
  }

  // A covers entry that names nothing goes with the signature it belongs to.
  bool stands_in_old_entry(Span span) const {
    for (const Readiness& one : run_.values.analysis.readiness) {
      if (one.record != request_.release) continue;
      for (const SignOff& sign_off : one.sign_offs) {
        if (sign_off.role == request_.role && target_.place.replaces &&
            sign_off.place.contains(span)) {
          return true;
        }
      }
    }
    return false;
  }

  void seal_covers() {
    CoveredRecords records(program_, run_.values.analysis);
    const Record& release = program_.record(request_.release);
    for (const Cover& cover : request_.covers) {
      const CoveredNow& sealed = records.now(cover);
      const CanonicalValue& now = sealed.value;
      SealedField field;
      const bool own = cover.record == request_.release;
      // An id that is made of the file's name goes with it.
      const bool lasting =
          release.id_origin != IdOrigin::generated && release.id_origin != IdOrigin::path;
      const std::string& id = program_.record(cover.record).id;
      field.what = own && !lasting ? cover.field : fmt::format("{}.{}", id, cover.field);
      field.hash = sealed.hash;
      field.value = now.text;
      field.keep_value =
          now.text.size() <= kLongestKept && !now.has_region && may_be_kept(cover, records);
      values_.push_back(now.text);
      request_.entry.covers.push_back(std::move(field));
    }
    if (target_.own_file) request_.entry.release = release.id;
  }

  // A value goes nowhere where more people read it.
  bool may_be_kept(const Cover& cover, CoveredRecords& records) const {
    if (!may_stand_in(program_.label_of(cover.record), target_.readers)) return false;
    if (cover.field == "items") return !records.items_beyond(cover.record, target_.readers);
    const FieldId id = program_.kinds().find_field(program_.record(cover.record).kind, cover.field);
    return id == kNoField || program_.label_of(id) == kNoLabel ||
           may_stand_in(program_.label_of(id), target_.readers);
  }

  SignProblem edit() {
    if (target_.file == kNoFile) {
      after_ = fresh_file();
      return {};
    }
    const std::string& text = run_.values.sources.file(target_.file).text.bytes();
    const FileBytes disk = run_.tree->read(target_.path, uint64_t{1} << 30);
    before_ = disk.bytes;
    const bool marked = before_.starts_with(kByteOrderMark);
    if (std::string_view(before_).substr(marked ? kByteOrderMark.size() : 0) != text) {
      return sign_problem(
          fmt::format("`{}` is not UTF-8, or has just changed", shown(target_.path)),
          "save it as UTF-8 and sign again");
    }
    SignOffEdit made = add_sign_off(text, target_.place, program_.kinds(), request_.entry);
    if (!made.problem.empty()) {
      const uint32_t at = made.at.value_or(0);
      return sign_problem(std::move(made.problem), std::move(made.help),
                          Span{target_.file, at, at});
    }
    after_ = (marked ? std::string(kByteOrderMark) : "") + apply_edits(text, std::move(made.edits));
    return {};
  }

  const std::string& release_id() const { return program_.record(request_.release).id; }

  std::string fresh_file() const {
    std::string text = "kind: sign_off\n";
    const std::string id = fmt::format("SOFF-{}-{}", release_id(), slug(request_.role));
    constexpr size_t kLongestId = 64;
    if (id.size() <= kLongestId && program_.find(id) == kNoRecord) {
      text += fmt::format("id: {}\n", id);
    }
    text += fmt::format("title: {}\n", entry_scalar(request_.label + " for " + release_id()));
    for (const EntryPart& part : entry_parts(request_.entry)) {
      for (const std::string& words : part.lines) text += words + "\n";
    }
    return text;
  }

  // The program as it would be: the sign-off has to be there and to stand.
  SignProblem try_it() {
    const OverlayTree tree(*run_.tree, target_.path, after_);
    StageOptions options;
    options.last = Stage::analyze;
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
    const RecordIndex release = values.program.find(program_.record(request_.release).id);
    for (const Readiness& one : values.analysis.readiness) {
      if (one.record != release) continue;
      for (const SignOff& sign_off : one.sign_offs) {
        if (sign_off.role != request_.role) continue;
        const bool stands = sign_off.state == request_.expected && errors <= errors_;
        if (stands && sign_off.on && to_iso(*sign_off.on) == request_.entry.on) return {};
        if (sign_off.on && to_iso(*sign_off.on) > request_.entry.on) {
          return sign_problem(
              fmt::format("there is a newer sign-off of this role, of {}", to_iso(*sign_off.on)),
              "sign with a later date, or take the newer one back", target_.row);
        }
      }
    }
    if (target_.file == kNoFile) {
      return sign_problem(
          fmt::format("`{}` would not be read as a part of the program", shown(target_.path)),
          "name a file that neither `exclude:` nor a `records:` rule takes for something else");
    }
    return sign_problem("the sign-off would not be read as it is meant",
                        "keep it in a file of its own: `--to approvals/RELEASE/ROLE.yaml`",
                        program_.record(request_.release).span);
  }

  int write() {
    const std::filesystem::path place = std::filesystem::path(run_.located.root) / target_.path;
    std::string problem;
    if (target_.file == kNoFile) {
      if (!make_folders(problem)) return refuse(problem);
    } else {
      struct stat info {};
      if (::stat(place.c_str(), &info) == 0 &&
          (info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0) {
        return refuse(fmt::format("`{}` is read-only", shown(target_.path)));
      }
      const FileBytes now = run_.tree->read(target_.path, uint64_t{1} << 30);
      if (now.error != TreeError::none || now.bytes != before_) {
        return refuse(fmt::format("`{}` has changed meanwhile; nothing was written, sign again",
                                  shown(target_.path)));
      }
    }
    if (!write_file(place.string(), after_, target_.file != kNoFile, problem)) {
      return refuse(problem);
    }
    return kDone;
  }

  // No folder on the way is a link out of the program.
  bool make_folders(std::string& problem) const {
    std::filesystem::path folder(run_.located.root);
    for (const auto& part : std::filesystem::path(target_.path).parent_path()) {
      folder /= part;
      std::error_code error;
      if (std::filesystem::is_symlink(folder, error)) {
        problem = fmt::format("`{}` is a link", folder.string());
        return false;
      }
      std::filesystem::create_directory(folder, error);
      if (error) {
        problem = fmt::format("cannot make `{}`: {}", folder.string(), error.message());
        return false;
      }
    }
    return true;
  }

  static int refuse(const std::string& problem) {
    print_error(fmt::format("milepost: {}\n", problem));
    return kEnvironment;
  }

  void tell() const {
    print_out(fmt::format("{}: {} of {} signed by {} on {}: {}\n", shown(target_.path),
                          request_.label, program_.record(request_.release).id, request_.by_name,
                          request_.entry.on, request_.entry.decision));
    for (size_t i = 0; i < request_.covers.size(); ++i) {
      print_out(fmt::format("  covers {} {}\n", request_.entry.covers[i].what, described(i)));
    }
    if (!target_.row.is_place()) return;
    const Places::Range range = places_.range(target_.row);
    print_error(fmt::format("note: the row of {} at {}:{} counts no longer; you may remove it\n",
                            request_.label, places_.path(target_.row.file), range.begin.line));
  }

  std::string described(size_t i) const {
    const std::string& value = values_[i];
    if (value.empty()) return "(not set)";
    const auto lines = 1 + std::count(value.begin(), value.end(), '\n');
    if (request_.covers[i].field == "items") {
      return fmt::format("({} required item{})", lines, lines == 1 ? "" : "s");
    }
    const std::string kept = request_.entry.covers[i].keep_value ? "" : ", sealed but not copied";
    if (lines > 1) return fmt::format("({} lines{})", lines, kept);
    constexpr size_t kMost = 60;
    const bool cut = value.size() > kMost;
    return fmt::format("({}{}{})", printable(truncate_bytes(value, kMost)), cut ? "…" : "", kept);
  }

  const CommandLine& line_;
  ProgramRun& run_;
  const Program& program_;
  Places places_;
  bool color_;
  SignRequest request_;
  SignTarget target_;
  std::string before_, after_;
  std::vector<std::string> values_;  // canonical, by SignRequest::covers
  size_t errors_ = 0;
};

}  // namespace

int run_sign(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::analyze, run); status != kDone) {
    return status;
  }
  return Signing(line, environment, run).sign();
}

}  // namespace milepost
