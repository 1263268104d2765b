// Finds regions, and whose they are.
#include "redact/now_regions.h"

#include <algorithm>

#include "parse/front_matter.h"
#include "redact/names_over_time.h"
#include "redact/now_fields.h"
#include "redact/region_cuts.h"
#include "text/ascii.h"

namespace milepost {
NowRegions::NowRegions(const Program& now, const SourceSet& sources) {
  read_files(now, sources);
  if (!files_.empty()) read_records(now, sources);
}

void NowRegions::read_files(const Program& now, const SourceSet& sources) {
  for (uint32_t i = 0; i < sources.files.size(); ++i) {
    const SourceFile& file = sources.files[i];
    const std::string& bytes = file.text.bytes();
    if (bytes.find("audience:") == std::string::npos) continue;
    const uint32_t body = file.kind == SourceKind::markdown ? find_front_matter(bytes).body
                                                            : static_cast<uint32_t>(bytes.size());
    NowFile made{file.text.path(), bytes, {}};
    for (size_t label = 0; label < now.labels.size(); ++label) {
      const auto is_label = [&](std::string_view name) {
        return static_cast<size_t>(now.label(name)) == label;
      };
      for (const Replacement& region : region_cuts(bytes, FileId{i}, body, is_label)) {
        made.regions.push_back({now.labels[label], region.begin, region.end});
      }
    }
    if (made.regions.empty()) continue;
    std::ranges::sort(made.regions, {}, &NowRegion::begin);
    paths_.emplace(made.path, static_cast<uint32_t>(files_.size()));
    files_.push_back(std::move(made));
  }
  for (const Page& page : now.set.pages) {
    const auto file = paths_.find(sources.file(page.file).text.path());
    if (file != paths_.end()) page_titles_.emplace(title_key({}, page.title), file->second);
  }
}

void NowRegions::read_records(const Program& now, const SourceSet& sources) {
  // Of an entry of a YAML list those are that stand behind its beginning, and before the next.
  std::vector<std::vector<const Record*>> entries(files_.size());
  const auto file_of = [&](const Record& record) {
    return record.span.file == kNoFile ? paths_.end()
                                       : paths_.find(sources.file(record.span.file).text.path());
  };
  for (const Record& record : now.set.records) {
    const auto file = file_of(record);
    if (file != paths_.end() && record.spelling == Spelling::yaml) {
      entries[file->second].push_back(&record);
    }
  }
  for (std::vector<const Record*>& some : entries) {
    std::ranges::sort(some, {}, [](const Record* record) { return record->span.begin; });
  }
  for (const Record& record : now.set.records) {
    const auto file = file_of(record);
    if (file == paths_.end()) continue;
    NowRecord made;
    made.file = file->second;
    const std::vector<NowRegion>& regions = files_[made.file].regions;
    const std::vector<const Record*>& others = entries[made.file];
    uint32_t begin = 0, end = static_cast<uint32_t>(files_[made.file].bytes.size());
    if (record.spelling == Spelling::yaml) {
      begin = record.span.begin;
      const auto next = std::ranges::upper_bound(
          others, begin, {}, [](const Record* other) { return other->span.begin; });
      if (next != others.end()) end = (*next)->span.begin;
    }
    // One that stands in a region has its label; a row or block may say beside it what it said when
    // it was a file.
    made.beside = record.spelling != Spelling::file && record.spelling != Spelling::yaml;
    for (uint32_t i = 0; i < regions.size(); ++i) {
      if (regions[i].begin >= begin && regions[i].begin < end) made.regions.push_back(i);
    }
    if (made.regions.empty()) continue;
    read_fields(now, record, made);
    const auto number = static_cast<uint32_t>(records_.size());
    by_name_.emplace(id_key(record.id), number);
    for (const std::string& alias : record.aliases) by_name_.emplace(id_key(alias), number);
    by_title_.emplace(title_key(now.kinds().kind(record.kind).name, record.title), number);
    if (record.spelling == Spelling::file) by_path_.emplace(files_[made.file].path, number);
    records_.push_back(std::move(made));
  }
}

void NowRegions::read_fields(const Program& now, const Record& record, NowRecord& made) const {
  const NowFile& file = files_[made.file];
  for (const uint32_t i : made.regions) {
    const NowRegion& region = file.regions[i];
    const std::string_view text =
        std::string_view(file.bytes).substr(region.begin, region.end - region.begin);
    for (const std::string_view line : split_lines(text)) {
      const std::string_view said = said_first(line);
      if (said.empty() || said.starts_with("<!")) continue;
      const FieldId field = now.kinds().find_field(record.kind, said);
      made.fields.emplace_back(
          field == kNoField ? said : std::string_view(now.kinds().field(field).name), region.label);
    }
  }
}

std::vector<const NowRecord*> NowRegions::find(const Record& then, std::string_view kind,
                                               std::string_view path) const {
  std::vector<uint32_t> numbers;
  const auto look = [&](const Places& places, const std::string& key) {
    const auto [first, last] = places.equal_range(key);
    for (auto at = first; at != last; ++at) numbers.push_back(at->second);
  };
  look(by_name_, id_key(then.id));
  for (const std::string& alias : then.aliases) look(by_name_, id_key(alias));
  look(by_title_, title_key(kind, then.title));
  if (!path.empty()) look(by_path_, std::string(path));
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  std::vector<const NowRecord*> found;
  for (const uint32_t number : numbers) {
    if (!records_[number].beside || !path.empty()) found.push_back(&records_[number]);
  }
  return found;
}

std::vector<uint32_t> NowRegions::find_page(std::string_view path, std::string_view title) const {
  std::vector<uint32_t> found;
  const auto look = [&](const Places& places, const std::string& key) {
    const auto [first, last] = places.equal_range(key);
    for (auto at = first; at != last; ++at) found.push_back(at->second);
  };
  look(paths_, std::string(path));
  if (!title.empty()) look(page_titles_, title_key({}, title));
  return found;
}

}  // namespace milepost
