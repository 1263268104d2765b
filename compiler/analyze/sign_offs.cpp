// Reads the sign-offs of a release, from its own list, its tables and records kept elsewhere.
#include "analyze/sign_offs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "analyze/canonical.h"
#include "analyze/covers.h"
#include "analyze/sign_off_words.h"
#include "analyze/signers.h"
#include "calendar/when.h"
#include "text/words.h"

namespace milepost {
namespace {

/// The parts of a sign-off by name, wherever it is written.
struct Parts {
  const std::vector<FieldValue>* fields = nullptr;
  const Kinds* kinds = nullptr;

  const FieldValue* find(std::string_view name) const {
    for (const FieldValue& field : *fields) {
      if (kinds->field(field.field).name == name) return &field;
    }
    return nullptr;
  }
  const Value* value(std::string_view name) const {
    const FieldValue* field = find(name);
    return field == nullptr || field->values.empty() ? nullptr : &field->values.front();
  }
  std::string_view text(std::string_view name) const {
    const Value* found = value(name);
    return found == nullptr ? std::string_view() : found->text;
  }
  bool says(std::string_view name, bool otherwise) const {
    const Value* found = value(name);
    const bool* said = found == nullptr ? nullptr : std::get_if<bool>(&found->data);
    return said == nullptr ? otherwise : *said;
  }
};

struct Entry {
  SignOff sign_off;
  SignOffWord word = SignOffWord::none;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void find_differences(CoveredField& covered) {
  const bool list = covered.was.find('\n') != std::string::npos ||
                    covered.now.find('\n') != std::string::npos || covered.field == "items";
  if (!list || !covered.changed || !covered.was_kept) return;
  const std::vector<std::string> was = lines_of(covered.was);
  const std::vector<std::string> now = lines_of(covered.now);
  std::set_difference(now.begin(), now.end(), was.begin(), was.end(),
                      std::back_inserter(covered.added));
  std::set_difference(was.begin(), was.end(), now.begin(), now.end(),
                      std::back_inserter(covered.removed));
}

class SignOffReader {
 public:
  SignOffReader(const Program& program, const Analysis& analysis, const SigningRoles& roles,
                CoveredRecords& covered, CoveredRecords* sealed, const Whole& whole,
                const ReadinessMask& mask, Readiness& readiness)
      : program_(program),
        analysis_(analysis),
        roles_(roles),
        covered_(covered),
        sealed_(sealed),
        whole_(whole),
        mask_(mask),
        readiness_(readiness) {}

  void read() {
    read_own();
    read_kept_elsewhere();
    add_required_roles();
    choose();
  }

 private:
  void read_own() {
    const Record& release = program_.record(readiness_.record);
    const FieldId field = program_.kinds().field_of(release.kind, Role::signoffs);
    const FieldValue* list = field == kNoField ? nullptr : release.find(field);
    if (list == nullptr) return;
    for (const Value& value : list->values) {
      const Object* object = std::get_if<Object>(&value.data);
      if (object != nullptr) add({&object->fields, &program_.kinds()}, value.span, kNoRecord);
    }
  }

  void read_kept_elsewhere() {
    const KindId kind = program_.kinds().find_kind("sign_off");
    if (kind == kNoKind) return;
    for (const uint32_t number : program_.incoming_links(readiness_.record)) {
      const RecordIndex from = program_.links[number].from;
      const Record& record = program_.record(from);
      if (!program_.kinds().is(record.kind, kind) || !mask_.shows(from)) continue;
      if (analysis_.of(from).phase == Phase::dropped || !is_for_this(record)) continue;
      add({&record.fields, &program_.kinds()}, record.span, from);
    }
  }

  // Other links of a sign-off may lead to the release, too.
  bool is_for_this(const Record& record) const {
    const FieldId field = program_.kinds().find_field(record.kind, "release");
    const Value* value = field == kNoField ? nullptr : record.value(field);
    return value != nullptr && program_.record_of(*value) == readiness_.record;
  }

