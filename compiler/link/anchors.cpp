// Collects the anchors of tapes that something leads into.
#include "link/anchors.h"

#include <algorithm>

#include "link/paths.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr uint32_t kNoTape = 0xFFFFFFFF;
constexpr std::string_view kGitHubMark = "user-content-";

}  // namespace

std::string_view attribute_of(const Tape& tape, uint32_t element, std::string_view name) {
  const uint32_t end = element + tape.nodes[element].size;
  for (uint32_t i = element + 1; i < end && tape.nodes[i].kind == NodeKind::attribute; ++i) {
    const std::string_view text = tape.text_of(tape.nodes[i]);
    if (text.size() > name.size() && text[name.size()] == '=' && text.starts_with(name)) {
      return text.substr(name.size() + 1);
    }
  }
  return {};
}

AnchorTable::AnchorTable(Program& program) : program_(program) {
  // The tape of a file's body comes before those of its values.
  for (uint32_t i = 0; i < program.set.tapes.size(); ++i) {
    const FileId file = program.set.tapes[i].file;
    if (file == kNoFile) continue;
    const auto number = static_cast<uint32_t>(file);
    if (bodies_.size() <= number) bodies_.resize(number + 1, kNoTape);
    if (bodies_[number] == kNoTape) bodies_[number] = i;
  }
}

const AnchorTable::Anchors& AnchorTable::of(uint32_t number) {
  const auto [at, fresh] = tapes_.try_emplace(number);
  Anchors& anchors = at->second;
  if (!fresh) return anchors;
  const Tape& tape = program_.set.tapes[number];
  const auto add = [&](uint32_t node, std::string name) {
    std::string key = collision_key(name);
    if (anchors.hits.contains(key)) return;
    const std::string& kept = program_.set.strings.emplace_back(std::move(name));
    anchors.hits.emplace(std::move(key), Hit{node, kept});
    anchors.names.push_back(kept);
  };
  for (HeadingAnchor& heading : heading_anchors(tape)) {
    add(heading.node, std::move(heading.anchor));
  }
  for (uint32_t i = 0; i < tape.nodes.size(); ++i) {
    if (tape.nodes[i].kind != NodeKind::element) continue;
    for (const std::string_view name : {"id", "name"}) {
      const std::string_view value = attribute_of(tape, i, name);
      if (!value.empty()) add(i, std::string(value));
    }
  }
  return anchors;
}

std::optional<AnchorTable::Hit> AnchorTable::find(uint32_t tape, std::string_view fragment) {
  if (tape >= program_.set.tapes.size()) return {};
  const Anchors& anchors = of(tape);
  std::string decoded = percent_decoded(fragment);
  for (int tries = 0; tries < 2; ++tries) {
    const auto found = anchors.hits.find(collision_key(decoded));
    if (found != anchors.hits.end()) return found->second;
    if (!decoded.starts_with(kGitHubMark)) break;
    decoded.erase(0, kGitHubMark.size());
  }
  return {};
}

std::string AnchorTable::suggest(uint32_t tape, std::string_view fragment) {
  if (tape >= program_.set.tapes.size()) return {};
  const Anchors& anchors = of(tape);
  constexpr std::size_t kMostLooks = 1'000'000;
  if (looks_ > kMostLooks) return {};
  looks_ += anchors.names.size();
  const std::string decoded = percent_decoded(fragment);
  const std::vector<std::size_t> best = nearest(decoded, anchors.names, 1);
  if (!best.empty()) return std::string(anchors.names[best.front()]);
  // `#motivation` for "Motivation: why this is needed", if no other heading begins so.
  std::string longer;
  for (const std::string_view name : anchors.names) {
    if (!istarts_with(name, decoded + "-")) continue;
    if (!longer.empty()) return {};
    longer = name;
  }
  return longer;
}

}  // namespace milepost
