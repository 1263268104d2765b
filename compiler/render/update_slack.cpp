// Writes an update as a message of Slack.
#include <array>
#include <string_view>

#include "compose/phrases.h"
#include "markup/html.h"
#include "render/update_text.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// Slack knows no escape for its marks; what a title has of them becomes a sign that looks like it.
std::string escaped(std::string_view text) {
  std::string out;
  const std::string words = visible_text(text);
  for (size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool inside = i > 0 && i + 1 < words.size() && is_ascii_alnum(words[i - 1]) &&
                        is_ascii_alnum(words[i + 1]);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '*':
        out += "∗";
        break;
      case '~':
        out += "∼";
        break;
      case '`':
        out += "'";
        break;
      case '|':
        out += "¦";
        break;
      case '_':
        out += inside ? "_" : "ˍ";
        break;
      case '@':
        // Nobody is called by the title of a record.
        out += "＠";
        break;
      default:
        out += c;
    }
  }
  return out;
}

class SlackUpdate {
 public:
  SlackUpdate(const Outline& outline, const Update& update, size_t most, bool below)
      : outline_(outline), update_(update), most_(most), below_(below) {}

  std::string write() {
    out_ = "*" + escaped(update_.title) + "*\n" + escaped(update_.period) + "\n";
    if (!update_.overall.empty()) overall();
    for (const std::string& words : update_.verdict) out_ += escaped(words) + "\n";
    for (const std::string& words : update_.quote.paragraphs) out_ += "> " + escaped(words) + "\n";
    if (!update_.quote.by.empty()) out_ += "> — " + escaped(update_.quote.by) + "\n";
    for (const UpdateSection& section : update_.sections) write(section);
    if (!update_.note.empty()) out_ += "\n_" + escaped(update_.note) + "_\n";
    return std::move(out_);
  }

 private:
  void overall() {
    out_ += "\n*" + escaped(update_.overall);
    if (!update_.state_words.empty()) {
      const std::string_view mark = mark_of(update_.state);
      out_ += ": ";
      if (!mark.empty()) out_.append(mark).append(" ");
      out_ += escaped(update_.state_words);
    }
    out_ += "*\n";
  }

  void line(const UpdateLine& line) {
    for (const UpdateWords& part : line) {
      if (part.record == kNoViewRecord) {
        out_ += escaped(part.text);
        continue;
      }
      const std::string id = escaped(outline_.view.record(part.record).short_id);
      if (const std::optional<std::string> address = address_of(outline_, part.record)) {
        out_ += "<" + escaped_address(*address) + "|" + escaped(part.text) + ">";
      } else {
        out_ += escaped(part.text);
      }
      out_ += " (" + id + ")";
    }
  }

  static std::string escaped_address(std::string_view address) {
    std::string out;
    for (const char c : address) {
      if (c == '&') {
        out += "&amp;";
      } else if (c == '|' || c == '<' || c == '>') {
        constexpr std::string_view digits = "0123456789ABCDEF";
        out += '%';
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 15];
      } else {
        out += c;
      }
    }
    return out;
  }

  void write(const UpdateSection& section) {
    out_ += "\n";
    const std::string_view mark = mark_of(section.name);
    if (!mark.empty()) out_.append(mark).append(" ");
    out_ += "*" + escaped(section.title) + "*\n";
    for (const UpdateLine& words : section.paragraphs) {
      line(words);
      out_ += '\n';
    }
    const size_t shown = std::min(section.items.size(), most_);
    for (size_t i = 0; i < shown; ++i) {
      out_ += section.numbered ? std::to_string(i + 1) + ". " : std::string("• ");
      line(section.items[i].line);
      out_ += '\n';
      for (size_t j = 0; below_ && j < section.items[i].below.size(); ++j) {
        out_ += "    ◦ ";
        line(section.items[i].below[j]);
        out_ += '\n';
      }
    }
    const size_t more = section.more + section.items.size() - shown;
    if (more > 0) {
      out_ += "• " + escaped(count_words(outline_.words, "list.more"_word, more)) + "\n";
    }
  }

  const Outline& outline_;
  const Update& update_;
  size_t most_;
  bool below_;
  std::string out_;
};

}  // namespace

std::string update_as_slack(const Outline& outline, const Update& update) {
  // Fewer of everything until it fits: what comes first in a section matters most.
  constexpr std::array<size_t, 8> kMost = {20, 12, 8, 6, 5, 4, 3, 2};
  for (const size_t most : kMost) {
    std::string message = SlackUpdate(outline, update, most, true).write();
    if (message.size() <= kMostMessageBytes) return message;
  }
  for (const size_t most : {size_t{3}, size_t{2}, size_t{1}, size_t{0}}) {
    std::string message = SlackUpdate(outline, update, most, false).write();
    if (message.size() <= kMostMessageBytes) return message;
  }
  // Titles or words without measure: whole lines as far as they go.
  std::string message = SlackUpdate(outline, update, 0, false).write();
  const size_t end = message.rfind('\n', kMostMessageBytes - 8);
  message.resize(end == std::string::npos ? 0 : end + 1);
  return message + "…\n";
}

}  // namespace milepost
