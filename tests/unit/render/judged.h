// A site of one release judged by hand, for tests of what its pages say.
#pragma once

#include <utility>

#include "compose/compose.h"
#include "unit/compose/viewed.h"

namespace milepost {

inline View judged_view() {
  View view = view_of_files({{"program.yaml", "program: Checkout\n"},
                             {"people.yaml", R"(people:
  wei: {name: Li Wei}
  priya: {name: Priya Nair}
)"},
                             {"releases/REL-1.md", R"(---
id: REL-1
kind: release
title: Checkout 1.0
target: 2026-06-22
rollback: Switch the flag off.
---

# Checkout 1.0

The release that every new merchant starts on.

## Testing

- [x] Contract tests
- [ ] Load test at twice the peak (owner: wei, due: 2026-06-15)

## Security

Read before the meeting.

- [ ] PCI attestation

## Sign-offs

| Role | Name | Status | Date |
| --- | --- | --- | --- |
| Security | Priya Nair | Approved | 2026-05-21 |

## On the day

Bob says go at each step.
)"},
                             {"plan.yaml", R"(dependencies:
- {id: DEP-1, title: Payment API, provider: Payments}
)"}});
  const auto day = [](int month, int of_month) { return *make_date(2026, month, of_month); };
  const ViewRecordId release = record_named(view, "REL-1");
  const auto person = [&](std::string_view name) {
    ViewWho who;
    for (uint32_t i = 0; i < view.people.size(); ++i) {
      if (view.people[i].name == name) who.person = ViewPersonId{i};
    }
    who.text = name;
    return who;
  };
  view.readiness.clear();
  ViewReadiness& ready = view.readiness.emplace_back();
  ready.record = release;
  ready.release = true;
  ready.verdict = ViewReadyVerdict::no_go;
  ready.target = day(6, 22);
  ready.days_to_target = 15;
  ready.gates.resize(2);
  ready.gates[0].title = "Testing";
  ready.gates[0].state = ViewGateState::not_passed;
  ready.gates[1].title = "Security";
  ready.items.resize(4);
  ViewGateItem& contract = ready.items[0];
  contract.key = "contract-tests";
  contract.text = "Contract tests";
  contract.state = ViewItemState::passed;
  ViewGateItem& load = ready.items[1];
  load.key = "load-test";
  load.text = "Load test at twice the peak";
  load.owner = person("Li Wei");
  load.due = day(5, 29);
  load.state = ViewItemState::missing;
  ViewGateItem& pci = ready.items[2];
  pci.key = "pci";
  pci.text = "PCI attestation";
  pci.gate = 1;
  pci.state = ViewItemState::waived;
  pci.waiver = 0;
  ViewGateItem& pen = ready.items[3];
  pen.key = "not an id";
  pen.text = "Penetration test";
  pen.gate = 1;
  pen.from_template = true;
  ready.required = 4;
  ready.passed = ready.waived = 1;
  ViewWaiver& waiver = ready.waivers.emplace_back();
  waiver.of = 2;
  waiver.by = person("Priya Nair");
  waiver.reason = "The letter follows";
  waiver.until = day(7, 1);
  waiver.valid = true;
  ViewSignOff& security = ready.sign_offs.emplace_back();
  security.role_label = "Security";
  security.by = person("Priya Nair");
  security.on = day(5, 21);
  security.decision = ViewReadyVerdict::go;
  security.state = ViewSignOffState::stale;
  security.covers = 2;
  security.changed = {{kReleaseItself, "target", "Target date", "2026-06-12", "2026-06-22"}};
  ViewReadyReason& late = ready.reasons.emplace_back();
  late.kind = ViewReasonKind::item_missing;
  late.index = 1;
  late.who = person("Li Wei");
  late.by = day(6, 15);
  ViewReadyReason& stale = ready.reasons.emplace_back();
  stale.kind = ViewReasonKind::sign_off_stale;
  stale.index = 0;
  stale.who = person("Priya Nair");
  stale.by = day(6, 17);
  ViewReadyReason& open = ready.reasons.emplace_back();
  open.kind = ViewReasonKind::dependency_open;
  open.blocks = false;
  open.about = record_named(view, "DEP-1");
  ready.last_clear = day(6, 17);
  ready.launch.rollback_if = {"error rate above 5 %"};
  return view;
}

}  // namespace milepost
