// Shapes versions of files, many at a time.
#include "driver/file_versions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyze/meaning.h"
#include "load/decode.h"
#include "load/walk.h"
#include "parse/parse.h"
#include "shape/compile_kinds.h"
#include "shape/read_settings.h"
#include "shape/shape.h"
#include "text/ascii.h"
#include "text/sha256.h"

namespace milepost {
namespace {

constexpr uint64_t kFileBytes = 4u << 20;
constexpr size_t kBatchFiles = 512;
constexpr uint64_t kBatchBytes = 32u << 20;
constexpr size_t kMostLabels = 60'000;
constexpr std::string_view kProgramFile = "program.yaml";
// Keys of program.yaml that make no other record of a file.
constexpr auto kNotForShaping = std::to_array<std::string_view>(
    {"as_of", "description", "versions", "site", "publish", "audiences", "start", "target",
     "thresholds", "rules", "findings_baseline"});

}  // namespace

/// What shaping needs of a program.yaml.
struct FileVersions::Program {
  std::shared_ptr<const Kinds> kinds;
  Settings settings;
};

bool holds_records(std::string_view path) {
  const SourceKind kind = kind_of_name(path);
  if (kind != SourceKind::markdown && kind != SourceKind::yaml && kind != SourceKind::program) {
    return false;
  }
  for (size_t at = 0; at < path.size();) {
    const size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, slash - at);
    if (part.starts_with('.') || part == "node_modules") return false;
    at = slash + 1;
  }
  return true;
}

void FileVersions::want(const Key& key) {
  if (files_.contains(key)) return;
  files_.emplace(key, nullptr);
  wanted_[key.program].push_back(key);
}

void FileVersions::shape() {
  for (const auto& [program, keys] : wanted_) {
    const Program file = compile(blobs_[program]);
    for (size_t first = 0; first < keys.size();) first = batch(file, keys, first);
  }
  wanted_.clear();
}

LabelNumber FileVersions::label(std::string_view name) {
  const auto at = std::ranges::find(labels_, name);
  if (at != labels_.end()) return static_cast<LabelNumber>(at - labels_.begin());
  // Nobody has so many: what comes after has the last one.
  if (labels_.size() == kMostLabels) return static_cast<LabelNumber>(kMostLabels - 1);
  labels_.emplace_back(name);
  return static_cast<LabelNumber>(labels_.size() - 1);
}

std::string FileVersions::program(const std::string& blob) {
  const auto [at, fresh] = programs_.try_emplace(blob);
  if (!fresh) return at->second;
  FileBytes bytes;
  if (!blob.empty()) bytes = repository_.read_blob(blob, kFileBytes);
  std::string needed;
  bool skips = false;
  for (const std::string_view line : split_lines(bytes.bytes)) {
    if (!line.empty() && line.front() != ' ' && line.front() != '-' && line.front() != '#') {
      const std::string_view key = line.substr(0, line.find(':'));
      skips = std::ranges::find(kNotForShaping, key) != kNotForShaping.end();
    }
    if (skips) continue;
    needed += line;
    needed += '\n';
  }
  at->second = sha256_hex(needed);
  blobs_.emplace(at->second, blob);
  return at->second;
}

FileVersions::Program FileVersions::compile(const std::string& blob) {
  DiagnosticSink quiet;
  SourceSet sources;
  sources.files.resize(1);
  decode(std::string(kProgramFile), blob, FileId{0}, SourceKind::program, sources, quiet);
  const DocumentSet documents = parse_documents(sources, {}, quiet);
  static const Document none;
  const Document& document = documents.documents.empty() ? none : documents.documents.front();
  Program made;
  made.kinds = compile_kinds(document.yaml, quiet);
  made.settings = read_settings(document.yaml, document.file, *made.kinds, quiet);
  return made;
}

void FileVersions::decode(std::string path, const std::string& blob, FileId id, SourceKind kind,
                          SourceSet& sources, DiagnosticSink& sink) {
  SourceFile& file = sources.files[static_cast<uint32_t>(id)];
  file.kind = kind;
  FileBytes bytes;
  if (!blob.empty()) bytes = repository_.read_blob(blob, kFileBytes);
  if (bytes.error != TreeError::none) bytes.bytes.clear();
  decode_source(std::move(path), std::move(bytes.bytes), id, file, sink);
}

size_t FileVersions::batch(const Program& program, const std::vector<Key>& keys, size_t first) {
  SourceSet sources;
  DiagnosticSink quiet;
  uint64_t bytes = 0;
  size_t last = first;
  for (; last < keys.size() && last - first < kBatchFiles && bytes < kBatchBytes; ++last) {
    sources.files.emplace_back();
    const auto id = FileId{static_cast<uint32_t>(last - first)};
    decode(keys[last].path, keys[last].blob, id, kind_of_name(keys[last].path), sources, quiet);
    bytes += sources.files.back().text.bytes().size();
  }
  ParseOptions parse;
  parse.jobs = jobs_;
  DocumentSet documents = parse_documents(sources, parse, quiet);
  const RecordSet set = shape_records(std::move(documents), sources, program.kinds,
                                      Settings(program.settings), ShapeOptions{jobs_}, quiet);
  std::vector<std::shared_ptr<FileSeen>> seen(last - first);
  for (std::shared_ptr<FileSeen>& file : seen) file = std::make_shared<FileSeen>();
  for (const Record& record : set.records) {
    const auto file = static_cast<uint32_t>(record.span.file);
    if (file < seen.size()) seen[file]->push_back(read(set, record));
  }
  for (size_t i = first; i < last; ++i) files_[keys[i]] = std::move(seen[i - first]);
  return last;
}

SeenRecord FileVersions::read(const RecordSet& set, const Record& record) {
  SeenRecord seen{record.id, record.aliases, label(label_of(set, record)), {}};
  for (const MeaningPart& part : meaning_of(set, record)) {
    const LabelNumber of_field = part.label.empty() ? LabelNumber{0} : label(part.label);
    seen.parts.push_back({part.name, part.meaning, part.typed, of_field});
  }
  return seen;
}

}  // namespace milepost
