// List items under a heading that names a kind: `1. Isolation complexity (High) - Mitigation: …`.
#include <algorithm>
#include <deque>
#include <optional>

#include "calendar/date_parse.h"
#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/label_line.h"
#include "shape/spellings.h"
#include "shape/unset.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// How far behind a separator a label's colon may be, with emphasis.
constexpr std::size_t kLabelReach = 120;

// The separators between an item's title and the labelled remarks behind it.
std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark :
       {std::string_view(" - "), std::string_view(" — "), std::string_view(" – "),
        std::string_view("; "), std::string_view(" | ")}) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  if (text.substr(at).starts_with(". ")) return 2;
  return 0;
}

class ItemReader {
 public:
  ItemReader(FileWork& work, const BodyContext& body, const BodyBlock& block, KindId kind)
      : work_(work),
        kinds_(work.facts.kinds),
        body_(body),
        tape_(body.tape),
        block_(block),
        kind_(kind) {}

  // The item as a draft; `fields()` of it tell whether it says more than a title.
  Draft read(uint32_t item) {
    Draft draft;
    draft.kind = kind_;
    draft.spelling = Spelling::list_item;
    draft.visibility = block_.region.empty() ? body_.visibility : block_.region;
    draft.in_region = !block_.region.empty();
    draft.head = tape_.span_of(tape_.nodes[item]);
    uint32_t nested = 0;
    Written text = item_text(item, nested);
    draft.head = text.span;
    read_line(text, draft);
    if (nested != 0) read_nested(nested, draft);
    const TapeNode& node = tape_.nodes[item];
    if ((node.flags & kTask) != 0 && !draft.fields.empty()) add_task_status(node, text, draft);
    return draft;
  }

 private:
  Written item_text(uint32_t item, uint32_t& nested) const {
    Written text{{}, tape_.span_of(tape_.nodes[item]), true, true};
    const uint32_t end = item + tape_.nodes[item].size;
    bool found = false;
    for (uint32_t i = item + 1; i < end; i += tape_.nodes[i].size) {
      if (tape_.nodes[i].kind == NodeKind::list && nested == 0) nested = i;
      if (tape_.nodes[i].kind == NodeKind::paragraph && !found) {
        text = written_slice(work_, tape_, children(tape_, i));
        found = true;
      }
    }
    return text;
  }

  FieldId field_of(std::string_view label) const {
    const FieldId id = kinds_.find_field(kind_, label);
    // Misspelled, it still hides.
    if (id == kNoField && is_label_key(kinds_, label)) {
      return kinds_.field_of(kind_, Role::visibility);
    }
    if (id == kNoField || kinds_.field(id).role == Role::title) return kNoField;
    return id;
  }

  DraftField draft_field(const Written& label, FieldId id, const Written& value) const {
    DraftField field;
    field.key = label.text;
    field.key_span = label.span;
    field.field = id;
    field.severity = Severity::warning;
    field.written = value;
    return field;
  }

  // Title, remarks in parentheses, then `Label: value` pieces.
  void read_line(Written text, Draft& draft) {
    text = take_id(text, draft);
    std::vector<std::size_t> starts;  // of labelled pieces
    std::size_t title_end = text.text.size();
    int depth = 0;
    for (std::size_t i = 0; i < text.text.size(); ++i) {
      const char c = text.text[i];
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      if (depth > 0) continue;
      const std::size_t length = separator_at(text.text, i);
      if (length == 0) continue;
      // A label is short, and an item may be long.
      const auto label = label_line(piece(text, i + length, kLabelReach));
      if (!label || field_of(label->label.text) == kNoField) continue;
      if (starts.empty()) title_end = i;
      starts.push_back(i + length);
    }
    for (std::size_t n = 0; n < starts.size(); ++n) {
      std::size_t end = text.text.size();
      if (n + 1 < starts.size()) {
        // Up to the separator before the next label.
        end = starts[n + 1];
        while (end > starts[n] && separator_at(text.text, end) == 0) --end;
      }
      const auto label = label_line(piece(text, starts[n], end - starts[n]));
      if (label) {
        draft.fields.push_back(
            draft_field(label->label, field_of(label->label.text), label->value));
      }
    }
    Written title = without_emphasis(trimmed(piece(text, 0, title_end)));
    title = take_parentheses(title, draft);
    draft.title = without_emphasis(title);
    if (is_template_text(draft.title.text)) return;
    if (draft.title.text.find_first_of("*_`[<\\&") != std::string_view::npos) {
      draft.title.text = work_.strings.keep(plain(draft.title));
      draft.title.exact = false;
    }
  }

