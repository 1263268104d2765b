// One walk over cmark's tree that writes the tape, closing what is open as it goes.
#include "parse/markdown_builder.h"

#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "parse/markdown_limits.h"
#include "text/ascii.h"
#include "text/byte_set.h"

namespace milepost {
namespace {

constexpr uint32_t kDeepestRegion = 8;
constexpr uint32_t kNone = 0xFFFFFFFF;

bool has_number(NodeKind kind) {
  return kind == NodeKind::list || kind == NodeKind::footnote ||
         kind == NodeKind::footnote_reference;
}

constexpr ByteSet kMarkUp("\\`*_[]<>&~!|@");

// A line that can be nothing but words: it starts with a letter and has no mark-up anywhere.
bool is_prose_line(std::string_view line) {
  if (!is_ascii_alpha(line.front()) || is_ascii_blank(line.back())) return false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (is_ascii_alnum(c) || c == ' ') continue;
    if (static_cast<unsigned char>(c) < 0x20) return false;
    if (kMarkUp.has(c)) return false;
    if (c == ':' && line.substr(i).starts_with("://")) return false;
    if (c == '.' && i >= 3 && iequals(line.substr(i - 3, 3), "www")) return false;
  }
  return true;
}

}  // namespace

Tape MarkdownBuilder::build(std::string_view text, FileId file, uint32_t offset,
                            DiagnosticSink& sink, uint32_t most_bytes) {
  Tape tape;
  tape.file = file;
  tape.text.reserve(text.size() + text.size() / 8);
  tape.nodes.reserve(text.size() / 24 + 8);
  tape_ = &tape;
  sink_ = &sink;
  offset_ = offset;
  most_bytes_ = most_bytes;
  footnotes_before_ = 0;
  at_ = 0;
  as_text_.clear();
  const uint32_t document = push(NodeKind::document, 0, static_cast<uint32_t>(text.size()));
  add_part(text, 0, 0);
  tape.nodes[document].size = static_cast<uint32_t>(tape.nodes.size());
  report_html_as_text();
  return tape;
}

void MarkdownBuilder::add_part(std::string_view text, uint32_t at, uint32_t depth) {
  whole_ = text;
  at_ = at;
  depth_ = depth;
  DiagnosticSink unheard;  // marks inside of a region were reported when it was found
  next_region_ = 0;
  regions_.clear();
  if (depth < kDeepestRegion) {
    regions_ = find_regions(text, tape_->file, offset_ + at, depth == 0 ? *sink_ : unheard);
  }
  last_footnote_ = footnotes_before_;
  text_ = text;
  if (!regions_.empty()) {
    blanked_ = without_regions(text, regions_);
    text_ = blanked_;
  }
  const std::optional<MarkdownExcess> excess = find_markdown_excess(text_, most_bytes_);
  if (excess) {
    Diagnostic diagnostic;
    diagnostic.code = excess->code;
    diagnostic.span = Span{tape_->file, offset_ + at_ + excess->begin, offset_ + at_ + excess->end};
    diagnostic.message = excess->message + (excess->code == parse_code::body_too_large
                                                ? "; it is not read"
                                                : "; the text is shown as it was written");
    diagnostic.help = excess->help;
    sink_->report(std::move(diagnostic));
    if (excess->code != parse_code::body_too_large) {
      push_text(NodeKind::code_block, text_, 0, static_cast<uint32_t>(text_.size()));
    }
  } else if (!add_plain_prose()) {
    const std::string shielded = protect_addresses(text_);
    read_mark_tree(shielded.empty() ? text_ : std::string_view(shielded), tree_);
    if (!shielded.empty()) restore_addresses(tree_.text);
    find_mark_places(text_, tree_, places_);
    for (const MarkNode& node : tree_.nodes) {
      if (node.kind == MarkKind::footnote) ++last_footnote_;
    }
    add_tree();
    report_lost_cells();
  }
  add_regions_before(kNone);
}

