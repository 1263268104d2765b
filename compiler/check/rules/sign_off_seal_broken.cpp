// MP387: a sign-off says it covers a value that is not the one that was signed.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    387,
    "sign-off-seal-broken",
    Severity::warning,
    "the hash in a sign-off does not fit the value beside it",
    "{0}: in the sign-off of {1} the hash does not fit the value of `{2}`",
    R"(Beside each value that was signed stands a hash of it. The two do not fit: one of them was changed by hand, or a merge put
together what does not belong together. Such a sign-off does not count, since nobody can tell what was signed.

Let whoever signed do it again with `milepost sign`, which writes both. [Sign-offs](sign-offs.md) says how the hash is made, so that other
tools can write it, too.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 2026-06-26
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go,
     covers: {REL-1.target: {hash: "6ad521090b277191640960c8b806a7eb", value: 2026-06-26}}}
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 2026-06-22
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go,
     covers: {REL-1.target: {hash: "6ad521090b277191640960c8b806a7eb", value: 2026-06-22}}}
)"};

void run(CheckContext& context) {
  for (const Readiness& release : context.analysis.readiness) {
    if (context.is_closed(release.record)) continue;
    for (const SignOff& sign_off : release.sign_offs) {
      for (const CoveredField& covered : sign_off.covers) {
        if (covered.hash_fits) continue;
        context.find(info, {release.record},
                     {RecordArgument{static_cast<uint32_t>(release.record)}, sign_off.role_label,
                      covered.field},
                     covered.place,
                     "let them sign again: `milepost sign " + context.id_of(release.record) +
                         " --role " + sign_off.role + " --as …`");
      }
    }
  }
}

}  // namespace

const Rule sign_off_seal_broken_rule = {&info, run};

}  // namespace milepost
