// Checks and takes apart the address of a site.
#include "markup/base_url.h"

#include "text/ascii.h"

namespace milepost {

std::optional<BaseUrl> BaseUrl::from_data(std::string_view text) {
  if (text.find_first_of("?#") != std::string_view::npos) return std::nullopt;
  const std::optional<Url> url = Url::from_data(text);
  if (!url || !url->is_absolute() || !istarts_with(url->text(), "http")) return std::nullopt;
  std::string base = url->text();
  if (!base.ends_with('/')) base += '/';
  return BaseUrl(std::move(base));
}

std::string_view BaseUrl::host() const {
  const std::string_view rest = std::string_view(text_).substr(text_.find("//") + 2);
  return rest.substr(0, rest.find('/'));
}

std::string_view BaseUrl::path() const {
  return std::string_view(text_).substr(text_.find('/', text_.find("//") + 2));
}

std::string BaseUrl::of(const SitePath& file) const {
  return file.file() == "index.html" ? text_ : text_ + file.encoded();
}

}  // namespace milepost
