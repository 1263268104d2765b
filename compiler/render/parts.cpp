// Writes the small pieces of a page.
#include "render/parts.h"

#include <algorithm>
#include <string>
#include <variant>

#include "compose/phrases.h"
#include "diagnostics/wording.h"
#include "render/say.h"
#include "text/ascii.h"

namespace milepost {
namespace {

Markup status_class(const ViewRecord& record, std::string_view name) {
  if (name == "blocked") return "s-blocked";
  // Nobody works on it yet, though its clock runs.
  if (name == "open" && record.is_open()) return "s-open";
  switch (record.phase) {
    case ViewPhase::waiting:
      return "s-open";
    case ViewPhase::doing:
      return "s-doing";
    case ViewPhase::done:
      return "s-done";
    default:
      return "s-dropped";
  }
}

Markup health_class(ViewHealth health) {
  switch (health) {
    case ViewHealth::on_track:
      return "s-ok";
    case ViewHealth::at_risk:
      return "s-risk";
    case ViewHealth::off_track:
      return "s-off";
    case ViewHealth::blocked:
      return "s-blocked";
    case ViewHealth::complete:
      return "s-done";
    default:
      return "s-open";
  }
}

const ViewStatus* status_of(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  return record.status < kind.statuses.size() ? &kind.statuses[record.status] : nullptr;
}

// Whether the health says more than the status.
bool is_bad(const ViewRecord& record) {
  return record.is_open() &&
         (record.health == ViewHealth::at_risk || record.health == ViewHealth::off_track ||
          record.health == ViewHealth::blocked);
}

}  // namespace

bool has_state(const View& view, const ViewRecord& record) {
  return is_bad(record) || status_of(view, record) != nullptr || !record.status_text.empty();
}

Markup state_class(const View& view, const ViewRecord& record) {
  if (is_bad(record)) return health_class(record.health);
  const ViewStatus* status = status_of(view, record);
  return status == nullptr ? Markup("s-doing") : status_class(record, status->name);
}

std::string state_words(const Words& words, const View& view, const ViewRecord& record) {
  if (is_bad(record)) return word_label(health_word(words, record.health));
  const ViewStatus* status = status_of(view, record);
  return status == nullptr ? record.status_text : status->label;
}

void write_state_words(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  out.data(state_words(scope.words(), scope.view(), record));
}

void write_status(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  if (const ViewStatus* status = status_of(scope.view(), record)) {
    out.put("<span class=\"st ").put(status_class(record, status->name)).put("\">");
    out.data(status->label).put("</span>");
  } else if (!record.status_text.empty()) {
    out.put("<span class=\"st s-doing\">").data(record.status_text).put("</span>");
  }
}

void write_health(HtmlWriter& out, const PageScope& scope, ViewHealth health) {
  if (health == ViewHealth::none) return;
  out.put("<span class=\"st ").put(health_class(health)).put("\">");
  out.text(word_label(health_word(scope.words(), health))).put("</span>");
}

void write_state(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  if (is_bad(record)) {
    write_health(out, scope, record.health);
  } else {
    write_status(out, scope, record);
  }
}

void write_day(HtmlWriter& out, const PageScope& scope, Date date, DayForm form) {
  out.put("<time").attribute("datetime", to_iso(date)).put(">");
  out.text(form == DayForm::brief ? short_day(scope.words(), date, scope.as_of())
                                  : day_words(scope.words(), date, scope.as_of()));
  out.put("</time>");
}

void write_aged_day(HtmlWriter& out, const PageScope& scope, Date date) {
  out.put("<time data-age").attribute("datetime", to_iso(date)).put(">");
  out.text(day_words(scope.words(), date, scope.as_of())).put("</time>");
}

void write_due(HtmlWriter& out, const PageScope& scope, const ViewRecord& record, Date date) {
  const Date as_of = scope.as_of();
  if (!record.is_open() || date > as_of) {
    write_day(out, scope, date, DayForm::brief);
  } else if (!scope.is_of_moment()) {
    out.put(date == as_of ? Markup("<span class=\"st s-stale\">")
                          : Markup("<span class=\"st s-late\">"));
    write_day(out, scope, date, DayForm::brief);
    if (date < as_of) {
      out.put(", ");
      say(out, scope, "value.late"_word);
    }
    out.put("</span>");
  } else if (date == as_of) {
    out.put("<span class=\"st s-stale\"><time").attribute("datetime", to_iso(date)).put(">");
    out.text(word_label(scope.words().text("distance.today"_word))).put("</time></span>");
  } else {
    const int64_t late = scope.view().working_time.between(date, as_of);
    out.put("<span class=\"st s-late\">");
    write_day(out, scope, date, DayForm::brief);
    out.put(", ");
    say(out, scope, "value.days_late"_word, {late});
    out.put("</span>");
  }
}

void write_basis(HtmlWriter& out, const PageScope& scope) {
  if (scope.view().program.insider) return;
  out.put(" <span class=\"aside\">");
  say(out, scope, "audience.published"_word);
  out.put("</span>");
}

void write_score(HtmlWriter& out, const PageScope& scope, const ViewFacts& facts) {
  if (facts.score == 0) return;
  switch (facts.band) {
    case 1:
      out.put("<span class=\"score b1\">");
      break;
    case 2:
      out.put("<span class=\"score b2\">");
      break;
    case 3:
      out.put("<span class=\"score b3\">");
      break;
    case 4:
      out.put("<span class=\"score b4\">");
      break;
    default:
      out.put("<span class=\"score\">");
      break;
  }
  out.number(facts.score).put("</span> ").text(band_word(scope.words(), facts.band));
}

void write_party(HtmlWriter& out, const PageScope& scope, const ViewParty& party,
                 std::string_view words) {
  const Outline& outline = scope.outline();
  uint32_t page = kNoPage;
  if (party.person != kNoViewPerson) {
    page = outline.person_pages[number(party.person)];
  } else if (party.team != kNoViewTeam) {
    page = outline.team_pages[number(party.team)];
  }
  if (page == kNoPage || page == scope.page_number()) {
    out.data(words);
    return;
  }
  out.put("<a class=\"who\"").link("href", scope.path(), outline.pages[page].path);
  out.put(">").data(words).put("</a>");
}

void write_owners(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  for (size_t i = 0; i < record.owners.size(); ++i) {
    if (i == 1) {
      out.put(" ");
      say(out, scope, "value.with"_word);
      out.put(" ");
    } else if (i > 1) {
      out.put(", ");
    }
    write_party(out, scope, record.owners[i], record.owner_names[i]);
  }
}

void write_meter(HtmlWriter& out, const PageScope& scope, std::span<const ViewCheck> checks) {
  constexpr size_t kMostSegments = 50;
  const auto done = static_cast<uint64_t>(std::ranges::count_if(checks, &ViewCheck::checked));
  out.put("<span class=\"meter\">");
  if (checks.size() <= kMostSegments) {
    out.put("<span class=\"bar\" aria-hidden=\"true\">");
    for (uint64_t i = 0; i < checks.size(); ++i) {
      out.put(i < done ? Markup("<i class=\"on\"></i>") : Markup("<i></i>"));
    }
    out.put("</span> ");
  }
  say(out, scope, "release.of"_word, {done, checks.size()});
  out.put("</span>");
}

void write_breadcrumbs(HtmlWriter& out, const PageScope& scope, std::span<const Crumb> crumbs) {
  if (crumbs.empty()) return;
  out.put("<nav class=\"crumbs\"");
  out.attribute("aria-label", scope.words().text("page.breadcrumbs"_word)).put(">");
  for (size_t i = 0; i < crumbs.size(); ++i) {
    if (i > 0) out.put(" / ");
    if (crumbs[i].page == kNoPage) {
      out.put("<span>").data(crumbs[i].label).put("</span>");
    } else {
      out.put("<a").link("href", scope.path(), scope.outline().pages[crumbs[i].page].path);
      out.put(">").data(crumbs[i].label).put("</a>");
    }
  }
  out.put("</nav>\n");
}

void write_tabs(HtmlWriter& out, const PageScope& scope) {
  const std::span<const NavTab> tabs = scope.outline().tabs_of(scope.page_number());
  if (tabs.empty()) return;
  const NavSection* section = scope.outline().section_of(scope.page_number());
  out.put("<nav class=\"tabs\"");
  out.attribute("aria-label", section == nullptr ? tabs.front().label : section->label);
  out.put(">\n<ul>\n");
  for (const NavTab& tab : tabs) {
    out.put("<li><a");
    if (tab.page == scope.page_number()) out.put(" aria-current=\"page\"");
    out.link("href", scope.path(), scope.outline().pages[tab.page].path);
    out.put(">").data(tab.label);
    if (tab.count > 0) out.put(" <span>").number(tab.count).put("</span>");
    out.put("</a></li>\n");
  }
  out.put("</ul>\n</nav>\n");
}

void write_source(HtmlWriter& out, const PageScope& scope, const std::string& path, uint32_t line) {
  const ViewProgram& program = scope.view().program;
  if (path.empty()) return;
  const auto& pages = scope.view().pages;
  const auto page = std::ranges::find(pages, path, &ViewPage::path);
  const ViewPageId id{static_cast<uint32_t>(page - pages.begin())};
  const bool other = page != pages.end() && &scope.outline().path_of(id) != &scope.path();
  const auto file = [&] {
    if (other) out.put("<a").link("href", scope.path(), scope.outline().path_of(id)).put(">");
    out.data(path);
    if (other) out.put("</a>");
  };
  out.put("<p class=\"source\"><span>");
  if (line > 1) {
    say(out, scope, "page.written_in_line"_word, {file, line});
  } else {
    say(out, scope, "page.written_in"_word, {file});
  }
  out.put("</span>");
  const size_t hole = program.edit_url.find("{path}");
  if (hole != std::string::npos) {
    std::string address = program.edit_url.substr(0, hole);
    address += SitePath(path).encoded();
    address += program.edit_url.substr(hole + 6);
    const std::optional<Url> url = Url::from_data(address);
    if (url && url->is_absolute()) {
      out.put(" <a").url("href", *url).put(">");
      say(out, scope, "page.edit"_word);
      out.put("</a>");
    }
  }
  out.put("</p>\n");
}

std::string rule_summary(const PageScope& scope, const RuleInfo& rule) {
  return std::string(scope.words().find("rule." + code_name(rule.code)).value_or(rule.summary));
}

void write_severity(HtmlWriter& out, const PageScope& scope, Severity severity) {
  switch (severity) {
    case Severity::error:
      out.put("<span class=\"st s-off\">");
      say(out, scope, "value.error"_word);
      break;
    case Severity::warning:
      out.put("<span class=\"st s-risk\">");
      say(out, scope, "value.warning"_word);
      break;
    default:
      out.put("<span class=\"st s-open\">");
      say(out, scope, "value.note"_word);
      break;
  }
  out.put("</span>");
}

namespace {

// The sentence of a rule whose own counts the days from a date up to the as-of date.
std::optional<Word> ageless_message(uint16_t code) {
  switch (code) {
    case 301:
      return "ageless.overdue"_word;
    case 312:
      return "ageless.stale"_word;
    case 332:
      return "ageless.not_agreed"_word;
    case 348:
      return "ageless.item_overdue"_word;
    case 366:
      return "ageless.unanswered"_word;
    case 373:
      return "ageless.undecided"_word;
    default:
      return std::nullopt;
  }
}

void write_argument(HtmlWriter& out, const PageScope& scope, const ViewArgument& argument) {
  if (const auto* record = std::get_if<ViewRecordId>(&argument)) {
    write_id(out, scope, *record);
  } else if (const auto* person = std::get_if<ViewPersonId>(&argument)) {
    write_party(out, scope, {*person, kNoViewTeam}, scope.view().person(*person).name);
  } else if (const auto* date = std::get_if<Date>(&argument)) {
    write_day(out, scope, *date, DayForm::with_weekday);
  } else if (const auto* days = std::get_if<ViewDays>(&argument)) {
    if (days->days < 0) out.put("-");
    const auto count = static_cast<uint64_t>(days->days < 0 ? -days->days : days->days);
    say_count(out, scope, "count.working_days"_word, count);
  } else if (const auto* integer = std::get_if<int64_t>(&argument)) {
    out.number(*integer);
  } else {
    out.data(std::get<std::string>(argument));
  }
}

}  // namespace

void write_finding(HtmlWriter& out, const PageScope& scope, const ViewFinding& finding) {
  // The rule's sentence, in which {0} stands for an argument and `…` for a word of the language.
  const std::optional<Word> ageless =
      scope.is_of_moment() ? std::nullopt : ageless_message(finding.rule->code);
  const std::string_view message = ageless ? scope.words().text(*ageless)
                                           : scope.words()
                                                 .find("finding." + code_name(finding.rule->code))
                                                 .value_or(finding.rule->message);
  bool code = false;
  size_t from = 0;
  for (size_t i = 0; i < message.size(); ++i) {
    const bool argument = message[i] == '{' && i + 2 < message.size() &&
                          is_ascii_digit(message[i + 1]) && message[i + 2] == '}';
    if (message[i] != '`' && !argument) continue;
    out.text(message.substr(from, i - from));
    if (argument) {
      const auto index = static_cast<size_t>(message[i + 1] - '0');
      if (index < finding.arguments.size()) write_argument(out, scope, finding.arguments[index]);
      i += 2;
    } else {
      out.put(code ? Markup("</code>") : Markup("<code>"));
      code = !code;
    }
    from = i + 1;
  }
  out.text(message.substr(from));
  if (code) out.put("</code>");
}

}  // namespace milepost
