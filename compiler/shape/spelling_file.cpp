// One record in a Markdown file: front matter, title, id and body; what is above the first section
// and the sections are read in files of their own.
#include <fmt/format.h>

#include <algorithm>

#include "shape/decode.h"
#include "shape/file_draft.h"
#include "shape/file_kind.h"
#include "shape/unset.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

class RecordFile {
 public:
  RecordFile(FileWork& work, const Document& document, BodyContext& body)
      : f_{work, work.facts.kinds, document, body, body.tape} {}

  bool shape() {
    const FileKind file_kind = kind_of_file(f_.work, f_.document, f_.body.coverage);
    if (file_kind.kind == kNoKind) return false;
    f_.draft.kind = file_kind.kind;
    lay_out();
    read_front_matter(file_kind);
    read_lead(f_);
    read_label();
    const HeadingId heading = title_id();
    if (!is_record(file_kind, !heading.id.empty())) return false;
    if (!file_kind.explicit_kind && is_template()) {
      say_template(f_.work, f_.draft.kind, {f_.work.file, 0, 0},
                   "fill in its title, or say `kind: page` in its front matter if it is to stay");
      return false;
    }
    take_heading(heading);
    read_sections(f_);
    set_head();
    f_.body.record_kind = f_.draft.kind;
    f_.body.taken = f_.taken;
    f_.draft.visibility = f_.body.visibility;
    Record& record = add_record(f_.work, f_.draft);
    set_body(record);
    return true;
  }

 private:
  // --- where things stand -----------------------------------------------------------------------

  bool front_has(std::string_view key) const {
    return has_front() && f_.document.yaml.find(0, key) != 0;
  }
  bool has_front() const {
    return !f_.document.yaml.empty() && f_.document.yaml.nodes[0].kind == YamlKind::mapping;
  }
  bool repeats_title(std::string_view text) const {
    uint32_t title = f_.document.yaml.find(0, "title");
    if (title == 0) title = f_.document.yaml.find(0, "Title");
    return title != 0 &&
           normalize_label(f_.document.yaml.nodes[title].text) == normalize_label(text);
  }
  bool front_has_role(Role role) const {
    return std::any_of(f_.draft.fields.begin(), f_.draft.fields.end(), [&](const DraftField& f) {
      return f.field != kNoField && f_.kinds.field(f.field).role == role;
    });
  }

