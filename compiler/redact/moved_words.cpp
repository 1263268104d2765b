// Compares old texts with the regions of now.
#include "redact/moved_words.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr size_t kShortestNumber = 3;

bool is_word_byte(char c) {
  return is_ascii_alnum(c) || (c & 0x80) != 0;
}

bool has_word(std::string_view line) {
  return std::ranges::any_of(line, is_word_byte);
}

bool is_mark(std::string_view line) {
  return line.starts_with("<!--");
}

template <typename F>
void for_each_word(std::string_view text, F&& f) {
  for (size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    f(ascii_lower(text.substr(at, end - at)));
    at = end;
  }
}

// Trimmed, those that say something.
template <typename F>
void for_each_line(std::string_view text, F&& f) {
  for (const std::string_view line : split_lines(text)) {
    const std::string_view words = trim(line);
    if (has_word(words) && !is_mark(words)) f(words);
  }
}

std::string inside(std::string_view bytes, const std::vector<Replacement>& ranges) {
  std::string all;
  for (const Replacement& range : ranges) {
    all += std::string(bytes.substr(range.begin, range.end - range.begin)) + "\n";
  }
  return all;
}

std::unordered_map<std::string, size_t> words_of(std::string_view text) {
  std::unordered_map<std::string, size_t> words;
  for_each_line(text, [&](std::string_view line) {
    for_each_word(line, [&](std::string word) { ++words[std::move(word)]; });
  });
  return words;
}

// The mark of a fence: three or more of ` or ~.
std::string_view fence_of(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return {};
  const size_t end = std::min(line.find_first_not_of(line[0]), line.size());
  return end < 3 ? std::string_view() : line.substr(0, end);
}

// A heading, a row, an item or the mark of a region: it goes on with nothing that stands before it.
bool begins_anew(std::string_view line) {
  if (line.starts_with('#') || line.starts_with('|') || is_mark(line)) return true;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

// A paragraph, item, row, heading or fence: [begin, end) from `begin` on, with no blank line but in
// a fence.
uint32_t end_of_unit(std::string_view text, uint32_t begin) {
  const auto line_at = [&](uint32_t at) { return trim(text.substr(at, line_end(text, at) - at)); };
  const std::string_view fence = fence_of(line_at(begin));
  uint32_t end = line_end(text, begin);
  if (!fence.empty()) {
    while (end < text.size()) {
      const std::string_view line = line_at(end);
      end = line_end(text, end);
      if (fence_of(line).starts_with(fence) && fence_of(line).size() == line.size()) break;
    }
    return end;
  }
  if (is_mark(line_at(begin))) return end;
  while (end < text.size()) {
    const std::string_view line = line_at(end);
    if (line.empty() || !fence_of(line).empty()) break;
    // What has no word goes with what it stands under: the rule below the head of a table.
    if (begins_anew(line) && (has_word(line) || is_mark(line))) break;
    end = line_end(text, end);
  }
  return end;
}

// Marks in a heading are none in the title.
bool is_title(std::string_view unit, std::string_view title) {
  std::string heading, words;
  for_each_word(unit, [&](const std::string& word) { heading += word + " "; });
  for_each_word(title, [&](const std::string& word) { words += word + " "; });
  return trim(unit).starts_with("# ") && !words.empty() && heading == words;
}

}  // namespace

MovedWords::MovedWords(const NowRegions& regions, std::vector<std::string> sees)
    : regions_(regions), sees_(std::move(sees)) {}

bool MovedWords::hides(const NowRegion& region) const {
  return std::ranges::find(sees_, region.label) == sees_.end();
}

std::string_view MovedWords::text_of(const NowFile& file, const NowRegion& region) const {
  return std::string_view(file.bytes).substr(region.begin, region.end - region.begin);
}

const MovedWords::File& MovedWords::file(uint32_t number) {
  const auto [at, is_new] = files_.try_emplace(number);
  File& made = at->second;
  if (!is_new) return made;
  const NowFile& now = regions_.files()[number];
  uint32_t from = 0;
  for (const NowRegion& region : now.regions) {
    if (!hides(region) || region.begin < from) continue;
    made.open += now.bytes.substr(from, region.begin - from) + "\n";
    from = region.end;
  }
  made.open += now.bytes.substr(std::min<size_t>(from, now.bytes.size()));
  for_each_line(made.open, [&](std::string_view line) {
    made.lines.emplace(line);
    for_each_word(line, [&](std::string word) { made.open_words.insert(std::move(word)); });
  });
  return made;
}

