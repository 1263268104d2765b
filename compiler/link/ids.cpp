// Builds the id table: makes ids unique, then files every spelling of each.
#include "link/ids.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <optional>

#include "link/codes.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestWord = 128;  // a longer one is no id

// An id that is letters and a number: "CIP-0030", "R1", "12".
struct NumberedId {
  std::string_view prefix;
  bool hyphen = false;
  std::string_view digits;
};

std::optional<NumberedId> numbered(std::string_view id) {
  std::size_t letters = 0;
  while (letters < id.size() && is_ascii_alpha(id[letters])) ++letters;
  NumberedId result{id.substr(0, letters), false, id.substr(letters)};
  if (letters > 0 && !result.digits.empty() && result.digits.front() == '-') {
    result.hyphen = true;
    result.digits.remove_prefix(1);
  }
  if (result.digits.empty() || !std::ranges::all_of(result.digits, is_ascii_digit)) return {};
  return result;
}

uint32_t number_of(std::string_view digits) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? value : 0;
}

// Without the zeros in front of a number that follows a letter or a hyphen or begins the id.
std::string without_padding(std::string_view id) {
  std::string out;
  out.reserve(id.size());
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool begins_number = i == 0 || id[i - 1] == '-' || is_ascii_alpha(id[i - 1]);
    if (id[i] == '0' && begins_number) {
      while (i + 1 < id.size() && id[i] == '0' && is_ascii_digit(id[i + 1])) ++i;
    }
    out.push_back(id[i]);
  }
  return out;
}

std::string local_key(FileId file, std::string_view loose) {
  std::string key = std::to_string(static_cast<uint32_t>(file));
  key.push_back('\n');
  key.append(loose);
  return key;
}

// A word that so many records have tells none of them, however many more there are.
constexpr std::size_t kEnoughToBeUnclear = 16;

// The first two characters, any digit as 0, so that padding makes no difference.
std::size_t beginning(std::string_view id) {
  const auto character = [&](std::size_t i) -> std::size_t {
    if (i >= id.size()) return 0;
    return is_ascii_digit(id[i]) ? '0' : static_cast<unsigned char>(id[i]);
  };
  return character(0) << 8 | character(1);
}

bool is_local(const Record& record) {
  return record.short_id != record.id && !record.short_id.empty();
}

// Gives out ids that nobody has, next in their row.
class FreeIds {
 public:
  explicit FreeIds(const std::vector<Record>& records) : records_(records) {}

  // What `record` could be called in its file, or empty if its id has no number.
  std::string next(const Record& record) {
    if (highest_.empty()) count();
    const std::string& shown = is_local(record) ? record.short_id : record.id;
    const std::optional<NumberedId> id = numbered(shown);
    if (!id) return {};
    const uint32_t number = ++highest_[row(record, id->prefix)];
    std::string digits = std::to_string(number);
    if (digits.size() < id->digits.size()) digits.insert(0, id->digits.size() - digits.size(), '0');
    return std::string(id->prefix) + (id->hyphen ? "-" : "") + digits;
  }

 private:
  static std::string row(const Record& record, std::string_view prefix) {
    return local_key(is_local(record) ? record.span.file : kNoFile, prefix);
  }
  void count() {
    for (const Record& record : records_) {
      const auto id = numbered(is_local(record) ? record.short_id : record.id);
      if (!id) continue;
      uint32_t& highest = highest_[row(record, id->prefix)];
      highest = std::max(highest, number_of(id->digits));
    }
  }
  const std::vector<Record>& records_;
  std::unordered_map<std::string, uint32_t> highest_;
};

std::string quoted_title(const Record& record) {
  return record.title.empty() ? std::string() : ", \"" + std::string(record.title) + "\"";
}

