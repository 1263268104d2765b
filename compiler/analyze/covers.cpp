// Reads covered fields: one by its name, or what several say together.
#include "analyze/covers.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "analyze/gate_items.h"
#include "evidence/report.h"

namespace milepost {
namespace {

constexpr std::string_view kItems = "items";
constexpr std::string_view kTriggers = "rollback_triggers";

void add_lines(const CanonicalValue& value, std::vector<std::string>& lines, bool& has_region) {
  has_region |= value.has_region;
  for (size_t begin = 0; begin < value.text.size();) {
    const size_t end = std::min(value.text.find('\n', begin), value.text.size());
    lines.push_back(value.text.substr(begin, end - begin));
    begin = end + 1;
  }
}

CanonicalValue sorted_lines(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  CanonicalValue value;
  for (const std::string& line : lines) {
    if (!value.text.empty()) value.text += '\n';
    value.text += line;
  }
  return value;
}

FieldId named_field(const Program& program, RecordIndex record, std::string_view name) {
  return program.kinds().find_field(program.record(record).kind, name);
}

// `rollback_triggers:` and `rollback_if:` of the launch say the same thing in two places.
CanonicalValue triggers(const Program& program, RecordIndex index) {
  const Record& record = program.record(index);
  const Kinds& kinds = program.kinds();
  std::vector<std::string> lines;
  bool has_region = false;
  if (const FieldValue* own = record.find(named_field(program, index, kTriggers))) {
    add_lines(canonical_value(program, index, *own), lines, has_region);
  }
  const FieldId launch = kinds.field_of(record.kind, Role::launch);
  const Value* plan = launch == kNoField ? nullptr : record.value(launch);
  const Object* object = plan == nullptr ? nullptr : std::get_if<Object>(&plan->data);
  if (object != nullptr) {
    const FieldId wanted = kinds.find_sub_field(launch, "rollback_if");
    for (const FieldValue& field : object->fields) {
      if (field.field != wanted) continue;
      add_lines(canonical_value(program, index, field), lines, has_region);
    }
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  CanonicalValue value = sorted_lines(std::move(lines));
  value.has_region = has_region;
  return value;
}

}  // namespace

std::vector<Cover> default_covers(const Program& program, RecordIndex release) {
  std::vector<std::string> names = program.set.settings.sign_offs.covers;
  if (names.empty()) names = {"scope", "target", "items", "rollback"};
  std::vector<Cover> covers;
  const auto add = [&](std::string_view name) {
    std::optional<std::string> field = covered_field(program, release, name);
    if (!field) return;
    for (const Cover& cover : covers) {
      if (cover.field == *field) return;
    }
    covers.push_back({release, std::move(*field)});
  };
  for (const std::string& name : names) {
    add(name);
    if (name == "rollback") add(kTriggers);
  }
  return covers;
}

const std::vector<GateItem>& CoveredRecords::items(RecordIndex record) {
  const auto [at, fresh] = items_.try_emplace(static_cast<uint32_t>(record));
  if (!fresh) return at->second;
  Readiness readiness;
  readiness.record = record;
  readiness.target = analysis_.of(record).due;
  read_gates(program_, analysis_, EvidenceFiles{}, ReadinessMask{}, readiness);
  at->second = std::move(readiness.items);
  return at->second;
}

const CoveredNow& CoveredRecords::now(const Cover& cover) {
  const auto [at, fresh] =
      now_.try_emplace(std::to_string(static_cast<uint32_t>(cover.record)) + "." + cover.field);
  if (!fresh) return at->second;
  at->second.value = read(cover);
  at->second.hash = seal(cover.field, at->second.value.text);
  return at->second;
}

CanonicalValue CoveredRecords::read(const Cover& cover) {
  if (cover.field == kTriggers) return triggers(program_, cover.record);
  if (cover.field == kItems) {
    std::vector<std::string> lines;
    for (const GateItem& item : items(cover.record)) {
      if (!item.required || !item.applies) continue;
      std::string line = canonical_words(item.text);
      if (!item.expects.empty()) line += " [" + canonical_words(item.expects) + "]";
      if (!line.empty()) lines.push_back(std::move(line));
    }
    return sorted_lines(std::move(lines));
  }
  const Record& record = program_.record(cover.record);
  const FieldId id = named_field(program_, cover.record, cover.field);
  if (id == kNoField) return {};
  if (program_.kinds().field(id).role == Role::title) {
    return {canonical_words(record.title), false};
  }
  const FieldValue* field = record.find(id);
  return field == nullptr ? CanonicalValue{} : canonical_value(program_, cover.record, *field);
}

bool CoveredRecords::hides_items(RecordIndex record, const ReadinessMask& mask) {
  const std::vector<GateItem>& all = items(record);
  return std::any_of(all.begin(), all.end(),
                     [&](const GateItem& item) { return !mask.shows(item.label); });
}

bool CoveredRecords::items_beyond(RecordIndex record, LabelIndex label) {
  const std::vector<GateItem>& all = items(record);
  return std::any_of(all.begin(), all.end(),
                     [&](const GateItem& item) { return !may_stand_in(item.label, label); });
}

bool may_stand_in(LabelIndex of, LabelIndex home) {
  if (of == home || of == kPublicLabel) return true;
  return of == kInternalLabel && home == kRestrictedLabel;
}

}  // namespace milepost
