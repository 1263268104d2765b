// One Markdown file: a record or a page, and the records written in it.
#include <fmt/format.h>

#include <algorithm>

#include "shape/decode.h"
#include "shape/draft.h"
#include "shape/spellings.h"
#include "shape/unset.h"
#include "shape/visibility_label.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// The scalar of the front matter under a key in any case (`title`, `Title`).
Written front_scalar(const FileWork& work, const Document& document, std::string_view key) {
  Written found;
  if (document.yaml.empty() || document.yaml.nodes[0].kind != YamlKind::mapping) return found;
  for_each_entry(document.yaml, 0, [&](uint32_t name, uint32_t value) {
    if (found.text.empty() && iequals(document.yaml.nodes[name].text, key)) {
      found = written_scalar(work, document.yaml, value);
    }
  });
  return found;
}

std::string title_of_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  name = name.substr(0, name.rfind('.'));
  if (is_index_file(path) && slash != std::string_view::npos) {
    const std::string_view folder = path.substr(0, slash);
    const std::size_t before = folder.rfind('/');
    name = before == std::string_view::npos ? folder : folder.substr(before + 1);
  }
  std::string title(name);
  std::replace(title.begin(), title.end(), '-', ' ');
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty()) title[0] = ascii_upper(title[0]);
  return title;
}

Page page_of(FileWork& work, const Document& document, const BodyContext& body) {
  Page page;
  page.file = work.file;
  page.tape = body.tape_index;
  page.visibility = body.visibility;
  page.title = std::string(front_scalar(work, document, "title").text);
  for (const BodyHeading& heading : body.blocks.headings) {
    if (page.title.empty() && heading.level == 1) page.title = heading.text;
  }
  if (page.title.empty()) page.title = title_of_name(work.source.path());
  page.checks = check_items(work, body.tape, body.tape_index, body.blocks, kNoKind);
  return page;
}

}  // namespace

void shape_markdown_file(FileWork& work, const Document& document) {
  const BodyBlocks blocks = body_blocks(document.body);
  BodyContext body{
      document.body, static_cast<uint32_t>(work.file), blocks, coverage_of(work), {}, kNoKind, {}};
  body.visibility = body.coverage.visibility;
  const bool is_record = shape_record_file(work, document, body);
  if (!is_record) {
    const std::string_view label = label_of_page(work, document, blocks);
    if (!label.empty()) body.visibility = label;
    work.page = page_of(work, document, body);
  } else if (!work.records.back().visibility.empty()) {
    body.visibility = work.records.back().visibility;
  }
  shape_tables(work, body);
  shape_blocks(work, body);
  shape_list_items(work, body);
}

}  // namespace milepost
