// Finds the tags of a template.
#include <algorithm>

#include "render/template_scan.h"
#include "text/ascii.h"

namespace milepost {

namespace {

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return is_ascii_alnum(c) || c == '_' || c == '-' || c == '/' || c == '.';
  });
}

}  // namespace

TemplateTags find_template_tags(std::string_view text) {
  TemplateTags found;
  const auto problem = [&](uint16_t code, size_t begin, size_t end, std::string message,
                           std::string help) {
    found.problems.push_back({code, begin, end, std::move(message), std::move(help)});
  };
  for (size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
    if (text.substr(at, 3) == "{{{") {
      const size_t close = text.find("}}}", at);
      const size_t end = close == std::string_view::npos ? text.size() : close + 3;
      problem(556, at, std::min(end, at + 80), "`{{{` would put a value into the page unescaped",
              "write `{{name}}`: what is HTML already is not escaped again");
      at = end;
      continue;
    }
    const size_t close = text.find("}}", at);
    if (close == std::string_view::npos) {
      problem(551, at, at + 2, "`{{` without `}}`", "end the tag with `}}`");
      break;
    }
    const size_t end = close + 2;
    std::string_view inside = trim(text.substr(at + 2, close - at - 2));
    const char sigil = inside.empty() ? ' ' : inside.front();
    TemplateTag tag{TemplateTagKind::value, inside, at, end};
    switch (sigil) {
      case '#':
        tag.kind = TemplateTagKind::section;
        break;
      case '^':
        tag.kind = TemplateTagKind::inverted;
        break;
      case '/':
        tag.kind = TemplateTagKind::end;
        break;
      case '>':
        tag.kind = TemplateTagKind::partial;
        break;
      case '!':
        tag.kind = TemplateTagKind::comment;
        break;
      default:
        break;
    }
    if (tag.kind != TemplateTagKind::value) tag.name = trim(inside.substr(1));
    if (sigil == '&') {
      problem(556, at, end, "`{{&` would put a value into the page unescaped",
              "write `{{name}}`: what is HTML already is not escaped again");
    } else if (sigil == '=') {
      problem(551, at, end, "tags have no other brackets than `{{` and `}}` here",
              "remove this tag");
    } else if (tag.kind != TemplateTagKind::comment && !is_name(tag.name)) {
      problem(551, at, end, "a tag needs a name of letters, digits, `_`, `-`, `.` and `/`",
              "write `{{name}}`, `{{#name}}` … `{{/name}}` or `{{> partials/name}}`");
    } else {
      found.tags.push_back(tag);
    }
    at = end;
  }
  return found;
}

}  // namespace milepost
