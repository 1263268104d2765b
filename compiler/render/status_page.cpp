// A stakeholder's page: who it is for, the answer in a sentence, its author's words, its blocks.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "compose/status_page.h"
#include "compose/verdict.h"
#include "render/links.h"
#include "render/markdown.h"
#include "render/overview_parts.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/status_parts.h"
#include "render/verdict_words.h"

namespace milepost {
namespace {

constexpr size_t kSideBySide = 3;

class StatusWriter {
 public:
  /// `frame` is the site that the page is a part of, `scope` what it is made of.
  StatusWriter(PageSlots& slots, const PageScope& frame, PageScope& scope)
      : slots_(slots),
        frame_(frame),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        page_(make_status_page(scope.outline(), scope.page().subject)) {}

  void write() {
    audiences();
    slots_.finish(Slot::tabs);
    meta();
    slots_.finish(Slot::meta);
    headline();
    slots_.finish(Slot::heading);
    lead();
    slots_.finish(Slot::lead);
    words();
    slots_.finish(Slot::opening);
    blocks();
    slots_.finish(Slot::body);
    write_footnotes(out_, scope_);
    slots_.finish(Slot::footnotes);
  }

 private:
  // "Status for executives  engineering  customers", then the archive.
  void audiences() {
    const std::span<const NavTab> tabs = frame_.outline().tabs_of(frame_.page_number());
    const auto names = [&] {
      if (tabs.empty()) {
        out_.put("<b aria-current=\"page\">").data(status_reader(scope_.outline(), *page_.of));
        out_.put("</b>");
      }
      for (const NavTab& tab : tabs) tab_link(tab);
    };
    say(out_, scope_, "reader.for"_word, {names});
  }

  void tab_link(const NavTab& tab) {
    const Outline& outline = frame_.outline();
    const OutlinePage& page = outline.pages[tab.page];
    const bool reader = page.kind == OutlineKind::status;
    const std::string label =
        reader ? status_reader(outline, outline.view.status_pages[page.subject]) : tab.label;
    if (tab.page == frame_.page_number()) {
      out_.put("<b aria-current=\"page\">").data(label).put("</b> ");
      return;
    }
    out_.put(reader ? Markup("<a") : Markup("<a class=\"archive\""));
    out_.link("href", scope_.path(), page.path).put(">").data(label).put("</a> ");
  }

  void meta() {
    const auto fact = [&](const auto& write) {
      HtmlWriter one;
      write(one);
      if (!one.empty()) out_.put("<span>").put(one.html()).put("</span> ");
    };
    fact([&](HtmlWriter& one) { write_as_of(one, scope_); });
    const ViewRecordId report =
        page_.words.report != kNoViewRecord ? page_.words.report : view_.program.newest_report;
    const bool told = page_.summary || page_.words.report != kNoViewRecord;
    if (told) fact([&](HtmlWriter& one) { write_last_report(one, scope_, report); });
    fact([&](HtmlWriter& one) { one.data(word_label(page_.of->cadence)); });
    // Who looks at it in a site that shows more is told that this is not all there is.
    if (&frame_ == &scope_) return;
    fact([&](HtmlWriter& one) {
      say(one, scope_, "reader.seen"_word, {status_reader(frame_.outline(), *page_.of)});
    });
  }

  // --- the answer
  // -------------------------------------------------------------------------------------

  void headline() {
    if (page_.summary) {
      write_verdict(out_, scope_);
      return;
    }
    const StatusSection* first = page_.sections.empty() ? nullptr : &page_.sections.front();
    if (first != nullptr && first->block == StatusBlock::coming) {
      next_to_come(first->groups.front().records.front());
    } else if (first != nullptr && first->block == StatusBlock::blocked) {
      say_count(out_, scope_, "reader.head.blocked"_word, first->total);
    } else if (first != nullptr && first->block == StatusBlock::dependencies) {
      say_count(out_, scope_, "reader.head.dependencies"_word, first->total);
    } else if (first != nullptr && first->block == StatusBlock::needs) {
      say_count(out_, scope_, "reader.head.needs"_word, first->total);
    } else {
      say(out_, scope_, "reader.title"_word, {page_.of->title});
    }
  }

