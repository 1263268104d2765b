// What an audience may know of a program: the only value right of the audience wall.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "calendar/working_time.h"
#include "calendar/zone.h"
#include "diagnostics/rule.h"
#include "markup/base_url.h"
#include "markup/tape.h"
#include "redact/view_control.h"
#include "redact/view_readiness.h"
#include "redact/view_schedule.h"

namespace milepost {

// A View owns all its strings and includes nothing from left of the wall. Its numbers are dense and
// made from what is visible alone: no count, order or gap tells of what was left out.

enum class ViewRecordId : uint32_t {};
enum class ViewKindId : uint32_t {};
enum class ViewFieldId : uint32_t {};
enum class ViewPersonId : uint32_t {};
enum class ViewTeamId : uint32_t {};
enum class ViewPageId : uint32_t {};
enum class ViewAssetId : uint32_t {};
enum class ViewTapeId : uint32_t {};
inline constexpr ViewRecordId kNoViewRecord{0xFFFFFFFF};
inline constexpr ViewKindId kNoViewKind{0xFFFFFFFF};
inline constexpr ViewFieldId kNoViewField{0xFFFFFFFF};
inline constexpr ViewPersonId kNoViewPerson{0xFFFFFFFF};
inline constexpr ViewTeamId kNoViewTeam{0xFFFFFFFF};
inline constexpr ViewTapeId kNoViewTape{0xFFFFFFFF};

template <typename Id>
constexpr uint32_t number(Id id) {
  return static_cast<uint32_t>(id);
}

enum class ViewPhase : uint8_t { waiting, doing, done, dropped };
enum class ViewHealth : uint8_t {
  none,
  not_started,
  on_track,
  at_risk,
  off_track,
  blocked,
  complete
};

/// The roles of fields that pages ask for; all others are `other`.
enum class ViewRole : uint8_t {
  other,
  summary,
  start,
  started,
  due,
  finished,
  raised,
  decided,
  estimate,
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
  provider,
  consumer,
  options,
  recommendation,
  decision_needed_by,
  escalated_to,
  raised_by,
  resolution,
  rationale,
  alternatives,
  context,
  consequences,
  acceptance,
  tags,
  notes,
  period,
  held,
  category,
  type,
  baseline,
  interest,
  influence,
  strategy,
};
inline constexpr size_t kViewRoles = static_cast<size_t>(ViewRole::strategy) + 1;
/// `other` for a name that is not in the list.
ViewRole view_role(std::string_view name);

// --- values
// ----------------------------------------------------------------------------------------

struct ViewDate {
  DateValue date;
  Date point;  // what a coarse date means: its first or its last working day
  std::optional<DateValue> moved_from;
};

/// A date given by another record ("M-GA - 5d"); `text` has the words.
struct ViewWhen {
  ViewRecordId anchor = kNoViewRecord;
  std::optional<Date> point;
};

struct ViewLevel {
  uint8_t level = 0;  // 1 very low .. 5 critical; `text` is the comment after it
};

struct ViewNumber {
  double value = 0;
  bool percent = false;
};

struct ViewMoney {
  std::string currency;
  int64_t hundredths = 0;
};

/// A canonical word of the field's vocabulary, or the key of a role; `text` is its label.
struct ViewWord {
  std::string word;
};

/// A reported health; `text` is what was said about it.
struct ViewHealthWord {
  ViewHealth health = ViewHealth::none;
};

/// Who a field names; `text` is how the name reads.
struct ViewParty {
  ViewPersonId person = kNoViewPerson;
  ViewTeamId team = kNoViewTeam;
};

enum class ViewTargetKind : uint8_t { none, record, page, asset, external, heading };

/// What a link leads to. `index` is a ViewRecordId, ViewPageId, ViewAssetId, or for `heading` (an
/// anchor of the same tape) its node. `fragment` is without `#`; of an external target it is the
/// whole address as written, not yet safe.
struct ViewTarget {
  ViewTargetKind kind = ViewTargetKind::none;  // none: shown as text
  uint32_t index = 0;
  std::string fragment;
};

/// How a link is meant, beside what it leads to.
struct ViewLinkDetail {
  ViewRelation relation = ViewRelation::finish_start;  // of depends_on
  bool tentative = false;                              // `T-3?`
  std::optional<Duration> lag;                         // of depends_on; negative: a lead
  std::optional<Estimate> delay;                       // of threatens

