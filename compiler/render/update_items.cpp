// Writes the items of an update in the words of the site.
#include "render/update_items.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "compose/options.h"
#include "compose/phrases.h"
#include "compose/plan_state.h"
#include "compose/reports.h"
#include "compose/verdict.h"
#include "render/change_lines.h"
#include "render/plain_words.h"
#include "render/values.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kMostWords = 200;  // bytes of prose of one field
constexpr size_t kMostStopped = 3;

Word change_word(ChangeVerb verb) {
  constexpr std::array<Word, kChangeVerbs> words = {
      "update.moved"_word,       "update.came_true"_word, "update.escalated"_word,
      "update.reopened"_word,    "update.met"_word,       "update.decided"_word,
      "update.turned_down"_word, "update.finished"_word,  "update.closed"_word,
      "update.opened"_word};
  return words[static_cast<size_t>(verb)];
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = is_ascii_space(c);
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<Date> date_in(const ViewField* field) {
  if (field == nullptr || field->values.empty()) return std::nullopt;
  const auto* date = std::get_if<ViewDate>(&field->values.front().data);
  return date == nullptr ? std::nullopt : std::optional<Date>(date->point);
}

// The title is a link; what stands around it is not.
void append(UpdateLine& line, std::string words) {
  if (words.empty()) return;
  if (!line.empty() && line.back().record == kNoViewRecord) {
    line.back().text += words;
  } else {
    line.push_back({std::move(words), kNoViewRecord});
  }
}

}  // namespace

UpdateItems::UpdateItems(const Outline& outline)
    : outline_(outline),
      view_(outline.view),
      words_(outline.words),
      scope_(outline, drawings_, outline.overview_page == kNoPage ? 0 : outline.overview_page) {}

std::string UpdateItems::day(Date date) const {
  return day_words(words_, date, view_.program.as_of);
}

UpdateLine UpdateItems::line(Word word, ViewRecordId id,
                             std::initializer_list<std::string> values) const {
  UpdateLine line;
  std::string_view rest = words_.text(word);
  while (!rest.empty()) {
    const size_t open = rest.find('{');
    append(line, std::string(rest.substr(0, open)));
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open);
    const bool slot = rest.size() > 2 && is_ascii_digit(rest[1]) && rest[2] == '}';
    const auto number = slot ? static_cast<size_t>(rest[1] - '0') : 0;
    if (!slot || number > values.size()) {
      append(line, std::string(rest.substr(0, 1)));
      rest.remove_prefix(1);
      continue;
    }
    if (number == 0) {
      line.push_back({one_line(record(id).title), id});
    } else {
      append(line, values.begin()[number - 1]);
    }
    rest.remove_prefix(3);
  }
  return line;
}

std::string UpdateItems::owner(const ViewRecord& record) const {
  return record.owner_names.empty() ? std::string() : one_line(record.owner_names.front());
}

std::string UpdateItems::words_of_field(const ViewField* field, size_t most) const {
  if (field == nullptr || field->values.empty()) return {};
  std::string words;
  for (const ViewValue& value : field->values) {
    const std::string one = one_line(words_of(view_, value));
    if (one.empty()) continue;
    if (!words.empty()) words += "; ";
    words += one;
    if (words.size() > most) break;
  }
  return cut_words(std::move(words), most);
}

std::string UpdateItems::values_of(const ViewField& field) {
  HtmlWriter html;
  write_values(html, scope_, field, ValueForm::brief);
  return plain_words(html.view());
}

void UpdateItems::add_below(UpdateItem& item, Word word, const std::string& words) const {
  if (words.empty()) return;
  item.below.push_back({{fill(words_.text(word), {words}), kNoViewRecord}});
}

UpdateItem UpdateItems::change(const ChangeEntry& entry) const {
  UpdateItem item;
  const std::string on = entry.on ? day(*entry.on) : std::string();
  if (entry.verb == ChangeVerb::moved) {
    const int64_t days = view_.working_time.between(*entry.from, *entry.to);
    item.line = line("update.moved"_word, entry.record,
                     {day(*entry.from), day(*entry.to),
                      fill(words_.text(days < 0 ? "slip.earlier"_word : "slip.later"_word),
                           {std::to_string(days < 0 ? -days : days)})});
    if (entry.other != kNoViewRecord) {
      item.below.push_back(line("update.moved_by"_word, entry.other));
    }
    return item;
  }
  item.line = line(change_word(entry.verb), entry.record, {on});
  if (entry.verb == ChangeVerb::came_true && entry.other != kNoViewRecord) {
    item.below.push_back(line("update.became"_word, entry.other));
  }
  const std::optional<Date> due = record(entry.record).facts.due;
  if (entry.verb == ChangeVerb::met && due && entry.on) {
    const int64_t late = view_.working_time.between(*due, *entry.on);
    append(item.line, late <= 0 ? text("update.in_time"_word)
                                : ", " + count_words(words_, "overview.late"_word,
                                                     static_cast<uint64_t>(late)));
  }
  return item;
}

