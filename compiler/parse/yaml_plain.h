// The plain subset of YAML that nearly every record is written in, read by hand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/yaml.h"
#include "parse/yaml_mistake.h"
#include "parse/yaml_tree.h"

namespace milepost {

enum class PlainEnd : uint8_t {
  done,     // the tree is the document
  unusual,  // valid or not, it needs a full YAML parser
  mistake,  // not YAML, or YAML that says something else than it seems to
};

/// Reads block mappings and sequences, flow collections, scalars on one line, and literal and
/// folded blocks. Whatever it accepts, yaml-cpp reads to the same tree; whatever it is not sure of
/// is `unusual`. One pass; the only memory it takes is the tree's.
class PlainYamlReader {
 public:
  PlainYamlReader(std::string_view text, FileId file, uint32_t offset, const YamlOptions& options,
                  YamlTree& tree);

  PlainEnd run();
  const YamlMistake& mistake() const { return mistake_; }

 private:
  /// An open block collection. The first is the document: it has indent -1 and waits for its value.
  struct Frame {
    uint32_t node = 0;
    int32_t indent = -1;
    bool is_mapping = false;
    bool waiting = true;    // a key or dash was read, its value was not
    uint32_t value_at = 0;  // where that value stands if it is empty
  };
  struct Key {
    uint32_t begin = 0;
    uint32_t end = 0;    // of the key as written
    uint32_t after = 0;  // behind the colon
  };
  struct Quoted {
    uint32_t end = 0;  // behind the closing quote
    bool escapes = false;
  };
  enum class Scan : uint8_t { found, none, stop };

  // All that return bool give false when reading must stop.
  bool fail(YamlMistake mistake);
  bool unusual();

  // yaml_plain.cpp: the block structure
  void close_early();
  bool read_lines();
  bool read_marker(uint32_t at);
  bool read_entry(uint32_t pos, int32_t indent);
  bool open_item(uint32_t pos, int32_t column);
  bool read_pair(const Key& key, int32_t column);
  bool read_lone_value(uint32_t pos, int32_t column);
  bool missing_space(uint32_t begin, uint32_t end, std::size_t colon);
  bool read_deeper(uint32_t pos, int32_t indent, int32_t popped);
  bool open_block(YamlKind kind, uint32_t pos, int32_t column);
  void close_block();
  void fill_waiting();
  Scan scan_key(uint32_t pos, Key& key);
  bool is_dash(uint32_t pos) const;
  bool bad_tab(uint32_t line, uint32_t tab);

  // yaml_plain_value.cpp: values
  bool read_value(uint32_t pos, int32_t parent_indent);
  bool read_plain(uint32_t pos);
  bool read_special(uint32_t pos);
  bool read_quoted(uint32_t pos, int32_t parent_indent);
  bool read_block_scalar(uint32_t pos, int32_t parent_indent);
  bool scan_quoted(uint32_t pos, int32_t parent_indent, Quoted& quoted);
  bool push_quoted(uint32_t pos, const Quoted& quoted);
  bool decode_double(uint32_t pos, uint32_t end, std::string& out);
  bool end_of_value(uint32_t begin, uint32_t end);
  bool push_node(YamlKind kind, YamlStyle style, uint32_t begin, uint32_t end,
                 std::string_view text);

  // yaml_plain_flow.cpp: [a, b] and {a: b}
  bool read_flow(uint32_t pos, int32_t parent_indent);
  bool skip_flow_space(uint32_t& pos, int32_t parent_indent);
  bool read_flow_scalar(uint32_t& pos, int32_t parent_indent);
  bool push_missing_value();
  bool open_flow_mistake();

  void set_line(uint32_t begin);
  uint32_t skip_spaces(uint32_t pos) const {
    while (pos < line_end_ && text_[pos] == ' ') ++pos;
    return pos;
  }
  bool at_end_or_comment(uint32_t pos) const {
    return pos >= line_end_ || (text_[pos] == '#' && pos > 0 && text_[pos - 1] == ' ');
  }
  bool blank_at(uint32_t pos) const { return pos >= line_end_ || text_[pos] == ' '; }
  uint32_t value_end(uint32_t pos) const;
  std::string_view slice(uint32_t begin, uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  FileId file_;
  uint32_t offset_;
  const YamlOptions& options_;
  YamlTree& tree_;

  std::vector<Frame> frames_;
  std::vector<uint32_t> flow_;  // nodes of the open flow collections
  uint32_t line_end_ = 0;       // of the line being read, without its line end
  uint32_t next_ = 0;           // where the line after it begins
  bool has_content_ = false;
  bool has_marker_ = false;
  bool has_ended_ = false;  // by "..."
  bool has_tab_ = false;
  bool last_was_plain_ = false;  // the last value was a plain scalar on one line
  uint32_t last_begin_ = 0;
  uint32_t last_end_ = 0;
  YamlMistake mistake_;
};

/// "~", "null", "Null", "NULL".
bool is_yaml_null(std::string_view text);

}  // namespace milepost
