// Cuts texts into words and counts each once.
#include "render/search_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <variant>

#include "compose/record_layout.h"
#include "markup/html.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr size_t kMostWords = 400;       // different ones of a text
constexpr size_t kFewestWords = 40;      // that even a huge site keeps
constexpr size_t kAllWords = 3'000'000;  // of all texts together
constexpr size_t kLongestLead = 1500;
constexpr size_t kShortestLead = 60;  // bytes; less is no quotation

constexpr uint32_t kHashSeed = 2166136261u;
constexpr uint32_t hash_step(uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 16777619u;  // FNV-1a
}

uint32_t hash_of(std::string_view word) {
  uint32_t hash = kHashSeed;
  for (const char c : word) hash = hash_step(hash, c);
  return hash;
}

// Letters and digits of ASCII in lower case; 0: between words; 1: not ASCII.
constexpr std::array<char, 256> kWordBytes = [] {
  std::array<char, 256> bytes{};
  for (size_t c = '0'; c <= '9'; ++c) bytes[c] = static_cast<char>(c);
  for (size_t c = 'a'; c <= 'z'; ++c) bytes[c] = bytes[c - 'a' + 'A'] = static_cast<char>(c);
  for (size_t c = 0x80; c < 0x100; ++c) bytes[c] = 1;
  return bytes;
}();

bool is_in_word(char32_t value) {
  return is_letter(value) || is_mark(value) || is_number(value);
}

// Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
bool has_no_spaces(char32_t c) {
  return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// A folded word that is not all ASCII: whole, or as pairs where its script has no spaces.
template <typename Take>
void take_folded(std::string_view word, Take&& take) {
  size_t run = 0;           // where the part with spaces begins
  std::string_view before;  // the character before, of a script without spaces
  const auto end_pairs = [&] {
    if (!before.empty()) take(before);
    before = {};
  };
  for (const CodePoint point : CodePoints(word)) {
    const std::string_view character = word.substr(point.offset, point.size);
    if (has_no_spaces(point.value)) {
      if (point.offset > run)
        take(truncate_bytes(word.substr(run, point.offset - run), kLongestWord));
      if (!before.empty())
        take(word.substr(point.offset - before.size(), before.size() + point.size));
      before = character;
      run = point.offset + point.size;
    } else {
      end_pairs();
    }
  }
  end_pairs();
  if (run < word.size()) take(truncate_bytes(word.substr(run), kLongestWord));
}

// The end of the word that begins at `at`, not ASCII only.
size_t end_of_word(std::string_view text, size_t at) {
  while (at < text.size()) {
    const char ascii = kWordBytes[static_cast<unsigned char>(text[at])];
    if (ascii == 0) return at;
    if (ascii != 1) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (!is_in_word(point.value)) return at;
    at += point.size;
  }
  return at;
}

// take(word, its hash): folded, at most kLongestWord bytes; borrowed for the call.
template <typename Take>
void cut_into_words(std::string_view text, Take&& take) {
  std::array<char, kLongestWord> word;
  size_t at = 0;
  while (at < text.size()) {
    const size_t begin = at;
    size_t length = 0;
    uint32_t hash = kHashSeed;
    char byte = 0;
    for (; at < text.size(); ++at) {
      byte = kWordBytes[static_cast<unsigned char>(text[at])];
      if (byte <= 1) break;
      if (length == word.size()) continue;
      word[length++] = byte;
      hash = hash_step(hash, byte);
    }
    if (at < text.size() && byte == 1) {
      const size_t end = end_of_word(text, at);
      if (end > begin) {
        take_folded(search_key(text.substr(begin, end - begin)),
                    [&](std::string_view folded) { take(folded, hash_of(folded)); });
      }
      at = end > begin ? end : at + code_point_at(text, at).size;
    } else if (length > 0) {
      take(std::string_view(word.data(), length), hash);
    } else {
      ++at;
    }
  }
}

// --- what a page shows
// ---------------------------------------------------------------------------------------

void append_gap(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

// Between blocks and cells a dot stands for the end of a sentence that has none.
void append_break(std::string& out) {
  append_gap(out);
  if (out.size() < 2) return;
  const char last = out[out.size() - 2];
  const bool ended = last == '.' || last == ':' || last == ';' || last == '!' || last == '?' ||
                     last == ',' || static_cast<unsigned char>(last) == 0xB7;
  if (!ended) out += "· ";
}

void append_slice(std::string& out, const Tape& tape, TapeSlice slice,
                  std::span<const TapeSlice> skip) {
  const uint32_t end = slice.first + slice.count;
  size_t cut = 0;
  for (uint32_t i = slice.first; i < end; ++i) {
    while (cut < skip.size() && skip[cut].first + skip[cut].count <= i) ++cut;
    if (cut < skip.size() && skip[cut].first <= i) {
      i = skip[cut].first + skip[cut].count - 1;
      append_gap(out);
      continue;
    }
    const TapeNode& node = tape.nodes[i];
    if (node.kind < NodeKind::text) {
      append_break(out);
    } else if (node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break ||
               node.kind == NodeKind::element) {
      append_gap(out);
    }
    if (node.kind == NodeKind::text || node.kind == NodeKind::code ||
        node.kind == NodeKind::code_block) {
      out += tape.text_of(node);
    }
  }
  append_gap(out);
}

void append_text(std::string& out, std::string_view text) {
  if (text.empty()) return;
  append_break(out);
  out += text;
}

void append_value(std::string& out, const View& view, const ViewValue& value, bool in_table) {
  if (std::holds_alternative<std::monostate>(value.data) ||
      std::holds_alternative<ViewWord>(value.data) ||
      std::holds_alternative<ViewParty>(value.data) ||
      std::holds_alternative<ViewUrl>(value.data)) {
    append_text(out, value.text);
  } else if (const auto* reference = std::get_if<ViewReference>(&value.data)) {
    if (reference->target.kind != ViewTargetKind::record) append_text(out, value.text);
  } else if (const auto* markdown = std::get_if<ViewMarkdown>(&value.data)) {
    // Elsewhere it is one of the shown slices.
    if (in_table && markdown->tape != kNoViewTape) {
      append_slice(out, view.tape(markdown->tape), markdown->slice, {});
    }
  } else if (const auto* object = std::get_if<ViewObject>(&value.data)) {
    for (const ViewField& field : object->fields) {
      for (const ViewValue& inner : field.values) append_value(out, view, inner, true);
    }
  }
}

void append_shown(std::string& out, const View& view, const ShownSlice& shown) {
  if (shown.tape == kNoViewTape || shown.slice.count == 0) return;
  append_slice(out, view.tape(shown.tape), shown.slice, shown.skip);
}

// The prose first: what is quoted should read as sentences.
void append_record(std::string& out, const View& view, const ViewRecord& record) {
  for (const ShownSlice& shown : shown_slices(view, record)) append_shown(out, view, shown);
  for (const ViewField& field : record.fields) {
    for (const ViewValue& value : field.values) append_value(out, view, value, false);
  }
  append_text(out, record.status_text);
  append_text(out, record.health_because);
  for (const ViewUnknownField& field : record.unknown) {
    if (!field.in_body) append_text(out, field.text);
  }
}

// At most `most` bytes of the beginning, whole words if they are not too long.
std::string lead_of(std::string_view text, size_t most) {
  if (most == 0) return {};
  std::string lead = shown_line(truncate_bytes(text, 2 * most), most + 1);
  if (lead.size() <= most) return lead;
  const size_t space = lead.rfind(' ', most);
  if (space != std::string::npos && space > most / 2) {
    lead.resize(space);
  } else {
    lead.resize(truncate_characters(truncate_bytes(lead, most), most).size());
  }
  return lead;
}

class TextReader {
 public:
  explicit TextReader(TextLimits limits) : limits_(limits) {}

  void read(std::string_view title, std::string_view text) {
    ++number_;
    size_t count = 0;
    const auto take = [&](std::string_view word, uint32_t hash, bool always) {
      if (!always && count >= limits_.words && result_.cut) return;
      const uint32_t number = result_.table.number_of(word, hash);
      if (number >= seen_.size()) seen_.resize(std::max<size_t>(1024, seen_.size() * 2), 0);
      if (seen_[number] == number_) return;
      if (!always && count >= limits_.words) {
        result_.cut = true;
        return;
      }
      seen_[number] = number_;
      result_.words.push_back(number);
      ++count;
    };
    cut_into_words(title, [&](std::string_view word, uint32_t hash) { take(word, hash, true); });
    cut_into_words(text, [&](std::string_view word, uint32_t hash) { take(word, hash, false); });
    result_.ends.push_back(static_cast<uint32_t>(result_.words.size()));
    result_.leads.push_back(lead_of(text, limits_.lead_bytes));
  }
  TextWords take() { return std::move(result_); }

 private:
  TextLimits limits_;
  TextWords result_;
  std::vector<uint32_t> seen_;  // by word: the last text that had it
  uint32_t number_ = 0;
};

}  // namespace

std::string shown_line(std::string_view text, size_t most) {
  const std::string visible = visible_text(text);
  std::string line;
  line.reserve(std::min(visible.size(), most));
  for (const char c : visible) {
    if (line.size() >= most) break;
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

TermTable::TermTable() : slots_(1024, 0) {}

uint32_t TermTable::number_of(std::string_view word) {
  return number_of(word, hash_of(word));
}

uint32_t TermTable::number_of(std::string_view word, uint32_t hash) {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const uint32_t number = slots_[slot] - 1;
    if (hashes_[number] == hash && this->word(number) == word) return number;
  }
  const uint32_t number = size();
  slots_[slot] = number + 1;
  hashes_.push_back(hash);
  bytes_ += word;
  begins_.push_back(static_cast<uint32_t>(bytes_.size()));
  if (begins_.size() * 2 > slots_.size()) grow();
  return number;
}

void TermTable::grow() {
  std::vector<uint32_t> slots(slots_.size() * 4, 0);
  const size_t mask = slots.size() - 1;
  for (uint32_t number = 0; number < size(); ++number) {
    size_t slot = hashes_[number] & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  slots_ = std::move(slots);
}

TextLimits text_limits(size_t texts) {
  const size_t count = std::max<size_t>(texts, 1);
  // Many texts are short and leave their share to the others.
  const size_t lead = std::min(kLongestLead, 4 * kAllLeads / count);
  return {std::clamp(kAllWords / count, kFewestWords, kMostWords),
          lead < 2 * kShortestLead ? 0 : lead};
}

void shorten_leads(std::vector<TextWords>& parts) {
  std::vector<size_t> sizes;
  for (const TextWords& part : parts) {
    for (const std::string& lead : part.leads) sizes.push_back(lead.size());
  }
  std::ranges::sort(sizes);
  size_t left = kAllLeads;
  size_t most = kLongestLead;
  for (size_t i = 0; i < sizes.size(); ++i) {
    const size_t share = left / (sizes.size() - i);
    if (sizes[i] > share) {
      most = share;
      break;
    }
    left -= sizes[i];
  }
  if (most < kShortestLead) most = 0;
  for (TextWords& part : parts) {
    for (std::string& lead : part.leads) {
      if (lead.size() > most) lead = lead_of(lead, most);
    }
  }
}

TextWords read_texts(const Outline& outline, size_t first, size_t last, TextLimits limits) {
  const View& view = outline.view;
  TextReader reader(limits);
  std::string text;
  for (size_t i = first; i < last; ++i) {
    text.clear();
    if (i < view.records.size()) {
      append_record(text, view, view.records[i]);
      reader.read(view.records[i].title, text);
    } else {
      const ViewPage& page = view.pages[i - view.records.size()];
      append_shown(text, view, shown_slice(view, page));
      reader.read(page.title, text);
    }
  }
  return reader.take();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  cut_into_words(text, [&](std::string_view word, uint32_t) { words.emplace_back(word); });
  return words;
}

}  // namespace milepost
