// Reads a template as a browser would, to know what stands around each of its tags.
#include "render/template_scan.h"

#include <algorithm>
#include <array>
#include <optional>

#include "compose/words.h"
#include "markup/url.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

// What a template may hold. None of these can run anything, load anything from elsewhere, or
// change what an address of the page means.
constexpr auto kElements = std::to_array<std::string_view>({
    "a",       "abbr",     "address", "article",    "aside",   "b",       "bdi",    "blockquote",
    "body",    "br",       "button",  "caption",    "circle",  "code",    "col",    "colgroup",
    "dd",      "defs",     "del",     "desc",       "details", "dfn",     "div",    "dl",
    "dt",      "ellipse",  "em",      "figcaption", "figure",  "footer",  "g",      "h1",
    "h2",      "h3",       "h4",      "h5",         "h6",      "head",    "header", "hgroup",
    "hr",      "html",     "i",       "img",        "ins",     "kbd",     "li",     "line",
    "link",    "main",     "mark",    "meta",       "nav",     "ol",      "p",      "path",
    "polygon", "polyline", "pre",     "q",          "rect",    "s",       "samp",   "search",
    "section", "small",    "span",    "strong",     "sub",     "summary", "sup",    "svg",
    "symbol",  "table",    "tbody",   "td",         "text",    "tfoot",   "th",     "thead",
    "time",    "title",    "tr",      "tspan",      "u",       "ul",      "use",    "var",
    "wbr",
});
static_assert(std::ranges::is_sorted(kElements));

constexpr auto kAttributes = std::to_array<std::string_view>({
    "alt",
    "charset",
    "class",
    "colspan",
    "content",
    "cx",
    "cy",
    "d",
    "datetime",
    "dir",
    "fill",
    "fill-rule",
    "height",
    "hidden",
    "href",
    "id",
    "lang",
    "loading",
    "media",
    "name",
    "open",
    "points",
    "popover",
    "popovertarget",
    "popovertargetaction",
    "r",
    "rel",
    "role",
    "rowspan",
    "rx",
    "ry",
    "scope",
    "sizes",
    "src",
    "start",
    "stroke",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "tabindex",
    "title",
    "transform",
    "translate",
    "type",
    "viewbox",
    "width",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
    "y2",
});
static_assert(std::ranges::is_sorted(kAttributes));

bool is_known_attribute(std::string_view name) {
  return std::ranges::binary_search(kAttributes, name) || name.starts_with("aria-") ||
         name.starts_with("data-");
}

bool is_address(std::string_view attribute) {
  return attribute == "href" || attribute == "src";
}

enum class Where : uint8_t { content, comment, words, tag, quoted, unquoted };

class TemplateScanner {
 public:
  TemplateScanner(std::string_view text, std::span<const Slot> allowed, bool trusted)
      : text_(text), allowed_(allowed), trusted_(trusted) {}

  std::vector<TemplateProblem> scan() {
    TemplateTags found = find_template_tags(text_);
    problems_ = std::move(found.problems);
    tags_ = std::move(found.tags);
    while (at_ < text_.size()) {
      if (tag_ < tags_.size() && tags_[tag_].begin == at_) {
        see_tag(tags_[tag_]);
        at_ = tags_[tag_++].end;
      } else {
        step();
      }
    }
    for (const TemplateTag& open : sections_) {
      problem(553, open.begin, open.end,
              "the section `" + std::string(open.name) + "` is not closed",
              "add `{{/" + std::string(open.name) + "}}`");
    }
    if (where_ != Where::content) {
      problem(551, text_.empty() ? 0 : text_.size() - 1, text_.size(),
              where_ == Where::comment ? "the file ends inside a comment"
                                       : "the file ends inside a tag",
              "every file of a theme must be whole by itself");
    }
    std::ranges::stable_sort(problems_, {}, &TemplateProblem::begin);
    return std::move(problems_);
  }

 private:
  void problem(uint16_t code, size_t begin, size_t end, std::string message, std::string help) {
    problems_.push_back({code, begin, end, std::move(message), std::move(help)});
  }

