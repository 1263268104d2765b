// Reads claims in paragraphs, list items and rows of tables.
#include "check/report_claims.h"

#include <array>
#include <optional>
#include <utility>

#include "calendar/date_parse.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr int32_t kFresh = 7;         // days
constexpr int32_t kYearBegins = 200;  // days before the report: a date without a year is after that

bool is_id_byte(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.';
}

class ClaimReader {
 public:
  ClaimReader(const CheckContext& context, ReportClaims& out) : context_(context), out_(out) {
    dates_.program_start = add_days(out.day, -kYearBegins);
  }

  void read(const MarkdownText& text) {
    if (text.slice.count == 0) return;
    const Tape& tape = context_.program.set.tapes[text.tape];
    const uint32_t end = text.slice.first + text.slice.count;
    for (uint32_t i = text.slice.first; i < end;) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::paragraph || node.kind == NodeKind::table_row) {
        read_unit(words_of(tape, i), tape.span_of(node));
        i += node.size;
      } else if (node.kind == NodeKind::code_block || node.kind == NodeKind::block_quote) {
        i += node.size;
      } else {
        ++i;
      }
    }
  }

 private:
  // The cells of a row stand apart.
  static std::string words_of(const Tape& tape, uint32_t i) {
    if (tape.nodes[i].kind == NodeKind::paragraph) return plain_text(tape, {i, tape.nodes[i].size});
    std::string words;
    const uint32_t end = i + tape.nodes[i].size;
    for (uint32_t cell = i + 1; cell < end; cell += tape.nodes[cell].size) {
      if (cell > i + 1) words += " | ";
      words += plain_text(tape, {cell, tape.nodes[cell].size});
    }
    return words;
  }

  void add(ReportClaim claim, Span place) {
    claim.place = place;
    out_.claims.push_back(claim);
  }

  void read_unit(std::string_view words, Span place) {
    for (size_t i = 0; i < words.size();) {
      if (!is_ascii_alnum(words[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < words.size() && is_id_byte(words[end])) ++end;
      while (end > i + 1 && !is_ascii_alnum(words[end - 1])) --end;
      const RecordIndex record = context_.program.find(words.substr(i, end - i));
      if (record != kNoRecord && record != out_.report) behind(record, words.substr(end), place);
      i = end;
    }
    count(words, place);
  }

  static std::string_view skip_marks(std::string_view rest) {
    while (!rest.empty() &&
           (is_ascii_space(rest.front()) || rest.front() == ')' || rest.front() == '(' ||
            rest.front() == ':' || rest.front() == ',' || rest.front() == '|')) {
      rest.remove_prefix(1);
    }
    return rest;
  }

  // What stands right behind an id.
  void behind(RecordIndex record, std::string_view rest, Span place) {
    rest = skip_marks(rest);
    ReportClaim claim;
    claim.about = record;
    if (const std::optional<int64_t> percent = percent_at(rest)) {
      claim.kind = ClaimKind::percent;
      claim.number = *percent;
      return add(claim, place);
    }
    if (istarts_with(rest, "is ")) rest.remove_prefix(3);
    constexpr std::string_view kOnTrack = "on track";
    if (istarts_with(rest, kOnTrack)) {
      const std::string_view after = rest.substr(kOnTrack.size());
      // "on track for June" and "on track again" say more.
      if (after.empty() || after.front() == '.' || after.front() == ',' || after.front() == ')' ||
          after.front() == ';' || after.starts_with(" |")) {
        claim.kind = ClaimKind::state;
        add(claim, place);
      }
      return;
    }
    for (const std::string_view word : {"due ", "target "}) {
      if (istarts_with(rest, word)) {
        if (const std::optional<Date> day = day_at(rest.substr(word.size()))) {
          claim.kind = ClaimKind::date;
          claim.date = *day;
          add(claim, place);
        }
        return;
      }
    }
  }

  static std::optional<int64_t> percent_at(std::string_view rest) {
    size_t digits = 0;
    int64_t number = 0;
    while (digits < rest.size() && digits < 3 && is_ascii_digit(rest[digits])) {
      number = number * 10 + (rest[digits++] - '0');
    }
    if (digits == 0 || number > 100) return std::nullopt;
    rest.remove_prefix(digits);
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
      if (rest.starts_with(space)) rest.remove_prefix(space.size());
    }
    if (!rest.starts_with("%")) return std::nullopt;
    rest = rest.substr(1);
    // "40 % more", "10 % of traffic": a share of something else.
    while (rest.starts_with(" ")) rest.remove_prefix(1);
    const bool ends = rest.empty() || rest.front() == ',' || rest.front() == '.' ||
                      rest.front() == ';' || rest.front() == ')' || rest.front() == '|' ||
                      istarts_with(rest, "complete") || istarts_with(rest, "done");
    return ends ? std::optional(number) : std::nullopt;
  }

  std::optional<Date> day_at(std::string_view rest) const {
    const DateParse parse = parse_date(rest, dates_);
    if (!parse.value || parse.error || parse.value->first != parse.value->last) return std::nullopt;
    const std::string_view after = rest.substr(parse.consumed);
    // "12 June to 14 June", "12 June or later"
    const bool ends = after.empty() || after.front() == ',' || after.front() == '.' ||
                      after.front() == ';' || after.front() == ')' || after.starts_with(" |");
    return ends ? std::optional(parse.value->first) : std::nullopt;
  }

  // "3 blockers open", "3 open blockers", "Blockers open: 3", "Open blockers: 3" begin a unit.
  void count(std::string_view words, Span place) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds = {
        {{"blocker", "blockers"}, {"risk", "risks"}, {"issue", "issues"}}};
    words = trim(words);
    std::optional<int64_t> number = number_at(words);
    const bool first = number.has_value();
    bool open = eat(words, "open");
    for (const auto& [one, many] : kinds) {
      if (!eat(words, many) && !eat(words, one)) continue;
      open = eat(words, "open") || open;
      if (!first) {
        if (!words.starts_with(":")) return;
        words = trim(words.substr(1));
        number = number_at(words);
      }
      const bool ends = words.empty() || words.front() == ',' || words.front() == '.' ||
                        words.front() == ';' || words.front() == '(';
      if (!open || !number || !ends) return;
      ReportClaim claim;
      claim.kind = ClaimKind::count;
      claim.number = *number;
      claim.word = one;
      return add(claim, place);
    }
  }

  static std::optional<int64_t> number_at(std::string_view& words) {
    size_t digits = 0;
    int64_t number = 0;
    while (digits < words.size() && digits < 6 && is_ascii_digit(words[digits])) {
      number = number * 10 + (words[digits++] - '0');
    }
    const bool ends =
        digits == words.size() || words[digits] == ' ' || words[digits] == ',' ||
        words[digits] == ';' ||
        (words[digits] == '.' && (digits + 1 == words.size() || words[digits + 1] == ' '));
    if (digits == 0 || !ends) return std::nullopt;
    words = trim(words.substr(digits));
    return number;
  }

  static bool eat(std::string_view& words, std::string_view word) {
    if (!istarts_with(words, word)) return false;
    if (words.size() > word.size() && is_ascii_alnum(words[word.size()])) return false;
    words = trim(words.substr(word.size()));
    return true;
  }

  const CheckContext& context_;
  ReportClaims& out_;
  DateContext dates_;
};

