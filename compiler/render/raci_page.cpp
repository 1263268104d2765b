// The RACI page: who does the work, answers for it, is asked before and is told after.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/raci.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr std::array<RaciPart, kRaciParts> kOrder = {RaciPart::responsible, RaciPart::accountable,
                                                     RaciPart::support, RaciPart::consulted,
                                                     RaciPart::informed};

Word name_of(RaciPart part) {
  switch (part) {
    case RaciPart::responsible:
      return "raci.responsible"_word;
    case RaciPart::accountable:
      return "raci.accountable"_word;
    case RaciPart::support:
      return "raci.support"_word;
    case RaciPart::consulted:
      return "raci.consulted"_word;
    default:
      return "raci.informed"_word;
  }
}

Word meaning_of(RaciPart part) {
  switch (part) {
    case RaciPart::responsible:
      return "raci.responsible_means"_word;
    case RaciPart::accountable:
      return "raci.accountable_means"_word;
    case RaciPart::support:
      return "raci.support_means"_word;
    case RaciPart::consulted:
      return "raci.consulted_means"_word;
    default:
      return "raci.informed_means"_word;
  }
}

Word letter_of(RaciPart part) {
  switch (part) {
    case RaciPart::responsible:
      return "raci.r"_word;
    case RaciPart::accountable:
      return "raci.a"_word;
    case RaciPart::support:
      return "raci.s"_word;
    case RaciPart::consulted:
      return "raci.c"_word;
    default:
      return "raci.i"_word;
  }
}

Word fault_word(RaciFault fault) {
  switch (fault) {
    case RaciFault::nobody_accountable:
      return "raci.nobody_accountable"_word;
    case RaciFault::several_accountable:
      return "raci.several_accountable"_word;
    default:
      return "raci.nobody_does_it"_word;
  }
}

class RaciPage {
 public:
  RaciPage(PageSlots& slots, PageScope& scope)
      : slots_(slots), scope_(scope), out_(slots.out()), raci_(scope.outline().raci) {}

  void write() {
    say(out_, scope_, "raci.title"_word);
    slots_.finish(Slot::heading);
    write_tabs(out_, scope_);
    slots_.finish(Slot::tabs);
    summary();
    slots_.finish(Slot::summary);
    say(out_, scope_, "raci.lead"_word);
    slots_.finish(Slot::lead);
    legend();
    for (size_t i = 0; i < raci_.matrices.size(); ++i) matrix(raci_.matrices[i]);
    entries();
    slots_.finish(Slot::tables);
  }

 private:
  void summary() {
    uint64_t rows = raci_.entries.size();
    uint64_t faults = 0;
    for (const RaciEntry& entry : raci_.entries) faults += entry.fault != RaciFault::none ? 1 : 0;
    for (const RaciMatrix& matrix : raci_.matrices) {
      rows += matrix.rows.size();
      for (const RaciRow& row : matrix.rows) faults += row.fault != RaciFault::none ? 1 : 0;
    }
    const auto count = [&] { say_count(out_, scope_, "raci.rows"_word, rows); };
    const auto wrong = [&] { say_count(out_, scope_, "raci.faults"_word, faults); };
    say(out_, scope_, "raci.summary"_word, {count, wrong});
  }

