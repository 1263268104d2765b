// Completions, man page and reference, walking the command table.
#include "driver/command_pages.h"

#include <fmt/format.h>

#include "driver/command_line.h"
#include "text/ascii.h"
#include "version.h"

namespace milepost {
namespace {

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out;
  for (size_t at = 0;;) {
    const size_t hit = text.find(what, at);
    out += text.substr(at, hit - at);
    if (hit == std::string_view::npos) return out;
    out += with;
    at = hit + what.size();
  }
}

std::string words(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, " "));
}

std::vector<std::string> option_names(const CommandDoc& command) {
  std::vector<std::string> names;
  for (const OptionDoc& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::string bash_script() {
  const std::vector<CommandDoc> commands = command_docs();
  std::vector<std::string> names;
  for (const CommandDoc& command : commands) names.push_back(command.name);
  std::string out =
      "# bash completion for milepost\n"
      "_milepost() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} "
      "command=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
  out += fmt::format(
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$current\"))\n    return\n  fi\n",
      words(names));
  out += "  case $command in\n";
  for (const CommandDoc& command : commands) {
    out += fmt::format("    {})\n      case $previous in\n", command.name);
    for (const OptionDoc& option : command.options) {
      if (option.choices.empty()) continue;
      out += fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$current\")); return ;;\n",
                         fmt::join(option.names, "|"), words(option.choices));
    }
    out += "      esac\n";
    std::vector<std::string> fixed;
    for (const OptionDoc& positional : command.positionals) {
      fixed.insert(fixed.end(), positional.choices.begin(), positional.choices.end());
    }
    out += fmt::format(
        "      case $current in\n        -*) COMPREPLY=($(compgen -W '{}' -- \"$current\")) ;;\n"
        "        *) COMPREPLY=($(compgen {} -- \"$current\")) ;;\n      esac\n      ;;\n",
        words(option_names(command)),
        fixed.empty() ? std::string("-f") : fmt::format("-W '{}'", words(fixed)));
  }
  out += "  esac\n}\ncomplete -o filenames -F _milepost milepost\n";
  return out;
}

std::string zsh_quoted(std::string_view text) {
  std::string out = replaced(text, "'", "'\\''");
  out = replaced(out, "[", "\\[");
  out = replaced(out, "]", "\\]");
  return replaced(out, ":", "\\:");
}

std::string zsh_action(const OptionDoc& option) {
  if (!option.choices.empty()) return fmt::format("({})", words(option.choices));
  if (option.value == "DIR" || option.value == "PROGRAM") return "_files -/";
  if (option.value == "FILE") return "_files";
  return "";
}

std::string zsh_script() {
  std::string out = "#compdef milepost\n_milepost() {\n  local -a commands\n  commands=(\n";
  const std::vector<CommandDoc> commands = command_docs();
  for (const CommandDoc& command : commands) {
    out += fmt::format("    '{}:{}'\n", command.name, zsh_quoted(command.summary));
  }
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=${words[2]}\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const CommandDoc& command : commands) {
    out += fmt::format("    {})\n      _arguments", command.name);
    for (const OptionDoc& option : command.options) {
      for (const std::string& name : option.names) {
        out += fmt::format(" \\\n        '{}[{}]", name, zsh_quoted(option.help));
        if (!option.value.empty()) out += fmt::format(":{}:{}", option.value, zsh_action(option));
        out += "'";
      }
    }
    for (const OptionDoc& positional : command.positionals) {
      out += fmt::format(" \\\n        ':{}:{}'",
                         positional.value.empty() ? positional.names.front() : positional.value,
                         zsh_action(positional));
    }
    out += "\n      ;;\n";
  }
  out += "  esac\n}\n_milepost \"$@\"\n";
  return out;
}

std::string fish_quoted(std::string_view text) {
  return replaced(replaced(text, "\\", "\\\\"), "'", "\\'");
}

