// The report of one run: diagnostics and findings as one list of lines, and the printers of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "text/source_text.h"

namespace milepost {

/// One diagnostic or finding with its words made. `subjects` are record ids (findings only).
struct ReportItem {
  uint16_t code = 0;
  std::string_view rule;  // the rule's kebab-case name; a literal
  std::string_view summary;
  Severity severity = Severity::error;
  bool finding = false;
  Span span;
  std::string message;
  std::string help;
  std::vector<Related> related;
  std::vector<std::string> subjects;
};

/// Sorted by file, begin, code, message; items of severity off are already gone.
struct Report {
  std::vector<ReportItem> items;
  uint32_t files = 0;    // how many files were read
  uint32_t records = 0;  // how many records they gave
};

/// Sorts the items and folds what repeats without end: of one code in one file at most
/// `kMostOfOneCode` stay, the last of which says how many more there are.
inline constexpr size_t kMostOfOneCode = 1000;
void finish_report(Report& report);

/// Turns a span into a path with line and column. Borrows the texts.
class Places {
 public:
  /// `texts[i]` is the file with FileId i, or nullptr; `prefix` is put before each path.
  Places(std::vector<const SourceText*> texts, std::string prefix)
      : texts_(std::move(texts)), prefix_(std::move(prefix)) {}
  const SourceText* text(FileId file) const;
  /// The path as the user would type it; empty for no place.
  std::string path(FileId file) const;
  struct Range {
    LineColumn begin, end;  // columns in code points, end exclusive
  };
  Range range(Span span) const;

 private:
  std::vector<const SourceText*> texts_;
  std::string prefix_;
};

struct TextOptions {
  bool color = false;
  bool all = false;  // every item in full; else at most `most_of_a_rule`, notes one line a rule
  size_t most_of_a_rule = 10;
};

/// For people: a line, the source with carets, help. Ends with a line of totals.
std::string print_text(const Report& report, const Places& places, const TextOptions& options);
/// One item as print_text shows it; without a code if it has none.
std::string print_item(const ReportItem& item, const Places& places, bool color);
/// "3 errors, 1 warning and 20 notes in 80 files (412 records)".
std::string report_totals(const Report& report);
/// A JSON array, one object a line, as docs/cli.md says.
std::string print_json(const Report& report, const Places& places);
/// SARIF 2.1.0, at most 5,000 results (what code hosts show), the worst first.
std::string print_sarif(const Report& report, const Places& places, std::string_view version);
/// GitHub workflow commands, ten errors and ten warnings, then how many more there are.
std::string print_github(const Report& report, const Places& places);
/// GitLab Code Quality; fingerprints are unique and do not move with the line.
std::string print_gitlab(const Report& report, const Places& places);
/// JUnit XML: a suite a file, a case an item; errors and warnings are failures.
std::string print_junit(const Report& report, const Places& places);

/// Text of a stranger made safe for a terminal or log: controls, escapes and bidirectional marks
/// become visible.
std::string printable(std::string_view text);

/// "error", "warning", "note".
std::string_view severity_name(Severity severity);

}  // namespace milepost
