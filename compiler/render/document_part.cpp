// Renames the ids of a page.
#include "render/document_part.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/ascii.h"

namespace milepost {
namespace {

// Attributes whose value is an id, or several with spaces between them.
constexpr auto kReferences = std::to_array<std::string_view>({
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "aria-owns",
    "for",
    "headers",
    "id",
    "list",
    "popovertarget",
});
static_assert(std::ranges::is_sorted(kReferences));

struct Attribute {
  std::string_view name, value;
};

// What our writers make: attributes in double quotes, `<` in no text and no attribute.
class Tags {
 public:
  explicit Tags(std::string_view html) : html_(html) {}

  /// The next attribute, or the name of the next element as one without a value.
  bool next(Attribute& found) {
    for (;;) {
      if (!inside_) {
        at_ = html_.find('<', at_);
        if (at_ == std::string_view::npos) return false;
        if (html_.substr(at_, 4) == "<!--") {
          const size_t end = html_.find("-->", at_);
          at_ = end == std::string_view::npos ? html_.size() : end;
          continue;
        }
        ++at_;
        if (at_ < html_.size() && html_[at_] == '/') ++at_;
        inside_ = true;
        found = {name(), {}};
        return true;
      }
      while (at_ < html_.size() && (is_ascii_space(html_[at_]) || html_[at_] == '/')) ++at_;
      if (at_ >= html_.size()) return false;
      if (html_[at_] == '>') {
        inside_ = false;
        continue;
      }
      found = {name(), {}};
      if (found.name.empty()) ++at_;
      if (at_ + 1 >= html_.size() || html_[at_] != '=') continue;
      const char quote = html_[at_ + 1];
      if (quote != '"' && quote != '\'') continue;
      const size_t end = std::min(html_.find(quote, at_ + 2), html_.size());
      found.value = html_.substr(at_ + 2, end - at_ - 2);
      at_ = std::min(end + 1, html_.size());
      return true;
    }
  }

 private:
  std::string_view name() {
    const size_t begin = at_;
    while (at_ < html_.size() && (is_ascii_alnum(html_[at_]) || html_[at_] == '-' ||
                                  html_[at_] == ':' || html_[at_] == '_')) {
      ++at_;
    }
    return html_.substr(begin, at_ - begin);
  }

  std::string_view html_;
  size_t at_ = 0;
  bool inside_ = false;
};

int hex_digit(char c) {
  return is_ascii_digit(c) ? c - '0' : ascii_lower(c) - 'a' + 10;
}

class PartWriter {
 public:
  PartWriter(std::string& out, std::string_view html, std::string_view part)
      : out_(out), html_(html), part_(part) {}

  void write(int levels) {
    Attribute found;
    for (Tags tags(html_); tags.next(found);) {
      if (found.name != "id") continue;
      // The first id of this name is the part's own.
      if (found.value == part_ && own_begin_ == nullptr) {
        own_begin_ = found.value.data();
      } else {
        own_.insert(found.value);
      }
    }
    for (Tags tags(html_); tags.next(found);) {
      if (found.value.empty()) {
        heading(found.name, levels);
      } else if (std::ranges::binary_search(kReferences, found.name)) {
        names(found.value);
      } else if (found.value.starts_with('#')) {
        address(found.value.substr(1));
      } else if (found.value.starts_with("url(#") && found.value.ends_with(')')) {
        name(found.value.substr(5, found.value.size() - 6));
      }
    }
    copy_to(html_.size());
  }

 private:
  size_t offset_of(std::string_view piece) const {
    return static_cast<size_t>(piece.data() - html_.data());
  }

  void copy_to(size_t end) {
    out_ += html_.substr(from_, end - from_);
    from_ = end;
  }

  void names(std::string_view value) {
    while (!value.empty()) {
      const size_t end = std::min(value.find(' '), value.size());
      name(value.substr(0, end));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }

  void name(std::string_view id) {
    if (id.data() == own_begin_ || !own_.contains(id)) return;
    copy_to(offset_of(id));
    out_.append(part_).append(".");
  }

  // As in an address: with percent signs.
  void address(std::string_view fragment) {
    std::string id;
    for (size_t i = 0; i < fragment.size(); ++i) {
      if (fragment[i] == '%' && i + 2 < fragment.size() && is_ascii_hex(fragment[i + 1]) &&
          is_ascii_hex(fragment[i + 2])) {
        id += static_cast<char>(hex_digit(fragment[i + 1]) * 16 + hex_digit(fragment[i + 2]));
        i += 2;
      } else {
        id += fragment[i];
      }
    }
    if (!own_.contains(id)) return;
    copy_to(offset_of(fragment));
    out_.append(part_).append(".");
  }

  void heading(std::string_view element, int levels) {
    const bool is_heading =
        element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
    if (!is_heading) return;
    copy_to(offset_of(element) + 1);
    out_ += static_cast<char>('0' + std::min(6, element[1] - '0' + levels));
    ++from_;
  }

  std::string& out_;
  std::string_view html_, part_;
  size_t from_ = 0;
  const char* own_begin_ = nullptr;  // of the part's own id
  std::unordered_set<std::string_view> own_;
};

}  // namespace

void append_part(std::string& out, std::string_view html, std::string_view part, int levels) {
  PartWriter(out, html, part).write(levels);
}

}  // namespace milepost
