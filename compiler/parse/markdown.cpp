// Markdown to a tape through cmark-gfm.
#include "parse/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <mutex>
#include <vector>

#include "text/ascii.h"

namespace milepost {
namespace {

void register_once() {
  static std::once_flag flag;
  std::call_once(flag, [] { cmark_gfm_core_extensions_ensure_registered(); });
}

std::mutex& parser_mutex() {
  static std::mutex mutex;
  return mutex;
}

struct Lines {
  std::vector<uint32_t> begins{0};
  uint32_t size = 0;
  explicit Lines(std::string_view text) : size(static_cast<uint32_t>(text.size())) {
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') begins.push_back(static_cast<uint32_t>(i + 1));
    }
  }
  uint32_t at(int line, int column) const {
    if (line < 1 || static_cast<size_t>(line) > begins.size()) return size;
    return std::min(size, begins[static_cast<size_t>(line) - 1] +
                              static_cast<uint32_t>(std::max(column, 1) - 1));
  }
};

}  // namespace

Tape parse_markdown(std::string_view text, FileId file, uint32_t offset, DiagnosticSink&) {
  register_once();
  const std::lock_guard lock(parser_mutex());
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  const Lines lines(text);
  Tape tape;
  tape.file = file;
  std::vector<uint32_t> open;
  const auto add = [&](NodeKind kind, const char* literal, cmark_node* node) -> TapeNode& {
    TapeNode made;
    made.kind = kind;
    const int line = cmark_node_get_start_line(node);
    if (line > 0) {
      made.begin = offset + lines.at(line, cmark_node_get_start_column(node));
      made.end = std::max(made.begin, offset + lines.at(cmark_node_get_end_line(node),
                                                        cmark_node_get_end_column(node) + 1));
    } else if (!open.empty()) {
      made.begin = tape.nodes[open.back()].begin;
      made.end = tape.nodes[open.back()].end;
    }
    if (literal != nullptr) {
      made.text = static_cast<uint32_t>(tape.text.size());
      tape.text += literal;
      made.text_length = static_cast<uint32_t>(tape.text.size()) - made.text;
    }
    tape.nodes.push_back(made);
    return tape.nodes.back();
  };
  cmark_iter* iter = cmark_iter_new(root);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iter);
    const cmark_node_type type = cmark_node_get_type(node);
    const bool leaf = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
                      type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
                      type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_THEMATIC_BREAK ||
                      type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
    if (event == CMARK_EVENT_EXIT) {
      if (leaf) continue;
      const uint32_t index = open.back();
      open.pop_back();
      tape.nodes[index].size = static_cast<uint32_t>(tape.nodes.size()) - index;
      continue;
    }
    const std::string_view name = cmark_node_get_type_string(node);
    const auto index = static_cast<uint32_t>(tape.nodes.size());
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) {
      add(NodeKind::text, cmark_node_get_literal(node), node);
    } else if (type == CMARK_NODE_CODE) {
      add(NodeKind::code, cmark_node_get_literal(node), node);
    } else if (type == CMARK_NODE_SOFTBREAK) {
      add(NodeKind::soft_break, nullptr, node);
    } else if (type == CMARK_NODE_LINEBREAK) {
      add(NodeKind::line_break, nullptr, node);
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
      add(NodeKind::code_block, cmark_node_get_literal(node), node);
      const char* info = type == CMARK_NODE_CODE_BLOCK ? cmark_node_get_fence_info(node) : nullptr;
      if (info != nullptr && *info != 0) {
        add(NodeKind::info, info, node);
        tape.nodes[index].size = 2;
      }
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      add(NodeKind::thematic_break, nullptr, node);
    } else {
      NodeKind kind = NodeKind::paragraph;
      const char* literal = nullptr;
      uint8_t flags = 0;
      uint8_t level = 0;
      if (type == CMARK_NODE_DOCUMENT) kind = NodeKind::document;
      if (type == CMARK_NODE_BLOCK_QUOTE) kind = NodeKind::block_quote;
      if (type == CMARK_NODE_LIST) {
        kind = NodeKind::list;
        if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) flags |= kOrdered;
        if (cmark_node_get_list_tight(node)) flags |= kTight;
      }
      if (type == CMARK_NODE_ITEM) kind = NodeKind::item;
      if (name == "tasklist") {
        kind = NodeKind::item;
        flags |= kTask;
        if (cmark_gfm_extensions_get_tasklist_item_checked(node)) flags |= kChecked;
      }
      if (type == CMARK_NODE_HEADING) {
        kind = NodeKind::heading;
        level = static_cast<uint8_t>(cmark_node_get_heading_level(node));
      }
      if (type == CMARK_NODE_EMPH) kind = NodeKind::emphasis;
      if (type == CMARK_NODE_STRONG) kind = NodeKind::strong;
      if (type == CMARK_NODE_LINK) {
        kind = NodeKind::link;
        literal = cmark_node_get_url(node);
      }
      if (type == CMARK_NODE_IMAGE) {
        kind = NodeKind::image;
        literal = cmark_node_get_url(node);
      }
      if (type == CMARK_NODE_FOOTNOTE_DEFINITION) kind = NodeKind::footnote;
      if (type == CMARK_NODE_FOOTNOTE_REFERENCE) kind = NodeKind::footnote_reference;
      if (name == "strikethrough") kind = NodeKind::strike;
      if (name == "table") kind = NodeKind::table;
      if (name == "table_row") kind = NodeKind::table_row;
      if (name == "table_header") {
        kind = NodeKind::table_row;
        flags |= kHead;
      }
      if (name == "table_cell") kind = NodeKind::table_cell;
      TapeNode& made = add(kind, literal, node);
      made.flags = flags;
      made.level = level;
      if (kind == NodeKind::list)
        made.text_length = static_cast<uint32_t>(cmark_node_get_list_start(node));
      open.push_back(index);
    }
  }
  cmark_iter_free(iter);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return tape;
}

Tape parse_markdown_value(std::string_view text, Span whole, DiagnosticSink& sink) {
  Tape tape = parse_markdown(text, whole.file, 0, sink);
  for (TapeNode& node : tape.nodes) {
    node.begin = whole.begin;
    node.end = whole.end;
  }
  return tape;
}

}  // namespace milepost
