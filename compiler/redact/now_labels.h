// The audience wall over versions: who may see what of an old version, by the stricter of then and
// now.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"

namespace milepost {

/// What the working folder says of who may see what. Owns all of it: the program may be taken or
/// gone afterwards. Only read once it is made, by any number of threads.
///
/// A record is known by its id or another way it is written, else by its file if it is one; a page
/// by its path; a field by its kind and name. What is not there any more keeps the label it had, or
/// that of its kind now if it had none of its own. Of two records that a name may mean the version
/// shows neither, unless they have the same label. A region of prose has no name: it keeps its
/// label, and who may see that is asked both times.
class NowLabels {
 public:
  /// Whether some label of `now` could not be read, so that a plain build, or anybody else who does
  /// not see all, is not to be written: then it is shown nothing of old versions either.
  struct Unread {
    bool plain = false, others = false;
  };
  NowLabels(const Program& now, const SourceSet& sources, Unread unread);

  /// Gives the records, pages and fields of an old version labels that those see who saw them then
  /// and see them now. To be called once, after the stages and before anything asks what an
  /// audience sees; of what is compiled anew from its sources, too. Linear.
  void apply(Program& then, const SourceSet& sources) const;

  /// `audience` for an old version that apply() was called of: it sees what it saw then and sees
  /// now. What it sees now is what the working folder says of its name, else what is given.
  Audience of_then(const Audience& audience, const Program& then) const;

 private:
  class Relabeller;

  const std::string* label_of(const Record& record, const Program& then,
                              const SourceSet& sources) const;

  Unread unread_;
  // Names of labels; one that nobody has where there are several.
  std::unordered_map<std::string, std::string> by_name_;  // id, as key_of() has it
  std::unordered_map<std::string, std::string> by_path_;  // of pages, and records that are files
  std::unordered_map<std::string, std::string>
      by_field_;  // "risk/exposure"; empty: that of its record
  std::unordered_map<std::string, std::string> by_kind_;
  std::vector<std::string> names_;   // all labels that occur now
  std::vector<Audience> audiences_;  // of program.yaml
};

/// The name that an author wrote of a label: without what apply() added.
std::string_view written_label(std::string_view name);

}  // namespace milepost