  // The end of what can be read at once: the next tag of the template, or the end of the file.
  size_t stop() const { return tag_ < tags_.size() ? tags_[tag_].begin : text_.size(); }
  std::string_view ahead() const { return text_.substr(at_, stop() - at_); }

  // --- tags of the template
  // ------------------------------------------------------------------------

  void see_tag(const TemplateTag& tag) {
    const std::string name(tag.name);
    switch (tag.kind) {
      case TemplateTagKind::comment:
        return;
      case TemplateTagKind::partial:
        if (where_ != Where::content) {
          problem(557, tag.begin, tag.end, "a partial inside a tag or comment",
                  "include it between elements");
        }
        return;
      case TemplateTagKind::section:
      case TemplateTagKind::inverted:
        check_name(tag);
        if (where_ != Where::content && where_ != Where::quoted && where_ != Where::words) {
          problem(557, tag.begin, tag.end, "a section that begins inside a tag or comment",
                  "put it around the whole element, or inside a quoted attribute");
        }
        sections_.push_back(tag);
        section_places_.push_back(where_);
        return;
      case TemplateTagKind::end:
        if (sections_.empty() || sections_.back().name != tag.name) {
          problem(553, tag.begin, tag.end, "`{{/" + name + "}}` closes no section",
                  sections_.empty() ? "remove it"
                                    : "close `" + std::string(sections_.back().name) + "` first");
          return;
        }
        if (section_places_.back() != where_) {
          problem(557, tag.begin, tag.end,
                  "the section `" + name + "` ends in another place of the HTML than it begins",
                  "begin and end it between the same elements");
        }
        sections_.pop_back();
        section_places_.pop_back();
        return;
      case TemplateTagKind::value:
        see_value(tag);
        return;
    }
  }

  // What the name stands for; nothing, and a problem, if this template has no such data.
  std::optional<SlotKind> check_name(const TemplateTag& tag) {
    if (tag.name.starts_with(kWordPrefix)) return check_word(tag);
    const SlotInfo* slot = find_slot(tag.name);
    if (slot != nullptr && std::ranges::find(allowed_, slot->slot) != allowed_.end()) {
      return slot->kind;
    }
    std::vector<std::string_view> names;
    for (const Slot one : allowed_) names.push_back(slot_infos()[static_cast<size_t>(one)].name);
    std::string help;
    const std::vector<size_t> near = nearest(tag.name, names, 1);
    if (!near.empty()) {
      help = "did you mean `" + std::string(names[near.front()]) + "`?";
    } else {
      std::ranges::sort(names);
      help = "it may use ";
      for (size_t i = 0; i < names.size(); ++i) {
        help.append(i == 0 ? "`" : ", `").append(names[i]).append("`");
      }
    }
    problem(552, tag.begin, tag.end,
            "there is no `" + std::string(tag.name) + "` among the data of this template", help);
    return std::nullopt;
  }

  std::optional<SlotKind> check_word(const TemplateTag& tag) {
    const std::string_view key = tag.name.substr(kWordPrefix.size());
    if (tag.kind == TemplateTagKind::value && Words::word_of(key)) return SlotKind::text;
    if (tag.kind != TemplateTagKind::value) {
      problem(552, tag.begin, tag.end, "`" + std::string(tag.name) + "` is a text, not a section",
              "use it as a value: {{" + std::string(tag.name) + "}}");
      return std::nullopt;
    }
    std::vector<std::string_view> keys;
    for (const Word word : Words::all()) keys.push_back(Words::key(word));
    const std::vector<size_t> near = nearest(key, keys, 1);
    problem(552, tag.begin, tag.end, "there is no text `" + std::string(key) + "` in strings.yaml",
            near.empty() ? "the keys are listed in themes/default/strings.yaml"
                         : "did you mean `words." + std::string(keys[near.front()]) + "`?");
    return std::nullopt;
  }

