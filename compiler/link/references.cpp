// Resolves the references and date anchors of all fields.
#include "link/references.h"

#include <algorithm>
#include <array>
#include <utility>

#include "link/codes.h"
#include "link/setting_references.h"
#include "link/sign_off_covers.h"
#include "link/values.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

std::string quoted(std::string_view text) {
  constexpr std::size_t kMostCharacters = 80;
  const std::string_view shown = truncate_characters(text, kMostCharacters);
  return "`" + std::string(shown) + (shown.size() < text.size() ? "…" : "") + "`";
}

bool looks_like_path(std::string_view word) {
  const std::string_view path = word.substr(0, word.find('#'));
  return path.find('/') != std::string_view::npos || iends_with(path, ".md") ||
         iends_with(path, ".yaml") || iends_with(path, ".yml") || iends_with(path, ".markdown");
}

// "CIP-0161" of "CIP-0161 | Ouroboros Phalanx".
std::string_view leading_word(std::string_view label) {
  return label.substr(0, label.find_first_of(" \t|:"));
}

std::string with_article(const std::string& label) {
  const std::string lower = ascii_lower(label);
  const bool vowel =
      !lower.empty() && std::string_view("aeiou").find(lower.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + lower;
}

bool is_date_type(ValueType type) {
  return type == ValueType::date || type == ValueType::datetime || type == ValueType::when;
}

}  // namespace

ReferenceResolver::ReferenceResolver(Program& program, const SourceSet& sources, const IdTable& ids,
                                     const PathTable& paths, DiagnosticSink& sink)
    : program_(program),
      sources_(sources),
      ids_(ids),
      paths_(paths),
      sink_(sink),
      titles_(program),
      suggester_(program, ids, sources) {}

std::vector<RawLink> ReferenceResolver::resolve_all() {
  std::vector<RawLink> links;
  const Kinds& kinds = program_.kinds();
  for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
    const auto resolve = [&](FieldId, FieldId id, const Value& value) {
      if (std::holds_alternative<Reference>(value.data)) {
        resolve_reference(RecordIndex{i}, kinds.field(id), value, links);
      } else if (const When* when = std::get_if<When>(&value.data);
                 when != nullptr && when->anchor == WhenAnchor::reference) {
        resolve_when(RecordIndex{i}, kinds.field(id), value);
      }
    };
    for_each_value(program_.set.records[i], resolve);
    for_each_item_value(program_.set.records[i], resolve);
  }
  resolve_settings(program_, ids_, suggester_, sink_);
  resolve_covers(program_, ids_, suggester_, sink_);
  return links;
}

std::vector<Span> ReferenceResolver::take_reported() {
  std::sort(reported_.begin(), reported_.end());
  return std::move(reported_);
}

void ReferenceResolver::resolve_reference(RecordIndex referrer, const Field& field,
                                          const Value& value, std::vector<RawLink>& links) {
  const Reference& reference = std::get<Reference>(value.data);
  const Search search{referrer, &field, &value, trim_spaces(reference.target)};
  const Found found = look_up(search, &reference);
  if (found.target.kind == TargetKind::none) {
    if (!found.reported) report_unknown(search, reference);
    return;
  }
  program_.resolved.emplace(&value, found.target);
  const RecordIndex target = found.target.record();
  if (found.target.kind == TargetKind::asset) {
    program_.assets[found.target.index].used = true;
  }
  if (target == kNoRecord) return;
  check_kind(search, target);
  if (field.link == kNoLinkType) return;
  if (target == referrer) {
    report(sink_, kSelfReference, Severity::error, value.span,
           "`" + field.name + "` of `" + program_.record(referrer).id + "` names the record itself",
           "name another record, or remove " + quoted(search.word));
    return;
  }
  RawLink link;
  link.from = field.inverse ? target : referrer;
  link.to = field.inverse ? referrer : target;
  link.type = field.link;
  link.reference = &reference;
  link.at = {value.span, field.id, program_.label_of(referrer)};
  link.at_far_end = field.inverse;
  links.push_back(link);
}

