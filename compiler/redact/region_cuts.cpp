// Finds regions to cut.
#include "redact/region_cuts.h"

#include <string>

#include "diagnostics/diagnostic.h"
#include "parse/markdown_regions.h"
#include "redact/block_of_lines.h"

namespace milepost {
namespace {

constexpr std::string_view kComment = "<!---->\n";

std::string_view trim(std::string_view part) {
  const size_t begin = part.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return part.substr(begin, part.find_last_not_of(" \t\r\n") + 1 - begin);
}

// "internal" of `<!-- audience: internal -->`, "/audience" of the other mark.
std::string_view mark_in(std::string_view line) {
  constexpr std::string_view kBegin = "<!--", kEnd = "-->", kOpen = "audience:";
  line = trim(line);
  if (!line.starts_with(kBegin) || !line.ends_with(kEnd)) return {};
  if (line.size() < kBegin.size() + kEnd.size()) return {};
  line = trim(line.substr(kBegin.size(), line.size() - kBegin.size() - kEnd.size()));
  if (line == "/audience") return line;
  return line.starts_with(kOpen) ? trim(line.substr(kOpen.size())) : std::string_view();
}

}  // namespace

std::vector<Replacement> region_cuts(std::string_view text, FileId file, uint32_t body,
                                     const std::function<bool(std::string_view)>& hides) {
  std::vector<Replacement> cuts;
  if (text.find("<!--") == std::string_view::npos) return cuts;
  DiagnosticSink said;  // marks were reported when they were read
  for (const AudienceRegion& region : find_regions(text.substr(body), file, body, said)) {
    if (!hides(region.label)) continue;
    cuts.push_back({body + region.mark, body + region.close_end,
                    region.has_line ? std::string(kComment) : std::string()});
  }
  for (uint32_t at = 0; at < body;) {
    const std::string_view label = mark_in(text.substr(at, line_end(text, at) - at));
    if (label.empty() || label == "/audience") {
      at = line_end(text, at);
      continue;
    }
    const size_t indent = text.find_first_not_of(' ', at) - at;
    uint32_t close = line_end(text, at);
    while (close < body) {
      const std::string_view line = text.substr(close, line_end(text, close) - close);
      const size_t first = line.find_first_not_of(" \t\r\n");
      if (first != std::string_view::npos && first < indent) break;  // the value is over
      close = line_end(text, close);
      if (mark_in(line) == "/audience") break;
    }
    if (hides(label)) cuts.push_back({at, close, std::string(indent, ' ') + std::string(kComment)});
    at = close;
  }
  return cuts;
}

}  // namespace milepost
