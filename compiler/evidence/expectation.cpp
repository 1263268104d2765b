// Reads thresholds, and holds the numbers of a report against them.
#include "evidence/expectation.h"

#include <algorithm>
#include <span>

#include "evidence/expectation_words.h"
#include "text/ascii.h"

namespace milepost {
namespace {

using ClauseKind = ThresholdWordKind;
using Words = std::span<const ThresholdWord>;

constexpr uint64_t kThousand = 1000;
constexpr uint64_t kWholePercent = 100 * kThousand;

bool is_bad(EvidenceMeasure measure) {
  switch (measure) {
    case EvidenceMeasure::failures:
    case EvidenceMeasure::errors:
    case EvidenceMeasure::skipped:
    case EvidenceMeasure::warnings:
    case EvidenceMeasure::notes:
    case EvidenceMeasure::results:
      return true;
    default:
      return false;
  }
}

// What the words of one part say, before it is known whether that makes a threshold.
struct Part {
  std::optional<uint64_t> number;
  std::optional<Comparison> comparison;
  bool percent = false, none_of = false, all = false, pass = false, tests = false;
  bool coverage = false, rate = false;
  std::optional<EvidenceMeasure> measure;
  bool wrong = false;  // a word that belongs to no threshold, or two of a sort
};

Part read_part(Words words) {
  Part part;
  for (const ThresholdWord& word : words) {
    switch (word.kind) {
      case ClauseKind::number:
        part.wrong = part.wrong || part.number.has_value();
        part.number = word.thousandths;
        break;
      case ClauseKind::percent:
        part.wrong = part.wrong || !part.number || part.percent;
        part.percent = true;
        break;
      case ClauseKind::comparison:
        part.wrong = part.wrong || part.comparison || word.after_number != part.number.has_value();
        part.comparison = word.comparison;
        break;
      case ClauseKind::measure:
        part.wrong = part.wrong || (part.measure && *part.measure != word.measure);
        part.measure = word.measure;
        break;
      case ClauseKind::none_of:
        part.none_of = true;
        break;
      case ClauseKind::coverage:
        part.coverage = true;
        break;
      case ClauseKind::tests:
        part.tests = true;
        break;
      case ClauseKind::pass:
        part.pass = true;
        break;
      case ClauseKind::all:
        part.all = true;
        break;
      case ClauseKind::rate:
        part.rate = true;
        break;
      case ClauseKind::filler:
        break;
      case ClauseKind::separator:
      case ClauseKind::other:
        part.wrong = true;
        break;
    }
  }
  return part;
}

// `all tests pass`, `tests passed`: nothing failed.
bool says_all_pass(const Part& part) {
  return part.pass && !part.number && !part.comparison && !part.measure && !part.none_of &&
         !part.coverage && (part.tests || part.all);
}

std::optional<EvidenceMeasure> measure_of(const Part& part) {
  if (part.measure) {
    const bool of_coverage = *part.measure == EvidenceMeasure::line_coverage ||
                             *part.measure == EvidenceMeasure::branch_coverage;
    // An error rate is a matter of running systems, not of a report.
    if ((part.rate && !of_coverage) || (part.coverage && !of_coverage) || part.pass)
      return std::nullopt;
    return part.measure;
  }
  if (part.coverage) return EvidenceMeasure::coverage;
  if (part.pass) return EvidenceMeasure::passed;
  if (part.tests) return EvidenceMeasure::tests;
  if (part.rate || part.all) return std::nullopt;
  return EvidenceMeasure::any;
}

bool append(const Part& part, std::vector<Expectation>& out) {
  if (part.wrong) return false;
  if (says_all_pass(part)) {
    out.push_back({EvidenceMeasure::failures, Comparison::exactly, 0, false});
    out.push_back({EvidenceMeasure::errors, Comparison::exactly, 0, false});
    out.push_back({EvidenceMeasure::tests, Comparison::at_least, kThousand, false});
    return true;
  }
  const std::optional<EvidenceMeasure> measure = measure_of(part);
  if (!measure) return false;
  if (part.none_of) {
    if (part.number || part.comparison || !is_bad(*measure)) return false;
    out.push_back({*measure, Comparison::exactly, 0, false});
    return true;
  }
  if (!part.number) return false;
  constexpr uint64_t kMostPercent = 10 * kWholePercent;
  if (part.percent && *part.number > kMostPercent) return false;
  const Comparison unsaid = is_bad(*measure) ? Comparison::at_most : Comparison::at_least;
  out.push_back({*measure, part.comparison.value_or(unsaid), *part.number, part.percent});
  return true;
}

std::vector<Expectation> read_words(Words words) {
  std::vector<Expectation> made;
  size_t from = 0;
  for (size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && words[i].kind != ClauseKind::separator) continue;
    const Words part = words.subspan(from, i - from);
    from = i + 1;
    if (part.empty()) continue;  // `, and`
    if (!append(read_part(part), made)) return {};
  }
  return made;
}

bool names_measure(const std::vector<Expectation>& read) {
  return !read.empty() && std::ranges::none_of(read, [](const Expectation& one) {
    return one.measure == EvidenceMeasure::any;
  });
}

// Words that may stand in a threshold.
bool may_belong(const ThresholdWord& word) {
  return word.kind != ClauseKind::other && word.kind != ClauseKind::separator;
}

// A share in thousandths of a percent; of nothing it is nothing.
struct Share {
  uint64_t part = 0, whole = 0;
};

// What is measured: a count, or a share.
struct Measured {
  bool told = false;
  bool share = false;
  uint64_t count = 0;
  Share of;
};

Measured count(uint64_t value) {
  return {true, false, value, {}};
}

Measured share(uint64_t part, uint64_t whole) {
  return {whole > 0, true, 0, {part, whole}};
}

uint64_t ran(const EvidenceReport& report) {
  return report.tests - std::min(report.tests, report.skipped);
}

uint64_t passed(const EvidenceReport& report) {
  return ran(report) - std::min(ran(report), report.failures + report.errors);
}

Measured measure_tests(const EvidenceReport& report, const Expectation& expected) {
  switch (expected.measure) {
    case EvidenceMeasure::any:
    case EvidenceMeasure::passed:
      return expected.percent ? share(passed(report), ran(report)) : count(passed(report));
    case EvidenceMeasure::tests:
      return count(report.tests);
    case EvidenceMeasure::failures:
      return expected.percent ? share(report.failures, ran(report)) : count(report.failures);
    case EvidenceMeasure::errors:
      return expected.percent ? share(report.errors, ran(report)) : count(report.errors);
    case EvidenceMeasure::skipped:
      return expected.percent ? share(report.skipped, report.tests) : count(report.skipped);
    default:
      return {};
  }
}

Measured measure_scan(const EvidenceReport& report, const Expectation& expected) {
  if (expected.percent) return {};
  switch (expected.measure) {
    case EvidenceMeasure::any:
    case EvidenceMeasure::results:
      return count(report.error_results + report.warning_results + report.note_results);
    case EvidenceMeasure::errors:
      return count(report.error_results);
    case EvidenceMeasure::warnings:
      return count(report.warning_results);
    case EvidenceMeasure::notes:
      return count(report.note_results);
    default:
      return {};
  }
}

Measured measure_coverage(const EvidenceReport& report, EvidenceMeasure measure) {
  const Measured lines = share(report.lines_hit, report.lines);
  const Measured branches = share(report.branches_hit, report.branches);
  switch (measure) {
    case EvidenceMeasure::any:
    case EvidenceMeasure::coverage:
      return lines.told ? lines : branches;
    case EvidenceMeasure::line_coverage:
      return lines;
    case EvidenceMeasure::branch_coverage:
      return branches;
    default:
      return {};
  }
}

template <typename Number>
bool holds(Number value, Comparison comparison, Number limit) {
  switch (comparison) {
    case Comparison::at_least:
      return value >= limit;
    case Comparison::more_than:
      return value > limit;
    case Comparison::at_most:
      return value <= limit;
    case Comparison::less_than:
      return value < limit;
    case Comparison::exactly:
      return value == limit;
  }
  return false;
}

// `76.4 %` of tenths.
std::string percent_text(uint64_t tenths) {
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + " %";
}

// To a tenth, on the side of the threshold on which the share is.
std::string share_text(const Share& share, const Expectation& expected, uint64_t limit, bool kept) {
  const uint64_t tenths = share.part * kThousand / share.whole;
  constexpr uint64_t kTenth = kThousand / 10;
  const bool exact = share.part * kThousand == tenths * share.whole;
  if (exact || holds(tenths * kTenth, expected.comparison, limit) == kept)
    return percent_text(tenths);
  return percent_text(tenths + 1);
}

// What the threshold of a share is in thousandths of a percent: 80 and 0.8 may mean 80 %.
uint64_t share_limit(const Expectation& expected) {
  const bool fraction =
      !expected.percent && expected.thousandths > 0 && expected.thousandths < kThousand;
  return fraction ? expected.thousandths * 100 : expected.thousandths;
}

EvidenceJudgement judge_one(const EvidenceReport& report, const Expectation& expected) {
  Measured measured;
  switch (report.format) {
    case EvidenceFormat::junit:
      measured = measure_tests(report, expected);
      break;
    case EvidenceFormat::sarif:
      measured = measure_scan(report, expected);
      break;
    case EvidenceFormat::lcov:
    case EvidenceFormat::cobertura:
      measured = measure_coverage(report, expected.measure);
      break;
  }
  EvidenceJudgement made;
  if (!measured.told) {
    made.doubt = EvidenceDoubt::not_told;
    return made;
  }
  bool kept = false;
  if (measured.share) {
    // A threshold above 1000 % would not fit; nothing reaches it.
    const uint64_t limit = std::min(share_limit(expected), 10 * kWholePercent);
    kept = holds(measured.of.part * kWholePercent, expected.comparison, limit * measured.of.whole);
    made.measured = share_text(measured.of, expected, limit, kept);
  } else {
    kept = holds(measured.count * kThousand, expected.comparison, expected.thousandths);
    made.measured = std::to_string(measured.count);
  }
  made.verdict = kept ? EvidenceVerdict::satisfied : EvidenceVerdict::not_satisfied;
  return made;
}

EvidenceJudgement judge_plain(const EvidenceReport& report) {
  EvidenceJudgement made;
  const auto say = [&](bool good) {
    made.verdict = good ? EvidenceVerdict::satisfied : EvidenceVerdict::not_satisfied;
  };
  switch (report.format) {
    case EvidenceFormat::junit:
      say(ran(report) > 0 && report.failures == 0 && report.errors == 0);
      made.measured = std::to_string(passed(report)) + " / " + std::to_string(ran(report));
      break;
    case EvidenceFormat::sarif:
      say(report.error_results == 0);
      made.measured = std::to_string(report.error_results);
      break;
    case EvidenceFormat::lcov:
    case EvidenceFormat::cobertura: {
      const Measured share = measure_coverage(report, EvidenceMeasure::any);
      made.doubt = share.told ? EvidenceDoubt::no_threshold : EvidenceDoubt::not_told;
      if (share.told) made.measured = percent_text(share.of.part * kThousand / share.of.whole);
      break;
    }
  }
  return made;
}

}  // namespace