ReferenceResolver::Found ReferenceResolver::look_up(const Search& search,
                                                    const Reference* reference) {
  const RefForm form = reference == nullptr ? RefForm::id : reference->form;
  std::string_view word = search.word;
  if (word.empty()) return {};
  if (form == RefForm::link) {
    const Found found = by_path(search, word, true);
    if (found.target.kind != TargetKind::none || found.reported) {
      if (found.target.kind != TargetKind::external) return found;
    }
    const std::string_view label = trim_spaces(reference->label);
    for (const std::string_view text : {label, leading_word(label)}) {
      if (text.empty()) continue;
      const Found by_label = by_id(search, text);
      if (by_label.target.kind != TargetKind::none || by_label.reported) return by_label;
    }
    return found;
  }
  if (Found found = by_id(search, word); found.target.kind != TargetKind::none || found.reported) {
    return found;
  }
  if (word.front() == '#' && word.size() > 1) {
    if (Found found = by_id(search, word.substr(1));
        found.target.kind != TargetKind::none || found.reported) {
      return found;
    }
  }
  const bool evidence = search.field != nullptr && search.field->name == "evidence";
  if (looks_like_path(word) || word.find("://") != std::string_view::npos || evidence) {
    const Found found = by_path(search, word, true);
    if (found.target.kind != TargetKind::none) return found;
    // What a report is kept under is often said from the program's folder.
    if (evidence && !word.starts_with('/') && word.find(' ') == std::string_view::npos) {
      const Found from_root =
          by_path(search, program_.set.strings.emplace_back("/" + std::string(word)), true);
      if (from_root.target.kind != TargetKind::none) return from_root;
    }
  }
  if (form == RefForm::wiki) {
    // [[Note name]] is a file of that name, wherever it is; without a folder it is our own.
    const std::size_t hash = word.find('#');
    const std::string file = std::string(word.substr(0, hash)) + ".md";
    const Found found = by_path(search, file, false);
    if (found.target.kind != TargetKind::none) return found;
  }
  return by_title(search, word);
}

ReferenceResolver::Found ReferenceResolver::by_id(const Search& search, std::string_view word) {
  const FileId file = program_.record(search.referrer).span.file;
  IdHit hit = ids_.find(word, file, program_.label_of(search.referrer));
  if (hit.match == IdMatch::none) return {};
  Found found = choose(search, std::move(hit.records), word);
  if (found.target.kind == TargetKind::record && hit.match == IdMatch::letters) {
    const Record& record = program_.record(found.target.record());
    report(sink_, kIdWrittenDifferently, Severity::note, search.value->span,
           quoted(word) + " is written `" + record.id + "` where it is defined (" +
               place_text(sources_, record.id_span) + ")",
           "write `" + record.id + "`");
  }
  return found;
}

ReferenceResolver::Found ReferenceResolver::by_path(const Search& search, std::string_view word,
                                                    bool sure) {
  const FileId from = program_.record(search.referrer).span.file;
  const PathHit hit = paths_.resolve(word, from);
  if (hit.fate == PathFate::external) return {{TargetKind::external, 0, {}}};
  if (hit.fate == PathFate::same_file && sure) return by_id(search, hit.fragment);
  if (hit.fate != PathFate::found) return {};
  const PathTable::Run run = paths_.records_in(hit.file);
  if (!hit.fragment.empty() && run.count > 0) {
    const IdHit inside =
        ids_.find(percent_decoded(hit.fragment), hit.file, program_.label_of(search.referrer));
    for (const RecordIndex record : inside.records) {
      const auto number = static_cast<uint32_t>(record);
      if (number >= run.first && number < run.first + run.count) {
        return {{TargetKind::record, number, {}}};
      }
    }
  }
  return {paths_.target(hit.file)};
}

ReferenceResolver::Found ReferenceResolver::by_title(const Search& search, std::string_view word) {
  std::vector<RecordIndex> records = titles_.find(word, search.referrer);
  if (records.empty()) {
    // Only itself: a reference all the same, and one to be reported as such.
    const Record& own = program_.record(search.referrer);
    if (!own.title.empty() && normalize_label(own.title) == normalize_label(word)) {
      return {{TargetKind::record, static_cast<uint32_t>(search.referrer), {}}};
    }
    return {};
  }
  return choose(search, std::move(records), word);
}

ReferenceResolver::Found ReferenceResolver::choose(const Search& search,
                                                   std::vector<RecordIndex> records,
                                                   std::string_view word) {
  if (records.size() > 1 && search.field != nullptr) {
    std::vector<RecordIndex> fitting;
    for (const RecordIndex record : records) {
      if (record != search.referrer && fits(*search.field, record)) fitting.push_back(record);
    }
    if (fitting.size() == 1) records = std::move(fitting);
  }
  if (records.size() == 1) {
    return {{TargetKind::record, static_cast<uint32_t>(records.front()), {}}};
  }
  std::string help = "write the id of the one you mean: ";
  std::vector<Related> related;
  constexpr std::size_t kMostNamed = 5;
  for (std::size_t i = 0; i < records.size() && i < kMostNamed; ++i) {
    if (i > 0) help += i + 1 == records.size() ? " or " : ", ";
    help += suggester_.named(records[i]);
    const Record& record = program_.record(records[i]);
    related.push_back({record.id_span, "`" + record.id + "`"});
  }
  if (records.size() > kMostNamed) help += " or another";
  report(sink_, kAmbiguousReference, Severity::error, search.value->span,
         quoted(word) + " names several records", std::move(help), std::move(related));
  reported_.push_back(search.value->span);
  return {{}, true};
}

