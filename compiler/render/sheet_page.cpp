// The go/no-go sheet: what the meeting about a release has on the table, with boxes and lines.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/ready_gates.h"
#include "render/ready_reasons.h"
#include "render/ready_words.h"
#include "render/record_lines.h"
#include "render/release_page.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostReasons = 14;
// As many lines as a page has, from the largest type to the smallest but one.
constexpr size_t kBytesOfLine = 56;
constexpr size_t kWideLines = 30, kUsualLines = 40, kTightLines = 54;

class SheetPage {
 public:
  SheetPage(PageSlots& slots, PageScope& scope, const ViewReadiness& ready)
      : slots_(slots), scope_(scope), out_(slots.out()), ready_(ready) {}

  void write() {
    const ViewRecord& record = scope_.view().record(ready_.record);
    const std::array<Crumb, 2> crumbs = {
        {{scope_.view().kind_of(record).plural_label,
          scope_.outline().kind_pages[number(record.kind)]},
         {record.short_id, scope_.outline().record_pages[number(ready_.record)]}}};
    write_breadcrumbs(out_, scope_, crumbs);
    slots_.finish(Slot::breadcrumbs);
    say(out_, scope_, "sheet.of"_word, {record.title});
    slots_.finish(Slot::heading);
    write_release_meta(out_, scope_, ready_);
    slots_.finish(Slot::meta);
    write_release_verdict(out_, scope_, ready_);
    slots_.finish(Slot::lead);
    const size_t needed = lines();
    out_.put(needed > kTightLines   ? Markup("<div class=\"go-no-go dense\">\n")
             : needed > kUsualLines ? Markup("<div class=\"go-no-go tight\">\n")
             : needed > kWideLines  ? Markup("<div class=\"go-no-go\">\n")
                                    : Markup("<div class=\"go-no-go wide\">\n"));
    reasons();
    gates();
    notes();
    sign_offs();
    decision();
    out_.put("</div>\n");
    slots_.finish(Slot::body);
  }

 private:
  // About as many as the sheet has: items stand in two columns.
  size_t lines() const {
    size_t half = ready_.gates.size() * 2;
    for (const ViewGateItem& item : ready_.items) half += lines_of(item.text.size() + 16);
    size_t whole = half / 2 + ready_.sign_offs.size() * 2;
    size_t shown = 0;
    for (const ViewReadyReason* reason : shown_reasons()) {
      if (++shown > kMostReasons) break;
      whole += lines_of(ReasonWords(out_, scope_, ready_, *reason).name().size() + 24);
    }
    return whole;
  }
  static size_t lines_of(size_t bytes) { return 1 + bytes / kBytesOfLine; }

  // If nothing blocks, what is still to be done; but items and sign-offs that are on course stand
  // under their gate and in their own table.
  std::vector<const ViewReadyReason*> shown_reasons() const {
    std::vector<const ViewReadyReason*> shown = reasons_of(ready_, true);
    if (!shown.empty()) return shown;
    for (const ViewReadyReason* reason : reasons_of(ready_, false)) {
      const bool elsewhere = reason->kind == ViewReasonKind::item_open ||
                             reason->kind == ViewReasonKind::sign_off_missing;
      if (!elsewhere) shown.push_back(reason);
    }
    return shown;
  }

  void heading(Word word) {
    out_.put("<h2>");
    say(out_, scope_, word);
    out_.put("</h2>\n");
  }

  void reasons() {
    const std::vector<const ViewReadyReason*> shown = shown_reasons();
    if (shown.empty()) return;
    const bool blocked = shown.front()->blocks;
    out_.put("<section class=\"in-way\">\n");
    heading(blocked ? "ready.stands"_word : "ready.still_to_do"_word);
    const std::span<const ViewReadyReason* const> all(shown);
    const size_t most = std::min(shown.size(), kMostReasons);
    write_reason_table(out_, scope_, ready_, all.first(most), "in-the-way",
                       blocked ? "ready.stands"_word : "ready.still_to_do"_word, true);
    if (most < shown.size()) {
      out_.put("<p class=\"note\">");
      say_count(out_, scope_, "sheet.more"_word, shown.size() - most);
      out_.put("</p>\n");
    }
    out_.put("</section>\n");
  }

  void gates() {
    if (ready_.items.empty()) return;
    out_.put("<section>\n<div class=\"head\">");
    heading("gates.heading"_word);
    key();
    out_.put("</div>\n<div class=\"two\">\n");
    for (uint32_t gate = 0; gate < ready_.gates.size(); ++gate) {
      const ViewGate& of = ready_.gates[gate];
      out_.put("<div class=\"gate\"><h3><span>");
      if (of.title.empty()) {
        say(out_, scope_, "release.check_list"_word);
      } else {
        out_.data(of.title);
      }
      out_.put("</span> ");
      write_ready_meter(out_, scope_, ready_, gate);
      out_.put("</h3>\n<ul>\n");
      for (const ViewGateItem& item : ready_.items) {
        if (item.gate == gate) write_item(item);
      }
      out_.put("</ul></div>\n");
    }
    out_.put("</div>\n</section>\n");
  }

