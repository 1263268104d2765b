// Finds what a misspelled reference may have meant.
#include "link/suggest.h"

#include <span>
#include <utility>

#include "link/codes.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::size_t kMostLooks = 4'000'000;  // some seconds at the very worst
constexpr std::size_t kLongestWord = 120;
constexpr std::size_t kMostCharactersOfTitle = 60;
constexpr std::size_t kMostLookedAt = 12;
constexpr std::size_t kMostNamed = 3;

enum class Slip : uint8_t {
  slip,       // letters, a digit too many or too few, two that changed places
  neighbour,  // one digit for another: in a row of numbered ids each has a dozen of such
  far,        // several digits for others: another id altogether
};

Slip slip_between(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return Slip::slip;
  std::size_t different = 0;
  std::size_t first = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] == b[i]) continue;
    if (!is_ascii_digit(a[i]) || !is_ascii_digit(b[i])) return Slip::slip;
    ++different;
    first = i;
  }
  const bool swapped = different == 2 && first + 1 < a.size() && a[first] == b[first + 1] &&
                       a[first + 1] == b[first];
  if (swapped) return Slip::slip;
  return different == 1 ? Slip::neighbour : Slip::far;
}

// The few of `best` that are worth naming: slips, else neighbours if there are not many.
std::vector<std::size_t> telling(std::string_view word, std::span<const std::string_view> words,
                                 const std::vector<std::size_t>& best) {
  std::vector<std::size_t> slips, neighbours;
  for (const std::size_t i : best) {
    const Slip slip = slip_between(word, words[i]);
    if (slip == Slip::slip && slips.size() < kMostNamed) slips.push_back(i);
    if (slip == Slip::neighbour) neighbours.push_back(i);
  }
  if (neighbours.size() > kMostNamed) neighbours.clear();
  return slips.empty() ? neighbours : slips;
}

}  // namespace

std::string Suggester::named(RecordIndex index) const {
  const Record& record = program_->record(index);
  std::string out = "`" + record.id + "`";
  const std::string place =
      place_text(*sources_, record.id_span.is_place() ? record.id_span : record.span);
  std::string title(truncate_characters(record.title, kMostCharactersOfTitle));
  if (title.size() < record.title.size()) title += "…";
  if (!title.empty()) title = "\"" + title + "\"";
  if (place.empty() && title.empty()) return out;
  return out + " (" + place + (place.empty() || title.empty() ? "" : ", ") + title + ")";
}

std::string Suggester::help(std::string_view word, FileId file) {
  if (word.empty() || word.size() > kLongestWord) return {};
  const bool local = file != kNoFile && ids_->has_local_ids(file);
  std::string key(word);
  if (local) key += "\n" + std::to_string(static_cast<uint32_t>(file));
  const auto [at, fresh] = known_.emplace(std::move(key), std::string());
  if (fresh) at->second = search(word, file);
  return at->second;
}

std::string Suggester::search(std::string_view word, FileId file) {
  const std::vector<Record>& records = program_->set.records;
  if (looks_ + 2 * records.size() > kMostLooks) return {};
  looks_ += 2 * records.size();

  const std::vector<RecordIndex> elsewhere = ids_->find_local_elsewhere(word);
  if (!elsewhere.empty()) {
    return "`" + std::string(word) + "` is an id of another file: write " +
           named(elsewhere.front()) +
           (elsewhere.size() > 1 ? ", or the one you mean of others" : "");
  }
  if (words_.empty()) {
    for (const Record& record : records) {
      words_.push_back(record.id);
      titles_.push_back(record.title);
    }
  }
  std::vector<std::size_t> best = telling(word, words_, nearest(word, words_, kMostLookedAt));
  if (best.empty() && file != kNoFile && ids_->has_local_ids(file)) {
    std::vector<std::string_view> local(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (records[i].span.file == file) local[i] = records[i].short_id;
    }
    best = telling(word, local, nearest(word, local, kMostLookedAt));
  }
  if (best.empty()) best = nearest(word, titles_, kMostNamed);
  std::string out;
  for (const std::size_t i : best) {
    out += out.empty() ? "did you mean " : i == best.back() ? " or " : ", ";
    out += named(RecordIndex{static_cast<uint32_t>(i)});
  }
  if (!out.empty()) out += "?";
  return out;
}

}  // namespace milepost
