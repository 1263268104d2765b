// Reads decisions as people write them into tables.
#include "analyze/sign_off_words.h"

#include <array>
#include <string>

#include "text/words.h"

namespace milepost {
namespace {

struct Beginning {
  std::string_view words;
  SignOffWord meaning;
};

// The longer ones first.
constexpr std::array<Beginning, 27> kBeginnings = {{
    {"approved with", SignOffWord::conditional},
    {"approved if", SignOffWord::conditional},
    {"approved subject to", SignOffWord::conditional},
    {"go with", SignOffWord::conditional},
    {"go if", SignOffWord::conditional},
    {"yes if", SignOffWord::conditional},
    {"signed with", SignOffWord::conditional},
    {"subject to", SignOffWord::conditional},
    {"condition", SignOffWord::conditional},
    {"no go", SignOffWord::no_go},
    {"nogo", SignOffWord::no_go},
    {"not approved", SignOffWord::no_go},
    {"not yet", SignOffWord::pending},
    {"not signed", SignOffWord::pending},
    {"reject", SignOffWord::no_go},
    {"refus", SignOffWord::no_go},
    {"declin", SignOffWord::no_go},
    {"denied", SignOffWord::no_go},
    {"veto", SignOffWord::no_go},
    {"approv", SignOffWord::go},
    {"signed", SignOffWord::go},
    {"accept", SignOffWord::go},
    {"agree", SignOffWord::go},
    {"pending", SignOffWord::pending},
    {"wait", SignOffWord::pending},
    {"request", SignOffWord::pending},
    {"in review", SignOffWord::pending},
}};

}  // namespace

SignOffWord sign_off_word(const Kinds& kinds, std::string_view text) {
  if (text.empty()) return SignOffWord::none;
  const std::string words = normalize_label(text);
  for (const std::string_view whole : {text, std::string_view(words)}) {
    switch (kinds.find_check(whole)) {
      case CheckWord::passed:
        return SignOffWord::go;
      case CheckWord::failed:
        return SignOffWord::no_go;
      case CheckWord::partial:
        // Half a signature is none yet.
        return words.find("condition") != std::string::npos ? SignOffWord::conditional
                                                            : SignOffWord::pending;
      case CheckWord::pending:
      case CheckWord::not_applicable:
        return SignOffWord::pending;
      case CheckWord::none:
        break;
    }
  }
  if (words.empty()) return SignOffWord::none;
  for (const Beginning& beginning : kBeginnings) {
    if (words.starts_with(beginning.words)) return beginning.meaning;
  }
  const size_t end = words.find(' ');
  if (end == std::string::npos) return SignOffWord::none;
  return sign_off_word(kinds, std::string_view(words).substr(0, end));
}

}  // namespace milepost
