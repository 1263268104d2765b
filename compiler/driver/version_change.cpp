// Makes a site only to see whether it is another.
#include "driver/version_change.h"

#include <map>
#include <utility>

#include "text/sha256.h"

namespace milepost {

std::string digest_of_site(View& view, const SiteTools& tools) {
  std::map<std::string, std::string> hashes;  // by path: pages come in any order
  const auto publisher = Publisher::to([&](std::string_view path, std::string_view bytes) {
    hashes.insert_or_assign(std::string(path), sha256_hex(bytes));
  });
  Outline outline = compose_pages(std::move(view), tools, {}, nullptr);
  BuiltSite built;
  write_pages(outline, *publisher, tools, {"", false}, built, [](const char*) {});
  view = std::move(outline.view);
  std::string all;
  for (const auto& [path, hash] : hashes) all += path + "\n" + hash + "\n";
  return sha256_hex(all);
}

}  // namespace milepost
