// Raw HTML on its way to the tape: inert elements become nodes, everything else stays visible text.
#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "parse/markdown_builder.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t kMostOpen = 64;  // elements in elements; what is deeper stays text

bool is_cell(HtmlElement element) {
  return element == HtmlElement::td || element == HtmlElement::th;
}
bool is_row_group(HtmlElement element) {
  return element == HtmlElement::thead || element == HtmlElement::tbody ||
         element == HtmlElement::tfoot;
}

}  // namespace

uint32_t HtmlLines::place(std::size_t at) const {
  if (!exact) return begin;
  const auto after = std::ranges::upper_bound(lines, at, {}, &Line::literal);
  const Line& line = *(after - 1);
  return std::min(line.source + static_cast<uint32_t>(at - line.literal), end);
}

uint32_t HtmlLines::place_end(std::size_t at) const {
  return exact && at > 0 ? std::min(place(at - 1) + 1, end) : end;
}

const MarkdownBuilder::Open* MarkdownBuilder::innermost_element() const {
  for (std::size_t k = open_.size(); k-- > 0 && open_[k].kind != OpenKind::node;) {
    if (open_[k].kind == OpenKind::element) return &open_[k];
  }
  return nullptr;
}

// The end tags that HTML lets people leave out.
void MarkdownBuilder::close_implied(HtmlElement element) {
  for (;;) {
    const Open* inner = innermost_element();
    if (inner == nullptr || inner != &open_.back()) return;
    const HtmlElement open = inner->element;
    const bool ends =
        (is_cell(element) && (is_cell(open) || open == HtmlElement::caption)) ||
        (element == HtmlElement::tr &&
         (is_cell(open) || open == HtmlElement::tr || open == HtmlElement::caption ||
          open == HtmlElement::colgroup)) ||
        (is_row_group(element) && (is_cell(open) || open == HtmlElement::tr || is_row_group(open) ||
                                   open == HtmlElement::caption || open == HtmlElement::colgroup));
    if (!ends) return;
    close_top();
  }
}

// Parts of a table stand in a table, a summary in its details.
bool MarkdownBuilder::fits_here(HtmlElement element) const {
  const Open* inner = innermost_element();
  const auto inside = [inner](auto... elements) {
    return inner != nullptr && ((inner->element == elements) || ...);
  };
  switch (element) {
    case HtmlElement::td:
    case HtmlElement::th:
      return inside(HtmlElement::tr);
    case HtmlElement::tr:
      return inside(HtmlElement::table, HtmlElement::thead, HtmlElement::tbody, HtmlElement::tfoot);
    case HtmlElement::thead:
    case HtmlElement::tbody:
    case HtmlElement::tfoot:
    case HtmlElement::caption:
    case HtmlElement::colgroup:
      return inside(HtmlElement::table);
    case HtmlElement::col:
      return inside(HtmlElement::table, HtmlElement::colgroup);
    case HtmlElement::summary:
      return inside(HtmlElement::details);
    default:
      return true;
  }
}

bool MarkdownBuilder::wants_paragraph() const {
  if (open_.empty()) return true;
  const Open& top = open_.back();
  switch (top.kind) {
    case OpenKind::element:
      return !holds_phrase(top.element);
    case OpenKind::node: {
      const NodeKind kind = tape_->nodes[top.tape].kind;
      return kind == NodeKind::block_quote || kind == NodeKind::item || kind == NodeKind::footnote;
    }
    default:
      return false;
  }
}

void MarkdownBuilder::close_paragraph() {
  std::size_t k = open_.size();
  while (k > 0 && open_[k - 1].kind != OpenKind::node && open_[k - 1].kind != OpenKind::paragraph) {
    --k;
  }
  if (k == 0 || open_[k - 1].kind != OpenKind::paragraph) return;
  while (open_.size() >= k) close_top();
}

void MarkdownBuilder::report_at(uint16_t code, Severity severity, uint32_t begin, uint32_t end,
                                std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.span = Span{tape_->file, offset_ + at_ + begin, offset_ + at_ + end};
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  sink_->report(std::move(diagnostic));
}

