// The command line over CLI11, which only this file names.
#include "driver/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "driver/sign_options.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "version.h"

namespace milepost {
namespace {

const std::vector<std::string> kFormats = {"text", "json", "sarif", "github", "gitlab", "junit"};
const std::vector<std::string> kStatusFormats = {"text", "markdown", "slack", "html-email"};
const std::vector<std::string> kDiffFormats = {"text", "markdown", "json", "html"};
const std::vector<std::string> kStages = {"load",     "parse",     "shape", "link",
                                          "analyze",  "check",     "kinds", "rules",
                                          "commands", "templates", "gates"};
const std::vector<std::string> kExports = {"json", "csv", "ics", "dot", "mermaid"};
const std::vector<std::string> kShells = {"bash", "zsh", "fish"};
const std::vector<std::string> kTemplates = {"minimal", "release", "infrastructure", "security"};
const std::vector<std::string> kColors = {"auto", "always", "never"};

/// The App tree bound to a CommandLine. Descriptions are the one source of help, man page and
/// completions.
struct Tree {
  explicit Tree(CommandLine& line);
  CLI::App app{"Compile a folder of program records into a checked, linked static site.",
               "milepost"};
};

void add_program(CLI::App* command, CommandLine& line) {
  command
      ->add_option(
          "program", line.program,
          "The program's folder, or one file (default: the nearest parent with program.yaml)")
      ->type_name("PROGRAM");
}

void add_run_options(CLI::App* command, CommandLine& line) {
  command
      ->add_option(
          "--as-of", line.as_of,
          "Judge lateness and age as of this date (default: as_of in program.yaml, else today)")
      ->type_name("DATE");
  command
      ->add_option("--jobs,-j", line.jobs,
                   "Threads to use (default: one a core); never changes the result")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  command
      ->add_option("--limit", line.limits,
                   "Raise a limit of docs/configuration.md, as in body_bytes=1MB; may be repeated")
      ->type_name("NAME=SIZE");
}

void add_audience(CLI::App* command, CommandLine& line, const char* help) {
  command->add_option("--audience", line.audience, help)->type_name("NAME");
}

void add_color(CLI::App* command, CommandLine& line) {
  command
      ->add_option("--color", line.color, "Colours: auto, always or never (NO_COLOR is honoured)")
      ->type_name("WHEN")
      ->check(CLI::IsMember(kColors));
}

void add_report_options(CLI::App* command, CommandLine& line) {
  command->add_flag("--strict", line.strict, "Exit with 1 for warnings and findings too");
  command
      ->add_option("--fail-on", line.fail_on,
                   "Exit with 1 if this rule (MP311 or its name) reports anything, or unless this "
                   "release (release:ID) is GO; may be repeated")
      ->type_name("RULE|release:ID");
  command->add_flag("--all", line.all, "Show every place of every rule");
  add_color(command, line);
  command
      ->add_option("--baseline", line.baseline,
                   "Leave out what this file lists (default: findings_baseline in program.yaml)")
      ->type_name("FILE");
}

void add_snapshot(CLI::App& app, CommandLine& line) {
  CLI::App* snapshot =
      app.add_subcommand("snapshot", "Pack the program of one moment into a file to keep");
  snapshot->footer(
      "The bundle is a zip of the records, the site, the model and a manifest with the SHA-256 of "
      "each file: the same bytes for the same records, whatever the machine. `milepost verify` "
      "checks it.\n"
      "Its records say everything, also what the site leaves out because it is restricted. With "
      "--audience it holds no records, but the site and the model of that audience alone.");
  add_program(snapshot, line);
  snapshot
      ->add_option("-o,--output", line.file_output,
                   "A file (default: the program's id and date, as CHK-2026-06-01.zip; - is "
                   "standard output)")
      ->type_name("FILE");
  add_audience(snapshot, line, "Hold what this audience of program.yaml may see, and no records");
  snapshot
      ->add_option("--label", line.label,
                   "What this version is called, in the masthead and program.json: 2026-W22")
      ->type_name("TEXT");
  snapshot
      ->add_option("--base-url", line.base_url,
                   "Where the site is served (default: that of program.yaml)")
      ->type_name("URL");
  add_run_options(snapshot, line);

  CLI::App* verify = app.add_subcommand("verify", "Check that a snapshot is what was made");
  verify->footer(
      "Every file is hashed and compared with the manifest, and the site is made anew from the "
      "records, in memory, and compared. What cannot be made anew is not verified: a bundle of "
      "another version of Milepost, or for an audience; --hashes-only checks of it what can be.\n"
      "Exit status: 0 all is as it was, 1 something is not or cannot be told, 3 the file cannot be "
      "read.");
  verify->add_option("bundle", line.bundle, "The snapshot")->type_name("FILE")->required();
  verify->add_flag("--hashes-only", line.hashes_only,
                   "Compare with the manifest alone, which says nothing of who wrote it");
  verify
      ->add_option("--jobs,-j", line.jobs,
                   "Threads to use (default: one a core); never changes the result")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  verify
      ->add_option("--limit", line.limits,
                   "The limits that the snapshot was made with, as `snapshot` was given them")
      ->type_name("NAME=SIZE");
}

void add_status(CLI::App& app, CommandLine& line) {
  CLI::App* status =
      app.add_subcommand("status", "Tell where the program stands, or write an update to send");
  status->footer(
      "Without options the verdict with its date, what changed since the version before, why the "
      "date is what it is, the critical path, milestones, the highest risks and open blockers, on "
      "one screen.\n"
      "With --audience, --report or another format the update of the period, from the facts of its "
      "records and in the words of its status report: to paste or to send.\n"
      "--freeze writes those facts into the report, which is not computed anew after that.");
  add_program(status, line);
  status
      ->add_option("--format", line.format,
                   "text (default), markdown, slack or html-email: how the update is written")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(kStatusFormats));
  add_audience(status, line,
               "Write the update for this audience of program.yaml: what it may know, in the "
               "sections of its page");
  status
      ->add_option("--report", line.report,
                   "The status report that is meant, by its id (default: that of the period)")
      ->type_name("ID");
  status
      ->add_option("--since", line.since,
                   "Lead with what changed since this version: a revision, day, snapshot or folder "
                   "(default: the newest version before)")
      ->type_name("VERSION");
  status
      ->add_option("--versions", line.versions,
                   "Take the version before from these, whatever versions: of program.yaml says: "
                   "weekly, tags, days, or none")
      ->type_name("WORDS");
  status->add_flag("--freeze", line.freeze,
                   "Write the facts of the period as sent into its status report");
  status->add_flag("--dry-run", line.dry_run,
                   "With --freeze: print the difference and write nothing");
  status
      ->add_option("--base-url", line.base_url,
                   "Where the site is served, for links of the update (default: that of "
                   "program.yaml)")
      ->type_name("URL");
  status->add_option("--width", line.width, "Columns (default: those of the terminal, else 80)")
      ->type_name("COLUMNS")
      ->check(CLI::Range(40U, 120U));
  add_color(status, line);
  add_run_options(status, line);
}

void add_diff(CLI::App& app, CommandLine& line) {
  CLI::App* diff = app.add_subcommand(
      "diff", "Tell what changed between two versions, and what that did to dates and verdicts");
  diff->footer(
      "A version is a folder (with a `/` or a program.yaml), a bundle (`*.zip`), a day "
      "(2026-05-26: "
      "as the program stood at its end) or a revision of git. Each is looked at on its own day.\n"
      "Consequences come first: what moved by how many working days and why, what joined the "
      "critical path, which gates and sign-offs are open again. Then the records, field by field; "
      "another spelling of the same is no change.");
  diff->add_option("old", line.old_version, "The earlier version")->type_name("OLD")->required();
  diff->add_option("new", line.new_version,
                   "The later version (default: the program as it lies here)")
      ->type_name("NEW");
  diff->add_option("program", line.program,
                   "The program's folder or a single file (default: the nearest parent with "
                   "program.yaml)")
      ->type_name("PROGRAM");
  diff->add_option("--format", line.format,
                   "text (default); markdown: a comment for a pull request; json: "
                   "docs/changes.schema.json; html: one page that needs no other file")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(kDiffFormats));
  add_audience(diff, line,
               "Tell only what this audience of program.yaml may know of both versions");
  diff->add_option("--base-url", line.base_url,
                   "Where a site of the later version is served, for links of markdown and html "
                   "(default: that of program.yaml)")
      ->type_name("URL");
  diff->add_flag("--exit-code", line.exit_code, "Exit with 1 if anything changed");
  diff->add_option("--width", line.width, "Columns (default: those of the terminal, else 80)")
      ->type_name("COLUMNS")
      ->check(CLI::Range(40U, 160U));
  diff->add_option("-o,--output", line.file_output, "A file (default: standard output, also as -)")
      ->type_name("FILE");
  add_color(diff, line);
  add_run_options(diff, line);
}