std::string fish_script() {
  std::string out = "# fish completion for milepost\n";
  for (const CommandDoc& command : command_docs()) {
    out += fmt::format("complete -c milepost -n __fish_use_subcommand -f -a {} -d '{}'\n",
                       command.name, fish_quoted(command.summary));
    for (const OptionDoc& option : command.options) {
      out += fmt::format("complete -c milepost -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : option.names) {
        out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                      : fmt::format(" -s {}", name.substr(1));
      }
      if (!option.value.empty()) out += " -r";
      if (!option.choices.empty()) out += fmt::format(" -f -a '{}'", words(option.choices));
      out += fmt::format(" -d '{}'\n", fish_quoted(option.help));
    }
    for (const OptionDoc& positional : command.positionals) {
      if (positional.choices.empty()) continue;
      out += fmt::format("complete -c milepost -n '__fish_seen_subcommand_from {}' -f -a '{}'\n",
                         command.name, words(positional.choices));
    }
  }
  return out;
}

/// Text for roff: a line that begins with a dot or quote is no request, hyphens stay hyphens.
std::string roff(std::string_view text) {
  std::string out = replaced(replaced(text, "\\", "\\e"), "-", "\\-");
  if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
  return replaced(out, "\n", "\n.br\n");
}

std::string usage_line(const CommandDoc& command) {
  std::string out = command.name;
  for (const OptionDoc& positional : command.positionals) {
    const bool optional = positional.names.front() == "program" ||
                          positional.names.front() == "dir" || positional.names.front() == "code";
    const std::string word =
        positional.value.empty() ? ascii_upper(positional.names.front()) : positional.value;
    out += optional ? fmt::format(" [{}]", word) : fmt::format(" {}", word);
  }
  return out;
}

std::string option_line(const OptionDoc& option) {
  std::string out = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.value.empty()) out += " " + option.value;
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  return bash_script();
}

std::string man_page() {
  std::string out =
      fmt::format(".TH MILEPOST 1 \"\" \"milepost {}\" \"User Commands\"\n", kVersion);
  out +=
      ".SH NAME\nmilepost \\- compile a folder of program records into a checked, linked static "
      "site\n"
      ".SH SYNOPSIS\n.B milepost\n.I COMMAND\n[options]\n.SH DESCRIPTION\n"
      "Reads the Markdown and YAML records of a program (risks, decisions, dependencies, "
      "milestones, releases),\n"
      "checks them like code and renders a static site.\n.SH COMMANDS\n";
  for (const CommandDoc& command : command_docs()) {
    out += fmt::format(".SS milepost {}\n{}.\n", roff(usage_line(command)), roff(command.summary));
    if (!command.details.empty()) out += fmt::format(".PP\n{}\n", roff(command.details));
    for (const OptionDoc& option : command.options) {
      out += fmt::format(".TP\n.B {}\n{}\n", roff(option_line(option)), roff(option.help));
    }
  }
  out +=
      ".SH EXIT STATUS\n.TP\n.B 0\ndone\n.TP\n.B 1\na diagnostic of severity error, or a finding "
      "that \\-\\-strict or "
      "\\-\\-fail\\-on names; a site is built all the same\n.TP\n.B 2\nwrong usage\n.TP\n.B 3\nthe "
      "environment: a folder "
      "that cannot be read or written\n.SH ENVIRONMENT\n.TP\n.B NO_COLOR\nif set and not empty, no "
      "colours\n";
  return out;
}

std::string command_reference() {
  std::string out;
  for (const CommandDoc& command : command_docs()) {
    out += fmt::format("## milepost {}\n\n{}.\n\n```text\nmilepost {}\n```\n\n", command.name,
                       command.summary, usage_line(command));
    if (!command.details.empty()) out += fmt::format("{}\n\n", command.details);
    out += "| option | meaning |\n| --- | --- |\n";
    for (const OptionDoc& positional : command.positionals) {
      out += fmt::format(
          "| `{}` | {} |\n",
          positional.value.empty() ? ascii_upper(positional.names.front()) : positional.value,
          replaced(positional.help, "|", "\\|"));
    }
    for (const OptionDoc& option : command.options) {
      out += fmt::format("| `{}` | {} |\n", replaced(option_line(option), "|", "\\|"),
                         replaced(option.help, "|", "\\|"));
    }
    out += "\n";
  }
  return out;
}

}  // namespace milepost
