// Measures and breaks text.
#include "draw/text_width.h"

#include <algorithm>
#include <array>

#include "markup/html.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// Thousandths of the type's size: the larger of DejaVu Sans, which is wider than what most systems
// have, and Inter in its medium weight.
constexpr std::array<int16_t, 95> kAscii = {
    318, 401, 460, 838, 643, 950, 780, 275, 390, 390, 522, 838, 318, 463,  318, 368, 646, 636, 636,
    644, 654, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 700, 686, 735, 770, 632,
    586, 775, 752, 295, 552, 664, 564, 898, 748, 787, 639, 787, 695, 643,  651, 738, 700, 989, 685,
    685, 685, 390, 368, 390, 838, 500, 500, 613, 635, 568, 635, 615, 369,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 536, 392, 634, 592, 825, 592, 592,  551, 636, 342, 636, 838};
constexpr int32_t kType = 13;
constexpr std::string_view kMore = "…";

int32_t thousandths(char32_t value, std::string_view bytes) {
  if (value >= 0x20 && value < 0x7F) return kAscii[value - 0x20];
  const size_t columns = display_width(bytes);
  if (columns == 0) return 0;
  if (columns > 1) return 1050;
  if (value >= 0xA0 && value < 0x370) return 790;
  return 1080;
}

int32_t tenths(int32_t thousandths_of_type) {
  return (thousandths_of_type * kType + 99) / 100;
}

// A character with the marks that stand on it.
struct Piece {
  size_t begin = 0, end = 0;
  int32_t width = 0;  // thousandths
  bool space = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (const CodePoint point : CodePoints(text)) {
    const size_t end = point.offset + point.size;
    const int32_t width = thousandths(point.value, text.substr(point.offset, point.size));
    if (width == 0 && !pieces.empty()) {
      pieces.back().end = end;
    } else {
      pieces.push_back({point.offset, end, width, point.value == ' '});
    }
  }
  return pieces;
}

class Breaker {
 public:
  Breaker(std::string_view text, int32_t px) : text_(text), pieces_(pieces_of(text)) {
    room_ = px * 1000 / kType;
    more_ = text_width(kMore) * 100 / kType;
  }

  std::vector<std::string> lines(size_t most) {
    std::vector<std::string> made;
    size_t at = skip(0);
    while (at < pieces_.size() && made.size() < most) {
      const bool last = made.size() + 1 == most;
      size_t end = line_end(at, room_);
      if (last && skip(end) < pieces_.size()) {
        end = line_end(at, room_ - more_);
        made.push_back(std::string(part(at, end)).append(kMore));
        break;
      }
      made.emplace_back(part(at, end));
      at = skip(end);
    }
    return made;
  }

 private:
  size_t skip(size_t at) const {
    while (at < pieces_.size() && pieces_[at].space) ++at;
    return at;
  }

  // Where a line that begins at `at` ends: before a space, or where a word has to be cut.
  size_t line_end(size_t at, int32_t room) const {
    int32_t width = 0;
    size_t space = at;
    size_t i = at;
    for (; i < pieces_.size(); ++i) {
      if (pieces_[i].space) space = i;
      width += pieces_[i].width;
      if (width > room) break;
    }
    if (i == pieces_.size()) return i;
    if (space > at) return space;
    return std::max(i, at + 1);
  }

  std::string_view part(size_t begin, size_t end) const {
    while (end > begin && pieces_[end - 1].space) --end;
    if (begin == end) return {};
    return text_.substr(pieces_[begin].begin, pieces_[end - 1].end - pieces_[begin].begin);
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  int32_t room_ = 0, more_ = 0;  // thousandths
};

}  // namespace

int32_t text_width(std::string_view text) {
  int32_t width = 0;
  const std::string seen = visible_text(text);
  for (const Piece& piece : pieces_of(seen)) width += piece.width;
  return tenths(width);
}

std::vector<std::string> fit_lines(std::string_view text, int32_t px, size_t lines) {
  const std::string seen = visible_text(text);
  return Breaker(seen, px).lines(lines);
}

std::string fit_line(std::string_view text, int32_t px) {
  std::vector<std::string> lines = fit_lines(text, px, 1);
  return lines.empty() ? std::string() : std::move(lines.front());
}

}  // namespace milepost
