// Cuts what is hidden out of a tape.
#include "redact/cut_tape.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/left_out.h"

namespace milepost {
namespace {

// What a hidden record may stand in beside others.
bool may_be_a_record(NodeKind kind) {
  return kind == NodeKind::table_row || kind == NodeKind::item || kind == NodeKind::code_block;
}

bool holds_text(NodeKind kind) {
  return kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block;
}

bool is_block(NodeKind kind) {
  return kind < NodeKind::text;
}

// Nodes that mean nothing once all below them is gone. Cells and rows keep a table's shape.
bool vanishes_when_empty(NodeKind kind) {
  switch (kind) {
    case NodeKind::paragraph:
    case NodeKind::heading:
    case NodeKind::block_quote:
    case NodeKind::list:
    case NodeKind::item:
    case NodeKind::region:
    case NodeKind::emphasis:
    case NodeKind::strong:
    case NodeKind::strike:
    case NodeKind::link:
      return true;
    default:
      return false;
  }
}

// Finds the nodes that go.
class HiddenNodes {
 public:
  HiddenNodes(const Tape& tape, const Program& program, const Redaction& redaction)
      : tape_(tape), program_(program), redaction_(redaction), cut_(tape.nodes.size(), false) {
    mark_regions();
    mark_rows();
    mark_places();
  }

  void cut(uint32_t i) {
    any_ = true;
    std::fill(cut_.begin() + i, cut_.begin() + i + tape_.nodes[i].size, true);
  }

  // With what is left empty; no entries if nothing goes.
  std::vector<bool> take() {
    if (!any_) return {};
    mark_emptied();
    return std::move(cut_);
  }

 private:
  void mark_regions() {
    for (uint32_t i = 0; i < tape_.nodes.size(); ++i) {
      const TapeNode& node = tape_.nodes[i];
      if (node.kind == NodeKind::region && !redaction_.shows(program_.label(tape_.text_of(node)))) {
        cut(i);
      }
    }
  }

  // Of the nodes that hold a hidden record's beginning the innermost is the record.
  void mark_rows() {
    const std::vector<uint32_t>& rows = redaction_.hidden_rows(tape_.file);
    if (rows.empty()) return;
    std::vector<uint32_t> innermost(rows.size(), kHidden);
    for (uint32_t i = 0; i < tape_.nodes.size(); ++i) {
      const TapeNode& node = tape_.nodes[i];
      if (!may_be_a_record(node.kind) || node.end == 0) continue;
      auto at = std::ranges::lower_bound(rows, node.begin);
      for (; at != rows.end() && *at < node.end; ++at) {
        innermost[static_cast<size_t>(at - rows.begin())] = i;
      }
    }
    for (const uint32_t i : innermost) {
      if (i != kHidden) cut(i);
    }
  }

  void mark_places() {
    const std::vector<Span>& places = redaction_.hidden_places(tape_.file);
    if (places.empty()) return;
    for (uint32_t i = 0; i < tape_.nodes.size(); ++i) {
      const TapeNode& node = tape_.nodes[i];
      if (node.end == 0 || node.end <= node.begin) continue;
      // The first place that ends after the node begins.
      const auto at = std::ranges::upper_bound(places, node.begin, {}, &Span::end);
      if (at == places.end() || at->begin >= node.end) continue;
      const bool inside = at->begin <= node.begin && node.end <= at->end;
      if (inside || holds_text(node.kind)) cut(i);
    }
  }

  void mark_emptied() {
    for (auto i = static_cast<uint32_t>(tape_.nodes.size()); i-- > 0;) {
      const TapeNode& node = tape_.nodes[i];
      if (cut_[i] || node.size == 1 || !vanishes_when_empty(node.kind)) continue;
      bool empty = true;
      for (uint32_t child = i + 1; child < i + node.size && empty;
           child += tape_.nodes[child].size) {
        const NodeKind kind = tape_.nodes[child].kind;
        empty = cut_[child] || kind == NodeKind::soft_break || kind == NodeKind::line_break ||
                kind == NodeKind::title || kind == NodeKind::attribute;
      }
      if (empty) cut(i);
    }
  }

