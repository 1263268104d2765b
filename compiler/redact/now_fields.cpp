// Reads lines for what they are called.
#include "redact/now_fields.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kMarks = "#*_-+>|` \t";

struct Line {
  std::string_view text;  // without its end
  uint32_t begin = 0, end = 0;
  size_t indent = 0;

  bool blank() const { return indent == text.size(); }
  std::string_view words() const { return text.substr(indent); }
};

std::vector<Line> lines_of(std::string_view bytes, uint32_t body) {
  std::vector<Line> lines;
  for (size_t at = body; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    Line line;
    line.begin = static_cast<uint32_t>(at);
    line.end = static_cast<uint32_t>(std::min(end + 1, bytes.size()));
    line.text = bytes.substr(at, end - at);
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    line.indent = std::min(line.text.find_first_not_of(" \t>"), line.text.size());
    lines.push_back(line);
    at = line.end;
  }
  return lines;
}

bool is_fence(const Line& line) {
  return line.words().starts_with("```") || line.words().starts_with("~~~");
}

// 1 to 6; 0: it is no heading.
size_t heading_level(const Line& line) {
  const size_t level = std::min(line.words().find_first_not_of('#'), line.words().size());
  return level <= 6 ? level : 0;
}

// The line beneath a heading that is underlined: 1, 2; 0: it is none.
size_t underline_level(const Line& line) {
  if (line.blank()) return 0;
  for (const auto& [mark, level] : {std::pair('=', size_t{1}), std::pair('-', size_t{2})}) {
    if (trim(line.words()).find_first_not_of(mark) == std::string_view::npos) return level;
  }
  return 0;
}

// Begins something of its own beside the line before.
bool begins_own(const Line& line) {
  const std::string_view words = line.words();
  const bool item = words.starts_with("- ") || words.starts_with("* ") || words.starts_with("+ ") ||
                    (!words.empty() && is_ascii_digit(words.front()));
  return item || words.starts_with('|') || heading_level(line) > 0 || is_fence(line) ||
         !said_first(line.text).empty();
}

class NamedLines {
 public:
  NamedLines(std::string_view bytes, uint32_t body) : lines_(lines_of(bytes, body)) {}

  std::vector<TextRange> find(const std::function<bool(std::string_view)>& hides) {
    std::vector<TextRange> cuts;
    bool fenced = false;
    for (size_t i = 0; i < lines_.size();) {
      const Line& line = lines_[i];
      if (is_fence(line)) fenced = !fenced;
      const size_t level = fenced ? 0 : level_at(i);
      const std::string_view said = level > 0 ? heading_words(i) : said_first(line.text);
      if (said.empty() || !hides(said)) {
        ++i;
        continue;
      }
      const size_t end = level > 0 ? section_end(i, level) : label_end(i);
      cuts.push_back({line.begin, lines_[end - 1].end});
      i = end;
    }
    return cuts;
  }

 private:
  size_t level_at(size_t i) const {
    if (const size_t level = heading_level(lines_[i]); level > 0) return level;
    if (lines_[i].blank() || i + 1 == lines_.size()) return 0;
    return underline_level(lines_[i + 1]);
  }

  std::string_view heading_words(size_t i) const {
    const std::string_view said = said_first(lines_[i].text);
    return said.empty() ? trim(lines_[i].words()) : said;
  }

  size_t section_end(size_t i, size_t level) const {
    bool fenced = false;
    size_t at = i + 1;
    if (heading_level(lines_[i]) == 0) ++at;  // its underline
    for (; at < lines_.size(); ++at) {
      if (is_fence(lines_[at])) fenced = !fenced;
      const size_t other = fenced ? 0 : level_at(at);
      if (other > 0 && other <= level) break;
    }
    return at;
  }

  // A label's lines: those that go on with it, and what is indented below it.
  size_t label_end(size_t i) const {
    size_t at = i + 1;
    bool gap = false;
    for (size_t next = at; next < lines_.size(); ++next) {
      if (lines_[next].blank()) {
        gap = true;
        continue;
      }
      const bool below = lines_[next].indent > lines_[i].indent;
      if (is_fence(lines_[next]) || (!below && (gap || begins_own(lines_[next])))) break;
      gap = false;
      at = next + 1;
    }
    return at;
  }

  std::vector<Line> lines_;
};

}  // namespace

std::string_view said_first(std::string_view line) {
  const std::string_view words = trim(line);
  const bool heading = words.starts_with('#');
  const size_t cell = words.starts_with('|') ? words.find('|', 1) : std::string_view::npos;
  const size_t colon = words.find(':');
  if (!heading && colon == std::string_view::npos && cell == std::string_view::npos) return {};
  std::string_view said = words.substr(0, heading ? words.size() : std::min(colon, cell));
  const size_t first = said.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  said.remove_prefix(first);
  return said.substr(0, said.find_last_not_of(": *_`#\t") + 1);
}

std::vector<TextRange> named_cuts(std::string_view bytes, uint32_t body,
                                  const std::function<bool(std::string_view)>& hides) {
  return NamedLines(bytes, body).find(hides);
}

}  // namespace milepost
