// Writes the calendar of a View.
#include "render/calendar_ics.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/verdict.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kLineOctets = 75;

// What an event tells, in the order of one day.
enum class EventKind : uint8_t {
  milestone,
  release,
  forecast,
  launch,
  decision,
  needed,
  due,
  meeting,
  review
};

std::string_view event_word(EventKind kind) {
  constexpr std::array<std::string_view, 9> words = {"milestone", "release",  "forecast",
                                                     "launch",    "decision", "needed",
                                                     "due",       "meeting",  "review"};
  return words[static_cast<size_t>(kind)];
}

struct Event {
  Date day;
  EventKind kind = EventKind::due;
  ViewRecordId record = kNoViewRecord;  // of reviews the first
  std::optional<DateTime> at;           // none: the whole day
  std::vector<ViewRecordId> reviews;
};

std::string digits(int value, size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string ics_day(Date date) {
  const CivilDate day = civil(date);
  return digits(day.year, 4) + digits(day.month, 2) + digits(day.day, 2);
}

std::string ics_moment(DateTime time) {
  const LocalTime utc = to_local(time, Zone());
  const int second = utc.second_of_day;
  return ics_day(utc.date) + "T" + digits(second / 3600, 2) + digits(second / 60 % 60, 2) +
         digits(second % 60, 2) + "Z";
}

// The first moment inside the launch of a release: when it begins.
std::optional<DateTime> launch_of(const View& view, const ViewRecord& record) {
  for (const ViewField& field : record.fields) {
    if (view.field(field.field).name != "launch") continue;
    for (const ViewValue& value : field.values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) continue;
      for (const ViewField& part : object->fields) {
        if (view.field(part.field).name != "start" || part.values.empty()) continue;
        if (const auto* at = std::get_if<DateTime>(&part.values.front().data)) return *at;
      }
    }
  }
  return std::nullopt;
}

class CalendarWriter {
 public:
  explicit CalendarWriter(const Outline& outline)
      : outline_(outline), view_(outline.view), words_(outline.words) {
    stamp_ = ics_day(view_.program.as_of) + "T000000Z";
    // What makes ids of this program differ from those of others.
    domain_ = ascii_lower(view_.program.id.empty() ? view_.program.title : view_.program.id);
    for (char& c : domain_) {
      if (!is_ascii_alnum(c) && static_cast<unsigned char>(c) < 0x80) c = '-';
    }
    domain_ += ".milepost";
  }

  std::string write() {
    collect();
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Milepost//Milepost " + ics_text(view_.program.version) + "//EN");
    line("CALSCALE", "GREGORIAN");
    text("NAME", view_.program.title);
    text("X-WR-CALNAME", view_.program.title);
    if (view_.program.base_url) line("URL", address(SitePath("index.html")));
    line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    for (const Event& event : events_) write_event(event);
    line("END", "VCALENDAR");
    return std::move(out_);
  }

