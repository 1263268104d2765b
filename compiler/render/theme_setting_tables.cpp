// What theme.yaml may say, for its reader and for the documentation.
#include "render/theme_settings.h"

namespace milepost {
namespace {

constexpr auto kInfos = std::to_array<ThemeSettingInfo>({
    {"accent", "a colour, or `{light: …, dark: …}`",
     "links, focus, the current entry. A dark colour and the tint of selected rows follow from it "
     "if they are not given"},
    {"colors.NAME", "a colour, or `{light: …, dark: …}`",
     "any colour token of the style sheet, by its name without the hyphens: `ink`, `paper`, "
     "`warn`, `heat-3`"},
    {"logo", "a file of the theme, or `{light: …, dark: …}`",
     "a picture (SVG, PNG, WebP, JPEG, GIF) before the program's name in the masthead, 24 px high"},
    {"font", "a name from the list below", "the family of the text"},
    {"density", "`compact`, `normal` or `roomy`", "the height of table rows and list entries"},
    {"labels.program", "text", "the name in the masthead, instead of the program's title"},
    {"labels.audience", "text", "who the site is for, at the foot of each page"},
    {"footer.text", "text", "a line at the foot of each page"},
    {"footer.links", "a list of `{text: …, url: …}`",
     "links at the foot of each page: https, http, mailto or tel"},
    {"extends", "`default` or `print`",
     "the built-in theme that this one is laid over, and whose templates and style sheets it "
     "changes"},
});

constexpr auto kFonts = std::to_array<FontStack>({
    {"system",
     "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif"},
    {"humanist",
     "Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",source-sans-pro,sans-serif"},
    {"geometric", "Avenir,Montserrat,Corbel,\"URW Gothic\",source-sans-pro,sans-serif"},
    {"grotesque",
     "Inter,Roboto,\"Helvetica Neue\",\"Arial Nova\",\"Nimbus Sans\",Arial,sans-serif"},
    {"industrial",
     "Bahnschrift,\"DIN Alternate\",\"Franklin Gothic Medium\",\"Nimbus Sans Narrow\",sans-serif"},
    {"rounded",
     "ui-rounded,\"Hiragino Maru Gothic ProN\",Quicksand,Comfortaa,Manjari,\"Arial Rounded "
     "MT\",sans-serif"},
    {"serif", "Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,serif"},
    {"old-style", "\"Iowan Old Style\",\"Palatino Linotype\",\"URW Palladio L\",P052,serif"},
    {"transitional", "Georgia,\"Times New Roman\",\"Liberation Serif\",serif"},
    {"slab", "Rockwell,\"Rockwell Nova\",\"Roboto Slab\",\"DejaVu Serif\",\"Sitka Small\",serif"},
    {"mono", "ui-monospace,\"Cascadia Code\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace"},
});

}  // namespace

std::span<const ThemeSettingInfo> theme_setting_infos() {
  return kInfos;
}

std::span<const FontStack> font_stacks() {
  return kFonts;
}

}  // namespace milepost
