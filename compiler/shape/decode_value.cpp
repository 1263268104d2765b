// Hands each value to the reader of its type; lists, unset words and wrong shapes.
#include <fmt/format.h>

#include <algorithm>

#include "parse/markdown.h"
#include "shape/codes.h"
#include "shape/decode.h"
#include "shape/label_line.h"
#include "shape/record_id.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/suspicious.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestQuote = 60;

bool is_party(ValueType type) {
  return type == ValueType::person || type == ValueType::team || type == ValueType::role;
}

// Types whose values may come several in one text even where the field is no list.
bool takes_several(const Field& field) {
  return field.list || is_party(field.type);
}

// True if `word` is one that a template offers for the field.
bool is_field_word(const Decoding& d, const Field& field, std::string_view word) {
  const Kinds& kinds = d.work.facts.kinds;
  word = strip_emphasis(word);
  switch (field.type) {
    case ValueType::status:
      return kinds.find_status(d.kind, word) != kNoStatus ||
             kinds.find_health(word) != Health::none || kinds.find_check(word) != CheckWord::none;
    case ValueType::health:
      return kinds.find_health(word) != Health::none;
    case ValueType::level:
      return kinds.find_level(word) != 0 || (word.size() == 1 && word[0] >= '1' && word[0] <= '5');
    case ValueType::choice:
      return kinds.find_choice(field.id, word).has_value();
    case ValueType::boolean:
      return iequals(word, "yes") || iequals(word, "no") || iequals(word, "y") ||
             iequals(word, "n") || iequals(word, "true") || iequals(word, "false");
    default:
      return false;
  }
}

bool has_words(ValueType type) {
  return type == ValueType::status || type == ValueType::health || type == ValueType::level ||
         type == ValueType::choice || type == ValueType::boolean;
}

// A word of the field's own vocabulary is a value even where it usually means "nothing": a check
// result of `n/a`, a choice called `none`.
bool is_own_word(const Decoding& d, const Field& field, std::string_view word) {
  const Kinds& kinds = d.work.facts.kinds;
  if (field.type == ValueType::choice) return kinds.find_choice(field.id, word).has_value();
  if (field.type == ValueType::status) return kinds.find_status(d.kind, word) != kNoStatus;
  return false;
}

// `Low/Medium`: two levels, the second one above the first.
bool is_neighbours(const Kinds& kinds, std::string_view text) {
  text = strip_emphasis(text);
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos) {
    return false;
  }
  if (is_ascii_digit(text.front())) return true;  // 3/5 is a number on a scale
  const uint8_t low = kinds.find_level(text.substr(0, slash));
  return low != 0 && kinds.find_level(text.substr(slash + 1)) == low + 1;
}

// True if the text is unset; marks what kind of unset it is.
bool skip_unset(Decoding& d, const Field& field, std::string_view text) {
  if (has_words(field.type)) {
    const bool unmade = is_unmade_choice(
        text, [&](std::string_view word) { return is_field_word(d, field, word); });
    // `Low/Medium` is a judgement between two neighbours.
    if (unmade && field.type == ValueType::level && is_neighbours(d.work.facts.kinds, text)) {
      return false;
    }
    if (unmade && !is_own_word(d, field, text)) {
      d.leftover = true;
      return true;
    }
  }
  const Unset unset = unset_word(text);
  if (unset == Unset::no || is_own_word(d, field, strip_emphasis(text))) return false;
  if (unset == Unset::leftover && field.type == ValueType::ref) {
    // [DEP-014] is a reference in brackets.
    const std::string_view inside = strip_emphasis(text);
    if (looks_like_id(d.work.facts.kinds, inside.substr(1, inside.size() - 2))) return false;
  }
  d.leftover |= unset == Unset::leftover;
  d.to_be_decided |= unset == Unset::to_be_decided;
  return true;
}

MarkdownText markdown_of(Decoding& d, const Written& w) {
  Tape tape = w.exact ? parse_markdown(w.text, w.span.file, w.span.begin, d.work.sink)
                      : parse_markdown_value(w.text, w.span, d.work.sink);
  const uint32_t count = tape.nodes.empty() ? 0 : tape.nodes[0].size - 1;
  return {d.work.add_tape(std::move(tape)), {1, count}};
}

// True if the text, read as a document, would begin with a block: a quote (`>80%`), a list, a
// heading, a fence. What stands in a line of its own has no blocks.
bool begins_block(std::string_view text) {
  const char c = text.front();
  if (c == '>' || c == '#' || c == '|' || c == '=' || c == '<') return true;
  if (text.starts_with("```") || text.starts_with("~~~")) return true;
  return list_marker(text) != 0 || text == "-" || text.starts_with("---");
}

// Text of a Markdown value without its markup; the markup is kept beside it.
void set_text(Decoding& d, const Written& w, Value& value) {
  const bool marked = w.markdown && w.text.find_first_of("*_`[]\\&~!") != std::string_view::npos;
  if (!marked || begins_block(w.text)) return;
  const MarkdownText markdown = markdown_of(d, w);
  const Tape& tape = d.work.made_tapes[markdown.tape - kMadeTape];
  value.text = d.work.strings.keep(trim_spaces(plain_text(tape, markdown.slice)));
  value.data = markdown;
}

