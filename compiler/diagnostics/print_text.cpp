// The report for people: place, severity, message, the source line with carets, help.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diagnostics/report.h"
#include "diagnostics/rule.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kWidest = 120;  // columns of source that are shown of a long line

struct Ink {
  bool on;
  std::string_view bold() const { return on ? "\x1b[1m" : ""; }
  std::string_view quiet() const { return on ? "\x1b[34m" : ""; }
  std::string_view reset() const { return on ? "\x1b[0m" : ""; }
  std::string_view of(Severity severity) const {
    if (!on) return "";
    switch (severity) {
      case Severity::error:
        return "\x1b[1;31m";
      case Severity::warning:
        return "\x1b[1;33m";
      default:
        return "\x1b[1;36m";
    }
  }
};

/// Tabs as spaces and nothing that a terminal would obey.
std::string shown(std::string_view text) {
  std::string out;
  for (size_t start = 0; start <= text.size();) {
    const size_t tab = std::min(text.find('\t', start), text.size());
    out += printable(text.substr(start, tab - start));
    if (tab < text.size()) out += "    ";
    start = tab + 1;
  }
  return out;
}

/// The line of `span` and carets under it. A long line is cut around the place.
void append_excerpt(std::string& out, const Places& places, Span span, Severity severity,
                    const Ink& ink) {
  const SourceText* source = places.text(span.file);
  if (source == nullptr || source->bytes().empty()) return;
  const LineColumn at = source->position(span.begin);
  const std::string_view line = source->line(at.line);
  const size_t line_begin = source->line_begin(at.line);
  const size_t from = std::min<size_t>(span.begin - line_begin, line.size());
  const size_t to =
      std::clamp<size_t>(span.end > span.begin ? span.end - line_begin : from, from, line.size());

  // Whole characters only: step back from `from` to at most a third of the room.
  size_t first = 0;
  if (display_width(line) > kWidest) {
    first = from;
    for (size_t room = kWidest / 3; first > 0 && room > 0; --room) {
      first = code_point_before(line, first).offset;
    }
  }
  const std::string_view rest = line.substr(first);
  std::string_view part = rest;
  if (display_width(rest) > kWidest) part = truncate_characters(rest, kWidest);
  const size_t last = first + part.size();
  const std::string before = shown(line.substr(first, from - first));
  const std::string marked = shown(line.substr(from, std::min(to, last) - std::min(from, last)));
  const std::string number = fmt::format("{}", at.line);
  const std::string lead = first > 0 ? "…" : "";
  const std::string tail = last < line.size() ? "…" : "";
  out += fmt::format("{}{:>5} |{} {}{}{}\n", ink.quiet(), number, ink.reset(), lead, shown(part),
                     tail);
  const size_t width = std::max<size_t>(1, display_width(marked));
  out += fmt::format("{}{:>5} |{} {}{}{}{}\n", ink.quiet(), "", ink.reset(),
                     std::string(display_width(before) + (first > 0 ? 1 : 0), ' '),
                     ink.of(severity), std::string(width, '^'), ink.reset());
}

std::string place_of(const Places& places, Span span) {
  if (!span.is_place()) return {};
  const LineColumn at = places.range(span).begin;
  return fmt::format("{}:{}:{}", printable(places.path(span.file)), at.line, at.column);
}

void append_item(std::string& out, const ReportItem& item, const Places& places, const Ink& ink) {
  const std::string place = place_of(places, item.span);
  if (!place.empty()) out += fmt::format("{}{}:{} ", ink.bold(), place, ink.reset());
  const std::string code = item.code == 0 ? "" : fmt::format("[{}]", code_name(item.code));
  out += fmt::format("{}{}{}{}{}: {}{}\n", ink.of(item.severity), severity_name(item.severity),
                     code, ink.reset(), ink.bold(), printable(item.message), ink.reset());
  append_excerpt(out, places, item.span, item.severity, ink);
  for (const Related& related : item.related) {
    const std::string where = place_of(places, related.span);
    out += fmt::format("      {}={} {}{}{}\n", ink.quiet(), ink.reset(), where,
                       where.empty() ? "" : ": ", printable(related.message));
  }
  if (!item.help.empty()) {
    out += fmt::format("      {}={} {}help{}: {}\n", ink.quiet(), ink.reset(), ink.bold(),
                       ink.reset(), printable(item.help));
  }
}

/// What was not shown in full, of one rule.
struct Rest {
  const ReportItem* first = nullptr;
  size_t count = 0;
};

}  // namespace

std::string print_item(const ReportItem& item, const Places& places, bool color) {
  std::string out;
  append_item(out, item, places, Ink{color});
  return out;
}

std::string print_text(const Report& report, const Places& places, const TextOptions& options) {
  const Ink ink{options.color};
  std::string out;
  std::map<std::pair<int, uint16_t>, size_t> shown_of;
  std::map<std::pair<int, uint16_t>, Rest> rest;
  for (const ReportItem& item : report.items) {
    const auto key = std::pair(-static_cast<int>(item.severity), item.code);
    const bool brief = item.severity == Severity::note;
    if (!options.all && (brief || shown_of[key] >= options.most_of_a_rule)) {
      Rest& r = rest[key];
      if (r.first == nullptr) r.first = &item;
      ++r.count;
      continue;
    }
    ++shown_of[key];
    append_item(out, item, places, ink);
  }
  for (const auto& [key, r] : rest) {
    const ReportItem& item = *r.first;
    const std::string place = place_of(places, item.span);
    const bool more = shown_of[key] > 0;
    out +=
        fmt::format("{}{}[{}]{}: {}{} {}: {}", ink.of(item.severity), severity_name(item.severity),
                    code_name(item.code), ink.reset(), more ? "and " : "", r.count,
                    more ? "more" : (r.count == 1 ? "place" : "places"), item.summary);
    if (!place.empty()) out += fmt::format("; first at {}", place);
    out += '\n';
  }
  if (!rest.empty()) out += "--all shows every place; `milepost explain CODE` tells more of one\n";
  return out;
}

}  // namespace milepost