void MarkdownBuilder::shown_as_text(std::string_view name, uint32_t begin, uint32_t end) {
  if (as_text_.empty()) {
    as_text_begin_ = begin;
    as_text_end_ = end;
  }
  constexpr std::size_t kMostNames = 100;
  if (as_text_.size() < kMostNames) as_text_.emplace(name);
}

void MarkdownBuilder::report_html_as_text() {
  if (as_text_.empty()) return;
  constexpr std::size_t kMostShown = 5;
  std::string names;
  std::size_t shown = 0;
  for (const std::string& name : as_text_) {
    if (shown++ == kMostShown) break;
    names += (names.empty() ? "`<" : ", `<") + name + ">`";
  }
  if (as_text_.size() > kMostShown) names += " and others";
  report_at(parse_code::html_as_text, Severity::note, as_text_begin_, as_text_end_,
            "HTML that is not understood is shown as text: " + names,
            "write it in Markdown; to show it as code, put it between backticks");
}

bool MarkdownBuilder::is_open(HtmlElement element) const {
  for (std::size_t k = open_.size(); k-- > 0 && open_[k].kind != OpenKind::node;) {
    if (open_[k].kind == OpenKind::element && open_[k].element == element) return true;
  }
  return false;
}

bool MarkdownBuilder::close_element(HtmlElement element, uint32_t end) {
  std::size_t k = open_.size();
  while (k > 0 && open_[k - 1].kind != OpenKind::node &&
         (open_[k - 1].kind != OpenKind::element || open_[k - 1].element != element)) {
    --k;
  }
  if (k == 0 || open_[k - 1].kind != OpenKind::element) return false;
  while (open_.size() > k) close_top();
  TapeNode& node = tape_->nodes[open_.back().tape];
  node.end = std::max(node.end, offset_ + at_ + end);
  node.size = static_cast<uint32_t>(tape_->nodes.size()) - open_.back().tape;
  open_.pop_back();
  return true;
}

void MarkdownBuilder::open_element(const HtmlTag& tag, HtmlElement element, uint32_t begin,
                                   uint32_t end) {
  const uint32_t node = push(NodeKind::element, begin, end);
  tape_->nodes[node].level = static_cast<uint8_t>(element);
  for (const std::string& attribute : tag.attributes) {
    if (keeps_attribute(element, attribute)) {
      push_text(NodeKind::attribute, attribute, begin, end);
    }
  }
  tape_->nodes[node].size = static_cast<uint32_t>(tape_->nodes.size()) - node;
  if (is_void(element) || tag.self_closing) return;
  open(OpenKind::element, node, 0);
  open_.back().element = element;
}

void MarkdownBuilder::add_tag(const HtmlTag& tag, std::string_view written, uint32_t begin,
                              uint32_t end, bool block) {
  const std::optional<HtmlElement> element = inert_element(tag.name);
  bool understood = element.has_value();
  if (understood && is_block(*element)) {
    // A closing tag that closes nothing is text and stays in the paragraph.
    if (block && (!tag.closing || is_open(*element))) close_paragraph();
    // Inside of a line there is no room for blocks, but in a cell.
    understood = block || in_cell_ || innermost_element() != nullptr;
    if (understood && !tag.closing) close_implied(*element);
  }
  if (understood && tag.closing) {
    if (is_void(*element)) return;
    if (close_element(*element, end)) return;
    report_at(parse_code::html_unbalanced, Severity::warning, begin, end,
              "nothing is open that `</" + tag.name + ">` could close; it is shown as text",
              "remove it, or open it in the same list item, quote or cell");
    understood = false;
  } else if (understood && (open_.size() >= kMostOpen * 2 || !fits_here(*element))) {
    understood = false;
    shown_as_text(tag.name, begin, end);
  } else if (!understood) {
    shown_as_text(tag.name, begin, end);
  }
  if (block && (!understood || !is_block(*element)) && wants_paragraph()) {
    open(OpenKind::paragraph, push(NodeKind::paragraph, begin, end), 0);
  }
  if (understood) {
    open_element(tag, *element, begin, end);
  } else {
    push_text(NodeKind::text, written, begin, end);
  }
}

