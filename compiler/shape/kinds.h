// Kinds: what a record of each sort may hold. Compiled from kinds.yaml and a program's `kinds:`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace milepost {

enum class KindId : uint16_t {};
enum class FieldId : uint16_t {
};  // dense over the whole Kinds; a field inherited by is_a keeps its id
enum class StatusId : uint16_t {};    // index into Kind::statuses
enum class LinkTypeId : uint16_t {};  // index into Kinds::link_types
inline constexpr KindId kNoKind{0xFFFF};
inline constexpr FieldId kNoField{0xFFFF};
inline constexpr StatusId kNoStatus{0xFFFF};
inline constexpr LinkTypeId kNoLinkType{0xFFFF};

enum class Phase : uint8_t { waiting, doing, done, dropped };

/// How work goes, as its author or the compiler says it.
enum class Health : uint8_t { none, not_started, on_track, at_risk, off_track, blocked, complete };

/// What a check, a test or a sign-off came to.
enum class CheckWord : uint8_t { none, passed, failed, partial, pending, not_applicable };

enum class ValueType : uint8_t {
  text,
  markdown,
  date,
  datetime,
  when,
  duration,
  estimate,
  effort,
  level,
  status,
  health,
  person,
  team,
  role,
  ref,
  money,
  percent,
  number,
  boolean,
  url,
  choice,
  object,
};

/// What a field means to the compiler, whatever a kind calls it. At most one field of a kind has a
/// role.
enum class Role : uint8_t {
  none,
  id,
  title,
  summary,
  status,
  health,
  owner,
  team,
  start,
  started,
  due,
  finished,
  raised,
  decided,
  estimate,
  effort,
  percent,
  priority,
  likelihood,
  impact,
  severity,
  score,
  mitigation,
  contingency,
  trigger,
  next_review,
  last_reviewed,
  needed_by,
  promised,
  commitment,
  agreed,
  provider,
  consumer,
  confidence,
  options,
  recommendation,
  decision_needed_by,
  escalated_to,
  raised_by,
  acknowledged,
  resolved,
  resolution,
  rationale,
  alternatives,
  context,
  consequences,
  acceptance,
  gates,
  signoffs,
  waivers,
  launch,
  influence,
  interest,
  strategy,
  visibility,
  tags,
  notes,
  period,
  reviewed,
  held,
  category,
  type,
  baseline,
  rollback,
  remaining,
};
inline constexpr size_t kRoleCount = static_cast<size_t>(Role::remaining) + 1;

/// The order of a choice's words is their rank: the first is the gravest, or the earliest.
struct ChoiceWord {
  std::string name;                   // canonical snake_case
  std::string label;                  // "Must have"
  std::vector<std::string> synonyms;  // as written in the definition
};

struct Field {
  FieldId id = kNoField;
  std::string name;   // snake_case: the key in YAML and JSON
  std::string label;  // "Needed by"
  ValueType type = ValueType::text;
  Role role = Role::none;
  bool list = false;   // several values
  bool keyed = false;  // an object per key (plan: {2026-06-30: 5}); the key is the first sub-field
  bool required = false;
  /// A value that cannot be read as `type` stays text and nobody is told. Of a ref: text that does
  /// not have the form of an id may name nothing.
  bool loose = false;
  /// A table row, field block or list item that has no title takes this one's value for it.
  bool title_like = false;
  /// The label that its values have beside that of their record; empty: none. A part of an object
  /// has at least that of the object.
  std::string visibility;
  LinkTypeId link = kNoLinkType;  // type ref: the relation its targets get
  bool inverse = false;           // the field names the other end (required_by, decided_by)
  /// Of a level: the field of the same kind that takes prose which does not begin with a level.
  FieldId prose = kNoField;
  std::vector<KindId> targets;        // kinds a ref may name; empty: any
  std::vector<ChoiceWord> choices;    // type choice
  std::vector<std::string> synonyms;  // as written in the definition; name and label not among them
  std::vector<FieldId>
      fields;       // type object: its sub-fields; a value that is no mapping fills the first
  std::string doc;  // one sentence
};

struct Status {
  std::string name;   // canonical snake_case
  std::string label;  // "In progress"
  Phase phase = Phase::waiting;
  bool restricted = false;            // records in it are restricted (a draft escalation)
  std::vector<std::string> synonyms;  // words and emoji, as written in the definition
};