void report_same_id(const Record& first, const Record& second, FreeIds& free_ids,
                    const SourceSet& sources, DiagnosticSink& sink) {
  const std::string& shown = is_local(second) ? second.short_id : second.id;
  std::vector<Related> related = {
      {first.id_span, "`" + first.id + "` is first here" + quoted_title(first)}};
  const std::string where = place_text(sources, first.id_span);
  if (second.id_origin == IdOrigin::generated && first.id_origin == IdOrigin::generated) {
    report(sink, kEqualGeneratedIds, Severity::error, second.id_span,
           "two records of this file have the same kind and title" + quoted_title(second) +
               ", so their generated ids are the same; the other is at " + where,
           "give each an `id:`, or titles that differ", std::move(related));
    return;
  }
  const std::string next = free_ids.next(second);
  report(sink, kDuplicateId, Severity::error, second.id_span,
         "`" + shown + "` is the id of two records; the other is at " + where,
         next.empty() ? "give one of them another id; `" + shown + "` leads to the first"
                      : "give one of them another id: `" + next + "` is free",
         std::move(related));
}

}  // namespace

std::string loose_id(std::string_view id) {
  return ascii_lower(without_padding(id));
}

std::string_view id_prefix(std::string_view id) {
  const std::optional<NumberedId> parts = numbered(id);
  return parts ? parts->prefix : std::string_view();
}

IdTable::IdTable(Program& program, const SourceSet& sources, DiagnosticSink& sink)
    : program_(&program), local_files_(sources.files.size(), false) {
  const std::vector<LabelIndex>& labels = program.record_labels;
  if (std::ranges::adjacent_find(labels, std::ranges::not_equal_to()) != labels.end()) {
    fence_.emplace(program);
  }
  make_unique(program, sources, sink);
  const std::vector<Record>& records = program.set.records;
  loose_.reserve(records.size() * 2);
  for (uint32_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const RecordIndex index{i};
    program.by_id.emplace(record.id, index);
    enter(loose_, loose_id(record.id), record.id, index);
    const bool local = is_local(record) && record.span.is_place();
    std::string local_loose;
    if (local) {
      local_loose = loose_id(record.short_id);
      local_files_[static_cast<uint32_t>(record.span.file)] = true;
      enter(local_, local_key(record.span.file, local_loose), record.short_id, index);
      enter(local_anywhere_, local_loose, record.short_id, index);
    } else if (const auto parts = numbered(record.id); parts && parts->hyphen) {
      uint32_t& highest = used_prefixes_[parts->prefix];
      highest = std::max(highest, number_of(parts->digits));
    }
    for (const std::string& alias : record.aliases) {
      std::string alias_loose = loose_id(alias);
      if (local && alias_loose == local_loose) continue;
      enter(loose_, std::move(alias_loose), alias, index);
    }
  }
  for (const Kind& kind : program.kinds().kinds) {
    if (!kind.prefix.empty()) kind_prefixes_.emplace(kind.prefix, kind.id);
  }
}

bool IdTable::may_read(LabelIndex reader, RecordIndex record) const {
  return !fence_ || fence_->open(program_->label_of(record), reader);
}

// No label may crowd out another.
void IdTable::add_once(std::vector<RecordIndex>& records, RecordIndex record) const {
  if (!records.empty() && records.back() == record) return;
  if (records.size() >= kEnoughToBeUnclear) {
    if (!fence_) return;
    const LabelIndex label = program_->label_of(record);
    const auto same = std::ranges::count_if(
        records, [&](RecordIndex other) { return program_->label_of(other) == label; });
    if (static_cast<std::size_t>(same) >= kEnoughToBeUnclear) return;
  }
  records.push_back(record);
}

void IdTable::enter(std::unordered_map<std::string, std::vector<RecordIndex>>& table,
                    std::string key, std::string_view written, RecordIndex record) {
  add_once(table[std::move(key)], record);
  beginnings_.set(beginning(written));
}