bool read_scalar(Decoding& d, const Field& field, const Written& w, Value& value) {
  switch (field.type) {
    case ValueType::text:
      set_text(d, w, value);
      return true;
    case ValueType::markdown:
      value.data = markdown_of(d, w);
      return true;
    case ValueType::date:
      return read_date(d, field, w, value);
    case ValueType::datetime:
      return read_datetime(d, field, w, value);
    case ValueType::when:
      return read_when(d, field, w, value);
    case ValueType::duration:
      return read_duration(d, field, w, value);
    case ValueType::estimate:
      return read_estimate(d, field, w, value);
    case ValueType::effort:
      return read_effort(d, field, w, value);
    case ValueType::level:
      return read_level(d, field, w, value);
    case ValueType::status:
      return read_status(d, field, w, value);
    case ValueType::health:
      return read_health(d, field, w, value);
    case ValueType::person:
    case ValueType::team:
    case ValueType::role:
      return read_person(d, field, w, value);
    case ValueType::ref:
      return read_reference(d, field, w, value);
    case ValueType::money:
      return read_money(d, field, w, value);
    case ValueType::percent:
      return read_percent(d, field, w, value);
    case ValueType::number:
      return read_number(d, field, w, value);
    case ValueType::boolean:
      return read_boolean(d, field, w, value);
    case ValueType::url:
      return read_url(d, field, w, value);
    case ValueType::choice:
      return read_choice(d, field, w, value);
    case ValueType::object:
      return true;
  }
  return true;
}

void decode_one(Decoding& d, const Field& field, const Written& w, std::vector<Value>& values) {
  Value value;
  value.text = d.work.lasting(w.text);
  value.span = w.span;
  if (!read_scalar(d, field, w, value)) {
    value.unreadable = !field.loose;
    value.data = std::monostate{};
    if (d.prose) return;
    set_text(d, w, value);
  }
  values.push_back(std::move(value));
}

std::string_view shape_name(YamlKind kind) {
  switch (kind) {
    case YamlKind::sequence:
      return "a list";
    case YamlKind::mapping:
      return "a mapping";
    default:
      return "one value";
  }
}

// A mapping for a field that takes none: kept as text, and said.
void keep_shape(Decoding& d, const Field& field, const YamlNode& node, std::vector<Value>& values) {
  const Written source = written_source(d.work, node);
  if (field.type != ValueType::text) {
    complain(d, field, code::wrong_shape, source.span,
             fmt::format("`{}` takes {}, not {}", field.name,
                         field.list ? "a list of values" : "one value", shape_name(node.kind)),
             fmt::format("write `{}: …` with the value alone; what belongs to it has fields of "
                         "its own",
                         field.name));
  }
  Value value;
  value.text = source.text;
  value.span = source.span;
  value.unreadable = field.type != ValueType::text && !field.loose;
  values.push_back(std::move(value));
}

void decode_mapping(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                    std::vector<Value>& values) {
  const YamlNode& mapping = tree.nodes[node];
  if (mapping.size == 1) return;
  Value value;
  const Written source = written_source(d.work, mapping);
  value.text = source.text;
  value.span = source.span;
  bool read = true;
  switch (field.type) {
    case ValueType::object:
      decode_object(d, field, tree, node, values);
      return;
    case ValueType::ref:
      read = read_reference_mapping(d, field, tree, node, value);
      break;
    case ValueType::health:
      read = read_health_mapping(d, field, tree, node, value);
      break;
    case ValueType::estimate:
      read = read_estimate_mapping(d, field, tree, node, value);
      break;
    case ValueType::markdown:
      value.data = markdown_of(d, source);
      break;
    case ValueType::url:
      // `- Original PR: https://…`
      read = read_url(d, field, source, value);
      break;
    default:
      keep_shape(d, field, mapping, values);
      return;
  }
  if (!read) {
    value.unreadable = !field.loose;
    value.data = std::monostate{};
  }
  values.push_back(std::move(value));
}

}  // namespace

Written written_scalar(const FileWork& work, const YamlTree& tree, uint32_t node) {
  const YamlNode& scalar = tree.nodes[node];
  Written w{scalar.text, scalar.span, false, false};
  if (scalar.kind != YamlKind::scalar) {
    w.text = {};
    return w;
  }
  if (work.stands_in_file(scalar.text)) {
    const auto begin = static_cast<uint32_t>(scalar.text.data() - work.source.bytes().data());
    w.span = {work.file, begin, begin + static_cast<uint32_t>(scalar.text.size())};
    w.exact = true;
  }
  return trimmed(w);
}

Written written_source(const FileWork& work, const YamlNode& node) {
  const Written w{work.source.slice(node.span.begin, node.span.end), node.span, true, false};
  return trimmed(w);
}