  void add(const Parts& parts, Span place, RecordIndex kept_in) {
    Entry entry;
    SignOff& sign_off = entry.sign_off;
    sign_off.kept_in = kept_in;
    sign_off.place = place;
    std::string_view role = parts.text("role");
    if (role.empty() && kept_in != kNoRecord) role = program_.record(kept_in).title;
    const SigningRole signing = roles_.find(role);
    sign_off.role = signing.key;
    sign_off.role_label = signing.label;
    read_signer(parts, sign_off);
    sign_off.on = day_of(parts.value("on"));
    sign_off.via = std::string(parts.text("via"));
    sign_off.due = day_of(parts.value("due"));
    sign_off.required = parts.says("required", !parts.says("advisory", false));
    read_notes(parts, sign_off);
    read_word(parts, entry);
    if (kept_in != kNoRecord) sign_off.place = program_.record(kept_in).span;
    if (entry.word != SignOffWord::none && entry.word != SignOffWord::pending) {
      read_covers(parts, sign_off);
      sign_off.fault = fault_of(signing, sign_off);
    }
    sign_off.state = state_of(entry);
    entries_.push_back(std::move(entry));
  }

  void read_signer(const Parts& parts, SignOff& sign_off) const {
    const Value* by = parts.value("by");
    if (by == nullptr) return;
    sign_off.by_text = canonical_words(by->text);
    const auto found = program_.party_of.find(by);
    if (found != program_.party_of.end() && found->second.kind == Party::Kind::person) {
      sign_off.by = found->second.person;
    }
  }

  static void read_notes(const Parts& parts, SignOff& sign_off) {
    for (const std::string_view name : {"conditions", "notes"}) {
      const FieldValue* field = parts.find(name);
      if (field == nullptr) continue;
      for (const Value& value : field->values) {
        if (!sign_off.notes.empty()) sign_off.notes += "; ";
        sign_off.notes += canonical_words(value.text);
      }
    }
  }

  // A name and a day without a word are a signature.
  void read_word(const Parts& parts, Entry& entry) const {
    const std::string_view text = parts.text("decision");
    entry.word = sign_off_word(program_.kinds(), text);
    if (text.empty() && entry.sign_off.on && !entry.sign_off.by_text.empty()) {
      entry.word = SignOffWord::go;
    }
    // Conditions make a condition of a yes.
    if (entry.word == SignOffWord::go && parts.find("conditions") != nullptr) {
      entry.word = SignOffWord::conditional;
    }
    ReadyVerdict& decision = entry.sign_off.decision;
    if (entry.word == SignOffWord::go) decision = ReadyVerdict::go;
    if (entry.word == SignOffWord::conditional) decision = ReadyVerdict::conditional_go;
    if (entry.word == SignOffWord::no_go) decision = ReadyVerdict::no_go;
    const bool unread = entry.word == SignOffWord::none && !text.empty();
    if (unread && entry.sign_off.notes.empty()) entry.sign_off.notes = canonical_words(text);
  }

  void read_covers(const Parts& parts, SignOff& sign_off) {
    const FieldValue* list = parts.find("covers");
    if (list == nullptr) return;
    for (const Value& value : list->values) {
      const Object* object = std::get_if<Object>(&value.data);
      if (object != nullptr) read_cover({&object->fields, &program_.kinds()}, value, sign_off);
    }
  }

