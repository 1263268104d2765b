// `milepost init`: a new program from a template, or a program.yaml around documents that are
// there.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <map>

#include "calendar/working_time.h"
#include "diagnostics/rule.h"
#include "driver/baseline.h"
#include "driver/clock.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/overlay_tree.h"
#include "driver/propose.h"
#include "driver/run_report.h"
#include "driver/stages.h"
#include "files/disk.h"
#include "files/embedded.h"
#include "shape/compile_kinds.h"
#include "shape/record_template.h"
#include "shape/schema.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBaselineName = "milepost-baseline.txt";

using NewFiles = std::map<std::string, std::string>;  // by path in the folder

/// {{title}}, {{today}}, {{monday}} and {{+14}}: a working day so many days ahead.
std::string filled(std::string_view text, const std::string& title, Date today) {
  const WorkingTime time;
  std::string out;
  while (!text.empty()) {
    const size_t open = text.find("{{");
    const size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    const std::string_view name = text.substr(open + 2, close - open - 2);
    if (name == "title") {
      out += title;
    } else if (name == "today") {
      out += to_iso(time.on_or_before(today));
    } else if (name == "monday") {
      out += to_iso(week_begin(today));
    } else if (name.starts_with('+')) {
      int64_t days = 0;
      for (const char c : name.substr(1)) days = days * 10 + (c - '0');
      out += to_iso(time.on_or_after(add_days(today, days)));
    }
    text.remove_prefix(close + 2);
  }
  return out += text;
}

void add_template(NewFiles& files, std::string_view name, const std::string& title, Date today) {
  const std::string prefix = fmt::format("templates/init/{}/", name);
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(prefix)) continue;
    const bool yaml = file.path.ends_with(".yaml");
    files[std::string(file.path.substr(prefix.size()))] =
        filled(file.bytes, yaml ? yaml_scalar(title) : title, today);
  }
}

void add_schemas(NewFiles& files) {
  const std::shared_ptr<const Kinds> kinds = builtin_kinds();
  files[".milepost/records.schema.json"] = records_schema(*kinds);
  files[".milepost/program.schema.json"] = program_schema(*kinds);
}

// Templates, style sheet, pictures and words. Scripts are no part of what a program may override.
void add_theme(NewFiles& files) {
  constexpr std::string_view kDefault = "themes/default/";
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("templates/") && !file.path.starts_with("templates/init/")) {
      files[fmt::format("theme/{}", file.path.substr(10))] = file.bytes;
      continue;
    }
    if (!file.path.starts_with(kDefault) || file.path.ends_with(".js")) continue;
    const std::string_view name = file.path.substr(kDefault.size());
    const bool other_language = name.starts_with("strings.") && name != "strings.yaml";
    if (!other_language) files[fmt::format("theme/{}", name)] = file.bytes;
  }
}

int write_all(const std::string& folder, const NewFiles& files) {
  std::error_code error;
  for (const auto& [path, bytes] : files) {
    if (fs::exists(fs::path(folder) / path, error)) {
      print_error(
          fmt::format("milepost: `{}/{}` exists already; nothing was written\n", folder, path));
      return kUsage;
    }
  }
  for (const auto& [path, bytes] : files) {
    const fs::path place = fs::path(folder) / path;
    fs::create_directories(place.parent_path(), error);
    std::string problem;
    if (!write_file(place.string(), bytes, false, problem)) {
      print_error(fmt::format("milepost: {}\n", problem));
      return kEnvironment;
    }
    if (!path.starts_with(".milepost/")) print_out(fmt::format("wrote {}\n", place.string()));
  }
  return kDone;
}

std::string title_of_folder(const std::string& folder) {
  std::error_code error;
  const std::string name = fs::weakly_canonical(folder, error).filename().string();
  return name.empty() || name == "." || name == "/" ? std::string("My program") : name;
}

