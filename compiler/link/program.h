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
inline constexpr RecordIndex kNoRecord{0xFFFFFFFF};
inline constexpr PersonIndex kNoPerson{0xFFFFFFFF};
inline constexpr TeamIndex kNoTeam{0xFFFFFFFF};

struct Person {
  std::string key;  // roster key, or a slug of the name
  std::string name;
  TeamIndex team = kNoTeam;
  std::string role, email;
  bool on_roster = false;  // in `people:`
  Span span;
};

struct Team {
  std::string key, name;
  PersonIndex lead = kNoPerson;
  bool on_roster = false;
};

/// Who a person field names. A role or team may stand in for a person ("Platform EM").
struct Party {
  enum class Kind : uint8_t { person, team, role, unknown } kind = Kind::unknown;
  uint32_t index = 0;  // PersonIndex, TeamIndex or index into Settings::roles
  PersonIndex person =
      kNoPerson;          // the person behind a role with one holder, or the detail in parentheses
  std::string_view text;  // as written
};

enum class DependencyType : uint8_t { finish_start, start_start, finish_finish, start_finish };

/// One typed relation, in its forward direction whatever end it was written at.
struct Link {
  RecordIndex from = kNoRecord;
  RecordIndex to = kNoRecord;
  LinkTypeId type = kNoLinkType;
  DependencyType dependency = DependencyType::finish_start;
  std::optional<Duration> lag;
  std::optional<Estimate> delay;
  Span span;                // where it was written
  bool from_prose = false;  // a mention in text, not a field
};

enum class TargetKind : uint8_t { none, record, page, asset, external, heading };

/// What a link, image or mention of a tape leads to. `fragment` is kept as written.
struct Target {
  TargetKind kind = TargetKind::none;  // none: nothing has it; shown as text
  uint32_t index = 0;
  std::string_view fragment;
};

/// A link/image node (length 0) or a mention inside a text node (offset, length in the node's
/// text). Sorted by node, then offset, per tape.
struct TapeReference {
  uint32_t node = 0;
  uint32_t offset = 0;
  uint32_t length = 0;
  Target target;
};

struct Asset {
  FileId file = kNoFile;
  bool used = false;
};

/// Immutable. Borrows the SourceSet; owns the RecordSet.
struct Program {
  RecordSet set;
  std::vector<Person> people;  // roster first as written, then others in order of first use
  std::vector<Team> teams;
  std::vector<Asset> assets;
  std::vector<Link> links;                             // sorted by from, type, to
  std::vector<uint32_t> links_out;                     // CSR offsets into `links`, records + 1
  std::vector<uint32_t> incoming;                      // link numbers sorted by to, type, from
  std::vector<uint32_t> links_in;                      // CSR offsets into `incoming`
  std::vector<std::vector<TapeReference>> references;  // by tape
  /// Parties of every person/team/role field, in the order of Record::fields and values.
  struct RecordParties {
    std::vector<Party> owners;  // of the owner role field; the first is accountable
    std::vector<std::pair<FieldId, Party>> others;
  };
  std::vector<RecordParties> parties;  // by record
  /// Resolution of every Reference value (also those inside objects): by the address of its Value.
  std::unordered_map<const Value*, RecordIndex> resolved;
  /// Resolution of the record anchor of `when` values, likewise.
  std::unordered_map<const Value*, RecordIndex> when_anchor;

  const Record& record(RecordIndex i) const { return set.records[static_cast<uint32_t>(i)]; }
  const Kinds& kinds() const { return *set.kinds; }
  std::span<const Link> outgoing(RecordIndex i) const;
  std::span<const uint32_t> incoming_links(RecordIndex i) const;  // numbers into `links`
  RecordIndex find(std::string_view id) const;                    // canonical id; O(1)

  std::unordered_map<std::string_view, RecordIndex> by_id;
};

}  // namespace milepost
