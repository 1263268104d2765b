// Labels of then and now become labels of both.
#include "redact/now_labels.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

// Between the labels of then and now: no label can hold it.
constexpr char kAndNow = '\x01';
// A label that nobody has who does not see all.
constexpr std::string_view kNobody = "\x01";
constexpr size_t kMostLabels = 255;

void put(std::unordered_map<std::string, std::string>& labels, std::string key,
         const std::string& label) {
  const auto [at, is_new] = labels.emplace(std::move(key), label);
  if (!is_new && at->second != label) at->second = kNobody;
}

// Ids that differ in case or in zeros before the number are one: "CIP-0030" gives "cip-30".
std::string key_of(std::string_view id) {
  std::string key = ascii_lower(id);
  size_t number = key.size();
  while (number > 0 && is_ascii_digit(key[number - 1])) --number;
  size_t zeros = 0;
  while (number + zeros + 1 < key.size() && key[number + zeros] == '0') ++zeros;
  key.erase(number, zeros);
  return key;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// By kind and name, parts of objects as "plan.day".
template <typename F>
void for_each_field(const Kinds& kinds, F&& f) {
  for (const Kind& kind : kinds.kinds) {
    std::vector<std::pair<FieldId, std::string>> open;
    for (const FieldId id : kind.fields) open.emplace_back(id, kind.name + "/");
    while (!open.empty()) {
      const auto [id, before] = std::move(open.back());
      open.pop_back();
      const Field& field = kinds.field(id);
      const std::string name = before + field.name;
      f(id, name);
      for (const FieldId part : field.fields) open.emplace_back(part, name + ".");
    }
  }
}

}  // namespace

std::string_view written_label(std::string_view name) {
  return name.substr(0, name.find(kAndNow));
}

NowLabels::NowLabels(const Program& now, const SourceSet& sources, Unread unread)
    : unread_(unread), names_(now.labels) {
  const auto name_of = [&](LabelIndex label) -> const std::string& {
    return now.labels[static_cast<size_t>(label)];
  };
  for (uint32_t i = 0; i < now.set.records.size(); ++i) {
    const Record& record = now.set.records[i];
    const std::string& label = name_of(now.record_labels[i]);
    put(by_name_, key_of(record.id), label);
    for (const std::string& alias : record.aliases) put(by_name_, key_of(alias), label);
    if (record.spelling == Spelling::file && record.span.file != kNoFile) {
      put(by_path_, sources.file(record.span.file).text.path(), label);
    }
  }
  for (uint32_t i = 0; i < now.set.pages.size(); ++i) {
    put(by_path_, sources.file(now.set.pages[i].file).text.path(), name_of(now.page_labels[i]));
  }
  for_each_field(now.kinds(), [&](FieldId id, const std::string& name) {
    const LabelIndex label = now.label_of(id);
    put(by_field_, name, label == kNoLabel ? std::string() : name_of(label));
  });
  for (const Kind& kind : now.kinds().kinds) {
    if (!kind.visibility.empty()) by_kind_.emplace(kind.name, name_of(now.label(kind.visibility)));
  }
  for (const AudienceEntry& entry : now.set.settings.audiences) {
    if (auto audience = audience_named(now, entry.key)) audiences_.push_back(std::move(*audience));
  }
}

/// Finds or makes the label of two.
class NowLabels::Relabeller {
 public:
  // All pairs in one order, so that two programs with the same labels get the same ones.
  Relabeller(Program& then, const std::vector<std::string>& now) : then_(then) {
    labels_ = then.labels;
    then_.labels.emplace_back(kNobody);
    nobody_ = static_cast<LabelIndex>(then_.labels.size() - 1);
    if ((labels_.size() + 1) * (now.size() + 1) + labels_.size() > kMostLabels) return;
    for (size_t i = 0; i <= labels_.size(); ++i) {
      for (const std::string& name : now) {
        const std::string both =
            (i == labels_.size() ? std::string() : labels_[i]) + kAndNow + name;
        pairs_.emplace(both, static_cast<LabelIndex>(then_.labels.size()));
        then_.labels.push_back(both);
      }
    }
  }

