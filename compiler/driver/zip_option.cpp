// Reads --zip and --label.
#include "driver/zip_option.h"

#include <fmt/format.h>

#include "driver/output.h"
#include "markup/html.h"
#include "publish/site_zip.h"
#include "text/suspicious.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kAudience = "{audience}";
constexpr size_t kMostCharacters = 40;

size_t characters(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

}  // namespace

int check_label(const CommandLine& line) {
  const std::string& label = line.label;
  const bool plain = find_invalid_utf8(label) == std::string_view::npos &&
                     find_suspicious(label, 1).empty() &&
                     label.find_first_of("\t\r\n") == std::string::npos;
  if (plain && characters(label) <= kMostCharacters) return kDone;
  print_error(fmt::format(
      "milepost: --label `{}` is no name of a version; write at most {} characters that can be "
      "seen: 2026-W22\n",
      visible_text(label), kMostCharacters));
  return kUsage;
}

std::string zip_of(const CommandLine& line, std::string_view audience) {
  std::string file = line.zip;
  for (size_t at = file.find(kAudience); at != std::string::npos;
       at = file.find(kAudience, at + audience.size())) {
    file.replace(at, kAudience.size(), audience);
  }
  return file;
}

std::optional<Refusal> check_zips(const CommandLine& line, const TargetContext& context,
                                  const std::vector<std::string>& audiences,
                                  const std::vector<std::string>& sites) {
  if (line.zip.empty()) return std::nullopt;
  const bool named = line.zip.find(kAudience) != std::string::npos;
  if (audiences.size() > 1 && !named) {
    return Refusal{fmt::format("`--zip {}` would be one file for several sites", line.zip),
                   "write `{audience}` where its name belongs: --zip ../site-{audience}.zip"};
  }
  for (const std::string& audience : audiences) {
    if (named && audience.empty()) {
      return Refusal{"`{audience}` in --zip is the name of an audience, and none is named",
                     "name one by --audience, or write the name of the file"};
    }
    std::optional<Refusal> refusal = check_zip(zip_of(line, audience), context, sites);
    if (refusal) return refusal;
  }
  return std::nullopt;
}

}  // namespace milepost
