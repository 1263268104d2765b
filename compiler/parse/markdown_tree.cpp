// The one door to cmark-gfm: parses, walks without recursion, copies out what we need.
#include "parse/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>

#include "markup/tape.h"

namespace milepost {
namespace {

struct ParserFree {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IterFree {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

struct Extensions {
  cmark_syntax_extension* table = nullptr;
  cmark_syntax_extension* task_list = nullptr;
};

// Registration writes global tables of the library: once, before the first parse of any thread.
const Extensions& extensions() {
  static const Extensions registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return Extensions{cmark_find_syntax_extension("table"),
                      cmark_find_syntax_extension("tasklist")};
  }();
  return registered;
}

uint32_t positive(int value) {
  return static_cast<uint32_t>(std::max(value, 0));
}

uint8_t alignment_flag(uint8_t alignment) {
  switch (alignment) {
    case 'l':
      return kAlignLeft;
    case 'c':
      return kAlignCenter;
    case 'r':
      return kAlignRight;
    default:
      return 0;
  }
}

class Copier {
 public:
  explicit Copier(MarkTree& tree) : tree_(tree) {}

  void copy(cmark_node* root) {
    const std::unique_ptr<cmark_iter, IterFree> iter(cmark_iter_new(root));
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
      cmark_node* node = cmark_iter_get_node(iter.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        MarkNode& closed = tree_.nodes[open_.back()];
        closed.size = static_cast<uint32_t>(tree_.nodes.size()) - open_.back();
        open_.pop_back();
      }
    }
  }

 private:
  void enter(cmark_node* node) {
    MarkNode copy;
    copy.line = positive(cmark_node_get_start_line(node));
    copy.column = positive(cmark_node_get_start_column(node));
    copy.end_line = positive(cmark_node_get_end_line(node));
    copy.end_column = positive(cmark_node_get_end_column(node));
    fill(node, copy);
    // Leaves of the library have no exit event.
    const bool leaf = copy.kind == MarkKind::code_block || copy.kind == MarkKind::html_block ||
                      copy.kind == MarkKind::thematic_break || copy.kind == MarkKind::text ||
                      copy.kind == MarkKind::soft_break || copy.kind == MarkKind::line_break ||
                      copy.kind == MarkKind::code || copy.kind == MarkKind::html_inline;
    if (!leaf) open_.push_back(static_cast<uint32_t>(tree_.nodes.size()));
    tree_.nodes.push_back(copy);
  }

  void keep(const char* text, uint32_t& at, uint32_t& length) {
    const std::string_view value = text == nullptr ? std::string_view() : std::string_view(text);
    at = static_cast<uint32_t>(tree_.text.size());
    length = static_cast<uint32_t>(value.size());
    tree_.text += value;
  }
  void keep_literal(cmark_node* node, MarkNode& copy) {
    keep(cmark_node_get_literal(node), copy.text, copy.text_length);
  }

  void fill(cmark_node* node, MarkNode& copy) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) {
      copy.kind = MarkKind::text;
      keep_literal(node, copy);
    } else if (type == CMARK_NODE_SOFTBREAK) {
      copy.kind = MarkKind::soft_break;
    } else if (type == CMARK_NODE_LINEBREAK) {
      copy.kind = MarkKind::line_break;
    } else if (type == CMARK_NODE_PARAGRAPH) {
      copy.kind = MarkKind::paragraph;
    } else if (type == CMARK_NODE_EMPH) {
      copy.kind = MarkKind::emphasis;
    } else if (type == CMARK_NODE_STRONG) {
      copy.kind = MarkKind::strong;
    } else if (type == CMARK_NODE_CODE) {
      copy.kind = MarkKind::code;
      keep_literal(node, copy);
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
      copy.kind = type == CMARK_NODE_LINK ? MarkKind::link : MarkKind::image;
      keep(cmark_node_get_url(node), copy.text, copy.text_length);
      keep(cmark_node_get_title(node), copy.extra, copy.extra_length);
    } else if (type == CMARK_NODE_HEADING) {
      copy.kind = MarkKind::heading;
      copy.level = static_cast<uint8_t>(cmark_node_get_heading_level(node));
    } else if (type == CMARK_NODE_LIST) {
      copy.kind = MarkKind::list;
      if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
        copy.flags |= kOrdered;
        copy.number = positive(cmark_node_get_list_start(node));
      }
      if (cmark_node_get_list_tight(node) != 0) copy.flags |= kTight;
    } else if (type == CMARK_NODE_ITEM) {
      // Task items have the same type; only their extension tells them from the others.
      copy.kind = MarkKind::item;
      if (cmark_node_get_syntax_extension(node) == extensions().task_list) {
        copy.flags |= kTask;
        if (cmark_gfm_extensions_get_tasklist_item_checked(node)) copy.flags |= kChecked;
      }
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      copy.kind = MarkKind::block_quote;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      copy.kind = MarkKind::code_block;
      keep_literal(node, copy);
      keep(cmark_node_get_fence_info(node), copy.extra, copy.extra_length);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      copy.kind = MarkKind::html_block;
      keep_literal(node, copy);
    } else if (type == CMARK_NODE_HTML_INLINE) {
      copy.kind = MarkKind::html_inline;
      keep_literal(node, copy);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      copy.kind = MarkKind::thematic_break;
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      copy.kind = MarkKind::footnote;
      copy.number = ++footnotes_;  // they stand at the end in order of their numbers
    } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
      copy.kind = MarkKind::footnote_reference;
      const char* number = cmark_node_get_literal(node);
      for (; number != nullptr && *number >= '0' && *number <= '9'; ++number) {
        copy.number = copy.number * 10 + static_cast<uint32_t>(*number - '0');
      }
    } else if (cmark_node_get_syntax_extension(node) == extensions().table) {
      fill_table_part(node, copy);
    }
  }

  // The public headers do not have the types of tables, only their names.
  void fill_table_part(cmark_node* node, MarkNode& copy) {
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table") {
      copy.kind = MarkKind::table;
      const uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
      const uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
      alignments_.assign(alignments, alignments + columns);
    } else if (name == "table_cell") {
      copy.kind = MarkKind::table_cell;
      if (column_ < alignments_.size()) copy.flags |= alignment_flag(alignments_[column_]);
      ++column_;
    } else {
      copy.kind = MarkKind::table_row;
      if (cmark_gfm_extensions_get_table_row_is_header(node) != 0) copy.flags |= kHead;
      column_ = 0;
    }
  }

  MarkTree& tree_;
  std::vector<uint32_t> open_;
  std::vector<uint8_t> alignments_;  // of the table being copied; tables do not nest
  std::size_t column_ = 0;
  uint32_t footnotes_ = 0;
};

}  // namespace

void read_mark_tree(std::string_view text, MarkTree& tree) {
  tree.nodes.clear();
  tree.text.clear();
  tree.text.reserve(text.size());
  const Extensions& known = extensions();
  const std::unique_ptr<cmark_parser, ParserFree> parser(
      cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES));
  cmark_parser_attach_syntax_extension(parser.get(), known.table);
  cmark_parser_attach_syntax_extension(parser.get(), known.task_list);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, NodeFree> root(cmark_parser_finish(parser.get()));
  Copier(tree).copy(root.get());
}

}  // namespace milepost
