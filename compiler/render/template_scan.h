// Reads a template: its tags, and where in the HTML each of them stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/slots.h"

namespace milepost {

enum class TemplateTagKind : uint8_t { value, section, inverted, end, partial, comment };

struct TemplateTag {
  TemplateTagKind kind = TemplateTagKind::value;
  std::string_view name;      // borrows the template
  size_t begin = 0, end = 0;  // bytes, with the braces
};

/// A mistake in one file: the code of its diagnostic, the place in bytes, what and how to mend it.
struct TemplateProblem {
  uint16_t code = 0;
  size_t begin = 0, end = 0;
  std::string message;
  std::string help;
};

struct TemplateTags {
  std::vector<TemplateTag> tags;
  std::vector<TemplateProblem> problems;
};

/// `{{words.KEY}}` is a text of strings.yaml; it is put in when the theme is loaded.
inline constexpr std::string_view kWordPrefix = "words.";

/// All tags in order. `{{{x}}}`, `{{&x}}` and `{{=x=}}` are problems, not tags. Linear.
TemplateTags find_template_tags(std::string_view text);

/// Everything that can be wrong with one file by itself: names (those of `allowed`; sections that
/// are never rendered, too), sections that do not close, values where they cannot be made safe, and
/// what a theme may not hold: scripts, styles, event handlers, foreign addresses, elements and
/// attributes that are not known to be harmless. `trusted` allows <script src>.
std::vector<TemplateProblem> scan_template(std::string_view text, std::span<const Slot> allowed,
                                           bool trusted);

}  // namespace milepost
