// Finds what records and pages of then are now.
#include "redact/old_texts.h"

#include <algorithm>
#include <variant>

namespace milepost {
namespace {

bool is_text(const Value& value) {
  return std::holds_alternative<std::monostate>(value.data) ||
         std::holds_alternative<MarkdownText>(value.data) ||
         std::holds_alternative<Object>(value.data);
}

}  // namespace

OldTexts::OldTexts(const Program& then, const SourceSet& sources, const NowWall& now)
    : then_(then),
      sources_(sources),
      words_(now.regions(), now.sees()),
      records_(then.set.records.size()),
      files_(sources.files.size()),
      titles_(sources.files.size()) {
  const NowRegions& regions = now.regions();
  for (const Page& page : then.set.pages) {
    const auto file = static_cast<size_t>(page.file);
    files_[file] = regions.find_page(sources.files[file].text.path(), page.title);
    titles_[file] = page.title;
  }
  for (size_t i = 0; i < records_.size(); ++i) {
    const Record& record = then.set.records[i];
    if (record.span.file == kNoFile) continue;
    const auto file = static_cast<size_t>(record.span.file);
    const bool own = record.spelling == Spelling::file;
    if (own) titles_[file] = record.title;
    records_[i] = regions.find(record, then.kinds().kind(record.kind).name,
                               own ? std::string_view(sources.files[file].text.path()) : "");
    for (const NowRecord* one : records_[i]) files_[file].push_back(one->file);
  }
  for (std::vector<uint32_t>& files : files_) {
    std::ranges::sort(files);
    files.erase(std::ranges::unique(files).begin(), files.end());
  }
}

bool OldTexts::hides_title(const Record& record) {
  const auto& found = records_[static_cast<size_t>(&record - then_.set.records.data())];
  return std::ranges::any_of(
      found, [&](const NowRecord* now) { return words_.hides_words(*now, record.title); });
}

bool OldTexts::hides_title(const Page& page) {
  return std::ranges::any_of(files_[static_cast<size_t>(page.file)],
                             [&](uint32_t file) { return words_.hides_words(file, page.title); });
}

bool OldTexts::hides(const Record& record, std::string_view name, std::string_view written,
                     bool is_text) {
  const auto& found = records_[static_cast<size_t>(&record - then_.set.records.data())];
  return std::ranges::any_of(found, [&](const NowRecord* now) {
    return words_.hides_field(*now, name, written, is_text);
  });
}

bool OldTexts::hides(const Record& record, const FieldValue& field) {
  const std::string& name = then_.kinds().field(field.field).name;
  return std::ranges::any_of(field.values, [&](const Value& value) {
    std::string_view written = value.text;
    if (value.span.is_place() && value.span.file != kNoFile && value.span.size() > 0) {
      const std::string& bytes = sources_.file(value.span.file).text.bytes();
      written = std::string_view(bytes).substr(value.span.begin, value.span.size());
    }
    return hides(record, name, written, is_text(value));
  });
}

std::vector<OldTexts::Place> OldTexts::hidden_fields(const Record& record) {
  std::vector<Place> places;
  if (records_[static_cast<size_t>(&record - then_.set.records.data())].empty()) return places;
  for (const FieldValue& field : record.fields) {
    if (!hides(record, field)) continue;
    Place& place = places.emplace_back();
    place.key = field.key;
    for (const Value& value : field.values) place.values.push_back(value.span);
  }
  for (const UnknownField& unknown : record.unknown) {
    if (!hides(record, unknown.key, unknown.text, true)) continue;
    places.push_back({unknown.key_span, {unknown.span}});
  }
  return places;
}

std::vector<TextRange> OldTexts::cuts(FileId file, uint32_t body,
                                      const std::vector<Replacement>& hidden) {
  const auto index = static_cast<size_t>(file);
  if (files_[index].empty()) return {};
  return words_.cuts(
      {sources_.file(file).text.bytes(), body, titles_[index], hidden, files_[index]});
}

void cut_whole(std::vector<Replacement>& cuts, const std::vector<TextRange>& ranges) {
  std::ranges::sort(cuts, {}, &Replacement::begin);
  std::vector<Replacement> more;
  size_t next = 0;
  uint32_t reach = 0;  // up to here all is cut
  for (const TextRange& range : ranges) {
    for (; next < cuts.size() && cuts[next].begin <= std::max(range.begin, reach); ++next) {
      reach = std::max(reach, cuts[next].end);
    }
    Replacement made{std::max(range.begin, reach), range.end, {}};
    for (; next < cuts.size() && cuts[next].begin < made.end; ++next) {
      made.end = std::max(made.end, cuts[next].end);
    }
    if (made.begin >= made.end) continue;
    reach = made.end;
    more.push_back(std::move(made));
  }
  cuts.insert(cuts.end(), more.begin(), more.end());
}

}  // namespace milepost
