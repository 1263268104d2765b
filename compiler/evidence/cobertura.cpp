// Counts the lines and branches of Cobertura XML.
#include "evidence/cobertura.h"

#include <algorithm>

#include "text/ascii.h"

namespace milepost {
namespace {

// "50% (1/2)": covered and all.
std::optional<std::pair<uint64_t, uint64_t>> read_conditions(std::string_view text) {
  const size_t open = text.find('(');
  const size_t slash = text.find('/', open == std::string_view::npos ? 0 : open);
  const size_t close = text.find(')', slash == std::string_view::npos ? 0 : slash);
  if (open == std::string_view::npos || slash == std::string_view::npos ||
      close == std::string_view::npos) {
    return std::nullopt;
  }
  const auto covered = read_count(text.substr(open + 1, slash - open - 1));
  const auto all = read_count(text.substr(slash + 1, close - slash - 1));
  if (!covered || !all || *covered > *all) return std::nullopt;
  return std::pair(*covered, *all);
}

// What was counted, unless the report says something worse or nothing was counted.
void settle(uint64_t& all, uint64_t& hit, std::optional<uint64_t> of_10000,
            std::optional<uint64_t> covered, std::optional<uint64_t> valid) {
  constexpr uint64_t kWhole = 10'000;
  constexpr uint64_t kRounding = 100;  // a point
  if (all == 0) {
    if (covered && valid && *valid > 0) {
      all = *valid;
      hit = std::min(*covered, *valid);
    } else if (of_10000 && !valid) {
      all = kWhole;
      hit = *of_10000;
    }
    return;
  }
  if (of_10000 && hit * kWhole > (*of_10000 + kRounding) * all) hit = all * *of_10000 / kWhole;
}

}  // namespace

std::optional<uint64_t> CoberturaReader::count(const XmlAttributes& attributes,
                                               std::string_view name) {
  const auto written = attributes.find(name);
  if (!written || trim(*written).empty()) return std::nullopt;
  const std::optional<uint64_t> read = read_count(*written);
  if (!read) {
    refuse("has " + quoted_evidence(*written) + " for `" + std::string(name) +
           "`, which is no count");
  }
  return read;
}

std::optional<uint64_t> CoberturaReader::rate(const XmlAttributes& attributes,
                                              std::string_view name) {
  const auto written = attributes.find(name);
  // Of no branches some tools write a rate that is no number.
  if (!written || trim(*written).empty() || iequals(trim(*written), "nan")) return std::nullopt;
  const std::optional<uint64_t> read = read_rate(*written);
  if (!read) {
    refuse("has " + quoted_evidence(*written) + " for `" + std::string(name) +
           "`, which is no share from 0 to 1");
  }
  return read;
}

void CoberturaReader::open_report(const XmlAttributes& attributes) {
  lines_ = {rate(attributes, "line-rate"), count(attributes, "lines-covered"),
            count(attributes, "lines-valid")};
  branches_ = {rate(attributes, "branch-rate"), count(attributes, "branches-covered"),
               count(attributes, "branches-valid")};
  if (const auto written = attributes.find("timestamp")) {
    counted_.written = read_day(*written, true);
    if (!counted_.written) counted_.written = read_day(*written, false);
  }
}

void CoberturaReader::line(const XmlAttributes& attributes) {
  const auto written = attributes.find("hits");
  if (!written) return refuse("has a line without `hits`");
  const std::string_view hits = trim(*written);
  if (hits.empty() || !std::ranges::all_of(hits, is_ascii_digit)) {
    return refuse("has " + quoted_evidence(hits) + " for `hits`, which is no count");
  }
  add_count(counted_.lines, 1);
  if (hits.find_first_not_of('0') != std::string_view::npos) add_count(counted_.lines_hit, 1);
  if (!iequals(attributes.find("branch").value_or(""), "true")) return;
  const auto conditions = attributes.find("condition-coverage");
  if (!conditions) return;
  if (const auto counts = read_conditions(*conditions)) {
    add_count(counted_.branches_hit, counts->first);
    add_count(counted_.branches, counts->second);
  }
}

void CoberturaReader::begin(std::string_view element, const XmlAttributes& attributes) {
  if (open_.empty()) {
    open_report(attributes);
  } else if (open_.size() == 1 && element == "project") {
    refuse("is a report of Clover, which is not read; convert it to Cobertura or lcov");
  } else if (element == "line" && open_.size() >= 2 && open_.back() == "lines" &&
             open_[open_.size() - 2] == "class") {
    line(attributes);
  }
  open_.emplace_back(element);
}

void CoberturaReader::end(std::string_view) {
  open_.pop_back();
}

EvidenceReport CoberturaReader::report() const {
  EvidenceReport made = counted_;
  made.format = EvidenceFormat::cobertura;
  settle(made.lines, made.lines_hit, lines_.of_10000, lines_.covered, lines_.valid);
  // A report without branches says `branch-rate="0"`, or 1: that is not measured.
  const bool rate_of_none = !branches_.valid && made.branches == 0;
  settle(made.branches, made.branches_hit, rate_of_none ? std::nullopt : branches_.of_10000,
         branches_.covered, branches_.valid);
  return made;
}

}  // namespace milepost
