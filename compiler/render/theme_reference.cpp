// Writes the reference of themes.
#include "render/theme_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "compose/words.h"
#include "files/embedded.h"
#include "render/palette.h"
#include "render/slots.h"
#include "render/template_scan.h"
#include "render/theme.h"
#include "render/theme_settings.h"
#include "render/theme_words.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kPartials = "templates/partials/";

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string_view kind_name(SlotKind kind) {
  switch (kind) {
    case SlotKind::text:
      return "text";
    case SlotKind::url:
      return "address";
    default:
      return "HTML";
  }
}

void slot_row(std::string& out, const SlotInfo& slot) {
  out += fmt::format("| `{}` | {} | {} |\n", slot.name, kind_name(slot.kind), cell(slot.doc));
}

constexpr std::string_view kSlotHead =
    "| name | what it is | what it holds |\n| --- | --- | --- |\n";

// The first sentence of the note that a template begins with.
std::string first_sentence(std::string_view text) {
  for (const TemplateTag& tag : find_template_tags(text).tags) {
    if (tag.kind != TemplateTagKind::comment) continue;
    const std::string_view note = tag.name;
    return std::string(trim(note.substr(0, std::min(note.find('.'), note.find('\n')))));
  }
  return {};
}

std::vector<std::string_view> names_in(std::string_view text, TemplateTagKind kind) {
  std::vector<std::string_view> names;
  for (const TemplateTag& tag : find_template_tags(text).tags) {
    if (tag.kind == kind && std::ranges::find(names, tag.name) == names.end()) {
      names.push_back(tag.name);
    }
  }
  return names;
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names)
    out += fmt::format("{}`{}`", out.empty() ? "" : ", ", name);
  return out;
}

void templates(std::string& out) {
  out += "## Data of every page\n\n";
  out += kSlotHead;
  for (const SlotInfo& slot : slot_infos()) {
    if (slot.slot <= kLastCommonSlot) slot_row(out, slot);
  }
  out += "\n`words.KEY` is a text of [strings.yaml](#texts): `{{words.frame.menu}}`.\n\n";
  out += "## Templates\n";
  for (const TemplateInfo& info : template_infos()) {
    out += fmt::format("\n### {}\n\n{}", info.name, ascii_upper(info.doc.substr(0, 1)));
    out += fmt::format("{}. ", info.doc.substr(1));
    const EmbeddedFile* file = find_embedded(fmt::format("templates/{}", info.name));
    if (file == nullptr) file = find_embedded(fmt::format("themes/print/{}", info.name));
    if (file != nullptr) {
      out +=
          fmt::format("It includes {}.\n", listed(names_in(file->bytes, TemplateTagKind::partial)));
    }
    if (info.slots.empty()) continue;
    out += "\n";
    out += kSlotHead;
    for (const Slot slot : info.slots) slot_row(out, slot_infos()[static_cast<size_t>(slot)]);
  }
}

void partials(std::string& out) {
  out += "\n## Partials\n\n| file | what it is | names it uses |\n| --- | --- | --- |\n";
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kPartials)) continue;
    std::vector<std::string_view> names = names_in(file.bytes, TemplateTagKind::value);
    std::erase_if(names, [](std::string_view name) { return name.starts_with("words."); });
    out += fmt::format("| `{}` | {} | {} |\n", file.path.substr(10),
                       cell(first_sentence(file.bytes)), listed(names));
  }
}

void settings(std::string& out) {
  out += "\n## theme.yaml\n\n| setting | takes | does |\n| --- | --- | --- |\n";
  for (const ThemeSettingInfo& info : theme_setting_infos()) {
    out += fmt::format("| `{}` | {} | {} |\n", info.name, cell(info.takes), cell(info.doc));
  }
  out += "\n### Colours\n\n| colour | light | dark |\n| --- | --- | --- |\n";
  const EmbeddedFile* sheet = find_embedded("themes/default/style.css");
  for (const auto& [name, token] : read_palette(sheet == nullptr ? "" : sheet->bytes)) {
    out += fmt::format("| `{}` | `{}` | `{}` |\n", name, hex(token.in(Scheme::light)),
                       hex(token.in(Scheme::dark)));
  }
  out +=
      "\nEach pair is looked at in both schemes (MP564):\n\n| colour | on | contrast |\n| --- | "
      "--- | --- |\n";
  for (const TokenPair& pair : token_pairs()) {
    out += fmt::format("| `{}` | `{}` | {}:1 |\n", pair.token, pair.ground, pair.ratio);
  }
  out += "\n### Fonts\n\n| font | families, the first that the reader has |\n| --- | --- |\n";
  for (const FontStack& font : font_stacks()) {
    out += fmt::format("| `{}` | {} |\n", font.name, cell(font.families));
  }
}

void texts(std::string& out) {
  out +=
      "\n## Texts\n\nThe keys of `strings.yaml` and what they say in English. Built in besides "
      "English: ";
  out += listed(builtin_languages());
  out += ".\n";
  const EmbeddedFile* file = find_embedded("themes/default/strings.yaml");
  bool head = false;
  for (const std::string_view line : split_lines(file == nullptr ? "" : file->bytes)) {
    if (line.starts_with("# --- ")) {
      std::string_view title = trim(line.substr(6));
      while (title.ends_with('-')) title.remove_suffix(1);
      out += fmt::format("\n### {}{}\n", ascii_upper(title.substr(0, 1)), trim(title.substr(1)));
      head = false;
    } else if (const std::optional<WordLine> word = read_word_line(line)) {
      if (!head) out += "\n| key | English |\n| --- | --- |\n";
      head = true;
      out += fmt::format("| `{}` | {} |\n", word->key, cell(word->text));
    }
  }
}

}  // namespace

std::string theme_reference(std::span<const ThemeName> names) {
  std::string out =
      "# Templates, settings and texts of a theme\n\n"
      "What a file of a theme may name, made from the tables that the compiler itself uses. "
      "[Themes](themes.md) tells how to "
      "make one.\n\n";
  templates(out);
  partials(out);
  settings(out);
  texts(out);
  out +=
      "\n## Names\n\nKeys for the kinds that are built in and what they have, and for the messages "
      "of findings.\n\n"
      "| key | English |\n| --- | --- |\n";
  for (const ThemeName& name : names)
    out += fmt::format("| `{}` | {} |\n", name.key, cell(name.text));
  return out;
}

}  // namespace milepost
