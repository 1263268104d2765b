// One record in a Markdown file: front matter, lines above the first section, sections, body.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>

#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/file_kind.h"
#include "shape/label_line.h"
#include "shape/spellings.h"
#include "shape/status_relation.h"
#include "shape/tree_builder.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

bool is_prose_type(const Field& field) {
  return field.type == ValueType::markdown || field.type == ValueType::text;
}

class RecordFile {
 public:
  RecordFile(FileWork& work, const Document& document, BodyContext& body)
      : work_(work), kinds_(work.facts.kinds), document_(document), body_(body), tape_(body.tape) {}

  bool shape() {
    const FileKind file_kind = kind_of_file(work_, document_, body_.coverage);
    if (file_kind.kind == kNoKind) return false;
    draft_.kind = file_kind.kind;
    lay_out();
    read_front_matter(file_kind);
    read_lead();
    const HeadingId heading = title_id();
    if (!is_record(file_kind, !heading.id.empty())) return false;
    take_heading(heading);
    read_sections();
    set_head();
    body_.record_kind = draft_.kind;
    body_.taken = taken_;
    draft_.visibility = body_.visibility;
    Record& record = add_record(work_, draft_);
    set_body(record);
    return true;
  }

 private:
  // --- where things stand -----------------------------------------------------------------------

  bool front_has(std::string_view key) const {
    return has_front() && document_.yaml.find(0, key) != 0;
  }
  bool has_front() const {
    return !document_.yaml.empty() && document_.yaml.nodes[0].kind == YamlKind::mapping;
  }
  bool repeats_title(std::string_view text) const {
    uint32_t title = document_.yaml.find(0, "title");
    if (title == 0) title = document_.yaml.find(0, "Title");
    return title != 0 && normalize_label(document_.yaml.nodes[title].text) == normalize_label(text);
  }
  bool front_has_role(Role role) const {
    return std::any_of(draft_.fields.begin(), draft_.fields.end(), [&](const DraftField& f) {
      return f.field != kNoField && kinds_.field(f.field).role == role;
    });
  }

  const BodyHeading& heading(uint32_t number) const { return body_.blocks.headings[number]; }

  // The title's heading, the level of sections, and the first block that belongs to one.
  void lay_out() {
    const auto& headings = body_.blocks.headings;
    taken_.assign(body_.blocks.blocks.size(), false);
    uint32_t first = kNoHeading;
    std::size_t same_level = 0;
    uint8_t lowest = 7;
    for (uint32_t i = 0; i < headings.size(); ++i) {
      if (headings[i].level > 6) continue;
      if (first == kNoHeading) first = i;
      if (headings[i].level == headings[first].level) ++same_level;
      lowest = std::min(lowest, headings[i].level);
    }
    if (first != kNoHeading) {
      const bool opens = headings[first].block == 0;
      const bool single = same_level == 1 && headings[first].level == lowest;
      // A heading that repeats the title is no section, whatever its words.
      const bool named =
          (front_has("title") || front_has("Title")) && !repeats_title(headings[first].text);
      const FieldId field = kinds_.find_field(draft_.kind, headings[first].text);
      const bool is_field = field != kNoField && kinds_.field(field).role != Role::title;
      if (single && (headings[first].level == 1 || opens) && !(named && (is_field || !opens))) {
        title_ = first;
      }
    }
    section_level_ = 7;
    first_section_ = static_cast<uint32_t>(body_.blocks.blocks.size());
    for (uint32_t i = 0; i < headings.size(); ++i) {
      if (headings[i].level > 6 || i == title_) continue;
      section_level_ = std::min(section_level_, headings[i].level);
      first_section_ = std::min(first_section_, headings[i].block);
    }
  }

  // --- front matter -----------------------------------------------------------------------------

  void read_front_matter(const FileKind& file_kind) {
    if (file_kind.path.numbered()) {
      draft_.id = {{work_.strings.keep(id_of_file()), {work_.file, 0, 0}, false, false},
                   IdOrigin::path};
    }
    if (has_front()) {
      draft_.level_scale = level_scale_of(work_, document_.yaml, 0, 5);
      add_yaml_fields(work_, document_.yaml, 0, draft_);
    }
    front_fields_ = draft_.fields.size();
  }

