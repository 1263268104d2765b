// Status words with their comments, emoji and percentages; health words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "calendar/date_parse.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

StatusId named_or_first(const Kind& kind, Phase phase,
                        std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < kind.statuses.size(); ++i) {
      if (kind.statuses[i].name == name && kind.statuses[i].phase == phase) {
        return static_cast<StatusId>(i);
      }
    }
  }
  for (std::size_t i = 0; i < kind.statuses.size(); ++i) {
    if (kind.statuses[i].phase == phase) return static_cast<StatusId>(i);
  }
  return kNoStatus;
}

StatusId status_of_phase(const Kind& kind, Phase phase) {
  switch (phase) {
    case Phase::waiting:
      return named_or_first(kind, phase, {"not_started", "open", "proposed"});
    case Phase::doing:
      return named_or_first(kind, phase, {"in_progress", "open", "active"});
    case Phase::done:
      return named_or_first(kind, phase, {"done", "complete", "closed", "passed"});
    case Phase::dropped:
      return named_or_first(kind, phase, {"cancelled", "dropped", "rejected"});
  }
  return kNoStatus;
}

// What a word says: a status of the kind, a health, or the outcome of a check.
struct Meaning {
  bool known = false;
  StatusId status = kNoStatus;
  Health health = Health::none;
  CheckWord check = CheckWord::none;
};

// A header such as `Done` or `Completed?`: a cross below it means "not yet".
bool asks_yes_or_no(std::string_view key) {
  static constexpr std::array<std::string_view, 8> kKeys{"done",     "complete", "completed",
                                                         "closed",   "finished", "implemented",
                                                         "resolved", "delivered"};
  const std::string word = normalize_label(key);
  return std::find(kKeys.begin(), kKeys.end(), word) != kKeys.end();
}

Meaning meaning_of(const Kinds& kinds, KindId kind_id, std::string_view word) {
  const Kind& kind = kinds.kind(kind_id);
  Meaning meaning;
  meaning.status = kinds.find_status(kind_id, word);
  const Health health = kinds.find_health(word);
  if (meaning.status != kNoStatus) {
    meaning.known = true;
    // `Blocked` is a status and a health; `Complete` and `Not started` say no more than the status.
    if (health != Health::complete && health != Health::not_started) meaning.health = health;
    return meaning;
  }
  if (health != Health::none) {
    meaning.known = true;
    meaning.health = health;
    meaning.status = status_of_phase(kind, health == Health::complete      ? Phase::done
                                           : health == Health::not_started ? Phase::waiting
                                                                           : Phase::doing);
    return meaning;
  }
  meaning.check = kinds.find_check(word);
  switch (meaning.check) {
    case CheckWord::none:
      return meaning;
    case CheckWord::passed:
      meaning.status = status_of_phase(kind, Phase::done);
      break;
    case CheckWord::pending:
      meaning.status = status_of_phase(kind, Phase::waiting);
      break;
    case CheckWord::not_applicable:
      meaning.status = status_of_phase(kind, Phase::dropped);
      break;
    case CheckWord::failed:
      meaning.health = Health::off_track;
      [[fallthrough]];
    case CheckWord::partial:
      meaning.status = status_of_phase(kind, Phase::doing);
      break;
  }
  meaning.known = meaning.status != kNoStatus;
  return meaning;
}

// `67%` anywhere in the text, or -1.
int percent_in(std::string_view text) {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
    int percent = -1;
    const auto [end, problem] = std::from_chars(text.data() + begin, text.data() + at, percent);
    const bool whole = begin == 0 || (text[begin - 1] != '.' && text[begin - 1] != '-');
    if (problem == std::errc() && end == text.data() + at && whole && percent <= 100) {
      return percent;
    }
  }
  return -1;
}

// `9 of 14`, `9/14` as a percentage, or -1.
int percent_of_count(std::string_view text) {
  int done = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), done);
  if (problem != std::errc() || done < 0) return -1;
  std::string_view rest = trim_spaces(text.substr(static_cast<std::size_t>(end - text.data())));
  if (rest.starts_with('/'))
    rest = trim_spaces(rest.substr(1));
  else if (istarts_with(rest, "of "))
    rest = trim_spaces(rest.substr(3));
  else
    return -1;
  int all = 0;
  const auto [last, bad] = std::from_chars(rest.data(), rest.data() + rest.size(), all);
  const bool whole = last == rest.data() + rest.size() || comment_begin(rest) < rest.size();
  if (bad != std::errc() || !whole || all <= 0 || done > all || all > 100'000) return -1;
  return done * 100 / all;
}

