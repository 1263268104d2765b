// Writes the reasons of a verdict.
#include "render/ready_reasons.h"

#include <algorithm>
#include <array>
#include <optional>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/record_lines.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kConditionsShown = 8;
constexpr size_t kReasonsOfEntry = 5;

// One line each; open items stand under their gates and are only counted.
void write_conditions(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                      std::span<const ViewReadyReason* const> reasons) {
  out.put("<ul class=\"ways\">\n");
  uint64_t items = 0;
  for (const ViewReadyReason* reason : reasons) {
    if (reason->kind == ViewReasonKind::item_open) {
      ++items;
      continue;
    }
    ReasonWords words(out, scope, ready, *reason);
    out.put("<li>").data(words.name());
    words.id();
    out.put(" <span class=\"aside\">");
    words.why();
    out.put("</span> <span class=\"nw\">");
    words.who();
    if (reason->by) {
      out.put(", ");
      words.by();
    }
    out.put("</span></li>\n");
  }
  if (items > 0) {
    out.put("<li><a").link("href", scope.path(), scope.outline().path_of(ready.record),
                           ready.release ? "mp:gates" : "mp:acceptance");
    out.put(">");
    say(out, scope, "gates.heading"_word);
    out.put("</a> <span class=\"aside\">");
    say_count(out, scope, "gates.items"_word, items);
    out.put("</span></li>\n");
  }
  out.put("</ul>\n");
}

}  // namespace

const ViewGateItem* ReasonWords::item() const {
  switch (reason_.kind) {
    case ViewReasonKind::item_missing:
    case ViewReasonKind::item_failed:
    case ViewReasonKind::item_open:
      return reason_.index < ready_.items.size() ? &ready_.items[reason_.index] : nullptr;
    case ViewReasonKind::waiver_expired:
    case ViewReasonKind::waiver_ends_early: {
      const ViewWaiver* of = waiver();
      return of != nullptr && of->of < ready_.items.size() ? &ready_.items[of->of] : nullptr;
    }
    default:
      return nullptr;
  }
}

const ViewWaiver* ReasonWords::waiver() const {
  const bool is = reason_.kind == ViewReasonKind::waiver_expired ||
                  reason_.kind == ViewReasonKind::waiver_ends_early;
  return is && reason_.index < ready_.waivers.size() ? &ready_.waivers[reason_.index] : nullptr;
}

const ViewSignOff* ReasonWords::sign_off() const {
  switch (reason_.kind) {
    case ViewReasonKind::sign_off_refused:
    case ViewReasonKind::sign_off_stale:
    case ViewReasonKind::sign_off_invalid:
    case ViewReasonKind::sign_off_missing:
    case ViewReasonKind::sign_off_conditional:
      return reason_.index < ready_.sign_offs.size() ? &ready_.sign_offs[reason_.index] : nullptr;
    default:
      return nullptr;
  }
}

ViewRecordId ReasonWords::record() const {
  if (reason_.about != kReleaseItself) return reason_.about;
  const ViewGateItem* of = item();
  return of == nullptr ? kReleaseItself : of->evidence_record;
}

std::string ReasonWords::name() const {
  const Words& words = scope_.words();
  if (const ViewGateItem* of = item()) return of->text;
  if (const ViewWaiver* of = waiver()) return of->item;
  if (const ViewSignOff* of = sign_off()) {
    const std::string& role = of->role_label.empty() ? of->role : of->role_label;
    return fill(words.text("reason.sign_off"_word), {role});
  }
  if (reason_.kind == ViewReasonKind::condition_said &&
      reason_.index < ready_.said.conditions.size()) {
    return ready_.said.conditions[reason_.index].text;
  }
  if (reason_.kind == ViewReasonKind::target_passed) {
    return std::string(words.text("reason.target_passed"_word));
  }
  if (reason_.kind == ViewReasonKind::no_target) {
    return std::string(words.text("reason.no_target"_word));
  }
  if (reason_.about == kReleaseItself) return {};
  const ViewRecord& about = scope_.view().record(reason_.about);
  return about.title.empty() ? about.short_id : about.title;
}

std::string ReasonWords::anchor() const {
  const ViewGateItem* of = item();
  if (of == nullptr) return {};
  return item_anchor(ready_, static_cast<uint32_t>(of - ready_.items.data()));
}

void ReasonWords::item_why(const ViewGateItem& item) {
  const bool proves =
      item.evidence == ViewEvidenceKind::record || item.evidence == ViewEvidenceKind::file;
  if (item.due && *item.due < scope_.as_of()) {
    say(out_, scope_, "reason.late"_word,
        {[&] { write_day(out_, scope_, *item.due, DayForm::with_weekday); }});
  } else if (proves && !item.evidence_there && !item.owner.empty() && item.due) {
    say(out_, scope_, "reason.no_evidence"_word);
  } else if (item.owner.empty() && !item.due) {
    say(out_, scope_, "reason.nobody"_word);
  } else if (item.owner.empty()) {
    say(out_, scope_, "reason.no_owner"_word);
  } else if (!item.due) {
    say(out_, scope_, "reason.no_date"_word);
  } else {
    say(out_, scope_, "reason.missing"_word);
  }
}