std::string proposed_program(const Proposals& proposals, const std::string& title, Date today,
                             bool baseline) {
  std::string out = "# yaml-language-server: $schema=.milepost/program.schema.json\n";
  out += fmt::format("program: {}\nstart: {}   # what \"Week 12\" counts from\n",
                     yaml_scalar(title), to_iso(week_begin(today)));
  if (!proposals.rules.empty()) {
    out += "records:\n";
    for (const Proposal& rule : proposals.rules) {
      out += fmt::format("- {{path: {}, kind: {}}}   # {}\n", yaml_scalar(rule.pattern), rule.kind,
                         rule.what);
    }
  }
  if (baseline)
    out += fmt::format(
        "findings_baseline: {}   # what was there at the start; check speaks of what is new\n",
        kBaselineName);
  return out;
}

/// What `check` would find with this program.yaml today.
std::string baseline_of(const SourceTree& tree, const std::string& program, Date today) {
  const OverlayTree overlay(tree, "program.yaml", program);
  StageOptions options;
  options.as_of = today;
  StageValues values;
  run_stages(overlay, options, values);
  const Report report =
      make_report(values.sink.take_sorted(), values.findings, values.program, values.sources);
  return print_baseline(report, places_of(values.sources));
}

int adopt(const std::string& folder, const DiskTree& tree, const Proposals& proposals, Date today) {
  const std::string title = proposals.title.empty() ? title_of_folder(folder) : proposals.title;
  NewFiles files;
  const std::string program = proposed_program(proposals, title, today, true);
  files["program.yaml"] = program;
  files[std::string(kBaselineName)] =
      baseline_of(tree, proposed_program(proposals, title, today, false), today);
  add_schemas(files);
  print_out(fmt::format("looked at {} document{}; {} record{} need{} no rule\n",
                        proposals.documents, proposals.documents == 1 ? "" : "s",
                        proposals.records_without, proposals.records_without == 1 ? "" : "s",
                        proposals.records_without == 1 ? "s" : ""));
  for (const Proposal& rule : proposals.rules) {
    print_out(fmt::format("  {:<40} {:<12} {}\n", rule.pattern, rule.kind, rule.what));
  }
  const int status = write_all(folder, files);
  if (status == kDone) {
    print_out(
        fmt::format("\nnext: read {0}/program.yaml, then `milepost check {0}` and `milepost build "
                    "{0} -o site`\n",
                    folder));
  }
  return status;
}

}  // namespace

int run_init(const CommandLine& line, const Environment&) {
  std::string folder = line.directory.empty() ? std::string(".") : line.directory;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const Date today = date_in(clock_now(), Zone());
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    print_error(fmt::format("milepost: `{}` is not a folder\n", folder));
    return kUsage;
  }
  if (line.init_theme) {
    NewFiles files;
    add_theme(files);
    const int status = write_all(folder, files);
    if (status == kDone) {
      print_out(
          fmt::format("\nnext: change what you want in {0}/theme, delete what you leave as it is, "
                      "then `milepost "
                      "build {0} -o site`\n",
                      folder));
    }
    return status;
  }
  if (fs::exists(fs::path(folder) / "program.yaml", error)) {
    print_error(
        fmt::format("milepost: `{}/program.yaml` exists already: it is a program\n", folder));
    return kUsage;
  }
  if (line.init_template.empty() && fs::is_directory(folder, error)) {
    const DiskTree tree(folder);
    const Proposals proposals = propose_rules(tree);
    if (proposals.documents > 0) return adopt(folder, tree, proposals, today);
  }
  NewFiles files;
  add_template(files, "minimal", title_of_folder(folder), today);
  if (!line.init_template.empty() && line.init_template != "minimal") {
    add_template(files, line.init_template, title_of_folder(folder), today);
  }
  add_schemas(files);
  fs::create_directories(folder, error);
  const int status = write_all(folder, files);
  if (status == kDone) {
    print_out(
        fmt::format("\nnext: `milepost check {0}`, then `milepost build {0} -o site`\n", folder));
  }
  return status;
}

}  // namespace milepost
