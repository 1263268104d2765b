// Sections of a record's file whose heading is a field of its kind.
#include <algorithm>
#include <optional>
#include <utility>

#include "shape/decode.h"
#include "shape/file_draft.h"
#include "shape/label_line.h"
#include "shape/status_relation.h"
#include "shape/tree_builder.h"
#include "text/words.h"

namespace milepost {
namespace {

class SectionReader {
 public:
  explicit SectionReader(FileDraft& file) : f_(file) {}

  void read() {
    first_of_sections_ = static_cast<std::ptrdiff_t>(f_.draft.fields.size());
    FieldId above = kNoField;
    for (const BodyHeading& h : f_.body.blocks.headings) {
      if (h.block < f_.first_section) continue;
      if (h.level > 6) {
        read_bold(h, above);
        continue;
      }
      const bool sub = h.level == f_.section_level + 1;
      if (h.level != f_.section_level && !sub) continue;
      // "Week 14" is a heading, not the field that says the week.
      const bool numbered = h.text.find_first_of("0123456789") != std::string::npos;
      const FieldId id = numbered ? kNoField : f_.kinds.find_field(f_.draft.kind, h.text);
      if (!sub) above = id;
      if (id == kNoField) continue;
      const Field& field = f_.kinds.field(id);
      if (field.role == Role::title || field.role == Role::id) continue;
      // Inside a section only prose of a section that is a field itself counts: "### Consequences"
      // of an MADR's outcome.
      if (sub && (above == kNoField || above == id || !is_prose_type(field))) continue;
      if (!is_read(id)) read_section(h, field);
    }
  }

 private:
  // Blocks [begin, end) below the heading.
  struct Section {
    uint32_t begin = 0;
    uint32_t end = 0;
  };

  // "**Rollback triggers:**" with its list, in the section of a launch: a list of its own.
  void read_bold(const BodyHeading& h, FieldId above) {
    const FieldId id = list_named(h, above);
    if (id != kNoField && !is_read(id)) read_section(h, f_.kinds.field(id));
  }

  // The field that bold words inside a section name, if both are lists of a record; else kNoField.
  FieldId list_named(const BodyHeading& bold, FieldId above) const {
    if (above == kNoField || f_.kinds.field(above).type != ValueType::object) return kNoField;
    const FieldId id = f_.kinds.find_field(f_.draft.kind, bold.text);
    return id == kNoField || id == above || !f_.kinds.field(id).list ? kNoField : id;
  }

  // A second section of one name is text like any other.
  bool is_read(FieldId id) const {
    return std::any_of(f_.draft.fields.begin() + first_of_sections_, f_.draft.fields.end(),
                       [&](const DraftField& field) { return field.field == id; });
  }

  Section section_of(const BodyHeading& h) const {
    const auto& blocks = f_.body.blocks.blocks;
    Section section{h.block + 1, h.block + 1};
    while (section.end < blocks.size()) {
      const uint32_t above = blocks[section.end].heading;
      if (above != kNoHeading && f_.heading(above).block == section.end &&
          f_.heading(above).level <= h.level) {
        break;
      }
      ++section.end;
    }
    return section;
  }

  void read_section(const BodyHeading& h, const Field& field) {
    Section section = section_of(h);
    const auto& blocks = f_.body.blocks.blocks;
    for (uint32_t i = h.block; i < section.end; ++i) {
      // A part for one audience stays a part of the body, where it is hidden from the others.
      if (!blocks[i].region.empty()) return;
    }
    if (field.role == Role::status) {
      read_status_section(h, field, section);
      return;
    }
    uint32_t last = section.end;
    for (uint32_t i = section.begin; i < section.end; ++i) {
      const uint32_t above = blocks[i].heading;
      if (f_.heading(above).block != i) continue;
      if (f_.heading(above).level > 6) {
        if (list_named(f_.heading(above), field.id) == kNoField) continue;
        last = i;
        break;
      }
      const FieldId inner = f_.kinds.find_field(f_.draft.kind, f_.heading(above).text);
      if (inner != kNoField && is_prose_type(f_.kinds.field(inner)) &&
          f_.heading(above).level == f_.section_level + 1) {
        last = i;
        break;
      }
    }
    if (last == section.begin) return;
    // Prose below "## Launch day" is no launch plan.
    if (field.type == ValueType::object && !has_structure(section.begin, last)) return;
    DraftField draft = section_field(h, field.id);
    const uint32_t first_node = blocks[section.begin].node;
    const uint32_t last_node = blocks[last - 1].node;
    draft.part = {&f_.tape,
                  f_.body.tape_index,
                  {first_node, last_node + f_.tape.nodes[last_node].size - first_node}};
    draft.written = written_slice(f_.work, f_.tape, draft.part.slice);
    const bool again = has_field(field.id) && field.role != Role::signoffs;
    f_.draft.fields.push_back(draft);
    if (again || field.type == ValueType::markdown || !takes_all(field, draft.part)) {
      if (!again && field.type != ValueType::markdown) mark(section, /*whole=*/false);
      return;
    }
    f_.taken[h.block] = true;
    mark(section, /*whole=*/true);
  }

