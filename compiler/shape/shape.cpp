// Shapes every file on its own, then joins what they gave in file order.
#include "shape/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "shape/codes.h"
#include "shape/context.h"
#include "shape/spellings.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

// Gives tapes that the file made their place among all tapes. Objects nest as deep as the kinds
// say, so the values are walked with a list of what is left.
class TapeNumbers {
 public:
  explicit TapeNumbers(uint32_t first_made) : first_made_(first_made) {}

  void renumber(Record& record) {
    set(record.body.tape);
    for (CheckItem& item : record.checks) {
      set(item.tape);
      todo_.push_back(&item.attributes);
    }
    todo_.push_back(&record.fields);
    while (!todo_.empty()) {
      std::vector<FieldValue>& fields = *todo_.back();
      todo_.pop_back();
      for (FieldValue& field : fields) {
        for (Value& value : field.values) renumber(value);
      }
    }
  }

 private:
  void renumber(Value& value) {
    if (auto* markdown = std::get_if<MarkdownText>(&value.data)) set(markdown->tape);
    if (auto* object = std::get_if<Object>(&value.data)) todo_.push_back(&object->fields);
  }
  void set(uint32_t& tape) const {
    if (tape >= kMadeTape) tape = first_made_ + (tape - kMadeTape);
  }

  uint32_t first_made_;
  std::vector<std::vector<FieldValue>*> todo_;
};

void shape_document(FileWork& work, const Document& document) {
  switch (document.kind) {
    case SourceKind::markdown:
      shape_markdown_file(work, document);
      return;
    case SourceKind::program:
    case SourceKind::yaml:
      shape_yaml_file(work, document);
      return;
    case SourceKind::asset:
    case SourceKind::unread:
      return;
  }
}

// Records past the limit are left out, with one message at the first of them.
void keep_limit(RecordSet& set, DiagnosticSink& sink) {
  const std::size_t limit = set.settings.limits.records;
  if (set.records.size() <= limit) return;
  sink.report({code::too_many_records,
               Severity::error,
               set.records[limit].span,
               fmt::format("the program has {} records, more than the {} that are allowed",
                           set.records.size(), limit),
               "leave files out with `exclude:` in program.yaml, or split the program",
               {}});
  set.records.resize(limit);
}

}  // namespace

RecordSet shape_records(DocumentSet&& documents, const SourceSet& sources,
                        std::shared_ptr<const Kinds> kinds, Settings settings,
                        const ShapeOptions& options, DiagnosticSink& sink) {
  RecordSet set;
  set.kinds = std::move(kinds);
  set.settings = std::move(settings);
  const ProgramFacts facts(sources, *set.kinds, set.settings);
  const std::size_t count = documents.documents.size();
  std::vector<std::optional<FileWork>> works(count);
  for_each_index(options.jobs, count, [&](std::size_t i) {
    const Document& document = documents.documents[i];
    if (document.file == kNoFile) return;
    works[i].emplace(facts, document.file, sink);
    shape_document(*works[i], document);
  });

  std::size_t records = 0;
  for (Document& document : documents.documents) set.tapes.push_back(std::move(document.body));
  for (const auto& work : works) records += work ? work->records.size() : 0;
  set.records.reserve(records);
  for (auto& work : works) {
    if (!work) continue;
    TapeNumbers numbers(static_cast<uint32_t>(set.tapes.size()));
    for (Tape& tape : work->made_tapes) set.tapes.push_back(std::move(tape));
    for (Record& record : work->records) {
      numbers.renumber(record);
      set.records.push_back(std::move(record));
    }
    if (work->page) set.pages.push_back(std::move(*work->page));
    work->strings.move_to(set.strings);
    work.reset();
  }
  keep_limit(set, sink);
  return set;
}

}  // namespace milepost
