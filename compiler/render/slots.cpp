// The tables of slots and templates.
#include "render/slots.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::array<SlotInfo, kSlots> kInfos = {{
    {Slot::security, "security", SlotKind::html,
     "the Content-Security-Policy; must be the first thing in <head>"},
    {Slot::language, "language", SlotKind::text, "the language of the site, for <html lang>"},
    {Slot::direction, "direction", SlotKind::text,
     "`ltr` or `rtl`: how the language is written, for <html dir>"},
    {Slot::title, "title", SlotKind::text, "the page and the program, for <title>"},
    {Slot::program, "program", SlotKind::text, "the program's title"},
    {Slot::home, "home", SlotKind::url, "the overview"},
    {Slot::style, "style", SlotKind::url, "the style sheet"},
    {Slot::scripts, "scripts", SlotKind::html,
     "the scripts of the theme; must stand in <head>, before the style sheet"},
    {Slot::icon, "icon", SlotKind::url, "the icon of the site"},
    {Slot::navigation, "navigation", SlotKind::html,
     "lists of links: kinds, people, pages, findings"},
    {Slot::as_of, "as_of", SlotKind::text,
     "the day the site speaks of; on pages about a moment only"},
    {Slot::dated, "dated", SlotKind::text,
     "\"As of\" that day, on such pages; the script fills elements of the class `dated`"},
    {Slot::label, "label", SlotKind::text, "who the site is for"},
    {Slot::version, "version", SlotKind::text, "the version of Milepost"},
    {Slot::head, "head", SlotKind::html,
     "the description, what robots may do, and with a base URL the canonical address, Open Graph "
     "and the feed"},
    {Slot::calendar, "calendar", SlotKind::url, "the calendar of the program, an iCalendar file"},
    {Slot::built_by, "built_by", SlotKind::text, "\"Built by Milepost\" and the version"},
    {Slot::brand, "brand", SlotKind::text,
     "the name in the masthead: that of theme.yaml, or the program's title"},
    {Slot::edition, "edition", SlotKind::text,
     "what this version of the site is called, `build --label`: in the layout `document` only"},
    {Slot::logo, "logo", SlotKind::url, "the logo of theme.yaml"},
    {Slot::logo_dark, "logo_dark", SlotKind::url, "the logo for the dark, if it is another one"},
    {Slot::footer, "footer", SlotKind::html,
     "the text and the links that theme.yaml adds to the foot"},
    {Slot::part, "part", SlotKind::text,
     "in the layout `document`, the id of this page as a part of it"},
    {Slot::about, "about", SlotKind::html, "what the program is, from its charter or description"},
    {Slot::after, "after", SlotKind::html, "what came of a launch: figures, incidents, lessons"},
    {Slot::asks, "asks", SlotKind::html,
     "open decisions and escalations, by the date of the answer"},
    {Slot::blockers, "blockers", SlotKind::html, "the table of open blockers"},
    {Slot::blockers_more, "blockers_more", SlotKind::html, "a link to all blockers"},
    {Slot::body, "body", SlotKind::html, "the text"},
    {Slot::breadcrumbs, "breadcrumbs", SlotKind::html, "links to the pages above this one"},
    {Slot::changes, "changes", SlotKind::html,
     "the changes of the last week that `recent` does not name, as a table"},
    {Slot::contents, "contents", SlotKind::html,
     "links to the headings of a long text, or to the chapters of a document"},
    {Slot::cover, "cover", SlotKind::html, "the overview"},
    {Slot::empty, "empty", SlotKind::html, "what to do in a program without a record"},
    {Slot::due, "due", SlotKind::html, "what is overdue and due next, as a list"},
    {Slot::facts, "facts", SlotKind::html, "the short fields, a label above each value"},
    {Slot::findings, "findings", SlotKind::html, "what the checks found"},
    {Slot::footnotes, "footnotes", SlotKind::html, "the footnotes of the text"},
    {Slot::forecast, "forecast", SlotKind::html,
     "the line from the committed date to the forecast and its likely end"},
    {Slot::gates, "gates", SlotKind::html, "the gates, a meter and the items of each"},
    {Slot::glance, "glance", SlotKind::html, "how many records of each kind there are"},
    {Slot::heading, "heading", SlotKind::html, "the words of the page's heading"},
    {Slot::id, "id", SlotKind::text, "the id of the record"},
    {Slot::layout, "layout", SlotKind::text,
     "a class for the whole record: \"one-page\" for a charter, else empty"},
    {Slot::launch, "launch", SlotKind::html,
     "the day of a release in order of time, when to go back, and who stands by"},
    {Slot::lead, "lead", SlotKind::html, "the sentence under the heading"},
    {Slot::links, "links", SlotKind::html, "links both ways, grouped by their meaning"},
    {Slot::meeting, "meeting", SlotKind::html, "what the go/no-go meeting said"},
    {Slot::meta, "meta", SlotKind::html, "the as-of date and the newest report"},
    {Slot::milestones, "milestones", SlotKind::html, "the milestones around today, as a list"},
    {Slot::milestones_more, "milestones_more", SlotKind::html, "a link to all milestones"},
    {Slot::neighbourhood, "neighbourhood", SlotKind::html,
     "what it comes from or rests on and what it acts on, with lines between"},
    {Slot::next, "next", SlotKind::html, "what is due next"},
    {Slot::opening, "opening", SlotKind::html,
     "what the page opens with: a map, what moved, what presses"},
    {Slot::overdue, "overdue", SlotKind::html, "open work past its due date"},
    {Slot::parts, "parts", SlotKind::html, "all pages but the overview, chapter by chapter"},
    {Slot::path, "path", SlotKind::html, "the critical path to scale"},
    {Slot::path_head, "path_head", SlotKind::html, "the words over `path`: to what"},
    {Slot::path_more, "path_more", SlotKind::html, "how long it is, and a link to its page"},
    {Slot::people, "people", SlotKind::html, "people by team and what they own"},
    {Slot::recent, "recent", SlotKind::html, "what changed in the last week, by what happened"},
    {Slot::recent_more, "recent_more", SlotKind::html, "how many changes there are"},
    {Slot::releases, "releases", SlotKind::html, "the table of the next releases"},
    {Slot::releases_more, "releases_more", SlotKind::html, "a link to all releases"},
    {Slot::risks, "risks", SlotKind::html, "the table of the highest open risks"},
    {Slot::risks_more, "risks_more", SlotKind::html, "a link to all risks"},
    {Slot::series, "series", SlotKind::html, "links to the report or meeting before and after"},
    {Slot::signoffs, "signoffs", SlotKind::html, "sign-offs and waivers"},
    {Slot::since, "since", SlotKind::html, "the words over `recent`: since when"},
    {Slot::source, "source", SlotKind::html, "the source file and the link to edit it"},
    {Slot::state, "state", SlotKind::html, "score, status, health and lateness"},
    {Slot::summary, "summary", SlotKind::html, "counts in words"},
    {Slot::tables, "tables", SlotKind::html, "tables"},
    {Slot::tabs, "tabs", SlotKind::html, "the pages of the same section"},
    {Slot::target, "target", SlotKind::html, "a link to where the record is now"},
    {Slot::tree, "tree", SlotKind::html, "all pages, folder by folder"},
    {Slot::why, "why", SlotKind::html,
     "what the target rests on and is late, blocked or reported bad"},
    {Slot::waited, "waited", SlotKind::html, "whose work rests on theirs, as a list"},
    {Slot::waits, "waits", SlotKind::html, "what they wait for, as a list"},
    {Slot::when, "when", SlotKind::html,
     "what the schedule says of it: dates, float, what drives it, why it is late"},
}};
static_assert([] {
  for (size_t i = 0; i < kSlots; ++i) {
    if (static_cast<size_t>(kInfos[i].slot) != i) return false;
  }
  return true;
}());

