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

/// What visible fields of visible records say of themselves, the newest status report among them,
/// when visible meetings last looked at them, and which have a visible answer: what of the analysis
/// is not a schedule or judgement, and what those are made of. Of items of the plan hidden fields
/// still decide the dates. Puts it into the analysis until it goes out of scope; before
/// VisibleLinks, since it has to know what is hidden. Linear; nothing if all is seen.
class VisibleFacts {
 public:
  VisibleFacts(const Program& program, Analysis& analysis, const Audience& audience);
  ~VisibleFacts();
  VisibleFacts(const VisibleFacts&) = delete;
  VisibleFacts& operator=(const VisibleFacts&) = delete;

 private:
  struct Facts {
    uint32_t record;
    RecordFacts whole;
  };
  struct Reviewed {
    uint32_t record;
    std::optional<Date> whole;
  };
  void read_again(const Program& program, const Redaction& redaction, uint32_t record);

  Analysis& analysis_;
  RecordIndex newest_report_;
  Health reported_;
  std::vector<Facts> facts_;
  std::vector<Reviewed> reviewed_;
  std::vector<uint32_t> answered_;  // records whose answer is hidden
};

/// While it lives, hidden records are empty ones of a kind that no rule speaks of, and hidden
/// fields and check items are not there; hidden links are the affair of VisibleLinks. Numbers of
/// records stay; values keep their addresses. Everything is put back in the end. Linear.
class Forgotten {
 public:
  Forgotten(Program& program, Analysis& analysis, const Audience& audience);
  ~Forgotten();
  Forgotten(const Forgotten&) = delete;
  Forgotten& operator=(const Forgotten&) = delete;

  /// False if the audience sees all records, fields and check items.
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
  struct Named {
    uint32_t record;
    Program::RecordParties whole;
  };
  void hide_record(uint32_t record);
  void hide_fields(uint32_t record);
  void hide_checks(uint32_t record);
  void keep_facts(uint32_t record);

  Program& program_;
  Analysis& analysis_;
  const Redaction redaction_;
  const KindId nothing_;       // the kind of what is forgotten
  std::vector<Part> parts_;    // hidden records
  std::vector<Field> fields_;  // of visible records, in the order they were taken out
  std::vector<Check> checks_;  // likewise
  std::vector<Named> named_;   // whom those records name
  std::vector<Facts> facts_;   // of those records
};

}  // namespace milepost
