// Updates as they are pasted and sent: what they say, and that a title cannot say more than itself.
#include "render/update_text.h"

#include <string>

#include "catch.h"
#include "compose/period.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

constexpr const char* kRecords =
    "tasks:\n"
    "- {id: T-1, title: Portal, status: done, finished: 2026-05-27}\n"
    "- {id: T-2, title: Migration tool, status: in progress, due: 2026-06-12, percent: 40%, owner: "
    "asha}\n"
    "risks:\n"
    "- {id: R-1, title: Data loss, likelihood: high, impact: high, mitigation: Dry run two weeks "
    "early}\n"
    "blockers:\n"
    "- {id: B-1, title: No test cards, severity: p1, raised: 2026-05-28, blocks: T-2}\n"
    "- {id: B-2, title: Vault, status: resolved, raised: 2026-05-20, resolved: 2026-05-27}\n"
    "- {id: B-3, title: Disk, status: resolved, raised: 2026-05-20, resolved: 2026-05-27}\n"
    "decisions:\n"
    "- {id: D-1, title: Fewer pilots?, status: proposed, needed_by: 2026-06-03, recommendation: "
    "Reduce to 3}\n";
constexpr const char* kProgram = "program: Checkout\nid: CHK\npeople: {asha: {name: Asha Rao}}\n";
constexpr const char* kReport =
    "status_reports:\n"
    "- {id: SR-1, title: Week 21, date: 2026-05-22, status: sent}\n"
    "- {id: SR-2, title: Week 22, date: 2026-05-29, health: at_risk, owner: asha, description: One "
    "decision is late.}\n";

Outline program(std::string records = kRecords, std::string settings = kProgram) {
  return composed({{"program.yaml", std::move(settings)},
                   {"records.yaml", std::move(records)},
                   {"reports.yaml", kReport}});
}

Update update(const Outline& outline) {
  return update_of(outline, outline.period, outline.period.report);
}

TEST_CASE("updates: plain text", "[update]") {
  const Outline outline = program();
  CHECK(update_as_text(outline, update(outline)) == R"(Checkout, Week 22
=================
From Sat 23 May to Mon 1 Jun

Overall status: At risk
-----------------------
Asha Rao reports at risk.

  "One decision is late."
  -- Asha Rao, Fri 29 May

Completed
---------
- Portal (T-1), finished Wed 27 May
- Vault (B-2), closed Wed 27 May
- Disk (B-3), closed Wed 27 May

In progress
-----------
- Migration tool (T-2): 40 %, target Fri 12 Jun, blocked, Asha Rao
  Blocked by No test cards (B-1)

Changed
-------
- No test cards (B-1), opened Thu 28 May

Risks and mitigations
---------------------
1. Data loss (R-1): very high, score 16
   Mitigation: Dry run two weeks early

Metrics
-------
- Blockers: 1 open, down from 2 on Fri 22 May

Blockers
--------
- No test cards (B-1): P1, open since Thu 28 May
  Stops: Migration tool

Decisions needed
----------------
- Fewer pilots? (D-1): by Wed 3 Jun
  Recommendation: Reduce to 3
)");
}

TEST_CASE("updates: Markdown has the headings of a status report", "[update]") {
  const Outline outline =
      program(kRecords, std::string(kProgram) + "site: {base_url: https://example.org/chk/}\n");
  const std::string text = update_as_markdown(outline, update(outline));
  CHECK(
      text.starts_with("## Checkout, Week 22\n\nFrom Sat 23 May to Mon 1 Jun\n\n### 🎯 Overall "
                       "status: 🟡 At risk\n"));
  CHECK(text.find("### ✅ Completed\n\n- [Portal](<https://example.org/chk/tasks/T-1.html>) (T-1), "
                  "finished Wed 27 May\n") != std::string::npos);
  CHECK(text.find("### 🚨 Risks and mitigations\n\n1. "
                  "**[Data loss](<https://example.org/chk/risks/R-1.html>)** (R-1): very high, "
                  "score 16\n   - Mitigation: Dry run two weeks early\n") != std::string::npos);
  CHECK(text.find("### ❓ Decisions needed\n") != std::string::npos);
  // What is kept in a record has no marks and no addresses.
  const std::string kept = update_as_markdown(outline, update(outline), {false, false, false});
  CHECK(kept.starts_with("### Overall status: At risk\n"));
  CHECK(kept.find("https://") == std::string::npos);
}

TEST_CASE("updates: a message of Slack", "[update]") {
  const Outline outline =
      program(kRecords, std::string(kProgram) + "site: {base_url: https://example.org/chk/}\n");
  const std::string text = update_as_slack(outline, update(outline));
  CHECK(text.starts_with("*Checkout, Week 22*\n"));
  CHECK(text.find("*Overall status: 🟡 At risk*\n") != std::string::npos);
  CHECK(text.find("• <https://example.org/chk/tasks/T-1.html|Portal> (T-1), finished") !=
        std::string::npos);
}

