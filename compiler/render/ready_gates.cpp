// Writes gates and their items.
#include "render/ready_gates.h"

#include <array>
#include <optional>
#include <string>

#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/say.h"

namespace milepost {
namespace {

// One fact after the other, commas between.
class ItemFacts {
 public:
  ItemFacts(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
            const ViewGateItem& item, bool brief)
      : out_(out), scope_(scope), ready_(ready), item_(item), brief_(brief), begin_(out.size()) {}

  void write() {
    waiver();
    const bool passed = item_.state == ViewItemState::passed;
    if (!item_.owner.empty() && !(brief_ && passed) && !is_of_gate()) who();
    if (!brief_ || passed || item_.owner.empty()) evidence();
    if (item_.report) report(*item_.report);
    if (!item_.expects.empty() && item_.state != ViewItemState::passed) {
      next();
      say(out_, scope_, "gates.needs"_word, {item_.expects});
    }
    dates();
    if (!item_.notes.empty() && !brief_) next().data(item_.notes);
    if (!item_.condition.empty()) {
      next();
      say(out_, scope_, "gates.only_if"_word, {item_.condition});
    }
    if (!item_.required) {
      next();
      say(out_, scope_, "gates.advisory"_word);
    }
    if (item_.from_template && !brief_) {
      next();
      say(out_, scope_, "gates.from_template"_word);
    }
  }

 private:
  HtmlWriter& next() { return out_.size() > begin_ ? out_.put(", ") : out_; }

  // What a template asks for has the owner and the day of its gate, which stand above it.
  bool is_of_gate() const {
    const bool quiet = item_.from_template && item_.state == ViewItemState::open;
    if (brief_ || !quiet || item_.gate >= ready_.gates.size()) return false;
    const ViewGate& gate = ready_.gates[item_.gate];
    return gate.owner.text == item_.owner.text && gate.due == item_.due;
  }

  // A page of sixty items has no room for sixty links to the same few people: who has to act has
  // one.
  void who() {
    const bool acts = item_.state == ViewItemState::missing || item_.state == ViewItemState::failed;
    next();
    if (acts) {
      write_ready_who(out_, scope_, item_.owner);
    } else {
      out_.data(item_.owner.text);
    }
  }

  void waiver() {
    if (item_.state != ViewItemState::waived || item_.waiver >= ready_.waivers.size()) return;
    const ViewWaiver& of = ready_.waivers[item_.waiver];
    if (of.by.empty()) return;
    const auto by = [&] { out_.data(of.by.text); };
    next();
    if (of.until) {
      say(out_, scope_, "gates.waived_until"_word,
          {by, [&] { write_day(out_, scope_, *of.until, DayForm::brief); }});
    } else {
      say(out_, scope_, "gates.waived_by"_word, {by});
    }
  }

  void evidence() {
    switch (item_.evidence) {
      case ViewEvidenceKind::record:
        if (item_.evidence_record != kReleaseItself)
          write_id(next(), scope_, item_.evidence_record);
        break;
      case ViewEvidenceKind::file: {
        const bool told = number(item_.evidence_file) < scope_.view().assets.size();
        const ViewTarget target{ViewTargetKind::asset, number(item_.evidence_file), {}};
        next();
        const bool linked = told && open_link(out_, scope_, kNoViewTape, target);
        out_.data(item_.evidence_text);
        if (linked) out_.put("</a>");
        break;
      }
      case ViewEvidenceKind::link: {
        next();
        const bool linked = open_foreign_link(out_, item_.evidence_text, {});
        out_.data(item_.evidence_text);
        if (linked) out_.put("</a>");
        break;
      }
      case ViewEvidenceKind::text:
        next().data(item_.evidence_text);
        break;
      default:
        return;
    }
    if (!item_.evidence_problem.empty()) {
      next().text(item_.evidence_problem);
      return;
    }
    const bool proves =
        item_.evidence == ViewEvidenceKind::record || item_.evidence == ViewEvidenceKind::file;
    if (proves && item_.state == ViewItemState::missing && !item_.evidence_there) {
      next();
      say(out_, scope_, "gates.no_evidence"_word);
    }
  }

  // "76.4": tenths, rounded down, so that 79.96 does not read as 80.
  static std::string percent(uint64_t part, uint64_t of) {
    const uint64_t tenths = of == 0 ? 0 : part * 1000 / of;
    std::string text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text;
  }

  void report(const EvidenceReport& from) {
    switch (from.format) {
      case EvidenceFormat::junit: {
        const uint64_t bad = from.failures + from.errors + from.skipped;
        const uint64_t good = from.tests > bad ? from.tests - bad : 0;
        next();
        say(out_, scope_, "report.tests"_word, {good, from.tests});
        if (from.skipped > 0) {
          next();
          say(out_, scope_, "report.skipped"_word, {from.skipped});
        }
        break;
      }
      case EvidenceFormat::sarif:
        next();
        say(out_, scope_, "report.results"_word, {from.error_results, from.warning_results});
        break;
      default:
        next();
        say(out_, scope_, "report.lines"_word, {percent(from.lines_hit, from.lines)});
        if (from.branches > 0) {
          next();
          say(out_, scope_, "report.branches"_word, {percent(from.branches_hit, from.branches)});
        }
        break;
    }
  }

