// Walks through an XML file that a stranger wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evidence/report.h"

namespace milepost {

/// Of one element; borrowed until the call ends. Names keep their prefix (`a:b`).
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;

 private:
  const char* const* pairs_;  // name, value, …, null
};

/// Is told of elements, never of their text.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;

  /// What is wrong with the file; the walk stops at the element that is being told of.
  const std::string& problem() const { return problem_; }

 protected:
  void refuse(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

 private:
  std::string problem_;
};

/// A reading without a problem if all of it was walked through. UTF-8, UTF-16, Latin-1 and ASCII.
/// A DOCTYPE may name a DTD, which is not read; one with declarations of its own is refused, as is
/// every entity that XML itself does not have. Memory: one element. Linear.
EvidenceReading walk_xml(std::string_view bytes, XmlListener& listener);

}  // namespace milepost
