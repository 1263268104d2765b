// Draws the lines of a Gantt.
#include "draw/gantt.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compose/phrases.h"
#include "draw/svg_chart.h"

namespace milepost {
namespace {

constexpr size_t kMostPasses = 2500;
constexpr int32_t kNarrow = 480;     // px: the width that labels have to fit
constexpr int32_t kNarrowest = 340;  // likewise, if every other one is left out

// Writes shapes whose places across are days of a window.
class DaySvg {
 public:
  DaySvg(HtmlWriter& out, const GanttWindow& window) : out_(out), window_(window) {}

  /// What is written between begin() and end() is seen whole; on a narrow screen a part of it.
  void begin(size_t line) {
    out_.put("<svg class=\"gs gv\"><g").attribute("id", "mp:g" + std::to_string(line)).put(">");
  }
  void end(size_t line) {
    out_.put("</g></svg>");
    begin_near();
    out_.put("<use").attribute("href", "#mp:g" + std::to_string(line)).put("/></svg></svg>");
  }
  void begin_near() {
    out_.put("<svg class=\"gs gn\"><svg");
    out_.attribute("x", percent_text(share(-window_.near_first, window_.near_days)));
    out_.attribute("width", percent_text(share(window_.days, window_.near_days))).put(">");
  }

  // Nothing of what lies outside of the window is written.
  void rect(int32_t from, int32_t to, Markup rest) {
    from = std::max(from, 0);
    to = std::min(to, window_.days);
    if (from >= to) return;
    out_.put("<rect").attribute("x", across(from));
    out_.attribute("width", percent_text(share(to - from, window_.days)));
    out_.put(rest).put("/>");
  }
  void line(int32_t from, int32_t to, Markup rest) {
    from = std::max(from, 0);
    to = std::min(to, window_.days);
    if (from > to) return;
    out_.put("<line").attribute("x1", across(from)).attribute("x2", across(to)).put(rest).put("/>");
  }
  void upright(int32_t at, Markup rest) {
    if (at < 0 || at > window_.days) return;
    out_.put("<line").attribute("x1", across(at)).attribute("x2", across(at)).put(rest).put("/>");
  }
  void use(int32_t at, Markup rest) {
    if (at < 0 || at > window_.days) return;
    out_.put("<use").attribute("x", across(at)).put(rest).put("/>");
  }
  std::string across(int32_t day) const { return percent_text(share(day, window_.days)); }
  HtmlWriter& out() { return out_; }

 private:
  HtmlWriter& out_;
  const GanttWindow& window_;
};

class Calendar {
 public:
  Calendar(const Outline& outline, const Gantt& gantt)
      : words_(outline.words),
        as_of_(outline.view.program.as_of),
        window_(gantt.window),
        svg_(out_, window_) {}

  Html draw() {
    shapes();
    out_.put("<svg class=\"gs gv\">");
    labels();
    flag();
    out_.put("</svg>");
    svg_.begin_near();
    near_labels();
    out_.put("</svg></svg>");
    return out_.take();
  }

 private:
  bool shows_as_of() const { return window_.as_of >= 0 && window_.as_of <= window_.days; }

  // What lines borrow: the shading of days, the as-of line, the shapes without a width.
  void shapes() {
    out_.put("<svg class=\"gdefs\" width=\"0\" height=\"0\"><defs><g id=\"mp:days\">");
    for (const GanttRun& run : window_.runs) {
      switch (run.kind) {
        case GanttOff::weekend:
          svg_.rect(run.from, run.to, " height=\"100%\" class=\"gwe\"");
          break;
        case GanttOff::holiday:
          svg_.rect(run.from, run.to, " height=\"100%\" class=\"gho\"");
          break;
        case GanttOff::freeze:
          svg_.rect(run.from, run.to, " height=\"100%\" fill=\"url(#mp:hatch)\"");
          break;
      }
    }
    for (const GanttTick& tick : window_.ticks) {
      if (tick.major) {
        svg_.upright(tick.at, " y2=\"100%\" class=\"gmo\"");
      } else {
        svg_.upright(tick.at, " y2=\"100%\" class=\"gmi\"");
      }
    }
    out_.put("</g><g id=\"mp:now\">");
    if (shows_as_of()) svg_.upright(window_.as_of, " y2=\"100%\" class=\"gnow\"");
    out_.put("</g>");
    if (shows_as_of()) flag_shape();
    out_.put(
        "<path id=\"mp:stone\" d=\"M-5.5 8v-9.5a5.5 5.5 0 0 1 11 0v9.5z\"/>"
        "<path id=\"mp:due\" d=\"M-7-6h6v12h-6\"/>"
        "<path id=\"mp:down\" d=\"M0 0l-4-6h8z\"/>"
        "<path id=\"mp:up\" d=\"M0 0l-4 6h8z\"/>"
        "<path id=\"mp:on\" d=\"M1-9h-9l9 9zM1 9h-9l9-9z\"/>"
        "<pattern id=\"mp:hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        "<path d=\"M0 6l6-6\" class=\"gha\"/></pattern></defs></svg>");
  }

