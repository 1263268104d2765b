// Prints Views and leaks.
#include "spec/seen_text.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>

#include "redact/audience.h"
#include "redact/leaks.h"
#include "redact/redact.h"
#include "text/words.h"

namespace milepost::testing {
namespace {

std::string words_of(const View& view, const ViewMarkdown& text,
                     const std::vector<TapeSlice>& cuts = {}) {
  if (text.slice.count == 0) return {};
  const Tape& tape = view.tapes[number(text.tape)];
  std::string out;
  const uint32_t end = text.slice.first + text.slice.count;
  for (uint32_t i = text.slice.first; i < end;) {
    bool cut = false;
    for (const TapeSlice& run : cuts) cut = cut || (run.first <= i && i < run.first + run.count);
    if (!cut) {
      const std::string words = plain_text(tape, {i, tape.nodes[i].size});
      if (!words.empty()) out += (out.empty() ? "" : " / ") + words;
    }
    i += tape.nodes[i].size;
  }
  return out;
}

std::string value_text(const View& view, const ViewValue& value) {
  if (const auto* text = std::get_if<ViewMarkdown>(&value.data)) return words_of(view, *text);
  if (const auto* object = std::get_if<ViewObject>(&value.data)) {
    std::string out;
    for (const ViewField& field : object->fields) {
      for (const ViewValue& inner : field.values) {
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ",
                           view.fields[number(field.field)].name, value_text(view, inner));
      }
    }
    return "{" + out + "}";
  }
  return normalize_spaces(value.text);
}

}  // namespace

std::string seen_text(StageValues& values, std::string_view name) {
  const std::optional<Audience> audience = audience_named(values.program, name);
  if (!audience) return "no such audience\n";
  RedactOptions options;
  options.audience = *audience;
  const View view =
      redact_program(std::move(values.program), values.sources, values.analysis, {}, {}, options);
  std::string out;
  for (const ViewRecord& record : view.records) {
    out += fmt::format("{} \"{}\"\n", record.id, record.title);
    for (const std::string& owner : record.owner_names) out += fmt::format("  owner: {}\n", owner);
    for (const ViewField& field : record.fields) {
      out += fmt::format("  {}:", view.fields[number(field.field)].name);
      for (size_t i = 0; i < field.values.size(); ++i) {
        out += fmt::format("{} {}", i == 0 ? "" : " |", value_text(view, field.values[i]));
      }
      out += "\n";
    }
    for (const ViewUnknownField& field : record.unknown) {
      out += fmt::format("  ? {}: {}\n", field.key, field.text);
    }
    for (const ViewCheck& check : record.checks) out += fmt::format("  [ ] {}\n", check.text);
    const std::string body = words_of(view, record.body, record.body_cuts);
    if (!body.empty()) out += fmt::format("  > {}\n", body);
  }
  for (const ViewPage& page : view.pages) {
    out += fmt::format("page {} \"{}\"\n", page.path, page.title);
    const Tape& tape = view.tapes[number(page.tape)];
    if (tape.nodes.empty()) continue;
    const TapeSlice all{1, tape.nodes.front().size - 1};
    const std::string words = words_of(view, {page.tape, all});
    if (!words.empty()) out += fmt::format("  > {}\n", words);
  }
  return out;
}

std::string leaks_text(const StageValues& values, std::string_view name) {
  const std::optional<Audience> audience = audience_named(values.program, name);
  if (!audience) return "no such audience\n";
  const Leaks leaks = find_leaks(values.program, values.sources, {&*audience, 1});
  std::string out;
  for (const Diagnostic& one : leaks.diagnostics) {
    const SourceText& text = values.sources.file(one.span.file).text;
    const LineColumn at = text.position(one.span.begin);
    out +=
        fmt::format("{}:{}:{}: MP{} {}\n", text.path(), at.line, at.column, one.code, one.message);
  }
  return out;
}

}  // namespace milepost::testing
