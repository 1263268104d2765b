// Finds the marks line by line, keeping track of code fences, and pairs them.
#include "parse/markdown_regions.h"

#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

enum class MarkType : uint8_t { none, open, close };

struct Mark {
  MarkType type = MarkType::none;
  std::string label;
  std::size_t begin = 0;  // in the line
  std::size_t end = 0;
};

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && is_ascii_space(line[at])) ++at;
  return at;
}

// The first mark of the line at or after `from`. One written as code (behind a backtick) is none.
Mark find_mark(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find("<!--", from); at != std::string_view::npos;
       at = line.find("<!--", at + 1)) {
    if (at > 0 && line[at - 1] == '`') continue;
    std::size_t word = skip_blanks(line, at + 4);
    const bool closing = word < line.size() && line[word] == '/';
    if (closing) word = skip_blanks(line, word + 1);
    constexpr std::string_view kName = "audience";
    if (!istarts_with(line.substr(word), kName)) continue;
    const std::size_t after = skip_blanks(line, word + kName.size());
    const std::size_t stop = line.find("-->", after);
    Mark mark;
    mark.begin = at;
    mark.end = stop == std::string_view::npos ? line.size() : stop + 3;
    const std::size_t content_end = std::min(stop, line.size());
    if (closing) {
      mark.type = MarkType::close;
      return mark;
    }
    if (after >= line.size() || line[after] != ':') continue;
    mark.type = MarkType::open;
    mark.label = std::string(trim(line.substr(after + 1, content_end - after - 1)));
    return mark;
  }
  return {};
}

bool is_label(std::string_view label) {
  return !label.empty() && std::ranges::all_of(label, [](char c) {
    return is_ascii_alnum(c) || c == '_' || c == '-';
  });
}

// A comment that looks like a mark and is none: `<!-- audience internal -->`, `<!-- visibility:
// internal -->`, `<!-- /audiance -->`, a mark on several lines.
struct NearMark {
  std::size_t begin = 0;  // in the line
  std::size_t end = 0;    // 0: there is none
  std::string meant;      // as it should be written
};

bool is_near_name(std::string_view word) {
  constexpr std::string_view kName = "audience";
  for (const std::string_view other : {"visibility", "region", "audiences"}) {
    if (iequals(word, other)) return true;
  }
  const std::string lower = ascii_lower(word);
  return lower != "audio" && edit_distance(lower, kName, 2).has_value();
}

// What the words of a comment were meant to be; empty if they are words.
std::string meant_by(std::string_view content) {
  bool closing = content.starts_with('/');
  if (closing) content = trim(content.substr(1));
  if (istarts_with(content, "end ")) {
    closing = true;
    content = trim(content.substr(4));
  }
  const std::size_t stop = std::min(content.find_first_of(" \t\r\n:="), content.size());
  if (!is_near_name(content.substr(0, stop))) return {};
  std::string_view rest = trim(content.substr(stop));
  if (rest.starts_with(':') || rest.starts_with('=')) rest = trim(rest.substr(1));
  if (iequals(rest, "end") || iequals(rest, "/")) closing = true;
  if (closing) return "<!-- /audience -->";
  // More than one word is prose: `audience of this page`.
  if (!is_label(rest)) return {};
  return "<!-- audience: " + std::string(rest) + " -->";
}

// The first of the line that begins at `begin`; it may end on a later one.
NearMark find_near_mark(std::string_view text, std::size_t begin, std::string_view line) {
  for (std::size_t at = line.find("<!--"); at != std::string_view::npos;
       at = line.find("<!--", at + 1)) {
    // What is longer is prose.
    constexpr std::size_t kLongest = 80;
    const std::string_view rest = text.substr(begin + at + 4, kLongest);
    const std::size_t stop = rest.find("-->");
    if (stop == std::string_view::npos || (at > 0 && line[at - 1] == '`')) continue;
    std::string meant = meant_by(trim(rest.substr(0, stop)));
    if (!meant.empty()) return {at, at + 4 + stop + 3, std::move(meant)};
  }
  return {};
}

// Fences of code at the level of the text itself.
class Fences {
 public:
  // Takes the line; true if the line is a fence or inside of one.
  bool take(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent > 3) return open_;
    const std::string_view rest = line.substr(indent);
    const char c = rest[0];
    if (c != '`' && c != '~') return open_;
    const std::size_t width = std::min(rest.find_first_not_of(c), rest.size());
    if (width < 3) return open_;
    const std::string_view info = trim(rest.substr(width));
    if (open_) {
      if (c == mark_ && width >= width_ && info.empty()) open_ = false;
      return true;
    }
    if (c == '`' && info.find('`') != std::string_view::npos) return false;
    open_ = true;
    mark_ = c;
    width_ = width;
    example_ = iequals(info, "markdown") || iequals(info, "md");
    return true;
  }
  bool is_example() const { return open_ && example_; }
  bool is_open() const { return open_; }

 private:
  bool open_ = false;
  bool example_ = false;
  char mark_ = '\0';
  std::size_t width_ = 0;
};

class RegionFinder {
 public:
  RegionFinder(std::string_view text, FileId file, uint32_t offset, DiagnosticSink& sink)
      : text_(text), file_(file), offset_(offset), sink_(sink) {}

