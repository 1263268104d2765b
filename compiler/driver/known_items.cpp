// Compares reports.
#include "driver/known_items.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "driver/baseline.h"

namespace milepost {
namespace {

std::string_view path_of(const ReportItem& item, const Places& places) {
  const SourceText* source = places.text(item.span.file);
  return source == nullptr ? "-" : std::string_view(source->path());
}

std::set<std::string, std::less<>> paths_of(const SourceSet& sources) {
  std::set<std::string, std::less<>> paths;
  for (const SourceFile& file : sources.files) paths.insert(file.text.path());
  return paths;
}

}  // namespace

RenamedFiles renamed_files(const StageValues& was, const StageValues& now) {
  const auto old_paths = paths_of(was.sources), new_paths = paths_of(now.sources);
  std::unordered_map<std::string_view, std::string_view> by_bytes;
  for (const SourceFile& file : now.sources.files) {
    const std::string& bytes = file.text.bytes();
    if (!bytes.empty() && !old_paths.contains(file.text.path())) {
      by_bytes.emplace(bytes, file.text.path());
    }
  }
  RenamedFiles renamed;
  // By old path: how many of its records each new file has.
  std::map<std::string_view, std::map<std::string_view, size_t>> shared;
  for (const Record& record : was.program.set.records) {
    if (record.span.file == kNoFile) continue;
    const std::string& path = was.sources.file(record.span.file).text.path();
    if (new_paths.contains(path)) continue;
    const RecordIndex same = now.program.find(record.id);
    if (same == kNoRecord) continue;
    const FileId file = now.program.record(same).span.file;
    if (file == kNoFile) continue;
    const std::string& there = now.sources.file(file).text.path();
    if (!old_paths.contains(there)) ++shared[path][there];
  }
  for (const auto& [path, files] : shared) {
    const auto most =
        std::ranges::max_element(files, {}, [](const auto& entry) { return entry.second; });
    renamed.emplace(path, most->first);
  }
  for (const SourceFile& file : was.sources.files) {
    if (new_paths.contains(file.text.path())) continue;
    const auto same = by_bytes.find(file.text.bytes());
    if (same != by_bytes.end())
      renamed.insert_or_assign(file.text.path(), std::string(same->second));
  }
  return renamed;
}

void KnownItems::add(const Report& report, const Places& places, const RenamedFiles& renamed) {
  for (const ReportItem& item : report.items) {
    std::string_view path = path_of(item, places);
    if (const auto now = renamed.find(path); now != renamed.end()) path = now->second;
    ++counts_[baseline_key(item, path)];
  }
}

size_t KnownItems::leave_out(Report& report, const Places& places) const {
  auto left = counts_;
  return std::erase_if(report.items, [&](const ReportItem& item) {
    const auto known = left.find(baseline_key(item, path_of(item, places)));
    if (known == left.end() || known->second == 0) return false;
    --known->second;
    return true;
  });
}

}  // namespace milepost
