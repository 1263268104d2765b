// Finding `records:` rules by trial.
#include "driver/propose.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "driver/overlay_tree.h"
#include "driver/stages.h"
#include "text/ascii.h"

namespace milepost {
namespace {

using KindCounts = std::map<std::pair<std::string, std::string>, size_t>;  // by singular and plural

/// "status_report" as people say it.
std::string words_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

struct Trial {
  std::map<std::string, KindCounts> files;  // by path
  size_t records = 0;
  std::string title;
  size_t documents = 0;
};

/// Only records that a rule may bring count: those of tables and lists, or whole files with a known
/// status.
Trial run_trial(const SourceTree& tree, std::string_view rule_kind) {
  std::string program = "program: Trial\nstart: 2026-01-05\n";
  if (!rule_kind.empty())
    program += fmt::format("records: [{{path: \"**/*.md\", kind: {}}}]\n", rule_kind);
  const OverlayTree overlay(tree, "program.yaml", program);
  StageOptions options;
  options.last = Stage::shape;
  options.as_of = Date{};
  StageValues values;
  run_stages(overlay, options, values);
  Trial trial;
  const Kinds& kinds = *values.kinds;
  for (const Record& record : values.records.records) {
    const SourceFile& file = values.sources.file(record.span.file);
    if (record.spelling == Spelling::file && rule_kind == "raid") continue;
    if (record.spelling == Spelling::file && !rule_kind.empty()) {
      // Any page can be read as a decision; one that is has a status of that life.
      const FieldId status = kinds.field_of(record.kind, Role::status);
      const Value* value = status == kNoField ? nullptr : record.value(status);
      const StatusWord* word = value == nullptr ? nullptr : std::get_if<StatusWord>(&value->data);
      if (word == nullptr || word->status == kNoStatus) continue;
    }
    const Kind& kind = kinds.kind(record.kind);
    ++trial.files[file.text.path()][{words_of(kind.name), words_of(kind.plural)}];
    ++trial.records;
  }
  for (const SourceFile& file : values.sources.files) {
    if (file.kind == SourceKind::markdown || file.kind == SourceKind::yaml) ++trial.documents;
  }
  for (const Page& page : values.records.pages) {
    if (iequals(values.sources.file(page.file).text.path(), "readme.md")) trial.title = page.title;
  }
  return trial;
}

size_t total(const KindCounts& counts) {
  size_t sum = 0;
  for (const auto& [kind, count] : counts) sum += count;
  return sum;
}

std::string counted(const KindCounts& counts) {
  std::vector<std::string> parts;
  for (const auto& [kind, count] : counts)
    parts.push_back(fmt::format("{} {}", count, count == 1 ? kind.first : kind.second));
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

struct Wanted {
  std::string kind;
  KindCounts counts;
};

}  // namespace

Proposals propose_rules(const SourceTree& tree) {
  const Trial plain = run_trial(tree, "");
  const Trial raid = run_trial(tree, "raid");
  const Trial decisions = run_trial(tree, "decision");
  Proposals proposals;
  proposals.title = plain.title;
  proposals.documents = plain.documents;
  proposals.records_without = plain.records;

  std::map<std::string, Wanted> wanted;  // by path
  const auto without = [&](const std::string& path) {
    const auto found = plain.files.find(path);
    return found == plain.files.end() ? size_t{0} : total(found->second);
  };
  for (const auto& [path, counts] : raid.files) {
    if (total(counts) <= without(path)) continue;
    wanted[path] = {counts.size() == 1 ? counts.begin()->first.first : std::string("raid"), counts};
  }
  for (const auto& [path, counts] : decisions.files) {
    if (wanted.contains(path) || total(counts) <= without(path)) continue;
    wanted[path] = {"decision", counts};
  }

  // Files of one folder that ask for the same kind share a pattern.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> folders;
  for (const auto& [path, want] : wanted) {
    const size_t slash = path.rfind('/');
    folders[{slash == std::string::npos ? std::string() : path.substr(0, slash + 1), want.kind}]
        .push_back(path);
  }
  for (const auto& [key, paths] : folders) {
    const auto& [folder, kind] = key;
    const bool shared = paths.size() > 1 && !folder.empty();
    KindCounts all;
    for (const std::string& path : paths) {
      for (const auto& [name, count] : wanted[path].counts) all[name] += count;
      if (!shared)
        proposals.rules.push_back(
            {path, kind, total(wanted[path].counts), counted(wanted[path].counts)});
    }
    if (shared) proposals.rules.push_back({folder + "*.md", kind, total(all), counted(all)});
  }
  std::sort(proposals.rules.begin(), proposals.rules.end(),
            [](const Proposal& a, const Proposal& b) { return a.pattern < b.pattern; });
  return proposals;
}

}  // namespace milepost
