// Decides what an audience may not know.
#include "redact/redaction.h"

#include <algorithm>
#include <variant>

#include "redact/now_labels.h"

namespace milepost {
namespace {

// Every field value of a record, those inside objects included.
template <typename F>
void for_each_field(const std::vector<FieldValue>& fields, F&& f) {
  std::vector<const std::vector<FieldValue>*> open{&fields};
  while (!open.empty()) {
    const std::vector<FieldValue>* level = open.back();
    open.pop_back();
    for (const FieldValue& field : *level) {
      f(field);
      for (const Value& value : field.values) {
        if (const auto* object = std::get_if<Object>(&value.data)) open.push_back(&object->fields);
      }
    }
  }
}

template <typename T>
const std::vector<T>& at_or_empty(const std::vector<std::vector<T>>& all, FileId file) {
  static const std::vector<T> none;
  const auto index = static_cast<size_t>(file);
  return index < all.size() ? all[index] : none;
}

}  // namespace

Redaction::Redaction(const Program& program, const Audience& audience)
    : program_(program), now_(audience.now) {
  for (const std::string& label : program.labels) {
    seen_.push_back(std::ranges::find(audience.sees, label) != audience.sees.end());
  }
  sees_every_field_ =
      now_ == nullptr && std::ranges::all_of(program.field_labels, [&](LabelIndex label) {
        return label == kNoLabel || shows(label);
      });
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const Record& record = program.set.records[i];
    if (!shows(RecordIndex{i})) {
      hide(record.span);
      if (record.spelling != Spelling::file && record.span.is_place()) {
        const auto file = static_cast<size_t>(record.span.file);
        if (rows_.size() <= file) rows_.resize(file + 1);
        rows_[file].push_back(record.span.begin);
      }
      for_each_field(record.fields, [&](const FieldValue& field) {
        // The key of a cell is the head of its column, which other rows share.
        if (record.spelling != Spelling::table) hide(field.key);
        for (const Value& value : field.values) hide(value.span);
      });
    } else if (!sees_every_field_) {
      hide_fields(record);
    }
  }
  merge_places();
}

void Redaction::hide_fields(const Record& record) {
  for_each_field(record.fields, [&](const FieldValue& field) {
    if (shows(field.field)) return;
    hide(field.key);
    for (const Value& value : field.values) hide(value.span);
  });
  // A second value of a field is kept beside what no field has.
  for (const UnknownField& unknown : record.unknown) {
    if (shows_key(record, unknown.key)) continue;
    hide(unknown.key_span);
    hide(unknown.span);
  }
  if (hides_fields_of(record.kind)) hide_sections(record);
}

bool Redaction::hides_fields_of(KindId kind) {
  kind_hides_.resize(program_.kinds().kinds.size());
  uint8_t& known = kind_hides_[static_cast<size_t>(kind)];
  if (known == 0) {
    const bool hides = std::ranges::any_of(program_.kinds().kind(kind).fields,
                                           [&](FieldId field) { return !shows(field); });
    known = hides ? 2 : 1;
  }
  return known == 2;
}

// A section that is headed like a hidden field and gave none (it is the second of its name, it
// holds a region, nothing in it could be read) is part of the body, and as hidden as the field.
void Redaction::hide_sections(const Record& record) {
  const MarkdownText& body = record.body;
  if (body.slice.count == 0 || body.tape >= program_.set.tapes.size()) return;
  const Tape& tape = program_.set.tapes[body.tape];
  const uint32_t end = body.slice.first + body.slice.count;
  uint8_t open = 0;  // level of the heading of a hidden section; 0: none
  for (uint32_t i = body.slice.first; i < end;) {
    const TapeNode& node = tape.nodes[i];
    const bool region = node.kind == NodeKind::region;
    if (node.kind == NodeKind::heading && (open == 0 || node.level <= open)) {
      const FieldId field =
          program_.kinds().find_field(record.kind, plain_text(tape, {i, node.size}));
      open = field != kNoField && !shows(field) ? node.level : uint8_t{0};
    }
    // What stands in a region is looked at block by block.
    if (open > 0 && !region) hide(tape.span_of(node));
    i += region ? 1 : node.size;
  }
}

void Redaction::hide(Span place) {
  if (!place.is_place() || place.size() == 0) return;
  const auto file = static_cast<size_t>(place.file);
  if (places_.size() <= file) places_.resize(file + 1);
  places_[file].push_back(place);
}

void Redaction::merge_places() {
  for (std::vector<Span>& places : places_) {
    std::ranges::sort(places);
    size_t kept = 0;
    for (const Span& place : places) {
      if (kept > 0 && place.begin <= places[kept - 1].end) {
        places[kept - 1].end = std::max(places[kept - 1].end, place.end);
      } else {
        places[kept++] = place;
      }
    }
    places.resize(kept);
  }
  for (std::vector<uint32_t>& rows : rows_) std::ranges::sort(rows);
}

bool Redaction::shows(FieldId field) const {
  const LabelIndex label = program_.label_of(field);
  return label == kNoLabel || shows(label);
}

bool Redaction::shows_key(const Record& record, std::string_view key) const {
  const FieldId field = program_.kinds().find_field(record.kind, key);
  if (field != kNoField && !shows(field)) return false;
  return now_ == nullptr || !now_->hides_key(record, program_.kinds().kind(record.kind), key);
}

bool Redaction::shows(const LinkPlace& place) const {
  return place.span.is_place() && shows(place.label) &&
         (place.field == kNoField || shows(place.field));
}

bool Redaction::shows(const Link& link) const {
  if (!shows(link.from) || !shows(link.to)) return false;
  const bool placed = link.at.span.is_place() || link.also_at.span.is_place();
  return !placed || shows(link.at) || shows(link.also_at);
}

bool Redaction::shows(const RawLink& link) const {
  return shows(link.from) && shows(link.to) && (!link.at.span.is_place() || shows(link.at));
}

bool Redaction::shows(const Target& target) const {
  if (target.kind == TargetKind::record) return shows(RecordIndex{target.index});
  if (target.kind == TargetKind::page) return shows_page(target.index);
  return true;
}

Span Redaction::place_of(const Link& link) const {
  if (shows(link.at)) return link.at.span;
  return shows(link.also_at) ? link.also_at.span : Span{};
}

const std::vector<Span>& Redaction::hidden_places(FileId file) const {
  return at_or_empty(places_, file);
}

const std::vector<uint32_t>& Redaction::hidden_rows(FileId file) const {
  return at_or_empty(rows_, file);
}

bool Redaction::hides(Span place) const {
  if (!place.is_place()) return false;
  const std::vector<Span>& places = hidden_places(place.file);
  const auto next = std::ranges::upper_bound(places, place.begin, {}, &Span::begin);
  return next != places.begin() && std::prev(next)->end > place.begin;
}

}  // namespace milepost
