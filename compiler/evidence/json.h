// Walks through a JSON file that a stranger wrote.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "evidence/report.h"

namespace milepost {

/// Is told of objects and values by their path from the root: `runs/*/results/*/level`, where `*`
/// is an item of a list and `?` a key that has a slash in it or is longer than 40 bytes. The root
/// has the empty path.
class JsonListener {
 public:
  virtual ~JsonListener() = default;
  virtual void begin_object(std::string_view path) = 0;
  virtual void end_object(std::string_view path) = 0;
  virtual void begin_list(std::string_view path) = 0;
  /// A string, a number as it is written, `true`, `false`, or nothing for null.
  virtual void value(std::string_view path, std::string_view text) = 0;

  /// What is wrong with the file; the walk stops at the value that is being told of.
  const std::string& problem() const { return problem_; }

 protected:
  void refuse(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

 private:
  std::string problem_;
};

/// A reading without a problem if all of it was walked through. UTF-8 without a byte order mark.
/// Numbers stay text, so that none is too large. Memory: one value, and the path. Linear.
EvidenceReading walk_json(std::string_view bytes, JsonListener& listener);

}  // namespace milepost
