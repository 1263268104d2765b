// How long decisions take, in sentences.
#include "render/escalation_parts.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_decision_figures(HtmlWriter& out, const PageScope& scope, ViewKindId kind) {
  const CycleTimes times = cycle_times(scope.outline(), kind);
  if (times.empty()) return;
  const int64_t target = scope.view().program.decision_days;
  out.put("<ul class=\"figures\">\n<li>");
  say(out, scope, "decision.cycle"_word,
      {tenths_words(scope, times.median_tenths()), times.days.back(),
       [&] { write_id(out, scope, times.slowest); }});
  out.put("</li>\n<li>");
  const auto known = static_cast<int64_t>(times.days.size());
  say(out, scope, "decision.target"_word, {times.within(target), known, target});
  out.put(".</li>\n<li class=\"aside\">");
  say(out, scope, "decision.known"_word, {known, times.closed});
  write_basis(out, scope);
  out.put("</li>\n</ul>\n");
}

}  // namespace milepost
