// The entry of redact/: what an audience may know, moved or copied out of a Program.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule.h"
#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"
#include "redact/view.h"

namespace milepost {

struct CutSources;

struct RedactOptions {
  Audience audience;
  std::string version;   // of Milepost
  ViewEdition edition;   // as it is; whether the audience is told the revision is decided here
  std::string base_url;  // of the command line; empty: that of program.yaml
  unsigned jobs = 1;     // threads; the result is the same for any number
  /// What a reference to something hidden becomes, in the language of the site; nothing if the
  /// audience omits it.
  std::string hidden_words = "an internal item";
  /// What is wrong in the files, for the plain build; borrowed.
  std::span<const Diagnostic> diagnostics;
  /// What `sources` were cut with; null: they are as they were read. Borrowed.
  const CutSources* cut = nullptr;
};

/// What the schedule of an audience may be made from. Empty if nothing in the plan of `schedule` is
/// hidden from it: that schedule will do. Linear.
PlanMask visible_plan(const Program& program, const Schedule& schedule, const Audience& audience);

/// What readiness, change requests and incidents may be judged from for an audience. Empty if
/// nothing is hidden from it, or there is nothing to judge: what `analysis` has will do. Linear.
/// `hidden_words` are those of RedactOptions.
ReadinessMask visible_readiness(const Program& program, const Analysis& analysis,
                                const Audience& audience,
                                std::string_view hidden_words = "an internal item");

/// Total. Hidden is a record, page or region with a label the audience does not see, and a field
/// that its kind restricts; what is hidden leaves no trace: no id, name, count, link, finding or
/// word of it is in the View, and numbers in the View are made from what is left. A reference to
/// something hidden reads `hidden_words` in prose and is left out of fields. Tapes move where
/// nothing is cut. `rules` are the entries of the findings' and diagnostics' codes.
///
/// `analysis.schedule` has to be that of visible_plan(): one that knows of hidden work is left out.
/// `analysis.readiness` likewise that of visible_readiness(); only the plain build tells verdicts.
///
/// Diagnostics hold words of sources, and of what could not be read nobody knows the label. So only
/// insiders are told of them, and only of those that speak of one place, in a file that is told
/// anyway, outside of everything hidden in it; in words if they quote a value that is shown, else
/// as rule and place.
View redact_program(Program&& program, const SourceSet& sources, const Analysis& analysis,
                    std::span<const Finding> findings, std::span<const RuleInfo* const> rules,
                    const RedactOptions& options);

/// The same View, made by copying: for all audiences of a run but the last.
View redact_program(const Program& program, const SourceSet& sources, const Analysis& analysis,
                    std::span<const Finding> findings, std::span<const RuleInfo* const> rules,
                    const RedactOptions& options);

}  // namespace milepost
