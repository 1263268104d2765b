// Says values as their pages do.
#include "compose/change_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <variant>

#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "compose/phrases.h"
#include "text/words.h"

namespace milepost {
namespace {

class ValueSayer {
 public:
  ValueSayer(const Words& words, const View& view, const ViewValue& value)
      : words_(words), view_(view), value_(value) {}

  std::string operator()(std::monostate) const { return normalize_spaces(value_.text); }
  std::string operator()(const ViewDate& date) const {
    if (date.date.is_day()) return day_words(words_, date.point, as_of());
    return period_words(words_, date.date, as_of());
  }
  std::string operator()(const ViewWhen& when) const {
    if (!value_.text.empty()) return normalize_spaces(value_.text);
    return when.point ? day_words(words_, *when.point, as_of()) : std::string();
  }
  std::string operator()(const DateTime& time) const {
    const LocalTime local = to_local(time, view_.program.zone);
    return day_words(words_, local.date, as_of()) + ", " + clock_words(local.second_of_day);
  }
  std::string operator()(const ViewLevel& level) const {
    return with_words(std::string(level_word(words_, level.level)), ", ");
  }
  std::string operator()(const ViewNumber& number) const {
    return number_words(number.value) + (number.percent ? " %" : "");
  }
  std::string operator()(bool yes) const {
    return std::string(words_.text(yes ? "value.yes"_word : "value.no"_word));
  }
  std::string operator()(const ViewMoney& money) const {
    return (money.currency.empty() ? "" : money.currency + " ") + money_words(money.hundredths);
  }
  std::string operator()(const ViewWord&) const { return value_.text; }
  std::string operator()(const ViewHealthWord& word) const {
    return with_words(std::string(health_word(words_, word.health)), ": ");
  }
  std::string operator()(const ViewParty&) const { return value_.text; }
  std::string operator()(const ViewReference& reference) const {
    std::string text = reference.target.kind == ViewTargetKind::record
                           ? view_.record(ViewRecordId{reference.target.index}).short_id
                           : normalize_spaces(value_.text);
    const std::string how = detail(reference.detail);
    return how.empty() ? text : text + " (" + how + ")";
  }
  std::string operator()(const ViewMarkdown&) const { return {}; }
  std::string operator()(const ViewUrl&) const { return value_.text; }
  std::string operator()(const ViewObject&) const { return {}; }

 private:
  Date as_of() const { return view_.program.as_of; }

  std::string with_words(std::string text, std::string_view between) const {
    if (!value_.text.empty()) (text += between) += normalize_spaces(value_.text);
    return text;
  }

  std::string length(const Duration& duration) const {
    return to_text(duration, view_.working_time.duration_context());
  }

  std::string detail(const ViewLinkDetail& how) const {
    constexpr std::array<Word, 4> relations = {
        "relation.start_start"_word, "relation.start_start"_word, "relation.finish_finish"_word,
        "relation.start_finish"_word};
    std::string text;
    const auto add = [&](std::string_view part) {
      if (!text.empty()) text += ", ";
      text += part;
    };
    if (how.relation != ViewRelation::finish_start) {
      add(words_.text(relations[static_cast<size_t>(how.relation)]));
    }
    if (how.lag) {
      const Duration size{how.lag->minutes < 0 ? -how.lag->minutes : how.lag->minutes,
                          how.lag->kind};
      add(fill(words_.text(how.lag->minutes < 0 ? "relation.earlier"_word : "relation.later"_word),
               {length(size)}));
    }
    if (how.delay) {
      const std::string least = length(how.delay->optimistic);
      add(how.delay->is_range()
              ? fill(words_.text("relation.by_range"_word), {least, length(how.delay->pessimistic)})
              : fill(words_.text("relation.by"_word), {least}));
    }
    if (how.tentative) add(words_.text("relation.tentative"_word));
    return text;
  }

  const Words& words_;
  const View& view_;
  const ViewValue& value_;
};

}  // namespace

ChangeWords change_words(const Words& words) {
  ChangeWords made;
  made.value = [&words](const View& view, const ViewValue& value) {
    return std::visit(ValueSayer(words, view, value), value.data);
  };
  made.kind = words.text("changes.kind"_word);
  made.body = words.text("changes.body"_word);
  made.fields = words.text("changes.fields"_word);
  made.checks = words.text("record.checks"_word);
  made.links = words.text("record.links"_word);
  made.health_until = words.text("changes.health_until"_word);
  return made;
}

std::string number_words(double value) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

std::string money_words(int64_t hundredths) {
  const bool negative = hundredths < 0;
  const uint64_t amount =
      negative ? 0 - static_cast<uint64_t>(hundredths) : static_cast<uint64_t>(hundredths);
  std::string whole = std::to_string(amount / 100);
  for (size_t i = whole.size(); i > 3; i -= 3) whole.insert(i - 3, ",");
  const uint64_t rest = amount % 100;
  if (rest != 0) whole.append(rest < 10 ? ".0" : ".").append(std::to_string(rest));
  return (negative ? "-" : "") + whole;
}

std::string clock_words(int32_t second_of_day) {
  const int32_t minutes = second_of_day / 60;
  const std::string hour = std::to_string(minutes / 60);
  const std::string minute = std::to_string(minutes % 60);
  return (hour.size() < 2 ? "0" : "") + hour + ":" + (minute.size() < 2 ? "0" : "") + minute;
}

}  // namespace milepost
