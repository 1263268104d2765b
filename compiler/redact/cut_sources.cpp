// Takes what is hidden out of the sources, file by file.
#include "redact/cut_sources.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>

#include "parse/front_matter.h"
#include "redact/block_of_lines.h"
#include "redact/day_of_role.h"
#include "redact/entry_words.h"
#include "redact/now_labels.h"
#include "redact/old_fields.h"
#include "redact/old_texts.h"
#include "redact/redaction.h"
#include "redact/region_cuts.h"
#include "redact/section_cuts.h"
#include "redact/shown_names.h"
#include "redact/words_instead.h"
#include "text/ascii.h"
#include "text/rewritten_text.h"

namespace milepost {
namespace {

constexpr std::string_view kNothing = "~";  // YAML's word for a value that is not there

/// A Markdown text that stands in YAML: its nodes know no places.
struct YamlText {
  uint32_t tape = 0;
  FileId file = kNoFile;
  uint32_t begin = 0;
};

class SourceCutter {
 public:
  SourceCutter(const Program& program, const SourceSet& sources, const Analysis& analysis,
               const Audience& audience, std::string_view instead)
      : program_(program),
        sources_(sources),
        analysis_(analysis),
        now_(audience.now),
        redaction_(program, audience),
        shown_names_(program, sources, redaction_),
        instead_(words_in_markdown(audience.omit ? std::string_view() : instead)),
        yaml_instead_(words_in_yaml(audience.omit ? std::string_view() : instead)),
        cuts_(sources.files.size()),
        seen_(sources.files.size()),
        hidden_(sources.files.size()),
        bodies_(sources.files.size()),
        dropped_(sources.files.size()) {
    if (now_ != nullptr) old_fields_.emplace(program, sources, redaction_, *now_);
    if (now_ != nullptr && !now_->regions().empty()) old_texts_.emplace(program, sources, *now_);
    for (size_t i = 0; i < sources.files.size(); ++i) {
      const std::string& text = sources.files[i].text.bytes();
      if (sources.files[i].kind == SourceKind::markdown) bodies_[i] = find_front_matter(text).body;
    }
  }

  CutSources cut() {
    for (uint32_t i = 0; i < program_.set.pages.size(); ++i) {
      place(program_.set.pages[i].file, redaction_.shows_page(i));
    }
    for (const Record& record : program_.set.records) {
      place(record.span.file, redaction_.shows(index_of(record)));
    }
    for (const Page& page : program_.set.pages) {
      if (old_texts_ && old_texts_->hides_title(page))
        dropped_[static_cast<size_t>(page.file)] = true;
    }
    for (const Record& record : program_.set.records) {
      if (redaction_.shows(index_of(record))) {
        if (old_texts_) cut_moved(record);
        cut_fields(record);
      } else if (record.spelling != Spelling::file) {
        cut_record(record);
      }
    }
    for (uint32_t i = 0; i < program_.references.size(); ++i) cut_references(i);
    for (const YamlText& text : yaml_texts_) cut_references(text);
    cut_regions();
    return make();
  }

 private:
  RecordIndex index_of(const Record& record) const {
    return RecordIndex{static_cast<uint32_t>(&record - program_.set.records.data())};
  }
  std::string_view text(FileId file) const { return sources_.file(file).text.bytes(); }
  bool is_yaml(FileId file, uint32_t at) const {
    const auto index = static_cast<size_t>(file);
    return sources_.files[index].kind != SourceKind::markdown || at < bodies_[index];
  }

  void place(FileId file, bool seen) {
    if (file == kNoFile) return;
    (seen ? seen_ : hidden_)[static_cast<size_t>(file)] = true;
  }
  bool drops(FileId file) const {
    const auto index = static_cast<size_t>(file);
    return dropped_[index] ||
           (hidden_[index] && !seen_[index] && sources_.files[index].kind != SourceKind::program);
  }

  void cut(FileId file, TextRange range, std::string with = {}) {
    if (range.end <= range.begin && with.empty()) return;
    cuts_[static_cast<size_t>(file)].push_back({range.begin, range.end, std::move(with)});
  }

  // --- records

