// Tests of sign-offs: what opens them again, what does not, and who may give them.
#include "analyze/sign_offs.h"

#include <fmt/format.h>

#include "analyze/analyze.h"
#include "analyze/canonical.h"
#include "analyze/sign_off_words.h"
#include "catch.h"
#include "shape/compile_kinds.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram = R"(program: X
start: 2026-01-05
people: {asha: {name: Asha Rao, team: platform}, priya: {name: Priya Nair}, wen: {name: Wen Zhao, role: Counsel}}
teams: {platform: {name: Platform, lead: asha}}
roles: {security: priya, sponsor: [wen, asha]}
)";

struct Signed {
  Linked linked;
  Analysis analysis;
  const Readiness* readiness = nullptr;

  explicit Signed(Linked::Files files)
      : linked(files), analysis(analyze_program(linked.program, *make_date(2026, 6, 1))) {
    for (const Readiness& one : analysis.readiness) {
      if (linked.program.record(one.record).id == "REL-1") readiness = &one;
    }
    REQUIRE(readiness != nullptr);
  }
  const SignOff& of(std::string_view role) const {
    for (const SignOff& sign_off : readiness->sign_offs) {
      if (sign_off.role == role) return sign_off;
    }
    FAIL("no sign-off of " << role);
    return readiness->sign_offs.front();
  }
};

std::string covers(std::string_view what, std::string_view field, std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) quoted += c == '\n' ? std::string("\\n") : std::string(1, c);
  return fmt::format("{}: {{hash: \"{}\", value: {}\"}}", what, seal(field, value), quoted);
}

// A release that security signed, for a target date, a scope and two required items.
std::string release(std::string_view head, std::string_view body) {
  const std::string sealed = covers("REL-1.target", "target", "2026-07-14") + ", " +
                             covers("scope", "scope", "Cards and wallets") + ", " +
                             covers("REL-1.items", "items", "Load test\nRunbook reviewed");
  return fmt::format(
      "---\nid: REL-1\nkind: release\n{}signoffs:\n- {{role: security, by: priya, on: 2026-05-20, "
      "decision: go, covers: {{{}}}}}\n---\n{}",
      head, sealed, body);
}

constexpr std::string_view kHead =
    "title: One\ntarget: 2026-07-14\nscope: Cards and wallets\nowner: asha\n";
constexpr std::string_view kBody =
    "## Testing\n\n- [ ] Load test (owner: asha)\n\n## Docs\n\n- [x] Runbook reviewed\n"
    "- [ ] Blog post (advisory)\n";

SignOffState state_after(std::string_view head, std::string_view body,
                         std::string_view path = "releases/REL-1.md") {
  const std::string text = release(head, body);
  return Signed({{"program.yaml", kProgram}, {path, text}}).of("security").state;
}

TEST_CASE("what is written otherwise is still what was signed", "[sign_offs]") {
  CHECK(state_after(kHead, kBody) == SignOffState::current);
  // Another order of keys, other quotes and spellings, comments, owner, notes and title.
  CHECK(
      state_after("# the release\nscope: >-\n  **Cards** and\n  wallets\nowner: priya\n"
                  "target: 14 July 2026   # a Tuesday\ntitle: 'Number one, reworded'\nnotes: new\n",
                  kBody) == SignOffState::current);
  // Items in another order and gate, checked, with other owners and dates.
  CHECK(state_after(kHead,
                    "## All\n\n1. [x] Runbook  reviewed (owner: priya, due: 2026-06-12)\n"
                    "2. [x] **Load test** (owner: wen)\n\n### Nice\n\n- [ ] Post (advisory)\n") ==
        SignOffState::current);
  CHECK(state_after(kHead, kBody, "releases/one.md") == SignOffState::current);
  CHECK(state_after(kHead, kBody, "elsewhere/renamed.md") == SignOffState::current);
}

