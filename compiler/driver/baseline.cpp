// Reading, writing and applying a baseline.
#include "driver/baseline.h"

#include <fmt/format.h>

#include "diagnostics/rule.h"
#include "text/ascii.h"
#include "text/sha256.h"

namespace milepost {
namespace {

std::string key_of(const ReportItem& item, const Places& places) {
  const SourceText* source = places.text(item.span.file);
  return baseline_key(item, source == nullptr ? "-" : source->path());
}

}  // namespace

std::string baseline_key(const ReportItem& item, std::string_view path) {
  std::string key = code_name(item.code);
  if (item.finding && !item.subjects.empty()) {
    for (const std::string& id : item.subjects) key += " " + id;
    return key;
  }
  return fmt::format("{} {} {}", key, path, sha256_hex(item.message).substr(0, 12));
}

Baseline read_baseline(std::string_view text) {
  Baseline baseline;
  for (const std::string_view line : split_lines(text)) {
    const std::string_view entry = trim(line);
    if (!entry.empty() && entry.front() != '#') baseline.emplace(entry);
  }
  return baseline;
}

std::string print_baseline(const Report& report, const Places& places) {
  Baseline lines;
  for (const ReportItem& item : report.items) {
    if (item.severity != Severity::error) lines.insert(key_of(item, places));
  }
  std::string out =
      "# What `milepost check` found when this file was written; it reports only what is new "
      "since.\n"
      "# Delete a line to hear of it again; `milepost check --write-baseline FILE` writes the file "
      "anew.\n";
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

size_t apply_baseline(Report& report, const Baseline& baseline, const Places& places) {
  if (baseline.empty()) return 0;
  return std::erase_if(report.items, [&](const ReportItem& item) {
    return item.severity != Severity::error && baseline.contains(key_of(item, places));
  });
}

}  // namespace milepost
