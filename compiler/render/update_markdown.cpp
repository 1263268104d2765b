// Writes an update as Markdown.
#include <string_view>

#include "compose/phrases.h"
#include "markup/html.h"
#include "render/update_text.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// What Markdown could take for mark-up, wherever it stands. Names of records are left as they are
// in words like T-16; a dash or number that could begin a list stands first in a line only.
void append_escaped(std::string& out, std::string_view words) {
  constexpr std::string_view kAnywhere = "\\`*_[]<>&#|~!";
  for (size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool inside = c == '_' && i > 0 && i + 1 < words.size() && is_ascii_alnum(words[i - 1]) &&
                        is_ascii_alnum(words[i + 1]);
    const bool heading = (c == '#' || c == '!') && i + 1 < words.size() &&
                         (words[i + 1] == ' ' || words[i + 1] == '#' || words[i + 1] == '[');
    const bool plain = ((c == '#' || c == '!') && !heading && i > 0) || inside ||
                       (c == '&' && i + 1 < words.size() && words[i + 1] == ' ');
    if (kAnywhere.find(c) != std::string_view::npos && !plain) out += '\\';
    out += c;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  const std::string words = visible_text(text);
  // A line that begins as a list, a rule or a heading would.
  size_t digits = 0;
  while (digits < words.size() && is_ascii_digit(words[digits])) ++digits;
  if (digits > 0 && digits < words.size() && (words[digits] == '.' || words[digits] == ')')) {
    out.append(words, 0, digits).append("\\");
    append_escaped(out, std::string_view(words).substr(digits));
    return out;
  }
  if (!words.empty() && (words[0] == '-' || words[0] == '+' || words[0] == '=')) out += '\\';
  append_escaped(out, words);
  return out;
}

class MarkdownUpdate {
 public:
  MarkdownUpdate(const Outline& outline, const Update& update, const MarkdownOptions& options)
      : outline_(outline), update_(update), options_(options) {}

  std::string write() {
    if (options_.heading) {
      out_ += "## " + escaped(update_.title) + "\n\n" + escaped(update_.period) + "\n\n";
    }
    if (!update_.overall.empty()) heading("overall", update_.overall);
    if (!update_.overall.empty() && !update_.state_words.empty()) {
      out_.pop_back();
      out_ += ": ";
      const std::string_view mark = mark_of(update_.state);
      if (options_.marks && !mark.empty()) out_.append(mark).append(" ");
      out_ += escaped(update_.state_words) + "\n";
    }
    for (const std::string& words : update_.verdict) out_ += "\n" + escaped(words) + "\n";
    quote();
    for (const UpdateSection& section : update_.sections) write(section);
    if (!update_.note.empty()) out_ += "\n" + escaped(update_.note) + "\n";
    return std::move(out_);
  }

 private:
  void heading(std::string_view name, std::string_view title) {
    out_ += "### ";
    const std::string_view mark = mark_of(name);
    if (options_.marks && !mark.empty()) out_.append(mark).append(" ");
    out_ += escaped(title);
    out_ += '\n';
  }

  void quote() {
    if (update_.quote.paragraphs.empty()) return;
    out_ += '\n';
    bool first = true;
    for (const std::string& words : update_.quote.paragraphs) {
      if (!first) out_ += ">\n";
      first = false;
      out_ += "> " + escaped(words) + "\n";
    }
    if (!update_.quote.by.empty()) out_ += ">\n> " + escaped(update_.quote.by) + "\n";
  }

  void line(const UpdateLine& line, bool strong) {
    bool first = true;
    for (const UpdateWords& part : line) {
      if (part.record == kNoViewRecord) {
        if (first) {
          out_ += escaped(part.text);
        } else {
          append_escaped(out_, visible_text(part.text));
        }
      } else {
        named(part, strong);
      }
      first = false;
    }
  }

  void named(const UpdateWords& part, bool strong) {
    const std::optional<std::string> address =
        options_.links ? address_of(outline_, part.record) : std::nullopt;
    if (strong) out_ += "**";
    if (address) out_ += '[';
    out_ += escaped(part.text);
    if (address) out_ += "](<" + *address + ">)";
    if (strong) out_ += "**";
    out_ += " (";
    append_escaped(out_, visible_text(outline_.view.record(part.record).short_id));
    out_ += ')';
  }

  void write(const UpdateSection& section) {
    out_ += '\n';
    heading(section.name, section.title);
    out_ += '\n';
    for (const UpdateLine& words : section.paragraphs) {
      line(words, false);
      out_ += '\n';
    }
    size_t number = 0;
    for (const UpdateItem& item : section.items) {
      const std::string mark =
          section.numbered ? std::to_string(++number) + ". " : std::string("- ");
      out_ += mark;
      line(item.line, section.numbered);
      out_ += '\n';
      for (const UpdateLine& words : item.below) {
        out_.append(mark.size(), ' ').append("- ");
        line(words, false);
        out_ += '\n';
      }
    }
    if (section.more > 0) {
      out_ += (section.numbered ? "\n" : "- ") +
              escaped(count_words(outline_.words, "list.more"_word, section.more)) + "\n";
    }
  }

  const Outline& outline_;
  const Update& update_;
  const MarkdownOptions& options_;
  std::string out_;
};

}  // namespace

std::string update_as_markdown(const Outline& outline, const Update& update,
                               const MarkdownOptions& options) {
  return MarkdownUpdate(outline, update, options).write();
}

}  // namespace milepost