  bool empty() const {
    return relation == ViewRelation::finish_start && !tentative && !lag && !delay;
  }
};

/// A link a field holds; `text` is what to show if it leads nowhere.
struct ViewReference {
  ViewTarget target;
  ViewLinkDetail detail;
};

struct ViewMarkdown {
  ViewTapeId tape = kNoViewTape;
  TapeSlice slice;
};

struct ViewUrl {};  // `text` is an address as written: not yet safe

struct ViewField;
struct ViewObject {
  std::vector<ViewField> fields;
};

/// monostate: `text` is all there is (as written, or a duration in its shortest spelling).
struct ViewValue {
  std::string text;
  std::variant<std::monostate, ViewDate, ViewWhen, DateTime, ViewLevel, ViewNumber, bool, ViewMoney,
               ViewWord, ViewHealthWord, ViewParty, ViewReference, ViewMarkdown, ViewUrl,
               ViewObject>
      data;
};

/// A field that a record has: exactly one value unless the field is a list.
struct ViewField {
  ViewFieldId field = kNoViewField;
  std::vector<ViewValue> values;
};

// --- kinds
// -----------------------------------------------------------------------------------------

struct ViewFieldInfo {
  std::string name;   // "needed_by"
  std::string label;  // "Needed by"
  std::string type;   // "date", as docs and the schema call it
  std::string doc;
  ViewRole role = ViewRole::other;
  bool list = false;  // several values; one an entry of a keyed object
  bool markdown = false;
};

struct ViewStatus {
  std::string name, label;
  ViewPhase phase = ViewPhase::waiting;
};

struct ViewKind {
  std::string name, plural;         // "risk", "risks"
  std::string label, plural_label;  // "Risk", "Risks"
  std::vector<std::string> family;  // itself and the kinds it is_a, nearest first
  std::vector<ViewFieldId> fields;  // in display order
  std::vector<ViewStatus> statuses;
  bool is_work = false;
  std::string doc;

  bool is(std::string_view ancestor) const;
};

struct ViewLinkType {
  std::string name, inverse;
  std::string label, inverse_label;
};

// --- records
// ---------------------------------------------------------------------------------------

struct ViewSource {
  uint32_t file = 0;  // into View::files
  uint32_t line = 0;  // 1-based; 0: sources are not told to this audience
};

struct ViewCheck {
  bool checked = false;
  bool advisory = false;
  std::string group;  // the heading above it
  std::string key;    // unique in the record
  std::string text;   // without mark-up and attributes
  ViewWho owner;
  std::optional<Date> due;
};

struct ViewUnknownField {
  std::string key, text;
  bool in_body = false;  // a section of the body, which is shown there
};

/// Dates as points and levels as numbers, as analyze/ worked them out.
struct ViewFacts {
  std::optional<Date> start, started, due, finished, raised, decided, held, needed_by, promised,
      next_review, last_reviewed, decision_needed_by;
  std::optional<DateTime> raised_at, respond_by;
  bool responded = false;
  uint8_t likelihood = 0, impact = 0, severity = 0;  // 1..5, 0: not given
  uint8_t score = 0;                                 // 1..25, 0: none
  uint8_t band = 0;                                  // 1 low .. 4 very high, 0: none
  uint8_t priority = 255;                            // 0..3, 255: none
};

struct ViewRecord {
  ViewKindId kind = kNoViewKind;
  std::string id, short_id, title;
  std::vector<std::string> aliases;
  uint32_t status = 0xFFFFFFFF;  // into ViewKind::statuses; else none, or a word of its own
  std::string status_text;       // an unknown status as written, or the comment after a known one
  ViewPhase phase = ViewPhase::waiting;
  ViewHealth health = ViewHealth::none;  // as reported
  std::string health_because;
  std::optional<Date> health_until;
  std::vector<ViewParty> owners;         // the first is accountable
  std::vector<std::string> owner_names;  // as long as `owners`: how each reads
  ViewTeamId team = kNoViewTeam;
  ViewFacts facts;
  std::vector<ViewField> fields;  // but for those above
  std::vector<ViewUnknownField> unknown;
  std::vector<ViewCheck> checks;
  ViewMarkdown body;
  std::vector<TapeSlice> body_cuts;  // sorted runs inside the body that are not shown
  std::string visibility;            // its label
  ViewSource source;

