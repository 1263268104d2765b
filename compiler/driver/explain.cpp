// `milepost explain`: the manual page of a code.
#include <fmt/format.h>

#include "diagnostics/rule.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/rule_pages.h"
#include "driver/run_report.h"
#include "text/edit_distance.h"

namespace milepost {

int run_explain(const CommandLine& line) {
  if (line.code.empty()) {
    print_out(code_list());
    return kDone;
  }
  if (const RuleInfo* info = find_code(line.code)) {
    print_out(explain_page(*info));
    return kDone;
  }
  std::vector<std::string> names;
  for (const RuleInfo* info : all_codes()) {
    names.push_back(code_name(info->code));
    names.emplace_back(info->name);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::vector<size_t> near = nearest(line.code, views, 1);
  print_error(fmt::format("milepost: there is no code `{}`{}\n", line.code,
                          near.empty() ? "; `milepost explain` lists them all"
                                       : fmt::format("; did you mean `{}`?", views[near.front()])));
  return kUsage;
}

}  // namespace milepost
