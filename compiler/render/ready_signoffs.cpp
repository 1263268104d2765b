// Writes sign-offs, waivers and what the meeting said.
#include "render/ready_signoffs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/say.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kLongestValue = 120;  // bytes of an old or new value
constexpr size_t kMostEntries = 6;     // of a list that changed

// Values as they were signed are lines, one for each of a list.
std::vector<std::string_view> lines_of(std::string_view value) {
  std::vector<std::string_view> lines;
  while (!value.empty()) {
    const size_t end = std::min(value.find('\n'), value.size());
    if (end > 0) lines.push_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return lines;
}

class ChangedFields {
 public:
  ChangedFields(HtmlWriter& out, const PageScope& scope, ViewRecordId release)
      : out_(out), scope_(scope), release_(release) {}

  void write(const ViewCoveredField& field) {
    if (field.record != kReleaseItself && field.record != release_) {
      write_id(out_, scope_, field.record);
      out_.put(" ");
    }
    out_.data(field.label).put(" ");
    const std::vector<std::string_view> was = lines_of(field.was);
    const std::vector<std::string_view> now = lines_of(field.now);
    if (was.size() > 1 || now.size() > 1) {
      list(was, now);
      return;
    }
    out_.put("<s>");
    value(field.was);
    out_.put("</s> <b>");
    value(field.now);
    out_.put("</b>");
  }

 private:
  void value(std::string_view text) {
    if (text.empty()) {
      say(out_, scope_, "signs.nothing"_word);
    } else if (const std::optional<Date> day = parse_iso(text)) {
      write_day(out_, scope_, *day, DayForm::with_weekday);
    } else if (text.size() > kLongestValue) {
      out_.data(std::string(truncate_bytes(text, kLongestValue)) + "…");
    } else {
      out_.data(text);
    }
  }

  static std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
      if (c == '-') {
        ++part;
      } else if (c >= '0' && c <= '9' && part < 3) {
        parts[part] = parts[part] * 10 + (c - '0');
      } else {
        return std::nullopt;
      }
    }
    return make_date(parts[0], parts[1], parts[2]);
  }

  // What is not in the other list; both are short or sorted by whoever signed.
  static std::vector<std::string_view> only_in(const std::vector<std::string_view>& one,
                                               std::vector<std::string_view> other) {
    std::ranges::sort(other);
    std::vector<std::string_view> found;
    for (const std::string_view entry : one) {
      if (!std::ranges::binary_search(other, entry)) found.push_back(entry);
    }
    return found;
  }

  void entries(const std::vector<std::string_view>& of) {
    for (size_t i = 0; i < std::min(of.size(), kMostEntries); ++i) {
      if (i > 0) out_.put(", ");
      value(of[i]);
    }
    if (of.size() > kMostEntries) {
      out_.put(" ");
      say_count(out_, scope_, "ready.more"_word, of.size() - kMostEntries);
    }
  }

  void list(const std::vector<std::string_view>& was, const std::vector<std::string_view>& now) {
    out_.put("<s>").number(static_cast<int64_t>(was.size())).put("</s> <b>");
    out_.number(static_cast<int64_t>(now.size())).put("</b>");
    const std::vector<std::string_view> added = only_in(now, was);
    const std::vector<std::string_view> removed = only_in(was, now);
    if (!added.empty()) {
      out_.put(", ");
      say(out_, scope_, "signs.added"_word, {[&] {
            out_.put("<b>");
            entries(added);
            out_.put("</b>");
          }});
    }
    if (!removed.empty()) {
      out_.put(", ");
      say(out_, scope_, "signs.removed"_word, {[&] {
            out_.put("<s>");
            entries(removed);
            out_.put("</s>");
          }});
    }
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  ViewRecordId release_;
};

// The last column: what changed, what it waits for, what was added.
void write_sign_off_notes(HtmlWriter& out, const PageScope& scope, ViewRecordId release,
                          const ViewSignOff& sign) {
  bool any = false;
  const auto next = [&] {
    if (any) out.put("; ");
    any = true;
  };
  if (!sign.changed.empty()) {
    next();
    write_changed_fields(out, scope, release, sign);
  }
  if (sign.state == ViewSignOffState::not_signed && sign.due) {
    next();
    say(out, scope, "signs.due"_word,
        {[&] { write_day(out, scope, *sign.due, DayForm::with_weekday); }});
  }
  if (!sign.notes.empty()) {
    next();
    out.data(sign.notes);
  }
  if (sign.state == ViewSignOffState::unsealed) {
    next();
    say(out, scope, "signs.unsealed_note"_word);
  } else if (sign.covers > 0 && sign.changed.empty()) {
    next();
    say_count(out, scope, "signs.covers"_word, sign.covers);
  }
  if (!sign.required) {
    next();
    say(out, scope, "signs.optional"_word);
  }
  if (!sign.via.empty()) {
    next();
    if (open_foreign_link(out, sign.via, {})) {
      say(out, scope, "signs.via"_word);
      out.put("</a>");
    } else {
      out.data(sign.via);
    }
  }
}

