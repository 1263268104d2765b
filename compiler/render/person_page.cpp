// The page of one person, and of one team: what is due, what is asked of them, whom they wait for
// and who waits for them.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "compose/people.h"
#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/people_parts.h"
#include "render/say.h"
#include "render/schedule_words.h"
#include "render/slip.h"
#include "render/values.h"

namespace milepost {
namespace {

constexpr size_t kMostLines = 40;  // of a list that is not a table
constexpr size_t kMostNamed = 30;
constexpr size_t kMostClosed = 200;  // rows; the tables of the kinds have the others
constexpr size_t kMostWork = 5;      // ids behind one thing that is waited for

class DossierPage {
 public:
  DossierPage(PageSlots& slots, PageScope& scope, const Dossier& dossier)
      : slots_(slots),
        scope_(scope),
        out_(slots.out()),
        view_(scope.view()),
        words_(scope.words()),
        dossier_(dossier) {}

  void person(ViewPersonId id) {
    const ViewPerson& person = view_.person(id);
    crumbs(person.team);
    out_.data(person.name);
    slots_.finish(Slot::heading);
    state();
    person_facts(id, person);
    lists();
    slots_.finish(Slot::people);
    owns();
    named_in();
  }

  void team(ViewTeamId id) {
    const ViewTeam& team = view_.team(id);
    crumbs(kNoViewTeam);
    out_.data(team.name);
    slots_.finish(Slot::heading);
    state();
    team_facts(team);
    lists();
    members(id);
    owns();
    slots_.finish(Slot::links);
  }

 private:
  void crumbs(ViewTeamId team) {
    std::vector<Crumb> crumbs;
    crumbs.push_back({people_title(scope_), scope_.outline().people_page});
    if (team != kNoViewTeam) {
      crumbs.push_back({view_.team(team).name, scope_.outline().team_pages[number(team)]});
    }
    write_breadcrumbs(out_, scope_, crumbs);
    slots_.finish(Slot::breadcrumbs);
  }

  // "2 overdue", "3 due by Mon 15 Jun", "12 open".
  void state() {
    out_.put("<p class=\"state\">");
    const size_t empty = out_.size();
    if (dossier_.overdue > 0) {
      out_.put("<span class=\"st s-late\">");
      say_count(out_, scope_, "people.overdue"_word, dossier_.overdue);
      out_.put("</span>\n");
    }
    if (dossier_.near > 0) {
      out_.put("<span>");
      say_count(out_, scope_, "people.due_by"_word, dossier_.near, {[this] { horizon(); }});
      out_.put("</span>\n");
    }
    if (dossier_.open > 0) {
      out_.put("<span>");
      say_count(out_, scope_, "people.open_in_all"_word, dossier_.open);
      out_.put("</span>\n");
    } else if (out_.size() == empty) {
      out_.put("<span>");
      say(out_, scope_, "people.owns_nothing"_word);
      out_.put("</span>\n");
    }
    out_.put("</p>\n");
    slots_.finish(Slot::state);
  }

  void horizon() {
    const Date day = view_.working_time.add(scope_.as_of(), kDueNextDays);
    write_day(out_, scope_, day, DayForm::with_weekday);
  }

  // --- facts
  // -----------------------------------------------------------------------------------------

  void fact(Word label) {
    out_.put("<div><dt>");
    say(out_, scope_, label);
    out_.put("</dt><dd>");
  }
  void end_fact() { out_.put("</dd></div>\n"); }

  void team_link(ViewTeamId id) {
    write_party(out_, scope_, {kNoViewPerson, id}, view_.team(id).name);
  }
  void person_link(ViewPersonId id) {
    write_party(out_, scope_, {id, kNoViewTeam}, view_.person(id).name);
  }