void ReasonWords::priority_why() {
  const ViewRecord& about = scope_.view().record(reason_.about);
  if (about.facts.priority > 9) {
    say(out_, scope_, "reason.blocker_open"_word);
  } else {
    say(out_, scope_, "reason.blocker"_word, {"P" + std::to_string(about.facts.priority)});
  }
}

// What the release rests on that it is about.
void ReasonWords::through() {
  if (reason_.through != kReleaseItself && reason_.through != reason_.about) {
    out_.put(", ");
    say(out_, scope_, "reason.through"_word, {[&] { write_id(out_, scope_, reason_.through); }});
  } else if (reason_.general) {
    out_.put(", ");
    say(out_, scope_, "reason.general"_word);
  }
}

void ReasonWords::why() {
  const auto day = [&](Date date) { write_day(out_, scope_, date, DayForm::with_weekday); };
  const auto late = static_cast<uint64_t>(std::max<int64_t>(reason_.days, 0));
  switch (reason_.kind) {
    case ViewReasonKind::item_missing:
      if (const ViewGateItem* of = item()) item_why(*of);
      break;
    case ViewReasonKind::item_failed: {
      const ViewGateItem* of = item();
      if (of != nullptr && !of->measured.empty() && !of->expects.empty()) {
        say(out_, scope_, "reason.measured"_word, {of->measured, of->expects});
      } else {
        say(out_, scope_, "reason.failed"_word);
      }
      break;
    }
    case ViewReasonKind::item_open:
      say(out_, scope_, "reason.open"_word);
      break;
    case ViewReasonKind::waiver_expired:
    case ViewReasonKind::waiver_ends_early: {
      const ViewWaiver* of = waiver();
      if (of == nullptr || !of->until) break;
      say(out_, scope_,
          reason_.kind == ViewReasonKind::waiver_expired ? "reason.waiver_expired"_word
                                                         : "reason.waiver_ends"_word,
          {[&] { day(*of->until); }});
      break;
    }
    case ViewReasonKind::sign_off_refused:
      say(out_, scope_, "reason.refused"_word);
      break;
    case ViewReasonKind::sign_off_stale:
      say(out_, scope_, "reason.stale"_word);
      break;
    case ViewReasonKind::sign_off_invalid:
      say(out_, scope_, "reason.invalid"_word);
      break;
    case ViewReasonKind::sign_off_missing:
      say(out_, scope_, "reason.not_signed"_word);
      break;
    case ViewReasonKind::sign_off_conditional:
      say(out_, scope_, "reason.with_conditions"_word);
      break;
    case ViewReasonKind::blocker_open:
      if (reason_.about != kReleaseItself) priority_why();
      through();
      break;
    case ViewReasonKind::issue_open:
      say(out_, scope_, "reason.issue"_word);
      through();
      break;
    case ViewReasonKind::risk_unmitigated:
      say(out_, scope_, "reason.risk"_word);
      through();
      break;
    case ViewReasonKind::work_late:
      say_count(out_, scope_, "reason.work_late"_word, late);
      break;
    case ViewReasonKind::work_open:
      say(out_, scope_, "reason.work_open"_word);
      break;
    case ViewReasonKind::dependency_late:
      say_count(out_, scope_, "reason.dependency_late"_word, late);
      break;
    case ViewReasonKind::dependency_open:
      say(out_, scope_, "reason.dependency_open"_word);
      break;
    case ViewReasonKind::condition_said:
      say(out_, scope_, "reason.condition"_word);
      break;
    default:
      break;
  }
}

void ReasonWords::id() {
  const ViewRecordId id = record();
  if (id == kReleaseItself) return;
  out_.put(" ");
  write_id(out_, scope_, id);
}

void ReasonWords::where() {
  const SitePath& page = scope_.outline().path_of(ready_.record);
  const auto part = [&](std::string_view place, Word word) {
    out_.put("<a").link("href", scope_.path(), page, place).put(">");
    say(out_, scope_, word);
    out_.put("</a>");
  };
  if (const ViewGateItem* of = item()) {
    const std::string_view gate =
        of->gate < ready_.gates.size() ? std::string_view(ready_.gates[of->gate].title) : "";
    out_.put("<a").link("href", scope_.path(), page, anchor()).put(">");
    if (gate.empty()) {
      say(out_, scope_, "gates.heading"_word);
    } else {
      out_.data(gate);
    }
    out_.put("</a>");
  } else if (sign_off() != nullptr) {
    part("mp:sign-offs", "signs.heading"_word);
  } else if (waiver() != nullptr) {
    part("mp:waivers", "waive.heading"_word);
  } else if (reason_.kind == ViewReasonKind::condition_said) {
    part("mp:meeting", "meeting.heading"_word);
  } else if (reason_.about != kReleaseItself) {
    out_.data(scope_.view().kind_of(scope_.view().record(reason_.about)).label);
  }
  id();
}

