// Tests of reading a git repository's objects: what is there, what is odd, what means harm.
#include "files/git_repository.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "files/git_tree.h"
#include "git_scratch.h"

namespace milepost {
namespace {

using Repository = std::shared_ptr<const GitRepository>;

Repository open_at(const std::string& folder) {
  const GitRepository::Opened opened = GitRepository::open(folder);
  INFO(opened.detail);
  REQUIRE(opened.repository != nullptr);
  return opened.repository;
}

std::string names_of(const Listing& listing) {
  std::string names;
  for (const TreeEntry& entry : listing.entries) {
    const char* kinds = "fdls";
    names += entry.name + ":" + kinds[static_cast<int>(entry.kind)] + " ";
  }
  return names;
}

TEST_CASE("a commit of a repository is read as a tree", "[git]") {
  const GitScratch scratch;
  scratch.write("program.yaml", "program: One\n");
  scratch.write("raid/risks.md", "# Risks\n");
  scratch.write("raid.md", "x");
  scratch.write("empty.md", "");
  const std::string first = scratch.commit("First words\nstill the subject\n\nbody", "2026-01-05");
  scratch.write("raid/risks.md", "# Risks\n\nmore\n");
  const std::string second = scratch.commit("Second", "2026-01-12");
  const auto before = scratch.state();

  const Repository repository = open_at(scratch.path());
  CHECK(repository->prefix().empty());
  CHECK_FALSE(repository->shallow());
  const auto head = repository->commit("HEAD");
  REQUIRE(head);
  CHECK(head->id == second);
  CHECK(head->parents == std::vector<std::string>{first});
  CHECK(head->committed == 1768219200);
  CHECK(head->author == "A. Writer");
  CHECK(head->subject == "Second");
  CHECK(repository->commit(first.substr(0, 8))->subject == "First words still the subject");

  const auto tree = GitRepository::tree(repository, first, "");
  REQUIRE(tree != nullptr);
  const Listing root = tree->list("");
  CHECK(names_of(root) == "empty.md:f program.yaml:f raid:d raid.md:f ");
  CHECK(root.entries[1].size == 13);
  CHECK(root.entries[1].content == scratch.git("rev-parse HEAD:program.yaml"));
  CHECK(tree->read("raid/risks.md", 100).bytes == "# Risks\n");
  CHECK(tree->read("empty.md", 0).bytes.empty());
  CHECK(tree->read("empty.md", 0).error == TreeError::none);
  CHECK(tree->read("raid/risks.md", 7).error == TreeError::too_large);
  CHECK(tree->read("raid", 7).error == TreeError::not_regular);
  CHECK(tree->read("none.md", 7).error == TreeError::not_found);
  CHECK(tree->read("raid/../raid.md", 7).error == TreeError::not_found);
  CHECK(tree->list("none").error == TreeError::not_found);
  CHECK(tree->list("raid.md").error == TreeError::not_regular);
  // Read before, and over another limit now.
  CHECK(tree->read("raid/risks.md", 7).error == TreeError::too_large);

  const auto folder = GitRepository::tree(repository, "HEAD", "raid/");
  REQUIRE(folder != nullptr);
  CHECK(folder->read("risks.md", 100).bytes == "# Risks\n\nmore\n");
  CHECK(GitRepository::tree(repository, second, "none/") == nullptr);
  CHECK(GitRepository::tree(repository, second, "raid.md/") == nullptr);

  const FirstParents found = repository->first_parents(second, 10);
  CHECK_FALSE(found.cut);
  const std::vector<GitCommit>& history = found.commits;
  REQUIRE(history.size() == 2);
  CHECK(history[0].id == second);
  CHECK(history[0].tree == head->tree);
  CHECK(history[1].parents.empty());
  CHECK(repository->first_parents(second, 1).commits.size() == 1);
  CHECK(scratch.state() == before);
}

TEST_CASE("a message may be of any length", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "one\n");
  scratch.write("message", "Subject\n\n" + std::string(3u << 20, 'x') + "\n");
  scratch.git("add a.md");
  scratch.git("commit -q -F message", "2026-01-05");
  const std::string huge = scratch.git("rev-parse HEAD");
  scratch.write("a.md", "two\n");
  const std::string next = scratch.commit("next", "2026-01-06");
  const auto repository = GitRepository::open(scratch.path()).repository;
  REQUIRE(repository != nullptr);
  const auto commit = repository->commit(huge);
  REQUIRE(commit.has_value());
  CHECK(commit->subject == "Subject");
  CHECK(commit->author == "A. Writer");
  CHECK(commit->tree == scratch.git("rev-parse " + huge + "^{tree}"));
  CHECK(repository->first_parents(next, 10).commits.size() == 2);
  // The next answer is read from its beginning.
  CHECK(repository->commit(next)->subject == "next");
  const auto tree = GitRepository::tree(repository, huge, "");
  REQUIRE(tree != nullptr);
  CHECK(tree->read("a.md", 99).bytes == "one\n");
}

TEST_CASE("an annotated tag says when it was made", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "one\n");
  scratch.commit("one", "2026-01-05");
  scratch.git("tag light");
  scratch.git("tag -a -m x heavy", "2026-02-01");
  const auto repository = GitRepository::open(scratch.path()).repository;
  REQUIRE(repository != nullptr);
  const std::vector<GitRef> tags = repository->tags();
  REQUIRE(tags.size() == 2);
  CHECK(tags[0].commit == tags[1].commit);
  CHECK(repository->tagged(tags[0]) == 1769947200);
  CHECK_FALSE(repository->tagged(tags[1]).has_value());
}

