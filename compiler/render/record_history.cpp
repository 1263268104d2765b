// The life of a record over the versions.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "compare/past.h"
#include "compose/phrases.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/slip.h"
#include "render/trend_parts.h"

namespace milepost {
namespace {

constexpr size_t kShown = 8, kMost = 40;  // events: at once, and at all
constexpr size_t kMostFields = 12;        // of one event
constexpr size_t kLongest = 300;          // bytes of a value that is told in full

Word verb_word(RecordVerb verb) {
  constexpr std::array<Word, kRecordVerbs> kWords = {
      "history.came_true"_word, "history.met"_word,     "history.reopened"_word,
      "history.escalated"_word, "history.decided"_word, "history.turned_down"_word,
      "history.finished"_word,  "history.closed"_word,  "history.opened"_word,
      "history.moved"_word,     "history.changed"_word, "history.reworded"_word,
      "history.gone"_word,
  };
  return kWords[static_cast<size_t>(verb)];
}

class RecordHistory {
 public:
  RecordHistory(HtmlWriter& out, const PageScope& scope, const History& history,
                const RecordLife& life)
      : out_(out), scope_(scope), history_(history), life_(life) {}

  void write() {
    out_.put("<section class=\"part history\" id=\"mp:history\">\n<h2>");
    say(out_, scope_, "history.title"_word);
    out_.put("</h2>\n<p class=\"note\">");
    freshness();
    out_.put("</p>\n");
    const size_t count = std::min(life_.events.size(), kMost);
    if (count > 0) {
      events(0, std::min(count, kShown));
      if (count > kShown) {
        out_.put("<details><summary>");
        say_count(out_, scope_, "history.more"_word, life_.events.size() - kShown);
        out_.put("</summary>\n");
        events(kShown, count);
        if (life_.events.size() > count) {
          out_.put("<p class=\"note\">");
          say_count(out_, scope_, "history.not_shown"_word, life_.events.size() - count);
          out_.put("</p>\n");
        }
        out_.put("</details>\n");
      }
    }
    out_.put("</section>\n");
  }

 private:
  void day(uint32_t edition) {
    write_day(out_, scope_, history_.editions[edition].date, DayForm::with_weekday);
  }

  void freshness() {
    const auto first = [&] { day(life_.first); };
    const auto last = [&] { day(life_.last_change); };
    const bool changed = life_.last_change != life_.first;
    if (life_.from_start) {
      say(out_, scope_, changed ? "history.from_start"_word : "history.from_start_same"_word,
          {first, last});
    } else {
      say(out_, scope_, changed ? "history.known"_word : "history.known_same"_word, {first, last});
    }
  }

  // The latest first.
  void events(size_t from, size_t to) {
    out_.put("<ul class=\"life\">\n");
    for (size_t i = from; i < to; ++i) event(life_.events[life_.events.size() - 1 - i]);
    out_.put("</ul>\n");
  }

  void event(const LifeEvent& event) {
    out_.put("<li>");
    write_day(out_, scope_, history_.editions[event.edition].date, DayForm::with_weekday);
    out_.put(" <span class=\"verb\">");
    say(out_, scope_, verb_word(event.verb));
    out_.put("</span>");
    // Everything about a new record is new.
    if (event.verb != RecordVerb::opened && event.verb != RecordVerb::gone) fields(event.fields);
    out_.put("</li>\n");
  }

  void fields(const std::vector<FieldChange>& changes) {
    const size_t count = std::min(changes.size(), kMostFields);
    if (count == 0) return;
    out_.put("\n<ul class=\"plain\">\n");
    for (size_t i = 0; i < count; ++i) {
      out_.put("<li>");
      field(changes[i]);
      out_.put("</li>\n");
    }
    size_t left = 0;
    for (size_t i = count; i < changes.size(); ++i) left += std::max(changes[i].more, 1U);
    if (left > 0) {
      out_.put("<li>");
      say_count(out_, scope_, "history.fields_more"_word, left);
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

  void field(const FieldChange& change) {
    out_.put("<span class=\"aside\">").data(change.label).put("</span> ");
    if (change.prose || change.wording || long_values(change)) {
      say(out_, scope_, change.wording ? "history.wording"_word : "history.text"_word);
      return;
    }
    if (!change.was.empty()) out_.put("<s>").data(change.was).put("</s> ");
    if (!change.now.empty()) {
      out_.put("<b>").data(change.now).put("</b>");
    } else {
      say(out_, scope_, "history.removed"_word);
    }
    if (change.date && change.days != 0) {
      out_.put(" ");
      write_slip_days(out_, scope_, change.days, ViewHealth::none);
    }
  }

  static bool long_values(const FieldChange& change) {
    return change.was.size() + change.now.size() > kLongest;
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const History& history_;
  const RecordLife& life_;
};

}  // namespace

void write_record_history(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  if (scope.outline().past == nullptr) return;
  const History& history = scope.outline().past->history;
  const RecordLife* life = history.life(scope.view().record(record).id);
  if (life != nullptr) RecordHistory(out, scope, history, *life).write();
}

}  // namespace milepost