  // The title's heading, the level of sections, and the first block that belongs to one.
  void lay_out() {
    const auto& headings = f_.body.blocks.headings;
    f_.taken.assign(f_.body.blocks.blocks.size(), false);
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
      const FieldId field = f_.kinds.find_field(f_.draft.kind, headings[first].text);
      const bool is_field = field != kNoField && f_.kinds.field(field).role != Role::title;
      if (single && (headings[first].level == 1 || opens) && !(named && (is_field || !opens))) {
        f_.title = first;
      }
    }
    f_.section_level = 7;
    f_.first_section = static_cast<uint32_t>(f_.body.blocks.blocks.size());
    for (uint32_t i = 0; i < headings.size(); ++i) {
      if (headings[i].level > 6 || i == f_.title) continue;
      f_.section_level = std::min(f_.section_level, headings[i].level);
      f_.first_section = std::min(f_.first_section, headings[i].block);
    }
  }

  // --- front matter -----------------------------------------------------------------------------

  void read_front_matter(const FileKind& file_kind) {
    if (file_kind.path.numbered()) {
      f_.draft.id = {{f_.work.strings.keep(id_of_file()), {f_.work.file, 0, 0}, false, false},
                     IdOrigin::path};
    }
    if (has_front()) {
      f_.draft.level_scale = level_scale_of(f_.work, f_.document.yaml, 0, 5);
      add_yaml_fields(f_.work, f_.document.yaml, 0, f_.draft);
    }
    f_.front_fields = f_.draft.fields.size();
  }

  // NNNN-slug under adr/ is ADR-NNNN, if the kind goes by that name.
  std::string id_of_file() const {
    PathId path = path_id(f_.kinds, f_.work.source.path());
    if (path.prefix.empty()) {
      std::string word = ascii_upper(f_.body.coverage.word);
      if (word.ends_with('S')) word.pop_back();
      const Kind& kind = f_.kinds.kind(f_.draft.kind);
      const bool by_name = iequals(word, kind.name);
      for (const std::string& alias : kind.aliases) {
        if (alias == word && !by_name) path.prefix = alias;
      }
      if (!path.prefix.empty()) path.kind = f_.draft.kind;
    }
    return id_of_path(f_.kinds, f_.draft.kind, path);
  }

  // Prose may say who may read it, too.
  void read_label() {
    DraftField field;
    field.written = label_of_body(f_.work, f_.tape, f_.body.blocks);
    if (field.written.text.empty()) return;
    field.key = "visibility";
    field.key_span = field.written.span;
    field.field = f_.kinds.field_of(f_.draft.kind, Role::visibility);
    f_.draft.fields.push_back(field);
  }

  // --- record or page ---------------------------------------------------------------------------

  HeadingId title_id() {
    if (f_.title == kNoHeading) return {};
    return heading_id(f_.kinds, f_.draft.kind, f_.heading(f_.title).text);
  }

  bool has_status() const {
    if (front_has_role(Role::status)) return true;
    for (const BodyHeading& h : f_.body.blocks.headings) {
      if (h.level != f_.section_level) continue;
      const FieldId field = f_.kinds.find_field(f_.draft.kind, h.text);
      if (field != kNoField && f_.kinds.field(field).role == Role::status) return true;
    }
    return false;
  }

  bool is_record(const FileKind& file_kind, bool numbered_title) const {
    if (file_kind.explicit_kind) return true;
    const bool own_id = !f_.draft.id.written.text.empty() || front_has_role(Role::id);
    if (is_index_file(f_.work.source.path())) {
      return own_id && (!f_.draft.fields.empty() || has_status());
    }
    if (own_id || has_status() || numbered_title) return true;
    // Front matter with nothing but a title may be a log's: then the rows are the records.
    const auto more = [&](const DraftField& f) {
      if (f.field == kNoField) return false;
      const Role role = f_.kinds.field(f.field).role;
      return role != Role::title && role != Role::visibility && role != Role::tags;
    };
    if (std::any_of(f_.draft.fields.begin(), f_.draft.fields.end(), more)) {
      return f_.front_fields > 0 || !has_fitting_table(f_.work, f_.body, f_.draft.kind);
    }
    if (!has_front() && !(f_.body.coverage.exact && section_fields() >= 2)) return false;
    return !has_fitting_table(f_.work, f_.body, f_.draft.kind);
  }

  // How many sections are fields of the kind: a charter that a rule names may have nothing else.
  std::size_t section_fields() const {
    const auto& headings = f_.body.blocks.headings;
    return static_cast<std::size_t>(
        std::count_if(headings.begin(), headings.end(), [&](const BodyHeading& h) {
          return h.level == f_.section_level &&
                 f_.kinds.find_field(f_.draft.kind, h.text) != kNoField;
        }));
  }

  // A title such as `[short title of the decision]`: the file is there to be copied.
  bool is_template() const {
    for (const DraftField& field : f_.draft.fields) {
      if (field.field == kNoField || f_.kinds.field(field.field).role != Role::title) continue;
      return field.tree != nullptr && is_template_text(field.tree->nodes[field.node].text);
    }
    return f_.title != kNoHeading && is_template_text(f_.heading(f_.title).text);
  }

  void take_heading(const HeadingId& id) {
    if (f_.title == kNoHeading) {
      if (!front_has_role(Role::title)) f_.draft.title = title_of_path();
      return;
    }
    const BodyHeading& h = f_.heading(f_.title);
    const uint32_t node = h.node;
    Written w = written_slice(f_.work, f_.tape, children(f_.tape, node));
    if (!id.id.empty() && f_.draft.id.written.text.empty()) {
      const bool number = is_ascii_digit(id.id.front());
      std::string text(id.id);
      if (number)
        text = fmt::format("{}-{}", f_.kinds.kind(f_.draft.kind).prefix, id.id);
      else
        std::replace(text.begin(), text.end(), ' ', '-');
      if (text.find('-') == std::string::npos) {
        const std::size_t digits = text.find_first_of("0123456789");
        text.insert(digits, 1, '-');
      }
      f_.draft.id = {{f_.work.strings.keep(text), w.span, false, false}, IdOrigin::heading};
    }
    const std::string_view title = std::string_view(h.text).substr(id.title);
    const bool plain = w.text.ends_with(title);
    f_.draft.title = plain ? piece(w, w.text.size() - title.size(), title.size())
                           : Written{f_.work.strings.keep(title), w.span, false, false};
    // The page shows the title once: a heading that says something else stays in the body.
    bool same = true;
    for (const DraftField& f : f_.draft.fields) {
      if (f.field == kNoField || f_.kinds.field(f.field).role != Role::title) continue;
      same = f.tree != nullptr &&
             normalize_label(f.tree->nodes[f.node].text) == normalize_label(title);
    }
    f_.taken[h.block] = same;
  }

  // R-004-data-loss-on-cut-over.md
  Written title_of_path() {
    std::string_view stem = f_.work.source.path();
    stem = stem.substr(stem.rfind('/') == std::string_view::npos ? 0 : stem.rfind('/') + 1);
    stem = stem.substr(0, stem.rfind('.'));
    const PathId path = path_id(f_.kinds, f_.work.source.path());
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
    return {f_.work.strings.keep(trim(title)), {f_.work.file, 0, 0}, false, false};
  }

  // --- the rest ---------------------------------------------------------------------------------

  void set_head() {
    f_.draft.head = {f_.work.file, 0, 0};
    if (!f_.draft.title.text.empty() && f_.title != kNoHeading) f_.draft.head = f_.draft.title.span;
    for (const DraftField& f : f_.draft.fields) {
      if (f.field != kNoField && f_.kinds.field(f.field).role == Role::title && f.tree != nullptr) {
        f_.draft.head = join(f.key_span, f.tree->nodes[f.node].span);
      }
    }
    if (f_.draft.head.end == 0 && has_front() && f_.document.yaml.nodes.size() > 2) {
      f_.draft.head = join(f_.document.yaml.nodes[1].span, f_.document.yaml.nodes[2].span);
    }
  }

  void set_body(Record& record) {
    record.checks =
        check_items(f_.work, f_.tape, f_.body.tape_index, f_.body.blocks, f_.draft.kind);
    if (f_.tape.nodes.size() <= 1) return;
    const auto& blocks = f_.body.blocks.blocks;
    const bool empty =
        std::all_of(f_.taken.begin(), f_.taken.end(), [](bool taken) { return taken; });
    record.body.tape = f_.body.tape_index;
    record.body.slice = {1, empty ? 0 : f_.tape.nodes[0].size - 1};
    for (uint32_t i = 0; i < blocks.size() && !empty; ++i) {
      if (!f_.taken[i]) continue;
      const TapeSlice cut{blocks[i].node, f_.tape.nodes[blocks[i].node].size};
      if (!record.body_cuts.empty() &&
          record.body_cuts.back().first + record.body_cuts.back().count == cut.first) {
        record.body_cuts.back().count += cut.count;
      } else {
        record.body_cuts.push_back(cut);
      }
    }
    for (const uint32_t i : f_.read) f_.body.taken[i] = true;
  }

  FileDraft f_;
};

}  // namespace

bool shape_record_file(FileWork& work, const Document& document, BodyContext& body) {
  return RecordFile(work, document, body).shape();
}

}  // namespace milepost
