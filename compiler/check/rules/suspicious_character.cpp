// MP352: a text holds a character that cannot be seen or is taken for another.
#include "check/rules.h"

#include "text/suspicious.h"

namespace milepost {
namespace {

const RuleInfo info = {
    352,
    "suspicious-character",
    Severity::warning,
    "a text holds a character that cannot be seen or is taken for another",
    "",
    R"(Characters that reverse the direction of a text, take no room, or look like a Latin letter and are none make a text read as
something else than it is: an id that is not found, a name that is somebody else's. They come with a copy from a chat or a
web page, or by intent.

Delete the character, or type it anew. Emoji sequences and scripts that need joiners are not reported.)",
    R"(=== notes.md
# Notes

The launch is on Fri​day.
)",
    R"(=== notes.md
# Notes

The launch is on Friday.
)"};

void run(CheckContext& context) {
  for (uint32_t f = 0; f < context.sources.files.size(); ++f) {
    const SourceFile& file = context.sources.files[f];
    if (file.kind == SourceKind::asset) continue;
    const std::string& text = file.text.bytes();
    for (const Suspicious& found : find_suspicious(text)) {
      // A no-break space is a matter of typography; where it hides a word, the word is reported as
      // unknown.
      if (found.kind == SuspiciousKind::nbsp) continue;
      const Span place{FileId{f}, found.offset, found.offset + found.length};
      const std::string name = describe_code_point(found.code_point);
      if (found.kind == SuspiciousKind::look_alike) {
        context.report(info, place,
                       "a word of Latin letters holds " + name + ", which looks like `" +
                           found.looks_like + "`",
                       std::string("type the letter `") + found.looks_like + "` anew");
      } else {
        context.report(info, place,
                       "the text holds a " + std::string(suspicious_noun(found.kind)) + ", " + name,
                       "delete the character");
      }
    }
  }
}

}  // namespace

const Rule suspicious_character_rule = {&info, run};

}  // namespace milepost