  void read_cover(const Parts& parts, const Value& entry, SignOff& sign_off) {
    const Value* what = parts.value("what");
    if (what == nullptr) return;
    const CoverWords words = split_cover(what->text);
    const RecordIndex record = program_.record_of(*what);
    // What names nothing was reported.
    if (record == kNoRecord || !may_tell(record, words.field)) return;
    const std::optional<std::string> field = covered_field(program_, record, words.field);
    if (!field) return;
    CoveredField covered;
    covered.record = record;
    covered.field = *field;
    covered.place = join(what->span, entry.span);
    covered.hash = std::string(parts.text("hash"));
    const CoveredNow& now = covered_.now({record, *field});
    if (now.value.has_region && !mask_.labels.empty()) return;
    if (sealed_ != nullptr) {
      const RecordIndex sealed = whole_.of(record);
      if (sealed == kNoRecord || sealed_->now({sealed, *field}).hash != now.hash) return;
    }
    const Value* was = parts.value("value");
    if (was != nullptr) {
      covered.was = written_value(was->text);
      covered.hash_fits = seal_fits(covered.hash, *field, covered.was);
    } else {
      covered.was_kept = seal_fits(covered.hash, *field, "");
      covered.hash_fits = covered.hash.size() >= kSealDigits;
    }
    covered.changed = !same_seal(covered.hash, now.hash);
    if (covered.changed) covered.now = now.value.text.substr(0, kLongestKept);
    find_differences(covered);
    sign_off.covers.push_back(std::move(covered));
  }

  // A block of YAML keeps its line ends, a quoted one its folds.
  static std::string written_value(std::string_view text) {
    std::string value;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      const std::string line = canonical_words(text.substr(begin, end - begin));
      if (!line.empty()) {
        if (!value.empty()) value += '\n';
        value += line;
      }
      begin = end + 1;
    }
    return value;
  }

  // What this audience does not see decides nothing for it.
  bool may_tell(RecordIndex record, std::string_view word) {
    if (!mask_.shows(record)) return false;
    if (mask_.labels.empty()) return true;
    const Kinds& kinds = program_.kinds();
    const std::optional<std::string> name = covered_field(program_, record, word);
    if (name && *name == "items") return !covered_.hides_items(record, mask_);
    const FieldId field = kinds.find_field(program_.record(record).kind, word);
    return field == kNoField || mask_.shows(program_.label_of(field));
  }

  SignOffFault fault_of(const SigningRole& role, const SignOff& sign_off) const {
    for (const CoveredField& covered : sign_off.covers) {
      if (!covered.hash_fits) return SignOffFault::hash_mismatch;
    }
    const bool on_roster = sign_off.by != kNoPerson && program_.person(sign_off.by).on_roster;
    if (has_roster(program_) && !on_roster) return SignOffFault::not_on_roster;
    if (has_roles(program_) && !role.known) return SignOffFault::no_such_role;
    if (role.known && !holds(role, sign_off.by)) return SignOffFault::role_not_held;
    if (sign_off.on && *sign_off.on > analysis_.as_of) return SignOffFault::not_yet;
    return SignOffFault::none;
  }

  static SignOffState state_of(const Entry& entry) {
    const SignOff& sign_off = entry.sign_off;
    if (entry.word == SignOffWord::none || entry.word == SignOffWord::pending) {
      return SignOffState::not_signed;
    }
    if (sign_off.fault != SignOffFault::none) return SignOffState::invalid;
    if (entry.word == SignOffWord::no_go) return SignOffState::refused;
    for (const CoveredField& covered : sign_off.covers) {
      if (covered.changed) return SignOffState::stale;
    }
    if (entry.word == SignOffWord::conditional) return SignOffState::conditional;
    return sign_off.covers.empty() ? SignOffState::unsealed : SignOffState::current;
  }

  // `sign_offs: {roles: …}` of program.yaml, of what has not gone out yet.
  void add_required_roles() {
    const Phase phase = analysis_.of(readiness_.record).phase;
    if (phase == Phase::done || phase == Phase::dropped) return;
    for (const std::string& words : program_.set.settings.sign_offs.roles) {
      const SigningRole role = roles_.find(words);
      bool there = false;
      for (Entry& entry : entries_) {
        if (entry.sign_off.role != role.key) continue;
        entry.sign_off.required = true;
        there = true;
      }
      if (there) continue;
      Entry entry;
      entry.sign_off.role = role.key;
      entry.sign_off.role_label = role.label;
      if (!role.holders.empty()) entry.sign_off.by = role.holders.front();
      entry.sign_off.place = program_.record(readiness_.record).span;
      entries_.push_back(std::move(entry));
    }
  }

