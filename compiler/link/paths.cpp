// Resolves relative destinations against the files that are there.
#include "link/paths.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 5> kFolderPages = {"README.md", "index.md", "readme.md",
                                                          "Readme.md", "README.markdown"};

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// `mailto:`, `https://`, `//host`.
bool is_external(std::string_view destination) {
  if (destination.starts_with("//")) return true;
  if (destination.empty() || !is_ascii_alpha(destination.front())) return false;
  for (const char c : destination) {
    if (c == ':') return true;
    if (!is_ascii_alnum(c) && c != '+' && c != '.' && c != '-') return false;
  }
  return false;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// Appends the parts of `path` to `parts`; false if `..` leaves the root.
bool walk(std::string_view path, std::vector<std::string_view>& parts) {
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") {
      if (parts.empty()) return false;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    begin = end + 1;
  }
  return true;
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out.push_back('/');
    out.append(part);
  }
  return out;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

namespace {

// By record: whether it is the only one of its file, but for those that fewer may see. What is
// hidden changes nothing of what a link to the file leads to.
std::vector<bool> alone_in_file(const Program& program) {
  const std::vector<Record>& records = program.set.records;
  const auto label = [&](uint32_t i) {
    return i < program.record_labels.size() ? program.record_labels[i] : kInternalLabel;
  };
  std::vector<bool> alone(records.size());
  for (uint32_t i = 0; i < records.size();) {
    uint32_t end = i, least = i, count = 0;
    for (; end < records.size() && records[end].span.file == records[i].span.file; ++end) {
      if (label(end) > label(least)) continue;
      count = label(end) == label(least) ? count + 1 : 1;
      least = end;
    }
    alone[least] = count == 1;
    i = end;
  }
  return alone;
}

}  // namespace

PathTable::PathTable(const Program& program, const SourceSet& sources)
    : program_(&program),
      sources_(&sources),
      targets_(sources.files.size()),
      runs_(sources.files.size()) {
  const std::vector<Record>& records = program.set.records;
  for (uint32_t i = 0; i < records.size(); ++i) {
    if (!records[i].span.is_place()) continue;
    Run& run = runs_[static_cast<uint32_t>(records[i].span.file)];
    if (run.count == 0) run.first = i;
    ++run.count;
  }
  by_place_.resize(records.size());
  for (uint32_t i = 0; i < by_place_.size(); ++i) by_place_[i] = i;
  for (const Run& run : runs_) {
    const auto begin = by_place_.begin() + run.first;
    std::sort(begin, begin + run.count, [&](uint32_t a, uint32_t b) {
      return std::tie(records[a].span.begin, a) < std::tie(records[b].span.begin, b);
    });
  }
  for (uint32_t i = 0; i < program.assets.size(); ++i) {
    targets_[static_cast<uint32_t>(program.assets[i].file)] = {TargetKind::asset, i, {}};
  }
  for (uint32_t i = 0; i < program.set.pages.size(); ++i) {
    targets_[static_cast<uint32_t>(program.set.pages[i].file)] = {TargetKind::page, i, {}};
  }
  const std::vector<bool> alone = alone_in_file(program);
  for (uint32_t i = 0; i < records.size(); ++i) {
    if (!records[i].span.is_place()) continue;
    const auto file = static_cast<uint32_t>(records[i].span.file);
    const bool whole_file = records[i].spelling == Spelling::file ||
                            (targets_[file].kind == TargetKind::none && alone[i]);
    if (whole_file) targets_[file] = {TargetKind::record, i, {}};
  }
}

RecordIndex PathTable::record_at(Span place) const {
  if (!place.is_place()) return kNoRecord;
  const Run run = records_in(place.file);
  const auto begin = by_place_.begin() + run.first;
  const auto at = std::upper_bound(begin, begin + run.count, place.begin,
                                   [this](uint32_t offset, uint32_t record) {
                                     return offset < program_->set.records[record].span.begin;
                                   });
  if (at == begin) return kNoRecord;
  const uint32_t record = *(at - 1);
  return program_->set.records[record].span.contains(place) ? RecordIndex{record} : kNoRecord;
}

PathHit PathTable::resolve(std::string_view destination, FileId from) const {
  PathHit hit;
  destination = trim(destination);
  if (is_external(destination)) {
    hit.fate = PathFate::external;
    return hit;
  }
  const std::size_t hash = destination.find('#');
  if (hash != std::string_view::npos) {
    hit.fragment = destination.substr(hash + 1);
    destination = destination.substr(0, hash);
  }
  if (destination.empty()) {
    hit.fate = hash == std::string_view::npos ? PathFate::empty : PathFate::same_file;
    hit.file = from;
    return hit;
  }
  const auto attempt = [&](std::string_view path) {
    std::vector<std::string_view> parts;
    const bool rooted = path.front() == '/';
    if (!rooted && from != kNoFile) walk(folder_of(sources_->file(from).text.path()), parts);
    if (!walk(path, parts)) {
      hit.fate = PathFate::outside;
      hit.path = std::string(path);
      return;
    }
    look(hit, joined(parts));
  };
  attempt(destination);
  if (hit.fate == PathFate::found) return hit;
  const std::size_t query = destination.find('?');
  if (destination.find('%') != std::string_view::npos) {
    const PathHit first = hit;
    attempt(percent_decoded(destination));
    if (hit.fate == PathFate::missing) hit.fate = first.fate;
  }
  if (hit.fate == PathFate::missing && query != std::string_view::npos && query > 0) {
    attempt(percent_decoded(destination.substr(0, query)));
  }
  return hit;
}