  // --- labels
  // -------------------------------------------------------------------------------------

  void text(int32_t at, Markup rest, std::string_view words) {
    out_.put("<text").attribute("x", svg_.across(at)).put(rest).put(">").text(words);
    out_.put("</text>");
  }
  int32_t px(int32_t wide) const { return wide * window_.days / kNarrow; }  // in days

  std::string label_of(const GanttTick& tick) const {
    const CivilDate day = civil(add_days(window_.first, tick.at));
    switch (window_.scale) {
      case GanttScale::months:
      case GanttScale::quarters:
        return std::string(month_short(day.month));
      default:
        return std::to_string(day.day);
    }
  }
  std::string_view month_short(int month) const {
    return words_.text(word_for("month.short.", month));
  }
  bool is_fine() const {
    return window_.scale == GanttScale::days || window_.scale == GanttScale::weeks;
  }
  std::string name_of(int32_t at) const {
    const CivilDate day = civil(add_days(window_.first, at));
    if (!is_fine()) return std::to_string(day.year);
    std::string name(month_words(words_, day.month));
    if (day.year != civil(as_of_).year) name += " " + std::to_string(day.year);
    return name;
  }

  // Whether a label stands under the flag if the calendar is `width` px wide.
  bool is_under_flag(int32_t at, int32_t width) const {
    return shows_as_of() && at > window_.as_of - 60 * window_.days / width &&
           at < window_.as_of + 36 * window_.days / width;
  }

  // A month or year has its name if its part of the window can hold it.
  void labels() {
    std::vector<int32_t> begins = {0};
    for (const GanttTick& tick : window_.ticks) {
      if (tick.major && tick.at > 0) begins.push_back(tick.at);
    }
    for (size_t i = 0; i < begins.size(); ++i) {
      const int32_t next = i + 1 < begins.size() ? begins[i + 1] : window_.days;
      const std::string name = name_of(begins[i]);
      const auto width = static_cast<int32_t>(name.size()) * 8 + 8;
      if (next - begins[i] >= px(width)) text(begins[i], " y=\"14\" dx=\"3\" class=\"gb\"", name);
    }
    // On a scale of days only the beginnings of weeks, if all do not fit.
    const bool weekly = window_.scale == GanttScale::days && window_.days > 24;
    const int32_t room = px(22);
    int32_t last = -window_.days;
    size_t shown = 0;
    for (const GanttTick& tick : window_.ticks) {
      if (weekly ? tick.at % 7 != 0 : tick.major && is_fine() && tick.at % 7 != 0) continue;
      if (!is_fine() && tick.major && shown > 0 && tick.at == last) continue;
      if (tick.at - last < room || tick.at > window_.days - room) continue;
      last = tick.at;
      const bool odd = shown++ % 2 == 1;
      if (is_under_flag(tick.at, kNarrow)) continue;
      text(tick.at,
           odd || is_under_flag(tick.at, kNarrowest) ? Markup(" y=\"38\" dx=\"3\" class=\"odd\"")
                                                     : Markup(" y=\"38\" dx=\"3\""),
           label_of(tick));
    }
  }

  void near_labels() {
    const int32_t end = window_.near_first + window_.near_days;
    for (int32_t at = window_.near_first; at <= end - 7; at += 14) {
      text(at, " y=\"38\" dx=\"3\"", short_day(words_, add_days(window_.first, at), as_of_));
    }
  }

  void flag_shape() {
    const std::string words = short_day(words_, as_of_, as_of_);
    // At the edges of the window it stands inside.
    const int32_t half = static_cast<int32_t>(words.size()) * 4 + 10;
    int32_t left = -half;
    if (window_.as_of < px(half)) left = 0;
    if (window_.as_of > window_.days - px(half)) left = -2 * half;
    out_.put("<g id=\"mp:flag\" class=\"gflag\"><rect").attribute("x", left);
    out_.attribute("width", 2 * half).put(" y=\"24\" height=\"19\" rx=\"2\"/><text y=\"38\"");
    out_.put(" text-anchor=\"middle\"").attribute("x", left + half).put(">");
    out_.text(words).put("</text></g>");
  }

