// Consumes a block's content node by node: delimiters, escapes, entities, code, links, tags.
#include "parse/markdown_inline_match.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr ByteSet kRewritten("\\&");  // what may be written in more than one way

bool is_markdown_space(char c) {
  return is_ascii_space(c);
}

uint32_t skip_spaces(std::string_view text, uint32_t at) {
  while (at < text.size() && is_markdown_space(text[at])) ++at;
  return at;
}

// Behind the destination that begins at `at`, or `at - 1` if there is none.
constexpr uint32_t kNone = 0xFFFFFFFF;

uint32_t skip_destination(std::string_view text, uint32_t at) {
  if (at < text.size() && text[at] == '<') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '>') return at + 1;
      if (text[at] == '\n' || text[at] == '<') return kNone;
      if (text[at] == '\\') ++at;
    }
    return kNone;
  }
  uint32_t depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\' && at + 1 < text.size() && is_ascii_punct(text[at + 1])) {
      ++at;
    } else if (c == '(') {
      if (++depth > 32) return kNone;
    } else if (c == ')') {
      if (depth == 0) return at;
      --depth;
    } else if (is_markdown_space(c)) {
      return at;
    }
  }
  return kNone;
}

uint32_t skip_title(std::string_view text, uint32_t at) {
  if (at >= text.size()) return at;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  for (uint32_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == close) {
      return i + 1;
    } else if (open == '(' && text[i] == '(') {
      return at;
    }
  }
  return at;
}

// `at` is at the `(` behind a link's text.
uint32_t skip_inline_tail(std::string_view text, uint32_t at) {
  uint32_t end = skip_destination(text, skip_spaces(text, at + 1));
  if (end == kNone) return kNone;
  const uint32_t title = skip_spaces(text, end);
  end = title == end ? title : skip_title(text, title);
  end = skip_spaces(text, end);
  return end < text.size() && text[end] == ')' ? end + 1 : kNone;
}

// `at` is at a `[`; behind the `]` of the label.
uint32_t skip_label(std::string_view text, uint32_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '[') return kNone;
    if (text[at] == ']') return at + 1;
    if (text[at] == '\\' && at + 1 < text.size() && is_ascii_punct(text[at + 1])) ++at;
  }
  return kNone;
}

class Matcher {
 public:
  Matcher(const MarkTree& tree, const MarkContent& content, MarkPlaces& places)
      : tree_(tree), text_(content.text), pieces_(content.pieces), places_(places) {}

  bool run(uint32_t first, uint32_t end, uint32_t start) {
    at_ = skip_spaces(text_, start);
    const std::size_t jumps = places_.jumps.size();
    for (uint32_t i = first; i < end; ++i) {
      if (!close_until(i) || !enter(i)) {
        places_.jumps.resize(jumps);
        return false;
      }
    }
    if (!close_until(end)) {
      places_.jumps.resize(jumps);
      return false;
    }
    return true;
  }

 private:
  struct Open {
    uint32_t node = 0;
    uint32_t end = 0;    // first node behind it
    char mark = '\0';    // of emphasis; `[` or `<` of links
    uint32_t width = 0;  // of emphasis marks
    uint32_t begin = 0;
  };

  uint32_t source(uint32_t content) const {
    const auto after = std::ranges::upper_bound(pieces_, content, {}, &MarkContent::Piece::content);
    const MarkContent::Piece& piece = *(after - 1);
    return piece.source + (content - piece.content);
  }
  uint32_t source_end(uint32_t content) const {
    return content == 0 ? source(0) : source(content - 1) + 1;
  }
  void place(uint32_t node, uint32_t begin, uint32_t end) {
    places_.begin[node] = source(begin);
    places_.end[node] = end > begin ? source_end(end) : places_.begin[node];
  }

  bool close_until(uint32_t node) {
    while (!open_.empty() && node >= open_.back().end) {
      if (!close(open_.back())) return false;
      open_.pop_back();
    }
    return true;
  }

  bool close(const Open& open) {
    if (open.width > 0) {
      for (uint32_t i = 0; i < open.width; ++i) {
        if (at_ >= text_.size() || text_[at_] != open.mark) return false;
        ++at_;
      }
    } else if (open.mark == '<') {
      if (at_ >= text_.size() || text_[at_] != '>') return false;
      ++at_;
    } else {
      if (at_ >= text_.size() || text_[at_] != ']') return false;
      at_ += link_tail(text_, at_);
    }
    place(open.node, open.begin, at_);
    return true;
  }

