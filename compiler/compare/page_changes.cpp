// Compares the plain pages of two Views.
#include "compare/page_changes.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compare/meaning.h"
#include "text/natural_order.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

/// Numbers of pages of the one View by those of the other.
struct PageMatch {
  std::vector<uint32_t> after, before;
};

PageMatch match_pages(const View& before, const View& after) {
  PageMatch match;
  match.after.resize(before.pages.size(), kNone);
  match.before.resize(after.pages.size(), kNone);
  const auto pair = [&](uint32_t was, uint32_t now) {
    match.after[was] = now;
    match.before[now] = was;
  };
  std::unordered_map<std::string_view, uint32_t> paths;
  for (uint32_t i = 0; i < before.pages.size(); ++i) paths.emplace(before.pages[i].path, i);
  for (uint32_t i = 0; i < after.pages.size(); ++i) {
    const auto at = paths.find(after.pages[i].path);
    if (at != paths.end()) pair(at->second, i);
  }
  struct Seen {
    uint32_t was = kNone, now = kNone;
    uint32_t old_count = 0, new_count = 0;
  };
  std::unordered_map<std::string_view, Seen> titles;
  for (uint32_t i = 0; i < before.pages.size(); ++i) {
    if (match.after[i] != kNone || before.pages[i].title.empty()) continue;
    Seen& seen = titles[before.pages[i].title];
    seen.was = i;
    ++seen.old_count;
  }
  for (uint32_t i = 0; i < after.pages.size(); ++i) {
    if (match.before[i] != kNone) continue;
    const auto at = titles.find(after.pages[i].title);
    if (at == titles.end()) continue;
    at->second.now = i;
    ++at->second.new_count;
  }
  for (const auto& [title, seen] : titles) {
    if (seen.old_count == 1 && seen.new_count == 1) pair(seen.was, seen.now);
  }
  return match;
}

/// Files that records stand in.
std::unordered_set<std::string_view> files_of_records(const View& view) {
  std::unordered_set<std::string_view> files;
  for (const ViewRecord& record : view.records) {
    if (record.source.line != 0) files.insert(view.files[record.source.file]);
  }
  return files;
}

bool same_text(const View& before, const ViewPage& was, const View& after, const ViewPage& now) {
  if (was.tape == kNoViewTape || now.tape == kNoViewTape) return was.tape == now.tape;
  const Tape& old_tape = before.tape(was.tape);
  const Tape& new_tape = after.tape(now.tape);
  const TapeSlice old_all{0, static_cast<uint32_t>(old_tape.nodes.size())};
  const TapeSlice new_all{0, static_cast<uint32_t>(new_tape.nodes.size())};
  return same_nodes(old_tape, old_all, new_tape, new_all) ||
         shown_meaning(old_tape, old_all, {}) == shown_meaning(new_tape, new_all, {});
}

PageChange named(const ViewPage& page) {
  PageChange change;
  change.path = page.path;
  change.title = page.title.empty() ? page.path : page.title;
  return change;
}

}  // namespace

std::vector<PageChange> page_changes(const View& before, const View& after) {
  const PageMatch match = match_pages(before, after);
  const std::unordered_set<std::string_view> old_files = files_of_records(before);
  const std::unordered_set<std::string_view> new_files = files_of_records(after);
  std::vector<PageChange> changes;
  for (uint32_t i = 0; i < after.pages.size(); ++i) {
    const ViewPage& now = after.pages[i];
    PageChange change = named(now);
    change.after = ViewPageId{i};
    if (match.before[i] == kNone) {
      change.fate = RecordFate::added;
      changes.push_back(std::move(change));
      continue;
    }
    const ViewPage& was = before.pages[match.before[i]];
    if (was.path != now.path) change.was_path = was.path;
    if (normalize_spaces(was.title) != normalize_spaces(now.title)) change.was_title = was.title;
    const bool of_records = old_files.contains(was.path) || new_files.contains(now.path);
    change.text = !of_records && !same_text(before, was, after, now);
    if (change.text || !change.was_path.empty() || !change.was_title.empty()) {
      changes.push_back(std::move(change));
    }
  }
  for (uint32_t i = 0; i < before.pages.size(); ++i) {
    if (match.after[i] != kNone) continue;
    changes.push_back(named(before.pages[i]));
    changes.back().fate = RecordFate::removed;
  }
  std::ranges::stable_sort(changes, [](const PageChange& a, const PageChange& b) {
    return natural_less(a.path, b.path);
  });
  return changes;
}

}  // namespace milepost