// Text that is nothing but paragraphs of words needs no parser.
bool MarkdownBuilder::add_plain_prose() {
  const uint32_t size = static_cast<uint32_t>(text_.size());
  for (uint32_t line = 0; line < size;) {
    uint32_t end = static_cast<uint32_t>(std::min<std::size_t>(text_.find('\n', line), size));
    const uint32_t next = end + 1;
    if (end > line && text_[end - 1] == '\r') --end;
    if (end > line && !is_prose_line(text_.substr(line, end - line))) return false;
    line = next;
  }
  uint32_t paragraph = kNone;
  uint32_t last_end = 0;
  const auto finish = [&] {
    if (paragraph == kNone) return;
    TapeNode& node = tape_->nodes[paragraph];
    node.size = static_cast<uint32_t>(tape_->nodes.size()) - paragraph;
    node.end = offset_ + at_ + last_end;
    paragraph = kNone;
  };
  for (uint32_t line = 0; line < size;) {
    uint32_t end = static_cast<uint32_t>(std::min<std::size_t>(text_.find('\n', line), size));
    const uint32_t next = end + 1;
    if (end > line && text_[end - 1] == '\r') --end;
    if (end == line) {
      finish();
    } else {
      if (paragraph == kNone) {
        add_regions_before(line);
        paragraph = push(NodeKind::paragraph, line, end);
      } else {
        push(NodeKind::soft_break, last_end, line);
      }
      push_text(NodeKind::text, text_.substr(line, end - line), line, end);
      last_end = end;
    }
    line = next;
  }
  finish();
  return true;
}

void MarkdownBuilder::add_tree() {
  const uint32_t count = static_cast<uint32_t>(tree_.nodes.size());
  bool in_footnotes = false;
  for (uint32_t i = 1; i < count; ++i) {
    close_nodes_before(i);
    const bool is_footnote = tree_.nodes[i].kind == MarkKind::footnote;
    if (is_footnote && !in_footnotes) {
      in_footnotes = true;
      while (!open_.empty()) close_top();
      add_regions_before(kNone);
    }
    if (places_.parents[i] == 0 && !is_footnote) add_regions_before(places_.begin[i]);
    add_node(i);
  }
  while (!open_.empty()) close_top();
}

void MarkdownBuilder::report_lost_cells() {
  for (const TextJump& lost : places_.lost_cells) {
    report_at(parse_code::row_too_long, Severity::warning, lost.text, lost.source,
              "this row has more cells than the head of its table; what is here is not shown",
              "add a column to the head, or write a `|` that belongs to the text as `\\|`");
  }
}

void MarkdownBuilder::add_regions_before(uint32_t place) {
  while (next_region_ < regions_.size() && regions_[next_region_].mark < place) {
    const AudienceRegion region = regions_[next_region_++];
    const uint32_t node = push_text(NodeKind::region, region.label, region.begin, region.end);
    MarkdownBuilder inner;
    inner.tape_ = tape_;
    inner.sink_ = sink_;
    inner.offset_ = offset_;
    inner.most_bytes_ = most_bytes_;
    inner.footnotes_before_ = last_footnote_;
    inner.add_part(whole_.substr(region.begin, region.end - region.begin), at_ + region.begin,
                   depth_ + 1);
    inner.report_html_as_text();
    last_footnote_ = inner.last_footnote_;
    tape_->nodes[node].size = static_cast<uint32_t>(tape_->nodes.size()) - node;
  }
}

uint32_t MarkdownBuilder::push(NodeKind kind, uint32_t begin, uint32_t end) {
  TapeNode& node = tape_->nodes.emplace_back();
  node.kind = kind;
  node.begin = offset_ + at_ + begin;
  node.end = offset_ + at_ + end;
  node.text = static_cast<uint32_t>(tape_->text.size());
  return static_cast<uint32_t>(tape_->nodes.size() - 1);
}

void MarkdownBuilder::set_text(TapeNode& node, std::string_view text) {
  node.text = static_cast<uint32_t>(tape_->text.size());
  node.text_length = static_cast<uint32_t>(text.size());
  tape_->text += text;
}

uint32_t MarkdownBuilder::push_text(NodeKind kind, std::string_view text, uint32_t begin,
                                    uint32_t end) {
  const uint32_t node = push(kind, begin, end);
  set_text(tape_->nodes[node], text);
  return node;
}

