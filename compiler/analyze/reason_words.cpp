// Reads owners and next steps.
#include "analyze/reason_words.h"

#include <array>
#include <string_view>
#include <utility>

namespace milepost {
namespace {

bool set_owner(const NamedValues& values, const Analysis& analysis, RecordIndex about,
               ReadyReason& reason) {
  const RecordFacts& facts = analysis.of(about);
  reason.who = facts.owner;
  if (facts.owner != kNoPerson) return true;
  const Value* owner = values.first(about, "owner");
  if (owner != nullptr) {
    NamedParty party = values.party(owner);
    reason.team = party.team;
    if (party.team == kNoTeam) reason.who_text = std::move(party.text);
    return true;
  }
  reason.team = facts.team;
  return facts.team != kNoTeam;
}

}  // namespace

void set_who(const NamedValues& values, const Analysis& analysis, RecordIndex about,
             RecordIndex release, ReadyReason& reason) {
  if (!set_owner(values, analysis, about, reason) && about != release) {
    set_owner(values, analysis, release, reason);
  }
}

std::string how_of(const NamedValues& values, RecordIndex about) {
  static constexpr std::array<std::string_view, 4> kFields = {"next_step", "resolution",
                                                              "mitigation", "notes"};
  for (const std::string_view field : kFields) {
    std::string words = values.words(values.first(about, field));
    if (!words.empty()) return shortened(std::move(words));
  }
  return {};
}

std::string shortened(std::string text) {
  constexpr std::size_t kMost = 300;
  if (text.size() <= kMost) return text;
  std::size_t end = text.rfind(' ', kMost - 4);
  if (end == std::string::npos || end < kMost / 2) {
    end = kMost - 4;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  text.resize(end);
  return text + " …";
}

}  // namespace milepost
