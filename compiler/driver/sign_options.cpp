// Describes the options of `milepost sign` to CLI11.
#include "driver/sign_options.h"

#include <CLI/CLI.hpp>

namespace milepost {

std::vector<std::string> sign_decisions() {
  return {"go", "conditional", "no-go"};
}

CLI::App* add_sign_command(CLI::App& app, CommandLine& line) {
  CLI::App* sign = app.add_subcommand("sign", "Write a sign-off of a release, sealed");
  sign->footer(
      "The entry says what was signed, field by field, with a hash of each, so that a change opens "
      "it again.\n"
      "Only the lines of the entry change. Who may sign is a matter of the review that lets the "
      "change in: docs/sign-offs.md.");
  sign->add_option("release", line.release, "The id of the release")
      ->type_name("RELEASE")
      ->required();
  sign->add_option("--role", line.role, "The role that signs, of roles: in program.yaml")
      ->type_name("ROLE")
      ->required();
  sign->add_option("--as", line.signer, "Who signs: the key or name of somebody on the roster")
      ->type_name("PERSON")
      ->required();
  sign->add_option("--decision", line.decision, "go (default), conditional or no-go")
      ->type_name("WORD")
      ->check(CLI::IsMember(sign_decisions()));
  sign->add_option("--condition", line.condition, "What has to hold; the decision is conditional")
      ->type_name("TEXT");
  sign->add_option("--via", line.via, "Where they said so: the address of an approval")
      ->type_name("URL");
  sign->add_option("--on", line.on, "The day of the signature (default: the as-of date)")
      ->type_name("DATE");
  sign->add_option("--covers", line.covers,
                   "What is signed: fields of the release, or RECORD.FIELD of what it rests on "
                   "(default: scope, target, items and rollback)")
      ->type_name("FIELD,...");
  sign->add_option("--to", line.sign_to,
                   "Write it into a file of its own in the program, such as "
                   "approvals/REL-1/security.yaml")
      ->type_name("FILE");
  sign->add_flag("--dry-run", line.dry_run, "Print the change, write nothing");
  return sign;
}

}  // namespace milepost
