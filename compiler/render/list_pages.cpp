// People and teams, and findings.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "diagnostics/rule.h"
#include "render/page_writers.h"
#include "render/parts.h"

namespace milepost {
namespace {

// What one person or team is accountable for.
struct Load {
  uint32_t open = 0, all = 0, overdue = 0;
  ViewRecordId next = kNoViewRecord;
  std::optional<Date> next_due;
};

void count_record(Load& load, const ViewRecord& record, ViewRecordId id, Date as_of) {
  ++load.all;
  if (!record.is_open()) return;
  ++load.open;
  const std::optional<Date> due = record.facts.due;
  if (!due) return;
  if (*due < as_of) {
    ++load.overdue;
  } else if (!load.next_due || *due < *load.next_due) {
    load.next_due = due;
    load.next = id;
  }
}

class PeoplePage {
 public:
  PeoplePage(PageSlots& slots, PageScope& scope)
      : slots_(slots), scope_(scope), out_(slots.out()), view_(scope.view()) {
    people_.resize(view_.people.size());
    teams_.resize(view_.teams.size());
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (record.owners.empty() || view_.kind_of(record).statuses.empty()) continue;
      const ViewParty& owner = record.owners.front();
      const Date as_of = scope.as_of();
      if (owner.person != kNoViewPerson) {
        count_record(people_[number(owner.person)], record, ViewRecordId{i}, as_of);
      } else if (owner.team != kNoViewTeam) {
        count_record(teams_[number(owner.team)], record, ViewRecordId{i}, as_of);
      }
    }
  }

  void write() {
    const bool teams = !view_.teams.empty();
    out_.text(teams ? "People and teams" : "People");
    slots_.finish(Slot::heading);
    out_.text(count_words(scope_.words(), Word::count_people, view_.people.size()));
    if (teams)
      out_.put(" in ").text(count_words(scope_.words(), Word::count_teams, view_.teams.size()));
    slots_.finish(Slot::summary);
    std::vector<std::vector<uint32_t>> members(view_.teams.size() + 1);
    std::vector<uint32_t> others;  // of whom nothing is known but that somebody names them
    for (uint32_t i = 0; i < view_.people.size(); ++i) {
      const ViewPerson& person = view_.people[i];
      if (person.team != kNoViewTeam) {
        members[number(person.team)].push_back(i);
      } else if (person.role.empty() && people_[i].all == 0) {
        others.push_back(i);
      } else {
        members.back().push_back(i);
      }
    }
    std::vector<uint32_t> other_teams;
    for (uint32_t i = 0; i < view_.teams.size(); ++i) {
      const bool known = view_.teams[i].lead != kNoViewPerson || teams_[i].all > 0;
      if (!known && members[i].empty()) {
        other_teams.push_back(i);
      } else {
        team(i, members[i]);
      }
    }
    if (!members.back().empty()) {
      out_.put("<section class=\"part\">\n");
      if (teams) out_.put("<h2>Without a team</h2>\n");
      table(members.back());
      out_.put("</section>\n");
    }
    if (!others.empty() || !other_teams.empty()) named_only(other_teams, others);
    slots_.finish(Slot::people);
  }

 private:
  void team(uint32_t i, const std::vector<uint32_t>& members) {
    const ViewTeam& team = view_.teams[i];
    out_.put("<section class=\"part\"").attribute("id", "mp:t-" + team.key).put(">\n<h2>");
    out_.data(team.name).put("</h2>\n");
    if (team.lead != kNoViewPerson || teams_[i].all > 0) {
      out_.put("<p class=\"note\">");
      if (team.lead != kNoViewPerson) {
        out_.put("Led by ").data(view_.person(team.lead).name).put(". ");
      }
      if (teams_[i].all > 0) {
        out_.put("Owns ").text(
            count_words(scope_.words(), Word::count_open_records, teams_[i].open));
        out_.put(" as a team.");
      }
      out_.put("</p>\n");
    }
    if (!members.empty()) table(members);
    out_.put("</section>\n");
  }

  void named_only(const std::vector<uint32_t>& teams, const std::vector<uint32_t>& people) {
    out_.put("<section class=\"part\">\n<h2>Also named</h2>\n<ul class=\"plain\">\n");
    for (const uint32_t i : teams) {
      out_.put("<li").attribute("id", "mp:t-" + view_.teams[i].key).put(">");
      out_.data(view_.teams[i].name).put("</li>\n");
    }
    for (const uint32_t i : people) {
      out_.put("<li").attribute("id", "mp:p-" + view_.people[i].key).put(">");
      out_.data(view_.people[i].name).put("</li>\n");
    }
    out_.put("</ul>\n</section>\n");
  }

  void table(const std::vector<uint32_t>& members) {
    out_.put(
        "<div class=\"scroll\" tabindex=\"0\"><table class=\"rows cards people\">\n<thead><tr>"
        "<th scope=\"col\">Person</th><th scope=\"col\">Role</th>"
        "<th scope=\"col\" class=\"r\">Owns</th><th scope=\"col\" class=\"r\">Open</th>"
        "<th scope=\"col\" class=\"r\">Overdue</th><th scope=\"col\">Next due</th>"
        "</tr></thead>\n<tbody>\n");
    for (const uint32_t i : members) row(view_.people[i], people_[i]);
    out_.put("</tbody>\n</table></div>\n");
  }

  void row(const ViewPerson& person, const Load& load) {
    out_.put("<tr").attribute("id", "mp:p-" + person.key);
    out_.put("><th scope=\"row\" class=\"c-title\">").data(person.name).put("</th>");
    out_.put("<td data-l=\"Role\">").data(person.role).put("</td>");
    out_.put("<td class=\"r\" data-l=\"Owns\">").number(load.all).put("</td>");
    out_.put("<td class=\"r\" data-l=\"Open\">").number(load.open).put("</td>");
    out_.put("<td class=\"r\" data-l=\"Overdue\">");
    if (load.overdue > 0) {
      out_.put("<span class=\"st s-late\">").number(load.overdue).put("</span>");
    }
    out_.put("</td><td data-l=\"Next due\">");
    if (load.next_due) {
      write_day(out_, scope_, *load.next_due, DayForm::brief);
      out_.put(" ");
      write_id(out_, scope_, load.next);
    }
    out_.put("</td></tr>\n");
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  std::vector<Load> people_, teams_;
};

}  // namespace

void write_people_page(PageSlots& slots, PageScope& scope) {
  PeoplePage(slots, scope).write();
}

void write_finding_list(HtmlWriter& out, const PageScope& scope,
                        std::span<const uint32_t> findings) {
  out.put("<ul class=\"findings\">\n");
  for (const uint32_t i : findings) {
    const ViewFinding& finding = scope.view().findings[i];
    out.put("<li>");
    write_severity(out, finding.severity);
    out.put(" <span>");
    write_finding(out, scope, finding);
    out.put(" <a class=\"id\"")
        .link("href", scope.path(), scope.outline().pages[scope.outline().findings_page].path,
              "mp:" + code_name(finding.rule->code));
    out.put(">").text(code_name(finding.rule->code)).put("</a></span></li>\n");
  }
  out.put("</ul>\n");
}

}  // namespace milepost
