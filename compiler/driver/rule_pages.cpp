// Pages about codes, made from the catalog.
#include "driver/rule_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/report.h"
#include "driver/run_report.h"
#include "text/ascii.h"
#include "text/suspicious.h"

namespace milepost {
namespace {

bool is_finding(const RuleInfo& info) {
  return !info.message.empty();
}

std::string_view language_of(std::string_view path) {
  return path.ends_with(".md")                               ? "markdown"
         : path.ends_with(".yaml") || path.ends_with(".yml") ? "yaml"
                                                             : "text";
}

/// The example as a page may show it: what cannot be seen is written out, and a line of nothing but
/// nested quotes is cut, because pages made of this are read, and compiled, themselves.
std::string shown_example(std::string_view text) {
  constexpr std::ptrdiff_t most = 32;
  std::string out;
  const std::string visible = show_invisible(text);
  for (const std::string_view line : split_lines(visible)) {
    if (std::count(line.begin(), line.end(), '>') > most) {
      out += line.substr(0, most);
      out += " …";
    } else {
      out += line;
    }
    out += '\n';
  }
  return out;
}

void append_example(std::string& out, std::string_view title, std::string_view example,
                    bool markdown) {
  if (example.empty()) return;
  out += markdown ? fmt::format("{}\n\n", title) : fmt::format("\n{}\n", title);
  for (const ExampleFile& file : example_files(shown_example(example))) {
    if (markdown) {
      // A fence longer than any in the example.
      const std::string fence = file.text.find("```") == std::string::npos ? "```" : "~~~~~";
      out +=
          fmt::format("`{}`\n\n{}{}\n{}{}{}\n\n", file.path, fence, language_of(file.path),
                      file.text, file.text.ends_with('\n') || file.text.empty() ? "" : "\n", fence);
      continue;
    }
    out += fmt::format("\n  {}\n", file.path);
    for (const std::string_view line : split_lines(file.text)) {
      out += line.empty() ? "  |\n" : fmt::format("  | {}\n", line);
    }
  }
}

}  // namespace

std::vector<ExampleFile> example_files(std::string_view example) {
  std::vector<ExampleFile> files;
  while (!example.empty()) {
    const size_t end = std::min(example.find('\n'), example.size() - 1);
    const std::string_view line = example.substr(0, end + 1);
    example.remove_prefix(end + 1);
    if (line.starts_with("=== ")) {
      files.push_back({std::string(trim(line.substr(4))), {}});
    } else if (!files.empty()) {
      files.back().text += line;
    }
  }
  return files;
}

std::string explain_page(const RuleInfo& info) {
  std::string out = fmt::format(
      "{} {} ({}, {})\n{}\n\n{}\n", code_name(info.code), info.name, severity_name(info.severity),
      is_finding(info) ? "a finding" : "a diagnostic", info.summary, info.explanation);
  append_example(out, "This brings it:", info.fails, false);
  append_example(out, "This does not:", info.passes, false);
  out += fmt::format(
      "\nIn program.yaml, `rules: {{{}: off}}` switches it off; note, warning and error set its "
      "severity.\n",
      code_name(info.code));
  return out;
}

std::string code_list() {
  std::string out;
  for (const RuleInfo* info : all_codes()) {
    out += fmt::format("{}  {:<8} {:<28} {}\n", code_name(info->code),
                       severity_name(info->severity), info->name, info->summary);
  }
  return out;
}

std::string rules_reference() {
  std::string out =
      "# Rules and diagnostics\n\n"
      "A *diagnostic* is about the files, a *finding* is about the program. This page is made from "
      "the same entries as\n"
      "`milepost explain CODE`; each example is run as a test. Severities are defaults: `rules:` "
      "in `program.yaml` sets\n"
      "others (see [configuration](configuration.md)).\n\n";
  for (const bool findings : {false, true}) {
    out += findings ? "## Findings\n\n" : "## Diagnostics\n\n";
    out += "| code | name | severity | what it says |\n| --- | --- | --- | --- |\n";
    for (const RuleInfo* info : all_codes()) {
      if (is_finding(*info) != findings) continue;
      const std::string code = code_name(info->code);
      out += fmt::format("| [{}](#{}-{}) | {} | {} | {} |\n", code, ascii_lower(code), info->name,
                         info->name, severity_name(info->severity), info->summary);
    }
    out += '\n';
  }
  for (const RuleInfo* info : all_codes()) {
    out += fmt::format("## {} {}\n\n*{}.* {}.\n\n{}\n\n", code_name(info->code), info->name,
                       severity_name(info->severity), info->summary, info->explanation);
    append_example(out, "This brings it:", info->fails, true);
    append_example(out, "This does not:", info->passes, true);
  }
  return out;
}

}  // namespace milepost
