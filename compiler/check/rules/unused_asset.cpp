// MP351: a file is referred to by nothing.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    351,
    "unused-asset",
    Severity::note,
    "a file is referred to by nothing",
    "",
    R"(Pictures and attachments that no record or page refers to are not copied into the site. Most often the link was changed and
the file stayed.

Delete the file, link to it, or name it under `exclude:` in program.yaml.)",
    R"(=== notes.md
# Notes

Nothing here refers to the picture.
=== old-plan.png
not really a picture
)",
    R"(=== notes.md
# Notes

![The plan](plan.png)
=== plan.png
not really a picture
)"};

void run(CheckContext& context) {
  for (const Asset& asset : context.program.assets) {
    const SourceFile& file = context.sources.file(asset.file);
    // The theme's files are used by the site itself; files without an extension are tools' own
    // (LICENSE, CODEOWNERS).
    const std::string& path = file.text.path();
    const size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
    if (path == context.settings().findings_baseline) continue;
    if (asset.used || path.starts_with("theme/") || path.find('.', name) == std::string::npos)
      continue;
    context.report(info, Span{asset.file, 0, 0}, "nothing refers to `" + path + "`",
                   "delete it, link to it, or name it under `exclude:` in program.yaml");
  }
}

}  // namespace

const Rule unused_asset_rule = {&info, run};

}  // namespace milepost