void decode_text(Decoding& d, const Field& field, const Written& written,
                 std::vector<Value>& values) {
  const Written w = trimmed(written);
  if (w.text.empty() || skip_unset(d, field, w.text)) return;
  if (field.type == ValueType::object) {
    if (!field.list && !field.keyed) {
      decode_object_text(d, field, w, values);
      return;
    }
    // Semicolons and line breaks part objects; a comma may stand inside one.
    const bool many = w.text.find_first_of(";\n") != std::string_view::npos;
    const std::vector<Written> parts = many ? list_pieces(w, /*prose=*/true) : std::vector{w};
    for (const Written& part : parts) decode_object_text(d, field, part, values);
    return;
  }
  if (field.type == ValueType::ref) {
    decode_references(d, field, w, values);
    return;
  }
  if (!takes_several(field) || field.type == ValueType::markdown) {
    decode_one(d, field, w, values);
    return;
  }
  const std::vector<Written> parts =
      is_party(field.type) ? split_people(w) : list_pieces(w, field.type == ValueType::text);
  for (const Written& part : parts) {
    if (!skip_unset(d, field, part.text)) decode_one(d, field, part, values);
  }
}

namespace {

// Several items of a field of prose are one text with a list in it; empty if they are not all
// texts.
std::string as_markdown_list(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node) {
  std::string list;
  std::size_t items = 0;
  bool texts = true;
  for_each_item(tree, node, [&](uint32_t item) {
    texts &= tree.nodes[item].kind == YamlKind::scalar;
    if (!texts) return;
    const Written w = written_scalar(d, tree, item);
    if (w.text.empty() || skip_unset(d, field, w.text)) return;
    ++items;
    list += list.empty() ? "- " : "\n- ";
    for (const char c : w.text) {
      list.push_back(c);
      if (c == '\n') list += "  ";
    }
  });
  return texts && items > 1 ? list : std::string();
}

}  // namespace

void decode_yaml(Decoding& d, const Field& field, const YamlTree& tree, uint32_t node,
                 std::vector<Value>& values) {
  const YamlNode& value = tree.nodes[node];
  switch (value.kind) {
    case YamlKind::null:
      return;
    case YamlKind::scalar: {
      const Written w = written_scalar(d, tree, node);
      const bool block = value.style == YamlStyle::block;
      // A block of text is one value, its commas are prose.
      if (block && (field.type == ValueType::text || field.type == ValueType::markdown)) {
        if (!w.text.empty() && !skip_unset(d, field, w.text)) decode_one(d, field, w, values);
        return;
      }
      decode_text(d, field, w, values);
      return;
    }
    case YamlKind::mapping:
      decode_mapping(d, field, tree, node, values);
      return;
    case YamlKind::sequence:
      break;
  }
  if (field.type == ValueType::markdown && !field.list) {
    if (const std::string text = as_markdown_list(d, field, tree, node); !text.empty()) {
      decode_one(d, field, {d.work.strings.keep(text), written_source(d.work, value).span}, values);
      return;
    }
  }
  std::size_t items = 0;
  bool reported = false;
  for_each_item(tree, node, [&](uint32_t item) {
    const YamlNode& one = tree.nodes[item];
    if (++items > 1 && !takes_several(field) && !field.keyed && !values.empty()) {
      if (!reported) {
        const Written source = written_source(d.work, value);
        complain(d, field, code::wrong_shape, source.span,
                 fmt::format("`{}` takes one value, not a list; the first counts", field.name),
                 fmt::format("write `{}: {}`", field.name, values.front().text));
        reported = true;
      }
      return;
    }
    if (one.kind == YamlKind::mapping) {
      decode_mapping(d, field, tree, item, values);
    } else if (one.kind == YamlKind::scalar) {
      const Written w = written_scalar(d, tree, item);
      if (w.text.empty() || skip_unset(d, field, w.text)) return;
      if (field.type == ValueType::object)
        decode_object_text(d, field, w, values);
      else if (field.type == ValueType::ref)
        decode_references(d, field, w, values);
      else
        decode_one(d, field, w, values);
    } else if (one.kind == YamlKind::sequence) {
      keep_shape(d, field, one, values);
    }
  });
}

void complain(Decoding& d, const Field& field, uint16_t code, Span span, std::string message,
              std::string help) {
  if (field.loose) return;
  d.work.sink.report({code, d.severity, span, std::move(message), std::move(help), {}});
}

std::string quoted(std::string_view text) {
  std::string line = show_invisible(normalize_spaces(text));
  if (count_code_points(line) > kLongestQuote) {
    line = std::string(truncate_characters(line, kLongestQuote - 1)) + "…";
  }
  std::replace(line.begin(), line.end(), '`', '\'');
  return "`" + line + "`";
}

std::string suggestion(FileWork& work, std::string_view word,
                       const std::vector<std::string_view>& words, std::string otherwise) {
  if (--work.suggestions_left < 0) return otherwise;
  const std::vector<std::size_t> near = nearest(word, words, 1);
  if (near.empty()) return otherwise;
  return fmt::format("did you mean `{}`?", words[near.front()]);
}

}  // namespace milepost
