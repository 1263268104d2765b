// Tells what an audience sees of one record.
#include "redact/sight.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "redact/cut_tape.h"
#include "redact/published_texts.h"
#include "redact/redaction.h"

namespace milepost {
namespace {

class SightMaker {
 public:
  SightMaker(const Program& program, const SourceSet& sources, const Analysis& analysis,
             const Audience& audience, RecordIndex index)
      : program_(program),
        sources_(sources),
        analysis_(analysis),
        audience_(audience),
        redaction_(program, audience),
        index_(index),
        record_(program.record(index)) {}

  Sight make() {
    out_.id = record_.id;
    out_.title = record_.title;
    out_.kind = program_.kinds().kind(record_.kind).name;
    out_.label = label_name(program_.label_of(index_));
    out_.why = why_label();
    out_.span = record_.span;
    out_.visible = redaction_.shows(index_);
    if (out_.visible) {
      read_fields(record_.fields, {});
      read_body(record_.body);
    } else {
      find_traces();
      find_dates();
    }
    return std::move(out_);
  }

 private:
  std::string label_name(LabelIndex label) const {
    return program_.labels[static_cast<size_t>(label)];
  }

  // The order of link/labels.cpp.
  std::string why_label() const {
    const Kind& kind = program_.kinds().kind(record_.kind);
    const FieldId field = program_.kinds().field_of(record_.kind, Role::visibility);
    if (!record_.visibility.empty()) {
      const bool written = field != kNoField && record_.value(field) != nullptr;
      return written ? "it says so itself"
                     : "the region or the rule of `records:` it stands under says so";
    }
    if (out_.label == "internal") return "nothing says otherwise";
    if (out_.label == kind.visibility) return "its kind has that label";
    return "its status has that label";
  }

  std::string name_of(const Target& target) const {
    if (target.kind == TargetKind::record) {
      return program_.record(RecordIndex{target.index}).short_id;
    }
    if (target.kind == TargetKind::page) {
      return sources_.file(program_.set.pages[target.index].file).text.path();
    }
    return {};
  }

  void add_reference(const Target& target, Span span, bool in_prose) {
    std::string name = name_of(target);
    if (name.empty()) return;
    const bool shown = redaction_.shows(target);
    out_.references.push_back({std::move(name), state(shown, in_prose), span});
  }

  SightState state(bool shown, bool in_prose) const {
    if (shown) return SightState::kept;
    return in_prose && !audience_.omit ? SightState::replaced : SightState::left_out;
  }

  // Objects nest as deep as kinds are defined.
  void read_fields(const std::vector<FieldValue>& fields, const std::string& prefix) {
    for (const FieldValue& field : fields) {
      const Field& info = program_.kinds().field(field.field);
      const std::string name = prefix + info.name;
      const bool shown = redaction_.shows(field.field);
      std::string why;
      if (!shown) {
        why = "the field is `" + label_name(program_.label_of(field.field)) + "`";
      }
      out_.fields.push_back({name, shown, std::move(why)});
      if (!shown) continue;
      for (const Value& value : field.values) {
        const auto to = program_.resolved.find(&value);
        if (to != program_.resolved.end()) add_reference(to->second, value.span, false);
        if (const auto* text = std::get_if<MarkdownText>(&value.data)) read_body(*text);
        const auto* object = std::get_if<Object>(&value.data);
        if (object != nullptr && prefix.size() < 200) read_fields(object->fields, name + ".");
      }
    }
  }

  void read_body(const MarkdownText& text) {
    if (text.slice.count == 0 || text.tape >= program_.set.tapes.size()) return;
    const Tape& tape = program_.set.tapes[text.tape];
    const std::vector<bool> hidden = hidden_nodes(tape, program_, redaction_);
    const uint32_t end = text.slice.first + text.slice.count;
    for (uint32_t i = text.slice.first; i < end; ++i) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind != NodeKind::region) continue;
      const std::string_view label = tape.text_of(node);
      out_.regions.push_back(
          {std::string(label), redaction_.shows(program_.label(label)), tape.span_of(node)});
    }
    if (text.tape >= program_.references.size()) return;
    for (const TapeReference& one : program_.references[text.tape]) {
      if (one.node < text.slice.first || one.node >= end) continue;
      if (!hidden.empty() && hidden[one.node]) continue;
      const Span span = tape.span_of(tape.nodes[one.node]);
      const bool exact = one.length > 0 && span.size() == tape.nodes[one.node].text_length;
      add_reference(one.target, exact ? sub_span(span, one.offset, one.length) : span, true);
    }
  }

  void find_traces() {
    const PublishedTexts published(program_, sources_, redaction_, audience_);
    for (const PublishedReference& one : published.to_hidden()) {
      if (one.target.record() != index_) continue;
      out_.traces.push_back({{}, state(false, one.in_prose), one.span});
    }
    std::ranges::sort(out_.traces, {}, &SightReference::span);
  }

  // What waits for it the longest, through other hidden work, too.
  void find_dates() {
    const Schedule& schedule = analysis_.schedule;
    // By item: does what it waits for lead here? Each is asked once.
    enum class Answer : uint8_t { unknown, asked, yes, no };
    std::vector<Answer> leads(schedule.items.size(), Answer::unknown);
    std::vector<uint32_t> way;
    for (uint32_t i = 0; i < schedule.items.size(); ++i) {
      way.clear();
      uint32_t at = i;
      Answer answer = Answer::no;
      for (;;) {
        if (leads[at] != Answer::unknown) {
          answer = leads[at] == Answer::asked ? Answer::no : leads[at];
          break;
        }
        leads[at] = Answer::asked;
        way.push_back(at);
        const RecordIndex driver = schedule.items[at].driver;
        if (driver == index_) {
          answer = Answer::yes;
          break;
        }
        const ScheduleItem* next = driver == kNoRecord ? nullptr : schedule.item(driver);
        if (next == nullptr) break;
        at = static_cast<uint32_t>(next - schedule.items.data());
      }
      for (const uint32_t one : way) leads[one] = answer;
    }
    for (uint32_t i = 0; i < schedule.items.size(); ++i) {
      const ScheduleItem& item = schedule.items[i];
      if (leads[i] != Answer::yes || !item.dated || !redaction_.shows(item.record)) continue;
      out_.dates.push_back({program_.record(item.record).short_id, item.finish});
    }
  }

  const Program& program_;
  const SourceSet& sources_;
  const Analysis& analysis_;
  const Audience& audience_;
  Redaction redaction_;
  RecordIndex index_;
  const Record& record_;
  Sight out_;
};

}  // namespace

Sight sight_of(const Program& program, const SourceSet& sources, const Analysis& analysis,
               const Audience& audience, RecordIndex record) {
  return SightMaker(program, sources, analysis, audience, record).make();
}

}  // namespace milepost