 private:
  void collect() {
    std::map<Date, std::vector<ViewRecordId>> reviews;
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      const ViewRecordId id{i};
      collect_dates(record, id);
      if (record.is_open() && record.facts.next_review) {
        reviews[*record.facts.next_review].push_back(id);
      }
    }
    for (auto& [day, records] : reviews) {
      std::ranges::sort(records, [&](ViewRecordId a, ViewRecordId b) { return id_less(a, b); });
      events_.push_back({day, EventKind::review, records.front(), std::nullopt, records});
    }
    std::ranges::sort(events_, [&](const Event& a, const Event& b) {
      if (std::tie(a.day, a.kind) != std::tie(b.day, b.kind)) {
        return std::tie(a.day, a.kind) < std::tie(b.day, b.kind);
      }
      return id_less(a.record, b.record);
    });
  }

  void collect_dates(const ViewRecord& record, ViewRecordId id) {
    const ViewKind& kind = view_.kind_of(record);
    const ViewFacts& facts = record.facts;
    const auto add = [&](const std::optional<Date>& day, EventKind what) {
      if (day) events_.push_back({*day, what, id, std::nullopt, {}});
    };
    const std::optional<Date> happened =
        record.phase == ViewPhase::done && facts.finished ? facts.finished : facts.due;
    // What was promised keeps its day, so that everybody sees it pass; the forecast has its own.
    if (kind.is("milestone")) {
      add(happened, EventKind::milestone);
      add(forecast_of(record, id), EventKind::forecast);
    } else if (kind.is("release")) {
      add(happened, EventKind::release);
      add(forecast_of(record, id), EventKind::forecast);
      if (const std::optional<DateTime> at = launch_of(view_, record)) {
        events_.push_back({date_in(*at, view_.program.zone), EventKind::launch, id, at, {}});
      }
    } else if (kind.is("meeting")) {
      add(facts.held, EventKind::meeting);
    } else if (record.is_open()) {
      add(facts.due, EventKind::due);
      const bool decision = kind.is("decision");
      if (facts.needed_by != facts.due) {
        add(facts.needed_by, decision ? EventKind::decision : EventKind::needed);
      }
      add(facts.decision_needed_by, EventKind::decision);
    }
  }

  // When an open milestone is forecast, if that is another day than its due date.
  std::optional<Date> forecast_of(const ViewRecord& record, ViewRecordId id) const {
    const ViewScheduleItem* item = forecast_item(view_, id);
    if (item == nullptr || item->finish == record.facts.due) return std::nullopt;
    return item->finish;
  }

  bool id_less(ViewRecordId a, ViewRecordId b) const {
    return natural_less(view_.record(a).id, view_.record(b).id);
  }

  // --- lines
  // -------------------------------------------------------------------------------------

  void line(std::string_view name, std::string_view value) {
    append_content_line(out_, name, value);
  }
  void text(std::string_view name, std::string_view value) { line(name, ics_text(value)); }

  std::string address(const SitePath& path) const { return view_.program.base_url->of(path); }

  std::string name_of(ViewRecordId id) const {
    const ViewRecord& record = view_.record(id);
    return record.short_id + " " + record.title;
  }

  std::string summary(const Event& event) const {
    const ViewRecord& record = view_.record(event.record);
    const auto said = [&](Word word) { return fill(words_.text(word), {name_of(event.record)}); };
    switch (event.kind) {
      case EventKind::decision:
        return said("calendar.decision"_word);
      case EventKind::needed:
        return said("calendar.needed"_word);
      case EventKind::due:
        return said("calendar.due"_word);
      case EventKind::launch:
        return said("calendar.launch"_word);
      case EventKind::forecast:
        return said("calendar.forecast"_word);
      case EventKind::review: {
        std::string ids;
        for (size_t i = 0; i < event.reviews.size() && i < kMostReviews; ++i) {
          if (i > 0) ids += ", ";
          ids += view_.record(event.reviews[i]).short_id;
        }
        if (event.reviews.size() > kMostReviews) ids += ", …";
        return fill(words_.text("calendar.review"_word), {ids});
      }
      default:
        return record.is_open() || event.kind == EventKind::meeting ? name_of(event.record)
               : record.phase == ViewPhase::done                    ? said("calendar.done"_word)
                                                                    : name_of(event.record);
    }
  }

  std::string description(const Event& event) const {
    std::string out;
    const auto add_line = [&](std::string_view words) {
      if (words.empty()) return;
      if (!out.empty()) out += '\n';
      out += words;
    };
    if (event.kind == EventKind::review) {
      for (size_t i = 0; i < event.reviews.size() && i < kMostReviewLines; ++i) {
        add_line(name_of(event.reviews[i]));
      }
      return out;
    }
    const ViewRecord& record = view_.record(event.record);
    const ViewKind& kind = view_.kind_of(record);
    std::string state = kind.label;
    if (record.status < kind.statuses.size()) {
      state += ": " + noun(words_, kind.statuses[record.status].label);
    }
    add_line(state);
    std::string owners;
    for (const std::string& owner : record.owner_names) {
      if (!owners.empty()) owners += ", ";
      owners += owner;
    }
    if (!owners.empty()) add_line(fill(words_.text("calendar.owner"_word), {owners}));
    return out;
  }

  void write_event(const Event& event) {
    const ViewRecord& record = view_.record(event.record);
    const bool review = event.kind == EventKind::review;
    line("BEGIN", "VEVENT");
    // A day of reviews is no record: its id is its day.
    text("UID", (review ? ics_day(event.day) : record.id) + "." +
                    std::string(event_word(event.kind)) + "@" + domain_);
    line("DTSTAMP", stamp_);
    if (event.at) {
      line("DTSTART", ics_moment(*event.at));
    } else {
      line("DTSTART;VALUE=DATE", ics_day(event.day));
      line("DTEND;VALUE=DATE", ics_day(add_days(event.day, 1)));
    }
    text("SUMMARY", summary(event));
    const std::string details = description(event);
    if (!details.empty()) text("DESCRIPTION", details);
    if (view_.program.base_url && !review) line("URL", address(outline_.path_of(event.record)));
    text("CATEGORIES", category(event));
    if (event.kind == EventKind::forecast) {
      line("STATUS", "TENTATIVE");
    } else {
      line("STATUS", record.phase == ViewPhase::dropped && !review ? "CANCELLED" : "CONFIRMED");
    }
    line("TRANSP", "TRANSPARENT");  // nobody is busy because something is due
    line("END", "VEVENT");
  }

  std::string category(const Event& event) const {
    switch (event.kind) {
      case EventKind::review:
        return std::string(words_.text("calendar.category.review"_word));
      case EventKind::decision:
        return std::string(words_.text("calendar.category.decision"_word));
      default:
        return view_.kind_of(view_.record(event.record)).label;
    }
  }

  static constexpr size_t kMostReviews = 8;       // in a summary
  static constexpr size_t kMostReviewLines = 50;  // in a description

  const Outline& outline_;
  const View& view_;
  const Words& words_;
  std::string stamp_, domain_, out_;
  std::vector<Event> events_;
};

}  // namespace

void append_content_line(std::string& out, std::string_view name, std::string_view value) {
  std::string whole(name);
  whole += ':';
  whole += value;
  std::string_view rest = whole;
  size_t room = kLineOctets;
  while (rest.size() > room) {
    const std::string_view part = truncate_bytes(rest, room);
    out.append(part).append("\r\n ");
    rest.remove_prefix(part.size());
    room = kLineOctets - 1;  // the space in front counts
  }
  out.append(rest).append("\r\n");
}

std::string ics_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      out += "\\n";
    } else if (!is_ascii_control(c) || c == '\t') {
      out += c;
    }
  }
  return out;
}

std::string calendar_ics(const Outline& outline) {
  return CalendarWriter(outline).write();
}

}  // namespace milepost
