// Finds the report whose words stand on a page, and what of it.
#include "compose/status_words.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "compose/options.h"

namespace milepost {
namespace {

constexpr int32_t kPeriodDays = 7;
constexpr int32_t kStaleDays = 42;  // of a page that has no other report
constexpr size_t kMostParagraphs = 3;

bool is_hidden(const ViewRecord& record, uint32_t node) {
  return std::ranges::any_of(record.body_cuts, [&](TapeSlice cut) {
    return cut.first <= node && node < cut.first + cut.count;
  });
}

// Paragraphs among the nodes [first, end), at most kMostParagraphs.
std::vector<TapeSlice> paragraphs(const Tape& tape, uint32_t first, uint32_t end) {
  std::vector<TapeSlice> found;
  for (uint32_t i = first; i < end && found.size() < kMostParagraphs; i += tape.nodes[i].size) {
    if (tape.nodes[i].kind == NodeKind::paragraph) found.push_back({i, tape.nodes[i].size});
  }
  return found;
}

// What stands before the first heading but that of the title: what it quotes, else its beginning.
std::vector<TapeSlice> opening(const View& view, const ViewRecord& record) {
  const ViewMarkdown& body = record.body;
  if (body.tape == kNoViewTape) return {};
  const Tape& tape = view.tape(body.tape);
  std::vector<TapeSlice> first;
  const uint32_t end = body.slice.first + body.slice.count;
  bool titled = false;
  for (uint32_t i = body.slice.first; i < end; i += tape.nodes[i].size) {
    const TapeNode& node = tape.nodes[i];
    if (is_hidden(record, i)) continue;
    if (node.kind == NodeKind::heading) {
      if (titled || !first.empty()) break;
      titled = true;
    } else if (node.kind == NodeKind::block_quote) {
      std::vector<TapeSlice> quoted = paragraphs(tape, i + 1, i + node.size);
      if (!quoted.empty()) return quoted;
    } else if (node.kind == NodeKind::paragraph && first.empty()) {
      first.push_back({i, node.size});
    }
  }
  return first;
}

StatusWords words_of_report(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  StatusWords words;
  words.report = id;
  if (const ViewField* summary = field_with(view, record, ViewRole::summary)) {
    const ViewValue& value = summary->values.front();
    const auto* markdown = std::get_if<ViewMarkdown>(&value.data);
    if (markdown == nullptr) {
      words.text = value.text;
      return words;
    }
    words.tape = markdown->tape;
    words.paragraphs = paragraphs(view.tape(markdown->tape), markdown->slice.first,
                                  markdown->slice.first + markdown->slice.count);
    if (words.paragraphs.empty()) words.paragraphs.push_back(markdown->slice);
    return words;
  }
  words.tape = record.body.tape;
  words.paragraphs = opening(view, record);
  if (words.paragraphs.empty()) words.report = kNoViewRecord;
  return words;
}

}  // namespace

bool is_draft(const View& view, const ViewRecord& report) {
  const std::vector<ViewStatus>& statuses = view.kind_of(report).statuses;
  return report.phase == ViewPhase::dropped ||
         (report.status < statuses.size() && statuses[report.status].name == "draft");
}

std::vector<uint32_t> report_readers(const Outline& outline, ViewRecordId report) {
  std::vector<uint32_t> readers;
  const ViewField* field = outline.view.find_field(outline.view.record(report), "audience");
  if (field == nullptr) return readers;
  for (const ViewValue& value : field->values) {
    const std::optional<uint32_t> page = status_page_named(outline, value.text);
    if (page) readers.push_back(*page);
  }
  return readers;
}

StatusWords status_words(const Outline& outline, const StatusPage& page) {
  const View& view = outline.view;
  const auto self = static_cast<uint32_t>(page.of - view.status_pages.data());
  std::optional<ViewRecordId> own, general;
  const auto newer = [&](const std::optional<ViewRecordId>& than, Date day) {
    return !than || *view.record(*than).facts.held <= day;
  };
  std::vector<bool> is_report;
  for (const ViewKind& kind : view.kinds) is_report.push_back(kind.is("status_report"));
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    const ViewFacts& facts = record.facts;
    if (!is_report[number(record.kind)] || !facts.held) continue;
    if (view.program.as_of < *facts.held || is_draft(view, record)) continue;
    const std::vector<uint32_t> readers = report_readers(outline, ViewRecordId{i});
    if (readers.empty()) {
      if (newer(general, *facts.held)) general = ViewRecordId{i};
    } else if (std::ranges::find(readers, self) != readers.end()) {
      if (newer(own, *facts.held)) own = ViewRecordId{i};
    }
  }
  if (!page.summary) general.reset();
  if (own) {
    const Date held = *view.record(*own).facts.held;
    const Date other = general ? *view.record(*general).facts.held : view.program.as_of;
    const int32_t most = general ? kPeriodDays : kStaleDays;
    if (other.days - held.days > most) own.reset();
  }
  if (own) return words_of_report(view, *own);
  return general ? words_of_report(view, *general) : StatusWords();
}

}  // namespace milepost