  bool has_structure(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      const NodeKind kind = f_.tape.nodes[f_.body.blocks.blocks[i].node].kind;
      if (kind == NodeKind::list || kind == NodeKind::table) return true;
    }
    return false;
  }

  // Tables and lists of a section that gave a field give no records.
  void mark(Section section, bool whole) {
    for (uint32_t i = section.begin; i < section.end; ++i) {
      if (whole)
        f_.taken[i] = true;
      else
        f_.read.push_back(i);
    }
  }

  DraftField section_field(const BodyHeading& h, FieldId id) const {
    DraftField field;
    const Written name = written_slice(f_.work, f_.tape, children(f_.tape, h.node));
    field.key = name.text;
    field.key_span = name.span;
    field.field = id;
    field.severity = Severity::warning;
    return field;
  }

  bool has_field(FieldId id) const {
    return std::any_of(f_.draft.fields.begin(), f_.draft.fields.end(),
                       [&](const DraftField& f) { return f.field == id; });
  }

  // Each line is a status or a relation; the last status counts.
  void read_status_section(const BodyHeading& h, const Field& field, Section section) {
    std::vector<Written> lines;
    bool all = section.begin < section.end;
    for (uint32_t i = section.begin; i < section.end; ++i) {
      const uint32_t node = f_.body.blocks.blocks[i].node;
      const NodeKind kind = f_.tape.nodes[node].kind;
      if (kind != NodeKind::paragraph && kind != NodeKind::list) {
        all = false;
        continue;
      }
      const Written whole = written_node(f_.work, f_.tape, node);
      for (std::size_t begin = 0; begin < whole.text.size();) {
        std::size_t end = whole.text.find_first_of("\r\n", begin);
        if (end == std::string_view::npos) end = whole.text.size();
        Written line = trimmed(piece(whole, begin, end - begin));
        begin = end + 1;
        line = trimmed(piece(line, list_marker(line.text), std::string_view::npos));
        if (!line.text.empty()) lines.push_back(line);
      }
    }
    std::optional<Written> status;
    std::vector<std::pair<FieldId, std::vector<Written>>> relations;
    for (Written line : lines) {
      std::size_t length = 0;
      const StatusId word = status_of(line, &length);
      const bool drops =
          word != kNoStatus &&
          f_.kinds.kind(f_.draft.kind).statuses[static_cast<size_t>(word)].phase == Phase::dropped;
      const std::optional<StatusRelation> relation = status_relation(f_.kinds, f_.draft.kind, line);
      if (relation) {
        const auto same = std::find_if(relations.begin(), relations.end(),
                                       [&](const auto& r) { return r.first == relation->field; });
        if (same != relations.end())
          same->second.push_back(relation->targets);
        else
          relations.push_back({relation->field, {relation->targets}});
        // `Amended by …` leaves an accepted decision accepted, `Superseded by …` does not.
        if (!drops) continue;
        line = trimmed(piece(line, 0, length));
      }
      if (word != kNoStatus || (!status && line.span == lines.front().span))
        status = line;
      else
        all = false;
    }
    if (!status && lines.size() == 1 && status_of(lines.front()) != kNoStatus) {
      status = lines.front();
    }
    for (const auto& [id, targets] : relations) {
      TreeBuilder out;
      const uint32_t list = out.open(YamlKind::sequence, targets.front().span);
      for (const Written& target : targets) out.scalar(target);
      out.close(list);
      f_.trees.push_back(out.take());
      DraftField draft = section_field(h, id);
      draft.tree = &f_.trees.back();
      draft.tree_is_markdown = true;
      f_.draft.fields.push_back(draft);
    }
    if (!status && relations.empty()) return;
    if (status) {
      DraftField draft = section_field(h, field.id);
      draft.written = *status;
      f_.draft.fields.push_back(draft);
    }
    if (!all) {
      mark(section, /*whole=*/false);
      return;
    }
    f_.taken[h.block] = true;
    mark(section, /*whole=*/true);
  }

  // The status that begins the line, in up to six words before a remark; `*length` is that of the
  // words.
  StatusId status_of(const Written& line, std::size_t* length = nullptr) const {
    const std::string_view head = line.text.substr(0, comment_begin(line.text));
    std::size_t end = head.size();
    for (std::size_t words = 0; words < 6 && end > 0; ++words) {
      const std::string_view text = strip_emphasis(head.substr(0, end));
      const StatusId status = f_.kinds.find_status(f_.draft.kind, text);
      if (status != kNoStatus) {
        if (length != nullptr) *length = end;
        return status;
      }
      end = head.rfind(' ', end - 1);
      if (end == std::string_view::npos) break;
    }
    return kNoStatus;
  }

  FileDraft& f_;
  std::ptrdiff_t first_of_sections_ = 0;
};

}  // namespace

void read_sections(FileDraft& file) {
  SectionReader(file).read();
}

}  // namespace milepost
