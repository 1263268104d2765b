// Resolves what bodies lead to: walks all tapes, then settles what needs a second look.
#include "link/bodies.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "link/anchors.h"
#include "link/codes.h"
#include "link/tape_walk.h"
#include "link/values.h"
#include "text/ascii.h"
#include "threads/for_each.h"

namespace milepost {
namespace {

bool is_document(std::string_view path) {
  return iends_with(path, ".md") || iends_with(path, ".markdown");
}

std::vector<std::vector<OwnedRun>> runs_by_tape(const Program& program) {
  std::vector<std::vector<OwnedRun>> runs(program.set.tapes.size());
  const auto add = [&](const MarkdownText& text, RecordIndex record) {
    if (text.tape >= runs.size() || text.slice.count == 0) return;
    runs[text.tape].push_back({text.slice.first, text.slice.first + text.slice.count, record});
  };
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const Record& record = program.set.records[i];
    add(record.body, RecordIndex{i});
    for_each_value(record, [&](FieldId, FieldId, const Value& value) {
      if (const MarkdownText* text = std::get_if<MarkdownText>(&value.data)) {
        add(*text, RecordIndex{i});
      }
    });
  }
  for (std::vector<OwnedRun>& tape : runs) {
    std::sort(tape.begin(), tape.end(), [](const OwnedRun& a, const OwnedRun& b) {
      return std::tie(a.first, b.end, a.record) < std::tie(b.first, a.end, b.record);
    });
  }
  return runs;
}

class BodyResolver {
 public:
  BodyResolver(Program& program, const SourceSet& sources, const IdTable& ids,
               const PathTable& paths, Suggester& suggester, const std::vector<Span>& reported,
               DiagnosticSink& sink)
      : program_(program),
        sources_(sources),
        ids_(ids),
        paths_(paths),
        suggester_(suggester),
        reported_(reported),
        sink_(sink),
        anchors_(program) {}

  std::vector<RawLink> resolve(unsigned jobs) {
    const std::vector<std::vector<OwnedRun>> runs = runs_by_tape(program_);
    std::vector<TapeFindings> findings(program_.set.tapes.size());
    const WalkContext context{program_, sources_, ids_, paths_};
    for_each_index(jobs, findings.size(), [&](std::size_t i) {
      findings[i] = walk_tape(context, program_.set.tapes[i], runs[i]);
    });
    program_.references.resize(findings.size());
    const LinkTypeId type = program_.kinds().find_link_type("mentions");
    std::vector<RawLink> links;
    for (uint32_t i = 0; i < findings.size(); ++i) {
      for (const OpenLink& open : findings[i].open) settle(i, findings[i], open);
      for (const UnknownMention& unknown : findings[i].unknown) note_unknown(unknown);
      for (const TapeReference& reference : findings[i].references) {
        if (reference.target.kind == TargetKind::asset) {
          program_.assets[reference.target.index].used = true;
        }
      }
      if (type != kNoLinkType) {
        for (const FoundMention& mention : findings[i].mentions) {
          RawLink link;
          link.from = mention.from;
          link.to = mention.to;
          link.type = type;
          link.at = {mention.span, kNoField, mention.label};
          links.push_back(link);
        }
      }
      program_.references[i] = std::move(findings[i].references);
    }
    report_unknown_mentions();
    return links;
  }

 private:
  struct Unknown {
    Span first;
    std::size_t count = 0;
  };

  // In a field that was reported there is nothing more to say.
  bool is_reported(Span place) const {
    auto at = std::upper_bound(reported_.begin(), reported_.end(), place);
    if (at != reported_.end() && (at->contains(place) || place.contains(*at))) return true;
    // Places of values do not overlap but for objects, so one step back is enough.
    if (at == reported_.begin()) return false;
    --at;
    return at->contains(place) || place.contains(*at);
  }

