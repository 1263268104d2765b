// Which files are evidence, and what they say.
#include "driver/evidence_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <variant>

#include "evidence/read_evidence.h"
#include "text/ascii.h"

namespace milepost {
namespace {

bool may_be_report(std::string_view path) {
  constexpr std::array<std::string_view, 5> kEnds = {".xml", ".sarif", ".json", ".info", ".lcov"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return iends_with(path, end); });
}

class EvidenceNames {
 public:
  explicit EvidenceNames(const Program& program) : program_(program), kinds_(program.kinds()) {}

  // In the order of their numbers.
  std::set<uint32_t> find() {
    for (const Record& record : program_.set.records) {
      for (const CheckItem& check : record.checks) take(check.attributes);
      const FieldId items = kinds_.field_of(record.kind, Role::acceptance);
      const FieldValue* entries = items == kNoField ? nullptr : record.find(items);
      if (entries == nullptr) continue;
      for (const Value& entry : entries->values) {
        if (const auto* object = std::get_if<Object>(&entry.data)) take(object->fields);
      }
    }
    std::set<std::string_view> of_templates;
    for (const GateTemplate& gate : program_.set.settings.gates.gates) {
      for (const GateItemTemplate& item : gate.items) {
        if (!item.evidence.empty()) of_templates.insert(item.evidence);
      }
    }
    if (of_templates.empty()) return std::move(found_);
    for (uint32_t i = 0; i < program_.assets.size(); ++i) {
      if (of_templates.contains(program_.assets[i].path)) found_.insert(i);
    }
    return std::move(found_);
  }

 private:
  void take(const std::vector<FieldValue>& fields) {
    for (const FieldValue& field : fields) {
      if (kinds_.field(field.field).name != "evidence") continue;
      for (const Value& value : field.values) {
        const auto target = program_.resolved.find(&value);
        if (target == program_.resolved.end()) continue;
        if (target->second.kind == TargetKind::asset) found_.insert(target->second.index);
      }
    }
  }

  const Program& program_;
  const Kinds& kinds_;
  std::set<uint32_t> found_;
};

EvidenceReading unread(std::string problem) {
  EvidenceReading reading;
  reading.problem = std::move(problem);
  return reading;
}

}  // namespace

EvidenceFiles read_evidence_files(const SourceTree& tree, const SourceSet& sources,
                                  const Program& program) {
  EvidenceFiles files;
  const Limits& limits = program.set.settings.limits;
  uint64_t total = 0;
  for (const uint32_t index : EvidenceNames(program).find()) {
    const Asset& asset = program.assets[index];
    if (!may_be_report(asset.path)) continue;
    const uint64_t size = sources.file(asset.file).asset_size;
    EvidenceReading& reading = files[asset.path];
    if (size > limits.evidence_bytes) {
      reading = unread(fmt::format("has {} KB, more than the {} KB that are read of a report",
                                   size / 1024, limits.evidence_bytes / 1024));
      continue;
    }
    total += size;
    if (total > limits.evidence_total_bytes) {
      reading = unread(fmt::format("is more than the {} KB that are read of all reports",
                                   limits.evidence_total_bytes / 1024));
      continue;
    }
    const FileBytes bytes = tree.read(asset.path, limits.evidence_bytes);
    reading = bytes.error == TreeError::none ? read_evidence(asset.path, bytes.bytes)
                                             : unread("cannot be opened");
  }
  return files;
}

}  // namespace milepost
