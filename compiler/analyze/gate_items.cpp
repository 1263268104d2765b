// Gathers the items of a record under its gates, then completes them from gates and templates.
#include "analyze/gate_items.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "analyze/gate_words.h"
#include "analyze/item_evidence.h"
#include "analyze/item_fields.h"
#include "analyze/item_report.h"
#include "analyze/visible_words.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// What the record says of a gate beside its heading.
struct GateUse {
  const GateTemplate* from = nullptr;
  bool asked = false;  // `gates:` names it: items of its template are items
  ItemOwner owner;
  std::vector<std::string> without;  // normalized
  Span place;
};

class GateReader {
 public:
  GateReader(const Program& program, const Analysis& analysis, const EvidenceFiles& evidence,
             const ReadinessMask& mask, Readiness& readiness)
      : program_(program),
        kinds_(program.kinds()),
        analysis_(analysis),
        evidence_(evidence),
        mask_(mask),
        out_(readiness),
        record_(program.record(readiness.record)) {}

  void read() {
    if (!mask_.shows(out_.record)) return;
    const RecordFacts& facts = analysis_.of(out_.record);
    target_ = out_.target ? out_.target : facts.due ? facts.due : facts.needed_by;
    for (const CheckItem& check : record_.checks) take_check(check);
    take_entries();
    take_gates();
    take_summary();
    add_template_items();
    for (uint32_t gate = 0; gate < out_.gates.size(); ++gate) complete(gate);
    for (GateItem& item : out_.items) complete(item);
    for (GateItem& item : out_.items) take_report(evidence_, item);
    settle();
  }

 private:
  // --- gates ------------------------------------------------------------------------------------

  uint32_t gate_of(std::string_view title) {
    const auto known = by_title_.find(std::string(title));
    if (known != by_title_.end()) return known->second;
    const GateTemplate* from = program_.set.settings.gates.gate(title);
    const std::string key = from != nullptr ? from->key : title.empty() ? "items" : slug(title);
    const auto [found, fresh] = by_gate_.emplace(key, static_cast<uint32_t>(out_.gates.size()));
    const uint32_t number = found->second;
    by_title_.emplace(title, number);
    if (!fresh) return number;
    Gate gate;
    gate.key = key;
    gate.title = title;
    if (title.empty()) {
      const FieldId items = kinds_.field_of(record_.kind, Role::acceptance);
      if (items != kNoField) gate.title = kinds_.field(items).label;
    }
    out_.gates.push_back(std::move(gate));
    uses_.push_back({from, false, {}, {}, {}});
    return number;
  }

  // One entry of `gates:`: for each name in it.
  void take_gates() {
    const FieldId field = kinds_.field_of(record_.kind, Role::gates);
    const auto own = std::find_if(record_.fields.begin(), record_.fields.end(),
                                  [&](const FieldValue& f) { return f.field == field; });
    if (field == kNoField || own == record_.fields.end()) return;
    for (const Value& value : own->values) {
      const Object* object = std::get_if<Object>(&value.data);
      if (object != nullptr) take_use(ItemFields(kinds_, object->fields), value.span);
    }
  }

  void take_use(const ItemFields& fields, Span place) {
    std::vector<uint32_t> gates;
    if (const FieldValue* names = fields.find("use")) {
      for (const Value& name : names->values) add_named(name, gates);
    }
    if (const FieldValue* items = fields.find("items")) {
      if (gates.empty()) gates.push_back(gate_of({}));
      for (const Value& item : items->values) take_entry(item, gates.front());
    }
    for (const uint32_t gate : gates) {
      GateUse& use = uses_[gate];
      use.asked = true;
      use.place = place;
      if (const ItemOwner owner = owner_of(program_, fields.value("owner")); !owner.empty())
        use.owner = owner;
      if (const Value* due = fields.value("due")) out_.gates[gate].due = analysis_.day(*due);
      const std::string_view condition = fields.text("if");
      if (!condition.empty()) out_.gates[gate].condition = condition;
      if (const FieldValue* without = fields.find("without")) {
        for (const Value& item : without->values) {
          use.without.push_back(normalize_label(item.text));
        }
      }
    }
  }

  void add_named(const Value& name, std::vector<uint32_t>& gates) {
    const GateLibrary& library = program_.set.settings.gates;
    if (const GateSet* set = library.gate(name.text) ? nullptr : library.set(name.text)) {
      for (const std::string& key : set->gates) {
        const GateTemplate* gate = library.gate(key);
        if (gate != nullptr) gates.push_back(gate_of(gate->title));
      }
      return;
    }
    const GateTemplate* gate = library.gate(name.text);
    gates.push_back(gate_of(gate != nullptr ? std::string_view(gate->title) : name.text));
  }

