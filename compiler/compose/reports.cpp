// Shortens status reports.
#include "compose/reports.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace milepost {
namespace {

int64_t day_of(const ViewRecord& record) {
  const std::optional<Date> day = record.facts.held ? record.facts.held : record.facts.raised;
  return day ? day->days : INT32_MIN;
}

std::string first_paragraph(const Tape& tape, TapeSlice slice) {
  for (uint32_t i = slice.first; i < slice.first + slice.count; i += tape.nodes[i].size) {
    if (tape.nodes[i].kind == NodeKind::paragraph) return plain_text(tape, {i, tape.nodes[i].size});
  }
  return {};
}

}  // namespace

std::string cut_words(std::string text, size_t most) {
  if (text.size() <= most) return text;
  size_t end = 0;
  for (size_t i = 1; i < most; ++i) {
    const char mark = text[i - 1];
    if ((mark == '.' || mark == '!' || mark == '?') && text[i] == ' ') end = i;
  }
  if (end >= most / 4) {
    text.resize(end);
    return text;
  }
  end = text.rfind(' ', most);
  if (end == std::string::npos || end < most / 2) return text;
  text.resize(end);
  return text + " …";
}

std::string report_summary(const View& view, const ViewRecord& report, size_t most) {
  for (const ViewField& field : report.fields) {
    if (view.field(field.field).role != ViewRole::summary || field.values.empty()) continue;
    const ViewValue& value = field.values.front();
    const auto* markdown = std::get_if<ViewMarkdown>(&value.data);
    if (markdown == nullptr) return cut_words(value.text, most);
    const Tape& tape = view.tape(markdown->tape);
    const std::string text = first_paragraph(tape, markdown->slice);
    return cut_words(text.empty() ? plain_text(tape, markdown->slice) : text, most);
  }
  if (report.body.slice.count == 0) return {};
  return cut_words(first_paragraph(view.tape(report.body.tape), report.body.slice), most);
}

std::string first_words(const View& view, const ViewValue& value, size_t most) {
  const auto* markdown = std::get_if<ViewMarkdown>(&value.data);
  if (markdown == nullptr) return cut_words(value.text, most);
  const Tape& tape = view.tape(markdown->tape);
  const TapeSlice slice = markdown->slice;
  for (uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
    if (tape.nodes[i].kind != NodeKind::paragraph) continue;
    return cut_words(plain_text(tape, {i, tape.nodes[i].size}), most);
  }
  return cut_words(plain_text(tape, slice), most);
}

std::vector<ViewRecordId> health_trend(const View& view, std::span<const ViewRecordId> records,
                                       size_t most) {
  std::vector<ViewRecordId> trend;
  for (const ViewRecordId id : records) {
    if (view.record(id).health != ViewHealth::none) trend.push_back(id);
  }
  std::ranges::stable_sort(trend, {}, [&](ViewRecordId id) { return day_of(view.record(id)); });
  if (trend.size() > most) trend.erase(trend.begin(), trend.end() - static_cast<ptrdiff_t>(most));
  return trend;
}

}  // namespace milepost
