// Texts made from the command table: shell completions, the man page and docs/cli.md.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// `shell` is bash, zsh or fish. The script completes commands, options, fixed choices, and files
/// elsewhere.
std::string completion_script(std::string_view shell);

/// roff for man(1).
std::string man_page();

/// The option tables of docs/cli.md (Markdown): a section a command.
std::string command_reference();

}  // namespace milepost
