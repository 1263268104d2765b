// Spells values in one way.
#include "compare/meaning.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

class Speller {
 public:
  Speller(const View& view, const RecordMatch* to_after, bool words)
      : view_(view), to_after_(to_after), words_(words) {}

  std::string spell(const ViewFieldInfo& info, const ViewValue& value) {
    info_ = &info;
    value_ = &value;
    out_ += static_cast<char>('a' + static_cast<int>(value.data.index()));
    std::visit(*this, value.data);
    return std::move(out_);
  }

  void operator()(std::monostate) {
    if (info_->type == "duration" || info_->type == "estimate" || info_->type == "effort") {
      const EstimateParse read =
          parse_estimate(value_->text, view_.working_time.duration_context());
      if (read.value) {
        for (const Duration& part :
             {read.value->optimistic, read.value->likely, read.value->pessimistic}) {
          add(part);
        }
        if (words_) out_ += normalize_spaces(value_->text.substr(read.consumed));
        return;
      }
    }
    out_ += words_ ? normalize_spaces(value_->text) : plain_meaning(value_->text);
  }
  void operator()(const ViewDate& date) { add(date.date); }
  void operator()(const ViewWhen& when) {
    if (when.anchor == kNoViewRecord) {
      out_ += normalize_spaces(value_->text);
      return;
    }
    // "M-GA - 5d": the name of the record may be another by now.
    const std::string& id = view_.record(when.anchor).id;
    const std::string& short_id = view_.record(when.anchor).short_id;
    std::string text = ascii_lower(normalize_spaces(value_->text));
    for (const std::string& name : {ascii_lower(id), ascii_lower(short_id)}) {
      if (!text.starts_with(name)) continue;
      text.erase(0, name.size());
      break;
    }
    add(when.anchor);
    for (const char c : text) {
      if (c != ' ') out_ += c;
    }
  }
  void operator()(const DateTime& time) { add(time.utc_seconds); }
  void operator()(const ViewLevel& level) {
    add(int64_t{level.level});
    beside();
  }
  void operator()(const ViewNumber& number) {
    char digits[32];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number.value).ptr);
  }
  void operator()(bool yes) { out_ += yes ? 'y' : 'n'; }
  void operator()(const ViewMoney& money) {
    out_ += money.currency;
    add(money.hundredths);
  }
  void operator()(const ViewWord& word) { out_ += word.word; }
  void operator()(const ViewHealthWord& word) {
    add(static_cast<int64_t>(word.health));
    beside();
  }
  void operator()(const ViewParty& party) {
    const std::string_view key = party_key(view_, party);
    if (key.empty()) {
      out_ += ascii_lower(normalize_spaces(value_->text));
    } else {
      (out_ += '@') += key;
    }
  }
  void operator()(const ViewReference& reference) {
    const ViewTarget& target = reference.target;
    switch (target.kind) {
      case ViewTargetKind::record:
        add(ViewRecordId{target.index});
        break;
      case ViewTargetKind::page:
        (out_ += '/') += view_.pages[target.index].path;
        break;
      case ViewTargetKind::asset:
        (out_ += '/') += view_.assets[target.index].path;
        break;
      case ViewTargetKind::external:
        break;
      case ViewTargetKind::heading:
      case ViewTargetKind::none:
        out_ += normalize_spaces(value_->text);
        break;
    }
    (out_ += '#') += target.fragment;
    add(reference.detail);
    const bool named = target.kind == ViewTargetKind::page ||
                       target.kind == ViewTargetKind::asset ||
                       target.kind == ViewTargetKind::external;
    if (named) beside();  // a record goes by its id
  }
  void operator()(const ViewMarkdown& markdown) {
    if (markdown.tape == kNoViewTape) return;
    const std::string text = shown_meaning(view_.tape(markdown.tape), markdown.slice, {});
    out_ += words_ ? text : plain_meaning(text);
  }
  void operator()(const ViewUrl&) { out_ += normalize_spaces(value_->text); }
  void operator()(const ViewObject& object) {
    // By name: the order of keys says nothing.
    std::vector<std::string> parts;
    for (const ViewField& field : object.fields) {
      const ViewFieldInfo& info = view_.field(field.field);
      std::string part = info.name + "\x1F";
      for (const ViewValue& value : field.values) {
        part += Speller(view_, to_after_, words_).spell(info, value) + "\x1E";
      }
      parts.push_back(std::move(part));
    }
    std::ranges::sort(parts);
    for (const std::string& part : parts) (out_ += part) += '\x1D';
    if (object.fields.empty()) out_ += normalize_spaces(value_->text);
  }

 private:
  void add(int64_t number) { (out_ += std::to_string(number)) += ' '; }
  void add(const Duration& duration) {
    add(duration.minutes);
    out_ += duration.kind == TimeKind::wall ? 'w' : 'd';
  }
  void add(const DateValue& date) {
    add(int64_t{date.first.days});
    if (!date.is_day()) add(int64_t{date.last.days});
  }
  void add(ViewRecordId id) {
    const ViewRecordId later = to_after_ == nullptr ? id : to_after_->after(id);
    if (later == kNoViewRecord) {
      (out_ += '-') += view_.record(id).id;
    } else {
      (out_ += '+') += std::to_string(number(later));
    }
    out_ += ' ';
  }
  void add(const ViewLinkDetail& detail) {
    if (detail.empty()) return;
    add(static_cast<int64_t>(detail.relation));
    out_ += detail.tentative ? '?' : '!';
    if (detail.lag) add(*detail.lag);
    out_ += '|';
    if (detail.delay) {
      add(detail.delay->optimistic);
      add(detail.delay->likely);
      add(detail.delay->pessimistic);
    }
  }
  void beside() {
    if (words_) (out_ += ' ') += normalize_spaces(value_->text);
  }

  const View& view_;
  const RecordMatch* to_after_;  // null: this is the later View
  bool words_;
  std::string out_;
  const ViewFieldInfo* info_ = nullptr;
  const ViewValue* value_ = nullptr;
};

