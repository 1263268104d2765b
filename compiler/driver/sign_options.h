// The command line of `milepost sign`.
#pragma once

#include <string>
#include <vector>

#include "driver/command_line.h"

namespace CLI {
class App;
}

namespace milepost {

CLI::App* add_sign_command(CLI::App& app, CommandLine& line);

/// What --decision takes.
std::vector<std::string> sign_decisions();

}  // namespace milepost
