// Counts of container marks, table columns and cells, unfinished constructs, and references.
#include "parse/markdown_limits.h"

#include <algorithm>
#include <array>

#include "parse/codes.h"
#include "text/ascii.h"
#include "text/byte_set.h"

namespace milepost {
namespace {

constexpr uint32_t kMostMarks = 32;         // quotes and list marks at the start of a line
constexpr uint32_t kMostIndent = 400;       // columns before a line's first mark or word
constexpr uint32_t kMostColumns = 128;      // of a table
constexpr uint32_t kMostPipes = 1000;       // on any line of a table
constexpr uint32_t kMostCells = 50'000;     // of a table, as if every row were full
constexpr uint32_t kMostPerBlock = 2'000;   // of `<?`, `<!`, `![`, `]:`
constexpr uint32_t kMostFootnotes = 2'000;  // definitions in one text
constexpr uint64_t kMostReferences = uint64_t{4} << 20;  // brackets × longest definition

constexpr ByteSet kPairs("<![]");

// What a byte can mean to the shapes looked for; blanks mean nothing.
constexpr uint8_t kOther = 1;
constexpr uint8_t kPair = 2;   // begins or ends something
constexpr uint8_t kDash = 4;   // the line below the head of a table is made of these
constexpr uint8_t kFrame = 8;  // and of these

constexpr std::array<uint8_t, 256> make_classes() {
  std::array<uint8_t, 256> classes{};
  classes.fill(kOther);
  for (const char c : {' ', '\t', '\r'}) classes[static_cast<unsigned char>(c)] = 0;
  for (const char c : {'<', '!', '[', ']'}) classes[static_cast<unsigned char>(c)] = kPair;
  for (const char c : {'|', ':'}) classes[static_cast<unsigned char>(c)] = kFrame;
  classes['-'] = kDash;
  return classes;
}
constexpr std::array<uint8_t, 256> kClasses = make_classes();

class Scanner {
 public:
  Scanner(std::string_view text, uint32_t most_bytes) : text_(text), most_bytes_(most_bytes) {}

  std::optional<MarkdownExcess> run() {
    if (text_.size() > most_bytes_) {
      return excess(parse_code::body_too_large, 0, 0,
                    "the text has " + std::to_string(text_.size() / 1024) + " KB, more than the " +
                        std::to_string(most_bytes_ / 1024) + " KB that one text may have",
                    "split it into several files");
    }
    for (std::size_t at = 0; at < text_.size() && !found_;) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      look_at_line(static_cast<uint32_t>(at), static_cast<uint32_t>(end));
      at = end + 1;
    }
    if (!found_ && uint64_t{brackets_} * longest_definition_ > kMostReferences) {
      report(parse_code::markdown_too_complex, longest_at_, longest_at_,
             "the links of this text would repeat this definition until they fill more than 4 MB",
             "shorten the address");
    }
    return found_;
  }

 private:
  static MarkdownExcess excess(uint16_t code, uint32_t begin, uint32_t end, std::string message,
                               std::string help) {
    return {code, begin, end, std::move(message), std::move(help)};
  }
  void report(uint16_t code, uint32_t begin, uint32_t end, std::string message, std::string help) {
    if (!found_) found_ = excess(code, begin, end, std::move(message), std::move(help));
  }

  void look_at_line(uint32_t begin, uint32_t end) {
    const uint32_t content = look_at_marks(begin, end);
    const std::string_view line = text_.substr(content, end - content);
    uint8_t seen = 0;
    for (const char c : line) seen |= kClasses[static_cast<unsigned char>(c)];
    if (seen == 0) {
      pairs_ = 0;
      rows_ = columns_ = 0;
      return;
    }
    if (columns_ > 0 || (seen & (kOther | kPair)) == 0) {
      // What stands below the head of a table, or may be.
      look_at_table(content, line, (seen & (kOther | kPair)) == 0 && (seen & kDash) != 0);
    }
    if ((seen & kPair) != 0) look_at_pairs(content, line);
  }

