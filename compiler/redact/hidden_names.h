// Finds the names of hidden things in texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace milepost {

/// What a name is of: how it is spoken of, and how exactly it has to be written.
enum class NameKind : uint8_t { id, title, path, email };

struct HiddenName {
  NameKind kind = NameKind::id;
  std::string text;
  uint32_t what = 0;  // a number of the caller's
};

struct NameHit {
  uint32_t begin = 0, end = 0;  // bytes of the text
  uint32_t name = 0;            // in order of add()
};

/// Many names, looked for in one pass over a text whatever their number: an automaton over words.
/// Case of ASCII letters does not matter; a title is the same words in order, the others have to be
/// written as they are. A name inside a longer one of its kind that may be told (`R-1` in `R-1-2`)
/// is none.
class HiddenNames {
 public:
  HiddenNames();

  void add(HiddenName name);
  /// Of something that is seen. The same text added as hidden means nothing then.
  void add_seen(NameKind kind, std::string_view text);
  /// After the last name.
  void finish();

  bool empty() const { return names_.empty(); }
  const HiddenName& name(uint32_t i) const { return names_[i]; }
  /// In order of their ends. Linear in the text, but for the hits of names inside names.
  std::vector<NameHit> find(std::string_view text) const;

 private:
  struct State {
    uint32_t fail = 0;
    uint32_t shorter = 0;         // the next state on the way of `fail` that ends a name; 0: none
    uint32_t depth = 0;           // words
    uint32_t before = 0;          // without the last of them
    uint32_t word = 0;            // that one
    bool goes_on = false;         // longer names begin like this
    std::vector<uint32_t> names;  // or marks of kinds: something seen is called so
  };

  uint32_t state_of(std::string_view text, bool make);
  uint32_t next(uint32_t state, uint32_t word) const;
  uint32_t follow(uint64_t edge) const;  // 0: there is none
  bool fits(const HiddenName& name, std::string_view written) const;

  std::vector<HiddenName> names_;
  std::vector<State> states_;
  std::unordered_map<std::string, uint32_t> words_;
  std::vector<uint32_t> first_;  // by word: the state of names that begin with it; 0: none
  std::unordered_map<uint64_t, uint32_t> edges_;
  /// The same once they are all known: open addressing, at most half full. An edge leads to no 0.
  std::vector<std::pair<uint64_t, uint32_t>> table_;
};

}  // namespace milepost