void MarkdownBuilder::add_inline_html(uint32_t i) {
  const std::string_view written = tree_.text_of(tree_.nodes[i]);
  if (written.starts_with("<!--")) return;
  const uint32_t begin = places_.begin[i];
  const uint32_t end = places_.end[i];
  if (const std::optional<HtmlTag> tag = read_html_tag(written, 0)) {
    add_tag(*tag, written, begin, end, false);
  } else {
    push_text(NodeKind::text, written, begin, end);
  }
}

// Whether what is open has no content yet.
bool MarkdownBuilder::starts_here() const {
  return tape_->nodes.size() - 1 == open_.back().tape ||
         tape_->nodes.back().kind == NodeKind::attribute;
}

// Text between tags, bytes [from, to) of a block: its lines, with a soft break between them.
void MarkdownBuilder::add_html_text(const HtmlLines& block, std::size_t from, std::size_t to) {
  const std::string_view text = block.literal.substr(from, to - from);
  if (wants_paragraph()) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return;
    open(OpenKind::paragraph, push(NodeKind::paragraph, block.place(from + first), block.place(to)),
         0);
  }
  bool is_first = true;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t next = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, next - at);
    const bool is_last = next == text.size();
    if (!is_first) {
      // At the start of an element or right before a tag a break says nothing.
      const bool useful = !(is_last && trim(line).empty()) && !starts_here() &&
                          tape_->nodes.back().kind != NodeKind::soft_break;
      const uint32_t place = block.place(from + at);
      if (useful) push(NodeKind::soft_break, place, place);
    }
    if (!is_first || starts_here()) line = trim_left(line);
    if (!is_last) line = trim_right(line);
    is_first = false;
    at = next + 1;
    if (line.empty()) continue;
    const std::size_t line_from = from + static_cast<std::size_t>(line.data() - text.data());
    push_text(NodeKind::text, decode_html_text(line), block.place(line_from),
              block.place_end(line_from + line.size()));
  }
}

HtmlLines MarkdownBuilder::lines_of_block(uint32_t i) const {
  HtmlLines result;
  result.literal = tree_.text_of(tree_.nodes[i]);
  result.begin = places_.begin[i];
  result.end = places_.end[i];
  uint32_t number = tree_.nodes[i].line;
  for (std::size_t at = 0; at < result.literal.size(); ++number) {
    const std::size_t next = std::min(result.literal.find('\n', at), result.literal.size() - 1) + 1;
    std::string_view line = result.literal.substr(at, next - at);
    const bool known = number >= 1 && number < places_.lines.size();
    if (!known) return result;
    const uint32_t line_begin = places_.lines[number - 1];
    std::string_view source = text_.substr(line_begin, places_.lines[number] - line_begin);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    while (!source.empty() && (source.back() == '\n' || source.back() == '\r')) {
      source.remove_suffix(1);
    }
    if (!source.ends_with(line)) return result;
    result.lines.push_back({at, line_begin + static_cast<uint32_t>(source.size() - line.size())});
    at = next;
  }
  result.exact = !result.lines.empty();
  return result;
}

void MarkdownBuilder::add_html_block(uint32_t i) {
  const HtmlLines block = lines_of_block(i);
  const std::string_view literal = block.literal;
  const bool was_in_cell = std::exchange(in_cell_, false);
  std::size_t done = 0;
  const auto flush = [&](std::size_t end) {
    if (end > done) add_html_text(block, done, end);
    done = end;
  };
  for (std::size_t at = literal.find('<'); at != std::string_view::npos;
       at = literal.find('<', at)) {
    if (literal.substr(at).starts_with("<!--")) {
      flush(at);
      const std::size_t end = literal.find("-->", at + 4);
      done = at = end == std::string_view::npos ? literal.size() : end + 3;
      continue;
    }
    const std::optional<HtmlTag> tag = read_html_tag(literal, at);
    if (!tag) {
      ++at;
      continue;
    }
    flush(at);
    const std::size_t end = at + tag->length;
    add_tag(*tag, literal.substr(at, tag->length), block.place(at), block.place_end(end), true);
    done = at = end;
  }
  flush(literal.size());
  close_paragraph();
  in_cell_ = was_in_cell;
}

}  // namespace milepost
