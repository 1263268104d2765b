// Reads and writes the little language of network_text.h.
#include "unit/analyze/network_text.h"

#include <stdexcept>

namespace milepost {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

Date day(std::string_view text) {
  const int month = std::stoi(std::string(text.substr(0, 2)));
  const int number = std::stoi(std::string(text.substr(3, 2)));
  return make_date(2026, month, number).value();
}
std::string text_of(Date date) {
  return to_iso(date).substr(5);
}

Relation relation(std::string_view text) {
  if (text == "SS") return Relation::start_start;
  if (text == "FF") return Relation::finish_finish;
  if (text == "SF") return Relation::start_finish;
  if (text != "FS") throw std::runtime_error("no such relation");
  return Relation::finish_start;
}

NetworkEdge edge_of(const NetworkText& text, std::string_view word, uint32_t to) {
  const std::size_t colon = word.find(':');
  NetworkEdge edge{text.node(word.substr(0, colon)), to, Relation::finish_start, false, 0};
  if (colon == std::string_view::npos) return edge;
  edge.relation = relation(word.substr(colon + 1, 2));
  std::string lag(word.substr(colon + 3));
  if (lag.empty()) return edge;
  edge.wall_lag = lag.back() == 'w';
  edge.lag = std::stoi(lag);
  return edge;
}

void read_option(std::string_view word, NetworkNode& node) {
  const std::size_t equals = word.find('=');
  const std::string_view key = word.substr(0, equals);
  const std::string value(equals == std::string_view::npos ? "" : word.substr(equals + 1));
  if (key == "event") {
    node.source = LengthSource::event;
    node.kind = PlanKind::milestone;
  } else if (key == "start") {
    node.not_before = day(value);
  } else if (key == "due") {
    node.commitment = day(value);
  } else if (key == "by") {
    node.deadline = day(value);
  } else if (key == "started") {
    node.state = PlanState::started;
    if (!value.empty()) node.started = day(value);
  } else if (key == "left") {
    node.remaining = std::stoi(value);
  } else if (key == "done") {
    node.state = PlanState::done;
    node.finished = day(value);
  } else if (key == "time") {
    node.time = static_cast<uint32_t>(std::stoi(value));
  } else {
    throw std::runtime_error("no such option: " + std::string(word));
  }
}

std::string number(int32_t value) {
  return value == kNoFloat ? "-" : std::to_string(value);
}

std::string name_of(Driver driver) {
  constexpr const char* kNames[] = {"none",       "edge",   "as_of", "not_before",
                                    "commitment", "actual", "told"};
  return kNames[static_cast<std::size_t>(driver)];
}

std::string fact(const NetworkText& text, const NodeDates& dates, std::string_view key) {
  const bool has_start = dates.starts != Driver::none;
  if (key == "start") return has_start ? text_of(dates.early_start) : "-";
  if (key == "finish") return text_of(dates.early_finish);
  if (key == "late_start") return text_of(dates.late_start);
  if (key == "late_finish") return text_of(dates.late_finish);
  if (key == "total") return number(dates.total_float);
  if (key == "free") return number(dates.free_float);
  if (key == "bound") return number(dates.commitment_float);
  if (key == "bound_by") return dates.bound_by == kNoNode ? "-" : text.names[dates.bound_by];
  if (key == "gap") return std::to_string(dates.gap);
  if (key == "starts") return name_of(dates.starts);
  if (key == "finishes") return name_of(dates.finishes);
  if (key == "edge") {
    if (dates.edge == kNoEdge) return "-";
    return text.names[text.network.edges[dates.edge].from];
  }
  throw std::runtime_error("no such fact");
}

}  // namespace

NetworkText::NetworkText(std::string_view text) {
  network.as_of = day("06-01");
  CalendarLayer holidays, short_week, every_day;
  holidays.days_off = {{day("06-10"), day("06-12")}};
  short_week.week = WeekPattern{0b0001111};
  every_day.week = WeekPattern{0b1111111};
  network.times = {WorkingTime(), WorkingTime(holidays), WorkingTime(short_week),
                   WorkingTime(every_day)};

  std::vector<std::vector<std::string_view>> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
    if (std::vector<std::string_view> words = words_of(line); !words.empty()) {
      names.emplace_back(words.front());
      lines.push_back(std::move(words));
    }
  }
  for (const std::vector<std::string_view>& words : lines) {
    NetworkNode& node = network.nodes.emplace_back();
    node.length = std::stoi(std::string(words[1]));
    node.source = node.length > 0 ? LengthSource::estimate : LengthSource::none;
    node.remaining = node.length;
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words[i].front() == '<') {
        const auto to = static_cast<uint32_t>(network.nodes.size() - 1);
        network.edges.push_back(edge_of(*this, words[i].substr(1), to));
      } else {
        read_option(words[i], node);
      }
    }
  }
}

uint32_t NetworkText::node(std::string_view name) const {
  for (uint32_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return i;
  }
  throw std::runtime_error("no such item: " + std::string(name));
}

std::string as_it_is(const NetworkText& text, const Passes& passes, std::string_view expected) {
  const std::vector<std::string_view> words = words_of(expected);
  std::string result(words.front());
  const NodeDates& dates = passes.dates[text.node(words.front())];
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view key = words[i].substr(0, words[i].find('='));
    result += " " + std::string(key) + "=" + fact(text, dates, key);
  }
  return result;
}

std::string path_to(const NetworkText& text, const Passes& passes, std::string_view target) {
  std::string result;
  for (const uint32_t n : longest_path(text.network, passes, text.node(target))) {
    result += (result.empty() ? "" : " ") + text.names[n];
  }
  return result;
}

}  // namespace milepost
