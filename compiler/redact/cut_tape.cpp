// Cuts what is hidden out of a tape.
#include "redact/cut_tape.h"

#include <algorithm>
#include <string>
#include <utility>

namespace milepost {
namespace {

// What a hidden record may stand in beside others.
bool may_be_a_record(NodeKind kind) {
  return kind == NodeKind::table_row || kind == NodeKind::item || kind == NodeKind::code_block;
}

bool holds_text(NodeKind kind) {
  return kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block;
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

class TapeCutter {
 public:
  TapeCutter(const Tape& tape, std::vector<CutReference>& references, const Program& program,
             const Redaction& redaction)
      : tape_(tape), references_(references), program_(program), redaction_(redaction) {}

  // Marks what goes; false if nothing does.
  bool mark() {
    cut_.assign(tape_.nodes.size(), false);
    mark_regions();
    mark_rows();
    mark_places();
    const bool cut = std::ranges::find(cut_, true) != cut_.end();
    if (cut) mark_emptied();
    const bool hidden_target = std::ranges::any_of(
        references_, [&](const CutReference& r) { return !redaction_.shows(r.reference.target); });
    return cut || hidden_target;
  }

  CutTape make() {
    CutTape result;
    result.tape.file = tape_.file;
    result.kept_before.reserve(tape_.nodes.size() + 1);
    size_t reference = 0;
    for (uint32_t i = 0; i < tape_.nodes.size();) {
      const uint32_t end = i + tape_.nodes[i].size;
      while (reference < references_.size() && at(reference).node < i) ++reference;
      if (cut_[i]) {
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
  void cut(uint32_t i) {
    std::fill(cut_.begin() + i, cut_.begin() + i + tape_.nodes[i].size, true);
  }

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

  static void skip_to(CutTape& result, uint32_t from, uint32_t end) {
    const auto kept = static_cast<uint32_t>(result.tape.nodes.size());
    for (uint32_t i = from; i < end; ++i) result.kept_before.push_back(kept);
  }

  static uint32_t add_text(CutTape& result, std::string_view text) {
    const auto at = static_cast<uint32_t>(result.tape.text.size());
    result.tape.text += text;
    return at;
  }

  void replace(CutTape& result, uint32_t i) {
    result.kept_before.push_back(static_cast<uint32_t>(result.tape.nodes.size()));
    TapeNode node = tape_.nodes[i];
    node.kind = NodeKind::text;
    node.level = node.flags = 0;
    node.text = add_text(result, kInternalItem);
    node.text_length = static_cast<uint32_t>(kInternalItem.size());
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
    if (!numbered) {
      const std::string_view text = tape_.text_of(node);
      node.text = static_cast<uint32_t>(result.tape.text.size());
      size_t from = 0;
      for (size_t r = reference; r < references_.size() && at(r).node == i; ++r) {
        const TapeReference mention = at(r);
        if (mention.length == 0 || mention.offset < from ||
            mention.offset + size_t{mention.length} > text.size()) {
          continue;
        }
        add_text(result, text.substr(from, mention.offset - from));
        from = mention.offset + size_t{mention.length};
        if (!redaction_.shows(mention.target)) {
          add_text(result, kInternalItem);
          continue;
        }
        keep_reference(result, r, here, static_cast<uint32_t>(result.tape.text.size()) - node.text);
        add_text(result, text.substr(mention.offset, mention.length));
      }
      add_text(result, text.substr(from));
      node.text_length = static_cast<uint32_t>(result.tape.text.size()) - node.text;
    }
    result.tape.nodes.push_back(node);
  }

  const Tape& tape_;
  std::vector<CutReference>& references_;
  const Program& program_;
  const Redaction& redaction_;
  std::vector<bool> cut_;
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
                 const Program& program, const Redaction& redaction) {
  TapeCutter cutter(tape, references, program, redaction);
  if (cutter.mark()) return cutter.make();
  if (movable != nullptr) return {std::move(*movable), std::move(references), {}};
  return {tape, std::move(references), {}};
}

}  // namespace milepost
