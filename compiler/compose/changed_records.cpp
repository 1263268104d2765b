// Groups changed records and says what of each changed.
#include "compose/changed_records.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr size_t kMostFields = 12;  // of a record; the data tell more

struct GroupOf {
  std::string_view name;
  Word label;
};

// In the order of the page.
constexpr std::array<GroupOf, 6> kGroups = {{
    {"pressing", "changes.group_pressing"_word},
    {"moved", "changes.group_moved"_word},
    {"ended", "changes.group_ended"_word},
    {"opened", "changes.group_opened"_word},
    {"changed", "changes.group_changed"_word},
    {"gone", "changes.group_gone"_word},
}};

size_t group_of(RecordVerb verb) {
  switch (verb) {
    case RecordVerb::reopened:
    case RecordVerb::escalated:
      return 0;
    case RecordVerb::moved:
      return 1;
    case RecordVerb::came_true:
    case RecordVerb::met:
    case RecordVerb::decided:
    case RecordVerb::turned_down:
    case RecordVerb::finished:
    case RecordVerb::closed:
      return 2;
    case RecordVerb::opened:
      return 3;
    case RecordVerb::gone:
      return 5;
    case RecordVerb::changed:
    case RecordVerb::reworded:
      break;
  }
  return 4;
}

class ChangedLines {
 public:
  ChangedLines(const View& view, const Words& words) : view_(view), words_(words) {}

  ChangedRecord of(const RecordChange& change) {
    line_.clear();
    if (change.fate == RecordFate::added) {
      added(change);
    } else if (change.fate == RecordFate::removed) {
      add(noun(words_, change.kind_label));
    } else {
      fields(change);
    }
    return {{change.shown_id, ChangeInk::id, change.after},
            {change.title, ChangeInk::title, change.after},
            std::move(line_)};
  }

  ChangedRecord of(const PageChange& change) {
    line_.clear();
    if (change.fate != RecordFate::changed) {
      const bool added = change.fate == RecordFate::added;
      add(std::string(words_.text(added ? "changes.added"_word : "changes.removed"_word)),
          ChangeInk::now);
    }
    if (!change.was_title.empty()) {
      add(noun(words_, words_.text("changes.title_of_page"_word)) + " ");
      add(change.was_title, ChangeInk::was);
      add(" ");
      add(change.title, ChangeInk::now);
    }
    if (change.text) {
      between("; ");
      add(noun(words_, words_.text("changes.body"_word)) + " ");
      add(std::string(words_.text("changes.edited"_word)), ChangeInk::now);
    }
    between("; ");
    add(change.was_path.empty()
            ? change.path
            : fill(words_.text("changes.file"_word), {change.was_path, change.path}),
        ChangeInk::aside);
    return {{}, {change.title, ChangeInk::title}, std::move(line_), change.after};
  }

  ChangedRecord reworded(const RecordChange& change) {
    line_.clear();
    size_t told = 0;
    size_t left = 0;
    for (const FieldChange& field : change.fields) {
      if (told == kMostFields || field.more > 0) {
        left += std::max(field.more, 1U);
        continue;
      }
      between();
      add(line_.empty() ? field.label : noun(words_, field.label));
      ++told;
    }
    and_more(left, ", ");
    return {{change.shown_id, ChangeInk::id, change.after},
            {change.title, ChangeInk::title, change.after},
            std::move(line_)};
  }

 private:
  void add(std::string text, ChangeInk ink = ChangeInk::plain,
           ViewRecordId record = kNoViewRecord) {
    line_.push_back({std::move(text), ink, record});
  }
  void between(std::string_view mark = ", ") {
    if (!line_.empty()) add(std::string(mark));
  }
  std::string day(Date date) const { return day_words(words_, date, view_.program.as_of); }

  // What it is, how grave, and by when.
  void added(const RecordChange& change) {
    const ViewRecord& record = view_.record(change.after);
    const ViewFacts& facts = record.facts;
    add(noun(words_, change.kind_label));
    if (facts.score != 0 && view_.program.shows.scores) {
      between();
      add(fill(words_.text("changes.score"_word), {std::to_string(facts.score)}));
    }
    if (view_.kind_of(record).is("blocker") && facts.priority <= 3) {
      between();
      add("P" + std::to_string(facts.priority), ChangeInk::now);
    }
    if (!record.is_open()) {
      const std::vector<ViewStatus>& statuses = view_.kind_of(record).statuses;
      if (record.status < statuses.size()) {
        between();
        add(noun(words_, statuses[record.status].label));
      }
      return;
    }
    const std::optional<Date> by = facts.decision_needed_by ? facts.decision_needed_by
                                   : facts.due              ? facts.due
                                                            : facts.promised;
    if (!by) return;
    between();
    add(fill(
        words_.text(facts.decision_needed_by ? "changes.answer_by"_word : "changes.due_by"_word),
        {day(*by)}));
  }

