// Joins the stages' parts of the diagnostic catalog and looks codes up in it.
#include "diagnostics/catalog.h"

#include <algorithm>
#include <string>
#include <vector>

namespace milepost {
namespace {

std::vector<RuleInfo> joined_catalog() {
  std::vector<RuleInfo> all;
  for (const std::span<const RuleInfo> part :
       {load_catalog(), versions_catalog(), parse_catalog(), markdown_catalog(), program_catalog(),
        shape_catalog(), link_catalog(), audience_catalog(), publish_catalog(), theme_catalog()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  std::ranges::sort(all, {}, &RuleInfo::code);
  return all;
}

}  // namespace

std::span<const RuleInfo> diagnostic_catalog() {
  static const std::vector<RuleInfo> all = joined_catalog();
  return all;
}

const RuleInfo* find_diagnostic(uint16_t code) {
  const std::span<const RuleInfo> all = diagnostic_catalog();
  const auto at = std::ranges::lower_bound(all, code, {}, &RuleInfo::code);
  return at != all.end() && at->code == code ? &*at : nullptr;
}

std::string code_name(uint16_t code) {
  std::string digits = std::to_string(code);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return "MP" + digits;
}

}  // namespace milepost
