// Walks what is seen, as ViewBuilder copies it.
#include "redact/published_texts.h"

#include <algorithm>
#include <variant>

#include "redact/cut_tape.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr char kReplaced = '\xFF';  // counts as a letter, and stands in no name

bool is_block(NodeKind kind) {
  return kind < NodeKind::text;
}

}  // namespace

PublishedTexts::PublishedTexts(const Program& program, const SourceSet& sources,
                               const Redaction& redaction, const Audience& audience)
    : program_(program),
      sources_(sources),
      redaction_(redaction),
      assets_(program.assets.size()),
      people_(program.people.size()),
      teams_(program.teams.size()),
      read_(program.set.tapes.size()) {
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    if (redaction.shows(RecordIndex{i})) read_record(RecordIndex{i});
  }
  for (uint32_t i = 0; i < program.set.pages.size(); ++i) {
    const Page& page = program.set.pages[i];
    if (!redaction.shows_page(i)) continue;
    add(page.title, Span{page.file, 0, 0});
    if (page.tape < read_.size()) {
      read_[page.tape].assign(program.set.tapes[page.tape].nodes.size(), true);
    }
  }
  for (uint32_t tape = 0; tape < read_.size(); ++tape) {
    if (!read_[tape].empty()) read_tape(tape);
  }
  read_people();
  read_files();
  read_settings(audience);
}

void PublishedTexts::add(std::string_view words, Span span, bool prose) {
  if (words.empty()) return;
  texts_.push_back({std::string(words), prose, {{0, span}}});
}

Span PublishedTexts::place(const PublishedText& text, uint32_t begin, uint32_t end) const {
  auto part = std::ranges::upper_bound(text.parts, begin, {}, &TextPart::offset);
  if (part == text.parts.begin()) return {};
  const Span span = std::prev(part)->span;
  if (!span.is_place() || span.size() == 0) return span;
  // Escapes and quotes stand in the source and not in the text: the words are looked for.
  const std::string& bytes = sources_.file(span.file).text.bytes();
  const auto last = std::min<size_t>(bytes.size(), span.end);
  const std::string_view written = std::string_view(bytes).substr(span.begin, last - span.begin);
  const std::string_view words = std::string_view(text.words).substr(begin, end - begin);
  const size_t from = std::min<size_t>(begin - std::prev(part)->offset, written.size());
  size_t at = written.find(words, from);
  if (at == std::string_view::npos) at = written.find(words);
  if (at == std::string_view::npos) {
    // A whole file is no place to look for one word in.
    constexpr uint32_t kMost = 200;
    return span.size() > kMost ? Span{span.file, span.begin, span.begin} : span;
  }
  return sub_span(span, at, words.size());
}

// --- records
// --------------------------------------------------------------------------------------

void PublishedTexts::take_slice(const MarkdownText& text) {
  if (text.slice.count == 0 || text.tape >= read_.size()) return;
  std::vector<bool>& nodes = read_[text.tape];
  nodes.resize(program_.set.tapes[text.tape].nodes.size(), false);
  std::fill_n(nodes.begin() + text.slice.first, text.slice.count, true);
}

void PublishedTexts::read_record(RecordIndex index) {
  const Record& record = program_.record(index);
  add(record.title, record.title_span);
  read_fields(record.fields);
  for (const UnknownField& field : record.unknown) {
    if (redaction_.hides(field.span)) continue;
    add(field.key, field.key_span);
    add(field.text, field.span);
  }
  for (const CheckItem& item : record.checks) {
    const bool shown = !redaction_.hides(item.span) &&
                       (item.region.empty() || redaction_.shows(program_.label(item.region)));
    if (!shown) continue;
    read_fields(item.attributes);
    // Its words, and what it says its key is, stand in the body.
  }
  take_slice(record.body);
  const FieldId owners = program_.kinds().field_of(record.kind, Role::owner);
  if (owners != kNoField && !redaction_.shows(owners)) return;
  for (const Party& owner : program_.parties[static_cast<size_t>(index)].owners) {
    if (owner.person != kNoPerson) people_[static_cast<size_t>(owner.person)] = true;
  }
}

// Objects nest as deep as kinds are defined.
void PublishedTexts::read_fields(const std::vector<FieldValue>& fields) {
  for (const FieldValue& field : fields) {
    if (!redaction_.shows(field.field)) continue;
    for (const Value& value : field.values) read_value(value);
  }
}

void PublishedTexts::read_value(const Value& value) {
  const auto anchor = program_.when_anchor.find(&value);
  if (anchor != program_.when_anchor.end() && anchor->second.record != kNoRecord &&
      !redaction_.shows(anchor->second.record)) {
    read_target({TargetKind::record, static_cast<uint32_t>(anchor->second.record), {}}, value.span,
                false);
    return;
  }
  const auto party = program_.party_of.find(&value);
  if (party != program_.party_of.end()) {
    read_party(party->second);
    // Of "Asha Rao <asha@example.org>" the name is told.
    if (party->second.person != kNoPerson) {
      add(program_.person(party->second.person).name, value.span);
      return;
    }
  }
  if (std::holds_alternative<Reference>(value.data)) {
    const auto to = program_.resolved.find(&value);
    if (to != program_.resolved.end()) read_target(to->second, value.span, false);
    if (to != program_.resolved.end() && !redaction_.shows(to->second)) return;
    add(value.text, value.span);
  } else if (const auto* text = std::get_if<MarkdownText>(&value.data)) {
    take_slice(*text);
  } else if (const auto* object = std::get_if<Object>(&value.data)) {
    read_fields(object->fields);
  } else {
    add(value.text, value.span);
  }
}

