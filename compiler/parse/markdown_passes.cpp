// Strikethrough by a stack of openers under each parent; addresses by scanning from their marks.
#include "parse/markdown_passes.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/utf8.h"

namespace milepost {
namespace {

bool is_punctuation(char32_t c) {
  if (c < 0x80) return is_ascii_punct(static_cast<char>(c));
  return !is_letter(c) && !is_mark(c) && !is_number(c) && !is_space(c);
}

struct Flanking {
  bool left = false;
  bool right = false;
};

Flanking flanking_of(std::string_view text, uint32_t begin, uint32_t end) {
  const char32_t before = begin == 0 ? U'\n' : code_point_before(text, begin).value;
  const char32_t after = end >= text.size() ? U'\n' : code_point_at(text, end).value;
  const bool space_before = is_space(before);
  const bool space_after = is_space(after);
  const bool punct_before = is_punctuation(before);
  const bool punct_after = is_punctuation(after);
  return {!space_after && (!punct_after || space_before || punct_before),
          !space_before && (!punct_before || space_after || punct_after)};
}

constexpr ByteSet kStarts("w:@");  // one of them is in every address

// Stand for `_` and `*` in addresses while the library parses.
constexpr char kUnderscore = '\x01';
constexpr char kStar = '\x02';
constexpr ByteSet kEndsAddress(" \t\r\n<>[]|`\"\\");

bool is_word(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The end of the domain at `at`; `at` if there is none. A domain has a dot, and no `_` in its last
// two parts.
std::size_t domain_end(std::string_view text, std::size_t at, bool needs_dot) {
  constexpr std::size_t kLongest = 300;
  std::size_t end = at;
  std::size_t dots = 0;
  std::size_t underscores = 0;          // in the last part
  std::size_t earlier_underscores = 0;  // in the one before
  for (; end < text.size() && end - at <= kLongest; ++end) {
    const char c = text[end];
    if (c == '_') {
      ++underscores;
    } else if (c == '.') {
      earlier_underscores = underscores;
      underscores = 0;
      ++dots;
    } else if (!is_word(c) && c != '-') {
      break;
    }
  }
  // A mark of emphasis behind the domain is no part of it.
  while (end > at && text[end - 1] == '_' && underscores > 0) {
    --end;
    --underscores;
  }
  if (end - at > kLongest) return at;
  if (end == at || underscores + earlier_underscores > 0) return at;
  return needs_dot && dots == 0 ? at : end;
}

// Without the punctuation that ends a sentence and not the address.
std::size_t trim_address(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view address = text.substr(begin, end - begin);
  // How many closing brackets of each kind there are too many.
  struct Pair {
    char open;
    char close;
    std::ptrdiff_t excess = 0;
  };
  std::array<Pair, 3> pairs = {Pair{'(', ')'}, Pair{'[', ']'}, Pair{'{', '}'}};
  for (Pair& pair : pairs) {
    pair.excess = std::ranges::count(address, pair.close) - std::ranges::count(address, pair.open);
  }
  while (end > begin) {
    const char last = text[end - 1];
    if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
      --end;
    } else if (const auto pair = std::ranges::find(pairs, last, &Pair::close);
               pair != pairs.end()) {
      if (pair->excess <= 0) break;
      --pair->excess;
      --end;
    } else if (last == ';') {
      std::size_t name = end - 1;
      while (name > begin && is_ascii_alpha(text[name - 1])) --name;
      if (name < end - 1 && name > begin && text[name - 1] == '&') {
        end = name - 1;
      } else {
        --end;
      }
    } else {
      break;
    }
  }
  return end;
}

std::size_t address_end(std::string_view text, std::size_t domain, std::size_t begin) {
  std::size_t end = domain;
  while (end < text.size() && !is_ascii_space(text[end]) && text[end] != '<') ++end;
  return trim_address(text, begin, end);
}

class AddressFinder {
 public:
  AddressFinder(std::string_view text, char before) : text_(text), before_(before) {}

