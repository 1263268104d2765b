// What link/ gives: records with their relations resolved, people, teams, pages and assets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/duration.h"
#include "shape/record.h"
#include "text/span.h"

namespace milepost {

enum class RecordIndex : uint32_t {};  // index into RecordSet::records
enum class PersonIndex : uint32_t {};
enum class TeamIndex : uint32_t {};
enum class PageIndex : uint32_t {};  // index into RecordSet::pages
enum class AssetIndex : uint32_t {};
enum class LabelIndex : uint8_t {};  // index into Program::labels
inline constexpr RecordIndex kNoRecord{0xFFFFFFFF};
inline constexpr PersonIndex kNoPerson{0xFFFFFFFF};
inline constexpr TeamIndex kNoTeam{0xFFFFFFFF};
inline constexpr LabelIndex kPublicLabel{0}, kInternalLabel{1}, kRestrictedLabel{2};
inline constexpr LabelIndex kNoLabel{255};  // of a field: that of its record

struct Person {
  std::string key;  // roster key, or a slug of the name; unique
  std::string name;
  TeamIndex team = kNoTeam;
  std::string role, email;
  bool on_roster = false;  // in `people:`; then the index is that into Settings::people
  Span span;               // the roster entry, or where the name was first used
};

struct Team {
  std::string key, name;
  PersonIndex lead = kNoPerson;
  bool on_roster = false;  // in `teams:`; then the index is that into Settings::teams
  Span span;
};

/// Who a person field names. A role or team may stand in for a person ("Platform EM").
struct Party {
  enum class Kind : uint8_t { person, team, role, unknown } kind = Kind::unknown;
  uint32_t index = 0;              // PersonIndex, TeamIndex or index into Settings::roles
  PersonIndex person = kNoPerson;  // the person; of a role its first holder; else the one in
                                   // parentheses
  std::string_view text;           // as written
};

struct FieldParty {
  FieldId field = kNoField;
  const Value* value = nullptr;
  Party party;
};

enum class DependencyType : uint8_t { finish_start, start_start, finish_finish, start_finish };

/// Where a link was written, and who may know: readers of `label` if it stands in prose, else
/// those who may see the field.
struct LinkPlace {
  Span span;                          // of the reference; no place: the link was not written here
  FieldId field = kNoField;           // kNoField: in prose
  LabelIndex label = kInternalLabel;  // of the region or record that holds it
};

/// One typed relation, in its forward direction whatever end it was written at.
struct Link {
  RecordIndex from = kNoRecord;
  RecordIndex to = kNoRecord;
  LinkTypeId type = kNoLinkType;
  DependencyType dependency = DependencyType::finish_start;
  std::optional<Duration> lag;
  std::optional<Estimate> delay;
  LinkPlace at;             // where it was written: at its `from` end if there, in prose first
  LinkPlace also_at;        // the other end's own word for it, if it was written there too
  bool from_prose = false;  // a mention in text, not a field
  bool cut = false;         // closes a cycle (reported); what follows links leaves it out
};

/// One relation as it was written, before both ends are put together.
struct RawLink {
  RecordIndex from = kNoRecord, to = kNoRecord;
  LinkTypeId type = kNoLinkType;
  bool at_far_end = false;  // written at `to`, by the inverse name
  LinkPlace at;
  const Reference* reference = nullptr;  // with its dependency type, lag and delay; null in prose
};

enum class TargetKind : uint8_t { none, record, page, asset, external, heading };

/// What a link, image, reference or mention leads to. `index` is a RecordIndex, PageIndex or
/// AssetIndex, for `heading` (an anchor of the same tape) its node. `fragment` is an anchor that
/// is there, spelled as the target has it, without `#`.
struct Target {
  TargetKind kind = TargetKind::none;  // none: nothing has it (reported); shown as text
  uint32_t index = 0;
  std::string_view fragment;