  // --- items ------------------------------------------------------------------------------------

  void take_check(const CheckItem& check) {
    if (check.text.empty()) return;  // a box that nobody has written anything beside
    GateItem item;
    item.label =
        check.region.empty() ? program_.label_of(out_.record) : program_.label(check.region);
    // Not even by the gap it leaves: what a gate asks for and nothing visible answers is open.
    if (!mask_.shows(item.label)) return;
    item.text = visible_words(program_, check, check.text, mask_);
    // A key is made of the words, so it must not tell more than they do.
    item.key = item.text == check.text ? std::string(check.key) : slug(item.text, kLongestKey);
    item.gate = gate_of(check.group);
    item.checked = check.checked;
    item.required = !check.advisory;
    item.place = check.span;
    fill(item, ItemFields(kinds_, check.attributes));
    item.notes = visible_words(program_, check, item.notes, mask_);
    add(std::move(item));
  }

  void take_entries() {
    const FieldId field = kinds_.field_of(record_.kind, Role::acceptance);
    if (field == kNoField) return;
    for (const FieldValue& value : record_.fields) {
      if (value.field != field) continue;
      for (const Value& entry : value.values) take_entry(entry, kNoItem);
    }
  }

  void take_entry(const Value& entry, uint32_t gate) {
    const Object* object = std::get_if<Object>(&entry.data);
    if (object == nullptr) return;
    const ItemFields fields(kinds_, object->fields);
    GateItem item;
    item.label = program_.label_of(out_.record);
    item.place = entry.span;
    std::string_view title = fields.text("gate");
    item.text = normalize_spaces(fields.text("item"));
    // `{gate: Testing, status: passed}` says of the whole gate that it is passed.
    if (item.text.empty()) item.text = std::exchange(title, {});
    if (item.text.empty()) return;
    item.gate = gate != kNoItem ? gate : gate_of(title);
    fill(item, fields);
    if (item.key.empty()) item.key = slug(item.text, kLongestKey);
    add(std::move(item));
  }

  // `READINESS SUMMARY: - Code: 🟢 …` is a word about a whole gate. It stands where nothing
  // else is said of that gate.
  void take_summary() {
    const FieldId field = kinds_.find_field(record_.kind, "readiness");
    if (field == kNoField || kinds_.field(field).type != ValueType::object) return;
    const FieldId decision = kinds_.find_field(record_.kind, "decision");
    const Value* said = decision == kNoField ? nullptr : record_.value(decision);
    const Choice* choice = said == nullptr ? nullptr : std::get_if<Choice>(&said->data);
    conditional_ =
        choice != nullptr && kinds_.field(decision).choices[choice->index].name == "conditional_go";
    for (const FieldValue& value : record_.fields) {
      if (value.field != field) continue;
      for (const Value& entry : value.values) {
        const Object* object = std::get_if<Object>(&entry.data);
        if (object != nullptr) take_area(ItemFields(kinds_, object->fields), entry.span);
      }
    }
  }

  void take_area(const ItemFields& fields, Span place) {
    const Value* status = fields.value("status");
    const HealthWord* health = status == nullptr ? nullptr : std::get_if<HealthWord>(&status->data);
    const std::string area = normalize_spaces(fields.text("area"));
    if (health == nullptr || area.empty()) return;
    const uint32_t gate = gate_of(area);
    const bool written = std::any_of(out_.items.begin(), out_.items.end(),
                                     [&](const GateItem& item) { return item.gate == gate; });
    if (written) return;
    GateItem item;
    item.key = slug(area, kLongestKey);
    item.text = area;
    item.gate = gate;
    item.label = program_.label_of(out_.record);
    item.place = place;
    item.checked = health->health == Health::on_track || health->health == Health::complete;
    // Red is no, unless the meeting made conditions of it.
    item.said_failed =
        !conditional_ && (health->health == Health::off_track || health->health == Health::blocked);
    item.notes = normalize_spaces(health->because.empty() ? fields.text("notes") : health->because);
    item.owner = analysis_.of(out_.record).owner;
    item.due = target_;
    add(std::move(item));
  }