  void cut_record(const Record& record) {
    const FileId file = record.span.file;
    if (!record.span.is_place() || drops(file)) return;
    if (record.spelling == Spelling::yaml) {
      const auto entry = yaml_entry(text(file), words_of(record));
      // What others repeat by an alias stays where it is said, and is masked.
      if (entry && !is_repeated(text(file), *entry)) cut(file, *entry);
      return;
    }
    rows_[static_cast<size_t>(file)].push_back(record.span.begin);
  }

  // The innermost row, item or block that a hidden record begins in is the record.
  void cut_rows(const Tape& tape) {
    const auto at = rows_.find(static_cast<size_t>(tape.file));
    if (at == rows_.end()) return;
    std::vector<uint32_t>& rows = at->second;
    std::ranges::sort(rows);
    std::vector<TextRange> innermost(rows.size());
    std::vector<bool> items(rows.size());
    for (const TapeNode& node : tape.nodes) {
      const bool may = node.kind == NodeKind::table_row || node.kind == NodeKind::item ||
                       node.kind == NodeKind::code_block;
      if (!may || node.end == 0) continue;
      auto row = std::ranges::lower_bound(rows, node.begin);
      for (; row != rows.end() && *row < node.end; ++row) {
        innermost[static_cast<size_t>(row - rows.begin())] = {node.begin, node.end};
        items[static_cast<size_t>(row - rows.begin())] = node.kind == NodeKind::item;
      }
    }
    const std::string_view bytes = text(tape.file);
    for (size_t i = 0; i < innermost.size(); ++i) {
      const TextRange range = innermost[i];
      if (range.end == 0) continue;
      cut(tape.file, items[i] ? list_item(bytes, range.begin, range.end)
                              : whole_lines(bytes, range.begin, range.end));
    }
  }

  // --- fields

  void cut_fields(const Record& record) {
    cut_fields(record, record.fields, false);
    for (const UnknownField& unknown : record.unknown) {
      if (redaction_.shows_key(record, unknown.key)) continue;
      cut_field(record, unknown.key_span, {unknown.span});
    }
    for (const CheckItem& item : record.checks) cut_fields(record, item.attributes);
    cut_sections(record);
  }

  // `are_parts`: of an object or an item, which have names of their own.
  void cut_fields(const Record& record, const std::vector<FieldValue>& fields,
                  bool are_parts = true) {
    for (const FieldValue& field : fields) {
      const Field& meant = program_.kinds().field(field.field);
      const bool hidden_now =
          now_ != nullptr && !are_parts && !redaction_.shows_key(record, meant.name);
      if (hidden_now || !redaction_.shows(field.field)) {
        // What a sign-off is sealed with stays for the analysis, which tells nothing of it.
        if (meant.name == "covers") continue;
        std::vector<Span> values;
        for (const Value& value : field.values) values.push_back(value.span);
        cut_field(record, field.key, values);
        continue;
      }
      if (write_out(field)) continue;
      for (const Value& value : field.values) cut_value(record, field, meant, value);
    }
  }

  // `R-1..R-5` means several records in one place: those that are shown are named.
  bool write_out(const FieldValue& field) {
    if (field.values.size() < 2) return false;
    const Span span = field.values.front().span;
    std::string shown;
    bool any = false;
    for (const Value& value : field.values) {
      const auto* reference = std::get_if<Reference>(&value.data);
      if (reference == nullptr || value.span != span || !span.is_place()) return false;
      if (hides_target(value)) {
        any = true;
        continue;
      }
      if (!shown.empty()) shown += ", ";
      shown += reference->target;
    }
    if (!any || shown.empty()) return false;
    cut(span.file, {span.begin, span.end}, shown);
    return true;
  }