void write_minutes(HtmlWriter& out, const PageScope& scope, const ViewGoNoGo& said) {
  if (said.minutes_of != kReleaseItself) {
    const ViewRecord& meeting = scope.view().record(said.minutes_of);
    write_record_link(out, scope, said.minutes_of, meeting.title);
    return;
  }
  const bool linked = open_foreign_link(out, said.minutes, {});
  out.data(said.minutes);
  if (linked) out.put("</a>");
}

void write_votes(HtmlWriter& out, const PageScope& scope, const ViewGoNoGo& said) {
  const Words& words = scope.words();
  const std::array<DataColumn, 3> columns = {{
      {"who", words.text("signs.person"_word), DataType::text, CellPlace::title},
      {"role", words.text("signs.role"_word)},
      {"vote", words.text("meeting.vote"_word), DataType::state, CellPlace::state},
  }};
  DataTableHead head;
  head.name = "votes";
  head.caption = words.text("meeting.votes"_word);
  head.one = head.many = head.caption;
  head.open = said.votes.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  for (const ViewVote& vote : said.votes) {
    table.begin_row({});
    write_ready_who(table.cell(), scope, vote.by);
    table.cell().data(vote.role);
    table.cell();
    switch (vote.said) {
      case ViewReadyVerdict::go:
        out.put("<span class=\"st s-done s-passed\">");
        break;
      case ViewReadyVerdict::conditional_go:
        out.put("<span class=\"st s-doing\">");
        break;
      case ViewReadyVerdict::no_go:
        out.put("<span class=\"st s-off\">");
        break;
      default:
        out.put("<span class=\"st s-open\">");
        break;
    }
    out.data(vote.vote).put("</span>");
  }
  table.finish();
}

}  // namespace

void write_changed_fields(HtmlWriter& out, const PageScope& scope, ViewRecordId release,
                          const ViewSignOff& sign_off) {
  ChangedFields writer(out, scope, release);
  for (size_t i = 0; i < sign_off.changed.size(); ++i) {
    if (i > 0) out.put("; ");
    writer.write(sign_off.changed[i]);
  }
}

void write_sign_offs(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready,
                     std::string_view anchor) {
  if (ready.sign_offs.empty()) return;
  const Words& words = scope.words();
  uint64_t current = 0;
  for (const ViewSignOff& sign : ready.sign_offs) {
    current +=
        sign.state == ViewSignOffState::current || sign.state == ViewSignOffState::conditional;
  }
  out.put("<section class=\"part\" id=\"mp:sign-offs\">\n<div class=\"head\"><h2");
  if (!anchor.empty()) out.attribute("id", anchor);
  out.put(">");
  say(out, scope, "signs.heading"_word);
  out.put("</h2> <span class=\"note\">");
  say(out, scope, "signs.current_of"_word, {current, ready.sign_offs.size()});
  out.put("</span></div>\n");
  const std::array<DataColumn, 6> columns = {{
      {"role", words.text("signs.role"_word), DataType::text, CellPlace::title},
      {"who", words.text("signs.person"_word), DataType::text, CellPlace::who},
      {"said", words.text("signs.said"_word)},
      {"on", words.text("signs.on"_word), DataType::date},
      {"now", words.text("signs.now"_word), DataType::state, CellPlace::state},
      {"changed", words.text("signs.changed"_word)},
  }};
  DataTableHead head;
  head.name = "sign-offs-of";
  head.caption = words.text("signs.heading"_word);
  head.one = head.many = head.caption;
  head.open = ready.sign_offs.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  for (const ViewSignOff& sign : ready.sign_offs) {
    table.begin_row({});
    table.cell().put("<b>").data(sign.role_label.empty() ? sign.role : sign.role_label).put("</b>");
    write_ready_who(table.cell(), scope, sign.by);
    table.cell().text(verdict_word(words, sign.decision));
    table.cell();
    if (sign.on) write_day(out, scope, *sign.on, DayForm::brief);
    table.cell().put("<span class=\"st ").put(sign_off_class(sign.state)).put("\">");
    say(out, scope, sign_off_word(sign.state));
    out.put("</span>");
    table.cell();
    write_sign_off_notes(out, scope, ready.record, sign);
  }
  table.finish();
  out.put("</section>\n");
}

