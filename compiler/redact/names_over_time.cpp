// Makes keys.
#include "redact/names_over_time.h"

#include "text/ascii.h"

namespace milepost {

std::string id_key(std::string_view id) {
  std::string key = ascii_lower(id);
  size_t number = key.size();
  while (number > 0 && is_ascii_digit(key[number - 1])) --number;
  size_t zeros = 0;
  while (number + zeros + 1 < key.size() && key[number + zeros] == '0') ++zeros;
  key.erase(number, zeros);
  return key;
}

std::string title_key(std::string_view kind, std::string_view title) {
  return std::string(kind) + "/" + ascii_lower(trim(title));
}

}  // namespace milepost
