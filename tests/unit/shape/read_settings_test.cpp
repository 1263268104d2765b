// program.yaml: what is read of it, and each mistake at its exact place.
#include "shape/read_settings.h"

#include <string>
#include <vector>

#include "catch.h"
#include "shape/compile_kinds.h"
#include "shape/publish_settings.h"
#include "unit/shape/program_text.h"

namespace milepost {
namespace {

using Lines = std::vector<std::string>;

struct Read {
  explicit Read(std::string yaml) : text(std::move(yaml)) {
    kinds = compile_kinds(text.tree, text.sink);
    settings = read_settings(text.tree, FileId{0}, *kinds, text.sink);
    if (const uint32_t node = text.tree.find(0, "publish"); node != 0) {
      DiagnosticSink quiet;
      publish = read_publish_settings(SettingValues(text.tree, quiet), node, settings.audiences);
    }
    said = text.said();
  }
  ProgramText text;
  std::shared_ptr<const Kinds> kinds;
  Settings settings;
  PublishSettings publish;
  Lines said;
};

Date day(int year, int month, int number) {
  return *make_date(year, month, number);
}

TEST_CASE("what is published is public unless the place is access-controlled",
          "[shape][settings]") {
  CHECK(Read("program: X\n").publish.audience == "public");
  CHECK(Read("program: X\npublish:\n").publish.audience == "public");
  // Sees what everybody sees, so everybody may.
  const Read open("program: X\npublish: {audience: customers}\n");
  CHECK(open.publish.audience == "customers");
  CHECK(open.said.empty());
  const Read closed("program: X\npublish: {audience: internal, access_controlled: true}\n");
  CHECK(closed.publish.audience == "internal");
  CHECK(closed.said.empty());
  // Audiences may be written below, and see what they like.
  const Read below(
      "program: X\npublish: {audience: partner}\naudiences: {partner: {sees: [public, "
      "internal]}}\n");
  CHECK(below.publish.audience == "public");
  CHECK(below.said.size() == 1);
  CHECK_FALSE(below.publish.refused);
}

// A program may give the name another meaning, on purpose or by mistake.
TEST_CASE("`public` is no audience to publish for if it sees more", "[shape][settings]") {
  const std::string wide = "program: X\naudiences: {public: {sees: [public, internal]}}\n";
  CHECK(default_publish_settings(Read(wide).settings.audiences).refused);
  CHECK_FALSE(default_publish_settings(Read("program: X\n").settings.audiences).refused);
  const Read unsaid(wide + "publish: {access_controlled: no}\n");
  CHECK(unsaid.publish.refused);
  CHECK(unsaid.said.size() == 1);
  const Read said(wide + "publish: {audience: public}\n");
  CHECK(said.publish.refused);
  CHECK(said.said.size() == 1);
  const Read other(wide + "publish: {audience: internal}\n");
  CHECK(other.publish.refused);
  CHECK(other.said.size() == 1);
  CHECK_FALSE(Read(wide + "publish: {audience: customers}\n").publish.refused);
  const Read closed(wide + "publish: {access_controlled: yes}\n");
  CHECK_FALSE(closed.publish.refused);
  CHECK(closed.said.empty());
}

TEST_CASE("everything program.yaml may say", "[shape][settings]") {
  const Read r(R"(program: Checkout Replatform
id: CHK
description: One sentence.
start: 2026-01-05
as_of: 2026-06-01
target: M-GA
date_order: dmy
calendar:
  timezone: Europe/London
  week: mon-thu
  hours_per_day: 7.5
  fiscal_start: feb
  sprints: {first: 2026-01-05, length: 2w}
  holidays: [2026-05-25, 2026-12-24..2027-01-01]
  freezes: [2026-11-20..2026-12-01]
  calendars:
    bengaluru: {holidays: [2026-08-15]}
    dubai: {week: sun-thu, hours_per_day: 8}
    all: {holidays: {2026-08-15: Independence Day}, inherits: no}
roles: {sponsor: bob, tech_lead: [asha, li]}
teams: {platform: {name: Platform, lead: asha, calendar: bengaluru}, sre: Reliability}
people:
  asha: {name: Asha Rao, team: platform, role: Engineering Manager, email: asha@example.com, week: mon-wed, away: [2026-06-08..2026-06-12]}
  bob: Bob Hale
  li: {}
escalation: {p0: {respond: 30min wall, path: [tech_lead, bob]}, P1: 8h, p2: {respond: sprint}, p3: {}}
audiences: {executives: {sees: [internal, public], pages: [summary]}, customers: {sees: [public], shows: [verdict]}}
labels: [partner]
records: [{path: "logs/*.md", kind: raid}, {path: "adr/*.md", kind: decisions, visibility: public}]
exclude: ["archive/**"]
rules: {MP331: off, overdue: error}
thresholds: {issue: 5, review_high: 3, task_off_track: 4, long_task: 30}
schedule: {mode: effort, near_critical: 1w, trials: 500, seed: 18446744073709551615}
baseline: {M-1: 2026-06-12, M-2: 2026-06}
findings_baseline: .milepost-baseline
publish: {audience: executives, access_controlled: true}
site: {base_url: "https://example.com/x/", edit_url: "https://example.com/{path}", theme: default, language: de, robots: allow}
limits: {records: 5000, file_bytes: 1 MB}
milestones: [{id: M-1, title: First}]
deliverables: []
)");
  CHECK(r.said == Lines{});
  const Settings& s = r.settings;
  CHECK(s.title == "Checkout Replatform");
  CHECK(s.id == "CHK");
  CHECK(s.description == "One sentence.");
  CHECK(s.start == day(2026, 1, 5));
  CHECK(s.dates.program_start == day(2026, 1, 5));
  CHECK(s.as_of == day(2026, 6, 1));
  CHECK(s.schedule.effort);
  CHECK(s.schedule.near_critical_days == 4);
  CHECK(s.schedule.trials == 500);
  CHECK(s.schedule.seed == 18446744073709551615u);
  REQUIRE(s.baseline.size() == 2);
  CHECK(s.baseline[0].id == "M-1");
  CHECK(s.baseline[0].due == day(2026, 6, 12));
  CHECK(s.baseline[1].due == day(2026, 6, 30));
  CHECK(s.thresholds.task_off_track_days == 4);
  CHECK(s.thresholds.milestone_off_track_days == 6);
  CHECK(s.thresholds.long_task_days == 30);
  CHECK(s.target == "M-GA");
  CHECK(s.dates.order == DateOrder::day_month);
  CHECK(s.dates.fiscal_start == 2);
  CHECK(s.timezone == "Europe/London");
  REQUIRE(s.calendar.week.has_value());
  CHECK(to_text(*s.calendar.week) == "mon-thu");
  CHECK(s.calendar.minutes_per_day == 450);
  CHECK(s.durations.minutes_per_day == 450);
  CHECK(s.durations.days_per_week == 4);
  REQUIRE(s.dates.sprints.has_value());
  CHECK(s.dates.sprints->days == 14);
  CHECK(s.durations.sprint_working_days == 8);
  CHECK(s.calendar.days_off == std::vector<DateRange>{{day(2026, 5, 25), day(2026, 5, 25)},
                                                      {day(2026, 12, 24), day(2027, 1, 1)}});
  CHECK(s.freezes.size() == 1);
  REQUIRE(s.calendars.size() == 3);
  CHECK(s.calendars[0].key == "bengaluru");
  CHECK(s.calendars[0].days.inherits_days_off);
  CHECK(s.calendars[1].days.inherits_days_off);
  CHECK(s.calendars[1].days.week.has_value());
  CHECK_FALSE(s.calendars[2].days.inherits_days_off);
  CHECK(s.calendars[2].days.days_off.size() == 1);
  REQUIRE(s.roles.size() == 2);
  CHECK(s.roles[1].people == std::vector<std::string>{"asha", "li"});
  REQUIRE(s.teams.size() == 2);
  CHECK(s.teams[0].lead == "asha");
  CHECK(s.teams[1].name == "Reliability");
  REQUIRE(s.people.size() == 3);
  CHECK(s.people[0].away.size() == 1);
  CHECK(s.people[0].week->days() == 3);
  CHECK(s.people[1].name == "Bob Hale");
  CHECK(s.people[2].name == "li");
  REQUIRE(s.escalation.size() == 4);
  CHECK(s.escalation[0].respond == Duration{30, TimeKind::wall});
  CHECK(s.escalation[0].path == std::vector<std::string>{"tech_lead", "bob"});
  CHECK(s.escalation[1].respond == Duration{480, TimeKind::working});
  CHECK_FALSE(s.escalation[2].respond.has_value());
  REQUIRE(s.audiences.size() == 8);
  CHECK_FALSE(s.audiences[1].built_in);
  CHECK(s.audiences[2].built_in);
  CHECK(s.audiences[1].shows == std::vector<std::string>{"verdict"});
  CHECK(s.labels == std::vector<std::string>{"partner"});
  REQUIRE(s.records.size() == 2);
  CHECK(s.records[0].kind == "raid");
  CHECK(s.records[1].kind == "decisions");
  CHECK(s.records[1].visibility == "public");
  CHECK(s.exclude == std::vector<std::string>{"archive/**"});
  CHECK(s.named_rules.size() == 2);
  CHECK(s.thresholds.issue_days == 5);
  CHECK(s.thresholds.review_high_days == 3);
  CHECK(s.thresholds.review_low_days == 30);
  CHECK(s.findings_baseline == ".milepost-baseline");
  CHECK(s.base_url == "https://example.com/x/");
  CHECK(s.robots);
  CHECK(s.language == "de");
  CHECK(s.limits.records == 5000);
  CHECK(s.limits.file_bytes == 1u << 20);
}

TEST_CASE("without program.yaml there are the defaults", "[shape][settings]") {
  DiagnosticSink sink;
  const Settings s = read_settings(YamlTree(), kNoFile, *builtin_kinds(), sink);
  CHECK(sink.take_sorted().empty());
  CHECK(s.title.empty());
  CHECK(s.timezone == "UTC");
  CHECK(s.escalation.size() == 4);
  CHECK_FALSE(s.start.has_value());
}

TEST_CASE("each mistake is reported at its place with a cure", "[shape][settings]") {
  struct Case {
    std::string yaml;
    std::string said;
    std::string help;
  };
  const std::vector<Case> cases = {
      {"calender: {}\n", "MP140 2:1 calender", "`calendar`"},
      {"risk_log: []\n", "MP140 2:1 risk_log", "keys are"},
      {"calendar: {zone: UTC}\n", "MP140 2:12 zone", "`timezone`"},
      {"calendar: {calendars: {x: {holiday: []}}}\n", "MP140 2:28 holiday", "`holidays`"},
      {"calendar: {sprints: {first: 2026-01-05, lenght: 2w}}\n", "MP140 2:41 lenght", "`length`"},
      {"people: {a: {nam: A}}\n", "MP140 2:14 nam", "`name`"},
      {"teams: {a: {led: A}}\n", "MP140 2:13 led", "`lead`"},
      {"escalation: {p4: {}}\n", "MP140 2:14 p4", "`p0`"},
      {"escalation: {p0: {responds: 1h}}\n", "MP140 2:19 responds", "`respond`"},
      {"audiences: {a: {see: [public]}}\n", "MP140 2:17 see", "`sees`"},
      {"records: [{path: x, knd: risk}]\n", "MP140 2:21 knd", "`kind`"},
      {"site: {baseurl: x}\n", "MP140 2:8 baseurl", "`base_url`"},
      {"thresholds: {isue: 3}\n", "MP140 2:14 isue", "`issue`"},
      {"limits: {record: 3}\n", "MP140 2:10 record", "`records`"},
      {"people: [asha]\n", "MP141 2:9 [asha]", "mapping"},
      {"id: [x]\n", "MP141 2:5 [x]", "single value"},
      {"exclude: {a: b}\n", "MP141 2:10 {a: b}", "list"},
      {"records: {path: x}\n", "MP141 2:10 {path: x}", "records: [{path"},
      {"calendar: mon-fri\n", "MP141 2:11 mon-fri", "mapping"},
      {"records: [{path: x, kind: riks}]\n", "MP144 2:27 riks", "`risk`"},
      {"records: [{kind: risk}]\n", "MP150 2:11 {kind: risk}", "`path:"},
      {"calendar: {hours_per_day: eight}\n", "MP150 2:27 eight", "from 1 to 24"},
      {"calendar: {hours_per_day: 30}\n", "MP150 2:27 30", "from 1 to 24"},
      {"calendar: {week: mon-fry}\n", "MP150 2:18 mon-fry", "`mon-fri`"},
      {"calendar: {fiscal_start: 13}\n", "MP150 2:26 13", "`feb`"},
      {"calendar: {sprints: {first: 2026-01-05, length: 2 fortnights}}\n",
       "MP150 2:49 2 fortnights", "`2w`"},
      {"calendar: {sprints: {length: 2w}}\n", "MP150 2:21 {length: 2w}", "`first:"},
      {"date_order: ymd\n", "MP150 2:13 ymd", "`dmy`"},
      {"escalation: {p0: {respond: 5}}\n", "MP150 2:28 5", "`5d`"},
      {"escalation: {p2: {respond: sprint}}\n", "MP150 2:28 sprint", "sprints"},
      {"rules: {MP301: loud}\n", "MP150 2:16 loud", "`off`"},
      {"rules: {MP301: erorr}\n", "MP150 2:16 erorr", "`error`"},
      {"site: {base_url: example.com}\n", "MP150 2:18 example.com", "`https://`"},
      {"site: {base_url: \"https://example.com/?x\"}\n", "MP150 2:18 \"https://example.com/?x\"",
       "without `?` and `#`"},
      {"publish: {audience: internal}\n", "MP150 2:21 internal", "`access_controlled: true`"},
      {"publish: {audience: internal, access_controlled: no}\n", "MP150 2:21 internal", "GitHub"},
      {"publish: {audience: intrenal, access_controlled: yes}\n", "MP157 2:21 intrenal",
       "`internal`"},
      {"publish: {for: customers}\n", "MP140 2:11 for", "`audience`"},
      {"site: {robots: alow}\n", "MP150 2:16 alow", "`allow`"},
      {"site: {robots: maybe}\n", "MP150 2:16 maybe", "`deny`"},
      {"site: {edit_url: \"https://x.example/edit\"}\n", "MP150 2:18 \"https://x.example/edit\"",
       "{path}"},
      {"limits: {records: many}\n", "MP150 2:19 many", "whole number"},
      {"thresholds: {issue: soon}\n", "MP150 2:21 soon", "whole number"},
      {"start: 2026-13-01\n", "MP151 2:8 2026-13-01", "2026"},
      {"as_of: yesterday\n", "MP151 2:8 yesterday", "`2026-06-30`"},
      {"start: 03/04/2026\n", "MP151 2:8 03/04/2026", "`2026-04-03` or `2026-03-04`"},
      {"start: Week 3\n", "MP151 2:8 Week 3", "start"},
      {"calendar: {holidays: [2026-05-25, 2026-02-30]}\n", "MP151 2:35 2026-02-30", "`2026-02-28`"},
      {"calendar: {freezes: [2026-12-24..2026-12-01]}\n", "MP151 2:22 2026-12-24..2026-12-01", ""},
      {"people: {a: {name: A, away: [tomorrow]}}\n", "MP151 2:30 tomorrow", "`2026-06-30`"},
      {"calendar: {timezone: Europe/Londn}\n", "MP152 2:22 Europe/Londn", "`Europe/London`"},
      {"kinds: {x: {prefix: XX, visibility: secret}}\n", "MP153 2:37 secret", "labels: [secret]"},
      {"kinds: {x: {fields: {a: {visibility: secret}}}}\n", "MP153 2:38 secret",
       "labels: [secret]"},
      {"kinds: {x: {fields: {a: {type: object, fields: {b: {visibility: secrt}}}}}}\n",
       "MP153 2:65 secrt", "labels: [secrt]"},
      {"audiences: {all: {sees: [public]}}\n", "MP148 2:13 all", "`--audience all`"},
      {"audiences: {x: {shows: [verdit]}}\n", "MP157 2:25 verdit", "did you mean `verdict`"},
      {"audiences: {x: {pages: [sumary]}}\n", "MP157 2:25 sumary", "did you mean `summary`"},
      {"audiences: {x: {pages: [{title: Ours}]}}\n", "MP141 2:25 {title: Ours}", "`text`"},
      {"audiences: {x: {redaction: hide}}\n", "MP150 2:28 hide", "`omit`"},
      {"limits: {records: 200000}\n", "MP155 2:19 200000", "`100000`"},
      {"people: {a: {name: A, team: platfrom}}\nteams: {platform: {}}\n", "MP157 2:29 platfrom",
       "`platform`"},
      {"people: {a: {name: A, calendar: bengalore}}\ncalendar: {calendars: {bengaluru: {}}}\n",
       "MP157 2:33 bengalore", "`bengaluru`"},
      {"escalation: {p0: {path: [sponser]}}\nroles: {sponsor: bob}\n", "MP157 2:26 sponser",
       "`sponsor`"},
  };
  for (const Case& c : cases) {
    const Read r("program: P\n" + c.yaml);
    INFO(c.yaml);
    CHECK(r.said.size() == 1);
    if (r.said.size() != 1) continue;
    const Diagnostic& d = r.text.diagnostics[0];
    INFO(d.message << "; " << d.help);
    // Where a part of a value is wrong the caret may point at the part.
    CHECK(c.said.substr(0, c.said.find(' ', 6)) == r.said[0].substr(0, r.said[0].find(' ', 6)));
    CHECK(d.help.find(c.help) != std::string::npos);
    CHECK_FALSE(d.help.empty());
    CHECK(r.settings.title == "P");
  }
}

TEST_CASE("all mistakes come in one run", "[shape][settings]") {
  const Read r("id: X\nstrat: 2026-01-05\ncalendar: {week: nope, timezone: Mars}\n");
  CHECK(r.said == Lines{"MP156 1:1 ", "MP140 2:1 strat", "MP150 3:18 nope", "MP152 3:34 Mars"});
}

TEST_CASE("rules are named by code or by name", "[shape][settings]") {
  const RuleInfo overdue{301, "overdue", Severity::warning, "", "", "", "", ""};
  const RuleInfo stale{310, "stale-record", Severity::warning, "", "", "", "", ""};
  const std::vector<const RuleInfo*> all = {&overdue, &stale};
  Read r("program: P\nrules: {MP301: off, stale-record: error, stale-recrd: off, mp301: note}\n");
  resolve_rules(r.settings, all, r.text.sink);
  CHECK(r.settings.rules ==
        std::map<uint16_t, Severity>{{301, Severity::note}, {310, Severity::error}});
  CHECK(r.text.said() == Lines{"MP154 2:42 stale-recrd"});
  CHECK(r.text.diagnostics[0].help == "did you mean `stale-record`?");
}

TEST_CASE("a label of the program's own is a visibility", "[shape][settings]") {
  const Read r("program: P\nlabels: [partner]\nkinds: {x: {prefix: XX, visibility: partner}}\n");
  CHECK(r.said == Lines{});
  CHECK(r.kinds->kind(r.kinds->find_kind("x")).visibility == "partner");
}

}  // namespace
}  // namespace milepost