  // The newest of a role counts. What says nothing, or is of the future, comes before no other.
  void choose() {
    const auto rank = [&](uint32_t i) {
      const SignOff& sign_off = entries_[i].sign_off;
      const bool said = sign_off.state != SignOffState::not_signed;
      return std::tuple(said, sign_off.fault != SignOffFault::not_yet,
                        sign_off.on.value_or(kFirstDate), !sign_off.covers.empty(), i);
    };
    std::map<std::string, uint32_t> newest;
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      const auto [at, fresh] = newest.try_emplace(entries_[i].sign_off.role, i);
      if (!fresh && rank(i) > rank(at->second)) at->second = i;
    }
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      Entry& entry = entries_[i];
      if (newest[entry.sign_off.role] == i) {
        readiness_.sign_offs.push_back(std::move(entry.sign_off));
      } else if (entry.sign_off.state != SignOffState::not_signed) {
        readiness_.older_sign_offs.push_back(std::move(entry.sign_off));
      }
    }
    order();
  }

  // As program.yaml asks for them, then as they are written.
  void order() {
    std::map<std::string, size_t> asked;
    for (const std::string& words : program_.set.settings.sign_offs.roles) {
      asked.emplace(roles_.find(words).key, asked.size());
    }
    const auto place = [&](const SignOff& sign_off) {
      const auto found = asked.find(sign_off.role);
      return found == asked.end() ? asked.size() : found->second;
    };
    std::ranges::stable_sort(readiness_.sign_offs, {}, place);
  }

  std::optional<Date> day_of(const Value* value) const {
    return value == nullptr ? std::nullopt : day_of(*value, 0);
  }

  std::optional<Date> day_of(const Value& value, int depth) const {
    constexpr int kDeepest = 16;
    const WorkingTime& days = analysis_.time_of(readiness_.record);
    if (const DateField* date = std::get_if<DateField>(&value.data)) return days.as_due(date->date);
    const When* when = std::get_if<When>(&value.data);
    if (when == nullptr) return {};
    std::optional<Date> from;
    if (when->anchor == WhenAnchor::date) {
      from = days.as_due(when->date);
    } else {
      const auto found = program_.when_anchor.find(&value);
      if (found == program_.when_anchor.end() || found->second.date == nullptr) return {};
      if (depth < kDeepest) from = day_of(*found->second.date, depth + 1);
    }
    if (!from || !when->shift) return from;
    return days.shift(*from, *when->shift);
  }

  const Program& program_;
  const Analysis& analysis_;
  const SigningRoles& roles_;
  CoveredRecords& covered_;
  CoveredRecords* sealed_;  // of the whole; null: there is no other
  const Whole& whole_;
  const ReadinessMask& mask_;
  Readiness& readiness_;
  std::vector<Entry> entries_;
};

}  // namespace

struct SignOffs::Common {
  const Program& program;
  const Analysis& analysis;
  SigningRoles roles;
  CoveredRecords covered;
  const Whole& whole;
  std::optional<CoveredRecords> sealed;
};

SignOffs::SignOffs(const Program& program, const Analysis& analysis, const Whole& whole)
    : common_(new Common{program, analysis, SigningRoles(program),
                         CoveredRecords(program, analysis), whole, std::nullopt}) {
  if (whole.is_there()) common_->sealed.emplace(*whole.program, *whole.analysis);
}

SignOffs::~SignOffs() = default;

void SignOffs::read(const ReadinessMask& mask, Readiness& readiness) {
  CoveredRecords* sealed = common_->sealed ? &*common_->sealed : nullptr;
  SignOffReader(common_->program, common_->analysis, common_->roles, common_->covered, sealed,
                common_->whole, mask, readiness)
      .read();
}

}  // namespace milepost
