// Reads theme.yaml, line by line, and makes its style rules.
#include "render/theme_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

constexpr double kDarkAccent = 7;  // as well read as the built-in one, on dark paper

std::string quoted(std::string_view text) {
  return fmt::format("`{}`", text);
}

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    out += quoted(words[i]);
  }
  return out;
}

std::string_view scheme_name(Scheme scheme) {
  return scheme == Scheme::light ? "light" : "dark";
}

// A colour that the theme gives, and where; no place if it follows from another.
struct Chosen {
  std::array<std::optional<Colour>, 2> colours;  // by Scheme
  std::array<Span, 2> spans;
  bool one_for_both = false;
};

class SettingsReader {
 public:
  SettingsReader(std::string_view sheet, std::span<const std::string_view> files,
                 DiagnosticSink& sink)
      : files_(files), sink_(sink), palette_(read_palette(sheet)) {}

  ThemeSettings read(std::span<const ThemeEntry> entries) {
    for (const ThemeEntry& entry : entries) read_one(entry);
    finish_links();
    derive();
    check_contrast();
    write_css();
    return std::move(settings_);
  }

 private:
  void report(uint16_t code, Severity severity, Span span, std::string message, std::string help) {
    sink_.report({code, severity, span, std::move(message), std::move(help), {}});
  }

  void bad_value(const ThemeEntry& entry, std::string_view wanted, std::string help) {
    const Span span = entry.value_span.is_place() ? entry.value_span : entry.key_span;
    report(
        563, Severity::error, span,
        fmt::format("{} is not {}", entry.value.empty() ? "nothing" : quoted(entry.value), wanted),
        std::move(help));
  }

  // The part of the key after `first` and its dot; nothing if the key is another one.
  static std::optional<std::string_view> below(std::string_view key, std::string_view first) {
    if (key == first) return std::string_view();
    if (!key.starts_with(first) || key[first.size()] != '.') return std::nullopt;
    return key.substr(first.size() + 1);
  }

  void read_one(const ThemeEntry& entry) {
    const std::string_view key = entry.key;
    if (key == "extends") return;  // read before the theme was put together
    if (const auto rest = below(key, "accent")) return colour("accent", *rest, entry);
    if (const auto rest = below(key, "colors"); rest && !rest->empty()) {
      const size_t dot = rest->find('.');
      const std::string_view token = rest->substr(0, dot);
      return colour(token, dot == std::string_view::npos ? "" : rest->substr(dot + 1), entry);
    }
    if (const auto rest = below(key, "logo")) return logo(*rest, entry);
    if (key == "font") return font(entry);
    if (key == "density") return density(entry);
    if (key == "labels.program") return text(settings_.program, entry);
    if (key == "labels.audience") return text(settings_.audience, entry);
    if (key == "footer.text") return text(settings_.footer, entry);
    if (const auto rest = below(key, "footer.links"); rest && !rest->empty()) {
      return link(*rest, entry);
    }
    unknown(entry);
  }

