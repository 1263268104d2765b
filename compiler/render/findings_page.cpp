// Findings: what the checks say about the program, and what is wrong in its files.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "compose/phrases.h"
#include "diagnostics/rule.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

class FindingsPage {
 public:
  FindingsPage(PageSlots& slots, PageScope& scope)
      : slots_(slots), scope_(scope), out_(slots.out()), view_(scope.view()) {}

  void write() {
    say(out_, scope_, "nav.findings"_word);
    slots_.finish(Slot::heading);
    summary();
    slots_.finish(Slot::summary);
    problems();
    findings();
    slots_.finish(Slot::findings);
  }

 private:
  std::string counted(Word word, uint64_t count) const {
    return count_words(scope_.words(), word, count);
  }

  void summary() {
    const auto count = [&](Severity severity) {
      return static_cast<uint64_t>(
          std::ranges::count(view_.findings, severity, &ViewFinding::severity));
    };
    say(out_, scope_, "findings.summary"_word,
        {counted("count.findings"_word, view_.findings.size()),
         counted("count.errors"_word, count(Severity::error)),
         counted("count.warnings"_word, count(Severity::warning)),
         counted("count.notes"_word, count(Severity::note))});
    if (view_.problems.empty()) return;
    out_.put(" ");
    say(out_, scope_, "findings.and_files"_word,
        {counted("count.problems"_word, view_.problems.size())});
  }

  void head(const RuleInfo& rule, Severity severity, size_t count, bool first) {
    out_.put("<section class=\"part\"");
    if (first) out_.attribute("id", "mp:" + code_name(rule.code));
    out_.put(">\n<h2>").text(word_label(rule_summary(scope_, rule))).put(" <span class=\"count\">");
    out_.number(static_cast<int64_t>(count)).put("</span></h2>\n<p class=\"note\">");
    write_severity(out_, scope_, severity);
    out_.put(" ").text(code_name(rule.code)).put(", <code>").text(rule.name);
    out_.put("</code></p>\n<ul class=\"findings\">\n");
  }

  void place(const ViewSource& source) {
    say(out_, scope_, "findings.place"_word, {view_.files[source.file], source.line});
  }

  // By severity, then by rule; `write(i)` writes what stands in an entry of the list.
  template <typename Entries, typename Write>
  void by_rule(const Entries& entries, Write&& write) {
    std::vector<uint32_t> order(entries.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](uint32_t i) {
      return std::tuple(-static_cast<int>(entries[i].severity), entries[i].rule->code);
    });
    uint16_t open = 0;  // a rule may come with two severities; its place is the first
    for (size_t i = 0; i < order.size();) {
      const auto& first = entries[order[i]];
      size_t end = i;
      while (end < order.size() && entries[order[end]].rule == first.rule &&
             entries[order[end]].severity == first.severity) {
        ++end;
      }
      head(*first.rule, first.severity, end - i, first.rule->code != open);
      open = first.rule->code;
      for (; i < end; ++i) {
        out_.put("<li><span>");
        write(entries[order[i]]);
        out_.put("</span></li>\n");
      }
      out_.put("</ul>\n</section>\n");
    }
  }

  void problems() {
    if (view_.problems.empty()) return;
    by_rule(view_.problems, [&](const ViewProblem& problem) {
      if (!problem.words.empty()) out_.data(problem.words).put(" ");
      out_.put("<span class=\"aside\">");
      place(problem.source);
      out_.put("</span>");
    });
    out_.put("<p class=\"note\">");
    say(out_, scope_, "findings.more"_word);
    out_.put("</p>\n");
  }

  void findings() {
    by_rule(view_.findings, [&](const ViewFinding& finding) {
      write_finding(out_, scope_, finding);
      if (finding.source.line == 0) return;
      out_.put(" <span class=\"aside\">");
      place(finding.source);
      out_.put("</span>");
    });
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
};

}  // namespace

void write_findings_page(PageSlots& slots, PageScope& scope) {
  FindingsPage(slots, scope).write();
}

}  // namespace milepost
