// Writes the matrix of teams, the handshakes and the table of gaps.
#include "render/dependency_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/dependencies.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/record_lines.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"

namespace milepost {
namespace {

constexpr size_t kMostHandshakes = 6;

const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role) {
  const auto at = std::ranges::find_if(record.fields, [&](const ViewField& field) {
    return view.field(field.field).role == role && !field.values.empty();
  });
  return at == record.fields.end() ? nullptr : &*at;
}

class DependencyParts {
 public:
  DependencyParts(HtmlWriter& out, PageScope& scope)
      : out_(out),
        scope_(scope),
        view_(scope.view()),
        words_(scope.words()),
        lines_(dependency_lines(scope.view())),
        matrix_(make_team_matrix(scope.view())) {}

  void write() {
    const bool waits = matrix_.total > 0;
    if (waits && !lines_.empty()) out_.put("<div class=\"waits\">\n");
    if (waits) matrix();
    if (!lines_.empty()) handshakes();
    if (waits && !lines_.empty()) out_.put("</div>\n");
    // Where no promise meets a need the table of the kind says as much.
    const bool mapped = scope_.outline().dependencies_page != kNoPage;
    if (!lines_.empty() && (mapped || lines_.front().gap)) table();
  }

 private:
  void open_part(Markup id, Word title, Word note) {
    out_.put("<section class=\"part\" id=\"").put(id).put("\">\n<div class=\"head\"><h2>");
    say(out_, scope_, title);
    out_.put("</h2> <span>");
    say(out_, scope_, note);
    out_.put("</span></div>\n");
  }

  // --- who waits for whom
  // ----------------------------------------------------------------------------------------

  void party(const WaitingParty& party) {
    if (party.name.empty()) {
      say(out_, scope_, "depend.others"_word);
    } else {
      write_party(out_, scope_, party.party, party.name);
    }
  }

  std::string_view name_of(const WaitingParty& party) const {
    return party.name.empty() ? words_.text("depend.others"_word) : std::string_view(party.name);
  }

