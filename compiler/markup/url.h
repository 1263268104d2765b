// Url: an address that may stand in a page, and SitePath: a file of the site itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace milepost {

/// An address that a reader may follow without harm. Its text is ASCII but for a host name, holds
/// no character that ends an attribute, and is valid as the URL standard and its checkers read it.
class Url {
 public:
  /// From text that somebody wrote: http and https with a host, mailto, tel, or a relative path,
  /// query or fragment. Nothing for every other scheme, however it is disguised (entities, percent
  /// signs, case, control characters, white space, zero-width characters), for `//host` and for
  /// backslashes. What is allowed comes back with the characters encoded that need it.
  static std::optional<Url> from_data(std::string_view text);

  const std::string& text() const { return text_; }
  /// Leads away from the site: it has a scheme.
  bool is_absolute() const { return absolute_; }

 private:
  Url(std::string text, bool absolute) : text_(std::move(text)), absolute_(absolute) {}
  std::string text_;
  bool absolute_ = false;
};

/// The name of an output file, relative to the site's root with `/`, and its percent-encoded form.
/// In a site that is one document a page of it is a part of the file, and its name an id there.
class SitePath {
 public:
  SitePath() = default;
  /// `file` is a name we chose: no empty, `.` or `..` part, no leading slash.
  explicit SitePath(std::string file);
  /// A file that a server shows under addresses of its own choice (404.html): links from it begin
  /// at the server's root. `root` is the path of the site there, `/checkout/`. Nothing links to it.
  static SitePath served_anywhere(std::string file, std::string_view root);
  SitePath(std::string file, std::string part) : SitePath(std::move(file)) {
    part_ = std::move(part);
  }

  const std::string& file() const { return file_; }
  const std::string& encoded() const { return encoded_.empty() ? file_ : encoded_; }
  /// Empty: the whole file.
  const std::string& part() const { return part_; }

 private:
  std::string file_;
  std::string encoded_;  // empty if it is the file's name
  std::string part_;
};

/// Appends the relative address that leads from the page `from` to `to`: the shortest without a
/// leading slash, with `#fragment` if there is one; from a page that is served anywhere the path
/// from the server's root. Within one page it is the fragment alone. Where
/// `to` is a part of a file, it leads to that part, and the fragment is one of its ids.
void append_link(std::string& out, const SitePath& from, const SitePath& to,
                 std::string_view fragment = {});

}  // namespace milepost
