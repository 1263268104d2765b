// People and teams: who has how much on their hands.
#include <algorithm>
#include <array>
#include <vector>

#include "compose/people.h"
#include "render/data_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/say.h"

namespace milepost {
namespace {

class PeoplePage {
 public:
  PeoplePage(PageSlots& slots, PageScope& scope)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        words_(scope.words()),
        roster_(scope.outline().roster) {}

  void write() {
    out_.text(people_title(scope_));
    slots_.finish(Slot::heading);
    const size_t people = view_.people.size() - roster_.only_named.size();
    const auto count = [&] { say_count(out_, scope_, "count.people"_word, people); };
    const auto teams = [&] { say_count(out_, scope_, "count.teams"_word, own_teams()); };
    if (own_teams() == 0) {
      count();
    } else {
      say(out_, scope_, "people.in_teams"_word, {count, teams});
    }
    slots_.finish(Slot::summary);
    lead();
    slots_.finish(Slot::lead);
    team_table();
    people_table(people);
    named_only();
    slots_.finish(Slot::people);
  }

 private:
  void open_part(Word title, size_t count) {
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, title);
    out_.put(" <span class=\"count\">").number(static_cast<int64_t>(count)).put("</span></h2>\n");
  }

  // Whom to speak to first: the three with most that is overdue.
  void lead() {
    std::vector<ViewPersonId> late;
    uint64_t overdue = 0;
    for (uint32_t i = 0; i < roster_.people.size(); ++i) {
      if (roster_.people[i].overdue == 0) continue;
      overdue += roster_.people[i].overdue;
      late.push_back(ViewPersonId{i});
    }
    if (late.empty()) return;
    std::ranges::stable_sort(late, std::ranges::greater{}, [this](ViewPersonId id) {
      return roster_.people[number(id)].overdue;
    });
    const size_t people = late.size();
    late.resize(std::min<size_t>(late.size(), 3));
    const auto names = [&] {
      for (size_t i = 0; i < late.size(); ++i) {
        if (i > 0) out_.put(", ");
        write_party(out_, scope_, {late[i], kNoViewTeam}, view_.person(late[i]).name);
        out_.put(" (").number(roster_.people[number(late[i])].overdue).put(")");
      }
    };
    say_count(out_, scope_, "people.late_in_all"_word, overdue);
    out_.put(" ");
    say(out_, scope_, people > late.size() ? "people.late_most"_word : "people.late_with"_word,
        {names});
  }

  // A team that only delivers something is not the program's own.
  bool is_own(uint32_t team) const {
    return !roster_.members[team].empty() || view_.teams[team].lead != kNoViewPerson;
  }
  size_t own_teams() const {
    size_t count = 0;
    for (uint32_t i = 0; i < view_.teams.size(); ++i) count += is_own(i) ? 1 : 0;
    return count;
  }

  void team_table() {
    const size_t shown = view_.teams.size() - roster_.empty_teams.size();
    if (shown == 0) return;
    const size_t own = own_teams();
    const std::array<DataColumn, 9> columns = {{
        {"team", words_.text("people.team"_word), DataType::text, CellPlace::title},
        {"lead", words_.text("people.lead"_word), DataType::text, CellPlace::who},
        {"people", words_.text("nav.people"_word), DataType::number, CellPlace::detail, true},
        {"open", words_.text("people.open"_word), DataType::number, CellPlace::detail, true},
        {"overdue", words_.text("people.late"_word), DataType::number, CellPlace::detail, true},
        {"near", words_.text("people.soon"_word), DataType::number, CellPlace::detail, true},
        {"waits", words_.text("people.waits_for"_word), DataType::number, CellPlace::detail, true},
        {"waited", words_.text("people.waited_on"_word), DataType::number, CellPlace::detail, true},
        {"next", words_.text("people.next"_word), DataType::date},
    }};
    DataTableHead head{"teams", words_.text("people.teams"_word), "", "", shown, 0, columns};
    head.tools = false;
    open_part("people.teams"_word, own > 0 ? own : shown);
    DataTable table(out_, head);
    for (const bool ours : {true, false}) {
      const size_t rows = ours ? own : shown - own;
      if (rows == 0) continue;
      const bool labelled = !ours && own > 0;
      table.begin_group(ours ? "own" : "others",
                        labelled ? words_.text("people.outside"_word) : std::string_view(), rows);
      for (uint32_t i = 0; i < view_.teams.size(); ++i) {
        const bool empty = std::ranges::binary_search(roster_.empty_teams, ViewTeamId{i});
        if (is_own(i) == ours && !empty) team_row(table, ViewTeamId{i});
      }
    }
    table.finish();
    out_.put("</section>\n");
  }

  void team_row(DataTable& table, ViewTeamId id) {
    const ViewTeam& team = view_.team(id);
    const size_t people = roster_.members[number(id)].size();
    table.begin_row(team.key);
    table.cell();
    write_party(out_, scope_, {kNoViewPerson, id}, team.name);
    table.cell();
    if (team.lead != kNoViewPerson) {
      write_party(out_, scope_, {team.lead, kNoViewTeam}, view_.person(team.lead).name);
    }
    table.cell();
    if (people > 0) out_.number(static_cast<int64_t>(people));
    write_load_cells(table, scope_, roster_.teams[number(id)]);
  }

  void people_table(size_t count) {
    if (count == 0) return;
    open_part("nav.people"_word, count);
    std::vector<PeopleGroup> groups;
    for (uint32_t i = 0; i < view_.teams.size(); ++i) {
      groups.push_back({view_.teams[i].name, roster_.members[i]});
    }
    const bool labelled = own_teams() > 0;
    groups.push_back({labelled ? words_.text("people.without_team"_word) : std::string_view(),
                      roster_.teamless});
    write_people_table(out_, scope_, groups);
    out_.put("</section>\n");
  }

  void named_only() {
    const size_t count = roster_.only_named.size() + roster_.empty_teams.size();
    if (count == 0) return;
    open_part("people.also_named"_word, count);
    out_.put("<ul class=\"plain columns\">\n");
    for (const ViewTeamId id : roster_.empty_teams) {
      out_.put("<li>");
      write_party(out_, scope_, {kNoViewPerson, id}, view_.team(id).name);
      out_.put("</li>\n");
    }
    for (const ViewPersonId id : roster_.only_named) {
      out_.put("<li>");
      write_party(out_, scope_, {id, kNoViewTeam}, view_.person(id).name);
      out_.put("</li>\n");
    }
    out_.put("</ul>\n</section>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  const Words& words_;
  const Roster& roster_;
};

}  // namespace

void write_people_page(PageSlots& slots, PageScope& scope) {
  PeoplePage(slots, scope).write();
}

}  // namespace milepost
