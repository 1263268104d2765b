// The report for programs: JSON lines in an array, SARIF, GitHub commands, GitLab Code Quality,
// JUnit.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/report.h"
#include "diagnostics/rule.h"
#include "text/json_writer.h"
#include "text/sha256.h"

namespace milepost {
namespace {

void write_place(JsonWriter& json, const Places& places, Span span) {
  if (!span.is_place()) {
    json.key("file").null().key("line").null().key("column").null();
    return;
  }
  const Places::Range range = places.range(span);
  json.member("file", places.path(span.file));
  json.member("line", range.begin.line).member("column", range.begin.column);
}

/// Worst first, then in report order.
std::vector<const ReportItem*> worst_first(const Report& report) {
  std::vector<const ReportItem*> items;
  for (const ReportItem& item : report.items) items.push_back(&item);
  std::stable_sort(items.begin(), items.end(), [](const ReportItem* a, const ReportItem* b) {
    return static_cast<int>(a->severity) > static_cast<int>(b->severity);
  });
  return items;
}

std::string full_message(const ReportItem& item) {
  return item.help.empty() ? item.message : item.message + "\n" + item.help;
}

/// The two escapes of GitHub's workflow commands: data, and property values.
std::string github_escape(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string xml_escape(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string print_json(const Report& report, const Places& places) {
  std::string out = "[";
  bool first = true;
  for (const ReportItem& item : report.items) {
    out += first ? "\n" : ",\n";
    first = false;
    JsonWriter json(out);
    json.begin_object();
    json.member("code", code_name(item.code)).member("rule", item.rule);
    json.member("severity", severity_name(item.severity)).member("message", item.message);
    write_place(json, places, item.span);
    if (item.span.is_place()) {
      const Places::Range range = places.range(item.span);
      json.member("end_line", range.end.line).member("end_column", range.end.column);
    } else {
      json.key("end_line").null().key("end_column").null();
    }
    json.member("help", item.help);
    json.key("related").begin_array();
    for (const Related& related : item.related) {
      json.begin_object();
      write_place(json, places, related.span);
      json.member("message", related.message);
      json.end_object();
    }
    json.end_array();
    if (item.finding) {
      json.key("subjects").begin_array();
      for (const std::string& id : item.subjects) json.string(id);
      json.end_array();
    }
    json.end_object();
  }
  out += first ? "]\n" : "\n]\n";
  return out;
}

std::string print_sarif(const Report& report, const Places& places, std::string_view version) {
  constexpr size_t kMost = 5000;
  const std::vector<const ReportItem*> items = worst_first(report);
  std::map<uint16_t, const ReportItem*> rules;
  for (const ReportItem* item : items) rules.emplace(item->code, item);
  std::map<uint16_t, int> rule_index;
  int next_rule = 0;
  for (const auto& [code, item] : rules) rule_index.emplace(code, next_rule++);
  std::string out;
  JsonWriter json(out, JsonLayout::indented);
  json.begin_object();
  json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      .member("version", "2.1.0");
  json.key("runs").begin_array().begin_object();
  json.key("tool").begin_object().key("driver").begin_object();
  json.member("name", "milepost").member("version", version);
  json.key("rules").begin_array();
  for (const auto& [code, item] : rules) {
    json.begin_object().member("id", code_name(code)).member("name", item->rule);
    json.key("shortDescription").begin_object().member("text", item->summary).end_object();
    json.end_object();
  }
  json.end_array().end_object().end_object();
  json.member("columnKind", "unicodeCodePoints");
  json.key("results").begin_array();
  for (size_t i = 0; i < std::min(items.size(), kMost); ++i) {
    const ReportItem& item = *items[i];
    json.begin_object()
        .member("ruleId", code_name(item.code))
        .member("ruleIndex", rule_index[item.code]);
    json.member("level", severity_name(item.severity));
    json.key("message").begin_object().member("text", full_message(item)).end_object();
    const auto location = [&](Span span, std::string_view message) {
      const Places::Range range = places.range(span);
      json.begin_object().key("physicalLocation").begin_object();
      json.key("artifactLocation")
          .begin_object()
          .member("uri", places.path(span.file))
          .end_object();
      json.key("region").begin_object();
      json.member("startLine", range.begin.line).member("startColumn", range.begin.column);
      json.member("endLine", range.end.line).member("endColumn", range.end.column);
      json.end_object().end_object();
      if (!message.empty()) {
        json.key("message").begin_object().member("text", message).end_object();
      }
      json.end_object();
    };
    json.key("locations").begin_array();
    if (item.span.is_place()) location(item.span, {});
    json.end_array();
    json.key("relatedLocations").begin_array();
    for (const Related& related : item.related) {
      if (related.span.is_place()) location(related.span, related.message);
    }
    json.end_array().end_object();
  }
  json.end_array();
  if (items.size() > kMost) {
    json.key("properties").begin_object();
    json.member("omittedResults", static_cast<int64_t>(items.size() - kMost)).end_object();
  }
  json.end_object().end_array().end_object();
  out += '\n';
  return out;
}

std::string print_github(const Report& report, const Places& places) {
  constexpr size_t kMost = 10;
  std::string out;
  size_t shown[4] = {};
  size_t total[4] = {};
  for (const ReportItem* item : worst_first(report)) {
    const auto level = static_cast<size_t>(item->severity);
    ++total[level];
    if (shown[level] >= kMost) continue;
    ++shown[level];
    const std::string_view command =
        item->severity == Severity::note ? "notice" : severity_name(item->severity);
    out += fmt::format("::{} ", command);
    if (item->span.is_place()) {
      const Places::Range range = places.range(item->span);
      out += fmt::format("file={},line={},endLine={},col={},endColumn={},",
                         github_escape(printable(places.path(item->span.file)), true),
                         range.begin.line, range.end.line, range.begin.column, range.end.column);
    }
    std::string text = printable(item->message);
    if (!item->help.empty()) text += "\n" + printable(item->help);
    out += fmt::format("title={} {}::{}\n", code_name(item->code), item->rule,
                       github_escape(text, false));
  }
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const auto level = static_cast<size_t>(severity);
    if (total[level] > shown[level]) {
      const size_t more = total[level] - shown[level];
      out += fmt::format(
          "::notice title=milepost::and {} more {}{}; run `milepost check --all` to see them\n",
          more, severity_name(severity), more == 1 ? "" : "s");
    }
  }
  return out;
}

std::string print_gitlab(const Report& report, const Places& places) {
  std::string out = "[";
  bool first = true;
  std::map<std::string, int> seen;
  for (const ReportItem& item : report.items) {
    out += first ? "\n" : ",\n";
    first = false;
    const std::string path = places.path(item.span.file);
    std::string identity = fmt::format("{}\n{}\n{}", code_name(item.code), path, item.message);
    // Equal problems of one file are told apart by their order, so that a moved line is no new
    // problem.
    if (const int again = seen[identity]++; again > 0) identity += fmt::format("\n{}", again);
    JsonWriter json(out);
    json.begin_object();
    json.member("description", item.message).member("check_name", code_name(item.code));
    json.member("fingerprint", sha256_hex(identity).substr(0, 40));
    json.member("severity", item.severity == Severity::error     ? "major"
                            : item.severity == Severity::warning ? "minor"
                                                                 : "info");
    json.key("location").begin_object().member("path", path.empty() ? "program.yaml" : path);
    json.key("lines").begin_object();
    json.member("begin", item.span.is_place() ? places.range(item.span).begin.line : 1U);
    json.end_object().end_object();
    json.end_object();
  }
  out += first ? "]\n" : "\n]\n";
  return out;
}

std::string print_junit(const Report& report, const Places& places) {
  std::map<std::string, std::vector<const ReportItem*>> suites;
  for (const ReportItem& item : report.items) suites[places.path(item.span.file)].push_back(&item);
  const auto failures = [](const std::vector<const ReportItem*>& items) {
    return std::count_if(items.begin(), items.end(),
                         [](const ReportItem* i) { return i->severity != Severity::note; });
  };
  ptrdiff_t all = 0;
  ptrdiff_t failed = 0;
  for (const auto& [path, items] : suites) {
    all += std::ssize(items);
    failed += failures(items);
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  // A report without problems is one passed test, or CI servers take it for a broken run.
  if (suites.empty()) {
    return out +
           "<testsuites name=\"milepost\" tests=\"1\" failures=\"0\">\n"
           "  <testsuite name=\"program\" tests=\"1\" failures=\"0\">\n"
           "    <testcase classname=\"program\" name=\"no problems\"/>\n  "
           "</testsuite>\n</testsuites>\n";
  }
  out += fmt::format("<testsuites name=\"milepost\" tests=\"{}\" failures=\"{}\">\n", all, failed);
  for (const auto& [path, items] : suites) {
    const std::string name = path.empty() ? "program" : xml_escape(path);
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n", name,
                       items.size(), failures(items));
    for (const ReportItem* item : items) {
      const uint32_t line = item->span.is_place() ? places.range(item->span).begin.line : 0;
      out += fmt::format("    <testcase classname=\"{}\" name=\"{} {}:{}\"", name,
                         code_name(item->code), item->rule, line);
      if (item->severity == Severity::note) {
        out += fmt::format("><system-out>{}</system-out></testcase>\n", xml_escape(item->message));
        continue;
      }
      out += fmt::format(
          ">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
          severity_name(item->severity), xml_escape(item->message),
          xml_escape(item->help.empty() ? item->message : item->help));
    }
    out += "  </testsuite>\n";
  }
  out += "</testsuites>\n";
  return out;
}

}  // namespace milepost
