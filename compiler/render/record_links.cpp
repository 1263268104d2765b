// Groups the links of a record by their meaning.
#include "render/record_links.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "render/link_detail.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostLinks = 100;  // of one meaning
constexpr size_t kSeen = 8;

class RecordLinks {
 public:
  RecordLinks(HtmlWriter& out, PageScope& scope, ViewRecordId id)
      : out_(out), scope_(scope), view_(scope.view()), id_(id) {}

  void write() {
    for (const bool mentions : {false, true}) {
      for (const ViewLink& link : view_.outgoing(id_)) {
        if (link.mention == mentions) add(link, link.to, true);
      }
      flush();
      for (const uint32_t number : view_.incoming_links(id_)) {
        const ViewLink& link = view_.links[number];
        if (link.mention == mentions) add(link, link.from, false);
      }
      flush();
    }
    pages();
  }

 private:
  struct Entry {
    const ViewLink* link;
    ViewRecordId other;
  };

  void add(const ViewLink& link, ViewRecordId other, bool outgoing) {
    if (!group_.empty() && group_.back().link->type != link.type) flush();
    group_.push_back({&link, other});
    const ViewLinkType& type = view_.link_types[link.type];
    label_ = outgoing ? type.label : type.inverse_label;
  }

  void flush() {
    if (group_.empty()) return;
    out_.put("<h3>").data(label_).put("</h3>\n");
    // A fold for one more would cost the line that it saves.
    const size_t seen = group_.size() > kSeen + 1 ? kSeen : group_.size();
    list(0, seen);
    if (seen < group_.size()) {
      out_.put("<details><summary>");
      say_count(out_, scope_, "record.more_links"_word, group_.size() - seen);
      out_.put("</summary>\n");
      list(seen, std::min(group_.size(), kMostLinks));
      out_.put("</details>\n");
    }
    group_.clear();
  }

  void list(size_t from, size_t to) {
    out_.put("<ul>\n");
    for (size_t i = from; i < to; ++i) {
      const ViewRecord& other = view_.record(group_[i].other);
      const bool stated = has_state(view_, other);
      const Markup shape = state_class(view_, other);
      if (stated) {
        out_.put("<li class=\"st ").put(shape).put("\"><div>");
      } else {
        out_.put("<li><div>");
      }
      write_id(out_, scope_, group_[i].other);
      out_.put(" ").data(other.title);
      if (!group_[i].link->detail.empty()) {
        out_.put(", ");
        write_link_detail(out_, scope_, group_[i].link->detail);
      }
      if (stated) {
        out_.put(" <small class=\"").put(shape).put("\">");
        write_state_words(out_, scope_, other);
        out_.put("</small>");
      }
      out_.put("</div></li>\n");
    }
    if (to == kMostLinks && to < group_.size()) {
      out_.put("<li>");
      say_count(out_, scope_, "record.more_links"_word, group_.size() - to);
      out_.put("</li>\n");
    }
    out_.put("</ul>\n");
  }

  void pages() {
    const auto mentions = scope_.outline().mentions_of(id_);
    if (mentions.empty()) return;
    out_.put("<h3>");
    say(out_, scope_, "record.on_pages"_word);
    out_.put("</h3>\n<ul>\n");
    for (const auto& [record, page] : mentions) {
      out_.put("<li><a").link("href", scope_.path(), scope_.outline().path_of(page));
      out_.put(">").data(view_.pages[number(page)].title).put("</a></li>\n");
    }
    out_.put("</ul>\n");
  }

  HtmlWriter& out_;
  PageScope& scope_;
  const View& view_;
  ViewRecordId id_;
  std::vector<Entry> group_;
  std::string_view label_;
};

}  // namespace

void write_record_links(HtmlWriter& out, PageScope& scope, ViewRecordId id) {
  RecordLinks(out, scope, id).write();
}

}  // namespace milepost
