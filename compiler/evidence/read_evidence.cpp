// Finds the format of a report, and reads it.
#include "evidence/read_evidence.h"

#include <exception>
#include <memory>
#include <string>

#include "evidence/cobertura.h"
#include "evidence/junit.h"
#include "evidence/lcov.h"
#include "evidence/reading.h"
#include "evidence/sarif.h"
#include "evidence/xml.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kFormats = "JUnit XML, SARIF, lcov and Cobertura XML are read";

// The first element says which of the two it is.
class XmlReport : public XmlListener {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (!junit_ && !cobertura_) choose(element);
    if (junit_) tell(*junit_, [&] { junit_->begin(element, attributes); });
    if (cobertura_) tell(*cobertura_, [&] { cobertura_->begin(element, attributes); });
  }

  void end(std::string_view element) override {
    if (junit_) tell(*junit_, [&] { junit_->end(element); });
    if (cobertura_) tell(*cobertura_, [&] { cobertura_->end(element); });
  }

  EvidenceReading finish() const {
    EvidenceReading reading;
    reading.readable = true;
    reading.report = junit_ ? junit_->report() : cobertura_->report();
    return reading;
  }

 private:
  void choose(std::string_view element) {
    if (element == "testsuites" || element == "testsuite") {
      junit_ = std::make_unique<JunitReader>();
    } else if (element == "coverage") {
      cobertura_ = std::make_unique<CoberturaReader>();
    } else if (element == "report") {
      refuse("is a report of JaCoCo, which is not read; convert it to Cobertura or lcov");
    } else if (element == "test-run" || element == "assemblies" || element == "TestRun") {
      refuse("holds results of tests in a format of .NET; let the test runner write JUnit XML");
    } else {
      refuse("begins with the element " + quoted_evidence(element) + "; " + std::string(kFormats));
    }
  }

  template <typename F>
  void tell(const XmlListener& reader, F&& f) {
    if (!problem().empty()) return;
    f();
    if (!reader.problem().empty()) refuse(reader.problem());
  }

  std::unique_ptr<JunitReader> junit_;
  std::unique_ptr<CoberturaReader> cobertura_;
};

EvidenceReading read_xml_report(std::string_view bytes) {
  XmlReport report;
  EvidenceReading walked = walk_xml(bytes, report);
  return walked.problem.empty() ? report.finish() : walked;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
}

// What one would expect by its name, for a file that is empty or something else.
std::string expected_by(std::string_view path) {
  if (iends_with(path, ".sarif")) return "its name says SARIF";
  if (iends_with(path, ".info") || iends_with(path, ".lcov")) return "its name says lcov";
  if (iends_with(path, ".xml")) return "its name says XML";
  return std::string(kFormats);
}

EvidenceReading read(std::string_view path, std::string_view bytes) {
  // Of text in UTF-16 only XML is read: expat knows it.
  if (is_utf16(bytes)) return read_xml_report(bytes);
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  const std::string_view text = bytes.starts_with(kMark) ? bytes.substr(kMark.size()) : bytes;
  const std::string_view begin = trim_left(text);
  if (begin.empty()) return refuse_evidence("is empty; " + expected_by(path));
  if (begin.front() == '<') return read_xml_report(text);
  if (begin.front() == '{' || begin.front() == '[') return read_sarif(text);
  if (looks_like_lcov(text)) return read_lcov(text);
  return refuse_evidence_at("is no report that is read (" + expected_by(path) + ")", text,
                            text.size() - begin.size());
}

}  // namespace

EvidenceReading read_evidence(std::string_view path, std::string_view bytes) {
  try {
    return read(path, bytes);
  } catch (const std::exception&) {
    return refuse_evidence("is too large to be read");
  }
}

}  // namespace milepost