  void next_to_come(ViewRecordId id) {
    const Date day = expected_on(view_, id).value_or(scope_.as_of());
    const std::string distance =
        distance_words(scope_.words(), day, scope_.as_of(), view_.working_time);
    say(out_, scope_, "reader.head.coming"_word,
        {[&] { write_record_link(out_, scope_, id, view_.record(id).title); },
         [&] { write_day(out_, scope_, day, DayForm::with_weekday); }, distance});
  }

  // A page for those who do the work is read in parts: each with how many rows it has.
  void jumps() {
    if (!page_.by_team || page_.sections.size() < 3) return;
    out_.put("<nav class=\"jumps\"")
        .attribute("aria-label", scope_.words().text("page.contents"_word));
    out_.put(">\n");
    for (size_t i = 0; i < page_.sections.size(); ++i) {
      const StatusSection& shown = page_.sections[i];
      out_.put("<span><a").link("href", scope_.path(), scope_.path(), status_anchor(page_, i));
      out_.put(">");
      title(shown);
      out_.put("</a>");
      if (shown.total > 0) out_.put(" <span>").number(shown.total).put("</span>");
      out_.put("</span>\n");
    }
    out_.put("</nav>\n");
  }

  void lead() {
    jumps();
    if (!page_.summary) return;
    HtmlWriter sentences;
    // Who reads his page in another site reads the same there, whatever versions that has.
    if (view_.program.insider) write_verdict_before(sentences, scope_);
    write_verdict_lead(sentences, scope_);
    if (sentences.empty()) return;
    out_.put("<p class=\"second\">").put(sentences.html()).put("</p>\n");
  }

  // What the author says, and who that is.
  void words() {
    const StatusWords& words = page_.words;
    if (words.report == kNoViewRecord) return;
    out_.put("<figure class=\"quote\">\n<blockquote>\n");
    for (const TapeSlice& paragraph : words.paragraphs) {
      out_.put("<p>");
      write_phrase(out_, scope_, words.tape, paragraph);
      out_.put("</p>\n");
    }
    if (!words.text.empty()) out_.put("<p>").data(words.text).put("</p>\n");
    out_.put("</blockquote>\n<figcaption>");
    const ViewRecord& report = view_.record(words.report);
    if (!report.owners.empty()) {
      write_party(out_, scope_, report.owners.front(), report.owner_names.front());
      const ViewPersonId author = report.owners.front().person;
      if (author != kNoViewPerson && !view_.person(author).role.empty()) {
        out_.put(", ").data(view_.person(author).role);
      }
      out_.put(", ");
    }
    write_record_link(out_, scope_, words.report,
                      report.title.empty() ? report.short_id : report.title);
    out_.put("</figcaption>\n</figure>\n");
  }

  // --- blocks
  // -----------------------------------------------------------------------------------------

  void blocks() {
    const std::vector<StatusSection>& all = page_.sections;
    for (size_t i = 0; i < all.size();) {
      size_t end = i + 1;
      if (all[i].width == StatusWidth::narrow) {
        while (end < all.size() && all[end].width == StatusWidth::narrow) ++end;
      }
      // More than a row of them is set in columns on paper.
      const bool long_run = end - i > kSideBySide;
      if (long_run) out_.put("<div class=\"run\">\n");
      row(i, end);
      if (long_run) out_.put("</div>\n");
      i = end;
    }
  }

  // Narrow blocks that follow each other share rows: four are two and two, five are three and two.
  void row(size_t begin, size_t end) {
    while (begin < end) {
      const size_t left = end - begin;
      const size_t rows = (left + kSideBySide - 1) / kSideBySide;
      const size_t count = (left + rows - 1) / rows;
      const bool asks = page_.sections[begin].block == StatusBlock::asks;
      if (count == 2)
        out_.put(asks ? Markup("<div class=\"two asking\">\n") : "<div class=\"two\">\n");
      if (count == 3) out_.put("<div class=\"three\">\n");
      for (size_t i = begin; i < begin + count; ++i) section(i);
      if (count > 1) out_.put("</div>\n");
      begin += count;
    }
  }

  void section(size_t index) {
    const StatusSection& shown = page_.sections[index];
    out_.put("<section class=\"part\"").attribute("id", status_anchor(page_, index)).put(">\n");
    if (shown.block != StatusBlock::reports || !shown.asked->title.empty()) {
      out_.put("<div class=\"head\"><h2>");
      title(shown);
      out_.put("</h2>");
      all_of(shown);
      out_.put("</div>\n");
    }
    write_status_block(out_, scope_, page_, shown);
    out_.put("</section>\n");
  }

