// Strings of scripts: nothing in them can end what holds them.
#include "markup/script_string.h"

#include "catch.h"

namespace milepost {
namespace {

std::string script_string(std::string_view text) {
  std::string out;
  append_script_string(out, text);
  return out;
}

TEST_CASE("script string: plain text is itself", "[markup]") {
  CHECK(script_string("") == "\"\"");
  CHECK(script_string("Grüße 決済 it's `${x}`") == "\"Grüße 決済 it's `${x}`\"");
}

TEST_CASE("script string: quotes, line ends and tags are escaped", "[markup]") {
  CHECK(script_string("a\"b\\c") == "\"a\\\"b\\\\c\"");
  CHECK(script_string("</script><!--") == "\"\\u003c/script\\u003e\\u003c!--\"");
  CHECK(script_string("a\nb\rc\td") == "\"a\\nb\\u000dc\\u0009d\"");
  CHECK(script_string(std::string_view("\0\x1b\x7f", 3)) == "\"\\u0000\\u001b\\u007f\"");
  CHECK(script_string("a\u2028b\u2029c\u2027d") == "\"a\\u2028b\\u2029c\u2027d\"");
}

TEST_CASE("script string: what is no UTF-8 becomes U+FFFD", "[markup]") {
  CHECK(script_string("a\xff"
                      "b\xe2\x80") == "\"a\uFFFDb\uFFFD\uFFFD\"");
}

}  // namespace
}  // namespace milepost