  std::vector<AudienceRegion> run() {
    Fences fences;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t next = std::min(text_.find('\n', at), text_.size() - 1) + 1;
      const std::string_view line = text_.substr(at, next - at);
      const bool in_fence = fences.take(trim_right(line));
      if (!fences.is_example()) {
        read_line(static_cast<uint32_t>(at), static_cast<uint32_t>(next), line, in_fence);
      }
      at = next;
    }
    if (depth_ > 0) {
      const AudienceRegion& open = regions_.back();
      const std::string_view mark = trim_right(text_.substr(open.mark, open.begin - open.mark));
      report(parse_code::region_open, open.mark, open.mark + static_cast<uint32_t>(mark.size()),
             "this region for `" + open.label + "` is never closed; it runs to the end",
             "put a line `<!-- /audience -->` where it ends");
    }
    return std::move(regions_);
  }

 private:
  void read_line(uint32_t begin, uint32_t next, std::string_view line, bool in_fence) {
    Mark mark = find_mark(line, 0);
    if (mark.type == MarkType::none) {
      if (!in_fence) look_for_near_mark(begin, line);
      return;
    }
    const bool alone = mark.begin == 0 && trim_right(line.substr(mark.end)).empty() && !in_fence;
    const uint32_t mark_begin = begin + static_cast<uint32_t>(mark.begin);
    if (!alone) {
      const bool marks_only =
          trim(line.substr(0, mark.begin)).empty() && trim(line.substr(mark.end)).empty();
      const std::string why = in_fence     ? "the mark of a region stands in a code block"
                              : marks_only ? "the mark of a region is indented"
                                           : "the mark of a region is not alone on its line";
      const std::string help =
          in_fence ? "put it outside; to show one as an example, write ```markdown as the fence"
                   : "put it on a line of its own, at the start of the line, outside of lists "
                     "and quotes";
      report(parse_code::region_misplaced, mark_begin, begin + static_cast<uint32_t>(mark.end), why,
             help);
    }
    const bool has_line =
        trim(line.substr(0, mark.begin)).empty() && trim(line.substr(mark.end)).empty();
    for (; mark.type != MarkType::none; mark = find_mark(line, mark.end)) {
      take_mark(mark, begin, next, has_line);
    }
  }

  void look_for_near_mark(uint32_t begin, std::string_view line) {
    const NearMark near = find_near_mark(text_, begin, line);
    if (near.end == 0) return;
    report(parse_code::region_misspelled, begin + static_cast<uint32_t>(near.begin),
           begin + static_cast<uint32_t>(near.end), "this is no mark of a region",
           "write `" + near.meant + "`; if it is a remark, say it in more words");
  }

  void take_mark(const Mark& mark, uint32_t begin, uint32_t next, bool has_line) {
    const uint32_t from = begin + static_cast<uint32_t>(mark.begin);
    const uint32_t to = begin + static_cast<uint32_t>(mark.end);
    if (mark.type == MarkType::close) {
      if (depth_ == 0) {
        report(parse_code::region_closed_twice, from, to, "no region is open that this could close",
               "remove it, or put `<!-- audience: internal -->` where the region begins");
        return;
      }
      if (--depth_ == 0) {
        regions_.back().end = has_line ? begin : from;
        regions_.back().close_end = to;
      }
      return;
    }
    if (!is_label(mark.label)) {
      report(parse_code::region_label, from, to, "`" + mark.label + "` is no label of an audience",
             "name one: `<!-- audience: internal -->`");
    }
    if (depth_++ > 0) {
      Diagnostic nested =
          make(parse_code::region_nested, from, to, "this region begins inside another one",
               "close the outer one before it with `<!-- /audience -->`");
      const AudienceRegion& outer = regions_.back();
      nested.related.push_back({place(outer.mark, outer.begin), "the other one begins here"});
      sink_.report(std::move(nested));
      return;
    }
    AudienceRegion region;
    region.label = mark.label;
    region.mark = has_line ? begin : from;
    region.begin = has_line ? next : to;
    region.end = region.close_end = static_cast<uint32_t>(text_.size());
    region.has_line = has_line;
    regions_.push_back(std::move(region));
  }

  Span place(uint32_t begin, uint32_t end) const {
    return Span{file_, offset_ + begin, offset_ + end};
  }
  Diagnostic make(uint16_t code, uint32_t begin, uint32_t end, std::string message,
                  std::string help) const {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = place(begin, end);
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
  }
  void report(uint16_t code, uint32_t begin, uint32_t end, std::string message, std::string help) {
    sink_.report(make(code, begin, end, std::move(message), std::move(help)));
  }

  std::string_view text_;
  FileId file_;
  uint32_t offset_;
  DiagnosticSink& sink_;
  std::vector<AudienceRegion> regions_;
  uint32_t depth_ = 0;
};

}  // namespace

std::vector<AudienceRegion> find_regions(std::string_view text, FileId file, uint32_t offset,
                                         DiagnosticSink& sink) {
  // Most texts have none, and say so at the speed of a search for one word.
  if (text.find("<!--") == std::string_view::npos) return {};
  return RegionFinder(text, file, offset, sink).run();
}

std::string without_regions(std::string_view text, const std::vector<AudienceRegion>& regions) {
  std::string result(text);
  const auto blank = [&result](uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) {
      if (result[i] != '\n' && result[i] != '\r') result[i] = ' ';
    }
  };
  constexpr std::string_view kComment = "<!---->";  // shorter than any mark
  for (const AudienceRegion& region : regions) {
    blank(region.mark, region.close_end);
    if (region.has_line) result.replace(region.mark, kComment.size(), kComment);
  }
  return result;
}

}  // namespace milepost
