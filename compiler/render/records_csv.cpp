// Writes the records of a View as CSV.
#include "render/records_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <variant>
#include <vector>

#include "render/model_words.h"

namespace milepost {
namespace {

std::string number_text(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

struct Cell {
  std::string text;
  bool number = false;  // a number of ours, that no spreadsheet takes for a formula
};

class CsvWriter {
 public:
  CsvWriter(const Outline& outline, std::string_view kind)
      : outline_(outline), view_(outline.view), kind_(kind) {}

  std::string write() {
    std::vector<ViewRecordId> rows;
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (kind_.empty() || view_.kind_of(record).is(kind_)) rows.push_back(ViewRecordId{i});
    }
    if (!kind_.empty()) collect_columns(rows);
    head();
    for (const ViewRecordId id : rows) row(id);
    return std::move(out_);
  }

 private:
  // The fields that some record has, in the order of their kinds.
  void collect_columns(const std::vector<ViewRecordId>& rows) {
    std::vector<bool> used(view_.fields.size());
    for (const ViewRecordId id : rows) {
      for (const ViewField& field : view_.record(id).fields) used[number(field.field)] = true;
    }
    column_.assign(view_.fields.size(), kNone);
    for (const ViewKind& kind : view_.kinds) {
      if (!kind.is(kind_)) continue;
      for (const ViewFieldId field : kind.fields) {
        if (!used[number(field)]) continue;
        // A kind and those that are one share a field's name, not always the field.
        const std::string& name = view_.field(field).name;
        const auto same = std::ranges::find(names_, name);
        column_[number(field)] = static_cast<uint32_t>(same - names_.begin());
        if (same == names_.end()) names_.push_back(name);
      }
    }
  }

  void text(std::string_view words) {
    separate();
    append_csv_cell(out_, words);
  }
  void cell(const Cell& one) {
    if (!one.number) {
      text(one.text);
      return;
    }
    separate();
    out_ += one.text;
  }
  void day(const std::optional<Date>& date) {
    separate();
    if (date) out_ += to_iso(*date);
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }

  void head() {
    for (const std::string_view name :
         {"id", "kind", "title", "status", "phase", "health", "owner", "team"}) {
      text(name);
    }
    if (kind_.empty()) {
      for (const std::string_view name :
           {"priority", "score", "start", "due", "finished", "raised", "decided", "needed_by"}) {
        if (name != "score" || view_.program.shows.scores) text(name);
      }
    }
    for (const std::string& name : names_) text(name);
    text("url");
    end_row();
  }

  void row(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const ViewKind& kind = view_.kind_of(record);
    text(record.id);
    text(kind.name);
    text(record.title);
    text(record.status < kind.statuses.size() ? kind.statuses[record.status].name
                                              : record.status_text);
    text(kind.statuses.empty() ? std::string_view() : phase_word(record.phase));
    text(health_key(record.health));
    std::string owners;
    for (size_t i = 0; i < record.owners.size(); ++i) {
      if (i > 0) owners += "; ";
      owners += party_key(view_, record.owners[i], record.owner_names[i]);
    }
    text(owners);
    text(record.team == kNoViewTeam ? std::string_view()
                                    : std::string_view(view_.team(record.team).key));
    if (kind_.empty()) facts(record.facts);
    std::vector<Cell> cells(names_.size());
    if (!names_.empty()) {
      for (const ViewField& field : record.fields) {
        const uint32_t at = column_[number(field.field)];
        if (at != kNone) cells[at] = value_of(field);
      }
    }
    for (const Cell& one : cells) cell(one);
    text(view_.program.base_url ? view_.program.base_url->of(outline_.path_of(id))
                                : outline_.path_of(id).encoded());
    end_row();
  }

  void facts(const ViewFacts& facts) {
    text(facts.priority > 3 ? std::string() : "p" + std::to_string(facts.priority));
    if (view_.program.shows.scores)
      text(facts.score == 0 ? std::string() : std::to_string(facts.score));
    for (const std::optional<Date>& date :
         {facts.start, facts.due, facts.finished, facts.raised, facts.decided, facts.needed_by}) {
      day(date);
    }
  }

  Cell value_of(const ViewField& field) const {
    if (field.values.size() == 1) return value_of(field.values.front());
    Cell all;
    for (const ViewValue& value : field.values) {
      if (!all.text.empty()) all.text += "; ";
      all.text += value_of(value).text;
    }
    return all;
  }

  Cell value_of(const ViewValue& value) const {
    if (const auto* number_value = std::get_if<ViewNumber>(&value.data)) {
      return {number_text(number_value->value), true};
    }
    if (const auto* level = std::get_if<ViewLevel>(&value.data)) {
      return {std::to_string(level->level), true};
    }
    if (const auto* money = std::get_if<ViewMoney>(&value.data)) {
      const std::string amount = number_text(static_cast<double>(money->hundredths) / 100);
      return {money->currency.empty() ? amount : money->currency + " " + amount,
              money->currency.empty()};
    }
    if (const auto* yes = std::get_if<bool>(&value.data)) return {*yes ? "yes" : "no", false};
    if (const auto* object = std::get_if<ViewObject>(&value.data))
      return {words_of(*object), false};
    return {model_text(view_, value), false};
  }

  // `role: tpm, by: dana`. Objects nest as deep as their kinds are defined.
  std::string words_of(const ViewObject& object) const {
    std::string out;
    for (const ViewField& field : object.fields) {
      if (!out.empty()) out += ", ";
      out += view_.field(field.field).name + ": " + value_of(field).text;
    }
    return out;
  }

  static constexpr uint32_t kNone = 0xFFFFFFFF;

  const Outline& outline_;
  const View& view_;
  std::string_view kind_;
  std::vector<uint32_t> column_;  // by ViewFieldId: into names_
  std::vector<std::string> names_;
  bool first_ = true;
  std::string out_;
};

bool may_be_formula(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r";
  if (text.empty()) return false;
  if (kFirst.find(text.front()) != std::string_view::npos) return true;
  // The same signs in full width, which some spreadsheets take for them.
  for (const std::string_view wide : {"＝", "＋", "－", "＠"}) {
    if (text.starts_with(wide)) return true;
  }
  return false;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const bool guard = may_be_formula(text);
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (guard) out += '\'';
    out += text;
    return;
  }
  out += guard ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string records_csv(const Outline& outline, std::string_view kind) {
  return CsvWriter(outline, kind).write();
}

}  // namespace milepost