  // NNNN-slug under adr/ is ADR-NNNN, if the kind goes by that name.
  std::string id_of_file() const {
    PathId path = path_id(kinds_, work_.source.path());
    if (path.prefix.empty()) {
      std::string word = ascii_upper(body_.coverage.word);
      if (word.ends_with('S')) word.pop_back();
      const Kind& kind = kinds_.kind(draft_.kind);
      const bool by_name = iequals(word, kind.name);
      for (const std::string& alias : kind.aliases) {
        if (alias == word && !by_name) path.prefix = alias;
      }
      if (!path.prefix.empty()) path.kind = draft_.kind;
    }
    return id_of_path(kinds_, draft_.kind, path);
  }

  // --- lines, lists and a table above the first section ------------------------------------------

  void read_lead() {
    for (uint32_t i = 0; i < first_section_; ++i) {
      const BodyBlock& block = body_.blocks.blocks[i];
      if (!block.region.empty()) continue;
      switch (tape_.nodes[block.node].kind) {
        case NodeKind::paragraph:
          read_lines(i, block.node);
          break;
        case NodeKind::list:
          read_list(i, block.node);
          break;
        case NodeKind::table:
          read_table(i, block.node);
          break;
        default:
          break;
      }
    }
  }

  DraftField lead_field(const Written& label) const {
    DraftField field;
    field.key = label.text;
    field.key_span = label.span;
    field.field = kinds_.find_field(draft_.kind, label.text);
    field.hint = label_hint(label.text);
    field.severity = Severity::warning;
    return field;
  }

  void read_lines(uint32_t block, uint32_t node) {
    const Written whole = written_node(work_, tape_, node);
    std::vector<DraftField> fields;
    bool known = false;
    bool prose = true;
    for (std::size_t begin = 0; begin < whole.text.size();) {
      std::size_t end = whole.text.find_first_of("\r\n", begin);
      if (end == std::string_view::npos) end = whole.text.size();
      Written line = trimmed(piece(whole, begin, end - begin));
      begin = end + 1;
      if (line.text.ends_with('\\')) line = trimmed(piece(line, 0, line.text.size() - 1));
      if (line.text.ends_with("<br>")) line = trimmed(piece(line, 0, line.text.size() - 4));
      if (line.text.empty()) continue;
      const std::optional<LabelLine> label = label_line(line);
      if (!label) return;
      DraftField field = lead_field(label->label);
      field.written = label->value;
      if (field.field != kNoField) {
        known = true;
        prose &= is_prose_type(kinds_.field(field.field)) && !line.text.starts_with('*');
      }
      fields.push_back(field);
    }
    // "Note: …" alone is a sentence.
    if (!known || (prose && fields.size() == 1)) return;
    draft_.fields.insert(draft_.fields.end(), fields.begin(), fields.end());
    taken_[block] = true;
  }

  void read_list(uint32_t block, uint32_t node) {
    trees_.push_back(tree_of_block(work_, tape_, node, /*as_mapping=*/true));
    const YamlTree& tree = trees_.back();
    std::vector<DraftField> fields;
    std::size_t known = 0;
    bool labels = true;
    for_each_entry(tree, 0, [&](uint32_t key, uint32_t value) {
      // An item without a label stands under itself.
      labels &= tree.nodes[key].span != tree.nodes[value].span;
      Written label = written_scalar(work_, tree, key);
      DraftField field = lead_field(label);
      field.tree = &tree;
      field.node = value;
      field.tree_is_markdown = true;
      if (field.field != kNoField) ++known;
      fields.push_back(field);
    });
    if (!labels || known == 0 || known * 2 < fields.size()) return;
    draft_.fields.insert(draft_.fields.end(), fields.begin(), fields.end());
    taken_[block] = true;
  }

  // | Field | Value |
  void read_table(uint32_t block, uint32_t table) {
    std::vector<DraftField> fields;
    std::size_t known = 0;
    const uint32_t end = table + tape_.nodes[table].size;
    for (uint32_t row = table + 1; row < end; row += tape_.nodes[row].size) {
      const uint32_t name = row + 1;
      const uint32_t row_end = row + tape_.nodes[row].size;
      if (name >= row_end) return;
      const uint32_t value = name + tape_.nodes[name].size;
      if (value >= row_end || value + tape_.nodes[value].size != row_end) return;
      const Written label = without_emphasis(written_slice(work_, tape_, children(tape_, name)));
      DraftField field = lead_field(label);
      const bool head = (tape_.nodes[row].flags & kHead) != 0;
      if (head && (field.field == kNoField || is_value_header(row, value))) continue;
      if (label.text.empty()) continue;
      field.part = {&tape_, body_.tape_index, children(tape_, value)};
      field.written = written_slice(work_, tape_, field.part.slice);
      if (field.field != kNoField) ++known;
      fields.push_back(field);
    }
    if (known == 0 || known * 2 < fields.size()) return;
    draft_.fields.insert(draft_.fields.end(), fields.begin(), fields.end());
    taken_[block] = true;
  }