  void see_value(const TemplateTag& tag) {
    const std::optional<SlotKind> kind = check_name(tag);
    if (!kind) return;
    const std::string name(tag.name);
    switch (where_) {
      case Where::content:
        if (*kind == SlotKind::url) {
          problem(557, tag.begin, tag.end, "`" + name + "` is an address",
                  "use it as a whole attribute: href=\"{{" + name + "}}\"");
        }
        return;
      case Where::words:
        if (*kind != SlotKind::text) {
          problem(557, tag.begin, tag.end, "`" + name + "` cannot stand in <" + element_ + ">",
                  "use a name that is text");
        }
        return;
      case Where::quoted:
        has_value_ = true;
        if (is_address(attribute_)) {
          const bool whole = value_.empty() && tag.end < text_.size() && text_[tag.end] == quote_;
          if (*kind == SlotKind::url && whole) return;
          problem(
              557, tag.begin, tag.end, "`" + name + "` cannot be part of an address",
              "only a name that is an address may stand in `" + attribute_ + "`, and by itself");
        } else if (*kind == SlotKind::html) {
          problem(557, tag.begin, tag.end,
                  "`" + name + "` is HTML and cannot stand in an attribute",
                  "use it between elements");
        } else if (*kind == SlotKind::url) {
          problem(557, tag.begin, tag.end, "`" + name + "` is an address",
                  "use it in `href` or `src`");
        }
        return;
      case Where::unquoted:
        problem(557, tag.begin, tag.end, "a value in an attribute without quotes",
                "write " + attribute_ + "=\"{{" + name + "}}\"");
        return;
      case Where::tag:
        problem(557, tag.begin, tag.end, "a value inside a tag", "use it between elements");
        return;
      case Where::comment:
        problem(557, tag.begin, tag.end, "a value inside a comment",
                "comments of a template are {{! like this }}");
        return;
    }
  }

  // --- the HTML around them
  // ------------------------------------------------------------------------

  void step() {
    switch (where_) {
      case Where::content:
        content();
        break;
      case Where::comment:
        skip_past("-->", Where::content);
        break;
      case Where::words:
        words();
        break;
      case Where::tag:
        inside_tag();
        break;
      case Where::quoted:
        quoted();
        break;
      case Where::unquoted:
        unquoted();
        break;
    }
  }

  void skip_past(std::string_view what, Where then) {
    const size_t found = ahead().find(what);
    if (found == std::string_view::npos) {
      at_ = stop();
    } else {
      at_ += found + what.size();
      where_ = then;
    }
  }

  void content() {
    const std::string_view rest = ahead();
    const size_t open = rest.find('<');
    if (open == std::string_view::npos) {
      at_ = stop();
      return;
    }
    at_ += open;
    const std::string_view here = rest.substr(open);
    if (here.starts_with("<!--")) {
      at_ += 4;
      where_ = Where::comment;
    } else if (istarts_with(here, "<!doctype html>")) {
      at_ += 15;
    } else if (here.size() > 1 && (is_ascii_alpha(here[1]) || here[1] == '/')) {
      begin_tag(here);
    } else if (here.size() > 1 && (here[1] == '!' || here[1] == '?')) {
      problem(558, at_, at_ + 2, "a declaration that is neither <!doctype html> nor a comment",
              "remove it");
      at_ += 2;
    } else {
      ++at_;
    }
  }

  void begin_tag(std::string_view here) {
    const size_t slash = here[1] == '/' ? 1 : 0;
    size_t end = 1 + slash;
    while (end < here.size() && (is_ascii_alnum(here[end]) || here[end] == '-')) ++end;
    element_ = ascii_lower(here.substr(1 + slash, end - 1 - slash));
    closing_ = slash == 1;
    tag_begin_ = at_;
    has_src_ = false;
    const bool script = trusted_ && element_ == "script";
    if (!script && !closing_ &&
        !std::ranges::binary_search(kElements, std::string_view(element_))) {
      problem(558, at_, at_ + end, "a template may not hold <" + element_ + ">",
              element_ == "script" || element_ == "style"
                  ? "styles go into style.css; a theme of a program has no scripts"
                  : "use an element that only marks up text");
    }
    at_ += end;
    where_ = Where::tag;
  }

  void inside_tag() {
    const char c = text_[at_];
    if (c == '>') {
      ++at_;
      end_tag();
    } else if (is_ascii_space(c) || c == '/') {
      ++at_;
    } else {
      begin_attribute();
    }
  }