void PathTable::look(PathHit& hit, std::string_view path) const {
  hit.path = std::string(path);
  hit.file = sources_->find(path);
  if (hit.file != kNoFile) {
    hit.fate = PathFate::found;
  } else if (is_folder(path)) {
    hit.file = index_of_folder(path);
    hit.fate = hit.file == kNoFile ? PathFate::folder : PathFate::found;
  } else if (is_left_out(path)) {
    hit.fate = PathFate::left_out;
  } else {
    hit.file = find_other_letters(path);
    hit.fate = hit.file == kNoFile ? PathFate::missing : PathFate::other_letters;
  }
}

bool PathTable::is_folder(std::string_view path) const {
  if (path.empty()) return true;
  std::string prefix(path);
  prefix.push_back('/');
  const auto at = std::lower_bound(
      sources_->files.begin(), sources_->files.end(), prefix,
      [](const SourceFile& file, const std::string& p) { return file.text.path() < p; });
  return at != sources_->files.end() && at->text.path().starts_with(prefix);
}

FileId PathTable::index_of_folder(std::string_view path) const {
  for (const std::string_view name : kFolderPages) {
    std::string whole(path);
    if (!whole.empty()) whole.push_back('/');
    whole.append(name);
    if (const FileId file = sources_->find(whole); file != kNoFile) return file;
  }
  return kNoFile;
}

bool PathTable::is_left_out(std::string_view path) const {
  const std::vector<std::string>& left_out = sources_->left_out;
  const auto holds = [&](std::string_view whole) {
    return std::binary_search(left_out.begin(), left_out.end(), whole, std::less<>());
  };
  if (holds(path)) return true;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (holds(path.substr(0, slash + 1))) return true;
  }
  return holds(std::string(path) + "/");
}

void PathTable::build_fallbacks() const {
  for (uint32_t i = 0; i < sources_->files.size(); ++i) {
    const std::string& path = sources_->files[i].text.path();
    folded_.emplace(collision_key(path), FileId{i});
    by_name_[collision_key(name_of(path))].push_back(FileId{i});
  }
}

FileId PathTable::find_other_letters(std::string_view path) const {
  std::call_once(built_, [this] { build_fallbacks(); });
  const auto found = folded_.find(collision_key(path));
  return found == folded_.end() ? kNoFile : found->second;
}

std::string PathTable::relative(FileId to, FileId from) const {
  std::vector<std::string_view> target, base;
  walk(sources_->file(to).text.path(), target);
  if (from != kNoFile) walk(folder_of(sources_->file(from).text.path()), base);
  std::size_t shared = 0;
  while (shared < base.size() && shared + 1 < target.size() && base[shared] == target[shared]) {
    ++shared;
  }
  std::string out;
  for (std::size_t i = shared; i < base.size(); ++i) out += "../";
  for (std::size_t i = shared; i < target.size(); ++i) {
    if (i > shared) out.push_back('/');
    for (const char c : target[i]) {
      if (c == ' ') {
        out += "%20";
      } else {
        out.push_back(c);
      }
    }
  }
  return out;
}

std::string PathTable::suggest(const PathHit& hit, std::string_view written, FileId from) const {
  std::call_once(built_, [this] { build_fallbacks(); });
  std::vector<std::string_view> parts;
  const std::string whole = percent_decoded(written.substr(0, written.find_first_of("#?")));
  if (walk(whole, parts)) {
    PathHit rooted;
    look(rooted, joined(parts));
    if (rooted.fate == PathFate::found) return relative(rooted.file, from);
  }
  std::string name(name_of(hit.path));
  const std::size_t dot = name.rfind('.');
  const std::string ending = dot == std::string::npos ? std::string(".md") : name.substr(dot);
  auto found = by_name_.find(collision_key(name));
  if (found == by_name_.end() && dot == std::string::npos) {
    found = by_name_.find(collision_key(name + ending));
  }
  // A README elsewhere is no better than none.
  const bool telling = std::none_of(kFolderPages.begin(), kFolderPages.end(),
                                    [&](std::string_view page) { return iequals(name, page); });
  if (found != by_name_.end() && telling && found->second.size() == 1) {
    return relative(found->second.front(), from);
  }
  std::vector<std::string_view> near;
  std::vector<FileId> files;
  const std::string folder(folder_of(hit.path));
  const std::string prefix = folder.empty() ? folder : folder + "/";
  const auto begin = std::lower_bound(
      sources_->files.begin(), sources_->files.end(), prefix,
      [](const SourceFile& file, const std::string& p) { return file.text.path() < p; });
  constexpr std::ptrdiff_t kMostNeighbours = 1000;
  constexpr std::size_t kMostLooks = 1'000'000;
  if (looks_ > kMostLooks) return {};
  for (auto at = begin; at != sources_->files.end() && at - begin < kMostNeighbours; ++at) {
    const std::string_view other = at->text.path();
    if (!other.starts_with(prefix)) break;
    ++looks_;
    if (folder_of(other) != folder || !iends_with(other, ending)) continue;
    near.push_back(name_of(other));
    files.push_back(FileId{static_cast<uint32_t>(at - sources_->files.begin())});
  }
  const std::vector<std::size_t> best = nearest(name, near, 1);
  return best.empty() ? std::string() : relative(files[best.front()], from);
}

}  // namespace milepost
