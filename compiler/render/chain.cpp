// Writes status chains.
#include "render/chain.h"

#include <vector>

#include "compose/status_chain.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

void write_ids(HtmlWriter& out, const PageScope& scope, const std::vector<ViewRecordId>& ids) {
  for (size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) out.put(", ");
    write_id(out, scope, ids[i]);
  }
}

void write_amendments(HtmlWriter& out, const PageScope& scope, const StatusChain& chain,
                      bool comma) {
  const auto part = [&](Word word, const std::vector<ViewRecordId>& ids) {
    if (ids.empty()) return;
    if (comma) out.put(", ");
    comma = true;
    say(out, scope, word, {[&] { write_ids(out, scope, ids); }});
  };
  part("chain.amends"_word, chain.amends);
  part("chain.amended_by"_word, chain.amended_by);
}

}  // namespace

void write_chain_line(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  const StatusChain chain = status_chain(scope.view(), record);
  if (chain.is_alone()) return;
  const bool replaced = chain.steps.size() > 1;
  out.put("<span class=\"chain-line\">");
  for (size_t i = 0; replaced && i < chain.steps.size(); ++i) {
    if (i > 0) {
      out.put("<span aria-hidden=\"true\"> → </span><span class=\"vh\"> ");
      say(out, scope, "chain.replaced_by"_word);
      out.put(" </span>");
    }
    if (chain.steps[i] == record) {
      out.put("<b class=\"id\">").data(scope.view().record(record).short_id).put("</b>");
    } else {
      write_id(out, scope, chain.steps[i]);
    }
  }
  write_amendments(out, scope, chain, replaced);
  out.put("</span>");
}

void write_chain_section(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  const View& view = scope.view();
  const StatusChain chain = status_chain(view, record);
  if (chain.steps.size() < 2) return;
  out.put("<section class=\"chain-part\">\n<h2>");
  say(out, scope, "chain.heading"_word);
  out.put("</h2>\n<ol class=\"chain\">\n");
  for (const ViewRecordId id : chain.steps) {
    const ViewRecord& step = view.record(id);
    out.put(id == record ? Markup("<li class=\"here\">") : Markup("<li>"));
    write_id(out, scope, id);
    out.put(id == record ? Markup(" <b>") : Markup(" <span>"));
    out.data(step.title);
    out.put(id == record ? Markup("</b>") : Markup("</span>"));
    out.put(" <span class=\"sub\">");
    if (step.facts.decided) {
      write_day(out, scope, *step.facts.decided, DayForm::with_weekday);
      out.put(" ");
    }
    write_status(out, scope, step);
    out.put("</span></li>\n");
  }
  out.put("</ol>\n</section>\n");
}

}  // namespace milepost