  void person_facts(ViewPersonId id, const ViewPerson& person) {
    out_.put("<dl class=\"facts\">\n");
    const size_t empty = out_.size();
    if (!person.role.empty()) {
      fact("people.role"_word);
      out_.data(person.role);
      end_fact();
    }
    if (person.team != kNoViewTeam) {
      fact("people.team"_word);
      team_link(person.team);
      end_fact();
    }
    if (!dossier_.leads.empty()) {
      fact("people.leads"_word);
      for (size_t i = 0; i < dossier_.leads.size(); ++i) {
        if (i > 0) out_.put(", ");
        team_link(dossier_.leads[i]);
      }
      end_fact();
    }
    if (!dossier_.roles.empty()) {
      fact("people.program_role"_word);
      for (size_t i = 0; i < dossier_.roles.size(); ++i) {
        if (i > 0) out_.put(", ");
        out_.data(i == 0 ? word_label(view_.roles[dossier_.roles[i]].name)
                         : view_.roles[dossier_.roles[i]].name);
      }
      end_fact();
    }
    if (!person.email.empty()) {
      fact("people.email"_word);
      const std::optional<Url> url = Url::from_data("mailto:" + person.email);
      if (url) out_.put("<a").url("href", *url).put(">");
      out_.data(person.email);
      if (url) out_.put("</a>");
      end_fact();
    }
    write_raci_facts(out_, scope_, id);
    close_facts(empty);
  }

  void team_facts(const ViewTeam& team) {
    out_.put("<dl class=\"facts\">\n");
    const size_t empty = out_.size();
    if (team.lead != kNoViewPerson) {
      fact("people.lead"_word);
      person_link(team.lead);
      end_fact();
    }
    close_facts(empty);
  }

  void close_facts(size_t empty) {
    if (out_.size() == empty) {
      out_.clear();
    } else {
      out_.put("</dl>\n");
    }
    slots_.finish(Slot::facts);
  }

  // --- lists
  // -----------------------------------------------------------------------------------------

  void open_part(Word title, size_t count) {
    out_.put("<section class=\"part\">\n<h2>");
    say(out_, scope_, title);
    if (count > 0) {
      out_.put(" <span class=\"count\">").number(static_cast<int64_t>(count)).put("</span>");
    }
    out_.put("</h2>\n");
  }
  void nothing(Word words) {
    out_.put("<p class=\"note\">");
    say(out_, scope_, words);
    out_.put("</p>\n");
  }
  void more(size_t shown, size_t total) {
    if (shown >= total) return;
    out_.put("<p class=\"more\">");
    say_count(out_, scope_, "people.more"_word, total - shown);
    out_.put("</p>\n");
  }

  void lists() {
    due();
    slots_.finish(Slot::due);
    asks();
    slots_.finish(Slot::asks);
    if (dossier_.open > 0 || !dossier_.waits_for.empty() || !dossier_.waited_on.empty()) {
      waits("people.waits_for"_word, "people.waits_for_nobody"_word, dossier_.waits_for, true);
      slots_.finish(Slot::waits);
      waits("people.waited_on"_word, "people.nobody_waits"_word, dossier_.waited_on, false);
      slots_.finish(Slot::waited);
    } else {
      slots_.finish(Slot::waits);
      slots_.finish(Slot::waited);
    }
  }

  void due() {
    if (dossier_.open == 0) return;
    open_part("people.due"_word, dossier_.due.size());
    if (dossier_.due.empty()) nothing("people.nothing_due"_word);
    const size_t shown = std::min(dossier_.due.size(), kMostLines);
    if (shown > 0) out_.put("<ul class=\"lines\">\n");
    for (size_t i = 0; i < shown; ++i) {
      const ViewRecordId id = dossier_.due[i];
      const ViewRecord& record = view_.record(id);
      out_.put("<li><span class=\"when\">");
      write_day(out_, scope_, *record.facts.due, DayForm::with_weekday);
      out_.put("</span><span>");
      write_titled(out_, scope_, id);
      out_.put("<span class=\"sub\">");
      if (*record.facts.due <= scope_.as_of()) {
        write_due(out_, scope_, record, *record.facts.due);
        out_.put(" ");
      }
      write_plan_state(out_, scope_, id);
      forecast(id);
      out_.put("</span></span></li>\n");
    }
    if (shown > 0) out_.put("</ul>\n");
    more(shown, dossier_.due.size());
    out_.put("</section>\n");
  }

  // ", forecast Mon 22 Jun +6 d": of what will not be there when it is due.
  void forecast(ViewRecordId id) {
    const ViewScheduleItem* item = view_.schedule.item(id);
    const std::optional<Date> due = promised_day(view_.record(id));
    if (item == nullptr || !item->dated || item->state == ViewPlanState::done) return;
    if (!due || item->finish <= *due) return;
    out_.put(", ");
    say(out_, scope_, "people.forecast"_word,
        {[&] { write_day(out_, scope_, item->finish, DayForm::with_weekday); }});
    out_.put(" ");
    write_slip_days(out_, scope_, view_.working_time.between(*due, item->finish), item->computed);
  }