  bool is_value_header(uint32_t, uint32_t cell) const {
    const std::string word =
        normalize_label(written_slice(work_, tape_, children(tape_, cell)).text);
    return word == "value" || word == "details" || word == "detail" || word == "description";
  }

  // --- record or page ---------------------------------------------------------------------------

  HeadingId title_id() {
    if (title_ == kNoHeading) return {};
    return heading_id(kinds_, draft_.kind, heading(title_).text);
  }

  bool has_status() const {
    if (front_has_role(Role::status)) return true;
    for (const BodyHeading& h : body_.blocks.headings) {
      if (h.level != section_level_) continue;
      const FieldId field = kinds_.find_field(draft_.kind, h.text);
      if (field != kNoField && kinds_.field(field).role == Role::status) return true;
    }
    return false;
  }

  bool is_record(const FileKind& file_kind, bool numbered_title) const {
    if (file_kind.explicit_kind) return true;
    const bool own_id = !draft_.id.written.text.empty() || front_has_role(Role::id);
    if (is_index_file(work_.source.path())) return front_fields_ > 0 && own_id;
    if (own_id || has_status() || numbered_title) return true;
    // Front matter with nothing but a title may be a log's: then the rows are the records.
    const auto more = [&](const DraftField& f) {
      if (f.field == kNoField) return false;
      const Role role = kinds_.field(f.field).role;
      return role != Role::title && role != Role::visibility && role != Role::tags;
    };
    if (std::any_of(draft_.fields.begin(), draft_.fields.end(), more)) {
      return front_fields_ > 0 || !has_fitting_table(work_, body_, draft_.kind);
    }
    return has_front() && !has_fitting_table(work_, body_, draft_.kind);
  }

  void take_heading(const HeadingId& id) {
    if (title_ == kNoHeading) {
      if (!front_has_role(Role::title)) draft_.title = title_of_path();
      return;
    }
    const BodyHeading& h = heading(title_);
    const uint32_t node = h.node;
    Written w = written_slice(work_, tape_, children(tape_, node));
    if (!id.id.empty() && draft_.id.written.text.empty()) {
      const bool number = is_ascii_digit(id.id.front());
      std::string text(id.id);
      if (number)
        text = fmt::format("{}-{}", kinds_.kind(draft_.kind).prefix, id.id);
      else
        std::replace(text.begin(), text.end(), ' ', '-');
      if (text.find('-') == std::string::npos) {
        const std::size_t digits = text.find_first_of("0123456789");
        text.insert(digits, 1, '-');
      }
      draft_.id = {{work_.strings.keep(text), w.span, false, false}, IdOrigin::heading};
    }
    const std::string_view title = std::string_view(h.text).substr(id.title);
    const bool plain = w.text.ends_with(title);
    draft_.title = plain ? piece(w, w.text.size() - title.size(), title.size())
                         : Written{work_.strings.keep(title), w.span, false, false};
    // The page shows the title once: a heading that says something else stays in the body.
    bool same = true;
    for (const DraftField& f : draft_.fields) {
      if (f.field == kNoField || kinds_.field(f.field).role != Role::title) continue;
      same = f.tree != nullptr &&
             normalize_label(f.tree->nodes[f.node].text) == normalize_label(title);
    }
    taken_[h.block] = same;
  }

  // R-004-data-loss-on-cut-over.md
  Written title_of_path() {
    std::string_view stem = work_.source.path();
    stem = stem.substr(stem.rfind('/') == std::string_view::npos ? 0 : stem.rfind('/') + 1);
    stem = stem.substr(0, stem.rfind('.'));
    const PathId path = path_id(kinds_, work_.source.path());
    if (path.numbered()) {
      const std::size_t at = stem.find(path.number);
      if (at == std::string_view::npos) return {};
      stem = stem.substr(at + path.number.size());
    }
    std::string title;
    for (const char c : stem) {
      if (c == '-' || c == '_') {
        if (!title.empty() && title.back() != ' ') title.push_back(' ');
      } else {
        title.push_back(title.empty() ? ascii_upper(c) : c);
      }
    }
    return {work_.strings.keep(trim(title)), {work_.file, 0, 0}, false, false};
  }

