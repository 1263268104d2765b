// Tests of the command line and of what is made from it.
#include "driver/command_line.h"

#include "catch.h"
#include "driver/command_pages.h"

namespace milepost {
namespace {

ParsedLine parse(std::vector<const char*> words) {
  words.insert(words.begin(), "milepost");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("options reach their fields", "[command-line]") {
  const ParsedLine parsed = parse({"build", "program", "-o", "out", "--as-of", "2026-06-01",
                                   "--jobs", "2", "--timings", "--fail-on", "MP301"});
  REQUIRE(parsed.line);
  CHECK(parsed.line->verb == Verb::build);
  CHECK(parsed.line->program == "program");
  CHECK(parsed.line->output == "out");
  CHECK(parsed.line->as_of == "2026-06-01");
  CHECK(parsed.line->jobs == 2);
  CHECK(parsed.line->timings);
  CHECK(parsed.line->fail_on == std::vector<std::string>{"MP301"});
}

TEST_CASE("wrong usage is 2, with what to say instead", "[command-line]") {
  for (const std::vector<const char*>& words : {std::vector<const char*>{},
                                                {"biuld"},
                                                {"check", "--format", "yaml"},
                                                {"build", "--jobs", "0"},
                                                {"new", "risk"},
                                                {"build", "--no-such-option"},
                                                {"dump"}}) {
    const ParsedLine parsed = parse(words);
    CHECK(!parsed.line);
    CHECK(parsed.status == kUsage);
    CHECK(!parsed.text.empty());
  }
  CHECK(parse({"biuld"}).text.find("did you mean `build`?") != std::string::npos);
}

TEST_CASE("help and version are 0", "[command-line]") {
  CHECK(parse({"--version"}).status == kDone);
  CHECK(parse({"--version"}).text.starts_with("milepost "));
  CHECK(parse({"--help"}).text.find("build") != std::string::npos);
  CHECK(parse({"check", "--help"}).text.find("--format") != std::string::npos);
}

TEST_CASE("every command and option is in help pages and completions", "[command-line]") {
  const std::string pages[] = {man_page(), completion_script("bash"), completion_script("zsh"),
                               completion_script("fish"), command_reference()};
  REQUIRE(command_docs().size() == 15);
  for (const CommandDoc& command : command_docs()) {
    CHECK(!command.summary.empty());
    for (const std::string& page : pages) CHECK(page.find(command.name) != std::string::npos);
    for (const OptionDoc& option : command.options) {
      INFO(command.name << " " << option.names.back());
      CHECK(!option.help.empty());
      const std::string plain =
          option.names.back().substr(option.names.back().find_first_not_of('-'));
      for (const std::string& page : pages) {
        // roff writes the hyphens inside as \-.
        std::string name = plain;
        if (&page == &pages[0]) {
          for (size_t at = name.find('-'); at != std::string::npos; at = name.find('-', at + 2))
            name.insert(at, "\\");
        }
        CHECK(page.find(name) != std::string::npos);
      }
    }
  }
}

}  // namespace milepost