  void settle(uint32_t tape, TapeFindings& findings, const OpenLink& open) {
    Target& target = findings.references[open.reference].target;
    const Tape& body = program_.set.tapes[tape];
    const Span whole = place_of(body, findings.references[open.reference].node);
    const Span place = destination_place(sources_, whole, open.destination);
    const std::string written = "`" + std::string(open.destination) + "`";
    const std::string noun = open.image ? "the image " : "the link ";
    switch (open.hit.fate) {
      case PathFate::same_file:
        settle_anchor(target, tape, tape, open, place);
        return;
      case PathFate::other_letters:
        warn(kLinkWrittenDifferently, place,
             noun + written + " leads to `" + sources_.file(open.hit.file).text.path() +
                 "` only where upper and lower case are the same",
             "write `" + with_fragment(paths_.relative(open.hit.file, body.file), open) + "`");
        [[fallthrough]];
      case PathFate::found:
        settle_found(target, tape, open, place);
        return;
      case PathFate::empty:
        report(sink_, kEmptyLink, Severity::note, whole, noun + "has no destination",
               "write one between the parentheses, or remove the link");
        return;
      case PathFate::folder:
        if (is_reported(whole)) return;
        report(sink_, kLinkToFolder, Severity::note, place,
               noun + written + " leads to a folder that has no page",
               "add a README.md there, or link to a file in it");
        return;
      case PathFate::outside:
        if (is_reported(whole)) return;
        report(sink_, kLinkOutside, Severity::off, place,
               noun + written + " leads out of the program's folder",
               "copy the file into the program, or link to it with an `https://` address");
        return;
      case PathFate::left_out:
        if (is_reported(whole)) return;
        warn(kLinkToExcluded, place,
             noun + written + " leads to a file that is there but left out of the program",
             "take it out of `exclude:` or .milepostignore, or remove the link");
        return;
      case PathFate::missing:
      case PathFate::external:
        if (is_reported(whole)) return;
        report_missing(open, body, place, noun, written);
        return;
    }
  }

  static std::string with_fragment(std::string path, const OpenLink& open) {
    if (!open.hit.fragment.empty()) path += "#" + std::string(open.hit.fragment);
    return path;
  }

  void report_missing(const OpenLink& open, const Tape& body, Span place, const std::string& noun,
                      const std::string& written) {
    const std::string other = paths_.suggest(open.hit, open.destination, body.file);
    const bool asset = open.image || !is_document(open.hit.path);
    std::string help;
    if (open.destination.starts_with("(http") && open.destination.ends_with(')')) {
      help = "write `" + std::string(open.destination.substr(1, open.destination.size() - 2)) +
             "`: the inner parentheses make it a file's name";
    } else if (!other.empty()) {
      help = "did you mean `" + with_fragment(other, open) + "`?";
    } else if (open.destination.starts_with('/')) {
      help =
          "a path that begins with `/` is looked for from the program's folder on; write it "
          "relative to this file";
    } else {
      help = "there is no `" + open.hit.path + "`: add it, or correct the path";
    }
    warn(asset ? kMissingAsset : kBrokenLink, place, noun + written + " leads to nothing",
         std::move(help));
  }

  void settle_found(Target& target, uint32_t tape, const OpenLink& open, Span place) {
    const FileId file = open.hit.file;
    const PathTable::Run run = paths_.records_in(file);
    if (target.kind == TargetKind::none && sources_.file(file).kind == SourceKind::unread) return;
    if (open.hit.fragment.empty()) {
      if (target.kind == TargetKind::none) report_source(open, file, run, place);
      return;
    }
    if (target.kind == TargetKind::asset) {
      target.fragment = open.hit.fragment;
      return;
    }
    if (sources_.file(file).kind == SourceKind::markdown) {
      settle_anchor(target, anchors_.body_of(file), tape, open, place);
      return;
    }
    // A list of records: the fragment is an id.
    const RecordIndex record = record_in(file, run, open.hit.fragment, tape);
    if (record != kNoRecord) {
      target = {TargetKind::record, static_cast<uint32_t>(record), {}};
    } else if (target.kind == TargetKind::none) {
      warn(kBrokenAnchor, place,
           "`#" + std::string(open.hit.fragment) + "` is no record of `" +
               sources_.file(file).text.path() + "`",
           help_for_source(open, run));
    }
  }

  // A fragment is met by what all who may see the file with the link may see, as far as that goes.
  RecordIndex record_in(FileId file, PathTable::Run run, std::string_view fragment,
                        uint32_t tape) const {
    const LabelIndex reader = reader_of(tape);
    for (const RecordIndex record : ids_.find(percent_decoded(fragment), file, reader).records) {
      const auto number = static_cast<uint32_t>(record);
      if (number >= run.first && number < run.first + run.count) return record;
    }
    return kNoRecord;
  }