  void flag() {
    if (!shows_as_of()) return;
    svg_.use(window_.as_of, " href=\"#mp:flag\" class=\"gscreen\"");
    // Paper that repeats the calendar on each page puts what has no place of its own at the edge.
    text(window_.as_of, " y=\"38\" text-anchor=\"middle\" class=\"gb gpaper\"",
         short_day(words_, as_of_, as_of_));
    svg_.upright(window_.as_of, " y1=\"43\" y2=\"46\" class=\"gnow\"");
  }

  const Words& words_;
  Date as_of_;
  const GanttWindow& window_;
  HtmlWriter out_;
  DaySvg svg_;
};

class Lines {
 public:
  explicit Lines(const Gantt& gantt) : gantt_(gantt), window_(gantt.window), passes_(gantt.lines) {}

  std::vector<Html> draw() {
    route();
    std::vector<Html> lines;
    lines.reserve(gantt_.lines);
    for (const GanttGroup& group : gantt_.groups) {
      lines.push_back(head(group));
      for (const GanttRow& row : group.rows) lines.push_back(line(row, lines.size()));
    }
    return lines;
  }

 private:
  enum class Part : uint8_t { leaves_down, leaves_up, passes, ends_down, ends_up };
  struct Pass {
    Part part;
    int32_t from, at;  // `at`: where it goes up or down
  };

  // A step of the path leaves its line where its work ends, goes to where the next begins and there
  // down, or up, to it.
  void route() {
    size_t count = 0;
    for (const GanttLink& link : gantt_.links) {
      const uint32_t low = std::min(link.from, link.to);
      const uint32_t high = std::max(link.from, link.to);
      count += high - low + 1;
      if (link.from == link.to || count > kMostPasses) continue;
      const bool down = link.from < link.to;
      const int32_t at = link.arrives;
      passes_[link.from].push_back({down ? Part::leaves_down : Part::leaves_up, link.leaves, at});
      for (uint32_t i = low + 1; i < high; ++i) passes_[i].push_back({Part::passes, at, at});
      passes_[link.to].push_back({down ? Part::ends_down : Part::ends_up, at, at});
    }
  }

  Html head(const GanttGroup& group) {
    HtmlWriter out;
    DaySvg svg(out, window_);
    svg.begin(group.line);
    out.put("<use href=\"#mp:days\"/>");
    if (group.critical) {
      svg.rect(group.begin, group.end, " y=\"14\" height=\"6\" class=\"gk gsum\"");
    } else {
      svg.rect(group.begin, group.end, " y=\"14\" height=\"6\" class=\"gd gsum\"");
    }
    links(svg, group.line);
    out.put("<use href=\"#mp:now\"/>");
    svg.end(group.line);
    return out.take();
  }

  Html line(const GanttRow& row, size_t number) {
    HtmlWriter out;
    DaySvg svg(out, window_);
    svg.begin(number);
    out.put("<use href=\"#mp:days\"/>");
    if (row.float_to) {
      svg.line(row.end, *row.float_to, " y1=\"17\" y2=\"17\" class=\"gl\"");
      if (*row.float_to <= window_.days) {
        svg.upright(*row.float_to, " y1=\"13\" y2=\"21\" class=\"gl\"");
      }
    }
    if (row.likely_to) {
      svg.line(row.end, *row.likely_to, " y1=\"17\" y2=\"17\" class=\"gp\"");
      svg.upright(*row.likely_to, " y1=\"13\" y2=\"21\" class=\"gp\"");
    }
    baseline(svg, row);
    links(svg, number);
    switch (row.shape) {
      case GanttShape::stone:
        stone(svg, row);
        break;
      case GanttShape::due:
        svg.use(row.end, row.critical     ? Markup(" y=\"17\" href=\"#mp:due\" class=\"gu k m\"")
                         : row.done       ? Markup(" y=\"17\" href=\"#mp:due\" class=\"gu d m\"")
                         : row.dependency ? Markup(" y=\"17\" href=\"#mp:due\" class=\"gu x m\"")
                                          : Markup(" y=\"17\" href=\"#mp:due\" class=\"gu m\""));
        break;
      case GanttShape::parts:
        svg.rect(row.begin, row.end,
                 row.critical ? Markup(" y=\"14\" height=\"6\" class=\"gk m\"")
                              : Markup(" y=\"14\" height=\"6\" class=\"gd m\""));
        break;
      case GanttShape::bar:
        bar(svg, row);
        break;
    }
    if (row.end > window_.days) beyond(out, row);
    out.put("<use href=\"#mp:now\"/>");
    svg.end(number);
    return out.take();
  }