  void cut_value(const Record& record, const FieldValue& field, const Field& meant,
                 const Value& value) {
    const Span span = value.span;
    if (const auto* object = std::get_if<Object>(&value.data)) {
      if (!cut_object(*object, value)) cut_fields(record, object->fields);
      return;
    }
    if (!span.is_place() || span.file == kNoFile) return;
    const auto anchor = program_.when_anchor.find(&value);
    if (anchor != program_.when_anchor.end() && anchor->second.record != kNoRecord &&
        !redaction_.shows(anchor->second.record)) {
      std::optional<Date> date = analysis_.day(value);
      if (!date) date = day_of_role(analysis_.of(index_of(record)), meant.role);
      cut(span.file, {span.begin, span.end},
          date ? to_iso(*date) : std::string(is_yaml(span.file, span.begin) ? kNothing : ""));
      return;
    }
    if (std::holds_alternative<Reference>(value.data)) {
      if (hides_target(value)) cut_reference(record, field, value);
    } else if (const auto* words = std::get_if<MarkdownText>(&value.data)) {
      if (is_yaml(span.file, span.begin))
        yaml_texts_.push_back({words->tape, span.file, span.begin});
    }
  }

  // What says first of all that it is about something hidden has nothing to say without it.
  bool cut_object(const Object& object, const Value& whole) {
    if (object.fields.empty() || !whole.span.is_place()) return false;
    const FieldValue& first = object.fields.front();
    if (first.values.size() != 1 || !hides_target(first.values.front())) return false;
    const Span about = first.values.front().span;
    if (!is_yaml(about.file, about.begin)) {
      cut(about.file, whole_lines(text(about.file), about.begin, about.end));
      return true;
    }
    const auto around = yaml_mapping_around(text(about.file), 0, about.begin);
    if (around) cut(about.file, *around, std::string(kNothing));
    return around.has_value();
  }

  // A reference to something hidden that could be to nothing that is shown.
  bool hides_target(const Value& value) {
    const auto* reference = std::get_if<Reference>(&value.data);
    const auto to = program_.resolved.find(&value);
    return reference != nullptr && value.span.is_place() && to != program_.resolved.end() &&
           hides(to->second, reference->target);
  }

  bool hides(const Target& target, std::string_view written) {
    return !redaction_.shows(target) &&
           !shown_names_.may_be_meant(written, target, [&](FileId file) { return drops(file); });
  }

  void cut_reference(const Record& record, const FieldValue& field, const Value& value) {
    const Span span = value.span;
    if (!is_yaml(span.file, span.begin)) {
      cut(span.file, {span.begin, span.end});
      return;
    }
    // `{to: R-1, lag: 2d}`: a value with nothing that it leads to is none.
    const uint32_t from = field.key.is_place() && field.key.file == span.file ? field.key.end : 0;
    const std::string_view bytes = text(span.file);
    const std::string_view between = bytes.substr(from, span.begin - std::min(from, span.begin));
    const bool own = between.find_first_not_of(":[]-, \t\r\n\"'") == std::string_view::npos;
    if (!own) {
      if (const auto around = yaml_mapping_around(bytes, from, span.begin)) {
        cut(span.file, *around, std::string(kNothing));
        return;
      }
    }
    TextRange range{span.begin, std::max(span.end, span.begin)};
    if (range.begin == 0 || range.end >= bytes.size()) {
      cut(span.file, range, std::string(kNothing));
      return;
    }
    const char before = bytes[range.begin - 1];
    if ((before == '"' || before == '\'') && bytes[range.end] == before) {
      cut(span.file, {range.begin - 1, range.end + 1}, std::string(kNothing));
      return;
    }
    // Of several in one text, which no brackets part, it goes with a comma.
    if (!in_brackets(bytes, first_of(record, span), span.begin) || before == '"' ||
        before == '\'' || bytes[range.end] == '"' || bytes[range.end] == '\'') {
      const std::string_view behind = bytes.substr(range.end, 2);
      if (behind.starts_with(',')) {
        range.end += behind == ", " ? 2 : 1;
        cut(span.file, range);
        return;
      }
      const size_t comma = bytes.find_last_not_of(' ', range.begin - 1);
      if (comma != std::string_view::npos && bytes[comma] == ',') {
        cut(span.file, {static_cast<uint32_t>(comma), range.end});
        return;
      }
    }
    cut(span.file, range, std::string(kNothing));
  }

  // Where to begin to look for brackets around `at`: the record, or the line.
  uint32_t first_of(const Record& record, Span at) const {
    const bool inside = record.span.file == at.file && record.span.begin <= at.begin;
    return line_begin(text(at.file), inside ? record.span.begin : at.begin);
  }

