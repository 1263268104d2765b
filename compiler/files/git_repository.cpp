// Commits and refs; trees and blobs are in git_tree.cpp.
#include "files/git_repository.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "files/git.h"
#include "files/git_tree.h"
#include "files/git_tree_changes.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr uint64_t kCommitBytes = 1 << 20;
constexpr size_t kLongestRevision = 500;
constexpr size_t kHistoryBytes = 256u << 20;

// Could be more than one line or an option.
bool may_be_asked(std::string_view revision) {
  return !revision.empty() && revision.size() <= kLongestRevision && revision.front() != '-' &&
         std::ranges::none_of(revision, [](char c) { return is_ascii_control(c); });
}

// Who has no name but an address is called by what stands before its `@`.
std::string name_only(std::string_view name) {
  return replace_invalid_utf8(trim(name.substr(0, name.find('@'))));
}

int64_t number(std::string_view text) {
  int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// `author Name <address> 1767225600 +0100`: what stands where.
void read_person(std::string_view value, std::string& name, int64_t& time) {
  const size_t open = value.find('<'), close = value.rfind('>');
  name = name_only(value.substr(0, open));
  if (close != std::string_view::npos) time = number(trim(value.substr(close + 1)));
}

// False: it is written in another encoding than UTF-8.
bool read_commit(std::string_view bytes, GitCommit& commit) {
  bool utf8 = true;
  std::string ignored;
  while (!bytes.empty() && bytes.front() != '\n') {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const size_t space = std::min(line.find(' '), line.size());
    const std::string_view key = line.substr(0, space);
    const std::string_view value = line.substr(std::min(space + 1, line.size()));
    if (key == "tree") {
      commit.tree = value;
    } else if (key == "parent") {
      commit.parents.emplace_back(value);
    } else if (key == "author") {
      int64_t written = 0;
      read_person(value, commit.author, written);
    } else if (key == "committer") {
      read_person(value, ignored, commit.committed);
    } else if (key == "encoding") {
      utf8 = iequals(value, "utf-8") || iequals(value, "utf8");
    }
  }
  // The first paragraph is the subject, as git has it.
  for (const std::string_view line : split_lines(trim_left(bytes))) {
    if (trim(line).empty()) break;
    if (!commit.subject.empty()) commit.subject += ' ';
    commit.subject += trim_right(line);
  }
  commit.subject = replace_invalid_utf8(commit.subject);
  return utf8;
}

std::string first_complaint(std::string_view error) {
  const std::vector<std::string_view> lines = split_lines(trim(error));
  if (lines.empty()) return {};
  std::string_view line = lines.front();
  if (line.starts_with("fatal: ")) line.remove_prefix(7);
  return replace_invalid_utf8(line);
}

}  // namespace

struct GitRepository::State {
  State(std::string in, std::string beneath, bool cut_off, bool left_out)
      : folder(std::move(in)),
        prefix(std::move(beneath)),
        shallow(cut_off),
        partial(left_out),
        store(folder) {}

  // By rev-list, never by log: `log.showSignature` in a repository's configuration starts gpg.
  // Nothing is asked that has no bounds, as the words of a commit.
  FirstParents first_parents(const std::string& head, size_t most) const {
    FirstParents found;
    const GitAnswer answer = ask_git(folder,
                                     {"rev-list", "--first-parent", "--format=%H %T %ct %P",
                                      "--max-count=" + std::to_string(most), head},
                                     kHistoryBytes);
    if (!answer.started || answer.status != 0) return found;
    found.cut = answer.cut;
    std::vector<std::string_view> lines = split(answer.out, '\n');
    if (answer.cut && !lines.empty()) lines.pop_back();  // the last one may not be whole
    // Each begins with a line `commit ID`.
    for (size_t i = 0; i + 1 < lines.size(); i += 2) {
      const std::vector<std::string_view> words = split_trimmed(lines[i + 1], " ");
      if (words.size() < 3) break;
      GitCommit commit;
      commit.id = words[0];
      commit.tree = words[1];
      commit.committed = number(words[2]);
      commit.parents.assign(words.begin() + 3, words.end());
      found.commits.push_back(std::move(commit));
    }
    return found;
  }

  // Git knows encodings.
  void recode(GitCommit& commit) const {
    const auto out = run_git(folder, {"rev-list", "--max-count=1", "--format=%an%n%s", commit.id});
    if (!out) return;
    const std::vector<std::string_view> lines = split(*out, '\n');
    if (lines.size() < 3) return;
    commit.author = name_only(lines[1]);
    commit.subject = replace_invalid_utf8(lines[2]);
  }

  std::vector<GitRef> refs(const std::string& beneath) const {
    std::vector<GitRef> refs;
    const auto out =
        run_git(folder, {"for-each-ref", "--format=%(objectname) %(refname)", beneath});
    if (!out) return refs;
    // Asked by name of the object, so that one which is missing spoils no other.
    std::vector<std::string> objects;
    for (const std::string_view line : split_lines(*out)) {
      const size_t space = line.find(' ');
      if (space == std::string_view::npos || !is_object_id(line.substr(0, space))) continue;
      std::string_view name = line.substr(space + 1);
      if (!name.starts_with(beneath)) continue;
      name.remove_prefix(beneath.size());
      refs.push_back({std::string(name), {}, std::string(line.substr(0, space))});
      objects.push_back(refs.back().object + "^{commit}");
    }
    const std::vector<GitObject> found = store.headers(objects);
    for (size_t i = 0; i < refs.size(); ++i) {
      if (found[i].state == GitObjectState::found) refs[i].commit = found[i].id;
    }
    std::erase_if(refs, [](const GitRef& ref) { return ref.commit.empty(); });
    std::ranges::sort(refs, {}, &GitRef::name);
    return refs;
  }

