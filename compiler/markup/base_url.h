// BaseUrl: the address a site is served at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markup/url.h"

namespace milepost {

/// An http or https address with a host, without query and fragment, that ends with a slash. Its
/// text is ASCII but for a host name and may stand in any attribute, header or feed.
class BaseUrl {
 public:
  /// From what somebody wrote; a slash is added where the last part has none. Nothing for every
  /// other scheme, for a query or fragment, and for an address that Url refuses.
  static std::optional<BaseUrl> from_data(std::string_view text);

  const std::string& text() const { return text_; }  // "https://example.org/checkout/"
  std::string_view host() const;                     // "example.org", with a port if it has one
  std::string_view path() const;                     // "/checkout/"

  /// The whole address of a file of the site. The front page is the base itself, so that it has one
  /// address and not two.
  std::string of(const SitePath& file) const;

 private:
  explicit BaseUrl(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace milepost