  // --- sections ---------------------------------------------------------------------------------

  // Blocks [begin, end) below the heading.
  struct Section {
    uint32_t begin = 0;
    uint32_t end = 0;
  };

  Section section_of(const BodyHeading& h) const {
    const auto& blocks = body_.blocks.blocks;
    Section section{h.block + 1, h.block + 1};
    while (section.end < blocks.size()) {
      const uint32_t above = blocks[section.end].heading;
      if (above != kNoHeading && heading(above).block == section.end &&
          heading(above).level <= h.level) {
        break;
      }
      ++section.end;
    }
    return section;
  }

  void read_sections() {
    first_of_sections_ = static_cast<std::ptrdiff_t>(draft_.fields.size());
    FieldId above = kNoField;
    for (const BodyHeading& h : body_.blocks.headings) {
      if (h.level > 6 || h.block < first_section_) continue;
      const bool sub = h.level == section_level_ + 1;
      if (h.level != section_level_ && !sub) continue;
      // "Week 14" is a heading, not the field that says the week.
      const bool numbered = h.text.find_first_of("0123456789") != std::string::npos;
      const FieldId id = numbered ? kNoField : kinds_.find_field(draft_.kind, h.text);
      if (!sub) above = id;
      if (id == kNoField) continue;
      const Field& field = kinds_.field(id);
      if (field.role == Role::title || field.role == Role::id) continue;
      // Inside a section only prose of a section that is a field itself counts: "### Consequences"
      // of an MADR's outcome.
      if (sub && (above == kNoField || above == id || !is_prose_type(field))) continue;
      // A second section of one name is text like any other.
      const bool again =
          std::any_of(draft_.fields.begin() + first_of_sections_, draft_.fields.end(),
                      [&](const DraftField& f) { return f.field == id; });
      if (!again) read_section(h, field);
    }
  }

  void read_section(const BodyHeading& h, const Field& field) {
    Section section = section_of(h);
    const auto& blocks = body_.blocks.blocks;
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
      if (heading(above).block != i || heading(above).level > 6) continue;
      const FieldId inner = kinds_.find_field(draft_.kind, heading(above).text);
      if (inner != kNoField && is_prose_type(kinds_.field(inner)) &&
          heading(above).level == section_level_ + 1) {
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
    draft.part = {&tape_,
                  body_.tape_index,
                  {first_node, last_node + tape_.nodes[last_node].size - first_node}};
    draft.written = written_slice(work_, tape_, draft.part.slice);
    const bool again = has_field(field.id);
    draft_.fields.push_back(draft);
    if (again || field.type == ValueType::markdown || !takes_all(field, draft.part)) {
      if (!again && field.type != ValueType::markdown) mark(section, /*whole=*/false);
      return;
    }
    taken_[h.block] = true;
    mark(section, /*whole=*/true);
  }

  bool has_structure(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      const NodeKind kind = tape_.nodes[body_.blocks.blocks[i].node].kind;
      if (kind == NodeKind::list || kind == NodeKind::table) return true;
    }
    return false;
  }

  // Tables and lists of a section that gave a field give no records.
  void mark(Section section, bool whole) {
    for (uint32_t i = section.begin; i < section.end; ++i) {
      if (whole)
        taken_[i] = true;
      else
        read_.push_back(i);
    }
  }

  DraftField section_field(const BodyHeading& h, FieldId id) const {
    DraftField field;
    const Written name = written_slice(work_, tape_, children(tape_, h.node));
    field.key = name.text;
    field.key_span = name.span;
    field.field = id;
    field.severity = Severity::warning;
    return field;
  }

  bool has_field(FieldId id) const {
    return std::any_of(draft_.fields.begin(), draft_.fields.end(),
                       [&](const DraftField& f) { return f.field == id; });
  }