  std::vector<BareLink> run() {
    for (std::size_t at = 0; at < text_.size();) {
      at = kStarts.find_in(text_, at);
      if (at == std::string_view::npos) break;
      if (at < done_) {
        at = done_;
        continue;
      }
      const char c = text_[at];
      if (c == 'w') {
        try_www(at);
      } else if (c == ':') {
        try_scheme(at);
      } else {
        try_mail(at);
      }
      ++at;
    }
    return std::move(links_);
  }

 private:
  char char_before(std::size_t at) const { return at == 0 ? before_ : text_[at - 1]; }

  void add(std::size_t begin, std::size_t end, std::string_view prefix) {
    links_.push_back(
        {begin, end, std::string(prefix) + std::string(text_.substr(begin, end - begin))});
    done_ = end;
  }

  void try_www(std::size_t at) {
    if (!text_.substr(at).starts_with("www.")) return;
    const char before = char_before(at);
    if (!is_ascii_space(before) &&
        std::string_view("*_~(").find(before) == std::string_view::npos) {
      return;
    }
    const std::size_t domain = domain_end(text_, at, true);
    if (domain <= at + 4) return;
    const std::size_t end = address_end(text_, domain, at);
    if (end > at + 4) add(at, end, "http://");
  }

  void try_scheme(std::size_t colon) {
    if (!text_.substr(colon).starts_with("://")) return;
    std::size_t begin = colon;
    while (begin > done_ && colon - begin < 6 && is_ascii_alpha(text_[begin - 1])) --begin;
    const std::string_view scheme = text_.substr(begin, colon - begin);
    if (!iequals(scheme, "http") && !iequals(scheme, "https") && !iequals(scheme, "ftp")) return;
    if (is_word(char_before(begin))) return;
    const std::size_t domain = domain_end(text_, colon + 3, false);
    if (domain == colon + 3) return;
    const std::size_t end = address_end(text_, domain, begin);
    if (end > colon + 3) add(begin, end, "");
  }

  void try_mail(std::size_t sign) {
    std::size_t begin = sign;
    while (begin > done_ &&
           (is_ascii_alnum(text_[begin - 1]) ||
            std::string_view(".-_+").find(text_[begin - 1]) != std::string_view::npos)) {
      --begin;
    }
    if (begin == sign || char_before(begin) == '/') return;
    std::size_t end = sign + 1;
    std::size_t dots = 0;
    for (; end < text_.size(); ++end) {
      const char c = text_[end];
      if (c == '.') {
        if (end + 1 >= text_.size() || !is_ascii_alnum(text_[end + 1])) break;
        ++dots;
      } else if (!is_ascii_alnum(c) && c != '-' && c != '_') {
        break;
      }
    }
    if (end == sign + 1 || dots == 0 || text_[end - 1] == '-' || text_[end - 1] == '_') return;
    if (end < text_.size() && text_[end] == '@') return;
    add(begin, end, "mailto:");
  }

  std::string_view text_;
  char before_;
  std::size_t done_ = 0;
  std::vector<BareLink> links_;
};

}  // namespace

std::string protect_addresses(std::string_view text) {
  const bool clear = text.find(kUnderscore) == std::string_view::npos &&
                     text.find(kStar) == std::string_view::npos;
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = text.find("://"); clear && at != std::string_view::npos;
       at = text.find("://", at + 3)) {
    if (at < done) continue;
    std::size_t begin = at;
    while (begin > 0 && is_ascii_alpha(text[begin - 1])) --begin;
    // In `<…>` and `](…)` nothing is taken for emphasis.
    if (begin > 0 && text[begin - 1] == '<') continue;
    if (begin > 1 && text.substr(begin - 2, 2) == "](") continue;
    std::size_t end = at + 3;
    std::ptrdiff_t depth = 0;
    for (; end < text.size() && !kEndsAddress.has(text[end]); ++end) {
      if (text[end] == '(') ++depth;
      if (text[end] == ')' && --depth < 0) break;  // of a link around the address
    }
    done = trim_address(text, at, end);
    for (std::size_t i = at; i < done; ++i) {
      if (text[i] != '_' && text[i] != '*') continue;
      if (result.empty()) result = text;
      result[i] = text[i] == '_' ? kUnderscore : kStar;
    }
  }
  return result;
}

