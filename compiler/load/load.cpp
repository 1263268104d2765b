// Walk, then limits and collisions in path order, then reading in parallel.
#include "load/load.h"

#include <algorithm>
#include <utility>

#include "load/codes.h"
#include "load/decode.h"
#include "load/walk.h"
#include "text/utf8.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

bool is_text(SourceKind kind) {
  return kind == SourceKind::program || kind == SourceKind::yaml || kind == SourceKind::markdown;
}

// 4194304 as "4 MB", 700 as "700 bytes".
std::string size_text(uint64_t bytes) {
  constexpr uint64_t kKilo = 1024;
  if (bytes < 10 * kKilo) return std::to_string(bytes) + " bytes";
  if (bytes < 10 * kKilo * kKilo && bytes % (kKilo * kKilo) != 0) {
    return std::to_string(bytes / kKilo) + " KB";
  }
  return std::to_string(bytes / kKilo / kKilo) + " MB";
}

Diagnostic at_file(FileId id, uint16_t code, Severity severity, std::string message,
                   std::string help) {
  Diagnostic result;
  result.code = code;
  result.severity = severity;
  result.span = {id, 0, 0};
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

// What is over a limit becomes `unread` before a byte of it is read.
void apply_size_limits(std::vector<FoundFile>& files, const LoadLimits& limits) {
  uint64_t total = 0;
  bool full = false;
  for (FoundFile& file : files) {
    if (!is_text(file.kind)) continue;
    if (file.size > limits.file_bytes) {
      file.kind = SourceKind::unread;
      file.problems.push_back(at_file(kNoFile, load_code::file_too_large, Severity::error,
                                      "the file has " + size_text(file.size) + ", more than the " +
                                          size_text(limits.file_bytes) +
                                          " that one file may have: it is not read",
                                      "split it, or leave it out with `exclude:`"));
    } else if (total + file.size > limits.total_bytes) {
      file.kind = SourceKind::unread;
      if (!std::exchange(full, true)) {
        file.problems.push_back(
            at_file(kNoFile, load_code::program_too_large, Severity::error,
                    "the program's files have more than " + size_text(limits.total_bytes) +
                        " together; this one and later ones that do not fit are not read",
                    "leave folders that hold no records out with `exclude:`"));
      }
    } else {
      total += file.size;
    }
  }
}

void find_collisions(const std::vector<FoundFile>& files, DiagnosticSink& sink) {
  struct Key {
    std::string text;
    uint32_t index;
  };
  std::vector<Key> keys;
  keys.reserve(files.size());
  for (uint32_t i = 0; i < files.size(); ++i) keys.push_back({collision_key(files[i].path), i});
  std::ranges::sort(keys, [](const Key& a, const Key& b) {
    return a.text != b.text ? a.text < b.text : a.index < b.index;
  });
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].text != keys[i - 1].text) continue;
    const std::string& first = files[keys[i - 1].index].path;
    const std::string& second = files[keys[i].index].path;
    if (first == second) continue;  // bad names that look alike once repaired
    Diagnostic collision =
        at_file(FileId{keys[i].index}, load_code::path_collision, Severity::error,
                "`" + second + "` and `" + first +
                    "` are the same name where case and accents are not "
                    "told apart (Windows, macOS)",
                "rename one of them");
    collision.related.push_back({Span{FileId{keys[i - 1].index}, 0, 0}, "the other file"});
    sink.report(std::move(collision));
  }
}

void read_source(const SourceTree& tree, const FoundFile& found, FileId id, uint64_t limit,
                 SourceFile& file, DiagnosticSink& sink) {
  FileBytes read = tree.read(found.path, limit);
  if (read.error == TreeError::none) {
    decode_source(found.path, std::move(read.bytes), id, file, sink);
    return;
  }
  file.kind = SourceKind::unread;
  file.text = SourceText(found.path, {});
  if (read.error == TreeError::too_large) {
    sink.report(at_file(id, load_code::file_too_large, Severity::error,
                        "the file has more than " + size_text(limit) + ": it is not read",
                        "split it, or leave it out with `exclude:`"));
  } else {
    sink.report(at_file(id, load_code::unreadable_file, Severity::error,
                        "the file cannot be read: " + read.detail,
                        "allow reading it, or leave it out with `exclude:`"));
  }
}

SourceSet read_found(const SourceTree& tree, std::vector<FoundFile> found,
                     const LoadOptions& options, DiagnosticSink& sink) {
  apply_size_limits(found, options.limits);
  SourceSet set;
  set.display_prefix = options.display_prefix;
  set.files.resize(found.size());
  for (uint32_t i = 0; i < found.size(); ++i) {
    for (Diagnostic& problem : found[i].problems) {
      problem.span.file = FileId{i};
      sink.report(std::move(problem));
    }
  }
  for_each_index(options.jobs, found.size(), [&](std::size_t i) {
    SourceFile& file = set.files[i];
    file.kind = found[i].kind;
    file.content = std::move(found[i].content);
    if (is_text(file.kind)) {
      const FileId id{static_cast<uint32_t>(i)};
      read_source(tree, found[i], id, options.limits.file_bytes, file, sink);
      return;
    }
    if (file.kind == SourceKind::asset) file.asset_size = found[i].size;
    file.text = SourceText(std::move(found[i].path), std::move(found[i].text));
  });
  return set;
}

}  // namespace

SourceSet load_program(const SourceTree& tree, const LoadOptions& options, DiagnosticSink& sink) {
  std::vector<std::string> left_out;
  std::vector<FoundFile> found = walk_program(tree, options, left_out, sink);
  find_collisions(found, sink);
  if (std::ranges::none_of(found, [](const FoundFile& f) { return f.path == "program.yaml"; })) {
    Diagnostic note;
    note.code = load_code::no_program;
    note.severity = Severity::note;
    note.message =
        "there is no `program.yaml` here: the folder is read as a program without settings";
    note.help = "write one with at least `program: Its title`, or run `milepost init`";
    sink.report(std::move(note));
  }
  SourceSet set = read_found(tree, std::move(found), options, sink);
  set.left_out = std::move(left_out);
  return set;
}

SourceSet load_one(const SourceTree& tree, std::string_view path, const LoadOptions& options,
                   DiagnosticSink& sink) {
  std::vector<FoundFile> found(1);
  found[0].path = std::string(path);
  found[0].kind = path == "program.yaml" ? SourceKind::program : kind_of_name(path);
  if (found[0].kind == SourceKind::asset) {
    found[0].kind = SourceKind::unread;
    found[0].problems.push_back(
        at_file(kNoFile, load_code::unreadable_file, Severity::error,
                "the file is neither Markdown nor YAML by its name",
                "programs are written in `.md`, `.markdown`, `.yaml` and `.yml` files"));
  }
  return read_found(tree, std::move(found), options, sink);
}

FileId SourceSet::find(std::string_view path) const {
  const auto at = std::ranges::lower_bound(
      files, path, {}, [](const SourceFile& f) -> std::string_view { return f.text.path(); });
  return at != files.end() && at->text.path() == path
             ? FileId{static_cast<uint32_t>(at - files.begin())}
             : kNoFile;
}

}  // namespace milepost
