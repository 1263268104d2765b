// Making the report of a run.
#include "driver/run_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/check.h"
#include "diagnostics/wording.h"
#include "text/ascii.h"
#include "version.h"

namespace milepost {
namespace {

std::string words_of(const Argument& argument, const Program& program) {
  struct Words {
    const Program& program;
    std::string operator()(const RecordArgument& a) const {
      const Record& record = program.record(RecordIndex{a.record});
      return fmt::format("`{}`", record.short_id);
    }
    std::string operator()(const PersonArgument& a) const {
      return program.person(PersonIndex{a.person}).name;
    }
    std::string operator()(const Date& date) const { return to_iso(date); }
    std::string operator()(const DaysArgument& a) const { return working_days_text(a.days); }
    std::string operator()(int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Words{program}, argument);
}

}  // namespace

std::vector<const RuleInfo*> all_codes() {
  std::vector<const RuleInfo*> codes = rule_catalog();
  for (const RuleInfo& info : diagnostic_catalog()) codes.push_back(&info);
  std::sort(codes.begin(), codes.end(),
            [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; });
  return codes;
}

const RuleInfo* find_code(std::string_view word) {
  for (const RuleInfo* info : all_codes()) {
    const std::string code = code_name(info->code);
    if (iequals(word, code) || iequals(word, std::string_view(code).substr(2)) ||
        iequals(word, info->name))
      return info;
  }
  return nullptr;
}

Places places_of(const SourceSet& sources) {
  std::vector<const SourceText*> texts;
  texts.reserve(sources.files.size());
  for (const SourceFile& file : sources.files) texts.push_back(&file.text);
  return {std::move(texts), sources.display_prefix};
}

Report make_report(std::vector<Diagnostic> diagnostics, std::span<const Finding> findings,
                   const Program& program, const SourceSet& sources) {
  Report report;
  report.records = static_cast<uint32_t>(program.set.records.size());
  for (const SourceFile& file : sources.files) {
    if (file.kind != SourceKind::asset) ++report.files;
  }
  std::vector<const RuleInfo*> by_code(1000, nullptr);
  for (const RuleInfo* info : all_codes()) {
    if (info->code < by_code.size()) by_code[info->code] = info;
  }
  const auto entry = [&](uint16_t code) { return code < by_code.size() ? by_code[code] : nullptr; };
  report.items.reserve(diagnostics.size() + findings.size());
  const auto& own = program.set.settings.rules;
  for (Diagnostic& diagnostic : diagnostics) {
    const auto severity = own.find(diagnostic.code);
    if (severity != own.end()) {
      // What breaks the model may be made quieter, but never silent.
      const bool error = diagnostic.severity == Severity::error;
      diagnostic.severity =
          error && severity->second == Severity::off ? Severity::note : severity->second;
    }
    if (diagnostic.severity == Severity::off) continue;
    const RuleInfo* info = entry(diagnostic.code);
    report.items.push_back({diagnostic.code,
                            info == nullptr ? std::string_view() : info->name,
                            info == nullptr ? std::string_view() : info->summary,
                            diagnostic.severity,
                            false,
                            diagnostic.span,
                            std::move(diagnostic.message),
                            std::move(diagnostic.help),
                            std::move(diagnostic.related),
                            {}});
  }
  for (const Finding& finding : findings) {
    const RuleInfo* info = entry(finding.code);
    if (info == nullptr || finding.severity == Severity::off) continue;
    std::vector<std::string> words;
    for (const Argument& argument : finding.arguments) words.push_back(words_of(argument, program));
    ReportItem item{finding.code,
                    info->name,
                    info->summary,
                    finding.severity,
                    true,
                    finding.span,
                    fill_message(info->message, words),
                    finding.help,
                    finding.related,
                    {}};
    for (const uint32_t subject : finding.subjects) {
      item.subjects.push_back(program.record(RecordIndex{subject}).id);
    }
    report.items.push_back(std::move(item));
  }
  finish_report(report);
  return report;
}

std::string print_as(std::string_view format, const Report& report, const Places& places) {
  if (format == "json") return print_json(report, places);
  if (format == "sarif") return print_sarif(report, places, kVersion);
  if (format == "github") return print_github(report, places);
  if (format == "gitlab") return print_gitlab(report, places);
  return print_junit(report, places);
}

int status_of(const Report& report, bool strict, const std::vector<std::string>& fail_on) {
  std::vector<uint16_t> codes;
  for (const std::string& word : fail_on) {
    if (const RuleInfo* info = find_code(word)) codes.push_back(info->code);
  }
  for (const ReportItem& item : report.items) {
    if (item.severity == Severity::error || (strict && item.severity == Severity::warning) ||
        (strict && item.finding) ||
        std::find(codes.begin(), codes.end(), item.code) != codes.end()) {
      return 1;
    }
  }
  return 0;
}

}  // namespace milepost