  void unknown(const ThemeEntry& entry) {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"accent", "colors", "logo", "font", "density", "labels.program", "labels.audience",
         "footer.text", "footer.links", "extends"});
    std::vector<std::string_view> names(kNames.begin(), kNames.end());
    const std::vector<size_t> near = nearest(entry.key, names, 1);
    std::string help;
    if (!near.empty()) {
      help = fmt::format("did you mean {}?", quoted(names[near.front()]));
    } else if (palette_.contains(entry.key)) {
      help = fmt::format(
          "colours of the style sheet stand below `colors`: write `colors: {{{}: …}}`", entry.key);
    } else {
      help = fmt::format("it may say {}", listed(kNames));
    }
    report(562, Severity::error, entry.key_span,
           fmt::format("{} is no setting of a theme", quoted(entry.key)), std::move(help));
  }

  // --- colours

  void colour(std::string_view token, std::string_view scheme, const ThemeEntry& entry) {
    if (!palette_.contains(token)) {
      std::vector<std::string_view> names;
      for (const auto& [name, colours] : palette_) names.push_back(name);
      const std::vector<size_t> near = nearest(token, names, 1);
      report(562, Severity::error, entry.key_span,
             fmt::format("the style sheet has no colour {}", quoted(token)),
             near.empty() ? fmt::format("its colours are {}", listed(names))
                          : fmt::format("did you mean {}?", quoted(names[near.front()])));
      return;
    }
    if (!scheme.empty() && scheme != "light" && scheme != "dark") {
      report(562, Severity::error, entry.key_span,
             fmt::format("{} is no scheme of a colour", quoted(scheme)),
             "a colour is one for both, or `{light: …, dark: …}`");
      return;
    }
    const std::optional<Colour> value = read_colour(entry.value);
    if (!value) {
      const std::vector<std::string_view> names = colour_names();
      const std::vector<size_t> near = nearest(entry.value, names, 1);
      bad_value(entry, "a colour",
                near.empty() || entry.value.starts_with('#')
                    ? std::string("write \"#rrggbb\", \"#rgb\" (in quotes, for # begins a comment) "
                                  "or a name of CSS")
                    : fmt::format("did you mean {}?", quoted(names[near.front()])));
      return;
    }
    Chosen& chosen = chosen_[std::string(token)];
    for (const Scheme one : kSchemes) {
      if (!scheme.empty() && scheme != scheme_name(one)) continue;
      const auto index = static_cast<size_t>(one);
      chosen.colours[index] = value;
      chosen.spans[index] = entry.value_span;
      palette_.find(token)->second.colours[index] = *value;
    }
    chosen.one_for_both = scheme.empty();
  }

  Colour now(std::string_view token, Scheme scheme) const {
    return palette_.find(token)->second.in(scheme);
  }

  void set_derived(std::string_view token, Scheme scheme, Colour colour) {
    palette_.find(token)->second.colours[static_cast<size_t>(scheme)] = colour;
    chosen_[std::string(token)].colours[static_cast<size_t>(scheme)] = colour;
  }

  // One accent is enough: the other scheme's and the tint follow from it.
  void derive() {
    const auto accent = chosen_.find("accent");
    if (accent == chosen_.end() || !palette_.contains("paper")) return;
    Chosen& said = accent->second;
    if (said.one_for_both || !said.colours[1]) {
      const Colour light = said.colours[0].value_or(now("accent", Scheme::light));
      said.spans[1] = {};
      set_derived("accent", Scheme::dark,
                  with_contrast(light, now("paper", Scheme::dark), kDarkAccent));
    } else if (!said.colours[0]) {
      set_derived("accent", Scheme::light,
                  with_contrast(*said.colours[1], now("paper", Scheme::light), kDarkAccent));
    }
    if (!palette_.contains("wash") || chosen_.contains("wash")) return;
    for (const Scheme scheme : kSchemes) {
      const Colour paper = now("paper", scheme);
      int share = scheme == Scheme::light ? 26 : 56;
      Colour wash = mixed(paper, now("accent", scheme), share);
      const auto fits = [&](std::string_view token) {
        return !palette_.contains(token) || contrast(now(token, scheme), wash) >= 4.5;
      };
      while (share > 2 && !(fits("ink") && fits("ink-3") && fits("accent"))) {
        share -= 2;
        wash = mixed(paper, now("accent", scheme), share);
      }
      set_derived("wash", scheme, wash);
    }
  }

  // One warning for a colour and scheme: of the pair that is the furthest from enough.
  void check_contrast() {
    for (const auto& [token, chosen] : chosen_) {
      for (const Scheme scheme : kSchemes) check_token(token, chosen, scheme);
    }
  }

  void check_token(std::string_view token, const Chosen& chosen, Scheme scheme) {
    const auto index = static_cast<size_t>(scheme);
    if (!chosen.colours[index] || !chosen.spans[index].is_place()) return;
    const TokenPair* worst = nullptr;
    double worst_part = 1;
    for (const TokenPair& pair : token_pairs()) {
      if (!concerns(pair, token, scheme)) continue;
      const double part = contrast(now(pair.token, scheme), now(pair.ground, scheme)) / pair.ratio;
      if (part >= worst_part) continue;
      worst = &pair;
      worst_part = part;
    }
    if (worst == nullptr) return;
    const Colour own = *chosen.colours[index];
    const bool is_ground = worst->ground == token;
    const std::string_view other = is_ground ? worst->token : worst->ground;
    Colour better = with_contrast(own, now(other, scheme), worst->ratio);
    if (!is_ground) {
      for (const TokenPair& pair : token_pairs()) {
        if (pair.token == token && palette_.contains(pair.ground)) {
          better = with_contrast(better, now(pair.ground, scheme), pair.ratio);
        }
      }
    }
    report(564, Severity::warning, chosen.spans[index],
           fmt::format("{} {} {} {} {} has a contrast of {:.1f}:1 in the {} scheme; {} needs {}:1",
                       quoted(token), hex(own), is_ground ? "under" : "on", quoted(other),
                       hex(now(other, scheme)), worst_part * worst->ratio - 0.05,
                       scheme_name(scheme), worst->ratio > 4 ? "text" : "a mark", worst->ratio),
           fmt::format("the nearest that is enough is \"{}\"", hex(better)));
  }

  // Both colours are there, and this token is the one to be blamed for them.
  bool concerns(const TokenPair& pair, std::string_view token, Scheme scheme) const {
    if (!palette_.contains(pair.token) || !palette_.contains(pair.ground)) return false;
    if (pair.token == token) return true;
    if (pair.ground != token) return false;
    const auto other = chosen_.find(pair.token);
    return other == chosen_.end() || !other->second.spans[static_cast<size_t>(scheme)].is_place();
  }

  // --- the other settings

  void text(std::string& into, const ThemeEntry& entry) {
    if (entry.value.empty()) {
      bad_value(entry, "a text", "write some words, or leave the line out");
      return;
    }
    into = entry.value;
  }

  void logo(std::string_view scheme, const ThemeEntry& entry) {
    if (!scheme.empty() && scheme != "light" && scheme != "dark") return unknown(entry);
    static constexpr auto kPictures =
        std::to_array<std::string_view>({".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif"});
    const bool picture = std::ranges::any_of(
        kPictures, [&](std::string_view end) { return iends_with(entry.value, end); });
    if (!picture) {
      bad_value(entry, "a picture", "name an SVG, PNG, WebP, JPEG or GIF file of the theme");
      return;
    }
    if (std::ranges::find(files_, entry.value) == files_.end()) {
      std::vector<std::string_view> pictures;
      for (const std::string_view file : files_) {
        if (std::ranges::any_of(kPictures,
                                [&](std::string_view end) { return iends_with(file, end); })) {
          pictures.push_back(file);
        }
      }
      const std::vector<size_t> near = nearest(entry.value, pictures, 1);
      bad_value(entry, "a file of the theme",
                near.empty() ? fmt::format("put the picture into the theme's folder; it has {}",
                                           pictures.empty() ? "none" : listed(pictures))
                             : fmt::format("did you mean {}?", quoted(pictures[near.front()])));
      return;
    }
    for (const Scheme one : kSchemes) {
      if (scheme.empty() || scheme == scheme_name(one)) {
        settings_.logo[static_cast<size_t>(one)] = entry.value;
      }
    }
  }

  void font(const ThemeEntry& entry) {
    const std::span<const FontStack> fonts = font_stacks();
    const auto at = std::ranges::find(fonts, entry.value, &FontStack::name);
    if (at != fonts.end()) {
      rules_ += fmt::format(":root{{--sans:{}}}\n", at->families);
      return;
    }
    std::vector<std::string_view> names;
    for (const FontStack& font : fonts) names.push_back(font.name);
    not_one_of(entry, "a font", names);
  }

  void not_one_of(const ThemeEntry& entry, std::string_view what,
                  std::span<const std::string_view> names) {
    const std::vector<size_t> near = nearest(entry.value, names, 1);
    bad_value(entry, what,
              near.empty() ? fmt::format("write {}", listed(names))
                           : fmt::format("did you mean {}?", quoted(names[near.front()])));
  }

  void density(const ThemeEntry& entry) {
    static constexpr auto kNames = std::to_array<std::string_view>({"compact", "normal", "roomy"});
    if (entry.value == "compact") {
      rules_ += "@media screen{:root{--row:3px}}\n";
    } else if (entry.value == "roomy") {
      rules_ += "@media screen{:root{--row:11px}}\n";
    } else if (entry.value != "normal") {
      not_one_of(entry, "a density", kNames);
    }
  }

  // footer.links.0.text, footer.links.0.url
  void link(std::string_view rest, const ThemeEntry& entry) {
    const size_t dot = rest.find('.');
    const std::string_view part = dot == std::string_view::npos ? "" : rest.substr(dot + 1);
    if (part != "text" && part != "url") {
      report(562, Severity::error, entry.key_span, "a link of the footer has a `text` and a `url`",
             "write `- {text: Handbook, url: https://example.com/handbook}`");
      return;
    }
    const std::string number(rest.substr(0, dot));
    if (links_.empty() || links_.back().number != number) links_.push_back({number, {}, {}, entry});
    OpenLink& open = links_.back();
    if (part == "text") {
      open.text = entry.value;
      return;
    }
    open.url = Url::from_data(entry.value);
    if (open.url && open.url->is_absolute()) return;
    open.url.reset();
    open.refused = true;
    bad_value(entry, "an address that may stand here",
              "write a whole one that begins with https:, http:, mailto: or tel:");
  }

  void finish_links() {
    for (OpenLink& link : links_) {
      if (link.url && !link.text.empty()) {
        settings_.links.push_back({std::move(link.text), std::move(*link.url)});
      } else if (!link.refused) {
        report(563, Severity::error, link.first.key_span,
               link.url ? "this link has no `text`" : "this link has no `url`",
               "write `- {text: Handbook, url: https://example.com/handbook}`");
      }
    }
  }

  void write_css() {
    std::array<std::string, 2> tokens;
    for (const auto& [name, chosen] : chosen_) {
      for (const Scheme scheme : kSchemes) {
        tokens[static_cast<size_t>(scheme)] +=
            fmt::format("--{}:{};", name, hex(now(name, scheme)));
      }
    }
    if (!tokens[0].empty()) {
      // Paper keeps the colours of the sheet.
      settings_.css = fmt::format(
          "@media screen{{:root{{{0}}}:root[data-theme=dark]{{{1}}}}}\n"
          "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{1}}}}}\n",
          tokens[0], tokens[1]);
    }
    settings_.css += rules_;
    if (settings_.logo[0] != settings_.logo[1]) {
      if (settings_.logo[0].empty()) settings_.logo[0] = settings_.logo[1];
      settings_.css +=
          ".by-night{display:none}\n"
          "@media screen{:root[data-theme=dark] .by-day{display:none}"
          ":root[data-theme=dark] .by-night{display:inline}}\n"
          "@media screen and (prefers-color-scheme:dark){"
          ":root:not([data-theme=light]) .by-day{display:none}"
          ":root:not([data-theme=light]) .by-night{display:inline}}\n";
    }
  }

  struct OpenLink {
    std::string number;
    std::string text;
    std::optional<Url> url;
    ThemeEntry first;
    bool refused = false;
  };

  std::span<const std::string_view> files_;
  DiagnosticSink& sink_;
  Palette palette_;  // of the sheet, with what was chosen in it
  std::map<std::string, Chosen, std::less<>> chosen_;
  std::vector<OpenLink> links_;
  std::string rules_;
  ThemeSettings settings_;
};

}  // namespace

ThemeSettings read_theme_settings(std::span<const ThemeEntry> entries, std::string_view sheet,
                                  std::span<const std::string_view> files, DiagnosticSink& sink) {
  return SettingsReader(sheet, files, sink).read(entries);
}

}  // namespace milepost
