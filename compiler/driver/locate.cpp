// Finding the program.
#include "driver/locate.h"

#include <fmt/format.h>

#include <filesystem>

namespace milepost {
namespace {

namespace fs = std::filesystem;

std::string absolute_of(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? std::string() : real.string();
}

std::string with_slash(std::string path) {
  while (path.starts_with("./")) path.erase(0, 2);
  if (path == ".") return {};
  if (!path.empty() && path.back() != '/') path += '/';
  return path;
}

}  // namespace

Located locate_program(const std::string& said, const Environment& environment) {
  Located found;
  std::error_code error;
  if (!said.empty()) {
    const fs::file_status status = fs::status(said, error);
    if (fs::is_directory(status)) {
      found.root = said;
      found.display_prefix = with_slash(said);
    } else if (fs::is_regular_file(status)) {
      const fs::path path(said);
      found.root = path.has_parent_path() ? path.parent_path().string() : std::string(".");
      found.only_file = path.filename().string();
      found.display_prefix =
          path.has_parent_path() ? with_slash(path.parent_path().string()) : std::string();
      // The file that makes a folder a program stands for that folder.
      if (found.only_file == "program.yaml") found.only_file.clear();
    } else {
      found.problem = fs::exists(status) ? fmt::format("`{}` is neither a folder nor a file", said)
                                         : fmt::format(
                                               "there is no `{}`; name the program's folder, or "
                                               "start one with `milepost init {}`",
                                               said, said);
      return found;
    }
    found.absolute = absolute_of(found.root);
    return found;
  }
  fs::path folder(environment.working_directory);
  std::string up;
  for (;;) {
    if (fs::is_regular_file(folder / "program.yaml", error)) {
      found.root = folder.string();
      found.display_prefix = up;
      break;
    }
    if (!folder.has_relative_path()) {
      found.root = environment.working_directory;
      break;
    }
    folder = folder.parent_path();
    up += "../";
  }
  found.absolute = absolute_of(found.root);
  return found;
}

}  // namespace milepost