TEST_CASE("the program may stand in a folder of the repository", "[git]") {
  const GitScratch scratch;
  scratch.write("plan/\"odd\n folder\"/program.yaml", "program: One\n");
  const std::string commit = scratch.commit("First");
  const Repository repository = open_at(scratch.at("plan/\"odd\n folder\""));
  CHECK(repository->prefix() == "plan/\"odd\n folder\"/");
  const auto tree = GitRepository::tree(repository, commit, repository->prefix());
  REQUIRE(tree != nullptr);
  CHECK(tree->read("program.yaml", 100).bytes == "program: One\n");
}

TEST_CASE("repositories of SHA-256, bare ones and work trees elsewhere", "[git]") {
  const GitScratch scratch("--object-format=sha256");
  scratch.write("a/b.md", "bee");
  const std::string commit = scratch.commit("First");
  CHECK(commit.size() == 64);
  scratch.git("clone -q --bare . ../bare.git");
  scratch.git("worktree add -q ../elsewhere");
  for (const std::string name : {"repo", "bare.git", "elsewhere/a"}) {
    INFO(name);
    const Repository repository = open_at(scratch.outside(name));
    const auto tree = GitRepository::tree(repository, "HEAD", "a/");
    REQUIRE(tree != nullptr);
    CHECK(tree->read("b.md", 3).bytes == "bee");
    CHECK(repository->first_parents(commit, 5).commits.size() == 1);
  }
  CHECK(open_at(scratch.outside("elsewhere/a"))->prefix() == "a/");
}

TEST_CASE("tags lead through tags to commits", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  const std::string commit = scratch.commit("First");
  scratch.git("tag v1.0");
  scratch.git("tag -a -m one annotated v1.0");
  scratch.git("tag -a -m two of-a-tag annotated");
  scratch.git("tag release/2026-01 v1.0");
  scratch.git("tag of-a-blob HEAD:a.md");
  scratch.git("branch feature/x");
  scratch.git("update-ref refs/remotes/origin/main HEAD");
  scratch.git("update-ref refs/remotes/origin/other HEAD");
  scratch.git("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main");
  // A ref to what is not there spoils no other.
  std::ofstream(scratch.at(".git/refs/tags/gone")) << std::string(40, '1') << "\n";
  const Repository repository = open_at(scratch.path());
  std::string tags, branches;
  for (const GitRef& tag : repository->tags()) {
    CHECK(tag.commit == commit);
    tags += tag.name + " ";
  }
  CHECK(tags == "annotated of-a-tag release/2026-01 v1.0 ");
  for (const GitRef& branch : repository->branches()) branches += branch.name + " ";
  CHECK(branches == "feature/x main other ");
  CHECK(repository->commit("of-a-tag")->id == commit);
  CHECK_FALSE(repository->commit("of-a-blob"));
}