  void title(const StatusSection& shown) {
    if (!shown.asked->title.empty()) {
      out_.data(shown.asked->title);
    } else if (shown.block == StatusBlock::changes) {
      const Outline& outline = scope_.outline();
      const Date since = outline.period.now ? outline.period.from : outline.overview.recent.since;
      say(out_, scope_, "overview.since"_word,
          {[&] { write_day(out_, scope_, since, DayForm::with_weekday); }});
    } else if (shown.block == StatusBlock::budget) {
      say(out_, scope_, shown.total > 0 ? "reader.budget"_word : "reader.time"_word);
    } else if (shown.block == StatusBlock::risks && risk_order(view_, shown) != RiskOrder::score) {
      say(out_, scope_, "reader.risks"_word);
    } else {
      say(out_, scope_, status_heading(shown.block));
    }
  }

  // A link to where all of them stand.
  void all_of(const StatusSection& shown) {
    uint32_t page = kNoPage;
    const std::vector<ViewRecordId> ids = shown.records();
    if (shown.block == StatusBlock::milestones && scope_.outline().plan_page != kNoPage) {
      page = scope_.outline().plan_page;
      link(page, [&] { say(out_, scope_, "nav.plan"_word); });
      return;
    }
    if (ids.empty() || ids.size() >= shown.total || shown.block == StatusBlock::asks) return;
    const ViewKindId kind = view_.record(ids.front()).kind;
    for (const ViewRecordId id : ids) {
      if (view_.record(id).kind != kind) return count(shown);
    }
    page = scope_.outline().kind_pages[number(kind)];
    if (page == kNoPage) return count(shown);
    link(page, [&] { say_count(out_, scope_, "reader.all"_word, shown.total); });
  }

  void count(const StatusSection& shown) {
    out_.put(" <span>");
    say_count(out_, scope_, "reader.of"_word, shown.total, {shown.records().size()});
    out_.put("</span>");
  }

  template <typename Words>
  void link(uint32_t page, const Words& words) {
    out_.put(" <span><a").link("href", scope_.path(), scope_.outline().pages[page].path).put(">");
    words();
    out_.put("</a></span>");
  }

  PageSlots& slots_;
  const PageScope& frame_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  StatusPage page_;
};

}  // namespace

std::string status_anchor(const StatusPage& page, size_t index) {
  const StatusSection& section = page.sections[index];
  const std::string name = section.asked->name.empty() ? "own" : section.asked->name;
  size_t nth = 1;
  for (size_t i = 0; i < index; ++i) nth += page.sections[i].asked->name == section.asked->name;
  return "mp:" + name + (nth > 1 ? "-" + std::to_string(nth) : "");
}

Word status_heading(StatusBlock block) {
  switch (block) {
    case StatusBlock::asks:
      return "overview.asks"_word;
    case StatusBlock::why:
      return "overview.why"_word;
    case StatusBlock::milestones:
      return "overview.milestones"_word;
    case StatusBlock::risks:
      return "overview.top_risks"_word;
    case StatusBlock::issues:
      return "reader.issues"_word;
    case StatusBlock::releases:
      return "overview.releases"_word;
    case StatusBlock::completed:
      return "reader.completed"_word;
    case StatusBlock::in_progress:
      return "reader.in_progress"_word;
    case StatusBlock::next:
      return "reader.next"_word;
    case StatusBlock::blocked:
      return "reader.blocked"_word;
    case StatusBlock::needs:
      return "reader.needs"_word;
    case StatusBlock::dependencies:
      return "reader.dependencies"_word;
    case StatusBlock::decisions:
      return "reader.decisions"_word;
    case StatusBlock::scope:
      return "reader.scope"_word;
    case StatusBlock::incidents:
      return "reader.incidents"_word;
    case StatusBlock::metrics:
      return "nav.metrics"_word;
    case StatusBlock::coming:
      return "reader.coming"_word;
    default:
      return "reader.earlier"_word;
  }
}

void write_status_page(PageSlots& slots, PageScope& scope) {
  const Outline* seen = scope.outline().seen[scope.page().subject].get();
  if (seen == nullptr) {
    StatusWriter(slots, scope, scope).write();
    return;
  }
  const Drawings none;
  PageScope inside(*seen, none, seen->status_pages.front());
  StatusWriter(slots, scope, inside).write();
}

}  // namespace milepost
