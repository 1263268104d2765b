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
    {520, "snapshot-unreadable", Severity::error, "a snapshot cannot be unpacked", "",
     R"(A snapshot is a plain zip. One is refused that is damaged, encrypted, followed or preceded by something else, or that is made to do
harm: names that leave their folder, links, two entries of one name, files that would be far larger than they are packed. Nothing of it is
written anywhere.

Get the file anew from where it was made.)",
     "", ""},
    {521, "snapshot-without-manifest", Severity::error,
     "a snapshot has no manifest, or not one of ours", "",
     R"(`manifest.json` lists each file of a snapshot with its size and SHA-256. It has one form alone, so that it cannot be read in two
ways; one that was edited by hand, or that a later Milepost wrote in another form, is refused.

Get the file anew, or use the Milepost that made it.)",
     "", ""},
    {522, "snapshot-file-changed", Severity::error,
     "a file of a snapshot is not what the manifest says", "",
     R"(The bytes of the file have another SHA-256 than the manifest lists: somebody changed it, or it was damaged on its way.

Get the snapshot anew from where it was made.)",
     "", ""},
    {523, "snapshot-file-missing", Severity::error, "a file of a snapshot is missing", "",
     R"(The manifest lists a file that is not in the bundle: it was taken out, or renamed.

Get the snapshot anew from where it was made.)",
     "", ""},
    {524, "snapshot-file-added", Severity::error,
     "a snapshot holds a file that its manifest does not list", "",
     R"(The file came into the bundle after it was made, or was renamed. A bundle for an audience holds no records either.

Get the snapshot anew from where it was made.)",
     "", ""},
    {525, "snapshot-not-of-its-records", Severity::error,
     "a page of a snapshot is not what its records give", "",
     R"(Each file has the SHA-256 that the manifest lists, but the site that this Milepost makes of the records in the bundle is another: a
page or a record was changed, and the manifest with it.

Trust the records only if you know where they come from: the revision in the manifest tells which commit to compare them with.)",
     "", ""},
    {526, "snapshot-not-rebuilt", Severity::error, "the pages of a snapshot cannot be made anew",
     "",
     R"(Another version of Milepost may make other pages of the same records, limits may be others, and a snapshot for an audience holds
no records. Then there is nothing to compare the pages with but the manifest, which whoever changed them could have changed as well; so the
snapshot is not verified, and the exit status is 1.

Verify with the Milepost and the limits that the message names, or say `--hashes-only` if you know by other means where the manifest comes from.)",
     "", ""},
    {527, "snapshot-without-records", Severity::error, "a snapshot holds no records to compare", "",
     R"(A snapshot that was made for an audience holds its pages alone, since the records would tell what is hidden. So it cannot be a
version of the site, nor a side of a comparison.

Name one that was made without `--audience`.)",
     "", ""},
    {528, "snapshot-not-made", Severity::error, "no snapshot can be made", "",
     R"(Either two files of the program have names that are one where case and accents are not told apart, so that the bundle could not be
unpacked there, or the place of the bundle is taken by something that is no zip.

The message says which, and what would help.)",
     "", ""},
};

}  // namespace

std::span<const RuleInfo> publish_catalog() {
  return kEntries;
}

}  // namespace milepost
