// Reads claims in paragraphs, list items and rows of tables, and facts that were kept as sent.
#include "check/report_claims.h"

#include <array>
#include <optional>
#include <utility>

#include "calendar/date_parse.h"
#include "check/sent_facts.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr int32_t kFresh = 7;  // days

bool is_id_byte(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.';
}

class ClaimReader {
 public:
  ClaimReader(const CheckContext& context, ReportClaims& out) : context_(context), out_(out) {
    dates_ = dates_of_report(out.day);
  }

  /// But for what of it is `kept`: the facts may be a section of the same text.
  void read(const MarkdownText& text, const MarkdownText* kept) {
    if (text.slice.count == 0) return;
    const Tape& tape = context_.program.set.tapes[text.tape];
    const uint32_t end = text.slice.first + text.slice.count;
    for (uint32_t i = text.slice.first; i < end;) {
      const TapeNode& node = tape.nodes[i];
      if (kept != nullptr && kept->tape == text.tape && kept->slice.count > 0 &&
          i == kept->slice.first) {
        i += kept->slice.count;
        continue;
      }
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
    if (istarts_with(rest, "ist ")) rest.remove_prefix(4);
    claim.state = state_at(context_.program.kinds(), rest);
    if (claim.state != Health::none) {
      claim.kind = ClaimKind::state;
      return add(claim, place);
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

bool is_marked_sent(const CheckContext& context, RecordIndex report) {
  const StatusId sent =
      context.program.kinds().find_status(context.program.record(report).kind, "sent");
  return sent != kNoStatus && context.analysis.of(report).status == sent;
}

const MarkdownText* facts_kept(const CheckContext& context, const Record& record) {
  const Value* value = record.value(context.program.kinds().find_field(record.kind, "as_sent"));
  return value == nullptr ? nullptr : std::get_if<MarkdownText>(&value->data);
}

bool is_newest_words(const CheckContext& context, RecordIndex report) {
  return report == context.analysis.newest_report &&
         context.analysis.as_of.days - context.analysis.of(report).held->days <= kFresh &&
         !is_marked_sent(context, report);
}

void read_claims(const CheckContext& context, const Record& record, const MarkdownText* kept,
                 ReportClaims& found) {
  ClaimReader reader(context, found);
  reader.read(record.body, kept);
  for (const FieldValue& field : record.fields) {
    for (const Value& value : field.values) {
      const auto* text = std::get_if<MarkdownText>(&value.data);
      // A section of the body is read with it.
      const bool in_body = text != nullptr && record.body.slice.count > 0 &&
                           text->tape == record.body.tape &&
                           text->slice.first >= record.body.slice.first &&
                           text->slice.first < record.body.slice.first + record.body.slice.count;
      if (text != nullptr && text != kept && !in_body) reader.read(*text, kept);
    }
  }
}

}  // namespace

const SentFact* ReportClaims::sent_of(const ReportClaim& claim) const {
  if (!sent) return nullptr;
  const auto at = sent->of.find(static_cast<uint32_t>(claim.about));
  return at == sent->of.end() ? nullptr : &at->second;
}

std::vector<ReportClaims> claims_of_reports(const CheckContext& context) {
  std::vector<ReportClaims> all;
  const Kinds& kinds = context.program.kinds();
  const KindId kind = kinds.find_kind("status_report");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex report{i};
    const Record& record = context.program.record(report);
    const std::optional<Date>& held = context.analysis.of(report).held;
    if (!held || !kinds.is(record.kind, kind)) continue;
    const MarkdownText* kept = facts_kept(context, record);
    const bool empty =
        kept == nullptr && record.value(kinds.find_field(record.kind, "as_sent")) == nullptr;
    if (kept == nullptr && !(empty && is_newest_words(context, report))) continue;
    ReportClaims found;
    found.report = report;
    found.day = *held;
    if (kept != nullptr) found.sent = read_sent(context, *held, *kept);
    read_claims(context, record, kept, found);
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace milepost