  bool is_open() const { return phase == ViewPhase::waiting || phase == ViewPhase::doing; }
};

struct ViewLink {
  ViewRecordId from = kNoViewRecord, to = kNoViewRecord;
  uint32_t type = 0;     // into View::link_types
  bool mention = false;  // in prose
  ViewLinkDetail detail;
  ViewSource source;
};

struct ViewPerson {
  std::string key, name, role, email;
  ViewTeamId team = kNoViewTeam;
};

struct ViewTeam {
  std::string key, name;
  ViewPersonId lead = kNoViewPerson;
};

/// A role of the program ("sponsor") and who holds it.
struct ViewProgramRole {
  std::string name;  // as it reads in a sentence: "tech lead"
  std::vector<ViewPersonId> people;
};

struct ViewPage {
  std::string path;  // of its source: "docs/setup.md"
  std::string title;
  ViewTapeId tape = kNoViewTape;
  std::string visibility;
};

/// A file that a visible page refers to.
struct ViewAsset {
  std::string path;
  bool copied = true;  // false: of a sort that may hold active content; it is not published
};

/// A link or image node of a tape (length 0), or a mention inside a text node.
struct ViewTapeReference {
  uint32_t node = 0, offset = 0, length = 0;
  ViewTarget target;
};

struct ViewDays {
  int64_t days = 0;
};
using ViewArgument = std::variant<ViewRecordId, ViewPersonId, Date, ViewDays, int64_t, std::string>;

struct ViewFinding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::warning;
  std::vector<ViewRecordId> subjects;
  std::vector<ViewArgument> arguments;
  ViewSource source;
};

/// How the program rates risks: its settings, which tell nothing of any record.
struct ViewRiskScale {
  // The scores of 25 from which a risk is of the band; below `medium` it is low.
  int medium = 5, high = 12, very_high = 16;
  // Calendar days from one review to the next; the last one of issues.
  int review_high_days = 7, review_medium_days = 14, review_low_days = 30, review_issue_days = 7;
};

/// Something wrong in the files (`check` calls it a diagnostic), of the plain build only. `words`
/// is its message, if that quotes only a value that is shown; else empty, and its rule's summary is
/// all that is told.
struct ViewProblem {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::warning;
  ViewSource source;
  std::string words;
};

/// A step of an escalation path.
struct ViewPathStep {
  std::string role;             // as it reads in a sentence: "tech lead"; empty: people are named
  std::vector<ViewWho> people;  // who holds it; none: nobody does
};

/// How fast a blocker of a level is to be answered, and to whom it goes.
struct ViewEscalationLevel {
  std::optional<Duration> respond;  // what the program or its default says
  bool sprint = false;              // by the end of the sprint
  std::vector<ViewPathStep> path;
};

/// Where an open blocker stands on the path of its level (analyze/escalation_path.h).
struct ViewPathPlace {
  ViewRecordId record = kNoViewRecord;
  std::vector<bool> told;           // by step
  uint32_t next = 0;                // the step whose turn it is; the length of the path: none
  std::optional<DateTime> next_by;  // when it has to be told, if anything says so
  bool overdue = false;             // that time was before the as-of date
};

/// What is computed and may be told to the audience. What it is not told is not in the View at all;
/// these say whether to speak of it, and that it is missing rather than nothing.
struct ViewShows {
  bool verdict = true;        // of the program, of releases and what else has gates
  bool health = true;         // as the facts say, beside what is reported
  bool scores = true;         // of risks, and their bands
  bool probabilities = true;  // of the forecast, and its ranges
  bool metrics = true;        // figures that are counted from records
  bool findings = true;
};

/// A section of a stakeholder's page (docs/status.md).
struct ViewStatusSection {
  std::string name;                     // of a block: "milestones"; empty: one of the program's own
  std::string title;                    // its heading; empty: that of the block
  std::string text;                     // of its own: words
  ViewRecordId record = kNoViewRecord;  // of its own: what `field` of a record says
  std::string field;
  ViewKindId kind = kNoViewKind;  // of its own: the open records of a kind
  uint32_t most = 0;              // rows at most; 0: as many as the block has by default
};

struct View;

/// A stakeholder who has a page of his own.
struct ViewStatusPage {
  std::string key;      // "executives"
  std::string title;    // "Executives"
  std::string cadence;  // "weekly", as written; empty: not said
  std::vector<ViewStatusSection> sections;
  /// What he may know, if that is less than this View; the page is made of it alone, and it is the
  /// only page that it has. Null: the page is made of this View.
  std::shared_ptr<View> seen;
};