TEST_CASE("what is changed opens it again", "[sign_offs]") {
  const std::string moved =
      release("title: One\ntarget: 2026-07-16\nscope: Cards and wallets\nowner: asha\n", kBody);
  const Signed got({{"program.yaml", kProgram}, {"releases/REL-1.md", moved}});
  const SignOff& security = got.of("security");
  CHECK(security.state == SignOffState::stale);
  REQUIRE(security.covers.size() == 3);
  CHECK(security.covers[0].changed);
  CHECK(security.covers[0].was == "2026-07-14");
  CHECK(security.covers[0].now == "2026-07-16");
  CHECK_FALSE(security.covers[1].changed);
  CHECK_FALSE(security.covers[2].changed);

  CHECK(state_after("title: One\ntarget: 2026-07-14\nscope: Cards and refunds\n", kBody) ==
        SignOffState::stale);
  CHECK(state_after("title: One\ntarget: 2026-07-14\n", kBody) == SignOffState::stale);
}

TEST_CASE("an item more or less is named", "[sign_offs]") {
  const std::string text = release(
      kHead,
      "## Testing\n\n- [ ] Load test\n- [ ] Penetration test\n- [ ] Runbook reviewed (advisory)\n");
  const Signed got({{"program.yaml", kProgram}, {"releases/REL-1.md", text}});
  const CoveredField& items = got.of("security").covers.back();
  CHECK(got.of("security").state == SignOffState::stale);
  CHECK(items.added == std::vector<std::string>{"Penetration test"});
  CHECK(items.removed == std::vector<std::string>{"Runbook reviewed"});
}

TEST_CASE("a hash that does not fit its value is no seal", "[sign_offs]") {
  const auto state = [](std::string_view cover) {
    const std::string text = fmt::format(
        "releases:\n- id: REL-1\n  title: One\n  target: 2026-07-14\n  signoffs:\n"
        "  - {{role: security, by: priya, on: 2026-05-20, decision: go, covers: {{{}}}}}\n",
        cover);
    const Signed got({{"program.yaml", kProgram}, {"rel.yaml", text}});
    return std::pair(got.of("security").state, got.of("security").fault);
  };
  const std::string hash = seal("target", "2026-07-14");
  const auto broken = std::pair(SignOffState::invalid, SignOffFault::hash_mismatch);
  CHECK(state(fmt::format("target: {{hash: {}, value: 2026-07-14}}", hash)).first ==
        SignOffState::current);
  CHECK(state(fmt::format("target: {{hash: {}, value: 2026-07-15}}", hash)) == broken);
  CHECK(state("target: {value: 2026-07-14}") == broken);
  CHECK(state("target: 2026-07-14") == broken);
  // The value may be left out, the hash may not.
  CHECK(state(fmt::format("target: {}", hash)).first == SignOffState::current);
  CHECK(state(fmt::format("target: {{hash: {}}}", seal("target", "2026-07-10"))).first ==
        SignOffState::stale);
  CHECK(state(fmt::format("rollback: {{hash: {}}}", seal("rollback", ""))).first ==
        SignOffState::current);
}

TEST_CASE("whoever signs is on the roster and holds the role", "[sign_offs]") {
  const auto fault = [](std::string_view role, std::string_view by,
                        std::string_view program = kProgram) {
    const std::string text = fmt::format(
        "releases:\n- id: REL-1\n  title: One\n  signoffs:\n"
        "  - {{role: {}, by: {}, on: 2026-05-20, decision: go}}\n",
        role, by);
    const Signed got({{"program.yaml", program}, {"rel.yaml", text}});
    REQUIRE(got.readiness->sign_offs.size() == 1);
    const SignOff& one = got.readiness->sign_offs.front();
    CHECK((one.state == SignOffState::unsealed) == (one.fault == SignOffFault::none));
    return one.fault;
  };
  CHECK(fault("security", "priya") == SignOffFault::none);
  CHECK(fault("Security", "Priya Nair") == SignOffFault::none);
  CHECK(fault("sponsor", "asha") == SignOffFault::none);
  CHECK(fault("platform", "asha") == SignOffFault::none);  // a team
  CHECK(fault("Counsel", "wen") == SignOffFault::none);    // what somebody is called
  CHECK(fault("security", "wen") == SignOffFault::role_not_held);
  CHECK(fault("security", "Somebody Else") == SignOffFault::not_on_roster);
  CHECK(fault("marketing", "wen") == SignOffFault::no_such_role);
  CHECK(fault("marketing", "Somebody Else", "program: X\n") == SignOffFault::none);
}

