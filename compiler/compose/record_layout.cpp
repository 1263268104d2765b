// Sorts a record's fields into facts, prose and tables.
#include "compose/record_layout.h"

#include <algorithm>
#include <variant>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr size_t kLongestFact = 80;  // bytes of text that still read as a fact

bool is_inside(TapeSlice inner, TapeSlice outer) {
  return inner.first >= outer.first && inner.first + inner.count <= outer.first + outer.count;
}

// A section of the body that is the field's value is shown where it stands.
bool stands_in_body(const ViewRecord& record, const ViewMarkdown& markdown) {
  if (record.body.slice.count == 0 || markdown.tape != record.body.tape ||
      !is_inside(markdown.slice, record.body.slice)) {
    return false;
  }
  return std::ranges::none_of(record.body_cuts,
                              [&](TapeSlice cut) { return is_inside(markdown.slice, cut); });
}

// One paragraph of few words reads as well beside a label as in a section.
bool is_short(const View& view, const ViewMarkdown& markdown) {
  const Tape& tape = view.tape(markdown.tape);
  if (markdown.slice.count == 0 || markdown.slice.count > 40) return markdown.slice.count == 0;
  const TapeNode& first = tape.nodes[markdown.slice.first];
  const uint32_t end = markdown.slice.first + markdown.slice.count;
  const bool one_block = markdown.slice.first + first.size == end;
  if (one_block && first.kind != NodeKind::paragraph && first.kind < NodeKind::text) return false;
  size_t bytes = 0;
  for (uint32_t i = markdown.slice.first; i < end; ++i) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind < NodeKind::text && node.kind != NodeKind::paragraph) return false;
    if (node.kind == NodeKind::paragraph && !one_block) return false;
    if (node.kind == NodeKind::line_break) return false;
    if (node.kind == NodeKind::text || node.kind == NodeKind::code) bytes += node.text_length;
  }
  return bytes <= kLongestFact;
}

// One object without another inside it.
bool is_flat_object(const View& view, const ViewField& field) {
  const auto* object = std::get_if<ViewObject>(&field.values.front().data);
  if (view.field(field.field).list || object == nullptr) return false;
  return std::ranges::none_of(object->fields, [](const ViewField& part) {
    return std::holds_alternative<ViewObject>(part.values.front().data);
  });
}

// Whether the body still has the section that an object was read from: under its own name, or for
// options under any heading that speaks of them.
bool is_told_in_body(const View& view, const ViewRecord& record, const ViewFieldInfo& field) {
  if (record.body.slice.count == 0) return false;
  const Tape& tape = view.tape(record.body.tape);
  const uint32_t end = record.body.slice.first + record.body.slice.count;
  for (uint32_t i = record.body.slice.first; i < end; ++i) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    const bool cut = std::ranges::any_of(record.body_cuts, [&](TapeSlice run) {
      return is_inside({i, node.size}, run);
    });
    if (cut) continue;
    const std::string words = normalize_spaces(plain_text(tape, TapeSlice{i, node.size}));
    if (iequals(words, field.label) || iequals(words, field.name)) return true;
    if (field.role == ViewRole::options && ascii_lower(words).find("option") != std::string::npos) {
      return true;
    }
  }
  return false;
}

enum class Shape : uint8_t { fact, prose, table, elsewhere };

Shape shape_of(const View& view, const ViewRecord& record, const ViewField& field) {
  size_t bytes = 0;
  bool elsewhere = true;  // in the body, or among the links
  for (const ViewValue& value : field.values) {
    if (std::holds_alternative<ViewObject>(value.data)) return Shape::table;
    if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
      if (stands_in_body(record, *markdown)) continue;
      if (!is_short(view, *markdown)) return Shape::prose;
    }
    const auto* reference = std::get_if<ViewReference>(&value.data);
    if (reference != nullptr && reference->target.kind == ViewTargetKind::record) continue;
    elsewhere = false;
    bytes += value.text.size();
  }
  if (elsewhere) return Shape::elsewhere;
  // What is recommended belongs under the options, however short.
  if (view.field(field.field).role == ViewRole::recommendation) return Shape::prose;
  const bool is_text = std::holds_alternative<std::monostate>(field.values.front().data) ||
                       std::holds_alternative<ViewMarkdown>(field.values.front().data);
  return is_text && bytes > kLongestFact ? Shape::prose : Shape::fact;
}

// The heading that the page's own title repeats: the first node, at level 1, with these words.
uint32_t after_title(const Tape& tape, std::string_view title) {
  if (tape.nodes.size() < 2) return 1;
  const TapeNode& first = tape.nodes[1];
  if (first.kind != NodeKind::heading) return 1;
  const std::string words = plain_text(tape, TapeSlice{1, first.size});
  const bool same = normalize_spaces(words) == normalize_spaces(title);
  return same ? 1 + first.size : 1;
}

}  // namespace

RecordLayout record_layout(const View& view, const ViewRecord& record) {
  RecordLayout layout;
  for (const ViewField& field : record.fields) {
    switch (shape_of(view, record, field)) {
      case Shape::fact:
        layout.facts.push_back(&field);
        break;
      case Shape::table:
        if (is_told_in_body(view, record, view.field(field.field))) break;
        if (view.field(field.field).role == ViewRole::options) {
          layout.sections.push_back({&field, false, SectionForm::options});
        } else if (is_flat_object(view, field)) {
          layout.sections.push_back({&field, false, SectionForm::facts});
        } else {
          layout.tables.push_back(&field);
        }
        break;
      case Shape::prose:
        layout.sections.push_back({&field, view.field(field.field).role == ViewRole::summary});
        break;
      default:
        break;
    }
  }
  std::ranges::stable_partition(layout.sections, &FieldSection::lead);
  return layout;
}

std::vector<ShownSlice> shown_slices(const View& view, const ViewRecord& record) {
  std::vector<ShownSlice> slices;
  const auto add = [&](const ViewField* field) {
    for (const ViewValue& value : field->values) {
      if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
        slices.push_back({markdown->tape, markdown->slice, {}});
      }
    }
  };
  const RecordLayout layout = record_layout(view, record);
  for (const ViewField* field : layout.facts) add(field);
  for (const FieldSection& section : layout.sections) add(section.field);
  if (record.body.slice.count > 0) {
    slices.push_back({record.body.tape, record.body.slice, record.body_cuts});
  }
  return slices;
}

ShownSlice shown_slice(const View& view, const ViewPage& page) {
  if (page.tape == kNoViewTape) return {};
  const Tape& tape = view.tape(page.tape);
  const auto size = static_cast<uint32_t>(tape.nodes.size());
  const uint32_t first = std::min(after_title(tape, page.title), size);
  return {page.tape, {first, size - first}, {}};
}

}  // namespace milepost
