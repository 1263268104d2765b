// The manual entries of what is said about versions and merges.
//
// What they speak of is in a repository, which no text can show: the examples are empty.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        60,
        "versions-without-git",
        Severity::warning,
        "`versions:` asks for the history, and there is no git",
        {},
        R"(Versions are read from the git repository that the program is in, by the git that is installed. The site is built with its snapshots alone.

Install git where the site is built, or say `--versions none`.)",
        {},
        {}},
    RuleInfo{
        61,
        "versions-without-repository",
        Severity::warning,
        "`versions:` asks for the history, and the program is in no git repository",
        {},
        R"(A folder that was copied, or downloaded as an archive, has no history. The site is built with its snapshots alone.

Build in a checkout of the repository, or say `--versions none`.)",
        {},
        {}},
    RuleInfo{
        62,
        "shallow-clone",
        Severity::warning,
        "The clone of the repository lacks older commits",
        {},
        R"(Pipelines fetch the last commit only, unless told otherwise. Versions that are not in the clone are left out, and whatever counts from the history (trends, ages) begins where the clone does.

Fetch all of it: `fetch-depth: 0` for `actions/checkout`, `GIT_DEPTH: 0` in GitLab, `git fetch --unshallow` in a clone that is there.)",
        {},
        {}},
    RuleInfo{
        63,
        "unreadable-repository",
        Severity::warning,
        "Git cannot read the repository",
        {},
        R"(The message says what git said: a format of the repository that this git does not know, a damaged configuration, a folder that may not be read. Milepost reads through the git that is installed, and passes none of its checks on to you but these.

`git status` in the folder of the program says more.)",
        {},
        {}},
    RuleInfo{
        64,
        "no-such-version",
        Severity::warning,
        "A word of `versions:` chooses nothing",
        {},
        R"(No tag or branch fits the pattern, the revision is no commit of this repository, or there is no commit of that day or before. In patterns `*` and `?` stand for anything but `/`, `**` for anything, `{a,b}` for either.

Correct the word, fetch what is missing (`git fetch --tags`), or take it out.)",
        {},
        {}},
    RuleInfo{
        65,
        "version-without-program",
        Severity::warning,
        "A version is of a time before the program was in its folder",
        {},
        R"(A version is the folder of the program at another time. Where that folder was not there yet, or had no `program.yaml`, there is nothing to build.

Choose later moments. If the folder was renamed, older versions have to be kept as snapshots.)",
        {},
        {}},
    RuleInfo{
        66,
        "versions-in-one-folder",
        Severity::warning,
        "Two versions would have the same folder of the site",
        {},
        R"(Each version has a folder of the site, called as its tag, branch or day is. Characters that are not safe in file names everywhere become hyphens, and case is not told apart, so that `release/1` and `release-1` are one; `latest` is the folder of what you build from. What lies above the versions has a name as well: `assets`, `versions.json`, `index.html` and the other files there. The earlier version has the folder, so that it stays what it was.

Choose by patterns that only one of them fits.)",
        {},
        {}},
    RuleInfo{
        67,
        "version-not-over",
        Severity::warning,
        "A version is of a day that is not over",
        {},
        R"(The version of a day is the last commit of that day or before. As long as no commit is later, and the as-of date neither, it may still become another one, and versions never move.

Name the day once it is over.)",
        {},
        {}},
    RuleInfo{
        68,
        "version-snapshot-unreadable",
        Severity::warning,
        "A snapshot that `versions:` chooses cannot be read",
        {},
        R"(The file is damaged or changed since it was made, was made for an audience and so holds no records, or is no snapshot at all. The site is built without it.

Get it anew from where it was made, or choose by a pattern that it does not fit.)",
        {},
        {}},
    RuleInfo{
        69,
        "commit-clock-wrong",
        Severity::note,
        "A commit says that it is of a day that it cannot be of",
        {},
        R"(It says that it is older than those that it follows, or newer than those that follow it, or of a day that is yet to come. The clock of whoever made it was wrong, or the commit was given a date. Versions are told apart by the days of commits, so one like that could take the place of all that came before, or of all that come. Believed is the longest run of commits whose days follow each other; another counts as of the day of the commit before it.)",
        {},
        {}},
    RuleInfo{
        70,
        "merge-conflict",
        Severity::error,
        "Both sides of a merge changed the same",
        {},
        R"(`check --merge` merges in memory, as `git merge` would. Where both sides changed the same lines, or one deleted what the other changed, it checks what the working folder has. The line is that of the merged text.

Merge by hand, then check again.)",
        {},
        {}},
    RuleInfo{
        71,
        "merge-duplicate",
        Severity::error,
        "A merge uses a name twice that each side uses once",
        {},
        R"(Both sides added a record with the same id, or a name that differs in nothing but case, in different places: the texts merge without a conflict, and references to the id mean two things. The code in brackets is what `check` says of the merged program.

Give one of them another id before merging; `milepost new` looks at every branch for the next free one.)",
        {},
        {}},
    RuleInfo{
        72,
        "merge-cycle",
        Severity::error,
        "A merge makes work wait for itself",
        {},
        R"(Each side added a dependency, and together they lead round in a circle. Dates on it cannot be computed.

Decide with the author of the other side which of the two waits.)",
        {},
        {}},
    RuleInfo{
        73,
        "merge-broken-link",
        Severity::error,
        "A merge breaks a link that holds on either side",
        {},
        R"(One side refers to a record, page, heading or file that the other renamed or removed, or whose name is now used twice.

Point the reference to what took its place.)",
        {},
        {}},
    RuleInfo{
        74,
        "merge-slip",
        Severity::warning,
        "A merge makes a milestone later than it is on either side",
        {},
        R"(Each side is well with its date; what both changed together is not: one made work longer, the other made something wait for it. The message says how many working days the milestone, release or target moves against the later of the two sides, and which record on its way moves first.

Look at the path of the milestone before merging, and tell those who were promised the date.)",
        {},
        {}},
};

}  // namespace

std::span<const RuleInfo> versions_catalog() {
  return kEntries;
}

}  // namespace milepost
