// What is needed, and what changed.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "compose/options.h"
#include "compose/phrases.h"
#include "compose/since.h"
#include "compose/verdict.h"
#include "render/data_table.h"
#include "render/markdown.h"
#include "render/overview_parts.h"
#include "render/parts.h"
#include "render/say.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// --- asks
// -----------------------------------------------------------------------------------------

constexpr size_t kMostFolded = 60;

class Asks {
 public:
  Asks(HtmlWriter& out, PageScope& scope) : out_(out), scope_(scope), view_(scope.view()) {}

  void write(std::span<const ViewRecordId> ids, size_t most) {
    if (ids.empty()) {
      out_.put("<p>");
      say(out_, scope_, "overview.no_asks"_word);
      out_.put("</p>\n");
      return;
    }
    const size_t shown = std::min(ids.size(), most);
    list(ids.first(shown));
    if (ids.size() == shown) return;
    const std::span<const ViewRecordId> folded =
        ids.subspan(shown, std::min(ids.size() - shown, kMostFolded));
    out_.put("<details><summary>");
    say_count(out_, scope_, "overview.more"_word, ids.size() - shown);
    out_.put("</summary>\n");
    list(folded);
    out_.put("</details>\n");
  }

 private:
  void list(std::span<const ViewRecordId> ids) {
    out_.put("<ul class=\"lines\">\n");
    for (const ViewRecordId id : ids) ask(id);
    out_.put("</ul>\n");
  }

  void ask(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const std::optional<Date> by = answer_by(record.facts);
    out_.put("<li><span class=\"when\">");
    if (by) {
      write_day(out_, scope_, *by, DayForm::with_weekday);
    } else {
      say(out_, scope_, "overview.no_date"_word);
    }
    out_.put("<span class=\"sub\">");
    asked(record);
    out_.put("</span></span><span class=\"what\">").data(record.title).put(" ");
    write_id(out_, scope_, id);
    out_.put("<span class=\"sub\">");
    if (by && *by < scope_.as_of()) {
      out_.put("<span class=\"st s-late\">");
      say(out_, scope_, "overview.past_date"_word);
      out_.put("</span> ");
    }
    recommended(record);
    gain(id);
    out_.put("</span></span></li>\n");
  }

  // Who is to answer: those it was escalated to, else its owner.
  void asked(const ViewRecord& record) {
    if (const ViewField* to = field_with(view_, record, ViewRole::escalated_to)) {
      for (size_t i = 0; i < to->values.size(); ++i) {
        if (i > 0) out_.put(", ");
        const auto* party = std::get_if<ViewParty>(&to->values[i].data);
        if (party == nullptr) {
          out_.data(to->values[i].text);
        } else {
          write_party(out_, scope_, *party, to->values[i].text);
        }
      }
    } else if (!record.owners.empty()) {
      write_party(out_, scope_, record.owners[0], record.owner_names[0]);
    }
  }

  void recommended(const ViewRecord& record) {
    const ViewField* field = field_with(view_, record, ViewRole::recommendation);
    if (field == nullptr) field = field_with(view_, record, ViewRole::rationale);
    if (field == nullptr) return;
    const ViewValue& value = field->values.front();
    const bool recommends = view_.field(field->field).role == ViewRole::recommendation;
    say(out_, scope_, recommends ? "overview.recommended"_word : "overview.proposed"_word, {[&] {
          if (recommends && write_option(record)) return;
          if (const auto* text = std::get_if<ViewMarkdown>(&value.data)) {
            write_phrase(out_, scope_, text->tape, first_block(*text));
          } else {
            out_.data(value.text);
          }
        }});
  }

  // What the target gets back if the work that waits for the answer ends sooner.
  void gain(ViewRecordId id) {
    const ViewImpact* best = nullptr;
    const auto look_at = [&](const ViewLink& link, ViewRecordId other) {
      if (link.mention) return;
      for (const ViewImpact& gain : view_.schedule.gains) {
        if (gain.item != other || gain.days >= 0 || gain.target_days >= 0) continue;
        if (best == nullptr || gain.target_days < best->target_days) best = &gain;
      }
    };
    for (const ViewLink& link : view_.outgoing(id)) look_at(link, link.to);
    for (const uint32_t index : view_.incoming_links(id)) {
      look_at(view_.links[index], view_.links[index].from);
    }
    const ViewRecordId target = view_.schedule.target;
    if (best == nullptr || target == kNotInPlan) return;
    out_.put(" ");
    say(out_, scope_, "overview.gives_back"_word,
        {[&] { write_id(out_, scope_, best->item); }, -best->days, -best->target_days,
         [&] { out_.data(view_.record(target).title); },
         [&] { write_day(out_, scope_, best->target_finish, DayForm::with_weekday); }});
  }

  TapeSlice first_block(const ViewMarkdown& text) const {
    const Tape& tape = view_.tape(text.tape);
    if (text.slice.count == 0) return text.slice;
    const TapeNode& first = tape.nodes[text.slice.first];
    return first.kind == NodeKind::paragraph ? TapeSlice{text.slice.first, first.size} : text.slice;
  }