  const Tape& tape_;
  const Program& program_;
  const Redaction& redaction_;
  std::vector<bool> cut_;
  bool any_ = false;
};

class TapeCutter {
 public:
  TapeCutter(const Tape& tape, std::vector<CutReference>& references, const Program& program,
             const Redaction& redaction, std::string_view instead)
      : tape_(tape), references_(references), redaction_(redaction), instead_(instead) {
    HiddenNodes hidden(tape, program, redaction);
    if (instead_.empty()) {
      for (const CutReference& one : references_) {
        if (redaction_.shows(one.reference.target)) continue;
        const TapeNode& node = tape_.nodes[one.reference.node];
        // Of a text that is nothing but names nothing is left either.
        if (one.reference.length == 0 || one.reference.length == node.text_length) {
          hidden.cut(one.reference.node);
          dropped_.push_back(one.reference.node);
        }
      }
    }
    cut_ = hidden.take();
  }

  bool has_work() const {
    return !cut_.empty() || std::ranges::any_of(references_, [&](const CutReference& r) {
      return !redaction_.shows(r.reference.target);
    });
  }

  CutTape make() {
    cut_.resize(tape_.nodes.size(), false);
    size_t drop = 0;
    CutTape result;
    result.tape.file = tape_.file;
    result.kept_before.reserve(tape_.nodes.size() + 1);
    size_t reference = 0;
    for (uint32_t i = 0; i < tape_.nodes.size();) {
      const uint32_t end = i + tape_.nodes[i].size;
      while (reference < references_.size() && at(reference).node < i) ++reference;
      if (cut_[i]) {
        while (drop < dropped_.size() && dropped_[drop] < i) ++drop;
        if (drop < dropped_.size() && dropped_[drop] == i) close_before(result, end);
        skip_to(result, i, end);
        i = end;
        continue;
      }
      const bool whole =
          reference < references_.size() && at(reference).node == i && at(reference).length == 0;
      if (whole && !redaction_.shows(at(reference).target)) {
        replace(result, i);
        skip_to(result, i + 1, end);
        i = end;
        continue;
      }
      keep(result, i, reference, whole);
      ++i;
    }
    result.kept_before.push_back(static_cast<uint32_t>(result.tape.nodes.size()));
    // Sizes: what was kept of each kept node's old extent.
    size_t next = 0;
    for (uint32_t i = 0; i < tape_.nodes.size(); ++i) {
      if (result.kept_before[i + 1] == result.kept_before[i]) continue;
      const uint32_t end = i + tape_.nodes[i].size;
      result.tape.nodes[next++].size = result.kept_before[end] - result.kept_before[i];
    }
    return result;
  }

 private:
  static void skip_to(CutTape& result, uint32_t from, uint32_t end) {
    const auto kept = static_cast<uint32_t>(result.tape.nodes.size());
    for (uint32_t i = from; i < end; ++i) result.kept_before.push_back(kept);
  }

  static uint32_t add_text(CutTape& result, std::string_view text) {
    const auto at = static_cast<uint32_t>(result.tape.text.size());
    result.tape.text += text;
    return at;
  }

  // What stands beside the gap that a whole node leaves: a text, the edge of the block, or some
  // other part of the sentence, which nothing is taken from.
  void close_before(CutTape& result, uint32_t next) {
    constexpr std::string_view other = "x";
    TapeNode& last = result.tape.nodes.back();
    const bool text_before = last.kind == NodeKind::text;
    std::string_view before = text_before ? result.tape.text_of(last).substr(0) : other;
    if (is_block(last.kind)) before = {};
    std::string_view after;
    bool text_after = false;
    if (next < tape_.nodes.size() && !is_block(tape_.nodes[next].kind)) {
      text_after = tape_.nodes[next].kind == NodeKind::text && !cut_[next];
      after = text_after ? tape_.text_of(tape_.nodes[next]) : other;
      if (tape_.nodes[next].kind == NodeKind::soft_break) after = " x";
    }
    const Gap gap = close_gap(before, after);
    if (text_before) {
      last.text_length -= static_cast<uint32_t>(gap.before);
      result.tape.text.resize(result.tape.text.size() - gap.before);
    }
    skip_ = text_after ? gap.after : 0;
  }

  void replace(CutTape& result, uint32_t i) {
    result.kept_before.push_back(static_cast<uint32_t>(result.tape.nodes.size()));
    TapeNode node = tape_.nodes[i];
    node.kind = NodeKind::text;
    node.level = node.flags = 0;
    node.text = add_text(result, instead_);
    node.text_length = static_cast<uint32_t>(instead_.size());
    result.tape.nodes.push_back(node);
  }