void restore_addresses(std::string& text) {
  for (char& c : text) {
    if (c == kUnderscore) c = '_';
    if (c == kStar) c = '*';
  }
}

uint32_t source_of(const MarkPlaces& places, const MarkTree& tree, uint32_t node, uint32_t at) {
  if (at >= tree.nodes[node].text_length) return places.end[node];
  const auto after = std::ranges::upper_bound(
      places.jumps, std::pair(node, at), {},
      [](const TextJump& jump) { return std::pair(jump.node, jump.text); });
  if (after == places.jumps.begin() || (after - 1)->node != node) {
    return std::min(places.begin[node] + at, places.end[node]);
  }
  const TextJump& jump = *(after - 1);
  return std::min(jump.source + (at - jump.text), places.end[node]);
}

void find_strikes(std::string_view text, const MarkTree& tree, const MarkPlaces& places,
                  uint32_t first, uint32_t end, std::vector<StrikeMark>& marks) {
  marks.clear();
  struct Run {
    StrikeMark mark;
    uint32_t parent = 0;
    bool can_open = false;
    bool can_close = false;
    bool used = false;
  };
  std::vector<Run> runs;
  for (uint32_t i = first; i < end; ++i) {
    if (tree.nodes[i].kind != MarkKind::text) continue;
    const std::string_view literal = tree.text_of(tree.nodes[i]);
    for (std::size_t at = literal.find('~'); at != std::string_view::npos;
         at = literal.find('~', at)) {
      std::size_t stop = at;
      while (stop < literal.size() && literal[stop] == '~') ++stop;
      const uint32_t width = static_cast<uint32_t>(stop - at);
      const uint32_t begin = source_of(places, tree, i, static_cast<uint32_t>(at));
      // Written as a tilde, not as an escape or entity.
      const bool plain = text.substr(std::min<std::size_t>(begin, text.size()), width) ==
                             literal.substr(at, width) &&
                         (begin == 0 || text[begin - 1] != '\\');
      if (width <= 2 && plain) {
        const Flanking flanking = flanking_of(text, begin, begin + width);
        runs.push_back({{i, static_cast<uint32_t>(at), width, 0, false},
                        places.parents[i],
                        flanking.left,
                        flanking.right,
                        false});
      }
      at = stop;
    }
  }
  // Openers that are still waiting, for all parents together; those of other parents are passed
  // over.
  std::vector<uint32_t> waiting;
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  constexpr std::size_t kMostWaiting = 200;
  for (uint32_t k = 0; k < runs.size(); ++k) {
    bool closed = false;
    for (std::size_t w = waiting.size(); runs[k].can_close && w-- > 0;) {
      const Run& opener = runs[waiting[w]];
      if (opener.parent != runs[k].parent || opener.mark.width != runs[k].mark.width) continue;
      pairs.emplace_back(waiting[w], k);
      waiting.resize(w);
      closed = true;
      break;
    }
    if (closed || !runs[k].can_open) continue;
    if (waiting.size() >= kMostWaiting) waiting.erase(waiting.begin());
    waiting.push_back(k);
  }
  for (const auto& [open, close] : pairs) {
    runs[open].used = runs[close].used = true;
    runs[open].mark.opens = true;
    runs[open].mark.partner = close;
    runs[close].mark.partner = open;
  }
  std::vector<uint32_t> position(runs.size());
  for (uint32_t k = 0; k < runs.size(); ++k) {
    if (!runs[k].used) continue;
    position[k] = static_cast<uint32_t>(marks.size());
    marks.push_back(runs[k].mark);
  }
  for (StrikeMark& mark : marks) mark.partner = position[mark.partner];
}

std::vector<BareLink> find_bare_links(std::string_view text, char before) {
  return AddressFinder(text, before).run();
}

}  // namespace milepost
