// Reading --limit.
#include "driver/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "text/ascii.h"

namespace milepost {
namespace {

std::optional<uint64_t> read_size(std::string_view text) {
  uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  const std::string unit = ascii_upper(trim(std::string_view(read.ptr, text.data() + text.size())));
  const int shift = unit.empty()                  ? 0
                    : unit == "KB" || unit == "K" ? 10
                    : unit == "MB" || unit == "M" ? 20
                    : unit == "GB" || unit == "G" ? 30
                                                  : -1;
  if (shift < 0 || number == 0 || number > (std::numeric_limits<uint64_t>::max() >> 30))
    return std::nullopt;
  return number << shift;
}

}  // namespace

std::string set_limit(Limits& limits, std::string_view said) {
  const size_t equals = said.find('=');
  const std::string_view name = trim(said.substr(0, equals));
  const std::optional<uint64_t> size =
      equals == std::string_view::npos ? std::nullopt : read_size(trim(said.substr(equals + 1)));
  if (!size) return fmt::format("--limit `{}` is not NAME=SIZE, as in body_bytes=1MB", said);
  // Offsets into a file are 32 bits wide.
  const uint64_t most = std::numeric_limits<uint32_t>::max();
  if (*size > most && name != "total_bytes")
    return fmt::format("--limit `{}` is more than can be read", said);
  const auto count = static_cast<uint32_t>(std::min(*size, most));
  if (name == "file_bytes") {
    limits.file_bytes = *size;
  } else if (name == "body_bytes") {
    limits.body_bytes = *size;
  } else if (name == "attachment_bytes") {
    limits.attachment_bytes = *size;
  } else if (name == "total_bytes") {
    limits.total_bytes = *size;
  } else if (name == "evidence_bytes") {
    limits.evidence_bytes = *size;
  } else if (name == "evidence_total_bytes") {
    limits.evidence_total_bytes = *size;
  } else if (name == "front_matter_nodes") {
    limits.front_matter_nodes = count;
  } else if (name == "yaml_nodes") {
    limits.yaml_nodes = count;
  } else if (name == "records") {
    limits.records = count;
  } else if (name == "files") {
    limits.files = count;
  } else {
    return fmt::format(
        "--limit `{}` names no limit; there are file_bytes, body_bytes, front_matter_nodes, "
        "yaml_nodes, "
        "records, files, attachment_bytes, evidence_bytes, evidence_total_bytes and total_bytes",
        said);
  }
  return {};
}

}  // namespace milepost