void ReasonWords::who() {
  if (reason_.who.empty()) {
    out_.put("<span class=\"aside\">");
    say(out_, scope_, "ready.nobody"_word);
    out_.put("</span>");
  } else {
    write_ready_who(out_, scope_, reason_.who);
  }
}

Word ReasonWords::to_clear() const {
  switch (reason_.kind) {
    case ViewReasonKind::item_missing:
    case ViewReasonKind::item_failed:
    case ViewReasonKind::item_open: {
      const ViewGateItem* of = item();
      if (of != nullptr && (of->owner.empty() || (!of->due && !of->expected))) {
        return "clear.name"_word;
      }
      const bool waits = of != nullptr && of->evidence != ViewEvidenceKind::none;
      return waits && !of->evidence_there ? "clear.bring"_word : "clear.do"_word;
    }
    case ViewReasonKind::waiver_expired:
    case ViewReasonKind::waiver_ends_early:
      return "clear.waiver"_word;
    case ViewReasonKind::sign_off_refused:
    case ViewReasonKind::sign_off_conditional:
      return "clear.agree"_word;
    case ViewReasonKind::sign_off_stale:
      return "clear.sign_again"_word;
    case ViewReasonKind::sign_off_invalid:
      return "clear.mend"_word;
    case ViewReasonKind::sign_off_missing:
      return "clear.sign"_word;
    case ViewReasonKind::risk_unmitigated:
      return "clear.mitigate"_word;
    case ViewReasonKind::work_late:
      return "clear.sooner"_word;
    case ViewReasonKind::work_open:
      return "clear.finish"_word;
    case ViewReasonKind::dependency_late:
    case ViewReasonKind::dependency_open:
      return "clear.deliver"_word;
    case ViewReasonKind::target_passed:
    case ViewReasonKind::no_target:
      return "clear.target"_word;
    case ViewReasonKind::condition_said:
      return "clear.condition"_word;
    default:
      return "clear.resolve"_word;
  }
}

void ReasonWords::how() {
  if (reason_.how.empty()) {
    say(out_, scope_, to_clear());
  } else {
    out_.data(reason_.how);
  }
}

void ReasonWords::by() {
  if (!reason_.by) return;
  if (*reason_.by == scope_.as_of() && scope_.is_of_moment()) {
    out_.put("<time").attribute("datetime", to_iso(*reason_.by)).put(">");
    say(out_, scope_, "ready.today"_word);
    out_.put("</time>");
  } else {
    write_day(out_, scope_, *reason_.by, DayForm::with_weekday);
  }
}

std::vector<const ViewReadyReason*> reasons_of(const ViewReadiness& ready, bool blocking) {
  std::vector<const ViewReadyReason*> found;
  for (const ViewReadyReason& reason : ready.reasons) {
    if (reason.blocks == blocking) found.push_back(&reason);
  }
  return found;
}

void write_reason_table(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                        std::span<const ViewReadyReason* const> reasons, std::string_view name,
                        Word heading, bool boxes) {
  if (reasons.empty()) return;
  const Words& words = scope.words();
  std::vector<DataColumn> columns = {
      {"number", words.text("ready.number"_word), DataType::number, CellPlace::id},
      {"what", words.text(boxes ? "sheet.reason"_word : heading), DataType::text, CellPlace::title},
      {"where", words.text("ready.where"_word)},
      {"who", words.text("ready.who"_word), DataType::text, CellPlace::who},
      {"how", words.text("ready.how"_word)},
      {"by", words.text("ready.by"_word), DataType::date, CellPlace::detail, true},
  };
  if (boxes) {
    columns.erase(columns.begin() + 2);
    columns.push_back(
        {"cleared", words.text("sheet.cleared"_word), DataType::text, CellPlace::state, true});
  }
  DataTableHead head;
  head.name = name;
  head.caption = words.text(heading);
  head.one = head.many = head.caption;
  head.open = reasons.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  table.begin_group("all", {}, reasons.size());
  size_t number = 0;
  for (const ViewReadyReason* reason : reasons) {
    ReasonWords words_of(out, scope, ready, *reason);
    table.begin_row({});
    table.cell().number(static_cast<int64_t>(++number));
    table.cell().put("<b>").data(words_of.name()).put("</b>");
    if (boxes) words_of.id();
    // An item that is open and on course has nothing against it.
    if (reason->kind != ViewReasonKind::item_open) {
      out.put(" <span class=\"sub\">");
      words_of.why();
      out.put("</span>");
    }
    if (!boxes) {
      table.cell();
      words_of.where();
    }
    table.cell();
    words_of.who();
    table.cell();
    words_of.how();
    table.cell();
    words_of.by();
    if (boxes) table.cell().put("<i class=\"square\"></i>");
  }
  table.finish();
}

