// Writes typed values as the one text that means the same.
#include "analyze/canonical.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "calendar/when.h"
#include "markup/tape.h"
#include "text/ascii.h"
#include "text/json_writer.h"
#include "text/sha256.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::string_view kVersion = "milepost-sign-off-1";

bool is_party(ValueType type) {
  return type == ValueType::person || type == ValueType::team || type == ValueType::role;
}

bool order_means_nothing(const Field& field) {
  if (field.type == ValueType::ref || field.keyed || field.role == Role::gates) return true;
  if (field.name == "rollback_triggers" || field.name == "rollback_if") return true;
  // The first of several owners is accountable.
  return is_party(field.type) && field.role != Role::owner;
}

class Writer {
 public:
  /// `program` is null before references and parties are known.
  Writer(const RecordSet& set, const Record& record, const Program* program, RecordIndex index)
      : set_(set), kinds_(*set.kinds), record_(record), program_(program), index_(index) {}

  bool has_region = false;

  std::vector<std::string> lines(const FieldValue& field) {
    const Field& definition = kinds_.field(field.field);
    std::vector<std::string> lines;
    for (const Value& value : field.values) {
      std::string line = one(definition, value);
      if (!line.empty()) lines.push_back(std::move(line));
    }
    if (order_means_nothing(definition)) std::sort(lines.begin(), lines.end());
    return lines;
  }

 private:
  std::string one(const Field& field, const Value& value) {
    if (value.unreadable) return canonical_words(value.text);
    return std::visit([&](const auto& data) { return text(field, value, data); }, value.data);
  }

  std::string text(const Field& field, const Value& value, std::monostate) {
    if (is_party(field.type)) return party(value);
    return canonical_words(value.text);
  }
  std::string text(const Field&, const Value&, const DateField& date) { return to_iso(date.date); }
  std::string text(const Field&, const Value&, const DateTime& moment) { return to_iso(moment); }
  std::string text(const Field&, const Value& value, const When& when) {
    std::string anchor;
    if (when.anchor == WhenAnchor::date) {
      anchor = to_iso(when.date);
    } else {
      anchor = canonical_words(when.reference);
      // A word such as `start` is a date of the record itself.
      const CountsFrom* from = program_ == nullptr ? nullptr : counts_from(value);
      if (from != nullptr && from->record != index_) anchor = program_->record(from->record).id;
    }
    if (!when.shift || when.shift->minutes == 0) return anchor;
    Duration shift = *when.shift;
    const bool back = shift.minutes < 0;
    if (back) shift.minutes = -shift.minutes;
    return fmt::format("{} {} {}", anchor, back ? '-' : '+', length(shift));
  }
  std::string text(const Field&, const Value&, const Duration& duration) {
    return length(duration);
  }
  std::string text(const Field&, const Value&, const Estimate& estimate) {
    if (!estimate.is_range()) return length(estimate.likely);
    return fmt::format("{}..{}..{}", length(estimate.optimistic), length(estimate.likely),
                       length(estimate.pessimistic));
  }
  std::string text(const Field&, const Value&, const Effort& effort) {
    return number(effort.person_days) + "d";
  }
  std::string text(const Field&, const Value&, const Level& level) {
    return std::to_string(level.level);
  }
  std::string text(const Field&, const Value& value, const StatusWord& word) {
    std::string line = canonical_words(value.text);
    const Kind& kind = kinds_.kind(record_.kind);
    if (const auto status = static_cast<size_t>(word.status); status < kind.statuses.size()) {
      line = kind.statuses[status].name;
    }
    if (word.percent >= 0) line += fmt::format(" {}%", word.percent);
    return line;
  }
  std::string text(const Field&, const Value&, const HealthWord& word) {
    return std::string(health_name(word.health));
  }
  std::string text(const Field&, const Value& value, const PersonName& person) {
    return program_ == nullptr ? canonical_words(person.name) : party(value);
  }
  std::string text(const Field&, const Value& value, const Reference& reference) {
    std::string line;
    const RecordIndex to = program_ == nullptr ? kNoRecord : program_->record_of(value);
    if (to != kNoRecord) {
      line = program_->record(to).id;
    } else {
      line = canonical_words(reference.target);
    }
    const bool typed = !reference.dependency.empty() && reference.dependency != "FS";
    if (typed) line += fmt::format(" {}", reference.dependency);
    if (reference.lag) line += fmt::format(" lag {}", signed_length(*reference.lag));
    if (reference.delay) {
      line += fmt::format(" delay {}..{}", length(reference.delay->optimistic),
                          length(reference.delay->pessimistic));
    }
    return line;
  }
  std::string text(const Field&, const Value&, const Money& money) {
    const int64_t whole = money.hundredths < 0 ? -money.hundredths : money.hundredths;
    return fmt::format("{}{}{}{}.{:02}", money.currency, money.currency.empty() ? "" : " ",
                       money.hundredths < 0 ? "-" : "", whole / 100, whole % 100);
  }
  std::string text(const Field& field, const Value&, double value) {
    return number(value) + (field.type == ValueType::percent ? "%" : "");
  }
  std::string text(const Field&, const Value&, bool value) { return value ? "yes" : "no"; }
  std::string text(const Field& field, const Value& value, Choice choice) {
    if (choice.index < field.choices.size()) return field.choices[choice.index].name;
    return canonical_words(value.text);
  }
  std::string text(const Field&, const Value& value, const MarkdownText& markdown) {
    if (markdown.tape >= set_.tapes.size()) return canonical_words(value.text);
    return words(set_.tapes[markdown.tape], markdown.slice);
  }
  std::string text(const Field&, const Value&, const Object& object) {
    std::string line;
    JsonWriter json(line);
    write(json, object);
    return line;
  }

