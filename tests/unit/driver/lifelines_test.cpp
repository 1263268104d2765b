// The lives of records in scripted repositories: what counts as a change, whose it is, who may
// know.
#include "driver/lifelines_run.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "catch.h"
#include "driver/stages.h"
#include "files/disk.h"
#include "unit/files/git_scratch.h"

namespace milepost {
namespace {

constexpr const char* kProgram = "program: Example\nversions: weekly\n";

std::string risks(const std::string& rows) {
  return "risks:\n" + rows;
}

std::string day_of(const std::optional<Date>& date) {
  return date ? to_iso(*date) : "-";
}

/// "first, changed" of a record; "none" if the history does not know it.
std::string life(LifelineSource& source, const std::string& id, const std::string& revision = "",
                 std::function<bool(std::string_view)> sees = {}) {
  const Lifelines lines = source.upto({revision, "UTC", std::move(sees)});
  REQUIRE(lines.read);
  const auto at = lines.records.find(id);
  if (at == lines.records.end()) return "none";
  return day_of(at->second.first_seen) + ", " + day_of(at->second.last_changed);
}

bool sees_internal(std::string_view label) {
  return label == "public" || label == "internal";
}

}  // namespace

TEST_CASE("a record changes when its meaning does", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("risks.yaml", risks("- {id: R-1, title: Late vendor, likelihood: high}\n"));
  git.commit("first", "2026-01-05");
  git.write("risks.yaml", risks("- {id: R-1, title: Late vendor, likelihood: medium}\n"
                                "- {id: R-2, title: Rain, likelihood: low}\n"));
  const std::string second = git.commit("second", "2026-01-12");
  // In other words the same, and in another file.
  git.write("risks.yaml", risks("- {id: R-2, title: Rain, likelihood: low}\n"));
  git.write("risks/R-1.md",
            "---\nid: R-1\nkind: risk\nlikelihood:   Medium\n---\n\n# Late vendor\n");
  git.commit("third", "2026-01-19");

  LifelineSource source(git.path(), 2);
  CHECK(life(source, "R-1") == "2026-01-05, 2026-01-12");
  CHECK(life(source, "R-2") == "2026-01-12, -");
  CHECK(life(source, "R-2", second) == "2026-01-12, -");
  CHECK(life(source, "R-3") == "none");
  CHECK(source.cut_off().empty());
}

TEST_CASE("a version knows nothing of what came after it", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("risks.yaml", risks("- {id: R-1, title: Late vendor}\n"));
  const std::string first = git.commit("first", "2026-01-05");
  git.write("risks.yaml", risks("- {id: R-1, title: Late vendor, likelihood: low}\n"));
  git.commit("second", "2026-01-12");
  git.write("risks.yaml", risks("- {id: R-1, title: Late vendor, likelihood: high}\n"
                                "- {id: R-2, title: Rain}\n"));
  git.commit("third", "2026-01-12");
  LifelineSource source(git.path(), 1);
  CHECK(life(source, "R-1", first) == "2026-01-05, -");
  CHECK(life(source, "R-2", first) == "none");
  CHECK_FALSE(source.upto({std::string(40, 'a'), "UTC", {}}).read);
}

TEST_CASE("a life is followed to a new id", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("a.md", "---\nid: R-1\nkind: risk\nlikelihood: low\n---\n\n# Rain\n");
  git.commit("first", "2026-01-05");
  git.write("a.md", "---\nid: R-1\nkind: risk\nlikelihood: high\n---\n\n# Rain\n");
  git.commit("second", "2026-01-12");
  git.write("a.md", "---\nid: R-9\nkind: risk\nlikelihood: high\n---\n\n# Rain\n");
  git.commit("third", "2026-01-19");
  LifelineSource source(git.path(), 1);
  CHECK(life(source, "R-1") == "none");
  CHECK(life(source, "R-9").substr(0, 10) == "2026-01-05");
}

TEST_CASE("hidden edits leave nothing in what an audience is told", "[driver][lifelines]") {
  const auto built = [](bool hidden_edits) {
    auto git = std::make_unique<GitScratch>();
    git->write("program.yaml", kProgram);
    git->write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: low}\n"
                                   "- {id: R-2, title: Sun, likelihood: low}\n"));
    git->commit("first", "2026-01-05");
    git->write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: high}\n"
                                   "- {id: R-2, title: Sun, likelihood: low}\n"));
    git->commit("second", "2026-01-12");
    // A field that is restricted by its kind, a text that may name what is hidden, and a record
    // that was restricted for a while.
    const std::string mood = hidden_edits ? ", mitigation: See R-77, threatens: [T-77]" : "";
    git->write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: high" + mood + "}\n" +
                                   "- {id: R-2, title: Sun, likelihood: low}\n"));
    git->write("note.md", hidden_edits ? "more" : "less");
    git->commit("third", "2026-01-19");
    git->write("risks.yaml",
               risks("- {id: R-1, title: Rain, likelihood: high}\n"
                     "- {id: R-2, title: Sun, likelihood: high, visibility: restricted}\n"));
    git->commit("fourth", "2026-01-26");
    git->write("risks.yaml",
               risks(std::string("- {id: R-1, title: Rain, likelihood: high}\n") +
                     "- {id: R-2, title: Sun, likelihood: " + (hidden_edits ? "low" : "medium") +
                     ", visibility: restricted}\n"));
    git->commit("fifth", "2026-02-02");
    git->write("risks.yaml",
               risks("- {id: R-1, title: Rain, likelihood: high}\n"
                     "- {id: R-2, title: Sun, likelihood: low, visibility: internal}\n"));
    git->commit("sixth", "2026-02-09");
    return git;
  };
  std::string told[2];
  for (const bool hidden_edits : {false, true}) {
    const auto git = built(hidden_edits);
    LifelineSource source(git->path(), 1);
    for (const char* id : {"R-1", "R-2"}) {
      told[hidden_edits ? 1 : 0] += life(source, id, "", sees_internal) + "; ";
    }
    if (hidden_edits) {
      CHECK(life(source, "R-1") == "2026-01-05, 2026-01-26");
      CHECK(life(source, "R-2") == "2026-01-05, 2026-02-09");
    }
  }
  CHECK(told[0] == told[1]);
  CHECK(told[0] == "2026-01-05, 2026-01-12; 2026-01-05, -; ");
}

