// A site as one file to send: a zip that is the same for the same site.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "publish/target.h"

namespace milepost {

/// Refuses a place in the sources or in one of the sites, a folder, a link, a file that is no zip,
/// and a folder that is not there. Writes nothing.
std::optional<Refusal> check_zip(std::string_view file, const TargetContext& context,
                                 std::span<const std::string> sites);

struct ZipFile {
  std::string_view name, bytes;
};

/// A zip of these files, sorted by name, each with the same time and the same rights: always the
/// same for the same files. Empty with the reason in `problem` if there is none.
std::string zip_of_files(std::span<const ZipFile> files, std::string& problem);

/// Packs the files `paths` of the folder `site`. Names are sorted; every entry has the same time
/// (1 January 1980, in no zone) and the same rights. Written beside `file` and renamed; the empty
/// string, else why there is none, and then `file` is as it was.
std::string write_zip(const std::string& site, std::span<const std::string> paths,
                      const std::string& file);

}  // namespace milepost
