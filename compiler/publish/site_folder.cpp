// Finds a place for each site of several.
#include "publish/site_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include "publish/manifest.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr mode_t kMode = 0755;

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

// Letters, digits, `-`, `_` and `.` within; no name that an operating system keeps for itself.
bool is_safe_name(std::string_view name) {
  if (name.empty() || name.size() > 80 || name.front() == '.' || name.back() == '.') return false;
  for (const char c : name) {
    if (!is_ascii_alnum(c) && c != '-' && c != '_' && c != '.') return false;
  }
  std::string stem = ascii_lower(name.substr(0, name.find('.')));
  static const std::set<std::string, std::less<>> kept = {"con", "prn", "aux", "nul"};
  if (kept.contains(stem)) return false;
  const bool numbered = stem.size() == 4 && is_ascii_digit(stem[3]);
  return !numbered || (!stem.starts_with("com") && !stem.starts_with("lpt"));
}

Refusal bad_name(std::string_view name, std::string_view why) {
  return {fmt::format("`{}` cannot be the folder of an audience's site: {}", name, why),
          "name the audience in letters, digits, `-` and `_`"};
}

}  // namespace

SiteFolderCheck check_site_folder(std::string_view out, const std::vector<std::string>& names,
                                  const TargetContext& context) {
  SiteFolderCheck check;
  std::set<std::string> seen;
  for (const std::string& name : names) {
    if (!is_safe_name(name)) {
      check.refusal = bad_name(name, "it is no safe name of a folder everywhere");
      return check;
    }
    if (!seen.insert(ascii_lower(name)).second) {
      check.refusal = bad_name(name, "another audience differs from it in nothing but case");
      return check;
    }
  }
  std::string folder = out.starts_with('/') ? std::string(out)
                                            : fmt::format("{}/{}", context.working_directory, out);
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const bool there = is_folder(folder);
  if (there && exists(fmt::format("{}/{}", folder, kManifestName))) {
    check.refusal = {fmt::format("`{}` is itself a site; each audience gets a folder in it", out),
                     "name another folder, for example `-o sites`"};
    return check;
  }
  if (!there) {
    const TargetCheck whole = check_target(out, context);
    if (whole.refusal) {
      check.refusal = whole.refusal;
      return check;
    }
    if (::mkdir(folder.c_str(), kMode) != 0) {
      check.refusal = {fmt::format("cannot make the folder `{}`: {}", out, std::strerror(errno)),
                       "name another folder"};
      return check;
    }
  }
  for (const std::string& name : names) {
    TargetCheck one = check_target(fmt::format("{}/{}", folder, name), context);
    if (one.refusal) {
      check.refusal = std::move(one.refusal);
      check.targets.clear();
      return check;
    }
    check.targets.push_back(std::move(*one.target));
  }
  return check;
}

}  // namespace milepost