  std::string folder, prefix;
  bool shallow, partial;
  GitStore store;
};

GitRepository::GitRepository(std::unique_ptr<State> state) : state_(std::move(state)) {}
GitRepository::~GitRepository() = default;

GitRepository::Opened GitRepository::open(const std::string& folder) {
  // The prefix comes last: it may be of any bytes, line ends among them.
  const GitAnswer answer =
      ask_git(folder, {"rev-parse", "--is-shallow-repository", "--show-prefix"}, 1 << 20);
  if (!answer.started) return {nullptr, GitProblem::no_git, {}};
  if (answer.status != 0) {
    const bool none = answer.error.find("not a git repository") != std::string::npos;
    return {nullptr, none ? GitProblem::no_repository : GitProblem::failed,
            first_complaint(answer.error)};
  }
  const size_t line = answer.out.find('\n');
  if (line == std::string::npos) return {nullptr, GitProblem::failed, {}};
  std::string prefix = answer.out.substr(line + 1);
  if (!prefix.empty() && prefix.back() == '\n') prefix.pop_back();
  const bool shallow = answer.out.compare(0, line, "true") == 0;
  const auto promised = run_git(
      folder, {"config", "--get-regexp", R"(^(extensions\.partialclone|remote\..*\.promisor)$)"},
      1 << 16);
  auto state =
      std::make_unique<State>(folder, std::move(prefix), shallow, promised && !promised->empty());
  return {std::shared_ptr<const GitRepository>(new GitRepository(std::move(state))),
          GitProblem::none,
          {}};
}

const std::string& GitRepository::prefix() const {
  return state_->prefix;
}

bool GitRepository::shallow() const {
  return state_->shallow;
}

bool GitRepository::partial() const {
  return state_->partial;
}

size_t GitRepository::lacked() const {
  return state_->store.lacked();
}

std::optional<GitCommit> GitRepository::commit(std::string_view revision) const {
  if (!may_be_asked(revision)) return std::nullopt;
  const GitObject header = state_->store.headers({std::string(revision) + "^{commit}"}).front();
  if (header.state != GitObjectState::found || header.type != "commit") return std::nullopt;
  // What counts comes first; its message may be of any length.
  const GitObject object = state_->store.read_beginning(header.id, kCommitBytes);
  if (object.state != GitObjectState::found) return std::nullopt;
  GitCommit commit;
  commit.id = object.id;
  if (!read_commit(object.bytes, commit)) state_->recode(commit);
  return commit;
}

std::optional<int64_t> GitRepository::tagged(const GitRef& tag) const {
  if (tag.object == tag.commit || !is_object_id(tag.object)) return std::nullopt;
  const GitObject object = state_->store.read_beginning(tag.object, kCommitBytes);
  if (object.state != GitObjectState::found || object.type != "tag") return std::nullopt;
  for (const std::string_view line : split_lines(object.bytes)) {
    if (line.empty()) break;
    if (!line.starts_with("tagger ")) continue;
    std::string ignored;
    int64_t time = 0;
    read_person(line.substr(7), ignored, time);
    return time;
  }
  return std::nullopt;
}

std::vector<GitRef> GitRepository::tags() const {
  return state_->refs("refs/tags/");
}

std::vector<GitRef> GitRepository::branches() const {
  std::vector<GitRef> refs = state_->refs("refs/heads/");
  // Where a pipeline checks out one commit, the branches are those of the remote.
  for (GitRef& remote : state_->refs("refs/remotes/origin/")) {
    const bool own = std::ranges::binary_search(refs, remote.name, {}, &GitRef::name);
    if (!own && remote.name != "HEAD") refs.push_back(std::move(remote));
  }
  std::ranges::sort(refs, {}, &GitRef::name);
  return refs;
}

FirstParents GitRepository::first_parents(const std::string& head, size_t most) const {
  if (!is_object_id(head)) return {};
  return state_->first_parents(head, most);
}

std::optional<std::string> GitRepository::merge_base(const std::string& a,
                                                     const std::string& b) const {
  if (!is_object_id(a) || !is_object_id(b)) return std::nullopt;
  const auto out = run_git(state_->folder, {"merge-base", a, b}, 1 << 10);
  if (!out) return std::nullopt;
  std::string id(trim(*out));
  if (!is_object_id(id)) return std::nullopt;
  return id;
}

std::vector<GitChange> GitRepository::changes(const std::string& before, const std::string& after,
                                              std::string_view folder) const {
  if (folder.ends_with('/')) folder.remove_suffix(1);
  return git_tree_changes(state_->store, before, after, folder);
}

FileBytes GitRepository::read_blob(const std::string& id, uint64_t limit) const {
  return state_->store.blob(id, limit);
}

std::string GitRepository::folder_id(const std::string& tree, std::string_view folder) const {
  if (folder.ends_with('/')) folder.remove_suffix(1);
  const GitTreeEntry at = find_in_git_tree(state_->store, tree, folder);
  return at.kind == EntryKind::directory ? at.id : std::string();
}

std::shared_ptr<const SourceTree> GitRepository::tree(
    std::shared_ptr<const GitRepository> repository, const std::string& commit,
    const std::string& folder) {
  const auto found = repository->commit(commit);
  return found ? tree_of(std::move(repository), found->tree, folder) : nullptr;
}

std::shared_ptr<const SourceTree> GitRepository::tree_of(
    std::shared_ptr<const GitRepository> repository, const std::string& tree,
    const std::string& folder) {
  const std::string id = repository->folder_id(tree, folder);
  if (id.empty()) return nullptr;
  const GitStore& store = repository->state_->store;
  return std::make_shared<GitTree>(std::move(repository), store, id);
}

}  // namespace milepost