  // The letters in words; of those that some matrix uses.
  void legend() {
    RaciParts used = 0;
    for (const RaciMatrix& matrix : raci_.matrices) used |= matrix.used;
    if (used == 0) return;
    out_.put("<ul class=\"legend\">\n");
    for (const RaciPart part : kOrder) {
      if ((used & raci_bit(part)) == 0) continue;
      out_.put("<li>");
      letter(part);
      out_.put(" ");
      say(out_, scope_, meaning_of(part));
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

  void letter(RaciPart part) {
    out_.put(part == RaciPart::accountable ? Markup("<b class=\"raci a\">")
                                           : Markup("<b class=\"raci\">"));
    out_.put("<span aria-hidden=\"true\">");
    say(out_, scope_, letter_of(part));
    out_.put("</span><span class=\"vh\">");
    say(out_, scope_, name_of(part));
    out_.put("</span></b>");
  }

  void matrix(const RaciMatrix& matrix) {
    out_.put("<section class=\"part\">\n<h2>").data(matrix.title).put("</h2>\n");
    source(matrix.page);
    out_.put("<div class=\"table scroll\" role=\"region\" tabindex=\"0\"");
    out_.attribute("aria-label", matrix.title).put("><table class=\"rows matrix\">\n<thead><tr>");
    out_.put("<th scope=\"col\">");
    say(out_, scope_, "raci.work"_word);
    out_.put("</th>");
    for (const RaciParty& party : matrix.columns) {
      out_.put("<th scope=\"col\" class=\"c\">");
      write_party(out_, scope_, party.party, party.text);
      out_.put("</th>");
    }
    out_.put("<th scope=\"col\">");
    say(out_, scope_, "raci.check"_word);
    out_.put("</th></tr></thead>\n<tbody>\n");
    for (const RaciRow& row : matrix.rows) {
      out_.put("<tr><th scope=\"row\">");
      work(row.work, row.record);
      out_.put("</th>");
      for (const RaciParts cell : row.cells) {
        out_.put("<td class=\"c\">");
        bool first = true;
        for (const RaciPart part : kOrder) {
          if ((cell & raci_bit(part)) == 0) continue;
          if (!first) out_.put(" ");
          letter(part);
          first = false;
        }
        out_.put("</td>");
      }
      out_.put("<td>");
      fault(row.fault);
      out_.put("</td></tr>\n");
    }
    out_.put("</tbody>\n<tfoot><tr><th scope=\"row\">");
    say(out_, scope_, "raci.answers_for_how_many"_word);
    out_.put("</th>");
    for (size_t i = 0; i < matrix.columns.size(); ++i) {
      const auto count = std::ranges::count_if(matrix.rows, [&](const RaciRow& row) {
        return (row.cells[i] & raci_bit(RaciPart::accountable)) != 0;
      });
      out_.put("<td class=\"c\">");
      if (count > 0) out_.number(count);
      out_.put("</td>");
    }
    out_.put("<td></td></tr></tfoot>\n</table></div>\n</section>\n");
  }

  void source(uint32_t page) {
    if (page == kNowhere) return;
    const OutlinePage& from = scope_.outline().pages[page];
    const auto link = [&] {
      out_.put("<a").link("href", scope_.path(), from.path).put(">");
      if (from.kind == OutlineKind::record) {
        out_.data(scope_.view().records[from.subject].title);
      } else {
        out_.data(scope_.view().pages[from.subject].title);
      }
      out_.put("</a>");
    };
    out_.put("<p class=\"note\">");
    say(out_, scope_, "raci.from"_word, {link});
    out_.put("</p>\n");
  }

  void work(std::string_view words, ViewRecordId record) {
    if (record == kNoViewRecord) {
      out_.data(words);
      return;
    }
    write_record_link(out_, scope_, record, words);
    out_.put(" ");
    write_id(out_, scope_, record);
  }

  void fault(RaciFault fault) {
    if (fault == RaciFault::none) {
      out_.put("<span class=\"st s-done\">");
      say(out_, scope_, "raci.fine"_word);
    } else {
      out_.put("<span class=\"st s-risk\">");
      say(out_, scope_, fault_word(fault));
    }
    out_.put("</span>");
  }

  // Work | Responsible | Accountable | …, with names.
  void entries() {
    if (raci_.entries.empty()) return;
    const bool support = std::ranges::any_of(raci_.entries, [](const RaciEntry& entry) {
      return !entry.who[static_cast<size_t>(RaciPart::support)].empty();
    });
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, "raci.by_record"_word);
    out_.put("</h2>\n<div class=\"table scroll\" role=\"region\" tabindex=\"0\"");
    out_.attribute("aria-label", scope_.words().text("raci.by_record"_word));
    out_.put("><table class=\"rows cards\">\n<thead><tr><th scope=\"col\">");
    say(out_, scope_, "raci.work"_word);
    out_.put("</th>");
    for (const RaciPart part : kOrder) {
      if (part == RaciPart::support && !support) continue;
      out_.put("<th scope=\"col\">");
      say(out_, scope_, name_of(part));
      out_.put("</th>");
    }
    out_.put("<th scope=\"col\">");
    say(out_, scope_, "raci.check"_word);
    out_.put("</th></tr></thead>\n<tbody>\n");
    for (const RaciEntry& entry : raci_.entries) {
      out_.put("<tr><th scope=\"row\" class=\"c-title\">");
      work(entry.work, entry.record);
      out_.put("</th>");
      for (const RaciPart part : kOrder) {
        if (part == RaciPart::support && !support) continue;
        out_.put("<td").attribute("data-l", scope_.words().text(name_of(part))).put(">");
        const auto& who = entry.who[static_cast<size_t>(part)];
        for (size_t i = 0; i < who.size(); ++i) {
          if (i > 0) out_.put(", ");
          write_party(out_, scope_, who[i].party, who[i].text);
        }
        out_.put("</td>");
      }
      out_.put("<td").attribute("data-l", scope_.words().text("raci.check"_word)).put(">");
      fault(entry.fault);
      out_.put("</td></tr>\n");
    }
    out_.put("</tbody>\n</table></div>\n</section>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const Raci& raci_;
};

}  // namespace

void write_raci_page(PageSlots& slots, PageScope& scope) {
  RaciPage(slots, scope).write();
}

}  // namespace milepost