struct Kind {
  KindId id = kNoKind;
  KindId is_a = kNoKind;            // parent, or kNoKind
  std::string name;                 // "risk"
  std::string plural;               // "risks": YAML list key, folder name, page file name
  std::string label, plural_label;  // "Risk", "Risks"
  std::string prefix;               // "R": of generated and new ids; empty for an abstract kind
  std::vector<std::string>
      more_prefixes;                 // of ids that people write ("RISK"); may be those of aliases
  std::vector<std::string> aliases;  // other words that name it, as written in the definition
  std::vector<FieldId> fields;       // own and inherited, in display order
  std::vector<Status> statuses;      // first is the default of a record without one
  std::vector<FieldId> role_fields;  // by Role: kNoField where the kind has none
  bool abstract = false;             // `record`: no record is of it, other kinds are built on it
  bool is_work =
      false;  // has health and a place in a plan (task, milestone, dependency, release …)
  bool hygiene = true;     // generic hygiene rules (orphan, owner) apply
  std::string visibility;  // default label of its records: "internal" or another
  std::string doc;
  std::string example;        // YAML, may be empty
  std::vector<FieldId> asks;  // what `milepost new` asks for
};

struct LinkType {
  std::string name, inverse;         // depends_on, required_by
  std::string label, inverse_label;  // "Depends on", "Required by"
  std::string doc;
  bool acyclic = false;  // a cycle is an error (depends_on, part_of, supersedes)
};

/// All kinds of a program. Immutable; every lookup is O(1) or O(log n) on normalized words.
class Kinds {
 public:
  std::vector<Kind> kinds;
  std::vector<Field> fields;  // by FieldId, sub-fields of objects included
  std::vector<LinkType> link_types;

  const Kind& kind(KindId id) const { return kinds[static_cast<uint16_t>(id)]; }
  const Field& field(FieldId id) const { return fields[static_cast<uint16_t>(id)]; }
  const LinkType& link_type(LinkTypeId id) const { return link_types[static_cast<uint16_t>(id)]; }

  // Words are compared as normalize_label (text/words.h) does, emoji as leading_emoji_key does. A
  // word that is written as the definition writes it costs one hash lookup, any other one
  // normalization more.

  /// By name, plural, alias or prefix. An abstract kind is not found.
  KindId find_kind(std::string_view word) const;
  /// A kind that a heading names ("Risks (Might happen)", "RAID: Issues", "Stakeholder map"): the
  /// plural of a kind as its head word, or its singular before log, register, map and the like.
  /// kNoKind if it names none or several. Numbering in front is ignored.
  KindId kind_of_heading(std::string_view heading) const;
  /// By the prefix of an id ("R" of "R-007"), case as written first, then ignoring case.
  KindId find_prefix(std::string_view prefix) const;
  /// A field of `kind` by name, label or synonym. Words of a kind itself come before those it
  /// inherits, names before labels before synonyms.
  FieldId find_field(KindId kind, std::string_view word) const;
  /// A sub-field of a field of type object, in the same way.
  FieldId find_sub_field(FieldId object, std::string_view word) const;
  FieldId field_of(KindId kind, Role role) const {
    return kinds[static_cast<uint16_t>(kind)].role_fields[static_cast<size_t>(role)];
  }
  /// The whole of `word` as a status of the kind's vocabulary; else by the emoji it begins with if
  /// it has no letters.
  StatusId find_status(KindId kind, std::string_view word) const;
  /// Index into Field::choices, or nothing.
  std::optional<uint16_t> find_choice(FieldId field, std::string_view word) const;
  /// By either of its names; `*inverse` tells which.
  LinkTypeId find_link_type(std::string_view name, bool* inverse = nullptr) const;
  /// True if `kind` is `ancestor` or is_a leads to it.
  bool is(KindId kind, KindId ancestor) const;

  /// Words that mean the same for every kind: "amber" and 🟡, "hoch" and "VH" (1 to 5, 0 if it is
  /// no level; digits are not among them), "pass" and ✅.
  Health find_health(std::string_view word) const;
  uint8_t find_level(std::string_view word) const;
  CheckWord find_check(std::string_view word) const;

  struct Index;  // lookup tables, defined in kinds_index.h
  std::shared_ptr<const Index> index;
};

/// The name a value has in program.json and the schema: "on_track", "needed_by", "datetime".
std::string_view health_name(Health health);
std::string_view phase_name(Phase phase);
std::string_view role_name(Role role);
std::string_view type_name(ValueType type);
std::optional<Phase> find_phase(std::string_view name);
std::optional<Role> find_role(std::string_view name);
std::optional<ValueType> find_type(std::string_view name);

}  // namespace milepost