  void dates() {
    const bool over = item_.state == ViewItemState::passed ||
                      item_.state == ViewItemState::waived ||
                      item_.state == ViewItemState::not_applicable;
    if (over) return;
    if (item_.due && !is_of_gate()) {
      next();
      say(out_, scope_, *item_.due < scope_.as_of() ? "gates.was_due"_word : "gates.due"_word,
          {[&] { write_day(out_, scope_, *item_.due, DayForm::brief); }});
    }
    if (item_.expected && item_.expected != item_.due) {
      next();
      say(out_, scope_, "gates.expected"_word,
          {[&] { write_day(out_, scope_, *item_.expected, DayForm::brief); }});
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const ViewReadiness& ready_;
  const ViewGateItem& item_;
  bool brief_;
  size_t begin_;
};

class GatesWriter {
 public:
  GatesWriter(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
              const GateAnchor& anchor)
      : out_(out), scope_(scope), ready_(ready), anchor_(anchor) {}

  void write() {
    const size_t gates = ready_.gates.size();
    const bool threes = gates == 3 || gates == 5 || gates == 6 || gates == 9;
    out_.put(threes ? Markup("<div class=\"stages-of three\">\n")
                    : Markup("<div class=\"stages-of\">\n"));
    for (uint32_t gate = 0; gate < gates; ++gate) write(gate);
    out_.put("</div>\n");
  }

 private:
  void write(uint32_t gate) {
    const ViewGate& of = ready_.gates[gate];
    out_.put("<div class=\"gate\">\n<div class=\"head\">");
    if (!of.title.empty()) {
      out_.put("<h3");
      const std::string_view anchor = anchor_ ? anchor_(of.title) : std::string_view();
      if (!anchor.empty()) out_.attribute("id", anchor);
      out_.put(">").data(of.title).put("</h3> ");
    }
    out_.put("<span class=\"st ").put(gate_class(of.state)).put("\">");
    say(out_, scope_, gate_word(of.state));
    out_.put("</span></div>\n");
    write_ready_meter(out_, scope_, ready_, gate);
    about(of);
    out_.put("<ul>\n");
    for (uint32_t i = 0; i < ready_.items.size(); ++i) {
      if (ready_.items[i].gate == gate) write_item(i);
    }
    out_.put("</ul>\n</div>\n");
  }

  // Whose it is and when it is due; what its items share they do not repeat.
  void about(const ViewGate& of) {
    if (of.owner.empty() && !of.due && of.condition.empty()) return;
    out_.put("<p class=\"sub\">");
    write_ready_who(out_, scope_, of.owner);
    bool first = of.owner.empty();
    const auto next = [&] {
      if (!first) out_.put(", ");
      first = false;
    };
    if (of.due) {
      next();
      say(out_, scope_, "gates.due"_word,
          {[&] { write_day(out_, scope_, *of.due, DayForm::with_weekday); }});
    }
    if (!of.condition.empty()) {
      next();
      say(out_, scope_, "gates.only_if"_word, {of.condition});
    }
    out_.put("</p>\n");
  }

  void write_item(uint32_t number) {
    const ViewGateItem& item = ready_.items[number];
    out_.put("<li class=\"st ").put(item_class(shown_state(item))).put("\"");
    // What is done is not what a reason leads to.
    if (item.state != ViewItemState::passed) {
      out_.attribute("id", item_anchor(ready_, number));
    }
    out_.put("><div>").data(item.text);
    // The word of a state that asks for nothing is only heard.
    const bool quiet = item.state == ViewItemState::passed || item.state == ViewItemState::waived;
    HtmlWriter facts;
    write_item_facts(facts, scope_, ready_, item);
    if (quiet) {
      out_.put("<span class=\"vh\">, ");
      say(out_, scope_, item_word(item.state));
      out_.put("</span>");
    }
    if (!quiet || !facts.empty()) {
      out_.put("<span class=\"sub\">");
      if (!quiet) {
        out_.put("<strong>");
        say(out_, scope_, item_word(shown_state(item)));
        out_.put(facts.empty() ? Markup("</strong>") : Markup("</strong>: "));
      }
      out_.put(facts.html()).put("</span>");
    }
    out_.put("</div></li>\n");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const ViewReadiness& ready_;
  const GateAnchor& anchor_;
};

}  // namespace

void write_item_facts(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                      const ViewGateItem& item, bool brief) {
  ItemFacts(out, scope, ready, item, brief).write();
}

void write_gate_key(HtmlWriter& out, const PageScope& scope) {
  struct Entry {
    Markup segment;
    Word word;
  };
  constexpr std::array<Entry, 4> kEntries = {{
      {"<i class=\"on\"></i>", "gates.is_passed"_word},
      {"<i class=\"bad\"></i>", "gates.is_missing"_word},
      {"<i></i>", "gates.is_open"_word},
      {"<i class=\"off\"></i>", "gates.is_waived"_word},
  }};
  out.put("<ul class=\"key\"");
  out.attribute("aria-label", scope.words().text("gates.key"_word)).put(">");
  for (const Entry& entry : kEntries) {
    out.put("<li><span class=\"bar\" aria-hidden=\"true\">").put(entry.segment).put("</span>");
    say(out, scope, entry.word);
    out.put("</li>");
  }
  out.put("</ul>");
}

void write_gate_list(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                     const GateAnchor& anchor) {
  GatesWriter(out, scope, ready, anchor).write();
}

void write_gates(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready, Word heading,
                 const GateAnchor& anchor) {
  if (ready.items.empty()) return;
  out.put("<section class=\"part\" id=\"mp:gates\">\n<div class=\"head\"><h2>");
  say(out, scope, heading);
  out.put("</h2> ");
  write_gate_key(out, scope);
  out.put("</div>\n");
  write_gate_list(out, scope, ready, anchor);
  out.put("</section>\n");
}

}  // namespace milepost
