// What is remembered of bodies, and that a remembered one is told as a parsed one.
#include "parse/body_memory.h"

#include <string>
#include <utility>

#include "catch.h"
#include "parse/parse.h"

namespace milepost {
namespace {

SourceSet sources_of(std::string content, std::string text, const std::string& before = "") {
  SourceSet set;
  if (!before.empty()) set.files.push_back({SourceKind::markdown, SourceText(before, "x"), 0, {}});
  set.files.push_back(
      {SourceKind::markdown, SourceText("a.md", std::move(text)), 0, std::move(content)});
  return set;
}

}  // namespace

TEST_CASE("a body is remembered by the name of its file's bytes", "[parse]") {
  BodyMemory memory;
  ParseOptions options;
  options.memory = &memory;
  DiagnosticSink sink;
  const std::string text = "---\nid: R-1\n---\n# One\n\nTwo *three*.\n";
  const DocumentSet first = parse_documents(sources_of("aa", text), options, sink);
  const uint32_t offset = 16;
  REQUIRE(memory.find("aa", offset) != nullptr);
  CHECK(memory.find("aa", 0) == nullptr);
  CHECK(memory.find("ab", offset) == nullptr);

  // As another file of its program, after which its places are asked for.
  const DocumentSet again = parse_documents(sources_of("aa", text, "0.md"), options, sink);
  const Tape& tape = again.documents[1].body;
  CHECK(tape.file == FileId{1});
  CHECK(tape.text == first.documents[0].body.text);
  CHECK(tape.nodes.size() == first.documents[0].body.nodes.size());
}

TEST_CASE("a body is forgotten after a version that did not have it", "[parse]") {
  BodyMemory memory;
  memory.keep("aa", 0, Tape{});
  memory.next_version();
  CHECK(memory.find("aa", 0) != nullptr);
  memory.next_version();
  CHECK(memory.find("aa", 0) != nullptr);
  memory.next_version();
  memory.next_version();
  CHECK(memory.find("aa", 0) == nullptr);
}

TEST_CASE("what is wrong with a body is said of each version, and of each within its limit",
          "[parse]") {
  BodyMemory memory;
  ParseOptions options;
  options.memory = &memory;
  const std::string text = "<!-- audience: team -->\nNever closed.\n";
  for (int version = 0; version < 2; ++version) {
    DiagnosticSink sink;
    const DocumentSet set = parse_documents(sources_of("aa", text), options, sink);
    CHECK(sink.take_sorted().size() == 1);
    CHECK(set.documents.size() == 1);
  }
  DiagnosticSink sink;
  parse_documents(sources_of("bb", std::string(100, 'x')), options, sink);
  CHECK(sink.take_sorted().empty());
  options.limits.body_bytes = 50;
  parse_documents(sources_of("bb", std::string(100, 'x')), options, sink);
  CHECK(sink.take_sorted().size() == 1);
}

}  // namespace milepost