TEST_CASE("the newest word of a role counts", "[sign_offs]") {
  const std::string text = R"(releases:
- id: REL-1
  title: One
  signoffs:
  - {role: security, by: priya, on: 2026-05-20, decision: no-go}
  - {role: security, by: priya, on: 2026-05-28, decision: go}
  - {role: security, by: priya, decision: pending}
  - {role: sponsor, by: wen, on: 2026-05-20, decision: go}
  - {role: sponsor, by: wen, on: 2026-06-02, decision: no-go}
  - {role: platform, by: asha, on: 2026-06-02, decision: go}
)";
  const Signed got({{"program.yaml", kProgram}, {"rel.yaml", text}});
  CHECK(got.readiness->sign_offs.size() == 3);
  CHECK(got.of("security").decision == ReadyVerdict::go);
  CHECK(got.of("sponsor").decision == ReadyVerdict::go);
  CHECK(got.of("platform").fault == SignOffFault::not_yet);
  REQUIRE(got.readiness->older_sign_offs.size() == 2);
  CHECK(got.readiness->older_sign_offs[0].state == SignOffState::refused);
}

TEST_CASE("a table beside sealed entries adds to them", "[sign_offs]") {
  const std::string text = release(kHead, std::string(kBody) + R"(
## Sign-offs

| Role | Name | Status | Date |
| --- | --- | --- | --- |
| Security | Priya Nair | Pending | - |
| Counsel | Wen Zhao | ✅ Approved | 2026-05-28 |
| Sponsor | Asha Rao | Conditional | 2026-05-28 |
| Platform | Asha Rao | - | - |
)");
  const Signed got({{"program.yaml", kProgram}, {"releases/REL-1.md", text}});
  CHECK(got.linked.all.empty());
  CHECK(got.of("security").state == SignOffState::current);
  CHECK(got.of("counsel").state == SignOffState::unsealed);
  CHECK(got.of("sponsor").state == SignOffState::conditional);
  CHECK(got.of("platform").state == SignOffState::not_signed);
}

TEST_CASE("a program says which roles sign and what a sign-off covers", "[sign_offs]") {
  const std::string program =
      std::string(kProgram) + "sign_offs: {roles: [security, sponsor], covers: [target]}\n";
  const Signed got({{"program.yaml", program},
                    {"rel.yaml",
                     "releases:\n- id: REL-1\n  title: One\n  signoffs:\n"
                     "  - {role: sponsor, by: wen, on: 2026-05-20, decision: yes, "
                     "advisory: yes}\n"}});
  REQUIRE(got.readiness->sign_offs.size() == 2);
  CHECK(got.readiness->sign_offs.front().role == "security");
  CHECK(got.of("sponsor").required);
  CHECK(got.of("security").state == SignOffState::not_signed);
  CHECK(got.linked.program.person(got.of("security").by).key == "priya");
}

TEST_CASE("sign-offs may be kept in records of their own", "[sign_offs]") {
  const std::string own = fmt::format(
      "kind: sign_off\nid: SOFF-1\nrelease: REL-1\nrole: security\nby: priya\non: 2026-05-20\n"
      "decision: go\ncovers:\n  REL-1.target: {{hash: \"{}\", value: 2026-07-14}}\n"
      "  M-1.due: {{hash: \"{}\", value: 2026-06-20}}\n",
      seal("target", "2026-07-14"), seal("due", "2026-06-20"));
  const Linked::Files files = {
      {"program.yaml", kProgram},
      {"rel.yaml",
       "releases:\n- {id: REL-1, title: One, target: 2026-07-14, depends_on: [M-1]}\n"
       "milestones:\n- {id: M-1, title: Pilot, due: 2026-06-22}\n"},
      {"approvals/REL-1/security.yaml", own},
      {"approvals/list.yaml",
       "signoffs:\n- {release: REL-1, role: sponsor, by: wen, on: 2026-05-20, decision: go}\n"
       "- {release: REL-1, role: platform, by: asha, on: 2026-05-20, decision: go, status: "
       "withdrawn}\n"}};
  const Signed got(files);
  CHECK(got.linked.all.empty());
  CHECK(got.readiness->sign_offs.size() == 2);
  CHECK(got.of("security").kept_in == got.linked.id("SOFF-1"));
  CHECK(got.of("security").state == SignOffState::stale);
  REQUIRE(got.of("security").covers.size() == 2);
  CHECK(got.of("security").covers[1].was == "2026-06-20");
  CHECK(got.of("security").covers[1].now == "2026-06-22");
  CHECK(got.of("sponsor").state == SignOffState::unsealed);
}