bool is_sent(const CheckContext& context, RecordIndex report) {
  const Record& record = context.program.record(report);
  const Kinds& kinds = context.program.kinds();
  if (record.value(kinds.find_field(record.kind, "as_sent")) != nullptr) return true;
  const StatusId sent = kinds.find_status(record.kind, "sent");
  return sent != kNoStatus && context.analysis.of(report).status == sent;
}

}  // namespace

ReportClaims claims_of_report(const CheckContext& context) {
  ReportClaims found;
  const RecordIndex report = context.analysis.newest_report;
  if (report == kNoRecord) return found;
  const std::optional<Date>& held = context.analysis.of(report).held;
  if (!held || context.analysis.as_of.days - held->days > kFresh) return found;
  if (is_sent(context, report)) return found;
  found.report = report;
  found.day = *held;
  ClaimReader reader(context, found);
  const Record& record = context.program.record(report);
  reader.read(record.body);
  for (const FieldValue& field : record.fields) {
    for (const Value& value : field.values) {
      const auto* text = std::get_if<MarkdownText>(&value.data);
      // A section of the body is read with it.
      const bool in_body = text != nullptr && record.body.slice.count > 0 &&
                           text->tape == record.body.tape &&
                           text->slice.first >= record.body.slice.first &&
                           text->slice.first < record.body.slice.first + record.body.slice.count;
      if (text != nullptr && !in_body) reader.read(*text);
    }
  }
  return found;
}

}  // namespace milepost
