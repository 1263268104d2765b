// Compares the values of a field.
#include "compare/list_changes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace milepost {
namespace {

constexpr size_t kMostParts = 4;  // of an entry in one line

bool is_object(const ViewValue& value) {
  return std::holds_alternative<ViewObject>(value.data);
}
bool is_prose(const ViewValue& value) {
  return std::holds_alternative<ViewMarkdown>(value.data);
}

std::optional<Date> day_of(const ViewValue& value) {
  if (const auto* date = std::get_if<ViewDate>(&value.data)) return date->point;
  return std::nullopt;
}

RecordFate fate_of(bool before, bool after) {
  if (before && after) return RecordFate::changed;
  return after ? RecordFate::added : RecordFate::removed;
}

/// Where each of some keys stands; each place is given out once, the first one first.
class Places {
 public:
  void add(std::string key, size_t place) { places_[std::move(key)].all.push_back(place); }

  std::optional<size_t> take(const std::string& key) {
    const auto at = places_.find(key);
    if (at == places_.end() || at->second.taken == at->second.all.size()) return std::nullopt;
    return at->second.all[at->second.taken++];
  }

 private:
  struct OfKey {
    std::vector<size_t> all;
    size_t taken = 0;
  };
  // Not hashed: whoever wrote the keys could make them collide.
  std::map<std::string, OfKey> places_;
};

class ValueChanges {
 public:
  ValueChanges(const Meanings& meanings, const ChangeWords& words, std::vector<FieldChange>& out)
      : meanings_(meanings), words_(words), out_(out) {}

  // `name` and `label` are those of the objects around it.
  void field(const ViewField* before, const ViewField* after, const std::string& name,
             const std::string& label) {
    const View& view = after != nullptr ? meanings_.after() : meanings_.before();
    const ViewFieldInfo& info = view.field(after != nullptr ? after->field : before->field);
    std::vector<const ViewValue*> left = values_of(before);
    std::vector<const ViewValue*> joined = values_of(after);
    const std::string full_name = name.empty() ? info.name : name + "." + info.name;
    const std::string full_label = label.empty() ? info.label : label + ": " + info.label;
    const bool list = info.list || left.size() > 1 || joined.size() > 1;
    if (!list && left.size() == 1 && joined.size() == 1) {
      return one(info, *left[0], *joined[0], full_name, full_label);
    }
    leave_different(info, left, joined);
    if (left.empty() && joined.empty()) return;
    if (!info.list && (any(left, is_object) || any(joined, is_object))) {
      // All of it came or went at once: that is what is told.
      FieldChange change = named(full_name, full_label);
      change.fate = fate_of(before != nullptr, after != nullptr);
      change.prose = true;
      return out_.push_back(std::move(change));
    }
    if (any(left, is_object) || any(joined, is_object)) {
      return entries(info, left, joined, full_name, full_label);
    }
    FieldChange change = named(full_name, full_label);
    change.fate = fate_of(before != nullptr, after != nullptr);
    change.prose = any(left, is_prose) || any(joined, is_prose);
    change.wording =
        change.prose ? change.fate == RecordFate::changed : same_meanings(info, left, joined);
    if (!change.prose) {
      change.was = all(meanings_.before(), left);
      change.now = all(meanings_.after(), joined);
      add_days(change, left, joined);
    }
    out_.push_back(std::move(change));
  }

 private:
  using Values = std::vector<const ViewValue*>;

  static Values values_of(const ViewField* field) {
    Values values;
    if (field == nullptr) return values;
    values.reserve(field->values.size());
    for (const ViewValue& value : field->values) values.push_back(&value);
    return values;
  }

  static bool any(const Values& values, bool (*is)(const ViewValue&)) {
    return std::ranges::any_of(values, [&](const ViewValue* value) { return is(*value); });
  }

  static FieldChange named(const std::string& name, const std::string& label) {
    FieldChange change;
    change.name = name;
    change.label = label;
    return change;
  }

