// Walks a tape once for its links and mentions.
#include "link/tape_walk.h"

#include <algorithm>

#include "link/anchors.h"
#include "link/mentions.h"

namespace milepost {
namespace {

class Walk {
 public:
  Walk(const WalkContext& context, const Tape& tape, const std::vector<OwnedRun>& runs)
      : context_(context), tape_(tape), runs_(runs) {
    const Target whole = tape.file == kNoFile ? Target() : context.paths.target(tape.file);
    file_record_ = whole.record();
    if (whole.kind == TargetKind::page) {
      page_label_ = context.program.page_labels[whole.index];
    }
    if (tape.file != kNoFile) in_file_ = context.paths.records_in(tape.file);
  }

  TapeFindings run() {
    for (uint32_t i = 0; i < tape_.nodes.size(); ++i) {
      follow_runs(i);
      const TapeNode& node = tape_.nodes[i];
      switch (node.kind) {
        case NodeKind::region:
          region_end_ = i + node.size;
          region_ = context_.program.label(tape_.text_of(node));
          break;
        case NodeKind::link:
        case NodeKind::image:
          link(i, tape_.text_of(node), node.kind == NodeKind::image);
          quiet_end_ = std::max(quiet_end_, i + node.size);
          break;
        case NodeKind::element:
          element(i);
          break;
        case NodeKind::text:
          if (i >= quiet_end_) mentions(i);
          break;
        default:
          break;
      }
    }
    return std::move(findings_);
  }

 private:
  void follow_runs(uint32_t i) {
    while (!open_runs_.empty() && open_runs_.back()->end <= i) open_runs_.pop_back();
    while (next_run_ < runs_.size() && runs_[next_run_].first <= i) {
      if (runs_[next_run_].end > i) open_runs_.push_back(&runs_[next_run_]);
      ++next_run_;
    }
  }

  RecordIndex owner(Span place) const {
    if (!open_runs_.empty()) return open_runs_.back()->record;
    if (in_file_.count > 1 || file_record_ == kNoRecord) {
      const RecordIndex row = context_.paths.record_at(place);
      if (row != kNoRecord) return row;
    }
    return file_record_;
  }

  LabelIndex label_at(uint32_t i, RecordIndex record) const {
    if (i < region_end_) return region_;
    return record == kNoRecord ? page_label_ : context_.program.label_of(record);
  }

  void element(uint32_t i) {
    const TapeNode& node = tape_.nodes[i];
    const auto kind = static_cast<HtmlElement>(node.level);
    if (kind == HtmlElement::a) {
      const std::string_view href = attribute_of(tape_, i, "href");
      if (href.empty()) return;
      link(i, href, false);
      quiet_end_ = std::max(quiet_end_, i + node.size);
    } else if (kind == HtmlElement::img) {
      const std::string_view source = attribute_of(tape_, i, "src");
      if (!source.empty()) link(i, source, true);
    }
  }

  void link(uint32_t i, std::string_view destination, bool image) {
    PathHit hit = context_.paths.resolve(destination, tape_.file);
    TapeReference reference{i, 0, 0, {}};
    bool open = true;
    switch (hit.fate) {
      case PathFate::external:
        reference.target.kind = TargetKind::external;
        open = false;
        break;
      case PathFate::found:
      case PathFate::other_letters:
        reference.target = context_.paths.target(hit.file);
        open = hit.fate == PathFate::other_letters || !hit.fragment.empty() ||
               reference.target.kind == TargetKind::none;
        mention_of(i, reference.target);
        break;
      default:
        break;
    }
    const auto number = static_cast<uint32_t>(findings_.references.size());
    findings_.references.push_back(reference);
    if (open) findings_.open.push_back({number, std::move(hit), destination, image});
  }

  void mention_of(uint32_t i, const Target& target) {
    const RecordIndex to = target.record();
    if (to == kNoRecord) return;
    const Span place = place_of(tape_, i);
    const RecordIndex from = owner(place);
    if (from == kNoRecord || from == to) return;
    findings_.mentions.push_back({from, to, place, label_at(i, from)});
  }

  void mentions(uint32_t i) {
    const TapeNode& node = tape_.nodes[i];
    const std::string_view text = tape_.text_of(node);
    // Whose words these are matters only if there is something to hide.
    const LabelIndex reader =
        context_.ids.has_one_label() ? kInternalLabel : label_at(i, owner(place_of(tape_, i)));
    std::size_t from = 0;
    while (from < text.size()) {
      const MentionWord word = next_mention(text, from, tape_.file, reader, context_.ids);
      if (word.length == 0) return;
      from = word.offset + word.length;
      const Span place = place_in(i, text, word);
      if (word.record == kNoRecord) {
        findings_.unknown.push_back({text.substr(word.offset, word.length), place});
        continue;
      }
      const RecordIndex record = owner(place);
      if (record == word.record) continue;
      const Target target{TargetKind::record, static_cast<uint32_t>(word.record), {}};
      findings_.references.push_back({i, word.offset, word.length, target});
      if (record == kNoRecord) continue;
      findings_.mentions.push_back({record, word.record, place, label_at(i, record)});
    }
  }

  // Escapes and entities make a text shorter than its source, so the word is looked for.
  Span place_in(uint32_t i, std::string_view text, const MentionWord& word) const {
    const Span place = place_of(tape_, i);
    if (tape_.file == kNoFile) return place;
    const std::string& source = context_.sources.file(tape_.file).text.bytes();
    const std::string_view id = text.substr(word.offset, word.length);
    if (place.end <= source.size()) {
      const std::string_view written = std::string_view(source).substr(place.begin, place.size());
      if (written.substr(std::min<std::size_t>(word.offset, written.size()), id.size()) == id) {
        return sub_span(place, word.offset, word.length);
      }
      const std::size_t at = written.find(id, std::min<std::size_t>(word.offset, written.size()));
      const std::size_t found = at == std::string_view::npos ? written.find(id) : at;
      if (found != std::string_view::npos) return sub_span(place, found, id.size());
    }
    return place;
  }

  const WalkContext& context_;
  const Tape& tape_;
  const std::vector<OwnedRun>& runs_;
  std::size_t next_run_ = 0;
  std::vector<const OwnedRun*> open_runs_;
  RecordIndex file_record_ = kNoRecord;
  PathTable::Run in_file_;
  uint32_t quiet_end_ = 0;
  uint32_t region_end_ = 0;
  LabelIndex region_ = kInternalLabel;
  LabelIndex page_label_ = kInternalLabel;  // of a file that is no record
  TapeFindings findings_;
};

}  // namespace

Span place_of(const Tape& tape, uint32_t node) {
  for (uint32_t i = node;; --i) {
    const TapeNode& candidate = tape.nodes[i];
    if (candidate.end > candidate.begin && node < i + candidate.size)
      return tape.span_of(candidate);
    if (i == 0) return Span{tape.file, 0, 0};
  }
}

Span destination_place(const SourceSet& sources, Span link, std::string_view destination) {
  if (!link.is_place() || destination.empty()) return link;
  const std::string& source = sources.file(link.file).text.bytes();
  if (link.end > source.size()) return link;
  const std::size_t at =
      std::string_view(source).substr(link.begin, link.size()).rfind(destination);
  return at == std::string_view::npos ? link : sub_span(link, at, destination.size());
}

TapeFindings walk_tape(const WalkContext& context, const Tape& tape,
                       const std::vector<OwnedRun>& runs) {
  return Walk(context, tape, runs).run();
}

}  // namespace milepost