  // The option that is recommended by its name and what it means, then what the author says of it.
  bool write_option(const ViewRecord& record) {
    const std::optional<RecommendedOption> found = recommended_option(view_, record);
    if (!found) return false;
    const ViewField& options = *field_with(view_, record, ViewRole::options);
    const auto& option = std::get<ViewObject>(options.values[found->index].data);
    const ViewField* name = view_.find_field(option, "name");
    if (name == nullptr) return false;
    out_.data(noun(scope_.words(), words_of(view_, name->values.front())));
    if (const ViewField* more = view_.find_field(option, "description")) {
      out_.put(": ").data(words_of(view_, more->values.front()));
    }
    std::string_view rest = found->rest;
    if (!rest.empty() && !is_ascii_alnum(rest.front())) rest = trim(rest.substr(1));
    if (!rest.empty()) out_.put(". ").data(rest);
    return true;
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
};

// --- changes
// --------------------------------------------------------------------------------------

// "First migration dry run ~~18 May~~ +2 d", "Contract engineers start late R-011, now I-014"
void write_change(HtmlWriter& out, PageScope& scope, const ChangeEntry& entry, bool with_id) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(entry.record);
  const auto id = [&] {
    if (with_id) {
      out.put(" ");
      write_id(out, scope, entry.record);
    }
  };
  out.data(record.title);
  if (entry.verb == ChangeVerb::moved) {
    out.put(" <s>");
    write_day(out, scope, *entry.from, DayForm::brief);
    out.put("</s> <b>");
    write_day(out, scope, *entry.to, DayForm::brief);
    out.put("</b>");
    id();
    // Versions prove that it was moved since the one before.
    if (!entry.on && !scope.outline().since.known()) {
      out.put(" <span class=\"aside\">");
      say(out, scope, "change.undated"_word);
      out.put("</span>");
    }
    return;
  }
  id();
  if (entry.verb == ChangeVerb::came_true && entry.other != kNoViewRecord) {
    out.put(", ");
    say(out, scope, "change.now"_word, {[&] { write_id(out, scope, entry.other); }});
  } else if (entry.verb == ChangeVerb::met && record.facts.due && record.facts.finished) {
    out.put(", ");
    write_met(out, scope, record);
  }
}

}  // namespace

void write_met(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  const Date due = *record.facts.due;
  const int64_t late = scope.view().working_time.between(due, *record.facts.finished);
  if (late <= 0) {
    say(out, scope, "overview.as_planned"_word);
    return;
  }
  const auto planned = [&] {
    out.put("<s>");
    write_day(out, scope, due, DayForm::brief);
    out.put("</s>");
  };
  say(out, scope, "overview.planned"_word, {planned});
  out.put(" <span class=\"nw\">");
  say(out, scope, "overview.days"_word, {late});
  out.put("</span>");
}

void write_asks(HtmlWriter& out, PageScope& scope, std::span<const ViewRecordId> ids, size_t most) {
  Asks(out, scope).write(ids, most);
}

void write_recent(HtmlWriter& out, PageScope& scope, std::span<const ChangeEntry> entries,
                  uint32_t rest) {
  if (entries.empty()) {
    out.put("<p>");
    say(out, scope, "overview.no_changes"_word);
    out.put("</p>\n");
    return;
  }
  out.put("<ul class=\"log\">\n");
  for (size_t from = 0; from < entries.size();) {
    size_t to = from + 1;
    while (to < entries.size() && entries[to].verb == entries[from].verb) ++to;
    out.put("<li><span>");
    say(out, scope, verb_word(entries[from].verb));
    out.put("</span><span>");
    const size_t shown = std::min(to, from + most_named(entries[from].verb));
    for (size_t i = from; i < shown; ++i) {
      if (i > from) out.put("; ");
      write_change(out, scope, entries[i], true);
    }
    if (shown < to) {
      out.put("; ");
      if (rest != kNoPage) {
        out.put("<a").link("href", scope.path(), scope.outline().pages[rest].path, "mp:changes");
        out.put(">");
      }
      say_count(out, scope, "overview.and_more"_word, to - shown);
      if (rest != kNoPage) out.put("</a>");
    }
    out.put("</span></li>\n");
    from = to;
  }
  out.put("</ul>\n");
}

void write_changes(HtmlWriter& out, PageScope& scope) {
  // They have a page of their own.
  if (scope.outline().since.known()) return;
  std::vector<const ChangeEntry*> rest;
  size_t of_verb = 0;
  const std::vector<ChangeEntry>& entries = scope.outline().overview.recent.entries;
  for (size_t i = 0; i < entries.size(); ++i) {
    of_verb = i > 0 && entries[i].verb == entries[i - 1].verb ? of_verb + 1 : 0;
    if (of_verb >= most_named(entries[i].verb)) rest.push_back(&entries[i]);
  }
  if (rest.empty()) return;
  const Words& words = scope.words();
  const std::array<DataColumn, 5> columns = {{
      {"id", words.text("overview.column_id"_word), DataType::text, CellPlace::id},
      {"what", words.text("overview.column_what"_word), DataType::text, CellPlace::title},
      {"change", words.text("overview.column_change"_word), DataType::state, CellPlace::state},
      {"who", words.text("overview.column_owner"_word), DataType::text, CellPlace::who},
      {"when", words.text("overview.column_when"_word), DataType::date, CellPlace::detail, true},
  }};
  DataTableHead head;
  head.name = "changed";
  head.caption = words.text("overview.changes"_word);
  head.one = words.plural("overview.change_rows"_word, 1);
  head.many = words.plural("overview.change_rows"_word, 2);
  head.open = rest.size();
  head.columns = columns;
  head.tools = false;
  DataTable table(out, head);
  table.begin_group("all", {}, rest.size());
  for (const ChangeEntry* one : rest) {
    const ChangeEntry& entry = *one;
    const ViewRecord& record = scope.view().record(entry.record);
    table.begin_row({});
    write_id(table.cell(), scope, entry.record);
    table.cell();
    write_change(out, scope, entry, false);
    say(table.cell(), scope, verb_word(entry.verb));
    table.cell();
    if (!record.owners.empty()) {
      write_party(out, scope, record.owners[0], record.owner_names[0]);
    }
    table.cell();
    if (entry.on) write_day(out, scope, *entry.on, DayForm::with_weekday);
  }
  table.finish();
}

}  // namespace milepost
