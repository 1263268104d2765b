// Gates a release may name: the library of gates.yaml and those of a program (docs/readiness.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace milepost {

/// Keys of items are slugs of at most this length.
inline constexpr std::size_t kLongestKey = 40;

/// An item that a release with this gate has, whether it writes it or not. All as written.
struct GateItemTemplate {
  std::string key;   // unique in its gate
  std::string text;  // what has to hold
  bool advisory = false;
  std::string condition;  // `touches_pii`: what has to be true of the release for it to apply
  std::string owner;      // a role of `roles:`, or a person
  std::string due;        // a date, `target - 7d`
  std::string evidence, expect, notes;
  Span span;  // no place if it is of the library
};

struct GateTemplate {
  std::string key, title;             // `testing`, "Testing"
  std::vector<std::string> synonyms;  // other headings it goes by
  std::string condition, owner, due;
  std::vector<GateItemTemplate> items;
  /// Its items are given by the sign-offs of a release that has any.
  bool signed_off = false;
  bool own = false;  // the program defines it or adds to it
  Span span;         // of the program's definition
};

/// A name for several gates.
struct GateSet {
  std::string key;
  std::vector<std::string> gates;  // keys of gates
  bool own = false;
  Span span;
};

struct GateLibrary {
  std::vector<GateTemplate> gates;
  std::vector<GateSet> sets;

  /// By key, title or synonym as normalize_label (text/words.h) compares words; nullptr if there is
  /// none. Linear in the words: ask once a heading.
  const GateTemplate* gate(std::string_view word) const;
  const GateSet* set(std::string_view word) const;
};

}  // namespace milepost
