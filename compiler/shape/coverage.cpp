// Matches paths with rules; the last rule that matches wins.
#include "shape/coverage.h"

#include <string>
#include <vector>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t kMostAlternatives = 64;

// Plain glob without braces. Remembers the last `*` and the last `**` to come back to.
bool matches_plain(std::string_view pattern, std::string_view path) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t p = 0;
  std::size_t at = 0;
  std::size_t star = kNone, star_at = 0;
  std::size_t deep = kNone, deep_at = 0;
  while (at < path.size()) {
    if (pattern.substr(p).starts_with("**/")) {
      deep = p += 3;
      deep_at = at;
      star = kNone;
      continue;
    }
    if (pattern.substr(p) == "**") return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_at = at;
      continue;
    }
    if (p < pattern.size() && (pattern[p] == path[at] || (pattern[p] == '?' && path[at] != '/'))) {
      ++p;
      ++at;
      continue;
    }
    if (star != kNone && path[star_at] != '/') {
      at = ++star_at;
      p = star;
      continue;
    }
    if (deep == kNone) return false;
    // `**/` goes on behind the next folder.
    star = kNone;
    const std::size_t slash = path.find('/', deep_at);
    if (slash == kNone) return false;
    deep_at = at = slash + 1;
    p = deep;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<std::string> alternatives(std::string_view pattern) {
  std::vector<std::string> todo{std::string(pattern)};
  std::vector<std::string> done;
  while (!todo.empty() && done.size() + todo.size() <= kMostAlternatives) {
    const std::string one = std::move(todo.back());
    todo.pop_back();
    const std::size_t open = one.find('{');
    const std::size_t close = open == std::string::npos ? open : one.find('}', open);
    if (close == std::string::npos) {
      done.push_back(one);
      continue;
    }
    for (const std::string_view part :
         split(std::string_view(one).substr(open + 1, close - open - 1), ',')) {
      todo.push_back(one.substr(0, open) + std::string(part) + one.substr(close + 1));
    }
  }
  return done;
}

std::string_view parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  path = path.substr(0, slash);
  const std::size_t before = path.rfind('/');
  return before == std::string_view::npos ? path : path.substr(before + 1);
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  for (std::string& one : alternatives(pattern)) {
    if (one.ends_with('/')) one += "**";
    if (matches_plain(one, path)) return true;
  }
  return false;
}

bool is_index_file(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  name = name.substr(0, name.rfind('.'));
  return iequals(name, "readme") || iequals(name, "index");
}

Coverage coverage_of(const FileWork& work) {
  const Kinds& kinds = work.facts.kinds;
  const std::string_view path = work.source.path();
  Coverage coverage;
  const std::string_view folder = parent_folder(path);
  // A folder called `pages` says that its files are no records, unless one says otherwise itself.
  if (const KindId kind = folder.empty() ? kNoKind : kinds.find_kind(folder);
      kind != kNoKind && kinds.kind(kind).name != "page") {
    coverage.covered = true;
    coverage.kind = kind;
    coverage.word = folder;
  }
  for (const RecordsRule& rule : work.facts.settings.records) {
    if (!matches_glob(rule.pattern, path)) continue;
    if (!rule.visibility.empty()) coverage.visibility = rule.visibility;
    if (rule.kind.empty()) continue;
    coverage.raid = iequals(rule.kind, "raid");
    coverage.page = iequals(rule.kind, "page");
    coverage.covered = !coverage.page;
    coverage.kind = coverage.raid || coverage.page ? kNoKind : kinds.find_kind(rule.kind);
    coverage.word = rule.kind;
    coverage.exact = rule.pattern.find_first_of("*?{") == std::string::npos;
  }
  return coverage;
}

}  // namespace milepost