Tree::Tree(CommandLine& line) {
  app.set_version_flag("--version", fmt::format("milepost {}", kVersion), "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 problems in the program, 2 wrong usage, 3 the environment.\n"
      "`milepost COMMAND --help` tells more of a command, `milepost explain CODE` of a "
      "diagnostic.");

  CLI::App* build = app.add_subcommand("build", "Compile the program into a static site");
  build->footer(
      "Reports problems on standard error and builds the site all the same (exit status 1 if there "
      "was an error).\n"
      "The folder is replaced as a whole; one that holds anything that no build wrote is refused.");
  add_program(build, line);
  build->add_option("-o,--output", line.output, "Where the site goes (default: site)")
      ->type_name("DIR");
  build
      ->add_option("--base-url", line.base_url,
                   "Where the site will be served: for the feed, the sitemap, canonical links and "
                   "addresses in "
                   "the calendar (default: that of program.yaml)")
      ->type_name("URL");
  build
      ->add_option(
          "--theme", line.theme,
          "A built-in theme (default, print), or a folder of your own, trusted, instead of "
          "the program's theme/")
      ->type_name("THEME");
  add_audience(build, line,
               "Hold nothing that this audience of program.yaml may not see (default: what is "
               "public or internal); all: a site for each of them, in a folder of its name");
  build
      ->add_flag("--publish", line.publish,
                 "Build what may be published: for the audience of `publish:` in program.yaml "
                 "(default: public)")
      ->excludes("--audience");
  build
      ->add_option("--zip", line.zip,
                   "Write the site as a zip, too, always the same for the same site; {audience} in "
                   "the name is that of its audience")
      ->type_name("FILE");
  build
      ->add_option("--label", line.label,
                   "What this version is called, in the masthead and program.json: 2026-W22")
      ->type_name("TEXT");
  build
      ->add_option("--versions", line.versions,
                   "Build versions of its history beside it, in a folder each, whatever versions: "
                   "of program.yaml says: weekly, tags, days, or none")
      ->type_name("WORDS");
  build->add_flag("--timings", line.timings, "Print where the time went, stage by stage");
  add_run_options(build, line);
  add_report_options(build, line);

  CLI::App* check = app.add_subcommand("check", "Report every problem and finding, write nothing");
  check->footer(
      "Text goes to standard error, the other formats to standard output. Errors and warnings come "
      "first, at most ten\n"
      "of a rule, then one line a rule; --all shows everything.");
  add_program(check, line);
  check->add_option("--format", line.format, "text, json, sarif, github, gitlab or junit")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(kFormats));
  add_report_options(check, line);
  add_audience(check, line,
               "Report what a site for this audience of program.yaml would reveal (all: for each), "
               "and of the rest what it is shown");
  check
      ->add_option("--record", line.record,
                   "Tell what the audience sees of this record, and why, instead")
      ->type_name("ID");
  check
      ->add_option(
          "--since", line.since,
          "Report only what is new since the history parted from this revision; or since a "
          "day, snapshot or folder")
      ->type_name("VERSION");
  check
      ->add_option("--merge", line.merge,
                   "Report what merging this revision into the working folder would break, instead")
      ->type_name("REVISION");
  check
      ->add_option("--write-baseline", line.write_baseline,
                   "Write what is reported now, errors apart, to this file")
      ->type_name("FILE");
  // A merge is told of by itself.
  for (const char* other :
       {"--since", "--audience", "--record", "--baseline", "--write-baseline"}) {
    check->get_option("--merge")->excludes(check->get_option(other));
  }
  add_run_options(check, line);

  add_status(app, line);
  add_diff(app, line);

  CLI::App* explain = app.add_subcommand("explain", "The manual page of a diagnostic or rule");
  explain
      ->add_option("code", line.code,
                   "A code or name: MP201, unknown-reference; without one, the list")
      ->type_name("CODE");

  CLI::App* init =
      app.add_subcommand("init", "Start a program: new, or around the documents of a folder");
  init->footer(
      "In a folder that has documents, init reads them, says what it found and proposes `records:` "
      "rules.\n"
      "It never overwrites a file.");
  init->add_option("dir", line.directory, "The folder (default: this one)")->type_name("DIR");
  init->add_option("--template", line.init_template, "minimal, release, infrastructure or security")
      ->type_name("NAME")
      ->check(CLI::IsMember(kTemplates));
  init->add_flag("--theme", line.init_theme,
                 "Write a copy of the theme and templates to start from, in theme/");

  CLI::App* fresh =
      app.add_subcommand("new", "Start a record in a file of its own, with the next free id");
  fresh->add_option("kind", line.kind, "What it is: risk, decision, task, …")
      ->type_name("KIND")
      ->required();
  fresh->add_option("title", line.title, "Its title")->type_name("TITLE")->required();
  fresh
      ->add_option("--program", line.program,
                   "The program's folder (default: the nearest parent with program.yaml)")
      ->type_name("PROGRAM");

  CLI::App* sign = add_sign_command(app, line);
  add_program(sign, line);
  add_run_options(sign, line);
  add_color(sign, line);

  CLI::App* model = app.add_subcommand("export", "Print the program as data");
  add_program(model, line);
  model->footer(
      "A cell of csv that a spreadsheet would take for a formula gets an apostrophe before it.");
  model
      ->add_option("--to", line.to,
                   "json (default): the model as docs/program.schema.json describes it; csv: a "
                   "table of records; ics: the calendar; dot, mermaid: a graph of what waits for "
                   "what")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(kExports));
  model
      ->add_option("--kind", line.kind,
                   "Of csv: only records of this kind, with all their fields (risk, decision, …)")
      ->type_name("KIND");
  model
      ->add_option("--graph", line.graph,
                   "Of dot and mermaid: program (default), the id of a workstream, milestone or "
                   "release, or the key of a team")
      ->type_name("WHAT");
  model
      ->add_option("--base-url", line.base_url,
                   "Where the site is served, for the addresses in csv and ics (default: that of "
                   "program.yaml)")
      ->type_name("URL");
  add_audience(model, line, "Hold nothing that this audience of program.yaml may not see");
  model->add_option("-o,--output", line.file_output, "A file (default: standard output, also as -)")
      ->type_name("FILE");
  add_run_options(model, line);

  add_snapshot(app, line);

  CLI::App* schema =
      app.add_subcommand("schema", "Print the JSON Schema of the record files, for editors");
  schema->footer(
      "Give it to an editor's YAML support: the first line of a record file may be\n"
      "# yaml-language-server: $schema=.milepost/records.schema.json");
  add_program(schema, line);
  schema
      ->add_option("--of", line.schema_of,
                   "records (YAML lists), program (program.yaml), or a kind (front matter)")
      ->type_name("WHAT");
  schema
      ->add_option("-o,--output", line.file_output, "A file (default: standard output, also as -)")
      ->type_name("FILE");

  CLI::App* dump = app.add_subcommand("dump", "Print the value between two stages, for debugging");
  add_program(dump, line);
  dump->add_option(
          "--stage", line.stage,
          "load, parse, shape, link, analyze or check; kinds, rules, commands and templates "
          "print pages of docs/")
      ->type_name("STAGE")
      ->check(CLI::IsMember(kStages))
      ->required();
  add_run_options(dump, line);

  CLI::App* completion = app.add_subcommand("completion", "Print the completion script of a shell");
  completion->add_option("shell", line.shell, "bash, zsh or fish")
      ->type_name("SHELL")
      ->check(CLI::IsMember(kShells))
      ->required();

  app.add_subcommand("man", "Print the manual page (roff)");
}

