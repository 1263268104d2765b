// The manual entries of the diagnostics of load/: reading the program's files.
//
// Where the mistake is in bytes, names or sizes that no text can show, the examples are empty.
#include <array>

#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr std::array kEntries = {
    RuleInfo{
        1,
        "no-program-file",
        Severity::note,
        "The folder has no `program.yaml`",
        {},
        R"(A folder of records builds without settings, but has no title, start date, calendar, people or audiences then.

Write a `program.yaml` at the root; `program: Its title` is the only key that is required. `milepost init` writes one with comments.)",
        {},
        {}},
    RuleInfo{
        2,
        "nested-program-file",
        Severity::note,
        "A `program.yaml` below the root sets up nothing",
        {},
        R"(Only the `program.yaml` at the root of the program is read for its settings. One in a folder below is read like any other YAML file.

If the folder is a program of its own (an example, an archive), leave it out with `exclude:` in `program.yaml` or a line in `.milepostignore`.)",
        R"(=== program.yaml
program: Example
=== old/program.yaml
tasks:
- {id: T-1, title: Move the data}
)",
        R"(=== program.yaml
program: Example
=== old/tasks.yaml
tasks:
- {id: T-1, title: Move the data}
)"},
    RuleInfo{
        3,
        "invalid-utf8",
        Severity::error,
        "A file has bytes that are not UTF-8",
        {},
        R"(The place of the first such byte is given, with the character it stands for in Windows-1252, the usual reason. Nothing of the file is read, because half a file would give wrong records.

Save the file as UTF-8.)",
        {},
        {}},
    RuleInfo{
        4,
        "unknown-encoding",
        Severity::error,
        "A file is no text that can be read",
        {},
        R"(The file has NUL bytes: it is UTF-16 or UTF-32 without a byte order mark, or no text.

Save it as UTF-8. If it is no text, give it another ending or leave it out with `exclude:`.)",
        {},
        {}},
    RuleInfo{
        5,
        "utf16-file",
        Severity::note,
        "A file is UTF-16 and was converted",
        {},
        R"(UTF-16 with a byte order mark is read, but git cannot compare it line by line and other tools may not read it. Save it as UTF-8.)",
        {},
        {}},
    RuleInfo{
        6,
        "file-too-large",
        Severity::error,
        "A file is larger than one file may be",
        {},
        R"(A record file of more than 4 MB is a mistake or an attack. Its size is looked at before it is opened.

Split it, or leave it out with `exclude:`. `limits:` in `program.yaml` may lower the limit.)",
        {},
        {}},
    RuleInfo{
        7,
        "program-too-large",
        Severity::error,
        "The program has more files, bytes or folder levels than it may have",
        {},
        R"(The limits are 500 MB of Markdown and YAML, 200,000 files and 64 levels of folders. What lies past them is not read.

Usually a folder that holds no records was meant to be left out: name it in `exclude:` or `.milepostignore`.)",
        {},
        {}},
    RuleInfo{
        8,
        "path-collision",
        Severity::error,
        "Two file names are the same where case or accents are not told apart",
        {},
        R"(`Risk.md` and `risk.md`, or `é` written as one character and as two, are one file on Windows and macOS: a checkout there loses one of them.

Rename one of the two.)",
        R"(=== risks/R-1.md
---
title: One
---
=== risks/r-1.md
---
title: Other
---
)",
        R"(=== risks/R-1.md
---
title: One
---
=== risks/R-2.md
---
title: Other
---
)"},
    RuleInfo{
        9,
        "bad-file-name",
        Severity::error,
        "A file name has characters that it must not have",
        {},
        R"(Control characters, invisible and direction-changing characters, backslashes and bytes that are not UTF-8 make a name that reads as something else or that other systems cannot hold. The file is not read.

Rename it.)",
        {},
        {}},
    RuleInfo{
        10,
        "symlink-skipped",
        Severity::warning,
        "A symbolic link is not followed",
        {},
        R"(A link can point outside the program. Milepost reads only regular files beneath the program's folder.

Put a copy in its place, or leave the link out with `exclude:`.)",
        {},
        {}},
    RuleInfo{
        11,
        "special-file-skipped",
        Severity::warning,
        "A device, socket or pipe is not read",
        {},
        R"(Only regular files are read; a pipe could block for ever. Remove it or leave it out with `exclude:`.)",
        {},
        {}},
    RuleInfo{
        12,
        "unreadable-file",
        Severity::error,
        "A file or folder cannot be read",
        {},
        R"(The message says what the system said. Allow reading it, or leave it out with `exclude:`.)",
        {},
        {}},
    RuleInfo{
        14,
        "bad-ignore-pattern",
        Severity::warning,
        "A pattern of files to leave out is malformed",
        {},
        R"(Lines of `.milepostignore` and items of `exclude:` have the syntax of `.gitignore`: `drafts/`, `*.tmp`, `/only-here.md`, `notes/**/old`, `!keep.md`. A pattern with an open `[` matches nothing.)",
        R"(=== program.yaml
program: Example
=== .milepostignore
drafts/[ab
)",
        R"(=== program.yaml
program: Example
=== .milepostignore
drafts/[ab]*
)"},
};

}  // namespace

std::span<const RuleInfo> load_catalog() {
  return kEntries;
}

}  // namespace milepost
