// Finds the label of every record, page and region.
#include "link/labels.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "link/codes.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

class Labels {
 public:
  Labels(Program& program, DiagnosticSink& sink) : program_(program), sink_(sink) {
    program_.labels = {"public", "internal", "restricted"};
    for (const std::string& own : program_.set.settings.labels) {
      if (program_.labels.size() < 255 && !known(own)) program_.labels.push_back(own);
    }
  }

  bool known(std::string_view name) const {
    return std::find(program_.labels.begin(), program_.labels.end(), name) != program_.labels.end();
  }

  LabelIndex read(std::string_view name, Span span) {
    if (!known(name)) report_unknown(name, span);
    return program_.label(name);
  }

  void check(std::string_view name, Span span) {
    if (!known(name)) report_unknown(name, span);
  }

 private:
  void report_unknown(std::string_view name, Span span) {
    // What a file says of all its records is said once.
    if (span == said_ && span.end > span.begin) return;
    said_ = span;
    const std::vector<std::string_view> words(program_.labels.begin(), program_.labels.end());
    const std::vector<std::size_t> near = nearest(name, words, 1);
    std::string help;
    if (!near.empty()) {
      help = "did you mean `" + std::string(words[near.front()]) + "`? ";
    } else {
      help = "write one of ";
      for (std::size_t i = 0; i < words.size(); ++i) {
        help += (i == 0 ? "`" : i + 1 == words.size() ? " or `" : ", `");
        help += std::string(words[i]) + "`";
      }
      help += ", or add it to `labels:` in program.yaml; ";
    }
    report(sink_, kUnknownLabel, Severity::error, span,
           "`" + std::string(name) + "` is no visibility label",
           help + "until then it counts as `restricted`");
  }

  Program& program_;
  DiagnosticSink& sink_;
  Span said_;
};

bool restricted_by_status(const Kinds& kinds, const Record& record) {
  const FieldId field = kinds.field_of(record.kind, Role::status);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  const StatusWord* word = value ? std::get_if<StatusWord>(&value->data) : nullptr;
  const std::vector<Status>& statuses = kinds.kind(record.kind).statuses;
  StatusId status = word ? word->status : kNoStatus;
  if (value == nullptr && !statuses.empty()) status = StatusId{0};
  return status != kNoStatus && static_cast<std::size_t>(status) < statuses.size() &&
         statuses[static_cast<std::size_t>(status)].restricted;
}

}  // namespace

void resolve_labels(Program& program, DiagnosticSink& sink) {
  Labels labels(program, sink);
  const Kinds& kinds = program.kinds();
  const Settings& settings = program.set.settings;
  for (const AudienceEntry& audience : settings.audiences) {
    for (const std::string& name : audience.sees) labels.check(name, audience.span);
  }
  for (const RecordsRule& rule : settings.records) {
    if (!rule.visibility.empty()) labels.check(rule.visibility, rule.span);
  }
  const auto from_rule = [&](std::string_view name) {
    return std::any_of(settings.records.begin(), settings.records.end(),
                       [&](const RecordsRule& rule) { return rule.visibility == name; });
  };

  for (const Field& field : kinds.fields) {
    // A label that is none counts as restricted; it is reported where the kinds are read.
    program.field_labels.push_back(field.visibility.empty() ? kNoLabel
                                                            : program.label(field.visibility));
  }
  program.record_labels.reserve(program.set.records.size());
  for (const Record& record : program.set.records) {
    const Kind& kind = kinds.kind(record.kind);
    LabelIndex label = kInternalLabel;
    if (!record.visibility.empty()) {
      const FieldId field = kinds.field_of(record.kind, Role::visibility);
      const Value* written = field == kNoField ? nullptr : record.value(field);
      if (written != nullptr) {
        labels.check(written->text, written->span);
        label = program.label(record.visibility);
      } else {
        // Of the region or rule around it, which is reported where that is written.
        label = program.label(record.visibility);
      }
    } else if (restricted_by_status(kinds, record)) {
      label = kRestrictedLabel;
    } else if (!kind.visibility.empty()) {
      label = program.label(kind.visibility);
    }
    program.record_labels.push_back(label);
  }

  program.page_labels.reserve(program.set.pages.size());
  for (const Page& page : program.set.pages) {
    if (page.visibility.empty()) {
      program.page_labels.push_back(kInternalLabel);
    } else if (from_rule(page.visibility)) {
      program.page_labels.push_back(program.label(page.visibility));
    } else {
      program.page_labels.push_back(labels.read(page.visibility, Span{page.file, 0, 0}));
    }
  }

  for (const Tape& tape : program.set.tapes) {
    for (const TapeNode& node : tape.nodes) {
      if (node.kind == NodeKind::region) labels.check(tape.text_of(node), tape.span_of(node));
    }
  }
}

LabelFence::LabelFence(const Program& program) : count_(program.labels.size()) {
  open_.assign(count_ * count_, false);
  // What each site shows: a plain build, one for everybody, and one for each audience.
  std::vector<std::vector<bool>> sites(2 + program.set.settings.audiences.size(),
                                       std::vector<bool>(count_, false));
  sites[0][static_cast<std::size_t>(kPublicLabel)] = true;
  sites[0][static_cast<std::size_t>(kInternalLabel)] = true;
  sites[1].assign(count_, true);
  for (std::size_t a = 0; a < program.set.settings.audiences.size(); ++a) {
    for (const std::string& name : program.set.settings.audiences[a].sees) {
      sites[a + 2][static_cast<std::size_t>(program.label(name))] = true;
    }
  }
  const std::size_t built_in = static_cast<std::size_t>(kRestrictedLabel) + 1;
  for (std::size_t from = 0; from < count_; ++from) {
    for (std::size_t what = 0; what < count_; ++what) {
      // Of a label beside the order only the public one is known to lie below.
      const bool ordered = what == from || what == static_cast<std::size_t>(kPublicLabel) ||
                           (from < built_in && what < from);
      open_[from * count_ + what] =
          ordered && std::all_of(sites.begin(), sites.end(), [&](const std::vector<bool>& site) {
            return !site[from] || site[what];
          });
    }
  }
}

}  // namespace milepost
