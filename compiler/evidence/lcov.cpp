// Reads lcov.
#include "evidence/lcov.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "evidence/reading.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// A line or a branch of a file; `what` tells the branches of a line apart.
struct Counted {
  uint32_t file = 0;
  uint64_t line = 0;
  std::string_view what;
  bool hit = false;

  bool is_same(const Counted& other) const {
    return file == other.file && line == other.line && what == other.what;
  }
  bool operator<(const Counted& other) const {
    if (file != other.file) return file < other.file;
    if (line != other.line) return line < other.line;
    const int words = what.compare(other.what);
    return words != 0 ? words < 0 : hit && !other.hit;
  }
};

// What is said twice in a row is kept once.
void take(std::vector<Counted>& all, const Counted& one) {
  if (!all.empty() && all.back().is_same(one)) {
    all.back().hit = all.back().hit || one.hit;
  } else {
    all.push_back(one);
  }
}

// All and covered, each once. Most files come in order.
std::pair<uint64_t, uint64_t> settle(std::vector<Counted>& all) {
  if (!std::is_sorted(all.begin(), all.end())) std::sort(all.begin(), all.end());
  const auto same = [](const Counted& a, const Counted& b) { return a.is_same(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  const auto hit =
      std::count_if(all.begin(), all.end(), [](const Counted& one) { return one.hit; });
  return {all.size(), static_cast<uint64_t>(hit)};
}

bool is_integer(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

bool is_zero(std::string_view text) {
  return text.find_first_not_of('0') == std::string_view::npos;
}

class LcovReader {
 public:
  explicit LcovReader(std::string_view bytes) : bytes_(bytes) {}

  EvidenceReading read() {
    size_t at = 0;
    while (at < bytes_.size() && problem_.empty()) {
      begin_ = at;
      size_t end = bytes_.find('\n', at);
      if (end == std::string_view::npos) end = bytes_.size();
      line(trim(bytes_.substr(at, end - at)));
      at = end + 1;
    }
    if (problem_.empty() && open_) {
      begin_ = bytes_.size();
      problem_ = "ends before the `end_of_record` of a file: it was cut off";
    }
    if (!problem_.empty()) return refuse_evidence_at(problem_, bytes_, begin_);
    if (sections_ == 0) return refuse_evidence("has no files in it");
    return finish();
  }

 private:
  struct Totals {
    std::optional<uint64_t> lines, lines_hit, branches, branches_hit;
  };

  void line(std::string_view text) {
    if (text.empty() || text.front() == '#') return;
    if (text == "end_of_record") return close();
    const size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const bool known = colon != std::string_view::npos && !name.empty() &&
                       std::ranges::all_of(name, is_ascii_upper);
    if (!known) {
      problem_ = "has the line " + quoted_evidence(text) + ", which is none of lcov's";
      return;
    }
    const std::string_view value = text.substr(colon + 1);
    if (name == "SF") {
      open(value);
    } else if (name == "TN" || name == "VER") {
      return;
    } else if (!open_) {
      problem_ = "has " + quoted_evidence(text) + " before the `SF:` of a file";
    } else if (name == "DA") {
      source_line(value);
    } else if (name == "BRDA") {
      branch(value);
    } else if (name == "LF") {
      total(value, totals_.lines);
    } else if (name == "LH") {
      total(value, totals_.lines_hit);
    } else if (name == "BRF") {
      total(value, totals_.branches);
    } else if (name == "BRH") {
      total(value, totals_.branches_hit);
    }
  }

  void open(std::string_view path) {
    if (open_) {
      problem_ = "begins a file before the `end_of_record` of the one before";
      return;
    }
    open_ = true;
    ++sections_;
    totals_ = {};
    has_lines_ = has_branches_ = false;
    file_ = files_.emplace(path, static_cast<uint32_t>(files_.size())).first->second;
  }

  void close() {
    if (!open_) {
      problem_ = "ends a file that it has not begun";
      return;
    }
    open_ = false;
    if (!has_lines_ && totals_.lines) {
      add_count(plain_.lines, *totals_.lines);
      add_count(plain_.lines_hit, std::min(*totals_.lines, totals_.lines_hit.value_or(0)));
    }
    if (!has_branches_ && totals_.branches) {
      add_count(plain_.branches, *totals_.branches);
      add_count(plain_.branches_hit, std::min(*totals_.branches, totals_.branches_hit.value_or(0)));
    }
  }

  void total(std::string_view value, std::optional<uint64_t>& to) {
    to = read_count(value);
    if (!to) problem_ = "has " + quoted_evidence(value) + " for a total, which is no count";
  }

  // DA:<line>,<hits>[,<checksum>]
  void source_line(std::string_view value) {
    const size_t comma = value.find(',');
    const auto number = read_count(value.substr(0, comma));
    std::string_view hits =
        comma == std::string_view::npos ? std::string_view() : value.substr(comma + 1);
    hits = trim(hits.substr(0, hits.find(',')));
    // Old versions of gcov count so far that it becomes negative.
    const bool negative = hits.starts_with('-');
    if (negative) hits.remove_prefix(1);
    if (!number || !is_integer(hits)) {
      problem_ = "has " + quoted_evidence(value) + " for `DA`, which is no line and its count";
      return;
    }
    has_lines_ = true;
    take(lines_, {file_, *number, {}, negative || !is_zero(hits)});
  }

  // BRDA:<line>,<block>,<branch>,<taken>, where taken is a count or `-`
  void branch(std::string_view value) {
    const size_t first = value.find(',');
    const size_t last = value.rfind(',');
    const auto number = read_count(value.substr(0, first));
    const std::string_view taken =
        last == std::string_view::npos ? std::string_view() : trim(value.substr(last + 1));
    if (!number || first == last || (taken != "-" && !is_integer(taken))) {
      problem_ = "has " + quoted_evidence(value) + " for `BRDA`, which is no branch and its count";
      return;
    }
    has_branches_ = true;
    take(branches_, {file_, *number, value.substr(first + 1, last - first - 1),
                     taken != "-" && !is_zero(taken)});
  }

  EvidenceReading finish() {
    EvidenceReading reading;
    reading.readable = true;
    reading.report = plain_;
    reading.report.format = EvidenceFormat::lcov;
    const auto [lines, lines_hit] = settle(lines_);
    const auto [branches, branches_hit] = settle(branches_);
    add_count(reading.report.lines, lines);
    add_count(reading.report.lines_hit, lines_hit);
    add_count(reading.report.branches, branches);
    add_count(reading.report.branches_hit, branches_hit);
    return reading;
  }

  std::string_view bytes_;
  size_t begin_ = 0;  // of the line
  std::string problem_;
  bool open_ = false, has_lines_ = false, has_branches_ = false;
  uint64_t sections_ = 0;
  uint32_t file_ = 0;
  Totals totals_;
  EvidenceReport plain_;  // of sections that have totals only
  std::unordered_map<std::string_view, uint32_t> files_;
  std::vector<Counted> lines_, branches_;
};

}  // namespace

bool looks_like_lcov(std::string_view bytes) {
  const std::string_view text = trim_left(bytes.substr(0, 4096));
  if (text.starts_with("TN:") || text.starts_with("SF:") || text.starts_with("VER:")) return true;
  return text.starts_with("#") && text.find("\nSF:") != std::string_view::npos;
}

EvidenceReading read_lcov(std::string_view bytes) {
  return LcovReader(bytes).read();
}

}  // namespace milepost
