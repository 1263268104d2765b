// The audience wall over versions: who may see what of an old version, by the stricter of then and
// now.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"
#include "redact/now_regions.h"

namespace milepost {

/// What the working folder says of who may see what. Owns all of it: the program may be taken or
/// gone afterwards. Only read once it is made, by any number of threads.
///
/// A record is known by its id, however it is written; one that is not found by it by its file, if
/// it is one, by the bytes of that, else by its kind and title. A page is known by its path, else
/// by its bytes, else by its title. A field is known by its kind and any of its names. What is not
/// there any more keeps the label it had, or that of its kind now if it had none of its own. Of two
/// that may be meant the version shows neither, unless they have the same label. Prose has no name:
/// a region keeps its label, who may see that is asked both times, and what stands in a hidden
/// region of the same record or file now is cut (redact/moved_words.h).
class NowLabels : public std::enable_shared_from_this<NowLabels> {
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
  /// The labels have to be held by a shared pointer.
  Audience of_then(const Audience& audience, const Program& then) const;
  /// `reader`, one of the audiences of then, as it was: what it saw then, whatever it sees now. For
  /// a page about it that stands in the site for `site`, which of_then() gave: nothing is on it
  /// that those may not see.
  Audience seen_then(const Audience& reader, const Program& then, const Audience& site) const;

 private:
  class Relabeller;
  friend class NowWall;

  const std::string* label_of(const Record& record, const Program& then,
                              const SourceSet& sources) const;

  void read_records(const Program& now, const SourceSet& sources);
  void read_pages(const Program& now, const SourceSet& sources);
  void put_path(const std::string& path, const std::string& label);
  /// Of a field or an unknown key of a kind of then; null: it is no field now.
  const std::string* label_of_field(std::string_view kind, std::string_view name) const;

  Unread unread_;
  // Names of labels; one that nobody has where there are several.
  std::unordered_map<std::string, std::string> by_name_;  // id, as id_key() has it
  std::unordered_map<std::string, std::string> by_path_;  // of pages, and records that are files
  std::unordered_map<std::string, std::string> by_folded_path_;  // likewise, whatever its case
  std::unordered_map<std::string, std::string> by_bytes_;  // of those: the hash of their files
  std::unordered_map<std::string, std::string> by_title_;  // "risk/it rains", pages: "/notes"
  std::unordered_map<std::string, std::string> by_words_;  // "/it rains" of pages and of all kinds
  std::unordered_map<std::string, std::string> by_part_;   // parts of objects: "meeting/plan.day"
  std::unordered_map<std::string, std::string> by_kind_;
  std::unordered_multimap<std::string, KindId> kinds_of_;        // by id, as id_key() has it
  std::unordered_multimap<std::string, KindId> kinds_in_;        // by path, as path_key() has it
  std::unordered_multimap<std::string, std::string> titles_of_;  // likewise, as title_key() has it
  std::shared_ptr<const Kinds> kinds_;
  std::vector<std::string> field_labels_;  // by FieldId; empty: that of its record
  NowRegions regions_;
  std::vector<std::string> names_;   // all labels that occur now
  std::vector<Audience> audiences_;  // of program.yaml
};

/// What else is hidden now from one audience.
class NowWall {
 public:
  NowWall(std::shared_ptr<const NowLabels> labels, std::vector<std::string> sees)
      : labels_(std::move(labels)), sees_(std::move(sees)) {}

  /// What a record of then, of such a kind, calls a field or says as one: whether a field of that
  /// name is hidden now, of that kind or of the one that the record is now.
  bool hides_key(const Record& record, const Kind& kind, std::string_view key) const;
  /// Likewise of what a file of then says: of the kinds of the records that stand in it now.
  bool hides_key(const std::string& path, std::string_view key) const;
  const NowRegions& regions() const;
  /// The labels that the audience sees now.
  const std::vector<std::string>& sees() const { return sees_; }

 private:
  std::shared_ptr<const NowLabels> labels_;
  std::vector<std::string> sees_;
};

/// The name that an author wrote of a label: without what apply() added.
std::string_view written_label(std::string_view name);

}  // namespace milepost
