// The diagnostic codes of link/ by name, and short ways to report them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/source_set.h"

namespace milepost {

inline constexpr uint16_t kUnknownReference = 201;
inline constexpr uint16_t kDuplicateId = 202;
inline constexpr uint16_t kCollidingIds = 203;
inline constexpr uint16_t kEqualGeneratedIds = 204;
inline constexpr uint16_t kAmbiguousReference = 205;
inline constexpr uint16_t kTextForReference = 206;
inline constexpr uint16_t kTentativeReference = 207;
inline constexpr uint16_t kIdWrittenDifferently = 208;
inline constexpr uint16_t kWrongKind = 209;
inline constexpr uint16_t kSelfReference = 210;
inline constexpr uint16_t kCycle = 211;
inline constexpr uint16_t kUnknownDateAnchor = 212;
inline constexpr uint16_t kDateCycle = 213;
inline constexpr uint16_t kAnchorWithoutDate = 214;
inline constexpr uint16_t kNamedTwice = 215;
inline constexpr uint16_t kEndsDisagree = 216;
inline constexpr uint16_t kUnknownGate = 217;
inline constexpr uint16_t kUnknownGateItem = 218;
inline constexpr uint16_t kBrokenLink = 220;
inline constexpr uint16_t kBrokenAnchor = 221;
inline constexpr uint16_t kMissingAsset = 222;
inline constexpr uint16_t kLinkOutside = 223;
inline constexpr uint16_t kLinkToExcluded = 224;
inline constexpr uint16_t kLinkToFolder = 225;
inline constexpr uint16_t kLinkWrittenDifferently = 226;
inline constexpr uint16_t kLinkToSource = 227;
inline constexpr uint16_t kEmptyLink = 228;
inline constexpr uint16_t kUnknownMention = 230;
inline constexpr uint16_t kUnknownLabel = 240;
inline constexpr uint16_t kAmbiguousPerson = 241;
inline constexpr uint16_t kNoSuchCover = 242;

inline void report(DiagnosticSink& sink, uint16_t code, Severity severity, Span span,
                   std::string message, std::string help, std::vector<Related> related = {}) {
  sink.report({code, severity, span, std::move(message), std::move(help), std::move(related)});
}

/// "dependencies.yaml:22", as a message names a place; empty for no place.
inline std::string place_text(const SourceSet& sources, Span span) {
  if (!span.is_place()) return {};
  const SourceText& text = sources.file(span.file).text;
  return sources.display_prefix + text.path() + ":" +
         std::to_string(text.position(span.begin).line);
}

}  // namespace milepost
