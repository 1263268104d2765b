// Reports for audiences.
#include "driver/audience_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "diagnostics/rule.h"
#include "driver/output.h"
#include "parse/codes.h"
#include "redact/concerns.h"
#include "redact/leaks.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"

namespace milepost {

namespace {

bool sees_all(const Audience& audience, const Program& program) {
  return std::ranges::all_of(program.labels, [&](const std::string& label) {
    return std::ranges::find(audience.sees, label) != audience.sees.end();
  });
}

bool leaves_label_unsaid(const StageValues& values, uint16_t code, Span span, bool plain) {
  const bool mark = code >= parse_code::region_open && code <= parse_code::region_misspelled;
  if (!mark && code != parse_code::duplicate_key) return false;
  const std::string_view text = values.sources.file(span.file).text.slice(span.begin, span.end);
  if (!mark) return is_label_key(values.program.kinds(), text);
  // A plain build shows both, whatever is wrong with the mark.
  const std::string lower = ascii_lower(text);
  const bool shown =
      lower.find("internal") != std::string::npos || lower.find("public") != std::string::npos;
  return !plain || !shown;
}

}  // namespace

std::vector<bool> labels_unread(StageValues& values, std::span<const Audience> audiences) {
  bool plain = false;
  bool others = false;
  std::vector<Diagnostic> all = values.sink.take_sorted();
  for (Diagnostic& one : all) {
    plain |= leaves_label_unsaid(values, one.code, one.span, true);
    others |= leaves_label_unsaid(values, one.code, one.span, false);
    values.sink.report(std::move(one));
  }
  std::vector<bool> unread;
  for (const Audience& audience : audiences) {
    const bool matters = audience.name.empty() ? plain : others;
    unread.push_back(matters && !sees_all(audience, values.program));
  }
  return unread;
}

void print_unread_labels(const Audience& audience, std::string_view what) {
  const std::string flag = audience.name.empty() ? "" : " --audience " + audience.name;
  const std::string who = audience.name.empty() ? "a plain build" : "`" + audience.name + "`";
  print_error(
      fmt::format("milepost: nothing was written{}: a label or the mark of a region cannot "
                  "be read, so what is hidden from {} is not known; `milepost check{}` "
                  "says where\n",
                  what, who, flag));
}

std::vector<bool> report_leaks(StageValues& values, std::span<const Audience> audiences,
                               unsigned jobs) {
  Leaks leaks = find_leaks(values.program, values.sources, audiences, jobs);
  for (Diagnostic& one : leaks.diagnostics) values.sink.report(std::move(one));
  const auto& rules = values.program.set.settings.rules;
  const auto allowed = rules.find(kHiddenWords);
  if (allowed != rules.end() && allowed->second != Severity::error) {
    leaks.told.assign(leaks.told.size(), false);
  }
  return std::move(leaks.told);
}

std::string why_untold(const StageValues& values, const Report& report, const Places& places,
                       const Audience& audience) {
  const std::string who = "`" + audience.name + "`";
  const auto first = std::ranges::find_if(report.items, [&](const ReportItem& item) {
    if (item.code == kHiddenWords) return item.message.find(who) != std::string::npos;
    return leaves_label_unsaid(values, item.code, item.span, audience.name.empty());
  });
  if (first == report.items.end()) return {};
  const LineColumn place = places.range(first->span).begin;
  return fmt::format("{}:{}:{}: {}: {}", places.path(first->span.file), place.line, place.column,
                     code_name(first->code), first->message);
}

bool may_be_told(StageValues& values, const CommandLine& line, const Audience& audience) {
  if (labels_unread(values, std::span(&audience, 1)).front()) {
    print_unread_labels(audience, "");
    return false;
  }
  if (line.audience.empty()) return true;
  const std::vector<bool> told = report_leaks(values, std::span(&audience, 1), 1);
  if (!told.front()) return true;
  print_error(
      fmt::format("milepost: nothing was written: it would tell `{0}` what it may not know; "
                  "`milepost check --audience {0}` says where\n",
                  audience.name));
  return false;
}

void keep_what_concerns(const StageValues& values, std::span<const Audience> audiences,
                        Report& report) {
  const Concerns concerns(values.program, values.sources, audiences);
  std::erase_if(report.items, [&](const ReportItem& item) {
    if (!concerns.place(item.span)) return true;
    return std::ranges::any_of(item.subjects, [&](const std::string& id) {
      const RecordIndex record = values.program.find(id);
      return record != kNoRecord && !concerns.record(record);
    });
  });
}

}  // namespace milepost