  bool enter(uint32_t i) {
    const MarkNode& node = tree_.nodes[i];
    after_break_ = i > 0 && tree_.nodes[i - 1].kind == MarkKind::line_break;
    switch (node.kind) {
      case MarkKind::text:
        return enter_text(i);
      case MarkKind::soft_break:
      case MarkKind::line_break:
        return enter_break(i);
      case MarkKind::code:
        return enter_code(i);
      case MarkKind::html_inline:
        return enter_html(i);
      case MarkKind::emphasis:
        return open_emphasis(i, 1);
      case MarkKind::strong:
        return open_emphasis(i, 2);
      case MarkKind::link:
      case MarkKind::image:
        return open_link(i);
      case MarkKind::footnote_reference: {
        if (!text_.substr(std::min<std::size_t>(at_, text_.size())).starts_with("[^")) return false;
        const std::size_t end = text_.find(']', at_);
        if (end == std::string_view::npos) return false;
        place(i, at_, static_cast<uint32_t>(end + 1));
        at_ = static_cast<uint32_t>(end + 1);
        return true;
      }
      default:
        return false;
    }
  }

  bool open_emphasis(uint32_t i, uint32_t width) {
    if (at_ + width > text_.size()) return false;
    const char mark = text_[at_];
    if ((mark != '*' && mark != '_') || text_[at_ + width - 1] != mark) return false;
    open_.push_back({i, i + tree_.nodes[i].size, mark, width, at_});
    at_ += width;
    return true;
  }

  bool open_link(uint32_t i) {
    const uint32_t begin = at_;
    if (tree_.nodes[i].kind == MarkKind::image) {
      if (at_ >= text_.size() || text_[at_] != '!') return false;
      ++at_;
    }
    if (at_ >= text_.size()) return false;
    const char mark = text_[at_];
    const bool angle = mark == '<' && tree_.nodes[i].kind == MarkKind::link;
    if (mark != '[' && !angle) return false;
    ++at_;
    open_.push_back({i, i + tree_.nodes[i].size, mark, 0, begin});
    return true;
  }

  bool enter_break(uint32_t i) {
    uint32_t at = at_;
    while (at < text_.size() && is_ascii_blank(text_[at])) ++at;
    const uint32_t begin = at;
    if (at < text_.size() && text_[at] == '\\' && tree_.nodes[i].kind == MarkKind::line_break) ++at;
    const uint32_t line_end = at;
    if (at < text_.size() && text_[at] == '\r') ++at;
    if (at < text_.size() && text_[at] == '\n') ++at;
    if (at == line_end) return false;
    place(i, begin, at);
    while (at < text_.size() && is_ascii_blank(text_[at])) ++at;
    at_ = at;
    return true;
  }

  bool enter_html(uint32_t i) {
    const std::string_view literal = tree_.text_of(tree_.nodes[i]);
    if (at_ > text_.size() || text_.substr(at_, literal.size()) != literal) return false;
    place(i, at_, at_ + static_cast<uint32_t>(literal.size()));
    at_ += static_cast<uint32_t>(literal.size());
    return true;
  }

  bool enter_code(uint32_t i) {
    uint32_t inner = at_;
    while (inner < text_.size() && text_[inner] == '`') ++inner;
    const uint32_t ticks = inner - at_;
    if (ticks == 0) return false;
    uint32_t end = inner;
    for (;;) {
      while (end < text_.size() && text_[end] != '`') ++end;
      if (end >= text_.size()) return false;
      uint32_t run = end;
      while (run < text_.size() && text_[run] == '`') ++run;
      if (run - end == ticks) {
        end = run;
        break;
      }
      end = run;
    }
    place(i, at_, end);
    at_ = end;
    return true;
  }

