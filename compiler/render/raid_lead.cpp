// Writes the heat map, the movers and what presses in each log.
#include "render/raid_lead.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "compose/phrases.h"
#include "compose/pressing.h"
#include "compose/raid.h"
#include "compose/risk_grid.h"
#include "draw/drawings.h"
#include "render/escalation_parts.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostMoved = 4;  // of one sort
constexpr size_t kMostPressing = 6;

Word move_word(Move move, const ViewKind& kind) {
  switch (move) {
    case Move::raised:
      return "raid.moved_new"_word;
    case Move::came_true:
      return "raid.moved_true"_word;
    case Move::escalated:
      return "raid.moved_escalated"_word;
    case Move::closed:
      return kind.is("decision") ? "raid.moved_decided"_word : "raid.moved_closed"_word;
    default:
      return "raid.moved_unseen"_word;
  }
}

void write_mover(HtmlWriter& out, PageScope& scope, const Mover& mover) {
  const ViewRecord& record = scope.view().record(mover.record);
  out.put("<li><span>");
  say(out, scope, move_word(mover.move, scope.view().kind_of(record)));
  out.put("</span><span>");
  write_id(out, scope, mover.record);
  out.put(" ").data(record.title);
  const auto day = [&] { write_day(out, scope, *mover.date, DayForm::with_weekday); };
  const auto other = [&] { write_id(out, scope, mover.other); };
  if (mover.other != kNoViewRecord) {
    out.put(", ");
    say(out, scope, mover.move == Move::escalated ? "raid.asked_in"_word : "raid.now"_word,
        {other});
  } else if (mover.move == Move::unseen && mover.date) {
    out.put(", ");
    say(out, scope, "raid.review_was_due"_word, {day});
  } else if (mover.move == Move::closed && mover.date) {
    out.put(", ");
    write_status(out, scope, record);
    out.put(" ");
    day();
  }
  out.put("</span></li>\n");
}

// "weekly", "every two weeks", "every 10 days"
void say_interval(HtmlWriter& out, const PageScope& scope, int days) {
  switch (days) {
    case 1:
      return say(out, scope, "raid.every_day"_word);
    case 7:
      return say(out, scope, "raid.every_week"_word);
    case 14:
      return say(out, scope, "raid.every_two_weeks"_word);
    case 30:
      return say(out, scope, "raid.every_month"_word);
    default:
      return say_count(out, scope, "raid.every_days"_word, static_cast<uint64_t>(days));
  }
}

void write_legend(HtmlWriter& out, const PageScope& scope) {
  const ViewRiskScale& scale = scope.view().program.risk_scale;
  const std::array<std::tuple<uint8_t, int, int>, 4> bands = {{
      {uint8_t{4}, scale.very_high, scale.review_high_days},
      {uint8_t{3}, scale.high, scale.review_high_days},
      {uint8_t{2}, scale.medium, scale.review_medium_days},
      {uint8_t{1}, 1, scale.review_low_days},
  }};
  out.put("<ul class=\"legend\">\n");
  for (const auto& [band, from, days] : bands) {
    out.put("<li><span class=\"score b").number(band).put("\">").number(from).put("+</span> ");
    const int interval = days;
    say(out, scope, band == 4 ? "raid.legend_first"_word : "raid.legend_band"_word,
        {band_word(scope.words(), band), [&] { say_interval(out, scope, interval); }});
    out.put("</li>\n");
  }
  out.put("<li class=\"all\"><span class=\"contour\"></span>");
  say(out, scope, "raid.legend_line"_word, {scale.high});
  out.put("</li>\n</ul>\n");
}

void write_map(HtmlWriter& out, const PageScope& scope, const Html& map, ViewKindId kind) {
  out.put("<figure class=\"heat-map\">\n").put(map).put("</figure>\n");
  if (!scope.view().program.insider) {
    out.put("<p class=\"note\">");
    say(out, scope, "audience.published"_word);
    out.put("</p>\n");
  }
  const uint32_t unplaced = make_risk_grid(scope.outline(), kind).unplaced;
  if (unplaced == 0) return;
  out.put("<p class=\"note\">");
  say_count(out, scope, "raid.unplaced"_word, unplaced);
  out.put("</p>\n");
}

