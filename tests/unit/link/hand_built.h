// Programs built by hand, for tests of one part of link/ alone.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// Files and records with as few details as the test needs. Files must be added in path order, and
/// the records of a file one after another.
struct HandBuilt {
  SourceSet sources;
  Program program;
  DiagnosticSink sink;

  HandBuilt() {
    auto kinds = std::make_shared<Kinds>();
    kinds->kinds.resize(2);
    kinds->kinds[0].id = KindId{0};
    kinds->kinds[0].name = "task";
    kinds->kinds[0].label = "Task";
    kinds->kinds[0].prefix = "T";
    kinds->kinds[1].id = KindId{1};
    kinds->kinds[1].name = "dependency";
    kinds->kinds[1].label = "Dependency";
    kinds->kinds[1].prefix = "DEP";
    for (Kind& kind : kinds->kinds) kind.role_fields.assign(100, kNoField);
    kinds->link_types.push_back(
        {"depends_on", "required_by", "Depends on", "Required by", {}, true});
    kinds->link_types.push_back(
        {"mentions", "mentioned_in", "Mentions", "Mentioned in", {}, false});
    program.set.kinds = kinds;
    program.labels = {"public", "internal", "restricted"};
  }

  FileId file(std::string path, std::string text = {}, SourceKind kind = SourceKind::markdown) {
    const FileId id{static_cast<uint32_t>(sources.files.size())};
    sources.files.push_back({kind, SourceText(std::move(path), std::move(text)), 0});
    if (kind == SourceKind::asset) program.assets.push_back({id, false});
    if (kind == SourceKind::markdown) program.set.pages.emplace_back().file = id;
    return id;
  }

  /// A record in a row of `file` (default: a file of none). `local` is its id in that file alone.
  RecordIndex record(std::string id, FileId file = kNoFile, std::string local = {},
                     std::vector<std::string> aliases = {}) {
    Record record;
    record.kind = KindId{0};
    record.spelling = Spelling::yaml;
    record.id_origin = IdOrigin::written;
    record.short_id = local.empty() ? id : std::move(local);
    record.id = std::move(id);
    record.aliases = std::move(aliases);
    const auto place = static_cast<uint32_t>(program.set.records.size()) * 10;
    if (file != kNoFile) record.span = Span{file, place, place + 10};
    record.id_span = record.title_span = record.span;
    program.set.records.push_back(std::move(record));
    program.record_labels.push_back(kInternalLabel);
    program.parties.emplace_back();
    return RecordIndex{static_cast<uint32_t>(program.set.records.size() - 1)};
  }

  std::vector<uint16_t> codes() {
    std::vector<uint16_t> result;
    for (const Diagnostic& diagnostic : sink.take_sorted()) result.push_back(diagnostic.code);
    return result;
  }
};

}  // namespace milepost