std::vector<TextRange> MovedWords::cuts(const OldText& then) {
  std::unordered_set<std::string> lines, open, gone;
  for_each_line(then.bytes, [&](std::string_view line) { lines.emplace(line); });
  const auto was_hidden = words_of(inside(then.bytes, then.hidden));
  bool anywhere = false;  // a region whose text may be anywhere
  for (const uint32_t number : then.files) {
    const NowFile& now = regions_.files()[number];
    for (const NowRegion& region : now.regions) {
      if (!hides(region)) continue;
      const std::string_view text = text_of(now, region);
      const auto words = words_of(text);
      const bool hidden_then = std::ranges::all_of(words, [&](const auto& word) {
        const auto was = was_hidden.find(word.first);
        return was != was_hidden.end() && was->second >= word.second;
      });
      if (hidden_then) continue;
      std::vector<std::string> own;
      bool all = true;
      for_each_line(text, [&](std::string_view line) {
        own.emplace_back(line);
        all = all && lines.contains(own.back());
      });
      if (all) gone.insert(own.begin(), own.end());
      anywhere = anywhere || !all;
    }
    open.insert(file(number).lines.begin(), file(number).lines.end());
  }

  std::vector<TextRange> cuts;
  if (gone.empty() && !anywhere) return cuts;
  for (uint32_t begin = 0; begin < then.bytes.size();) {
    const bool whole = anywhere && begin >= then.body;
    const std::string_view first =
        trim(then.bytes.substr(begin, line_end(then.bytes, begin) - begin));
    const uint32_t end =
        whole && !first.empty() ? end_of_unit(then.bytes, begin) : line_end(then.bytes, begin);
    const std::string_view unit = then.bytes.substr(begin, end - begin);
    bool told = true;
    for_each_line(unit, [&](std::string_view line) {
      const std::string words(line);
      told = told && (open.contains(words) || (!whole && !gone.contains(words)));
    });
    // Without its title the record would be another.
    if (!told && !is_title(unit, then.title)) cuts.push_back({begin, end});
    begin = end;
  }
  return cuts;
}

bool MovedWords::hides_words(const NowRecord& now, std::string_view words) {
  const NowFile& own = regions_.files()[now.file];
  const File& open = file(now.file);
  std::unordered_set<std::string> told;
  for_each_word(words, [&](std::string word) {
    if (!open.open_words.contains(word)) told.insert(std::move(word));
  });
  if (told.empty()) return false;
  return std::ranges::any_of(now.regions, [&](uint32_t i) {
    if (!hides(own.regions[i])) return false;
    bool found = false;
    for_each_line(text_of(own, own.regions[i]), [&](std::string_view line) {
      for_each_word(line, [&](const std::string& word) { found = found || told.contains(word); });
    });
    return found;
  });
}

bool MovedWords::hides_words(uint32_t file, std::string_view words) {
  NowRecord whole;
  whole.file = file;
  for (uint32_t i = 0; i < regions_.files()[file].regions.size(); ++i) whole.regions.push_back(i);
  return hides_words(whole, words);
}

bool MovedWords::hides_field(const NowRecord& now, std::string_view name, std::string_view written,
                             bool is_text) {
  for (const auto& [field, label] : now.fields) {
    if (iequals(field, name) && std::ranges::find(sees_, label) == sees_.end()) return true;
  }
  if (is_text) return hides_words(now, written);
  written = trim(written);
  if (written.size() < kShortestNumber || !std::ranges::any_of(written, is_ascii_digit))
    return false;
  if (file(now.file).open.find(written) != std::string::npos) return false;
  const NowFile& own = regions_.files()[now.file];
  return std::ranges::any_of(now.regions, [&](uint32_t i) {
    return hides(own.regions[i]) &&
           text_of(own, own.regions[i]).find(written) != std::string_view::npos;
  });
}

}  // namespace milepost
