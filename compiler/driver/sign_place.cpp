// Chooses between the release and a file of its own, and finds the entry that is replaced.
#include "driver/sign_place.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyze/signers.h"
#include "parse/front_matter.h"
#include "text/words.h"

namespace milepost {
namespace {

class TargetFinder {
 public:
  TargetFinder(const CommandLine& line, const ProgramRun& run, const SignRequest& request,
               SignTarget& target)
      : line_(line),
        sources_(run.values.sources),
        program_(run.values.program),
        request_(request),
        target_(target),
        roles_(run.values.program),
        prefix_(run.located.display_prefix) {
    for (const Readiness& one : run.values.analysis.readiness) {
      if (one.record == request.release) readiness_ = &one;
    }
  }

  SignProblem find() {
    const SignOff* known = known_entry();
    if (!line_.sign_to.empty()) return into_path(path_of(line_.sign_to));
    if (known != nullptr && known->kept_in != kNoRecord) {
      into_record(known->kept_in);
      return {};
    }
    const std::string& setting = program_.set.settings.sign_offs.to;
    if (!setting.empty()) return into_path(filled(setting));
    return into_release(known);
  }

 private:
  // What counts for the role today.
  const SignOff* known_entry() const {
    if (readiness_ == nullptr) return nullptr;
    for (const SignOff& sign_off : readiness_->sign_offs) {
      if (sign_off.role == request_.role && is_written(sign_off)) return &sign_off;
    }
    return nullptr;
  }

  // A role that program.yaml asks for has an entry without anything written.
  bool is_written(const SignOff& sign_off) const {
    return sign_off.kept_in != kNoRecord ||
           sign_off.place != program_.record(request_.release).span;
  }

  SignProblem into_release(const SignOff* known) {
    const Record& release = program_.record(request_.release);
    if (release.spelling != Spelling::file && release.spelling != Spelling::yaml) {
      return sign_problem(
          fmt::format("`{}` is written in a table or block, where a sealed sign-off has no room",
                      release.id),
          fmt::format("keep it in a file of its own: `--to approvals/{}/{}.yaml`", release.id,
                      slug(request_.role)),
          release.span);
    }
    target_.file = release.span.file;
    target_.path = sources_.file(target_.file).text.path();
    target_.place.kind = release.kind;
    target_.place.markdown = release.spelling == Spelling::file;
    if (!target_.place.markdown) target_.place.record = release.span.begin;
    target_.readers = program_.label_of(request_.release);
    if (known == nullptr) return {};
    const bool in_list = !target_.place.markdown || known->place.begin < front_matter_end();
    if (in_list && known->place.file == target_.file) {
      target_.place.replaces = known->place.begin;
    } else {
      target_.row = known->place;
    }
    return {};
  }

  uint32_t front_matter_end() const {
    return find_front_matter(sources_.file(target_.file).text.bytes()).yaml_end;
  }

  void into_record(RecordIndex index) {
    const Record& record = program_.record(index);
    target_.file = record.span.file;
    target_.path = sources_.file(target_.file).text.path();
    target_.own_file = true;
    target_.place.kind = record.kind;
    target_.place.markdown = record.spelling == Spelling::file;
    if (!target_.place.markdown) target_.place.record = record.span.begin;
    target_.readers = program_.label_of(index);
  }

  SignProblem into_path(const std::string& path) {
    const bool inside = !path.empty() && path.front() != '/' &&
                        ("/" + path + "/").find("/../") == std::string::npos &&
                        path.find('\\') == std::string::npos;
    if (!inside || !(path.ends_with(".yaml") || path.ends_with(".yml"))) {
      return sign_problem(fmt::format("`{}` is no YAML file of the program", path),
                          "name one below the program's folder, such as "
                          "`approvals/REL-1/security.yaml`");
    }
    target_.path = path;
    target_.own_file = true;
    target_.file = sources_.find(path);
    if (target_.file == kNoFile) return {};
    return into_list();
  }

  // A file that is there has the role's sign-off, or a list of them.
  SignProblem into_list() {
    const KindId kind = program_.kinds().find_kind("sign_off");
    bool list = false;
    const Record* other = nullptr;
    for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
      const Record& record = program_.set.records[i];
      if (record.span.file != target_.file) continue;
      if (!program_.kinds().is(record.kind, kind)) {
        other = &record;
        continue;
      }
      if (is_ours(record)) {
        into_record(RecordIndex{i});
        return {};
      }
      target_.readers = program_.label_of(RecordIndex{i});
      list = true;
      if (is_whole_file(record)) other = &record;
    }
    if (!list || other != nullptr) {
      return sign_problem(fmt::format("`{}{}` holds something else", prefix_, target_.path),
                          "name a file of its own for this sign-off",
                          other == nullptr ? Span{target_.file, 0, 0} : other->span);
    }
    target_.place.kind = program_.record(request_.release).kind;
    return {};
  }

  bool is_ours(const Record& record) const {
    const Kinds& kinds = program_.kinds();
    const Value* release = record.value(kinds.find_field(record.kind, "release"));
    if (release == nullptr || program_.record_of(*release) != request_.release) return false;
    const Value* role = record.value(kinds.find_field(record.kind, "role"));
    return roles_.find(role == nullptr ? record.title : role->text).key == request_.role;
  }

  bool is_whole_file(const Record& record) const {
    const std::string_view text = sources_.file(target_.file).text.bytes();
    return record.span.begin == 0 ||
           text.substr(0, record.span.begin).find("signoffs") == std::string_view::npos;
  }

  // As the user types it, or as the program knows it.
  std::string path_of(std::string_view said) const {
    while (said.starts_with("./")) said.remove_prefix(2);
    if (!prefix_.empty() && said.starts_with(prefix_)) said.remove_prefix(prefix_.size());
    return std::string(said);
  }

  std::string filled(std::string path) const {
    const std::string& id = program_.record(request_.release).id;
    for (const auto& [name, word] :
         {std::pair<std::string_view, std::string>{"{release}", id},
          std::pair<std::string_view, std::string>{"{role}", slug(request_.role)}}) {
      for (size_t at = path.find(name); at != std::string::npos;
           at = path.find(name, at + word.size())) {
        path.replace(at, name.size(), word);
      }
    }
    return path;
  }

  const CommandLine& line_;
  const SourceSet& sources_;
  const Program& program_;
  const SignRequest& request_;
  SignTarget& target_;
  SigningRoles roles_;
  std::string prefix_;
  const Readiness* readiness_ = nullptr;
};

}  // namespace

SignProblem find_sign_target(const CommandLine& line, const ProgramRun& run,
                             const SignRequest& request, SignTarget& target) {
  return TargetFinder(line, run, request, target).find();
}

}  // namespace milepost