void IdTable::make_unique(Program& program, const SourceSet& sources, DiagnosticSink& sink) {
  std::vector<Record>& records = program.set.records;
  FreeIds free_ids(records);
  std::unordered_map<std::string, uint32_t> taken;
  taken.reserve(records.size());
  std::vector<uint32_t> order(records.size());
  for (uint32_t i = 0; i < records.size(); ++i) order[i] = i;
  if (fence_) {
    std::ranges::stable_sort(order, {}, [&](uint32_t i) { return program.record_labels[i]; });
  }
  std::vector<uint32_t> later;
  for (const uint32_t i : order) {
    const auto [at, fresh] = taken.emplace(collision_key(records[i].id), i);
    if (fresh) continue;
    later.push_back(i);
    const Record& first = records[at->second];
    const Record& second = records[i];
    if (first.id == second.id) {
      report_same_id(first, second, free_ids, sources, sink);
      continue;
    }
    const std::string next = free_ids.next(second);
    report(sink, kCollidingIds, Severity::error, second.id_span,
           "`" + second.id + "` and `" + first.id + "` (" + place_text(sources, first.id_span) +
               ") differ only in case or normal form and would be one file",
           next.empty() ? "give one of them an id of its own"
                        : "give one of them an id of its own: `" + next + "` is free",
           {{first.id_span, "`" + first.id + "` is first here" + quoted_title(first)}});
  }
  std::unordered_map<std::string, uint32_t> suffixes;
  for (const uint32_t i : later) {
    const std::string old = records[i].id;
    std::string fresh;
    uint32_t& suffix = suffixes[old];
    do {
      fresh = old + "-" + std::to_string(++suffix + 1);
    } while (!taken.emplace(collision_key(fresh), i).second);
    if (records[i].short_id == old) records[i].short_id = fresh;
    records[i].id = std::move(fresh);
  }
}

IdHit IdTable::best(const std::vector<RecordIndex>& all, std::string_view word,
                    LabelIndex reader) const {
  IdHit hit;
  std::vector<RecordIndex> open;
  if (fence_ && all.size() > 1) {
    std::ranges::copy_if(all, std::back_inserter(open),
                         [&](RecordIndex record) { return may_read(reader, record); });
  }
  const std::vector<RecordIndex>& records = open.empty() ? all : open;
  const std::string bare = without_padding(word);
  const auto match = [&](const std::string& name, IdMatch equal) {
    if (name == word) return equal;
    return without_padding(name) == bare ? IdMatch::padding : IdMatch::letters;
  };
  const std::string loose = ascii_lower(bare);
  for (const RecordIndex index : records) {
    const Record& record = program_->record(index);
    IdMatch own = IdMatch::letters;
    if (loose_id(record.id) == loose) own = std::min(own, match(record.id, IdMatch::exact));
    if (loose_id(record.short_id) == loose) {
      own = std::min(own, match(record.short_id, IdMatch::exact));
    }
    for (const std::string& alias : record.aliases) {
      if (loose_id(alias) == loose) own = std::min(own, match(alias, IdMatch::alias));
    }
    if (hit.records.empty() || own < hit.match) {
      hit = {own, {index}};
    } else if (own == hit.match) {
      hit.records.push_back(index);
    }
  }
  return hit;
}

IdHit IdTable::find(std::string_view word, FileId file, LabelIndex reader) const {
  if (word.empty() || word.size() > kLongestWord) return {};
  std::string loose;
  if (file != kNoFile && has_local_ids(file)) {
    loose = loose_id(word);
    if (const auto found = local_.find(local_key(file, loose)); found != local_.end()) {
      return best(found->second, word, reader);
    }
  }
  if (const RecordIndex exact = program_->find(word);
      exact != kNoRecord && may_read(reader, exact)) {
    return {IdMatch::exact, {exact}};
  }
  if (loose.empty()) loose = loose_id(word);
  const auto found = loose_.find(loose);
  return found == loose_.end() ? IdHit{} : best(found->second, word, reader);
}

std::vector<RecordIndex> IdTable::find_local_elsewhere(std::string_view word) const {
  if (word.size() > kLongestWord) return {};
  const auto found = local_anywhere_.find(loose_id(word));
  return found == local_anywhere_.end() ? std::vector<RecordIndex>() : found->second;
}

RecordIndex IdTable::find_in_prose(std::string_view word, FileId file, LabelIndex reader) const {
  if (!beginnings_.test(beginning(word))) return kNoRecord;
  if (file == kNoFile || !has_local_ids(file)) {
    const RecordIndex exact = program_->find(word);
    if (exact != kNoRecord && may_read(reader, exact)) return exact;
  }
  const IdHit hit = find(word, file, reader);
  const bool told = hit.match != IdMatch::none && hit.match != IdMatch::letters;
  return told && hit.records.size() == 1 ? hit.records.front() : kNoRecord;
}

bool IdTable::is_prefix(std::string_view prefix) const {
  return kind_prefixes_.contains(prefix) || used_prefixes_.contains(prefix);
}

}  // namespace milepost