  static Word ask_word(AskKind kind) {
    switch (kind) {
      case AskKind::decide:
        return "people.ask_decide"_word;
      case AskKind::answer:
        return "people.ask_answer"_word;
      case AskKind::help:
        return "people.ask_help"_word;
      case AskKind::approve:
        return "people.ask_approve"_word;
      default:
        return "people.ask_review"_word;
    }
  }

  // What only they can give, and the check items they owe, by date.
  void asks() {
    const size_t total = dossier_.asks.size() + dossier_.items.size();
    if (total == 0 && dossier_.open == 0) return;
    open_part("people.asks"_word, total);
    if (total == 0) nothing("people.nothing_asked"_word);
    const size_t shown = std::min(total, kMostLines);
    if (shown > 0) out_.put("<ul class=\"lines\">\n");
    size_t ask = 0;
    size_t item = 0;
    while (ask + item < shown) {
      const bool ask_next = item == dossier_.items.size() ||
                            (ask < dossier_.asks.size() &&
                             !comes_before(dossier_.items[item].by, dossier_.asks[ask].by));
      if (ask_next) {
        ask_line(dossier_.asks[ask++]);
      } else {
        item_line(dossier_.items[item++]);
      }
    }
    if (shown > 0) out_.put("</ul>\n");
    more(shown, total);
    out_.put("</section>\n");
  }

  static bool comes_before(const std::optional<Date>& a, const std::optional<Date>& b) {
    return a && (!b || *a < *b);
  }

  void ask_when(const std::optional<Date>& by) {
    out_.put("<li><span class=\"when\">");
    if (by) {
      write_day(out_, scope_, *by, DayForm::with_weekday);
    } else {
      say(out_, scope_, "people.no_date"_word);
    }
    out_.put("</span><span>");
  }

  void late(const std::optional<Date>& by) {
    if (!by || *by >= scope_.as_of()) return;
    out_.put(" <span class=\"st s-late\">");
    if (scope_.is_of_moment()) {
      out_.text(distance_words(words_, *by, scope_.as_of(), view_.working_time));
    } else {
      say(out_, scope_, "value.late"_word);
    }
    out_.put("</span>");
  }

  void ask_line(const Ask& ask) {
    ask_when(ask.by);
    write_titled(out_, scope_, ask.record);
    out_.put("<span class=\"sub\">");
    say(out_, scope_, ask_word(ask.kind));
    late(ask.by);
    out_.put("</span></span></li>\n");
  }

  void item_line(const OwedItem& item) {
    ask_when(item.by);
    out_.data(item.text);
    out_.put("<span class=\"sub\">");
    write_titled(out_, scope_, item.record);
    late(item.by);
    out_.put("</span></span></li>\n");
  }

  // One line for each thing, with the work behind it. `theirs`: the thing is another's, and its
  // giver is named; else the work is, and its doers are.
  void waits(Word title, Word none, const std::vector<Wait>& waits, bool theirs) {
    size_t things = 0;
    for (size_t i = 0; i < waits.size(); ++i) {
      things += i == 0 || waits[i].thing != waits[i - 1].thing ? 1 : 0;
    }
    open_part(title, things);
    if (waits.empty()) nothing(none);
    if (!waits.empty()) out_.put("<ul class=\"lines\">\n");
    size_t shown = 0;
    for (size_t i = 0; i < waits.size() && shown < kMostLines; ++shown) {
      size_t end = i;
      while (end < waits.size() && waits[end].thing == waits[i].thing) ++end;
      wait_line(std::span(waits).subspan(i, end - i), theirs);
      i = end;
    }
    if (!waits.empty()) out_.put("</ul>\n");
    more(shown, things);
    out_.put("</section>\n");
  }