  const TapeReference& at(size_t i) const { return references_[i].reference; }

  void keep_reference(CutTape& result, size_t i, uint32_t node, uint32_t offset) {
    CutReference kept = std::move(references_[i]);
    kept.reference.node = node;
    kept.reference.offset = offset;
    result.references.push_back(std::move(kept));
  }

  void keep(CutTape& result, uint32_t i, size_t reference, bool whole) {
    const auto here = static_cast<uint32_t>(result.tape.nodes.size());
    result.kept_before.push_back(here);
    TapeNode node = tape_.nodes[i];
    const bool numbered = node.kind == NodeKind::list || node.kind == NodeKind::footnote ||
                          node.kind == NodeKind::footnote_reference;
    if (whole) keep_reference(result, reference, here, at(reference).offset);
    lead_ = lead(result);
    if (!numbered) {
      const std::string_view text = tape_.text_of(node);
      node.text = static_cast<uint32_t>(result.tape.text.size());
      size_t from = std::exchange(skip_, 0);
      for (size_t r = reference; r < references_.size() && at(r).node == i; ++r) {
        const TapeReference mention = at(r);
        if (mention.length == 0 || mention.offset < from ||
            mention.offset + size_t{mention.length} > text.size()) {
          continue;
        }
        add_text(result, text.substr(from, mention.offset - from));
        from = mention.offset + size_t{mention.length};
        if (!redaction_.shows(mention.target)) {
          if (instead_.empty()) {
            from += close_gap_within(result, node.text, text.substr(from));
          } else {
            add_text(result, instead_);
          }
          continue;
        }
        keep_reference(result, r, here, static_cast<uint32_t>(result.tape.text.size()) - node.text);
        add_text(result, text.substr(mention.offset, mention.length));
      }
      add_text(result, text.substr(std::min(from, text.size())));
      node.text_length = static_cast<uint32_t>(result.tape.text.size()) - node.text;
    }
    result.tape.nodes.push_back(node);
  }

  // The character that stands before the next node of a sentence; none at its beginning.
  static std::string_view lead(const CutTape& result) {
    if (result.tape.nodes.empty() || is_block(result.tape.nodes.back().kind)) return {};
    const TapeNode& last = result.tape.nodes.back();
    return last.kind == NodeKind::text && last.text_length > 0 &&
                   std::string_view(result.tape.text).ends_with(' ')
               ? " "
               : "x";
  }

  // Takes what belongs to the gap from the end of the result; how much to take from `after`.
  size_t close_gap_within(CutTape& result, size_t begin, std::string_view after) {
    std::string before(lead_);
    before += std::string_view(result.tape.text).substr(begin);
    const Gap gap = close_gap(before, after);
    const size_t own = result.tape.text.size() - begin;
    result.tape.text.resize(result.tape.text.size() - std::min(gap.before, own));
    return gap.after;
  }

  const Tape& tape_;
  std::vector<CutReference>& references_;
  const Redaction& redaction_;
  std::string_view instead_;
  std::vector<bool> cut_;
  std::vector<uint32_t> dropped_;  // nodes that are cut because they name something hidden, sorted
  std::string_view lead_;          // before the node that is being kept
  size_t skip_ = 0;                // bytes to take from the beginning of the next text
};

}  // namespace

TapeSlice CutTape::slice(TapeSlice old) const {
  if (kept_before.empty() || old.count == 0) return old;
  const uint32_t first = kept_before[old.first];
  return {first, kept_before[old.first + old.count] - first};
}

uint32_t CutTape::node(uint32_t old) const {
  if (kept_before.empty()) return old;
  return kept_before[old + 1] > kept_before[old] ? kept_before[old] : kHidden;
}

CutTape cut_tape(const Tape& tape, Tape* movable, std::vector<CutReference>&& references,
                 const Program& program, const Redaction& redaction, std::string_view instead) {
  TapeCutter cutter(tape, references, program, redaction, instead);
  if (cutter.has_work()) return cutter.make();
  if (movable != nullptr) return {std::move(*movable), std::move(references), {}};
  return {tape, std::move(references), {}};
}

std::vector<bool> hidden_nodes(const Tape& tape, const Program& program,
                               const Redaction& redaction) {
  return HiddenNodes(tape, program, redaction).take();
}

}  // namespace milepost