void write_ready_opening(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const std::vector<const ViewReadyReason*> blocking = reasons_of(ready, true);
  if (!blocking.empty()) {
    out.put("<div class=\"reasons\" id=\"mp:in-the-way\">\n");
    write_reason_table(out, scope, ready, blocking, "in-the-way", "ready.stands"_word);
    out.put("</div>\n");
  }
  std::vector<const ViewReadyReason*> rest = reasons_of(ready, false);
  if (rest.empty()) return;
  // What has to be done first stands first.
  std::ranges::stable_sort(rest, [](const ViewReadyReason* a, const ViewReadyReason* b) {
    return a->by && (!b->by || *a->by < *b->by);
  });
  out.put("<div class=\"reasons\" id=\"mp:to-do\">\n");
  size_t seen = 0;
  if (blocking.empty()) {
    seen = rest.size() > kConditionsShown + 2 ? kConditionsShown : rest.size();
    write_reason_table(out, scope, ready, std::span(rest).first(seen), "to-do",
                       "ready.still_to_do"_word);
  }
  if (seen < rest.size()) {
    out.put("<details><summary>");
    if (seen > 0) {
      say_count(out, scope, "ready.more"_word, rest.size() - seen);
    } else {
      say_count(out, scope, "ready.and_conditions"_word, rest.size());
    }
    out.put("</summary>\n");
    write_conditions(out, scope, ready, std::span(rest).subspan(seen));
    out.put("</details>\n");
  }
  out.put("</div>\n");
}

void write_reason_lines(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                        size_t most) {
  const std::vector<const ViewReadyReason*> blocking = reasons_of(ready, true);
  if (blocking.empty() || ready.record == kReleaseItself) return;
  const SitePath& page = scope.outline().path_of(ready.record);
  out.put("<ol class=\"ways\">\n");
  const size_t shown = blocking.size() > most + 1 ? most : blocking.size();
  for (size_t i = 0; i < shown; ++i) {
    ReasonWords words(out, scope, ready, *blocking[i]);
    std::string anchor = words.anchor();
    if (anchor.empty()) anchor = "mp:in-the-way";
    out.put("<li><a").link("href", scope.path(), page, anchor).put(">");
    out.data(words.name()).put("</a> <span class=\"aside\">");
    words.why();
    out.put("</span> <span class=\"nw\">");
    words.who();
    out.put("</span></li>\n");
  }
  out.put("</ol>\n");
  write_more(out, scope, blocking.size() - shown,
             scope.outline().record_pages[number(ready.record)]);
}

void write_release_head(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const ViewRecord& record = scope.view().record(ready.record);
  out.put("<div class=\"entry-head\"><h3>");
  write_record_link(out, scope, ready.record, record.title);
  out.put(" ");
  write_id(out, scope, ready.record);
  out.put("</h3>");
  write_ready_state(out, scope, ready);
  out.put("</div>\n");
}

void write_release_entries(HtmlWriter& out, const PageScope& scope,
                           std::span<const ViewReadiness* const> releases) {
  out.put("<ul class=\"entries releases\">\n");
  for (const ViewReadiness* ready : releases) {
    out.put("<li class=\"entry\">\n");
    write_release_head(out, scope, *ready);
    out.put("<p class=\"ask\">");
    if (ready->target && ready->verdict != ViewReadyVerdict::none) {
      const std::string distance =
          distance_words(scope.words(), *ready->target, scope.as_of(), scope.view().working_time);
      const auto when = [&] {
        out.put("<b>");
        write_day(out, scope, *ready->target, DayForm::with_weekday);
        out.put("</b>");
      };
      say(out, scope, "ready.target_in"_word, {when, distance});
      out.put(". ");
    }
    write_ready_sentence(out, scope, *ready);
    out.put("</p>\n");
    if (!ready->items.empty()) {
      out.put("<p><a class=\"to-gates\"");
      out.link("href", scope.path(), scope.outline().path_of(ready->record)).put(">");
      write_ready_meter(out, scope, *ready);
      out.put("</a></p>\n");
    }
    write_reason_lines(out, scope, *ready, kReasonsOfEntry);
    out.put("</li>\n");
  }
  out.put("</ul>\n");
}

}  // namespace milepost