/// One version of a program: what its folder in the site is called, and the moment it is of.
struct ViewEdition {
  std::string label;  // of its folder: "2026-05-26", "v1.0", "latest"; empty: a site of one version
  std::string title;  // what stands beside its date: "plan-of-record"; empty: its date says all
  Date date;          // its as-of date
  std::string revision;  // of git, in full; empty: not told to this audience, or of no git
};

struct ViewProgram {
  std::string title, id, description;
  ViewEdition edition;
  Date as_of;
  std::optional<Date> start;  // as program.yaml says it
  Zone zone;
  std::string language = "en";
  std::optional<BaseUrl> base_url;  // where the site is served
  bool robots = false;              // search engines may list it
  std::string edit_url;             // has `{path}`
  std::string audience;             // empty: a plain build
  bool insider = true;              // a plain build or the program office: sources are told, too
  ViewShows shows;
  std::string version;  // of Milepost
  ViewRecordId target = kNoViewRecord;
  ViewHealth reported = ViewHealth::none;  // by the newest status report
  ViewRecordId newest_report = kNoViewRecord;
  ViewRiskScale risk_scale;
  int decision_days = 10;  // working days from request to decision that the program aims at
  std::array<ViewEscalationLevel, 4> escalation;  // P0 to P3
};

// --- the whole
// -------------------------------------------------------------------------------------

struct View {
  ViewProgram program;
  WorkingTime working_time;
  std::vector<DateRange> freezes;  // as the program's calendar has them
  ViewSchedule schedule;
  std::vector<ViewReadiness> readiness;    // in the order of the records
  std::vector<ViewChange> changes;         // likewise
  std::vector<ViewIncident> incidents;     // likewise
  std::vector<ViewPathPlace> path_places;  // of open blockers with a path, by record
  std::vector<std::string> files;          // paths of visible sources
  std::vector<ViewFieldInfo> fields;       // by ViewFieldId
  std::vector<ViewKind> kinds;
  std::vector<ViewLinkType> link_types;
  std::vector<ViewStatusPage> status_pages;  // in the order of program.yaml
  std::vector<ViewRecord> records;           // in source order
  std::vector<ViewLink> links;               // sorted by from, type, to
  std::vector<uint32_t> links_out;           // offsets into `links`, records + 1
  std::vector<uint32_t> incoming;            // link numbers sorted by to, type, from
  std::vector<uint32_t> links_in;            // offsets into `incoming`, records + 1
  std::vector<ViewPerson> people;
  std::vector<ViewTeam> teams;
  std::vector<ViewProgramRole> roles;  // in the program's order; those that somebody visible holds
  std::vector<ViewPage> pages;
  std::vector<ViewAsset> assets;
  std::vector<Tape> tapes;
  std::vector<std::vector<ViewTapeReference>> references;  // by tape, sorted by node, offset
  std::vector<ViewFinding> findings;                       // the worst first, then by source
  std::vector<ViewProblem> problems;                       // likewise

  // Made in view.cpp: every source that has one would compile them anew.
  View();
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  const ViewRecord& record(ViewRecordId id) const { return records[number(id)]; }
  const ViewKind& kind(ViewKindId id) const { return kinds[number(id)]; }
  const ViewKind& kind_of(const ViewRecord& record) const { return kind(record.kind); }
  const ViewFieldInfo& field(ViewFieldId id) const { return fields[number(id)]; }
  const ViewPerson& person(ViewPersonId id) const { return people[number(id)]; }
  const ViewTeam& team(ViewTeamId id) const { return teams[number(id)]; }
  const Tape& tape(ViewTapeId id) const { return tapes[number(id)]; }

  /// Null if nothing is to be decided about the record. Logarithmic.
  const ViewReadiness* readiness_of(ViewRecordId id) const;
  /// Null if it is no change request, no incident. Logarithmic.
  const ViewChange* change_of(ViewRecordId id) const;
  const ViewIncident* incident_of(ViewRecordId id) const;
  /// Null if the record is no open blocker with a path. Logarithmic.
  const ViewPathPlace* path_place_of(ViewRecordId id) const;
  /// By the name of the field ("mitigation"); null if the record or object has none. Linear in its
  /// fields.
  const ViewField* find_field(const ViewRecord& record, std::string_view name) const;
  const ViewField* find_field(const ViewObject& object, std::string_view name) const;

  std::span<const ViewLink> outgoing(ViewRecordId id) const;
  std::span<const uint32_t> incoming_links(ViewRecordId id) const;  // numbers into `links`
  /// Fills links_out, incoming and links_in from `links`, which it sorts.
  void index_links();
};

}  // namespace milepost