bool ReferenceResolver::fits(const Field& field, RecordIndex record) const {
  if (field.targets.empty()) return true;
  const KindId kind = program_.record(record).kind;
  return std::any_of(field.targets.begin(), field.targets.end(),
                     [&](KindId wanted) { return program_.kinds().is(kind, wanted); });
}

void ReferenceResolver::check_kind(const Search& search, RecordIndex target) {
  if (fits(*search.field, target)) return;
  const Kinds& kinds = program_.kinds();
  std::string wanted;
  const std::vector<KindId>& targets = search.field->targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (i > 0) wanted += i + 1 == targets.size() ? " or " : ", ";
    wanted += with_article(kinds.kind(targets[i]).label);
  }
  report(sink_, kWrongKind, Severity::warning, search.value->span,
         "`" + search.field->name + "` names " + suggester_.named(target) + ", which is " +
             with_article(kinds.kind(program_.record(target).kind).label),
         "name " + wanted + " here, or write it under `relates_to`");
}

// In a table, a block, a list or a section people write words; what does not resolve is shown as
// written. YAML and front matter are written for us.
bool ReferenceResolver::is_free_form(const Record& record, const Value& value) const {
  if (record.spelling == Spelling::yaml) return false;
  if (record.spelling != Spelling::file) return true;
  const auto file = static_cast<uint32_t>(record.span.file);
  if (file >= program_.set.tapes.size()) return false;
  const Tape& body = program_.set.tapes[file];
  return body.nodes.size() > 1 && value.span.file == body.file &&
         value.span.begin >= body.nodes[1].begin;
}

bool ReferenceResolver::looks_like_id(std::string_view word) const {
  if (word.empty() || word.size() > 64 || word.find(' ') != std::string_view::npos) return false;
  if (!id_prefix(word).empty()) return true;
  const std::size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && ids_.is_prefix(word.substr(0, hyphen));
}

void ReferenceResolver::report_unknown(const Search& search, const Reference& reference) {
  const Record& record = program_.record(search.referrer);
  const std::string name = "`" + search.field->name + "`";
  const std::string_view word = search.word;
  if (word.empty()) return;
  const bool id = looks_like_id(word);
  // A link in a cell is followed there, too, and reported as every other broken link.
  const bool in_text = is_free_form(record, *search.value);
  if (in_text && record.spelling != Spelling::file && reference.form == RefForm::link && !id) {
    return;
  }
  const bool words = !id && reference.form != RefForm::link && reference.form != RefForm::wiki;
  if (words && search.field->loose && !reference.tentative) return;
  reported_.push_back(search.value->span);
  if (reference.tentative) {
    report(sink_, kTentativeReference, Severity::note, search.value->span,
           name + " names `" + std::string(word) + "?`, which no record has yet",
           "add the record and drop the `?`, or remove it");
    return;
  }
  std::string help = suggester_.help(word, record.span.file);
  if (words && in_text) {
    report(sink_, kTextForReference, Severity::warning, search.value->span,
           name + " says " + quoted(word) + ", which is no record's id or title",
           help.empty() ? "write the id of a record, or `-` if there is none" : help);
    return;
  }
  const bool path = reference.form == RefForm::link || looks_like_path(word);
  if (path && help.empty()) {
    const PathHit hit = paths_.resolve(word, record.span.file);
    const std::string other = hit.fate == PathFate::other_letters
                                  ? paths_.relative(hit.file, record.span.file)
                                  : paths_.suggest(hit, word, record.span.file);
    if (!other.empty()) help = "did you mean `" + other + "`?";
  }
  if (help.empty()) {
    help = path ? "correct the path, or write the id of a record"
                : "write the id, title or path of a record, or add the record";
  }
  report(sink_, kUnknownReference, Severity::error, search.value->span,
         path ? name + " leads to " + quoted(word) + ", where no record is"
              : name + " names " + quoted(word) + ", which no record has",
         std::move(help));
}

