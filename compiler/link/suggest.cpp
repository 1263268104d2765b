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

// True if the two differ in nothing but one digit put for another: in a row of numbered ids each
// has a dozen of such neighbours.
bool is_neighbour(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (!is_ascii_digit(a[i]) || !is_ascii_digit(b[i])) return false;
    ++different;
  }
  if (different != 2) return true;
  // Two that changed places are a slip of the pen, not a neighbour.
  std::size_t i = 0;
  while (a[i] == b[i]) ++i;
  return !(i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i]);
}

// The few of `best` that are worth naming.
std::vector<std::size_t> telling(std::string_view word, std::span<const std::string_view> words,
                                 std::vector<std::size_t> best) {
  const std::size_t found = best.size();
  std::vector<std::size_t> slips;
  for (const std::size_t i : best) {
    if (!is_neighbour(word, words[i])) slips.push_back(i);
  }
  if (!slips.empty()) {
    best = std::move(slips);
  } else if (found > kMostNamed) {
    best.clear();
  }
  if (best.size() > kMostNamed) best.resize(kMostNamed);
  return best;
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