  // Each line is a status or a relation; the last status counts.
  void read_status_section(const BodyHeading& h, const Field& field, Section section) {
    std::vector<Written> lines;
    bool all = section.begin < section.end;
    for (uint32_t i = section.begin; i < section.end; ++i) {
      const uint32_t node = body_.blocks.blocks[i].node;
      const NodeKind kind = tape_.nodes[node].kind;
      if (kind != NodeKind::paragraph && kind != NodeKind::list) {
        all = false;
        continue;
      }
      const Written whole = written_node(work_, tape_, node);
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
    for (const Written& line : lines) {
      const StatusId word = status_of(line);
      const bool drops =
          word != kNoStatus &&
          kinds_.kind(draft_.kind).statuses[static_cast<size_t>(word)].phase == Phase::dropped;
      const std::optional<StatusRelation> relation = status_relation(kinds_, draft_.kind, line);
      if (relation) {
        const auto same = std::find_if(relations.begin(), relations.end(),
                                       [&](const auto& r) { return r.first == relation->field; });
        if (same != relations.end())
          same->second.push_back(relation->targets);
        else
          relations.push_back({relation->field, {relation->targets}});
        // `Amended by …` leaves an accepted decision accepted, `Superseded by …` does not.
        if (!drops) continue;
      }
      if (word != kNoStatus || (!status && &line == &lines.front()))
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
      trees_.push_back(out.take());
      DraftField draft = section_field(h, id);
      draft.tree = &trees_.back();
      draft.tree_is_markdown = true;
      draft_.fields.push_back(draft);
    }
    if (!status && relations.empty()) return;
    if (status) {
      DraftField draft = section_field(h, field.id);
      draft.written = *status;
      draft_.fields.push_back(draft);
    }
    if (!all) {
      mark(section, /*whole=*/false);
      return;
    }
    taken_[h.block] = true;
    mark(section, /*whole=*/true);
  }

  // The status that begins the line, in up to six words before a remark.
  StatusId status_of(const Written& line) const {
    const std::string_view head = line.text.substr(0, comment_begin(line.text));
    std::size_t end = head.size();
    for (std::size_t words = 0; words < 6 && end > 0; ++words) {
      const std::string_view text = strip_emphasis(head.substr(0, end));
      const StatusId status = kinds_.find_status(draft_.kind, text);
      if (status != kNoStatus) return status;
      end = head.rfind(' ', end - 1);
      if (end == std::string_view::npos) break;
    }
    return kNoStatus;
  }

  // --- the rest ---------------------------------------------------------------------------------

  void set_head() {
    draft_.head = {work_.file, 0, 0};
    if (!draft_.title.text.empty() && title_ != kNoHeading) draft_.head = draft_.title.span;
    for (const DraftField& f : draft_.fields) {
      if (f.field != kNoField && kinds_.field(f.field).role == Role::title && f.tree != nullptr) {
        draft_.head = join(f.key_span, f.tree->nodes[f.node].span);
      }
    }
    if (draft_.head.end == 0 && has_front() && document_.yaml.nodes.size() > 2) {
      draft_.head = join(document_.yaml.nodes[1].span, document_.yaml.nodes[2].span);
    }
  }

  void set_body(Record& record) {
    record.checks = check_items(work_, tape_, body_.tape_index, body_.blocks);
    if (tape_.nodes.size() <= 1) return;
    const auto& blocks = body_.blocks.blocks;
    const bool empty = std::all_of(taken_.begin(), taken_.end(), [](bool taken) { return taken; });
    record.body.tape = body_.tape_index;
    record.body.slice = {1, empty ? 0 : tape_.nodes[0].size - 1};
    for (uint32_t i = 0; i < blocks.size() && !empty; ++i) {
      if (!taken_[i]) continue;
      const TapeSlice cut{blocks[i].node, tape_.nodes[blocks[i].node].size};
      if (!record.body_cuts.empty() &&
          record.body_cuts.back().first + record.body_cuts.back().count == cut.first) {
        record.body_cuts.back().count += cut.count;
      } else {
        record.body_cuts.push_back(cut);
      }
    }
    for (const uint32_t i : read_) body_.taken[i] = true;
  }

  FileWork& work_;
  const Kinds& kinds_;
  const Document& document_;
  BodyContext& body_;
  const Tape& tape_;
  Draft draft_;
  std::deque<YamlTree> trees_;
  std::size_t front_fields_ = 0;
  std::ptrdiff_t first_of_sections_ = 0;
  uint32_t title_ = kNoHeading;
  uint8_t section_level_ = 7;
  uint32_t first_section_ = 0;
  std::vector<bool> taken_;     // blocks cut from the body
  std::vector<uint32_t> read_;  // blocks that gave a field and stay
};

}  // namespace

bool shape_record_file(FileWork& work, const Document& document, BodyContext& body) {
  return RecordFile(work, document, body).shape();
}

}  // namespace milepost