constexpr std::array kOverview = {
    Slot::heading,   Slot::meta,          Slot::lead,       Slot::forecast,
    Slot::empty,     Slot::why,           Slot::asks,       Slot::since,
    Slot::recent,    Slot::recent_more,   Slot::milestones, Slot::milestones_more,
    Slot::releases,  Slot::releases_more, Slot::overdue,    Slot::next,
    Slot::risks,     Slot::risks_more,    Slot::blockers,   Slot::blockers_more,
    Slot::path_head, Slot::path,          Slot::path_more,  Slot::changes,
    Slot::glance,    Slot::about,         Slot::findings,   Slot::tabs};
constexpr std::array kTable = {Slot::heading, Slot::summary, Slot::lead,
                               Slot::tabs,    Slot::opening, Slot::tables};
constexpr std::array kRecord = {
    Slot::breadcrumbs, Slot::series,        Slot::id,       Slot::heading,
    Slot::state,       Slot::facts,         Slot::body,     Slot::tables,
    Slot::links,       Slot::neighbourhood, Slot::findings, Slot::source,
    Slot::footnotes,   Slot::contents,      Slot::layout,   Slot::when};
constexpr std::array kRelease = {
    Slot::breadcrumbs,   Slot::id,       Slot::heading, Slot::meta,     Slot::lead,   Slot::opening,
    Slot::gates,         Slot::signoffs, Slot::meeting, Slot::launch,   Slot::after,  Slot::state,
    Slot::facts,         Slot::when,     Slot::body,    Slot::contents, Slot::tables, Slot::links,
    Slot::neighbourhood, Slot::findings, Slot::source,  Slot::footnotes};
