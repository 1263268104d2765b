// Writes readiness in words and shapes.
#include "render/ready_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "compose/phrases.h"
#include "render/say.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr uint64_t kMostSegments = 60;

Markup verdict_class(ViewReadyVerdict verdict) {
  switch (verdict) {
    case ViewReadyVerdict::go:
      return "s-ok";
    case ViewReadyVerdict::conditional_go:
      return "s-doing";
    case ViewReadyVerdict::no_go:
      return "s-off";
    default:
      return "s-open";
  }
}

// At the beginning of a sentence.
std::string count_at_beginning(const Words& words, uint64_t count) {
  constexpr std::array kNumbers = {
      "ready.number.2"_word, "ready.number.3"_word, "ready.number.4"_word, "ready.number.5"_word,
      "ready.number.6"_word, "ready.number.7"_word, "ready.number.8"_word, "ready.number.9"_word};
  if (count < 2 || count > kNumbers.size() + 1) return std::to_string(count);
  return std::string(words.text(kNumbers[count - 2]));
}

class VerdictSentence {
 public:
  VerdictSentence(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready)
      : out_(out), scope_(scope), ready_(ready) {}

  void write() {
    if (ready_.verdict == ViewReadyVerdict::no_go) {
      blocked();
    } else if (ready_.verdict == ViewReadyVerdict::conditional_go) {
      say(out_, scope_, "ready.nothing_blocks"_word);
      out_.put(" ");
      to_do();
    } else if (ready_.verdict == ViewReadyVerdict::go) {
      say(out_, scope_, "ready.all_hold"_word);
      out_.put(" ");
      say(out_, scope_, "ready.nothing_blocks"_word);
    } else {
      over();
    }
  }

 private:
  void day(Date date) { write_day(out_, scope_, date, DayForm::with_weekday); }

  void blocked() {
    const uint64_t count = ready_.blocking();
    const std::string_view stand = scope_.words().plural("ready.stand"_word, count);
    out_.text(fill(stand, {count_at_beginning(scope_.words(), count)}));
    out_.put(" ");
    if (ready_.last_clear) {
      say(out_, scope_, count == 1 ? "ready.clear_one"_word : "ready.clear_last"_word,
          {[&] { cleared(*ready_.last_clear); }});
      return;
    }
    uint64_t undated = 0;
    for (const ViewReadyReason& reason : ready_.reasons) undated += reason.blocks && !reason.by;
    if (count == 1 && undated == 1) {
      say(out_, scope_, "ready.undated_one"_word);
    } else if (undated > 0 && undated < count) {
      say_count(out_, scope_, "ready.undated"_word, undated);
    }
  }

  // "Wed 17 Jun, 3 working days before the target"
  void cleared(Date by) {
    day(by);
    if (!ready_.target) return;
    out_.put(", ");
    if (by == *ready_.target) {
      say(out_, scope_, "ready.on_target"_word);
      return;
    }
    const bool before = by < *ready_.target;
    const WorkingTime& time = scope_.view().working_time;
    const int64_t days =
        before ? time.between(by, *ready_.target) : time.between(*ready_.target, by);
    say_count(out_, scope_, before ? "ready.before_target"_word : "ready.after_target"_word,
              static_cast<uint64_t>(std::max<int64_t>(days, 0)));
  }

  void to_do() {
    uint64_t count = 0;
    std::optional<Date> last;
    for (const ViewReadyReason& reason : ready_.reasons) {
      if (reason.blocks) continue;
      ++count;
      if (reason.by && (!last || *last < *reason.by)) last = reason.by;
    }
    if (count == 0) return;
    if (last) {
      say_count(out_, scope_, "ready.still"_word, count, {[&] { day(*last); }});
    } else {
      say_count(out_, scope_, "ready.still_undated"_word, count);
    }
  }

