// JUnit XML: the results of tests, as pytest, surefire, gtest, jest-junit and others write it.
#pragma once

#include <vector>

#include "evidence/reading.h"
#include "evidence/xml.h"

namespace milepost {

struct JunitSuite {
  uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;  // counted
  std::optional<uint64_t> said_tests, said_failures, said_errors, said_skipped;
};
// Of the case that is open: what stands right below it says what it came to.
struct JunitCase {
  uint32_t depth = 0;
  bool failed = false, error = false, skipped = false;
};

/// Counts the cases of every suite, however suites are nested. A suite whose totals speak of more
/// cases, or of more that went wrong, than it lists is believed in what is worse.
class JunitReader : public XmlListener {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  EvidenceReport report() const { return whole_; }

 private:
  void open_suite(const XmlAttributes& attributes);
  void close_suite();
  void close_case();
  std::optional<uint64_t> total(const XmlAttributes& attributes, std::string_view name);

  EvidenceReport whole_;
  std::vector<JunitSuite> suites_;
  std::optional<JunitCase> case_;
  uint32_t depth_ = 0;
};

}  // namespace milepost