  void matrix() {
    open_part("mp:waits", "depend.matrix"_word, "depend.matrix_note"_word);
    out_.put("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    out_.attribute("aria-label", words_.text("depend.matrix"_word));
    out_.put("><table class=\"matrix\">\n<thead><tr><td>");
    say(out_, scope_, "depend.corner"_word);
    out_.put("</td>");
    for (const WaitingParty& one : matrix_.provides) {
      out_.put("<th scope=\"col\">");
      party(one);
      out_.put("</th>");
    }
    out_.put("<th scope=\"col\" class=\"sum\">");
    say(out_, scope_, "depend.waits_for"_word);
    out_.put("</th></tr></thead>\n<tbody>\n");
    for (size_t row = 0; row < matrix_.needs.size(); ++row) matrix_row(row);
    out_.put("</tbody>\n<tfoot><tr><th scope=\"row\">");
    say(out_, scope_, "depend.waited_for"_word);
    out_.put("</th>");
    for (size_t column = 0; column < matrix_.provides.size(); ++column) {
      uint32_t count = 0;
      for (size_t row = 0; row < matrix_.needs.size(); ++row) {
        count += matrix_.cell(row, column).count;
      }
      out_.put("<td>").number(count).put("</td>");
    }
    out_.put("<td class=\"sum\"><b>").number(matrix_.total).put("</b></td></tr></tfoot>\n");
    out_.put("</table></div>\n</section>\n");
  }

  void matrix_row(size_t row) {
    const WaitingParty& needs = matrix_.needs[row];
    out_.put("<tr><th scope=\"row\">");
    party(needs);
    out_.put("</th>");
    uint32_t sum = 0;
    for (size_t column = 0; column < matrix_.provides.size(); ++column) {
      const WaitingParty& provides = matrix_.provides[column];
      const WaitingCell& cell = matrix_.cell(row, column);
      sum += cell.count;
      if (cell.count > 0) {
        out_.put("<td").attribute("data-l", name_of(provides)).put("><span>");
        state(cell.worst);
        out_.put("<b>").number(cell.count).put("</b>");
        if (cell.next) {
          out_.put(" ");
          write_day(out_, scope_, *cell.next, DayForm::brief);
        }
        out_.put("</span></td>");
      } else if (!needs.name.empty() && needs.name == provides.name) {
        out_.put("<td class=\"self\"></td>");
      } else {
        out_.put("<td></td>");
      }
    }
    out_.put("<td class=\"sum\">").number(sum).put("</td></tr>\n");
  }

  // The shape; its word is for those who cannot see it, and on the page as the note and the table
  // have it.
  void state(ViewHealth health) {
    switch (health) {
      case ViewHealth::on_track:
        out_.put("<span class=\"st s-ok\">");
        break;
      case ViewHealth::at_risk:
        out_.put("<span class=\"st s-risk\">");
        break;
      case ViewHealth::off_track:
        out_.put("<span class=\"st s-off\">");
        break;
      case ViewHealth::blocked:
        out_.put("<span class=\"st s-blocked\">");
        break;
      default:
        out_.put("<span class=\"st s-open\">");
        break;
    }
    const ViewHealth told = health == ViewHealth::none ? ViewHealth::not_started : health;
    out_.put("<span class=\"vh\">").text(health_word(words_, told)).put(" </span></span>");
  }

  // --- handshakes
  // ----------------------------------------------------------------------------------------

  void handshakes() {
    const std::vector<DependencyLine> open = handshakes_to_make(view_, lines_);
    out_.put("<section class=\"part\" id=\"mp:handshakes\">\n<h2>");
    say(out_, scope_, "depend.handshakes"_word);
    out_.put("</h2>\n");
    if (open.empty()) {
      out_.put("<p class=\"note\">");
      say(out_, scope_, "depend.all_made"_word);
      out_.put("</p>\n");
    } else {
      const size_t shown = open.size() > kMostHandshakes + 1 ? kMostHandshakes : open.size();
      list(std::span(open).first(shown));
      if (shown < open.size()) {
        out_.put("<details><summary>");
        say_count(out_, scope_, "depend.more"_word, open.size() - shown);
        out_.put("</summary>\n");
        list(std::span(open).subspan(shown));
        out_.put("</details>\n");
      }
    }
    out_.put("</section>\n");
  }

  void list(std::span<const DependencyLine> lines) {
    out_.put("<ul class=\"lines\">\n");
    for (const DependencyLine& line : lines) handshake(line);
    out_.put("</ul>\n");
  }

  void handshake(const DependencyLine& line) {
    const ViewRecord& record = view_.record(line.record);
    out_.put("<li><span class=\"when\">");
    if (const std::optional<Date>& day = line.needed ? line.needed : line.promised) {
      write_day(out_, scope_, *day, DayForm::with_weekday);
    } else {
      say(out_, scope_, "overview.no_date"_word);
    }
    out_.put("</span><span class=\"what\">");
    sentence(line, record);
    out_.put("<span class=\"sub\">");
    write_plan_state(out_, scope_, line.record);
    out_.put(" ").data(record.title).put("</span></span></li>\n");
  }

  // "Fraud vendor has not agreed to DEP-009; Merchant needed it 5 d ago"
  void sentence(const DependencyLine& line, const ViewRecord& record) {
    const Date as_of = scope_.as_of();
    const bool past = line.promised && *line.promised < as_of;
    Word word = "depend.not_agreed"_word;
    if (line.handshake == Handshake::declined) word = "depend.refused"_word;
    if (line.handshake == Handshake::at_risk) word = "depend.at_risk"_word;
    if (line.handshake == Handshake::agreed)
      word = past ? "depend.overdue"_word : "depend.late"_word;
    const auto who = [&] {
      out_.put("<b>");
      provider(record);
      out_.put("</b>");
    };
    say(out_, scope_, word,
        {who, [&] { write_id(out_, scope_, line.record); }, line.gap.value_or(0)});
    out_.put("; ");
    if (past && line.handshake == Handshake::agreed) {
      say(out_, scope_, "depend.past_promise"_word,
          {view_.working_time.between(*line.promised, as_of)});
    } else if (line.gap && *line.gap > 0 && word != "depend.late"_word) {
      say(out_, scope_, "depend.promised_late"_word, {*line.gap});
    } else {
      need(line, record);
    }
    const std::optional<Date>& raised = record.facts.raised;
    const bool unanswered =
        line.handshake == Handshake::requested || line.handshake == Handshake::none;
    if (unanswered && raised && *raised < as_of) {
      out_.put(", ");
      say(out_, scope_, "depend.asked_ago"_word, {view_.working_time.between(*raised, as_of)});
    }
  }

  void need(const DependencyLine& line, const ViewRecord& record) {
    if (!line.needed) {
      say(out_, scope_, "overview.no_date"_word);
      return;
    }
    const bool known = field_with(view_, record, ViewRole::consumer) != nullptr;
    const auto who = [&] { write_consumer(out_, scope_, record); };
    const auto when = [&] { write_day(out_, scope_, *line.needed, DayForm::with_weekday); };
    if (*line.needed < scope_.as_of()) {
      const int64_t ago = view_.working_time.between(*line.needed, scope_.as_of());
      if (known) {
        say(out_, scope_, "depend.needed_ago"_word, {who, ago});
      } else {
        say(out_, scope_, "depend.needed_ago_all"_word, {ago});
      }
    } else if (known) {
      say(out_, scope_, "depend.needed_on"_word, {who, when});
    } else {
      say(out_, scope_, "depend.needed_on_all"_word, {when});
    }
  }

  bool has_provider(const ViewRecord& record) const {
    return !record.owners.empty() || field_with(view_, record, ViewRole::provider) != nullptr;
  }

  void provider(const ViewRecord& record) {
    if (const ViewField* field = field_with(view_, record, ViewRole::provider)) {
      write_field_phrase(out_, scope_, *field);
    } else if (!record.owners.empty()) {
      write_party(out_, scope_, record.owners.front(), record.owner_names.front());
    } else {
      say(out_, scope_, "depend.nobody"_word);
    }
  }

  // --- needed against promised
  // ----------------------------------------------------------------------------------------

  void table() {
    open_part("mp:promises", "depend.table"_word, "depend.sorted"_word);
    const std::array<DataColumn, 9> columns = {{
        {"id", words_.text("table.id"_word), DataType::text, CellPlace::id},
        {"title", words_.text("depend.deliverable"_word), DataType::text, CellPlace::title},
        {"from", words_.text("depend.from"_word)},
        {"to", words_.text("depend.to"_word)},
        {"needed", words_.text("depend.needed"_word), DataType::date, CellPlace::detail, true},
        {"promised", words_.text("depend.promised"_word), DataType::date, CellPlace::detail, true},
        {"gap", words_.text("depend.gap"_word), DataType::number, CellPlace::detail, true},
        {"handshake", words_.text("depend.handshake"_word), DataType::state},
        {"health", words_.text("depend.health"_word), DataType::state, CellPlace::state},
    }};
    DataTableHead head;
    head.name = "gaps";
    head.caption = words_.text("depend.table"_word);
    const ViewKind& kind = view_.kind_of(view_.record(lines_.front().record));
    const std::string one = noun(words_, kind.label);
    const std::string many = noun(words_, kind.plural_label);
    head.one = one;
    head.many = many;
    head.open = lines_.size();
    head.columns = columns;
    head.sorted = "gap";
    head.descending = true;
    DataTable rows(out_, head);
    rows.begin_group("all", {}, lines_.size());
    for (const DependencyLine& line : lines_) row(rows, line);
    rows.finish();
    out_.put("</section>\n");
  }

  void row(DataTable& rows, const DependencyLine& line) {
    const ViewRecord& record = view_.record(line.record);
    rows.begin_row(record.id);
    write_id(rows.cell(), scope_, line.record);
    write_record_link(rows.cell(), scope_, line.record,
                      record.title.empty() ? record.short_id : record.title);
    rows.cell();
    if (has_provider(record)) provider(record);
    rows.cell();
    if (const ViewField* field = field_with(view_, record, ViewRole::consumer)) {
      write_field_phrase(out_, scope_, *field);
    }
    rows.cell();
    if (line.needed) write_day(out_, scope_, *line.needed, DayForm::brief);
    rows.cell();
    if (line.promised) write_day(out_, scope_, *line.promised, DayForm::brief);
    if (line.gap) {
      gap(rows.cell(*line.gap), *line.gap);
    } else {
      rows.cell();
    }
    rows.cell(static_cast<int64_t>(line.handshake));
    if (const ViewField* said = field_with(view_, record, ViewRole::commitment)) {
      write_field_phrase(out_, scope_, *said);
    }
    rows.cell();
    health(record, line.record);
  }

  // A promise before the need is as it should be; more than a week after it is as bad as a slip.
  void gap(HtmlWriter& out, int64_t days) {
    constexpr int64_t kWeek = 5;
    if (days > 0) {
      write_slip_days(out, scope_, days,
                      days > kWeek ? ViewHealth::off_track : ViewHealth::at_risk);
      return;
    }
    out.put("<b class=\"nw\">");
    say(out, scope_, days < 0 ? "slip.earlier"_word : "slip.none"_word, {-days});
    out.put("</b>");
  }

  // The worse of reported and computed, else how far it is.
  void health(const ViewRecord& record, ViewRecordId id) {
    const ViewScheduleItem* item = view_.schedule.item(id);
    const ViewHealth computed = item == nullptr ? ViewHealth::none : item->computed;
    const ViewHealth worst = worse_health(record.health, computed);
    if (worst == ViewHealth::none || worst == ViewHealth::not_started) {
      write_status(out_, scope_, record);
    } else {
      write_health(out_, scope_, worst);
    }
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  const Words& words_;
  std::vector<DependencyLine> lines_;
  TeamMatrix matrix_;
};

}  // namespace

void write_dependency_parts(HtmlWriter& out, PageScope& scope) {
  DependencyParts(out, scope).write();
}

}  // namespace milepost