TEST_CASE("what is not committed yet has changed today", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: low}\n"
                                "- {id: R-2, title: Sun, likelihood: low}\n"));
  git.commit("first", "2026-01-05");
  git.write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: high}\n"
                                "- {id: R-2,   title: Sun,   likelihood: Low}\n"
                                "- {id: R-3, title: Snow, likelihood: low}\n"));
  LifelineSource source(git.path(), 1);
  const DiskTree tree(git.path());
  StageOptions options;
  options.as_of = make_date(2026, 3, 2);
  options.lifelines = &source;
  StageValues values;
  run_stages(tree, options, values);
  REQUIRE(values.analysis.ages.size() == 3);
  CHECK(day_of(values.analysis.ages[0].last_changed) == "2026-03-02");
  CHECK(day_of(values.analysis.ages[1].last_changed) == "-");
  CHECK(day_of(values.analysis.ages[2].first_seen) == "2026-03-02");

  options.revision = git.git("rev-parse HEAD");
  StageValues committed;
  run_stages(tree, options, committed);
  CHECK(day_of(committed.analysis.ages[0].last_changed) == "-");
}

// How many risks were not looked at for too long on 2 March.
static size_t stale_risks(const GitScratch& git) {
  LifelineSource source(git.path(), 1);
  const DiskTree tree(git.path());
  StageOptions options;
  options.as_of = make_date(2026, 3, 2);
  options.lifelines = &source;
  StageValues values;
  run_stages(tree, options, values);
  size_t count = 0;
  for (const Finding& finding : values.findings) count += finding.code == 312 ? 1 : 0;
  return count;
}

