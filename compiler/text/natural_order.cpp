// Compares ids digit run by digit run.
#include "text/natural_order.h"

#include <cstddef>

#include "text/ascii.h"

namespace milepost {

bool natural_less(std::string_view a, std::string_view b) {
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_ascii_digit(a[i]) && is_ascii_digit(b[j])) {
      while (i < a.size() && a[i] == '0') ++i;
      while (j < b.size() && b[j] == '0') ++j;
      size_t end_a = i;
      size_t end_b = j;
      while (end_a < a.size() && is_ascii_digit(a[end_a])) ++end_a;
      while (end_b < b.size() && is_ascii_digit(b[end_b])) ++end_b;
      if (end_a - i != end_b - j) return end_a - i < end_b - j;
      const int order = a.substr(i, end_a - i).compare(b.substr(j, end_b - j));
      if (order != 0) return order < 0;
      i = end_a;
      j = end_b;
      continue;
    }
    const char left = ascii_lower(a[i]);
    const char right = ascii_lower(b[j]);
    if (left != right) return static_cast<unsigned char>(left) < static_cast<unsigned char>(right);
    ++i;
    ++j;
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;
}

}  // namespace milepost