std::vector<std::string> choices_of(const std::string& name, const CLI::App* command) {
  const std::string of = command == nullptr ? std::string() : command->get_name();
  const bool status = of == "status";
  if (of == "sign" && name == "--to") return {};
  if (name == "--decision") return sign_decisions();
  if (name == "--format" && of == "diff") return kDiffFormats;
  if (name == "--format") return status ? kStatusFormats : kFormats;
  if (name == "--stage") return kStages;
  if (name == "shell") return kShells;
  if (name == "--template") return kTemplates;
  if (name == "--color") return kColors;
  if (name == "--to") return kExports;
  return {};
}

OptionDoc doc_of(const CLI::Option& option, const CLI::App* command) {
  OptionDoc doc;
  for (const std::string& name : option.get_snames()) doc.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) doc.names.push_back("--" + name);
  if (doc.names.empty()) doc.names.push_back(option.get_single_name());
  // A switch takes no value; CLI11 says so by an expected count of 0.
  if (option.get_expected_max() > 0) {
    doc.value = option.get_type_name();
    if (const size_t colon = doc.value.find(':'); colon != std::string::npos)
      doc.value.resize(colon);
  }
  doc.help = option.get_description();
  doc.choices = choices_of(doc.names.back(), command);
  return doc;
}

Verb verb_of(const std::string& name) {
  static constexpr std::pair<std::string_view, Verb> verbs[] = {{"build", Verb::build},
                                                                {"check", Verb::check},
                                                                {"explain", Verb::explain},
                                                                {"schema", Verb::schema},
                                                                {"init", Verb::init},
                                                                {"new", Verb::new_record},
                                                                {"sign", Verb::sign},
                                                                {"status", Verb::status},
                                                                {"diff", Verb::diff},
                                                                {"export", Verb::export_model},
                                                                {"snapshot", Verb::snapshot},
                                                                {"verify", Verb::verify},
                                                                {"dump", Verb::dump},
                                                                {"completion", Verb::completion},
                                                                {"man", Verb::man}};
  for (const auto& [word, verb] : verbs) {
    if (word == name) return verb;
  }
  return Verb::build;
}