  // Counts the marks of quotes and lists that the line begins with; gives where the rest begins.
  uint32_t look_at_marks(uint32_t begin, uint32_t end) {
    uint32_t marks = 0;
    uint32_t indent = 0;
    uint32_t at = begin;
    while (at < end) {
      const char c = text_[at];
      if (is_ascii_blank(c)) {
        ++at;
        ++indent;
        continue;
      }
      uint32_t after = at;
      if (c == '>') {
        after = at + 1;
      } else if (c == '-' || c == '+' || c == '*') {
        if (at + 1 == end || is_ascii_blank(text_[at + 1])) after = at + 1;
      } else if (is_ascii_digit(c)) {
        uint32_t digits = at;
        while (digits < end && digits - at < 10 && is_ascii_digit(text_[digits])) ++digits;
        const bool mark = digits < end && (text_[digits] == '.' || text_[digits] == ')') &&
                          (digits + 1 == end || is_ascii_blank(text_[digits + 1]));
        if (mark) after = digits + 1;
      }
      if (after == at) break;
      ++marks;
      at = after;
    }
    // `- - -` and `* * *` are rules, however long; what stands on them is all marks.
    if (marks > kMostMarks || indent > kMostIndent) {
      report(parse_code::markdown_too_deep, begin, std::min(at, end),
             marks > kMostMarks
                 ? "the line opens " + std::to_string(marks) + " quotes and lists, more than " +
                       std::to_string(kMostMarks)
                 : "the line is indented by more than " + std::to_string(kMostIndent) + " columns",
             "write it without the nesting, or put it into a code block fenced by ```");
    }
    return at;
  }

  void look_at_table(uint32_t begin, std::string_view line, bool delimiter) {
    const uint32_t pipes = static_cast<uint32_t>(std::ranges::count(line, '|'));
    if (delimiter && pipes + 1 > columns_) columns_ = pipes + 1;
    const uint32_t end = begin + static_cast<uint32_t>(line.size());
    if (delimiter && pipes > kMostColumns + 1) {
      report(parse_code::table_too_large, begin, end,
             "the table has " + std::to_string(pipes) + " columns, more than " +
                 std::to_string(kMostColumns),
             "put data of this size into a file of its own and link it");
      return;
    }
    if (columns_ == 0) return;
    ++rows_;
    if (pipes > kMostPipes || uint64_t{rows_} * columns_ > kMostCells) {
      report(parse_code::table_too_large, begin, end,
             pipes > kMostPipes ? "a row of the table has " + std::to_string(pipes) + " bars"
                                : "the table has more than 50,000 cells",
             "put data of this size into a file of its own and link it");
    }
  }

  void look_at_pairs(uint32_t begin, std::string_view line) {
    for (std::size_t i = kPairs.find_in(line); i != std::string_view::npos;
         i = kPairs.find_in(line, i + 1)) {
      const char next = i + 1 < line.size() ? line[i + 1] : '\0';
      if (line[i] == '[') ++brackets_;
      const bool pair = (line[i] == '<' && (next == '?' || next == '!')) ||
                        (line[i] == '!' && next == '[') || (line[i] == ']' && next == ':');
      if (!pair) continue;
      ++pairs_;
      if (line[i] == ']' && i < line.size()) look_at_definition(begin, line, i);
      if (pairs_ > kMostPerBlock) {
        report(parse_code::markdown_too_complex, begin + static_cast<uint32_t>(i),
               begin + static_cast<uint32_t>(i) + 2,
               "this block has more than 2,000 of `<?`, `<!`, `![` and `]:`",
               "put an empty line between its parts, or put it into a code block fenced by ```");
        return;
      }
    }
  }

  void look_at_definition(uint32_t begin, std::string_view line, std::size_t bracket) {
    const uint32_t length = static_cast<uint32_t>(line.size() - bracket);
    if (length > longest_definition_) {
      longest_definition_ = length;
      longest_at_ = begin + static_cast<uint32_t>(bracket);
    }
    if (line.substr(0, bracket).find("[^") == std::string_view::npos) return;
    if (++footnotes_ > kMostFootnotes) {
      report(parse_code::markdown_too_complex, begin, begin + static_cast<uint32_t>(bracket) + 2,
             "the text has more than 2,000 footnotes", "split it into several files");
    }
  }

  std::string_view text_;
  uint32_t most_bytes_;
  std::optional<MarkdownExcess> found_;
  uint32_t pairs_ = 0;  // in this block
  uint32_t rows_ = 0;
  uint32_t columns_ = 0;
  uint32_t brackets_ = 0;
  uint32_t footnotes_ = 0;
  uint32_t longest_definition_ = 0;
  uint32_t longest_at_ = 0;
};

}  // namespace

std::optional<MarkdownExcess> find_markdown_excess(std::string_view text, uint32_t most_bytes) {
  return Scanner(text, most_bytes).run();
}

}  // namespace milepost
