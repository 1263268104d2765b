// Labels of then and now become labels of both.
#include "redact/now_labels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "redact/names_over_time.h"
#include "text/ascii.h"
#include "text/sha256.h"

namespace milepost {
namespace {

// Between the labels of then and now: no label can hold it.
constexpr char kAndNow = '\x01';
// A label that nobody has who does not see all.
constexpr std::string_view kNobody = "\x01";
constexpr size_t kMostLabels = 255;

// Of labels in order the strictest; beside the order nobody sees both.
std::string stricter(const std::string& a, const std::string& b) {
  constexpr std::array<std::string_view, 3> order = {"public", "internal", "restricted"};
  const auto at = std::max(std::ranges::find(order, a), std::ranges::find(order, b));
  const bool known =
      std::ranges::find(order, a) != order.end() && std::ranges::find(order, b) != order.end();
  return std::string(a == b ? std::string_view(a) : known ? *at : kNobody);
}

void put(std::unordered_map<std::string, std::string>& labels, std::string key,
         const std::string& label) {
  const auto [at, is_new] = labels.emplace(std::move(key), label);
  if (!is_new) at->second = stricter(at->second, label);
}

std::string bytes_key(const SourceSet& sources, FileId file) {
  const std::string& bytes = sources.file(file).text.bytes();
  return bytes.empty() ? std::string() : sha256_hex(bytes);
}

// Where case does not count it is the same file.
std::string path_key(std::string_view path) {
  return ascii_lower(path);
}
std::string path_key(const SourceSet& sources, FileId file) {
  return path_key(sources.file(file).text.path());
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
    : unread_(unread), kinds_(now.set.kinds), regions_(now, sources), names_(now.labels) {
  read_records(now, sources);
  read_pages(now, sources);
  for (const LabelIndex label : now.field_labels) {
    field_labels_.push_back(label == kNoLabel ? std::string()
                                              : now.labels[static_cast<size_t>(label)]);
  }
  for_each_field(now.kinds(), [&](FieldId id, const std::string& name) {
    put(by_part_, name, field_labels_[static_cast<size_t>(id)]);
  });
  for (const Kind& kind : now.kinds().kinds) {
    if (kind.visibility.empty()) continue;
    by_kind_.emplace(kind.name, now.labels[static_cast<size_t>(now.label(kind.visibility))]);
  }
  for (const AudienceEntry& entry : now.set.settings.audiences) {
    if (auto audience = audience_named(now, entry.key)) audiences_.push_back(std::move(*audience));
  }
}

void NowLabels::read_records(const Program& now, const SourceSet& sources) {
  for (uint32_t i = 0; i < now.set.records.size(); ++i) {
    const Record& record = now.set.records[i];
    const std::string& label = now.labels[static_cast<size_t>(now.record_labels[i])];
    put(by_name_, id_key(record.id), label);
    kinds_of_.emplace(id_key(record.id), record.kind);
    for (const std::string& alias : record.aliases) {
      put(by_name_, id_key(alias), label);
      kinds_of_.emplace(id_key(alias), record.kind);
    }
    if (record.span.file != kNoFile) {
      kinds_in_.emplace(path_key(sources, record.span.file), record.kind);
    }
    const std::string title = title_key(now.kinds().kind(record.kind).name, record.title);
    titles_of_.emplace(id_key(record.id), title);
    for (const std::string& alias : record.aliases) titles_of_.emplace(id_key(alias), title);
    put(by_title_, title, label);
    put(by_words_, title_key({}, record.title), label);
    if (record.span.file == kNoFile || record.spelling != Spelling::file) continue;
    put_path(sources.file(record.span.file).text.path(), label);
    put(by_bytes_, bytes_key(sources, record.span.file), label);
  }
}

void NowLabels::read_pages(const Program& now, const SourceSet& sources) {
  for (uint32_t i = 0; i < now.set.pages.size(); ++i) {
    const Page& page = now.set.pages[i];
    const std::string& label = now.labels[static_cast<size_t>(now.page_labels[i])];
    put_path(sources.file(page.file).text.path(), label);
    put(by_bytes_, bytes_key(sources, page.file), label);
    put(by_title_, title_key({}, page.title), label);
    put(by_words_, title_key({}, page.title), label);
  }
}

void NowLabels::put_path(const std::string& path, const std::string& label) {
  put(by_path_, path, label);
  put(by_folded_path_, path_key(path), label);
}

const std::string* NowLabels::label_of_field(std::string_view kind, std::string_view name) const {
  const KindId own = kinds_->find_kind(kind);
  const FieldId field = own == kNoKind ? kNoField : kinds_->find_field(own, name);
  return field == kNoField ? nullptr : &field_labels_[static_cast<size_t>(field)];
}

bool NowWall::hides_key(const Record& record, const Kind& kind, std::string_view key) const {
  const auto hides = [&](const std::string* label) {
    return label != nullptr && !label->empty() && !has(sees_, *label);
  };
  if (hides(labels_->label_of_field(kind.name, key))) return true;
  const auto hides_as = [&](std::string_view id) {
    const auto [first, last] = labels_->kinds_of_.equal_range(id_key(id));
    return std::any_of(first, last, [&](const auto& one) {
      const FieldId field = labels_->kinds_->find_field(one.second, key);
      return field != kNoField && hides(&labels_->field_labels_[static_cast<size_t>(field)]);
    });
  };
  return hides_as(record.id) || std::ranges::any_of(record.aliases, hides_as);
}

bool NowWall::hides_key(const std::string& path, std::string_view key) const {
  const auto [first, last] = labels_->kinds_in_.equal_range(path_key(path));
  return std::any_of(first, last, [&](const auto& one) {
    const FieldId field = labels_->kinds_->find_field(one.second, key);
    if (field == kNoField) return false;
    const std::string& label = labels_->field_labels_[static_cast<size_t>(field)];
    return !label.empty() && !has(sees_, label);
  });
}

const NowRegions& NowWall::regions() const {
  return labels_->regions_;
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

// An id may be another record's by now, and a file or a title, too: where they do not agree there
// is doubt, and nobody is told.
const std::string* NowLabels::label_of(const Record& record, const Program& then,
                                       const SourceSet& sources) const {
  const std::string* found = nullptr;
  static const std::string nobody(kNobody);
  const auto look_in = [&](const std::unordered_map<std::string, std::string>& labels,
                           const std::string& key) {
    const auto at = labels.find(key);
    if (at == labels.end()) return;
    found = found != nullptr && *found != at->second ? &nobody : &at->second;
  };
  look_in(by_name_, id_key(record.id));
  for (const std::string& alias : record.aliases) look_in(by_name_, id_key(alias));
  if (record.spelling == Spelling::file && record.span.file != kNoFile) {
    const std::string& path = sources.file(record.span.file).text.path();
    const bool there = by_path_.contains(path);
    look_in(there ? by_path_ : by_folded_path_, there ? path : path_key(path));
    look_in(by_bytes_, bytes_key(sources, record.span.file));
  }
  // Titles are not only one record's: where the one with its id has its title, too, it is that.
  const std::string title = title_key(then.kinds().kind(record.kind).name, record.title);
  const auto [first, last] = titles_of_.equal_range(id_key(record.id));
  const bool is_that =
      std::any_of(first, last, [&](const auto& one) { return one.second == title; });
  if (!is_that) look_in(by_title_, title);
  if (found == nullptr) look_in(by_words_, title_key({}, record.title));
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
    const Page& page = then.set.pages[i];
    const std::string* now = nullptr;
    const auto look_in = [&](const std::unordered_map<std::string, std::string>& names,
                             const std::string& key) {
      if (now != nullptr) return;
      const auto at = names.find(key);
      if (at != names.end()) now = &at->second;
    };
    look_in(by_path_, sources.file(page.file).text.path());
    look_in(by_folded_path_, path_key(sources, page.file));
    look_in(by_bytes_, bytes_key(sources, page.file));
    look_in(by_title_, title_key({}, page.title));
    look_in(by_words_, title_key({}, page.title));
    if (now != nullptr) label = labels.both(label, *now);
  }
  // Kinds share the fields of the kind that they are: each has one label, the strictest of now.
  std::vector<std::optional<std::string>> of_fields(then.field_labels.size());
  for_each_field(then.kinds(), [&](FieldId id, const std::string& name) {
    const auto part = by_part_.find(name);
    const std::string* now = part == by_part_.end() ? nullptr : &part->second;
    const size_t slash = name.find('/');
    if (now == nullptr) now = label_of_field(name.substr(0, slash), name.substr(slash + 1));
    if (now == nullptr) return;
    std::optional<std::string>& known = of_fields[static_cast<size_t>(id)];
    known = !known || known->empty() ? *now : now->empty() ? *known : stricter(*known, *now);
  });
  for (size_t i = 0; i < of_fields.size(); ++i) {
    if (of_fields[i]) then.field_labels[i] = labels.both(then.field_labels[i], *of_fields[i]);
  }
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
  if (!all) both.now = std::make_shared<NowWall>(shared_from_this(), sees);
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

Audience NowLabels::seen_then(const Audience& reader, const Program& then,
                              const Audience& site) const {
  Audience seen = reader;
  seen.sees.clear();
  for (const std::string& label : then.labels) {
    const std::string_view before = std::string_view(label).substr(0, label.find(kAndNow));
    const bool saw = label != kNobody && (before.empty() || has(reader.sees, before));
    if (saw && has(site.sees, label)) seen.sees.push_back(label);
  }
  seen.now = site.now;
  return seen;
}

}  // namespace milepost
