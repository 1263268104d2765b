// Gives the canonical words of values.
#include "render/model_words.h"

#include <array>
#include <variant>

namespace milepost {

std::string_view phase_word(ViewPhase phase) {
  constexpr std::array<std::string_view, 4> words = {"waiting", "doing", "done", "dropped"};
  return words[static_cast<size_t>(phase)];
}

std::string_view health_key(ViewHealth health) {
  constexpr std::array<std::string_view, 7> words = {
      "", "not_started", "on_track", "at_risk", "off_track", "blocked", "complete"};
  return words[static_cast<size_t>(health)];
}

std::string_view party_key(const View& view, const ViewParty& party, std::string_view words) {
  if (party.person != kNoViewPerson) return view.person(party.person).key;
  if (party.team != kNoViewTeam) return view.team(party.team).key;
  return words;
}

std::string model_text(const View& view, const ViewValue& value) {
  if (const auto* date = std::get_if<ViewDate>(&value.data)) return to_iso(date->point);
  if (const auto* when = std::get_if<ViewWhen>(&value.data)) {
    return when->point ? to_iso(*when->point) : value.text;
  }
  if (const auto* time = std::get_if<DateTime>(&value.data)) {
    return to_iso(*time, view.program.zone);
  }
  if (const auto* word = std::get_if<ViewWord>(&value.data)) return word->word;
  if (const auto* health = std::get_if<ViewHealthWord>(&value.data)) {
    return std::string(health_key(health->health));
  }
  if (const auto* party = std::get_if<ViewParty>(&value.data)) {
    return std::string(party_key(view, *party, value.text));
  }
  if (const auto* reference = std::get_if<ViewReference>(&value.data)) {
    const ViewTarget& target = reference->target;
    if (target.kind == ViewTargetKind::record) return view.records[target.index].id;
    return target.kind == ViewTargetKind::page ? view.pages[target.index].path : value.text;
  }
  if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
    return plain_text(view.tape(markdown->tape), markdown->slice);
  }
  return value.text;
}

}  // namespace milepost
