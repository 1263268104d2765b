// Writes the neighbourhood of a record.
#include "render/neighbourhood.h"

#include <algorithm>
#include <string>

#include "compose/neighbourhood.h"
#include "compose/phrases.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

// As plan.css has them: a box, and from one to the next.
constexpr int32_t kBox = 64;
constexpr int32_t kStep = 76;

class Hood {
 public:
  Hood(HtmlWriter& out, const PageScope& scope, ViewRecordId self)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        self_(self),
        hood_(neighbourhood_of(scope.view(), self)) {}

  void write() {
    // A document has them all, and no room for pictures of links.
    if (hood_.empty() || scope_.outline().document_page != kNoPage) return;
    rows_ = static_cast<int32_t>(std::max({hood_.before.size(), hood_.after.size(), size_t{1}}));
    out_.put("<section class=\"part hood\">\n<div class=\"head\"><h2>");
    say(out_, scope_, "neighbourhood.title"_word);
    out_.put("</h2>");
    if (hood_.heavy) {
      out_.put("<p>");
      say(out_, scope_, "neighbourhood.heavy"_word);
      out_.put("</p>");
    }
    out_.put("</div>\n<div class=\"ties\">\n");
    side(hood_.before, hood_.more_before, "neighbourhood.before"_word, "<div class=\"from\">");
    lines(hood_.before, true);
    middle();
    lines(hood_.after, false);
    side(hood_.after, hood_.more_after, "neighbourhood.after"_word, "<div class=\"to\">");
    out_.put("</div>\n</section>\n");
  }

 private:
  void side(const std::vector<Neighbour>& neighbours, uint32_t more, Word word, Markup open) {
    out_.put(open);
    if (!neighbours.empty()) {
      out_.put("<h3>");
      say(out_, scope_, word);
      out_.put("</h3>\n<ul>\n");
      for (const Neighbour& one : neighbours) {
        out_.put(one.heavy ? Markup("<li class=\"heavy\">") : Markup("<li>"));
        box(one.record, true);
        out_.put("</li>\n");
      }
      out_.put("</ul>");
    }
    if (more > 0) {
      out_.put("\n<p>");
      say(out_, scope_, "neighbourhood.more"_word, {more});
      out_.put("</p>");
    }
    out_.put("</div>\n");
  }

  void middle() {
    out_.put("<div class=\"self\"><h3>");
    const std::string kind = noun(scope_.words(), view_.kind_of(view_.record(self_)).label);
    say(out_, scope_, "neighbourhood.this"_word, {kind});
    out_.put("</h3>\n<div>");
    box(self_, false);
    out_.put("</div></div>\n");
  }

  void box(ViewRecordId id, bool link) {
    const ViewRecord& record = view_.record(id);
    out_.put(link ? Markup("<a") : Markup("<span"));
    if (link) write_record_href(out_, scope_, id);
    out_.put(" class=\"box");
    if (has_state(view_, record)) out_.put(" st ").put(state_class(view_, record));
    out_.put("\"><b>").data(record.title).put("</b><small>").data(record.short_id).put(", ");
    out_.data(view_.kind_of(record).label);
    const std::string state = state_words(scope_.words(), view_, record);
    if (!state.empty()) out_.put(", ").data(noun(scope_.words(), state));
    const ViewScheduleItem* item = view_.schedule.item(id);
    if (record.is_open() && item != nullptr && item->dated) {
      out_.put(", ");
      say(out_, scope_, "graph.until"_word,
          {[&] { write_day(out_, scope_, item->finish, DayForm::brief); }});
    }
    out_.put(link ? Markup("</small></a>") : Markup("</small></span>"));
  }

  // Curves from the middles of one column to that of the next, in a box that is as wide as the page
  // lets it be and exactly as high as the columns are.
  void lines(const std::vector<Neighbour>& neighbours, bool before) {
    const int32_t height = rows_ * kStep - (kStep - kBox);
    out_.put("<svg").attribute("viewBox", "0 0 100 " + std::to_string(height));
    out_.attribute("height", height).put(" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    const auto count = static_cast<int32_t>(neighbours.size());
    int32_t y = (height - (count * kStep - (kStep - kBox))) / 2 + kBox / 2;
    for (const Neighbour& one : neighbours) {
      const int32_t from = before ? y : height / 2;
      const int32_t to = before ? height / 2 : y;
      out_.put(one.heavy ? Markup("<path class=\"heavy\" d=\"M0 ") : Markup("<path d=\"M0 "));
      out_.number(from).put("C55 ").number(from).put(" 45 ").number(to).put(" 100 ").number(to);
      out_.put("\" vector-effect=\"non-scaling-stroke\"/>");
      y += kStep;
    }
    out_.put("</svg>\n");
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  ViewRecordId self_;
  Neighbourhood hood_;
  int32_t rows_ = 1;
};

}  // namespace

void write_neighbourhood(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  Hood(out, scope, record).write();
}

}  // namespace milepost