  LabelIndex both(LabelIndex was, const std::string& now) const {
    const std::string name = was == kNoLabel ? std::string() : labels_[static_cast<size_t>(was)];
    if (name == now || now.empty()) return was;
    const auto found = pairs_.find(name + kAndNow + now);
    return found == pairs_.end() ? nobody_ : found->second;
  }

 private:
  Program& then_;
  std::vector<std::string> labels_;  // before
  LabelIndex nobody_ = kRestrictedLabel;
  std::unordered_map<std::string, LabelIndex> pairs_;
};

const std::string* NowLabels::label_of(const Record& record, const Program& then,
                                       const SourceSet& sources) const {
  const std::string* found = nullptr;
  static const std::string nobody(kNobody);
  const auto look = [&](std::string_view name) {
    const auto at = by_name_.find(key_of(name));
    if (at == by_name_.end()) return;
    found = found != nullptr && *found != at->second ? &nobody : &at->second;
  };
  look(record.id);
  for (const std::string& alias : record.aliases) look(alias);
  if (found == nullptr && record.spelling == Spelling::file && record.span.file != kNoFile) {
    const auto at = by_path_.find(sources.file(record.span.file).text.path());
    if (at != by_path_.end()) found = &at->second;
  }
  if (found == nullptr && record.visibility.empty()) {
    const auto at = by_kind_.find(then.kinds().kind(record.kind).name);
    if (at != by_kind_.end()) found = &at->second;
  }
  return found;
}

void NowLabels::apply(Program& then, const SourceSet& sources) const {
  const Relabeller labels(then, names_);
  for (uint32_t i = 0; i < then.set.records.size(); ++i) {
    LabelIndex& label = then.record_labels[i];
    const std::string* now = label_of(then.set.records[i], then, sources);
    if (now != nullptr) label = labels.both(label, *now);
  }
  for (uint32_t i = 0; i < then.set.pages.size(); ++i) {
    LabelIndex& label = then.page_labels[i];
    const auto now = by_path_.find(sources.file(then.set.pages[i].file).text.path());
    if (now != by_path_.end()) label = labels.both(label, now->second);
  }
  for_each_field(then.kinds(), [&](FieldId id, const std::string& name) {
    const auto now = by_field_.find(name);
    if (now == by_field_.end()) return;
    LabelIndex& label = then.field_labels[static_cast<size_t>(id)];
    label = labels.both(label, now->second);
  });
}

Audience NowLabels::of_then(const Audience& audience, const Program& then) const {
  Audience both = audience;
  const std::optional<Audience> was = audience_named(then, audience.name);
  // An audience that is new was shown nothing else then than it is now.
  const std::vector<std::string>& saw = was ? was->sees : audience.sees;
  const auto known = std::ranges::find(audiences_, audience.name, &Audience::name);
  const std::vector<std::string>& sees =
      known == audiences_.end() || audience.name.empty() ? audience.sees : known->sees;
  both.insider = both.insider && (!was || was->insider);
  const bool all = both.insider && !audience.name.empty();
  both.sees.clear();
  if (!all && (audience.name.empty() ? unread_.plain : unread_.others)) return both;
  for (const std::string& label : then.labels) {
    const size_t at = label.find(kAndNow);
    bool shown = all;
    if (!shown && label != kNobody) {
      const std::string_view before = std::string_view(label).substr(0, at);
      const std::string_view now =
          at == std::string::npos ? before : std::string_view(label).substr(at + 1);
      shown = (before.empty() || has(saw, before)) && has(sees, now);
    }
    if (shown) both.sees.push_back(label);
  }
  if (was) {
    both.omit = both.omit || was->omit;
    both.shows.verdict = both.shows.verdict && was->shows.verdict;
    both.shows.health = both.shows.health && was->shows.health;
    both.shows.scores = both.shows.scores && was->shows.scores;
    both.shows.probabilities = both.shows.probabilities && was->shows.probabilities;
    both.shows.metrics = both.shows.metrics && was->shows.metrics;
    both.shows.findings = both.shows.findings && was->shows.findings;
  }
  return both;
}

}  // namespace milepost
