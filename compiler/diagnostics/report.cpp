// Ordering and folding of a report, places, and what all printers share.
#include "diagnostics/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "diagnostics/rule.h"
#include "text/utf8.h"

namespace milepost {

void finish_report(Report& report) {
  std::stable_sort(report.items.begin(), report.items.end(),
                   [](const ReportItem& a, const ReportItem& b) {
                     return std::tie(a.span.file, a.span.begin, a.code, a.message, a.span.end) <
                            std::tie(b.span.file, b.span.begin, b.code, b.message, b.span.end);
                   });
  std::map<std::pair<FileId, uint16_t>, size_t> seen;
  std::map<std::pair<FileId, uint16_t>, size_t> last_kept;
  std::vector<ReportItem> kept;
  kept.reserve(report.items.size());
  for (ReportItem& item : report.items) {
    const auto key = std::pair(item.span.file, item.code);
    if (++seen[key] > kMostOfOneCode) continue;
    last_kept[key] = kept.size();
    kept.push_back(std::move(item));
  }
  for (const auto& [key, count] : seen) {
    if (count > kMostOfOneCode) {
      kept[last_kept[key]].message +=
          fmt::format(" (and {} more like it in this file)", count - kMostOfOneCode);
    }
  }
  report.items = std::move(kept);
}

const SourceText* Places::text(FileId file) const {
  const auto index = static_cast<size_t>(file);
  return index < texts_.size() ? texts_[index] : nullptr;
}

std::string Places::path(FileId file) const {
  const SourceText* source = text(file);
  return source == nullptr ? std::string() : prefix_ + source->path();
}

Places::Range Places::range(Span span) const {
  const SourceText* source = text(span.file);
  if (source == nullptr) return {};
  return {source->position(span.begin), source->position(std::max(span.begin, span.end))};
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const CodePoint c : CodePoints(text)) {
    const char32_t v = c.value;
    const bool control = v < 0x20 || (v >= 0x7F && v < 0xA0);
    const bool direction = (v >= 0x202A && v <= 0x202E) || (v >= 0x2066 && v <= 0x2069) ||
                           v == 0x200E || v == 0x200F || v == 0x061C;
    const bool invisible = v == 0x200B || v == 0x2060 || v == 0xFEFF || v == 0x00AD ||
                           (v >= 0xE0000 && v <= 0xE007F) || v == 0x2028 || v == 0x2029;
    if (control || direction || invisible || !c.valid) {
      out += fmt::format("\\u{{{:x}}}", static_cast<uint32_t>(v));
    } else {
      out.append(text.substr(c.offset, c.size));
    }
  }
  return out;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
    case Severity::off:
      break;
  }
  return "off";
}

std::string report_totals(const Report& report) {
  size_t counts[4] = {};
  for (const ReportItem& item : report.items) ++counts[static_cast<size_t>(item.severity)];
  const auto words = [](size_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  };
  std::string text;
  if (report.items.empty()) {
    text = "no problems";
  } else {
    std::vector<std::string> parts;
    if (const size_t n = counts[static_cast<size_t>(Severity::error)])
      parts.push_back(words(n, "error"));
    if (const size_t n = counts[static_cast<size_t>(Severity::warning)])
      parts.push_back(words(n, "warning"));
    if (const size_t n = counts[static_cast<size_t>(Severity::note)])
      parts.push_back(words(n, "note"));
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
      text += parts[i];
    }
  }
  return fmt::format("{} in {} ({})", text, words(report.files, "file"),
                     words(report.records, "record"));
}

}  // namespace milepost
