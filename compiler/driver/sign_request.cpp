// Finds release, role, person and what is covered, or says why not.
#include "driver/sign_request.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "analyze/signers.h"
#include "calendar/date_parse.h"
#include "link/covered_fields.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/words.h"

namespace milepost {
namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names,
                         std::string otherwise) {
  const std::vector<size_t> near = nearest(word, names, 1);
  if (near.empty()) return otherwise;
  return fmt::format("did you mean `{}`?", names[near.front()]);
}

std::string listed(const std::vector<std::string_view>& names) {
  constexpr size_t kMost = 12;
  if (names.size() <= kMost) return fmt::format("`{}`", fmt::join(names, "`, `"));
  return fmt::format("`{}` …", fmt::join(names.begin(), names.begin() + kMost, "`, `"));
}

class RequestReader {
 public:
  RequestReader(const CommandLine& line, const ProgramRun& run, SignRequest& request)
      : line_(line),
        program_(run.values.program),
        analysis_(run.values.analysis),
        request_(request) {}

  SignProblem read() {
    using Step = SignProblem (RequestReader::*)();
    for (const Step step :
         {&RequestReader::release, &RequestReader::role, &RequestReader::person,
          &RequestReader::decision, &RequestReader::day, &RequestReader::covers}) {
      if (SignProblem problem = (this->*step)()) return problem;
    }
    return {};
  }