  // The words of a title that has markup inside.
  std::string plain(const Written& title) const {
    std::string out;
    for (std::size_t i = 0; i < title.text.size(); ++i) {
      const char c = title.text[i];
      if (c == '*' || c == '`') continue;
      if (c == '[') continue;
      if (c == ']') {
        const std::size_t close =
            title.text.substr(i).starts_with("](") ? title.text.find(')', i) : i;
        i = close == std::string_view::npos ? i : close;
        continue;
      }
      out.push_back(c);
    }
    return out;
  }

  // `R-1: Title`, `**R-1** Title`
  Written take_id(const Written& text, Draft& draft) const {
    Written rest = text;
    std::string_view t = rest.text;
    std::size_t begin = 0;
    while (begin < t.size() && (t[begin] == '*' || t[begin] == '[' || t[begin] == '`')) ++begin;
    const std::size_t length = id_length(t.substr(begin));
    const std::string_view id = t.substr(begin, length);
    const std::size_t hyphen = id.find('-');
    if (hyphen == std::string_view::npos || !looks_like_id(kinds_, id)) return text;
    const KindId named = kinds_.find_prefix(id.substr(0, hyphen));
    if (named == kNoKind || (!kinds_.is(named, kind_) && !kinds_.is(kind_, named))) return text;
    std::size_t after = begin + length;
    const std::size_t mark = t.find_first_not_of("*]`", after);
    if (mark == std::string_view::npos) return text;
    after = mark;
    if (t[after] == ':' || t[after] == '.')
      ++after;
    else if (t[after] != ' ')
      return text;
    draft.id = {piece(text, begin, length), IdOrigin::column};
    rest = trimmed(piece(text, after, std::string_view::npos));
    for (const std::string_view dash :
         {std::string_view("- "), std::string_view("— "), std::string_view("– ")}) {
      if (rest.text.starts_with(dash)) {
        rest = trimmed(piece(rest, dash.size(), std::string_view::npos));
      }
    }
    return rest;
  }

  // `(High)`, `(owner: li, due: 2026-06-12)`, `(@ana)` at the end of a title.
  Written take_parentheses(Written title, Draft& draft) const {
    while (title.text.size() > 2 && title.text.back() == ')') {
      const std::size_t open = title.text.rfind('(');
      if (open == std::string_view::npos || open == 0) break;
      const Written inside = trimmed(piece(title, open + 1, title.text.size() - open - 2));
      if (!read_remark(inside, draft)) break;
      title = without_emphasis(trimmed(piece(title, 0, open)));
    }
    return title;
  }

  bool read_remark(const Written& inside, Draft& draft) const {
    std::vector<DraftField> fields;
    // `(High/Medium/Low)` is what a template says to choose from.
    const bool unmade = is_unmade_choice(
        inside.text, [&](std::string_view word) { return field_of_word(word) != kNoField; });
    if (unmade) return true;
    for (const Written& part : list_pieces(inside, /*prose=*/false)) {
      if (const auto label = label_line(part)) {
        const FieldId id = field_of(label->label.text);
        if (id == kNoField) return false;
        fields.push_back(draft_field(label->label, id, label->value));
        continue;
      }
      const FieldId id = field_of_word(part.text);
      if (id == kNoField) return false;
      fields.push_back(draft_field(part, id, part));
    }
    if (fields.empty()) return false;
    draft.fields.insert(draft.fields.end(), fields.begin(), fields.end());
    return true;
  }

  // What a bare word in parentheses says: a level, a status, a person, a date.
  FieldId field_of_word(std::string_view word) const {
    const auto first_of = [&](std::initializer_list<Role> roles, ValueType type) {
      for (const Role role : roles) {
        const FieldId id = kinds_.field_of(kind_, role);
        if (id != kNoField && kinds_.field(id).type == type) return id;
      }
      return kNoField;
    };
    if (word.starts_with('@')) return kinds_.field_of(kind_, Role::owner);
    for (const Role role : {Role::severity, Role::priority}) {
      const FieldId id = kinds_.field_of(kind_, role);
      if (id != kNoField && kinds_.field(id).type == ValueType::choice &&
          kinds_.find_choice(id, word)) {
        return id;
      }
    }
    if (kinds_.find_level(word) != 0) {
      return first_of({Role::severity, Role::score, Role::impact, Role::priority},
                      ValueType::level);
    }
    if (kinds_.find_status(kind_, word) != kNoStatus || kinds_.find_health(word) != Health::none) {
      return kinds_.field_of(kind_, Role::status);
    }
    const DateParse date = parse_whole_date(word, work_.facts.settings.dates);
    if (date.value) return kinds_.field_of(kind_, Role::due);
    return kNoField;
  }

