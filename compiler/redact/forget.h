// Takes what is hidden out of a program for a while, so that it can be checked as if it were not
// there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"
#include "redact/audience.h"
#include "redact/redaction.h"

namespace milepost {

/// Whether something visible says that a blocker was answered: its state, a field, or an escalation
/// of it. Linear in the links to it.
bool has_visible_answer(const Program& program, const Analysis& analysis,
                        const Redaction& redaction, RecordIndex record);

/// The newest status report among visible records, when visible meetings last looked at visible
/// records, and which of them have a visible answer: what of the analysis is made of several
/// records and is not a schedule or judgement. Puts it into the analysis until it goes out of
/// scope. Linear; nothing if all is seen.
class VisibleFacts {
 public:
  VisibleFacts(const Program& program, Analysis& analysis, const Audience& audience);
  ~VisibleFacts();
  VisibleFacts(const VisibleFacts&) = delete;
  VisibleFacts& operator=(const VisibleFacts&) = delete;

 private:
  struct Reviewed {
    uint32_t record;
    std::optional<Date> whole;
  };
  Analysis& analysis_;
  RecordIndex newest_report_;
  Health reported_;
  std::vector<Reviewed> reviewed_;
  std::vector<uint32_t> answered_;  // records whose answer is hidden
};

/// While it lives, hidden records are empty ones of a kind that no rule speaks of, and hidden
/// links, fields and check items are not there. Numbers of records stay; values keep their
/// addresses. Everything is put back in the end. Linear.
class Forgotten {
 public:
  Forgotten(Program& program, Analysis& analysis, const Audience& audience);
  ~Forgotten();
  Forgotten(const Forgotten&) = delete;
  Forgotten& operator=(const Forgotten&) = delete;

  /// False if the audience sees all there is.
  bool anything() const;

 private:
  struct Part {
    uint32_t record;
    KindId kind;
    std::vector<FieldValue> fields;
    std::vector<CheckItem> checks;
    MarkdownText body;
    RecordFacts facts;
    Program::RecordParties parties;
  };
  struct Field {
    uint32_t record;
    std::size_t at;
    FieldValue item;
  };
  struct Check {
    uint32_t record;
    std::size_t at;
    CheckItem item;
  };
  struct Facts {
    uint32_t record;
    RecordFacts whole;
  };
  void hide_record(uint32_t record);
  void hide_fields(uint32_t record);
  void hide_checks(uint32_t record);
  void keep_facts(uint32_t record);
  void hide_links();

  Program& program_;
  Analysis& analysis_;
  const Redaction redaction_;
  const KindId nothing_;       // the kind of what is forgotten
  std::vector<Part> parts_;    // hidden records
  std::vector<Field> fields_;  // of visible records, in the order they were taken out
  std::vector<Check> checks_;  // likewise
  std::vector<Facts> facts_;   // of those records
  std::vector<Link> links_;
  std::vector<uint32_t> links_out_, incoming_, links_in_, edge_links_;
};

}  // namespace milepost