  void end_tag() {
    where_ = Where::content;
    if (closing_) return;
    if (element_ == "title") where_ = Where::words;
    if (element_ != "script" || !trusted_) return;
    if (!has_src_ || !istarts_with(text_.substr(at_), "</script>")) {
      problem(558, tag_begin_, at_, "a script in the page itself",
              "put it into a file of the theme and name that in `src`");
      const size_t end = ahead().find("</");
      at_ = end == std::string_view::npos ? stop() : at_ + end;
    }
  }

  void words() {
    const std::string close = "</" + element_;
    const size_t found = ifind(ahead(), close);
    at_ = found == std::string_view::npos ? stop() : at_ + found;
    if (found != std::string_view::npos) where_ = Where::content;
  }

  void begin_attribute() {
    const size_t begin = at_;
    const size_t limit = stop();
    while (at_ < limit && !is_ascii_space(text_[at_]) && text_[at_] != '=' && text_[at_] != '>' &&
           text_[at_] != '/') {
      ++at_;
    }
    if (at_ == begin) ++at_;
    attribute_ = ascii_lower(text_.substr(begin, at_ - begin));
    attribute_begin_ = begin;
    value_.clear();
    has_value_ = false;
    if (!is_known_attribute(attribute_)) {
      const bool handler = attribute_.starts_with("on");
      problem(558, begin, at_, "a template may not hold the attribute `" + attribute_ + "`",
              attribute_ == "style" ? "give the element a class and style it in style.css"
              : handler             ? "a theme has no scripts"
                                    : "leave it out");
    }
    size_t next = at_;
    while (next < limit && is_ascii_space(text_[next])) ++next;
    if (next >= limit || text_[next] != '=') return;
    ++next;
    while (next < limit && is_ascii_space(text_[next])) ++next;
    at_ = next;
    if (next < limit && (text_[next] == '"' || text_[next] == '\'')) {
      quote_ = text_[next];
      ++at_;
      where_ = Where::quoted;
    } else {
      where_ = Where::unquoted;
    }
  }

  void quoted() {
    const std::string_view rest = ahead();
    const size_t end = rest.find(quote_);
    value_.append(rest.substr(0, end));
    if (end == std::string_view::npos) {
      at_ = stop();
      return;
    }
    at_ += end + 1;
    where_ = Where::tag;
    check_value();
  }

  void unquoted() {
    const char c = text_[at_];
    if (is_ascii_space(c) || c == '>') {
      where_ = Where::tag;
      check_value();
      return;
    }
    value_ += c;
    ++at_;
  }

  void check_value() {
    if (attribute_ == "src") has_src_ = true;
    if (!is_address(attribute_) || has_value_) return;
    const bool inside = element_ == "use";
    const std::optional<Url> url = Url::from_data(value_);
    const bool fine = inside ? value_.starts_with('#')
                             : url && !url->is_absolute() && !trim(value_).starts_with('/');
    if (fine) return;
    problem(558, attribute_begin_, at_, "`" + value_ + "` leads out of the site",
            inside ? "a picture may use only parts of its own page: href=\"#name\""
                   : "a theme may only name its own files and pages, by a relative address");
  }

  std::string_view text_;
  std::span<const Slot> allowed_;
  bool trusted_;
  std::vector<TemplateTag> tags_;
  std::vector<TemplateProblem> problems_;
  size_t at_ = 0;
  size_t tag_ = 0;  // the next of tags_
  Where where_ = Where::content;
  std::vector<TemplateTag> sections_;
  std::vector<Where> section_places_;
  std::string element_, attribute_, value_;
  bool closing_ = false, has_value_ = false, has_src_ = false;
  char quote_ = '"';
  size_t tag_begin_ = 0, attribute_begin_ = 0;
};

}  // namespace

std::vector<TemplateProblem> scan_template(std::string_view text, std::span<const Slot> allowed,
                                           bool trusted) {
  return TemplateScanner(text, allowed, trusted).scan();
}

}  // namespace milepost
