// An automaton over words (Aho and Corasick's).
#include "redact/hidden_names.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

// Of names that may be told: one number for each kind.
constexpr uint32_t kSeen = 0xFFFFFFF0;
constexpr uint32_t kNone = 0xFFFFFFFF;

uint32_t seen_mark(NameKind kind) {
  return kSeen + static_cast<uint32_t>(kind);
}

bool is_word(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
  std::size_t begin = 0, end = 0;
};

// The next word of `text` from `at`; an empty one at the end.
Word word_from(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_word(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_word(text[at])) ++at;
  return {begin, at};
}

std::string_view between_words(std::string_view text) {
  while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_word(text.back())) text.remove_suffix(1);
  return text;
}

// A power of two of slots; the product spreads neighbours over all of them.
std::size_t slot(uint64_t edge, std::size_t slots) {
  return static_cast<std::size_t>((edge * 0x9E3779B97F4A7C15u) >> 32) & (slots - 1);
}

uint64_t edge(uint32_t state, uint32_t word) {
  return (uint64_t{state} << 32) | word;
}

}  // namespace

HiddenNames::HiddenNames() : states_(1) {}

uint32_t HiddenNames::state_of(std::string_view text, bool make) {
  uint32_t state = 0;
  for (Word word = word_from(text, 0); word.begin < word.end; word = word_from(text, word.end)) {
    std::string lower = ascii_lower(text.substr(word.begin, word.end - word.begin));
    if (!make && !words_.contains(lower)) return kNone;
    const uint32_t number =
        words_.emplace(std::move(lower), static_cast<uint32_t>(words_.size())).first->second;
    const auto known = edges_.find(edge(state, number));
    if (known != edges_.end()) {
      state = known->second;
      continue;
    }
    if (!make) return kNone;
    const auto made = static_cast<uint32_t>(states_.size());
    edges_.emplace(edge(state, number), made);
    states_[state].goes_on = true;
    State fresh;
    fresh.depth = states_[state].depth + 1;
    fresh.before = state;
    fresh.word = number;
    states_.push_back(std::move(fresh));
    state = made;
  }
  return state;
}

void HiddenNames::add(HiddenName name) {
  name.text = between_words(name.text);
  if (name.text.empty()) return;
  const uint32_t state = state_of(name.text, true);
  states_[state].names.push_back(static_cast<uint32_t>(names_.size()));
  names_.push_back(std::move(name));
}

void HiddenNames::add_seen(NameKind kind, std::string_view text) {
  text = between_words(text);
  if (text.empty()) return;
  State& state = states_[state_of(text, true)];
  std::erase_if(state.names, [&](uint32_t i) {
    if (i >= kSeen) return false;
    if (kind == NameKind::title) return names_[i].kind == NameKind::title;
    return fits(names_[i], text);
  });
  const uint32_t mark = seen_mark(kind);
  if (std::ranges::find(state.names, mark) == state.names.end()) state.names.push_back(mark);
}

void HiddenNames::finish() {
  first_.assign(words_.size(), 0);
  for (const auto& [from, to] : edges_) {
    if (from >> 32 == 0) first_[from & 0xFFFFFFFF] = to;
  }
  table_.assign(std::bit_ceil(edges_.size() * 2 + 1), {});
  for (const auto& [from, to] : edges_) {
    std::size_t at = slot(from, table_.size());
    while (table_[at].second != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = {from, to};
  }
  // By depth, so that the state that a failure leads to is done before.
  uint32_t deepest = 0;
  for (const State& state : states_) deepest = std::max(deepest, state.depth);
  std::vector<uint32_t> begins(deepest + 2);
  for (const State& state : states_) ++begins[state.depth + 1];
  for (uint32_t depth = 0; depth <= deepest; ++depth) begins[depth + 1] += begins[depth];
  std::vector<uint32_t> order(states_.size());
  for (uint32_t i = 0; i < states_.size(); ++i) order[begins[states_[i].depth]++] = i;
  for (const uint32_t i : order) {
    State& state = states_[i];
    if (i == 0) continue;
    state.fail = state.before == 0 ? 0 : next(states_[state.before].fail, state.word);
    const State& fail = states_[state.fail];
    state.shorter = fail.names.empty() ? fail.shorter : state.fail;
  }
}

uint32_t HiddenNames::follow(uint64_t edge) const {
  std::size_t at = slot(edge, table_.size());
  while (table_[at].second != 0 && table_[at].first != edge) at = (at + 1) & (table_.size() - 1);
  return table_[at].second;
}

uint32_t HiddenNames::next(uint32_t state, uint32_t word) const {
  while (state != 0) {
    if (states_[state].goes_on) {
      if (const uint32_t known = follow(edge(state, word)); known != 0) return known;
    }
    state = states_[state].fail;
  }
  return first_[word];
}

bool HiddenNames::fits(const HiddenName& name, std::string_view written) const {
  return name.kind == NameKind::title || iequals(name.text, written);
}

std::vector<NameHit> HiddenNames::find(std::string_view text) const {
  std::vector<NameHit> hits;
  if (names_.empty()) return hits;
  std::vector<NameHit> seen;
  std::vector<uint32_t> begins;  // of the words so far
  uint32_t state = 0;
  std::string lower;
  for (Word word = word_from(text, 0); word.begin < word.end; word = word_from(text, word.end)) {
    begins.push_back(static_cast<uint32_t>(word.begin));
    lower.assign(text, word.begin, word.end - word.begin);
    for (char& c : lower) c = ascii_lower(c);
    const auto known = words_.find(lower);
    if (known == words_.end()) {
      state = 0;
      continue;
    }
    state = next(state, known->second);
    for (uint32_t ends = state; ends != 0; ends = states_[ends].shorter) {
      const uint32_t begin = begins[begins.size() - states_[ends].depth];
      const auto end = static_cast<uint32_t>(word.end);
      for (const uint32_t name : states_[ends].names) {
        if (name >= kSeen) {
          seen.push_back({begin, end, name});
        } else if (fits(names_[name], text.substr(begin, end - begin))) {
          hits.push_back({begin, end, name});
        }
      }
    }
  }
  // What stands inside a longer name of something that is seen is part of that name, if it is of
  // its kind: an id in a title that is seen is told. Ends of `seen` rise; of those that end behind
  // a hit the earliest beginning decides.
  std::vector<uint32_t> earliest(seen.size());
  for (std::size_t i = seen.size(); i-- > 0;) {
    earliest[i] = i + 1 < seen.size() ? std::min(seen[i].begin, earliest[i + 1]) : seen[i].begin;
  }
  std::erase_if(hits, [&](const NameHit& hit) {
    auto from = std::ranges::lower_bound(seen, hit.end, {}, &NameHit::end);
    for (; from != seen.end(); ++from) {
      if (earliest[static_cast<std::size_t>(from - seen.begin())] > hit.begin) return false;
      const bool longer = from->end - from->begin > hit.end - hit.begin;
      const bool alike = from->name == seen_mark(names_[hit.name].kind);
      if (longer && alike && from->begin <= hit.begin) return true;
    }
    return false;
  });
  return hits;
}

}  // namespace milepost
