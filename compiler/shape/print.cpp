// Writes records line by line.
#include "shape/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/words.h"

namespace milepost {
namespace {

constexpr std::string_view kSpellings[] = {"file", "yaml", "table", "block", "list item"};
constexpr std::string_view kOrigins[] = {"written", "key",   "path",     "heading",
                                         "column",  "block", "generated"};

std::string quoted_text(std::string_view text) {
  std::string line = "\"";
  for (const char c : text) {
    if (c == '\n')
      line += "\\n";
    else if (c == '"' || c == '\\')
      (line += '\\') += c;
    else if (c != '\r')
      line += c;
  }
  return line + "\"";
}

std::string comment(std::string_view text) {
  return text.empty() ? std::string() : " " + quoted_text(text);
}

std::string estimate_text(const Estimate& estimate, const DurationContext& context) {
  if (!estimate.is_range()) return to_text(estimate.likely, context);
  return to_text(estimate.optimistic, context) + ".." + to_text(estimate.pessimistic, context);
}

class ValuePrinter {
 public:
  ValuePrinter(const RecordSet& set, KindId kind, const Field& field, const Value& value)
      : set_(set), kind_(kind), field_(field), value_(value), context_(set.settings.durations) {}

  std::string print() const {
    const std::string mark = value_.unreadable ? "unreadable " : "";
    return mark + std::visit(*this, value_.data);
  }

  std::string operator()(const std::monostate&) const { return quoted_text(value_.text); }
  std::string operator()(const DateField& v) const {
    std::string text = to_iso(v.date);
    if (v.moved_from) text += " moved from " + to_iso(*v.moved_from);
    return "date " + text;
  }
  std::string operator()(const DateTime& v) const { return "datetime " + to_iso(v); }
  std::string operator()(const When& v) const {
    std::string text = v.anchor == WhenAnchor::date ? to_iso(v.date) : std::string(v.reference);
    if (v.shift) {
      text += v.shift->minutes < 0 ? " - " : " + ";
      Duration length = *v.shift;
      length.minutes = std::abs(length.minutes);
      text += to_text(length, context_);
    }
    return "when " + text;
  }
  std::string operator()(const Duration& v) const { return "duration " + to_text(v, context_); }
  std::string operator()(const Estimate& v) const {
    return "estimate " + estimate_text(v, context_);
  }
  std::string operator()(const Effort& v) const { return fmt::format("effort {}d", v.person_days); }
  std::string operator()(const Level& v) const {
    return fmt::format("level {}{}", v.level, comment(v.comment));
  }
  std::string operator()(const StatusWord& v) const {
    std::string text = "status ?";
    if (v.status != kNoStatus) {
      text = "status " + set_.kinds->kind(kind_).statuses[static_cast<size_t>(v.status)].name;
    }
    if (v.health != Health::none) text += fmt::format(" health {}", health_name(v.health));
    if (v.percent >= 0) text += fmt::format(" {}%", v.percent);
    return text + comment(v.comment);
  }
  std::string operator()(const HealthWord& v) const {
    std::string text = fmt::format("health {}{}", health_name(v.health), comment(v.because));
    if (v.until) text += " until " + to_iso(*v.until);
    return text;
  }
  std::string operator()(const PersonName& v) const {
    return "party " + quoted_text(v.name) + comment(v.detail);
  }
  std::string operator()(const Reference& v) const {
    static constexpr std::string_view kForms[] = {"id", "link", "wiki", "title"};
    std::string text = fmt::format("ref {} {}{}", kForms[static_cast<size_t>(v.form)],
                                   quoted_text(v.target), comment(v.label));
    if (!v.dependency.empty()) text += fmt::format(" {}", v.dependency);
    if (v.lag) text += " lag " + std::to_string(v.lag->minutes) + "min";
    if (v.delay) text += " delay " + estimate_text(*v.delay, context_);
    if (v.tentative) text += " tentative";
    return text;
  }
  std::string operator()(const Money& v) const {
    return fmt::format("money {}{}{}.{:02}", v.currency, v.currency.empty() ? "" : " ",
                       v.hundredths / 100, std::abs(v.hundredths % 100));
  }
  std::string operator()(double v) const { return fmt::format("number {}", v); }
  std::string operator()(bool v) const { return v ? "yes" : "no"; }
  std::string operator()(const Choice& v) const { return "choice " + field_.choices[v.index].name; }
  std::string operator()(const MarkdownText& v) const {
    const Tape& tape = set_.tapes[v.tape];
    return "markdown " + quoted_text(trim_spaces(plain_text(tape, v.slice)));
  }
  std::string operator()(const Object& v) const {
    std::string text = "{";
    for (const FieldValue& field : v.fields) {
      const Field& sub = set_.kinds->field(field.field);
      if (text.size() > 1) text += ", ";
      text += sub.name + ": ";
      for (std::size_t i = 0; i < field.values.size(); ++i) {
        if (i > 0) text += " | ";
        text += ValuePrinter(set_, kind_, sub, field.values[i]).print();
      }
    }
    return text + "}";
  }