// Their number follows from where they stand.
bool is_numbered(NodeKind kind) {
  return kind == NodeKind::list || kind == NodeKind::footnote ||
         kind == NodeKind::footnote_reference;
}

}  // namespace

bool same_nodes(const Tape& before, TapeSlice was, const Tape& after, TapeSlice now) {
  if (was.count != now.count || was.first + was.count > before.nodes.size() ||
      now.first + now.count > after.nodes.size()) {
    return false;
  }
  for (uint32_t i = 0; i < was.count; ++i) {
    const TapeNode& one = before.nodes[was.first + i];
    const TapeNode& other = after.nodes[now.first + i];
    if (one.kind != other.kind || one.level != other.level || one.flags != other.flags ||
        one.size != other.size) {
      return false;
    }
    if (!is_numbered(one.kind) && before.text_of(one) != after.text_of(other)) return false;
  }
  return true;
}

std::string Meanings::of_before(const ViewFieldInfo& info, const ViewValue& value,
                                bool words) const {
  return Speller(before_, &match_, words).spell(info, value);
}

std::string Meanings::of_after(const ViewFieldInfo& info, const ViewValue& value,
                               bool words) const {
  return Speller(after_, nullptr, words).spell(info, value);
}

Sameness Meanings::compare(const ViewFieldInfo& info, const ViewValue& before,
                           const ViewValue& after) const {
  // Nearly always nothing changed, and prose is most of what there is.
  const auto* const was = std::get_if<ViewMarkdown>(&before.data);
  const auto* const now = std::get_if<ViewMarkdown>(&after.data);
  if (was != nullptr && now != nullptr && was->tape != kNoViewTape && now->tape != kNoViewTape &&
      same_nodes(before_.tape(was->tape), was->slice, after_.tape(now->tape), now->slice)) {
    return Sameness::same;
  }
  if (of_before(info, before, true) == of_after(info, after, true)) return Sameness::same;
  const bool same = of_before(info, before, false) == of_after(info, after, false);
  return same ? Sameness::wording : Sameness::different;
}

int32_t working_days(const Meanings& meanings, Date from, Date to) {
  const View& before = meanings.before();
  const View& after = meanings.after();
  const View& later = before.program.as_of > after.program.as_of ? before : after;
  return static_cast<int32_t>(later.working_time.between(from, to));
}

std::string plain_meaning(std::string_view text) {
  std::string out;
  bool letters = false;
  bool gap = false;
  for (const char c : text) {
    const bool other = static_cast<unsigned char>(c) >= 0x80;
    if (!is_ascii_alnum(c) && !other) {
      gap = !out.empty();
      continue;
    }
    letters = letters || other || is_ascii_alpha(c);
    if (gap) out += ' ';
    gap = false;
    out += ascii_lower(c);
  }
  return letters ? out : normalize_spaces(text);
}

std::string shown_meaning(const Tape& tape, TapeSlice slice, const std::vector<TapeSlice>& cuts) {
  std::string out;
  std::vector<uint32_t> ends;  // of what is open around the node
  size_t cut = 0;
  const uint32_t end = slice.first + slice.count;
  for (uint32_t i = slice.first; i < end && i < tape.nodes.size();) {
    while (!ends.empty() && ends.back() <= i) {
      ends.pop_back();
      out += '\x04';
    }
    while (cut < cuts.size() && cuts[cut].first + cuts[cut].count <= i) ++cut;
    if (cut < cuts.size() && i >= cuts[cut].first) {
      i = cuts[cut].first + cuts[cut].count;
      continue;
    }
    const TapeNode& node = tape.nodes[i];
    // Pages do not show where a region begins and ends: an empty one may be all that a cut left.
    if (node.kind == NodeKind::region) {
      ++i;
      continue;
    }
    if (node.size > 1) ends.push_back(i + node.size);
    ++i;
    if (node.kind == NodeKind::soft_break) {
      out += ' ';
      continue;
    }
    if (node.kind != NodeKind::text) {
      const int flags = node.flags & ~(kTight | kChecked);
      out += '\x02';
      out += static_cast<char>('A' + static_cast<int>(node.kind));
      if (node.level != 0) out += std::to_string(node.level);
      if (flags != 0) (out += '/') += std::to_string(flags);
      out += '\x03';
    }
    if (!is_numbered(node.kind)) out += tape.text_of(node);
  }
  return normalize_spaces(out);
}

}  // namespace milepost