  void one(const ViewFieldInfo& info, const ViewValue& before, const ViewValue& after,
           const std::string& name, const std::string& label) {
    const auto* old_object = std::get_if<ViewObject>(&before.data);
    const auto* new_object = std::get_if<ViewObject>(&after.data);
    if (old_object != nullptr && new_object != nullptr) {
      return parts(*old_object, *new_object, name, label);
    }
    const Sameness sameness = meanings_.compare(info, before, after);
    if (sameness == Sameness::same) return;
    FieldChange change = named(name, label);
    change.prose = is_prose(before) || is_prose(after);
    change.wording = change.prose || sameness == Sameness::wording;
    if (!change.prose) {
      change.was = words(meanings_.before(), before);
      change.now = words(meanings_.after(), after);
      // What differs may not be on the page; that it was edited is no change.
      if (change.was == change.now || info.name == "updated") change.wording = true;
      add_days(change, {&before}, {&after});
    }
    out_.push_back(std::move(change));
  }

  void parts(const ViewObject& before, const ViewObject& after, const std::string& name,
             const std::string& label) {
    for (const ViewField& part : after.fields) {
      field(part_named(meanings_.before(), before, meanings_.after().field(part.field).name), &part,
            name, label);
    }
    for (const ViewField& part : before.fields) {
      const std::string& part_name = meanings_.before().field(part.field).name;
      if (part_named(meanings_.after(), after, part_name) == nullptr) {
        field(&part, nullptr, name, label);
      }
    }
  }

  static const ViewField* part_named(const View& view, const ViewObject& object,
                                     const std::string& name) {
    return view.find_field(object, name);
  }

  // Takes out what is on both sides, as often as it is.
  void leave_different(const ViewFieldInfo& info, Values& left, Values& joined) const {
    Places places;
    for (size_t i = 0; i < left.size(); ++i) {
      places.add(meanings_.of_before(info, *left[i], true), i);
    }
    std::vector<bool> gone(left.size(), false);
    std::erase_if(joined, [&](const ViewValue* value) {
      const std::optional<size_t> place = places.take(meanings_.of_after(info, *value, true));
      if (place) gone[*place] = true;
      return place.has_value();
    });
    size_t next = 0;
    std::erase_if(left, [&](const ViewValue*) { return gone[next++]; });
  }

  bool same_meanings(const ViewFieldInfo& info, const Values& left, const Values& joined) const {
    std::vector<std::string> old_ones;
    std::vector<std::string> new_ones;
    for (const ViewValue* value : left) {
      old_ones.push_back(meanings_.of_before(info, *value, false));
    }
    for (const ViewValue* value : joined) {
      new_ones.push_back(meanings_.of_after(info, *value, false));
    }
    std::ranges::sort(old_ones);
    std::ranges::sort(new_ones);
    return old_ones == new_ones;
  }

  // What an entry is called: its first value.
  static const ViewValue* first_of(const ViewValue& value) {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr || object->fields.empty()) return nullptr;
    return &object->fields.front().values.front();
  }

  std::string entry_key(bool before, const ViewValue& value) const {
    const ViewValue* first = first_of(value);
    if (first == nullptr) return {};
    const View& view = before ? meanings_.before() : meanings_.after();
    const ViewFieldInfo& info = view.field(std::get<ViewObject>(value.data).fields.front().field);
    return before ? meanings_.of_before(info, *first, false)
                  : meanings_.of_after(info, *first, false);
  }

  void entries(const ViewFieldInfo&, Values left, const Values& joined, const std::string& name,
               const std::string& label) {
    Places keys;
    for (size_t i = 0; i < left.size(); ++i) {
      std::string key = entry_key(true, *left[i]);
      if (!key.empty()) keys.add(std::move(key), i);
    }
    std::vector<FieldChange> others = std::exchange(out_, {});
    std::vector<size_t> places;  // of what is in out_
    for (size_t i = 0; i < joined.size(); ++i) {
      const ViewValue& value = *joined[i];
      const auto* now = std::get_if<ViewObject>(&value.data);
      const std::optional<size_t> former =
          now == nullptr ? std::nullopt : keys.take(entry_key(false, value));
      if (!former) {
        entry(nullptr, &value, name, label);
      } else {
        const std::string entry_words = words(meanings_.after(), *first_of(value));
        parts(std::get<ViewObject>(left[*former]->data), *now, name,
              entry_words.empty() ? label : label + ", " + entry_words);
        left[*former] = nullptr;
      }
      places.resize(out_.size(), former ? std::min(*former, i) : i);
    }
    for (size_t i = 0; i < left.size(); ++i) {
      if (left[i] != nullptr) entry(left[i], nullptr, name, label);
      places.resize(out_.size(), i);
    }
    keep_most_told(out_, places, name, label);
    others.swap(out_);
    std::ranges::move(others, std::back_inserter(out_));
  }

