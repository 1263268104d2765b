// Look-ups in a Program.
#include "link/program.h"

#include <algorithm>

namespace milepost {

LabelIndex Program::label(std::string_view name) const {
  const auto found = std::find(labels.begin(), labels.end(), name);
  if (found == labels.end()) return kRestrictedLabel;
  return LabelIndex{static_cast<uint8_t>(found - labels.begin())};
}

std::span<const Link> Program::outgoing(RecordIndex i) const {
  const auto r = static_cast<uint32_t>(i);
  return std::span(links).subspan(links_out[r], links_out[r + 1] - links_out[r]);
}

std::span<const uint32_t> Program::incoming_links(RecordIndex i) const {
  const auto r = static_cast<uint32_t>(i);
  return std::span(incoming).subspan(links_in[r], links_in[r + 1] - links_in[r]);
}

RecordIndex Program::find(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? kNoRecord : found->second;
}

RecordIndex Program::record_of(const Value& reference) const {
  const auto found = resolved.find(&reference);
  return found == resolved.end() ? kNoRecord : found->second.record();
}

Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

}  // namespace milepost