TEST_CASE("what is covered and cannot be found is reported", "[sign_offs]") {
  const Linked got({{"rel.yaml", R"(releases:
- id: REL-1
  title: One
  signoffs:
  - role: security
    covers: {REL-1.target: {hash: "1"}, REL-2.target: {hash: "1"}, REL-1.tarjet: {hash: "1"}, items: {hash: "1"}}
)"}});
  CHECK(got.codes() == std::vector<uint16_t>{201, 242});
  CHECK(got.found[1].help == "did you mean `target`?");
}

TEST_CASE("decisions are read as people write them", "[sign_offs]") {
  const auto kinds = builtin_kinds();
  const std::pair<std::string_view, SignOffWord> cases[] = {
      {"go", SignOffWord::go},
      {"GO", SignOffWord::go},
      {"Approved", SignOffWord::go},
      {"✅ Approved", SignOffWord::go},
      {"✅", SignOffWord::go},
      {"yes", SignOffWord::go},
      {"Signed off 12 May", SignOffWord::go},
      {"Approved by mail", SignOffWord::go},
      {"no-go", SignOffWord::no_go},
      {"NO GO", SignOffWord::no_go},
      {"Rejected", SignOffWord::no_go},
      {"❌ Rejected", SignOffWord::no_go},
      {"Not approved", SignOffWord::no_go},
      {"Conditional", SignOffWord::conditional},
      {"Conditional go", SignOffWord::conditional},
      {"Approved with conditions", SignOffWord::conditional},
      {"Go if the drill passes", SignOffWord::conditional},
      {"Pending", SignOffWord::pending},
      {"⏳ Pending", SignOffWord::pending},
      {"In review", SignOffWord::pending},
      {"Not yet", SignOffWord::pending},
      {"Waiting for the report", SignOffWord::pending},
      {"", SignOffWord::none},
      {"Somebody has to look", SignOffWord::none},
  };
  for (const auto& [text, meaning] : cases) {
    INFO(text);
    CHECK(sign_off_word(*kinds, text) == meaning);
  }
}

TEST_CASE("what an audience does not see decides nothing for it", "[sign_offs]") {
  const std::string text = fmt::format(
      "releases:\n- id: REL-1\n  title: One\n  target: 2026-07-14\n  signoffs:\n"
      "  - {{role: security, by: priya, on: 2026-05-20, decision: go, covers: {{"
      "target: {{hash: {}}}, M-1.due: {{hash: {}}}}}}}\n"
      "milestones:\n- {{id: M-1, title: Secret, due: 2026-06-22, visibility: restricted}}\n",
      seal("target", "2026-07-14"), seal("due", "2026-06-20"));
  Signed got({{"program.yaml", kProgram}, {"rel.yaml", text}});
  CHECK(got.of("security").state == SignOffState::stale);
  ReadinessMask mask;
  mask.records.assign(got.linked.program.set.records.size(), true);
  mask.records[static_cast<uint32_t>(got.linked.id("M-1"))] = false;
  mask.labels = {true, true, false};
  Readiness seen;
  seen.record = got.readiness->record;
  SignOffs(got.linked.program, got.analysis).read(mask, seen);
  REQUIRE(seen.sign_offs.size() == 1);
  CHECK(seen.sign_offs[0].state == SignOffState::current);
  CHECK(seen.sign_offs[0].covers.size() == 1);
}

}  // namespace
}  // namespace milepost