  void take_status(GateItem& item, std::string_view status) const {
    if (status.empty()) return;
    if (iequals(trim(status), "true") || iequals(trim(status), "x")) {
      item.checked = true;
      return;
    }
    switch (kinds_.find_check(status)) {
      case CheckWord::passed:
        item.checked = true;
        break;
      case CheckWord::failed:
        item.said_failed = true;
        break;
      case CheckWord::not_applicable:
        item.applies = false;
        break;
      case CheckWord::none:
      case CheckWord::partial:
      case CheckWord::pending:
        break;
    }
  }

  void fill(GateItem& item, const ItemFields& fields) {
    if (const std::string_view id = fields.text("id"); !id.empty()) {
      item.key = slug(id, kLongestKey);
      named_.push_back(static_cast<uint32_t>(out_.items.size()));
    }
    take_status(item, fields.text("status"));
    set_owner(item, owner_of(program_, fields.value("owner")));
    if (const Value* due = fields.value("due")) item.due = analysis_.day(*due);
    if (const FieldValue* evidence = fields.find("evidence")) take_evidence(item, *evidence);
    item.expects = fields.text("expect");
    item.notes = normalize_spaces(fields.text("notes"));
    item.condition = fields.text("if");
    const auto flag = [&](std::string_view name) -> const bool* {
      const Value* value = fields.value(name);
      return value == nullptr ? nullptr : std::get_if<bool>(&value->data);
    };
    if (const bool* advisory = flag("advisory")) item.required = !*advisory;
    if (const bool* required = flag("required")) {
      item.required = *required;
      decided_.push_back(static_cast<uint32_t>(out_.items.size()));
    }
  }

  void add(GateItem item) {
    std::string key = item.key;
    uint32_t& last = last_[item.key];
    while (!by_key_.emplace(key, static_cast<uint32_t>(out_.items.size())).second) {
      last = last < 2 ? 2 : last + 1;
      key = item.key + "-" + std::to_string(last);
    }
    item.key = std::move(key);
    by_text_.emplace(normalize_label(item.text), static_cast<uint32_t>(out_.items.size()));
    out_.items.push_back(std::move(item));
  }

  // Of several the first that is not there is told, and all have to be there.
  void take_evidence(GateItem& item, const FieldValue& field) {
    std::optional<ItemEvidence> told;
    for (const Value& value : field.values) {
      ItemEvidence one = evidence_in(program_, analysis_, mask_, value);
      if (one.kind == EvidenceKind::none) continue;
      if (one.expected && (!item.expected || *item.expected < *one.expected)) {
        item.expected = one.expected;
      }
      if (!told || (one.proves() && (!told->proves() || (told->there && !one.there)))) {
        told = std::move(one);
      }
    }
    if (told) set_evidence(item, *told);
  }

  void set_evidence(GateItem& item, const ItemEvidence& one) const {
    item.evidence = one.kind;
    item.evidence_record = one.record;
    item.evidence_text = one.text;
    item.evidence_there = one.there;
    if (!item.expected) item.expected = one.expected;
  }

  // --- templates --------------------------------------------------------------------------------

  bool has_sign_offs() const {
    const FieldId field = kinds_.field_of(record_.kind, Role::signoffs);
    return field != kNoField && record_.value(field) != nullptr;
  }

  void add_template_items() {
    for (uint32_t gate = 0; gate < out_.gates.size(); ++gate) {
      const GateTemplate* from = uses_[gate].from;
      if (from == nullptr || !uses_[gate].asked) continue;
      const std::size_t written = out_.items.size();
      for (const GateItemTemplate& one : from->items) {
        if (GateItem* item = match(one, written)) {
          take_template(*item, one);
        } else if (!left_out(uses_[gate], one) && !(from->signed_off && has_sign_offs())) {
          add_from_template(gate, one);
        }
      }
    }
  }

  // An item of the record that is the one of the template: by its key or its words.
  GateItem* match(const GateItemTemplate& one, std::size_t written) {
    auto found = by_key_.find(one.key);
    if (found == by_key_.end() || found->second >= written) {
      found = by_text_.find(normalize_label(one.text));
      if (found == by_text_.end() || found->second >= written) return nullptr;
    }
    return &out_.items[found->second];
  }

  static bool left_out(const GateUse& use, const GateItemTemplate& one) {
    return std::any_of(use.without.begin(), use.without.end(), [&](const std::string& word) {
      return word == normalize_label(one.key) || word == normalize_label(one.text);
    });
  }