  // Names in the order of their letters; a list is an array, every value a string.
  void write(JsonWriter& json, const Object& object) {
    std::vector<const FieldValue*> fields;
    for (const FieldValue& field : object.fields) fields.push_back(&field);
    std::sort(fields.begin(), fields.end(), [&](const FieldValue* a, const FieldValue* b) {
      return kinds_.field(a->field).name < kinds_.field(b->field).name;
    });
    json.begin_object();
    for (const FieldValue* field : fields) {
      const Field& definition = kinds_.field(field->field);
      json.key(definition.name);
      if (definition.type == ValueType::object) {
        json.begin_array();
        for (const Value& value : field->values) {
          const Object* inner = std::get_if<Object>(&value.data);
          if (inner != nullptr) {
            write(json, *inner);
          } else {
            json.string(canonical_words(value.text));
          }
        }
        json.end_array();
        continue;
      }
      const std::vector<std::string> values = lines(*field);
      if (!definition.list) {
        json.string(values.empty() ? std::string() : values.front());
        continue;
      }
      json.begin_array();
      for (const std::string& value : values) json.string(value);
      json.end_array();
    }
    json.end_object();
  }

  // The words that stand: what is struck out does not.
  std::string words(const Tape& tape, TapeSlice slice) {
    std::string out;
    const uint32_t end = slice.first + slice.count;
    for (uint32_t i = slice.first; i < end && i < tape.nodes.size();) {
      const TapeNode& node = tape.nodes[i];
      switch (node.kind) {
        case NodeKind::strike:
          i += node.size;
          continue;
        case NodeKind::region:
          has_region = true;
          out += ' ';
          break;
        case NodeKind::text:
        case NodeKind::code:
        case NodeKind::code_block:
          if (node.kind == NodeKind::code_block) out += ' ';
          out += tape.text_of(node);
          break;
        case NodeKind::emphasis:
        case NodeKind::strong:
        case NodeKind::link:
        case NodeKind::image:
        case NodeKind::footnote_reference:
        case NodeKind::attribute:
        case NodeKind::title:
        case NodeKind::info:
          break;
        case NodeKind::element:
          if (node.level == static_cast<uint8_t>(HtmlElement::br)) out += ' ';
          break;
        default:
          out += ' ';
          break;
      }
      ++i;
    }
    return canonical_words(out);
  }

  const CountsFrom* counts_from(const Value& value) const {
    const auto found = program_->when_anchor.find(&value);
    return found == program_->when_anchor.end() ? nullptr : &found->second;
  }

  std::string party(const Value& value) const {
    if (program_ == nullptr) return canonical_words(value.text);
    const auto found = program_->party_of.find(&value);
    if (found == program_->party_of.end()) return canonical_words(value.text);
    const Party& party = found->second;
    switch (party.kind) {
      case Party::Kind::person:
        return program_->person(PersonIndex{party.index}).key;
      case Party::Kind::team:
        return program_->team(TeamIndex{party.index}).key;
      case Party::Kind::role:
        return set_.settings.roles[party.index].key;
      case Party::Kind::unknown:
        break;
    }
    return canonical_words(value.text);
  }

  std::string length(Duration duration) const { return to_text(duration, set_.settings.durations); }
  std::string signed_length(Duration duration) const {
    if (duration.minutes >= 0) return length(duration);
    duration.minutes = -duration.minutes;
    return "-" + length(duration);
  }
  // The fewest digits that read back the same.
  static std::string number(double value) {
    std::string text;
    JsonWriter(text).number(value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  }

  const RecordSet& set_;
  const Kinds& kinds_;
  const Record& record_;
  const Program* program_;
  RecordIndex index_;
};

CanonicalValue joined(Writer& writer, const FieldValue& field) {
  CanonicalValue value;
  for (const std::string& line : writer.lines(field)) {
    if (!value.text.empty()) value.text += '\n';
    value.text += line;
  }
  value.has_region = writer.has_region;
  return value;
}

}  // namespace

std::string canonical_words(std::string_view text) {
  return normalize_spaces(nfc(text));
}

CanonicalValue canonical_value(const Program& program, RecordIndex record,
                               const FieldValue& field) {
  Writer writer(program.set, program.record(record), &program, record);
  return joined(writer, field);
}

CanonicalValue unlinked_value(const RecordSet& set, const Record& record, const FieldValue& field) {
  Writer writer(set, record, nullptr, kNoRecord);
  return joined(writer, field);
}

std::string seal(std::string_view field, std::string_view canonical) {
  Sha256 hash;
  for (const std::string_view part : {kVersion, field}) {
    hash.add(part);
    hash.add("\n");
  }
  hash.add(canonical);
  return hash.hex().substr(0, kSealDigits);
}

bool same_seal(std::string_view written, std::string_view hash) {
  return written.size() >= kSealDigits && iequals(written.substr(0, kSealDigits), hash);
}

bool seal_fits(std::string_view written, std::string_view field, std::string_view canonical) {
  return same_seal(written, seal(field, canonical));
}

}  // namespace milepost