  void key() {
    out_.put("<p class=\"key\">");
    for (const ViewItemState state : {ViewItemState::passed, ViewItemState::missing,
                                      ViewItemState::open, ViewItemState::waived}) {
      out_.put("<span class=\"st ").put(item_class(state)).put("\">");
      say(out_, scope_, item_word(state));
      out_.put("</span> ");
    }
    out_.put("</p>");
  }

  void write_item(const ViewGateItem& item) {
    const ViewItemState state = shown_state(item);
    const bool bad = state == ViewItemState::missing || state == ViewItemState::failed;
    out_.put("<li class=\"st ").put(item_class(state)).put("\"><div>");
    if (bad) out_.put("<b>");
    out_.data(item.text);
    if (bad) out_.put("</b>");
    out_.put("<span class=\"vh\">, ");
    say(out_, scope_, item_word(state));
    out_.put("</span> <span class=\"aside\">");
    write_item_facts(out_, scope_, ready_, item, true);
    out_.put("</span></div><i class=\"square\"></i></li>\n");
  }

  void notes() {
    std::string back;
    for (const std::string& trigger : ready_.launch.rollback_if) {
      if (!back.empty()) back += "; ";
      back += trigger;
    }
    const bool waived = std::ranges::any_of(ready_.waivers, &ViewWaiver::valid);
    if (!waived && back.empty()) return;
    out_.put("<div class=\"two notes\">\n");
    for (const ViewWaiver& waiver : ready_.waivers) {
      if (!waiver.valid) continue;
      out_.put("<p><b>");
      say(out_, scope_, "sheet.waived"_word);
      out_.put("</b> ");
      out_.data(waiver.of < ready_.items.size() ? ready_.items[waiver.of].text : waiver.item);
      out_.put(", ").data(waiver.by.text);
      if (waiver.until) {
        out_.put(", ");
        write_day(out_, scope_, *waiver.until, DayForm::brief);
      }
      if (!waiver.reason.empty()) out_.put("; ").data(waiver.reason);
      out_.put("</p>\n");
    }
    if (!back.empty()) {
      out_.put("<p><b>");
      say(out_, scope_, "sheet.rollback"_word);
      out_.put("</b> ").data(back).put("</p>\n");
    }
    out_.put("</div>\n");
  }

  void sign_offs() {
    if (ready_.sign_offs.empty()) return;
    const Words& words = scope_.words();
    const std::array<DataColumn, 5> columns = {{
        {"role", words.text("signs.role"_word), DataType::text, CellPlace::title},
        {"who", words.text("signs.person"_word), DataType::text, CellPlace::who},
        {"said", words.text("sheet.on_record"_word)},
        {"now", words.text("sheet.at_meeting"_word)},
        {"name", words.text("sheet.signature"_word)},
    }};
    out_.put("<section>\n");
    heading("signs.heading"_word);
    DataTableHead head;
    head.name = "sign-offs-of";
    head.caption = words.text("signs.heading"_word);
    head.one = head.many = head.caption;
    head.open = ready_.sign_offs.size();
    head.columns = columns;
    head.tools = false;
    DataTable table(out_, head);
    for (const ViewSignOff& sign : ready_.sign_offs) {
      table.begin_row({});
      table.cell().put("<b>").data(sign.role_label.empty() ? sign.role : sign.role_label);
      out_.put("</b>");
      write_ready_who(table.cell(), scope_, sign.by);
      table.cell();
      on_record(sign);
      table.cell();
      box("sheet.go"_word);
      box("sheet.no_go"_word);
      table.cell().put("<i class=\"write\"></i>");
    }
    table.finish();
    out_.put("</section>\n");
  }

  // "Go, 21 May, stale"
  void on_record(const ViewSignOff& sign) {
    if (sign.decision == ViewReadyVerdict::none) return;
    out_.text(verdict_word(scope_.words(), sign.decision));
    if (sign.on) {
      out_.put(", ");
      write_day(out_, scope_, *sign.on, DayForm::brief);
    }
    if (sign.state == ViewSignOffState::current || sign.state == ViewSignOffState::not_signed) {
      return;
    }
    out_.put(", ").text(noun(scope_.words(), scope_.words().text(sign_off_word(sign.state))));
  }

  void box(Word word) {
    out_.put("<span class=\"tick\"><i class=\"square\"></i> ");
    say(out_, scope_, word);
    out_.put("</span> ");
  }

  void decision() {
    out_.put("<section class=\"decide\">\n<p><b>");
    say(out_, scope_, "meeting.decision"_word);
    out_.put("</b> ");
    box("sheet.go"_word);
    box("sheet.with_conditions"_word);
    box("sheet.next_meeting"_word);
    out_.put("<i class=\"write\"></i></p>\n<p><b>");
    say(out_, scope_, "meeting.conditions"_word);
    out_.put("</b> <i class=\"write\"></i></p>\n</section>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const ViewReadiness& ready_;
};

}  // namespace

void write_go_no_go_page(PageSlots& slots, PageScope& scope) {
  SheetPage(slots, scope, *scope.view().readiness_of(ViewRecordId{scope.page().subject})).write();
}

}  // namespace milepost
