// The command line: what can be said, what was said, and its description for help, man page and
// completions.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// Exit status of every command (docs/cli.md).
enum ExitStatus : int { kDone = 0, kProblems = 1, kUsage = 2, kEnvironment = 3 };

enum class Verb {
  build,
  check,
  explain,
  schema,
  init,
  new_record,
  sign,
  status,
  diff,
  export_model,
  snapshot,
  verify,
  dump,
  completion,
  man
};

/// What was said. Strings are as typed; empty means not said.
struct CommandLine {
  Verb verb = Verb::build;
  std::string program;  // folder or file
  // build
  std::string output = "site";
  std::string base_url, theme;
  bool timings = false;
  // build, check, export, dump
  std::string as_of;
  std::vector<std::string> limits;  // "body_bytes=1MB"
  unsigned jobs = 0;                // 0: as many as the machine has cores
  // check (and build's report)
  std::string format = "text";
  bool strict = false;
  std::vector<std::string> fail_on;
  bool all = false;
  std::string color = "auto";  // auto, always, never
  std::string baseline, write_baseline;
  // sign
  std::string release, role, signer, decision, condition, via, on, covers, sign_to;
  bool dry_run = false;
  // build, check, export, status
  std::string audience;  // empty: the plain build; "all": every one of program.yaml
  // build
  std::string zip, label;
  std::string versions;      // build, status: words of `versions:`; "none"
  bool publish = false;      // for the audience of `publish:`
  std::string since, merge;  // check, status: revisions
  std::string bundle;        // verify
  bool hashes_only = false;  // verify: without making the pages anew
  // check --audience
  std::string record;  // what does the audience see of it
  // status
  bool freeze = false;
  std::string report;  // the status report that is meant; empty: the newest
  unsigned width = 0;  // 0: that of the terminal
  // diff
  std::string old_version, new_version;  // empty: the working folder
  bool exit_code = false;
  // explain, new, init, export, dump, completion, schema
  std::string code;
  std::string kind, title;
  std::string directory, init_template;
  bool init_theme = false;
  std::string to = "json", graph, stage, shell, schema_of;
  std::string file_output;  // -o of export, schema and man: a file, `-` is standard output
};

struct OptionDoc {
  std::vector<std::string> names;  // "-o", "--output"; a positional has one without a hyphen
  std::string value;               // "DIR"; empty for a switch
  std::string help;
  std::vector<std::string> choices;  // for completions
};

struct CommandDoc {
  std::string name;
  std::string summary;
  std::string details;
  std::vector<OptionDoc> positionals;
  std::vector<OptionDoc> options;
};

struct ParsedLine {
  std::optional<CommandLine> line;  // nothing: print `text` and exit with `status`
  int status = kDone;
  std::string text;  // help, version, or what was wrong
};

/// Never throws and reads nothing but its arguments.
ParsedLine parse_command_line(int argc, const char* const* argv);

/// Every command with every option, in the order of the help.
std::vector<CommandDoc> command_docs();

/// Options of the program itself: --help, --version.
std::vector<OptionDoc> global_options();

}  // namespace milepost
