// References in fields: which record, page or file each names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/ids.h"
#include "link/paths.h"
#include "link/program.h"
#include "link/suggest.h"
#include "link/titles.h"
#include "load/source_set.h"

namespace milepost {

/// A date that counts from another: for finding those that wait for each other.
struct DatedValue {
  RecordIndex record;
  FieldId field;
  const Value* value;
};

/// Resolves words and destinations; reports what names nothing. One thread only.
class ReferenceResolver {
 public:
  ReferenceResolver(Program& program, const SourceSet& sources, const IdTable& ids,
                    const PathTable& paths, DiagnosticSink& sink);

  /// Fills Program::resolved, when_anchor, target and the ids of `baseline:`; gives the typed
  /// links.
  std::vector<RawLink> resolve_all();
  /// Where a reference was reported: prose there is not reported again. Sorted by place.
  std::vector<Span> take_reported();
  Suggester& suggester() { return suggester_; }
  /// The values of when_anchor, in the order of records and fields.
  const std::vector<DatedValue>& dated() const { return dated_; }

 private:
  /// A word on its way to a record.
  struct Search {
    RecordIndex referrer;
    const Field* field;
    const Value* value;
    std::string_view word;
  };
  struct Found {
    Target target;
    bool reported = false;  // it names something, but not clearly: already said
  };

  void resolve_reference(RecordIndex referrer, const Field& field, const Value& value,
                         std::vector<RawLink>& links);
  void resolve_when(RecordIndex referrer, const Field& field, const Value& value);
  void report_unknown_anchor(const Search& search, Span span);
  Found look_up(const Search& search, const Reference* reference);
  Found by_id(const Search& search, std::string_view word);
  Found by_path(const Search& search, std::string_view word, bool sure);
  Found by_title(const Search& search, std::string_view word);
  Found choose(const Search& search, std::vector<RecordIndex> records, std::string_view word);
  bool fits(const Field& field, RecordIndex record) const;
  void check_kind(const Search& search, RecordIndex record);
  void report_unknown(const Search& search, const Reference& reference);
  bool looks_like_id(std::string_view word) const;
  bool is_free_form(const Record& record, const Value& value) const;
  const Value* own_date(const Search& search) const;
  const Value* date_of(RecordIndex record) const;

  Program& program_;
  const SourceSet& sources_;
  const IdTable& ids_;
  const PathTable& paths_;
  DiagnosticSink& sink_;
  TitleTable titles_;
  Suggester suggester_;
  std::vector<Span> reported_;
  std::vector<DatedValue> dated_;
};

}  // namespace milepost