void write_waivers(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  if (ready.waivers.empty()) return;
  const Words& words = scope.words();
  out.put("<section class=\"part\" id=\"mp:waivers\">\n<h2>");
  say(out, scope, "waive.heading"_word);
  out.put("</h2>\n");
  const std::array<DataColumn, 4> columns = {{
      {"item", words.text("waive.item"_word), DataType::text, CellPlace::title},
      {"reason", words.text("waive.reason"_word)},
      {"by", words.text("waive.by"_word), DataType::text, CellPlace::who},
      {"until", words.text("waive.until"_word), DataType::date, CellPlace::detail, true},
  }};
  DataTableHead head;
  head.name = "waivers-of";
  head.caption = words.text("waive.heading"_word);
  head.one = head.many = head.caption;
  head.open = ready.waivers.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  for (const ViewWaiver& waiver : ready.waivers) {
    table.begin_row({});
    const bool known = waiver.of < ready.items.size();
    table.cell().put("<b>").data(known ? ready.items[waiver.of].text : waiver.item).put("</b>");
    const std::optional<Word> state = waiver.expired      ? std::optional("waive.expired"_word)
                                      : !waiver.valid     ? std::optional("waive.invalid"_word)
                                      : waiver.ends_early ? std::optional("waive.early"_word)
                                                          : std::nullopt;
    if (state) {
      out.put(waiver.valid ? Markup(" <span class=\"st s-stale\">")
                           : Markup(" <span class=\"st s-late\">"));
      say(out, scope, *state);
      out.put("</span>");
    }
    table.cell().data(waiver.reason);
    write_ready_who(table.cell(), scope, waiver.by);
    table.cell();
    if (waiver.until) write_day(out, scope, *waiver.until, DayForm::brief);
  }
  table.finish();
  out.put("</section>\n");
}

void write_meeting(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready) {
  const ViewGoNoGo& said = ready.said;
  if (said.decision == ViewReadyVerdict::none && said.votes.empty() && said.conditions.empty()) {
    return;
  }
  out.put("<section class=\"part\" id=\"mp:meeting\">\n<h2>");
  say(out, scope, "meeting.heading"_word);
  out.put("</h2>\n<dl class=\"told\">\n");
  const auto fact = [&](Word label) {
    out.put("<div><dt>");
    say(out, scope, label);
    out.put("</dt><dd>");
  };
  if (said.decision != ViewReadyVerdict::none) {
    fact("meeting.decision"_word);
    out.put("<b>").text(verdict_word(scope.words(), said.decision)).put("</b>");
    if (said.on) {
      out.put(", ");
      write_day(out, scope, *said.on, DayForm::with_weekday);
    }
    if (said.overrides) {
      out.put(" <span class=\"st s-risk\">");
      say(out, scope, "meeting.override"_word);
      out.put("</span>");
    }
    out.put("</dd></div>\n");
  }
  if (!said.reason.empty()) {
    fact("meeting.reason"_word);
    out.data(said.reason).put("</dd></div>\n");
  }
  if (!said.conditions.empty()) {
    fact("meeting.conditions"_word);
    out.put("<ul class=\"plain\">\n");
    // Of what went out nobody keeps the boxes.
    const bool open = ready.verdict != ViewReadyVerdict::none;
    for (const ViewCondition& condition : said.conditions) {
      if (!open && !condition.met) {
        out.put("<li>").data(condition.text).put("</li>\n");
        continue;
      }
      out.put(condition.met ? Markup("<li class=\"st s-done s-passed\">")
                            : Markup("<li class=\"st s-open\">"));
      out.put("<div>").data(condition.text).put(" <span class=\"aside\">");
      say(out, scope, condition.met ? "meeting.met"_word : "meeting.not_met"_word);
      out.put("</span></div></li>\n");
    }
    out.put("</ul></dd></div>\n");
  }
  if (!said.minutes.empty() || said.minutes_of != kReleaseItself) {
    fact("meeting.minutes"_word);
    write_minutes(out, scope, said);
    out.put("</dd></div>\n");
  }
  out.put("</dl>\n");
  if (!said.votes.empty()) write_votes(out, scope, said);
  out.put("</section>\n");
}

}  // namespace milepost