  RecordIndex record() const { return kind == TargetKind::record ? RecordIndex{index} : kNoRecord; }
};

/// A link or image node or an `a` or `img` element (length 0: the whole node), or a mention inside
/// a text node (offset, length in the node's text). Sorted by node, then offset, per tape.
struct TapeReference {
  uint32_t node = 0;
  uint32_t offset = 0;
  uint32_t length = 0;
  Target target;
};

struct Asset {
  FileId file = kNoFile;
  bool used = false;      // something leads to it
  std::string path = {};  // in the program
};

/// The record that a date is counted from, and the value that is its date: the first it has of due,
/// promised, needed by, finished, held, start, decision needed by; nullptr if it has none.
struct CountsFrom {
  RecordIndex record = kNoRecord;
  const Value* date = nullptr;
};

/// Immutable. Borrows the SourceSet; owns the RecordSet. May be moved, not copied (`resolved` and
/// others know values by their address).
struct Program {
  RecordSet set;
  std::vector<Person> people;  // roster first as written, then others in order of first use
  std::vector<Team> teams;     // likewise
  std::vector<std::vector<PersonIndex>> role_people;   // by Settings::roles: who holds it
  std::vector<Asset> assets;                           // in file order
  std::vector<RawLink> raw_links;                      // sorted by from, type, to
  std::vector<Link> links;                             // sorted by from, type, to, dependency
  std::vector<uint32_t> links_out;                     // CSR offsets into `links`, records + 1
  std::vector<uint32_t> incoming;                      // link numbers sorted by to, type, from
  std::vector<uint32_t> links_in;                      // CSR offsets into `incoming`
  std::vector<std::vector<TapeReference>> references;  // by tape

  /// public, internal, restricted, then the program's own. An unknown label counts as restricted.
  std::vector<std::string> labels;
  std::vector<LabelIndex> record_labels;  // by record: its own, else its kind's, else internal
  std::vector<LabelIndex> page_labels;    // by page
  std::vector<LabelIndex> field_labels;   // by FieldId; kNoLabel: whoever sees the record sees it
  /// Of a region's text; restricted if there is no such label (reported).
  LabelIndex label(std::string_view name) const;

  /// Parties of every person, team and role field, those inside objects included, in the order of
  /// Record::fields and values.
  struct RecordParties {
    std::vector<Party> owners;  // of the owner role field; the first is accountable
    std::vector<FieldParty> others;
  };
  std::vector<RecordParties> parties;  // by record
  /// The same by the address of the Value.
  std::unordered_map<const Value*, Party> party_of;
  /// What every Reference value leads to (also those inside objects), by the address of its Value;
  /// absent if nothing. Likewise of `what` of a sign-off's `covers`: the record before the field.
  std::unordered_map<const Value*, Target> resolved;
  /// What a `when` value counts from, likewise; of the record itself for a word such as `start`
  /// that names a date of its own.
  std::unordered_map<const Value*, CountsFrom> when_anchor;
  RecordIndex target = kNoRecord;  // Settings::target

  // Made in program.cpp: every source that has one would compile them anew.
  Program();
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  const Record& record(RecordIndex i) const { return set.records[static_cast<uint32_t>(i)]; }
  const Kinds& kinds() const { return *set.kinds; }
  const Person& person(PersonIndex i) const { return people[static_cast<uint32_t>(i)]; }
  const Team& team(TeamIndex i) const { return teams[static_cast<uint32_t>(i)]; }
  LabelIndex label_of(RecordIndex i) const { return record_labels[static_cast<uint32_t>(i)]; }
  LabelIndex label_of(FieldId i) const { return field_labels[static_cast<size_t>(i)]; }
  std::span<const Link> outgoing(RecordIndex i) const;
  std::span<const uint32_t> incoming_links(RecordIndex i) const;  // numbers into `links`
  RecordIndex find(std::string_view id) const;                    // canonical id; O(1)
  /// The record a Reference value names, or kNoRecord. O(1).
  RecordIndex record_of(const Value& reference) const;

  std::unordered_map<std::string_view, RecordIndex> by_id;
};

}  // namespace milepost
