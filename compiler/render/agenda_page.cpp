// The agenda of the next review of the logs: what moved, what was not looked at, what is due.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "compose/phrases.h"
#include "compose/pressing.h"
#include "compose/raid.h"
#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/raid_lead.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostOfASort = 12;
constexpr size_t kMostLines = 20;
constexpr int64_t kWeek = 7;

class AgendaPage {
 public:
  AgendaPage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        reviews_(find_reviews(view_)),
        since_(reviews_.last_day ? *reviews_.last_day : moved_since(view_, reviews_)),
        until_(reviews_.next_day ? *reviews_.next_day : add_days(scope.as_of(), kWeek)) {}

  void write() {
    write_agenda_title(out_, scope_);
    slots_.finish(Slot::heading);
    lead();
    slots_.finish(Slot::lead);
    const size_t empty = out_.size();
    moved();
    unseen();
    due();
    pressing("agenda.decisions"_word, {"decision", "escalation"}, true);
    pressing("agenda.actions"_word, {"action"}, true);
    pressing("agenda.dependencies"_word, {"dependency"}, false);
    pressing("agenda.blockers"_word, {"blocker"}, false);
    if (out_.size() == empty) {
      out_.put("<div class=\"empty\"><b>");
      say(out_, scope_, "agenda.nothing"_word);
      out_.put("</b> ");
      say(out_, scope_, "agenda.nothing_do"_word);
      out_.put("</div>\n");
    }
    slots_.finish(Slot::body);
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  void lead() {
    if (reviews_.last == kNoViewRecord) {
      say(out_, scope_, "agenda.no_last"_word);
      return;
    }
    const auto meeting = [&] {
      write_record_link(out_, scope_, reviews_.last, view_.record(reviews_.last).title);
    };
    say(out_, scope_, "agenda.last"_word, {meeting, [&] { day(*reviews_.last_day); }});
  }

  template <typename Write>
  void for_each_kind(Write write) {
    for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
      if (is_raid_kind(view_.kinds[i])) write(ViewKindId{i});
    }
  }

  // A section that is left out if nothing is in it; each kind in it under its own heading.
  template <typename Write>
  void section(Word heading, const std::optional<Date>& date, Write write) {
    bool open = false;
    for_each_kind([&](ViewKindId kind) {
      HtmlWriter part;
      write(part, kind);
      if (part.empty()) return;
      if (!open) begin(heading, date);
      open = true;
      out_.put("<h3>").data(view_.kind(kind).plural_label).put("</h3>\n").put(part.html());
    });
    if (open) out_.put("</section>\n");
  }

  void begin(Word heading, const std::optional<Date>& date) {
    out_.put("<section class=\"part agenda\">\n<h2>");
    say(out_, scope_, heading, {[&] {
          if (date) day(*date);
        }});
    out_.put("</h2>\n");
  }

  void moved() {
    section("agenda.moved"_word, since_, [&](HtmlWriter& part, ViewKindId kind) {
      const uint64_t more =
          write_movers(part, scope_, kind, since_, kMostOfASort, MoverPart::moved);
      write_more(part, scope_, more);
    });
  }

  void unseen() {
    section("agenda.unseen"_word, {}, [&](HtmlWriter& part, ViewKindId kind) {
      const uint64_t more =
          write_movers(part, scope_, kind, since_, kMostOfASort, MoverPart::unseen);
      write_more(part, scope_, more);
    });
  }

  void due() {
    section("agenda.due"_word, until_, [&](HtmlWriter& part, ViewKindId kind) {
      const std::vector<ViewRecordId> ids = due_for_review(scope_.outline(), kind, until_);
      RecordLines lines(part, scope_);
      const size_t shown = std::min(ids.size(), kMostLines);
      for (size_t i = 0; i < shown; ++i) {
        lines.begin(ids[i], review_due(view_, view_.record(ids[i])));
        if (view_.record(ids[i]).facts.score > 0) {
          lines.fact().put("<span>");
          write_score(part, scope_, view_.record(ids[i]).facts);
          part.put("</span>");
        }
        lines.state();
        lines.owner();
        lines.end();
      }
      lines.finish();
      write_more(part, scope_, ids.size() - shown);
    });
  }

  // `dated`: only what is due by the review.
  void pressing(Word heading, std::initializer_list<std::string_view> names, bool dated) {
    bool open = false;
    for (const std::string_view name : names) {
      for (uint32_t i = 0; i < view_.kinds.size(); ++i) {
        if (!view_.kinds[i].is(name)) continue;
        HtmlWriter part;
        write_pressing(part, scope_, ViewKindId{i}, kMostLines,
                       dated ? std::optional(until_) : std::nullopt);
        if (part.empty()) continue;
        if (!open) begin(heading, until_);
        open = true;
        if (names.size() > 1) {
          out_.put("<h3>").data(view_.kinds[i].plural_label).put("</h3>\n");
        }
        out_.put(part.html());
      }
    }
    if (open) out_.put("</section>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  Reviews reviews_;
  Date since_, until_;
};

}  // namespace

void write_agenda_title(HtmlWriter& out, const PageScope& scope) {
  const Reviews reviews = find_reviews(scope.view());
  if (!reviews.next_day) return say(out, scope, "agenda.title"_word);
  say(out, scope, "agenda.title_on"_word,
      {[&] { write_day(out, scope, *reviews.next_day, DayForm::with_weekday); }});
}

void write_agenda_page(PageSlots& slots, PageScope& scope) {
  AgendaPage(slots, scope).write();
}

}  // namespace milepost
