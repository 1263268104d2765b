// Writes records, relations and pages.
#include "spec/record_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "calendar/datetime.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost::testing {
namespace {

constexpr std::string_view kLevels[] = {"none", "very_low", "low", "medium", "high", "critical"};
constexpr std::string_view kDependencies[] = {"FS", "SS", "FF", "SF"};

std::string one_line(std::string_view text) {
  return normalize_spaces(text);
}

std::string in_parentheses(std::string_view text) {
  return text.empty() ? std::string() : fmt::format(" ({})", one_line(text));
}

std::string text_of(const DateValue& date) {
  return date.precision == Precision::day
             ? to_iso(date)
             : fmt::format("{} {}", to_iso(date), precision_name(date.precision));
}

std::string text_of(const Duration& duration) {
  return to_text(duration, DurationContext{});
}

std::string text_of(const Estimate& estimate) {
  if (!estimate.is_range()) return text_of(estimate.likely);
  return fmt::format("{}/{}/{}", text_of(estimate.optimistic), text_of(estimate.likely),
                     text_of(estimate.pessimistic));
}

std::string range_of(const Estimate& estimate) {
  return estimate.is_range()
             ? fmt::format("{}..{}", text_of(estimate.optimistic), text_of(estimate.pessimistic))
             : text_of(estimate.likely);
}

class Writer {
 public:
  explicit Writer(const RecordSet& set) : set_(set), kinds_(*set.kinds) {}

  std::string write() {
    for (const Record& record : set_.records) out_ += text_of_record(record);
    return std::move(out_);
  }

 private:
  struct Of {
    const Writer& writer;
    const Value& value;
    const Field& field;
    KindId kind;

    std::string operator()(std::monostate) const { return one_line(value.text); }
    std::string operator()(const DateField& date) const {
      return text_of(date.date) +
             (date.moved_from ? " was " + text_of(*date.moved_from) : std::string());
    }
    std::string operator()(const DateTime& time) const { return to_iso(time); }
    std::string operator()(const When& when) const {
      std::string text =
          when.anchor == WhenAnchor::date ? text_of(when.date) : std::string(when.reference);
      if (when.shift) {
        Duration shift = *when.shift;
        text += shift.minutes < 0 ? " - " : " + ";
        shift.minutes = shift.minutes < 0 ? -shift.minutes : shift.minutes;
        text += text_of(shift);
      }
      return text;
    }
    std::string operator()(const Duration& duration) const { return text_of(duration); }
    std::string operator()(const Estimate& estimate) const { return text_of(estimate); }
    std::string operator()(const Effort& effort) const {
      return fmt::format("{}d", effort.person_days);
    }
    std::string operator()(const Level& level) const {
      return std::string(kLevels[std::min<size_t>(level.level, 5)]) + in_parentheses(level.comment);
    }
    std::string operator()(const StatusWord& word) const {
      const std::vector<Status>& statuses = writer.kinds_.kind(kind).statuses;
      const auto index = static_cast<size_t>(word.status);
      if (index >= statuses.size() && word.health == Health::none)
        return fmt::format("?{}?", one_line(value.text));
      const std::string name = index < statuses.size() ? statuses[index].name : "?";
      std::string text = name;
      if (word.health != Health::none && health_name(word.health) != name)
        text += fmt::format(" {}", health_name(word.health));
      if (word.percent >= 0) text += fmt::format(" {}%", word.percent);
      return text + in_parentheses(word.comment);
    }
    std::string operator()(const HealthWord& word) const {
      return std::string(health_name(word.health)) + in_parentheses(word.because) +
             (word.until ? " until " + text_of(*word.until) : std::string());
    }
    std::string operator()(const PersonName& person) const {
      return one_line(person.name) + in_parentheses(person.detail);
    }
    std::string operator()(const Reference& reference) const {
      std::string text;
      switch (reference.form) {
        case RefForm::id:
          text = fmt::format("`{}`", reference.target);
          break;
        case RefForm::link:
          text = fmt::format("[{}]({})", one_line(reference.label), reference.target);
          break;
        case RefForm::wiki:
          text = fmt::format("[[{}]]", reference.target);
          break;
        case RefForm::title:
          text = fmt::format("\"{}\"", one_line(reference.target));
          break;
      }
      if (reference.tentative) text += "?";
      if (!reference.dependency.empty()) text += fmt::format(" {}", reference.dependency);
      if (reference.lag) text += " lag " + text_of(*reference.lag);
      if (reference.delay) text += " delay " + range_of(*reference.delay);
      return text;
    }
    std::string operator()(const Money& money) const {
      return fmt::format("{}{}{}.{:02}", money.currency, money.currency.empty() ? "" : " ",
                         money.hundredths / 100, money.hundredths % 100);
    }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const Choice& choice) const {
      return choice.index < field.choices.size() ? field.choices[choice.index].name : "?";
    }
    std::string operator()(const MarkdownText& text) const {
      return one_line(plain_text(writer.set_.tapes[text.tape], text.slice));
    }
    std::string operator()(const Object& object) const {
      std::vector<std::string> parts;
      for (const FieldValue& part : object.fields) parts.push_back(writer.line_of(part, kind));
      std::sort(parts.begin(), parts.end());
      return fmt::format("{{{}}}", fmt::join(parts, "; "));
    }
  };