// True if the words after a status can only be a remark on it: `Superseded by …`, `Done 3 June`.
bool begins_remark(std::string_view tail) {
  static constexpr std::array<std::string_view, 16> kWords{
      "by",  "on",   "in",  "at",   "since",   "until", "as",    "per",
      "for", "with", "via", "from", "pending", "due",   "after", "except"};
  tail = trim_spaces(tail);
  if (tail.empty()) return true;
  const char c = tail.front();
  if (is_ascii_digit(c) || c == '[' || c == '@' || c == '#' || c == '~' ||
      leading_emoji(tail) != 0) {
    return true;
  }
  std::size_t end = 0;
  while (end < tail.size() && is_ascii_alpha(tail[end])) ++end;
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return iequals(word, tail.substr(0, end)); });
}

struct Match {
  Meaning meaning;
  std::string_view comment;
};

// The status at the start of `text`, and what is left.
Match match_words(const Kinds& kinds, KindId kind, std::string_view text) {
  Match match{meaning_of(kinds, kind, text), label_hint(text)};
  if (match.meaning.known) return match;
  const std::size_t cut = std::min(comment_begin(text), text.size());
  const std::string_view head = trim_spaces(text.substr(0, cut));
  if (cut < text.size()) {
    match = {meaning_of(kinds, kind, strip_emphasis(head)), comment_text(text.substr(cut))};
    if (match.meaning.known) return match;
  }
  // Up to four words, the most first.
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i < head.size() && ends.size() < 4; ++i) {
    if (head[i] == ' ' && head[i - 1] != ' ') ends.push_back(i);
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    const std::string_view words = head.substr(0, *end);
    if (words.size() < 2 || !begins_remark(text.substr(*end))) continue;
    match = {meaning_of(kinds, kind, strip_emphasis(words)), trim_spaces(text.substr(*end))};
    if (match.meaning.known) return match;
  }
  return {};
}

// `[x]` or `[ ]` at the start: its length, and whether it is checked.
std::size_t check_box(std::string_view text, bool& checked) {
  if (text.size() < 3 || text[0] != '[' || text[2] != ']') return 0;
  checked = text[1] == 'x' || text[1] == 'X';
  return checked || text[1] == ' ' ? 3 : 0;
}

void complain_status(Decoding& d, const Field& field, const Written& text) {
  if (field.loose) return;
  const Kind& kind = d.work.facts.kinds.kind(d.kind);
  std::vector<std::string_view> words;
  std::vector<std::string_view> all;
  std::string list;
  for (const Status& status : kind.statuses) {
    const std::string_view name = d.severity == Severity::error ? status.name : status.label;
    words.push_back(name);
    all.push_back(name);
    for (const std::string& synonym : status.synonyms) all.push_back(synonym);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
  }
  d.work.sink.report(
      {code::unknown_status,
       Severity::warning,
       text.span,
       fmt::format("{} is no status of the kind `{}`; it counts as under way", quoted(text.text),
                   kind.name),
       suggestion(d.work, text.text, all,
                  words.empty() ? fmt::format("add statuses to the kind `{}`", kind.name)
                                : "write " + list),
       {}});
}

}  // namespace

