// Tests of choosing versions in a repository, and of naming one.
#include "driver/version_source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "diagnostics/rule.h"
#include "driver/program_run.h"
#include "driver/version_run.h"
#include "unit/files/git_scratch.h"

namespace milepost {
namespace {

struct Found {
  std::vector<VersionSource> all, versions;  // versions: those that an insider has
  std::vector<Diagnostic> diagnostics;

  std::string labels() const {
    std::string names;
    for (const VersionSource& version : versions) {
      if (version.kept) names += version.label + " ";
    }
    return names;
  }
  // Those of an audience, with what leads to them.
  std::string for_others() const {
    std::string names;
    for (const VersionSource& version : all) {
      if (!version.for_others) continue;
      names += version.label;
      for (const std::string& alias : version.aliases_for_others) names += "=" + alias;
      names += version.kept ? " " : "- ";
    }
    return names;
  }
  std::string said() const {
    std::string words;
    for (const Diagnostic& one : diagnostics) {
      words += code_name(one.code) + " " + one.message + "\n";
    }
    return words;
  }
};

Located located_at(const std::string& folder) {
  Located located;
  located.root = located.absolute = folder;
  return located;
}

Settings settings_with(std::initializer_list<const char*> words) {
  Settings settings;
  settings.file = FileId{0};
  for (const char* word : words) add_version_word(settings.versions, word, Span{FileId{0}, 0, 0});
  return settings;
}

Found found(const std::string& folder, const Settings& settings,
            Date as_of = *make_date(2026, 2, 5)) {
  DiagnosticSink sink;
  const Located located = located_at(folder);
  Found result;
  result.all = find_versions(settings, located, open_repository(located), as_of, sink);
  std::ranges::copy_if(result.all, std::back_inserter(result.versions),
                       &VersionSource::for_insiders);
  result.diagnostics = sink.take_sorted();
  return result;
}

// Commits on Mondays and Thursdays from 5 January on, the program in `plan/` from the second.
struct History {
  History() {
    scratch.write("README.md", "before");
    ids.push_back(scratch.commit("before the program", "2026-01-05"));
    for (const char* day :
         {"2026-01-08", "2026-01-12", "2026-01-15", "2026-01-19", "2026-02-02", "2026-02-05"}) {
      scratch.write("plan/program.yaml", "program: P\nas_of: 2020-01-01\n");
      scratch.write("plan/notes.md", std::string("As of ") + day + "\n");
      ids.push_back(scratch.commit(day, day));
    }
  }
  std::string plan() const { return scratch.at("plan"); }
  GitScratch scratch;
  std::vector<std::string> ids;
};

TEST_CASE("a cadence takes the last commit of each period that is over", "[versions]") {
  const History history;
  CHECK(found(history.plan(), settings_with({"weekly"})).labels() ==
        "2026-01-08 2026-01-15 2026-01-19 ");
  CHECK(found(history.plan(), settings_with({"monthly"})).labels() == "2026-01-19 ");
  CHECK(found(history.plan(), settings_with({"daily"})).labels() ==
        "2026-01-08 2026-01-12 2026-01-15 2026-01-19 2026-02-02 ");
  Settings two = settings_with({"daily"});
  two.versions.keep = 2;
  CHECK(found(history.plan(), two).labels() == "2026-01-19 2026-02-02 ");
  const Found weekly = found(history.plan(), settings_with({"weekly"}));
  CHECK(weekly.said().empty());
  REQUIRE(weekly.versions.size() == 3);
  CHECK(weekly.versions[1].revision == history.ids[3]);
  CHECK(weekly.versions[1].title.empty());
  CHECK(weekly.versions[1].kind == VersionKind::cadence);
  CHECK(weekly.versions[1].tree->read("notes.md", 99).bytes == "As of 2026-01-15\n");
}

// The last commit may have been about hidden things only.
TEST_CASE("for others a period is over by the as-of date, not by commits", "[versions]") {
  const History history;
  Settings weekly = settings_with({"weekly"});
  const auto at = [&](int month, int day) {
    return found(history.plan(), weekly, *make_date(2026, month, day)).for_others();
  };
  CHECK(at(2, 5) == "2026-01-11 2026-01-18 2026-01-25 ");
  CHECK(at(2, 8) == "2026-01-11 2026-01-18 2026-01-25 ");
  CHECK(at(2, 9) == "2026-01-11 2026-01-18 2026-01-25 2026-02-08 ");
  CHECK(at(1, 19) == "2026-01-11 2026-01-18 ");
  history.scratch.write("plan/hidden.md", "---\nvisibility: internal\n---\n");
  history.scratch.commit("for few", "2026-02-12");
  CHECK(at(2, 9) == "2026-01-11 2026-01-18 2026-01-25 2026-02-08 ");
  CHECK(at(2, 15) == "2026-01-11 2026-01-18 2026-01-25 2026-02-08 ");
  weekly.versions.keep = 3;
  CHECK(at(2, 9) == "2026-01-11- 2026-01-18- 2026-01-25 2026-02-08 ");
  CHECK(found(history.plan(), settings_with({"monthly"})).for_others() == "2026-01-31 ");
  CHECK(found(history.plan(), settings_with({"2026-02-05", "2026-02-04"})).for_others() ==
        "2026-02-04 ");
}

TEST_CASE("for others a week in which the program stayed as it was is none", "[versions]") {
  const History history;
  history.scratch.write("README.md", "beside the program");
  history.scratch.commit("beside", "2026-02-10");
  history.scratch.write("plan/notes.md", "new");
  history.scratch.commit("new", "2026-02-17");
  const Found all = found(history.plan(), settings_with({"weekly"}), *make_date(2026, 3, 1));
  CHECK(all.for_others() == "2026-01-11 2026-01-18 2026-01-25 2026-02-08 2026-02-22 ");
  CHECK(all.labels() == "2026-01-08 2026-01-15 2026-01-19 2026-02-05 2026-02-10 ");
}

TEST_CASE("for others no folder of a day leads to a commit", "[versions]") {
  const History history;
  history.scratch.git("tag v1 " + history.ids[3]);
  history.scratch.git("tag v2 " + history.ids[3]);
  const Found all = found(history.plan(), settings_with({"v*", "2026-01-15", "weekly"}));
  CHECK(all.labels() == "2026-01-08 v1 2026-01-19 ");
  CHECK(all.for_others() == "2026-01-11 v1=v2 2026-01-15 2026-01-25 ");
}

TEST_CASE("days of commits are those of the program's zone", "[versions]") {
  const GitScratch scratch;
  scratch.write("program.yaml", "program: P\n");
  scratch.commit("late", "2026-01-11T23:30:00Z");
  scratch.commit("next", "2026-02-01");
  Settings settings = settings_with({"daily"});
  CHECK(found(scratch.path(), settings).labels() == "2026-01-11 ");
  settings.timezone = "Europe/Berlin";
  CHECK(found(scratch.path(), settings).labels() == "2026-01-12 ");
}

TEST_CASE("tags, branches, commits and days, and one of each moment", "[versions]") {
  const History history;
  history.scratch.git("tag v1.0 " + history.ids[2]);
  history.scratch.git("tag -a -m x release/2026-01 " + history.ids[3]);
  history.scratch.git("tag v0 " + history.ids[0]);
  history.scratch.git("branch side/Way " + history.ids[4]);
  const std::string id = history.ids[5].substr(0, 8);
  const Found all =
      found(history.plan(),
            settings_with({"v1*", "release/*", "side/*", id.c_str(), "2026-01-17", "weekly"}));
  CHECK(all.said().empty());
  CHECK(all.labels() == "2026-01-08 v1.0 release-2026-01 2026-01-17 side-way " +
                            history.ids[5].substr(0, 10) + " ");
  CHECK(all.versions[2].title == "release/2026-01");
  CHECK(all.versions[2].kind == VersionKind::tag);
  CHECK(to_iso(all.versions[3].date) == "2026-01-17");
  CHECK(all.versions[3].revision == history.ids[3]);
  CHECK(all.versions[4].kind == VersionKind::branch);
}

TEST_CASE("what cannot be had is said at its word", "[versions]") {
  const History history;
  history.scratch.git("tag v1.0 " + history.ids[2]);
  history.scratch.git("tag v0 " + history.ids[0]);
  const Found none = found(history.plan(), settings_with({"v1.O", "x*", "0123456789", "2025-01-01",
                                                          "2026-02-05", "2026-02-06", "v0"}));
  CHECK(none.versions.empty());
  CHECK(none.said() ==
        "MP064 `0123456789` is no commit of this repository\n"
        "MP064 no tag and no branch fits `v1.O`\n"
        "MP064 no tag and no branch fits `x*`\n"
        "MP064 there is no commit of `2025-01-01` or before\n"
        "MP065 `v0` is of a time when the program was not in `plan`\n"
        "MP067 `2026-02-05` is not over: the last commit is of 2026-02-05, and it is built as of "
        "2026-02-05\n"
        "MP067 `2026-02-06` is not over: the last commit is of 2026-02-05, and it is built as of "
        "2026-02-05\n");
  CHECK(none.diagnostics[1].help == "did you mean `v1.0`?");
}

TEST_CASE("two versions of one folder, and `latest`", "[versions]") {
  const History history;
  history.scratch.git("tag release/1 " + history.ids[2]);
  history.scratch.git("tag Release-1 " + history.ids[3]);
  history.scratch.git("tag latest " + history.ids[4]);
  const Found all = found(history.plan(), settings_with({"**"}));
  CHECK(all.labels() == "release-1 ");
  CHECK(all.said() ==
        "MP066 `Release-1` and `release/1` would both be in the folder `release-1/` of the site; "
        "it is left out\n"
        "MP066 `latest` and the working folder would both be in the folder `latest/` of the site; "
        "it is left out\n");
}

TEST_CASE("what stands above the versions has its name", "[versions]") {
  const History history;
  for (const char* name : {"versions.json", "Versions.JS", "versions.html", "index.html",
                           "404.html", "robots.txt", "Assets", "versions.jsonx"}) {
    history.scratch.git(std::string("tag ") + name + " " + history.ids[2]);
  }
  const Found all = found(history.plan(), settings_with({"**"}));
  CHECK(all.labels() == "versions.jsonx ");
  CHECK(all.diagnostics.size() == 7);
  CHECK(all.said().starts_with(
      "MP066 `404.html` would be in the folder `404.html/` of the site, where something else has "
      "that name; it is left out\n"));
  REQUIRE(all.versions.size() == 1);
  CHECK(all.versions[0].aliases.empty());
}

TEST_CASE("another name of a commit takes no folder", "[versions]") {
  const History history;
  const auto folder_and_aliases = [&](std::initializer_list<const char*> words) {
    const Found all = found(history.plan(), settings_with(words));
    REQUIRE(all.versions.size() == 1);
    std::string names = all.versions[0].label;
    for (const std::string& alias : all.versions[0].aliases) names += " " + alias;
    return names;
  };
  history.scratch.git("tag -a -m x v2 " + history.ids[2], "2026-03-01");
  CHECK(folder_and_aliases({"*"}) == "v2");
  history.scratch.git("tag -a -m x a " + history.ids[2], "2026-03-02");
  CHECK(folder_and_aliases({"*"}) == "v2 a");
  history.scratch.git("tag light " + history.ids[2], "2026-02-01");
  CHECK(folder_and_aliases({"*"}) == "v2 a light");
  history.scratch.git("tag v10 " + history.ids[2], "2026-03-04");
  history.scratch.git("tag v9 " + history.ids[2], "2026-03-05");
  CHECK(folder_and_aliases({"*"}) == "v2 a light v9 v10");
  // Who wants another one to have it says so first.
  CHECK(folder_and_aliases({"v9", "*"}) == "v9 v2 a light v10");
}

TEST_CASE("no version is later than the latest", "[versions]") {
  const History history;
  const Settings settings = settings_with({"*", "weekly"});
  const Found all = found(history.plan(), settings);
  const Found some = found(history.plan(), settings, *make_date(2026, 1, 16));
  CHECK(some.versions.size() < all.versions.size());
  for (const VersionSource& version : some.versions) CHECK(to_iso(version.date) <= "2026-01-16");
  CHECK(some.said().find("MP067 the program is judged as of 2026-01-16, and `") !=
        std::string::npos);
}

TEST_CASE("a clock that was set forward takes no version away", "[versions]") {
  const History history;
  const auto commit = [&](const char* day) {
    history.scratch.write("plan/notes.md", day);
    return history.scratch.commit("one", day);
  };
  const std::string odd = commit("2099-01-01");
  const Found weekly = found(history.plan(), settings_with({"weekly"}));
  CHECK(weekly.labels() == "2026-01-08 2026-01-15 2026-01-19 ");
  CHECK(weekly.said() == "MP069 commit `" + odd.substr(0, 10) +
                             "` says that it is of 2099-01-01, which those around it cannot "
                             "follow: it counts as of 2026-02-05\n");
  commit("2026-02-09");
  commit("2026-02-16");
  const Found later =
      found(history.plan(), settings_with({"weekly", "2026-02-10"}), *make_date(2026, 2, 16));
  CHECK(later.labels() == "2026-01-08 2026-01-15 2026-01-19 2026-02-05 2026-02-09 2026-02-10 ");
  REQUIRE(later.versions.size() == 6);
  CHECK(later.versions[3].revision == odd);
  CHECK(later.said().starts_with("MP069 commit `" + odd.substr(0, 10)));
}

TEST_CASE("a clock that was set back takes no version away", "[versions]") {
  const History history;
  history.scratch.write("plan/notes.md", "odd");
  history.scratch.commit("odd", "1999-06-02");
  const Found weekly = found(history.plan(), settings_with({"weekly", "2026-01-20"}));
  CHECK(weekly.labels() == "2026-01-08 2026-01-15 2026-01-19 2026-01-20 ");
  CHECK(weekly.said().starts_with("MP069 "));
  history.scratch.write("plan/notes.md", "well");
  history.scratch.commit("well", "2026-02-12");
  CHECK(found(history.plan(), settings_with({"weekly"})).labels() ==
        "2026-01-08 2026-01-15 2026-01-19 2026-02-05 ");
}

TEST_CASE("no git, no repository and a shallow clone are said once", "[versions]") {
  const History history;
  history.scratch.git("clone -q --depth 2 file://" + history.scratch.path() + " ../shallow");
  const Found shallow = found(history.scratch.outside("shallow/plan"),
                              settings_with({"weekly", "v1.0", "2026-01-08", "deadbeef"}));
  CHECK(shallow.said() ==
        "MP062 this clone of the repository is shallow: versions that it lacks are left out\n");
  CHECK(shallow.diagnostics[0].help.find("fetch-depth: 0") != std::string::npos);
  CHECK(shallow.diagnostics[0].help.find("--unshallow") != std::string::npos);
  std::filesystem::create_directories(history.scratch.outside("plain"));
  CHECK(found(history.scratch.outside("plain"), settings_with({"weekly", "v1"})).said() ==
        "MP061 the program is in no git repository: it has no versions\n");
  DiagnosticSink sink;
  GitRepository::Opened none;
  none.problem = GitProblem::no_git;
  find_versions(settings_with({"weekly"}), located_at("/"), none, *make_date(2026, 1, 1), sink);
  CHECK(sink.take_sorted().front().code == 60);
}

TEST_CASE("a version that somebody names", "[versions]") {
  const History history;
  history.scratch.git("tag v1.0 " + history.ids[2]);
  const Settings settings = settings_with({});
  const Located located = located_at(history.plan());
  const GitRepository::Opened git = open_repository(located);
  const auto open = [&](const std::string& said) {
    return open_version(said, settings, located, git, *make_date(2026, 6, 1));
  };
  CHECK(open("v1.0").version->revision == history.ids[2]);
  CHECK(open("v1.0").version->label == "v1.0");
  CHECK(to_iso(open("v1.0").version->date) == "2026-01-12");
  CHECK(open("HEAD~1").version->revision == history.ids[5]);
  CHECK(open("2026-01-13").version->revision == history.ids[2]);
  CHECK(to_iso(open("2026-01-13").version->date) == "2026-01-13");
  const OpenedVersion folder = open(history.plan());
  REQUIRE(folder.version);
  CHECK(folder.version->kind == VersionKind::folder);
  CHECK(to_iso(folder.version->date) == "2020-01-01");
  CHECK(open("v1.O").problem ==
        "`v1.O` is no folder, snapshot, day or revision of this repository; did you mean `v1.0`?");
  CHECK(open(history.ids[0]).problem.find("the program was not in `plan`") != std::string::npos);
  CHECK(open("2025-01-01").problem ==
        "there is no commit of `2025-01-01` or before: the first one is of 2026-01-05");
  CHECK(open("2026-06-01").version);
  CHECK(open("2026-06-02").problem.find("`2026-06-02` is after the last commit, of ") == 0);
  CHECK(open("--help").problem.find("`--help` is no folder") == 0);
  GitRepository::Opened none;
  none.problem = GitProblem::no_repository;
  CHECK(open_version("v1.0", settings, located, none, *make_date(2026, 6, 1)).problem ==
        "cannot look for `v1.0`: the program is in no git repository; name a folder or a snapshot");
}

TEST_CASE("a version runs as of its date, under its own name", "[versions]") {
  const History history;
  ProgramRun now;
  now.located = located_at(history.plan());
  now.options.as_of = *make_date(2030, 1, 1);
  const Found weekly = found(history.plan(), settings_with({"weekly"}));
  REQUIRE(!weekly.versions.empty());
  ProgramRun run;
  CHECK(run_version(weekly.versions[0], now, Stage::check, run));
  CHECK(to_iso(run.values.as_of) == "2026-01-08");
  CHECK(run.values.program.set.settings.title == "P");
  REQUIRE(run.values.sources.files.size() == 2);
  CHECK(run.values.sources.display_prefix == "2026-01-08:");
  CHECK(run.values.sources.files[0].content.size() == 40);
}

}  // namespace
}  // namespace milepost
