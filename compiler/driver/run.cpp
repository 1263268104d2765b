// The whole program: reads the environment once and hands over to a command.
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "draw/layout_worker.h"
#include "driver/command_pages.h"
#include "driver/commands.h"
#include "driver/output.h"

namespace milepost {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Environment read_environment() {
  Environment environment;
  std::error_code error;
  environment.working_directory = std::filesystem::current_path(error).string();
  const std::filesystem::path home = std::filesystem::canonical(variable("HOME"), error);
  if (!error) environment.home = home.string();
  environment.no_color = !variable("NO_COLOR").empty();
  environment.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
  environment.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  winsize window{};
  if (environment.output_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 &&
      window.ws_col > 0) {
    environment.output_width = window.ws_col;
  }
  environment.cores = std::max(1U, std::thread::hardware_concurrency());
  return environment;
}

}  // namespace

int run(int argc, const char* const* argv) {
  // Ourselves, started by ourselves: see draw/layout_workers.h.
  if (argc == 2 && argv[1] == kLayoutWorker) return run_layout_worker();
  const ParsedLine parsed = parse_command_line(argc, argv);
  if (!parsed.line) {
    if (parsed.status == kDone) {
      print_out(parsed.text);
    } else {
      print_error(parsed.text);
    }
    return parsed.status;
  }
  // What is written has the same permissions whatever the caller's mask is.
  ::umask(022);
  const CommandLine& line = *parsed.line;
  const Environment environment = read_environment();
  switch (line.verb) {
    case Verb::build:
      return run_build(line, environment);
    case Verb::check:
      return run_check(line, environment);
    case Verb::explain:
      return run_explain(line);
    case Verb::schema:
      return run_schema(line, environment);
    case Verb::init:
      return run_init(line, environment);
    case Verb::new_record:
      return run_new(line, environment);
    case Verb::sign:
      return run_sign(line, environment);
    case Verb::status:
      return run_status(line, environment);
    case Verb::diff:
      return run_diff(line, environment);
    case Verb::export_model:
      return run_export(line, environment);
    case Verb::snapshot:
      return run_snapshot_command(line, environment);
    case Verb::verify:
      return run_verify(line, environment);
    case Verb::dump:
      return run_dump(line, environment);
    case Verb::completion:
      print_out(completion_script(line.shell));
      return kDone;
    case Verb::man:
      print_out(man_page());
      return kDone;
  }
  return kUsage;
}

}  // namespace milepost