// Ids are put behind titles by who writes it.
UpdateLine UpdateItems::since() const {
  UpdateLine line;
  append(line, fill(words_.text("overview.since"_word), {outline_.since.day}) + ": ");
  const SinceRow& row = outline_.since.consequences;
  for (size_t i = 0; i < row.items.size(); ++i) {
    if (i > 0) append(line, "; ");
    ChangeLine run;
    const auto flush = [&] { append(line, plain_change_line(std::exchange(run, {}))); };
    for (const ChangePhrase& phrase : row.items[i]) {
      if (phrase.ink == ChangeInk::title && phrase.record != kNoViewRecord) {
        flush();
        line.push_back({phrase.text, phrase.record});
      } else if (phrase.ink == ChangeInk::id) {
        if (!run.empty() && run.back().text == " ") run.pop_back();
      } else {
        run.push_back(phrase);
      }
    }
    flush();
  }
  if (row.more > 0) {
    append(line, "; " + count_words(words_, "overview.and_more"_word, row.more));
  }
  append(line, ".");
  return line;
}

UpdateItem UpdateItems::work(ViewRecordId id) {
  UpdateItem item;
  const ViewRecord& one = record(id);
  const ViewScheduleItem* planned = view_.schedule.item(id);
  std::string facts;
  const auto add = [&](const std::string& words) {
    if (words.empty()) return;
    facts += facts.empty() ? "" : ", ";
    facts += words;
  };
  if (planned != nullptr && planned->percent > 0) {
    add(fill(words_.text("plan.percent"_word), {std::to_string(planned->percent)}));
  }
  const std::optional<Date> due = owed_on(one);
  const std::optional<Date> ends = expected_on(view_, id);
  if (due && ends && *ends > *due) {
    add(fill(words_.text("update.target_was"_word), {day(*ends), day(*due)}));
  } else if (due || ends) {
    add(fill(words_.text("update.target"_word), {day(due ? *due : *ends)}));
  }
  const StateShape shape = state_shape(view_, id);
  if (shape >= StateShape::at_risk) add(std::string(shape_word(words_, shape)));
  add(owner(one));
  item.line = line("update.fact"_word, id, {facts});
  for (const uint32_t index : view_.incoming_links(id)) {
    const ViewLink& link = view_.links[index];
    if (link.mention || view_.link_types[link.type].name != "blocks") continue;
    if (view_.record(link.from).is_open()) {
      item.below.push_back(line("update.blocked_by"_word, link.from));
    }
  }
  return item;
}

UpdateItem UpdateItems::risk(ViewRecordId id) {
  UpdateItem item;
  const ViewRecord& one = record(id);
  std::string size;
  if (one.facts.score > 0) {
    size = fill(words_.text("update.band"_word),
                {noun(words_, band_word(words_, one.facts.band)), std::to_string(one.facts.score)});
  } else if (one.facts.impact > 0) {
    size = fill(words_.text("update.impact_level"_word),
                {noun(words_, level_word(words_, one.facts.impact))});
  }
  item.line = size.empty() ? line("update.plain"_word, id) : line("update.fact"_word, id, {size});
  add_below(item, "update.impact"_word,
            words_of_field(view_.find_field(one, "impact_text"), kMostWords));
  add_below(item, "update.mitigation"_word,
            words_of_field(field_with(view_, one, ViewRole::mitigation), kMostWords));
  std::string who = owner(one);
  if (one.facts.next_review) {
    const std::string review =
        fill(words_.text("update.review"_word), {day(*one.facts.next_review)});
    who += who.empty() ? review : ", " + review;
  }
  add_below(item, "update.owner"_word, who);
  return item;
}

UpdateItem UpdateItems::issue(ViewRecordId id) {
  UpdateItem item;
  const ViewRecord& one = record(id);
  std::string facts;
  if (one.facts.severity > 0) facts = noun(words_, level_word(words_, one.facts.severity));
  const auto add = [&](const std::string& words) {
    if (words.empty()) return;
    facts += facts.empty() ? "" : ", ";
    facts += words;
  };
  add(owner(one));
  if (const std::optional<Date> due = owed_on(one)) {
    add(fill(words_.text("update.due"_word), {day(*due)}));
  }
  item.line = facts.empty() ? line("update.plain"_word, id) : line("update.fact"_word, id, {facts});
  add_below(item, "update.resolution"_word,
            words_of_field(field_with(view_, one, ViewRole::resolution), kMostWords));
  return item;
}

std::string UpdateItems::stopped(ViewRecordId id) const {
  std::vector<std::string> ids;
  for (const ViewLink& link : view_.outgoing(id)) {
    if (link.mention || view_.link_types[link.type].name != "blocks") continue;
    if (record(link.to).is_open()) ids.push_back(record(link.to).title);
  }
  std::string words;
  for (size_t i = 0; i < std::min(ids.size(), kMostStopped); ++i) {
    words += (i == 0 ? "" : ", ") + one_line(ids[i]);
  }
  if (ids.size() > kMostStopped) {
    words += " " + count_words(words_, "list.more"_word, ids.size() - kMostStopped);
  }
  return words;
}

