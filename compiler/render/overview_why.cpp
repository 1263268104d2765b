// Writes why, in the space of a third of the first screen.
#include "render/overview_why.h"

#include <algorithm>
#include <vector>

#include "render/ledger.h"
#include "render/links.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostParts = 3;
constexpr size_t kMostNamed = 3;

class WhyWriter {
 public:
  WhyWriter(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why)
      : out_(out), scope_(scope), view_(scope.view()), why_(why) {}

  void write() {
    if (why_.parts.empty() && why_.slip <= 0) {
      out_.put("<p>");
      say(out_, scope_, "overview.path_in_time"_word,
          {[&] { out_.data(view_.record(why_.milestone).title); }});
      out_.put("</p>\n");
    }
    write_ledger(out_, scope_, why_, kMostParts);
    with_float();
    contradicted();
  }

 private:
  // What slips and yet moves nothing is told apart from what keeps its date.
  void with_float() {
    std::vector<ViewItemFloat> kept, late;
    for (const ViewItemFloat& one : why_.with_float) {
      const ViewScheduleItem* item = view_.schedule.item(one.item);
      if (item == nullptr || one.days <= 0) continue;
      (item->slip > 0 ? late : kept).push_back(one);
    }
    floats(kept, "overview.on_track"_word, "<div class=\"told st s-ok\"><p>");
    floats(late, "overview.in_float"_word, "<div class=\"told st s-late calm\"><p>");
  }

  void floats(const std::vector<ViewItemFloat>& items, Word word, Markup open) {
    if (items.empty()) return;
    const auto list = [&] {
      for (size_t i = 0; i < std::min(items.size(), kMostNamed); ++i) {
        if (i > 0) out_.put(", ");
        say(out_, scope_, "overview.float_item"_word,
            {[&] { write_record_link(out_, scope_, items[i].item, title(items[i].item)); },
             items[i].days});
      }
    };
    out_.put(open);
    say(out_, scope_, word, {list});
    out_.put("</p></div>\n");
  }

  void contradicted() {
    if (why_.contradicted.empty()) return;
    const auto list = [&] {
      for (size_t i = 0; i < std::min(why_.contradicted.size(), kMostNamed); ++i) {
        if (i > 0) out_.put(", ");
        write_record_link(out_, scope_, why_.contradicted[i], title(why_.contradicted[i]));
      }
    };
    out_.put("<p class=\"told\">");
    say(out_, scope_, "overview.contradicted"_word, {list});
    out_.put("</p>\n");
  }

  std::string_view title(ViewRecordId id) const { return view_.record(id).title; }

  HtmlWriter& out_;
  const PageScope& scope_;
  const View& view_;
  const ViewExplanation& why_;
};

}  // namespace

void write_target_why(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why) {
  WhyWriter(out, scope, why).write();
}

}  // namespace milepost