bool read_status(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Kinds& kinds = d.work.facts.kinds;
  const Kind& kind = kinds.kind(d.kind);
  Written text = without_emphasis(w);
  if (const std::optional<MovedDate> moved = split_moved_date(w.text);
      moved && !trim_spaces(moved->after).empty()) {
    text = without_emphasis(piece(w, moved->after_offset, moved->after.size()));
  }
  StatusWord result;
  result.percent = percent_in(text.text);
  if (result.percent < 0) result.percent = percent_of_count(text.text);
  const auto finish = [&](Meaning meaning, std::string_view comment) {
    if (meaning.check == CheckWord::failed && asks_yes_or_no(d.key)) {
      meaning.status = status_of_phase(kind, Phase::waiting);
      meaning.health = Health::none;
    }
    result.status = meaning.status;
    if (meaning.health != Health::none) result.health = meaning.health;
    result.comment = d.work.lasting(comment);
    value.data = result;
    return true;
  };

  bool checked = false;
  if (const std::size_t box = check_box(text.text, checked); box != 0) {
    Meaning meaning{true, status_of_phase(kind, checked ? Phase::done : Phase::waiting)};
    return finish(meaning, comment_text(text.text.substr(box)));
  }
  if (const Match whole = match_words(kinds, d.kind, text.text); whole.meaning.known) {
    // The word counts; a coloured mark beside it says how the work goes.
    const std::size_t emoji = leading_emoji(text.text);
    if (emoji != 0 && whole.meaning.health == Health::none && whole.meaning.status != kNoStatus &&
        kind.is_work) {
      const Phase phase = kind.statuses[static_cast<std::size_t>(whole.meaning.status)].phase;
      const Health health = kinds.find_health(text.text.substr(0, emoji));
      const bool live = phase == Phase::waiting || phase == Phase::doing;
      if (live && health != Health::complete && health != Health::not_started) {
        result.health = health;
      }
    }
    return finish(whole.meaning, whole.comment);
  }
  // `🟢 all merged`: a mark and a remark.
  if (const std::size_t emoji = leading_emoji(text.text);
      emoji != 0 && emoji < text.text.size() &&
      static_cast<unsigned char>(text.text.front()) >= 0x80) {
    const Meaning meaning = meaning_of(kinds, d.kind, text.text.substr(0, emoji));
    const Match words = match_words(kinds, d.kind, trim_spaces(text.text.substr(emoji)));
    if (words.meaning.known) return finish(words.meaning, words.comment);
    const std::string_view rest = trim_spaces(text.text.substr(emoji));
    const bool remark =
        comment_begin(text.text, emoji) == emoji || rest.find(' ') != std::string_view::npos;
    if (meaning.known && remark) {
      return finish(meaning, comment_text(text.text.substr(emoji)));
    }
  }
  if (result.percent >= 0 && (is_ascii_digit(text.text.front()) || text.text.front() == '~')) {
    const Phase phase = result.percent == 0     ? Phase::waiting
                        : result.percent == 100 ? Phase::done
                                                : Phase::doing;
    return finish({true, status_of_phase(kind, phase)}, "");
  }
  complain_status(d, field, text);
  value.data = result;
  return true;
}

bool read_health(Decoding& d, const Field& field, const Written& w, Value& value) {
  const Kinds& kinds = d.work.facts.kinds;
  Written text = without_emphasis(w);
  const auto set = [&](Health health, std::string_view because) {
    value.data = HealthWord{health, d.work.lasting(because), std::nullopt};
    return true;
  };
  if (const Health health = kinds.find_health(text.text); health != Health::none) {
    return set(health, label_hint(text.text));
  }
  const std::size_t cut = comment_begin(text.text);
  if (cut != std::string_view::npos && cut > 0) {
    const Health health = kinds.find_health(strip_emphasis(text.text.substr(0, cut)));
    if (health != Health::none) return set(health, comment_text(text.text.substr(cut)));
  }
  if (const std::size_t emoji = leading_emoji(text.text); emoji != 0) {
    const Health health = kinds.find_health(text.text.substr(0, emoji));
    if (health != Health::none) return set(health, comment_text(text.text.substr(emoji)));
  }
  complain(d, field, code::unknown_health, text.span,
           fmt::format("{} is no health", quoted(text.text)),
           suggestion(d.work, text.text,
                      {"not_started", "on_track", "at_risk", "off_track", "blocked", "complete"},
                      "write `on_track` 🟢, `at_risk` 🟡, `off_track` 🔴, `blocked` ⛔, "
                      "`complete` 🔵 or `not_started` ⚪"));
  return false;
}

bool read_health_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                         Value& value) {
  HealthWord result;
  bool found = false;
  bool good = true;
  for_each_entry(tree, node, [&](uint32_t key, uint32_t entry) {
    const std::string name = normalize_label(tree.nodes[key].text);
    const Written w = written_scalar(d, tree, entry);
    Value one;
    if (name == "value" || name == "health" || name == "status") {
      found = true;
      good = !w.text.empty() && read_health(d, field, w, one);
      if (good) {
        const HealthWord word = std::get<HealthWord>(one.data);
        result.health = word.health;
        if (result.because.empty()) result.because = word.because;
      }
    } else if (name == "because" || name == "reason" || name == "why") {
      result.because = d.work.lasting(w.text);
    } else if (name == "until") {
      if (!w.text.empty() && read_date(d, field, w, one)) {
        result.until = std::get<DateField>(one.data).date;
      }
    } else {
      d.unknown.push_back({d.work.lasting(tree.nodes[key].text), tree.nodes[key].span,
                           written_source(d.work, tree.nodes[entry]).text, tree.nodes[entry].span});
    }
  });
  if (!found) {
    complain(d, field, code::unknown_health, written_source(d.work, tree.nodes[node]).span,
             "a health with reasons needs `value`",
             "write `{value: at_risk, because: …, until: 2026-06-12}`");
  }
  if (!found || !good) return false;
  value.data = result;
  return true;
}

}  // namespace milepost
