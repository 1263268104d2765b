// Tells of the problems of the files what an audience may know.
#include <algorithm>
#include <array>
#include <variant>

#include "redact/view_builder.h"

namespace milepost {
namespace {

// A message quotes sources, and those may hold anything: what could not be read has no label, a
// suggestion names what stands elsewhere. So words cross only of these codes, which speak of one
// value and quote nothing else, and only if that value is shown. Help never does.
bool quotes_its_place_alone(uint16_t code) {
  constexpr uint16_t kFirstOfValues = 160, kLastOfValues = 172;
  constexpr std::array<uint16_t, 3> references = {201, 206, 207};  // to what is not there
  return (code >= kFirstOfValues && code <= kLastOfValues) ||
         std::ranges::find(references, code) != references.end();
}

// Codes that say something of one place by itself: of its spelling, of a value, of a link that
// leads to nothing. What compares records (equal ids, circles, ends that disagree) may be about one
// that is hidden, and is not told at all.
bool is_of_one_place(uint16_t code) {
  constexpr uint16_t kFirstLink = 220, kLastLink = 228;
  return (code >= 101 && code <= 178) || code == 180 || (code >= kFirstLink && code <= kLastLink) ||
         code == 230 || quotes_its_place_alone(code);
}

}  // namespace

// The places of values that are shown, by file, sorted and disjoint.
std::vector<std::vector<Span>> ViewBuilder::shown_values() const {
  std::vector<std::vector<Span>> shown(sources_.files.size());
  for (const uint32_t old : records_.to_old) {
    std::vector<const std::vector<FieldValue>*> open{&program_.set.records[old].fields};
    while (!open.empty()) {
      const std::vector<FieldValue>* level = open.back();
      open.pop_back();
      for (const FieldValue& field : *level) {
        if (!redaction_.shows(field.field)) continue;
        for (const Value& value : field.values) {
          // Of an object its parts are told, each by its own field.
          if (const auto* object = std::get_if<Object>(&value.data)) {
            open.push_back(&object->fields);
          } else if (!std::holds_alternative<MarkdownText>(value.data) && value.span.is_place() &&
                     value.span.size() > 0) {
            shown[static_cast<size_t>(value.span.file)].push_back(value.span);
          }
        }
      }
    }
  }
  for (std::vector<Span>& places : shown) std::ranges::sort(places);
  return shown;
}

void ViewBuilder::copy_diagnostics(std::span<const RuleInfo* const> rules) {
  const std::vector<std::vector<Span>> values = shown_values();
  // Files that are told as sources anyway, and have nothing hidden in them.
  std::vector<bool> told(sources_.files.size()), whole(sources_.files.size());
  for (const uint32_t old : records_.to_old) {
    const Span span = program_.set.records[old].span;
    if (span.is_place()) told[static_cast<size_t>(span.file)] = true;
  }
  for (const uint32_t old : pages_.to_old) {
    told[static_cast<size_t>(program_.set.pages[old].file)] = true;
  }
  const FileId settings = program_.set.settings.file;
  if (settings != kNoFile) told[static_cast<size_t>(settings)] = true;
  for (size_t i = 0; i < whole.size(); ++i) {
    const auto file = static_cast<FileId>(i);
    whole[i] = redaction_.hidden_places(file).empty() && redaction_.hidden_rows(file).empty();
  }
  for (const CutTape& cut : cut_) {
    const auto file = static_cast<size_t>(cut.tape.file);
    if (!cut.kept_before.empty() && file < whole.size()) whole[file] = false;
  }
  for (const Diagnostic& diagnostic : options_.diagnostics) {
    const auto file = static_cast<size_t>(diagnostic.span.file);
    if (!diagnostic.span.is_place() || file >= told.size() || !told[file]) continue;
    if (diagnostic.severity == Severity::off || !is_of_one_place(diagnostic.code)) continue;
    const auto rule = std::ranges::find(rules, diagnostic.code, &RuleInfo::code);
    if (rule == rules.end() || redaction_.hides(diagnostic.span)) continue;
    const auto next =
        std::ranges::upper_bound(values[file], diagnostic.span.begin, {}, &Span::begin);
    const bool in_value =
        next != values[file].begin() && std::prev(next)->end >= diagnostic.span.end;
    if (!in_value && !whole[file]) continue;
    ViewProblem made{*rule, diagnostic.severity, source_of(diagnostic.span), {}};
    if (in_value && quotes_its_place_alone(diagnostic.code)) made.words = diagnostic.message;
    view_.problems.push_back(std::move(made));
  }
  std::ranges::stable_sort(view_.problems, std::ranges::greater{}, &ViewProblem::severity);
}

}  // namespace milepost
