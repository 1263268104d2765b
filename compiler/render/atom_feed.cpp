// Writes the feed of a View.
#include "render/atom_feed.h"

#include <array>
#include <string_view>
#include <vector>

#include "calendar/datetime.h"
#include "compose/phrases.h"
#include "markup/html.h"
#include "render/page_head.h"
#include "render/record_events.h"

namespace milepost {
namespace {

constexpr size_t kMostSummary = 600;

Word word_of(RecordEventKind kind) {
  switch (kind) {
    case RecordEventKind::published:
      return "feed.published"_word;
    case RecordEventKind::decided:
      return "feed.decided"_word;
    case RecordEventKind::met:
      return "feed.met"_word;
    case RecordEventKind::finished:
      return "feed.finished"_word;
    default:
      return "feed.raised"_word;
  }
}

std::string_view fragment_of(RecordEventKind kind) {
  constexpr std::array<std::string_view, 5> names = {"published", "decided", "met", "finished",
                                                     "raised"};
  return names[static_cast<size_t>(kind)];
}

class FeedWriter {
 public:
  explicit FeedWriter(const Outline& outline)
      : outline_(outline), view_(outline.view), base_(*outline.view.program.base_url) {}

  std::string write() {
    std::vector<RecordEvent> events = record_events(view_);
    if (events.size() > kMostFeedEntries) events.resize(kMostFeedEntries);
    const ViewProgram& program = view_.program;
    out_ =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    element("id", base_.text());
    element("title", program.title);
    if (!program.description.empty()) element("subtitle", program.description);
    link("self", base_.text() + "feed.xml", "application/atom+xml");
    link("alternate", base_.text(), "text/html");
    element("updated", moment(events.empty() ? program.as_of : events.front().day));
    out_ += "<author>";
    element("name", program.title, "");
    out_ += "</author>\n";
    out_ += "<generator version=\"";
    append_escaped_attribute(out_, program.version);
    out_ += "\">Milepost</generator>\n";
    for (const RecordEvent& event : events) entry(event);
    out_ += "</feed>\n";
    return std::move(out_);
  }

 private:
  void element(std::string_view name, std::string_view text, std::string_view end = "\n") {
    out_.append("<").append(name).append(">");
    append_escaped_text(out_, text);
    out_.append("</").append(name).append(">").append(end);
  }

  void link(std::string_view relation, std::string_view address, std::string_view type) {
    out_.append("<link rel=\"").append(relation).append("\" type=\"").append(type);
    out_.append("\" href=\"");
    append_escaped_attribute(out_, address);
    out_.append("\"/>\n");
  }

  std::string moment(Date day) const {
    return to_iso(milepost::to_utc(LocalTime{day, 0}, view_.program.zone), view_.program.zone);
  }

  void entry(const RecordEvent& event) {
    const ViewRecord& record = view_.record(event.record);
    const std::string address = base_.of(outline_.path_of(event.record));
    out_ += "<entry>\n";
    element("id", address + "#" + std::string(fragment_of(event.kind)));
    element("title",
            fill(outline_.words.text(word_of(event.kind)), {record.short_id, record.title}));
    link("alternate", address, "text/html");
    element("published", moment(event.day));
    element("updated", moment(event.day));
    for (const std::string& owner : record.owner_names) {
      out_ += "<author>";
      element("name", owner, "");
      out_ += "</author>\n";
    }
    out_ += "<category term=\"";
    append_escaped_attribute(out_, view_.kind_of(record).name);
    out_ += "\" label=\"";
    append_escaped_attribute(out_, view_.kind_of(record).label);
    out_ += "\"/>\n";
    const std::string summary = summary_of(view_, record, kMostSummary);
    if (!summary.empty()) element("summary", summary);
    out_ += "</entry>\n";
  }

  const Outline& outline_;
  const View& view_;
  const BaseUrl& base_;
  std::string out_;
};

}  // namespace

std::string atom_feed(const Outline& outline) {
  return outline.view.program.base_url ? FeedWriter(outline).write() : std::string();
}

}  // namespace milepost
