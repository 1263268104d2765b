// Compares a record with what it was.
#include "compare/field_changes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/list_changes.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

std::string status_words(const View& view, const ViewRecord& record) {
  const std::vector<ViewStatus>& statuses = view.kind_of(record).statuses;
  return record.status < statuses.size() ? statuses[record.status].label : record.status_text;
}

std::string status_name(const View& view, const ViewRecord& record) {
  const std::vector<ViewStatus>& statuses = view.kind_of(record).statuses;
  if (record.status < statuses.size()) return statuses[record.status].name;
  return "=" + plain_meaning(record.status_text);
}

std::string owner_key(const View& view, const ViewRecord& record, size_t i) {
  const std::string_view key = party_key(view, record.owners[i]);
  if (!key.empty()) return "@" + std::string(key);
  return ascii_lower(normalize_spaces(record.owner_names[i]));
}

// The first is accountable; the others are a set.
std::vector<std::string> owner_keys(const View& view, const ViewRecord& record) {
  std::vector<std::string> keys;
  for (size_t i = 0; i < record.owners.size(); ++i) keys.push_back(owner_key(view, record, i));
  if (keys.size() > 2) std::sort(keys.begin() + 1, keys.end());
  return keys;
}

std::string owner_words(const ViewRecord& record) {
  std::string text;
  for (const std::string& name : record.owner_names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string_view team_key(const View& view, const ViewRecord& record) {
  return record.team == kNoViewTeam ? std::string_view() : view.team(record.team).key;
}

// It follows from who owns the record.
bool has_owners_team(const View& view, const ViewRecord& record) {
  if (record.owners.empty()) return false;
  const ViewParty& owner = record.owners.front();
  if (owner.team != kNoViewTeam && owner.team == record.team) return true;
  return owner.person != kNoViewPerson && view.person(owner.person).team == record.team;
}

class RecordFields {
 public:
  RecordFields(const Meanings& meanings, const ChangeWords& words, ViewRecordId before,
               ViewRecordId after)
      : meanings_(meanings),
        words_(words),
        old_view_(meanings.before()),
        new_view_(meanings.after()),
        old_id_(before),
        new_id_(after),
        old_(old_view_.record(before)),
        new_(new_view_.record(after)) {}

  std::vector<FieldChange> find() {
    identity();
    state();
    people();
    fields();
    score();
    unknown_fields();
    checks();
    links();
    body();
    return std::move(out_);
  }

 private:
  FieldChange& add(std::string_view name, std::string label, std::string was, std::string now) {
    FieldChange change;
    change.name = name;
    change.label = std::move(label);
    if (was.empty() != now.empty()) {
      change.fate = was.empty() ? RecordFate::added : RecordFate::removed;
    }
    change.was = std::move(was);
    change.now = std::move(now);
    out_.push_back(std::move(change));
    return out_.back();
  }

  std::string label(std::string_view name) const {
    for (const auto& [view, record] :
         {std::pair(&new_view_, &new_), std::pair(&old_view_, &old_)}) {
      for (const ViewFieldId field : view->kind_of(*record).fields) {
        if (view->field(field).name == name) return view->field(field).label;
      }
    }
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    if (!text.empty()) text.front() = ascii_upper(text.front());
    return text;
  }

  void identity() {
    if (old_.id != new_.id) add("id", label("id"), old_.id, new_.id);
    const ViewKind& old_kind = old_view_.kind_of(old_);
    const ViewKind& new_kind = new_view_.kind_of(new_);
    if (old_kind.name != new_kind.name) add("kind", words_.kind, old_kind.label, new_kind.label);
    if (normalize_spaces(old_.title) != normalize_spaces(new_.title)) {
      add("title", label("title"), old_.title, new_.title).wording =
          plain_meaning(old_.title) == plain_meaning(new_.title);
    }
    if (old_.visibility != new_.visibility && old_view_.program.insider &&
        new_view_.program.insider) {
      add("visibility", label("visibility"), old_.visibility, new_.visibility);
    }
  }

  void state() {
    if (status_name(old_view_, old_) != status_name(new_view_, new_)) {
      add("status", label("status"), status_words(old_view_, old_), status_words(new_view_, new_));
    } else if (normalize_spaces(old_.status_text) != normalize_spaces(new_.status_text)) {
      prose("status", label("status"), old_.status_text.empty(), new_.status_text.empty()).wording =
          true;
    }
    if (old_.health != new_.health && has_own_health()) {
      add("health", label("health"), health_words(old_view_, old_.health),
          health_words(new_view_, new_.health));
    } else if (normalize_spaces(old_.health_because) != normalize_spaces(new_.health_because)) {
      prose("health", label("health"), old_.health_because.empty(), new_.health_because.empty())
          .wording = true;
    }
    // With another health comes another term, if any.
    if (old_.health_until != new_.health_until && old_.health == new_.health) {
      FieldChange& change = add("health_until", words_.health_until, day_words(old_view_, old_),
                                day_words(new_view_, new_));
      change.date = true;
      change.before = old_.health_until;
      change.after = new_.health_until;
      if (change.before && change.after) {
        change.days = working_days(meanings_, *change.before, *change.after);
      }
    }
  }

  // Without a word of its own it follows from the status, which is told.
  bool has_own_health() const {
    return status_name(old_view_, old_) == status_name(new_view_, new_) ||
           !old_.health_because.empty() || !new_.health_because.empty();
  }

  std::string health_words(const View& view, ViewHealth health) const {
    if (health == ViewHealth::none) return {};
    return words_.value(view, ViewValue{{}, ViewHealthWord{health}});
  }

  std::string day_words(const View& view, const ViewRecord& record) const {
    if (!record.health_until) return {};
    return words_.value(
        view, ViewValue{{}, ViewDate{day_value(*record.health_until), *record.health_until, {}}});
  }

  void people() {
    const bool owners = owner_keys(old_view_, old_) != owner_keys(new_view_, new_);
    if (owners) add("owner", label("owner"), owner_words(old_), owner_words(new_));
    if (team_key(old_view_, old_) == team_key(new_view_, new_)) return;
    if (has_owners_team(old_view_, old_) && has_owners_team(new_view_, new_)) return;
    if (owners && (has_owners_team(old_view_, old_) || has_owners_team(new_view_, new_))) return;
    const auto name = [](const View& view, const ViewRecord& record) {
      return record.team == kNoViewTeam ? std::string() : view.team(record.team).name;
    };
    add("team", label("team"), name(old_view_, old_), name(new_view_, new_));
  }

  const ViewField* old_field(const std::string& name) const {
    return old_view_.find_field(old_, name);
  }

  void fields() {
    std::vector<std::tuple<size_t, std::vector<FieldChange>>> found;
    const auto look_at = [&](const ViewField* before, const ViewField* after, size_t place) {
      std::vector<FieldChange> changes;
      add_value_changes(meanings_, words_, before, after, changes);
      if (!changes.empty()) found.emplace_back(place, std::move(changes));
    };
    const std::vector<ViewFieldId>& order = new_view_.kind_of(new_).fields;
    for (const ViewField& field : new_.fields) {
      const auto place = std::ranges::find(order, field.field) - order.begin();
      look_at(old_field(new_view_.field(field.field).name), &field, static_cast<size_t>(place));
    }
    for (const ViewField& field : old_.fields) {
      const std::string& name = old_view_.field(field.field).name;
      if (new_view_.find_field(new_, name) != nullptr || field.values.empty()) continue;
      const auto place = std::ranges::find_if(
          order, [&](ViewFieldId id) { return new_view_.field(id).name == name; });
      look_at(&field, nullptr, static_cast<size_t>(place - order.begin()));
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return std::get<0>(one); });
    for (auto& [place, changes] : found) {
      std::ranges::move(changes, std::back_inserter(out_));
    }
  }

  // It follows from likelihood and impact.
  void score() {
    const uint8_t before = old_.facts.score;
    const uint8_t after = new_.facts.score;
    if (before == after || before == 0 || after == 0) return;
    if (std::ranges::find(out_, "score", &FieldChange::name) != out_.end()) return;
    add("score", label("score"), std::to_string(before), std::to_string(after));
  }

  void unknown_fields() {
    if (old_.unknown.empty() && new_.unknown.empty()) return;
    using Known = std::map<std::string_view, const ViewUnknownField*>;
    const auto known = [](const ViewRecord& record) {
      Known fields;
      for (const ViewUnknownField& field : record.unknown) fields.emplace(field.key, &field);
      return fields;
    };
    const Known before = known(old_);
    const Known after = known(new_);
    std::vector<FieldChange> listed = std::exchange(out_, {});
    for (const ViewUnknownField& field : new_.unknown) {
      const auto at = before.find(field.key);
      unknown_field(at == before.end() ? nullptr : at->second, &field);
    }
    for (const ViewUnknownField& field : old_.unknown) {
      if (!after.contains(field.key)) unknown_field(&field, nullptr);
    }
    keep_most_told(out_, std::vector<size_t>(out_.size()), "fields", words_.fields);
    listed.swap(out_);
    std::ranges::move(listed, std::back_inserter(out_));
  }

  void unknown_field(const ViewUnknownField* before, const ViewUnknownField* after) {
    const ViewUnknownField& one = after != nullptr ? *after : *before;
    const std::string was = before == nullptr ? "" : normalize_spaces(before->text);
    const std::string now = after == nullptr ? "" : normalize_spaces(after->text);
    if (was == now && (before == nullptr) == (after == nullptr)) return;
    // A section is part of the text, which is compared below.
    if (one.in_body) return;
    std::string name = one.key;
    std::ranges::replace(name, '_', ' ');
    if (!name.empty()) name.front() = ascii_upper(name.front());
    add(one.key, std::move(name), was, now).wording = plain_meaning(was) == plain_meaning(now);
  }

  FieldChange& prose(std::string_view name, std::string label_words, bool none_before,
                     bool none_after) {
    FieldChange& change = add(name, std::move(label_words), {}, {});
    change.prose = true;
    if (none_before != none_after) {
      change.fate = none_before ? RecordFate::added : RecordFate::removed;
    }
    return change;
  }

  static size_t checked(const ViewRecord& record) {
    return static_cast<size_t>(std::ranges::count(record.checks, true, &ViewCheck::checked));
  }

  // A box is told by its words: their number, and how many are ticked.
  void checks() {
    const auto keys = [](const ViewRecord& record, bool with_state) {
      std::vector<std::string> all;
      for (const ViewCheck& check : record.checks) {
        std::string key = plain_meaning(check.text);
        if (with_state) key += check.checked ? "+" : "-";
        all.push_back(std::move(key));
      }
      std::ranges::sort(all);
      return all;
    };
    if (old_.checks.empty() && new_.checks.empty()) return;
    if (keys(old_, true) == keys(new_, true)) return;
    const auto count = [](const ViewRecord& record) {
      if (record.checks.empty()) return std::string();
      return std::to_string(checked(record)) + "/" + std::to_string(record.checks.size());
    };
    FieldChange& change = add("checks", words_.checks, count(old_), count(new_));
    if (change.was != change.now) return;
    // Other boxes, as many ticked.
    change.was.clear();
    change.now.clear();
    change.prose = true;
    change.wording =
        keys(old_, false).size() == keys(new_, false).size() && checked(old_) == checked(new_);
  }

  struct OwnLink {
    std::string key, words;
  };

  // Links that no field on either side says: of tables and of the program's own ways to link.
  std::vector<OwnLink> own_links(const View& view, ViewRecordId id, bool before) const {
    std::vector<OwnLink> own;
    const auto says = [&](const ViewRecord& record, const std::string& name) {
      return view.find_field(record, name) != nullptr;
    };
    for (const ViewLink& link : view.outgoing(id)) {
      if (link.mention) continue;
      const ViewLinkType& type = view.link_types[link.type];
      const bool told = says(view.record(id), type.name) ||
                        (says(view.record(link.to), type.inverse) && type.name != "realized_as");
      if (told) continue;
      const ViewRecordId to = before ? meanings_.match().after(link.to) : link.to;
      std::string key = type.name + " ";
      key += to == kNoViewRecord ? "-" + view.record(link.to).id : std::to_string(number(to));
      own.push_back({std::move(key), type.label + " " + view.record(link.to).short_id});
    }
    // Who asks for help with it says so: that it is escalated happened to this record.
    for (const uint32_t index : view.incoming_links(id)) {
      const ViewLink& link = view.links[index];
      const ViewLinkType& type = view.link_types[link.type];
      if (link.mention || type.name != "escalates") continue;
      const ViewRecordId from = before ? meanings_.match().after(link.from) : link.from;
      std::string key = type.inverse + " ";
      key += from == kNoViewRecord ? "-" + view.record(link.from).id : std::to_string(number(from));
      own.push_back({std::move(key), type.inverse_label + " " + view.record(link.from).short_id});
    }
    std::ranges::sort(own, {}, &OwnLink::key);
    return own;
  }

  void links() {
    const std::vector<OwnLink> before = own_links(old_view_, old_id_, true);
    const std::vector<OwnLink> after = own_links(new_view_, new_id_, false);
    const auto without = [](const std::vector<OwnLink>& all, const std::vector<OwnLink>& others) {
      std::string text;
      for (const OwnLink& link : all) {
        if (std::ranges::binary_search(others, link.key, {}, &OwnLink::key)) continue;
        if (!text.empty()) text += ", ";
        text += link.words;
      }
      return text;
    };
    std::string was = without(before, after);
    std::string now = without(after, before);
    if (was.empty() && now.empty()) return;
    // Where fields took over what a table said, the fields tell it.
    const bool told = std::ranges::any_of(out_, [&](const FieldChange& change) {
      return std::ranges::any_of(new_view_.link_types, [&](const ViewLinkType& type) {
        return change.name == type.name || change.name == type.inverse;
      });
    });
    if (!told) add("links", words_.links, std::move(was), std::move(now));
  }

  bool has_same_body() const {
    if (old_.body.tape == kNoViewTape || new_.body.tape == kNoViewTape) {
      return old_.body.tape == new_.body.tape;
    }
    return old_.body_cuts.empty() && new_.body_cuts.empty() &&
           same_nodes(old_view_.tape(old_.body.tape), old_.body.slice,
                      new_view_.tape(new_.body.tape), new_.body.slice);
  }

  void body() {
    if (has_same_body()) return;
    const auto text = [](const View& view, const ViewRecord& record) {
      if (record.body.tape == kNoViewTape) return std::string();
      return shown_meaning(view.tape(record.body.tape), record.body.slice, record.body_cuts);
    };
    const std::string before = text(old_view_, old_);
    const std::string after = text(new_view_, new_);
    if (before == after) return;
    FieldChange& change = prose("body", words_.body, before.empty(), after.empty());
    change.wording = true;
  }

  const Meanings& meanings_;
  const ChangeWords& words_;
  const View& old_view_;
  const View& new_view_;
  ViewRecordId old_id_, new_id_;
  const ViewRecord& old_;
  const ViewRecord& new_;
  std::vector<FieldChange> out_;
};

}  // namespace

std::vector<FieldChange> field_changes(const Meanings& meanings, const ChangeWords& words,
                                       ViewRecordId before, ViewRecordId after) {
  return RecordFields(meanings, words, before, after).find();
}

}  // namespace milepost
