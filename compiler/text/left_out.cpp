// Closes gaps in sentences.
#include "text/left_out.h"

namespace milepost {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

bool is_closing(char c) {
  return std::string_view(".,;:!?)]").find(c) != std::string_view::npos;
}

std::size_t spaces_at_end(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_space(text[text.size() - 1 - count])) ++count;
  return count;
}

std::size_t spaces_at_begin(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_space(text[count])) ++count;
  return count;
}

bool encloses(char open, char close) {
  return (open == '(' && close == ')') || (open == '[' && close == ']');
}

}  // namespace

Gap close_gap(std::string_view before, std::string_view after) {
  Gap gap;
  const auto left = [&] { return before.substr(0, before.size() - gap.before); };
  const auto right = [&] { return after.substr(gap.after); };
  const auto bare_left = [&] {
    const std::string_view text = left();
    return text.substr(0, text.size() - spaces_at_end(text));
  };
  const auto bare_right = [&] {
    const std::string_view text = right();
    return text.substr(spaces_at_begin(text));
  };
  // Parentheses around nothing.
  while (!bare_left().empty() && !bare_right().empty() &&
         encloses(bare_left().back(), bare_right().front())) {
    const std::size_t keep = bare_left().size() - 1;
    gap.after = after.size() - bare_right().size() + 1;
    gap.before = before.size() - keep;
  }
  // A comma that joined it to what stands before, else the one that joined it to what follows.
  const std::string_view rest = bare_right();
  if (!bare_left().empty() && bare_left().back() == ',') {
    gap.before = before.size() - (bare_left().size() - 1);
  } else if ((bare_left().empty() || bare_left().back() == '(' || bare_left().back() == ':') &&
             !rest.empty() && rest.front() == ',') {
    gap.after = after.size() - rest.size() + 1;
  }
  // Spaces: at the ends none, before a closing mark none, else one.
  const std::size_t spaces_left = spaces_at_end(left()), spaces_right = spaces_at_begin(right());
  if (bare_left().empty() || bare_left().back() == '(') {
    gap.after += spaces_right;
  } else if (bare_right().empty() || is_closing(bare_right().front())) {
    gap.before += spaces_left;
    if (!bare_right().empty()) gap.after += spaces_right;
  } else if (spaces_left > 0 && spaces_right > 0) {
    gap.after += spaces_right;
  }
  return gap;
}

}  // namespace milepost