  LabelIndex reader_of(uint32_t tape) const {
    const FileId file = program_.set.tapes[tape].file;
    const Target whole = file == kNoFile ? Target() : paths_.target(file);
    if (whole.kind == TargetKind::page) return program_.page_labels[whole.index];
    if (whole.kind == TargetKind::record) return program_.label_of(whole.record());
    return kPublicLabel;
  }

  // The fragment of a link from `here` into `there`.
  void settle_anchor(Target& target, uint32_t there, uint32_t here, const OpenLink& open,
                     Span place) {
    const std::string_view fragment = open.hit.fragment;
    const bool own = there == here && open.hit.fate == PathFate::same_file;
    if (fragment.empty() || fragment.starts_with(":~:")) {
      if (own) target = {TargetKind::heading, 0, {}};
      return;
    }
    if (const auto hit = anchors_.find(there, fragment)) {
      if (own) target = {TargetKind::heading, hit->node, {}};
      target.fragment = hit->anchor;
      return;
    }
    const RecordIndex record =
        record_in(open.hit.file, paths_.records_in(open.hit.file), fragment, here);
    if (record != kNoRecord) {
      target = {TargetKind::record, static_cast<uint32_t>(record), {}};
      return;
    }
    if (own && fragment == "top") {
      target = {TargetKind::heading, 0, {}};
      return;
    }
    const std::string near = anchors_.suggest(there, fragment);
    const std::string& path = sources_.file(open.hit.file).text.path();
    warn(kBrokenAnchor, place,
         "`#" + std::string(fragment) + "` is no heading of " +
             (own ? "this file" : "`" + path + "`"),
         near.empty() ? "link to a heading that is there, or leave the part after `#` out"
                      : "did you mean `#" + near + "`?");
  }

  std::string help_for_source(const OpenLink& open, PathTable::Run run) const {
    if (run.count == 0) return "link to one of them by its id";
    const Record& first = program_.set.records[run.first];
    return "link to one of them: `" +
           std::string(open.destination.substr(0, open.destination.find('#'))) + "#" + first.id +
           "`";
  }

  void report_source(const OpenLink& open, FileId file, PathTable::Run run, Span place) {
    report(sink_, kLinkToSource, Severity::note, place,
           "`" + sources_.file(file).text.path() + "` is a list of records and has no page",
           help_for_source(open, run));
  }

  void note_unknown(const UnknownMention& unknown) {
    if (is_reported(unknown.span)) return;
    Unknown& entry = unknown_[{unknown.span.file, unknown.word}];
    if (entry.count == 0 || unknown.span < entry.first) entry.first = unknown.span;
    ++entry.count;
  }

  void report_unknown_mentions() {
    for (const auto& [key, unknown] : unknown_) {
      std::string help = suggester_.help(key.second, key.first);
      if (help.empty()) help = "correct the id, or put it between backticks if it is none of ours";
      std::string message = "`" + std::string(key.second) + "` names no record";
      if (unknown.count > 1) {
        message += " (" + std::to_string(unknown.count) + " times in this file)";
      }
      warn(kUnknownMention, unknown.first, std::move(message), std::move(help));
    }
  }

  void warn(uint16_t code, Span place, std::string message, std::string help) {
    report(sink_, code, Severity::warning, place, std::move(message), std::move(help));
  }

  Program& program_;
  const SourceSet& sources_;
  const IdTable& ids_;
  const PathTable& paths_;
  Suggester& suggester_;
  const std::vector<Span>& reported_;
  DiagnosticSink& sink_;
  AnchorTable anchors_;
  std::map<std::pair<FileId, std::string_view>, Unknown> unknown_;
};

}  // namespace

std::vector<RawLink> resolve_bodies(Program& program, const SourceSet& sources, const IdTable& ids,
                                    const PathTable& paths, Suggester& suggester,
                                    const std::vector<Span>& reported, unsigned jobs,
                                    DiagnosticSink& sink) {
  return BodyResolver(program, sources, ids, paths, suggester, reported, sink).resolve(jobs);
}

}  // namespace milepost
