// Makes a program's links anew from what an audience may read.
#include "redact/visible_links.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "link/links.h"
#include "redact/redaction.h"

namespace milepost {
namespace {

auto key(const Link& link) {
  return std::tie(link.from, link.type, link.to, link.dependency);
}

}  // namespace

VisibleLinks::VisibleLinks(Program& program, Analysis& analysis, const Audience& audience)
    : program_(program), analysis_(analysis) {
  const Redaction redaction(program, audience);
  std::vector<bool> shown;
  shown.reserve(program.raw_links.size());
  for (const RawLink& link : program.raw_links) shown.push_back(redaction.shows(link));
  anything_ = std::ranges::find(shown, false) != shown.end();
  if (!anything_) return;
  links_ = std::move(program.links);
  links_out_ = std::move(program.links_out);
  incoming_ = std::move(program.incoming);
  links_in_ = std::move(program.links_in);
  build_links_of(program, shown);
  edge_links_ = analysis.schedule.edge_links;
  for (uint32_t& number : analysis.schedule.edge_links) {
    if (number == kNoNode) continue;
    const auto same = std::ranges::lower_bound(program.links, key(links_[number]), {}, key);
    const bool kept = same != program.links.end() && key(*same) == key(links_[number]);
    number = kept ? static_cast<uint32_t>(same - program.links.begin()) : kNoNode;
  }
}

VisibleLinks::~VisibleLinks() {
  if (!anything_) return;
  program_.links = std::move(links_);
  program_.links_out = std::move(links_out_);
  program_.incoming = std::move(incoming_);
  program_.links_in = std::move(links_in_);
  analysis_.schedule.edge_links = std::move(edge_links_);
}

}  // namespace milepost