  void cut_field(const Record& record, Span key, const std::vector<Span>& values) {
    const bool placed = key.is_place() && key.size() > 0;
    const FileId file = placed ? key.file : record.span.file;
    if (!placed || record.spelling == Spelling::table) {
      cut_values(values);
      return;
    }
    const std::string_view bytes = text(file);
    uint32_t end = key.end;
    for (const Span& value : values) {
      if (value.is_place() && value.file == file) end = std::max(end, value.end);
    }
    if (is_yaml(file, key.begin)) {
      const bool flow = in_brackets(bytes, first_of(record, key), key.begin);
      const auto lines = flow ? std::nullopt : yaml_field(bytes, key.begin);
      const TextRange value = yaml_value_behind(bytes, key.end, flow);
      if (lines) {
        cut(file, *lines);
      } else if (end <= line_end(bytes, key.begin) && value.end > value.begin &&
                 value.end < line_end(bytes, key.begin)) {
        cut(file, value, std::string(kNothing));
      }
      // What shares its lines with others stays, and is masked.
      return;
    }
    // A line of its own goes whole; of one that others share, this part.
    const uint32_t begin = line_begin(bytes, key.begin);
    const std::string_view before = bytes.substr(begin, key.begin - begin);
    const std::string_view after = bytes.substr(end, line_end(bytes, end) - end);
    if (is_head_of_table(bytes, begin)) {
      cut(file, {key.begin, key.end});
      cut_values(values);
    } else if (before.find_first_not_of(" \t-+*_|>0123456789.)") == std::string_view::npos &&
               after.find_first_not_of(" \t*_|.\\\r\n") == std::string_view::npos) {
      cut(file, whole_lines(bytes, key.begin, end));
    } else {
      const TextRange part{key.begin, end};
      const TextRange bare = without_parentheses(bytes, part);
      cut(file, bare.begin < part.begin ? bare : with_joint(bytes, part));
    }
  }

  void cut_values(const std::vector<Span>& values) {
    for (const Span& value : values) {
      if (!value.is_place() || value.size() == 0) continue;
      if (is_yaml(value.file, value.begin)) {
        cut(value.file, {value.begin, value.end}, std::string(kNothing));
      } else {
        cut(value.file, without_parentheses(text(value.file), {value.begin, value.end}));
      }
    }
  }

  void cut_sections(const Record& record) {
    const MarkdownText& body = record.body;
    if (body.slice.count == 0 || body.tape >= program_.set.tapes.size()) return;
    const Tape& tape = program_.set.tapes[body.tape];
    if (tape.file == kNoFile) return;
    const auto hides_field = [&](std::string_view heading) {
      const FieldId field = program_.kinds().find_field(record.kind, heading);
      return field != kNoField && !redaction_.shows(field);
    };
    const std::vector<FieldId>& fields = program_.kinds().kind(record.kind).fields;
    if (std::ranges::all_of(fields, [&](FieldId field) { return redaction_.shows(field); })) return;
    for (const TextRange& range : section_cuts(text(tape.file), tape, body.slice, hides_field)) {
      cut(tape.file, range);
    }
  }

  // --- words

  void cut_references(uint32_t number) {
    const Tape& tape = program_.set.tapes[number];
    if (tape.file == kNoFile || drops(tape.file)) return;
    cut_rows(tape);
    std::map<std::tuple<uint32_t, uint32_t, std::string_view>, size_t> unplaced;
    for (const TapeReference& one : program_.references[number]) {
      if (redaction_.shows(one.target)) continue;
      const TapeNode& node = tape.nodes[one.node];
      if (node.end == 0 || node.end <= node.begin) continue;
      if (!hides(one.target, written(tape, one))) continue;
      TextRange range{node.begin, node.end};
      if (one.length > 0) {
        const std::string_view name = written(tape, one);
        if (node.end - node.begin != node.text_length) {
          unplaced[{range.begin, range.end, name}] += 1;
          continue;
        }
        range.begin += one.offset;
        range.end = range.begin + static_cast<uint32_t>(name.size());
      }
      replace_words(tape.file, range, {node.begin, node.end});
    }
    for (const auto& [place, times] : unplaced) {
      const auto& [begin, end, name] = place;
      replace_each(tape.file, {begin, end}, name, times);
    }
  }