  void fields(const RecordChange& change) {
    size_t shown = 0;
    size_t left = 0;
    for (const FieldChange& field : change.fields) {
      if (field.wording) continue;
      if (shown == kMostFields || field.more > 0) {
        left += std::max(field.more, 1U);
        continue;
      }
      told(field);
      ++shown;
    }
    and_more(left, "; ");
    const bool named = std::ranges::any_of(change.fields, [](const FieldChange& field) {
      return field.name == "realized_as" && !field.now.empty();
    });
    if (change.other != kNoViewRecord && !named) {
      between();
      const ChangeLine other =
          change_line(words_.text("change.now"_word),
                      {{{view_.record(change.other).short_id, ChangeInk::id, change.other}}});
      line_.insert(line_.end(), other.begin(), other.end());
    }
    if (!change.now_file.empty()) {
      between("; ");
      add(fill(words_.text("changes.file"_word), {change.was_file, change.now_file}),
          ChangeInk::aside);
    }
  }

  void and_more(size_t count, std::string_view mark) {
    if (count == 0) return;
    between(mark);
    add(count_words(words_, "list.more"_word, count));
  }

  void told(const FieldChange& field) {
    between("; ");
    add(noun(words_, field.label) + " ");
    if (field.prose) {
      const Word word = field.fate == RecordFate::added     ? "changes.added"_word
                        : field.fate == RecordFate::removed ? "changes.removed"_word
                                                            : "changes.edited"_word;
      add(std::string(words_.text(word)), ChangeInk::now);
      return;
    }
    if (!field.was.empty()) add(field.was, ChangeInk::was);
    if (!field.was.empty() && !field.now.empty()) add(" ");
    if (!field.now.empty()) add(field.now, ChangeInk::now);
    if (field.days != 0) {
      add(" ");
      add(slip_words(words_, field.days), ChangeInk::aside);
    }
  }

  const View& view_;
  const Words& words_;
  ChangeLine line_;
};

}  // namespace

ChangeLine change_line(std::string_view text, std::initializer_list<ChangeLine> inserts) {
  ChangeLine line;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) line.push_back({std::exchange(plain, {})});
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const bool insert = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const auto index = insert ? static_cast<size_t>(text[i + 1] - '0') : inserts.size();
    if (index >= inserts.size()) {
      plain += text[i];
      continue;
    }
    flush();
    const ChangeLine& part = *(inserts.begin() + index);
    line.insert(line.end(), part.begin(), part.end());
    i += 2;
  }
  flush();
  return line;
}

size_t told_fields(const RecordChange& change) {
  size_t count = 0;
  for (const FieldChange& field : change.fields) {
    if (!field.wording) count += std::max(field.more, 1U);
  }
  return count;
}

void add_changed_records(const Changes& changes, const View& after, const Words& words,
                         ChangeReport& report) {
  ChangedLines lines(after, words);
  std::array<std::vector<ChangedRecord>, kGroups.size()> groups;
  for (const RecordChange& change : changes.records) {
    if (change.verb == RecordVerb::reworded) {
      report.reworded.push_back(lines.reworded(change));
    } else {
      groups[group_of(change.verb)].push_back(lines.of(change));
    }
  }
  for (size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].empty()) continue;
    report.groups.push_back({std::string(kGroups[i].name),
                             std::string(words.text(kGroups[i].label)), std::move(groups[i])});
  }
  if (!changes.pages.empty()) {
    ChangeGroup& group = report.groups.emplace_back();
    group.name = "pages";
    group.label = words.text("changes.group_pages"_word);
    for (const PageChange& change : changes.pages) group.records.push_back(lines.of(change));
  }
  if (!report.reworded.empty()) {
    report.wording = count_words(words, "changes.wording"_word, report.reworded.size());
  }
}

}  // namespace milepost