constexpr std::array kSheet = {Slot::breadcrumbs, Slot::heading, Slot::meta, Slot::lead,
                               Slot::body};
constexpr std::array kStatus = {Slot::tabs,    Slot::meta, Slot::heading,  Slot::lead,
                                Slot::opening, Slot::body, Slot::footnotes};
constexpr std::array kPage = {Slot::breadcrumbs, Slot::heading, Slot::body,  Slot::contents,
                              Slot::footnotes,   Slot::tree,    Slot::source};
constexpr std::array kPages = {Slot::heading, Slot::summary, Slot::tree};
constexpr std::array kAgenda = {Slot::breadcrumbs, Slot::heading, Slot::lead, Slot::body};
constexpr std::array kPeople = {Slot::heading, Slot::summary, Slot::lead, Slot::people};
constexpr std::array kPerson = {Slot::breadcrumbs, Slot::heading, Slot::state, Slot::facts,
                                Slot::due,         Slot::asks,    Slot::waits, Slot::waited,
                                Slot::people,      Slot::tables,  Slot::links};
constexpr std::array kFindings = {Slot::heading, Slot::summary, Slot::findings};
constexpr std::array kNotFound = {Slot::heading, Slot::lead};
constexpr std::array kMoved = {Slot::heading, Slot::target};
constexpr std::array kDocument = {Slot::cover, Slot::contents, Slot::parts};

constexpr std::array<TemplateInfo, kTemplates> kAll = {{
    {"overview.html", "the first page", kOverview},
    {"table.html", "the table of one kind", kTable},
    {"record.html", "a record", kRecord},
    {"page.html", "a plain page", kPage},
    {"pages.html", "the list of all plain pages", kPages},
    {"people.html", "people and teams", kPeople},
    {"agenda.html", "the agenda of the next review of the logs", kAgenda},
    {"person.html", "a person, or a team", kPerson},
    {"findings.html", "what the checks found", kFindings},
    {"404.html", "the page for addresses that do not exist, or no longer", kNotFound},
    {"moved.html", "a former name of a record", kMoved},
    {"document.html", "the page that holds all others, in the layout `document`", kDocument},
    {"release.html", "a release that has something to check", kRelease},
    {"sheet.html", "what is printed for a release: the go/no-go sheet, the runbook of its day",
     kSheet},
    {"status.html", "the page of a stakeholder", kStatus},
}};

}  // namespace

std::span<const SlotInfo> slot_infos() {
  return kInfos;
}

const SlotInfo* find_slot(std::string_view name) {
  const auto at = std::ranges::find(kInfos, name, &SlotInfo::name);
  return at == kInfos.end() ? nullptr : &*at;
}

bool TemplateInfo::has(Slot slot) const {
  return slot <= kLastCommonSlot || std::ranges::find(slots, slot) != slots.end();
}

std::span<const TemplateInfo> template_infos() {
  return kAll;
}

}  // namespace milepost
