// Writes an update as plain text.
#include "render/update_text.h"

#include <algorithm>

#include "compose/phrases.h"
#include "markup/html.h"
#include "render/plain_words.h"
#include "text/utf8.h"

namespace milepost {
namespace {

class TextUpdate {
 public:
  TextUpdate(const Outline& outline, const Update& update) : outline_(outline), update_(update) {}

  std::string write() {
    heading(update_.title, '=');
    paragraph(update_.period, 0);
    const std::string overall = update_.state_words.empty()
                                    ? update_.overall
                                    : update_.overall + ": " + update_.state_words;
    if (!overall.empty()) heading(overall, '-');
    for (const std::string& words : update_.verdict) paragraph(words, 0);
    quote();
    for (const UpdateSection& section : update_.sections) write(section);
    if (!update_.note.empty()) {
      out_ += '\n';
      paragraph(update_.note, 0);
    }
    return std::move(out_);
  }

 private:
  void heading(std::string_view words, char rule) {
    if (!out_.empty()) out_ += '\n';
    const std::string shown = visible_text(words);
    out_ += shown;
    out_ += '\n';
    out_.append(std::min(display_width(shown), kUpdateColumns), rule);
    out_ += '\n';
  }

  // The first line begins with `mark`, those after it under its words.
  void paragraph(std::string_view words, size_t indent, std::string_view mark = {}) {
    const size_t in = indent + display_width(mark);
    bool first = true;
    for (const std::string& line : wrapped_lines(visible_text(words), kUpdateColumns - in)) {
      if (first) {
        out_.append(indent, ' ').append(mark);
      } else {
        out_.append(in, ' ');
      }
      first = false;
      out_.append(line).append("\n");
    }
  }

  std::string words_of(const UpdateLine& line) const {
    std::string words;
    for (const UpdateWords& part : line) {
      words += part.text;
      if (part.record != kNoViewRecord) {
        words += " (" + outline_.view.record(part.record).short_id + ")";
      }
    }
    return words;
  }

  void quote() {
    for (const std::string& words : update_.quote.paragraphs) {
      out_ += '\n';
      paragraph("\"" + words + "\"", 2);
    }
    if (!update_.quote.by.empty()) paragraph(update_.quote.by, 2, "-- ");
  }

  void write(const UpdateSection& section) {
    heading(section.title, '-');
    for (const UpdateLine& line : section.paragraphs) paragraph(words_of(line), 0);
    size_t number = 0;
    for (const UpdateItem& item : section.items) {
      const std::string mark =
          section.numbered ? std::to_string(++number) + ". " : std::string("- ");
      paragraph(words_of(item.line), 0, mark);
      for (const UpdateLine& line : item.below) paragraph(words_of(line), display_width(mark));
    }
    if (section.more > 0) {
      paragraph(count_words(outline_.words, "list.more"_word, section.more), 0, "- ");
    }
  }

  const Outline& outline_;
  const Update& update_;
  std::string out_;
};

}  // namespace

std::string update_as_text(const Outline& outline, const Update& update) {
  return TextUpdate(outline, update).write();
}

}  // namespace milepost
