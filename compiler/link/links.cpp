// Merges raw links and files them by both ends.
#include "link/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "link/codes.h"
#include "text/ascii.h"

namespace milepost {
namespace {

std::optional<DependencyType> dependency_of(const RawLink& link) {
  if (link.reference == nullptr) return {};
  const std::string_view word = link.reference->dependency;
  if (iequals(word, "FS")) return DependencyType::finish_start;
  if (iequals(word, "SS")) return DependencyType::start_start;
  if (iequals(word, "FF")) return DependencyType::finish_finish;
  if (iequals(word, "SF")) return DependencyType::start_finish;
  return {};
}

uint64_t pair_key(RecordIndex a, RecordIndex b) {
  const auto low = static_cast<uint64_t>(std::min(a, b));
  const auto high = static_cast<uint64_t>(std::max(a, b));
  return low << 32 | high;
}

auto raw_key(const RawLink& link) {
  return std::tie(link.from, link.type, link.to);
}

// Lower is seen by more readers; of labels beside the order nothing is known.
int openness(LabelIndex label) {
  if (label == kPublicLabel) return 0;
  if (label == kInternalLabel) return 1;
  return label == kRestrictedLabel ? 3 : 2;
}

std::string relation_text(const Program& program, const Link& link) {
  return "`" + program.record(link.from).id + "` " +
         ascii_lower(program.kinds().link_type(link.type).label) + " `" +
         program.record(link.to).id + "`";
}

class Merger {
 public:
  Merger(Program& program, DiagnosticSink& sink) : program_(program), sink_(sink) {}

  // [first, last) have one from, type and to, in the order written.
  void merge(const RawLink* first, const RawLink* last) {
    const std::size_t begin = program_.links.size();
    for (const RawLink* raw = first; raw != last; ++raw) {
      if (const auto said = dependency_of(*raw)) add(*raw, *said, begin);
    }
    for (const RawLink* raw = first; raw != last; ++raw) {
      if (dependency_of(*raw)) continue;
      const bool any = program_.links.size() > begin;
      add(*raw, any ? program_.links[begin].dependency : DependencyType::finish_start, begin);
    }
    if (program_.links.size() - begin < 2) return;
    std::sort(program_.links.begin() + static_cast<std::ptrdiff_t>(begin), program_.links.end(),
              [](const Link& a, const Link& b) { return a.dependency < b.dependency; });
  }

 private:
  void add(const RawLink& raw, DependencyType dependency, std::size_t begin) {
    for (std::size_t i = begin; i < program_.links.size(); ++i) {
      Link& link = program_.links[i];
      if (link.dependency == dependency) return join(link, raw);
    }
    Link& link = program_.links.emplace_back();
    link.from = raw.from;
    link.to = raw.to;
    link.type = raw.type;
    link.dependency = dependency;
    if (raw.reference != nullptr) {
      link.lag = raw.reference->lag;
      link.delay = raw.reference->delay;
    }
    link.at = raw.at;
    link.from_prose = raw.reference == nullptr;
    far_.push_back(raw.at_far_end);
  }

  void join(Link& link, const RawLink& raw) {
    if (raw.reference == nullptr) {
      if (openness(raw.at.label) < openness(link.at.label)) link.at = raw.at;
      return;
    }
    const std::size_t index = static_cast<std::size_t>(&link - program_.links.data());
    const bool same_end = far_[index] == raw.at_far_end;
    if (same_end || link.also_at.span.is_place()) {
      report(sink_, kNamedTwice, Severity::note, raw.at.span,
             relation_text(program_, link) + " is written twice", "remove one of the two",
             {{link.at.span, "first written here"}});
      return;
    }
    const std::optional<Duration>& lag = raw.reference->lag;
    const std::optional<Estimate>& delay = raw.reference->delay;
    const bool lags = link.lag && lag && !(*link.lag == *lag);
    const bool delays = link.delay && delay && !(*link.delay == *delay);
    if (lags || delays) {
      report(sink_, kEndsDisagree, Severity::warning, raw.at.span,
             "the two ends of " + relation_text(program_, link) + " give it different " +
                 (lags ? "lags" : "delays"),
             "write it at one end only", {{link.at.span, "the other end"}});
    }
    link.also_at = raw.at;
    if (far_[index]) {
      std::swap(link.at, link.also_at);
      far_[index] = false;
      if (lag) link.lag = lag;
      if (delay) link.delay = delay;
    }
    if (!link.lag) link.lag = lag;
    if (!link.delay) link.delay = delay;
  }

  Program& program_;
  DiagnosticSink& sink_;
  std::vector<bool> far_;  // by link: `at` is its far end
};

// Of raw links in order.
void merge(Program& program, std::vector<RawLink> raw, DiagnosticSink& sink) {
  std::unordered_set<uint64_t> related;
  related.reserve(raw.size());
  for (const RawLink& link : raw) {
    if (link.reference != nullptr) related.insert(pair_key(link.from, link.to));
  }
  std::erase_if(raw, [&](const RawLink& link) {
    return link.reference == nullptr && related.contains(pair_key(link.from, link.to));
  });

  program.links.clear();
  program.links.reserve(raw.size());
  Merger merger(program, sink);
  for (std::size_t begin = 0; begin < raw.size();) {
    std::size_t end = begin + 1;
    while (end < raw.size() && raw_key(raw[end]) == raw_key(raw[begin])) ++end;
    merger.merge(raw.data() + begin, raw.data() + end);
    begin = end;
  }

  const std::size_t records = program.set.records.size();
  program.links_out.assign(records + 1, 0);
  program.links_in.assign(records + 1, 0);
  for (const Link& link : program.links) {
    ++program.links_out[static_cast<uint32_t>(link.from) + 1];
    ++program.links_in[static_cast<uint32_t>(link.to) + 1];
  }
  for (std::size_t i = 0; i < records; ++i) {
    program.links_out[i + 1] += program.links_out[i];
    program.links_in[i + 1] += program.links_in[i];
  }
  program.incoming.resize(program.links.size());
  for (uint32_t i = 0; i < program.incoming.size(); ++i) program.incoming[i] = i;
  std::stable_sort(program.incoming.begin(), program.incoming.end(), [&](uint32_t a, uint32_t b) {
    const Link& x = program.links[a];
    const Link& y = program.links[b];
    return std::tie(x.to, x.type, x.from) < std::tie(y.to, y.type, y.from);
  });
}

}  // namespace

void build_links(Program& program, std::vector<RawLink> raw, DiagnosticSink& sink) {
  std::stable_sort(raw.begin(), raw.end(),
                   [](const RawLink& a, const RawLink& b) { return raw_key(a) < raw_key(b); });
  program.raw_links = std::move(raw);
  merge(program, program.raw_links, sink);
}

void build_links_of(Program& program, const std::vector<bool>& some) {
  std::vector<RawLink> raw;
  for (std::size_t i = 0; i < program.raw_links.size(); ++i) {
    if (some[i]) raw.push_back(program.raw_links[i]);
  }
  DiagnosticSink said;  // of the whole
  merge(program, std::move(raw), said);
  find_cycles(program, said);
}

}  // namespace milepost
