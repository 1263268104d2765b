// Reads an SVG file tag by tag and compares it with what is known to be harmless.
#include "markup/inert_svg.h"

#include <algorithm>
#include <array>
#include <utility>

#include "markup/style_scan.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// Among them what drawing programs leave behind (rdf, work, namedview …): it does nothing.
constexpr auto kElements = std::to_array<std::string_view>({
    "agent",
    "circle",
    "clippath",
    "creator",
    "defs",
    "desc",
    "ellipse",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fetile",
    "feturbulence",
    "filter",
    "format",
    "g",
    "grid",
    "image",
    "license",
    "line",
    "lineargradient",
    "marker",
    "mask",
    "metadata",
    "namedview",
    "path",
    "pattern",
    "permits",
    "polygon",
    "polyline",
    "radialgradient",
    "rdf",
    "rect",
    "requires",
    "rights",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textpath",
    "title",
    "tspan",
    "type",
    "use",
    "view",
    "work",
});
static_assert(std::ranges::is_sorted(kElements));

std::string_view local_name(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_name_char(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_bitmap(std::string_view address) {
  for (const std::string_view type : {"data:image/png;base64,", "data:image/jpeg;base64,",
                                      "data:image/gif;base64,", "data:image/webp;base64,"}) {
    if (istarts_with(address, type)) return true;
  }
  return false;
}

// Attributes that cannot matter: no handler, no address, nothing that writes other attributes.
bool is_harmless(std::string_view name) {
  constexpr std::array<std::string_view, 9> banned = {
      "attributename", "begin", "from", "to", "values", "by", "ping", "target", "srcset"};
  return !name.starts_with("on") && std::ranges::find(banned, name) == banned.end();
}

class SvgReader {
 public:
  explicit SvgReader(std::string_view text) : text_(text) {}

  std::optional<SvgObjection> read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size() && !objection_) {
      const size_t open = text_.find('<', at_);
      if (in_style_)
        check_style(text_.substr(at_, open == std::string_view::npos ? open : open - at_));
      if (open == std::string_view::npos) break;
      at_ = open;
      markup();
    }
    if (!objection_ && !seen_svg_) object(0, "a file without an <svg> element");
    return std::move(objection_);
  }

 private:
  void object(size_t offset, std::string what) {
    if (!objection_) objection_ = SvgObjection{offset, std::move(what)};
  }

  void markup() {
    const std::string_view here = text_.substr(at_);
    if (here.starts_with("<!--")) {
      skip_past("-->", "a comment that does not end");
    } else if (here.starts_with("<![CDATA[")) {
      const size_t end = here.find("]]>");
      if (in_style_) check_style(here.substr(9, end == std::string_view::npos ? end : end - 9));
      skip_past("]]>", "a CDATA section that does not end");
    } else if (istarts_with(here, "<!doctype")) {
      const size_t end = here.find_first_of("[>");
      if (end == std::string_view::npos || here[end] == '[') {
        object(at_, "a document type with declarations");
      }
      skip_past(">", "a document type that does not end");
    } else if (here.starts_with("<!")) {
      object(at_, "a declaration");
    } else if (here.starts_with("<?")) {
      if (at_ > 3 || !istarts_with(here, "<?xml ")) object(at_, "a processing instruction");
      skip_past("?>", "a processing instruction that does not end");
    } else {
      tag(here.size() > 1 && here[1] == '/');
    }
  }

  void skip_past(std::string_view what, const char* otherwise) {
    const size_t end = text_.find(what, at_);
    if (end == std::string_view::npos) {
      object(at_, otherwise);
      at_ = text_.size();
    } else {
      at_ = end + what.size();
    }
  }

  void tag(bool closing) {
    const size_t begin = at_;
    at_ += closing ? 2 : 1;
    const std::string name = ascii_lower(local_name(read_name()));
    if (name.empty()) return object(begin, "a `<` that begins no element");
    if (!std::ranges::binary_search(kElements, std::string_view(name))) {
      return object(begin, "the element <" + name + ">");
    }
    if (name == "svg") seen_svg_ = true;
    while (at_ < text_.size() && !objection_) {
      const char c = text_[at_];
      if (c == '>') {
        in_style_ = name == "style" && !closing && text_[at_ - 1] != '/';
        ++at_;
        return;
      }
      if (is_ascii_space(c) || c == '/') {
        ++at_;
      } else {
        attribute(name);
      }
    }
    object(begin, "an element that does not end");
  }

  std::string_view read_name() {
    const size_t begin = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void attribute(std::string_view element) {
    const size_t begin = at_;
    const std::string_view written = read_name();
    const std::string name = ascii_lower(local_name(written));
    while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
    if (name.empty() || at_ >= text_.size() || text_[at_] != '=') {
      return object(begin, "an attribute without a value");
    }
    ++at_;
    while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    const size_t end =
        quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : std::string_view::npos;
    if (end == std::string_view::npos) return object(begin, "an attribute without quotes");
    const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (!is_harmless(name)) return object(begin, "the attribute `" + name + "`");
    if (value.find('&') != std::string_view::npos &&
        (name == "href" || name == "src" || name == "style")) {
      return object(begin, "a character reference in `" + name + "`");
    }
    if (name == "href" || name == "src") {
      const std::string_view address = trim(value);
      const bool inside = address.starts_with('#');
      if (!inside && !(element == "image" && is_bitmap(address))) {
        object(begin, "an address outside the file");
      }
    } else if ((name == "style" || value.find('(') != std::string_view::npos) &&
               object_to_style(value)) {
      object(begin, "an address outside the file in `" + name + "`");
    }
  }

  void check_style(std::string_view css) {
    if (object_to_style(css) || css.find('&') != std::string_view::npos) {
      object(at_, "a style sheet that loads something");
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  bool in_style_ = false;
  bool seen_svg_ = false;
  std::optional<SvgObjection> objection_;
};

}  // namespace

std::optional<SvgObjection> object_to_svg(std::string_view bytes) {
  return SvgReader(bytes).read();
}

}  // namespace milepost
