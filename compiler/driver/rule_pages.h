// The manual of codes: one page for `milepost explain`, all of them for docs/rules.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/rule.h"

namespace milepost {

/// Plain text for a terminal.
std::string explain_page(const RuleInfo& info);
/// A line a code.
std::string code_list();
/// Markdown of docs/rules.md.
std::string rules_reference();

/// A file of an example (rule.h).
struct ExampleFile {
  std::string path;
  std::string text;
};
std::vector<ExampleFile> example_files(std::string_view example);

}  // namespace milepost