Word pressing_heading(const ViewKind& kind) {
  if (kind.is("assumption")) return "raid.pressing_assumptions"_word;
  if (kind.is("action")) return "raid.pressing_actions"_word;
  if (kind.is("dependency")) return "raid.pressing_dependencies"_word;
  if (kind.is("decision")) return "raid.pressing_decisions"_word;
  return "raid.pressing_issues"_word;
}

// What moved, and what the colours of the map mean.
void write_since(HtmlWriter& out, PageScope& scope, ViewKindId kind, Date since, bool told,
                 bool legend) {
  out.put("<section class=\"part since\">\n<h2>");
  if (told) {
    say(out, scope, "raid.since"_word,
        {[&] { write_day(out, scope, since, DayForm::with_weekday); }});
  } else {
    say(out, scope, "raid.legend"_word);
  }
  out.put("</h2>\n");
  const size_t before = out.size();
  const uint64_t more = told ? write_movers(out, scope, kind, since, kMostMoved) : 0;
  if (told && out.size() == before) {
    out.put("<p class=\"second\">");
    say(out, scope, "raid.nothing_moved"_word);
    out.put("</p>\n");
  }
  write_more(out, scope, more, scope.outline().agenda_page);
  if (legend) write_legend(out, scope);
  out.put("</section>\n");
}

}  // namespace

uint64_t write_movers(HtmlWriter& out, PageScope& scope, ViewKindId kind, Date since, size_t most,
                      MoverPart part) {
  std::vector<Mover> movers = movers_of(scope.outline(), kind, since);
  if (part != MoverPart::all) {
    const bool unseen = part == MoverPart::unseen;
    std::erase_if(movers, [&](const Mover& m) { return (m.move == Move::unseen) != unseen; });
  }
  if (movers.empty()) return 0;
  uint64_t left_out = 0;
  size_t shown = 0;
  out.put("<ul class=\"log\">\n");
  for (size_t i = 0; i < movers.size(); ++i) {
    if (i > 0 && movers[i].move != movers[i - 1].move) shown = 0;
    if (shown == most) {
      ++left_out;
      continue;
    }
    ++shown;
    write_mover(out, scope, movers[i]);
  }
  out.put("</ul>\n");
  return left_out;
}

void write_raid_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind_id) {
  const View& view = scope.view();
  const ViewKind& kind = view.kind(kind_id);
  const Html* map = scope.drawing(DrawingKind::heat_map);
  // Without scores nothing says which risk is the gravest.
  const bool ranked = !kind.is("risk") || view.program.shows.scores;
  const bool pressing = map == nullptr && ranked && !pressing_of(scope.outline(), kind_id).empty();
  const Reviews reviews = find_reviews(view);
  const Date since = moved_since(view, reviews);
  const std::vector<Mover> movers = movers_of(scope.outline(), kind_id, since);
  // A log without dates and reviews cannot say that nothing moved.
  const bool told = !movers.empty() || reviews.last != kNoViewRecord;
  if (kind.is("decision") && view.program.shows.metrics)
    write_decision_figures(out, scope, kind_id);
  if (map == nullptr && !pressing && !told) return;

  out.put("<div class=\"raid\">\n");
  if (map != nullptr) {
    out.put("<div>\n");
    write_map(out, scope, *map, kind_id);
    out.put("</div>\n");
  } else if (pressing) {
    out.put("<section class=\"part\">\n<h2>");
    say(out, scope, pressing_heading(kind));
    out.put("</h2>\n");
    write_pressing(out, scope, kind_id, kMostPressing);
    out.put("</section>\n");
  }
  if (told || map != nullptr) write_since(out, scope, kind_id, since, told, map != nullptr);
  out.put("</div>\n");
}

void write_empty_log(HtmlWriter& out, const PageScope& scope, ViewKindId kind_id) {
  const ViewKind& kind = scope.view().kind(kind_id);
  out.put("<div class=\"empty\"><b>");
  say(out, scope, "log.nothing_open"_word, {noun(scope.words(), kind.plural_label)});
  out.put("</b> ");
  const Html command = [&] {
    HtmlWriter code;
    code.put("<code>milepost new ").data(kind.name).put("</code>");
    return code.take();
  }();
  say(out, scope, "log.begin_one"_word, {noun(scope.words(), kind.label), command});
  out.put("</div>\n");
}

}  // namespace milepost