 private:
  const RecordSet& set_;
  KindId kind_;
  const Field& field_;
  const Value& value_;
  DurationContext context_;
};

}  // namespace

std::string print_value(const RecordSet& set, KindId kind, const Field& field, const Value& value) {
  return ValuePrinter(set, kind, field, value).print();
}

namespace {

class Printer {
 public:
  Printer(const RecordSet& set, const SourceSet& sources) : set_(set), sources_(sources) {}

  std::string print() {
    for (const Record& record : set_.records) add(record);
    for (const Page& page : set_.pages) {
      line(fmt::format("page {} {}{}{}", sources_.file(page.file).text.path(),
                       quoted_text(page.title), page.visibility.empty() ? "" : " ",
                       page.visibility));
      add_checks(page.checks);
    }
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { (out_ += text) += '\n'; }

  std::string place(Span span) const {
    if (!span.is_place()) return "-";
    const SourceText& text = sources_.file(span.file).text;
    const LineColumn at = text.position(span.begin);
    return fmt::format("{}:{}:{}", text.path(), at.line, at.column);
  }

  void add(const Record& record) {
    const Kind& kind = set_.kinds->kind(record.kind);
    line(fmt::format("{} {} {}", kind.name, record.id, quoted_text(record.title)));
    line(fmt::format("  at {}, {}, id {}", place(record.span),
                     kSpellings[static_cast<size_t>(record.spelling)],
                     kOrigins[static_cast<size_t>(record.id_origin)]));
    if (record.short_id != record.id) line("  short " + record.short_id);
    for (const std::string& alias : record.aliases) line("  alias " + alias);
    if (!record.visibility.empty()) line(fmt::format("  visibility {}", record.visibility));
    if (record.template_leftover) line("  template left over");
    for (const FieldValue& field : record.fields) {
      const Field& definition = set_.kinds->field(field.field);
      for (const Value& value : field.values) {
        line(fmt::format("  {}: {} @{}", definition.name,
                         print_value(set_, record.kind, definition, value), place(value.span)));
      }
    }
    for (const UnknownField& unknown : record.unknown) {
      line(fmt::format("  ? {}: {}", unknown.key, quoted_text(unknown.text)));
    }
    add_checks(record.checks);
    for (const CheckItem& item : record.checks) add_item(record, item);
    if (record.body.slice.count > 0) {
      line(fmt::format("  body {} nodes, {} cuts", record.body.slice.count,
                       record.body_cuts.size()));
    }
  }

  void add_checks(const std::vector<CheckItem>& checks) {
    for (std::size_t i = 0; i < checks.size();) {
      const std::string_view group = checks[i].group;
      std::size_t done = 0;
      std::size_t advisory = 0;
      std::size_t all = 0;
      for (; i < checks.size() && checks[i].group == group; ++i, ++all) {
        if (checks[i].checked) ++done;
        if (checks[i].advisory) ++advisory;
      }
      std::string text = fmt::format("  checks {} of {}", done, all);
      if (advisory > 0) text += fmt::format(", {} advisory", advisory);
      line(text + (group.empty() ? "" : " under " + quoted_text(group)));
    }
  }

  void add_item(const Record& record, const CheckItem& item) {
    line(fmt::format("    [{}] {} {}{}{}", item.checked ? 'x' : ' ', item.key,
                     quoted_text(item.text), item.region.empty() ? "" : " for ", item.region));
    for (const FieldValue& field : item.attributes) {
      const Field& definition = set_.kinds->field(field.field);
      for (const Value& value : field.values) {
        line(fmt::format("      {}: {} @{}", definition.name,
                         print_value(set_, record.kind, definition, value), place(value.span)));
      }
    }
  }

  const RecordSet& set_;
  const SourceSet& sources_;
  std::string out_;
};

}  // namespace

std::string print_records(const RecordSet& set, const SourceSet& sources) {
  return Printer(set, sources).print();
}

}  // namespace milepost
