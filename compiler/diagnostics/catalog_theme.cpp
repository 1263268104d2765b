// MP550-MP579: what can be wrong with the files of a theme.
#include "diagnostics/catalog.h"

namespace milepost {
namespace {

constexpr RuleInfo kEntries[] = {
    {550, "theme-unknown-file", Severity::warning, "a file of a theme stands for nothing", "",
     R"(A theme overrides a template, a partial, the style sheet or a picture by a file of the same name. This file has a name that
the built-in theme does not, so nothing would ever read it.

Rename or remove it. New partials go into `theme/partials/`.)",
     "=== theme/recrod.html\n<p>{{title}}</p>\n", "=== theme/style.css\np { color: inherit; }\n"},
    {551, "template-syntax", Severity::error, "a template cannot be read", "",
     R"(A tag is `{{name}}`, `{{#name}}` … `{{/name}}`, `{{^name}}` … `{{/name}}`, `{{> partials/name}}` or `{{! a note }}`. Each file of
a theme is whole by itself: it may not end inside a tag or a comment. The built-in file is used until it is mended.)",
     "=== theme/partials/bottom.html\n<p>{{version</p>\n",
     "=== theme/partials/bottom.html\n<p>{{version}}</p>\n"},
    {552, "template-unknown-name", Severity::error, "a template names data that it does not have",
     "",
     R"(The comment at the top of each built-in template lists the names it may use. Sections that are never rendered are checked,
too.)",
     "=== theme/partials/bottom.html\n<p>{{verison}}</p>\n",
     "=== theme/partials/bottom.html\n<p>{{version}}</p>\n"},
    {553, "template-section", Severity::error, "a section of a template is not closed", "",
     R"(Every `{{#name}}` and `{{^name}}` needs its `{{/name}}`, and sections close in the opposite order of their opening.)",
     "=== theme/partials/bottom.html\n{{#label}}<p>{{label}}</p>\n",
     "=== theme/partials/bottom.html\n{{#label}}<p>{{label}}</p>{{/label}}\n"},
    {554, "template-missing-partial", Severity::error,
     "a template includes a partial that is not there", "",
     R"(`{{> partials/name}}` includes `theme/partials/name.html`, or the built-in partial of that name.)",
     "=== theme/partials/bottom.html\n{{> partials/botom}}\n",
     "=== theme/partials/bottom.html\n<p>{{version}}</p>\n"},
    {555, "template-recursion", Severity::error, "a partial includes itself", "",
     R"(Partials are put in their places when the theme is loaded. One that includes itself, or is nested more than sixteen deep, has no
end.)",
     "=== theme/partials/bottom.html\n{{> partials/bottom}}\n",
     "=== theme/partials/bottom.html\n<p>{{version}}</p>\n"},
    {556, "template-unescaped", Severity::error, "a template asks for a value without escaping", "",
     R"(`{{{name}}}` and `{{&name}}` would put a value into the page as it is. They are not needed: what is HTML already was made
safe and is not escaped again.)",
     "=== theme/partials/bottom.html\n<p>{{{version}}}</p>\n",
     "=== theme/partials/bottom.html\n<p>{{version}}</p>\n"},
    {557, "template-place", Severity::error, "a value stands where it cannot be made safe", "",
     R"(Text may stand between elements and in quoted attributes; HTML between elements; an address alone in `href` or `src`. No value may
stand in an attribute without quotes, inside a tag or in a comment.)",
     "=== theme/partials/bottom.html\n<p class={{version}}>x</p>\n",
     "=== theme/partials/bottom.html\n<p title=\"{{version}}\">x</p>\n"},
    {558, "template-forbidden", Severity::error, "a template holds what a theme may not hold", "",
     R"(The theme of a program may come with a stranger's change. So it holds no script, no event handler, no `style` attribute, no
address outside the site, and only elements and attributes that mark up text. Styles go into `theme/style.css`; scripts need a theme
of your own, given with `--theme`.)",
     "=== theme/partials/bottom.html\n<p onclick=\"x()\">x</p>\n",
     "=== theme/partials/bottom.html\n<p class=\"x\">x</p>\n"},
    {559, "template-head", Severity::error, "a page does not begin with its security policy", "",
     R"(Every page begins with `<!doctype html>`, `<html …>`, `<head>` and `{{security}}`, so that the policy holds for all that
follows. `{{> partials/top}}` does it.)",
     "=== theme/404.html\n<p>{{heading}}</p>\n",
     "=== theme/404.html\n{{> partials/top}}\n{{> partials/bottom}}\n"},
    {560, "style-forbidden", Severity::error, "a style sheet loads something", "",
     R"(A style sheet imports nothing, and its addresses are files of the theme or pictures inside the sheet (`data:image/…`).)",
     "=== theme/style.css\np { background: url(https://example.com/x.png); }\n",
     "=== theme/style.css\np { background: url(icon.svg); }\n"},
    {561, "theme-picture", Severity::error, "a picture of a theme does more than draw", "",
     R"(An SVG file may hold scripts, links and other documents. One of a theme may only draw. Export it as plain SVG.)",
     "=== theme/icon.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>\n",
     "=== theme/icon.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1\"/></svg>\n"},
    {562, "theme-setting", Severity::error, "theme.yaml sets something that a theme does not have",
     "",
     R"(The settings of `theme/theme.yaml` and the colours of the style sheet have fixed names; docs/themes.md lists them. A setting
that nobody reads would change nothing, so it is told.)",
     "=== theme/theme.yaml\nacent: teal\n", "=== theme/theme.yaml\naccent: teal\n"},
    {563, "theme-value", Severity::error, "a setting of theme.yaml has a value that it cannot have",
     "",
     R"(A colour is `"#rgb"`, `"#rrggbb"` (in quotes, because # begins a comment) or a name that CSS knows. A font is a name from the
list in docs/themes.md, a logo a picture that is in the theme, a link of the footer a whole address. Nothing else of CSS can be written
here: what is not read as one of these does not reach the style sheet.)",
     "=== theme/theme.yaml\naccent: \"red; } body { display: none\"\n",
     "=== theme/theme.yaml\naccent: \"#0b6e4f\"\n"},
    {564, "theme-contrast", Severity::warning,
     "a colour of theme.yaml is hard to tell from what it stands on", "",
     R"(Text needs a contrast of 4.5 to 1 with its ground, marks and borders 3 to 1 (WCAG 2.2, AA). The message names the pair that is
the furthest from enough, the help the nearest colour that is. Light and dark are looked at each by itself.)",
     "=== theme/theme.yaml\naccent: {light: \"#7fb2ff\"}\n",
     "=== theme/theme.yaml\naccent: {light: \"#1a4fa0\"}\n"},
    {565, "theme-word", Severity::error, "strings.yaml has a text that nothing asks for", "",
     R"(The keys of `theme/strings.yaml` are those of the built-in words, and the names of the program's kinds, fields, statuses, choices and
relations. docs/templates.md lists them; `milepost init --theme` writes a file with all that are built in.)",
     "=== theme/strings.yaml\nframe.meun: \"Contents\"\n",
     "=== theme/strings.yaml\nframe.menu: \"Contents\"\n"},
    {566, "theme-word-values", Severity::error,
     "a text lacks a value, or has one that is not there", "",
     R"(`{0}`, `{1}` … stand where values go: a date, a count, a name. A text has the same ones as the English text, in any order. Only the
forms `.zero` and `.one` of a count may say the number in words.)",
     "=== theme/strings.yaml\nframe.as_of: \"Today\"\n",
     "=== theme/strings.yaml\nframe.as_of: \"On {0}\"\n"},
    {567, "theme-word-forms", Severity::error,
     "the plural forms of a text are not those of its language", "",
     R"(`language.plural` says how the language counts: `none` (one form), `english` (one, other), `french` (0 counts as one), `russian` and
`polish` (one, few, many), `czech` (one, few, other). A text that counts has exactly the forms that this asks for, and `.zero` if it likes.)",
     "=== theme/strings.yaml\nlanguage.plural: \"polish\"\ncount.pages.one: \"{0} strona\"\n",
     "=== theme/strings.yaml\nlanguage.plural: \"polish\"\ncount.pages.one: \"{0} "
     "strona\"\ncount.pages.few: \"{0} strony\"\n"
     "count.pages.many: \"{0} stron\"\n"},
    {568, "theme-missing", Severity::error, "the theme that program.yaml names is not there", "",
     R"(`site: {theme: …}` names a built-in theme (`default`, `print`) or a folder of the program. The built-in theme is used until it is
found.)",
     "=== program.yaml\nprogram: Example\nsite: {theme: prnt}\n",
     "=== program.yaml\nprogram: Example\nsite: {theme: print}\n"},
    {569, "theme-untranslated", Severity::note, "a language lacks some texts", "",
     R"(A `strings.yaml` that begins with `language.code` is for another language, and has a text for every key. Those that it lacks are
shown in English.)",
     "=== theme/strings.yaml\nlanguage.code: \"nl\"\n",
     "=== theme/strings.yaml\nframe.menu: \"Menu\"\n"},
};

}  // namespace

std::span<const RuleInfo> theme_catalog() {
  return kEntries;
}

}  // namespace milepost