  static bool is_part_of_word(std::string_view text, size_t begin, size_t end) {
    const auto joins = [&](size_t i) {
      return i < text.size() && (is_ascii_alnum(text[i]) || text[i] == '-' || text[i] == '_');
    };
    return (begin > 0 && joins(begin - 1)) || joins(end);
  }

  // Where a text has escapes, or the place of its block alone, any of its words may be the one that
  // is meant: each goes, and the whole of it where fewer are found than are meant.
  void replace_each(FileId file, TextRange in, std::string_view name, size_t times) {
    const std::string_view bytes = text(file);
    std::vector<TextRange> found;
    for (size_t at = bytes.find(name, in.begin); at < in.end; at = bytes.find(name, at + 1)) {
      const size_t end = at + name.size();
      if (is_part_of_word(bytes, at, end) || end > in.end) continue;
      found.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    }
    if (found.size() < times) found.assign(1, in);
    for (const TextRange& range : found) replace_words(file, range, in);
  }

  // The name of a mention, or where a link leads.
  static std::string_view written(const Tape& tape, const TapeReference& one) {
    const std::string_view words = tape.text_of(tape.nodes[one.node]);
    return one.length > 0 ? words.substr(one.offset, one.length) : words;
  }

  void replace_words(FileId file, TextRange range, TextRange value) {
    const std::string_view bytes = text(file);
    if (range.begin >= 2 && bytes.substr(range.begin - 2, 2) == "[[" &&
        bytes.substr(range.end, 2) == "]]") {
      range = {range.begin - 2, range.end + 2};
    }
    const bool yaml = is_yaml(file, range.begin);
    const std::string& instead = yaml ? yaml_instead_ : instead_;
    Replacement made = instead.empty() ? left_out(bytes, range, value, yaml)
                                       : Replacement{range.begin, range.end, instead};
    cut(file, {made.begin, made.end}, std::move(made.with));
  }

  void cut_references(const YamlText& place) {
    if (place.tape >= program_.references.size() || drops(place.file)) return;
    const Tape& tape = program_.set.tapes[place.tape];
    const std::string_view bytes = text(place.file);
    std::optional<TextRange> whole;
    for (const TapeReference& one : program_.references[place.tape]) {
      if (redaction_.shows(one.target) || tape.nodes[one.node].end > 0) continue;
      if (!hides(one.target, written(tape, one))) continue;
      if (!whole) whole = yaml_text(bytes, place.begin);
      const TapeNode& node = tape.nodes[one.node];
      const bool link = one.length == 0;
      const std::string_view name =
          link ? tape.text_of(node) : tape.text_of(node).substr(one.offset, one.length);
      bool found = false;
      for (size_t at = bytes.find(name, whole->begin); at < whole->end && !name.empty();
           at = bytes.find(name, at + name.size())) {
        TextRange range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
        if (!link && is_part_of_word(bytes, at, at + name.size())) continue;
        if (link) {
          const size_t open = bytes.rfind('[', at), close = bytes.find_first_of(")]>", at);
          if (open == std::string_view::npos || open < whole->begin || close >= whole->end)
            continue;
          range = {static_cast<uint32_t>(open), static_cast<uint32_t>(close + 1)};
        }
        replace_words(place.file, range, *whole);
        found = true;
      }
      // Folded or escaped: nothing of the text is told rather than the name.
      if (!found) cut(place.file, *whole, std::string(kNothing) + "\n");
    }
  }

  // --- regions

  uint32_t body_of(uint32_t file) const {
    return sources_.files[file].kind == SourceKind::markdown
               ? bodies_[file]
               : static_cast<uint32_t>(text(FileId{file}).size());
  }

  std::vector<Replacement> hidden_regions(FileId file) const {
    const auto hides_label = [&](std::string_view label) {
      return !redaction_.shows(program_.label(label));
    };
    return region_cuts(text(file), file, body_of(static_cast<uint32_t>(file)), hides_label);
  }

