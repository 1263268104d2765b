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
};

enum class Visibility : uint8_t {
  open,
  restricted
};  // default of a field, before the record's own label

struct Field {
  FieldId id = kNoField;
  std::string name;   // snake_case: the key in YAML and JSON
  std::string label;  // "Needed by"
  ValueType type = ValueType::text;
  Role role = Role::none;
  bool list = false;   // several values
  bool keyed = false;  // an object per key (plan: {2026-06-30: 5}); the key is sub-field "key"
  bool required = false;
  Visibility visibility = Visibility::open;
  LinkTypeId link = kNoLinkType;      // type ref: the relation its targets get
  bool inverse = false;               // the field names the other end (required_by, decided_by)
  std::vector<KindId> targets;        // kinds a ref may name; empty: any
  std::vector<std::string> choices;   // type choice: canonical words
  std::vector<std::string> synonyms;  // normalized labels (text/words.h), the name itself included
  std::vector<Field> fields;          // type object: its sub-fields (FieldIds dense as all others)
  std::string doc;                    // one sentence
};

struct Status {
  std::string name;   // canonical snake_case
  std::string label;  // "In progress"
  Phase phase = Phase::waiting;
  std::vector<std::string> synonyms;  // normalized words and emoji
};

struct Kind {
  KindId id = kNoKind;
  KindId is_a = kNoKind;            // parent, or kNoKind
  std::string name;                 // "risk"
  std::string plural;               // "risks": YAML list key, folder name, page file name
  std::string label, plural_label;  // "Risk", "Risks"
  std::string prefix;               // "R": of generated and new ids
  std::vector<std::string>
      aliases;  // other words and prefixes that name it (normalized): "dep", "raid risk"
  std::vector<FieldId> fields;       // own and inherited, in display order
  std::vector<Status> statuses;      // first is the default of a record without one
  std::vector<FieldId> role_fields;  // by Role: kNoField where the kind has none
  bool is_work =
      false;  // has health and a place in a plan (task, milestone, dependency, release …)
  bool hygiene = true;     // generic hygiene rules (orphan, owner) apply
  std::string visibility;  // default label of its records: "internal" or another
  std::string doc;
};

struct LinkType {
  std::string name, inverse;         // depends_on, required_by
  std::string label, inverse_label;  // "Depends on", "Required by"
  bool acyclic = false;              // a cycle is an error (depends_on, part_of, supersedes)
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

  /// By name, plural, alias or prefix; the word is normalized first (text/words.h).
  KindId find_kind(std::string_view word) const;
  /// A kind that a heading names ("Risks (Might happen)", "RAID: Issues"): kNoKind if none or
  /// several.
  KindId kind_of_heading(std::string_view heading) const;
  /// By the exact prefix of an id ("R" of "R-007"), case as written first, then ignoring case.
  KindId find_prefix(std::string_view prefix) const;
  /// A field of `kind` by name, label or synonym.
  FieldId find_field(KindId kind, std::string_view word) const;
  FieldId field_of(KindId kind, Role role) const {
    return kinds[static_cast<uint16_t>(kind)].role_fields[static_cast<size_t>(role)];
  }
  StatusId find_status(KindId kind, std::string_view word) const;
  LinkTypeId find_link_type(std::string_view name) const;
  /// True if `kind` is `ancestor` or is_a leads to it.
  bool is(KindId kind, KindId ancestor) const;

  struct Index;  // lookup tables, defined in kinds.cpp
  std::shared_ptr<const Index> index;
};

}  // namespace milepost
