// Phrases of a tape: text with mentions, links, images, footnote references.
#include <algorithm>
#include <array>

#include "compose/anchors.h"
#include "render/links.h"
#include "render/tape_writer.h"
#include "text/ascii.h"

namespace milepost {
namespace {

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 7> kinds = {".png",  ".jpg",  ".jpeg", ".gif",
                                                     ".webp", ".avif", ".svg"};
  return std::ranges::any_of(kinds, [&](std::string_view e) { return iends_with(path, e); });
}

}  // namespace

uint32_t TapeWriter::phrase(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  switch (node.kind) {
    case NodeKind::text:
      return text(i);
    case NodeKind::soft_break:
      out_.put("\n");
      return whole(i);
    case NodeKind::line_break:
      out_.put("<br>\n");
      return whole(i);
    case NodeKind::code:
      out_.put("<code>").data(tape_.text_of(node)).put("</code>");
      return whole(i);
    case NodeKind::emphasis:
      out_.put("<em>");
      return open(i, Place::phrase, "</em>");
    case NodeKind::strong:
      out_.put("<strong>");
      return open(i, Place::phrase, "</strong>");
    case NodeKind::strike:
      out_.put("<s>");
      return open(i, Place::phrase, "</s>");
    case NodeKind::link:
      return link(i);
    case NodeKind::image:
      return image(i, plain_text(tape_, TapeSlice{i + 1, node.size - 1}));
    case NodeKind::footnote_reference:
      return footnote_reference(i);
    case NodeKind::element:
      return element(i);
    default:
      return after(i);  // attribute, title, info: read by the node above them
  }
}

const ViewTarget* TapeWriter::target_of(uint32_t i) {
  while (next_reference_ < references_.size() && references_[next_reference_].node < i) {
    ++next_reference_;
  }
  if (next_reference_ == references_.size() || references_[next_reference_].node != i) {
    return nullptr;
  }
  return &references_[next_reference_].target;
}

size_t TapeWriter::task_facts(std::string_view words) const {
  constexpr std::array<std::string_view, 5> begins = {
      "owner:", "due:", "evidence:", "by:", "advisory"};
  const bool in_task = top().task || (frames_.size() > 1 && frames_[frames_.size() - 2].task);
  const size_t at = words.rfind(" (");
  if (!in_task || at == std::string_view::npos || !words.ends_with(')')) return words.size();
  const std::string_view inside = words.substr(at + 2);
  const bool facts = std::ranges::any_of(
      begins, [&](std::string_view begin) { return istarts_with(inside, begin); });
  return facts ? at + 1 : words.size();
}

uint32_t TapeWriter::text(uint32_t i) {
  const std::string_view words = tape_.text_of(tape_.nodes[i]);
  const size_t facts = task_facts(words);
  size_t from = 0;
  bool aside = false;
  const auto put_to = [&](size_t end) {
    if (!aside && facts < words.size() && end > facts) {
      out_.data(words.substr(from, facts - from)).put("<span class=\"aside\">");
      from = facts;
      aside = true;
    }
    out_.data(words.substr(from, end - from));
    from = end;
  };
  if (!top().in_link && target_of(i) != nullptr) {
    for (size_t r = next_reference_; r < references_.size() && references_[r].node == i; ++r) {
      const ViewTapeReference& mention = references_[r];
      const size_t end = mention.offset + size_t{mention.length};
      if (mention.offset < from || mention.length == 0 || end > words.size()) continue;
      put_to(mention.offset);
      const bool opened = open_mention(out_, scope_, id_, mention.target);
      out_.data(words.substr(mention.offset, mention.length));
      if (opened) out_.put("</a>");
      from = end;
    }
  }
  put_to(words.size());
  if (aside) out_.put("</span>");
  return whole(i);
}

uint32_t TapeWriter::link(uint32_t i) {
  const TapeNode& node = tape_.nodes[i];
  bool opened = false;
  if (!top().in_link) {
    std::string_view title;
    if (node.size > 1 && tape_.nodes[i + 1].kind == NodeKind::title) {
      title = tape_.text_of(tape_.nodes[i + 1]);
    }
    opened = open_written_link(i, tape_.text_of(node), title);
  }
  const uint32_t next = open(i, Place::phrase, opened ? Markup("</a>") : Markup(""));
  if (opened) top().in_link = true;
  return next;
}

bool TapeWriter::open_written_link(uint32_t i, std::string_view address, std::string_view title) {
  const ViewTarget* target = target_of(i);
  if (target != nullptr && target->kind != ViewTargetKind::external) {
    return open_link(out_, scope_, id_, *target, title);
  }
  return open_foreign_link(out_, address, title);
}

uint32_t TapeWriter::image(uint32_t i, std::string_view alternative) {
  const ViewTarget* target = target_of(i);
  const TapeNode& node = tape_.nodes[i];
  const bool markdown = node.kind == NodeKind::image;
  if (target != nullptr && target->kind == ViewTargetKind::asset) {
    const SiteTarget asset = scope_.outline().resolve(*target);
    if (asset.path != nullptr && is_picture(asset.path->file())) {
      out_.put("<img").link("src", scope_.path(), *asset.path).attribute("alt", alternative);
      if (!markdown) {
        const std::string_view width = digits_of(i, "width", 4);
        const std::string_view height = digits_of(i, "height", 4);
        if (!width.empty()) out_.attribute("width", width);
        if (!height.empty()) out_.attribute("height", height);
      }
      out_.put(" loading=\"lazy\">");
      return whole(i);
    }
  }
  // No request leaves the site: a picture from elsewhere is a link to it.
  bool opened = false;
  if (!top().in_link) {
    const std::string_view address =
        markdown ? tape_.text_of(node) : element_attribute(tape_, i, "src");
    opened = open_written_link(i, address, {});
  }
  out_.data(alternative.empty() ? "image" : alternative);
  if (opened) out_.put("</a>");
  return whole(i);
}

uint32_t TapeWriter::footnote_reference(uint32_t i) {
  const bool linked = !top().in_link;
  const PageScope::FootnoteUse use = scope_.use_footnote(id_, tape_.nodes[i].text_length);
  out_.put("<sup class=\"fn\">");
  if (linked) {
    out_.put("<a href=\"#mp:fn-").number(use.number).put("\" id=\"mp:ref-").number(use.number);
    if (use.use > 1) out_.put("-").number(use.use);
    out_.put("\">");
  }
  out_.number(use.number);
  if (linked) out_.put("</a>");
  out_.put("</sup>");
  return whole(i);
}

}  // namespace milepost