TEST_CASE("what is no revision is none", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  scratch.commit("First");
  const Repository repository = open_at(scratch.path());
  for (const std::string revision :
       {"", "--help", "-x", "nothing", "HEAD\nHEAD", "HEAD:a.md", "HEAD:", "HEAD..HEAD", "HEAD^2",
        ":a.md", "1234567", "HEAD~1"}) {
    INFO(revision);
    CHECK_FALSE(repository->commit(revision));
  }
  CHECK_FALSE(repository->commit(std::string("HEAD\0", 5)));
  CHECK_FALSE(repository->commit(std::string(10'000, 'a')));
  CHECK(repository->commit("@"));
  CHECK(repository->first_parents("HEAD", 5).commits.empty());
  CHECK_FALSE(repository->merge_base("HEAD", "main"));
}

TEST_CASE("links, submodules and names of any bytes", "[git]") {
  const GitScratch scratch;
  scratch.write("\xff\xfe.md", "odd");
  scratch.write("new\nline.md", "line");
  scratch.write(" two  words .md", "words");
  scratch.write("a/b.md", "b");
  scratch.write("a.md", "a");
  scratch.write("run.sh", "#!");
  ::chmod(scratch.at("run.sh").c_str(), 0755);
  std::filesystem::create_symlink("/etc/passwd", scratch.at("link.md"));
  scratch.commit("First");
  scratch.git("-c advice.addEmbeddedRepo=false submodule --quiet add ./ sub");
  scratch.git("commit -q -m Second");
  const Repository repository = open_at(scratch.path());
  const auto tree = GitRepository::tree(repository, "HEAD", "");
  REQUIRE(tree != nullptr);
  CHECK(names_of(tree->list("")) ==
        " two  words .md:f .gitmodules:f a:d a.md:f link.md:l new\nline.md:f run.sh:f sub:d "
        "\xff\xfe.md:f ");
  CHECK(tree->read("\xff\xfe.md", 9).bytes == "odd");
  CHECK(tree->read("new\nline.md", 9).bytes == "line");
  CHECK(tree->read("link.md", 99).error == TreeError::not_regular);
  CHECK(tree->list("sub").error == TreeError::none);
  CHECK(tree->list("sub").entries.empty());
  CHECK(tree->read("sub/a.md", 9).error == TreeError::not_found);
  CHECK(GitRepository::tree(repository, "HEAD", "sub/") == nullptr);
}

TEST_CASE("entries that no checkout would make are left out", "[git]") {
  const auto entry = [](const std::string& mode, const std::string& name) {
    return mode + " " + name + std::string(1, '\0') + std::string(20, '\x1a');
  };
  std::string bytes;
  for (const char* name : {"ok.md", "..", ".", "", ".git", ".GIT", "a/b.md", "../up.md", "ok.md"}) {
    bytes += entry("100644", name);
  }
  bytes += entry("170000", "odd");
  bytes += "100644 cut off";
  const std::vector<GitTreeEntry> entries = parse_git_tree(bytes, 20);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].kind == EntryKind::special);
  CHECK(entries[1].name == "ok.md");
  CHECK(entries[1].id == "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a");
}

TEST_CASE("objects that are broken or missing are said, and the rest is read", "[git]") {
  const GitScratch scratch;
  scratch.write("bad.md", "bad");
  scratch.write("gone.md", "gone");
  scratch.write("good.md", "good");
  scratch.write("huge.md", std::string(3'000'000, 'h'));
  scratch.write("in/lost.md", "lost");
  scratch.commit("First");
  const auto object = [&](const std::string& name) {
    const std::string id = scratch.git("rev-parse HEAD:" + name);
    return scratch.at(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
  };
  std::filesystem::remove(object("gone.md"));
  std::filesystem::remove(object("in"));
  const std::string bad = object("bad.md");
  ::chmod(bad.c_str(), 0644);
  std::ofstream(bad, std::ios::binary) << "no object at all";
  const Repository repository = open_at(scratch.path());
  const auto tree = GitRepository::tree(repository, "HEAD", "");
  REQUIRE(tree != nullptr);
  const Listing root = tree->list("");
  CHECK(root.error == TreeError::none);
  REQUIRE(root.entries.size() == 5);
  CHECK(root.entries[2].size == 4);
  CHECK(root.entries[3].size == 3'000'000);
  CHECK(tree->read("bad.md", 99).error == TreeError::failed);
  CHECK(tree->read("gone.md", 99).detail.find("shallow or partial") != std::string::npos);
  CHECK(tree->read("huge.md", 1'000'000).error == TreeError::too_large);
  CHECK(tree->read("good.md", 99).bytes == "good");
  CHECK(tree->list("in").error == TreeError::failed);
  CHECK(tree->read("huge.md", 3'000'000).bytes.size() == 3'000'000);
}

TEST_CASE("a shallow clone knows that it is one", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  const std::string first = scratch.commit("First");
  scratch.write("a.md", "b");
  const std::string second = scratch.commit("Second");
  scratch.git("clone -q --depth 1 file://" + scratch.path() + " ../shallow");
  const Repository repository = open_at(scratch.outside("shallow"));
  CHECK(repository->shallow());
  CHECK_FALSE(repository->commit(first));
  CHECK(repository->commit("HEAD")->id == second);
  CHECK(repository->first_parents(second, 9).commits.size() == 1);
}

TEST_CASE("the caller's environment and other owners change nothing", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  scratch.commit("First");
  const GitScratch other;
  other.write("b.md", "b");
  const std::string wrong = other.commit("Other");
  // As in a hook of another repository.
  ::setenv("GIT_DIR", other.at(".git").c_str(), 1);
  ::setenv("GIT_WORK_TREE", other.path().c_str(), 1);
  ::setenv("GIT_INDEX_FILE", other.at(".git/index").c_str(), 1);
  ::setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", 1);
  const Repository repository = open_at(scratch.path());
  const auto head = repository->commit("HEAD");
  for (const char* name :
       {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_TEST_ASSUME_DIFFERENT_OWNER"}) {
    ::unsetenv(name);
  }
  REQUIRE(head);
  CHECK(head->id != wrong);
  CHECK(head->subject == "First");
}

TEST_CASE("a repository of somebody else is read", "[git]") {
  if (::geteuid() != 0) return;  // only root can give files away
  const GitScratch scratch;
  scratch.write("a.md", "a");
  scratch.commit("First");
  REQUIRE(::chown(scratch.path().c_str(), 12345, 12345) == 0);
  REQUIRE(::chown(scratch.at(".git").c_str(), 12345, 12345) == 0);
  CHECK(open_at(scratch.path())->commit("HEAD"));
}

TEST_CASE("no repository and no git are told apart", "[git]") {
  const GitScratch scratch;
  CHECK(GitRepository::open("/").problem == GitProblem::no_repository);
  CHECK(GitRepository::open(scratch.outside("none")).problem == GitProblem::failed);
  std::ofstream(scratch.at(".git/config")) << "[core]\n\trepositoryformatversion = 99\n";
  const GitRepository::Opened future = GitRepository::open(scratch.path());
  CHECK(future.problem == GitProblem::failed);
  CHECK(future.detail.find("99") != std::string::npos);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nonexistent", 1);
  const GitProblem problem = GitRepository::open(scratch.path()).problem;
  ::setenv("PATH", path.c_str(), 1);
  CHECK(problem == GitProblem::no_git);
}

TEST_CASE("an empty repository has no commits", "[git]") {
  const GitScratch scratch;
  const Repository repository = open_at(scratch.path());
  CHECK_FALSE(repository->commit("HEAD"));
  CHECK(repository->tags().empty());
  CHECK(repository->branches().empty());
}

TEST_CASE("a commit is read in the encoding it says, and tells no address", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  scratch.git("add -A");
  scratch.git(
      "-c i18n.commitEncoding=ISO-8859-1 -c user.name=jo@example.org commit -q "
      "--author='jo@example.org <jo@example.org>' -m \"$(printf 'Caf\\351')\"");
  const Repository repository = open_at(scratch.path());
  const auto head = repository->commit("HEAD");
  REQUIRE(head);
  CHECK(head->subject == "Caf\u00e9");
  CHECK(head->author == "jo");
}

TEST_CASE("merge bases", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  const std::string base = scratch.commit("Base");
  scratch.write("a.md", "b");
  const std::string ours = scratch.commit("Ours");
  scratch.git("checkout -q -b side " + base);
  scratch.write("b.md", "b");
  const std::string theirs = scratch.commit("Theirs");
  scratch.git("checkout -q --orphan alone");
  const std::string alone = scratch.commit("Alone");
  const Repository repository = open_at(scratch.path());
  CHECK(repository->merge_base(ours, theirs) == base);
  CHECK_FALSE(repository->merge_base(ours, alone));
}

TEST_CASE("threads take turns", "[git]") {
  const GitScratch scratch;
  for (int i = 0; i < 100; ++i) {
    scratch.write("f" + std::to_string(i) + ".md", std::string(static_cast<size_t>(i) * 997, 'x'));
  }
  scratch.commit("First");
  const Repository repository = open_at(scratch.path());
  const auto tree = GitRepository::tree(repository, "HEAD", "");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 100; ++i) {
        const FileBytes file = tree->read("f" + std::to_string(i) + ".md", 1 << 20);
        if (file.bytes.size() != static_cast<size_t>(i) * 997) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}

TEST_CASE("nothing in a repository's configuration is run, and nothing is written", "[git]") {
  const GitScratch scratch;
  scratch.write("a.md", "a");
  scratch.write(".gitattributes", "* filter=evil diff=evil\n");
  scratch.commit("First");
  scratch.git("tag -a -m one v1");
  const std::string gone = scratch.git("rev-parse HEAD:a.md");
  std::filesystem::remove(scratch.at(".git/objects/" + gone.substr(0, 2) + "/" + gone.substr(2)));
  const std::string touch = "touch " + scratch.outside("pwned") + "; false";
  std::ofstream config(scratch.at(".git/config"), std::ios::app);
  const auto line = [&](const std::string& section, const std::string& key) {
    config << "[" << section << "]\n\t" << key << " = \"!" << touch << "\"\n\t" << key << " = \""
           << touch << "\"\n";
  };
  line("core", "fsmonitor");
  line("core", "pager");
  line("core", "editor");
  line("core", "sshCommand");
  line("core", "gitProxy");
  line("core", "askPass");
  line("core", "alternateRefsCommand");
  line("pager", "rev-list");
  line("alias", "rev-list");
  line("alias", "cat-file");
  line("filter \"evil\"", "smudge");
  line("filter \"evil\"", "process");
  line("diff \"evil\"", "textconv");
  line("gpg", "program");
  line("credential", "helper");
  line("uploadpack", "packObjectsHook");
  config << "[log]\n\tshowSignature = true\n[core]\n\thooksPath = " << scratch.at("hooks")
         << "\n[extensions]\n\tpartialClone = evil\n[core]\n\trepositoryformatversion = 1\n"
         << "[remote \"evil\"]\n\turl = \"ext::sh -c '" << touch
         << "'\"\n\tpromisor = true\n\tuploadpack = \"" << touch
         << "\"\n[protocol]\n\tallow = always\n[protocol \"ext\"]\n\tallow = always\n"
         << "[include]\n\tpath = " << scratch.outside("more") << "\n";
  config.close();
  std::ofstream(scratch.outside("more")) << "[core]\n\tfsmonitor = " << touch << "\n";
  const auto before = scratch.state();

  const Repository repository = open_at(scratch.path());
  const auto head = repository->commit("HEAD");
  REQUIRE(head);
  CHECK(repository->tags().size() == 1);
  CHECK(repository->branches().size() == 1);
  CHECK(repository->first_parents(head->id, 9).commits.size() == 1);
  CHECK(repository->merge_base(head->id, head->id));
  const auto tree = GitRepository::tree(repository, "HEAD", "");
  REQUIRE(tree != nullptr);
  CHECK(tree->list("").entries.size() == 2);
  CHECK(tree->read("a.md", 99).error == TreeError::failed);
  CHECK(scratch.state() == before);
}

}  // namespace
}  // namespace milepost
