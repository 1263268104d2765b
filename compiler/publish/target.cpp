// Refusing dangerous output folders.
#include "publish/target.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include "text/ascii.h"

namespace milepost {
namespace {

std::string joined(std::string_view folder, std::string_view name) {
  return folder == "/" ? fmt::format("/{}", name) : fmt::format("{}/{}", folder, name);
}

struct CloseFolder {
  void operator()(DIR* dir) const { ::closedir(dir); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};

/// The path with links and dots resolved, empty if it does not exist.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, FreeText> real(::realpath(path.c_str(), nullptr));
  return real ? std::string(real.get()) : std::string();
}

bool is_inside_or_same(std::string_view path, std::string_view folder) {
  if (folder == "/") return true;
  return path == folder ||
         (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

/// Every file below `root`, relative; stops after finding one that `manifest` does not list and
/// returns it.
std::optional<std::string> first_unlisted(const std::string& root, const Manifest& manifest,
                                          bool& any) {
  std::vector<std::string> folders{""};
  std::vector<std::string> unlisted;
  while (!folders.empty() && unlisted.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    const std::string path = folder.empty() ? root : joined(root, folder);
    const std::unique_ptr<DIR, CloseFolder> dir(::opendir(path.c_str()));
    if (!dir) return folder.empty() ? std::optional<std::string>(".") : folder;
    while (const dirent* entry = ::readdir(dir.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      any = true;
      const std::string inner =
          folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name);
      struct stat info {};
      if (::lstat(joined(root, inner).c_str(), &info) != 0) continue;
      if (S_ISDIR(info.st_mode)) {
        folders.push_back(inner);
      } else if (inner != kManifestName && (!S_ISREG(info.st_mode) || !manifest.contains(inner))) {
        unlisted.push_back(inner);
      }
    }
  }
  if (unlisted.empty()) return std::nullopt;
  // Which one is named must not depend on the order of the folder.
  return *std::min_element(unlisted.begin(), unlisted.end());
}

std::optional<std::string> read_small(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size > (256 << 20)) {
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

constexpr std::array<std::string_view, 18> kSystemFolders = {
    "/bin",  "/boot", "/dev", "/etc",  "/lib", "/lib64", "/proc", "/root", "/run",
    "/sbin", "/sys",  "/usr", "/home", "/opt", "/srv",   "/var",  "/tmp",  "/mnt"};
// Below these nothing is a place for a site.
constexpr std::array<std::string_view, 9> kSystemTrees = {
    "/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys"};

Refusal refusal(std::string message, std::string help) {
  return {std::move(message), std::move(help)};
}

}  // namespace

TargetCheck check_target(std::string_view out, const TargetContext& context) {
  TargetCheck check;
  const std::string elsewhere = "name a new folder, for example `-o site`";
  const auto refuse = [&](std::string message, const std::string& help) {
    check.refusal = refusal(fmt::format("will not write the site to `{}`: {}", out, message), help);
    return check;
  };
  if (out.empty() || out.find('\0') != std::string_view::npos)
    return refuse("it is no path", elsewhere);
  std::string path = out.front() == '/' ? std::string(out) : joined(context.working_directory, out);
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const size_t slash = path.rfind('/');
  const std::string name = path.substr(slash + 1);
  const std::string parent_written = slash == 0 ? "/" : path.substr(0, slash);
  if (path == "/") return refuse("it is the root of the file system", elsewhere);
  if (name == "." || name == "..") {
    return refuse("it ends in a dot, so it may be a folder that holds other things",
                  "write the folder's own name");
  }
  struct stat info {};
  const bool exists = ::lstat(path.c_str(), &info) == 0;
  if (exists && S_ISLNK(info.st_mode)) {
    return refuse("it is a symbolic link", "name the folder that it leads to");
  }
  if (exists && !S_ISDIR(info.st_mode)) return refuse("it is not a folder", elsewhere);
  const std::string parent = real_path(parent_written);
  struct stat parent_info {};
  if (parent.empty() || ::stat(parent.c_str(), &parent_info) != 0 ||
      !S_ISDIR(parent_info.st_mode)) {
    return refuse(fmt::format("`{}` is not a folder that exists", parent_written),
                  fmt::format("make it first: mkdir -p {}", parent_written));
  }
  const std::string real = joined(parent, name);
  if (!context.home.empty() && is_inside_or_same(context.home, real)) {
    return refuse("it is or holds the home folder", elsewhere);
  }
  for (const std::string_view folder : kSystemFolders) {
    if (real == folder) return refuse("it is a folder of the system", elsewhere);
  }
  // Shared memory is a place for files like any other.
  const bool in_memory = real.starts_with("/dev/shm/");
  for (const std::string_view folder : kSystemTrees) {
    if (!in_memory && is_inside_or_same(real, folder))
      return refuse("it lies in a folder of the system", elsewhere);
  }
  for (const std::string& source : context.sources) {
    if (real == source) return refuse("it is the folder that is compiled", elsewhere);
    if (is_inside_or_same(source, real))
      return refuse("it holds the folder that is compiled", elsewhere);
  }
  if (is_inside_or_same(context.working_directory, real)) {
    return refuse("it is or holds the working folder", elsewhere);
  }
  for (const std::string_view part : split(std::string_view(real).substr(1), '/')) {
    if (part == ".git") return refuse("it lies inside a repository's own data", elsewhere);
  }
  OutputTarget target{parent, name, exists, {}};
  if (exists) {
    if (::access(joined(real, ".git").c_str(), F_OK) == 0) {
      return refuse("it is the root of a repository",
                    "write to a folder inside it, for example `-o site`");
    }
    const std::optional<std::string> text = read_small(joined(real, kManifestName));
    const std::optional<Manifest> manifest = text ? read_manifest(*text) : std::nullopt;
    if (text && !manifest) {
      return refuse(fmt::format("its `{}` cannot be read", kManifestName),
                    "if the folder holds nothing but an old site, delete it and build again");
    }
    bool any = false;
    const std::optional<std::string> unlisted =
        first_unlisted(real, manifest ? *manifest : Manifest(), any);
    if (unlisted) {
      return refuse(fmt::format("it holds `{}`, which no build of this tool wrote", *unlisted),
                    "move that file away, or name another folder");
    }
    if (manifest) target.manifest = *manifest;
  }
  check.target = std::move(target);
  return check;
}

}  // namespace milepost
