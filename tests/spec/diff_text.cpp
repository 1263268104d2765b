// Compares the two states of a case.
#include "spec/diff_text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "compose/change_report.h"
#include "compose/change_words.h"
#include "compose/compose.h"
#include "redact/audience.h"
#include "redact/redact.h"
#include "render/changes_text.h"

namespace milepost::testing {
namespace {

constexpr size_t kColumns = 120;

Files state_of(const Files& files, std::string_view name) {
  Files state;
  const std::string own = std::string(name) + "/";
  for (const auto& [path, text] : files) {
    const bool other = path.starts_with("before/") || path.starts_with("after/");
    if (path.starts_with(own)) {
      state.emplace_back(path.substr(own.size()), text);
    } else if (!other) {
      state.emplace_back(path, text);
    }
  }
  return state;
}

View view_of_state(const Files& files, std::string_view name, const std::string& audience) {
  Compiled compiled;
  compile(state_of(files, name), compiled, Stage::analyze);
  RedactOptions options;
  const std::optional<Audience> found = audience_named(compiled.values.program, audience);
  REQUIRE(found);
  options.audience = *found;
  StageValues& values = compiled.values;
  return redact_program(std::move(values.program), values.sources, values.analysis, {}, {},
                        options);
}

int sum_of(const Changes& changes) {
  int sum = 0;
  for (const ShiftPart& part : changes.because) sum += part.days;
  return sum;
}

std::vector<std::string> ids_of(const Changes& changes, bool old_ids) {
  std::vector<std::string> ids;
  for (const RecordChange& change : changes.records) {
    ids.push_back(old_ids && !change.old_id.empty() ? change.old_id : change.id);
  }
  std::ranges::sort(ids);
  return ids;
}

// The items that moved the target, and by how much.
std::vector<std::pair<std::string, int>> causes_of(const Changes& changes, int sign) {
  std::vector<std::pair<std::string, int>> causes;
  for (const ShiftPart& part : changes.because) {
    if (part.days != 0) causes.emplace_back(part.item.id, sign * part.days);
  }
  return causes;
}

// What was and what is now change places; nothing else does.
void check_mirrored(const Changes& there, const Changes& back) {
  CHECK(ids_of(there, false) == ids_of(back, true));
  CHECK(there.reworded == back.reworded);
  REQUIRE(there.pages.size() == back.pages.size());
  for (const PageChange& change : there.pages) {
    const std::string& old_path = change.was_path.empty() ? change.path : change.was_path;
    const auto other = std::ranges::find(back.pages, old_path, &PageChange::path);
    REQUIRE(other != back.pages.end());
    CHECK(other->was_path == (change.was_path.empty() ? "" : change.path));
    CHECK(other->was_title == (change.was_title.empty() ? "" : change.title));
    CHECK(other->text == change.text);
    CHECK((other->fate == RecordFate::added) == (change.fate == RecordFate::removed));
    CHECK((other->fate == RecordFate::changed) == (change.fate == RecordFate::changed));
  }
  REQUIRE(there.shifts.size() == back.shifts.size());
  for (const DateShift& shift : there.shifts) {
    const auto other = std::ranges::find_if(
        back.shifts, [&](const DateShift& one) { return one.subject.id == shift.subject.id; });
    REQUIRE(other != back.shifts.end());
    CHECK(other->was == shift.now);
    CHECK(other->now == shift.was);
    CHECK(other->days == -shift.days);
    if (!shift.target || there.because.empty()) continue;
    CHECK(causes_of(there, 1) == causes_of(back, -1));
    CHECK(sum_of(there) == shift.days);
    if (!back.because.empty()) CHECK(sum_of(back) == -shift.days);
  }
  for (const RecordChange& change : there.records) {
    const auto other = std::ranges::find_if(back.records, [&](const RecordChange& one) {
      return one.before == change.after && one.after == change.before;
    });
    REQUIRE(other != back.records.end());
    size_t found = 0;
    for (const FieldChange& field : change.fields) {
      found += std::ranges::count_if(other->fields, [&](const FieldChange& one) {
                 return one.name == field.name && one.was == field.now && one.now == field.was;
               }) > 0;
    }
    CHECK(found == change.fields.size());
  }
}

}  // namespace

std::string diff_text(const Files& files, const std::string& form) {
  const bool markdown = form == "markdown";
  const std::string audience = markdown ? std::string() : form;
  const View before = view_of_state(files, "before", audience);
  View after = view_of_state(files, "after", audience);
  const Words english;
  const ChangeWords words = change_words(english);
  CHECK(compare_views(before, before, words).empty());
  CHECK(compare_views(after, after, words).empty());
  const Changes changes = compare_views(before, after, words);
  check_mirrored(changes, compare_views(after, before, words));
  const ChangeReport report = change_report(changes, after, english);
  if (!markdown) {
    std::string text = changes_as_text(report, english, {kColumns, false});
    // Both states are of one day.
    const size_t line = text.find("From Mon 1 Jun to Mon 1 Jun\n");
    if (line != std::string::npos) text.erase(line, text.find('\n', line) + 1 - line);
    return text;
  }
  const Outline outline = compose_site(std::move(after), Words());
  return changes_as_markdown(report, outline);
}

}  // namespace milepost::testing
