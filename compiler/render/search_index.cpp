// Writes the columns and the word list of search.js.
#include "render/search_index.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compose/phrases.h"
#include "compose/words.h"
#include "files/embedded.h"
#include "markup/html.h"
#include "markup/script_string.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/schedule_words.h"
#include "render/scripts.h"
#include "render/slip.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// The characters that stand for numbers: printable, none that a script string must escape.
constexpr std::array<char, 88> kDigits = [] {
  std::array<char, 88> digits{};
  size_t count = 0;
  for (char c = '#'; c <= '~'; ++c) {
    if (c != '&' && c != '<' && c != '>' && c != '\\') digits[count++] = c;
  }
  return digits;
}();
constexpr uint32_t kLast = 56;       // digits below it end a number
constexpr uint32_t kContinued = 32;  // the others are followed by more

void append_number(std::string& out, uint32_t value) {
  while (value >= kLast) {
    value -= kLast;
    out += kDigits[kLast + value % kContinued];
    value /= kContinued;
  }
  out += kDigits[value];
}

// Different strings, numbered from 1; 0 is none.
class Choices {
 public:
  uint32_t number_of(std::string text) {
    if (text.empty()) return 0;
    const auto [at, fresh] =
        numbers_.try_emplace(std::move(text), static_cast<uint32_t>(list_.size() + 1));
    if (fresh) list_.push_back(&at->first);
    return at->second;
  }
  const std::vector<const std::string*>& list() const { return list_; }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<const std::string*> list_;
};

void append_line(std::string& column, std::string_view text) {
  column.append(shown_line(text)).append("\n");
}

// In the order of UTF-16, which is JavaScript's: what is beyond the first plane comes before
// U+E000.
bool utf16_less(std::string_view a, std::string_view b) {
  const auto [left, right] = std::ranges::mismatch(a, b);
  if (left == a.end() || right == b.end()) return left == a.end() && right != b.end();
  const auto weight = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte + 0;
  };
  return weight(*left) < weight(*right);
}

// "docs/0012-setup.md" is also known as "0012-setup", "CIP-0030/README.md" as "CIP-0030".
std::string_view name_of_page(std::string_view path) {
  path = path.substr(0, std::min(path.rfind('.'), path.size()));
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return path;
  const std::string_view name = path.substr(slash + 1);
  if (!iequals(name, "readme") && !iequals(name, "index")) return name;
  path = path.substr(0, slash);
  const size_t above = path.rfind('/');
  return above == std::string_view::npos ? path : path.substr(above + 1);
}

// Documents of one sort, one after the other.
struct Group {
  std::string name, label, plural, folder, list;
  uint32_t count = 0;
  bool records = false;
};

class IndexWriter {
 public:
  IndexWriter(const Outline& outline, std::vector<TextWords> parts)
      : outline_(outline), view_(outline.view), parts_(std::move(parts)) {}

  std::string write() {
    shorten_leads(parts_);
    merge_tables();
    records();
    pages();
    people();
    lists();
    write_words();
    return script();
  }

 private:
  static constexpr uint32_t kNoText = 0xFFFFFFFF;

  const Words& words() const { return outline_.words; }

  // --- documents
  // -------------------------------------------------------------------------------------

  struct Document {
    std::string_view id, title;
    std::string aliases;  // with tabs between
    std::string path, fact;
    uint32_t state = 0, owners = 0, score = 0;
    uint32_t text = kNoText;  // its number among the texts
  };

  void add(const Document& document) {
    ++groups_.back().count;
    add_id(document.id);
    append_line(titles_, document.title);
    aliases_.append(document.aliases).append("\n");
    append_line(paths_, document.path);
    append_number(states_, document.state);
    append_number(owners_, document.owners);
    append_number(scores_, document.score);
    append_number(facts_, fact_choices_.number_of(shown_line(document.fact)));
    if (document.text != kNoText) {
      const auto& [part, at] = text_places_[document.text];
      append_line(leads_, parts_[part].leads[at]);
      const std::vector<uint32_t>& ends = parts_[part].ends;
      const uint32_t begin = at == 0 ? 0 : ends[at - 1];
      for (uint32_t i = begin; i < ends[at]; ++i) {
        document_words_.push_back(word_numbers_[part][parts_[part].words[i]]);
      }
    } else {
      leads_ += '\n';
      std::vector<uint32_t> words;
      for (const std::string& word : words_of(document.title))
        words.push_back(table_.number_of(word));
      std::ranges::sort(words);
      words.erase(std::ranges::unique(words).begin(), words.end());
      document_words_.insert(document_words_.end(), words.begin(), words.end());
    }
    document_ends_.push_back(static_cast<uint32_t>(document_words_.size()));
  }