  void cut_regions() {
    for (uint32_t i = 0; i < sources_.files.size(); ++i) {
      const SourceKind kind = sources_.files[i].kind;
      if ((kind != SourceKind::markdown && kind != SourceKind::yaml) || drops(FileId{i})) continue;
      const std::vector<Replacement> hidden = hidden_regions(FileId{i});
      cuts_[i].insert(cuts_[i].end(), hidden.begin(), hidden.end());
      if (old_texts_) cut_whole(cuts_[i], old_texts_->cuts(FileId{i}, body_of(i), hidden));
      if (old_fields_) cut_whole(cuts_[i], old_fields_->cuts(FileId{i}, body_of(i)));
    }
  }

  // --- of an old version, what stands in a region now and is hidden there

  void cut_moved(const Record& record) {
    if (old_texts_->hides_title(record)) {
      if (record.spelling == Spelling::file && record.span.file != kNoFile) {
        dropped_[static_cast<size_t>(record.span.file)] = true;
      } else {
        cut_record(record);
      }
      return;
    }
    for (const OldTexts::Place& place : old_texts_->hidden_fields(record)) {
      if (!place.key.is_place() || !is_yaml(place.key.file, place.key.begin)) continue;
      cut_field(record, place.key, place.values);
      cut_values(place.values);
    }
  }

  CutSources make() {
    CutSources made;
    made.lines.resize(sources_.files.size());
    made.texts.resize(sources_.files.size());
    for (uint32_t i = 0; i < sources_.files.size(); ++i) {
      if (drops(FileId{i}) || !cuts_[i].empty()) made.anything = true;
    }
    if (!made.anything) return made;
    made.sources.display_prefix = sources_.display_prefix;
    made.sources.left_out = sources_.left_out;
    made.sources.files.reserve(sources_.files.size());
    for (uint32_t i = 0; i < sources_.files.size(); ++i) {
      const SourceFile& file = sources_.files[i];
      if (drops(FileId{i})) {
        // A name that nothing leads to, in its place among the others.
        made.sources.files.push_back(
            {SourceKind::unread, SourceText(file.text.path() + "\x01", {}), 0});
      } else if (cuts_[i].empty()) {
        made.sources.files.push_back(file);
      } else {
        RewrittenText& left = made.texts[i].emplace(file.text.bytes(), std::move(cuts_[i]));
        made.lines[i] = left.lines();
        made.sources.files.push_back(
            {file.kind, SourceText(file.text.path(), left.take()), file.asset_size});
      }
    }
    return made;
  }

  const Program& program_;
  const SourceSet& sources_;
  const Analysis& analysis_;
  std::shared_ptr<const NowWall> now_;
  std::optional<OldFields> old_fields_;  // of an old version
  std::optional<OldTexts> old_texts_;    // none: no region of now is to be looked at
  Redaction redaction_;
  ShownNames shown_names_;
  std::string instead_, yaml_instead_;
  std::vector<std::vector<Replacement>> cuts_;  // by file
  std::vector<bool> seen_, hidden_;             // by file: something of it is
  std::vector<uint32_t> bodies_;                // by file: where Markdown begins
  std::vector<bool> dropped_;                   // by file: none of it is told
  std::vector<YamlText> yaml_texts_;
  std::unordered_map<size_t, std::vector<uint32_t>> rows_;  // beginnings of hidden ones, by file
};

}  // namespace

uint32_t CutSources::line(const SourceSet& left, Span place) const {
  const auto file = static_cast<size_t>(place.file);
  const uint32_t line = left.file(place.file).text.position(place.begin).line;
  return file < lines.size() && line <= lines[file].size() ? lines[file][line - 1] : line;
}

uint32_t CutSources::original(Span place) const {
  const auto file = static_cast<size_t>(place.file);
  return file < texts.size() && texts[file] ? texts[file]->original(place.begin) : place.begin;
}

CutSources cut_sources(const Program& program, const SourceSet& sources, const Analysis& analysis,
                       const Audience& audience, std::string_view instead) {
  return SourceCutter(program, sources, analysis, audience, instead).cut();
}

}  // namespace milepost