  // What the record does not say of the item itself.
  void take_template(GateItem& item, const GateItemTemplate& one) {
    const auto number = static_cast<uint32_t>(&item - out_.items.data());
    // What is one of the template goes by its key, unless the record gives it one.
    if (std::find(named_.begin(), named_.end(), number) == named_.end() &&
        by_key_.emplace(one.key, number).second) {
      by_key_.erase(item.key);
      item.key = one.key;
    }
    if (one.advisory && std::find(decided_.begin(), decided_.end(), number) == decided_.end()) {
      item.required = false;
    }
    // Who writes an item down means it.
    if (item.from_template) item.condition = one.condition;
    if (item.expects.empty()) item.expects = one.expect;
    if (item.notes.empty()) item.notes = one.notes;
    if (!has_owner(item)) {
      set_owner(item, owner_named(program_, one.owner, one.span.is_place()));
    }
    if (!item.due) item.due = template_day(program_, analysis_, out_.record, target_, one.due);
    if (item.evidence == EvidenceKind::none && !one.evidence.empty()) {
      set_evidence(item, evidence_named(program_, analysis_, mask_, one.evidence));
    }
  }

  void add_from_template(uint32_t gate, const GateItemTemplate& one) {
    GateItem item;
    item.key = one.key;
    item.text = one.text;
    item.gate = gate;
    item.required = !one.advisory;
    item.from_template = true;
    item.label = program_.label_of(out_.record);
    item.place = uses_[gate].place;
    add(std::move(item));
    take_template(out_.items.back(), one);
  }

  // --- the end ----------------------------------------------------------------------------------

  // What the template says of the gate and the record does not.
  void complete(uint32_t number) {
    Gate& gate = out_.gates[number];
    GateUse& use = uses_[number];
    if (use.from != nullptr && use.asked) {
      if (gate.condition.empty()) gate.condition = use.from->condition;
      if (use.owner.empty()) use.owner = owner_named(program_, use.from->owner, false);
      if (!gate.due) {
        gate.due = template_day(program_, analysis_, out_.record, target_, use.from->due);
      }
    }
    gate.owner = use.owner.person;
    gate.applies = condition_holds(program_, out_.record, gate.condition);
  }

  // What the gate says of all its items.
  void complete(GateItem& item) const {
    const Gate& gate = out_.gates[item.gate];
    if (!item.due) item.due = gate.due;
    if (!has_owner(item)) {
      set_owner(item, uses_[item.gate].owner);
    }
    // A milestone's few conditions are its owner's, if nobody else is named, and due with it.
    if (kinds_.field_of(record_.kind, Role::gates) == kNoField) {
      const RecordFacts& facts = analysis_.of(out_.record);
      if (!has_owner(item)) {
        item.owner = facts.owner;
        if (facts.owner == kNoPerson) item.team = facts.team;
      }
      if (!item.due) item.due = target_;
    }
    item.applies =
        item.applies && gate.applies && condition_holds(program_, out_.record, item.condition);
  }

  // Gate by gate, those without items left out.
  void settle() {
    std::vector<uint32_t> number(out_.gates.size(), kNoItem);
    std::vector<bool> used(out_.gates.size(), false);
    for (const GateItem& item : out_.items) used[item.gate] = true;
    std::vector<Gate> gates;
    for (std::size_t i = 0; i < out_.gates.size(); ++i) {
      if (!used[i]) continue;
      number[i] = static_cast<uint32_t>(gates.size());
      gates.push_back(std::move(out_.gates[i]));
    }
    out_.gates = std::move(gates);
    for (GateItem& item : out_.items) item.gate = number[item.gate];
    std::stable_sort(out_.items.begin(), out_.items.end(),
                     [](const GateItem& a, const GateItem& b) { return a.gate < b.gate; });
  }

  const Program& program_;
  const Kinds& kinds_;
  const Analysis& analysis_;
  const EvidenceFiles& evidence_;
  const ReadinessMask& mask_;
  Readiness& out_;
  const Record& record_;
  std::optional<Date> target_;
  bool conditional_ = false;       // the meeting said so
  std::vector<GateUse> uses_;      // by gate, until they are settled
  std::vector<uint32_t> named_;    // items that say `id:` themselves
  std::vector<uint32_t> decided_;  // items that say `required:` themselves
  std::unordered_map<std::string, uint32_t> by_title_, by_gate_, by_key_, by_text_;
  std::unordered_map<std::string, uint32_t> last_;  // number of a key that was taken
};

}  // namespace

void read_gates(const Program& program, const Analysis& analysis, const EvidenceFiles& evidence,
                const ReadinessMask& mask, Readiness& readiness) {
  GateReader(program, analysis, evidence, mask, readiness).read();
}

}  // namespace milepost