  // It went out, or was dropped.
  void over() {
    if (ready_.record == kReleaseItself) return;
    const ViewRecord& record = scope_.view().record(ready_.record);
    const std::optional<Date>& out = record.facts.finished;
    if (record.phase == ViewPhase::done && out) {
      say(out_, scope_, "release.went_out"_word, {[&] { day(*out); }});
      out_.put(". ");
    }
    const ViewGoNoGo& said = ready_.said;
    if (said.decision == ViewReadyVerdict::none) return;
    const auto what = [&] {
      out_.text(noun(scope_.words(), verdict_word(scope_.words(), said.decision)));
    };
    if (said.on) {
      say(out_, scope_, "ready.was_said"_word, {what, [&] { day(*said.on); }});
    } else {
      say(out_, scope_, "ready.was_said_undated"_word, {what});
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const ViewReadiness& ready_;
};

}  // namespace

std::string_view verdict_word(const Words& words, ViewReadyVerdict verdict) {
  switch (verdict) {
    case ViewReadyVerdict::go:
      return words.text("ready.go"_word);
    case ViewReadyVerdict::conditional_go:
      return words.text("ready.conditional_go"_word);
    case ViewReadyVerdict::no_go:
      return words.text("ready.no_go"_word);
    default:
      return {};
  }
}

void write_ready_state(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  if (ready.verdict == ViewReadyVerdict::none) {
    if (ready.record != kReleaseItself) {
      write_status(out, scope, scope.view().record(ready.record));
    }
    return;
  }
  out.put("<span class=\"st ").put(verdict_class(ready.verdict)).put("\">");
  if (ready.release) {
    out.text(verdict_word(scope.words(), ready.verdict));
  } else {
    const Word word = ready.verdict == ViewReadyVerdict::go               ? "ready.met"_word
                      : ready.verdict == ViewReadyVerdict::conditional_go ? "ready.on_course"_word
                                                                          : "ready.not_met"_word;
    say(out, scope, word);
  }
  out.put("</span>");
}

void write_ready_verdict(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const size_t before = out.size();
  write_ready_state(out, scope, ready);
  if (out.size() > before) out.put("<span class=\"dot\">.</span> ");
  write_ready_sentence(out, scope, ready);
}

void write_ready_sentence(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  VerdictSentence(out, scope, ready).write();
}

std::string ready_fact(const Words& words, const ViewReadiness& ready) {
  if (ready.verdict == ViewReadyVerdict::no_go) {
    return count_words(words, "ready.in_the_way"_word, ready.blocking());
  }
  if (ready.verdict == ViewReadyVerdict::conditional_go) {
    return count_words(words, "ready.to_do"_word, ready.reasons.size());
  }
  return {};
}

void write_ready_who(HtmlWriter& out, const PageScope& scope, const ViewWho& who) {
  if (!who.empty()) write_party(out, scope, {who.person, who.team}, who.text);
}

void write_ready_moment(HtmlWriter& out, const PageScope& scope, DateTime moment, bool all_day) {
  const LocalTime local = to_local(moment, scope.view().program.zone);
  write_day(out, scope, local.date, DayForm::with_weekday);
  if (all_day) return;
  out.put(", <span class=\"nw\">").text(std::string_view(to_text(local)).substr(11)).put("</span>");
}

ViewItemState shown_state(const ViewGateItem& item) {
  const bool missing = item.state == ViewItemState::missing;
  return missing && !item.required ? ViewItemState::open : item.state;
}

Markup item_class(ViewItemState state) {
  switch (state) {
    case ViewItemState::passed:
      return "s-done s-passed";
    case ViewItemState::waived:
    case ViewItemState::not_applicable:
      return "s-dropped";
    case ViewItemState::missing:
    case ViewItemState::failed:
      return "s-off";
    default:
      return "s-open";
  }
}

Word item_word(ViewItemState state) {
  switch (state) {
    case ViewItemState::passed:
      return "item.passed"_word;
    case ViewItemState::waived:
      return "item.waived"_word;
    case ViewItemState::missing:
      return "item.missing"_word;
    case ViewItemState::failed:
      return "item.failed"_word;
    case ViewItemState::not_applicable:
      return "item.not_applicable"_word;
    default:
      return "item.open"_word;
  }
}

Markup gate_class(ViewGateState state) {
  switch (state) {
    case ViewGateState::passed:
      return "s-done s-passed";
    case ViewGateState::not_passed:
      return "s-off";
    case ViewGateState::not_applicable:
      return "s-dropped";
    default:
      return "s-doing";
  }
}

Word gate_word(ViewGateState state) {
  switch (state) {
    case ViewGateState::passed:
      return "gates.passed"_word;
    case ViewGateState::not_passed:
      return "gates.not_passed"_word;
    case ViewGateState::not_applicable:
      return "gates.not_applicable"_word;
    default:
      return "gates.in_progress"_word;
  }
}

Markup sign_off_class(ViewSignOffState state) {
  switch (state) {
    case ViewSignOffState::current:
    case ViewSignOffState::conditional:
      return "s-done s-passed";
    case ViewSignOffState::stale:
      return "s-stale";
    case ViewSignOffState::unsealed:
      return "s-unsealed";
    case ViewSignOffState::refused:
    case ViewSignOffState::invalid:
      return "s-off";
    default:
      return "s-open";
  }
}

Word sign_off_word(ViewSignOffState state) {
  switch (state) {
    case ViewSignOffState::current:
      return "signs.current"_word;
    case ViewSignOffState::conditional:
      return "signs.conditional"_word;
    case ViewSignOffState::stale:
      return "signs.stale"_word;
    case ViewSignOffState::unsealed:
      return "signs.unsealed"_word;
    case ViewSignOffState::refused:
      return "signs.refused"_word;
    case ViewSignOffState::invalid:
      return "signs.invalid"_word;
    default:
      return "signs.not_signed"_word;
  }
}

void write_ready_meter(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                       uint32_t gate) {
  uint64_t passed = 0, waived = 0, bad = 0, required = 0;
  for (const ViewGateItem& item : ready.items) {
    if (gate != kNoViewItem && item.gate != gate) continue;
    if (!item.required || item.state == ViewItemState::not_applicable) continue;
    ++required;
    passed += item.state == ViewItemState::passed ? 1 : 0;
    waived += item.state == ViewItemState::waived ? 1 : 0;
    bad += item.state == ViewItemState::missing || item.state == ViewItemState::failed ? 1 : 0;
  }
  out.put("<span class=\"meter\">");
  if (required > 0 && required <= kMostSegments) {
    out.put("<span class=\"bar\" aria-hidden=\"true\">");
    for (uint64_t i = 0; i < required; ++i) {
      out.put(i < passed                  ? Markup("<i class=\"on\"></i>")
              : i < passed + waived       ? Markup("<i class=\"off\"></i>")
              : i < passed + waived + bad ? Markup("<i class=\"bad\"></i>")
                                          : Markup("<i></i>"));
    }
    out.put("</span> ");
  }
  out.put("<span>");
  if (required == 0) {
    say(out, scope, "gates.nothing_required"_word);
  } else if (waived > 0) {
    say(out, scope, "gates.count_waived"_word, {passed, required, waived});
  } else {
    say(out, scope, "gates.count"_word, {passed, required});
  }
  out.put("</span></span>");
}

std::string item_anchor(const ViewReadiness& ready, uint32_t item) {
  const std::string& key = ready.items[item].key;
  const bool fine = !key.empty() && key.size() <= 80 && std::ranges::all_of(key, [](char c) {
    return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.';
  });
  return "mp:item:" + (fine ? key : std::to_string(item + 1));
}

}  // namespace milepost