  void entry(const ViewValue* before, const ViewValue* after, const std::string& name,
             const std::string& label) {
    FieldChange change = named(name, label);
    change.fate = fate_of(before != nullptr, after != nullptr);
    if (before != nullptr) change.was = words(meanings_.before(), *before);
    if (after != nullptr) change.now = words(meanings_.after(), *after);
    change.prose = change.was.empty() && change.now.empty();
    out_.push_back(std::move(change));
  }

  std::string all(const View& view, const Values& values) const {
    std::string text;
    for (const ViewValue* value : values) {
      if (!text.empty()) text += ", ";
      text += words(view, *value);
    }
    return text;
  }

  // An entry in one line: what it says but for prose.
  std::string words(const View& view, const ViewValue& value) const {
    const auto* object = std::get_if<ViewObject>(&value.data);
    if (object == nullptr) return words_.value(view, value);
    std::string text;
    size_t told = 0;
    for (const ViewField& field : object->fields) {
      for (const ViewValue& part : field.values) {
        const std::string said = words(view, part);
        if (said.empty()) continue;
        if (++told > kMostParts) return text + ", …";
        if (!text.empty()) text += ", ";
        text += said;
      }
    }
    return text.empty() ? value.text : text;
  }

  void add_days(FieldChange& change, const Values& left, const Values& joined) const {
    if (left.size() > 1 || joined.size() > 1) return;
    if (!left.empty()) change.before = day_of(*left.front());
    if (!joined.empty()) change.after = day_of(*joined.front());
    change.date = (left.empty() || change.before) && (joined.empty() || change.after);
    if (change.before && change.after) {
      change.days = working_days(meanings_, *change.before, *change.after);
    }
  }

  const Meanings& meanings_;
  const ChangeWords& words_;
  std::vector<FieldChange>& out_;
};

}  // namespace

void keep_most_told(std::vector<FieldChange>& changes, std::span<const size_t> places,
                    const std::string& name, const std::string& label) {
  if (changes.size() <= kMostTold) return;
  // In an order that does not ask which of the two is the earlier.
  struct Rank {
    size_t place;
    std::string_view label, less, greater;
    size_t index;
  };
  std::vector<Rank> ranks;
  ranks.reserve(changes.size());
  for (size_t i = 0; i < changes.size(); ++i) {
    const auto [less, greater] = std::minmax(changes[i].was, changes[i].now);
    ranks.push_back({places[i], changes[i].label, less, greater, i});
  }
  const auto limit = ranks.begin() + static_cast<std::ptrdiff_t>(kMostTold);
  std::ranges::nth_element(ranks, limit, [](const Rank& a, const Rank& b) {
    return std::tie(a.place, a.label, a.less, a.greater, a.index) <
           std::tie(b.place, b.label, b.less, b.greater, b.index);
  });
  std::vector<bool> kept(changes.size(), false);
  std::for_each(ranks.begin(), limit, [&](const Rank& rank) { kept[rank.index] = true; });
  FieldChange rest;
  rest.name = name;
  rest.label = label;
  rest.prose = true;
  rest.wording = true;
  for (size_t i = 0; i < changes.size(); ++i) {
    if (kept[i]) continue;
    ++rest.more;
    rest.wording = rest.wording && changes[i].wording;
  }
  size_t next = 0;
  std::erase_if(changes, [&](const FieldChange&) { return !kept[next++]; });
  changes.push_back(std::move(rest));
}

void add_value_changes(const Meanings& meanings, const ChangeWords& words, const ViewField* before,
                       const ViewField* after, std::vector<FieldChange>& out) {
  ValueChanges(meanings, words, out).field(before, after, {}, {});
}

}  // namespace milepost
