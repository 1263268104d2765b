// Writes what a launch is decided from.
#include "render/release_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/parts.h"
#include "render/ready_gates.h"
#include "render/ready_launch.h"
#include "render/ready_reasons.h"
#include "render/ready_signoffs.h"
#include "render/ready_words.h"
#include "render/say.h"
#include "text/words.h"

namespace milepost {
namespace {

// Gives the ids of headings to the parts that stand for them, each once.
class Anchors {
 public:
  explicit Anchors(const ReleaseBody& body) : body_(body), used_(body.headings.size(), false) {}

  std::string_view take(std::string_view words) {
    const std::string wanted = normalize_spaces(words);
    for (size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] || body_.headings[i].words != wanted) continue;
      used_[i] = true;
      return body_.headings[i].anchor;
    }
    return {};
  }

  // Of headings that no part stands for, so that links into the text still lead somewhere.
  void rest(HtmlWriter& out) const {
    for (size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] || body_.headings[i].anchor.empty()) continue;
      out.put("<span").attribute("id", body_.headings[i].anchor).put("></span>");
    }
  }

 private:
  const ReleaseBody& body_;
  std::vector<bool> used_;
};

void write_page_link(HtmlWriter& out, const PageScope& scope, uint32_t page, Word word) {
  out.put("<a").link("href", scope.path(), scope.outline().pages[page].path).put(">");
  say(out, scope, word);
  out.put("</a>");
}

}  // namespace

void write_release_meta(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const bool counts = scope.is_of_moment();
  out.put("<p class=\"meta\"><span>");
  if (ready.target) {
    const auto when = [&] {
      out.put("<b>");
      const std::optional<DateTime>& start = ready.launch.start;
      const bool timed = start && date_in(*start, scope.view().program.zone) == *ready.target;
      if (timed) {
        write_ready_moment(out, scope, *start, false);
      } else if (counts) {
        write_day(out, scope, *ready.target, DayForm::with_weekday);
      } else {
        write_aged_day(out, scope, *ready.target);
      }
      out.put("</b>");
    };
    if (ready.verdict == ViewReadyVerdict::none || !counts) {
      say(out, scope, "ready.target"_word, {when});
    } else {
      const std::string distance =
          distance_words(scope.words(), *ready.target, scope.as_of(), scope.view().working_time);
      say(out, scope, "ready.target_in"_word, {when, distance});
    }
  } else {
    say(out, scope, "ready.no_target"_word);
  }
  if (counts) {
    out.put("</span> <span>");
    say(out, scope, "ready.as_of"_word,
        {[&] { write_day(out, scope, scope.as_of(), DayForm::with_weekday); }});
    out.put("</span>");
  } else {
    out.put("</span> <span class=\"dated\"></span>");
  }
  const ReleasePages* pages = scope.outline().release_pages_of(ready.record);
  if (pages != nullptr) {
    if (pages->sheet != scope.page_number()) {
      out.put(" <span class=\"away\">");
      write_page_link(out, scope, pages->sheet, "sheet.title"_word);
      out.put("</span>");
    }
    if (pages->runbook != kNoPage && pages->runbook != scope.page_number()) {
      out.put(" <span class=\"away\">");
      write_page_link(out, scope, pages->runbook, "runbook.title"_word);
      out.put("</span>");
    }
  }
  out.put("</p>\n");
}

void write_release_verdict(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  out.put("<p class=\"verdict\">");
  write_ready_verdict(out, scope, ready);
  write_basis(out, scope);
  out.put("</p>\n");
  const ViewGoNoGo& said = ready.said;
  const bool open = ready.verdict != ViewReadyVerdict::none;
  if (said.decision == ViewReadyVerdict::none || (!open && !said.overrides)) return;
  out.put("<p class=\"second\">");
  if (open) {
    const auto what = [&] {
      out.put("<b>").text(noun(scope.words(), verdict_word(scope.words(), said.decision)));
      out.put("</b>");
    };
    if (said.on) {
      say(out, scope, "ready.was_said"_word,
          {what, [&] { write_day(out, scope, *said.on, DayForm::with_weekday); }});
    } else {
      say(out, scope, "ready.was_said_undated"_word, {what});
    }
    out.put(" ");
  }
  if (said.overrides && said.reason.empty()) {
    say(out, scope, "ready.overridden"_word);
  } else if (said.overrides) {
    say(out, scope, "ready.overridden_because"_word, {said.reason});
  }
  out.put("</p>\n");
}

void write_release_parts(PageSlots& slots, PageScope& scope, const ViewReadiness& ready,
                         const ReleaseBody& body) {
  HtmlWriter& out = slots.out();
  Anchors anchors(body);
  write_release_meta(out, scope, ready);
  slots.finish(Slot::meta);
  write_release_verdict(out, scope, ready);
  slots.finish(Slot::lead);
  write_ready_opening(out, scope, ready);
  slots.finish(Slot::opening);
  write_gates(out, scope, ready, "gates.heading"_word,
              [&](std::string_view title) { return anchors.take(title); });
  slots.finish(Slot::gates);
  write_sign_offs(out, scope, ready, anchors.take(scope.words().text("signs.heading"_word)));
  write_waivers(out, scope, ready);
  slots.finish(Slot::signoffs);
  write_meeting(out, scope, ready);
  slots.finish(Slot::meeting);
  write_launch(out, scope, ready);
  anchors.rest(out);
  slots.finish(Slot::launch);
  write_after_launch(out, scope, ready);
  slots.finish(Slot::after);
}

}  // namespace milepost
