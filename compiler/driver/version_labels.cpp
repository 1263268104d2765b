// Compares labels of two versions of a program.
#include "driver/version_labels.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace milepost {
namespace {

bool sees(const Audience& audience, const std::string& label) {
  return std::ranges::find(audience.sees, label) != audience.sees.end();
}

// With the name of its kind and of the object that it is part of before its own.
void for_each_field(const Kinds& kinds,
                    const std::function<void(const std::string&, FieldId)>& use) {
  std::vector<std::pair<std::string, FieldId>> open;
  for (const Kind& kind : kinds.kinds) {
    for (const FieldId field : kind.fields) open.emplace_back(kind.name, field);
  }
  while (!open.empty()) {
    const auto [of, id] = std::move(open.back());
    open.pop_back();
    const Field& field = kinds.field(id);
    const std::string name = of + "." + field.name;
    use(name, id);
    for (const FieldId part : field.fields) open.emplace_back(name, part);
  }
}

}  // namespace

LabelsOfNow::LabelsOfNow(const StageValues& now_values, const StageValues& then_values)
    : records_(then_values.program.record_labels),
      pages_(then_values.program.page_labels),
      fields_(then_values.program.field_labels) {
  const Program& now = now_values.program;
  const Program& then = then_values.program;
  const auto name_of = [&](LabelIndex label) { return now.labels[static_cast<size_t>(label)]; };
  records_now_.resize(records_.size());
  for (size_t i = 0; i < records_.size(); ++i) {
    const Record& record = then.set.records[i];
    ids_.push_back(record.id);
    RecordIndex found = now.find(record.id);
    for (const auto& alias : record.aliases) {
      if (found == kNoRecord) found = now.find(alias);
    }
    if (found != kNoRecord) records_now_[i] = name_of(now.label_of(found));
  }
  std::unordered_map<std::string_view, LabelIndex> pages;
  for (size_t i = 0; i < now.page_labels.size(); ++i) {
    pages.emplace(now_values.sources.file(now.set.pages[i].file).text.path(), now.page_labels[i]);
  }
  pages_now_.resize(pages_.size());
  for (size_t i = 0; i < pages_.size(); ++i) {
    const auto at = pages.find(then_values.sources.file(then.set.pages[i].file).text.path());
    if (at != pages.end()) pages_now_[i] = name_of(at->second);
  }
  std::unordered_map<std::string, LabelIndex> fields;
  for_each_field(now.kinds(), [&](const std::string& name, FieldId field) {
    const LabelIndex label = now.label_of(field);
    if (label != kNoLabel) fields.emplace(name, label);
  });
  fields_now_.resize(fields_.size());
  for_each_field(then.kinds(), [&](const std::string& name, FieldId field) {
    const auto at = fields.find(name);
    if (at != fields.end()) fields_now_[static_cast<size_t>(field)] = name_of(at->second);
  });
}

void LabelsOfNow::apply(Program& then, const Audience& audience) const {
  const auto strict = [&](const std::vector<LabelIndex>& own, const std::vector<std::string>& now,
                          std::vector<LabelIndex>& labels) {
    labels = own;
    for (size_t i = 0; i < own.size(); ++i) {
      if (!now[i].empty() && !sees(audience, now[i])) labels[i] = kRestrictedLabel;
    }
  };
  strict(records_, records_now_, then.record_labels);
  strict(pages_, pages_now_, then.page_labels);
  strict(fields_, fields_now_, then.field_labels);
}

bool LabelsOfNow::shown_by(const View& view, const Audience& audience) const {
  std::unordered_set<std::string_view> hidden;
  for (size_t i = 0; i < ids_.size(); ++i) {
    if (!records_now_[i].empty() && !sees(audience, records_now_[i])) hidden.insert(ids_[i]);
  }
  return !hidden.empty() && std::ranges::any_of(view.records, [&](const ViewRecord& record) {
    return hidden.contains(record.id);
  });
}

}  // namespace milepost
