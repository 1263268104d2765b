// What is hidden leaves no byte: not in the View, so neither on a page nor in the model.
#include "redact/redact.h"

#include <string>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "compose/compose.h"
#include "render/model_json.h"
#include "render/records_csv.h"
#include "render/render.h"
#include "render/search_index.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

std::string whole_site(Linked& linked) {
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.base_url = "https://example.org/";
  PlanMask mask = visible_plan(linked.program, analysis.schedule, options.audience);
  if (!mask.records.empty()) {
    keep_visible(linked.program, analysis, std::move(mask));
  }
  const ReadinessMask judged = visible_readiness(linked.program, analysis, options.audience);
  if (!judged.records.empty()) keep_visible(linked.program, analysis, {}, judged);
  View view = redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options);
  std::string all;
  for (const Tape& tape : view.tapes) all += tape.text;
  const Outline outline = compose_site(std::move(view), Words());
  DiagnosticSink sink;
  const Theme theme = load_theme({}, sink);
  const Drawings drawings;
  Renderer renderer(outline, drawings, theme);
  for (uint32_t i = 0; i < outline.pages.size(); ++i) {
    all += outline.pages[i].path.file() + "\n" + renderer.render(i);
  }
  for (const StaticFile& file : site_files(outline)) all += file.bytes;
  for (const ViewKind& kind : outline.view.kinds) all += records_csv(outline, kind.name);
  all += records_csv(outline);
  std::vector<TextWords> words;
  const size_t texts = outline.view.records.size() + outline.view.pages.size();
  words.push_back(read_texts(outline, 0, texts, text_limits(texts)));
  return all + model_json(outline) + search_index(outline, std::move(words));
}

TEST_CASE("redact: a restricted record, region and field leave no byte", "[redact]") {
  Linked linked({
      {"risks/R-1.md",
       "---\nid: R-1\ntitle: Seen risk\nowner: Asha\nrelates_to: [R-2]\n---\nSeen words, see R-2 "
       "and "
       "[CANARYlink](R-2.md).\n\n<!-- audience: restricted -->\nCANARYregion\n<!-- /audience "
       "-->\n"},
      {"risks/R-2.md",
       "---\nid: R-2\ntitle: CANARYtitle\nowner: CANARYowner\nvisibility: "
       "restricted\n---\nCANARYbody\n"},
      {"stakeholders.yaml",
       "stakeholders:\n- {id: STK-1, title: Seen holder, influence: low, contact: "
       "CANARYcontact}\n"},
  });
  const std::string site = whole_site(linked);
  CHECK(site.find("CANARY") == std::string::npos);
  CHECK(site.find("R-2") == std::string::npos);
  CHECK(site.find("Seen risk") != std::string::npos);
  CHECK(site.find("Seen holder") != std::string::npos);
  CHECK(site.find("an internal item") != std::string::npos);
}

TEST_CASE("redact: items of a region and what items rest on leave no byte", "[redact]") {
  Linked linked({
      {"releases/REL-1.md",
       "---\nid: REL-1\ntitle: Seen release\nowner: Asha\ntarget: 2026-06-30\n"
       "gates: [security]\n---\n\n## Security\n\n"
       "- [ ] Fix what R-2 found (owner: Asha, evidence: R-2, notes: as R-2 says, due: "
       "2026-06-12)\n"
       "- [ ] Seen item (due: R-2 - 2d)\n\n"
       "<!-- audience: restricted -->\n\n"
       "- [x] CANARYitem (id: threat-model, owner: CANARYowner, evidence: CANARYfile.csv, notes: "
       "CANARYnotes)\n\n<!-- /audience -->\n"},
      {"risks/R-2.md",
       "---\nid: R-2\ntitle: CANARYtitle\nvisibility: restricted\ndue: 2026-06-19\n---\nx\n"},
      {"releases/REL-2.md",
       "---\nid: REL-2\ntitle: CANARYrelease\nvisibility: restricted\n---\n"
       "- [ ] CANARYbox (owner: CANARYperson, due: 2026-06-12)\n"},
  });
  const std::string site = whole_site(linked);
  CHECK(site.find("CANARY") == std::string::npos);
  CHECK(site.find("R-2") == std::string::npos);
  CHECK(site.find("r-2") == std::string::npos);
  CHECK(site.find("Seen item") != std::string::npos);
  CHECK(site.find("Fix what an internal item found") != std::string::npos);
  // What a hidden item stands for is open as far as anybody is told.
  CHECK(site.find("threat model is reviewed") != std::string::npos);
  CHECK(site.find("No dependency has a known hole") != std::string::npos);
}

TEST_CASE("redact: a hidden lesson is no part of a post-mortem, releases or not", "[redact]") {
  const std::pair<std::string_view, std::string_view> incident = {
      "incidents/INC-1.md",
      "---\nid: INC-1\ntitle: Orders twice\nseverity: sev2\nstatus: resolved\n"
      "started: 2026-05-14 11:42\nresolved: 2026-05-14 13:20\nroot_cause: A retry\n---\n"};
  Linked without({incident});
  Linked hidden({incident,
                 {"lessons/LES-1.md",
                  "---\nid: LES-1\nkind: lesson\ntitle: Learned\nvisibility: restricted\n"
                  "relates_to: [INC-1]\n---\nx\n"}});
  Linked seen({incident,
               {"lessons/LES-1.md",
                "---\nid: LES-1\nkind: lesson\ntitle: Learned\nrelates_to: [INC-1]\n---\nx\n"}});
  const std::string site = whole_site(without);
  CHECK(whole_site(hidden) == site);
  CHECK(whole_site(seen) != site);
}

}  // namespace
}  // namespace milepost
