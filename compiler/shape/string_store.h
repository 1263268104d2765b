// Strings that shape/ makes, at addresses that outlive every move.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Views of what is kept stay valid while the chunks live, wherever they are moved: a chunk is
/// always larger than what a std::string holds inside itself, and never grows.
class StringStore {
 public:
  std::string_view keep(std::string_view text);

  /// Moves the chunks to the end of `out`; the store is empty afterwards.
  void move_to(std::deque<std::string>& out);

 private:
  std::vector<std::string> chunks_;
};

}  // namespace milepost