UpdateItem UpdateItems::blocker(ViewRecordId id) {
  UpdateItem item;
  const ViewRecord& one = record(id);
  std::string facts;
  const auto add = [&](const std::string& words) {
    if (words.empty()) return;
    facts += facts.empty() ? "" : ", ";
    facts += words;
  };
  if (one.facts.priority <= 3) add("P" + std::to_string(one.facts.priority));
  if (one.facts.raised) add(fill(words_.text("update.open_since"_word), {day(*one.facts.raised)}));
  add(owner(one));
  item.line = facts.empty() ? line("update.plain"_word, id) : line("update.fact"_word, id, {facts});
  add_below(item, "update.stops"_word, stopped(id));
  add_below(item, "update.resolution"_word,
            words_of_field(field_with(view_, one, ViewRole::resolution), kMostWords));
  return item;
}

UpdateItem UpdateItems::metric(ViewRecordId id, Date from) {
  UpdateItem item;
  const ViewRecord& one = record(id);
  const ViewField* now = view_.find_field(one, "current");
  const ViewField* before = nullptr;
  std::optional<Date> newest, newest_before;
  if (const ViewField* readings = view_.find_field(one, "readings")) {
    for (const ViewValue& value : readings->values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) continue;
      const std::optional<Date> on = date_in(view_.find_field(*object, "date"));
      const ViewField* figure = view_.find_field(*object, "value");
      if (!on || figure == nullptr || *on > view_.program.as_of) continue;
      if (!newest || *on >= *newest) {
        newest = on;
        now = figure;
      }
      if (*on <= from && (!newest_before || *on >= *newest_before)) {
        newest_before = on;
        before = figure;
      }
    }
  }
  std::string unit = words_of_field(view_.find_field(one, "unit"), kMostWords);
  if (!unit.empty()) unit = " " + unit;
  std::string facts = now == nullptr ? text("update.unmeasured"_word) : values_of(*now) + unit;
  if (before != nullptr && newest_before != newest) {
    const std::string was = values_of(*before);
    if (was != values_of(*now)) {
      facts += ", " + fill(words_.text("update.was"_word), {was + unit});
    }
  }
  if (const ViewField* target = view_.find_field(one, "target")) {
    const auto* object = std::get_if<ViewObject>(&target->values.front().data);
    const ViewField* figure = object == nullptr ? target : view_.find_field(*object, "value");
    if (figure != nullptr) {
      facts += ", " + fill(words_.text("update.wanted"_word), {values_of(*figure) + unit});
    }
  }
  item.line = line("update.fact"_word, id, {facts});
  return item;
}

UpdateItem UpdateItems::upcoming(ViewRecordId id) {
  const ViewRecord& one = record(id);
  const std::optional<Date> ends = expected_on(view_, id);
  const std::optional<Date> due = ends ? ends : owed_on(one);
  const std::string who = owner(one);
  UpdateItem item;
  item.line = line("update.on_day"_word, id, {due ? day(*due) : text("overview.no_date"_word)});
  if (!who.empty()) append(item.line, ", " + who);
  return item;
}

// Who is to answer: those it was escalated to, else its owner.
std::string UpdateItems::asked_of(const ViewRecord& record) const {
  const ViewField* to = field_with(view_, record, ViewRole::escalated_to);
  if (to == nullptr) return owner(record);
  std::string words;
  for (const ViewValue& value : to->values) {
    words += (words.empty() ? "" : ", ") + one_line(value.text);
  }
  return words;
}

// The option that is recommended by its name, then what the author says of it.
std::string UpdateItems::recommended(const ViewRecord& record) const {
  const ViewField* field = field_with(view_, record, ViewRole::recommendation);
  if (field == nullptr) return {};
  const std::string said = words_of_field(field, kMostWords);
  const std::optional<RecommendedOption> found = recommended_option(view_, record);
  if (!found) return said;
  const ViewField& options = *field_with(view_, record, ViewRole::options);
  const auto& option = std::get<ViewObject>(options.values[found->index].data);
  const ViewField* name = view_.find_field(option, "name");
  if (name == nullptr) return said;
  std::string words = noun(words_, one_line(words_of(view_, name->values.front())));
  std::string_view rest = found->rest;
  if (!rest.empty() && !is_ascii_alnum(rest.front())) rest = trim(rest.substr(1));
  if (!rest.empty()) words += ". " + one_line(rest);
  return cut_words(std::move(words), kMostWords);
}

UpdateItem UpdateItems::ask(ViewRecordId id) {
  const ViewRecord& one = record(id);
  const std::optional<Date> by = answer_by(one.facts);
  std::string who = asked_of(one);
  std::string when;
  if (by) {
    const bool past = *by < view_.program.as_of;
    when = fill(words_.text(past ? "update.was_by"_word : "update.by"_word), {day(*by)});
  }
  UpdateItem item;
  std::string facts = who;
  if (!when.empty()) facts += (facts.empty() ? "" : ", ") + when;
  item.line = facts.empty() ? line("update.plain"_word, id) : line("update.fact"_word, id, {facts});
  add_below(item, "update.recommendation"_word, recommended(one));
  return item;
}

}  // namespace milepost