  static void stone(DaySvg& svg, const GanttRow& row) {
    if (row.done) {
      svg.use(row.end, " y=\"17\" href=\"#mp:stone\" class=\"gst d m\"");
    } else {
      svg.use(row.end, " y=\"17\" href=\"#mp:stone\" class=\"gst m\"");
    }
  }

  static void bar(DaySvg& svg, const GanttRow& row) {
    if (row.dependency && !row.done) {
      svg.rect(row.begin, row.end, " y=\"10.5\" height=\"12\" class=\"gx m\"");
      if (row.critical) svg.rect(row.rest, row.end, " y=\"10\" height=\"13\" class=\"gk\"");
      return;
    }
    svg.rect(row.begin, row.worked, " y=\"10\" height=\"13\" class=\"gd m\"");
    if (row.worked < row.rest) {
      svg.line(row.worked, row.rest, " y1=\"17\" y2=\"17\" class=\"gdots\"");
    }
    if (row.critical) {
      svg.rect(row.rest, row.end, " y=\"10\" height=\"13\" class=\"gk m\"");
    } else {
      svg.rect(row.rest, row.end, " y=\"10.5\" height=\"12\" class=\"go m\"");
    }
  }

  static void baseline(DaySvg& svg, const GanttRow& row) {
    if (!row.baseline) return;
    if (row.shape == GanttShape::stone) {
      svg.use(*row.baseline, " y=\"17\" href=\"#mp:stone\" class=\"gst g\"");
    } else if (row.shape == GanttShape::due) {
      svg.use(*row.baseline, " y=\"17\" href=\"#mp:due\" class=\"gu g\"");
    } else if (row.baseline_begin) {
      svg.rect(*row.baseline_begin, *row.baseline, " y=\"25.5\" height=\"4\" class=\"gbl\"");
    }
  }

  // What goes on after the window ends in an arrow.
  void beyond(HtmlWriter& out, const GanttRow& row) const {
    if (row.begin > window_.days) return;
    out.put("<use x=\"100%\" y=\"17\" href=\"#mp:on\" class=\"gon\"/>");
  }

  // The upright part stands a little inside of what it leads to.
  void links(DaySvg& svg, size_t number) const {
    HtmlWriter& out = svg.out();
    for (const Pass& pass : passes_[number]) {
      if (pass.at < 0 || pass.at > window_.days) continue;
      Across x = share(pass.at, window_.days);
      x.hundredths += pass.at < window_.days ? 25 : -25;
      const std::string at = percent_text(x);
      const auto upright = [&](Markup ends) {
        out.put("<line").attribute("x1", at).attribute("x2", at).put(ends).put("/>");
      };
      switch (pass.part) {
        case Part::leaves_down:
        case Part::leaves_up:
          out.put("<line").attribute("x1", svg.across(std::clamp(pass.from, 0, window_.days)));
          out.attribute("x2", at).put(" y1=\"17\" y2=\"17\" class=\"gc\"/>");
          if (pass.part == Part::leaves_down) {
            upright(" y1=\"16\" y2=\"100%\" class=\"gc\"");
          } else {
            upright(" y1=\"0\" y2=\"18\" class=\"gc\"");
          }
          break;
        case Part::passes:
          upright(" y2=\"100%\" class=\"gc\"");
          break;
        case Part::ends_down:
          upright(" y2=\"7\" class=\"gc\"");
          out.put("<use").attribute("x", at).put(" y=\"10\" href=\"#mp:down\" class=\"gt\"/>");
          break;
        case Part::ends_up:
          upright(" y1=\"27\" y2=\"100%\" class=\"gc\"");
          out.put("<use").attribute("x", at).put(" y=\"24\" href=\"#mp:up\" class=\"gt\"/>");
          break;
      }
    }
  }

  const Gantt& gantt_;
  const GanttWindow& window_;
  std::vector<std::vector<Pass>> passes_;
};

}  // namespace

Html draw_gantt_calendar(const Outline& outline, const Gantt& gantt) {
  return Calendar(outline, gantt).draw();
}

std::vector<Html> draw_gantt_lines(const Gantt& gantt) {
  return Lines(gantt).draw();
}

}  // namespace milepost
