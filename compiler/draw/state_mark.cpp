// Writes the shapes of state.
#include "draw/state_mark.h"

namespace milepost {
namespace {

// In a square of 16.
Markup path_of(StateShape shape) {
  switch (shape) {
    case StateShape::on_track:
      return " class=\"mark s-ok\" d=\"M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 11.6 3.8 8.4 5 7.2l2 2 "
             "4-4 1.2 1.2z\"/>";
    case StateShape::at_risk:
      return " class=\"mark s-risk\" d=\"M8 1.2 15.6 14.8H.4zM7.1 6h1.8v4.6H7.1zM7.1 "
             "11.6h1.8v1.7H7.1z\"/>";
    case StateShape::off_track:
      return " class=\"mark s-off\" d=\"M8 .4 15.6 8 8 15.6.4 8zM5.2 6.3 6.3 5.2 8 6.9l1.7-1.7 1.1 "
             "1.1L9.1 8l1.7 1.7-1.1 1.1L8 9.1l-1.7 1.7-1.1-1.1L6.9 8z\"/>";
    case StateShape::blocked:
      return " class=\"mark s-blocked\" d=\"M1.5 1.5h13v13h-13zM4 7v2h8V7z\"/>";
    case StateShape::doing:
      return " class=\"mark s-doing\" d=\"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 3v10A5 5 "
             "0 0 1 8 3z\"/>";
    case StateShape::done:
      return " class=\"mark s-done\" d=\"M6.2 12.7 1.7 8.2 3 6.9l3.2 3.2L13 3.3l1.3 1.3z\"/>";
    case StateShape::open:
      return " class=\"mark s-open\" d=\"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 3.1a4.9 "
             "4.9 0 1 1 0 9.8 4.9 4.9 0 0 1 0-9.8z\"/>";
    default:
      return " class=\"mark s-dropped\" d=\"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 "
             "3.1a4.9 "
             "4.9 0 1 1 0 9.8 4.9 4.9 0 0 1 0-9.8zM3.7 11.2 11.2 3.7l1.1 1.1-7.5 7.5z\"/>";
  }
}

}  // namespace

void write_state_mark(HtmlWriter& out, StateShape shape, int32_t x, int32_t y) {
  out.put("<path transform=\"translate(").number(x).put(" ").number(y).put(")\"");
  out.put(" fill-rule=\"evenodd\"").put(path_of(shape));
}

}  // namespace milepost
