// Looking at attachments before they are published.
#include "driver/attachments.h"

#include <fmt/format.h>

#include <algorithm>

#include "markup/inert_svg.h"
#include "text/ascii.h"

namespace milepost {
namespace {

/// "line 3, column 7" of a byte: the text of an attachment is not kept, so its place is said in
/// words.
std::string place_in(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const size_t line_begin =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return fmt::format("line {}, column {}", lines + 1, offset - line_begin + 1);
}

}  // namespace

std::set<std::string> refuse_attachments(const SourceTree& tree, const SourceSet& sources,
                                         const Program& program, DiagnosticSink& sink) {
  std::set<std::string> refused;
  const uint64_t limit = program.set.settings.limits.attachment_bytes;
  for (const Asset& asset : program.assets) {
    const SourceFile& file = sources.file(asset.file);
    const std::string& path = file.text.path();
    if (!asset.used) continue;
    const Span place{asset.file, 0, 0};
    if (file.asset_size > limit) {
      sink.report(
          {506,
           Severity::warning,
           place,
           fmt::format("`{}` has {} KB, more than the {} KB of an attachment; it is not published",
                       path, file.asset_size / 1024, limit / 1024),
           "make it smaller, or link to where it is kept with an `https://` address",
           {}});
      refused.insert(path);
      continue;
    }
    if (!iends_with(path, ".svg")) continue;
    const FileBytes bytes = tree.read(path, limit);
    if (bytes.error != TreeError::none) {
      refused.insert(path);
      continue;
    }
    if (const std::optional<SvgObjection> objection = object_to_svg(bytes.bytes)) {
      sink.report({505,
                   Severity::warning,
                   place,
                   fmt::format("`{}` is not published: it holds {} ({})", path, objection->what,
                               place_in(bytes.bytes, objection->offset)),
                   "remove it, or export the picture as PNG",
                   {}});
      refused.insert(path);
    }
  }
  return refused;
}

}  // namespace milepost