  bool enter_text(uint32_t i) {
    const std::string_view literal = tree_.text_of(tree_.nodes[i]);
    const uint32_t begin = at_;
    // Nearly always the text stands there as it is.
    const bool literally = kRewritten.find_in(literal) == std::string_view::npos &&
                           at_ <= text_.size() && text_.substr(at_, literal.size()) == literal;
    const std::size_t plain = literally ? literal.size() : 0;
    at_ += static_cast<uint32_t>(plain);
    std::size_t k = plain;
    if (!literally && after_break_ && at_ < text_.size() && !is_ascii_blank(text_[at_])) {
      // The library keeps the indentation of a lazily continued line behind a backslash.
      while (k < literal.size() && is_ascii_blank(literal[k])) ++k;
      if (k > 0) jump(i, k, at_);
    }
    // Where the pieces of a table cell meet, a backslash before `|` was taken out.
    auto piece = std::ranges::upper_bound(pieces_, begin, {}, &MarkContent::Piece::content);
    const auto cross_pieces = [&](std::size_t text, uint32_t content) {
      while (piece != pieces_.end() && piece->content < content) ++piece;
      if (piece != pieces_.end() && piece->content == content) jump(i, text, content);
    };
    if (literally) {
      for (; piece != pieces_.end() && piece->content < at_; ++piece) {
        places_.jumps.push_back({i, piece->content - begin, piece->source});
      }
    }
    while (k < literal.size()) {
      if (at_ >= text_.size()) return false;
      cross_pieces(k, at_);
      const char c = text_[at_];
      const bool escape = c == '\\' && at_ + 1 < text_.size() && is_ascii_punct(text_[at_ + 1]);
      // A label that names no footnote is kept with its backslashes.
      if (escape && literal[k] == text_[at_ + 1]) {
        jump(i, k, at_ + 1);
        at_ += 2;
        ++k;
        jump(i, k, at_);
        continue;
      }
      if (c == '&' && take_entity(i, literal, k)) continue;
      if (c != literal[k]) return false;
      ++at_;
      ++k;
    }
    place(i, begin, at_);
    return true;
  }

  void jump(uint32_t node, std::size_t text, uint32_t content) {
    places_.jumps.push_back({node, static_cast<uint32_t>(text),
                             content < text_.size() ? source(content) : source_end(content)});
  }

  // `&amp;` and the like at the cursor, whose character is at literal[k].
  bool take_entity(uint32_t node, std::string_view literal, std::size_t& k) {
    constexpr std::size_t kLongest = 40;
    const std::size_t length = text_.substr(at_, kLongest).find(';');
    if (length == std::string_view::npos || length < 2) return false;
    const std::size_t semicolon = at_ + length;
    const std::string_view entity = text_.substr(at_, semicolon + 1 - at_);
    for (const char c : entity.substr(1, entity.size() - 2)) {
      if (!is_ascii_alnum(c) && c != '#') return false;
    }
    if (literal.substr(k).starts_with(entity)) return false;  // no entity the library knows
    std::size_t used = code_point_at(literal, k).size;
    // A few names stand for a character and a mark on it.
    if (k + used < literal.size()) {
      const CodePoint second = code_point_at(literal, k + used);
      const std::string_view written = literal.substr(k + used, second.size);
      if (is_mark(second.value) && !text_.substr(semicolon + 1).starts_with(written)) {
        used += second.size;
      }
    }
    at_ = static_cast<uint32_t>(semicolon + 1);
    k += used;
    jump(node, k, at_);
    return true;
  }

  const MarkTree& tree_;
  std::string_view text_;
  const std::vector<MarkContent::Piece>& pieces_;
  MarkPlaces& places_;
  std::vector<Open> open_;
  uint32_t at_ = 0;
  bool after_break_ = false;
};

}  // namespace

uint32_t link_tail(std::string_view text, uint32_t at) {
  const uint32_t next = at + 1;
  if (next < text.size() && text[next] == '(') {
    const uint32_t end = skip_inline_tail(text, next);
    if (end != kNone) return end - at;
  }
  if (next < text.size() && text[next] == '[') {
    const uint32_t end = skip_label(text, next);
    if (end != kNone) return end - at;
  }
  return 1;
}

bool match_inlines(const MarkTree& tree, uint32_t first, uint32_t end, const MarkContent& content,
                   uint32_t start, MarkPlaces& places) {
  return Matcher(tree, content, places).run(first, end, start);
}

}  // namespace milepost
