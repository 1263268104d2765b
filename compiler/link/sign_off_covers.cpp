// Looks up the records and fields that sign-offs cover.
#include "link/sign_off_covers.h"

#include <algorithm>
#include <vector>

#include "link/codes.h"
#include "link/covered_fields.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kItems = "items";

std::string quoted(std::string_view text) {
  constexpr std::size_t kMostCharacters = 80;
  const std::string_view shown = truncate_characters(text, kMostCharacters);
  return "`" + std::string(shown) + (shown.size() < text.size() ? "…" : "") + "`";
}

class CoverResolver {
 public:
  CoverResolver(Program& program, const IdTable& ids, Suggester& suggester, DiagnosticSink& sink)
      : program_(program), ids_(ids), suggester_(suggester), sink_(sink) {}

  void resolve() {
    const Kinds& kinds = program_.kinds();
    const KindId alone = kinds.find_kind("sign_off");
    for (uint32_t i = 0; i < program_.set.records.size(); ++i) {
      const Record& record = program_.set.records[i];
      const FieldId list = kinds.field_of(record.kind, Role::signoffs);
      if (list != kNoField) {
        const FieldValue* sign_offs = record.find(list);
        if (sign_offs == nullptr) continue;
        for (const Value& value : sign_offs->values) {
          const Object* object = std::get_if<Object>(&value.data);
          if (object != nullptr) fields(object->fields, RecordIndex{i}, RecordIndex{i});
        }
      } else if (alone != kNoKind && kinds.is(record.kind, alone)) {
        fields(record.fields, release_of(record), RecordIndex{i});
      }
    }
  }

 private:
  RecordIndex release_of(const Record& record) const {
    const FieldId field = program_.kinds().find_field(record.kind, "release");
    const Value* value = field == kNoField ? nullptr : record.value(field);
    return value == nullptr ? kNoRecord : program_.record_of(*value);
  }

  void fields(const std::vector<FieldValue>& fields, RecordIndex release, RecordIndex writer) {
    for (const FieldValue& field : fields) {
      if (program_.kinds().field(field.field).name != "covers") continue;
      for (const Value& value : field.values) {
        const Object* object = std::get_if<Object>(&value.data);
        if (object == nullptr || object->fields.empty()) continue;
        const FieldValue& what = object->fields.front();
        if (program_.kinds().field(what.field).name != "what" || what.values.empty()) continue;
        cover(what.values.front(), release, writer);
      }
    }
  }

  void cover(const Value& what, RecordIndex release, RecordIndex writer) {
    const FileId file = program_.record(writer).span.file;
    const CoverWords words = split_cover(what.text);
    RecordIndex record = release;
    if (!words.record.empty()) {
      const IdHit hit = ids_.find(words.record, file, program_.label_of(writer));
      if (hit.records.size() != 1) {
        say_no_record(what, words.record, hit.records.empty(), file);
        return;
      }
      record = hit.records.front();
    }
    if (record == kNoRecord) return;  // its `release` was reported
    if (!covered_field(program_, record, words.field)) {
      say_no_field(what, record, words.field);
      return;
    }
    program_.resolved.emplace(&what, Target{TargetKind::record, static_cast<uint32_t>(record), {}});
  }

  void say_no_record(const Value& what, std::string_view word, bool none, FileId file) {
    std::string help = suggester_.help(word, file);
    if (help.empty()) {
      help = "write `RECORD.FIELD`, such as `REL-1.target`, or the field alone for the release";
    }
    report(sink_, kUnknownReference, Severity::error, what.span,
           "`covers` names " + quoted(word) + ", which " +
               (none ? "no record has" : "several records have"),
           std::move(help));
  }

  void say_no_field(const Value& what, RecordIndex index, std::string_view word) {
    const Record& record = program_.record(index);
    const Kind& kind = program_.kinds().kind(record.kind);
    std::vector<std::string_view> names;
    for (const FieldId id : kind.fields) names.push_back(program_.kinds().field(id).name);
    if (covered_field(program_, index, kItems)) names.push_back(kItems);
    std::string help = "write the name of a field of " + suggester_.named(index);
    if (const std::vector<std::size_t> near = nearest(word, names, 1); !near.empty()) {
      help = "did you mean " + quoted(names[near.front()]) + "?";
    }
    report(sink_, kNoSuchCover, Severity::error, what.span,
           "`covers` names " + quoted(word) + ", which is no field of the kind `" + kind.name + "`",
           std::move(help));
  }

  Program& program_;
  const IdTable& ids_;
  Suggester& suggester_;
  DiagnosticSink& sink_;
};

}  // namespace

CoverWords split_cover(std::string_view what) {
  const size_t dot = what.rfind('.');
  if (dot == std::string_view::npos) return {{}, what};
  return {what.substr(0, dot), what.substr(dot + 1)};
}

std::optional<std::string> covered_field(const Program& program, RecordIndex record,
                                         std::string_view word) {
  const Kinds& kinds = program.kinds();
  const KindId kind = program.record(record).kind;
  if (word == kItems && kinds.field_of(kind, Role::acceptance) != kNoField) {
    return std::string(kItems);
  }
  const FieldId field = kinds.find_field(kind, word);
  if (field == kNoField) return {};
  const Field& found = kinds.field(field);
  if (found.role == Role::acceptance) return std::string(kItems);
  return found.name;
}

void resolve_covers(Program& program, const IdTable& ids, Suggester& suggester,
                    DiagnosticSink& sink) {
  CoverResolver(program, ids, suggester, sink).resolve();
}

}  // namespace milepost
