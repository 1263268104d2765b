// Walks the folders with a stack of its own, so that no depth of folders is too deep for it.
#include "load/walk.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "load/codes.h"
#include "load/ignore.h"
#include "text/ascii.h"
#include "text/suspicious.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kIgnoreFile = ".milepostignore";
constexpr std::string_view kManifest = ".milepost-manifest";
constexpr std::string_view kProgramFile = "program.yaml";
constexpr uint64_t kLongestIgnoreFile = 1 << 20;

struct Folder {
  std::string path;
  uint32_t depth = 0;
  std::size_t rules = 0;  // how many ignore rules hold in it before its own
};

Diagnostic problem(uint16_t code, Severity severity, std::string message, std::string help) {
  Diagnostic result;
  result.code = code;
  result.severity = severity;
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

// What is wrong with a file's name, or an empty string.
std::string fault_of_name(std::string_view name) {
  if (find_invalid_utf8(name) != std::string_view::npos) {
    return "the file name is not valid UTF-8";
  }
  if (name.find('\\') != std::string_view::npos) return "the file name has a backslash";
  if (std::ranges::any_of(name, [](char c) { return is_ascii_control(c); })) {
    return "the file name has a control character";
  }
  for (const Suspicious& found : find_suspicious(name, 100)) {
    if (found.kind == SuspiciousKind::control || found.kind == SuspiciousKind::bidi_control ||
        found.kind == SuspiciousKind::zero_width || found.kind == SuspiciousKind::tag_character) {
      return "the file name has an invisible character (" + describe_code_point(found.code_point) +
             ")";
    }
  }
  return {};
}

class Walker {
 public:
  Walker(const SourceTree& tree, const LoadOptions& options, std::vector<std::string>& left_out,
         DiagnosticSink& sink)
      : tree_(tree), options_(options), left_out_(left_out), sink_(sink) {}

  std::vector<FoundFile> run() {
    for (const std::string& pattern : options_.exclude) {
      if (!rules_.add(pattern, "")) {
        sink_.report(problem(load_code::bad_ignore_pattern, Severity::warning,
                             "`exclude` has a pattern that cannot be read: `" + pattern + "`",
                             "patterns are as in .gitignore: `drafts/`, `*.tmp`, `notes/**/old`"));
      }
    }
    std::vector<Folder> stack;
    stack.push_back({"", 0, rules_.size()});
    while (!stack.empty() && !full_) {
      const Folder folder = std::move(stack.back());
      stack.pop_back();
      visit(folder, stack);
    }
    std::ranges::stable_sort(found_, {}, &FoundFile::path);
    std::ranges::sort(left_out_);
    return std::move(found_);
  }

 private:
  void visit(const Folder& folder, std::vector<Folder>& stack) {
    // Folders of a git tree cost whoever writes them nothing: a few objects can be millions.
    if (++folders_ > options_.limits.files) {
      full_ = true;
      add_problem(folder.path,
                  problem(load_code::program_too_large, Severity::error,
                          "the program has more than " + std::to_string(options_.limits.files) +
                              " folders; this one and what follows is not read",
                          "leave folders that hold no records out with `exclude:`"));
      return;
    }
    const Listing listing = tree_.list(folder.path);
    if (listing.error != TreeError::none) {
      add_problem(folder.path, problem(load_code::unreadable_file, Severity::error,
                                       "the folder cannot be read: " + listing.detail,
                                       "allow reading it, or leave it out with `exclude:`"));
    }
    const auto has = [&listing](std::string_view name) {
      return std::ranges::binary_search(listing.entries, name, {}, &TreeEntry::name);
    };
    if (!folder.path.empty() && has(kManifest)) {
      leave_out(folder.path, true);
      return;
    }
    rules_.shrink(folder.rules);
    if (has(kIgnoreFile)) read_ignore_file(folder.path);

    for (const TreeEntry& entry : listing.entries) {
      const std::string path = folder.path.empty() ? entry.name : folder.path + "/" + entry.name;
      const bool is_folder = entry.kind == EntryKind::directory;
      if (entry.name.starts_with('.') || (is_folder && entry.name == "node_modules") ||
          rules_.ignored(path, is_folder)) {
        leave_out(path, is_folder);
        continue;
      }
      if (is_folder) {
        enter(path, entry.name, folder.depth + 1, stack);
      } else {
        add_file(path, entry, folder.path.empty());
      }
      if (full_) return;
    }
  }

  void leave_out(const std::string& path, bool is_folder) {
    if (left_out_.size() < options_.limits.files)
      left_out_.push_back(path + (is_folder ? "/" : ""));
  }

  void enter(const std::string& path, std::string_view name, uint32_t depth,
             std::vector<Folder>& stack) {
    if (const std::string fault = fault_of_name(name); !fault.empty()) {
      add_problem(path, problem(load_code::bad_file_name, Severity::error,
                                fault + ": nothing in this folder is read", "rename the folder"));
    } else if (depth > options_.limits.folder_depth) {
      add_problem(path, problem(load_code::program_too_large, Severity::error,
                                "folders are nested deeper than " +
                                    std::to_string(options_.limits.folder_depth) + " levels",
                                "move the files up, or leave the folder out with `exclude:`"));
    } else {
      stack.push_back({path, depth, rules_.size()});
    }
  }

  void add_file(const std::string& path, const TreeEntry& entry, bool at_root) {
    if (found_.size() >= options_.limits.files) {
      full_ = true;
      add_problem(path,
                  problem(load_code::program_too_large, Severity::error,
                          "the program has more than " + std::to_string(options_.limits.files) +
                              " files; this one and what follows is not read",
                          "leave folders that hold no records out with `exclude:`"));
      return;
    }
    if (const std::string fault = fault_of_name(entry.name); !fault.empty()) {
      add_problem(path, problem(load_code::bad_file_name, Severity::error,
                                fault + ": the file is not read", "rename the file"));
      return;
    }
    if (entry.kind == EntryKind::symlink) {
      add_problem(path, problem(load_code::symlink_skipped, Severity::warning,
                                "this is a symbolic link, which Milepost does not follow",
                                "put a copy of the file in its place, or leave it out with "
                                "`exclude:`"));
      return;
    }
    if (entry.kind == EntryKind::special) {
      add_problem(path, problem(load_code::special_file_skipped, Severity::warning,
                                "this is a device, socket or pipe, not a file: it is not read",
                                "remove it, or leave it out with `exclude:`"));
      return;
    }
    FoundFile file;
    file.path = path;
    file.size = entry.size;
    file.content = entry.content;
    file.kind =
        at_root && entry.name == kProgramFile ? SourceKind::program : kind_of_name(entry.name);
    if (!at_root && entry.name == kProgramFile) {
      file.problems.push_back(
          problem(load_code::nested_program, Severity::note,
                  "only the `program.yaml` at the root sets up the program; this one is read as "
                  "a list of records",
                  "if the folder is a program of its own, leave it out with `exclude:`"));
    }
    found_.push_back(std::move(file));
  }

  void add_problem(const std::string& path, Diagnostic diagnostic) {
    FoundFile file;
    file.path = replace_invalid_utf8(path);
    file.kind = SourceKind::unread;
    file.problems.push_back(std::move(diagnostic));
    found_.push_back(std::move(file));
  }

  void read_ignore_file(const std::string& folder) {
    FoundFile file;
    file.path = folder.empty() ? std::string(kIgnoreFile) : folder + "/" + std::string(kIgnoreFile);
    file.kind = SourceKind::unread;
    FileBytes read = tree_.read(file.path, kLongestIgnoreFile);
    if (read.error != TreeError::none) {
      add_problem(file.path, problem(load_code::unreadable_file, Severity::error,
                                     "the file cannot be read: " + read.detail,
                                     "make it a regular file that may be read"));
      return;
    }
    file.text = decode_text(std::move(read.bytes)).text;
    std::size_t begin = 0;
    while (begin < file.text.size()) {
      const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
      const std::string_view line = std::string_view(file.text).substr(begin, end - begin);
      if (!rules_.add(line, folder)) {
        Diagnostic bad =
            problem(load_code::bad_ignore_pattern, Severity::warning, "this pattern cannot be read",
                    "patterns are as in .gitignore; close the `[`, or write `\\[`");
        bad.span.begin = static_cast<uint32_t>(begin);
        bad.span.end = static_cast<uint32_t>(end);
        file.problems.push_back(std::move(bad));
      }
      begin = end + 1;
    }
    if (!file.problems.empty()) found_.push_back(std::move(file));
  }

  const SourceTree& tree_;
  const LoadOptions& options_;
  std::vector<std::string>& left_out_;
  DiagnosticSink& sink_;
  IgnoreRules rules_;
  std::vector<FoundFile> found_;
  uint32_t folders_ = 0;  // that were looked into
  bool full_ = false;
};

}  // namespace

std::vector<FoundFile> walk_program(const SourceTree& tree, const LoadOptions& options,
                                    std::vector<std::string>& left_out, DiagnosticSink& sink) {
  return Walker(tree, options, left_out, sink).run();
}

SourceKind kind_of_name(std::string_view path) {
  if (iends_with(path, ".md") || iends_with(path, ".markdown")) return SourceKind::markdown;
  if (iends_with(path, ".yaml") || iends_with(path, ".yml")) return SourceKind::yaml;
  return SourceKind::asset;
}

}  // namespace milepost
