// A Markdown file while its record is put together, shared by the readers of its parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "parse/document.h"
#include "shape/draft.h"
#include "shape/spellings.h"

namespace milepost {

struct FileDraft {
  FileWork& work;
  const Kinds& kinds;
  const Document& document;
  BodyContext& body;
  const Tape& tape;

  Draft draft = {};
  std::deque<YamlTree> trees = {};  // what fields of `draft` point into
  std::size_t front_fields = 0;     // fields of `draft` that came from the front matter
  uint32_t title = kNoHeading;      // the heading that is the title
  uint8_t section_level = 7;        // of the headings that part the body; 7: none do
  uint32_t first_section = 0;       // the first block below one of them
  std::vector<bool> taken = {};     // by block: cut from the body, a field was made of it
  std::vector<uint32_t> read = {};  // blocks that gave a field and stay

  const BodyHeading& heading(uint32_t number) const { return body.blocks.headings[number]; }
};

/// Text or Markdown: what any prose can fill.
inline bool is_prose_type(const Field& field) {
  return field.type == ValueType::markdown || field.type == ValueType::text;
}

/// `Status: accepted` lines, lists of such lines and a key/value table above the first section.
void read_lead(FileDraft& file);

/// Sections whose heading is a field of the kind, `## Status` with its relations among them.
void read_sections(FileDraft& file);

}  // namespace milepost