void MarkdownBuilder::open(OpenKind kind, uint32_t tape, uint32_t end) {
  Open entry;
  entry.kind = kind;
  entry.tape = tape;
  entry.end = end;
  open_.push_back(entry);
}

void MarkdownBuilder::close_top() {
  const Open top = open_.back();
  open_.pop_back();
  TapeNode& node = tape_->nodes[top.tape];
  node.size = static_cast<uint32_t>(tape_->nodes.size()) - top.tape;
  if (top.kind == OpenKind::element && !may_stay_open(top.element)) {
    report_at(parse_code::html_unbalanced, Severity::warning, node.begin - offset_ - at_,
              node.end - offset_ - at_, "this element is never closed",
              "put its closing tag where it ends, in the same list item, quote or cell");
  }
}

// Ends the library's nodes that end before node `i`, with whatever is still open in them.
void MarkdownBuilder::close_nodes_before(uint32_t i) {
  for (;;) {
    std::size_t k = open_.size();
    while (k > 0 && open_[k - 1].kind != OpenKind::node) --k;
    if (k == 0 || open_[k - 1].end > i) return;
    while (open_.size() >= k) close_top();
  }
}

void MarkdownBuilder::add_leaf(uint32_t i, NodeKind kind) {
  push(kind, places_.begin[i], places_.end[i]);
}

void MarkdownBuilder::start_inlines(uint32_t i) {
  strikes_.clear();
  next_strike_ = 0;
  in_cell_ = tree_.nodes[i].kind == MarkKind::table_cell;
  const uint32_t begin = places_.begin[i];
  if (text_.substr(begin, places_.end[i] - begin).find('~') == std::string_view::npos) return;
  find_strikes(text_, tree_, places_, i + 1, i + tree_.nodes[i].size, strikes_);
}

void MarkdownBuilder::add_node(uint32_t i) {
  const MarkNode& mark = tree_.nodes[i];
  NodeKind kind = NodeKind::paragraph;
  switch (mark.kind) {
    case MarkKind::text:
      add_text(i);
      return;
    case MarkKind::html_inline:
      add_inline_html(i);
      return;
    case MarkKind::html_block:
      add_html_block(i);
      return;
    case MarkKind::soft_break:
      add_leaf(i, NodeKind::soft_break);
      return;
    case MarkKind::line_break:
      add_leaf(i, NodeKind::line_break);
      return;
    case MarkKind::thematic_break:
      add_leaf(i, NodeKind::thematic_break);
      return;
    case MarkKind::code:
      push_text(NodeKind::code, tree_.text_of(mark), places_.begin[i], places_.end[i]);
      return;
    case MarkKind::code_block: {
      const uint32_t node =
          push_text(NodeKind::code_block, tree_.text_of(mark), places_.begin[i], places_.end[i]);
      if (mark.extra_length > 0) {
        push_text(NodeKind::info, tree_.extra_of(mark), places_.begin[i], places_.end[i]);
        tape_->nodes[node].size = 2;
      }
      return;
    }
    case MarkKind::document:
    case MarkKind::paragraph:
      kind = NodeKind::paragraph;
      break;
    case MarkKind::heading:
      kind = NodeKind::heading;
      break;
    case MarkKind::block_quote:
      kind = NodeKind::block_quote;
      break;
    case MarkKind::list:
      kind = NodeKind::list;
      break;
    case MarkKind::item:
      kind = NodeKind::item;
      break;
    case MarkKind::table:
      kind = NodeKind::table;
      break;
    case MarkKind::table_row:
      kind = NodeKind::table_row;
      break;
    case MarkKind::table_cell:
      kind = NodeKind::table_cell;
      break;
    case MarkKind::footnote:
      kind = NodeKind::footnote;
      break;
    case MarkKind::emphasis:
      kind = NodeKind::emphasis;
      break;
    case MarkKind::strong:
      kind = NodeKind::strong;
      break;
    case MarkKind::link:
      kind = NodeKind::link;
      break;
    case MarkKind::image:
      kind = NodeKind::image;
      break;
    case MarkKind::footnote_reference:
      kind = NodeKind::footnote_reference;
      break;
  }
  const uint32_t node = push(kind, places_.begin[i], places_.end[i]);
  TapeNode& made = tape_->nodes[node];
  made.level = mark.level;
  made.flags = mark.flags;
  if (has_number(kind)) {
    made.text_length = kind == NodeKind::list ? mark.number : mark.number + footnotes_before_;
  }
  if (kind == NodeKind::link || kind == NodeKind::image) {
    set_text(made, tree_.text_of(mark));
    if (mark.extra_length > 0) {
      push_text(NodeKind::title, tree_.extra_of(mark), places_.begin[i], places_.end[i]);
    }
  }
  open(OpenKind::node, node, i + mark.size);
  if (kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell) {
    start_inlines(i);
  }
}

