// Findings: as a page, and as a list on the pages of records.
#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "diagnostics/rule.h"
#include "render/page_writers.h"
#include "render/parts.h"

namespace milepost {

void write_finding_list(HtmlWriter& out, const PageScope& scope,
                        std::span<const uint32_t> findings) {
  out.put("<ul class=\"findings\">\n");
  for (const uint32_t i : findings) {
    const ViewFinding& finding = scope.view().findings[i];
    out.put("<li>");
    write_severity(out, scope, finding.severity);
    out.put(" <span>");
    write_finding(out, scope, finding);
    out.put(" <a class=\"id\"")
        .link("href", scope.path(), scope.outline().pages[scope.outline().findings_page].path,
              "mp:" + code_name(finding.rule->code));
    out.put(">").text(code_name(finding.rule->code)).put("</a></span></li>\n");
  }
  out.put("</ul>\n");
}

}  // namespace milepost