std::string suggestion(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return {};
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const std::vector<std::string_view> views(names.begin(), names.end());
  for (const std::string& name : names) {
    if (name == argv[1]) return {};
  }
  const auto nearest_names = nearest(argv[1], views, 1);
  if (nearest_names.empty()) return fmt::format("there is no command `{}`", argv[1]);
  return fmt::format("there is no command `{}`; did you mean `{}`?", argv[1],
                     views[nearest_names.front()]);
}

}  // namespace

ParsedLine parse_command_line(int argc, const char* const* argv) {
  ParsedLine parsed;
  CommandLine line;
  try {
    Tree tree(line);
    if (argc < 2) {
      parsed.text = tree.app.help();
      parsed.status = kUsage;
      return parsed;
    }
    try {
      tree.app.parse(argc, argv);
      line.verb = verb_of(tree.app.get_subcommands().front()->get_name());
      parsed.line = std::move(line);
    } catch (const CLI::CallForHelp&) {
      const auto chosen = tree.app.get_subcommands();
      parsed.text = chosen.empty() ? tree.app.help() : chosen.front()->help("milepost");
    } catch (const CLI::CallForVersion& said) {
      parsed.text = fmt::format("{}\n", said.what());
    } catch (const CLI::ParseError& error) {
      parsed.status = kUsage;
      std::string what = suggestion(tree.app, argc, argv);
      if (what.empty()) what = error.what();
      const auto chosen = tree.app.get_subcommands();
      parsed.text = fmt::format("milepost: {}\ntry: milepost {}--help\n", what,
                                chosen.empty() ? std::string() : chosen.front()->get_name() + " ");
    }
  } catch (const std::exception& error) {
    parsed.line.reset();
    parsed.status = kUsage;
    parsed.text = fmt::format("milepost: {}\n", error.what());
  }
  return parsed;
}

std::vector<CommandDoc> command_docs() {
  CommandLine unused;
  Tree tree(unused);
  std::vector<CommandDoc> docs;
  for (const CLI::App* command : tree.app.get_subcommands({})) {
    CommandDoc doc{command->get_name(), command->get_description(), command->get_footer(), {}, {}};
    for (const CLI::Option* option : command->get_options()) {
      const OptionDoc one = doc_of(*option, command);
      if (one.names.front().front() == '-') {
        doc.options.push_back(one);
      } else {
        doc.positionals.push_back(one);
      }
    }
    docs.push_back(std::move(doc));
  }
  return docs;
}

std::vector<OptionDoc> global_options() {
  CommandLine unused;
  Tree tree(unused);
  std::vector<OptionDoc> docs;
  for (const CLI::Option* option : tree.app.get_options()) docs.push_back(doc_of(*option, nullptr));
  return docs;
}

}  // namespace milepost
