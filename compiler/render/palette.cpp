// Finds the tokens of a style sheet.
#include "render/palette.h"

#include <optional>
#include <vector>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr double kText = 4.5;
constexpr double kMark = 3;

constexpr auto kPairs = std::to_array<TokenPair>({
    {"ink", "paper", kText},      {"ink-2", "paper", kText},  {"ink-3", "paper", kText},
    {"accent", "paper", kText},   {"ok", "paper", kText},     {"warn", "paper", kText},
    {"bad", "paper", kText},      {"line-2", "paper", kMark}, {"warn-f", "paper", kMark},
    {"bar-done", "paper", kMark}, {"ghost", "paper", kMark},  {"float", "paper", kMark},
    {"ink", "pop", kText},        {"ink-3", "pop", kText},    {"accent", "pop", kText},
    {"ink", "ground", kText},     {"ink-3", "ground", kText}, {"accent", "ground", kText},
    {"ink", "wash", kText},       {"ink-3", "wash", kText},   {"accent", "wash", kText},
    {"ok", "ok-w", kText},        {"warn", "warn-w", kText},  {"bad", "bad-w", kText},
    {"ink", "warn-w", kText},     {"ink", "heat-1", kText},   {"ink", "heat-2", kText},
    {"ink", "heat-3", kText},     {"ink", "heat-4", kText},
});

// Walks the blocks of a sheet; what stands in braces that are no block of ours is passed over.
class PaletteReader {
 public:
  explicit PaletteReader(std::string_view css) : css_(css) {}

  Palette read() {
    std::vector<Where> open;
    size_t from = 0;
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (css_.substr(at_, 2) == "/*") {
        const size_t end = css_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? css_.size() : end + 2;
        if (trim(css_.substr(from, at_ - from)).starts_with("/*")) from = at_;
        continue;
      }
      if (c == '"' || c == '\'') {
        const size_t end = css_.find(c, at_ + 1);
        at_ = end == std::string_view::npos ? css_.size() : end + 1;
        continue;
      }
      if (c == '{') {
        open.push_back(inside(open, trim(css_.substr(from, at_ - from))));
        from = at_ + 1;
      } else if (c == ';' || c == '}') {
        if (!open.empty()) declaration(open.back(), css_.substr(from, at_ - from));
        if (c == '}' && !open.empty()) open.pop_back();
        from = at_ + 1;
      }
      ++at_;
    }
    Palette palette;
    for (const auto& [name, found] : found_) {
      if (!found[0]) continue;
      palette[name] = {{*found[0], found[1].value_or(*found[0])}};
    }
    return palette;
  }

 private:
  enum class Where : uint8_t { dark_media, light, dark, elsewhere };

  static Where inside(const std::vector<Where>& open, std::string_view head) {
    if (open.empty() && head.starts_with("@media") &&
        head.find("prefers-color-scheme") != std::string_view::npos &&
        head.find("dark") != std::string_view::npos) {
      return Where::dark_media;
    }
    const bool root = head.starts_with(":root");
    const bool dark = root && head.find("data-theme") != std::string_view::npos &&
                      head.find("dark") != std::string_view::npos;
    if (root && !open.empty() && open.back() == Where::dark_media) return Where::dark;
    if (!root || !open.empty()) return Where::elsewhere;
    if (dark) return Where::dark;
    return head == ":root" || head.starts_with(":root,") ? Where::light : Where::elsewhere;
  }

  void declaration(Where where, std::string_view text) {
    if (where != Where::light && where != Where::dark) return;
    text = trim(text);
    const size_t colon = text.find(':');
    if (!text.starts_with("--") || colon == std::string_view::npos) return;
    const std::string name(trim(text.substr(2, colon - 2)));
    std::string_view value = trim(text.substr(colon + 1));
    if (value.starts_with("light-dark(") && value.ends_with(')')) {
      value = value.substr(11, value.size() - 12);
      const size_t comma = value.find(',');
      if (comma == std::string_view::npos) return;
      set(name, 0, value.substr(0, comma));
      set(name, 1, value.substr(comma + 1));
    } else {
      set(name, where == Where::light ? 0 : 1, value);
    }
  }

  void set(const std::string& name, size_t scheme, std::string_view value) {
    if (const std::optional<Colour> colour = read_colour(value)) found_[name][scheme] = colour;
  }

  std::string_view css_;
  size_t at_ = 0;
  std::map<std::string, std::array<std::optional<Colour>, 2>, std::less<>> found_;
};

}  // namespace

Palette read_palette(std::string_view css) {
  return PaletteReader(css).read();
}

std::span<const TokenPair> token_pairs() {
  return kPairs;
}

}  // namespace milepost
