// Finds what --audience names.
#include "driver/audience_option.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "driver/output.h"
#include "markup/html.h"
#include "shape/yaml_values.h"

namespace milepost {
namespace {

constexpr std::string_view kAll = "all";

std::optional<Audience> named(const Program& program, std::string_view name, bool several) {
  std::optional<Audience> found = audience_named(program, name);
  if (found) return found;
  const std::vector<std::string> names = all_audiences(program);
  std::vector<std::string_view> choices(names.begin(), names.end());
  if (several) choices.push_back(kAll);
  const std::string list = quoted_list(choices, choices.size());
  std::string help = did_you_mean(name, choices, "");
  help += fmt::format("{} are {}", help.empty() ? "there" : " There", list);
  print_error(fmt::format("milepost: there is no audience `{}`; {}\n", visible_text(name), help));
  return std::nullopt;
}

}  // namespace

bool means_all(const CommandLine& line) {
  return line.audience == kAll;
}

std::optional<Audience> audience_of(const CommandLine& line, const Program& program) {
  return named(program, line.audience, false);
}

std::optional<std::vector<Audience>> audiences_of(const CommandLine& line, const Program& program) {
  std::vector<std::string> names = {line.audience};
  if (means_all(line)) names = own_audiences(program);
  std::vector<Audience> made;
  for (const std::string& name : names) {
    std::optional<Audience> one = named(program, name, true);
    if (!one) return std::nullopt;
    made.push_back(std::move(*one));
  }
  return made;
}

}  // namespace milepost
