// Standard output and error, and single files that commands write on request.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// Words for people. In a log of GitHub Actions (GITHUB_ACTIONS is set) nothing in them is a
/// command to the runner.
void print_out(std::string_view text);
void print_error(std::string_view text);
/// Data for programs, as they are.
void print_data(std::string_view bytes);

/// `text` so that GitHub's runner, which obeys `::command::` at the beginning of a line and
/// `##[command]` anywhere, reads no command: `: :command::`, `# #[command]`.
std::string without_runner_commands(std::string_view text);

/// Writes `bytes` to `path` through a temporary file beside it, so that a reader sees the old or
/// the new file. False with the reason in `problem`. With `replace` false an existing file is left
/// alone and that is a failure.
bool write_file(const std::string& path, std::string_view bytes, bool replace,
                std::string& problem);

/// `-` or nothing: standard output; else a file. The exit status.
int deliver(const std::string& path, std::string_view bytes);

}  // namespace milepost