TEST_CASE("a change of meaning is a review, one of form is none", "[driver][lifelines]") {
  const auto stale = [](const std::string& row, const std::string& later) {
    GitScratch git;
    git.write("program.yaml", kProgram);
    git.write("risks.yaml", risks(row));
    git.commit("first", "2026-01-05");
    git.write("risks.yaml", risks(later));
    git.commit("second", "2026-02-23");
    return stale_risks(git);
  };
  const std::string row = "- {id: R-1, title: Rain, likelihood: medium, raised: 2026-01-05}\n";
  CHECK(stale(row, "-  {id: R-1, title:  Rain, raised: 2026-01-05, likelihood: Medium}\n") == 1);
  CHECK(stale(row, "- {id: R-1, title: Rain, likelihood: low, raised: 2026-01-05}\n") == 0);
}

TEST_CASE("what nobody touched since the first commit is stale", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: medium, impact: low}\n"));
  git.commit("first", "2026-01-05");
  CHECK(stale_risks(git) == 1);
}

TEST_CASE("the history is read if somebody asks", "[driver][lifelines]") {
  const auto ages = [](const std::string& rules, Stage last, bool record) {
    GitScratch git;
    git.write("program.yaml", kProgram + rules);
    if (record) git.write("risks.yaml", risks("- {id: R-1, title: Rain, likelihood: low}\n"));
    git.commit("first");
    LifelineSource source(git.path(), 1);
    const DiskTree tree(git.path());
    StageOptions options;
    options.last = last;
    options.as_of = make_date(2026, 3, 2);
    options.lifelines = &source;
    StageValues values;
    run_stages(tree, options, values);
    const bool read = std::ranges::any_of(values.times, [](const StageTime& time) {
      return std::string_view(time.name) == "lifelines";
    });
    CHECK(read != values.analysis.ages.empty());
    return read;
  };
  CHECK(ages("", Stage::check, true));
  CHECK(ages("rules: {stale: off}\n", Stage::check, true));
  CHECK_FALSE(ages("rules: {stale: off, decision-pending: off, high-risk-unreviewed: off}\n",
                   Stage::check, true));
  CHECK_FALSE(ages("", Stage::analyze, true));
  CHECK_FALSE(ages("", Stage::check, false));
}

TEST_CASE("a file is read by the program.yaml of its time", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  git.write("n/QX-1.md", "---\nlikelihood: low\n---\n\n# Rain\n");
  git.commit("a page", "2026-01-05");
  for (int i = 0; i < 70; ++i) {
    git.write("program.yaml", kProgram + ("owner_" + std::to_string(i)) + ": x\n");
    git.commit("another program.yaml", "2026-01-12");
  }
  git.write("program.yaml",
            std::string(kProgram) +
                "records:\n- {path: \"n/*.md\", kind: risk, visibility: restricted}\n");
  git.commit("a risk", "2026-01-19");
  git.write("program.yaml", std::string(kProgram) +
                                "as_of: 2026-03-02\nrecords:\n"
                                "- {path: \"n/*.md\", kind: risk, visibility: restricted}\n");
  git.write("n/QX-2.md", "---\nlikelihood: low\n---\n\n# Wind\n");
  git.commit("another risk", "2026-01-26");
  LifelineSource source(git.path(), 1);
  const Lifelines all = source.upto({"", "UTC", {}});
  CHECK(all.records.size() == 2);
  for (const auto& [id, line] : all.records) {
    CHECK(day_of(line.first_seen) ==
          (id.find("ain") != std::string::npos ? "2026-01-19" : "2026-01-26"));
    CHECK_FALSE(line.last_changed);
  }
  CHECK(source.upto({"", "UTC", sees_internal}).records.empty());
}

TEST_CASE("without a history nothing has an age", "[driver][lifelines]") {
  GitScratch git;
  git.write("program.yaml", kProgram);
  LifelineSource source(git.outside("nowhere"), 1);
  CHECK_FALSE(source.upto({"", "UTC", {}}).read);
}

}  // namespace milepost