  void wait_line(std::span<const Wait> waits, bool theirs) {
    const ViewRecordId thing = waits.front().thing;
    const ViewRecord& record = view_.record(thing);
    out_.put("<li><span class=\"when\">");
    if (const std::optional<Date> day = promised_day(record)) {
      write_day(out_, scope_, *day, DayForm::with_weekday);
    } else {
      say(out_, scope_, "people.no_date"_word);
    }
    out_.put("</span><span>");
    write_titled(out_, scope_, thing);
    out_.put("<span class=\"sub\">");
    write_plan_state(out_, scope_, thing);
    forecast(thing);
    out_.put(" ");
    if (theirs) {
      write_giver(out_, scope_, record);
      if (waits.front().work != kNoViewRecord) {
        out_.put(". ");
        say(out_, scope_, "people.needed_for"_word, {[&] { work_ids(waits); }});
      }
    } else if (waits.front().work == kNoViewRecord) {
      say(out_, scope_, "people.consumer"_word, {[&] { write_consumer(out_, scope_, record); }});
    } else {
      say(out_, scope_, "people.rests_on_it"_word, {[&] { work_of_others(waits); }});
    }
    out_.put("</span></span></li>\n");
  }

  void work_ids(std::span<const Wait> waits) {
    const size_t shown = std::min(waits.size(), kMostWork);
    for (size_t i = 0; i < shown; ++i) {
      if (waits[i].work == kNoViewRecord) continue;  // sorted last
      if (i > 0) out_.put(", ");
      write_id(out_, scope_, waits[i].work);
    }
    more_ids(waits.size() - shown);
  }

  // "Li Wei T-31, T-29; Kofi Mensah T-30"
  void work_of_others(std::span<const Wait> waits) {
    const size_t shown = std::min(waits.size(), kMostWork);
    for (size_t i = 0; i < shown; ++i) {
      if (i > 0) out_.put(", ");
      if (waits[i].work == kNoViewRecord) {
        write_consumer(out_, scope_, view_.record(waits[i].thing));
        continue;
      }
      write_giver(out_, scope_, view_.record(waits[i].work));
      out_.put(" ");
      write_id(out_, scope_, waits[i].work);
    }
    more_ids(waits.size() - shown);
  }

  void more_ids(size_t count) {
    if (count == 0) return;
    out_.put(" ");
    say_count(out_, scope_, "people.more"_word, count);
  }

  // --- tables
  // -----------------------------------------------------------------------------------------

  void members(ViewTeamId id) {
    const auto& members = scope_.outline().roster.members[number(id)];
    if (!members.empty()) {
      open_part("people.members"_word, members.size());
      const PeopleGroup all{{}, members};
      write_people_table(out_, scope_, std::span(&all, 1));
      out_.put("</section>\n");
    }
    slots_.finish(Slot::people);
  }

  void owns() {
    const size_t open = dossier_.due.size() + dossier_.owns.size() + dossier_.looks_after.size();
    const size_t closed = std::min(dossier_.closed.size(), kMostClosed);
    if (open + closed > 0) {
      open_part("people.owns"_word, open);
      write_owned_table(out_, scope_, dossier_, closed);
      more(closed, dossier_.closed.size());
      out_.put("</section>\n");
    }
    slots_.finish(Slot::tables);
  }

  void named_in() {
    if (!dossier_.named_in.empty()) {
      open_part("people.named_in"_word, dossier_.named_in.size());
      const size_t shown = std::min(dossier_.named_in.size(), kMostNamed);
      out_.put("<ul class=\"plain columns\">\n");
      for (size_t i = 0; i < shown; ++i) {
        const NamedIn& named = dossier_.named_in[dossier_.named_in.size() - 1 - i];
        out_.put("<li>");
        write_titled(out_, scope_, named.record);
        if (named.field != kNoViewField) {
          out_.put(" <span class=\"aside\">").data(view_.field(named.field).label).put("</span>");
        }
        out_.put("</li>\n");
      }
      out_.put("</ul>\n");
      more(shown, dossier_.named_in.size());
      out_.put("</section>\n");
    }
    slots_.finish(Slot::links);
  }

  PageSlots& slots_;
  PageScope& scope_;
  HtmlWriter& out_;
  const View& view_;
  const Words& words_;
  const Dossier& dossier_;
};

}  // namespace

void write_person_page(PageSlots& slots, PageScope& scope) {
  const ViewPersonId id{scope.page().subject};
  DossierPage(slots, scope, scope.outline().roster.people[number(id)]).person(id);
}

void write_team_page(PageSlots& slots, PageScope& scope) {
  const ViewTeamId id{scope.page().subject};
  DossierPage(slots, scope, scope.outline().roster.teams[number(id)]).team(id);
}

}  // namespace milepost