  void read_nested(uint32_t list, Draft& draft) {
    trees_.push_back(tree_of_block(work_, tape_, list, /*as_mapping=*/true));
    const YamlTree& tree = trees_.back();
    for_each_entry(tree, 0, [&](uint32_t key, uint32_t value) {
      const Written label = written_scalar(work_, tree, key);
      const bool labelled = tree.nodes[key].span != tree.nodes[value].span;
      FieldId id = labelled ? field_of(label.text) : kNoField;
      // `Tool delay (HIGH)` with `Impact: the pilot slips` below: the level, and the words for it.
      const bool again = std::any_of(draft.fields.begin(), draft.fields.end(),
                                     [&](const DraftField& f) { return f.field == id; });
      if (id != kNoField && again && kinds_.field(id).prose != kNoField)
        id = kinds_.field(id).prose;
      DraftField field = draft_field(label, id, {});
      field.tree = &tree;
      field.node = value;
      field.tree_is_markdown = true;
      field.silent = !labelled;
      draft.fields.push_back(field);
    });
  }

  void add_task_status(const TapeNode& node, const Written& text, Draft& draft) const {
    const FieldId id = kinds_.field_of(kind_, Role::status);
    if (id == kNoField) return;
    const bool given = std::any_of(draft.fields.begin(), draft.fields.end(),
                                   [&](const DraftField& f) { return f.field == id; });
    if (given) return;
    const bool checked = (node.flags & kChecked) != 0;
    DraftField field = draft_field({"status", text.span, false, true}, id, {});
    field.written = {checked ? std::string_view("[x]") : std::string_view("[ ]"),
                     {text.span.file, text.span.begin, text.span.begin},
                     false,
                     true};
    draft.fields.push_back(field);
  }

  FileWork& work_;
  const Kinds& kinds_;
  const BodyContext& body_;
  const Tape& tape_;
  const BodyBlock& block_;
  KindId kind_;
  std::deque<YamlTree> trees_;
};

bool says_more(const Draft& draft) {
  return !draft.title.text.empty() &&
         std::any_of(draft.fields.begin(), draft.fields.end(),
                     [](const DraftField& f) { return f.field != kNoField; });
}

}  // namespace

void shape_list_items(FileWork& work, const BodyContext& body) {
  if (!body.coverage.covered) return;
  const Kinds& kinds = work.facts.kinds;
  const Tape& tape = body.tape;
  for (uint32_t i = 0; i < body.blocks.blocks.size(); ++i) {
    const BodyBlock& block = body.blocks.blocks[i];
    if (tape.nodes[block.node].kind != NodeKind::list) continue;
    if (i < body.taken.size() && body.taken[i]) continue;
    if (block.heading == kNoHeading) continue;
    // Only right below the heading: bold words between the two say what the list is.
    const KindId kind = kinds.kind_of_heading(body.blocks.headings[block.heading].text);
    if (kind == kNoKind || (body.record_kind != kNoKind && kinds.is(kind, body.record_kind))) {
      continue;
    }
    ItemReader reader(work, body, block, kind);
    std::vector<Draft> drafts;
    const uint32_t end = block.node + tape.nodes[block.node].size;
    for (uint32_t item = block.node + 1; item < end; item += tape.nodes[item].size) {
      drafts.push_back(reader.read(item));
    }
    // A list of records has at least one item that says more than a title; else it is prose.
    if (std::none_of(drafts.begin(), drafts.end(), says_more)) continue;
    for (const Draft& draft : drafts) {
      if (!draft.title.text.empty() && unset_word(draft.title.text) == Unset::no &&
          !is_template_text(draft.title.text)) {
        add_record(work, draft);
      }
    }
  }
}

}  // namespace milepost