  // R-008 after R-007 is an empty line.
  void add_id(std::string_view id) {
    std::string next = last_id_;
    size_t at = next.size();
    while (at > 0 && next[at - 1] == '9') next[--at] = '0';
    if (at > 0 && next[at - 1] >= '0' && next[at - 1] < '9') {
      ++next[at - 1];
    } else {
      next.clear();
    }
    if (id != next) append_line(ids_, id);
    if (id == next) ids_ += '\n';
    last_id_ = id;
  }

  // One owner a line: name, a tab, the key if there is one.
  uint32_t owners_of(const ViewRecord& record) {
    std::string numbers;
    for (size_t i = 0; i < record.owners.size(); ++i) {
      const ViewParty& party = record.owners[i];
      std::string entry = shown_line(record.owner_names[i]);
      if (party.person != kNoViewPerson) entry += "\t" + view_.person(party.person).key;
      if (party.team != kNoViewTeam) entry += "\t" + view_.team(party.team).key;
      append_number(numbers, party_choices_.number_of(std::move(entry)));
    }
    return owner_choices_.number_of(std::move(numbers));
  }

  // The date that matters: of open work the one ahead, of closed the one behind.
  std::string date_of(const ViewRecord& record) const {
    const ViewFacts& f = record.facts;
    const Date as_of = view_.program.as_of;
    const auto day = [&](Date date) { return short_day(words(), date, as_of); };
    const auto dated = [&](Word word, Date date) { return fill(words().text(word), {day(date)}); };
    if (!record.is_open()) {
      for (const std::optional<Date>& date : {f.finished, f.decided, f.held, f.due, f.raised}) {
        if (date) return day(*date);
      }
      return {};
    }
    if (const std::string planned = plan_of(record); !planned.empty()) return planned;
    if (f.due) {
      if (f.start && *f.start < *f.due) {
        return period_words(words(), {*f.start, *f.due, Precision::part}, as_of);
      }
      return dated("search.due"_word, *f.due);
    }
    if (f.decision_needed_by) return dated("search.answer_by"_word, *f.decision_needed_by);
    if (f.needed_by) return dated("search.needed_by"_word, *f.needed_by);
    if (f.promised) return dated("search.promised"_word, *f.promised);
    if (f.next_review) return "+" + dated("search.review"_word, *f.next_review);
    return {};
  }

  // "Forecast 10 Jun +4 d, critical path": of what slips or is on the path; else its dates say it.
  std::string plan_of(const ViewRecord& record) const {
    const ViewScheduleItem* item =
        view_.schedule.item(ViewRecordId{static_cast<uint32_t>(&record - view_.records.data())});
    if (item == nullptr || !item->dated || item->state == ViewPlanState::done) return {};
    const bool slips = struck_date(*item).has_value();
    if (!slips && !item->critical && item->commitment) return {};
    std::string told = fill(words().text("search.forecast"_word),
                            {short_day(words(), item->finish, view_.program.as_of)});
    if (slips) {
      const Word word = item->slip > 0 ? "slip.later"_word : "slip.earlier"_word;
      told += " " + fill(words().text(word), {std::to_string(std::abs(item->slip))});
    }
    if (item->critical) told.append(", ").append(words().text("search.critical"_word));
    return told;
  }

  // "No-go, 5 things in the way" of a release.
  std::string readiness_of(uint32_t id) const {
    const ViewReadiness* ready = view_.readiness_of(ViewRecordId{id});
    if (ready == nullptr || !ready->release) return {};
    std::string told(verdict_word(words(), ready->verdict));
    if (told.empty()) return {};
    if (const std::string more = ready_fact(words(), *ready); !more.empty()) told += ", " + more;
    return told;
  }