std::vector<Expectation> read_expectations(std::string_view text) {
  return read_words(threshold_words(text));
}

std::string find_threshold(std::string_view text) {
  const std::vector<ThresholdWord> words = threshold_words(text);
  std::string covered;  // "Line coverage", until what it has to be comes
  for (size_t from = 0; from < words.size();) {
    if (!may_belong(words[from])) {
      ++from;
      continue;
    }
    size_t to = from;
    bool says = false;  // a comparison, or `no failures`
    bool coverage = false, percent = false;
    while (to < words.size() && may_belong(words[to])) {
      const ClauseKind kind = words[to].kind;
      says = says || kind == ClauseKind::comparison || kind == ClauseKind::none_of ||
             kind == ClauseKind::pass;
      coverage = coverage || kind == ClauseKind::coverage;
      percent = percent || kind == ClauseKind::percent;
      ++to;
    }
    // Words around it that say nothing are no part of it.
    size_t first = from;
    size_t last = to;
    while (first < last && words[first].kind == ClauseKind::filler) ++first;
    while (first < last && words[last - 1].kind == ClauseKind::filler) --last;
    from = to;
    if (first == last) continue;
    const std::string part(
        text.substr(words[first].begin, words[last - 1].end - words[first].begin));
    if (!says) {
      if (coverage) covered = part;
      continue;
    }
    if (names_measure(read_words(Words(words).subspan(first, last - first)))) return part;
    if (covered.empty() || !percent) continue;
    std::string whole = covered + " " + part;
    if (names_measure(read_expectations(whole))) return whole;
  }
  return {};
}

