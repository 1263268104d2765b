// `milepost new`: a record in a file of its own, with the next free id.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "files/git.h"
#include "shape/record_template.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/words.h"

namespace milepost {
namespace {

struct Numbering {
  uint64_t highest = 0;
  size_t width = 1;  // digits, counting leading zeros that are in use
  std::string separator = "-";
};

/// Takes note of `id` if it is `prefix`, perhaps a hyphen, and a number.
void take_note(Numbering& numbering, std::string_view id, std::string_view prefix) {
  if (id.size() <= prefix.size() || !iequals(id.substr(0, prefix.size()), prefix)) return;
  std::string_view digits = id.substr(prefix.size());
  if (digits.front() == '-') digits.remove_prefix(1);
  uint64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // Years and dates in ids are no numbering.
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || digits.size() > 6)
    return;
  numbering.highest = std::max(numbering.highest, number);
  if (digits.size() > 1 && digits.front() == '0')
    numbering.width = std::max(numbering.width, digits.size());
}

/// Ids that other branches have: two people may both be about to take the next number.
void take_note_of_branches(Numbering& numbering, const std::string& folder,
                           std::string_view prefix) {
  const std::optional<std::string> refs =
      run_git(folder, {"for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes"});
  if (!refs) return;
  std::vector<std::string> commits;
  for (const std::string_view line : split_lines(*refs)) commits.emplace_back(trim(line));
  std::sort(commits.begin(), commits.end());
  commits.erase(std::unique(commits.begin(), commits.end()), commits.end());
  if (commits.empty()) return;
  std::vector<std::string> arguments = {
      "grep", "--no-textconv", "-h", "-o", "-I", "-E", "-w", fmt::format("{}-?[0-9]+", prefix)};
  arguments.insert(arguments.end(), commits.begin(), commits.end());
  arguments.insert(arguments.end(), {"--", "*.md", "*.markdown", "*.yaml", "*.yml"});
  const std::optional<std::string> found = run_git(folder, arguments);
  if (!found) return;
  for (const std::string_view line : split_lines(*found)) take_note(numbering, trim(line), prefix);
}

/// The folder where most files of this kind are; else the plural.
std::string folder_for(const ProgramRun& run, KindId kind) {
  std::map<std::string, size_t> folders;
  for (const Record& record : run.values.program.set.records) {
    if (record.kind != kind || record.spelling != Spelling::file) continue;
    const std::string& path = run.values.sources.file(record.span.file).text.path();
    const size_t slash = path.rfind('/');
    if (slash != std::string::npos) ++folders[path.substr(0, slash)];
  }
  const auto most =
      std::max_element(folders.begin(), folders.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != folders.end()) return most->first;
  return run.values.program.kinds().kind(kind).plural;
}

std::string unknown_kind(const Kinds& kinds, const std::string& said) {
  std::vector<std::string_view> names;
  for (const Kind& kind : kinds.kinds) {
    if (!kind.abstract) names.push_back(kind.name);
  }
  const std::vector<size_t> near = nearest(said, names, 1);
  if (!near.empty())
    return fmt::format("there is no kind `{}`; did you mean `{}`?", said, names[near.front()]);
  return fmt::format("there is no kind `{}`; there are {}", said, fmt::join(names, ", "));
}

}  // namespace

int run_new(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::link, run); status != kDone)
    return status;
  const Kinds& kinds = run.values.program.kinds();
  const KindId id = kinds.find_kind(line.kind);
  if (id == kNoKind) {
    print_error(fmt::format("milepost: {}\n", unknown_kind(kinds, line.kind)));
    return kUsage;
  }
  const std::string title = normalize_spaces(line.title);
  if (title.empty()) {
    print_error("milepost: a record needs a title\n");
    return kUsage;
  }
  const Kind& kind = kinds.kind(id);
  Numbering numbering;
  for (const Record& record : run.values.program.set.records) {
    take_note(numbering, record.short_id, kind.prefix);
    for (const std::string& alias : record.aliases) take_note(numbering, alias, kind.prefix);
  }
  take_note_of_branches(numbering, run.located.absolute, kind.prefix);
  const std::string record_id = fmt::format("{}{}{:0{}}", kind.prefix, numbering.separator,
                                            numbering.highest + 1, numbering.width);
  const std::string folder = folder_for(run, id);
  const std::string name = fmt::format("{}/{}-{}.md", folder, record_id, slug(title, 48));
  const std::filesystem::path place = std::filesystem::path(run.located.root) / name;
  std::error_code error;
  std::filesystem::create_directories(place.parent_path(), error);
  std::string problem;
  if (!write_file(
          place.string(),
          record_template(kinds, id, record_id, title, run.values.program.set.settings.gates),
          false, problem)) {
    print_error(fmt::format("milepost: {}\n", problem));
    return kEnvironment;
  }
  print_out(fmt::format("{}{}\n", run.located.display_prefix, name));
  return kDone;
}

}  // namespace milepost