 private:
  SignProblem release() {
    RecordIndex found = program_.find(line_.release);
    std::vector<std::string_view> ids;
    for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
      const Record& record = program_.set.records[i];
      if (found == kNoRecord && (iequals(record.id, line_.release) ||
                                 std::find(record.aliases.begin(), record.aliases.end(),
                                           line_.release) != record.aliases.end())) {
        found = RecordIndex{i};
      }
      if (is_release(RecordIndex{i})) ids.push_back(record.id);
    }
    if (found == kNoRecord) {
      return sign_problem(
          fmt::format("there is no release `{}`", line_.release),
          ids.empty() ? "the program has no releases: `milepost new release TITLE`"
                      : did_you_mean(line_.release, ids, "the releases are " + listed(ids)));
    }
    const Record& record = program_.record(found);
    if (!is_release(found)) {
      const std::string label = ascii_lower(program_.kinds().kind(record.kind).label);
      return sign_problem(fmt::format("`{}` is no release but a {}", record.id, label),
                          ids.empty() ? "" : "the releases are " + listed(ids), record.span);
    }
    const Phase phase = analysis_.of(found).phase;
    if (phase == Phase::done || phase == Phase::dropped) {
      return sign_problem(fmt::format("`{}` {}: there is nothing left to sign", record.id,
                                      phase == Phase::done ? "is out" : "was called off"),
                          "if that is wrong, correct its status", status_place(record));
    }
    request_.release = found;
    return {};
  }

  bool is_release(RecordIndex record) const {
    const KindId kind = program_.kinds().find_kind("release");
    return program_.kinds().is(program_.record(record).kind, kind);
  }

  Span status_place(const Record& record) const {
    const FieldId field = program_.kinds().field_of(record.kind, Role::status);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    return value == nullptr ? record.span : value->span;
  }

  SignProblem role() {
    role_ = SigningRoles(program_).find(line_.role);
    if (!role_.known && has_roles(program_)) {
      std::vector<std::string_view> keys;
      for (const RoleEntry& entry : program_.set.settings.roles) keys.push_back(entry.key);
      return sign_problem(
          fmt::format("there is no role `{}`", line_.role),
          did_you_mean(line_.role, keys, "the roles of program.yaml are " + listed(keys)));
    }
    request_.role = role_.known ? role_.key : normalize_spaces(line_.role);
    request_.label = role_.label;
    request_.entry.role = request_.role;
    return {};
  }

  SignProblem person() {
    const std::string word = normalize_spaces(line_.signer);
    std::string_view name = word;
    if (name.starts_with('@')) name.remove_prefix(1);
    std::vector<std::string_view> keys;
    for (uint32_t i = 0; i < program_.people.size(); ++i) {
      const Person& person = program_.people[i];
      if (!person.on_roster) continue;
      keys.push_back(person.key);
      if (iequals(person.key, name) || iequals(person.name, name) ||
          (!person.email.empty() && iequals(person.email, name))) {
        request_.by = PersonIndex{i};
      }
    }
    if (request_.by == kNoPerson) {
      if (!has_roster(program_)) {
        request_.by_name = request_.entry.by = std::string(name);
        return {};
      }
      for (const Person& person : program_.people) {
        if (person.on_roster) keys.push_back(person.name);
      }
      return sign_problem(fmt::format("nobody on the roster is called `{}`", line_.signer),
                          did_you_mean(name, keys, "add them to `people:` in program.yaml"));
    }
    const Person& person = program_.person(request_.by);
    request_.by_name = person.name;
    request_.entry.by = person.key;
    if (!role_.known || holds(role_, request_.by)) return {};
    std::vector<std::string_view> holders;
    for (const PersonIndex holder : role_.holders) holders.push_back(program_.person(holder).key);
    Span place;
    for (const RoleEntry& entry : program_.set.settings.roles) {
      if (entry.key == role_.key) place = entry.span;
    }
    return sign_problem(fmt::format("`{}` does not hold the role `{}`", person.key, role_.key),
                        holders.empty() ? "nobody does; name them under `roles:` in program.yaml"
                                        : "those who do: " + listed(holders),
                        place);
  }

  SignProblem decision() {
    std::string word = line_.decision;
    if (word.empty()) word = line_.condition.empty() ? "go" : "conditional";
    if (word == "conditional" && line_.condition.empty()) {
      return sign_problem("a conditional sign-off needs its condition",
                          "add `--condition \"what has to hold\"`");
    }
    if (word != "conditional" && !line_.condition.empty()) {
      return sign_problem(
          fmt::format("a condition goes with `--decision conditional`, not `{}`", word),
          "leave one of the two out");
    }
    request_.expected = word == "go"      ? SignOffState::current
                        : word == "no-go" ? SignOffState::refused
                                          : SignOffState::conditional;
    request_.entry.decision = word;
    request_.entry.condition = normalize_spaces(line_.condition);
    request_.entry.via = normalize_spaces(line_.via);
    const std::string& via = request_.entry.via;
    if (!via.empty() && !istarts_with(via, "https://") && !istarts_with(via, "http://")) {
      return sign_problem(fmt::format("`--via {}` is no address", via),
                          "write where they said so: `--via https://…`");
    }
    return {};
  }

  SignProblem day() {
    Date on = analysis_.as_of;
    if (!line_.on.empty()) {
      const DateParse parsed = parse_whole_date(line_.on, program_.set.settings.dates);
      if (!parsed.value || parsed.error || !parsed.value->is_day()) {
        return sign_problem(fmt::format("--on `{}` is not a day", line_.on),
                            "write it as 2026-06-30");
      }
      on = parsed.value->first;
      if (on > analysis_.as_of) {
        return sign_problem(fmt::format("{} is after {}, the as-of date: nobody has signed yet",
                                        to_iso(on), to_iso(analysis_.as_of)),
                            "sign on the day, or say `--as-of`");
      }
    }
    request_.entry.on = to_iso(on);
    return {};
  }

  SignProblem covers() {
    if (line_.covers.empty()) {
      request_.covers = default_covers(program_, request_.release);
      return {};
    }
    for (const std::string_view what : split_trimmed(line_.covers, ",")) {
      if (what.empty()) continue;
      if (SignProblem problem = cover(what)) return problem;
    }
    if (request_.covers.empty()) {
      return sign_problem("`--covers` names nothing", "name fields: `--covers target,items`");
    }
    return {};
  }

  SignProblem cover(std::string_view what) {
    const CoverWords words = split_cover(what);
    RecordIndex record = request_.release;
    if (!words.record.empty()) {
      record = program_.find(words.record);
      if (record == kNoRecord) {
        std::vector<std::string_view> ids;
        for (const Record& one : program_.set.records) ids.push_back(one.id);
        return sign_problem(fmt::format("there is no record `{}`", words.record),
                            did_you_mean(words.record, ids, "write `RECORD.FIELD`"));
      }
    }
    const std::optional<std::string> field = covered_field(program_, record, words.field);
    if (!field) {
      std::vector<std::string_view> names = {"items"};
      const Kind& kind = program_.kinds().kind(program_.record(record).kind);
      for (const FieldId id : kind.fields) names.push_back(program_.kinds().field(id).name);
      return sign_problem(
          fmt::format("`{}` has no field `{}`", program_.record(record).id, words.field),
          did_you_mean(words.field, names, "`milepost explain no-such-cover` says what may stand"));
    }
    add_cover(record, *field);
    if (*field == "rollback" && record == request_.release) {
      if (const auto triggers = covered_field(program_, record, "rollback_triggers")) {
        add_cover(record, *triggers);
      }
    }
    return {};
  }

  void add_cover(RecordIndex record, const std::string& field) {
    for (const Cover& cover : request_.covers) {
      if (cover.record == record && cover.field == field) return;
    }
    request_.covers.push_back({record, field});
  }

  const CommandLine& line_;
  const Program& program_;
  const Analysis& analysis_;
  SignRequest& request_;
  SigningRole role_;
};

}  // namespace

ReportItem sign_problem(std::string message, std::string help, Span span) {
  ReportItem item;
  item.span = span;
  item.message = std::move(message);
  item.help = std::move(help);
  return item;
}

SignProblem read_sign_request(const CommandLine& line, const ProgramRun& run,
                              SignRequest& request) {
  return RequestReader(line, run, request).read();
}

}  // namespace milepost
