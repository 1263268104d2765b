// Writes what the facts ask somebody to escalate.
#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/escalation_parts.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostAsks = 8;

enum Trigger : uint16_t {
  slip = 360,
  scope_cut = 361,
  dependency = 362,
  away = 363,
  promise = 364,
  security = 365,
  overdue = 366,
  next_step = 367,
};

template <typename T>
const T* last_of(const ViewFinding& finding) {
  const T* found = nullptr;
  for (const ViewArgument& argument : finding.arguments) {
    if (const auto* one = std::get_if<T>(&argument)) found = one;
  }
  return found;
}

class AskWriter {
 public:
  AskWriter(HtmlWriter& out, const PageScope& scope) : out_(out), scope_(scope) {}

  void write(const ViewFinding& finding) {
    out_.put("<li><p>");
    write_finding(out_, scope_, finding);
    out_.put(".</p>\n<p class=\"way\">");
    const std::string* whom = last_of<std::string>(finding);
    const uint16_t code = finding.rule->code;
    const auto name = [&] {
      out_.put("<b>").data(whom == nullptr ? std::string_view() : std::string_view(*whom));
      out_.put("</b>");
    };
    if (code == Trigger::overdue) {
      say(out_, scope_, "ask.answer"_word, {name});
    } else if (code == Trigger::next_step) {
      const auto* next = std::get_if<std::string>(&finding.arguments[2]);
      if (next != nullptr) {
        say(out_, scope_, "ask.tell"_word, {[&] { out_.put("<b>").data(*next).put("</b>"); }});
      }
    } else {
      say(out_, scope_, "ask.to"_word, {name});
      out_.put(" <code>milepost new escalation \"").data(title(finding)).put("\"</code>");
    }
    out_.put("</p></li>\n");
  }

 private:
  // In the language of the site; what a shell would read in an id is left out.
  std::string title(const ViewFinding& finding) const {
    std::string id = scope_.view().record(finding.subjects.front()).short_id;
    std::erase_if(
        id, [](char c) { return std::string_view("\"`$\\!").find(c) != std::string_view::npos; });
    const Words& words = scope_.words();
    switch (finding.rule->code) {
      case Trigger::slip: {
        const ViewDays* days = last_of<ViewDays>(finding);
        const int64_t count = days == nullptr ? 0 : days->days;
        return fill(words.plural("ask.title_slip"_word, static_cast<uint64_t>(count)),
                    {std::to_string(count), id});
      }
      case Trigger::scope_cut:
        return fill(words.text("ask.title_scope"_word), {id});
      case Trigger::dependency:
        return fill(words.text("ask.title_blocked"_word), {id});
      case Trigger::away:
        return fill(words.text("ask.title_away"_word), {id});
      case Trigger::promise:
        return fill(words.text("ask.title_promise"_word), {id});
      default:
        return fill(words.text("ask.title_security"_word), {id});
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
};

}  // namespace

void write_asks(HtmlWriter& out, const PageScope& scope) {
  std::vector<const ViewFinding*> asks;
  for (const ViewFinding& finding : scope.view().findings) {
    const uint16_t code = finding.rule->code;
    if (code < Trigger::slip || code > Trigger::next_step || finding.subjects.empty()) continue;
    asks.push_back(&finding);
  }
  if (asks.empty()) return;
  // What nobody has escalated comes before what waits for an answer or the next step.
  std::ranges::stable_sort(asks, {}, [](const ViewFinding* finding) {
    return std::max<uint16_t>(finding->rule->code, Trigger::security);
  });
  out.put("<section class=\"part asks-part\">\n<h2>");
  say(out, scope, "ask.heading"_word);
  out.put("</h2>\n<ul class=\"esc-asks\">\n");
  AskWriter writer(out, scope);
  const size_t shown = std::min(asks.size(), kMostAsks);
  for (size_t i = 0; i < shown; ++i) writer.write(*asks[i]);
  out.put("</ul>\n");
  write_more(out, scope, asks.size() - shown, scope.outline().findings_page);
  out.put("<p class=\"note\">");
  say(out, scope, "ask.note"_word);
  out.put("</p>\n</section>\n");
}

}  // namespace milepost