// A word such as `start` in a launch counts from the record's own launch start.
const Value* ReferenceResolver::own_date(const Search& search) const {
  const Record& record = program_.record(search.referrer);
  const Kinds& kinds = program_.kinds();
  const auto named = [&](const FieldValue& field) -> const Value* {
    const Field& definition = kinds.field(field.field);
    if (!is_date_type(definition.type) || field.values.empty()) return nullptr;
    if (&field.values.front() == search.value) return nullptr;
    return normalize_label(definition.name) == normalize_label(search.word) ? &field.values.front()
                                                                            : nullptr;
  };
  const FieldId by_synonym = kinds.find_field(record.kind, search.word);
  for (const FieldValue& field : record.fields) {
    const Value* found = named(field);
    if (found == nullptr && field.field == by_synonym && !field.values.empty() &&
        is_date_type(kinds.field(by_synonym).type) && &field.values.front() != search.value) {
      found = &field.values.front();
    }
    if (found != nullptr) return found;
  }
  for (const FieldValue& field : record.fields) {
    for (const Value& value : field.values) {
      const Object* object = std::get_if<Object>(&value.data);
      if (object == nullptr) continue;
      for (const FieldValue& inner : object->fields) {
        if (const Value* found = named(inner)) return found;
      }
    }
  }
  return nullptr;
}

const Value* ReferenceResolver::date_of(RecordIndex index) const {
  constexpr std::array kOrder = {
      Role::due,  Role::promised, Role::needed_by,         Role::finished,
      Role::held, Role::start,    Role::decision_needed_by};
  const Record& record = program_.record(index);
  for (const Role role : kOrder) {
    const FieldId field = program_.kinds().field_of(record.kind, role);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    if (value != nullptr && !value->unreadable &&
        !std::holds_alternative<std::monostate>(value->data)) {
      return value;
    }
  }
  return nullptr;
}

void ReferenceResolver::resolve_when(RecordIndex referrer, const Field& field, const Value& value) {
  const When& when = std::get<When>(value.data);
  Search search{referrer, &field, &value, trim_spaces(when.reference)};
  if (search.word.starts_with("[[") && search.word.ends_with("]]")) {
    search.word = search.word.substr(2, search.word.size() - 4);
  }
  if (search.word.empty()) return;
  const Span span = value.span.size() == value.text.size()
                        ? sub_span(value.span, when.anchor_offset, when.anchor_length)
                        : value.span;
  // `[M-GA](milestones.md) - 5d`
  Reference link;
  if (const std::size_t close = search.word.find("]("); search.word.starts_with('[') &&
                                                        close != std::string_view::npos &&
                                                        search.word.ends_with(')')) {
    link.form = RefForm::link;
    link.label = search.word.substr(1, close - 1);
    search.word = search.word.substr(close + 2, search.word.size() - close - 3);
  }
  // What the field's own references may name says nothing about what it counts from.
  search.field = nullptr;
  Found found = by_id(search, search.word);
  if (found.target.kind == TargetKind::none && !found.reported) {
    if (const Value* own = own_date(search)) {
      program_.when_anchor.emplace(&value, CountsFrom{referrer, own});
      dated_.push_back({referrer, field.id, &value});
      return;
    }
    found = look_up(search, link.form == RefForm::link ? &link : nullptr);
  }
  if (found.reported) return;
  const RecordIndex anchor = found.target.record();
  if (anchor == kNoRecord) {
    search.field = &field;
    report_unknown_anchor(search, span);
    return;
  }
  const Value* date = date_of(anchor);
  program_.when_anchor.emplace(&value, CountsFrom{anchor, date});
  dated_.push_back({referrer, field.id, &value});
  if (date == nullptr) {
    report(sink_, kAnchorWithoutDate, Severity::warning, span,
           "`" + field.name + "` counts from " + suggester_.named(anchor) + ", which has no date",
           "give `" + program_.record(anchor).id + "` a date, or write a date here");
  }
}

void ReferenceResolver::report_unknown_anchor(const Search& search, Span span) {
  const Record& record = program_.record(search.referrer);
  const bool id = looks_like_id(search.word);
  if (search.field->loose && !id) return;
  reported_.push_back(search.value->span);
  std::string help = suggester_.help(search.word, record.span.file);
  if (help.empty()) {
    help = "write a date such as `2026-06-30`, or a record and a distance such as `M-GA - 5d`";
  }
  report(sink_, kUnknownDateAnchor,
         is_free_form(record, *search.value) ? Severity::warning : Severity::error, span,
         "`" + search.field->name + "` counts from " + quoted(search.word) +
             ", which is neither a date nor a record",
         std::move(help));
}

}  // namespace milepost
