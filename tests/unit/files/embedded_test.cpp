// Tests of the data files that travel inside the binary.
#include "files/embedded.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"

namespace milepost {
namespace {

std::string read_source(std::string_view path) {
  std::ifstream in(std::string(MILEPOST_SOURCE_DIR) + "/" + std::string(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST_CASE("embedded files are sorted by path", "[files]") {
  const auto files = embedded_files();
  CHECK(std::ranges::is_sorted(files, {}, &EmbeddedFile::path));
}

TEST_CASE("an embedded file has the bytes of its source", "[files]") {
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.path);
    CHECK(file.bytes == read_source(file.path));
  }
}

TEST_CASE("an embedded file is found by its exact path only", "[files]") {
  for (const EmbeddedFile& file : embedded_files()) {
    CHECK(find_embedded(file.path) == &file);
  }
  CHECK(find_embedded("") == nullptr);
  CHECK(find_embedded("templates") == nullptr);
  CHECK(find_embedded("templates/no such file") == nullptr);
}

}  // namespace
}  // namespace milepost
