// Cobertura XML: the coverage of lines and branches, as coverage.py, gcovr, coverlet and others
// write it.
#pragma once

#include <vector>

#include "evidence/reading.h"
#include "evidence/xml.h"

namespace milepost {

/// Counts the lines of every class, not those that its methods list again. Without any, the totals
/// of the report are all there is; with some, its rates are believed where they are lower by more
/// than rounding.
class CoberturaReader : public XmlListener {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  EvidenceReport report() const;

 private:
  struct Rate {
    std::optional<uint64_t> of_10000, covered, valid;
  };

  void open_report(const XmlAttributes& attributes);
  void line(const XmlAttributes& attributes);
  std::optional<uint64_t> count(const XmlAttributes& attributes, std::string_view name);
  std::optional<uint64_t> rate(const XmlAttributes& attributes, std::string_view name);

  EvidenceReport counted_;
  Rate lines_, branches_;
  std::vector<std::string> open_;  // elements
};

}  // namespace milepost