  std::string text_of_value(const Value& value, const Field& field, KindId kind) const {
    if (value.unreadable) return fmt::format("?{}?", one_line(value.text));
    return std::visit(Of{*this, value, field, kind}, value.data);
  }

  std::string line_of(const FieldValue& values, KindId kind) const {
    const Field& field = kinds_.field(values.field);
    std::vector<std::string> parts;
    for (const Value& value : values.values) parts.push_back(text_of_value(value, field, kind));
    return fmt::format("{}: {}", field.name, fmt::join(parts, " | "));
  }

  // "A-call-them-~" for an id that was made, "log.R1 (R1)" for one of its file.
  static std::string id_text(const Record& record) {
    constexpr size_t kDigits = 6;
    if (record.id_origin == IdOrigin::generated && record.id.size() > kDigits)
      return record.id.substr(0, record.id.size() - kDigits) + "~";
    return record.short_id == record.id || record.short_id.empty()
               ? record.id
               : fmt::format("{} ({})", record.id, record.short_id);
  }

  std::string text_of_record(const Record& record) const {
    std::string text = fmt::format("{} {} \"{}\"\n", kinds_.kind(record.kind).name, id_text(record),
                                   one_line(record.title));
    std::vector<std::string> lines;
    for (const FieldValue& values : record.fields) {
      const Role role = kinds_.field(values.field).role;
      if (role != Role::id && role != Role::title && role != Role::visibility)
        lines.push_back(line_of(values, record.kind));
    }
    for (const UnknownField& field : record.unknown)
      lines.push_back(fmt::format("? {}: {}", one_line(field.key), one_line(field.text)));
    if (!record.checks.empty()) {
      const auto done = std::count_if(record.checks.begin(), record.checks.end(),
                                      [](const CheckItem& item) { return item.checked; });
      lines.push_back(fmt::format("checks: {}/{}", done, record.checks.size()));
    }
    if (!record.visibility.empty()) lines.push_back(fmt::format("visible: {}", record.visibility));
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) text += "  " + line + "\n";
    return text;
  }

  const RecordSet& set_;
  const Kinds& kinds_;
  std::string out_;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

std::string records_text(const RecordSet& set) {
  return Writer(set).write();
}

std::string links_text(const Program& program) {
  std::vector<std::string> lines;
  for (const Link& link : program.links) {
    std::string line =
        fmt::format("{} {} {}", program.record(link.from).id,
                    program.kinds().link_type(link.type).name, program.record(link.to).id);
    if (link.dependency != DependencyType::finish_start)
      line += fmt::format(" {}", kDependencies[static_cast<size_t>(link.dependency)]);
    if (link.lag) line += " lag " + text_of(*link.lag);
    if (link.delay) line += " delay " + range_of(*link.delay);
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return joined(lines);
}

std::string pages_text(const RecordSet& set, const SourceSet& sources) {
  std::vector<std::string> lines;
  for (const Page& page : set.pages)
    lines.push_back(fmt::format("{} \"{}\"", sources.file(page.file).text.path(), page.title));
  std::sort(lines.begin(), lines.end());
  return joined(lines);
}

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split_lines(text)) {
    if (!trim(line).empty()) lines.emplace_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return joined(lines);
}

std::string sorted_fields(const std::string& text) {
  std::string out;
  std::vector<std::string> fields;
  const auto flush = [&] {
    std::sort(fields.begin(), fields.end());
    out += joined(fields);
    fields.clear();
  };
  for (const std::string_view line : split_lines(text)) {
    if (trim(line).empty()) continue;
    if (line.starts_with("  ")) {
      fields.emplace_back(line);
      continue;
    }
    flush();
    out += std::string(line) + "\n";
  }
  flush();
  return out;
}

}  // namespace milepost::testing
