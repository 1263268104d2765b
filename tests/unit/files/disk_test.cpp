// Tests of reading beneath a folder of the real file system.
#include "files/disk.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

// A folder that vanishes with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "milepost-disk-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string at(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }

 private:
  std::string path_;
};

TEST_CASE("a disk tree lists and reads regular files", "[files]") {
  const ScratchFolder scratch;
  scratch.write("in/b.md", "bee");
  scratch.write("in/a.md", "");
  scratch.write("in/sub/c.md", std::string(100'000, 'c'));
  const DiskTree tree(scratch.at("in"));
  REQUIRE(tree.error() == TreeError::none);

  const Listing root = tree.list("");
  REQUIRE(root.entries.size() == 3);
  CHECK(root.entries[0].name == "a.md");
  CHECK(root.entries[1].name == "b.md");
  CHECK(root.entries[1].size == 3);
  CHECK(root.entries[2].kind == EntryKind::directory);
  CHECK(tree.list("sub").entries.size() == 1);

  CHECK(tree.read("a.md", 10).bytes.empty());
  CHECK(tree.read("b.md", 3).bytes == "bee");
  CHECK(tree.read("b.md", 2).error == TreeError::too_large);
  CHECK(tree.read("sub/c.md", 1 << 20).bytes.size() == 100'000);
  CHECK(tree.read("none.md", 10).error == TreeError::not_found);
  CHECK(tree.read("sub", 10).error == TreeError::not_regular);
  CHECK(tree.list("none").error == TreeError::not_found);
  CHECK(tree.list("b.md").error == TreeError::not_regular);
}

TEST_CASE("a disk tree cannot be left", "[files]") {
  const ScratchFolder scratch;
  scratch.write("outside.md", "secret");
  scratch.write("in/a.md", "a");
  scratch.write("in/sub/b.md", "b");
  std::filesystem::create_symlink(scratch.at("outside.md"), scratch.at("in/absolute.md"));
  std::filesystem::create_symlink("../outside.md", scratch.at("in/relative.md"));
  std::filesystem::create_symlink("a.md", scratch.at("in/inside.md"));
  std::filesystem::create_symlink("..", scratch.at("in/up"));
  std::filesystem::create_symlink("sub", scratch.at("in/across"));
  const DiskTree tree(scratch.at("in"));
  for (const char* path : {"../outside.md", "sub/../../outside.md", "absolute.md", "relative.md",
                           "inside.md", "up/outside.md", "across/b.md"}) {
    INFO(path);
    const FileBytes read = tree.read(path, 100);
    CHECK(read.error == TreeError::not_regular);
    CHECK(read.bytes.empty());
  }
  CHECK(tree.read(scratch.at("outside.md"), 100).error == TreeError::not_regular);
  CHECK(tree.list("up").error == TreeError::not_regular);
  CHECK(tree.list("across").error == TreeError::not_regular);
  for (const TreeEntry& entry : tree.list("").entries) {
    INFO(entry.name);
    CHECK((entry.kind == EntryKind::symlink) == (entry.name != "a.md" && entry.name != "sub"));
  }
}

TEST_CASE("a disk tree does not wait for pipes, sockets and devices", "[files]") {
  const ScratchFolder scratch;
  REQUIRE(::mkfifo(scratch.at("pipe.md").c_str(), 0600) == 0);
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  scratch.at("sock.md").copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  const DiskTree tree(scratch.path());
  CHECK(tree.read("pipe.md", 100).error == TreeError::not_regular);
  CHECK(tree.read("sock.md", 100).error == TreeError::not_regular);
  const DiskTree devices("/dev");
  CHECK(devices.read("zero", 100).error == TreeError::not_regular);
  for (const TreeEntry& entry : tree.list("").entries) CHECK(entry.kind == EntryKind::special);
  ::close(listener);
}

TEST_CASE("a sparse file of two gigabytes is refused by its size", "[files]") {
  const ScratchFolder scratch;
  scratch.write("big.md", "");
  std::filesystem::resize_file(scratch.at("big.md"), uint64_t{2} << 30);
  const DiskTree tree(scratch.path());
  CHECK(tree.list("").entries[0].size == uint64_t{2} << 30);
  CHECK(tree.read("big.md", 4 << 20).error == TreeError::too_large);
}

TEST_CASE("a missing root is an error that is a value", "[files]") {
  const ScratchFolder scratch;
  const DiskTree tree(scratch.at("none"));
  CHECK(tree.error() == TreeError::not_found);
  CHECK_FALSE(tree.detail().empty());
}

}  // namespace
}  // namespace milepost