constexpr const char* kHostile =
    "tasks:\n"
    "- {id: T-1, title: \"<script>alert(1)</script> & <!channel> *b* _i_ `c` [x](javascript:y) "
    "@here "
    "| a\\u202Eb\\x1b[31m\", status: done, finished: 2026-05-27}\n"
    "- {id: T-2, title: \"# 1. - \\\"quoted\\\" ](https://evil.example) <img src=x>\", status: "
    "done, "
    "finished: 2026-05-27}\n";

TEST_CASE("updates: a title stays a title in each format", "[update]") {
  const Outline outline =
      program(kHostile, std::string(kProgram) + "site: {base_url: https://example.org/chk/}\n");
  const Update made = update(outline);
  const std::string slack = update_as_slack(outline, made);
  CHECK(slack.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;!channel&gt; ∗b∗ ˍiˍ 'c'") !=
        std::string::npos);
  CHECK(slack.find("<!channel>") == std::string::npos);
  CHECK(slack.find("@here") == std::string::npos);
  CHECK(slack.find("> | a") == std::string::npos);
  const std::string mail = update_as_mail(outline, made);
  CHECK(mail.find("<script") == std::string::npos);
  CHECK(mail.find("<img") == std::string::npos);
  CHECK(mail.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;!channel&gt;") !=
        std::string::npos);
  const std::string markdown = update_as_markdown(outline, made);
  CHECK(markdown.find("[\\<script\\>alert(1)\\</script\\>") != std::string::npos);
  CHECK(markdown.find("\\[x\\](javascript:y)") != std::string::npos);
  CHECK(markdown.find("\\](https://evil.example) \\<img src=x\\>") != std::string::npos);
  for (const std::string& text : {slack, mail, markdown, update_as_text(outline, made)}) {
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(text.find("⟨U+202E⟩") != std::string::npos);
  }
}

TEST_CASE("updates: a message is never longer than Slack takes", "[update]") {
  std::string many = "risks:\n";
  for (int i = 1; i < 400; ++i) {
    many += "- {id: R-" + std::to_string(i) + ", title: " + std::string(300, 'x') +
            ", likelihood: high, impact: high, mitigation: " + std::string(300, 'y') + "}\n";
  }
  const Outline outline = program(many);
  const std::string text = update_as_slack(outline, update(outline));
  CHECK(text.size() <= kMostMessageBytes);
  CHECK(text.find(" more\n") != std::string::npos);
  const std::string endless(9000, 'z');
  const Outline title = program(kRecords, "program: " + endless + "\nid: CHK\n");
  CHECK(update_as_slack(title, update(title)).size() <= kMostMessageBytes);
}

TEST_CASE("updates: mail is one document without anything that is fetched", "[update]") {
  const Outline outline = program();
  const std::string mail = update_as_mail(outline, update(outline));
  CHECK(mail.starts_with("<!doctype html>\n<html lang=\"en\">"));
  CHECK(
      mail.find("<b>Portal</b> <span style=\"color:#5f6770\">(T-1)</span>, finished Wed 27 May") !=
      std::string::npos);
  for (const char* none : {"<script", "<img", "<link", "<table", "url(", "http"}) {
    CHECK(mail.find(none) == std::string::npos);
  }
}

TEST_CASE("updates: a stakeholder has the sections of his page", "[update]") {
  Outline outline = program(kRecords, std::string(kProgram) +
                                          "audiences: {board: {sees: [public, internal], pages: "
                                          "[asks, risks, {title: Why we do it, text: Peak "
                                          "trading.}]}}\n");
  outline.view.program.audience = "board";
  CHECK(update_as_text(outline, update(outline)) == R"(Checkout, Week 22
=================
From Sat 23 May to Mon 1 Jun

Needed from you
---------------
- Fewer pilots? (D-1): by Wed 3 Jun
  Recommendation: Reduce to 3

Top risks
---------
1. Data loss (R-1): very high, score 16
   Mitigation: Dry run two weeks early

Why we do it
------------
Peak trading.
)");
}

TEST_CASE("updates: what was sent is not computed anew", "[update]") {
  const Outline outline = composed(
      {{"program.yaml", kProgram},
       {"records.yaml", kRecords},
       {"reports.yaml",
        "status_reports:\n- id: SR-1\n  title: Week 22\n  date: 2026-05-29\n  as_sent: |\n    ### "
        "Completed\n\n    - Portal\n\n    ### Next\n\n    1. **Tool** (T-2): soon\n       - Owner: "
        "Asha\n"}});
  const ViewRecordId report = record_named(outline.view, "SR-1");
  const Update sent = update_of(outline, *facts_of_report(outline, report), report);
  CHECK(update_as_text(outline, sent) ==
        "Checkout, Week 22\n=================\nFrom Sat 23 May to Fri 29 May\n\nCompleted\n"
        "---------\n- Portal\n\nNext\n----\n1. Tool (T-2): soon\n   Owner: Asha\n");
}

}  // namespace
}  // namespace milepost
