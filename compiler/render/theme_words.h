// strings.yaml of a theme, and the languages that are built in.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/words.h"
#include "diagnostics/diagnostic.h"
#include "render/theme.h"

namespace milepost {

/// The languages that travel in the binary besides English, by code: "de", "fr".
std::vector<std::string_view> builtin_languages();

/// Lays the built-in words of `language` ("de", "de-CH") over the English ones; false if there are
/// none. Words for names (`kind.risk.one`) that the program gave labels of its own stay out. Names
/// that the program does not have are reported, without a place: only a test minds.
bool use_language(Words& words, std::string_view language, std::span<const ThemeName> names,
                  DiagnosticSink& sink);

/// Lays the lines of a strings.yaml over `words`. Reports MP565 (a key that does not exist), MP566
/// (placeholders) and MP567 (forms of a plural) at their places, and as a note what is left in
/// English if the file is for another language.
void override_words(Words& words, std::span<const ThemeEntry> entries,
                    std::span<const ThemeName> names, DiagnosticSink& sink);

}  // namespace milepost
