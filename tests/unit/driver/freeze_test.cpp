// A report that changes while its facts are made is left alone.
#include "driver/freeze.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "catch.h"
#include "driver/output.h"
#include "files/source_tree.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

const std::string kReport =
    "---\nid: SR-1\nkind: status_report\ndate: 2026-05-29\n---\n\n# Week 22\n";

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "milepost-freeze-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
    write("program.yaml", "program: Small\nas_of: 2026-06-01\n");
    write("w22.md", kReport);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path() const { return path_.string(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::string problem;
    REQUIRE(write_file((path_ / name).string(), bytes, true, problem));
  }
  std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  fs::path path_;
};

/// Reads as the tree below it, until somebody saves the report.
class SavedMeanwhile : public SourceTree {
 public:
  SavedMeanwhile(std::shared_ptr<const SourceTree> below, int reads_before)
      : below_(std::move(below)), left_(reads_before) {}

  Listing list(std::string_view folder) const override { return below_->list(folder); }
  FileBytes read(std::string_view path, uint64_t limit) const override {
    FileBytes file = below_->read(path, limit);
    if (path == "w22.md" && left_-- <= 0) file.bytes += "\nOne more line.\n";
    return file;
  }

 private:
  std::shared_ptr<const SourceTree> below_;
  mutable int left_;
};

/// Nobody reads here what the command prints.
class Quiet {
 public:
  Quiet() {
    std::fflush(nullptr);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (size_t i = 0; i < kPrinted.size(); ++i) {
      kept_[i] = ::dup(kPrinted[i]);
      ::dup2(nowhere, kPrinted[i]);
    }
    ::close(nowhere);
  }
  ~Quiet() {
    std::fflush(nullptr);
    for (size_t i = 0; i < kPrinted.size(); ++i) {
      ::dup2(kept_[i], kPrinted[i]);
      ::close(kept_[i]);
    }
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  static constexpr std::array kPrinted = {STDOUT_FILENO, STDERR_FILENO};
  std::array<int, kPrinted.size()> kept_{};
};

// The exit status; the report is saved after so many times that it was read.
int frozen(const Folder& folder, int reads_before) {
  CommandLine line;
  line.program = folder.path();
  line.freeze = true;
  const Environment environment{"/", "", true, false, false, 80, 1};
  ProgramRun run;
  REQUIRE(open_program(line, environment, Stage::check, run) == kDone);
  const Report report = report_of(run);
  run.tree = std::make_shared<SavedMeanwhile>(std::move(run.tree), reads_before);
  const Quiet quiet;
  return freeze_report(line, environment, run, report, Words());
}

TEST_CASE("freeze: a report that was saved meanwhile is left alone", "[freeze]") {
  const Folder folder;
  CHECK(frozen(folder, 0) == kUsage);        // since it was read with the program
  CHECK(frozen(folder, 1) == kEnvironment);  // since its facts were made
  CHECK(folder.read("w22.md") == kReport);
  CHECK(frozen(folder, 2) == kDone);
  const std::string kept = folder.read("w22.md");
  CHECK(kept.find("as_sent: |") != std::string::npos);
  CHECK(kept.find("One more line") == std::string::npos);
}

}  // namespace
}  // namespace milepost
