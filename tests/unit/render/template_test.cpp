// Templates of a program's theme: what is refused, and where.
#include "render/template_scan.h"

#include <string>
#include <vector>

#include "catch.h"
#include "render/slots.h"
#include "render/theme.h"

namespace milepost {
namespace {

std::vector<uint16_t> codes(std::string_view text) {
  std::vector<Slot> all;
  for (const SlotInfo& slot : slot_infos()) all.push_back(slot.slot);
  std::vector<uint16_t> found;
  for (const TemplateProblem& problem : scan_template(text, all, false))
    found.push_back(problem.code);
  return found;
}

TEST_CASE("template: what is safe passes", "[render]") {
  CHECK(codes("{{! note }}<p class=\"x\" title=\"{{title}}\"><a href=\"{{home}}\">{{program}}</a>"
              "{{#links}}{{links}}{{/links}}</p>")
            .empty());
}

TEST_CASE("template: mistakes are found where they stand", "[render]") {
  using Codes = std::vector<uint16_t>;
  CHECK(codes("{{{title}}}") == Codes{556});
  CHECK(codes("{{&title}}") == Codes{556});
  CHECK(codes("{{titel}}") == Codes{552});
  CHECK(codes("{{^links}}{{titel}}{{/links}}") == Codes{552});
  CHECK(codes("{{#links}}x") == Codes{553});
  CHECK(codes("{{title") == Codes{551});
  CHECK(codes("<p class={{title}}>") == Codes{557});
  CHECK(codes("<!-- {{title}} -->") == Codes{557});
  CHECK(codes("<a href=\"x{{home}}\">") == Codes{557});
  CHECK(codes("<p title=\"{{links}}\">") == Codes{557});
  CHECK(codes("<script>x</script>") == Codes{558});
  CHECK(codes("<p onclick=\"x\">") == Codes{558});
  CHECK(codes("<p style=\"x\">") == Codes{558});
  CHECK(codes("<img src=\"https://example.com/x.png\" alt=\"\">") == Codes{558});
  CHECK(codes("<a href=\"java&#115;cript:x\">") == Codes{558});
}

TEST_CASE("theme: an override that includes itself is refused and the built-in one used",
          "[render]") {
  const std::vector<ThemeFile> files = {
      {"partials/bottom.html", "{{> partials/bottom}}", FileId{7}},
      {"404.html", "<p>{{> partials/nothing}}</p>", FileId{8}},
  };
  DiagnosticSink sink;
  ThemeInput input;
  input.files = files;
  load_theme(input, sink);
  const std::vector<Diagnostic> found = sink.take_sorted();
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == 555);
  CHECK(found[0].span.file == FileId{7});
  CHECK(found[1].code == 554);
  CHECK(found[1].span.begin == 3);
}

}  // namespace
}  // namespace milepost
