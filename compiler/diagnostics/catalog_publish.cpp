// MP501-MP549: what can go wrong when a site is put in place.
#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr RuleInfo kEntries[] = {
    {501, "output-refused", Severity::error, "the output folder may not be replaced", "",
     R"(A build replaces its output folder as a whole. So it refuses a folder that is not plainly its own: one that holds a file
that no build wrote, the root of the file system, a home or system folder, the program or what holds it, the root of a
repository, a link, a file, or a folder whose parent does not exist. Nothing is written, and the exit status is 2.

Name a new folder: `-o site`.)",
     "", ""},
    {502, "output-busy", Severity::error, "the output folder cannot be written now", "",
     R"(Either another build is writing the same folder (each holds a lock while it does), or the folder beside it in which the
site is prepared, `.NAME.milepost/`, cannot be made. Nothing was written, and the exit status is 3.

Wait for the other build, or mend the folder's permissions.)",
     "", ""},
    {503, "output-failed", Severity::error, "the site could not be written", "",
     R"(The disk is full, or a folder cannot be written. The new site is prepared beside the old one and put in place only when it is
whole, so the old site is as it was. The exit status is 3.

Make room, and build again.)",
     "", ""},
    {504, "old-files-kept", Severity::warning,
     "a file that appeared in the old site during the build was kept", "",
     R"(While the build ran, somebody put a file into the output folder. Only files of the old site's own list are ever deleted, so
this one was kept in `.NAME.milepost/stage/` beside the new site.

Take the file from there; the next build clears that folder.)",
     "", ""},
};

}  // namespace

std::span<const RuleInfo> publish_catalog() {
  return kEntries;
}

}  // namespace milepost