bool MarkdownBuilder::in_link() const {
  return std::ranges::any_of(open_, [this](const Open& entry) {
    const NodeKind kind = tape_->nodes[entry.tape].kind;
    return kind == NodeKind::link || kind == NodeKind::image ||
           (entry.kind == OpenKind::element && entry.element == HtmlElement::a);
  });
}

void MarkdownBuilder::add_text(uint32_t i) {
  const uint32_t length = tree_.nodes[i].text_length;
  uint32_t done = 0;
  while (next_strike_ < strikes_.size() && strikes_[next_strike_].node == i) {
    const uint32_t index = static_cast<uint32_t>(next_strike_++);
    const StrikeMark& mark = strikes_[index];
    add_text_piece(i, done, mark.at);
    done = mark.at + mark.width;
    const uint32_t begin = source_of(places_, tree_, i, mark.at);
    if (mark.opens) {
      open(OpenKind::strike, push(NodeKind::strike, begin, begin + mark.width), 0);
      open_.back().mark = index;
      continue;
    }
    std::size_t k = open_.size();
    while (k > 0 && open_[k - 1].kind != OpenKind::node &&
           (open_[k - 1].kind != OpenKind::strike || open_[k - 1].mark != mark.partner)) {
      --k;
    }
    if (k == 0 || open_[k - 1].kind != OpenKind::strike) continue;  // HTML ended it before
    tape_->nodes[open_[k - 1].tape].end = offset_ + at_ + begin + mark.width;
    while (open_.size() >= k) close_top();
  }
  add_text_piece(i, done, length);
}

void MarkdownBuilder::add_text_piece(uint32_t i, uint32_t from, uint32_t to) {
  if (from >= to) return;
  const std::string_view piece = tree_.text_of(tree_.nodes[i]).substr(from, to - from);
  const bool maybe = piece.find('@') != std::string_view::npos ||
                     piece.find("://") != std::string_view::npos ||
                     piece.find("www.") != std::string_view::npos;
  if (!maybe || in_link()) {
    add_words(i, from, to);
    return;
  }
  const uint32_t source = source_of(places_, tree_, i, from);
  const char before = from > 0      ? tree_.text_of(tree_.nodes[i])[from - 1]
                      : source == 0 ? '\n'
                                    : text_[source - 1];
  uint32_t done = from;
  for (const BareLink& link : find_bare_links(piece, before)) {
    const uint32_t begin = from + static_cast<uint32_t>(link.begin);
    const uint32_t end = from + static_cast<uint32_t>(link.end);
    add_words(i, done, begin);
    const uint32_t node = push_text(NodeKind::link, link.destination, 0, 0);
    add_words(i, begin, end);
    tape_->nodes[node].begin = tape_->nodes.back().begin;
    tape_->nodes[node].end = tape_->nodes.back().end;
    tape_->nodes[node].size = 2;
    done = end;
  }
  add_words(i, done, to);
}

void MarkdownBuilder::add_words(uint32_t i, uint32_t from, uint32_t to) {
  if (from >= to) return;
  const MarkNode& mark = tree_.nodes[i];
  push_text(NodeKind::text, tree_.text_of(mark).substr(from, to - from),
            source_of(places_, tree_, i, from), source_of(places_, tree_, i, to));
}

}  // namespace milepost
