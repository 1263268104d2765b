// Counts the cases of JUnit XML.
#include "evidence/junit.h"

#include <algorithm>

#include "text/ascii.h"

namespace milepost {
namespace {

bool is_suite(std::string_view element) {
  return element == "testsuite" || element == "testsuites";
}

}  // namespace

std::optional<uint64_t> JunitReader::total(const XmlAttributes& attributes, std::string_view name) {
  const auto written = attributes.find(name);
  if (!written || trim(*written).empty()) return std::nullopt;
  const std::optional<uint64_t> count = read_count(*written);
  if (!count) {
    refuse("has " + quoted_evidence(*written) + " for `" + std::string(name) +
           "`, which is no count of tests");
  }
  return count;
}

void JunitReader::open_suite(const XmlAttributes& attributes) {
  JunitSuite suite;
  suite.said_tests = total(attributes, "tests");
  suite.said_failures = total(attributes, "failures");
  suite.said_errors = total(attributes, "errors");
  for (const std::string_view name : {"skipped", "disabled", "skip", "ignored"}) {
    const std::optional<uint64_t> count = total(attributes, name);
    if (!count) continue;
    uint64_t sum = suite.said_skipped.value_or(0);
    add_count(sum, *count);
    suite.said_skipped = sum;
  }
  if (const auto written = attributes.find("timestamp")) {
    const std::optional<Date> day = read_day(*written, false);
    if (day && (!whole_.written || *whole_.written < *day)) whole_.written = day;
  }
  suites_.push_back(suite);
}

void JunitReader::begin(std::string_view element, const XmlAttributes& attributes) {
  ++depth_;
  if (case_) {
    // What a case came to stands right below it; below that it may say anything.
    if (depth_ != case_->depth + 1) return;
    if (element == "failure") case_->failed = true;
    if (element == "error") case_->error = true;
    if (element == "skipped" || element == "disabled") case_->skipped = true;
    return;
  }
  if (is_suite(element)) return open_suite(attributes);
  if (element != "testcase" || suites_.empty()) return;
  case_.emplace();
  case_->depth = depth_;
  const std::string_view result = attributes.find("result").value_or("");
  const std::string_view status = attributes.find("status").value_or("");
  case_->skipped = iequals(status, "notrun") || iequals(status, "skipped") ||
                   iequals(status, "disabled") || iequals(result, "skipped") ||
                   iequals(result, "suppressed");
  case_->failed = iequals(status, "failed") || iequals(status, "fail");
  case_->error = iequals(status, "error");
}

void JunitReader::close_case() {
  JunitSuite& suite = suites_.back();
  add_count(suite.tests, 1);
  if (case_->error) {
    add_count(suite.errors, 1);
  } else if (case_->failed) {
    add_count(suite.failures, 1);
  } else if (case_->skipped) {
    add_count(suite.skipped, 1);
  }
  case_.reset();
}

void JunitReader::close_suite() {
  JunitSuite suite = suites_.back();
  suites_.pop_back();
  suite.tests = std::max(suite.tests, suite.said_tests.value_or(0));
  suite.skipped = std::max(suite.skipped, suite.said_skipped.value_or(0));
  // Tools do not agree on what is a failure and what an error: the sum is compared.
  const uint64_t said = suite.said_failures.value_or(0) + suite.said_errors.value_or(0);
  if (said > suite.failures + suite.errors) {
    suite.failures = suite.said_failures.value_or(0);
    suite.errors = suite.said_errors.value_or(0);
  }
  if (suites_.empty()) {
    add_count(whole_.tests, suite.tests);
    add_count(whole_.failures, suite.failures);
    add_count(whole_.errors, suite.errors);
    add_count(whole_.skipped, suite.skipped);
    return;
  }
  JunitSuite& outer = suites_.back();
  add_count(outer.tests, suite.tests);
  add_count(outer.failures, suite.failures);
  add_count(outer.errors, suite.errors);
  add_count(outer.skipped, suite.skipped);
}

void JunitReader::end(std::string_view element) {
  if (case_ && depth_ == case_->depth) {
    close_case();
  } else if (!case_ && is_suite(element) && !suites_.empty()) {
    close_suite();
  }
  --depth_;
}

}  // namespace milepost
