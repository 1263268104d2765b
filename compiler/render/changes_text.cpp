// Writes changes for a terminal.
#include "render/changes_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "compose/phrases.h"
#include "markup/html.h"
#include "render/plain_words.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kLeast = 40, kMost = 160;

class TextChanges {
 public:
  TextChanges(const ChangeReport& report, const Words& words, const ChangesTextOptions& options)
      : report_(report),
        words_(words),
        width_(std::clamp(options.width, kLeast, kMost)),
        color_(options.color) {}

  std::string write() {
    line(report_.headline, 0);
    plain(report_.between, 0);
    if (!report_.counts.empty()) plain(report_.counts, 0);
    dates();
    parts();
    effects();
    for (const ChangeGroup& group : report_.groups) {
      heading(group.label + " (" + std::to_string(group.records.size()) + ")");
      records(group.records);
    }
    if (!report_.wording.empty()) {
      out_ += '\n';
      plain(report_.wording, 0);
      records(report_.reworded);
    }
    return std::move(out_);
  }

 private:
  // A word and how it is to look; white space stands between words.
  struct Piece {
    std::string text;
    ChangeInk ink = ChangeInk::plain;
    bool joined = false;  // to the piece before
  };

  std::vector<Piece> pieces_of(const ChangeLine& line) const {
    std::vector<Piece> pieces;
    bool space = false;
    for (size_t i = 0; i < line.size(); ++i) {
      const ChangePhrase& phrase = line[i];
      const bool before_now = i >= 2 && phrase.ink == ChangeInk::now && line[i - 1].text == " " &&
                              line[i - 2].ink == ChangeInk::was;
      if (before_now && !color_) {
        pieces.push_back({"→", ChangeInk::plain, false});
        space = true;
      }
      const std::string text = visible_text(phrase.text);
      size_t at = 0;
      while (at < text.size()) {
        if (text[at] == ' ') {
          space = true;
          ++at;
          continue;
        }
        const size_t end = std::min(text.find(' ', at), text.size());
        pieces.push_back({text.substr(at, end - at), phrase.ink, !space && !pieces.empty()});
        space = false;
        at = end;
      }
      const bool last = i + 1 == line.size() || line[i + 1].text.starts_with(',') ||
                        line[i + 1].text.starts_with(';');
      if (phrase.ink == ChangeInk::was && last && !color_) {
        pieces.push_back({"→", ChangeInk::plain, false});
        pieces.push_back({"–", ChangeInk::plain, false});
      }
    }
    return pieces;
  }

  void put(const Piece& piece) {
    const std::string_view code = !color_                         ? std::string_view()
                                  : piece.ink == ChangeInk::was   ? "\x1b[2;9m"
                                  : piece.ink == ChangeInk::now   ? "\x1b[1m"
                                  : piece.ink == ChangeInk::id    ? "\x1b[36m"
                                  : piece.ink == ChangeInk::aside ? "\x1b[2m"
                                                                  : std::string_view();
    out_.append(code).append(piece.text);
    if (!code.empty()) out_ += "\x1b[0m";
  }

  // `used` columns of the line are written; the next lines begin there.
  void line(const ChangeLine& line, size_t used) {
    const size_t indent = used;
    const std::vector<Piece> pieces = pieces_of(line);
    for (size_t i = 0; i < pieces.size();) {
      size_t end = i + 1;
      size_t wide = display_width(pieces[i].text);
      while (end < pieces.size() && pieces[end].joined) wide += display_width(pieces[end++].text);
      const bool fresh = used == indent;
      if (!fresh && used + 1 + wide > width_) {
        out_ += '\n';
        out_.append(indent, ' ');
        used = indent;
      } else if (!fresh) {
        out_ += ' ';
        ++used;
      }
      for (; i < end; ++i) put(pieces[i]);
      used += wide;
    }
    out_ += '\n';
  }

  void plain(const std::string& text, size_t used) { line({{text}}, used); }

  void heading(const std::string& text) {
    out_ += '\n';
    if (color_) out_ += "\x1b[1m";
    out_ += visible_text(text);
    if (color_) out_ += "\x1b[0m";
    out_ += '\n';
  }

  void padded(const std::string& text, size_t width, bool right) {
    const size_t wide = display_width(text);
    const size_t pad = wide < width ? width - wide : 0;
    if (right) out_.append(pad, ' ');
    out_ += text;
    if (!right) out_.append(pad, ' ');
  }

  void dates() {
    if (report_.dates.empty()) return;
    heading(std::string(words_.text("changes.dates"_word)));
    for (const ChangeDate& date : report_.dates) {
      ChangeLine one = {{date.title.text, ChangeInk::plain, date.title.record}, {", "}};
      one.insert(one.end(), date.was.begin(), date.was.end());
      if (!date.was.empty() && !date.now.empty()) one.push_back({" "});
      one.insert(one.end(), date.now.begin(), date.now.end());
      if (!date.change.empty()) one.push_back({", "});
      one.insert(one.end(), date.change.begin(), date.change.end());
      if (!date.health.empty()) one.push_back({", "});
      one.insert(one.end(), date.health.begin(), date.health.end());
      out_ += "  ";
      line(one, 2);
    }
  }

  void parts() {
    if (report_.parts.empty()) return;
    heading(std::string(words_.text("changes.because"_word)));
    for (const ChangePart& part : report_.parts) {
      padded(slip_words(words_, part.days), 7, true);
      out_ += "  ";
      ChangeLine one = part.why;
      one.push_back({" ("});
      one.insert(one.end(), part.facts.begin(), part.facts.end());
      one.push_back({")"});
      line(one, 9);
    }
    padded(slip_words(words_, report_.sum), 7, true);
    out_ += "  ";
    plain(std::string(words_.text("changes.together"_word)), 9);
  }

  void effects() {
    if (report_.effects.empty()) return;
    heading(std::string(words_.text("changes.effects"_word)));
    for (const ChangeEffect& effect : report_.effects) {
      out_ += effect.tone == ChangeTone::worse    ? "  - "
              : effect.tone == ChangeTone::better ? "  + "
                                                  : "  * ";
      line(effect.line, 4);
    }
  }

  void records(const std::vector<ChangedRecord>& records) {
    size_t ids = 0;
    for (const ChangedRecord& record : records) {
      ids = std::max(ids, display_width(visible_text(record.id.text)));
    }
    ids = std::min<size_t>(ids, 16);
    for (const ChangedRecord& record : records) {
      out_ += "  ";
      padded(visible_text(record.id.text), ids, false);
      if (ids > 0) out_ += "  ";
      ChangeLine one = {{record.title.text}};
      if (!record.detail.empty()) one.push_back({": "});
      one.insert(one.end(), record.detail.begin(), record.detail.end());
      line(one, ids > 0 ? ids + 4 : 2);
    }
  }

  const ChangeReport& report_;
  const Words& words_;
  size_t width_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string changes_as_text(const ChangeReport& report, const Words& words,
                            const ChangesTextOptions& options) {
  return TextChanges(report, words, options).write();
}

}  // namespace milepost