EvidenceWords split_evidence(std::string_view text) {
  text = trim(text);
  // The path is the first word: none that is read has a space, unless the whole is one.
  const size_t space = text.find_first_of(" \t");
  if (space == std::string_view::npos) return {text, {}};
  std::string_view rest = trim(text.substr(space));
  std::string_view path = text.substr(0, space);
  while (!path.empty() && (path.back() == ',' || path.back() == ':')) path.remove_suffix(1);
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
    rest = trim(rest.substr(1, rest.size() - 2));
  if (read_expectations(rest).empty()) return {text, {}};
  return {path, rest};
}

EvidenceJudgement judge_evidence(const EvidenceReport& report, std::string_view expects) {
  if (trim(expects).empty()) return judge_plain(report);
  const std::vector<Expectation> expectations = read_expectations(expects);
  if (expectations.empty()) {
    EvidenceJudgement made = judge_plain(report);
    made.verdict = EvidenceVerdict::unknown;
    made.doubt = EvidenceDoubt::unclear_threshold;
    return made;
  }
  EvidenceJudgement all;
  all.verdict = EvidenceVerdict::satisfied;
  for (const Expectation& expected : expectations) {
    const EvidenceJudgement one = judge_one(report, expected);
    if (!one.measured.empty()) all.measured += (all.measured.empty() ? "" : "; ") + one.measured;
    if (all.verdict == EvidenceVerdict::not_satisfied) continue;
    if (one.verdict == EvidenceVerdict::not_satisfied) all.doubt = EvidenceDoubt::none;
    if (one.verdict != EvidenceVerdict::satisfied) all.verdict = one.verdict;
    if (one.verdict == EvidenceVerdict::unknown) all.doubt = one.doubt;
  }
  return all;
}

}  // namespace milepost