  void records() {
    std::vector<std::vector<uint32_t>> by_kind(view_.kinds.size());
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      by_kind[number(view_.records[i].kind)].push_back(i);
    }
    for (uint32_t k = 0; k < view_.kinds.size(); ++k) {
      std::vector<uint32_t>& ids = by_kind[k];
      if (ids.empty()) continue;
      const auto less = [&](uint32_t a, uint32_t b) {
        return natural_less(view_.records[a].short_id, view_.records[b].short_id);
      };
      if (!std::ranges::is_sorted(ids, less)) std::ranges::stable_sort(ids, less);
      const ViewKind& kind = view_.kinds[k];
      const std::string& first = outline_.path_of(ViewRecordId{ids.front()}).encoded();
      groups_.push_back({kind.name, kind.label, kind.plural_label,
                         first.substr(0, first.rfind('/') + 1), list_of(k), 0, true});
      for (const uint32_t id : ids) record(id);
    }
  }

  std::string list_of(uint32_t kind) const {
    const uint32_t page = outline_.kind_pages[kind];
    return page == kNoPage ? std::string() : outline_.pages[page].path.encoded();
  }

  static void add_alias(Document& document, std::string_view alias) {
    if (!document.aliases.empty()) document.aliases += '\t';
    document.aliases += shown_line(alias);
  }

  void record(uint32_t id) {
    const ViewRecord& record = view_.records[id];
    Document document{record.short_id, record.title, {}, {}, {}, 0, 0, 0, id};
    if (record.id != record.short_id) add_alias(document, record.id);
    for (const std::string& alias : record.aliases) add_alias(document, alias);
    const std::string& path = outline_.path_of(ViewRecordId{id}).encoded();
    if (path != groups_.back().folder + record.short_id + ".html") document.path = path;
    document.fact = date_of(record);
    if (const std::string ready = readiness_of(id); !ready.empty()) {
      document.fact = document.fact.empty() ? ready : ready + ", " + document.fact;
    }
    document.owners = owners_of(record);
    document.score = record.facts.score;
    if (has_state(view_, record)) {
      const ViewRecordId number_of_it{id};
      std::string entry = shown_line(plan_state_words(words(), view_, number_of_it)).append("\t");
      entry += plan_state_class(view_, number_of_it).view();
      entry += record.is_open() ? "\topen" : "\tclosed";
      const ViewKind& kind = view_.kind_of(record);
      if (record.status < kind.statuses.size()) {
        entry.append("\t").append(shown_line(kind.statuses[record.status].label));
      }
      document.state = state_choices_.number_of(std::move(entry));
    }
    add_tags(record);
    add(document);
  }

  void add_tags(const ViewRecord& record) {
    for (const ViewField& field : record.fields) {
      if (view_.field(field.field).role != ViewRole::tags) continue;
      for (const ViewValue& value : field.values) {
        append_number(tags_, tag_choices_.number_of(shown_line(value.text)));
      }
    }
    tags_ += ' ';
  }

  void begin_group(std::string_view name, Word label, Word plural, uint32_t list) {
    groups_.push_back({std::string(name),
                       std::string(words().text(label)),
                       std::string(words().text(plural)),
                       {},
                       list == kNoPage ? std::string() : outline_.pages[list].path.encoded(),
                       0,
                       false});
  }

  void pages() {
    begin_group("page", "search.page"_word, "search.pages"_word, outline_.pages_page);
    for (uint32_t i = 0; i < view_.pages.size(); ++i) {
      const ViewPage& page = view_.pages[i];
      Document document;
      document.title = page.title;
      const SitePath& path = outline_.path_of(ViewPageId{i});
      document.path = path.encoded();
      document.fact = view_.program.insider ? page.path : path.file();
      add_alias(document, name_of_page(document.fact));
      const size_t headings =
          page.tape == kNoViewTape
              ? 0
              : static_cast<size_t>(std::ranges::count(view_.tape(page.tape).nodes,
                                                       NodeKind::heading, &TapeNode::kind));
      if (headings > 0)
        document.fact += ", " + count_words(words(), "search.headings"_word, headings);
      document.text = static_cast<uint32_t>(view_.records.size()) + i;
      add(document);
    }
  }

  void people() {
    if (outline_.people_page == kNoPage) return;
    begin_group("person", "search.person"_word, "search.people"_word, outline_.people_page);
    for (uint32_t i = 0; i < view_.people.size(); ++i) {
      const ViewPerson& person = view_.people[i];
      Document document;
      document.title = person.name;
      add_alias(document, person.key);
      document.path = outline_.pages[outline_.person_pages[i]].path.encoded();
      document.fact = person.role;
      if (person.team != kNoViewTeam) {
        if (!document.fact.empty()) document.fact += ", ";
        document.fact += view_.team(person.team).name;
      }
      add(document);
    }
    begin_group("team", "search.team"_word, "search.teams"_word, outline_.people_page);
    for (uint32_t i = 0; i < view_.teams.size(); ++i) {
      const ViewTeam& team = view_.teams[i];
      Document document;
      document.title = team.name;
      add_alias(document, team.key);
      document.path = outline_.pages[outline_.team_pages[i]].path.encoded();
      if (team.lead != kNoViewPerson) document.fact = view_.person(team.lead).name;
      add(document);
    }
  }

  // What the navigation has, and the page of each kind.
  void lists() {
    begin_group("list", "search.list"_word, "search.lists"_word, kNoPage);
    std::unordered_set<uint32_t> known;
    const auto add_page = [&](const std::string& label, uint32_t page, uint32_t count) {
      if (page == kNoPage || !known.insert(page).second) return;
      if (outline_.pages[page].kind == OutlineKind::record) return;
      std::string title = label;
      if (outline_.pages[page].kind == OutlineKind::status) {
        const ViewStatusPage& reader = view_.status_pages[outline_.pages[page].subject];
        title = fill(words().text("reader.title"_word), {reader.title});
      }
      Document document;
      document.title = title;
      document.path = outline_.pages[page].path.encoded();
      if (count > 0) document.fact = std::to_string(count);
      add(document);
    };
    for (const NavSection& section : outline_.nav) {
      add_page(section.label, section.page, section.count);
      for (const NavTab& tab : section.tabs) add_page(tab.label, tab.page, tab.count);
    }
    for (uint32_t k = 0; k < view_.kinds.size(); ++k) {
      size_t count = 0;
      for (const RowGroup& group : outline_.tables[k].groups) count += group.rows.size();
      add_page(view_.kinds[k].plural_label, outline_.kind_pages[k], static_cast<uint32_t>(count));
    }
  }

  // --- words
  // -----------------------------------------------------------------------------------------

  void merge_tables() {
    for (uint32_t p = 0; p < parts_.size(); ++p) {
      const TextWords& part = parts_[p];
      std::vector<uint32_t>& numbers = word_numbers_.emplace_back();
      numbers.reserve(part.table.size());
      for (uint32_t i = 0; i < part.table.size(); ++i) {
        numbers.push_back(table_.number_of(part.table.word(i)));
      }
      for (uint32_t i = 0; i < part.ends.size(); ++i) text_places_.emplace_back(p, i);
      cut_ = cut_ || part.cut;
    }
  }

  void write_words() {
    const auto documents = static_cast<uint32_t>(document_ends_.size());
    std::vector<uint32_t> begins(table_.size() + 1, 0);
    for (const uint32_t word : document_words_) ++begins[word + 1];
    for (size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    std::vector<uint32_t> next(begins.begin(), begins.end() - 1);
    std::vector<uint32_t> postings(document_words_.size());
    for (uint32_t d = 0, i = 0; d < documents; ++d) {
      for (; i < document_ends_[d]; ++i) postings[next[document_words_[i]]++] = d;
    }
    std::vector<uint32_t> order;
    for (uint32_t word = 0; word < table_.size(); ++word) {
      if (begins[word + 1] > begins[word]) order.push_back(word);
    }
    std::ranges::sort(
        order, [&](uint32_t a, uint32_t b) { return utf16_less(table_.word(a), table_.word(b)); });
    std::string_view before;
    for (const uint32_t word : order) {
      add_word(before, table_.word(word));
      before = table_.word(word);
      add_postings({postings.begin() + begins[word], postings.begin() + begins[word + 1]},
                   documents);
    }
  }

  // How many characters it shares with the word before, and the others.
  void add_word(std::string_view before, std::string_view word) {
    const auto same = static_cast<size_t>(std::ranges::mismatch(before, word).in1 - before.begin());
    const std::string_view shared = truncate_bytes(word, std::min<size_t>(same, kLast - 1));
    uint32_t units = 0;  // of UTF-16
    for (const CodePoint point : CodePoints(shared)) units += point.value > 0xFFFF ? 2 : 1;
    append_number(words_, units);
    words_.append(word.substr(shared.size())).append("\n");
  }

  // The steps from one document to the next; of a word that most have, after `!`, those of the
  // documents that lack it.
  void add_postings(std::span<const uint32_t> documents, uint32_t count) {
    uint32_t expected = 0;
    const auto step = [&](uint32_t document) {
      append_number(postings_, document - expected);
      expected = document + 1;
    };
    if (documents.size() > count / 2) {
      postings_ += '!';
      uint32_t missing = 0;
      for (const uint32_t document : documents) {
        for (; missing < document; ++missing) step(missing);
        missing = document + 1;
      }
      for (; missing < count; ++missing) step(missing);
    } else {
      for (const uint32_t document : documents) step(document);
    }
    postings_ += ' ';
  }

  // --- the script
  // ------------------------------------------------------------------------------------

  void column(std::string_view name, std::string_view text) {
    out_ += ",\n\"";
    out_.append(name).append("\":");
    append_script_string(out_, text);
  }

  // What the search box says. The forms of a plural go by the names that JavaScript has for them.
  void write_said() {
    out_ += ",\n\"words\":{\"found\":{";
    constexpr std::array<std::pair<std::string_view, uint64_t>, 4> forms = {
        {{"one", 1}, {"few", 3}, {"many", 5}, {"other", 5}}};
    for (const auto& [form, count] : forms) {
      member(form, words().plural("search.found"_word, count), form == "one");
    }
    out_ += '}';
    constexpr std::array<std::pair<std::string_view, Word>, 16> said = {
        {{"hint", "search.hint"_word},
         {"order", "search.order"_word},
         {"some", "search.some"_word},
         {"none", "search.none"_word},
         {"more", "search.more"_word},
         {"cut", "search.cut"_word},
         {"kind", "search.kind"_word},
         {"status", "search.status"_word},
         {"owner", "search.owner"_word},
         {"open", "search.open"_word},
         {"closed", "search.closed"_word},
         {"move", "search.move"_word},
         {"go", "search.go"_word},
         {"next", "search.next"_word},
         {"close", "search.close"_word},
         {"score", "search.score"_word}}};
    for (const auto& [name, word] : said) member(name, words().text(word), false);
    const Date as_of = view_.program.as_of;
    member(
        "as_of",
        fill(words().text("frame.as_of"_word), {short_day(words(), as_of, add_months(as_of, 12))}),
        false);
    out_ += '}';
  }

  void member(std::string_view name, std::string_view text, bool first) {
    if (!first) out_ += ',';
    append_script_string(out_, name);
    out_ += ':';
    append_script_string(out_, text);
  }

  void choices(std::string_view name, const Choices& choices) {
    std::string text;
    for (const std::string* choice : choices.list()) text.append(*choice).append("\n");
    column(name, text);
  }

  std::string script() {
    out_ = shipped_script(find_embedded("compiler/render/search_reader.js")->bytes);
    out_ += "globalThis.milepostIndex=milepostSearch({\n\"format\":1";
    write_said();
    out_ += ",\n\"cut\":";
    out_ += cut_ ? std::to_string(text_limits(text_places_.size()).words) : "0";
    out_ += ",\n\"groups\":[";
    bool first = true;
    for (const Group& group : groups_) {
      if (group.count == 0) continue;
      out_ += first ? "[" : ",[";
      first = false;
      for (const std::string* text :
           {&group.name, &group.label, &group.plural, &group.folder, &group.list}) {
        append_script_string(out_, visible_text(*text));
        out_ += ',';
      }
      out_ += std::to_string(group.count);
      out_ += group.records ? ",1]" : ",0]";
    }
    out_ += ']';
    column("ids", ids_);
    column("titles", titles_);
    column("aliases", aliases_);
    column("paths", paths_);
    column("states", states_);
    choices("state_list", state_choices_);
    column("owners", owners_);
    choices("owner_list", owner_choices_);
    choices("party_list", party_choices_);
    column("scores", scores_);
    column("facts", facts_);
    choices("fact_list", fact_choices_);
    column("tags", tags_);
    choices("tag_list", tag_choices_);
    column("leads", leads_);
    column("terms", words_);
    column("postings", postings_);
    out_ += "\n});\n";
    return std::move(out_);
  }

  const Outline& outline_;
  const View& view_;
  std::vector<TextWords> parts_;
  TermTable table_;
  std::vector<std::vector<uint32_t>> word_numbers_;         // by part and its word
  std::vector<std::pair<uint32_t, uint32_t>> text_places_;  // by text: part, place in it
  bool cut_ = false;
  std::vector<Group> groups_;
  std::vector<uint32_t> document_words_, document_ends_;
  std::string last_id_;
  std::string ids_, titles_, aliases_, paths_, states_, owners_, scores_, facts_, tags_, leads_;
  std::string words_, postings_;
  Choices state_choices_, owner_choices_, party_choices_, fact_choices_, tag_choices_;
  std::string out_;
};

}  // namespace

std::string search_index(const Outline& outline, std::vector<TextWords> parts) {
  return IndexWriter(outline, std::move(parts)).write();
}

}  // namespace milepost
