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
    {505, "active-attachment", Severity::warning, "a picture could do more than be looked at", "",
     R"(An SVG file may hold scripts, links, style sheets and pictures from elsewhere, and a browser runs them when it opens the
file. Only SVG files in which every element and attribute draws are published; of another one the pages show the text that stands for
it.

Remove what the message names, or export the picture as PNG.)",
     R"(=== notes.md
# Notes

![The plan](plan.svg)
=== plan.svg
<svg xmlns="http://www.w3.org/2000/svg" onload="go"><rect width="9" height="9"/></svg>
)",
     R"(=== notes.md
# Notes

![The plan](plan.svg)
=== plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>
)"},
    {506, "attachment-too-large", Severity::warning, "an attachment is larger than the limit", "",
     R"(A site of many megabytes is slow to publish and to look at. An attachment over `attachment_bytes` of `limits:` (10 MB) is not
published; of a picture the pages show the text that stands for it.

Make it smaller, or link to where it is kept.)",
     R"(=== program.yaml
program: Example
start: 2026-01-05
limits: {attachment_bytes: 4}
=== notes.md
# Notes

![The plan](plan.png)
=== plan.png
not really a picture
)",
     R"(=== notes.md
# Notes

![The plan](plan.png)
=== plan.png
not really a picture
)"},
    {507, "graph-not-drawn", Severity::warning, "a graph is not drawn, its table stands in", "",
     R"(A graph of what waits for what has at most 150 items and 400 links; a larger one is drawn as groups: workstreams, or teams. Where
nothing divides it, or where laying it out took more than 3 seconds, there is no picture, and the page has the table of
its links alone. The site is complete but for the picture.

Give the items workstreams (`part_of`) or teams, so that there is something to divide them by.)",
     "", ""},
};

}  // namespace

std::span<const RuleInfo> publish_catalog() {
  return kEntries;
}

}  // namespace milepost