void PublishedTexts::read_target(const Target& target, Span span, bool in_prose) {
  if (target.kind == TargetKind::asset) assets_[target.index] = true;
  if (!redaction_.shows(target)) to_hidden_.push_back({span, target, in_prose});
}

void PublishedTexts::read_party(const Party& party) {
  if (party.person != kNoPerson) people_[static_cast<size_t>(party.person)] = true;
  if (party.kind == Party::Kind::team) teams_[party.index] = true;
}

// --- bodies
// ---------------------------------------------------------------------------------------

// A block is one text, so that a name may begin in one part of a sentence and end in another.
void PublishedTexts::read_tape(uint32_t index) {
  const Tape& tape = program_.set.tapes[index];
  const std::vector<bool> hidden = hidden_nodes(tape, program_, redaction_);
  static const std::vector<TapeReference> none;
  const std::vector<TapeReference>& references =
      index < program_.references.size() ? program_.references[index] : none;
  size_t next = 0;
  PublishedText block;
  const auto end_block = [&] {
    if (!block.words.empty()) texts_.push_back(std::move(block));
    block = {};
  };
  const auto add_words = [&](std::string_view words, Span span) {
    block.parts.push_back({static_cast<uint32_t>(block.words.size()), span});
    block.words += words;
  };
  for (uint32_t i = 0; i < tape.nodes.size();) {
    const TapeNode& node = tape.nodes[i];
    if (is_block(node.kind)) end_block();
    if (!hidden.empty() && hidden[i]) {
      i += node.size;
      continue;
    }
    while (next < references.size() && references[next].node < i) ++next;
    const bool read = read_[index][i];
    const Span span = tape.span_of(node);
    std::string words(tape.text_of(node));
    bool replaced = false;
    for (size_t r = next; r < references.size() && references[r].node == i && read; ++r) {
      const TapeReference& one = references[r];
      const bool whole = one.length == 0;
      const bool exact = !whole && span.size() == words.size();
      read_target(one.target, exact ? sub_span(span, one.offset, one.length) : span, true);
      if (redaction_.shows(one.target)) continue;
      replaced = replaced || whole;
      if (whole || one.offset + size_t{one.length} > words.size()) continue;
      std::fill_n(words.begin() + one.offset, one.length, kReplaced);
    }
    if (replaced) {
      add_words(std::string(1, kReplaced), span);
      i += node.size;
      continue;
    }
    if (read) {
      switch (node.kind) {
        case NodeKind::text:
        case NodeKind::code:
        case NodeKind::code_block:
          add_words(words, span);
          break;
        case NodeKind::soft_break:
        case NodeKind::line_break:
          add_words(" ", span);
          break;
        case NodeKind::link:
        case NodeKind::image:
        case NodeKind::title:
        case NodeKind::attribute:
        case NodeKind::info:
          add(words, span, node.kind == NodeKind::title);
          break;
        default:
          break;
      }
    }
    ++i;
  }
  end_block();
}

// --- beside records
// -------------------------------------------------------------------------------

void PublishedTexts::read_people() {
  for (size_t i = 0; i < people_.size(); ++i) {
    const Person& person = program_.people[i];
    if (!people_[i]) continue;
    add(person.role, person.span);
    if (person.team != kNoTeam) teams_[static_cast<size_t>(person.team)] = true;
  }
  for (size_t i = 0; i < teams_.size(); ++i) {
    if (teams_[i]) add(program_.teams[i].name, program_.teams[i].span);
  }
}

void PublishedTexts::read_files() {
  for (uint32_t i = 0; i < program_.set.pages.size(); ++i) {
    const FileId file = program_.set.pages[i].file;
    if (redaction_.shows_page(i)) add(sources_.file(file).text.path(), Span{file, 0, 0}, false);
  }
  for (size_t i = 0; i < assets_.size(); ++i) {
    const FileId file = program_.assets[i].file;
    if (assets_[i]) add(sources_.file(file).text.path(), Span{file, 0, 0}, false);
  }
}

void PublishedTexts::read_settings(const Audience& audience) {
  const Settings& settings = program_.set.settings;
  Span all;
  if (settings.file != kNoFile) {
    all = {settings.file, 0, sources_.file(settings.file).text.size()};
  }
  add(settings.title, all);
  if (settings.description) add(*settings.description, all);
  for (const AudienceEntry& entry : settings.audiences) {
    if (entry.built_in || entry.key != audience.name) continue;
    add(entry.title, entry.span);
    for (const StatusSectionEntry& section : entry.pages) {
      add(section.title, section.span);
      add(section.text, section.span);
      if (section.record.empty()) continue;
      const RecordIndex record = program_.find(section.record);
      if (record == kNoRecord) continue;
      read_target({TargetKind::record, static_cast<uint32_t>(record), {}}, section.span, false);
    }
  }
}

}  // namespace milepost
